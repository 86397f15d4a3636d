// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/words.h"
#include "dialog/response_in_dialog.h"
#include "request/request_builder.h"
#include "request/response_builder.h"
#include "sdp/usual_description.h"
#include "ua/user_agent_client_p.h"

namespace sip {

namespace {

constexpr qsizetype mostAsked = 100; ///< requests of the peer that wait for an answer, of one intent

} // namespace

void UserAgentClient::requestReceived(ServerTransaction &transaction)
{
    const Message request = transaction.request();
    const QByteArrayView method = request.method();
    const TransactionId id = transaction.id();
    Private::Leg *const leg = d->legOf(request.fromTag());
    if (!leg && method == "NOTIFY")
        return d->respond(id, {.status = d->notified(request), .reason = {}, .rows = {}, .body = {}});
    if (!leg || leg->dialog.state() == Dialog::State::Terminated) {
        d->note(d->intentContext(), Note::Level::Info,
                Words::tr("this %1 comes after the end of its dialog; answered 481").arg(QString::fromUtf8(method)), "R12.2.2-1");
        return d->respond(id, {.status = 481, .reason = {}, .rows = {}, .body = {}});
    }
    if (!leg->dialog.accept(request)) {
        d->note(d->intentContext(), Note::Level::Warning,
                Words::tr("%1 with CSeq %2 is out of order, %3 was the last one; answered 500")
                    .arg(QString::fromUtf8(method))
                    .arg(request.cseqNumber())
                    .arg(leg->dialog.facts().remoteSequence),
                "R12.2-1");
        return d->respond(id, {.status = 500, .reason = {}, .rows = {}, .body = {}});
    }
    if (const std::optional<ComposedAnswer> refusal = refusalOfBody(request))
        return d->respond(id, *refusal);
    if (method == "BYE") {
        d->respond(id, {.status = 200, .reason = {}, .rows = {}, .body = {}});
        d->refuseAsked(request.fromTag(), 487);
        d->terminate(*leg, d->mainIndex(), "RFC3261-15.1.2");
        return;
    }
    if (method == "NOTIFY") {
        const int status = d->notified(request);
        const CannedAnswer *const canned = d->cannedFor(method);
        if (!canned || canned->method == "*" || status != 200)
            return d->respond(id, {.status = status, .reason = {}, .rows = {}, .body = {}});
    }
    if (method == "PRACK") {
        const TransactionId invite = d->takePrack(*leg, request);
        const CannedAnswer *const canned = d->cannedFor(method);
        const bool usual = invite == 0 || !canned || canned->method == "*";
        if (invite == 0)
            d->note(d->intentContext(), Note::Level::Info,
                    Words::tr("this PRACK is for nothing: no reliable answer of ours waits for it; answered 481"), "R3262.3-1");
        if (usual)
            d->respond(id, {.status = invite != 0 ? 200 : 481, .reason = {}, .rows = {}, .body = {}});
        d->giveHeld(invite);
        if (usual)
            return;
    }
    if (method == "INVITE" || method == "UPDATE") {
        //= R14.2-1
        //= R3311.5.2-1
        if (d->changePending(request.fromTag())) {
            d->note(
                d->intentContext(), Note::Level::Info,
                Words::tr("both sides changed the session at once: the peer's %1 is answered 491").arg(QString::fromUtf8(method)),
                "R14.2-1");
            return d->respond(id, {.status = 491, .reason = {}, .rows = {}, .body = {}});
        }
        // An UPDATE may come while the call rings, once the offer of its INVITE was answered (RFC 3311 5.2).
        //= R14.2-2
        const bool offered = leg->session.isOffered() && leg->session.offerer() == OfferAnswer::Party::Peer;
        const bool mayUpdate = method == "UPDATE" && leg->incoming != 0 && !offered;
        if (d->isAsked(request.fromTag(), "UPDATE") || (d->isAsked(request.fromTag(), "INVITE") && !mayUpdate)) {
            const QByteArray after = QByteArray::number(d->core.random().below(11));
            return d->respond(id, {.status = 500, .reason = {}, .rows = {{"Retry-After", after}}, .body = {}});
        }
    }
    if ((method == "INVITE" || method == "UPDATE") && sessionTimerAnswer(request).tooBrief)
        return d->respond(id, {.status = 422, .reason = {}, .rows = {}, .body = {}});
    const SdpCarrier carrier = method == "INVITE" ? SdpCarrier::Invite : SdpCarrier::Update;
    if ((method == "INVITE" || method == "UPDATE") &&
        d->takeSdp(*leg, -1, OfferAnswer::Party::Peer, carrier, request).kind == OfferAnswer::Verdict::Kind::Violation)
        return d->respond(id, {.status = 491, .reason = {}, .rows = {}, .body = {}});
    if (d->asked.size() >= mostAsked)
        return d->respond(id, {.status = 503, .reason = {}, .rows = {}, .body = {}});
    d->asked.append({.transaction = id, .method = method.toByteArray(), .leg = request.fromTag().toByteArray(), .steps = {}});
    const CannedAnswer *canned = d->cannedFor(method);
    if (!canned)
        return d->respond(id, {.status = usualStatus(request), .reason = {}, .rows = {}, .body = {}});
    if (canned->steps.isEmpty()) {
        d->note(d->intentContext(), Note::Level::Info, Words::tr("the %1 waits for your answer").arg(QString::fromUtf8(method)));
        return d->giveUpLater(id);
    }
    d->asked.last().steps = canned->steps;
    d->answerNext(id);
}

void UserAgentClient::acknowledged(const Message &ack)
{
    Private::Leg *const leg = d->legOf(ack.fromTag());
    if (!leg)
        return;
    d->takeSdp(*leg, -1, OfferAnswer::Party::Peer, SdpCarrier::Ack, ack);
    leg->acknowledged = ack.cseqNumber();
    leg->ackDue = false;
    if (std::exchange(leg->byeWanted, false) && leg->dialog.state() == Dialog::State::Confirmed)
        d->sendBye(leg->dialog.remoteTag());
}

bool UserAgentClient::hasAcknowledged(const Message &ack) const
{
    const Private::Leg *const leg = d->legOf(ack.fromTag());
    return leg && leg->acknowledged == ack.cseqNumber();
}

bool UserAgentClient::answer(TransactionId request, const ComposedAnswer &answer, QString *why)
{
    if (!d->askedOf(request)) {
        if (why)
            *why = Words::tr("that request is answered already, or gone");
        return false;
    }
    d->respond(request, answer);
    return true;
}

void UserAgentClient::requestCancelled(ServerTransaction &invite)
{
    if (d->askedOf(invite.id()))
        d->respond(invite.id(), {.status = 487, .reason = {}, .rows = {}, .body = {}});
}

UserAgentClient::Private::Asked *UserAgentClient::Private::askedOf(TransactionId id)
{
    const auto found = std::find_if(asked.begin(), asked.end(), [id](const Asked &one) { return one.transaction == id; });
    return found == asked.end() ? nullptr : &*found;
}

bool UserAgentClient::Private::isAsked(QByteArrayView toTag, QByteArrayView method) const
{
    return std::any_of(asked.cbegin(), asked.cend(),
                       [&](const Asked &one) { return one.leg == toTag && QByteArrayView(one.method) == method; });
}

/// An INVITE or UPDATE of ours in this dialog has no final answer yet.
bool UserAgentClient::Private::changePending(QByteArrayView toTag) const
{
    for (qsizetype i = 0; i < running.size(); ++i)
        if (running[i].role == Role::InDialog && running[i].leg == toTag && attempts[i].status < 200 && running[i].transaction &&
            (attempts[i].request.method() == "INVITE" || attempts[i].request.method() == "UPDATE"))
            return true;
    return false;
}

const CannedAnswer *UserAgentClient::Private::cannedFor(QByteArrayView method) const
{
    return CannedAnswer::find(composed.answers, method);
}

/// The next step of a canned answer, now or after its pause.
void UserAgentClient::Private::answerNext(TransactionId id)
{
    Asked *const one = askedOf(id);
    if (!one || one->steps.isEmpty())
        return;
    const CannedAnswer::Step step = one->steps.takeFirst();
    if (step.status == 0) {
        note(intentContext(), Note::Level::Info,
             Words::tr("the %1 is met with silence, as set").arg(QString::fromUtf8(one->method)));
        return giveUpLater(id);
    }
    const auto give = [this, id, step] {
        if (Asked *const waiting = askedOf(id))
            waiting->ticket = 0;
        respond(id, {.status = step.status, .reason = {}, .rows = {}, .body = {}, .reliable = step.reliable});
        answerNext(id);
    };
    if (step.after == Instant::zero())
        give();
    else
        one->ticket = core.scheduler().at(core.scheduler().now() + step.after, give);
}

/// Nothing is sent until the peer has given up too.
void UserAgentClient::Private::giveUpLater(TransactionId id)
{
    Asked *const one = askedOf(id);
    core.scheduler().cancel(one->ticket);
    one->ticket = core.scheduler().at(core.scheduler().now() + TimerValues::rfc().timeout(), [this, id] {
        if (const Asked *const silent = askedOf(id))
            note(intentContext(), Note::Level::Info,
                 Words::tr("the %1 got no answer from here: its sender has given up by now")
                     .arg(QString::fromUtf8(silent->method)));
        asked.removeIf([id](const Asked &silent) { return silent.transaction == id; });
        if (ServerTransaction *const transaction = core.transactions().server(id))
            core.transactions().abandon(*transaction);
        incomingIgnored(id);
    });
}

void UserAgentClient::Private::refuseAsked(QByteArrayView toTag, int status)
{
    QList<TransactionId> waiting;
    for (const Asked &one : std::as_const(asked))
        if (one.leg == toTag)
            waiting << one.transaction;
    for (const TransactionId id : std::as_const(waiting))
        respond(id, {.status = status, .reason = {}, .rows = {}, .body = {}});
}

void UserAgentClient::Private::forget(TransactionId id)
{
    asked.removeIf([&](const Asked &one) {
        if (one.transaction != id)
            return false;
        core.scheduler().cancel(one.ticket);
        if (one.reliable)
            core.scheduler().cancel(one.reliable->ticket);
        return true;
    });
}

/// The session description that goes with an answer; empty: none. The error says why the offer cannot be accepted.
Expected<QByteArray> UserAgentClient::Private::descriptionFor(const Leg &leg, const Message &request,
                                                              const ComposedAnswer &answer, bool reliable)
{
    if (!answer.body.isEmpty())
        return QByteArray();
    return usualDescription(leg.session, request, answer.status, reliable, localEndpoint(leg), [this] { return newSessionId(); });
}

void UserAgentClient::Private::respond(TransactionId id, const ComposedAnswer &answer)
{
    ServerTransaction *const transaction = core.transactions().server(id);
    if (!transaction) { // an answer before this one could not be delivered
        forget(id);
        return incomingIgnored(id);
    }
    if (holds(id, answer))
        return;
    const Message request = transaction->request();
    Leg *const leg = legOf(request.fromTag());
    const bool initial = leg && leg->incoming == id;
    const bool reliable = goesReliably(id, request, answer);
    const Expected<QByteArray> description = leg ? descriptionFor(*leg, request, answer, reliable) : QByteArray();
    if (!description) {
        const QByteArray warning = warningOf(description.error(), leg->session.offer());
        leg->session.failed();
        return respond(id, {.status = 488, .reason = {}, .rows = {{"Warning", warning}}, .body = {}});
    }
    const bool changes = request.method() == "INVITE" || request.method() == "UPDATE";
    const ResponseFacts facts{.toTag = initial ? leg->dialog.localTag() : newTag(core.random()),
                              .contact = leg ? leg->dialog.facts().contact : QByteArray(),
                              .beginsDialog = initial,
                              .description = *description,
                              .rseq = reliable ? nextRSeq(id) : 0};
    const Message response = responseInDialog(request, facts, answer).toMessage();
    if (answer.status >= 200)
        forget(id);
    core.transactions().respond(*transaction, response);
    if (reliable)
        awaitPrack(id, response);
    if (leg)
        if (const auto carrier = responseCarrier(request.method(), answer.status, reliable))
            takeSdp(*leg, -1, OfferAnswer::Party::Us, *carrier, response);
    if (leg && changes && answer.status / 100 == 2)
        takeSessionTimer(*leg, -1, request, response, false);
    if (leg && answer.status >= 300 && (changes || request.method() == "PRACK") && leg->session.isOffered() &&
        leg->session.offerer() == OfferAnswer::Party::Peer)
        leg->session.failed();
    if (initial)
        incomingAnswered(*leg, answer.status, response.reasonPhrase().toByteArray());
    if (!methodTraits(request.method()).refreshesTarget || answer.status / 100 != 2)
        return;
    if (Leg *const there = legOf(request.fromTag()); there && !initial && there->dialog.refreshedByPeer(request)) {
        record(intentContext(), DialogChanged{there->dialog.facts(), stateName(there->dialog.state()), "R12.2.1.2-1"});
        sayDetours(*there, intentContext());
    }
    if (request.method() != "INVITE")
        return;
    if (Leg *const there = legOf(request.fromTag()))
        there->ackDue = true;
    core.answers().add(transaction->context(), request, response, transaction->path(),
                       [this, tag = request.fromTag().toByteArray()] {
                           note(intentContext(), Note::Level::Warning,
                                Words::tr("no ACK came for the 200 within 64*T1: the call is hung up"), "RFC3261-13.3.1.4");
                           Leg *const silent = legOf(tag);
                           if (!silent || silent->dialog.state() != Dialog::State::Confirmed)
                               return;
                           silent->ackDue = false;
                           sendBye(tag);
                       });
}

} // namespace sip
