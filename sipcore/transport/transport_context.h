// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random.h"
#include "timing/scheduler.h"
#include "trace/trace_recorder.h"
#include "transport/kept_flows.h"
#include "transport/path_mtu_look_up.h"
#include "transport/route.h"
#include "transport/transport.h"

#include <deque>

namespace sip {

/// What the transports of one TransportLayer share: its surroundings, and the way to the user that never leads through a call
/// into the transport.
class TransportContext {
public:
    TransportContext(Scheduler &sched, TraceRecorder &rec, FlowPinger &pinger)
        : scheduler(sched), recorder(rec), kept(sched, random, pinger)
    {}
    ~TransportContext() { dropNotices(); }
    TransportContext(const TransportContext &) = delete;
    TransportContext &operator=(const TransportContext &) = delete;

    Scheduler &scheduler;
    TraceRecorder &recorder;
    TransportUser *user = nullptr; ///< may be null: then what comes in is recorded as stray
    RouteCache routes;
    PathMtuCache mtus;
    SystemRandom random; ///< for what nobody may foresee: keys and masks of WebSockets, transactions of STUN
    KeptFlows kept;
    bool answersPings = true;                               ///< false: they are read, and that is all
    quint32 nextConnection() { return ++m_lastConnection; } ///< its number, one row for all protocols

    /// Hands a message to the user; only from the event loop.
    void deliver(const Message &message, const Path &path);
    /// Tells the user from the event loop, in the order of the calls.
    void later(std::function<void(TransportUser &)> notice);
    void dropNotices(); ///< what was not told yet is never told
    /// sendFailed(), later.
    void fail(const TraceContext &trace, const Path &path, TransportError error);

private:
    void tell();

    std::deque<std::function<void(TransportUser &)>> m_notices;
    Scheduler::Ticket m_ticket = 0;
    quint32 m_lastConnection = 0;
};

} // namespace sip
