// SPDX-License-Identifier: GPL-3.0-or-later
#include "trace/trace_recorder.h"

namespace sip {

TraceRecorder::TraceRecorder(const Scheduler &clock) : m_clock(clock)
{
    const auto wall = std::chrono::system_clock::now().time_since_epoch();
    m_wallOffsetUs = (std::chrono::duration_cast<std::chrono::microseconds>(wall) - clock.now()).count();
}

TraceEvent &TraceRecorder::next(const TraceContext &context)
{
    if (!m_chunk || m_used == m_chunk->size()) {
        m_chunk = std::make_shared<Chunk>();
        m_used = 0;
    }
    TraceEvent &event = (*m_chunk)[m_used++];
    event.seq = ++m_seq;
    event.at = m_clock.now();
    event.wallUs = m_wallOffsetUs + event.at.count();
    event.context = context;
    return event;
}

} // namespace sip
