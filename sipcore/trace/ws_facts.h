// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/endpoint.h"
#include "base/instant.h"

#include <QList>
#include <QString>

namespace sip {

/// One half of the handshake that opens a WebSocket (RFC 6455 4), or of asking an HTTP proxy for the way there.
struct WsHandshake {
    Path path;
    bool received = false;
    bool isAnswer = false;
    bool withProxy = false; ///< CONNECT; path.remote is where the way leads
    QByteArray head;        ///< start line and rows, as on the wire; of ours the credentials are left out; empty: nothing came
    int status = 0;         ///< answers; 0: none could be read
    QByteArray protocol;    ///< the subprotocols offered, or the one agreed on
    QByteArray location;    ///< 3xx: where the server wants us to go; not followed
    Instant duration{};     ///< answers: since the request
    QString problem;        ///< a sentence; empty: it goes on
};

/// A control frame (RFC 6455 5.5).
struct WsControl {
    enum class Kind : quint8 { Ping, Pong, Close };
    Path path;
    Kind kind = Kind::Ping;
    bool received = false;
    QByteArray payload;  ///< Close: the reason
    int code = 0;        ///< Close: 1005: none was given
    QString meaning;     ///< of the code, "going away"; may be empty
    Instant roundTrip{}; ///< a Pong to the Ping that keeps the flow; 0: not known
};

} // namespace sip
