// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "auth/protection_space.h"
#include "base/random.h"
#include "transaction/transaction_layer.h"

#include <QHash>

namespace sip {

class UserAgentClient;

/// Owns the transaction layer and answers requests that arrive for us: OPTIONS 200 with Allow, Accept and Supported, BYE of a
/// dialog of ours 200, one out of order 500, other requests of a dialog we do not know 481, methods we do not take 405 with
/// Allow, CANCEL 200 or 481, unsupported Require 420, bad messages 400.
class UserAgentCore final : private TransactionUser {
public:
    UserAgentCore(Scheduler &scheduler, TransportService &transport, TraceRecorder &recorder, Random &random);
    ~UserAgentCore() override;

    Scheduler &scheduler() { return m_scheduler; }
    TransportService &transport() { return m_transport; }
    TraceRecorder &recorder() { return m_recorder; }
    Random &random() { return m_random; }
    TransactionLayer &transactions() { return m_transactions; }
    ProtectionSpace &protectionSpace() { return m_protectionSpace; } ///< what servers accepted, across intents

    /// Requests of this dialog are the client's: they are recorded with its intent, and a BYE is reported to it.
    /// \param ourTag  of the From of our INVITE  \param theirTag  of the To of its 1xx or 2xx
    void addDialog(QByteArrayView callId, QByteArrayView ourTag, QByteArrayView theirTag, UserAgentClient &client);
    void removeDialog(QByteArrayView callId, QByteArrayView ourTag, QByteArrayView theirTag);
    void removeDialogs(const UserAgentClient &client);

private:
    TraceContext contextOf(const Message &request) override;
    void requestReceived(ServerTransaction &transaction) override;
    void ackReceived(const Message &ack, const Path &path) override;
    void cancelReceived(ServerTransaction &cancel, ServerTransaction *invite) override;
    void strayResponse(const Message &response, const Path &path) override;

    Scheduler &m_scheduler;
    TransportService &m_transport;
    TraceRecorder &m_recorder;
    Random &m_random;
    TransactionLayer m_transactions;
    ProtectionSpace m_protectionSpace;
    QHash<QByteArray, UserAgentClient *> m_dialogs; ///< by Call-ID, our tag, their tag
};

} // namespace sip
