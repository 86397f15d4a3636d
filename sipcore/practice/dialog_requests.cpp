// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/dialog_requests.h"

#include "request/request_builder.h"
#include "request/target.h"

namespace diag {

DialogRequests::~DialogRequests()
{
    const QList<sip::ClientTransaction *> running = m_sent.keys();
    for (sip::ClientTransaction *const transaction : running)
        m_transactions.abandon(*transaction);
}

DialogRequests::Way DialogRequests::wayOf(const sip::ComposedRequest &request, const sip::Path &path)
{
    const Way back{{path.protocol, path.remote}, path.local, path.connection};
    const auto hop = sip::nextHop(request);
    // Few clients can be called over TLS: what they opened is the way back.
    const bool secure = path.protocol == sip::Protocol::Tls && hop && hop->address.protocol == sip::Protocol::Tls;
    const bool web = sip::isWebSocket(path.protocol) || (hop && sip::isWebSocket(hop->address.protocol)); // and nobody over these
    if (!hop || secure || web || !hop->address.remote.isLoopback() || hop->address == back.to)
        return back;
    const auto from = m_transport.localEndpoint(hop->address);
    return from ? Way{hop->address, *from} : back;
}

sip::Message DialogRequests::send(sip::Dialog &dialog, const sip::Path &path, const sip::NextRequest &request, Answered answered)
{
    const sip::ComposedRequest composed = dialog.next(request);
    const Way way = wayOf(composed, path);
    const sip::Message message = sip::buildRequest(
        composed, {.protocol = way.to.protocol, .local = way.from, .branch = {}, .fromTag = {}, .callId = {}}, m_random);
    sip::ClientTransaction &transaction = m_transactions.start({}, message, way.to, m_transactions.serverTimers(), *this);
    m_sent.insert(&transaction, {dialog, way, message, std::move(answered)});
    return message;
}

void DialogRequests::responseReceived(sip::ClientTransaction &transaction, const sip::Message &response, const sip::Path &)
{
    const auto found = m_sent.find(&transaction);
    if (found == m_sent.end())
        return;
    if (transaction.isInvite() && response.status() / 100 == 2)
        acknowledge(*found, response);
    if (response.status() >= 200)
        finish(transaction, response, response.status());
    else if (const Answered answered = found->answered)
        answered(response);
}

void DialogRequests::acknowledge(Sent &sent, const sip::Message &response)
{
    sent.dialog.refreshedBy(response);
    const sip::Path back{sent.way.to.protocol, sent.way.from, sent.way.to.remote, sent.way.connection};
    Way way = wayOf(sip::composeInDialog(sent.dialog.facts(), {.method = "ACK", .rows = {}, .body = {}}, 1), back);
    if (way.to.protocol != sent.way.to.protocol) // its Via is the INVITE's
        way = sent.way;
    m_transactions.sendDirectly({}, sent.dialog.ack(sent.request, sip::newBranch(m_random)), way.to, way.connection);
}

/// The first final answer; of what comes after it, a 2xx to INVITE only needs its ACK again.
void DialogRequests::finish(sip::ClientTransaction &transaction, const sip::Message &response, int told)
{
    const auto found = m_sent.find(&transaction);
    if (found == m_sent.end() || std::exchange(found->finished, true))
        return;
    const Answered answered = std::exchange(found->answered, {});
    if (m_told)
        m_told(response.cseqMethod().toByteArray(), found->way.to, told);
    if (answered)
        answered(response);
}

void DialogRequests::timedOut(sip::ClientTransaction &transaction, char)
{
    finish(transaction, sip::MessageDraft::response(transaction.request(), 408, "Request Timeout").toMessage(), 0);
}

void DialogRequests::transportFailed(sip::ClientTransaction &transaction, const sip::TransportError &)
{
    timedOut(transaction, 'F');
}

void DialogRequests::terminated(sip::ClientTransaction &transaction)
{
    m_sent.remove(&transaction);
}

} // namespace diag
