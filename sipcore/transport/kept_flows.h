// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/keep_alive.h"
#include "timing/scheduler.h"

#include <QHash>
#include <QList>

#include <functional>
#include <optional>

namespace sip {

/// Who knows how a flow is pinged: the transports. Calls come from the event loop.
class FlowPinger {
public:
    virtual ~FlowPinger() = default;
    virtual bool isOpen(const Path &flow) const = 0; ///< false: there is no such connection any more
    /// \param copy  1: a new ping; 2, 3, ...: the same again, where that is done
    virtual void ping(const TraceContext &context, const Path &flow, int copy) = 0;
    /// In the middle of something that the peer sends: the answer may stand behind it (RFC 5626 4.4.1).
    virtual bool isReceiving(const Path &flow) const = 0;
    /// No answer came: is recorded, and a connection ends, which comes back as ended().
    virtual void unanswered(const TraceContext &context, const Path &flow, const TransportError &error) = 0;
    virtual void released(const Path &flow) = 0; ///< nobody wants it kept any more
};

/// The flows that somebody wants kept: when each is pinged, and that it failed when no answer comes (RFC 5626 4.4). Knows no
/// socket. Several may want the same flow: it is pinged as often as the most eager of them asks.
class KeptFlows {
public:
    using Ticket = quint64; ///< never 0
    using Failed = std::function<void(const TransportError &)>;
    struct Answer {
        TraceContext context; ///< of who wanted the ping
        Instant roundTrip{};  ///< 0: the ping was sent several times
    };
    static constexpr Instant PongWait = std::chrono::seconds(10); ///< RFC 5626 4.4.1

    KeptFlows(Scheduler &scheduler, Random &random, FlowPinger &pinger);
    ~KeptFlows();
    KeptFlows(const KeptFlows &) = delete;
    KeptFlows &operator=(const KeptFlows &) = delete;

    /// \param failed  called once, from the event loop, when the flow ended for whatever reason; the ticket is over then
    Ticket keep(const TraceContext &context, const Path &flow, const PingInterval &every, Failed failed);
    void stop(Ticket ticket); ///< failed is not called any more; 0 and those that are over: nothing
    bool isKept(const Path &flow) const { return m_flows.contains(keyOf(flow)); }

    /// The peer answered a ping. \param at  when the answer came. \return nullopt: none was waited for
    std::optional<Answer> answered(const Path &flow, Instant at);
    /// The flow is no more: who wanted it is told, soon. \return of who wanted it; nullopt: nobody did
    std::optional<TraceContext> ended(const Path &flow, const TransportError &error);
    void clear(); ///< nobody is told

private:
    struct Key {
        quint32 connection = 0; ///< 0: by the endpoints
        Endpoint local, remote;
        friend bool operator==(const Key &, const Key &) = default;
        friend size_t qHash(const Key &key, size_t seed = 0) noexcept
        {
            return key.connection ? ::qHash(key.connection, seed) : qHashMulti(seed, key.local, key.remote);
        }
    };
    struct Keeper {
        Ticket ticket;
        TraceContext context;
        PingInterval every;
        Failed failed;
    };
    struct Flow {
        Path path;
        QList<Keeper> keepers;      ///< the most eager one first
        Scheduler::Ticket next = 0; ///< ping, or the end of the wait for an answer
        Instant pingedAt{};
        int copies = 0; ///< of the ping that waits for its answer; 0: none does
    };
    static Key keyOf(const Path &flow);
    void pingAfterPause(Flow &flow);
    void ping(const Key &key);
    void waitIsOver(const Key &key);
    void tell();

    Scheduler &m_scheduler;
    Random &m_random;
    FlowPinger &m_pinger;
    QHash<Key, Flow> m_flows;
    QHash<Ticket, Key> m_keys;                           ///< of those that are kept
    QList<std::pair<Keeper, TransportError>> m_toBeTold; ///< in order
    Scheduler::Ticket m_telling = 0;
    Ticket m_last = 0;
};

} // namespace sip
