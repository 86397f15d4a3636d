// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "timing/deadline_queue.h"

/// The test's clock: time moves only when the test says so; hours pass in microseconds.
class ManualScheduler final : public sip::Scheduler {
public:
    sip::Instant now() const override { return m_now; }
    Ticket at(sip::Instant due, Callback run) override { return m_deadlines.add(due, std::move(run)); }
    void cancel(Ticket ticket) override { m_deadlines.cancel(ticket); }
    qsizetype armed() const { return m_deadlines.size(); }

    /// Runs what is due now, and what that arms for now, and so on.
    void settle() { advanceTo(m_now); }
    void advance(sip::Instant by) { advanceTo(m_now + by); }
    void advanceTo(sip::Instant time)
    {
        for (std::optional<sip::Instant> next = m_deadlines.earliest(); next && *next <= time; next = m_deadlines.earliest()) {
            m_now = std::max(m_now, *next);
            QList<sip::DeadlineQueue::Due> due;
            m_deadlines.takeDue(m_now, due);
            for (const sip::DeadlineQueue::Due &one : due)
                if (const Callback run = m_deadlines.claim(one.ticket))
                    run();
        }
        m_now = time;
    }
    /// Until nothing is armed. \return false: something was still armed after \a limit
    bool runDry(sip::Instant limit = std::chrono::hours(24))
    {
        const sip::Instant end = m_now + limit;
        while (const std::optional<sip::Instant> next = m_deadlines.earliest()) {
            if (*next > end)
                return false;
            advanceTo(*next);
        }
        return true;
    }

private:
    sip::DeadlineQueue m_deadlines;
    sip::Instant m_now{};
};
