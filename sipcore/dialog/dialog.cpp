// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialog/dialog.h"

#include "base/words.h"
#include "message/headers.h"
#include "message/message_draft.h"
#include "request/request_builder.h"
#include "request/via_branch.h"

#include <algorithm>

namespace sip {
namespace {

/// Where a request goes (12.2.1.1): its Request-URI and its Route rows.
struct Routing {
    QByteArray requestUri;
    QList<QByteArray> routes;
};

Routing routingOf(const DialogFacts &facts)
{
    //= R12.2.1.1-3
    Routing routing{facts.remoteTarget, facts.routeSet};
    if (isRoutedStrictly(facts)) {
        //= R12.2.1.1-5
        auto first = parseNameAddr(routing.routes.first());
        first->uri.clearHeaders();
        first->uri.removeParam("method");
        routing.requestUri = first->uri.toBytes();
        routing.routes.removeFirst();
        routing.routes.append('<' + facts.remoteTarget + '>');
    }
    return routing;
}

/// "Contact of the 200 to INVITE", "Contact of the UPDATE"
QString contactOf(const Message &message)
{
    if (message.isRequest())
        return Words::tr("Contact of the %1").arg(QString::fromUtf8(message.method()));
    return Words::tr("Contact of the %1 to %2").arg(message.status()).arg(QString::fromUtf8(message.cseqMethod()));
}

} // namespace

//= R12.1-1
std::optional<Dialog> Dialog::madeBy(const Message &request, const Message &response)
{
    const bool early = response.status() > 100 && response.status() < 200 && !response.toTag().isEmpty();
    const bool confirmed = response.status() / 100 == 2;
    if (!early && !confirmed)
        return std::nullopt;
    Dialog dialog;
    DialogFacts &facts = dialog.m_facts;
    facts.state = confirmed ? State::Confirmed : State::Early;
    //= R12.1.2-3
    facts.callId = request.callId().toByteArray();
    facts.localTag = request.fromTag().toByteArray();
    facts.localSequence = quint32(std::max<qint64>(request.cseqNumber(), 0));
    //= R12.1.2-4
    facts.remoteTag = response.toTag().toByteArray();
    //= R12.2.1.1-1
    facts.from = request.value(HeaderId::From);
    facts.to = (response.has(HeaderId::To) ? response : request).value(HeaderId::To);
    facts.contact = request.value(HeaderId::Contact);
    //= R13.2.2-1
    facts.remoteTarget = request.requestUri().toByteArray();
    facts.targetSource = Words::tr("Request-URI, for want of a Contact");
    facts.secure = isSipsUri(request.requestUri()); //= R12.1.2-5 sent to over TLS only, see nextHop()
    dialog.takeTarget(response);
    dialog.takeRouteSet(response);
    dialog.takeAllow(response);
    return dialog;
}

//= R6665.4.4.1-1
Dialog Dialog::madeByNotify(const Message &request, const Message &notify)
{
    Dialog dialog;
    DialogFacts &facts = dialog.m_facts;
    facts.state = State::Confirmed;
    facts.callId = request.callId().toByteArray();
    facts.localTag = request.fromTag().toByteArray();
    facts.localSequence = quint32(std::max<qint64>(request.cseqNumber(), 0));
    facts.remoteTag = notify.fromTag().toByteArray();
    facts.from = request.value(HeaderId::From);
    facts.to = notify.value(HeaderId::From);
    facts.contact = request.value(HeaderId::Contact);
    facts.remoteTarget = request.requestUri().toByteArray();
    facts.targetSource = Words::tr("Request-URI, for want of a Contact");
    facts.secure = isSipsUri(request.requestUri());
    dialog.takeTarget(notify);
    dialog.takeRouteSet(notify);
    std::reverse(facts.routeSet.begin(), facts.routeSet.end()); // of a request, it stands in the order we need (12.1.1)
    dialog.takeAllow(notify);
    return dialog;
}

// RFC 3261 12.1.1
Dialog Dialog::acceptedBy(const Message &request, const Message &response)
{
    Dialog dialog;
    DialogFacts &facts = dialog.m_facts;
    facts.state = response.status() < 200 ? State::Early : State::Confirmed;
    facts.callId = request.callId().toByteArray();
    facts.localTag = response.toTag().toByteArray();
    facts.remoteTag = request.fromTag().toByteArray();
    facts.from = response.value(HeaderId::To);
    facts.to = request.value(HeaderId::From);
    facts.contact = response.value(HeaderId::Contact);
    facts.remoteSequence = request.cseqNumber();
    const auto from = parseNameAddr(facts.to);
    facts.remoteTarget = from ? from->uri.toBytes() : QByteArray();
    facts.targetSource = Words::tr("From, for want of a Contact");
    facts.secure = isSipsUri(request.requestUri());
    dialog.takeTarget(request);
    dialog.takeRouteSet(request);
    std::reverse(facts.routeSet.begin(), facts.routeSet.end()); // of a request, it stands in the order we need
    dialog.takeAllow(request);
    return dialog;
}

void Dialog::answered(const Message &response)
{
    if (m_facts.state != State::Early || response.status() <= 100 || response.status() >= 300)
        return;
    // The 2xx ends the refresh that the INVITE is: peers give the place to talk to in it, whatever their 180 said.
    takeTarget(response);
    takeAllow(response);
    if (response.status() < 200)
        return;
    //= R13.2.2.4-2 only the 2xx's route set counts
    takeRouteSet(response);
    m_facts.state = State::Confirmed;
}

void Dialog::refreshedByUs(const Message &request)
{
    if (request.has(HeaderId::Contact))
        m_facts.contact = request.value(HeaderId::Contact);
}

//= R12.2.1.2-1
//= R3311.5.3-2
bool Dialog::refreshedBy(const Message &response)
{
    takeAllow(response);
    return m_facts.state != State::Terminated && response.status() / 100 == 2 && takeTarget(response);
}

bool Dialog::refreshedByPeer(const Message &request)
{
    takeAllow(request);
    return m_facts.state != State::Terminated && takeTarget(request);
}

//= R12.1.2-2
bool Dialog::takeTarget(const Message &message)
{
    const QByteArrayView contact = message.contactUri();
    if (contact.isEmpty())
        return false;
    m_facts.targetSource = contactOf(message);
    if (contact == m_facts.remoteTarget)
        return false;
    m_facts.remoteTarget = contact.toByteArray();
    return true;
}

//= R12.1.2-1
void Dialog::takeRouteSet(const Message &message)
{
    m_facts.routeSet.clear();
    for (const QByteArray &row : message.values(HeaderId::RecordRoute))
        m_facts.routeSet += splitList(row);
    std::reverse(m_facts.routeSet.begin(), m_facts.routeSet.end());
}

void Dialog::takeAllow(const Message &message)
{
    if (message.has(HeaderId::Allow))
        m_facts.peerAllow = message.values(HeaderId::Allow).join(", ");
}

//= R12.2-1
bool Dialog::accept(const Message &request)
{
    if (request.cseqNumber() < std::max<qint64>(m_facts.remoteSequence, 0))
        return false;
    m_facts.remoteSequence = request.cseqNumber();
    return true;
}

//= R12.2.1.1-2
ComposedRequest Dialog::next(const NextRequest &request)
{
    return composeInDialog(m_facts, request, takeSequence());
}

//= R13.2.2.4-3
Message Dialog::ack(const Message &invite, const QByteArray &branch, const QByteArray &body) const
{
    const Routing routing = routingOf(m_facts);
    MessageDraft ack = MessageDraft::request("ACK", routing.requestUri);
    if (const QByteArrayView via = topVia(invite); !via.isEmpty())
        ack.append(HeaderId::Via, withBranch(via, branch));
    ack.append(HeaderId::MaxForwards, QByteArrayLiteral("70"));
    for (const QByteArray &route : routing.routes)
        ack.append(HeaderId::Route, route);
    ack.append(HeaderId::From, m_facts.from);
    ack.append(HeaderId::To, m_facts.to);
    ack.append(HeaderId::CallId, m_facts.callId);
    ack.append(HeaderId::CSeq, QByteArray::number(std::max<qint64>(invite.cseqNumber(), 0)) + " ACK");
    //= R22.1-2
    //= R13.2.2.4-4
    ack.appendRows(invite, HeaderId::Authorization);
    ack.appendRows(invite, HeaderId::ProxyAuthorization);
    if (!body.isEmpty()) {
        ack.append(HeaderId::ContentType, "application/sdp");
        ack.body = body;
    }
    return ack.toMessage();
}

//= R12.2.1.1-4 a route that cannot be read is not taken for a strict router
bool isRoutedStrictly(const DialogFacts &facts)
{
    if (facts.routeSet.isEmpty())
        return false;
    const auto first = parseNameAddr(facts.routeSet.first());
    return first && first->uri.param("lr").isNull();
}

ComposedRequest composeInDialog(const DialogFacts &facts, const NextRequest &request, quint32 sequence)
{
    ComposedRequest composed;
    composed.method = request.method;
    const Routing routing = routingOf(facts);
    composed.requestUri = routing.requestUri;
    composed.body = request.body;
    composed.rows.reserve(request.rows.size() + routing.routes.size() + 5);
    const auto given = [&request](HeaderId id) {
        return std::any_of(request.rows.cbegin(), request.rows.cend(),
                           [id](const ComposedRow &row) { return !row.muted && headerId(row.name) == id; });
    };
    const auto add = [&](HeaderId id, const QByteArray &value) {
        if (!given(id))
            composed.rows.append({headerNameBytes(id), value});
    };
    //= R8.1.2-1 the top Route is the next one by now
    if (isRoutedStrictly(facts) && !given(HeaderId::Route))
        composed.target = composed.requestUri;
    //= R12.1.2-5
    if (facts.secure)
        composed.transport = "tls";
    for (const QByteArray &route : routing.routes)
        add(HeaderId::Route, route);
    add(HeaderId::From, facts.from);
    add(HeaderId::To, facts.to);
    add(HeaderId::CallId, facts.callId);
    add(HeaderId::CSeq, QByteArray::number(sequence) + ' ' + request.method);
    //= R12.2.1.1-6
    //= R3311.5.1-3
    if (methodTraits(request.method).needsContact && !facts.contact.isEmpty())
        add(HeaderId::Contact, facts.contact);
    composed.rows += request.rows;
    return composed;
}

} // namespace sip
