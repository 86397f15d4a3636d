// SPDX-License-Identifier: GPL-3.0-or-later
#include "plots/timeline_data.h"

#include <QCoreApplication>

#include <algorithm>

namespace ui {

namespace {

constexpr int MostStateLanes = 8;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ui::TimelineData)
};

} // namespace

void TimelineData::clear()
{
    *this = TimelineData();
}

QStringList TimelineData::lanes() const
{
    QStringList timers = m_timers;
    timers.sort();
    return QStringList{Words::tr("Sent"), Words::tr("Received"), Words::tr("Local")} + timers + m_states;
}

void TimelineData::close(qsizetype span, double at)
{
    m_spans[span].to = at;
    m_spans[span].running = false;
}

bool TimelineData::take(const diag::Flow &flow)
{
    if (flow.droppedRows != m_dropped) { // what is not kept there is not kept here
        clear();
        m_dropped = flow.droppedRows;
    }
    auto next = std::upper_bound(flow.rows.cbegin(), flow.rows.cend(), m_taken,
                                 [](quint64 seq, const diag::LadderRow &row) { return seq < row.seq; });
    if (next == flow.rows.cend())
        return false;
    for (; next != flow.rows.cend(); ++next) {
        const diag::LadderRow &row = *next;
        m_taken = row.seq;
        const double at = double((row.at - flow.firstAt).count()) / 1e6;
        m_end = std::max(m_end, at);
        if (row.context.transaction && !m_begun.contains(row.context.transaction))
            m_begun.insert(row.context.transaction, at);
        if (!row.event)
            continue;
        if (row.event->as<sip::MessageSent>())
            m_points.append({at, Words::tr("Sent"), row.label, row.seq, Shape::Sent, theme::meaningOf(row)});
        else if (row.event->as<sip::MessageReceived>())
            m_points.append({at, Words::tr("Received"), row.label, row.seq, Shape::Received, theme::meaningOf(row)});
        else if (row.event->as<sip::LocalStatus>())
            m_points.append({at, Words::tr("Local"), row.label, row.seq, Shape::Local, theme::Meaning::Local});
        else if (const auto *timer = row.event->as<sip::TimerEvent>())
            takeTimer(row, *timer, at);
        else if (const auto *state = row.event->as<sip::StateChanged>())
            takeState(row, *state, at);
    }
    for (const qsizetype span : std::as_const(m_runningStates))
        m_spans[span].to = m_end;
    return true;
}

void TimelineData::takeTimer(const diag::LadderRow &row, const sip::TimerEvent &event, double at)
{
    const std::pair<sip::TransactionId, char> key{row.context.transaction, event.name};
    const QString lane = Words::tr("Timer %1").arg(QLatin1Char(event.name));
    if (!m_timers.contains(lane))
        m_timers.append(lane);
    const auto running = m_runningTimers.constFind(key);
    if (running != m_runningTimers.constEnd()) {
        close(*running, at);
        m_runningTimers.erase(running);
    }
    if (event.what == sip::TimerEvent::What::Started) {
        const double length = double(event.interval.count()) / 1e6;
        m_runningTimers.insert(key, m_spans.size());
        m_spans.append({at, at + length, lane, row.label, row.seq, theme::Meaning::Timer, true});
    } else if (event.what == sip::TimerEvent::What::Fired) {
        m_points.append({at, lane, row.label, row.seq, Shape::Fired, theme::Meaning::Timer});
    }
}

void TimelineData::takeState(const diag::LadderRow &row, const sip::StateChanged &event, double at)
{
    if (!event.isOfTransaction())
        return;
    const sip::TransactionId transaction = row.context.transaction;
    const QString lane = row.context.attempt ? Words::tr("State #%1").arg(row.context.attempt) : Words::tr("State");
    if (!m_states.contains(lane)) {
        if (m_states.size() == MostStateLanes)
            return;
        m_states.append(lane);
    }
    const auto running = m_runningStates.constFind(transaction);
    if (running != m_runningStates.constEnd()) {
        close(*running, at);
        m_runningStates.erase(running);
    } else {
        m_spans.append({m_begun.value(transaction, at), at, lane, QString::fromLatin1(event.from), row.seq,
                        theme::Meaning::Transport, false});
    }
    if (qstrcmp(event.to, "Terminated") == 0)
        return;
    m_runningStates.insert(transaction, m_spans.size());
    m_spans.append({at, at, lane, QString::fromLatin1(event.to), row.seq, theme::Meaning::Transport, true});
}

} // namespace ui
