// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/udp_error_queue.h"

#include "transport/socket_address.h"

#ifdef Q_OS_LINUX
#include <cerrno>
#include <cstring>

#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/uio.h>

#include <linux/errqueue.h>
#endif

namespace sip::udp_error_queue {

#ifdef Q_OS_LINUX
namespace {

Endpoint endpointOf(const void *address, size_t size)
{
    sockaddr_storage storage{};
    std::memcpy(&storage, address, qMin(size, sizeof storage));
    return sip::endpointOf(storage);
}

bool isRecvErr(const cmsghdr *header)
{
    return (header->cmsg_level == SOL_IP && header->cmsg_type == IP_RECVERR) ||
           (header->cmsg_level == SOL_IPV6 && header->cmsg_type == IPV6_RECVERR);
}

QueuedError toQueuedError(const cmsghdr *header)
{
    constexpr size_t addressAt = CMSG_LEN(sizeof(sock_extended_err));
    sock_extended_err error{};
    std::memcpy(&error, CMSG_DATA(header), sizeof error);
    QueuedError out;
    switch (error.ee_origin) {
    case SO_EE_ORIGIN_ICMP: out.origin = QueuedError::Origin::Icmp; break;
    case SO_EE_ORIGIN_ICMP6: out.origin = QueuedError::Origin::Icmp6; break;
    default: break;
    }
    out.systemError = int(error.ee_errno);
    out.type = error.ee_type;
    out.code = error.ee_code;
    out.info = error.ee_info;
    if (header->cmsg_len > addressAt)
        out.reporter = endpointOf(CMSG_DATA(header) + sizeof error, header->cmsg_len - addressAt);
    out.reporter.port = 0;
    return out;
}

} // namespace

bool enable(qintptr descriptor)
{
    const int on = 1;
    // Either may be refused for the other family; a socket for both families needs both.
    const bool v4 = setsockopt(int(descriptor), SOL_IP, IP_RECVERR, &on, sizeof on) == 0;
    const bool v6 = setsockopt(int(descriptor), SOL_IPV6, IPV6_RECVERR, &on, sizeof on) == 0;
    return v4 || v6;
}

QList<QueuedError> read(qintptr descriptor, int limit)
{
    QList<QueuedError> out;
    while (out.size() < limit) {
        char quoted[2048]; // more than any ICMP message quotes off the loopback
        alignas(cmsghdr) char control[512];
        sockaddr_storage destination{};
        iovec vector{quoted, sizeof quoted};
        msghdr message{};
        message.msg_name = &destination;
        message.msg_namelen = sizeof destination;
        message.msg_iov = &vector;
        message.msg_iovlen = 1;
        message.msg_control = control;
        message.msg_controllen = sizeof control;
        const ssize_t size = recvmsg(int(descriptor), &message, MSG_ERRQUEUE | MSG_DONTWAIT);
        if (size < 0 && errno == EINTR)
            continue;
        if (size < 0)
            break;
        for (cmsghdr *header = CMSG_FIRSTHDR(&message); header; header = CMSG_NXTHDR(&message, header)) {
            if (!isRecvErr(header))
                continue;
            QueuedError error = toQueuedError(header);
            error.destination = endpointOf(&destination, message.msg_namelen);
            error.quoted = QByteArray(quoted, size);
            out.append(std::move(error));
        }
    }
    return out;
}

#else

bool enable(qintptr)
{
    return false;
}

QList<QueuedError> read(qintptr, int)
{
    return {};
}

#endif

} // namespace sip::udp_error_queue
