// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "auth/protection_space.h"
#include "base/random.h"
#include "transaction/transaction_layer.h"
#include "transaction/unacknowledged_answers.h"
#include "ua/outside_answers.h"
#include "ua/resting_targets.h"
#include "ua/service_routes.h"

#include <QHash>

namespace sip {

class Resolver;
class UserAgentClient;

/// Who takes requests that begin a dialog, an INVITE to a contact of ours, and says how others outside dialogs are answered.
class IncomingCalls {
public:
    virtual ~IncomingCalls() = default;
    virtual IntentId intentFor(const Message &invite) = 0; ///< its number, before anything of it is recorded; 0: not taken
    virtual void take(IntentId intent, ServerTransaction &invite) = 0;
    virtual QList<CannedAnswer> answers() const { return {}; } ///< as the user set; those with no rule get the usual answer
};

/// Owns the transaction layer and sorts the requests that arrive: those of a dialog of ours go to its client, the others are
/// answered here: MESSAGE and OPTIONS 200, the latter with Allow, Accept and Supported, REFER 603, unless
/// IncomingCalls::answers() says otherwise; of a dialog we do not know 481, a call nobody takes 480, one that came on two ways
/// 482, methods we do not take 405 with Allow, CANCEL 200 or 481, unsupported Require 420, bodies we cannot read 415, bad
/// messages 400.
class UserAgentCore final : private TransactionUser {
public:
    UserAgentCore(Scheduler &scheduler, TransportService &transport, TraceRecorder &recorder, Random &random);
    ~UserAgentCore() override;

    Scheduler &scheduler() { return m_scheduler; }
    TransportService &transport() { return m_transport; }
    TraceRecorder &recorder() { return m_recorder; }
    Random &random() { return m_random; }
    TransactionLayer &transactions() { return m_transactions; }
    UnacknowledgedAnswers &answers() { return m_answers; }
    ProtectionSpace &protectionSpace() { return m_protectionSpace; } ///< what servers accepted, across intents
    RestingTargets &restingTargets() { return m_restingTargets; }    ///< across intents too
    ServiceRoutes &serviceRoutes() { return m_serviceRoutes; }       ///< across intents too

    QByteArray localName(); ///< in Via and Contact where nobody can call us at our address; the same as long as we live (R7118-1)

    Resolver *resolver() const { return m_resolver; } ///< nullptr: names are not looked up
    void setResolver(Resolver *resolver) { m_resolver = resolver; }

    void setIncomingCalls(IncomingCalls *calls) { m_calls = calls; } ///< nullptr: none are taken

    /// Requests of this dialog are the client's: they are recorded with its intent and handed to it.
    /// \param ourTag  of the From of our INVITE  \param theirTag  of the To of its 1xx or 2xx
    void addDialog(QByteArrayView callId, QByteArrayView ourTag, QByteArrayView theirTag, UserAgentClient &client);
    void removeDialog(QByteArrayView callId, QByteArrayView ourTag, QByteArrayView theirTag, const UserAgentClient &client);
    /// A NOTIFY for this Call-ID and tag of ours is the client's, whatever the peer's tag (R6665.4.1.3-1).
    void awaitNotify(QByteArrayView callId, QByteArrayView ourTag, UserAgentClient &client);
    void stopAwaiting(QByteArrayView callId, QByteArrayView ourTag, const UserAgentClient &client);
    /// Of some requests only one at a time is under way (R3428.8-2, R3903.4-2): those of one \a line. \return false: another is;
    /// when it is its turn the client is told to proceed()
    bool takeTurn(const QByteArray &line, UserAgentClient &client);
    void leaveLine(const QByteArray &line, const UserAgentClient &client); ///< it has its answer, or waits no more

private:
    UserAgentClient *clientOf(const Message &request) const; ///< of its dialog; nullptr: none of ours
    void answer(ServerTransaction &transaction, int status, const QByteArray &reason = {});
    void answer(ServerTransaction &transaction, const ComposedAnswer &answer);
    void answerOutside(ServerTransaction &transaction); ///< a request that neither begins a dialog nor belongs to one
    /// With a note that says why, for whoever looks at the ladder.
    void refuse(ServerTransaction &transaction, int status, const QString &why, const char *rule);
    TraceContext contextOf(const Message &request) override;
    MessageReceived::Fate fateOfAck(const Message &ack) override;
    void requestReceived(ServerTransaction &transaction) override;
    void ackReceived(const Message &ack, const Path &path) override;
    void cancelReceived(ServerTransaction &cancel, ServerTransaction *invite) override;
    void strayResponse(const Message &response, const Path &path) override;

    Scheduler &m_scheduler;
    TransportService &m_transport;
    TraceRecorder &m_recorder;
    Random &m_random;
    TransactionLayer m_transactions;
    UnacknowledgedAnswers m_answers{m_transactions, m_scheduler};
    OutsideAnswers m_outside{m_transactions, m_scheduler, [this](ServerTransaction &one, int status) { answer(one, status); }};
    QHash<QByteArray, UserAgentClient *> m_dialogs;      ///< by Call-ID, our tag, their tag
    QHash<QByteArray, QList<UserAgentClient *>> m_lines; ///< who is under way, then who waits
    QList<QByteArray> m_moved;                           ///< lines whose first is to be told
    Scheduler::Ticket m_nextTurns = 0;
    Resolver *m_resolver = nullptr;
    IncomingCalls *m_calls = nullptr;
    IntentId m_arriving = 0;                         ///< of the INVITE that is being handed in
    QHash<QByteArray, UserAgentClient *> m_awaiting; ///< NOTIFYs, by Call-ID and our tag
    ProtectionSpace m_protectionSpace;
    RestingTargets m_restingTargets;
    ServiceRoutes m_serviceRoutes;
    QByteArray m_localName; ///< empty: not drawn yet
};

} // namespace sip
