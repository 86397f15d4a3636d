// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/words.h"
#include "ua/user_agent_client_p.h"

namespace sip {

// RFC 3262 3, the side that answers.

bool UserAgentClient::Private::goesReliably(TransactionId id, const Message &request, const ComposedAnswer &answer)
{
    if (request.method() != "INVITE" || answer.status <= 100 || answer.status >= 200 || !askedOf(id))
        return false;
    const Reliability asks = reliabilityAsked(request);
    if (answer.reliable && asks == Reliability::None)
        note(intentContext(), Note::Level::Warning,
             Words::tr("the %1 goes out as an ordinary one: the caller does not support 100rel").arg(answer.status), "RFC3262-3");
    return asks == Reliability::Required || (answer.reliable && asks == Reliability::Supported);
}

quint32 UserAgentClient::Private::nextRSeq(TransactionId id)
{
    Asked &one = *askedOf(id);
    return one.rseq = one.rseq == 0 ? quint32(1 + core.random().below(1u << 30)) : one.rseq + 1;
}

/// Sent again at T1, 2*T1, 4*T1, ...; after 64*T1 the call is refused.
void UserAgentClient::Private::awaitPrack(TransactionId id, const Message &response)
{
    const TimerValues timers = TimerValues::rfc();
    Asked &one = *askedOf(id);
    const Instant now = core.scheduler().now();
    if (!one.reliable)
        one.reliable = Unacknowledged{response, timers.t1, now + timers.timeout()};
    else
        one.reliable->interval *= 2;
    const Instant due = std::min(now + one.reliable->interval, one.reliable->giveUpAt);
    one.reliable->ticket = core.scheduler().at(due, [this, id] {
        ServerTransaction *const transaction = core.transactions().server(id);
        if (!transaction)
            return forget(id);
        const Unacknowledged &waiting = *askedOf(id)->reliable;
        if (const Message same = waiting.response; core.scheduler().now() < waiting.giveUpAt) {
            core.transactions().respond(*transaction, same);
            return awaitPrack(id, same);
        }
        note(intentContext(), Note::Level::Warning,
             Words::tr("no PRACK came for the %1 within 64*T1: the call is refused").arg(waiting.response.status()), "RFC3262-3");
        respond(id, {.status = 504, .reason = {}, .rows = {}, .body = {}});
    });
}

/// One at a time: neither a further 1xx nor a 2xx goes out before the PRACK. A refusal does.
bool UserAgentClient::Private::holds(TransactionId id, const ComposedAnswer &answer)
{
    Asked *const one = askedOf(id);
    if (!one || !one->reliable || answer.status >= 300)
        return false;
    note(intentContext(), Note::Level::Info,
         Words::tr("the %1 waits for the PRACK of the %2").arg(answer.status).arg(one->reliable->response.status()), "RFC3262-3");
    one->held.append(answer);
    return true;
}

void UserAgentClient::Private::giveHeld(TransactionId id)
{
    Asked *const one = askedOf(id);
    if (!one)
        return;
    const QList<ComposedAnswer> held = std::exchange(one->held, {});
    for (const ComposedAnswer &answer : held)
        respond(id, answer);
}

TransactionId UserAgentClient::Private::takePrack(Leg &leg, const Message &prack)
{
    for (Asked &one : asked) {
        if (one.leg != leg.dialog.remoteTag() || !one.reliable || !acknowledges(prack, one.reliable->response))
            continue;
        core.scheduler().cancel(one.reliable->ticket);
        one.reliable.reset();
        takeSdp(leg, -1, OfferAnswer::Party::Peer, SdpCarrier::Prack, prack);
        return one.transaction;
    }
    return 0;
}

} // namespace sip
