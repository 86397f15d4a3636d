// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/expected.h"

#include <QByteArray>
#include <QHashFunctions>
#include <QMetaType>

#include <array>
#include <memory>

class QHostAddress;

namespace sip {

struct TlsSettings;
struct WsSettings;

/// IP address and port, as plain octets: cheap to copy, compare and hash. IPv4 is kept as ::ffff:a.b.c.d.
struct Endpoint {
    std::array<quint8, 16> address{}; ///< network order; all zero: any address
    quint32 scope = 0;                ///< IPv6 zone index; 0: none
    quint16 port = 0;                 ///< host order; 0: any

    static Endpoint of(const QHostAddress &host, quint16 port);
    /// \param text  "192.0.2.1:5060", "[2001:db8::1]:5060", with or without port (then 0); no names, no look-up
    static Expected<Endpoint> parse(QByteArrayView text);

    bool isIPv4() const;
    bool isLoopback() const; ///< 127.0.0.0/8 or ::1
    bool isAny() const;
    bool isMulticast() const;
    bool isPrivate() const; ///< RFC 1918, RFC 4193, link-local; loopback is not private
    QHostAddress hostAddress() const;
    QByteArray hostText() const; ///< "192.0.2.1" or "2001:db8::1"
    QByteArray uriHost() const;  ///< as in a URI or Via: IPv6 in brackets
    QByteArray text() const;     ///< "192.0.2.1:5060", "[2001:db8::1]:5060"

    friend bool operator==(const Endpoint &, const Endpoint &) = default;
};
size_t qHash(const Endpoint &endpoint, size_t seed = 0) noexcept;

enum class Protocol : quint8 { Udp, Tcp, Tls, Ws, Wss };
inline bool isReliable(Protocol p)
{
    return p != Protocol::Udp;
}
inline bool isSecured(Protocol p) ///< there is TLS below it
{
    return p == Protocol::Tls || p == Protocol::Wss;
}
inline bool isWebSocket(Protocol p)
{
    return p == Protocol::Ws || p == Protocol::Wss;
}
QByteArrayView viaName(Protocol p);      ///< "UDP", "TCP", "TLS", "WS", "WSS" (R8.1.1.7-1)
QByteArrayView protocolName(Protocol p); ///< the same in lower case, as in transport= and udp:host:port
QByteArrayView uriTransport(Protocol p); ///< the same as URIs have it: "ws" over TLS too (R7118.5-1)
quint16 defaultPort(Protocol p);         ///< 5060; 5061 for TLS; 80 and 443 for WS and WSS

/// Where a request is to go, whom that has to be, and for WebSocket what is asked for there.
struct TransportAddress {
    Protocol protocol = Protocol::Udp;
    Endpoint remote;
    QByteArray domain = {}; ///< the host of the URI, before it was looked up (R5922.7.3-1); one that was not looked up only for
                            ///< TLS and WebSocket
    std::shared_ptr<const TlsSettings> tls = {}; ///< TLS, WSS: nullptr: the usual ones
    std::shared_ptr<const WsSettings> ws = {};   ///< WS, WSS: nullptr: the usual ones
    /// domain and tls count with TLS only, ws with WebSocket only
    friend bool operator==(const TransportAddress &a, const TransportAddress &b);
};

/// The way one message took: the 5-tuple, and which connection of the run it was.
struct Path {
    Protocol protocol = Protocol::Udp;
    Endpoint local, remote;
    quint32 connection = 0; ///< 1, 2, ... shown as #1, #2; 0: not connection-oriented
    friend bool operator==(const Path &, const Path &) = default;
};

/// Why a status is local, as the CLI prints it (decisions.md 17). None: the status came from the wire.
enum class LocalCause : quint8 {
    None,
    TimerB,
    TimerF,
    TimerN,
    Icmp,
    Refused,
    Reset,
    Unreachable,
    Dns,
    Tls,
    Ws,
    TooBig,
    Cancelled
};
QByteArrayView causeName(LocalCause cause); ///< "timer-b", ...; empty for None

/// What went wrong below the transaction. R18.4-1, R18.4-3.
struct TransportError {
    LocalCause cause = LocalCause::Unreachable;
    QString text;        ///< one sentence in the user's words, e.g. "nothing listens on 127.0.0.1:5099 (connection refused)"
    int systemError = 0; ///< errno; 0: none
    int icmpType = -1, icmpCode = -1; ///< -1: not ICMP
    int pathMtu = 0;                  ///< ICMP "fragmentation needed": the largest packet that passes; 0: not said
    Endpoint reporter;                ///< the router or host that sent the ICMP message; port 0; isAny(): unknown
    bool fatal = true;                ///< false: only shown (R18.4-2)
    bool byUs = false;                ///< Reset: we ended the connection ourselves
};

} // namespace sip
Q_DECLARE_METATYPE(sip::Endpoint)
