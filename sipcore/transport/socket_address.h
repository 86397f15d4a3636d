// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/endpoint.h"

#ifdef Q_OS_UNIX
#include <sys/socket.h>

namespace sip {

/// The address as the socket calls of POSIX write it; the zero address: a family that is not ours.
Endpoint endpointOf(const sockaddr_storage &address);
/// \param like  an endpoint of the socket, not any address: its family is the one written \return octets used
socklen_t writeAddress(const Endpoint &endpoint, const Endpoint &like, sockaddr_storage *address);

} // namespace sip
#endif
