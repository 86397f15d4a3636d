// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/endpoint.h"
#include "message/uri.h"
#include "request/composed_request.h"

namespace sip {

/// Where the first hop is, and from which words that follows: shown before sending.
struct NextHop {
    TransportAddress address;
    QString why; ///< "top Route", "target of the request", "Request-URI", ... with the RFC 3263 reason for port and transport
};

/// The next hop of a request by RFC 3261 8.1.2 (R8.1.2-1) for numeric addresses; "localhost" counts as 127.0.0.1.
/// \return Code::Dns for a name: "example.com is a name; looking names up comes with DNS support, give an IP address, e.g.
/// udp:192.0.2.1:5060";
///         Code::Unsupported for ws, wss, and sips over anything but TLS; Code::Syntax otherwise
Expected<NextHop> nextHop(const ComposedRequest &request);

/// The Request-URI that will be written: requestUri, else the target's URI, else the To URI.
QByteArray effectiveRequestUri(const ComposedRequest &request);

} // namespace sip
