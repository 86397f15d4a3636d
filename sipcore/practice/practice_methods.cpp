// SPDX-License-Identifier: GPL-3.0-or-later
#include "message/headers.h"
#include "message/option_tags.h"
#include "practice/limits.h"
#include "practice/practice_core.h"

#include <algorithm>

// The part of PracticeCore that answers what is not about calls: OPTIONS, REGISTER, MESSAGE, SUBSCRIBE, NOTIFY, PUBLISH, REFER.
namespace diag {

using sip::HeaderId;

namespace {

/// RFC 5626 6: a binding of one flow, by a client that knows outbound.
bool wantsOutbound(const sip::Message &request)
{
    const QList<sip::Contact> contacts = sip::contactsOf(request);
    return sip::listsOption(request, HeaderId::Supported, "outbound") &&
           std::any_of(contacts.cbegin(), contacts.cend(),
                       [](const sip::Contact &one) { return !one.star && sip::findParam(one.address.params, "reg-id"); });
}

} // namespace

void PracticeCore::answerOptions(sip::ServerTransaction &transaction)
{
    sip::MessageDraft ok = draft(transaction, 200);
    ok.append(HeaderId::Contact, '<' + ownUri("practice", transaction.path()) + '>');
    ok.append(HeaderId::Allow, allowedMethods);
    ok.append(HeaderId::Accept, "application/sdp");
    ok.append(HeaderId::AllowEvents, EventServer::packages);
    for (int hop = m_behaviour.kind == Behaviour::Kind::Hops ? m_behaviour.number : 0; hop > 0; --hop)
        ok.append(HeaderId::RecordRoute, "<sip:" + hopName(hop) + ";lr>");
    answer(transaction, ok);
}

void PracticeCore::answerRegister(sip::ServerTransaction &transaction)
{
    const Registrar::Outcome outcome = m_registrar.handle(transaction.request(), m_scheduler.now());
    sip::MessageDraft done = draft(transaction, outcome.status, outcome.reason);
    for (const QByteArray &contact : outcome.contacts)
        done.append(HeaderId::Contact, contact);
    //= R5626.4.2-2
    if (m_behaviour.kind == Behaviour::Kind::FlowTimer && outcome.status == 200 && wantsOutbound(transaction.request())) {
        done.append(HeaderId::Require, "outbound");
        done.append(HeaderId::FlowTimer, QByteArray::number(m_behaviour.number));
    }
    const auto to = sip::parseNameAddr(transaction.request().value(HeaderId::To));
    const bool changes = outcome.status == 200 && transaction.request().has(HeaderId::Contact);
    answer(transaction, done);
    if (changes && to)
        m_events.changed("reg", Registrar::recordOf(to->uri));
}

void PracticeCore::answerMessage(sip::ServerTransaction &transaction)
{
    // RFC 3428 7: 200 when it was delivered, 202 when it is kept for somebody who is not there.
    const auto uri = sip::Uri::parse(transaction.request().requestUri());
    const bool there = uri && m_registrar.isRegistered(Registrar::recordOf(*uri), m_scheduler.now());
    answer(transaction, there ? 200 : 202);
}

void PracticeCore::answerSubscribe(sip::ServerTransaction &transaction)
{
    const sip::Message request = transaction.request();
    const QByteArray key = dialogOf(request);
    const sip::Path path = transaction.path();
    for (auto referral = m_referrals.cbegin(); referral != m_referrals.cend(); ++referral)
        if (referral->key == key && referral->event == request.value(HeaderId::Event).trimmed())
            return answerReferSubscribe(transaction, referral.key());
    const int status = m_events.statusFor(request, key);
    if (status == 503)
        return refuseForNow(transaction, "subscriptions");
    if (status != 200)
        return answer(transaction, status);
    sip::MessageDraft ok = draft(transaction, 200);
    ok.append(HeaderId::Expires, QByteArray::number(m_events.granted(request)));
    ok.append(HeaderId::Contact, '<' + ownUri("practice", path) + '>');
    ok.appendRows(request, HeaderId::RecordRoute);
    answer(transaction, ok);
    m_events.subscribed(key, request, ok.toMessage(), path);
}

/// The subscription that a REFER made is refreshed, or ended (RFC 3515 2.4.4, RFC 6665 4.1.2.3).
void PracticeCore::answerReferSubscribe(sip::ServerTransaction &transaction, quint32 referral)
{
    const bool ends = transaction.request().value(HeaderId::Expires).trimmed() == "0";
    sip::MessageDraft ok = draft(transaction, 200);
    ok.append(HeaderId::Expires, ends ? "0" : "60");
    ok.append(HeaderId::Contact, '<' + ownUri("practice", transaction.path()) + '>');
    answer(transaction, ok);
    if (ends) {
        notifyReferral(referral, "terminated;reason=timeout", "SIP/2.0 100 Trying", {});
        m_scheduler.cancel(m_referrals.take(referral).next);
    }
}

/// RFC 6665 4.1.3: nothing was subscribed for. Message waiting is told to phones without that all the same, and they take it.
void PracticeCore::answerNotify(sip::ServerTransaction &transaction)
{
    const sip::Message &request = transaction.request();
    const bool unasked =
        request.toTag().isEmpty() && request.value(HeaderId::Event).split(';').first().trimmed().toLower() == "message-summary";
    answer(transaction, unasked ? 200 : 481);
}

void PracticeCore::answerPublish(sip::ServerTransaction &transaction)
{
    const EventServer::Published done = m_events.publish(transaction.request());
    if (done.status == 503)
        return refuseForNow(transaction, "publications");
    sip::MessageDraft made = draft(transaction, done.status);
    if (done.status == 200) {
        made.append(HeaderId::SipEtag, done.etag);
        made.append(HeaderId::Expires, QByteArray::number(done.expires));
    }
    answer(transaction, made);
}

void PracticeCore::answerRefer(sip::ServerTransaction &transaction)
{
    const sip::Message request = transaction.request();
    const QByteArray key = dialogOf(request);
    const bool inCall = m_calls.contains(key);
    if (!request.toTag().isEmpty() && !inCall)
        return answer(transaction, 481);
    if (request.count(HeaderId::ReferTo) != 1)
        return answer(transaction, 400, "Exactly one Refer-To is needed");
    sip::MessageDraft accepted = draft(transaction, 202);
    accepted.append(HeaderId::Contact, '<' + ownUri("practice", transaction.path()) + '>');
    accepted.appendRows(request, HeaderId::RecordRoute);
    if (m_referrals.size() >= mostHeld)
        return refuseForNow(transaction, "referrals");
    const quint32 referral = ++m_lastReferral;
    Referral made{key, std::nullopt, transaction.path(), "refer", 0};
    if (inCall)
        made.event += ";id=" + QByteArray::number(request.cseqNumber());
    else
        made.dialog = sip::Dialog::acceptedBy(request, accepted.toMessage());
    m_referrals.insert(referral, made);
    answer(transaction, accepted);
    tellProgress(referral, 0);
}

/// How the request that was referred goes: nobody is really called, three NOTIFYs tell of a call that is taken.
void PracticeCore::tellProgress(quint32 referral, int step)
{
    constexpr const char *steps[] = {"SIP/2.0 100 Trying", "SIP/2.0 180 Ringing", "SIP/2.0 200 OK"};
    const bool last = size_t(step) + 1 == std::size(steps);
    notifyReferral(referral, last ? "terminated;reason=noresource" : "active;expires=60", steps[step],
                   [this, referral, step, last](const sip::Message &response) {
                       const auto answered = m_referrals.find(referral);
                       if (answered == m_referrals.end() || response.status() < 200)
                           return;
                       if (last || response.status() >= 300)
                           m_referrals.erase(answered);
                       else
                           answered->next = m_scheduler.at(m_scheduler.now() + std::chrono::milliseconds(200),
                                                           [this, referral, step] { tellProgress(referral, step + 1); });
                   });
}

void PracticeCore::notifyReferral(quint32 referral, const QByteArray &state, const QByteArray &line,
                                  DialogRequests::Answered answered)
{
    const auto told = m_referrals.find(referral);
    if (told == m_referrals.end())
        return;
    const auto call = m_calls.find(told->key);
    if (!told->dialog && call == m_calls.end()) {
        m_referrals.erase(told);
        return;
    }
    told->next = 0;
    m_requests.send(
        told->dialog ? *told->dialog : call->dialog, told->path,
        {.method = "NOTIFY",
         .rows = {{"Event", told->event}, {"Subscription-State", state}, {"Content-Type", "message/sipfrag;version=2.0"}},
         .body = line + "\r\n"},
        std::move(answered));
}

QList<DialogState> PracticeCore::dialogsOf(const QByteArray &resource) const
{
    QList<DialogState> all;
    for (const Call &call : m_calls)
        if (call.resource == resource)
            all.append({call.dialog.callId(), call.dialog.localTag(), call.dialog.remoteTag(), call.ringing == 0});
    return all;
}

QList<QByteArray> PracticeCore::contactsOf(const QByteArray &resource) const
{
    return m_registrar.contactsOf(resource, m_scheduler.now());
}

} // namespace diag
