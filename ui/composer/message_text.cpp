// SPDX-License-Identifier: GPL-3.0-or-later
#include "composer/message_text.h"

#include <QStringList>

#include <cctype>
#include <cstring>

namespace ui {

namespace {

const QByteArray lineEnd = QByteArrayLiteral("\r\n");
// A lone CR and a NUL would change a text view's idea of a line; their pictures stand for them there.
constexpr QChar carriageReturnPicture(0x240D), nulPicture(0x2400);

QByteArray oneLine(QByteArray text)
{
    return text.replace('\r', ' ').replace('\n', ' ');
}

QByteArray written(const sip::ComposedRow &row)
{
    return (row.muted ? "# " : "") + oneLine(row.name) + ": " + oneLine(row.value) + lineEnd;
}

bool isTokenName(QByteArrayView name)
{
    for (const char c : name) {
        const bool alphanumeric = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
        if (!alphanumeric && (c == 0 || !strchr("-.!%*_+`'~", c)))
            return false;
    }
    return !name.isEmpty();
}

/// Joins folded lines: a line end and the white space around it become one space.
QByteArray unfolded(const QByteArray &raw)
{
    if (!raw.contains('\n'))
        return raw;
    QByteArray value;
    for (const QByteArray &line : raw.split('\n')) {
        const QByteArray part = line.trimmed();
        if (!value.isEmpty() && !part.isEmpty())
            value += ' ';
        value += part;
    }
    return value;
}

/// One line of a text view and the octets it stands for.
struct Line {
    QString text;
    QByteArray bytes, end; ///< end: CRLF, LF or nothing (the last line)
};

QList<Line> linesOf(const QByteArray &bytes)
{
    QList<Line> lines;
    qsizetype at = 0;
    for (;;) {
        const qsizetype feed = bytes.indexOf('\n', at);
        const qsizetype stop = feed < 0 ? bytes.size() : feed > at && bytes[feed - 1] == '\r' ? feed - 1 : feed;
        Line line;
        line.bytes = bytes.mid(at, stop - at);
        line.end = feed < 0 ? QByteArray() : bytes.mid(stop, feed + 1 - stop);
        line.text = QString::fromUtf8(line.bytes);
        line.text.replace(QChar(u'\r'), carriageReturnPicture).replace(QChar(u'\0'), nulPicture);
        lines << line;
        if (feed < 0)
            return lines;
        at = feed + 1;
    }
}

QByteArray typedBytes(QString text)
{
    return text.replace(carriageReturnPicture, QChar(u'\r')).replace(nulPicture, QChar(u'\0')).toUtf8();
}

} // namespace

MessageText::MessageText(QByteArray bytes) : m_bytes(std::move(bytes))
{
    index();
}

MessageText MessageText::of(const QByteArray &method, const QByteArray &requestUri, const QList<sip::ComposedRow> &rows,
                            const QByteArray &body)
{
    QByteArray bytes = oneLine(method) + ' ' + oneLine(requestUri) + " SIP/2.0" + lineEnd;
    for (const sip::ComposedRow &row : rows)
        bytes += written(row);
    return MessageText(bytes + lineEnd + body);
}

void MessageText::index()
{
    m_rows.clear();
    readStartLine();
    qsizetype at = m_rowsAt;
    m_headerEnd = false;
    while (at < m_bytes.size()) {
        qsizetype feed = m_bytes.indexOf('\n', at);
        const bool empty = feed == at || (feed == at + 1 && m_bytes[at] == '\r');
        if (empty) {
            m_headerEnd = true;
            at = feed + 1;
            break;
        }
        while (feed >= 0 && feed + 1 < m_bytes.size() && (m_bytes[feed + 1] == ' ' || m_bytes[feed + 1] == '\t'))
            feed = m_bytes.indexOf('\n', feed + 1); // a folded row goes on
        Row row;
        row.at = at;
        row.end = feed < 0 ? m_bytes.size() : feed + 1;
        qsizetype nameAt = at;
        if (m_bytes[at] == '#') {
            row.row.muted = true;
            for (++nameAt; nameAt < row.end && (m_bytes[nameAt] == ' ' || m_bytes[nameAt] == '\t'); ++nameAt) {
            }
        }
        const qsizetype colon = m_bytes.indexOf(':', nameAt);
        const bool inside = colon >= 0 && colon < row.end;
        row.row.name = m_bytes.mid(nameAt, (inside ? colon : row.end) - nameAt).trimmed();
        row.broken = !inside || !isTokenName(row.row.name);
        qsizetype valueAt = inside ? colon + 1 : row.end, valueEnd = row.end;
        while (valueEnd > valueAt && isspace(uchar(m_bytes[valueEnd - 1])))
            --valueEnd;
        while (valueAt < valueEnd && isspace(uchar(m_bytes[valueAt])))
            ++valueAt;
        row.valueAt = valueAt;
        row.valueLength = valueEnd - valueAt;
        row.row.value = unfolded(m_bytes.mid(valueAt, row.valueLength));
        m_rows << row;
        at = row.end;
    }
    m_bodyAt = at;
}

void MessageText::readStartLine()
{
    const qsizetype feed = m_bytes.indexOf('\n');
    m_startLength = feed < 0 ? m_bytes.size() : feed > 0 && m_bytes[feed - 1] == '\r' ? feed - 1 : feed;
    m_rowsAt = feed < 0 ? m_bytes.size() : feed + 1;
    const QByteArray line = m_bytes.left(m_startLength);
    const qsizetype space = line.indexOf(' ');
    m_methodAt = 0;
    m_methodLength = space < 0 ? line.size() : space;
    const qsizetype lastSpace = line.lastIndexOf(' ');
    const bool hasVersion = lastSpace > space && line.mid(lastSpace + 1, 4).toUpper() == "SIP/";
    m_versionAt = hasVersion ? lastSpace + 1 : line.size();
    m_versionLength = line.size() - m_versionAt;
    m_uriAt = space < 0 ? line.size() : space + 1;
    m_uriLength = (hasVersion ? lastSpace : line.size()) - m_uriAt;
}

void MessageText::replace(qsizetype at, qsizetype length, const QByteArray &with)
{
    m_bytes.replace(at, length, with);
    index();
}

void MessageText::ensureHeaderEnd()
{
    if (m_headerEnd)
        return;
    if (!m_bytes.endsWith('\n'))
        m_bytes += lineEnd;
    m_bytes += lineEnd;
    index();
}

void MessageText::setMethod(const QByteArray &method)
{
    if (m_methodLength == m_startLength) // nothing but a method, or nothing at all
        replace(0, m_startLength, oneLine(method) + "  SIP/2.0");
    else
        replace(m_methodAt, m_methodLength, oneLine(method));
}

void MessageText::setRequestUri(const QByteArray &uri)
{
    if (m_versionLength == 0)
        replace(0, m_startLength, method() + ' ' + oneLine(uri) + " SIP/2.0");
    else
        replace(m_uriAt, m_uriLength, oneLine(uri));
}

void MessageText::setBody(const QByteArray &body)
{
    if (!m_headerEnd && body.isEmpty())
        return;
    ensureHeaderEnd();
    replace(m_bodyAt, m_bytes.size() - m_bodyAt, body);
}

void MessageText::setRow(qsizetype index, const sip::ComposedRow &row)
{
    if (index < 0 || index >= m_rows.size() || m_rows[index].row == row)
        return;
    if (m_rows[index].row.muted == row.muted && m_rows[index].row.name == row.name && !m_rows[index].broken)
        setRowValue(index, row.value);
    else
        replace(m_rows[index].at, m_rows[index].end - m_rows[index].at, written(row));
}

void MessageText::setRowName(qsizetype index, const QByteArray &name)
{
    if (index < 0 || index >= m_rows.size())
        return;
    sip::ComposedRow row = m_rows[index].row;
    row.name = name;
    setRow(index, row);
}

void MessageText::setRowValue(qsizetype index, const QByteArray &value)
{
    if (index < 0 || index >= m_rows.size() || m_rows[index].row.value == value)
        return;
    const Row &row = m_rows[index];
    const bool touchesColon = row.valueAt > 0 && m_bytes[row.valueAt - 1] == ':';
    if (row.broken)
        replace(row.at, row.end - row.at, written({row.row.name, value, row.row.muted}));
    else if (row.valueLength == 0) // its place is not certain: the value may stand behind a line end of its own
        replace(row.at, row.end - row.at, written({row.row.name, value, row.row.muted}));
    else
        replace(row.valueAt, row.valueLength, (touchesColon && value.isEmpty() ? " " : "") + oneLine(value));
}

void MessageText::setMuted(qsizetype index, bool muted)
{
    if (index < 0 || index >= m_rows.size() || m_rows[index].row.muted == muted)
        return;
    const Row &row = m_rows[index];
    if (muted) {
        replace(row.at, 0, QByteArrayLiteral("# "));
        return;
    }
    qsizetype end = row.at + 1;
    while (end < row.end && (m_bytes[end] == ' ' || m_bytes[end] == '\t'))
        ++end;
    replace(row.at, end - row.at, {});
}

void MessageText::insertRow(qsizetype index, const sip::ComposedRow &row)
{
    ensureHeaderEnd();
    const qsizetype at =
        index < 0 || index >= m_rows.size() ? (m_rows.isEmpty() ? m_rowsAt : m_rows.constLast().end) : m_rows[index].at;
    replace(at, 0, written(row));
}

void MessageText::removeRow(qsizetype index)
{
    if (index >= 0 && index < m_rows.size())
        replace(m_rows[index].at, m_rows[index].end - m_rows[index].at, {});
}

void MessageText::moveRow(qsizetype from, qsizetype to)
{
    if (from < 0 || to < 0 || from >= m_rows.size() || to >= m_rows.size() || from == to)
        return;
    ensureHeaderEnd();
    const QByteArray bytes = m_bytes.mid(m_rows[from].at, m_rows[from].end - m_rows[from].at);
    const qsizetype removedAt = m_rows[from].at;
    const qsizetype at = to > from ? m_rows[to].end - bytes.size() : m_rows[to].at;
    m_bytes.remove(removedAt, bytes.size());
    replace(at, 0, bytes);
}

qsizetype MessageText::find(sip::HeaderId id) const
{
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        if (!m_rows[i].row.muted && !m_rows[i].broken && sip::headerId(m_rows[i].row.name) == id)
            return i;
    }
    return -1;
}

QString MessageText::text() const
{
    QStringList texts;
    for (const Line &line : linesOf(m_bytes))
        texts << line.text;
    return texts.join(u'\n');
}

MessageText MessageText::edited(const QString &text) const
{
    const QList<Line> before = linesOf(m_bytes);
    const QStringList after = text.split(u'\n');
    qsizetype head = 0;
    while (head + 1 < before.size() && head + 1 < after.size() && before[head].text == after[head])
        ++head;
    qsizetype tail = 0;
    while (tail < before.size() - head && tail < after.size() - head &&
           before[before.size() - 1 - tail].text == after[after.size() - 1 - tail])
        ++tail;
    QByteArray bytes;
    for (qsizetype i = 0; i < head; ++i)
        bytes += before[i].bytes + before[i].end;
    for (qsizetype i = head; i < after.size() - tail; ++i) {
        bytes += typedBytes(after[i]);
        if (i + 1 == after.size())
            break;
        // A body may have line ends of its own kind: a new line follows the one above it.
        const qsizetype like = i < before.size() - tail && !before[i].end.isEmpty() ? i : head - 1;
        bytes += like >= 0 && !before[like].end.isEmpty() ? before[like].end : lineEnd;
    }
    for (qsizetype i = before.size() - tail; i < before.size(); ++i)
        bytes += before[i].bytes + before[i].end;
    return MessageText(bytes);
}

} // namespace ui
