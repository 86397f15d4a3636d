// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/endpoint.h"

#include <QList>

namespace sip {

/// One entry of a socket's error queue: what became of a datagram sent earlier.
struct QueuedError {
    enum class Origin : quint8 {
        Local, ///< this machine refused at the send call, which has reported it already
        Icmp,
        Icmp6,
    };
    Origin origin = Origin::Local;
    int systemError = 0;       ///< errno the system derived from it
    quint8 type = 0, code = 0; ///< of the ICMP message
    quint32 info = 0;          ///< path MTU in octets where the ICMP message gives one; otherwise 0
    Endpoint reporter;         ///< who sent the ICMP message; port 0; isAny(): unknown
    Endpoint destination;      ///< where our datagram was going
    QByteArray quoted;         ///< start of our datagram's payload; may be short or empty
};

namespace udp_error_queue {

/// Asks the system to queue ICMP errors about datagrams of this unconnected socket. \return false: not possible here; then
/// read() stays empty and nobody learns of refused ports before the timeout
bool enable(qintptr descriptor);
/// Takes what is queued, at most \a limit entries, without waiting. Also clears the error that the queue left pending on the
/// socket, which would fail the next send to anybody.
QList<QueuedError> read(qintptr descriptor, int limit = 64);

} // namespace udp_error_queue
} // namespace sip
