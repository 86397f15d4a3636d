// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/expected.h"

#include <QByteArray>

#include <optional>

namespace sip {

/// Cuts a byte stream into messages and keep-alives (R18.3-3, R7.5-1, RFC 5626 3.5.1). Sans-IO; any split of the input gives the
/// same frames; work is linear in the input; memory is bounded by the limits.
class StreamFramer {
public:
    struct Limits {
        qsizetype headerSize = 64 * 1024; ///< start line and all rows
        qsizetype bodySize = 16 * 1024 * 1024;
    };
    struct Frame {
        enum class Kind {
            Message, ///< bytes: one whole message
            Ping,    ///< CRLFCRLF between messages
            Pong,    ///< CRLF between messages
            Broken, ///< cannot go on: bytes hold what was read (at most 4 KiB of it), error says why; feed() is ignored from here
        };
        Kind kind;
        QByteArray bytes;
        Error error; ///< Broken only: R18.3-4
    };

    StreamFramer() = default;
    explicit StreamFramer(Limits limits) : m_limits(limits) {}

    void feed(QByteArrayView bytes);
    std::optional<Frame> next(); ///< empty: more input is needed
    /// A CRLF with nothing after it is a pong, or the first half of a ping: next() waits for more. To be called when the peer
    /// has nothing more to give for now; empty: no such CRLF waits.
    std::optional<Frame> takePong();
    qsizetype pending() const; ///< octets held of a message that is not whole yet
    QByteArray takePending();  ///< those octets, for the report when the peer closes in the middle

private:
    QByteArrayView unread() const;
    Frame take(Frame::Kind kind, qsizetype size);
    Frame broken(Error error, qsizetype size);
    std::optional<Frame> nextKeepAlive();
    std::optional<qsizetype> findHeaderEnd();
    std::optional<Error> readHeader(qsizetype headerSize);

    Limits m_limits;
    QByteArray m_buffer;
    qsizetype m_read = 0;         ///< octets of m_buffer already given out
    qsizetype m_scanned = 0;      ///< octets after m_read already searched for the header end
    qsizetype m_messageSize = -1; ///< known once the header is whole
    bool m_broken = false;
};

} // namespace sip
