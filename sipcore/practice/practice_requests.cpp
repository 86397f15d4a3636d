// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialog/session_timer.h"
#include "message/headers.h"
#include "practice/practice_core.h"
#include "practice/sdp_answer.h"
#include "sdp/session_description.h"

// The part of PracticeCore that sends requests in the calls it took: BYE, re-INVITE, UPDATE.
namespace diag {

namespace {

using sip::HeaderId;
using Kind = Behaviour::Kind;

} // namespace

/// INFO, UPDATE, MESSAGE and the like in a call.
void PracticeCore::answerInCall(sip::ServerTransaction &transaction)
{
    const sip::Message &request = transaction.request();
    const QByteArray key = dialogOf(request);
    const auto call = m_calls.find(key);
    if (call == m_calls.end())
        return answer(transaction, 481);
    sip::MessageDraft ok = draft(transaction, 200);
    if (request.method() == "UPDATE") {
        if (m_behaviour.kind == Kind::SessionTimer && sip::sessionTimerAnswer(request).tooBrief)
            return answer(transaction, 422);
        ok.append(HeaderId::Contact, '<' + ownUri("practice", transaction.path()) + '>');
        addTimer(ok, request);
        if (!request.body().isEmpty()) {
            addSdp(ok, transaction, call->sdp);
            call->sdp = ok.body;
        }
        call->dialog.refreshedByPeer(request);
    }
    const sip::Message asked = request;
    answer(transaction, ok);
    if (asked.method() == "UPDATE")
        watchSession(key, asked, ok.toMessage(), false);
}

void PracticeCore::hangUp(const QByteArray &key)
{
    const auto call = m_calls.find(key);
    if (call == m_calls.end())
        return;
    call->timer = 0;
    m_requests.send(call->dialog, call->path, {.method = "BYE", .rows = {}, .body = {}}, {});
    endCall(key);
}

/// A re-INVITE of ours with a changed session; once more after a 491.
void PracticeCore::reinvite(const QByteArray &key)
{
    const auto call = m_calls.find(key);
    if (call == m_calls.end())
        return;
    call->timer = 0;
    sip::SessionDescription description = sip::SessionDescription::parse(call->sdp);
    description.setDirection(sip::MediaDirection::SendOnly);
    const sip::NextRequest request{
        .method = "INVITE", .rows = {{"Content-Type", "application/sdp"}}, .body = description.toBytes()};
    m_requests.send(call->dialog, call->path, request, [this, key, sdp = request.body](const sip::Message &response) {
        const auto changed = m_calls.find(key);
        if (changed == m_calls.end() || response.status() < 200)
            return;
        if (response.status() < 300)
            changed->sdp = sdp;
        else if (response.status() == 491) // who does not own the Call-ID waits 0 to 2 s (14.1)
            changed->timer = m_scheduler.at(m_scheduler.now() + std::chrono::milliseconds(10 * m_random.below(201)),
                                            [this, key] { reinvite(key); });
    });
}

void PracticeCore::addTimer(sip::MessageDraft &made, const sip::Message &request) const
{
    if (m_behaviour.kind != Kind::SessionTimer)
        return;
    made.append(HeaderId::SessionExpires,
                QByteArray::number(m_behaviour.number) + ";refresher=" + (m_behaviour.peerRefreshes ? "uac" : "uas"));
    if (m_behaviour.peerRefreshes && sip::sessionTimerAnswer(request).require)
        made.append(HeaderId::Require, "timer");
}

/// Refreshes in time, or hangs up when nobody does (RFC 4028).
void PracticeCore::watchSession(const QByteArray &key, const sip::Message &request, const sip::Message &response, bool ours)
{
    const auto call = m_calls.find(key);
    if (call == m_calls.end() || m_behaviour.kind != Kind::SessionTimer)
        return;
    m_scheduler.cancel(std::exchange(call->timer, 0));
    const auto timer = sip::SessionTimer::agreed(request, response, ours);
    if (!timer)
        return;
    if (!timer->weRefresh) {
        call->timer = m_scheduler.at(m_scheduler.now() + timer->byeAfter(), [this, key] { hangUp(key); });
        return;
    }
    call->timer = m_scheduler.at(m_scheduler.now() + timer->refreshAfter(), [this, key] {
        const auto due = m_calls.find(key);
        if (due == m_calls.end())
            return;
        due->timer = 0;
        const QByteArray interval = QByteArray::number(m_behaviour.number) + ";refresher=uac";
        const sip::NextRequest update{
            .method = "UPDATE", .rows = {{"Session-Expires", interval}, {"Supported", "timer"}}, .body = {}};
        auto sent = std::make_shared<sip::Message>();
        *sent = m_requests.send(due->dialog, due->path, update, [this, key, sent](const sip::Message &answered) {
            if (answered.status() == 481 || answered.status() == 408)
                hangUp(key);
            else
                watchSession(key, *sent, answered, true);
        });
    });
}

} // namespace diag
