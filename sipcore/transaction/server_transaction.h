// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "message/message.h"
#include "timing/scheduler.h"
#include "transaction/transaction_machine.h"
#include "transport/transport.h"

namespace sip {

/// One server transaction. Owned by TransactionLayer; answer through TransactionLayer::respond().
class ServerTransaction {
public:
    TransactionId id() const { return m_context.transaction; }
    const TraceContext &context() const { return m_context; }
    const Message &request() const { return m_request; }      ///< with received and rport in its Via (R18.2.1-1)
    qsizetype receivedSize() const { return m_receivedSize; } ///< octets of the request as it came
    const Path &path() const { return m_path; } ///< the request's way; responses go back along it (R18.2.1-1, RFC 3581 4)
    TxState state() const { return m_machine.state(); }

private:
    friend class TransactionLayer;
    ServerTransaction(const TraceContext &context, Message request, const Path &path, const TimerValues &values, Instant now);
    TraceContext m_context;
    Message m_request;
    qsizetype m_receivedSize = 0;
    Message m_lastResponse;
    Path m_path;
    TransactionMachine m_machine;
    Scheduler::Ticket m_ticket = 0;
    Instant m_ticketDue{};
    quint16 m_sends = 0; ///< of the last response
    bool m_pumping = false;
    bool m_ended = false;
};

} // namespace sip
