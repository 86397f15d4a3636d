// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialog/session_timer.h"
#include "message/headers.h"
#include "message/session_body.h"
#include "practice/limits.h"
#include "practice/practice_core.h"
#include "practice/sdp_answer.h"
#include "practice/session_limit.h"
#include "sdp/session_description.h"

// The part of PracticeCore that is about what happens in a call: INFO and UPDATE of the caller, and the requests it sends itself:
// BYE, re-INVITE, UPDATE.
namespace diag {

namespace {

using sip::HeaderId;
using Kind = Behaviour::Kind;

bool allows(const sip::Dialog &dialog, const QByteArray &method)
{
    const QList<QByteArray> methods = sip::splitList(dialog.facts().peerAllow);
    return std::any_of(methods.cbegin(), methods.cend(), [&method](const QByteArray &one) { return one.trimmed() == method; });
}

/// RFC 3261 12.2.1.2: the dialog is over for the other side.
bool endsDialog(int status)
{
    return status == 481 || status == 408;
}

} // namespace

void PracticeCore::answerInfo(sip::ServerTransaction &transaction)
{
    if (!m_calls.contains(dialogOf(transaction.request())))
        return answer(transaction, 481);
    answer(transaction, transaction.request().has(HeaderId::InfoPackage) ? 469 : 200); // no package is known (RFC 6086 4.2.2)
}

void PracticeCore::answerUpdate(sip::ServerTransaction &transaction)
{
    const sip::Message request = transaction.request();
    const QByteArray key = dialogOf(request);
    const auto call = m_calls.find(key);
    if (call == m_calls.end())
        return answer(transaction, 481);
    const bool limited = call->behaviour.kind == Kind::SessionTimer && call->ringing == 0;
    if (limited && sip::sessionTimerAnswer(request).tooBrief)
        return answer(transaction, 422);
    const bool offers = !request.body().isEmpty();
    if (offers && sip::sessionDescriptionOf(request).isEmpty())
        return answer(transaction, 415);
    // RFC 3311 5.2: one offer at a time.
    if (offers && (call->asking || (call->unacknowledged.isResponse() && call->offered)))
        return answer(transaction, 491);
    if (offers && call->ringing != 0 && !call->described)
        return askAgainLater(transaction);
    sip::MessageDraft ok = draft(transaction, 200);
    ok.append(HeaderId::Contact, call->dialog.facts().contact);
    if (limited)
        addSessionLimit(ok, request, call->behaviour.number, call->behaviour.peerRefreshes);
    if (offers) {
        addSdp(ok, transaction, call->sdp);
        call->sdp = ok.body;
    }
    call->dialog.refreshedByPeer(request);
    answer(transaction, ok);
    if (limited)
        watchSession(key, request, ok.toMessage(), false);
}

void PracticeCore::hangUp(const QByteArray &key)
{
    const auto call = m_calls.find(key);
    if (call == m_calls.end())
        return;
    m_requests.send(call->dialog, call->path, {.method = "BYE", .rows = {}, .body = {}}, {});
    endCall(key);
}

/// A re-INVITE of ours with a changed session; once more after a 491.
void PracticeCore::reinvite(const QByteArray &key)
{
    const auto call = m_calls.find(key);
    if (call == m_calls.end())
        return;
    call->next = 0;
    call->asking = true;
    sip::SessionDescription description = sip::SessionDescription::parse(call->sdp);
    description.setDirection(sip::MediaDirection::SendOnly);
    const sip::NextRequest request{
        .method = "INVITE", .rows = {{"Content-Type", "application/sdp"}}, .body = description.toBytes()};
    m_requests.send(call->dialog, call->path, request, [this, key, sdp = request.body](const sip::Message &response) {
        const auto changed = m_calls.find(key);
        if (changed == m_calls.end() || response.status() < 200)
            return;
        changed->asking = false;
        if (endsDialog(response.status()))
            return hangUp(key);
        if (response.status() < 300) {
            changed->sdp = sdp;
            changed->dialog.refreshedBy(response);
            heard(key);
        } else if (response.status() == 491) { // who does not own the Call-ID waits 0 to 2 s (14.1)
            changed->next = m_scheduler.at(m_scheduler.now() + std::chrono::milliseconds(10 * m_random.below(201)),
                                           [this, key] { reinvite(key); });
        }
    });
}

/// Refreshes in time, or hangs up when nobody does (RFC 4028).
void PracticeCore::watchSession(const QByteArray &key, const sip::Message &request, const sip::Message &response, bool ours)
{
    const auto call = m_calls.find(key);
    if (call == m_calls.end() || call->behaviour.kind != Kind::SessionTimer)
        return;
    auto timer = sip::SessionTimer::agreed(request, response, ours);
    m_scheduler.cancel(std::exchange(call->next, 0));
    if (!timer)
        return;
    timer->interval = std::min(timer->interval, longestSession);
    call->session = timer->interval;
    heard(key);
    const sip::Instant now = m_scheduler.now();
    //= R4028.10-1
    //= R4028.10-2
    call->next = timer->weRefresh ? m_scheduler.at(now + timer->refreshAfter(), [this, key] { refresh(key); })
                                  : m_scheduler.at(now + timer->byeAfter(), [this, key] { hangUp(key); });
}

/// Half of the session is over: UPDATE where the peer takes it, else a re-INVITE that changes nothing.
void PracticeCore::refresh(const QByteArray &key)
{
    const auto call = m_calls.find(key);
    if (call == m_calls.end())
        return;
    const sip::SessionTimer timer{call->session, true};
    call->next = m_scheduler.at(m_scheduler.now() + timer.byeAfter() - timer.refreshAfter(), [this, key] { hangUp(key); });
    const QByteArray seconds = QByteArray::number(qint64(call->session / std::chrono::seconds(1)));
    sip::NextRequest request{
        .method = "UPDATE", .rows = {{"Session-Expires", seconds + ";refresher=uac"}, {"Supported", "timer"}}, .body = {}};
    if (!allows(call->dialog, "UPDATE")) {
        request.method = "INVITE";
        request.rows << sip::ComposedRow{"Content-Type", "application/sdp"};
        request.body = call->sdp;
        call->asking = true;
    }
    auto sent = std::make_shared<sip::Message>();
    *sent = m_requests.send(call->dialog, call->path, request, [this, key, sent](const sip::Message &response) {
        const auto refreshed = m_calls.find(key);
        if (refreshed == m_calls.end() || response.status() < 200)
            return;
        refreshed->asking = false;
        //= R4028.7.4-1
        if (endsDialog(response.status()))
            return hangUp(key);
        if (response.status() < 300) {
            refreshed->dialog.refreshedBy(response);
            watchSession(key, *sent, response, true);
        } else if (response.status() == 491 || longerSession(*refreshed, response)) {
            m_scheduler.cancel(refreshed->next);
            refreshed->next = m_scheduler.at(m_scheduler.now() + std::chrono::milliseconds(10 * m_random.below(201)),
                                             [this, key] { refresh(key); });
        }
    });
}

/// A 422: as long as its Min-SE wants it. \return false: it is no such answer
//= R4028.7.3-1
bool PracticeCore::longerSession(Call &call, const sip::Message &response)
{
    const auto least = sip::parseNumber(response.value(HeaderId::MinSe).split(';').first().trimmed(), 86400, "");
    if (response.status() != 422 || !least || std::chrono::seconds(*least) <= call.session)
        return false;
    call.session = std::chrono::seconds(*least);
    return true;
}

} // namespace diag
