// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/endpoint.h"
#include "base/expected.h"
#include "transport/udp_error_queue.h"

#include <QAbstractSocket>

namespace sip {

/// Largest payload of one UDP datagram to that remote, in octets: 65,507 over IPv4, 65,527 over IPv6.
qsizetype maxDatagramSize(const Endpoint &remote);

// Every way in which the network says no, in the user's words. Pure functions.

/// An ICMP message. Fatal: host, network, port, protocol unreachable, parameter problem (R18.4-1); the others are only shown
/// (R18.4-2), "fragmentation needed" among them because the system sends the next copy in fragments.
TransportError icmpError(const QueuedError &error);
/// The system refused to take a datagram. \param systemError  errno; 0: unknown
TransportError datagramError(QAbstractSocket::SocketError error, int systemError, const Endpoint &remote, qsizetype size);
/// A connection did not come about.
TransportError connectError(QAbstractSocket::SocketError error, const Endpoint &remote, const QString &systemText);
/// An open connection ended. \param error  RemoteHostClosedError covers both kinds of end by the peer; \a reset tells them apart
TransportError connectionEndError(QAbstractSocket::SocketError error, bool reset, const Endpoint &remote,
                                  const QString &systemText);
/// A socket could not be bound or put to listening; Code::Io.
Error bindError(QAbstractSocket::SocketError error, Protocol protocol, const Endpoint &local, const QString &systemText);

} // namespace sip
