// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random.h"
#include "dialog/dialog.h"
#include "transaction/transaction_layer.h"

#include <QHash>

#include <functional>

namespace diag {

/// Requests the practice server sends in dialogs of its own: built, sent where the dialog says when that is on this machine, a
/// 2xx to INVITE acknowledged.
class DialogRequests final : private sip::ClientTransactionUser {
public:
    /// \param response  a final or provisional one; a local 408 when none came
    using Answered = std::function<void(const sip::Message &response)>;
    /// Told once per request how it went. \param answered  the final status; 0: none came
    using Told = std::function<void(const QByteArray &method, const sip::TransportAddress &to, int answered)>;

    DialogRequests(sip::TransactionLayer &transactions, sip::TransportService &transport, sip::Random &random, Told told)
        : m_transactions(transactions), m_transport(transport), m_random(random), m_told(std::move(told))
    {}
    ~DialogRequests() override;

    /// Goes to the first route or the remote target of the dialog; what is not on this machine goes back along \a path, because
    /// nothing leaves it. \param path  of the request that made the dialog \return the request as sent
    sip::Message send(sip::Dialog &dialog, const sip::Path &path, const sip::NextRequest &request, Answered answered);

private:
    /// Where a request goes, and as whom we are known there.
    struct Way {
        sip::TransportAddress to;
        sip::Endpoint from;
        quint32 connection = 0;
    };
    struct Sent {
        sip::Dialog dialog; ///< as it was when the request went out
        Way way;
        sip::Message request;
        Answered answered;
        bool finished = false; ///< the final answer was told
    };
    Way wayOf(const sip::ComposedRequest &request, const sip::Path &path);
    void acknowledge(Sent &sent, const sip::Message &response);
    void finish(sip::ClientTransaction &transaction, const sip::Message &response, int told);
    void responseReceived(sip::ClientTransaction &transaction, const sip::Message &response, const sip::Path &path) override;
    void timedOut(sip::ClientTransaction &transaction, char timer) override;
    void transportFailed(sip::ClientTransaction &transaction, const sip::TransportError &error) override;
    void terminated(sip::ClientTransaction &transaction) override;

    sip::TransactionLayer &m_transactions;
    sip::TransportService &m_transport;
    sip::Random &m_random;
    Told m_told;
    QHash<sip::ClientTransaction *, Sent> m_sent;
};

} // namespace diag
