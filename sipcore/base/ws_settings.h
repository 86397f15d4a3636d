// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/endpoint.h"
#include "base/instant.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace sip {

/// "sip": one list that all settings share, for every request carries them.
const QList<QByteArray> &usualProtocols();

/// How a WebSocket is opened where SIP goes over one: what the handshake asks for, and by which way. A value.
struct WsSettings {
    struct Header {
        QByteArray name, value;
        bool secret = false;       ///< the value came from where secrets are kept
        bool isCredential() const; ///< by its name: Cookie, Authorization, Proxy-Authorization
        friend bool operator==(const Header &, const Header &) = default;
    };
    QByteArray path = QByteArrayLiteral("/"); ///< with its query
    QByteArray host;   ///< what Host says; empty: the host of the URI, with the port if it is not the usual one
    QByteArray origin; ///< empty: no Origin row, as from a program that is no browser
    QList<QByteArray> protocols = usualProtocols(); ///< offered, in order; empty: none
    QList<Header> headers;                          ///< more rows of the request
    QByteArray proxy;                               ///< "192.0.2.1:3128": by HTTP CONNECT through this; empty: none
    bool namesAddress = false; ///< Via and Contact name our address; else a host below "invalid", as browsers do (RFC 7118 5)
    Instant pingEvery{};       ///< a Ping after so long without anything; 0: never
    friend bool operator==(const WsSettings &, const WsSettings &) = default;
};

/// The same as it may be shown: of what is secret only the kind.
WsSettings withoutSecrets(WsSettings settings);
/// Why this cannot be written into a handshake, a sentence; nullopt: it can.
std::optional<QString> wsFlaw(const WsSettings &settings);
std::optional<Endpoint> wsProxy(const WsSettings &settings); ///< nullopt: there is none, or it is no address with a port
/// \param text  "Name: value". \return Code::Syntax for what is no row
Expected<WsSettings::Header> wsHeader(QByteArrayView text);

/// How a server opens a WebSocket; what is not usual makes it a bad one, to practise with.
struct WsServerSettings {
    int status = 101;          ///< what the handshake is answered
    QByteArray location;       ///< for 3xx
    bool namesProtocol = true; ///< the subprotocol stands in the answer
    bool wrongAccept = false;  ///< what proves that the server read the request is wrong
    int closeCode = 0;         ///< closed with it as soon as something comes; 0: not
    QByteArray closeReason;
    friend bool operator==(const WsServerSettings &, const WsServerSettings &) = default;
};

} // namespace sip
