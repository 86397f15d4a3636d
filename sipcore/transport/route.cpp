// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/route.h"

#include "base/words.h"

#include <QHostAddress>
#include <QNetworkProxy>
#include <QUdpSocket>

namespace sip {

Expected<Endpoint> routedLocalAddress(const Endpoint &remote)
{
    constexpr quint16 anyPort = 9; // connecting a UDP socket sends nothing, it only needs a port that is not 0
    QUdpSocket socket;
    socket.setProxy(QNetworkProxy::NoProxy);
    if (!remote.isAny())
        socket.connectToHost(remote.hostAddress(), remote.port ? remote.port : anyPort);
    if (socket.state() != QAbstractSocket::ConnectedState)
        return Error{Error::Code::Transport, Words::tr("no route to %1").arg(QString::fromLatin1(remote.hostText()))};
    return Endpoint::of(socket.localAddress(), 0);
}

Expected<Endpoint> RouteCache::localAddress(const Endpoint &remote, Instant now)
{
    Endpoint key = remote;
    key.port = 0;
    const auto found = m_entries.constFind(key);
    if (found != m_entries.cend() && now < found->until)
        return found->local;
    const Expected<Endpoint> local = m_lookUp(key);
    if (local) {
        if (m_entries.size() >= MaxEntries)
            m_entries.clear();
        m_entries.insert(key, {*local, now + Lifetime});
    }
    return local;
}

} // namespace sip
