// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "timing/scheduler.h"
#include "trace/trace_event.h"

#include <array>
#include <functional>

namespace sip {

/// Gives every event its number and both clocks, and passes it to the one sink. The protocol reports here and nowhere else.
/// Engine's thread only. Without a sink record() costs a branch.
class TraceRecorder {
public:
    using Sink = std::function<void(TraceEventPtr)>;

    explicit TraceRecorder(const Scheduler &clock);
    void setSink(Sink sink) { m_sink = std::move(sink); }
    bool isActive() const { return bool(m_sink); }

    void record(const TraceContext &context, TraceEvent::What what);
    quint64 recorded() const { return m_seq; }

private:
    /// Events are made in lots of 16 that live as long as any of them: one allocation and one reference count for all.
    using Chunk = std::array<TraceEvent, 16>;

    const Scheduler &m_clock;
    Sink m_sink;
    std::shared_ptr<Chunk> m_chunk;
    size_t m_used = 0;
    quint64 m_seq = 0;
    qint64 m_wallOffsetUs = 0; ///< wall time at Instant 0
};

} // namespace sip
