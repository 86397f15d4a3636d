// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/expected.h"
#include "message/header_id.h"

#include <QByteArray>
#include <QList>
#include <QMetaType>
#include <QSharedData>
#include <QVarLengthArray>

#include <algorithm>

namespace sip {

/// Something odd in one message, with its place. From the parser or from lint().
struct LintMark {
    enum class Severity : quint8 { Info, Warning, Error };
    Severity severity = Severity::Warning;
    const char *rule = ""; ///< rule id, e.g. "R20.14-1"
    QString text;          ///< one sentence in the language of the user (Words)
    qsizetype offset = -1; ///< octets from the start of Message::wire(); -1: no place
    qsizetype length = 0;  ///< octets marked; 0 with an offset: a point
    QString english = {};  ///< of what the parser marks: the sentence for the peer

    friend bool operator==(const LintMark &, const LintMark &) = default;
};

/// One header row as it stands in the wire bytes: offsets, no copies.
struct HeaderField {
    quint32 rowAt = 0;     ///< first octet of the row
    quint32 rowEnd = 0;    ///< one past its line end (CRLF or LF), folds included
    quint32 valueAt = 0;   ///< first octet of the value, leading white space and folds skipped
    quint32 valueSize = 0; ///< without trailing white space; inner folds still in
    quint16 nameSize = 0;  ///< name starts at rowAt
    HeaderId id = HeaderId::Other;
    bool folded = false; ///< the value holds a line end: unfold before use (R7.3.1-2)
};

/// One SIP message as received or as sent: the bytes, and an index into them. Immutable, shared, cheap to copy.
/// A message always exists, whatever the bytes: what could not be read is Kind::Invalid with marks() saying why and where.
/// Views returned live as long as any copy of this message.
class Message {
public:
    enum class Kind : quint8 { Invalid, Request, Response };

    Message(); ///< Invalid, no bytes

    Kind kind() const { return d->kind; }
    bool isRequest() const { return d->kind == Kind::Request; }
    bool isResponse() const { return d->kind == Kind::Response; }
    const QByteArray &wire() const { return d->wire; }

    QByteArrayView startLine() const { return view(d->startAt, d->startSize); }
    QByteArrayView method() const { return view(d->methodAt, d->methodSize); } ///< requests; empty otherwise
    QByteArrayView requestUri() const { return view(d->uriAt, d->uriSize); }   ///< requests; exactly as on the wire
    int status() const { return d->status; }                                   ///< responses: 0..999 as written; 0 otherwise
    QByteArrayView reasonPhrase() const { return view(d->uriAt, d->uriSize, isResponse()); }

    // Rows, in order as received, none left out.
    qsizetype headerCount() const { return d->fields.size(); }
    const HeaderField &header(qsizetype row) const { return d->fields[row]; }
    QByteArrayView name(const HeaderField &f) const { return view(f.rowAt, f.nameSize); }
    QByteArrayView rawValue(const HeaderField &f) const { return view(f.valueAt, f.valueSize); } ///< folds still in
    QByteArray value(const HeaderField &f) const;                                                ///< unfolded copy

    bool has(HeaderId id) const { return firstRow(id) >= 0; }
    qsizetype firstRow(HeaderId id) const { return d->firstRow(id); } ///< -1: none
    int count(HeaderId id) const;
    QByteArray value(HeaderId id) const;         ///< first row, unfolded; null QByteArray: no such row
    QByteArray value(QByteArrayView name) const; ///< first row of that name (any case or compact form)
    QList<QByteArray> values(HeaderId id) const; ///< every row, unfolded, commas not split

    // What a transaction needs, straight from the bytes. Empty view or -1: absent or unreadable (marks() says which).
    QByteArrayView callId() const;
    QByteArrayView fromTag() const;
    QByteArrayView toTag() const;
    QByteArrayView branch() const; ///< of the top Via
    QByteArrayView sentBy() const; ///< host[:port] of the top Via, white space removed only outside
    qint64 cseqNumber() const;     ///< 0..2^32-1, -1: none
    QByteArrayView cseqMethod() const;
    QByteArrayView contactUri() const; ///< of the first Contact value, without brackets; empty for "*"

    QByteArrayView body() const { return view(d->bodyAt, d->bodySize); }
    bool hasHeaderEnd() const { return d->hasHeaderEnd; } ///< the empty line was there

    /// What the parser found odd. lint() finds more.
    const QList<LintMark> &marks() const { return d->marks; }

    friend bool operator==(const Message &a, const Message &b) { return a.d == b.d || a.d->wire == b.d->wire; }

private:
    friend class Parser;
    struct Data : QSharedData {
        QByteArray wire;
        quint32 startAt = 0, startSize = 0;
        quint32 methodAt = 0, methodSize = 0;
        quint32 uriAt = 0, uriSize = 0; ///< responses: the reason phrase
        quint32 bodyAt = 0, bodySize = 0;
        int status = 0;
        Kind kind = Kind::Invalid;
        bool hasHeaderEnd = false;
        QVarLengthArray<HeaderField, 12> fields; ///< as many as most messages have: they exist 100,000 times
        QList<LintMark> marks;

        qsizetype firstRow(HeaderId id) const
        {
            const auto found =
                std::find_if(fields.cbegin(), fields.cend(), [id](const HeaderField &field) { return field.id == id; });
            return found == fields.cend() ? -1 : found - fields.cbegin();
        }
    };
    QByteArrayView view(quint32 at, quint32 size, bool when = true) const
    {
        return when ? QByteArrayView(d->wire.constData() + at, qsizetype(size)) : QByteArrayView();
    }
    explicit Message(Data *data) : d(data) {}
    QByteArrayView firstRaw(HeaderId id) const; ///< first row's raw value; null: no such row

    QExplicitlySharedDataPointer<Data> d;
};

} // namespace sip
Q_DECLARE_METATYPE(sip::Message)
