// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/reset_probe.h"

#ifdef Q_OS_LINUX
#include <QSocketNotifier>
#include <QTcpSocket>

#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>
#endif

namespace sip {

#ifdef Q_OS_LINUX

ResetProbe::ResetProbe(qintptr descriptor) : m_descriptor(fcntl(int(descriptor), F_DUPFD_CLOEXEC, 0)) {}

bool ResetProbe::wasReset() const
{
    tcp_info info{};
    socklen_t size = sizeof info;
    // A closing handshake leaves CLOSE_WAIT and the like; only a reset goes straight to CLOSE.
    return m_descriptor >= 0 && getsockopt(m_descriptor, IPPROTO_TCP, TCP_INFO, &info, &size) == 0 &&
           info.tcpi_state == TCP_CLOSE;
}

void ResetProbe::release()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
    m_descriptor = -1;
}

int saidWhileConnecting(const QTcpSocket &socket)
{
    // The socket does not tell its descriptor before it is connected, but what waits for it does.
    const auto *const waiting = socket.findChild<QSocketNotifier *>();
    int error = 0;
    socklen_t size = sizeof error;
    return waiting && getsockopt(int(waiting->socket()), SOL_SOCKET, SO_ERROR, &error, &size) == 0 ? error : 0;
}

#else

ResetProbe::ResetProbe(qintptr) {}

bool ResetProbe::wasReset() const
{
    return false;
}

void ResetProbe::release() {}

int saidWhileConnecting(const QTcpSocket &)
{
    return 0;
}

#endif

} // namespace sip
