// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspectors/raw_text.h"

#include "inspectors/hex_lines.h"

#include <algorithm>

namespace ui {
namespace {

constexpr qsizetype LongestLine = 1024;

/// One character per octet sequence, whatever it is: the same octets always give the same number of characters.
QString decoded(QByteArrayView octets)
{
    QString text = QString::fromUtf8(octets);
    for (QChar &c : text) {
        const char16_t code = c.unicode();
        if (code == '\t')
            continue;
        if (code < 0x20)
            c = QChar(char16_t(0x2400 + code));
        else if (code == 0x7f)
            c = QChar(char16_t(0x2421));
        else if ((code >= 0x80 && code < 0xa0) || (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069) ||
                 code == 0x200e || code == 0x200f || code == 0x2028 || code == 0x2029)
            c = QChar::ReplacementCharacter; // would turn the line around or break it
    }
    return text;
}

/// Steps back to the start of a UTF-8 sequence.
qsizetype sequenceStart(QByteArrayView octets, qsizetype at)
{
    for (int back = 0; back < 3 && at > 0 && (quint8(octets[at]) & 0xc0) == 0x80; ++back)
        --at;
    return at;
}

void addTextLines(QList<RawLine> &lines, QByteArrayView octets, qsizetype from, qsizetype to)
{
    for (qsizetype at = from; at < to;) {
        qsizetype end = octets.indexOf('\n', at);
        end = end < 0 || end >= to ? to : end + 1;
        if (end - at > LongestLine)
            end = std::max(at + 1, sequenceStart(octets, at + LongestLine));
        QByteArrayView line = octets.sliced(at, end - at);
        if (line.endsWith("\r\n")) // the usual line end is not worth a picture; any other is
            line.chop(2);
        lines.append({at, end - at, decoded(line), false});
        at = end;
    }
}

void addHexLines(QList<RawLine> &lines, QByteArrayView octets, qsizetype from, qsizetype to)
{
    for (qsizetype at = from; at < to; at += OctetsPerHexLine) {
        const qsizetype size = std::min(OctetsPerHexLine, to - at);
        lines.append({at, size, hexLine(octets.sliced(at, size)), true});
    }
}

bool isText(QByteArrayView octets)
{
    return !octets.contains('\0') && QString::fromUtf8(octets).toUtf8() == octets;
}

} // namespace

QList<RawLine> rawLines(const sip::Message &message, qsizetype most)
{
    QList<RawLine> lines;
    const QByteArrayView wire = message.wire();
    const qsizetype to = std::min(most, wire.size());
    const QByteArrayView body = message.body();
    const qsizetype bodyAt = body.isEmpty() ? wire.size() : body.begin() - wire.begin();
    if (isText(body.first(std::min(body.size(), qsizetype(65536))))) {
        addTextLines(lines, wire, 0, to);
        return lines;
    }
    addTextLines(lines, wire, 0, std::min(bodyAt, to));
    addHexLines(lines, wire, std::min(bodyAt, to), to);
    return lines;
}

RawPlace rawPlace(const QList<RawLine> &lines, const QByteArray &wire, qsizetype offset)
{
    const auto after = std::upper_bound(lines.begin(), lines.end(), offset,
                                        [](qsizetype wanted, const RawLine &line) { return wanted < line.offset; });
    if (after == lines.begin())
        return {};
    const RawLine &line = *(after - 1);
    const qsizetype inside = offset - line.offset;
    if (inside >= line.size)
        return {};
    const qsizetype column = line.hex ? inside * 3 : decoded(QByteArrayView(wire).sliced(line.offset, inside)).size();
    return {(after - 1) - lines.begin(), std::min(column, line.text.size())};
}

} // namespace ui
