// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/endpoint.h"
#include "message/uri.h"
#include "request/composed_request.h"

namespace sip {

/// Where the first hop is, and from which words that follows: shown before sending.
struct NextHop {
    /// For a name: the transport as far as the words say it, else UDP; no address yet, and the port that is given, if one is.
    TransportAddress address;
    TargetWords words{};         ///< of a name: what RFC 3263 works from; else empty
    bool transportGiven = false; ///< by the URI or the user; else UDP is our own choice, which a large request leaves (18.1.1)
    QString why; ///< "top Route", "target of the request", "Request-URI", ... with the RFC 3263 reason for port and transport

    bool isName() const { return !words.host.isEmpty(); } ///< it has to be looked up
    QByteArray text() const;                              ///< "udp:192.0.2.1:5060", "sip.example.com", "tcp:sip.example.com:5070"
};

/// The next hop of a request by RFC 3261 8.1.2 (R8.1.2-1), as far as that can be said without asking anybody; "localhost" counts
/// as 127.0.0.1. \return Code::Unsupported for sips over UDP and transports nobody knows; Code::Syntax otherwise
Expected<NextHop> nextHop(const ComposedRequest &request);

/// Completes where a request goes with what its transport needs to know. \param domain  the host of the URI
void dress(TransportAddress &target, const QByteArray &domain, const ComposedRequest &request);

/// The transports there are, preferred first.
const QList<Protocol> &supportedTransports();

/// The Request-URI that will be written: requestUri, else the target's URI, else the To URI.
QByteArray effectiveRequestUri(const ComposedRequest &request);

} // namespace sip
