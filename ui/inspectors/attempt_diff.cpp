// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspectors/attempt_diff.h"

#include "flow/row_words.h"
#include "inspectors/wrapped_text.h"
#include "models/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

using Kind = DiffLine::Kind;
constexpr qsizetype LongestValue = 600;

struct Look {
    QString sign, word;
    theme::Meaning meaning;
};
Look lookOf(Kind kind)
{
    switch (kind) {
    case Kind::Same: return {u" "_s, AttemptDiff::tr("same"), theme::Meaning::Muted};
    case Kind::Added: return {u"+"_s, AttemptDiff::tr("added"), theme::Meaning::Ok};
    case Kind::Removed: return {u"−"_s, AttemptDiff::tr("removed"), theme::Meaning::Error};
    case Kind::Changed: return {u"≠"_s, AttemptDiff::tr("changed"), theme::Meaning::Warning};
    }
    return {};
}

} // namespace

AttemptDiff::AttemptDiff(FlowStore &store, Selection &selection, QWidget *parent)
    : InspectorPage(store, selection, Follows::Flow, parent), m_before(new QComboBox), m_after(new QComboBox),
      m_same(new QCheckBox(tr("Show rows that stay"))), m_summary(new QLabel), m_lines(new QTreeWidget)
{
    m_before->setObjectName(u"before"_s);
    m_before->setAccessibleName(tr("Earlier attempt"));
    m_after->setObjectName(u"after"_s);
    m_after->setAccessibleName(tr("Later attempt"));
    m_same->setObjectName(u"showSame"_s);
    m_lines->setObjectName(u"diffLines"_s);
    m_lines->setAccessibleName(tr("Differences"));
    m_lines->setFrameShape(QFrame::NoFrame);
    m_lines->setHeaderHidden(true);
    m_lines->setColumnCount(2);
    m_lines->setRootIsDecorated(false);
    m_lines->setIndentation(12);
    m_summary->setWordWrap(true);

    auto *choices = new QHBoxLayout;
    choices->addWidget(m_before, 1);
    choices->addWidget(new QLabel(u"→"_s));
    choices->addWidget(m_after, 1);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(10, 10, 10, 4);
    top->addLayout(choices);
    top->addWidget(m_summary);
    top->addWidget(m_same);
    auto *layout = new QVBoxLayout(content());
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(top);
    layout->addWidget(m_lines, 1);

    connect(m_before, &QComboBox::activated, this, &AttemptDiff::showDifference);
    connect(m_after, &QComboBox::activated, this, &AttemptDiff::showDifference);
    connect(m_same, &QCheckBox::toggled, this, &AttemptDiff::showDifference);
}

const sip::Message *AttemptDiff::requestOf(quint32 attempt) const
{
    for (const diag::LadderRow &row : flow()->rows) {
        const auto *sent = row.context.attempt == attempt && row.event ? row.event->as<sip::MessageSent>() : nullptr;
        if (sent && sent->message.isRequest())
            return &sent->message;
    }
    return nullptr;
}

void AttemptDiff::refresh()
{
    const diag::Flow *shown = flow();
    if (!shown || shown->attempts.size() < 2) {
        showEmpty(shown ? tr("This request was sent in one attempt only. When a challenge or a redirect makes a second one, what "
                             "changed between them stands here.")
                        : tr("Send a request: when it takes several attempts, what changed between them stands here."));
        return;
    }
    const QRgb ink = theme::colour(theme::Meaning::Ok).rgb();
    const bool sameFlow = m_intent == m_selection.intent() && m_attempts == shown->attempts.size();
    const bool sameRow = m_row == m_selection.row();
    if (sameFlow && sameRow && ink == m_ink)
        return;
    const quint32 before = m_before->currentData().toUInt(), after = m_after->currentData().toUInt();
    if (!sameFlow)
        fillChoices();
    if (sameFlow && sameRow) {
        choose(before, after);
    } else {
        // The attempt of the selected row against the one before; without one the last two.
        const quint32 last = shown->attempts.last().number;
        const diag::LadderRow *selected = row();
        const quint32 later = selected && selected->context.attempt > 1 ? selected->context.attempt : last;
        choose(later - 1, later);
    }
    m_intent = m_selection.intent();
    m_row = m_selection.row();
    m_attempts = shown->attempts.size();
    m_ink = ink;
    showDifference();
    showContent();
}

void AttemptDiff::fillChoices()
{
    for (QComboBox *choice : {m_before, m_after}) {
        choice->clear();
        for (const diag::AttemptInfo &attempt : flow()->attempts)
            choice->addItem(tr("%1: %2 (%3)")
                                .arg(attempt.number)
                                .arg(diag::words::shown(attempt.method, 20), diag::words::attemptReason(attempt.why)),
                            attempt.number);
    }
}

void AttemptDiff::choose(quint32 before, quint32 after)
{
    m_before->setCurrentIndex(std::max(0, m_before->findData(before)));
    m_after->setCurrentIndex(std::max(0, m_after->findData(after)));
}

void AttemptDiff::showDifference()
{
    m_lines->clear();
    if (!flow())
        return;
    const sip::Message *before = requestOf(m_before->currentData().toUInt());
    const sip::Message *after = requestOf(m_after->currentData().toUInt());
    if (!before || !after) {
        m_summary->setText(tr("One of the two attempts put nothing on the wire."));
        return;
    }
    int counts[4] = {};
    for (const DiffLine &line : messageDiff(*before, *after)) {
        ++counts[int(line.kind)];
        if (line.kind != Kind::Same || m_same->isChecked())
            addLine(line);
    }
    m_lines->resizeColumnToContents(0);
    m_summary->setText(tr("%1 added, %2 removed, %3 changed, %4 the same")
                           .arg(counts[int(Kind::Added)])
                           .arg(counts[int(Kind::Removed)])
                           .arg(counts[int(Kind::Changed)])
                           .arg(counts[int(Kind::Same)]));
}

void AttemptDiff::resizeEvent(QResizeEvent *event)
{
    InspectorPage::resizeEvent(event);
    if (isVisible() && m_intent != 0 && m_intent == m_selection.intent())
        showDifference();
}

void AttemptDiff::addLine(const DiffLine &line)
{
    const Look look = lookOf(line.kind);
    QFont bold = m_lines->font();
    bold.setWeight(QFont::DemiBold);
    auto *item = new QTreeWidgetItem(m_lines, {u"%1 %2"_s.arg(look.sign, line.name), look.word});
    item->setFont(0, bold);
    item->setForeground(0, theme::colour(look.meaning));
    item->setForeground(1, theme::colour(look.meaning));
    const int width = m_lines->viewport()->width() - m_lines->indentation() - 12;
    const auto addText = [&](const QString &text, const QFont &font, theme::Meaning meaning) {
        auto *child = new QTreeWidgetItem(item, {wrappedText(text, QFontMetrics(font), width)});
        child->setFont(0, font);
        child->setForeground(0, theme::colour(meaning));
        child->setFirstColumnSpanned(true);
    };
    const auto addValue = [&](const QString &sign, const QByteArray &value, theme::Meaning meaning) {
        addText(sign + u' ' + diag::words::shown(value, LongestValue), theme::monospace(), meaning);
    };
    if (!line.why.isEmpty())
        addText(line.why, m_lines->font(), theme::Meaning::Muted);
    if (line.kind == Kind::Same) {
        addValue(u" "_s, line.after, theme::Meaning::Muted);
    } else {
        if (line.kind != Kind::Added)
            addValue(u"−"_s, line.before, theme::Meaning::Error);
        if (line.kind != Kind::Removed)
            addValue(u"+"_s, line.after, theme::Meaning::Ok);
    }
    item->setExpanded(true);
}

} // namespace ui
