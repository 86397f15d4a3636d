// SPDX-License-Identifier: GPL-3.0-or-later
#include "composer/raw_page.h"

#include "composer/raw_editor.h"
#include "models/theme.h"

#include <QCheckBox>
#include <QLabel>
#include <QListWidget>
#include <QSplitter>
#include <QVBoxLayout>

namespace ui {

RawPage::RawPage(ComposerState &state, QWidget *parent)
    : QWidget(parent), m_state(state), m_raw(new QCheckBox(tr("Send exactly as typed"), this)),
      m_editor(new RawEditor(state, this)), m_filledPart(new QWidget(this)), m_filled(new QPlainTextEdit(m_filledPart)),
      m_remarks(new QListWidget(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->setSpacing(6);
    m_raw->setToolTip(tr("Nothing is filled in, nothing is corrected: these octets go out. For trying what a server makes of "
                         "broken messages."));
    layout->addWidget(m_raw);

    m_filled->setReadOnly(true);
    m_filled->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_filled->setAccessibleName(tr("Filled in when sending"));
    m_filled->setTabChangesFocus(true);
    auto *filledLabel = new QLabel(tr("Filled in when sending"));
    filledLabel->setBuddy(m_filled);
    auto *filledLayout = new QVBoxLayout(m_filledPart);
    filledLayout->setContentsMargins(0, 4, 0, 0);
    filledLayout->setSpacing(4);
    filledLayout->addWidget(filledLabel);
    filledLayout->addWidget(m_filled);
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->addWidget(m_editor);
    splitter->addWidget(m_filledPart);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 1);
    splitter->setChildrenCollapsible(false);
    layout->addWidget(splitter, 1);

    m_remarks->setAccessibleName(tr("Remarks"));
    m_remarks->setWordWrap(true);
    m_remarks->setMaximumHeight(fontMetrics().height() * 7);
    m_remarks->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    layout->addWidget(m_remarks);
    connect(m_remarks, &QListWidget::itemActivated, this, [this](const QListWidgetItem *item) {
        const int at = item->data(Qt::UserRole).toInt();
        if (at < 0)
            return;
        QTextCursor cursor = m_editor->textCursor();
        cursor.setPosition(qMin(at, m_editor->document()->characterCount() - 1));
        m_editor->setTextCursor(cursor);
        m_editor->setFocus();
    });
    connect(m_raw, &QCheckBox::toggled, &m_state, &ComposerState::setRaw);
    connect(&m_state, &ComposerState::changed, this, &RawPage::showState);
    showState();
}

void RawPage::showState()
{
    m_raw->setChecked(m_state.isRaw());
    QStringList rows;
    for (const sip::ComposedRow &row : m_state.filledRows())
        rows << QString::fromUtf8(row.name + ": " + row.value);
    QFont italic = theme::monospace();
    italic.setItalic(true);
    m_filled->setFont(italic);
    QPalette ghost = m_filled->palette();
    ghost.setColor(QPalette::Text, theme::colour(theme::Meaning::Muted));
    m_filled->setPalette(ghost);
    const QString filled = rows.join(u'\n');
    if (m_filled->toPlainText() != filled)
        m_filled->setPlainText(filled);
    m_filledPart->setVisible(!m_state.isRaw() && !rows.isEmpty());

    m_remarks->clear();
    for (const ComposerState::Mark &mark : m_state.marks()) {
        auto *item = new QListWidgetItem(mark.rule.isEmpty() ? mark.text : tr("%1 (%2)").arg(mark.text, mark.rule), m_remarks);
        item->setData(Qt::UserRole, int(mark.at));
        using Severity = sip::LintMark::Severity;
        const bool error = mark.severity == Severity::Error, warning = mark.severity == Severity::Warning;
        item->setText((error ? tr("Error: ") : warning ? tr("Warning: ") : tr("Note: ")) + item->text());
        item->setForeground(theme::colour(error     ? theme::Meaning::Error
                                          : warning ? theme::Meaning::Warning
                                                    : theme::Meaning::Note));
    }
    m_remarks->setVisible(m_remarks->count() > 0);
}

} // namespace ui
