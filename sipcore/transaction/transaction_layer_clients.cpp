// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/words.h"
#include "transaction/response_checks.h"
#include "transaction/transaction_layer_p.h"

#include "request/request_builder.h"

namespace sip {

namespace {

//= R7.2-3
TxInput receivedResponse(int status)
{
    return status < 200 ? TxInput::Receive1xx : status < 300 ? TxInput::Receive2xx : TxInput::ReceiveFinal;
}

constexpr QByteArrayView commonMethods[] = {"INVITE", "REGISTER", "OPTIONS", "BYE",   "CANCEL", "MESSAGE", "SUBSCRIBE",
                                            "NOTIFY", "REFER",    "INFO",    "PRACK", "UPDATE", "PUBLISH"};

} // namespace

//= R17.1.1.2-5 the same octets every time
void TransactionLayer::Private::sendRequest(ClientTransaction &t)
{
    ++t.m_sends;
    transport.send(t.m_context, t.m_target, t.m_request, 0, t.m_sends, t.m_planned);
}

void TransactionLayer::Private::pump(ClientTransaction &t, const Message *response, const Path *path)
{
    using K = TxOutput::Kind;
    if (std::exchange(t.m_pumping, true))
        return; // called from inside a callback: the loop below goes on with it
    for (auto outputs = t.m_machine.takeOutputs(); !outputs.isEmpty(); outputs = t.m_machine.takeOutputs()) {
        for (const TxOutput &out : outputs) {
            report(t.m_context, t.m_machine.machine(), out);
            if (out.kind == K::ResendRequest) {
                sendRequest(t);
            } else if (out.kind == K::SendAck && response) {
                if (t.m_ack.kind() == Message::Kind::Invalid)
                    t.m_ack = buildAckNon2xx(t.m_request, *response);
                transport.send(t.m_context, t.m_target, t.m_ack, 0, 1, 1); //= R17.1.1.2-11
            } else if (!t.m_user) {
                continue;
            } else if (out.kind == K::Deliver && response && path) {
                t.m_user->responseReceived(t, *response, *path);
            } else if (out.kind == K::Timeout) {
                t.m_user->timedOut(t, timerLetter(out.input));
            } else if (out.kind == K::TransportFailure) {
                t.m_user->transportFailed(t, t.m_error);
            }
        }
    }
    pumped(t);
}

//= R17.1.1.2-15
void TransactionLayer::Private::end(ClientTransaction &t)
{
    t.m_ended = true;
    scheduler.cancel(std::exchange(t.m_ticket, 0));
    clientsById.remove(t.id());
    const TransactionKey key = clientKey(t.m_request);
    ended.add(key, t.m_context);
    if (const auto found = clients.find(key); found != clients.end() && found->second.get() == &t) {
        endedClients.push_back(std::move(found->second));
        clients.erase(found);
    }
    sweepSoon();
    if (ClientTransactionUser *const whom = std::exchange(t.m_user, nullptr))
        whom->terminated(t);
}

void TransactionLayer::Private::fail(ClientTransaction &t, const TransportError &error)
{
    t.m_error = error;
    t.m_machine.input(TxInput::TransportError, scheduler.now());
    pump(t);
}

/// What is dropped is shown where it is missed.
TraceContext TransactionLayer::Private::contextOf(const Message &message)
{
    const TransactionKey key = clientKey(message);
    const auto found = clients.find(key);
    return found != clients.end() ? found->second->m_context : ended.find(key).value_or(TraceContext());
}

/// An answer that matches nothing: perhaps only its CSeq names the wrong method.
void TransactionLayer::Private::strayed(const Message &message, const Path &path)
{
    TransactionKey key = clientKey(message);
    const QByteArrayView named = key.method;
    for (const QByteArrayView method : commonMethods) {
        key.method = method;
        if (const auto other = clients.find(key); other != clients.end()) {
            received(other->second->m_context, message, path, MessageReceived::Fate::Stray, "R17.1.3-1",
                     named == "ACK" ? Words::tr("an ACK is never answered")
                                    : Words::tr("its CSeq names %1, our request with this branch is %2")
                                          .arg(QString::fromUtf8(named), QLatin1String(method)));
            return;
        }
    }
    received({}, message, path, MessageReceived::Fate::Stray, "R6026.8.9-1",
             Words::tr("no request of ours has this branch and method"));
}

void TransactionLayer::Private::receiveResponse(const Message &message, const Path &path)
{
    if (const ResponseFlaw flaw = flawOf(message); flaw.rule) {
        received(contextOf(message), message, path, MessageReceived::Fate::Dropped, flaw.rule, flaw.reason);
        return;
    }
    const TransactionKey key = clientKey(message);
    const auto found = clients.find(key);
    //= R6026.8.9-1
    //= R18.1.2-2
    if (found == clients.end()) {
        if (const std::optional<TraceContext> late = ended.find(key))
            received(*late, message, path, MessageReceived::Fate::Late, "R6026.8.9-1", Words::tr("its transaction has ended"));
        else
            strayed(message, path);
        if (user)
            user->strayResponse(message, path);
        return;
    }
    ClientTransaction &t = *found->second;
    if (const ResponseFlaw flaw = sentByFlaw(message, t.m_request); flaw.rule) {
        received(t.m_context, message, path, MessageReceived::Fate::Dropped, flaw.rule, flaw.reason);
        return;
    }
    ++t.m_responses;
    const TxInput input = receivedResponse(message.status());
    const TxRow *const row = findRow(t.m_machine.machine(), t.state(), input);
    if (!row) {
        //= R17.1.1.2-16
        //= R13.2.2.3-1
        received(t.m_context, message, path, MessageReceived::Fate::Late, "R17.1.1.2-16",
                 Words::tr("not expected in the state %1").arg(QLatin1String(stateName(t.state()))));
        return;
    }
    const ResponseFlaw odd = mismatchOf(message, t.m_request);
    if (!(row->actions & ToTu))
        received(t.m_context, message, path, MessageReceived::Fate::Copy, row->rule, odd.reason);
    else if (!t.m_user)
        received(t.m_context, message, path, MessageReceived::Fate::Late, row->rule, Words::tr("nobody waits for it any more"));
    else
        received(t.m_context, message, path, MessageReceived::Fate::Delivered, odd.rule ? odd.rule : "", odd.reason);
    t.m_machine.input(input, scheduler.now());
    pump(t, &message, &path);
}

} // namespace sip
