// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "message/message.h"
#include "timing/timer_values.h"
#include "transaction/transaction_layer.h"

#include <QHash>

#include <functional>

namespace sip {

/// The 2xx to INVITEs that were given: each goes out again until its ACK comes (RFC 3261 13.3.1.4). The transaction layer does
/// not do this, it is the business of who answers.
class UnacknowledgedAnswers {
public:
    UnacknowledgedAnswers(TransactionLayer &transactions, Scheduler &scheduler);
    ~UnacknowledgedAnswers();

    /// \param request  the INVITE; \a response was sent for it just now
    /// \param givenUp  called when no ACK came within 64*T1; may add and remove
    void add(const TraceContext &context, const Message &request, const Message &response, const Path &path,
             std::function<void()> givenUp);
    bool isAwaited(const Message &ack) const;
    bool acknowledged(const Message &ack); ///< \return false: nothing waits for this one
    void remove(const Message &response);  ///< as given to add(); sent no more, and nobody is called
    void removeOf(IntentId intent);        ///< sent no more, and nobody is called
    void removeVia(const Path &path);      ///< all that went this way: the connection is gone

private:
    struct Waiting {
        TraceContext context;
        Message response;
        Path path;
        Endpoint target;
        Instant interval{}, giveUpAt{};
        Scheduler::Ticket ticket = 0;
        std::function<void()> givenUp;
    };
    bool take(const QByteArray &key);
    void removeIf(const std::function<bool(const Waiting &)> &gone);
    void sendAgain(const QByteArray &key);

    TransactionLayer &m_transactions;
    Scheduler &m_scheduler;
    QHash<QByteArray, Waiting> m_waiting; ///< by Call-ID, tags and CSeq number
};

} // namespace sip
