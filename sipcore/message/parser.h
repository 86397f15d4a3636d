// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/phrase.h"
#include "message/message.h"

namespace sip {

/// How the bytes came, which decides what a missing or wrong Content-Length means (RFC 3261 18.3).
enum class Framing : quint8 {
    Datagram, ///< no Content-Length: body to the end (R18.3-2); octets beyond it are cut off and marked (R18.3-1)
    Stream,   ///< Content-Length mandatory (R18.3-3); the framer has already cut the message
    Composed, ///< typed by a user: as Datagram, for lint
};

/// Largest accepted: 65,535 octets for a datagram; streams are limited by StreamFramer.
/// At most 1,000 header rows are indexed; more are counted and marked, never lost from wire().
inline constexpr int MaxHeaderRows = 1000;

/// Indexes one message. Never fails, never throws, linear in the size: what cannot be read becomes marks.
/// A row that does not parse is kept, with a mark (R25-2). The buffer is shared, not copied.
class Parser {
public:
    static Message parse(QByteArray wire, Framing framing = Framing::Datagram);

private:
    explicit Parser(Message::Data &data);
    void readStartLine();
    void readStatusLine(QByteArrayView line);
    void readRequestLine(QByteArrayView line);
    void readLooseRequestLine(QByteArrayView line);
    void checkPhrase();
    void readRows();
    void addRow(const char *row, const char *lineEnd, const char *next, bool folded);
    void readBody(Framing framing);
    qint64 declaredLength();
    void mark(LintMark::Severity severity, const char *rule, const Phrase &text, const char *at, qsizetype length);

    Message::Data &m;
    const char *const m_begin;
    const char *const m_end;
    const char *m_at;
    int m_rowsLeftOut = 0;
    int m_bareLineFeeds = 0;
    bool m_lengthRepeated = false;
};

inline Message parseMessage(QByteArray wire, Framing framing = Framing::Datagram)
{
    return Parser::parse(std::move(wire), framing);
}

} // namespace sip
