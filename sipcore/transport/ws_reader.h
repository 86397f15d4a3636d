// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/phrase.h"
#include "transport/utf8_check.h"
#include "transport/ws_frame.h"

namespace sip {

/// Puts the messages of one WebSocket together from the octets that come (RFC 6455 5, 6.2). Sans-IO; any split of the input gives
/// the same items; memory is bounded by the largest message.
class WsReader {
public:
    struct Item {
        enum class Kind : quint8 {
            Text,
            Binary,
            Ping,
            Pong,
            Close,  ///< code and payload: what it says; feed() is ignored from here
            Broken, ///< cannot go on: code and problem say why; feed() is ignored from here
        };
        Kind kind = Kind::Text;
        QByteArray payload; ///< Close: the reason
        qint64 frames = 1;  ///< of a message: how many it came in
        int code = 0;       ///< Close: as received, WsClose::NoCode for none; Broken: to close with
        QString problem;    ///< Broken: a sentence about the peer
        QByteArray reason;  ///< Broken: the same for the peer
    };

    /// \param own  we are; the peer is the other
    WsReader(WsRole own, qsizetype largestMessage) : m_own(own), m_largest(largestMessage) {}

    void feed(QByteArrayView octets);
    std::optional<Item> next(); ///< empty: more input is needed
    qsizetype pending() const;  ///< octets held of what is not whole yet
    QByteArray takeFragments(); ///< what there is of a message that never became whole

private:
    QByteArrayView unread() const { return QByteArrayView(m_buffer).sliced(m_read); }
    std::optional<Item> broken(int code, const Phrase &problem);
    std::optional<Item> flaw(const WsFrameHead &head);
    std::optional<Item> takeFrame(const WsFrameHead &head, QByteArray payload);
    std::optional<Item> takeControl(WsOpcode opcode, QByteArray payload);

    const WsRole m_own;
    const qsizetype m_largest;
    QByteArray m_buffer;
    qsizetype m_read = 0; ///< octets of m_buffer already given out
    QByteArray m_message; ///< the fragments so far
    qint64 m_frames = 0;  ///< how many; 0: no message has begun
    bool m_text = false;
    Utf8Check m_utf8;
    bool m_over = false;
};

} // namespace sip
