// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/endpoint.h"

namespace sip::udp_datagrams {

// The short way past QUdpSocket, which makes half a dozen objects for each datagram. Neither call waits. -1: not done, and why is
// for QUdpSocket to find out, which is the only way where the system has no other.

/// \param local  the endpoint the socket is bound to \return octets taken
qint64 send(qintptr descriptor, QByteArrayView datagram, const Endpoint &local, const Endpoint &to);
/// \return octets written to \a room; a longer datagram is cut
qint64 receive(qintptr descriptor, char *room, qint64 size, Endpoint *from);

} // namespace sip::udp_datagrams
