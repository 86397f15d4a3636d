// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspectors/transaction_inspector.h"

#include "base/words.h"
#include "flow/row_words.h"
#include "models/row_text.h"
#include "models/theme.h"

#include <QDateTime>
#include <QHeaderView>
#include <QLabel>
#include <QScrollBar>
#include <QSplitter>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr int SeqRole = Qt::UserRole;     ///< quint64: the row of a step
constexpr int DueRole = Qt::UserRole + 1; ///< qint64: when a timer fires, microseconds since 1970
constexpr qint64 LongOverUs = 2'000'000;  ///< a timer that late was lost from the trace, or the file is old

QTreeWidget *list(const QString &objectName, const QString &accessibleName, const QStringList &columns)
{
    auto *tree = new QTreeWidget;
    tree->setObjectName(objectName);
    tree->setAccessibleName(accessibleName);
    tree->setFrameShape(QFrame::NoFrame);
    tree->setRootIsDecorated(false);
    tree->setUniformRowHeights(true);
    tree->setAlternatingRowColors(true);
    tree->setHeaderLabels(columns);
    return tree;
}

QLabel *caption(const QString &text, QWidget *buddy)
{
    auto *label = new QLabel(text);
    QFont font = label->font();
    font.setWeight(QFont::DemiBold);
    label->setFont(font);
    label->setContentsMargins(10, 6, 10, 2);
    label->setBuddy(buddy);
    return label;
}

QWidget *section(const QString &text, QWidget *body)
{
    auto *box = new QWidget;
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(caption(text, body));
    layout->addWidget(body);
    return box;
}

QString timerPurpose(char name)
{
    return diag::words::timerMeaning({sip::TimerEvent::What::Fired, name, {}, {}});
}

} // namespace

TransactionInspector::TransactionInspector(FlowStore &store, Selection &selection, QWidget *parent)
    : InspectorPage(store, selection, Follows::Flow, parent), m_heading(new QLabel), m_state(new QLabel),
      m_noTimers(new QLabel(tr("No timer is running."))),
      m_timers(list(u"timers"_s, tr("Timers running"), {tr("Timer"), tr("Fires in"), tr("Then")})),
      m_steps(list(u"steps"_s, tr("What happened"), {tr("Time"), tr("What")})),
      m_table(list(u"stateTable"_s, tr("State table"), {tr("Taken"), tr("In state"), tr("When"), tr("Goes to"), tr("Does")}))
{
    m_state->setObjectName(u"state"_s);
    QFont large = m_state->font();
    large.setPointSizeF(large.pointSizeF() * 1.3);
    large.setWeight(QFont::DemiBold);
    m_state->setFont(large);
    m_heading->setForegroundRole(QPalette::PlaceholderText);
    m_noTimers->setForegroundRole(QPalette::PlaceholderText);
    m_noTimers->setContentsMargins(10, 0, 10, 4);

    auto *heading = new QVBoxLayout;
    heading->setContentsMargins(10, 10, 10, 4);
    heading->addWidget(m_heading);
    heading->addWidget(m_state);
    auto *timers = new QWidget;
    auto *timersLayout = new QVBoxLayout(timers);
    timersLayout->setContentsMargins(0, 0, 0, 0);
    timersLayout->addWidget(m_timers);
    timersLayout->addWidget(m_noTimers);
    timersLayout->addStretch();
    auto *splitter = new QSplitter(Qt::Vertical);
    splitter->addWidget(section(tr("Timers running"), timers));
    splitter->addWidget(section(tr("What happened"), m_steps));
    splitter->addWidget(section(tr("State table (✓ taken, … possible from here)"), m_table));
    splitter->setStretchFactor(0, 0);
    splitter->setStretchFactor(1, 2);
    splitter->setStretchFactor(2, 3);
    splitter->setSizes({70, 190, 270});
    auto *layout = new QVBoxLayout(content());
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(heading);
    layout->addWidget(splitter, 1);

    m_tick.setInterval(100);
    connect(&m_tick, &QTimer::timeout, this, &TransactionInspector::countDown);
    connect(m_steps, &QTreeWidget::itemActivated, this,
            [this](const QTreeWidgetItem *item) { m_selection.setRow(item->data(0, SeqRole).toULongLong()); });
}

/// That of the row; for rows between transactions the one of their attempt; without a row the last one.
sip::TransactionId TransactionInspector::wanted() const
{
    const diag::LadderRow *selected = row();
    if (selected && selected->context.transaction != 0)
        return selected->context.transaction;
    if (!flow())
        return 0;
    sip::TransactionId last = 0;
    for (const diag::AttemptInfo &attempt : flow()->attempts) {
        last = attempt.transaction;
        if (selected && attempt.number == selected->context.attempt)
            break;
    }
    return selected && selected->context.attempt == 0 ? 0 : last;
}

void TransactionInspector::refresh()
{
    const sip::TransactionId transaction = wanted();
    if (transaction == 0) {
        m_tick.stop();
        showEmpty(row() ? tr("“%1” belongs to no transaction.").arg(row()->label)
                        : tr("Select a row of a request or its answer to see its state machine and timers."));
        return;
    }
    m_story = transactionStory(*flow(), transaction);
    if (!m_story.machine) {
        m_tick.stop();
        showEmpty(tr("The trace holds no state changes of this transaction."));
        return;
    }
    const QString machine = sip::Words::tr(sip::machineName(*m_story.machine).constData());
    m_heading->setText(tr("%1 transaction %2").arg(machine).arg(transaction));
    m_state->setText(m_story.state ? QString::fromLatin1(sip::stateName(*m_story.state)) : tr("unknown"));
    m_state->setAccessibleName(tr("State: %1").arg(m_state->text()));
    showTimers();
    showSteps();
    showTable();
    showContent();
}

void TransactionInspector::showTimers()
{
    m_timers->clear();
    for (const TransactionStory::Timer &timer : m_story.armed) {
        auto *item = new QTreeWidgetItem(m_timers, {QString(QLatin1Char(timer.name)), {}, timerPurpose(timer.name)});
        item->setData(0, DueRole, timer.dueWallUs);
        item->setToolTip(0, tr("Timer %1, %2 long").arg(QLatin1Char(timer.name)).arg(spanText(timer.interval)));
        item->setToolTip(2, item->text(2));
        item->setForeground(0, theme::colour(theme::Meaning::Timer));
    }
    m_timers->setVisible(!m_story.armed.isEmpty());
    m_noTimers->setVisible(m_story.armed.isEmpty());
    m_timers->resizeColumnToContents(0);
    countDown();
    m_timers->setColumnWidth(1, 90);
    if (m_story.armed.isEmpty())
        m_tick.stop();
    else if (!m_tick.isActive())
        m_tick.start();
}

void TransactionInspector::countDown()
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch() * 1000;
    bool counting = false;
    for (int i = 0; i < m_timers->topLevelItemCount(); ++i) {
        QTreeWidgetItem *item = m_timers->topLevelItem(i);
        const qint64 left = item->data(0, DueRole).toLongLong() - now;
        counting = counting || left > -LongOverUs;
        item->setText(1, left > 0             ? u"%1 s"_s.arg(decimalText(double(left) / 1e6, 1))
                         : left > -LongOverUs ? tr("now")
                                              : tr("end not seen"));
    }
    if (!counting)
        m_tick.stop();
}

void TransactionInspector::showSteps()
{
    constexpr qsizetype Most = 500; // the end is what matters
    m_steps->clear();
    const qsizetype from = std::max<qsizetype>(0, m_story.steps.size() - Most);
    QFont bold = m_steps->font();
    bold.setWeight(QFont::DemiBold);
    for (const TransactionStory::Step &step : m_story.steps.mid(from)) {
        auto *item = new QTreeWidgetItem(m_steps, {u"+%1"_s.arg(spanText(step.at - m_story.steps.first().at)), step.text});
        item->setData(0, SeqRole, step.seq);
        item->setTextAlignment(0, Qt::AlignRight | Qt::AlignVCenter);
        item->setForeground(0, theme::colour(theme::Meaning::Muted));
        if (step.state)
            item->setFont(1, bold);
        item->setToolTip(1, *step.rule ? u"%1 (%2)"_s.arg(step.text, QLatin1String(step.rule)) : step.text);
        if (step.seq == m_selection.row())
            m_steps->setCurrentItem(item);
    }
    m_steps->setColumnWidth(0, 80);
    if (!m_steps->currentItem())
        m_steps->scrollToBottom();
}

void TransactionInspector::showTable()
{
    const int scrolled = m_table->verticalScrollBar()->value();
    m_table->clear();
    QFont bold = m_table->font();
    bold.setWeight(QFont::DemiBold);
    const auto rows = sip::transactionTable(*m_story.machine);
    for (size_t i = 0; i < rows.size(); ++i) {
        const sip::TxRow &one = rows[i];
        const int taken = m_story.taken[i];
        const bool possible = m_story.state == one.from;
        const QString mark = taken > 1 ? u"✓ %1×"_s.arg(taken) : taken == 1 ? u"✓"_s : possible ? u"…"_s : QString();
        auto *item = new QTreeWidgetItem(m_table, {mark, QString::fromLatin1(sip::stateName(one.from)),
                                                   sip::Words::tr(sip::inputName(one.on)),
                                                   QString::fromLatin1(sip::stateName(one.to)), actionsText(one.actions)});
        item->setData(0, Qt::AccessibleTextRole,
                      taken > 0  ? tr("taken %n times", nullptr, taken)
                      : possible ? tr("possible now")
                                 : tr("not taken"));
        for (int column = 0; column < item->columnCount(); ++column) {
            item->setToolTip(column, u"%1%2"_s.arg(QLatin1String(one.rule), possible ? tr(", possible now") : QString()));
            if (taken > 0)
                item->setFont(column, bold);
            if (taken > 0 || possible)
                item->setForeground(column, theme::colour(taken > 0 ? theme::Meaning::Ok : theme::Meaning::Request));
            else
                item->setForeground(column, theme::colour(theme::Meaning::Muted));
        }
    }
    for (int column = 0; column < 4; ++column)
        m_table->resizeColumnToContents(column);
    m_table->verticalScrollBar()->setValue(scrolled);
}

void TransactionInspector::hideEvent(QHideEvent *event)
{
    m_tick.stop();
    setDirty(); // the countdown starts again when it can be seen again
    InspectorPage::hideEvent(event);
}

} // namespace ui
