// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "timing/scheduler.h"
#include "trace/trace_event.h"

namespace sip {

/// Gathers events for 40 ms and hands them over as one list: at most 25 batches a second, whatever the rate.
/// Memory is bounded: beyond the cap, in events or in octets, the oldest undelivered events are dropped and counted honestly.
class TraceBatcher {
public:
    using Deliver = std::function<void(const TraceBatch &batch, quint64 droppedBefore)>; ///< dropped since the last batch

    TraceBatcher(Scheduler &scheduler, Deliver deliver, Instant period = 40ms, qsizetype cap = 200'000,
                 qsizetype octetCap = 500'000'000);
    ~TraceBatcher();
    void add(TraceEventPtr event);
    void flush(); ///< deliver now what is there
    quint64 dropped() const { return m_droppedTotal; }

private:
    void makeRoom();

    Scheduler &m_scheduler;
    Deliver m_deliver;
    const Instant m_period;
    const qsizetype m_cap, m_octetCap;
    TraceBatch m_batch;
    qsizetype m_octets = 0; ///< of m_batch
    qsizetype m_lastSize = 0;
    quint64 m_dropped = 0, m_droppedTotal = 0;
    Scheduler::Ticket m_ticket = 0;
};

} // namespace sip
