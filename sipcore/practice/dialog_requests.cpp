// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/dialog_requests.h"

#include "request/request_builder.h"

namespace diag {

DialogRequests::~DialogRequests()
{
    const QList<sip::ClientTransaction *> running = m_sent.keys();
    for (sip::ClientTransaction *const transaction : running)
        m_transactions.abandon(*transaction);
}

sip::Message DialogRequests::send(sip::Dialog &dialog, const sip::Path &path, const sip::NextRequest &request, Answered answered)
{
    const sip::Message message =
        sip::buildRequest(dialog.next(request),
                          {.protocol = path.protocol, .local = path.local, .branch = {}, .fromTag = {}, .callId = {}}, m_random);
    sip::ClientTransaction &transaction =
        m_transactions.start({}, message, {path.protocol, path.remote}, sip::TimerValues::rfc(), *this);
    m_sent.insert(&transaction, {dialog, path, message, std::move(answered)});
    return message;
}

void DialogRequests::responseReceived(sip::ClientTransaction &transaction, const sip::Message &response, const sip::Path &)
{
    const auto found = m_sent.constFind(&transaction);
    if (found == m_sent.cend())
        return;
    const Sent sent = *found;
    if (transaction.isInvite() && response.status() / 100 == 2)
        m_transactions.sendDirectly({}, sent.dialog.ack(sent.request, sip::newBranch(m_random)),
                                    {sent.path.protocol, sent.path.remote}, sent.path.connection);
    if (sent.answered)
        sent.answered(response);
}

void DialogRequests::timedOut(sip::ClientTransaction &transaction, char)
{
    const Sent sent = m_sent.value(&transaction);
    if (sent.answered)
        sent.answered(sip::MessageDraft::response(sent.request, 408, "Request Timeout").toMessage());
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
