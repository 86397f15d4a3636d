// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/words.h"
#include "transaction/received_via.h"
#include "transaction/response_checks.h"
#include "transaction/transaction_layer_p.h"

namespace sip {

void TransactionLayer::Private::pump(ServerTransaction &t, const Message *ack)
{
    using K = TxOutput::Kind;
    if (std::exchange(t.m_pumping, true))
        return;
    for (auto outputs = t.m_machine.takeOutputs(); !outputs.isEmpty(); outputs = t.m_machine.takeOutputs()) {
        for (const TxOutput &out : outputs) {
            report(t.m_context, t.m_machine.machine(), out);
            if (out.kind == K::SendResponse || out.kind == K::ResendResponse) {
                sendResponse(t, out.kind == K::ResendResponse);
            } else if (out.kind == K::Deliver && ack && user) {
                user->ackReceived(*ack, t.m_path);
            } else if (out.kind == K::Timeout) {
                recorder.record(t.m_context,
                                Note{Note::Level::Warning, Words::tr("the final answer was never acknowledged"), out.rule});
            } else if (out.kind == K::TransportFailure) {
                recorder.record(t.m_context,
                                Note{Note::Level::Warning, Words::tr("the answer could not be delivered"), out.rule});
            }
        }
    }
    pumped(t);
}

void TransactionLayer::Private::sendResponse(ServerTransaction &t, bool again)
{
    if (t.m_lastResponse.kind() == Message::Kind::Invalid)
        return; // a copy of the request before there is anything to repeat
    t.m_sends = again ? quint16(t.m_sends + 1) : 1;
    const Endpoint remote = isReliable(t.m_path.protocol) ? t.m_path.remote : responseTarget(t.m_request, t.m_path);
    transport.send(t.m_context, {t.m_path.protocol, remote}, t.m_lastResponse, t.m_path.connection, t.m_sends, 1);
}

void TransactionLayer::Private::end(ServerTransaction &t)
{
    t.m_ended = true;
    scheduler.cancel(std::exchange(t.m_ticket, 0));
    serversById.remove(t.id());
    if (const auto found = servers.find(serverKey(t.m_request)); found != servers.end() && found->second.get() == &t) {
        endedServers.push_back(std::move(found->second));
        servers.erase(found);
    }
    sweepSoon();
}

void TransactionLayer::Private::receiveRequest(const Message &message, const Path &path)
{
    if (const ResponseFlaw flaw = unanswerable(message); flaw.rule) {
        received({}, message, path, MessageReceived::Fate::Dropped, flaw.rule, flaw.reason);
        return;
    }
    const bool ack = message.method() == "ACK";
    const auto found = servers.find(serverKey(message));
    if (found != servers.end()) {
        ServerTransaction &t = *found->second;
        const TxInput input = ack ? TxInput::ReceiveAck : TxInput::ReceiveRequest;
        const TxRow *const row = findRow(t.m_machine.machine(), t.state(), input);
        const bool first = ack && row && (row->to != t.state() || row->actions & ToTu);
        if (!row)
            received(t.m_context, message, path, MessageReceived::Fate::Stray, "R17.1.1.2-16",
                     Words::tr("not expected in the state %1").arg(QLatin1String(stateName(t.state()))));
        else
            received(t.m_context, message, path, first ? MessageReceived::Fate::Delivered : MessageReceived::Fate::Copy,
                     row->rule);
        t.m_machine.input(input, scheduler.now());
        pump(t, &message);
        return;
    }
    if (ack) {
        const MessageReceived::Fate fate = user ? user->fateOfAck(message) : MessageReceived::Fate::Delivered;
        const bool odd = fate == MessageReceived::Fate::Stray;
        received(user ? user->contextOf(message) : TraceContext(), message, path, fate, odd ? "R13.3.1.4-1" : "",
                 odd ? Words::tr("an ACK for nothing: no answer of ours waits for one") : QString());
        if (user)
            user->ackReceived(message, path);
        return;
    }
    TraceContext context = user ? user->contextOf(message) : TraceContext();
    context.transaction = ++lastId;
    received(context, message, path, MessageReceived::Fate::Delivered);
    const Message stamped = withReceivedVia(message, path.remote);
    std::unique_ptr<ServerTransaction> made(new ServerTransaction(context, stamped, path, serverTimers, scheduler.now()));
    ServerTransaction &t = *made;
    t.m_receivedSize = message.wire().size();
    serversById.insert(t.id(), &t);
    servers.insert_or_assign(serverKey(t.m_request), std::move(made));
    recorder.record(context, StateChanged{t.m_machine.machine(), "", stateName(t.state()), "RFC3261-17.2"});
    pump(t);
    if (!user)
        return;
    if (message.method() == "CANCEL")
        user->cancelReceived(t, inviteOf(t));
    else
        user->requestReceived(t);
}

ServerTransaction *TransactionLayer::Private::inviteOf(const ServerTransaction &cancel)
{
    TransactionKey key = serverKey(cancel.m_request);
    key.method = "INVITE";
    const auto found = servers.find(key);
    return found == servers.end() ? nullptr : found->second.get();
}

} // namespace sip
