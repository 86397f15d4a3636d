// SPDX-License-Identifier: GPL-3.0-or-later
#include "message/message_draft.h"

#include "message/header_values.h"
#include "message/parser.h"

#include <algorithm>

namespace sip {
namespace {

/// Writes into room that is known to be enough: every request and answer of ours comes through here.
class Writer {
public:
    explicit Writer(qsizetype room) : m_bytes(room, Qt::Uninitialized), m_begin(m_bytes.data()), m_at(m_begin) {}
    void put(QByteArrayView text) { m_at = std::copy(text.begin(), text.end(), m_at); }
    /// No line end can get into the message through a name, a value or a URI (D-8).
    void putOneLine(QByteArrayView text)
    {
        m_at = std::transform(text.begin(), text.end(), m_at, [](char c) { return c == '\r' || c == '\n' ? ' ' : c; });
    }
    void endLine() ///< unless it is ended: what stands there may be the end of a message cut short
    {
        if (m_at == m_begin || m_at[-1] != '\n')
            put("\r\n");
    }
    QByteArray written()
    {
        m_bytes.truncate(m_at - m_begin);
        return std::move(m_bytes);
    }

private:
    QByteArray m_bytes;
    char *m_begin, *m_at;
};

/// Name and value as they are read from the bytes of a row.
HeaderRow rowOf(QByteArrayView raw)
{
    const qsizetype colon = raw.indexOf(':');
    HeaderRow row;
    row.name = scan::trimmed(raw.first(qMax<qsizetype>(0, colon))).toByteArray();
    row.value = values::unfolded(scan::trimmed(raw.sliced(colon + 1)));
    row.raw = raw.toByteArray();
    return row;
}

/// A row keeps its bytes as long as its name and value are still what they say.
bool keepsRaw(const HeaderRow &row)
{
    if (row.raw.isEmpty())
        return false;
    const HeaderRow read = rowOf(row.raw);
    return (row.name.isEmpty() && row.value.isEmpty()) || (row.name == read.name && row.value == read.value);
}

void writeRow(const HeaderRow &row, bool first, Writer &out)
{
    out.endLine();
    // A row that begins with white space is one only below the start line; elsewhere it would continue the row before.
    if (keepsRaw(row) && (first || (row.raw.front() != ' ' && row.raw.front() != '\t'))) {
        out.put(row.raw);
        return;
    }
    out.putOneLine(scan::trimmed(row.name));
    out.put(": ");
    out.putOneLine(row.value);
    out.put("\r\n");
}

QByteArrayView slice(const Message &message, qsizetype from, qsizetype to)
{
    return QByteArrayView(message.wire()).sliced(from, to - from);
}

} // namespace

MessageDraft MessageDraft::request(QByteArray method, QByteArray requestUri)
{
    MessageDraft draft;
    draft.rows.reserve(14); // as many as most requests have, with room for a Route
    draft.m_method = std::move(method);
    draft.m_requestUri = std::move(requestUri);
    return draft;
}

MessageDraft MessageDraft::response(const Message &request, int status, QByteArray reason, const QByteArray &toTag)
{
    MessageDraft draft;
    draft.m_status = status;
    draft.m_reason = std::move(reason);
    for (const QByteArray &via : request.values(HeaderId::Via))
        draft.append(HeaderId::Via, via);
    for (const HeaderId id : {HeaderId::From, HeaderId::To, HeaderId::CallId, HeaderId::CSeq}) {
        if (!request.has(id))
            continue;
        QByteArray value = request.value(id);
        if (id == HeaderId::To && status > 100 && !toTag.isEmpty() && request.toTag().isEmpty())
            value += ";tag=" + toTag;
        draft.append(id, value);
    }
    if (status == 100 && request.has(HeaderId::Timestamp))
        draft.append(HeaderId::Timestamp, request.value(HeaderId::Timestamp));
    draft.append(HeaderId::ContentLength, "0");
    return draft;
}

MessageDraft MessageDraft::from(const Message &message)
{
    MessageDraft draft;
    draft.m_method = message.method().toByteArray();
    draft.m_requestUri = message.requestUri().toByteArray();
    draft.m_reason = message.reasonPhrase().toByteArray();
    draft.m_status = message.status();

    const QByteArrayView body = message.body();
    const qsizetype bodyAt = body.data() - message.wire().constData();
    qsizetype headerEnd = bodyAt;
    if (message.hasHeaderEnd())
        headerEnd -= slice(message, 0, bodyAt).endsWith("\r\n") ? 2 : 1;
    qsizetype at = headerEnd;
    if (message.headerCount())
        at = message.header(0).rowAt;
    draft.m_startRaw = slice(message, 0, at).toByteArray();
    for (qsizetype i = 0; i < message.headerCount(); ++i) {
        const HeaderField &field = message.header(i);
        draft.rows += rowOf(slice(message, field.rowAt, field.rowEnd));
        at = field.rowEnd;
    }
    if (at < headerEnd) // rows beyond MaxHeaderRows
        draft.rows.append({{}, {}, slice(message, at, headerEnd).toByteArray()});
    draft.body = body.toByteArray();
    draft.m_headerEnd = slice(message, headerEnd, bodyAt).toByteArray();
    draft.m_tail = slice(message, bodyAt + body.size(), message.wire().size()).toByteArray();
    draft.m_loadedRows = draft.rows;
    draft.m_loadedBody = draft.body;
    draft.m_loaded = true;
    return draft;
}

void MessageDraft::setRequestUri(QByteArray uri)
{
    m_requestUri = std::move(uri);
    m_startRaw.clear();
}

bool MessageDraft::has(HeaderId id) const
{
    return std::any_of(rows.begin(), rows.end(), [id](const HeaderRow &row) { return headerId(row.name) == id; });
}

QByteArray MessageDraft::value(HeaderId id) const
{
    for (const HeaderRow &row : rows)
        if (headerId(row.name) == id)
            return row.value.isNull() ? QByteArray("") : row.value;
    return {};
}

void MessageDraft::set(HeaderId id, QByteArray value)
{
    const auto isThis = [id](const HeaderRow &row) { return headerId(row.name) == id; };
    const auto first = std::find_if(rows.begin(), rows.end(), isThis);
    if (first == rows.end()) {
        append(id, std::move(value));
        return;
    }
    if (first->value != value) {
        first->value = std::move(value);
        first->raw.clear();
    }
    rows.erase(std::remove_if(first + 1, rows.end(), isThis), rows.end());
}

void MessageDraft::append(HeaderId id, QByteArray value)
{
    append(headerNameBytes(id), std::move(value));
}

void MessageDraft::append(QByteArray name, QByteArray value)
{
    rows.append({std::move(name), std::move(value), {}});
}

void MessageDraft::appendRows(const Message &from, HeaderId id, int most)
{
    for (qsizetype i = 0; i < from.headerCount() && most > 0; ++i) {
        const HeaderField &field = from.header(i);
        if (field.id != id)
            continue;
        rows.append({from.name(field).toByteArray(), from.value(field),
                     from.wire().mid(field.rowAt, qsizetype(field.rowEnd) - qsizetype(field.rowAt))});
        --most;
    }
}

void MessageDraft::prepend(HeaderId id, QByteArray value)
{
    rows.prepend({headerNameBytes(id), std::move(value), {}});
}

void MessageDraft::insertAfter(HeaderId anchor, HeaderId id, QByteArray value)
{
    qsizetype at = rows.size();
    while (at > 0 && headerId(rows[at - 1].name) != anchor)
        --at;
    rows.insert(at ? at : rows.size(), {headerNameBytes(id), std::move(value), {}});
}

void MessageDraft::remove(HeaderId id)
{
    rows.removeIf([id](const HeaderRow &row) { return headerId(row.name) == id; });
}

bool MessageDraft::isUntouched() const
{
    return m_loaded && !m_startRaw.isEmpty() && rows == m_loadedRows && body == m_loadedBody;
}

//= R7.4.2-1 octets are counted, not characters
//= R20.14-1 0 when there is no body
void MessageDraft::correctLength(QList<HeaderRow> &all) const
{
    const auto isLength = [](const HeaderRow &row) { return headerId(row.name) == HeaderId::ContentLength; };
    const QByteArray size = QByteArray::number(body.size());
    const auto first = std::find_if(all.begin(), all.end(), isLength);
    if (first == all.end()) {
        all.append({headerNameBytes(HeaderId::ContentLength), size, {}});
        return;
    }
    if (first->value != size)
        *first = {first->name, size, {}};
    all.erase(std::remove_if(first + 1, all.end(), isLength), all.end());
}

//= R7.1-1
QByteArray MessageDraft::startLine() const
{
    if (!m_startRaw.isEmpty())
        return m_startRaw;
    Writer out(m_method.size() + m_requestUri.size() + m_reason.size() + 32); // 32: the words beside them
    if (isRequest()) {
        out.putOneLine(m_method);
        out.put(" ");
        out.putOneLine(m_requestUri);
        out.put(" SIP/2.0\r\n");
    } else {
        out.put("SIP/2.0 ");
        out.put(QByteArray::number(m_status).rightJustified(3, '0'));
        out.put(" ");
        out.putOneLine(m_reason);
        out.put("\r\n");
    }
    return out.written();
}

QByteArray MessageDraft::toBytes() const
{
    const bool untouched = isUntouched();
    QList<HeaderRow> all = rows;
    if (m_autoLength && !untouched)
        correctLength(all);
    const QByteArray start = startLine();
    constexpr qsizetype lineEnds = 6; // of a row: its own, one missing before it, and the colon
    qsizetype room = start.size() + m_headerEnd.size() + body.size() + m_tail.size() + lineEnds;
    for (const HeaderRow &row : std::as_const(all))
        room += row.name.size() + row.value.size() + row.raw.size() + lineEnds;
    Writer out(room);
    out.put(start);
    for (const HeaderRow &row : std::as_const(all))
        writeRow(row, &row == &all.constFirst(), out);
    if (untouched) {
        out.put(m_headerEnd);
        out.put(body);
        out.put(m_tail);
        return out.written();
    }
    out.endLine();
    out.put("\r\n");
    out.put(body);
    return out.written();
}

Message MessageDraft::toMessage() const
{
    return parseMessage(toBytes(), Framing::Composed);
}

} // namespace sip
