// SPDX-License-Identifier: GPL-3.0-or-later
#include "message/parser.h"

#include "base/phrase.h"
#include "message/scan.h"

#include <cstring>
#include <limits>

namespace sip {
namespace {

constexpr qsizetype MaxNameSize = std::numeric_limits<quint16>::max();
constexpr qsizetype MaxWireSize = std::numeric_limits<qint32>::max();

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

const char *findLineFeed(const char *at, const char *end)
{
    return static_cast<const char *>(std::memchr(at, '\n', size_t(end - at)));
}

} // namespace

Message Parser::parse(QByteArray wire, Framing framing)
{
    auto *data = new Message::Data;
    data->wire = std::move(wire);
    Message message(data);
    Parser parser(*data);
    if (data->wire.size() > MaxWireSize) {
        parser.mark(LintMark::Severity::Error, "R25-2",
                    Phrase(QT_TRANSLATE_NOOP("core", "the message is larger than 2 GiB and was not read")), nullptr, 0);
        return message;
    }
    parser.readStartLine();
    parser.readRows();
    parser.readBody(framing);
    return message;
}

Parser::Parser(Message::Data &data) : m(data), m_begin(data.wire.constData()), m_end(m_begin + data.wire.size()), m_at(m_begin) {}

void Parser::mark(LintMark::Severity severity, const char *rule, const Phrase &text, const char *at, qsizetype length)
{
    m.marks.append({severity, rule, text.shown, at ? at - m_begin : -1, length, text.english});
}

void Parser::readRows()
{
    const char *at = m_at;
    while (at != m_end) {
        const char *lineFeed = findLineFeed(at, m_end);
        if (lineFeed == at || (lineFeed == at + 1 && *at == '\r')) {
            m_bareLineFeeds += lineFeed == at;
            m.hasHeaderEnd = true;
            at = lineFeed + 1;
            break;
        }
        //= R7.3.1-2 a line that begins with white space continues the one before
        bool folded = false;
        while (lineFeed && lineFeed + 1 != m_end && isBlank(lineFeed[1])) {
            folded = true;
            m_bareLineFeeds += lineFeed[-1] != '\r';
            lineFeed = findLineFeed(lineFeed + 1, m_end);
        }
        const char *next = lineFeed ? lineFeed + 1 : m_end;
        const char *lineEnd = lineFeed ? lineFeed : m_end;
        if (lineFeed && lineFeed[-1] == '\r')
            --lineEnd;
        else
            m_bareLineFeeds += lineFeed != nullptr;
        addRow(at, lineEnd, next, folded);
        at = next;
    }
    m_at = at;
    if (m_rowsLeftOut)
        mark(LintMark::Severity::Error, "R25-2",
             Phrase(QT_TRANSLATE_NOOP("core", "the message has %1 header rows; those after the first %2 were not looked at"))
                 .arg(m_rowsLeftOut + MaxHeaderRows)
                 .arg(MaxHeaderRows),
             m_begin + m.fields.back().rowEnd, 0);
    if (m_bareLineFeeds)
        mark(LintMark::Severity::Warning, "R25-1",
             Phrase(QT_TRANSLATE_NOOP("core", "%1 lines end in LF alone; SIP lines end in CRLF")).arg(m_bareLineFeeds), nullptr,
             0);
    if (!m.hasHeaderEnd)
        mark(LintMark::Severity::Error, "R25-1",
             Phrase(QT_TRANSLATE_NOOP("core", "the empty line after the header rows is missing")), m_end, 0);
}

//= R25-2 a row that cannot be read is kept with a mark
void Parser::addRow(const char *row, const char *lineEnd, const char *next, bool folded)
{
    if (m.fields.size() == MaxHeaderRows) {
        ++m_rowsLeftOut;
        return;
    }
    const auto *colon = static_cast<const char *>(std::memchr(row, ':', size_t(qMin(lineEnd - row, MaxNameSize))));
    const char *nameEnd = colon ? colon : row;
    //= R7.3.1-1 white space before the colon is no part of the name
    while (nameEnd != row && isBlank(nameEnd[-1]))
        --nameEnd;
    const char *value = scan::skipLws(colon ? colon + 1 : row, lineEnd);
    const char *valueEnd = lineEnd;
    while (valueEnd != value && is(valueEnd[-1], LwsChar))
        --valueEnd;

    HeaderField field;
    field.rowAt = quint32(row - m_begin);
    field.rowEnd = quint32(next - m_begin);
    field.valueAt = quint32(value - m_begin);
    field.valueSize = quint32(valueEnd - value);
    field.nameSize = quint16(nameEnd - row);
    field.id = headerId(scan::between(row, nameEnd));
    field.folded = folded && std::memchr(value, '\n', size_t(valueEnd - value));
    m_lengthRepeated |= field.id == HeaderId::ContentLength && m.firstRow(field.id) >= 0;
    m.fields.append(field);
    if (nameEnd == row)
        mark(LintMark::Severity::Error, "R25-2",
             colon ? Phrase(QT_TRANSLATE_NOOP("core", "a header row has no name before its colon"))
                   : Phrase(QT_TRANSLATE_NOOP("core", "a header row has no colon")),
             row, lineEnd - row);
}

/// \return -1: there is none, or none that says anything
qint64 Parser::declaredLength()
{
    const qsizetype row = m.firstRow(HeaderId::ContentLength);
    if (row < 0)
        return -1;
    const HeaderField &field = m.fields[row];
    const QByteArrayView value = scan::between(m_begin + field.valueAt, m_begin + field.valueAt + field.valueSize);
    quint64 length = 0;
    if (!scan::number(value, quint64(std::numeric_limits<qint64>::max()), &length)) {
        mark(LintMark::Severity::Error, "R20.14-1",
             Phrase(QT_TRANSLATE_NOOP("core", "Content-Length is not a number of octets: the body was taken to the end")),
             value.begin(), value.size());
        return -1;
    }
    if (m_lengthRepeated)
        for (const HeaderField &other : m.fields)
            if (other.id == HeaderId::ContentLength &&
                value != QByteArrayView(m_begin + other.valueAt, qsizetype(other.valueSize))) {
                mark(LintMark::Severity::Error, "R20-2",
                     Phrase(QT_TRANSLATE_NOOP("core", "two Content-Length rows differ: the body was taken to the end")),
                     m_begin + other.valueAt, other.valueSize);
                return -1;
            }
    return qint64(length);
}

void Parser::readBody(Framing framing)
{
    const qint64 available = m_end - m_at;
    const qint64 declared = declaredLength();
    //= R18.3-2 without Content-Length the body goes to the end of the datagram
    const qint64 size = declared < 0 ? available : qMin(declared, available);
    if (framing == Framing::Stream && m.hasHeaderEnd && m.firstRow(HeaderId::ContentLength) < 0) {
        //= R18.3-3
        mark(LintMark::Severity::Error, "R18.3-3",
             Phrase(QT_TRANSLATE_NOOP("core", "Content-Length is missing, which streams cannot do without")), m_at, 0);
    } else if (declared > available) {
        //= R18.3-1
        mark(LintMark::Severity::Error, "R18.3-1",
             Phrase(QT_TRANSLATE_NOOP("core", "Content-Length says %1 octets, but only %2 came")).arg(declared).arg(available),
             m_begin + m.fields[m.firstRow(HeaderId::ContentLength)].rowAt,
             m.fields[m.firstRow(HeaderId::ContentLength)].nameSize);
    } else if (declared >= 0 && declared < available) {
        //= R18.3-1
        mark(LintMark::Severity::Warning, "R18.3-1",
             Phrase(QT_TRANSLATE_NOOP("core", "%1 octets after the body were left out: Content-Length says %2"))
                 .arg(available - declared)
                 .arg(declared),
             m_at + size, available - size);
    }
    m.bodyAt = quint32(m_at - m_begin);
    m.bodySize = quint32(size);
}

} // namespace sip
