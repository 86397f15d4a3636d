// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random.h"
#include "base/ws_settings.h"
#include "transport/http_head.h"

namespace sip {

// The opening handshake of RFC 6455 4, as values; RFC 7118 says what SIP wants of it.

QByteArray newWsKey(Random &random);        ///< 16 octets in Base64
QByteArray wsAccept(const QByteArray &key); ///< what proves that the server read it (RFC 6455 4.2.2)

/// The request of a client. \param host  what Host says when the settings do not
QByteArray wsRequest(const WsSettings &settings, const QByteArray &host, const QByteArray &key);

/// What the answer of a server means.
struct WsAgreement {
    QString problem;     ///< a sentence about the server; empty: the WebSocket is open
    QByteArray protocol; ///< agreed on; empty: none was named
};
WsAgreement judgeWsAnswer(const HttpHead &answer, const QByteArray &key, const QList<QByteArray> &offered);

/// The answer of a server to what a client asked.
struct WsReply {
    QByteArray head;
    int status = 101;
    QString problem; ///< about the client; empty: the WebSocket is open
    QByteArray protocol;
};
WsReply answerWsRequest(const HttpHead &request, const WsServerSettings &settings);

} // namespace sip
