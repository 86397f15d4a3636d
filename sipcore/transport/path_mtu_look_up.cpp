// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/path_mtu_look_up.h"

#include <QHostAddress>
#include <QNetworkInterface>
#include <QNetworkProxy>
#include <QUdpSocket>

#include <algorithm>

#ifdef Q_OS_LINUX
#include <netinet/in.h>
#include <sys/socket.h>
#endif

namespace sip {
namespace {

Endpoint withoutPort(Endpoint endpoint)
{
    endpoint.port = 0;
    return endpoint;
}

/// What the interface with this address takes; 0: there is none.
int interfaceMtu(const QHostAddress &local)
{
    const QList<QNetworkInterface> all = QNetworkInterface::allInterfaces();
    for (const QNetworkInterface &one : all)
        for (const QNetworkAddressEntry &entry : one.addressEntries())
            if (entry.ip().isEqual(local, QHostAddress::TolerantConversion))
                return one.maximumTransmissionUnit();
    // 127.0.0.2 is the system's own too, though no interface lists it.
    return local.isLoopback() && local != QHostAddress(QHostAddress::LocalHost) ? interfaceMtu(QHostAddress::LocalHost) : 0;
}

/// Of a connected socket; 0: the system does not say.
int connectedMtu([[maybe_unused]] qintptr descriptor, [[maybe_unused]] bool ipv4)
{
#ifdef Q_OS_LINUX
    int mtu = 0;
    socklen_t size = sizeof mtu;
    if (getsockopt(int(descriptor), ipv4 ? IPPROTO_IP : IPPROTO_IPV6, ipv4 ? IP_MTU : IPV6_MTU, &mtu, &size) == 0)
        return mtu;
#endif
    return 0;
}

} // namespace

PathMtu systemPathMtu(const Endpoint &remote)
{
    constexpr quint16 anyPort = 9;            // connecting a UDP socket sends nothing
    constexpr int largestIpv4Packet = 65'535; // the loopback interface of Linux says one more
    QUdpSocket socket;
    socket.setProxy(QNetworkProxy::NoProxy);
    if (!remote.isAny())
        socket.connectToHost(remote.hostAddress(), anyPort);
    if (socket.state() != QAbstractSocket::ConnectedState)
        return {};
    const int listed = interfaceMtu(socket.localAddress());
    const int ours = remote.isIPv4() ? std::min(listed, largestIpv4Packet) : listed;
    const int path = connectedMtu(socket.socketDescriptor(), remote.isIPv4());
    if (path > 0 && (path < ours || ours == 0))
        return {path, ours != 0};
    return {ours, false};
}

PathMtu PathMtuCache::to(const Endpoint &remote, Instant now)
{
    const Endpoint key = withoutPort(remote);
    const auto found = m_entries.constFind(key);
    if (found != m_entries.cend() && now < found->until)
        return found->mtu;
    const PathMtu mtu = m_lookUp(key);
    if (m_entries.size() >= MaxEntries)
        m_entries.clear();
    m_entries.insert(key, {mtu, now + Lifetime});
    return mtu;
}

void PathMtuCache::forget(const Endpoint &remote)
{
    m_entries.remove(withoutPort(remote));
}

} // namespace sip
