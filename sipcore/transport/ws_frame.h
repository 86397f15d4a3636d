// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/endpoint.h"

#include <QByteArrayView>
#include <QString>

#include <array>
#include <optional>

namespace sip {

enum class WsOpcode : quint8 { Continuation = 0, Text = 1, Binary = 2, Close = 8, Ping = 9, Pong = 10 };

/// Only the octets that a client sends are masked (RFC 6455 5.1).
enum class WsRole : quint8 { Client, Server };

using WsMask = std::array<char, 4>;

/// The start of a frame (RFC 6455 5.2).
struct WsFrameHead {
    bool fin = true;
    quint8 reserved = 0; ///< RSV1 to RSV3 as the bits 4, 2, 1
    quint8 opcode = 0;   ///< may be one that nobody defined
    std::optional<WsMask> mask;
    quint64 length = 0;   ///< of the payload
    bool shortest = true; ///< the length is written as short as it can be
    int size = 0;         ///< octets of the head
};
/// \return nullopt: more octets are needed
std::optional<WsFrameHead> readWsFrameHead(QByteArrayView octets);

/// One frame. \param mask  of a client; nullopt: of a server
QByteArray wsFrame(WsOpcode opcode, QByteArrayView payload, const std::optional<WsMask> &mask, bool fin = true);
void maskWsPayload(char *payload, qsizetype size, const WsMask &mask); ///< or takes the mask off

/// What a Close frame says (RFC 6455 5.5.1).
struct WsClose {
    static constexpr int NoCode = 1005; ///< never on the wire: there was none
    int code = NoCode;
    QByteArray reason; ///< UTF-8
};
QByteArray wsCloseBody(const WsClose &close); ///< the reason is cut where the frame ends
bool isWsCloseCode(int code);                 ///< may it be on the wire (RFC 6455 7.4)
QString wsCloseText(int code);                ///< "going away"; empty: no name for it

} // namespace sip
