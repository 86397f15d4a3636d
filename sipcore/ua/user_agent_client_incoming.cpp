// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/words.h"
#include "message/headers.h"
#include "request/request_builder.h"
#include "request/response_builder.h"
#include "ua/user_agent_client_p.h"

namespace sip {

namespace {

/// Where we are reached: the user that was asked for, at the address the request came to.
/// \param host  instead of that address; empty: none
QByteArray contactFor(const Message &request, const Path &path, const QByteArray &host)
{
    const auto uri = Uri::parse(request.requestUri());
    const bool secure = uri && uri->isSips();
    QByteArray contact = secure ? "<sips:" : "<sip:";
    if (uri && !uri->user().isEmpty())
        contact += uri->user() + '@';
    contact += host.isEmpty() ? path.local.text() : host;
    if (path.protocol != Protocol::Udp && (!secure || isWebSocket(path.protocol)))
        contact += ";transport=" + uriTransport(path.protocol).toByteArray();
    return contact + '>';
}

} // namespace

/// A call of the peer: the dialog it will make is there from the beginning, and shown with the first answer that has a tag.
// RFC 3261 12.1.1
void UserAgentClient::receive(ServerTransaction &transaction)
{
    const Message request = transaction.request();
    const Path path = transaction.path();
    d->sent = true;
    d->record(d->intentContext(), IntentStarted{d->composed.name, request.method().toByteArray(), path.remote.text()});
    MessageDraft shape = buildResponse(request, 180, newTag(d->core.random()));
    shape.append(HeaderId::Contact, contactFor(request, path, isWebSocket(path.protocol) ? d->core.localName() : QByteArray()));
    d->legs.append(Private::Leg{.dialog = Dialog::acceptedBy(request, shape.toMessage()), .acks = {}});
    Private::Leg &leg = d->legs.last();
    leg.call = true;
    leg.ownsCallId = false;
    leg.origin = {path.protocol, path.remote};
    leg.incoming = transaction.id();
    d->core.addDialog(leg.dialog.callId(), leg.dialog.localTag(), leg.dialog.remoteTag(), *this);
    d->core.addDialog(leg.dialog.callId(), {}, leg.dialog.remoteTag(), *this); // its CANCEL has no tag of ours
    const std::optional<ComposedAnswer> refusal = refusalOfBody(request);
    if (!refusal)
        d->takeSdp(leg, -1, OfferAnswer::Party::Peer, SdpCarrier::Invite, request);
    d->asked.append({.transaction = transaction.id(),
                     .method = request.method().toByteArray(),
                     .leg = request.fromTag().toByteArray(),
                     .steps = {}});
    if (refusal)
        return d->respond(transaction.id(), *refusal);
    d->limitRinging(request);
    const CannedAnswer *const canned = d->cannedFor(request.method());
    if (!canned || canned->steps.isEmpty()) {
        d->respond(transaction.id(), {.status = 180, .reason = {}, .rows = {}, .body = {}});
        d->note(d->intentContext(), Note::Level::Info, Words::tr("the call waits for your answer"));
        return;
    }
    d->asked.last().steps = canned->steps;
    d->answerNext(transaction.id());
}

/// How long an INVITE may ring: as set, and not longer than its own Expires. \return 0: for ever
//= R13.2.1-2
//= R13.2.2-3
Instant UserAgentClient::Private::ringLimitOf(const ComposedRequest &composed, const Message &invite)
{
    const auto expires = parseNumber(invite.value(HeaderId::Expires).trimmed(), 0xffffffff, "R13.2.1-2");
    if (!expires || *expires == 0)
        return composed.ringLimit;
    const Instant own = std::chrono::seconds(qint64(*expires));
    return composed.ringLimit > Instant::zero() ? std::min(composed.ringLimit, own) : own;
}

/// A call that came in does not ring for ever: Expires of its INVITE ends it (RFC 3261 13.3.1), or the limit that was set.
void UserAgentClient::Private::limitRinging(const Message &invite)
{
    const Instant limit = ringLimitOf(composed, invite);
    if (limit <= Instant::zero())
        return;
    const bool expires = limit != composed.ringLimit;
    const Instant due = core.scheduler().now() + limit;
    record(intentContext(), TimerEvent{TimerEvent::What::Started, 'R', due, limit});
    ringLimit = core.scheduler().at(due, [this, expires] {
        ringLimit = 0;
        record(intentContext(), TimerEvent{TimerEvent::What::Fired, 'R', {}, {}});
        const auto ringing = std::find_if(legs.cbegin(), legs.cend(), [](const Leg &leg) { return leg.incoming != 0; });
        if (ringing != legs.cend())
            respond(ringing->incoming, {.status = expires ? 487 : 480, .reason = {}, .rows = {}, .body = {}});
    });
}

bool UserAgentClient::Private::decline()
{
    const auto ringing = std::find_if(legs.cbegin(), legs.cend(), [](const Leg &leg) { return leg.incoming != 0; });
    if (ringing == legs.cend())
        return false;
    respond(ringing->incoming, {.status = 486, .reason = {}, .rows = {}, .body = {}});
    return true;
}

/// The program ends: a call of the peer that is up gets its BYE, one that rings its refusal. \return false: there is none
bool UserAgentClient::Private::endIncoming(Instant limit)
{
    const bool called = std::any_of(legs.cbegin(), legs.cend(), [](const Leg &leg) {
        return leg.call && !leg.ownsCallId && leg.dialog.state() != Dialog::State::Terminated;
    });
    if (finished || !called)
        return false;
    core.scheduler().cancel(upkeep.exit);
    upkeep.exit = core.scheduler().at(core.scheduler().now() + limit, [this] {
        upkeep.exit = 0;
        q.stop();
    });
    if (!decline())
        hangUpNow();
    return true;
}

/// An answer of ours to the call that came in moves its dialog.
void UserAgentClient::Private::incomingAnswered(Leg &leg, int status, const QByteArray &reason)
{
    if (status <= 100)
        return;
    if (!std::exchange(leg.begun, true)) {
        record(intentContext(), DialogChanged{leg.dialog.facts(), "", "RFC3261-12.1.1"});
        sayDetours(leg, intentContext());
    }
    if (status < 200)
        return;
    leg.incoming = 0;
    stopTimer(ringLimit, 'R');
    final = {status, reason, LocalCause::None};
    if (status < 300) {
        leg.dialog.confirm();
        changed(leg, -1, Dialog::State::Early, "RFC3261-12.1.1");
        takeStep(leg.dialog.remoteTag());
    } else {
        terminate(leg, -1, "R12.3-1");
    }
}

/// The caller has given up by now: nothing comes of a call that never had a final answer.
void UserAgentClient::Private::incomingIgnored(TransactionId invite)
{
    const auto leg = std::find_if(legs.begin(), legs.end(), [invite](const Leg &one) { return one.incoming == invite; });
    if (leg == legs.end())
        return;
    leg->incoming = 0;
    note(intentContext(), Note::Level::Info, Words::tr("the caller has given up by now: the call is over"), "R17.1.1.2-8");
    if (leg->begun)
        terminate(*leg, -1, "R12.3-1");
    else // never shown
        leg->dialog.terminate();
    finish();
}

} // namespace sip
