// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random.h"
#include "dialog/dialog.h"
#include "transaction/transaction_layer.h"

#include <QHash>

#include <functional>

namespace diag {

/// Requests the practice server sends in dialogs of its own: built, sent the way the peer came, a 2xx to INVITE acknowledged.
class DialogRequests final : private sip::ClientTransactionUser {
public:
    /// \param response  a final or provisional one; a local 408 when none came
    using Answered = std::function<void(const sip::Message &response)>;

    DialogRequests(sip::TransactionLayer &transactions, sip::Random &random) : m_transactions(transactions), m_random(random) {}
    ~DialogRequests() override;

    /// \param path  of the request that made the dialog \return the request as sent
    sip::Message send(sip::Dialog &dialog, const sip::Path &path, const sip::NextRequest &request, Answered answered);

private:
    struct Sent {
        sip::Dialog dialog; ///< as it was when the request went out
        sip::Path path;
        sip::Message request;
        Answered answered;
    };
    void responseReceived(sip::ClientTransaction &transaction, const sip::Message &response, const sip::Path &path) override;
    void timedOut(sip::ClientTransaction &transaction, char timer) override;
    void transportFailed(sip::ClientTransaction &transaction, const sip::TransportError &error) override;
    void terminated(sip::ClientTransaction &transaction) override;

    sip::TransactionLayer &m_transactions;
    sip::Random &m_random;
    QHash<sip::ClientTransaction *, Sent> m_sent;
};

} // namespace diag
