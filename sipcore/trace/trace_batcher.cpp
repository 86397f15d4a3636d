// SPDX-License-Identifier: GPL-3.0-or-later
#include "trace/trace_batcher.h"

#include "trace/event_size.h"

namespace sip {

TraceBatcher::TraceBatcher(Scheduler &scheduler, Deliver deliver, Instant period, qsizetype cap, qsizetype octetCap)
    : m_scheduler(scheduler), m_deliver(std::move(deliver)), m_period(period), m_cap(std::max<qsizetype>(cap, 1)),
      m_octetCap(octetCap)
{}

TraceBatcher::~TraceBatcher()
{
    m_scheduler.cancel(m_ticket);
}

void TraceBatcher::add(TraceEventPtr event)
{
    if (m_batch.size() >= m_cap || m_octets > m_octetCap)
        makeRoom();
    m_octets += octetsOf(*event);
    if (m_batch.isEmpty())
        m_batch.reserve(m_lastSize); // the next is most often about as long as the one before
    m_batch.append(std::move(event));
    if (m_ticket == 0)
        m_ticket = m_scheduler.at(m_scheduler.now() + m_period, [this] {
            m_ticket = 0;
            flush();
        });
}

/// A quarter goes at once: dropping one event at a time would move the whole list each time.
void TraceBatcher::makeRoom()
{
    const qsizetype gone = std::max<qsizetype>(m_batch.size() / 4, 1);
    for (qsizetype i = 0; i < gone; ++i)
        m_octets -= octetsOf(*m_batch[i]);
    m_batch.remove(0, gone);
    m_dropped += quint64(gone);
    m_droppedTotal += quint64(gone);
}

void TraceBatcher::flush()
{
    m_scheduler.cancel(std::exchange(m_ticket, 0));
    if (m_batch.isEmpty())
        return;
    m_octets = 0;
    const TraceBatch batch = std::exchange(m_batch, {});
    m_lastSize = batch.size();
    m_deliver(batch, std::exchange(m_dropped, 0));
}

} // namespace sip
