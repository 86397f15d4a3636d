// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/kept_flows.h"

#include "base/words.h"

#include <algorithm>

namespace sip {

namespace {

/// How long each copy of a ping waits for an answer. Over UDP as RFC 5389 7.2.1 has it, 39.5 s in all.
//= R5626.4.4.1-1
//= R5626.4.4.2-1
Instant waitAfter(Protocol protocol, int copy)
{
    constexpr Instant rto = 500ms;
    constexpr int lastCopy = 7, lastWait = 16;
    if (protocol != Protocol::Udp)
        return KeptFlows::PongWait;
    return copy >= lastCopy ? lastWait * rto : (1 << (copy - 1)) * rto;
}

bool isLastCopy(Protocol protocol, int copy)
{
    constexpr int copies = 7;
    return protocol != Protocol::Udp || copy >= copies;
}

TransportError silence(const Path &flow)
{
    TransportError error;
    error.cause = LocalCause::Reset;
    error.byUs = true;
    error.text = flow.protocol == Protocol::Udp
                     ? Words::tr("no answer to our keep-alive: 7 STUN requests within 39.5 s")
                     : Words::tr("no answer to our keep-alive within %1 s").arg(KeptFlows::PongWait / 1s);
    return error;
}

} // namespace

KeptFlows::KeptFlows(Scheduler &scheduler, Random &random, FlowPinger &pinger)
    : m_scheduler(scheduler), m_random(random), m_pinger(pinger)
{}

KeptFlows::~KeptFlows()
{
    clear();
}

KeptFlows::Key KeptFlows::keyOf(const Path &flow)
{
    return flow.connection ? Key{flow.connection, {}, {}} : Key{0, flow.local, flow.remote};
}

KeptFlows::Ticket KeptFlows::keep(const TraceContext &context, const Path &path, const PingInterval &every, Failed failed)
{
    const Key key = keyOf(path);
    const Keeper keeper{++m_last, context, every, std::move(failed)};
    Flow &flow = m_flows[key];
    flow.path = path;
    const auto place = std::find_if(flow.keepers.cbegin(), flow.keepers.cend(),
                                    [&every](const Keeper &one) { return every.most < one.every.most; });
    const bool mostEager = place == flow.keepers.cbegin();
    flow.keepers.insert(place, keeper);
    m_keys.insert(keeper.ticket, key);
    if (!m_pinger.isOpen(path)) {
        TransportError error;
        error.cause = LocalCause::Reset;
        error.text = Words::tr("the connection is gone already");
        ended(path, error);
    } else if (mostEager && flow.copies == 0) {
        pingAfterPause(flow);
    }
    return keeper.ticket;
}

void KeptFlows::stop(Ticket ticket)
{
    m_toBeTold.removeIf([ticket](const auto &one) { return one.first.ticket == ticket; });
    const auto key = m_keys.constFind(ticket);
    if (key == m_keys.cend())
        return;
    const auto flow = m_flows.find(*key);
    m_keys.erase(key);
    flow->keepers.removeIf([ticket](const Keeper &one) { return one.ticket == ticket; });
    if (!flow->keepers.isEmpty())
        return;
    m_scheduler.cancel(flow->next);
    const Path path = flow->path;
    m_flows.erase(flow);
    m_pinger.released(path);
}

//= R5626.4.4.1-2 drawn anew for every ping
void KeptFlows::pingAfterPause(Flow &flow)
{
    m_scheduler.cancel(flow.next);
    const Instant pause = flow.keepers.first().every.draw(m_random);
    flow.next = m_scheduler.at(m_scheduler.now() + pause, [this, key = keyOf(flow.path)] { ping(key); });
}

void KeptFlows::ping(const Key &key)
{
    Flow &flow = m_flows[key];
    if (flow.copies++ == 0)
        flow.pingedAt = m_scheduler.now();
    flow.next = m_scheduler.at(m_scheduler.now() + waitAfter(flow.path.protocol, flow.copies), [this, key] { waitIsOver(key); });
    const TraceContext context = flow.keepers.first().context;
    const Path path = flow.path;
    m_pinger.ping(context, path, flow.copies); // may end the flow
}

void KeptFlows::waitIsOver(const Key &key)
{
    Flow &flow = m_flows[key];
    if (!isLastCopy(flow.path.protocol, flow.copies))
        return ping(key);
    if (m_pinger.isReceiving(flow.path)) {
        flow.next = m_scheduler.at(m_scheduler.now() + PongWait, [this, key] { waitIsOver(key); });
        return;
    }
    const TransportError error = silence(flow.path);
    flow.next = 0;
    const TraceContext context = flow.keepers.first().context;
    const Path path = flow.path;
    m_pinger.unanswered(context, path, error);
    ended(path, error); // unless that did already
}

std::optional<KeptFlows::Answer> KeptFlows::answered(const Path &path, Instant at)
{
    const auto flow = m_flows.find(keyOf(path));
    if (flow == m_flows.end() || flow->copies == 0)
        return {};
    const Answer answer{flow->keepers.first().context, flow->copies == 1 ? at - flow->pingedAt : Instant()};
    flow->copies = 0;
    pingAfterPause(*flow);
    return answer;
}

std::optional<TraceContext> KeptFlows::ended(const Path &path, const TransportError &error)
{
    const auto flow = m_flows.find(keyOf(path));
    if (flow == m_flows.end())
        return {};
    const TraceContext context = flow->keepers.first().context;
    m_scheduler.cancel(flow->next);
    for (const Keeper &keeper : std::as_const(flow->keepers)) {
        m_keys.remove(keeper.ticket);
        m_toBeTold.append({keeper, error});
    }
    m_flows.erase(flow);
    m_pinger.released(path);
    if (m_telling == 0)
        m_telling = m_scheduler.at(m_scheduler.now(), [this] { tell(); });
    return context;
}

void KeptFlows::tell()
{
    m_telling = 0;
    // What is added meanwhile waits for the next turn; whoever is stopped meanwhile is not told.
    for (qsizetype left = m_toBeTold.size(); left > 0 && !m_toBeTold.isEmpty(); --left) {
        const auto [keeper, error] = m_toBeTold.takeFirst();
        keeper.failed(error);
    }
}

void KeptFlows::clear()
{
    for (const Flow &flow : std::as_const(m_flows))
        m_scheduler.cancel(flow.next);
    m_flows.clear();
    m_keys.clear();
    m_toBeTold.clear();
    m_scheduler.cancel(std::exchange(m_telling, 0));
}

} // namespace sip
