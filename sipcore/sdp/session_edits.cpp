// SPDX-License-Identifier: GPL-3.0-or-later
// How a description is changed: line by line, so that what does not concern the change stays.
#include "base/endpoint.h"
#include "sdp/codecs.h"
#include "sdp/session_description.h"

#include <algorithm>

namespace sip {

namespace {

using Format = SessionDescription::Format;
using Media = SessionDescription::Media;

/// The format an attribute is about: "96" of "rtpmap:96 VP8/90000"; empty: it is about none.
QByteArray formatOf(const QByteArray &attribute)
{
    const qsizetype colon = attribute.indexOf(':');
    const QByteArray name = attribute.left(std::max<qsizetype>(colon, 0));
    if (name != "rtpmap" && name != "fmtp" && name != "rtcp-fb")
        return {};
    return attribute.mid(colon + 1).trimmed().split(' ').first();
}

const Format *withId(const QList<Format> &formats, const QByteArray &id)
{
    const auto found = std::find_if(formats.cbegin(), formats.cend(), [&id](const Format &one) { return one.id == id; });
    return found == formats.cend() ? nullptr : &*found;
}

QByteArray mediaValue(const QByteArray &before, const Media &now, const Media &wanted)
{
    QList<QByteArray> parts = before.simplified().split(' ');
    parts.resize(3);
    if (parts[0].isEmpty())
        parts[0] = "audio";
    if (parts[2].isEmpty())
        parts[2] = "RTP/AVP";
    if (now.port != wanted.port || !now.readable) {
        const qsizetype slash = parts[1].indexOf('/'); // "49170/2" keeps its number of ports
        parts[1] = QByteArray::number(wanted.port) + (slash < 0 ? QByteArray() : parts[1].mid(slash));
    }
    for (const Format &format : wanted.formats)
        parts << format.id;
    return parts.join(' ');
}

/// \param before  the value there is: its network type stays for a name
QByteArray connectionValue(const QByteArray &before, const QByteArray &address)
{
    const auto numeric = Endpoint::parse(address.contains(':') ? '[' + address + ']' : address);
    const QByteArray type = numeric ? (numeric->isIPv4() ? "IP4" : "IP6") : before.simplified().split(' ').value(1, "IP4");
    return "IN " + type + ' ' + address;
}

} // namespace

QByteArray SessionDescription::lineEnd() const
{
    return m_lines.isEmpty() || m_lines.first().end.isEmpty() ? QByteArray("\r\n") : m_lines.first().end;
}

void SessionDescription::setMedia(qsizetype index, const Media &wanted)
{
    const Media now = m_media[index];
    const qsizetype first = now.line - 1;
    const auto next = std::find_if(m_lines.cbegin() + now.line, m_lines.cend(), [](const Line &one) { return one.type == 'm'; });
    qsizetype last = next - m_lines.cbegin();
    while (last > now.line && m_lines[last - 1].type == '\0') // empty lines stay at the end
        --last;
    const QByteArray end = lineEnd();
    m_lines[last - 1].end = m_lines[last - 1].end.isEmpty() ? end : m_lines[last - 1].end;

    // What is there is changed in its place, or goes.
    QList<Line> section;
    qsizetype formatsEnd = -1; // where further rtpmap and fmtp lines belong
    bool ptime = false, direction = false, connection = false;
    QList<QByteArray> described;
    for (Line line : m_lines.mid(first, last - first)) {
        const bool attribute = line.type == 'a';
        const QByteArray id = attribute ? formatOf(line.value) : QByteArray();
        if (line.type == 'm') {
            line.value = mediaValue(line.value, now, wanted);
        } else if (line.type == 'c') {
            connection = true;
            if (now.address != wanted.address)
                line.value = connectionValue(line.value, wanted.address);
        } else if (attribute && directionOf(line.value)) {
            if (std::exchange(direction, true))
                continue;
            line.value = directionName(wanted.direction);
        } else if (attribute && line.value.startsWith("ptime:")) {
            if (std::exchange(ptime, true) || wanted.ptime == 0)
                continue;
            if (now.ptime != wanted.ptime)
                line.value = "ptime:" + QByteArray::number(wanted.ptime);
        } else if (!id.isEmpty() && id != "*") {
            const Format *const before = withId(now.formats, id), *const format = withId(wanted.formats, id);
            const bool parameters = line.value.startsWith("fmtp:");
            if ((before && !format) || (format && parameters && format->fmtp.isEmpty()))
                continue;
            if (format && parameters && (!before || before->fmtp != format->fmtp))
                line.value = "fmtp:" + id + ' ' + format->fmtp;
            if (format)
                described << line.value.left(line.value.indexOf(' '));
            formatsEnd = section.size() + 1;
        }
        if (attribute && formatsEnd < 0)
            formatsEnd = section.size();
        section << line;
    }

    // What is missing comes where it belongs.
    const auto lineOf = [&end](char type, const QByteArray &value) { return Line{type, value, end}; };
    QList<Line> more;
    for (const Format &format : wanted.formats) {
        const Format *const before = withId(now.formats, format.id);
        const bool isNamed = before && !before->encoding.isEmpty(); // by its rtpmap, or by RFC 3551
        if (!isNamed && !format.encoding.isEmpty() && !described.contains("rtpmap:" + format.id))
            more << lineOf('a', "rtpmap:" + format.id + ' ' + format.encoding);
        if (!format.fmtp.isEmpty() && !described.contains("fmtp:" + format.id))
            more << lineOf('a', "fmtp:" + format.id + ' ' + format.fmtp);
    }
    const qsizetype place = formatsEnd < 0 ? section.size() : formatsEnd;
    section = section.first(place) + more + section.sliced(place);
    if (wanted.ptime != 0 && !ptime)
        section << lineOf('a', "ptime:" + QByteArray::number(wanted.ptime));
    if (now.direction != wanted.direction && !direction)
        section << lineOf('a', directionName(wanted.direction));
    const auto ofSession =
        std::find_if(m_lines.begin(), m_lines.begin() + first, [](const Line &one) { return one.type == 'c'; });
    if (now.address != wanted.address && !connection) {
        if (m_media.size() == 1 && ofSession != m_lines.begin() + first)
            ofSession->value = connectionValue(ofSession->value, wanted.address);
        else
            section.insert(section.size() > 1 && section[1].type == 'i' ? 2 : 1,
                           lineOf('c', connectionValue({}, wanted.address)));
    }
    m_lines = m_lines.first(first) + section + m_lines.sliced(last);
    read();
}

void SessionDescription::setDirection(MediaDirection direction)
{
    const bool already = std::all_of(m_media.cbegin(), m_media.cend(),
                                     [direction](const Media &media) { return media.port == 0 || media.direction == direction; });
    if (already)
        return;
    const QByteArray end = lineEnd();
    m_lines.removeIf([](const Line &line) { return line.type == 'a' && directionOf(line.value); });
    for (qsizetype i = m_lines.size(); i > 0; --i) { // from the back: each m= gets its line at the end of its section
        const Line &line = m_lines[i - 1];
        if (line.type != 'm')
            continue;
        qsizetype last = i;
        while (last < m_lines.size() && m_lines[last].type != 'm' && m_lines[last].type != '\0')
            ++last;
        if (last > 0 && m_lines[last - 1].end.isEmpty())
            m_lines[last - 1].end = end;
        m_lines.insert(last, {'a', directionName(direction), end});
    }
    raiseVersion();
}

//= R3264.8-1
//= R14.1-5
void SessionDescription::raiseVersion()
{
    setVersion((m_version + 1) & largestVersion);
}

void SessionDescription::setVersion(quint64 version)
{
    for (Line &line : m_lines) {
        QList<QByteArray> parts = line.value.simplified().split(' ');
        if (line.type != 'o' || parts.size() != 6)
            continue;
        parts[2] = QByteArray::number(version);
        line.value = parts.join(' ');
        break;
    }
    read();
}

//= R3264.8-1
void SessionDescription::setVersionAfter(const SessionDescription &previous)
{
    if (previous.originId().isEmpty() || previous.originId() != m_originId)
        return;
    setVersion(previous.version());
    if (toBytes() != previous.toBytes())
        raiseVersion();
}

} // namespace sip
