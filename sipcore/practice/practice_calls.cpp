// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialog/session_timer.h"
#include "message/headers.h"
#include "practice/practice_core.h"
#include "practice/sdp_answer.h"

// The part of PracticeCore that is about calls: INVITE, PRACK, ACK, CANCEL, BYE.
namespace diag {

namespace {

using sip::HeaderId;
using Kind = Behaviour::Kind;

constexpr qsizetype MaxCalls = 1000; ///< the oldest call is forgotten first
constexpr sip::Instant UsualRinging = std::chrono::milliseconds(300);

bool isSdp(const sip::Message &request)
{
    const QByteArray type = request.value(HeaderId::ContentType);
    return type.split(';').first().trimmed().toLower() == "application/sdp";
}

bool supports(const sip::Message &request, const QByteArray &option)
{
    for (const HeaderId id : {HeaderId::Supported, HeaderId::Require})
        for (const QByteArray &row : request.values(id))
            for (const QByteArray &one : sip::splitList(row))
                if (one.trimmed().toLower() == option)
                    return true;
    return false;
}

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
    if (!request.body().isEmpty() && !isSdp(request))
        return answer(transaction, 415);
    if (m_behaviour.kind == Kind::SessionTimer && sip::sessionTimerAnswer(request).tooBrief)
        return answer(transaction, 422);
    if (!request.toTag().isEmpty()) {
        if (!m_calls.contains(dialogOf(request)))
            return answer(transaction, 481);
        keep(transaction, {}, nullptr);
        takeCall(transaction.id());
        return;
    }
    if (m_behaviour.kind == Kind::Prack && !supports(request, "100rel")) {
        sip::MessageDraft wants = draft(transaction, 421);
        wants.append(HeaderId::Require, "100rel");
        return answer(transaction, wants);
    }
    answer(transaction, 100);
    const bool slow = m_behaviour.kind == Kind::Slow;
    keep(transaction, slow ? std::chrono::milliseconds(m_behaviour.number) : sip::Instant(0), &PracticeCore::ring);
}

/// A provisional response that makes an early dialog. \param tag  of this fork; empty: the only one
sip::MessageDraft PracticeCore::provisional(const sip::ServerTransaction &transaction, int status, const QByteArray &tag) const
{
    sip::MessageDraft made = draft(transaction, status);
    const sip::Message &request = transaction.request();
    if (!tag.isEmpty())
        made.set(HeaderId::To, request.value(HeaderId::To) + ";tag=" + tag);
    for (const QByteArray &route : request.values(HeaderId::RecordRoute))
        made.append(HeaderId::RecordRoute, route);
    made.append(HeaderId::Contact, '<' + ownUri(tag.isEmpty() ? "practice" : tag, transaction.path()) + '>');
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
    sip::ServerTransaction *transaction = pending(id);
    if (!transaction)
        return;
    const sip::Instant ringing = m_behaviour.kind == Kind::Ring ? std::chrono::milliseconds(m_behaviour.number) : UsualRinging;
    switch (m_behaviour.kind) {
    case Kind::Fork:
        for (int fork = 1; fork <= m_behaviour.number; ++fork)
            answer(*transaction,
                   provisional(*transaction, 180, "fork" + QByteArray::number(fork) + '-' + toTag(transaction->request())));
        keep(*transaction, ringing, &PracticeCore::takeFork);
        return;
    case Kind::Prack: ringReliably(id, 183); return;
    case Kind::EarlyMedia: {
        sip::MessageDraft media = provisional(*transaction, 183);
        addSdp(media, *transaction, {});
        answer(*transaction, media);
        break;
    }
    case Kind::Late200: answer(*transaction, provisional(*transaction, 180)); return; // taken when it is cancelled
    default: break;
    }
    answer(*transaction, provisional(*transaction, 180));
    keep(*transaction, ringing, &PracticeCore::takeCall);
}

/// A 1xx that is sent again until its PRACK comes (RFC 3262 3).
void PracticeCore::ringReliably(sip::TransactionId id, int status)
{
    sip::ServerTransaction *transaction = pending(id);
    if (!transaction)
        return;
    Reliable &reliable = m_reliable[id];
    reliable.rseq = reliable.rseq == 0 ? 1 + quint32(m_random.below(1000)) : reliable.rseq + 1;
    reliable.status = status;
    sip::MessageDraft made = provisional(*transaction, status);
    made.append(HeaderId::Require, "100rel");
    made.append(HeaderId::RSeq, QByteArray::number(reliable.rseq));
    if (status == 183)
        addSdp(made, *transaction, {});
    reliable.response = made.toMessage();
    reliable.interval = sip::TimerValues::rfc().t1;
    reliable.giveUp = m_scheduler.now() + sip::TimerValues::rfc().timeout();
    m_transactions.respond(*transaction, reliable.response);
    keep(*transaction, reliable.interval, &PracticeCore::ringAgain);
}

void PracticeCore::ringAgain(sip::TransactionId id)
{
    sip::ServerTransaction *transaction = pending(id);
    const auto reliable = m_reliable.find(id);
    if (!transaction || reliable == m_reliable.end())
        return;
    if (m_scheduler.now() >= reliable->giveUp)
        return answer(*transaction, 500, "No PRACK came");
    m_transactions.respond(*transaction, reliable->response);
    reliable->interval *= 2;
    keep(*transaction, reliable->interval, &PracticeCore::ringAgain);
}

void PracticeCore::answerPrack(sip::ServerTransaction &transaction)
{
    const auto rack = sip::parseRAck(transaction.request().value(HeaderId::RAck));
    const QByteArray dialog = dialogOf(transaction.request());
    for (auto one = m_reliable.begin(); one != m_reliable.end(); ++one) {
        sip::ServerTransaction *const invite = pending(one.key());
        if (!rack || !invite || dialogOf(invite->request()) != dialog || rack->rseq != one->rseq ||
            rack->cseq != invite->request().cseqNumber())
            continue;
        answer(transaction, 200);
        if (one->status == 183)
            ringReliably(one.key(), 180);
        else
            keep(*invite, UsualRinging, &PracticeCore::takeCall);
        return;
    }
    answer(transaction, 481);
}

void PracticeCore::takeFork(sip::TransactionId id)
{
    // The first fork, and a moment later the second, whoever rang besides: both are to be acknowledged, one to be hung up.
    for (const char *fork : {"fork1-", "fork2-"}) {
        sip::ServerTransaction *transaction = m_transactions.server(id);
        if (!transaction)
            return;
        sip::MessageDraft taken = provisional(*transaction, 200, fork + toTag(transaction->request()));
        taken.append(HeaderId::Allow, allowedMethods);
        addSdp(taken, *transaction, {});
        acceptCall(*transaction, taken);
    }
}

void PracticeCore::takeCall(sip::TransactionId id)
{
    sip::ServerTransaction *transaction = pending(id);
    if (!transaction)
        return;
    const bool again = !transaction->request().toTag().isEmpty();
    const auto known = m_calls.constFind(dialogOf(transaction->request()));
    sip::MessageDraft taken = provisional(*transaction, 200);
    taken.append(HeaderId::Allow, allowedMethods);
    addTimer(taken, transaction->request());
    // After a reliable 183 the answer has been given.
    const bool answered = m_behaviour.kind == Kind::Prack && !again && !transaction->request().body().isEmpty();
    if (!answered)
        addSdp(taken, *transaction, known == m_calls.cend() ? QByteArray() : known->sdp);
    acceptCall(*transaction, taken);
}

/// Sends a 2xx to INVITE, again and again until its ACK, and remembers the call.
void PracticeCore::acceptCall(sip::ServerTransaction &transaction, const sip::MessageDraft &taken)
{
    const sip::Message request = transaction.request(), response = taken.toMessage();
    const sip::Path path = transaction.path();
    const QByteArray key = dialogOf(request, response.toTag().toByteArray());
    m_reliable.remove(transaction.id());
    if (!m_calls.contains(key)) {
        if (m_calls.size() >= MaxCalls)
            endCall(m_order.first());
        m_order.append(key);
        m_calls.insert(key, Call{sip::Dialog::acceptedBy(request, response), path, {}, 0});
    } else {
        m_calls[key].dialog.refreshedByPeer(request);
    }
    if (!taken.body.isEmpty())
        m_calls[key].sdp = taken.body;
    answer(transaction, taken);
    m_answers.add({}, request, response, path, [this, key] { endCall(key); });
    watchSession(key, request, response, false);
}

void PracticeCore::ackReceived(const sip::Message &ack, const sip::Path &)
{
    if (!m_answers.acknowledged(ack))
        return;
    const QByteArray key = dialogOf(ack);
    const auto call = m_calls.find(key);
    if (call == m_calls.end() || call->timer != 0)
        return;
    if (m_behaviour.kind == Kind::Call && m_behaviour.number > 0)
        call->timer = m_scheduler.at(m_scheduler.now() + std::chrono::seconds(m_behaviour.number), [this, key] { hangUp(key); });
    if (m_behaviour.kind == Kind::ReinviteUs && !std::exchange(call->reinvited, true))
        call->timer = m_scheduler.at(m_scheduler.now() + std::chrono::seconds(1), [this, key] { reinvite(key); });
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
    const QByteArray dialog = dialogOf(transaction.request());
    const bool known = !transaction.request().toTag().isEmpty() && m_calls.contains(dialog);
    answer(transaction, known ? 200 : 481);
    endCall(dialog);
}

void PracticeCore::endCall(const QByteArray &key)
{
    m_order.removeAll(key);
    m_scheduler.cancel(m_calls.take(key).timer);
}

void PracticeCore::keep(sip::ServerTransaction &transaction, sip::Instant delay, Step next)
{
    const sip::TransactionId id = transaction.id();
    Pending &waiting = m_pending[id];
    m_scheduler.cancel(waiting.ticket);
    waiting = {};
    if (next)
        waiting.ticket = m_scheduler.at(m_scheduler.now() + delay, [this, id, next] {
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

void PracticeCore::forget(sip::TransactionId id)
{
    const auto waiting = m_pending.find(id);
    if (waiting != m_pending.end()) {
        m_scheduler.cancel(waiting->second.ticket);
        m_pending.erase(waiting);
    }
    m_reliable.remove(id);
    m_accepted.erase(id);
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
    for (auto waiting = m_pending.begin(); waiting != m_pending.end();) {
        const auto current = waiting++;
        const sip::ServerTransaction *const transaction = pending(current->first);
        if (!transaction || isThere(transaction->path()))
            forget(current->first);
    }
    m_answers.removeVia(path);
    const QList<QByteArray> calls = m_order;
    for (const QByteArray &key : calls)
        if (isThere(m_calls.value(key).path))
            endCall(key);
    m_events.pathGone(path);
}

} // namespace diag
