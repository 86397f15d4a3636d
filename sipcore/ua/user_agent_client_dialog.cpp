// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/words.h"
#include "request/local_placeholder.h"
#include "request/request_builder.h"
#include "ua/user_agent_client_p.h"

namespace sip {

namespace {

/// Whether it carries an offer: a session description of the user's, or one that is put in.
bool offers(const NextRequest &request)
{
    return (request.method == "INVITE" || request.method == "UPDATE") &&
           (request.offer != NextRequest::Offer::AsGiven || request.body.startsWith("v="));
}

} // namespace

bool UserAgentClient::next(const QByteArray &toTag, const NextRequest &request, QString *why)
{
    const auto refuse = [why](const QString &text) {
        if (why)
            *why = text;
        return false;
    };
    if (request.method == "ACK" || request.method == "CANCEL")
        return refuse(Words::tr("%1 is no request of its own in a dialog: it is sent when it is due")
                          .arg(QString::fromUtf8(request.method)));
    Private::Leg *leg = toTag.isNull() ? nullptr : d->legOf(toTag);
    if (toTag.isNull())
        for (Private::Leg &one : d->legs)
            if (one.dialog.state() != Dialog::State::Terminated && (!leg || one.dialog.state() >= leg->dialog.state()))
                leg = &one;
    if (!leg)
        return refuse(Words::tr("there is no dialog to send it in"));
    if (leg->dialog.state() == Dialog::State::Terminated)
        return refuse(Words::tr("the dialog has ended"));
    const QByteArray tag = leg->dialog.remoteTag();
    //= R14.1-1
    if (request.method == "INVITE" && (d->invitePending(tag) || d->isAsked(tag, "INVITE")))
        return refuse(Words::tr("an INVITE is still being answered in this dialog; RFC 3261 14.1 allows one at a time"));
    //= R13.2.1-5
    //= R3311.5.1-2
    if (offers(request) && leg->session.isOffered() && d->isChanging(tag))
        return refuse(Words::tr("an offer is out in this dialog already, and has to be answered first (RFC 3311 5.1)"));
    //= R15.1.1-1
    if (leg->byeSent && request.method != "BYE")
        return refuse(Words::tr("the call is being hung up: its BYE has been sent"));
    //= R15-1
    if (leg->incoming != 0 && request.method == "BYE")
        return refuse(Words::tr("this call is not answered yet; who is called refuses it instead (RFC 3261 15)"));
    d->core.scheduler().cancel(std::exchange(leg->hangUp, 0));
    if (request.method == "BYE")
        d->sendBye(tag);
    else
        d->sendNext(tag, request, "next");
    return true;
}

void UserAgentClient::Private::sendNext(const QByteArray &toTag, const NextRequest &request, const QByteArray &why, bool step)
{
    sendInDialog({.role = Role::InDialog, .leg = toTag, .what = request, .step = step}, legOf(toTag)->dialog.next(request), why);
}

/// \param request  as the dialog of \a what made it
void UserAgentClient::Private::sendInDialog(Running what, ComposedRequest request, const QByteArray &why)
{
    Leg &leg = *legOf(what.leg);
    const QByteArray tag = what.leg;
    if (offers(what.what) && what.what.offer != NextRequest::Offer::AsGiven)
        request.body = offerFor(leg, what.what.offer);
    request.compactHeaders = composed.compactHeaders;
    request.tls = composed.tls;
    request.ws = composed.ws;
    const Expected<NextHop> hop = nextHop(request);
    if (mustLookUp(hop, roadInDialog()) && core.resolver())
        return lookUp({.words = {},
                       .settings = roadInDialog(),
                       .method = request.method,
                       .leg = tag,
                       .then = [this, what, request, why](const Road &road) { sendInDialogTo(what, request, why, road); }},
                      *hop);
    sendInDialogTo(std::move(what), std::move(request), why, roadOf(hop));
}

void UserAgentClient::Private::sendInDialogTo(Running what, ComposedRequest request, const QByteArray &why, const Road &road)
{
    const QByteArray tag = what.leg;
    const Leg *const leg = legOf(tag);
    if (!leg || leg->dialog.state() == Dialog::State::Terminated)
        return note(contextOf(mainIndex()), Note::Level::Info,
                    Words::tr("the %1 is not sent: its dialog ended while the next hop was looked up")
                        .arg(QString::fromUtf8(request.method)));
    what.others = road.targets;
    const Expected<DnsTarget> first = takeTarget(what.others, contextOf(mainIndex()), true);
    what.pretendDead = first && first->pretendDead;
    const TransportAddress target = asOpened(first                    ? first->address
                                             : road.targets.isEmpty() ? leg->origin
                                                                      : road.targets.last().address,
                                             leg->origin);
    if (road.targets.isEmpty())
        note(contextOf(mainIndex()), Note::Level::Warning,
             Words::tr("the %1 goes where the first request went: %2").arg(QString::fromUtf8(request.method), road.problem.text),
             "R12.2.1.1-1");
    const Expected<Endpoint> local = core.transport().localEndpoint(target);
    const BuildFacts facts = factsOf(target, local.value_or(Endpoint()));
    putLocal(request, facts.hostPort());
    //= R22.3-2
    const Message message = withCredentialsOfIntent(buildRequest(request, facts, core.random()), target);
    bySize(what, message, target); // which only says what is to be said
    const qsizetype index = startAttempt(std::move(what), why, message, target);
    if (request.method == "SUBSCRIBE")
        subscribing(tag, message);
    if (request.method == "INVITE")
        legOf(tag)->reliable = {};
    if (const auto carrier = requestCarrier(request.method))
        takeSdp(*legOf(tag), index, OfferAnswer::Party::Us, *carrier, message);
}

/// The same request, for a target that a 3xx named: the route set stays (R12.2.1.2-3). Its CSeq is still to be taken.
ComposedRequest UserAgentClient::Private::redirectedInDialog(const Leg &leg, NextRequest what, const Revision &where)
{
    DialogFacts facts = leg.dialog.facts();
    facts.remoteTarget = where.requestUri;
    for (const ComposedRow &row : where.set)
        what.rows.removeIf([&row](const ComposedRow &one) { return one.name.compare(row.name, Qt::CaseInsensitive) == 0; });
    what.rows += where.set;
    return composeInDialog(facts, what, facts.localSequence + 1);
}

/// The session of this dialog is being changed by one side or the other: no second change until that is answered.
bool UserAgentClient::Private::isChanging(QByteArrayView toTag) const
{
    return invitePending(toTag) || changePending(toTag) || isAsked(toTag, "INVITE") || isAsked(toTag, "UPDATE");
}

bool UserAgentClient::Private::invitePending(QByteArrayView toTag) const
{
    for (qsizetype i = 0; i < running.size(); ++i)
        if (running[i].transaction && running[i].transaction->isInvite() && attempts[i].status < 200 &&
            (running[i].role == Role::Main || running[i].leg == toTag))
            return true;
    return looksUpInvite(toTag);
}

void UserAgentClient::Private::answeredInDialog(qsizetype index, const Message &response, const Path &path)
{
    const int status = response.status();
    if (status >= 200)
        core.scheduler().cancel(std::exchange(running[index].limit, 0));
    Leg *leg = legOf(running[index].leg);
    if (!leg) // an early dialog that is over
        return;
    if (status < 200) {
        if (status > 100 && attempts[index].request.method() == "INVITE")
            provisional1xx(*leg, index, response);
        return;
    }
    const Message request = attempts[index].request;
    if (request.method() == "INVITE" && status < 300) {
        const bool copy =
            std::any_of(leg->acks.cbegin(), leg->acks.cend(), [index](const Leg::Ack &one) { return one.attempt == index; });
        if (copy)
            return sendAck(*leg, index);
    }
    //= R15-2
    if (((status == 401 || status == 407) && retryWithAuthentication(index, response)) ||
        retryWithoutCredentials(index, response))
        return;
    if ((status == 503 && failOver(index, Words::tr("503 from this server"))) || tryNextTarget(index, response))
        return;
    leg = legOf(running[index].leg);
    if (request.method() == "BYE") {
        terminate(*leg, index, "R15.1.1-1");
        return;
    }
    if (status < 300 && methodTraits(request.method()).refreshesTarget) {
        leg->dialog.refreshedByUs(request);
        //= R12.2.1.2-1
        if (leg->dialog.refreshedBy(response)) {
            record(contextOf(index), DialogChanged{leg->dialog.facts(), stateName(leg->dialog.state()), "R12.2.1.2-1"});
            sayDetours(*leg, contextOf(index));
        }
    }
    if (request.method() == "SUBSCRIBE") {
        const bool step = running[index].step;
        const QByteArray tag = running[index].leg;
        resubscribed(*leg, index, response);
        if (const Leg *const still = legOf(tag); step && still && still->dialog.state() == Dialog::State::Confirmed)
            takeStep(tag);
        return;
    }
    if (retryRevised(index, response))
        return;
    const bool ourOffer = leg->session.isOffered() && leg->session.offerer() == OfferAnswer::Party::Us;
    if (status >= 300 && ourOffer && requestCarrier(request.method()))
        leg->session.failed(); //= R14.1-2
    if (status == 491 && (request.method() == "INVITE" || request.method() == "UPDATE") && !leg->byeSent) {
        retryAfterGlare(*leg, index);
        return;
    }
    if (status < 300) {
        if (request.method() == "INVITE") {
            const QByteArray tag = running[index].leg;
            if (!acknowledge(*leg, index, response, path))
                return hangUpLater(tag, Instant::zero());
        } else if (request.method() == "UPDATE") {
            takeSdp(*leg, index, OfferAnswer::Party::Peer, SdpCarrier::UpdateSuccess, response);
            takeSessionTimer(*leg, index, request, response, true);
        } else if (request.method() == "REFER") {
            leg->watched.append(Watched{Subscription(request)});
        } else if (request.method() == "PRACK") {
            takeSdp(*leg, index, OfferAnswer::Party::Peer, SdpCarrier::PrackSuccess, response);
        }
    } else if ((status == 481 || status == 408) && request.method() != "PRACK") {
        //= R12.2.1.2-2
        //= R14.1-4
        //= R4028.7.4-1
        dialogLost(*leg, index,
                   Words::tr("a %1 to the %2 says that the peer no longer has this dialog")
                       .arg(status)
                       .arg(QString::fromUtf8(request.method())));
        return;
    }
    if (running[index].step)
        takeStep(running[index].leg);
}

/// A provisional answer stops Timer B: what keeps a re-INVITE waiting for ever ends as the ringing of the first one would.
void UserAgentClient::Private::limitChange(qsizetype index)
{
    if (running[index].role != Role::InDialog || attempts[index].request.method() != "INVITE" ||
        composed.ringLimit <= Instant::zero())
        return;
    running[index].limit = core.scheduler().at(core.scheduler().now() + composed.ringLimit, [this, index] {
        running[index].limit = 0;
        if (ClientTransaction *const transaction = std::exchange(running[index].transaction, nullptr))
            core.transactions().abandon(*transaction);
        if (!finished)
            failedInDialog(
                index, Words::tr("the INVITE had no final answer within %1 s").arg(composed.ringLimit / std::chrono::seconds(1)));
    });
}

void UserAgentClient::Private::failedInDialog(qsizetype index, const QString &problem)
{
    Leg *const leg = legOf(running[index].leg);
    if (!leg)
        return;
    //= R15.1.1-2
    if (attempts[index].request.method() == "BYE") {
        note(contextOf(index), Note::Level::Warning, Words::tr("the call counts as ended: %1").arg(problem), "R15.1.1-1");
        terminate(*leg, index, "R15.1.1-1");
    } else if (attempts[index].request.method() == "PRACK") {
        note(contextOf(index), Note::Level::Warning, problem, "R3262.4-1"); // the INVITE decides what becomes of the call
    } else {
        dialogLost(*leg, index, problem);
    }
}

/// The peer no longer knows the dialog, or cannot be reached: told goodbye, and over.
void UserAgentClient::Private::dialogLost(Leg &leg, qsizetype index, const QString &why)
{
    if (leg.byeSent)
        return;
    note(contextOf(index), Note::Level::Warning, Words::tr("the dialog is ended: %1").arg(why), "R12.2.1.2-2");
    stepsLeftOut(Words::tr("the dialog has ended"));
    if (leg.call)
        return sendBye(leg.dialog.remoteTag());
    for (Watched &watched : leg.watched)
        watched.subscription.terminate();
    terminate(leg, index, "R12.2.1.2-2");
}

/// The next of composed.then, or the end of the call when there is none.
void UserAgentClient::Private::takeStep(const QByteArray &toTag)
{
    if (nextStep >= composed.then.size())
        return hangUpLater(toTag, composed.hangUpAfter);
    stepAfter(toTag, composed.then[nextStep].after);
}

void UserAgentClient::Private::stepAfter(const QByteArray &toTag, Instant pause)
{
    stepTimer = core.scheduler().at(core.scheduler().now() + pause, [this, toTag] {
        stepTimer = 0;
        const Leg *const leg = legOf(toTag);
        if (!leg || leg->dialog.state() == Dialog::State::Terminated || leg->byeSent)
            return;
        const NextRequest request = composed.then[nextStep];
        //= R14.1-1
        if ((request.method == "INVITE" || request.method == "UPDATE") && isChanging(toTag))
            return stepAfter(toTag, changeAgainAfter);
        ++nextStep;
        if (request.method == "BYE")
            sendBye(toTag);
        else
            sendNext(toTag, request, "next", true);
    });
}

void UserAgentClient::Private::stepsLeftOut(const QString &why)
{
    const qsizetype left = composed.then.size() - nextStep;
    nextStep = composed.then.size();
    if (left > 0)
        note(intentContext(), Note::Level::Warning,
             left == 1 ? Words::tr("%1 was not sent: %2").arg(QString::fromUtf8(composed.then.last().method), why)
                       : Words::tr("what was to follow, %1 requests, was not sent: %2").arg(left).arg(why));
}

void UserAgentClient::Private::hangUpLater(const QByteArray &toTag, Instant after)
{
    // What a REFER watches ends by itself, with the request that was referred.
    const Leg *const leg = legOf(toTag);
    const bool endsByItself = !leg->call && std::all_of(leg->watched.cbegin(), leg->watched.cend(),
                                                        [](const Watched &one) { return one.subscription.byRefer(); });
    if (after != ComposedRequest::Never && !endsByItself)
        legOf(toTag)->hangUp = core.scheduler().at(core.scheduler().now() + after, [this, toTag] {
            legOf(toTag)->hangUp = 0;
            endDialog(toTag);
        });
}

void UserAgentClient::Private::endDialog(const QByteArray &toTag)
{
    if (legOf(toTag)->call)
        sendBye(toTag);
    else
        unsubscribe(toTag);
}

void UserAgentClient::Private::sendBye(const QByteArray &toTag)
{
    Leg &leg = *legOf(toTag);
    core.scheduler().cancel(std::exchange(leg.hangUp, 0));
    //= R15-1
    if (leg.ackDue && !leg.ownsCallId) {
        if (!std::exchange(leg.byeWanted, true))
            note(intentContext(), Note::Level::Info, Words::tr("the BYE waits for the ACK to our 2xx (RFC 3261 15)"), "R15-1");
        return;
    }
    if (std::exchange(leg.byeSent, true))
        return;
    //= R15.1.1-1 the session is over now, whatever the answer will be
    core.scheduler().cancel(std::exchange(leg.glare, 0));
    stopSessionTimer(leg);
    sendNext(toTag, {.method = "BYE", .rows = {}, .body = {}}, "bye");
}

bool UserAgentClient::Private::hangUpNow()
{
    bool any = false;
    core.scheduler().cancel(std::exchange(stepTimer, 0));
    for (qsizetype i = 0; i < legs.size(); ++i) {
        if (legs[i].dialog.state() != Dialog::State::Confirmed || legs[i].byeSent)
            continue;
        const bool watches = std::any_of(legs[i].watched.cbegin(), legs[i].watched.cend(), [](const Watched &one) {
            return one.subscription.state() != Subscription::State::Terminated && !one.ending;
        });
        if (!legs[i].call && !watches)
            continue;
        core.scheduler().cancel(std::exchange(legs[i].hangUp, 0));
        endDialog(QByteArray(legs[i].dialog.remoteTag()));
        any = true;
    }
    return any;
}

} // namespace sip
