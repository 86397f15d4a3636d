// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/practice_core.h"
#include "practice/sdp_answer.h"
#include "transaction/received_via.h"

// The part of PracticeCore that is about calls: INVITE, ACK, CANCEL, BYE.
namespace diag {

namespace {

using sip::HeaderId;
using Kind = Behaviour::Kind;

constexpr qsizetype MaxDialogs = 1000; ///< the oldest call is forgotten first
constexpr sip::Instant UsualRinging = std::chrono::milliseconds(300);

bool isSdp(const sip::Message &request)
{
    const QByteArray type = request.value(HeaderId::ContentType);
    return type.split(';').first().trimmed().toLower() == "application/sdp";
}

} // namespace

QByteArray PracticeCore::dialogOf(const sip::Message &request) const
{
    const QByteArray tag = request.toTag().isEmpty() ? toTag(request) : request.toTag().toByteArray();
    return request.callId().toByteArray() + ' ' + request.fromTag().toByteArray() + ' ' + tag;
}

void PracticeCore::startCall(sip::ServerTransaction &transaction)
{
    const sip::Message &request = transaction.request();
    if (!request.body().isEmpty() && !isSdp(request)) {
        answer(transaction, 415);
        return;
    }
    if (!request.toTag().isEmpty()) {
        if (m_dialogs.contains(dialogOf(request))) {
            keep(transaction, {}, nullptr);
            takeCall(transaction.id());
        } else {
            answer(transaction, 481);
        }
        return;
    }
    answer(transaction, 100);
    keep(transaction, m_behaviour.kind == Kind::Slow ? std::chrono::milliseconds(m_behaviour.number) : sip::Instant(0),
         &PracticeCore::ring);
}

void PracticeCore::ring(sip::TransactionId id)
{
    sip::ServerTransaction *transaction = pending(id);
    if (!transaction)
        return;
    sip::MessageDraft ringing = draft(*transaction, 180);
    ringing.append(HeaderId::Contact, '<' + ownUri("practice", transaction->path()) + '>');
    answer(*transaction, ringing);
    keep(*transaction, m_behaviour.kind == Kind::Ring ? std::chrono::milliseconds(m_behaviour.number) : UsualRinging,
         &PracticeCore::takeCall);
}

void PracticeCore::takeCall(sip::TransactionId id)
{
    sip::ServerTransaction *transaction = pending(id);
    if (!transaction)
        return;
    const sip::Message request = transaction->request();
    const sip::Path path = transaction->path();
    const sip::Endpoint shown = shownAddress(path);
    const QByteArray dialog = dialogOf(request);
    if (!m_dialogs.contains(dialog)) {
        if (m_dialogs.size() >= MaxDialogs)
            m_dialogs.removeFirst();
        m_dialogs.append(dialog);
    }

    sip::MessageDraft taken = draft(*transaction, 200);
    for (const QByteArray &route : request.values(HeaderId::RecordRoute))
        taken.append(HeaderId::RecordRoute, route);
    taken.append(HeaderId::Contact, '<' + ownUri("practice", path) + '>');
    taken.append(HeaderId::Allow, "INVITE, ACK, CANCEL, BYE, OPTIONS, MESSAGE");
    taken.append(HeaderId::ContentType, "application/sdp");
    taken.body = request.body().isEmpty() ? sdpOffer(shown) : sdpAnswer(request.body().toByteArray(), shown);

    const sip::Instant now = m_scheduler.now();
    const sip::TimerValues timers = sip::TimerValues::rfc();
    m_scheduler.cancel(m_unacknowledged.value(dialog).ticket);
    Unacknowledged waiting{taken.toMessage(), path, sip::responseTarget(request, path), timers.t1, now + timers.timeout(), 0};
    waiting.ticket = m_scheduler.at(now + waiting.interval, [this, dialog] { resendAnswer(dialog); });
    m_unacknowledged.insert(dialog, waiting);
    answer(*transaction, taken);
}

void PracticeCore::resendAnswer(const QByteArray &dialog)
{
    const auto call = m_unacknowledged.find(dialog);
    if (call == m_unacknowledged.end())
        return;
    const sip::Instant now = m_scheduler.now();
    if (now >= call->giveUp) {
        m_unacknowledged.erase(call);
        m_dialogs.removeAll(dialog);
        return;
    }
    call->interval = std::min(2 * call->interval, sip::TimerValues::rfc().t2);
    call->ticket = m_scheduler.at(now + call->interval, [this, dialog] { resendAnswer(dialog); });
    m_transactions.sendDirectly({}, call->response, {call->path.protocol, call->target}, call->path.connection);
}

void PracticeCore::ackReceived(const sip::Message &ack, const sip::Path &)
{
    m_scheduler.cancel(m_unacknowledged.take(dialogOf(ack)).ticket);
}

void PracticeCore::cancelReceived(sip::ServerTransaction &cancel, sip::ServerTransaction *invite)
{
    if (!invite) {
        answer(cancel, 481);
        return;
    }
    const sip::TransactionId call = invite->id();
    answer(cancel, 200);
    if (sip::ServerTransaction *waiting = pending(call))
        answer(*waiting, 487);
}

void PracticeCore::answerBye(sip::ServerTransaction &transaction)
{
    const QByteArray dialog = dialogOf(transaction.request());
    if (transaction.request().toTag().isEmpty() || m_dialogs.removeAll(dialog) == 0) {
        answer(transaction, 481);
        return;
    }
    m_scheduler.cancel(m_unacknowledged.take(dialog).ticket);
    answer(transaction, 200);
}

void PracticeCore::keep(sip::ServerTransaction &transaction, sip::Instant delay, Step next)
{
    const sip::TransactionId id = transaction.id();
    Pending &waiting = m_pending[id];
    m_scheduler.cancel(waiting.ticket);
    waiting = {&transaction, 0};
    if (next)
        waiting.ticket = m_scheduler.at(m_scheduler.now() + delay, [this, id, next] { (this->*next)(id); });
}

sip::ServerTransaction *PracticeCore::pending(sip::TransactionId id) const
{
    const auto found = m_pending.find(id);
    return found == m_pending.end() ? nullptr : found->second.transaction;
}

void PracticeCore::forget(sip::TransactionId id)
{
    const auto waiting = m_pending.find(id);
    if (waiting != m_pending.end()) {
        m_scheduler.cancel(waiting->second.ticket);
        m_pending.erase(waiting);
    }
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
        if (isThere(current->second.transaction->path()))
            forget(current->first);
    }
    m_unacknowledged.removeIf([&](auto call) {
        if (!isThere(call->path))
            return false;
        m_scheduler.cancel(call->ticket);
        return true;
    });
}

} // namespace diag
