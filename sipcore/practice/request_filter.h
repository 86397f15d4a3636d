// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/behaviours.h"
#include "transport/transport.h"

#include <QHash>
#include <QList>

#include <functional>

namespace diag {

/// Who has to know that an answer can no longer be given.
class PathWatcher {
public:
    virtual ~PathWatcher() = default;
    virtual void transactionGone(sip::TransactionId transaction) = 0; ///< an answer could not be sent
    virtual void pathGone(const sip::Path &path) = 0;                 ///< ICMP says nobody is there
};

/// Stands between transport and transactions and loses what the behaviour wants lost.
class RequestFilter final : public sip::TransportUser {
public:
    /// \param dropped  told of every request that was lost
    using Dropped = std::function<void(const sip::Message &request, const sip::Path &path)>;
    RequestFilter(sip::TransportUser &next, PathWatcher &watcher, Dropped dropped)
        : m_next(next), m_watcher(watcher), m_dropped(std::move(dropped))
    {}
    void setBehaviour(const Behaviour &behaviour);

    void messageReceived(const sip::Message &message, const sip::Path &path) override;
    void sendFailed(const sip::TraceContext &context, const sip::Path &path, const sip::TransportError &error) override;
    void icmpReceived(const sip::Path &path, const sip::TransportError &error, const QByteArray &quoted) override;
    void connectionLost(const sip::Path &path, const sip::TransportError &error) override;

private:
    static constexpr qsizetype MaxRemembered = 4096;
    bool isLost(const sip::Message &message, const sip::Path &path);
    bool isEarlyCopy(const sip::Message &request);

    sip::TransportUser &m_next;
    PathWatcher &m_watcher;
    Dropped m_dropped;
    Behaviour m_behaviour;
    QHash<QByteArray, int> m_copies; ///< by method and branch: how often the request came
    QList<QByteArray> m_order;       ///< oldest first
};

} // namespace diag
