// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/words.h"
#include "message/session_body.h"
#include "sdp/sdp_builder.h"
#include "sdp/usual_description.h"
#include "ua/user_agent_client_p.h"

namespace sip {

namespace {

using Party = OfferAnswer::Party;
using Kind = OfferAnswer::Verdict::Kind;

} // namespace

/// Offer and answer of one message (RFC 3264), recorded when they met.
OfferAnswer::Verdict UserAgentClient::Private::takeSdp(Leg &leg, qsizetype index, Party from, SdpCarrier carrier,
                                                       const Message &message)
{
    const bool offeredByUs = leg.session.isOffered() && leg.session.offerer() == Party::Us;
    const QByteArray offer = leg.session.offer();
    const OfferAnswer::Verdict verdict = leg.session.take(from, carrier, sessionDescriptionOf(message));
    if (verdict.kind == Kind::Agreed)
        record(contextOf(index), SessionAgreed{leg.dialog.remoteTag(), offer, sessionDescriptionOf(message).toByteArray(),
                                               offeredByUs, verdict.text, verdict.rule});
    else if (verdict.kind == Kind::Violation || verdict.kind == Kind::Early)
        note(contextOf(index), verdict.kind == Kind::Early ? Note::Level::Info : Note::Level::Warning, verdict.text,
             verdict.rule);
    return verdict;
}

Endpoint UserAgentClient::Private::localEndpoint(const Leg &leg) const
{
    return core.transport().localEndpoint(leg.origin).value_or(Endpoint());
}

quint64 UserAgentClient::Private::newSessionId()
{
    return core.random().below(1u << 31);
}

/// An answer to the offer that is out in this dialog, as we offered before or else as usual. \param refused  why, when it refuses
/// every stream
//= R3264.6-1
QByteArray UserAgentClient::Private::answerFor(const Leg &leg, QString *refused)
{
    const SessionDescription offer = SessionDescription::parse(leg.session.offer());
    const SessionDescription own = SessionDescription::parse(leg.session.local());
    const quint64 id = newSessionId();
    const Expected<QByteArray> answer = usualAnswer(offer, own, localEndpoint(leg), id);
    if (answer)
        return *answer;
    *refused = answer.error().detail;
    return answerAsBefore(offer, own, localEndpoint(leg), id);
}

/// An offer of ours: the session as it stands, in the direction asked for; a first one when there is none.
QByteArray UserAgentClient::Private::offerFor(const Leg &leg, NextRequest::Offer offer)
{
    if (offer == NextRequest::Offer::AsGiven || offer == NextRequest::Offer::Same)
        return usualOffer(leg.session, localEndpoint(leg), [this] { return newSessionId(); });
    const MediaDirection direction = offer == NextRequest::Offer::Hold ? MediaDirection::SendOnly : MediaDirection::SendRecv;
    if (!leg.session.isAgreed()) {
        MediaWish wish;
        wish.direction = direction;
        return buildOffer({wish}, localEndpoint(leg), newSessionId());
    }
    SessionDescription description = SessionDescription::parse(leg.session.local());
    // Held by both sides: who is held says so by offering to be silent (RFC 3264 8.4).
    const QList<SessionDescription::Media> theirs = SessionDescription::parse(leg.session.remote()).media();
    const bool heldByThem = !theirs.isEmpty() && theirs.first().direction == MediaDirection::SendOnly;
    description.setDirection(offer == NextRequest::Offer::Hold && heldByThem ? MediaDirection::Inactive : direction);
    return description.toBytes();
}

/// How long the session lasts from now on (RFC 4028); every 2xx to INVITE or UPDATE of either side says it anew.
void UserAgentClient::Private::takeSessionTimer(Leg &leg, qsizetype index, const Message &request, const Message &response,
                                                bool ours)
{
    stopSessionTimer(leg);
    leg.timer = SessionTimer::agreed(request, response, ours);
    if (!leg.timer || leg.dialog.state() != Dialog::State::Confirmed)
        return;
    const QByteArray tag = leg.dialog.remoteTag();
    const Instant now = core.scheduler().now(), refreshAfter = leg.timer->refreshAfter(), byeAfter = leg.timer->byeAfter();
    //= R4028.10-1
    if (leg.timer->weRefresh) {
        record(contextOf(index), TimerEvent{TimerEvent::What::Started, 'S', now + refreshAfter, refreshAfter});
        refreshSession(tag, refreshAfter);
    }
    //= R4028.10-2
    record(contextOf(index), TimerEvent{TimerEvent::What::Started, 'X', now + byeAfter, byeAfter});
    leg.expiry = core.scheduler().at(now + byeAfter, [this, tag] {
        legOf(tag)->expiry = 0;
        record(contextOf(mainIndex()), TimerEvent{TimerEvent::What::Fired, 'X', {}, {}});
        note(contextOf(mainIndex()), Note::Level::Warning, Words::tr("the session was not refreshed in time: it is hung up"),
             "R4028.10-2");
        stepsLeftOut(Words::tr("the session ran out"));
        sendBye(tag);
    });
}

/// Our refresh, or a look again later while somebody changes the session, which may refresh it too.
void UserAgentClient::Private::refreshSession(const QByteArray &toTag, Instant after)
{
    legOf(toTag)->refresh = core.scheduler().at(core.scheduler().now() + after, [this, toTag] {
        Leg &due = *legOf(toTag);
        due.refresh = 0;
        if (isChanging(toTag))
            return refreshSession(toTag, changeAgainAfter);
        record(contextOf(mainIndex()), TimerEvent{TimerEvent::What::Fired, 'S', {}, {}});
        const bool update = due.dialog.facts().peerAllow.contains("UPDATE");
        const QByteArray interval = QByteArray::number(due.timer->interval / std::chrono::seconds(1));
        sendNext(toTag,
                 {.method = update ? "UPDATE" : "INVITE",
                  .rows = {{"Session-Expires", interval + ";refresher=uac"}},
                  .body = {},
                  .offer = update ? NextRequest::Offer::AsGiven : NextRequest::Offer::Same},
                 "session refresh");
    });
}

void UserAgentClient::Private::stopSessionTimer(Leg &leg)
{
    core.scheduler().cancel(std::exchange(leg.refresh, 0));
    core.scheduler().cancel(std::exchange(leg.expiry, 0));
    leg.timer.reset();
}

/// Both sides changed the session at once: who owns the Call-ID waits longer, so that they do not meet again.
//= R14.1-3
//= R3311.5.3-1
void UserAgentClient::Private::retryAfterGlare(Leg &leg, qsizetype index)
{
    const NextRequest what = running[index].what;
    const bool step = running[index].step;
    const QByteArray tag = running[index].leg;
    if (!mayRetry(index)) {
        if (step)
            takeStep(tag);
        return;
    }
    const Instant wait =
        leg.ownsCallId ? 2100ms + 10ms * qint64(core.random().below(191)) : 10ms * qint64(core.random().below(201));
    record(contextOf(index), TimerEvent{TimerEvent::What::Started, 'Q', core.scheduler().now() + wait, wait});
    changeAfter(tag, wait, what, step);
}

void UserAgentClient::Private::changeAfter(const QByteArray &toTag, Instant pause, const NextRequest &what, bool step)
{
    legOf(toTag)->glare = core.scheduler().at(core.scheduler().now() + pause, [this, toTag, what, step] {
        legOf(toTag)->glare = 0;
        if (isChanging(toTag))
            return changeAfter(toTag, changeAgainAfter, what, step);
        record(contextOf(mainIndex()), TimerEvent{TimerEvent::What::Fired, 'Q', {}, {}});
        if (!legOf(toTag)->byeSent)
            sendNext(toTag, what, "glare", step);
    });
}

} // namespace sip
