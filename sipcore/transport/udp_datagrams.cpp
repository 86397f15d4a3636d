// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/udp_datagrams.h"

#include "transport/socket_address.h"

namespace sip::udp_datagrams {

#ifdef Q_OS_UNIX

qint64 send(qintptr descriptor, QByteArrayView datagram, const Endpoint &local, const Endpoint &to)
{
    if (local.isAny() || local.isIPv4() != to.isIPv4())
        return -1; // which family the socket is of, or whether it can reach the other, is QUdpSocket's business
    sockaddr_storage address{};
    const socklen_t length = writeAddress(to, local, &address);
    return ::sendto(int(descriptor), datagram.data(), size_t(datagram.size()), MSG_DONTWAIT,
                    reinterpret_cast<const sockaddr *>(&address), length);
}

qint64 receive(qintptr descriptor, char *room, qint64 size, Endpoint *from)
{
    sockaddr_storage address{};
    socklen_t length = sizeof address;
    const ssize_t got =
        ::recvfrom(int(descriptor), room, size_t(size), MSG_DONTWAIT, reinterpret_cast<sockaddr *>(&address), &length);
    if (got >= 0)
        *from = endpointOf(address);
    return got;
}

#else

qint64 send(qintptr, QByteArrayView, const Endpoint &, const Endpoint &)
{
    return -1;
}

qint64 receive(qintptr, char *, qint64, Endpoint *)
{
    return -1;
}

#endif

} // namespace sip::udp_datagrams
