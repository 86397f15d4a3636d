// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transaction/ended_transactions.h"
#include "transaction/transaction_key.h"
#include "transaction/transaction_layer.h"

#include <unordered_map>

namespace sip {

struct TransactionLayer::Private {
    Private(Scheduler &s, TransportService &t, TraceRecorder &r) : scheduler(s), transport(t), recorder(r) {}

    Scheduler &scheduler;
    TransportService &transport;
    TraceRecorder &recorder;
    TransactionUser *user = nullptr;
    TimerValues serverTimers;

    // The keys are views into the transactions' own requests.
    //= R17.1.3-3 a retry has a branch, and so an entry, of its own
    std::unordered_map<TransactionKey, std::unique_ptr<ClientTransaction>, TransactionKeyHash> clients;
    std::unordered_map<TransactionKey, std::unique_ptr<ServerTransaction>, TransactionKeyHash> servers;
    QHash<TransactionId, ClientTransaction *> clientsById;
    QHash<TransactionId, ServerTransaction *> serversById;
    EndedTransactions ended;
    TransactionId lastId = 0;

    // What ended may still be on the call stack: it is deleted from the event loop.
    std::vector<std::unique_ptr<ClientTransaction>> endedClients;
    std::vector<std::unique_ptr<ServerTransaction>> endedServers;
    Scheduler::Ticket sweep = 0;

    // transaction_layer.cpp
    void sweepSoon();
    void giveBack(); ///< when nothing is left of very many, what the tables took goes too
    void received(const TraceContext &context, const Message &message, const Path &path, MessageReceived::Fate fate,
                  const char *rule = "", const QString &reason = {});
    void report(const TraceContext &context, Machine machine, const TxOutput &out);
    template<class Transaction> void arm(Transaction &t)
    {
        const std::optional<Instant> due = t.m_machine.nextWake();
        if (t.m_ticket != 0 && due && *due == t.m_ticketDue)
            return;
        scheduler.cancel(std::exchange(t.m_ticket, 0));
        if (!due)
            return;
        t.m_ticketDue = *due;
        t.m_ticket = scheduler.at(*due, [this, &t] {
            t.m_ticket = 0;
            t.m_machine.wake(scheduler.now());
            pump(t);
        });
    }
    template<class Transaction> void pumped(Transaction &t) ///< all outputs were dealt with
    {
        t.m_pumping = false;
        if (t.m_ended)
            return;
        if (t.state() == TxState::Terminated)
            end(t);
        else
            arm(t);
    }

    // transaction_layer_clients.cpp
    void sendRequest(ClientTransaction &t);
    void pump(ClientTransaction &t, const Message *response = nullptr, const Path *path = nullptr);
    void end(ClientTransaction &t);
    void fail(ClientTransaction &t, const TransportError &error);
    TraceContext contextOf(const Message &message); ///< of the request an answer would belong to, if its Via and CSeq can be read
    void strayed(const Message &message, const Path &path);
    void receiveResponse(const Message &message, const Path &path);

    // transaction_layer_servers.cpp
    void pump(ServerTransaction &t, const Message *ack = nullptr);
    void sendResponse(ServerTransaction &t, bool again);
    void end(ServerTransaction &t);
    void receiveRequest(const Message &message, const Path &path);
    ServerTransaction *inviteOf(const ServerTransaction &cancel);
};

} // namespace sip
