// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "message/message.h"

#include <climits>

namespace sip {

/// One row of a draft. A row taken from a received message keeps its exact bytes until it is edited.
struct HeaderRow {
    QByteArray name;  ///< as it will be written
    QByteArray value; ///< one line, no CR or LF
    QByteArray raw;   ///< not empty: written exactly so, line end included (folds, odd white space, broken rows)

    friend bool operator==(const HeaderRow &, const HeaderRow &) = default;
};

/// A message being made: start line, rows in order, body. The writer of sipcore.
/// from(m).toBytes() == m.wire() for every message that has a header end (byte-exact when nothing was edited).
class MessageDraft {
public:
    static MessageDraft request(QByteArray method, QByteArray requestUri);
    /// Copies Via (all), From, To, Call-ID, CSeq of \a request as RFC 3261 8.2.6.2 says, and Content-Length: 0.
    /// \param toTag  added to To when To has none and status > 100; empty: none is added
    static MessageDraft response(const Message &request, int status, QByteArray reason, const QByteArray &toTag = {});
    static MessageDraft from(const Message &message);

    bool isRequest() const { return m_status == 0; }
    QByteArray method() const { return m_method; }
    QByteArray requestUri() const { return m_requestUri; }
    void setRequestUri(QByteArray uri);
    int status() const { return m_status; }
    QByteArray reason() const { return m_reason; }

    QList<HeaderRow> rows;
    QByteArray body;

    bool has(HeaderId id) const;
    QByteArray value(HeaderId id) const;     ///< first row; null: none
    void set(HeaderId id, QByteArray value); ///< replaces the first row in place and drops later ones of that id, or appends
    void append(HeaderId id, QByteArray value);
    void append(QByteArray name, QByteArray value);
    /// The first \a most rows of one kind of \a from, byte for byte.
    void appendRows(const Message &from, HeaderId id, int most = INT_MAX);
    void prepend(HeaderId id, QByteArray value);                      ///< before the first row
    void insertAfter(HeaderId anchor, HeaderId id, QByteArray value); ///< after the last \a anchor row; at the end without one
    void remove(HeaderId id);

    /// Writes the message. Line ends are CRLF; CR and LF inside a name, value or URI are written as spaces (no header injection,
    /// D-8). Content-Length: left as it stands when the draft came unedited from a message or setContentLengthAuto(false);
    /// otherwise the size of body in octets replaces or follows the rows (R7.4.2-1, R20.14-1).
    QByteArray toBytes() const;
    void setContentLengthAuto(bool on) { m_autoLength = on; }
    Message toMessage() const; ///< parse(toBytes())

private:
    QByteArray m_method, m_requestUri, m_reason;
    bool isUntouched() const;
    void correctLength(QList<HeaderRow> &all) const;
    QByteArray startLine() const; ///< with its line end

    QByteArray m_startRaw;                        ///< exact start line (with anything before it) while unedited
    QList<HeaderRow> m_loadedRows;                ///< as from() found them, to see whether something was edited
    QByteArray m_loadedBody, m_headerEnd, m_tail; ///< m_tail: octets beyond the body
    int m_status = 0;
    bool m_loaded = false;
    bool m_autoLength = true;
};

/// The reason phrase the RFCs give for a status, e.g. 486 "Busy Here"; "" for unknown codes.
QByteArrayView defaultReason(int status);

} // namespace sip
