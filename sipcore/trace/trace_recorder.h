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

    /// \param kind  any kind of TraceEvent::What, or one
    template<class Kind> void record(const TraceContext &context, Kind &&kind)
    {
        if (!m_sink)
            return;
        TraceEvent &event = next(context);
        event.what = std::forward<Kind>(kind);
        m_sink(TraceEventPtr(m_chunk, &event));
    }
    quint64 recorded() const { return m_seq; }

private:
    /// Events are made in lots that live as long as any of them: one allocation and one reference count for all. Just small
    /// enough (1 KiB) for what malloc gives and takes back fastest.
    using Chunk = std::array<TraceEvent, 6>;

    TraceEvent &next(const TraceContext &context); ///< numbered and dated

    const Scheduler &m_clock;
    Sink m_sink;
    std::shared_ptr<Chunk> m_chunk;
    size_t m_used = 0;
    quint64 m_seq = 0;
    qint64 m_wallOffsetUs = 0; ///< wall time at Instant 0
};

} // namespace sip
