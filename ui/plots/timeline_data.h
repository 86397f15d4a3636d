// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flow/ladder.h"
#include "models/theme.h"

#include <QHash>

namespace ui {

/// One flow over time, as points and spans in named lanes. Takes new rows as they come; no widget.
class TimelineData {
public:
    enum class Shape { Sent, Received, Local, Fired };
    struct Point {
        double at = 0; ///< seconds since the first row
        QString lane, text;
        quint64 seq = 0;
        Shape shape = Shape::Sent;
        theme::Meaning meaning = theme::Meaning::Request;
    };
    struct Span {
        double from = 0, to = 0; ///< seconds; of a running one, to is when it is due or the latest row
        QString lane, text;
        quint64 seq = 0; ///< of the row that began it
        theme::Meaning meaning = theme::Meaning::Timer;
        bool running = true;
    };

    void clear();
    /// \return true: something is new
    bool take(const diag::Flow &flow);
    const QList<Point> &points() const { return m_points; }
    const QList<Span> &spans() const { return m_spans; }
    QStringList lanes() const; ///< from top to bottom
    double end() const { return m_end; }

private:
    void takeTimer(const diag::LadderRow &row, const sip::TimerEvent &event, double at);
    void takeState(const diag::LadderRow &row, const sip::StateChanged &event, double at);
    void close(qsizetype span, double at);

    QList<Point> m_points;
    QList<Span> m_spans;
    QStringList m_timers, m_states;                                        ///< lanes that have something
    QHash<std::pair<sip::TransactionId, char>, qsizetype> m_runningTimers; ///< place in m_spans
    QHash<sip::TransactionId, qsizetype> m_runningStates;
    QHash<sip::TransactionId, double> m_begun;
    quint64 m_taken = 0, m_dropped = 0; ///< the last row looked at; what the flow had let go then
    double m_end = 0;
};

} // namespace ui
