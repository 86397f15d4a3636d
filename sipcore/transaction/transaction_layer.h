// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transaction/client_transaction.h"
#include "transaction/server_transaction.h"

#include <memory>

namespace sip {

/// What comes in and belongs to no client transaction. The core above.
class TransactionUser {
public:
    virtual ~TransactionUser() = default;
    /// Which intent a request belongs to, by its dialog; asked before anything of it is recorded. Empty: none.
    virtual TraceContext contextOf(const Message &) { return {}; }
    /// What becomes of an ACK that matches no server transaction, before it is recorded: Delivered for a 2xx that waits for it,
    /// Copy, or Stray.
    virtual MessageReceived::Fate fateOfAck(const Message &) { return MessageReceived::Fate::Delivered; }
    virtual void requestReceived(ServerTransaction &transaction) = 0;   ///< new request, not ACK
    virtual void ackReceived(const Message &ack, const Path &path) = 0; ///< ACK that matches no server transaction: for a 2xx
    virtual void cancelReceived(ServerTransaction &cancel, ServerTransaction *invite) = 0; ///< invite nullptr: 481 is due
    /// A response that matches no transaction. The layer has recorded it as Stray or Late.
    virtual void strayResponse(const Message &response, const Path &path) = 0;
};

/// Live transactions and nothing else: matching by branch and method to the transaction (17.1.3, 17.2.3; R17.1.3-1, R17.1.3-3),
/// timers, resends. Records every received message with its fate, every state change and every timer. One scheduler ticket per
/// transaction.
class TransactionLayer final : public TransportUser {
public:
    TransactionLayer(Scheduler &scheduler, TransportService &transport, TraceRecorder &recorder);
    ~TransactionLayer() override;
    void setUser(TransactionUser *user);
    /// For server transactions made from now on, and for what else their user sends again by itself; else those of the RFC.
    void setServerTimers(const TimerValues &values);
    const TimerValues &serverTimers() const;

    /// Starts a client transaction; the first copy is sent before this returns, callbacks come later.
    /// \param context  intent and attempt; the layer adds the transaction id
    /// \return valid until terminated()
    ClientTransaction &start(TraceContext context, const Message &request, const TransportAddress &target,
                             const TimerValues &values, ClientTransactionUser &user);
    void letGo(ClientTransaction &transaction);   ///< the user goes away: no more calls; the transaction runs to its end (late
                                                  ///< copies are still absorbed)
    void abandon(ClientTransaction &transaction); ///< ends it now: timers stopped, gone from the table; no call

    /// Ends it now, unanswered: its copies are new requests.
    void abandon(ServerTransaction &transaction);
    /// \param response  complete, as the TU built it (buildResponse)
    void respond(ServerTransaction &transaction, const Message &response);
    /// Sends one message outside any transaction (ACK to a 2xx).
    void sendDirectly(const TraceContext &context, const Message &message, const TransportAddress &target,
                      quint32 connection = 0);

    qsizetype clientCount() const;
    qsizetype serverCount() const;
    const ClientTransaction *client(TransactionId id) const; ///< nullptr: gone
    ServerTransaction *server(TransactionId id);             ///< nullptr: gone

    void messageReceived(const Message &message, const Path &path) override;
    void sendFailed(const TraceContext &context, const Path &path, const TransportError &error) override;
    void icmpReceived(const Path &path, const TransportError &error, const QByteArray &quoted) override;
    void connectionLost(const Path &path, const TransportError &error) override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace sip
