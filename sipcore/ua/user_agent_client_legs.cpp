// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/words.h"
#include "dialog/detours.h"
#include "request/request_builder.h"
#include "ua/user_agent_client_p.h"

namespace sip {

namespace {

/// Where the ACK goes: to its Request-URI when that is a strict router, else to its top Route, else to its Request-URI
/// (12.2.1.1).
/// \param like  how the first request was sent
Expected<NextHop> nextHopOf(const Message &request, const Dialog &dialog, const ComposedRequest &like)
{
    ComposedRequest asked;
    asked.tls = like.tls;
    asked.ws = like.ws;
    asked.method = request.method().toByteArray();
    asked.requestUri = request.requestUri().toByteArray();
    if (isRoutedStrictly(dialog.facts()))
        asked.target = asked.requestUri;
    for (const QByteArray &route : request.values(HeaderId::Route))
        asked.rows.append({"Route", route});
    return nextHop(asked);
}

} // namespace

UserAgentClient::Private::Leg *UserAgentClient::Private::legOf(QByteArrayView toTag)
{
    const auto found =
        std::find_if(legs.begin(), legs.end(), [toTag](const Leg &leg) { return leg.dialog.remoteTag() == toTag; });
    return found == legs.end() ? nullptr : &*found;
}

UserAgentClient::Private::Leg *UserAgentClient::Private::legFor(qsizetype index, const Message &response)
{
    if (Leg *const known = legOf(response.toTag())) {
        const Dialog::State before = known->dialog.state();
        known->dialog.answered(response);
        changed(*known, index, before, "R13.2.2.4-2");
        sayDetours(*known, contextOf(index));
        return known;
    }
    const std::optional<Dialog> dialog = Dialog::madeBy(attempts[index].request, response);
    if (!dialog)
        return nullptr;
    if (dialog->state() == Dialog::State::Early && legs.size() >= mostLegs) {
        note(contextOf(index), Note::Level::Warning, Words::tr("more than %1 forks: this one is not followed").arg(mostLegs),
             "R13.2.2.1-1");
        return nullptr;
    }
    legs.append(Leg{.dialog = *dialog, .acks = {}});
    legs.last().call = attempts[index].request.method() == "INVITE";
    legs.last().origin = attempts[index].target;
    //= R13.2.1-3 every fork answers the same offer
    if (legs.last().call)
        takeSdp(legs.last(), index, OfferAnswer::Party::Us, SdpCarrier::Invite, attempts[index].request);
    core.addDialog(dialog->callId(), dialog->localTag(), dialog->remoteTag(), q);
    record(contextOf(index), DialogChanged{dialog->facts(), "", "R12.1-1"});
    sayDetours(legs.last(), contextOf(index));
    return &legs.last();
}

/// Once for each way it leads to, before anything goes there.
void UserAgentClient::Private::sayDetours(Leg &leg, const TraceContext &context)
{
    const DialogFacts &facts = leg.dialog.facts();
    if (facts.remoteTarget == leg.weighedTarget && facts.routeSet == leg.weighedRoutes)
        return;
    const Expected<NextHop> hop = hopOf(facts);
    if (!hop || facts.state == Dialog::State::Terminated)
        return; // what cannot be used at all is said when something has to go there
    const QStringList odd = detours(facts, *hop, leg.origin);
    for (const QString &text : odd) {
        if (leg.detours.contains(text))
            continue;
        leg.detours << text;
        note(context, Note::Level::Warning, text, facts.routeSet.isEmpty() ? "R12.1.2-2" : "R12.1.2-1");
    }
    leg.weighedTarget = facts.remoteTarget;
    leg.weighedRoutes = facts.routeSet;
}

void UserAgentClient::Private::changed(const Leg &leg, qsizetype index, Dialog::State from, const char *rule)
{
    if (leg.dialog.state() != from)
        record(contextOf(index), DialogChanged{leg.dialog.facts(), stateName(from), rule});
}

void UserAgentClient::Private::terminate(Leg &leg, qsizetype index, const char *rule)
{
    core.scheduler().cancel(std::exchange(leg.hangUp, 0));
    core.scheduler().cancel(std::exchange(leg.glare, 0));
    stopSessionTimer(leg);
    const Dialog::State before = leg.dialog.state();
    leg.dialog.terminate();
    changed(leg, index, before, rule);
    finishIfDone();
}

//= R13.2.2.1-1
void UserAgentClient::Private::progressed(qsizetype index, const Message &response)
{
    if (Leg *const leg = legFor(index, response))
        provisional1xx(*leg, index, response);
}

//= R3262.4-1
//= R3262.5-1
void UserAgentClient::Private::provisional1xx(Leg &leg, qsizetype index, const Message &response)
{
    switch (leg.reliable.take(response)) {
    case ReliableResponses::Fate::NotReliable:
        takeSdp(leg, index, OfferAnswer::Party::Peer, SdpCarrier::Provisional, response);
        return;
    //= R3262.4-4
    case ReliableResponses::Fate::Copy: return;
    case ReliableResponses::Fate::OutOfOrder:
        note(contextOf(index), Note::Level::Warning,
             Words::tr("this %1 is out of order: a reliable one before it is missing, so that it gets no PRACK")
                 .arg(response.status()),
             "R3262.4-2");
        return;
    case ReliableResponses::Fate::Next: break;
    }
    takeSdp(leg, index, OfferAnswer::Party::Peer, SdpCarrier::ReliableProvisional, response);
    const bool offered = leg.session.isOffered() && leg.session.offerer() == OfferAnswer::Party::Peer;
    NextRequest prack{.method = "PRACK", .rows = {{"RAck", ReliableResponses::rack(response)}}, .body = {}};
    if (offered) {
        QString refused; // if so, every stream is; what becomes of the call is up to the peer
        prack.rows << ComposedRow{"Content-Type", "application/sdp"};
        prack.body = answerFor(leg, &refused);
    }
    sendNext(leg.dialog.remoteTag(), prack, "prack");
}

void UserAgentClient::Private::endEarlyDialogs(const char *rule)
{
    legs.removeIf([&](const Leg &leg) {
        if (leg.dialog.state() != Dialog::State::Early)
            return false;
        Dialog ended = leg.dialog;
        ended.terminate();
        record(contextOf(mainIndex()), DialogChanged{ended.facts(), stateName(Dialog::State::Early), rule});
        core.removeDialog(ended.callId(), ended.localTag(), ended.remoteTag(), q);
        return true;
    });
}

/// One ACK per fork, and again for every copy (13.2.2.4); \a firstOfDialog: false for a copy.
//= R13.2.2.4-1
void UserAgentClient::Private::accept2xx(qsizetype index, const Message &response, const Path &path, bool *firstOfDialog)
{
    Leg *const leg = legFor(index, response); // a 2xx always makes one
    if (!leg->acks.isEmpty()) {
        *firstOfDialog = false;
        sendAck(*leg, index);
        return;
    }
    const bool wanted = std::none_of(legs.cbegin(), legs.cend(), [](const Leg &other) { return !other.acks.isEmpty(); });
    const bool acceptable = acknowledge(*leg, index, response, path);
    if (leg->dialog.state() != Dialog::State::Confirmed)
        return;
    const QByteArray tag = leg->dialog.remoteTag();
    //= R9.1-14
    //= R13.2.2.4-6
    //= R13.2.2.4-7
    if (cancelState != CancelState::None || !wanted || !acceptable)
        hangUpLater(tag, Instant::zero());
    else
        takeStep(tag);
}

/// \return false: its offer cannot be taken, so that the call has to end
bool UserAgentClient::Private::acknowledge(Leg &leg, qsizetype index, const Message &response, const Path &path)
{
    takeSdp(leg, index, OfferAnswer::Party::Peer, SdpCarrier::InviteSuccess, response);
    //= R13.2.1-4
    const bool offered = leg.session.isOffered() && leg.session.offerer() == OfferAnswer::Party::Peer;
    QString refused;
    const QByteArray answer = offered ? answerFor(leg, &refused) : QByteArray();
    if (!refused.isEmpty())
        note(contextOf(index), Note::Level::Warning,
             Words::tr("nothing in the offer of this %1 can be taken (%2): the ACK refuses every stream, and the call is hung up")
                 .arg(response.status())
                 .arg(refused),
             "R13.2.2.4-7");
    Leg::Ack ack{index, leg.dialog.ack(attempts[index].request, newBranch(core.random()), answer), attempts[index].target,
                 path.connection};
    takeSdp(leg, index, OfferAnswer::Party::Us, SdpCarrier::Ack, ack.message);
    const Expected<NextHop> hop = nextHopOf(ack.message, leg.dialog, composed);
    const bool named = hop && hop->isName() && core.resolver();
    ack.waits = named;
    leg.acks.append(ack);
    if (named)
        lookUp({.words = {},
                .settings = roadInDialog(),
                .method = "ACK",
                .leg = leg.dialog.remoteTag(),
                .then = [this, tag = leg.dialog.remoteTag(), index](const Road &road) { ackGoesTo(tag, index, road); }},
               *hop);
    else
        ackGoesTo(leg.dialog.remoteTag(), index, roadOf(hop));
    takeSessionTimer(leg, index, attempts[index].request, response, true);
    return refused.isEmpty();
}

/// The way of an ACK is known: it goes out.
void UserAgentClient::Private::ackGoesTo(const QByteArray &toTag, qsizetype index, const Road &road)
{
    Leg *const leg = legOf(toTag);
    if (!leg)
        return;
    const auto ack =
        std::find_if(leg->acks.begin(), leg->acks.end(), [index](const Leg::Ack &one) { return one.attempt == index; });
    if (ack == leg->acks.end())
        return;
    ack->waits = false;
    if (road.targets.isEmpty())
        note(contextOf(index), Note::Level::Warning, Words::tr("the ACK goes where the INVITE went: %1").arg(road.problem.text),
             "R12.2.1.1-1");
    else
        ack->target = asOpened(road.targets.first().address, attempts[index].target);
    if (ack->target != attempts[index].target) {
        ack->connection = 0;
        if (const Expected<Endpoint> local = core.transport().localEndpoint(ack->target))
            ack->message = readdressed(ack->message, composed, factsOf(ack->target, *local));
    }
    sendAck(*leg, index);
}

//= R13.2.2.4-5
void UserAgentClient::Private::sendAck(const Leg &leg, qsizetype index)
{
    const auto ack =
        std::find_if(leg.acks.cbegin(), leg.acks.cend(), [index](const Leg::Ack &one) { return one.attempt == index; });
    if (ack != leg.acks.cend() && !ack->waits)
        core.transactions().sendDirectly({q.m_intent, attempts[index].number, 0}, ack->message, ack->target, ack->connection);
}

} // namespace sip
