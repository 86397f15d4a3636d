// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/request_filter.h"

namespace diag {

void RequestFilter::setBehaviour(const Behaviour &behaviour)
{
    m_behaviour = behaviour;
    m_copies.clear();
    m_order.clear();
}

void RequestFilter::messageReceived(const sip::Message &message, const sip::Path &path)
{
    if (isLost(message, path)) {
        m_dropped(message, path);
        return;
    }
    m_next.messageReceived(message, path);
}

bool RequestFilter::isLost(const sip::Message &message, const sip::Path &path)
{
    if (!message.isRequest())
        return false;
    const bool udp = path.protocol == sip::Protocol::Udp;
    switch (m_behaviour.kind) {
    case Behaviour::Kind::Silent: return true;
    case Behaviour::Kind::BigDrop: return udp && message.wire().size() > m_behaviour.number;
    case Behaviour::Kind::Loss: return udp && isEarlyCopy(message);
    default: return false;
    }
}

bool RequestFilter::isEarlyCopy(const sip::Message &request)
{
    const QByteArray key =
        request.method().toByteArray() + ' ' + request.branch().toByteArray() + ' ' + request.sentBy().toByteArray();
    if (!m_copies.contains(key)) {
        if (m_order.size() >= MaxRemembered)
            m_copies.remove(m_order.takeFirst());
        m_order.append(key);
    }
    return ++m_copies[key] <= m_behaviour.number;
}

void RequestFilter::sendFailed(const sip::TraceContext &context, const sip::Path &path, const sip::TransportError &error)
{
    m_watcher.transactionGone(context.transaction);
    m_next.sendFailed(context, path, error);
}

void RequestFilter::icmpReceived(const sip::Path &path, const sip::TransportError &error, const QByteArray &quoted)
{
    m_next.icmpReceived(path, error, quoted); // first: it ends what the ICMP message is about
    if (error.fatal)
        m_watcher.pathGone(path);
}

void RequestFilter::connectionLost(const sip::Path &path, const sip::TransportError &error)
{
    m_next.connectionLost(path, error);
}

} // namespace diag
