// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "request/composed_request.h"
#include "transaction/transaction_layer.h"

#include <functional>

namespace sip {

/// Requests that came outside a dialog and are answered as the user set, step by step: with pauses, or never. The transaction
/// layer keeps them as long.
class OutsideAnswers {
public:
    using Respond = std::function<void(ServerTransaction &, int status)>;
    static constexpr qsizetype Most = 100; ///< that wait at a time

    OutsideAnswers(TransactionLayer &transactions, Scheduler &scheduler, Respond respond);
    ~OutsideAnswers();

    /// \return false: too many wait already
    bool answer(ServerTransaction &transaction, const QList<CannedAnswer::Step> &steps);

private:
    struct Waiting {
        TransactionId transaction = 0;
        QList<CannedAnswer::Step> steps;
        Scheduler::Ticket ticket = 0;
    };
    void next(TransactionId id);
    void give(TransactionId id, int status);

    TransactionLayer &m_transactions;
    Scheduler &m_scheduler;
    Respond m_respond;
    QHash<TransactionId, Waiting> m_waiting;
};

} // namespace sip
