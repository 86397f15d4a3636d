// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTcpSocket>

#ifdef Q_OS_WIN
#include <winsock2.h>
#else
#include <sys/socket.h>
#endif

/// Ends the connection with RST instead of FIN.
inline void resetConnection(QTcpSocket &socket)
{
    linger hard{};
    hard.l_onoff = 1;
    setsockopt(static_cast<decltype(::socket(0, 0, 0))>(socket.socketDescriptor()), SOL_SOCKET, SO_LINGER,
               reinterpret_cast<const char *>(&hard), sizeof hard);
    socket.abort();
}
