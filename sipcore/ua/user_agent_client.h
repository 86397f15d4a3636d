// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "auth/auth_planner.h"
#include "request/composed_request.h"
#include "request/target.h"
#include "transaction/transaction_layer.h"
#include "ua/user_agent_client_delegate.h"

#include <QList>

#include <memory>

namespace sip {

class UserAgentCore;

/// One object per intent: owns an ordered list of attempts, each with its own immutable request, transaction and target
/// (seed-behaviour 8). Construct, validate, send are three steps; nothing is on the wire before send().
class UserAgentClient final : private ClientTransactionUser {
public:
    struct Attempt {
        quint32 number = 0;
        QByteArray why; ///< "initial", "challenge", "stale"; of the same intent also "cancel", "next" and "bye"
        Message request;
        TransportAddress target;
        TransactionId transaction = 0;
        int status = 0; ///< last status; 0: none yet
        LocalCause cause = LocalCause::None;
    };
    enum class CancelState : quint8 { None, Requested, Sent, Answered };

    /// \param intent  unique, not 0; the caller hands out the numbers (Engine::newIntentId())
    UserAgentClient(UserAgentCore &core, IntentId intent, ComposedRequest request, UserAgentClientDelegate *delegate = nullptr);
    ~UserAgentClient() override; ///< disposes

    /// Instead of send(): a request of the peer that begins a dialog is this intent, answered as ComposedRequest::answers says.
    void receive(ServerTransaction &transaction);
    /// What is odd about the request that send() would put on the wire: lint marks over those bytes. Never blocks.
    QList<LintMark> validate() const;
    /// Sends the first attempt. What cannot be sent at all (no address, no route) becomes a local 503 with its cause, later,
    /// through the delegate.
    void send();
    void proceed(); ///< the request before it to the same URI is answered (UserAgentCore::takeTurn())
    /// Asks for cancellation: waits for a 1xx while resends go on (R9.1-7), survives a challenge retry by not retrying (R9.1-13,
    /// A20), idempotent (R9.1-12). A call that was answered is hung up at once instead. \return false: refused, with \a why set:
    /// non-INVITE without force (R9.1-1), final answer already here (R9.1-8)
    bool cancel(const QByteArray &reason = {}, QString *why = nullptr);
    /// Ends the intent here and now without a word to the peer, for requests that cannot be cancelled: no more resends; an answer
    /// that still comes is shown as late. The delegate hears onFinished(). \return false: it had ended already
    bool stop();
    /// The program is about to end: what is kept at a server is removed, for \a limit at most, or left there, as
    /// ComposedRequest::removeOnExit says; a call that came in is hung up or refused; then the intent is over.
    /// \return false: there is neither, nothing was done
    bool close(Instant limit);
    /// Sends a request in a dialog of this intent, which then lasts until a BYE of either side: the BYE that would have come by
    /// itself does not. \param toTag  of the dialog; null: the newest that is alive
    /// \return false: nothing was sent, with \a why set: no such dialog, it has ended or is being hung up, an INVITE is under way
    /// (R14.1-1), an offer is open (R13.2.1-5), or BYE to a call that is not answered yet (R15-1). A BYE may wait for an ACK
    bool next(const QByteArray &toTag, const NextRequest &request, QString *why = nullptr);
    /// A request of the peer in a dialog of ours: answered as ComposedRequest::answers says, else as the RFCs do.
    void requestReceived(ServerTransaction &transaction);
    void acknowledged(const Message &ack);            ///< the ACK to a 2xx of ours
    bool hasAcknowledged(const Message &ack) const;   ///< an ACK with this CSeq number came before
    void requestCancelled(ServerTransaction &invite); ///< the peer's CANCEL found its INVITE
    /// By hand. \param request  the transaction of a request that waits \return false: none waits under this number
    bool answer(TransactionId request, const ComposedAnswer &answer, QString *why = nullptr);
    /// Stops timers, unregisters everywhere, sends nothing more, calls nobody (differs from cancel()). Idempotent.
    void dispose();

    IntentId intent() const { return m_intent; }
    const QList<Attempt> &attempts() const;
    CancelState cancelState() const;
    bool isFinished() const;

    /// The plan for a 401 or 407; pure apart from the cnonce. Exposed as the contract names it.
    /// \param protocol  what the retry goes over
    AuthPlan authenticationGuard(const Message &response, const Message &request, Protocol protocol) const;

private:
    void responseReceived(ClientTransaction &transaction, const Message &response, const Path &path) override;
    void timedOut(ClientTransaction &transaction, char timer) override;
    void transportFailed(ClientTransaction &transaction, const TransportError &error) override;
    void terminated(ClientTransaction &transaction) override;

    /// Class dispatch with x00 and 183 fallback (R8.1.3.2-1, -2).
    void receiveResponse(ClientTransaction &transaction, const IncomingResponse &response, const Path &path);
    void onRequestTimeout(ClientTransaction &transaction, char timer);   ///< local 408 (R8.1.3.1-1)
    void onTransportError(quint32 attempt, const TransportError &error); ///< local 503 (R8.1.3.1-2)

    struct Private;
    std::unique_ptr<Private> d;
    IntentId m_intent = 0;
};

} // namespace sip
