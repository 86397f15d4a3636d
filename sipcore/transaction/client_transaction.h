// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "message/message.h"
#include "timing/scheduler.h"
#include "trace/trace_recorder.h"
#include "transaction/transaction_machine.h"
#include "transport/transport.h"

namespace sip {

class ClientTransaction;

/// Who hears from a client transaction. Calls come from the event loop, never from inside start(). Each may end or start
/// transactions.
class ClientTransactionUser {
public:
    virtual ~ClientTransactionUser() = default;
    virtual void responseReceived(ClientTransaction &transaction, const Message &response, const Path &path) = 0;
    virtual void timedOut(ClientTransaction &transaction, char timer) = 0; ///< B or F
    virtual void transportFailed(ClientTransaction &transaction,
                                 const TransportError &error) = 0; ///< also an ACK that could not go out
    virtual void terminated(ClientTransaction &transaction) = 0;   ///< last call; the object goes after it
};

/// One client transaction: machine, scheduler ticket and transport, nothing decided here. Owned by TransactionLayer.
class ClientTransaction {
public:
    TransactionId id() const { return m_context.transaction; }
    const TraceContext &context() const { return m_context; }
    const Message &request() const { return m_request; } ///< as sent, immutable (A21, A22)
    const TransportAddress &target() const { return m_target; }
    const TransactionMachine &machine() const { return m_machine; }
    TxState state() const { return m_machine.state(); }
    int sends() const { return m_sends; }
    int responses() const { return m_responses; } ///< of any kind, copies too (R17-3)
    bool isInvite() const { return m_machine.machine() == Machine::InviteClient; }

private:
    friend class TransactionLayer;
    ClientTransaction(const TraceContext &context, Message request, const TransportAddress &target, const TimerValues &values,
                      Instant now, ClientTransactionUser *user);
    TraceContext m_context;
    Message m_request;
    Message m_ack; ///< to a non-2xx final; built once, re-sent byte for byte
    TransportAddress m_target;
    TransactionMachine m_machine;
    ClientTransactionUser *m_user; ///< nullptr once the user let go
    Scheduler::Ticket m_ticket = 0;
    Instant m_ticketDue{};
    quint16 m_sends = 0, m_planned = 1;
    int m_responses = 0;
    TransportError m_error;
    bool m_pumping = false;
    bool m_ended = false; ///< out of the tables; deleted from the event loop
};

} // namespace sip
