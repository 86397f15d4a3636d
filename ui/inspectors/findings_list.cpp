// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspectors/findings_list.h"

#include "inspectors/mark_icon.h"
#include "models/theme.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr qsizetype MostLinks = 12;

sip::LintMark::Severity severityOf(diag::Finding::Severity severity)
{
    return sip::LintMark::Severity(severity); // the same three, in the same order
}
static_assert(int(diag::Finding::Severity::Error) == int(sip::LintMark::Severity::Error));

theme::Meaning meaningOf(diag::Finding::Severity severity)
{
    switch (severity) {
    case diag::Finding::Severity::Info: return theme::Meaning::Note;
    case diag::Finding::Severity::Warning: return theme::Meaning::Warning;
    case diag::Finding::Severity::Error: return theme::Meaning::Error;
    }
    return theme::Meaning::Note;
}

bool isSame(const diag::Finding &a, const diag::Finding &b)
{
    return a.rule == b.rule && a.severity == b.severity && a.text == b.text && a.rows == b.rows &&
           a.fix.has_value() == b.fix.has_value();
}

} // namespace

FindingsList::FindingsList(FlowStore &store, Selection &selection, QWidget *parent)
    : InspectorPage(store, selection, Follows::Flow, parent), m_scroll(new QScrollArea), m_cards(new QVBoxLayout)
{
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setAccessibleName(tr("Findings"));
    auto *inside = new QWidget;
    auto *insideLayout = new QVBoxLayout(inside);
    insideLayout->setContentsMargins(10, 10, 10, 10);
    insideLayout->addLayout(m_cards);
    insideLayout->addStretch();
    m_cards->setSpacing(8);
    m_scroll->setWidget(inside);
    auto *layout = new QVBoxLayout(content());
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_scroll);
}

void FindingsList::refresh()
{
    const diag::Flow *shown = flow();
    if (!shown) {
        showEmpty(tr("Send a request: what can be said about its answer stands here."));
        return;
    }
    const QList<diag::Finding> findings = m_store.findings(m_selection.intent());
    if (findings.isEmpty()) {
        showEmpty(shown->finished ? tr("Nothing conspicuous: the request went the way the standards describe.")
                                  : tr("Nothing conspicuous so far. The request is still under way."));
        return;
    }
    showContent();
    const QRgb ink = theme::colour(theme::Meaning::Error).rgb();
    if (m_shownIntent == m_selection.intent() && m_shownInk == ink &&
        std::equal(findings.begin(), findings.end(), m_shown.begin(), m_shown.end(), isSame))
        return; // a card being clicked or read must not be replaced under the pointer
    m_shown = findings;
    m_shownIntent = m_selection.intent();
    m_shownInk = ink;
    while (QLayoutItem *item = m_cards->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    for (const diag::Finding &finding : findings)
        m_cards->addWidget(card(finding));
}

QWidget *FindingsList::card(const diag::Finding &finding)
{
    auto *frame = new QFrame;
    frame->setObjectName(u"finding"_s);
    frame->setFrameShape(QFrame::StyledPanel);
    frame->setBackgroundRole(QPalette::Base);
    frame->setAutoFillBackground(true);
    frame->setAccessibleName(finding.text);

    auto *icon = new QLabel;
    icon->setPixmap(markIcon(severityOf(finding.severity)).pixmap(16));
    auto *kind = new QLabel(severityText(severityOf(finding.severity)));
    QFont bold = kind->font();
    bold.setWeight(QFont::DemiBold);
    kind->setFont(bold);
    QPalette ink = kind->palette();
    ink.setColor(QPalette::WindowText, theme::colour(meaningOf(finding.severity)));
    kind->setPalette(ink);
    kind->setForegroundRole(QPalette::WindowText); // inside a Base frame labels would take Text
    auto *rule = new QLabel(QString::fromLatin1(finding.rule));
    rule->setForegroundRole(QPalette::PlaceholderText);
    auto *head = new QHBoxLayout;
    head->addWidget(icon);
    head->addWidget(kind);
    head->addStretch();
    head->addWidget(rule);

    auto *text = new QLabel(finding.text);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);

    auto *layout = new QVBoxLayout(frame);
    layout->addLayout(head);
    layout->addWidget(text);

    QStringList links;
    for (const quint64 seq : finding.rows.mid(0, MostLinks))
        if (const diag::LadderRow *evidence = m_store.row(m_selection.intent(), seq))
            links += u"<a href=\"%1\">%2</a>"_s.arg(seq).arg(evidence->label.toHtmlEscaped());
    if (!links.isEmpty()) {
        auto *rows = new QLabel(tr("Seen in: %1").arg(links.join(u" · "_s)));
        rows->setObjectName(u"evidence"_s);
        rows->setTextFormat(Qt::RichText);
        rows->setWordWrap(true);
        rows->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
        connect(rows, &QLabel::linkActivated, this, [this](const QString &seq) { m_selection.setRow(seq.toULongLong()); });
        layout->addWidget(rows);
    }
    if (finding.fix) {
        auto *button = new QPushButton(finding.fix->label);
        button->setObjectName(u"fix"_s);
        connect(button, &QPushButton::clicked, this,
                [this, fix = *finding.fix, intent = m_selection.intent()] { emit fixRequested(intent, fix); });
        auto *line = new QHBoxLayout;
        line->addWidget(button);
        line->addStretch();
        layout->addLayout(line);
    }
    return frame;
}

} // namespace ui
