// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialog/session_timer.h"
#include "message/headers.h"
#include "message/option_tags.h"
#include "message/session_body.h"
#include "practice/limits.h"
#include "practice/practice_core.h"
#include "practice/sdp_answer.h"
#include "practice/session_limit.h"

// The part of PracticeCore that is about calls: INVITE, PRACK, ACK, CANCEL, BYE.
namespace diag {

namespace {

using sip::HeaderId;
using Kind = Behaviour::Kind;

constexpr sip::Instant UsualRinging = std::chrono::milliseconds(300);
constexpr sip::Instant RingAgain = std::chrono::minutes(1); ///< RFC 3261 13.3.1.1: proxies give up after three

} // namespace

QByteArray PracticeCore::dialogOf(const sip::Message &request, const QByteArray &ourTag) const
{
    const QByteArray tag = !request.toTag().isEmpty() ? request.toTag().toByteArray()
                           : ourTag.isEmpty()         ? toTag(request)
                                                      : ourTag;
    return request.callId().toByteArray() + ' ' + request.fromTag().toByteArray() + ' ' + tag;
}

void PracticeCore::startCall(sip::ServerTransaction &transaction)
{
    const sip::Message &request = transaction.request();
    if (!request.body().isEmpty() && sip::sessionDescriptionOf(request).isEmpty())
        return answer(transaction, 415);
    const QByteArray offer = request.body().toByteArray();
    if (const QByteArray why = offer.isEmpty() ? QByteArray() : whyNoAnswer(offer, shownAddress(transaction.path()));
        !why.isEmpty()) {
        sip::MessageDraft refused = draft(transaction, 488);
        refused.append(HeaderId::Warning, why);
        return answer(transaction, refused);
    }
    //= R4028.5-1
    if (m_behaviour.kind == Kind::SessionTimer && sip::sessionTimerAnswer(request).tooBrief)
        return answer(transaction, 422);
    if (!request.toTag().isEmpty())
        return changeSession(transaction);
    if (m_behaviour.kind == Kind::Prack && !sip::listsOption(request, HeaderId::Supported, "100rel") &&
        !sip::listsOption(request, HeaderId::Require, "100rel")) {
        sip::MessageDraft wants = draft(transaction, 421);
        wants.append(HeaderId::Require, "100rel");
        return answer(transaction, wants);
    }
    QList<QByteArray> tags{toTag(request)};
    if (m_behaviour.kind == Kind::Fork) {
        for (int fork = 1; fork <= m_behaviour.number; ++fork)
            tags.append("fork" + QByteArray::number(fork) + '-' + tags.first());
        tags.removeFirst();
    }
    if (m_calls.contains(dialogOf(request, tags.first()))) // it came on two ways (8.2.2.2)
        return answer(transaction, 482);
    if (m_calls.size() + tags.size() > mostHeld)
        return refuseForNow(transaction, "calls");
    answer(transaction, 100);
    const bool slow = m_behaviour.kind == Kind::Slow;
    const auto expires = sip::parseNumber(request.value(HeaderId::Expires).trimmed(), 0xffffffffU, "");
    if (expires && *expires > 0)
        m_pending[transaction.id()].expires = m_scheduler.now() + std::chrono::seconds(*expires);
    for (const QByteArray &tag : std::as_const(tags))
        beginCall(transaction, tag);
    keep(transaction, slow ? std::chrono::milliseconds(m_behaviour.number) : sip::Instant(0), &PracticeCore::ring);
}

/// One early dialog of an INVITE. \param tag  ours
void PracticeCore::beginCall(const sip::ServerTransaction &transaction, const QByteArray &tag)
{
    const sip::Message &request = transaction.request();
    sip::MessageDraft ringing = draft(transaction, 180);
    ringing.set(HeaderId::To, request.value(HeaderId::To) + ";tag=" + tag);
    ringing.append(HeaderId::Contact, '<' + ownUri(tag.startsWith("fork") ? tag : "practice", transaction.path()) + '>');
    Call call{.dialog = sip::Dialog::acceptedBy(request, ringing.toMessage()),
              .path = transaction.path(),
              .behaviour = m_behaviour,
              .resource = {},
              .ringing = transaction.id()};
    if (const auto uri = sip::Uri::parse(request.requestUri()))
        call.resource = Registrar::recordOf(*uri);
    const QByteArray key = dialogOf(request, tag);
    m_calls.insert(key, call);
    m_pending[transaction.id()].dialogs.append(key);
}

/// A re-INVITE.
void PracticeCore::changeSession(sip::ServerTransaction &transaction)
{
    const QByteArray key = dialogOf(transaction.request());
    const auto call = m_calls.find(key);
    if (call == m_calls.end())
        return answer(transaction, 481);
    //= R14.2-2
    if (call->ringing != 0)
        return askAgainLater(transaction);
    //= R14.2-1
    if (call->asking || (call->unacknowledged.isResponse() && call->offered))
        return answer(transaction, 491);
    // A peer that goes on has the 200: its ACK was lost, or is late.
    m_answers.remove(std::exchange(call->unacknowledged, {}));
    acceptCall(transaction, key);
}

/// A response to INVITE in the dialog of \a call.
sip::MessageDraft PracticeCore::inCall(const sip::ServerTransaction &transaction, int status, const Call &call) const
{
    sip::MessageDraft made = draft(transaction, status);
    const sip::Message &request = transaction.request();
    if (request.toTag().isEmpty())
        made.set(HeaderId::To, request.value(HeaderId::To) + ";tag=" + call.dialog.localTag());
    made.appendRows(request, HeaderId::RecordRoute);
    made.append(HeaderId::Contact, call.dialog.facts().contact);
    return made;
}

void PracticeCore::addSdp(sip::MessageDraft &made, const sip::ServerTransaction &transaction, const QByteArray &previous) const
{
    const sip::Message &request = transaction.request();
    const sip::Endpoint shown = shownAddress(transaction.path());
    made.append(HeaderId::ContentType, "application/sdp");
    made.body = !request.body().isEmpty() ? sdpAnswer(request.body().toByteArray(), shown, previous)
                : previous.isEmpty()      ? sdpOffer(shown)
                                          : previous;
}

void PracticeCore::ring(sip::TransactionId id)
{
    sip::ServerTransaction *const transaction = pending(id);
    if (!transaction)
        return;
    Pending &waiting = m_pending[id];
    const bool missed = m_behaviour.kind == Kind::Late200; // unless it is cancelled: then it is taken
    const sip::Instant ringing = missed                           ? longestRinging
                                 : m_behaviour.kind == Kind::Ring ? std::chrono::milliseconds(m_behaviour.number)
                                                                  : UsualRinging;
    waiting.ringEnd = m_scheduler.now() + ringing;
    waiting.afterRinging = missed ? &PracticeCore::missCall : &PracticeCore::takeCall;
    if (m_behaviour.kind == Kind::Prack)
        return ringReliably(id, 183);
    // Without an offer there is nothing to answer yet, and an offer of ours could not be sent reliably.
    if (m_behaviour.kind == Kind::EarlyMedia && !waiting.dialogs.isEmpty()) {
        sip::MessageDraft media = inCall(*transaction, 183, m_calls[waiting.dialogs.first()]);
        if (!transaction->request().body().isEmpty())
            addSdp(media, *transaction, {});
        answer(*transaction, media);
    }
    sendRinging(id);
    const QList<QByteArray> dialogs = m_pending[id].dialogs;
    for (const QByteArray &key : dialogs)
        m_events.changed("dialog", m_calls.value(key).resource);
}

void PracticeCore::ringOn(sip::TransactionId id)
{
    if (m_scheduler.now() >= m_pending[id].ringEnd)
        return (this->*m_pending[id].afterRinging)(id);
    sendRinging(id);
}

/// 180 for every early dialog, now and every minute.
void PracticeCore::sendRinging(sip::TransactionId id)
{
    sip::ServerTransaction *const transaction = pending(id);
    if (!transaction)
        return;
    const Pending waiting = m_pending[id];
    for (const QByteArray &key : waiting.dialogs)
        answer(*transaction, inCall(*transaction, 180, m_calls[key]));
    keep(*transaction, std::min(RingAgain, waiting.ringEnd - m_scheduler.now()), &PracticeCore::ringOn);
}

void PracticeCore::missCall(sip::TransactionId id)
{
    if (sip::ServerTransaction *const transaction = pending(id))
        answer(*transaction, 480);
}

/// RFC 3261 13.3.1: what Expires of the INVITE says is over.
void PracticeCore::expireCall(sip::TransactionId id)
{
    if (sip::ServerTransaction *const transaction = pending(id))
        answer(*transaction, 487);
}

/// A 1xx that is sent again until its PRACK comes (RFC 3262 3).
void PracticeCore::ringReliably(sip::TransactionId id, int status)
{
    sip::ServerTransaction *const transaction = pending(id);
    if (!transaction || m_pending[id].dialogs.isEmpty())
        return;
    Call &call = m_calls[m_pending[id].dialogs.first()];
    Reliable &reliable = m_reliable[id];
    reliable.rseq = reliable.rseq == 0 ? 1 + quint32(m_random.below(1000)) : reliable.rseq + 1;
    reliable.status = status;
    sip::MessageDraft made = inCall(*transaction, status, call);
    made.append(HeaderId::Require, "100rel");
    made.append(HeaderId::RSeq, QByteArray::number(reliable.rseq));
    if (status == 183) {
        addSdp(made, *transaction, {});
        call.sdp = made.body;
    }
    reliable.response = made.toMessage();
    reliable.interval = m_transactions.serverTimers().t1;
    reliable.giveUp = m_scheduler.now() + m_transactions.serverTimers().timeout();
    m_transactions.respond(*transaction, reliable.response);
    keep(*transaction, reliable.interval, &PracticeCore::ringAgain);
}

void PracticeCore::ringAgain(sip::TransactionId id)
{
    sip::ServerTransaction *const transaction = pending(id);
    const auto reliable = m_reliable.find(id);
    if (!transaction || reliable == m_reliable.end())
        return;
    if (m_scheduler.now() >= reliable->giveUp)
        return answer(*transaction, 500, "No PRACK came");
    m_transactions.respond(*transaction, reliable->response);
    reliable->interval *= 2;
    keep(*transaction, std::min(reliable->interval, reliable->giveUp - m_scheduler.now()), &PracticeCore::ringAgain);
}

void PracticeCore::answerPrack(sip::ServerTransaction &transaction)
{
    const sip::Message &request = transaction.request();
    const auto rack = sip::parseRAck(request.value(HeaderId::RAck));
    const auto call = m_calls.find(dialogOf(request));
    const sip::TransactionId id = call == m_calls.end() ? 0 : call->ringing;
    sip::ServerTransaction *const invite = pending(id);
    const auto reliable = m_reliable.find(id);
    if (!rack || !invite || reliable == m_reliable.end() || rack->rseq != reliable->rseq || rack->method != "INVITE" ||
        rack->cseq != invite->request().cseqNumber())
        return answer(transaction, 481);
    sip::MessageDraft ok = draft(transaction, 200);
    // After an answer of ours what a PRACK brings is a new offer; after an offer of ours it is the answer (RFC 3262 5).
    if (!sip::sessionDescriptionOf(request).isEmpty() && (call->described || !invite->request().body().isEmpty())) {
        addSdp(ok, transaction, call->sdp);
        call->sdp = ok.body;
    }
    call->described = true;
    answer(transaction, ok);
    if (reliable->status == 183)
        return ringReliably(id, 180);
    m_reliable.erase(reliable);
    keep(*invite, UsualRinging, &PracticeCore::takeCall);
}

/// The INVITE is taken where it rings; of several places at the first two that still do, as behind a proxy whose two forks are
/// taken in the same moment: both are to be acknowledged, one to be hung up.
void PracticeCore::takeCall(sip::TransactionId id)
{
    if (!pending(id))
        return;
    const QList<QByteArray> taken = m_pending[id].dialogs.first(std::min<qsizetype>(2, m_pending[id].dialogs.size()));
    for (const QByteArray &key : taken)
        m_calls[key].ringing = 0; // the others end with the answer
    for (const QByteArray &key : taken)
        if (sip::ServerTransaction *const transaction = m_transactions.server(id))
            acceptCall(*transaction, key);
        else
            endCall(key);
}

/// Sends a 2xx to INVITE, again and again until its ACK.
void PracticeCore::acceptCall(sip::ServerTransaction &transaction, const QByteArray &key)
{
    const sip::Message request = transaction.request();
    const sip::Path path = transaction.path();
    Call &call = m_calls[key];
    sip::MessageDraft taken = inCall(transaction, 200, call);
    taken.append(HeaderId::Allow, allowedMethods);
    if (call.behaviour.kind == Kind::SessionTimer)
        addSessionLimit(taken, request, call.behaviour.number, call.behaviour.peerRefreshes);
    const bool again = !request.toTag().isEmpty();
    if (again || !call.described) {
        addSdp(taken, transaction, call.sdp);
        call.sdp = taken.body;
    }
    call.offered = request.body().isEmpty() && !taken.body.isEmpty();
    const sip::Message response = taken.toMessage();
    call.unacknowledged = response;
    if (again)
        call.dialog.refreshedByPeer(request);
    else
        call.dialog.confirm();
    const QByteArray resource = call.resource;
    answer(transaction, taken);
    // RFC 3261 13.3.1.4: without an ACK the call is ended by a BYE.
    m_answers.add({}, request, response, path, [this, key] { hangUp(key); });
    heard(key);
    watchSession(key, request, response, false);
    if (!again)
        m_events.changed("dialog", resource);
}

void PracticeCore::ackReceived(const sip::Message &ack, const sip::Path &)
{
    if (!m_answers.acknowledged(ack))
        return;
    const QByteArray key = dialogOf(ack);
    const auto call = m_calls.find(key);
    if (call == m_calls.end())
        return;
    call->unacknowledged = {};
    heard(key);
    if (call->next != 0)
        return;
    const Behaviour &behaviour = call->behaviour;
    if (behaviour.kind == Kind::Call && behaviour.number > 0)
        call->next = m_scheduler.at(m_scheduler.now() + std::chrono::seconds(behaviour.number), [this, key] { hangUp(key); });
    if (behaviour.kind == Kind::ReinviteUs && !std::exchange(call->reinvited, true))
        call->next = m_scheduler.at(m_scheduler.now() + std::chrono::seconds(1), [this, key] { reinvite(key); });
}

void PracticeCore::cancelReceived(sip::ServerTransaction &cancel, sip::ServerTransaction *invite)
{
    if (!invite) {
        answer(cancel, 481);
        return;
    }
    const sip::TransactionId call = invite->id();
    answer(cancel, 200);
    if (m_behaviour.kind == Kind::Late200) // the race of RFC 3261 9.1: it was just being taken
        return takeCall(call);
    if (sip::ServerTransaction *waiting = pending(call))
        answer(*waiting, 487);
}

void PracticeCore::answerBye(sip::ServerTransaction &transaction)
{
    const QByteArray key = dialogOf(transaction.request());
    const auto call = m_calls.constFind(key);
    if (call == m_calls.cend())
        return answer(transaction, 481);
    const sip::TransactionId ringing = call->ringing;
    answer(transaction, 200);
    endCall(key);
    // RFC 3261 15.1.2: an INVITE that rings nowhere any more is not left without an answer.
    if (sip::ServerTransaction *const invite = pending(ringing); invite && m_pending[ringing].dialogs.isEmpty())
        answer(*invite, 487);
}

/// A sign of life: the call may go on.
void PracticeCore::heard(const QByteArray &key)
{
    const auto call = m_calls.find(key);
    if (call == m_calls.end() || call->ringing != 0)
        return;
    sip::Instant limit = std::max(longestCall, call->session);
    if (call->behaviour.kind == Kind::Call)
        limit = std::max<sip::Instant>(limit, std::chrono::seconds(call->behaviour.number));
    m_scheduler.cancel(call->limit);
    call->limit = m_scheduler.at(m_scheduler.now() + limit, [this, key] { hangUp(key); });
}

void PracticeCore::endCall(const QByteArray &key)
{
    const auto found = m_calls.find(key);
    if (found == m_calls.end())
        return;
    const Call call = *found;
    m_calls.erase(found);
    m_scheduler.cancel(call.next);
    m_scheduler.cancel(call.limit);
    if (call.unacknowledged.isResponse())
        m_answers.remove(call.unacknowledged);
    if (const auto waiting = m_pending.find(call.ringing); waiting != m_pending.end())
        waiting->second.dialogs.removeAll(key);
    m_events.changed("dialog", call.resource);
}

void PracticeCore::keep(sip::ServerTransaction &transaction, sip::Instant delay, Step next)
{
    const sip::TransactionId id = transaction.id();
    Pending &waiting = m_pending[id];
    m_scheduler.cancel(waiting.ticket);
    sip::Instant due = m_scheduler.now() + std::max(delay, sip::Instant(0));
    if (waiting.expires != sip::Instant(0) && waiting.expires < due) {
        due = waiting.expires;
        next = &PracticeCore::expireCall;
    }
    waiting.ticket = m_scheduler.at(due, [this, id, next] {
        if (pending(id))
            (this->*next)(id);
        else
            forget(id);
    });
}

sip::ServerTransaction *PracticeCore::pending(sip::TransactionId id) const
{
    // Looked up every time: a transaction can end without a word, e.g. when its answer cannot be sent.
    return m_pending.contains(id) ? m_transactions.server(id) : nullptr;
}

/// The request is answered, or cannot be any more.
void PracticeCore::forget(sip::TransactionId id)
{
    m_reliable.remove(id);
    m_accepted.erase(id);
    const auto waiting = m_pending.find(id);
    if (waiting == m_pending.end())
        return;
    m_scheduler.cancel(waiting->second.ticket);
    const QList<QByteArray> dialogs = waiting->second.dialogs;
    m_pending.erase(waiting);
    for (const QByteArray &key : dialogs)
        if (m_calls.value(key).ringing == id)
            endCall(key);
}

void PracticeCore::transactionGone(sip::TransactionId transaction)
{
    forget(transaction);
}

void PracticeCore::pathGone(const sip::Path &path)
{
    const auto isThere = [&path](const sip::Path &other) {
        return other.protocol == path.protocol && other.remote == path.remote && other.connection == path.connection;
    };
    QList<sip::TransactionId> unanswered;
    for (const auto &[id, waiting] : m_pending)
        if (const sip::ServerTransaction *const transaction = m_transactions.server(id);
            !transaction || isThere(transaction->path()))
            unanswered.append(id);
    for (const sip::TransactionId id : std::as_const(unanswered)) {
        forget(id);
        if (sip::ServerTransaction *const transaction = m_transactions.server(id))
            m_transactions.abandon(*transaction);
    }
    m_answers.removeVia(path);
    const QList<QByteArray> calls = m_calls.keys();
    for (const QByteArray &key : calls)
        if (isThere(m_calls.value(key).path))
            endCall(key);
    m_events.pathGone(path);
}

} // namespace diag
