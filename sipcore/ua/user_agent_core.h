// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random.h"
#include "transaction/transaction_layer.h"

namespace sip {

class UserAgentClient;

/// Owns the transaction layer, hands out numbers, and answers requests that arrive for us: OPTIONS 200 with Allow and Supported,
/// unknown methods 405 with Allow, everything else that needs a dialog 481, CANCEL 200 or 481, unsupported Require 420, bad
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

private:
    void requestReceived(ServerTransaction &transaction) override;
    void ackReceived(const Message &ack, const Path &path) override;
    void cancelReceived(ServerTransaction &cancel, ServerTransaction *invite) override;
    void strayResponse(const Message &response, const Path &path) override;

    Scheduler &m_scheduler;
    TransportService &m_transport;
    TraceRecorder &m_recorder;
    Random &m_random;
    TransactionLayer m_transactions;
};

} // namespace sip
