// SPDX-License-Identifier: GPL-3.0-or-later
#include "sdp/offer_answer.h"

#include "base/words.h"

namespace sip {

namespace {

using Kind = OfferAnswer::Verdict::Kind;

bool mayOffer(SdpCarrier carrier)
{
    return carrier == SdpCarrier::Invite || carrier == SdpCarrier::ReliableProvisional || carrier == SdpCarrier::InviteSuccess ||
           carrier == SdpCarrier::Prack || carrier == SdpCarrier::Update;
}

bool mayAnswer(SdpCarrier carrier)
{
    return carrier != SdpCarrier::Invite && carrier != SdpCarrier::Update && carrier != SdpCarrier::Provisional;
}

} // namespace

std::optional<SdpCarrier> requestCarrier(QByteArrayView method)
{
    return method == "INVITE"   ? std::optional(SdpCarrier::Invite)
           : method == "UPDATE" ? std::optional(SdpCarrier::Update)
           : method == "PRACK"  ? std::optional(SdpCarrier::Prack)
                                : std::nullopt;
}

std::optional<SdpCarrier> responseCarrier(QByteArrayView method, int status, bool reliable)
{
    if (method == "INVITE" && reliable)
        return SdpCarrier::ReliableProvisional;
    if (status / 100 != 2)
        return std::nullopt;
    return method == "INVITE"   ? std::optional(SdpCarrier::InviteSuccess)
           : method == "UPDATE" ? std::optional(SdpCarrier::UpdateSuccess)
           : method == "PRACK"  ? std::optional(SdpCarrier::PrackSuccess)
                                : std::nullopt;
}

OfferAnswer OfferAnswer::agreedOn(const QByteArray &offer, const QByteArray &answer, bool offeredByUs)
{
    OfferAnswer session;
    session.m_local = offeredByUs ? offer : answer;
    session.m_remote = offeredByUs ? answer : offer;
    session.m_answered = true;
    return session;
}

//= R13.2.1-3
//= R13.2.1-4
//= R13.2.1-5
//= R3262.5-1
//= R3311.5.1-2
OfferAnswer::Verdict OfferAnswer::take(Party from, SdpCarrier carrier, QByteArrayView body)
{
    if (carrier == SdpCarrier::Invite)
        m_answered = false;
    if (body.isEmpty()) {
        if (carrier == SdpCarrier::InviteSuccess && m_open && m_offerer != from)
            return {Kind::Violation, Words::tr("the offer was never answered: this 2xx has no session description"), "R13.2.1-3"};
        if (carrier == SdpCarrier::Ack && m_open && m_offerer != from)
            return {Kind::Violation, Words::tr("the 2xx made an offer, and this ACK does not answer it"), "R13.2.1-4"};
        return {};
    }
    if (!body.startsWith("v="))
        return {Kind::Violation, Words::tr("what is called a session description does not begin with v=: it is not looked at"),
                "R13.2.1-3"};
    const bool answersUs = m_open && m_offerer != from;
    if (answersUs && carrier == SdpCarrier::Provisional) {
        if (m_early == body)
            return {Kind::Repeated, {}, "R13.2.1-3"};
        m_early = body.toByteArray();
        return {Kind::Early,
                Words::tr("a preview of the answer: in a provisional response that is not reliable it agrees nothing yet"),
                "R13.2.1-3"};
    }
    if (answersUs && mayAnswer(carrier))
        return agree(from, body);
    if (m_open)
        return {Kind::Violation,
                m_offerer == from ? Words::tr("a second offer before the first was answered")
                                  : Words::tr("an offer crosses the one that is out; 491 is the answer to it"),
                "R13.2.1-5"};
    //= R13.2.1-3 the first answer counts; what later responses of the same INVITE say is not looked at
    const bool ofInvite =
        carrier == SdpCarrier::Provisional || carrier == SdpCarrier::ReliableProvisional || carrier == SdpCarrier::InviteSuccess;
    if (m_answered && ofInvite)
        return {Kind::Repeated, {}, "R13.2.1-3"};
    if (!mayOffer(carrier))
        return {Kind::Violation, Words::tr("a session description where none is asked for"), "R13.2.1-5"};
    m_open = true;
    m_offerer = from;
    m_offer = body.toByteArray();
    m_early.clear();
    return {Kind::Offer, {}, ""};
}

OfferAnswer::Verdict OfferAnswer::agree(Party answerer, QByteArrayView answer)
{
    const QByteArray body = answer.toByteArray();
    Verdict verdict{Kind::Agreed, {}, "R13.2.1-3"};
    //= R3264.6-2
    const qsizetype offered = SessionDescription::countMedia(m_offer), answered = SessionDescription::countMedia(body);
    if (offered != answered)
        verdict = {
            Kind::Agreed,
            Words::tr("%1 m= lines were offered and %2 answered; an answer has as many as its offer").arg(offered).arg(answered),
            "R3264.6-1"};
    else if (!m_early.isEmpty() && m_early != body)
        verdict = {Kind::Agreed, Words::tr("the answer differs from the one shown in an earlier 1xx"), "R13.2.1-3"};
    (answerer == Party::Us ? m_local : m_remote) = body;
    (answerer == Party::Us ? m_remote : m_local) = m_offer;
    m_open = false;
    m_answered = true;
    m_early.clear();
    return verdict;
}

//= R14.1-2
void OfferAnswer::failed()
{
    m_open = false;
    m_early.clear();
}

} // namespace sip
