// SPDX-License-Identifier: GPL-3.0-or-later
#include "sdp/session_description.h"

#include "base/words.h"
#include "sdp/codecs.h"

#include <algorithm>

namespace sip {

namespace {

constexpr qsizetype mostBytes = 64 * 1024, mostLines = 2000, mostMedia = 100, mostFormats = 200;

constexpr QByteArrayView directions[] = {"sendrecv", "sendonly", "recvonly", "inactive"};

/// "IN IP4 192.0.2.1/127" without what follows the slash.
QByteArray connectionAddress(const QByteArray &value)
{
    const QList<QByteArray> parts = value.simplified().split(' ');
    return parts.size() == 3 ? parts[2].split('/').first() : QByteArray();
}

/// \param each  takes a line and its end \return octets looked at
template<class Each> qsizetype eachLine(QByteArrayView body, Each &&each)
{
    qsizetype at = 0;
    for (qsizetype lines = 0; at < body.size() && at < mostBytes && lines < mostLines; ++lines) {
        const qsizetype lf = body.indexOf('\n', at);
        const qsizetype next = lf < 0 ? body.size() : lf + 1;
        qsizetype end = lf < 0 ? body.size() : lf;
        if (end > at && body[end - 1] == '\r')
            --end;
        each(body.sliced(at, end - at), body.sliced(end, next - end));
        at = next;
    }
    return at;
}

} // namespace

std::optional<MediaDirection> directionOf(QByteArrayView text)
{
    const auto found = std::find(std::begin(directions), std::end(directions), text);
    return found == std::end(directions) ? std::nullopt : std::optional(MediaDirection(found - std::begin(directions)));
}

QByteArray directionName(MediaDirection direction)
{
    return directions[size_t(direction)].toByteArray();
}

SessionDescription SessionDescription::parse(QByteArrayView body)
{
    SessionDescription description;
    const qsizetype read = eachLine(body, [&description](QByteArrayView text, QByteArrayView end) {
        const bool typed = text.size() >= 2 && text[1] == '=';
        description.m_lines.append({typed ? text[0] : '\0', (typed ? text.sliced(2) : text).toByteArray(), end.toByteArray()});
    });
    description.m_rest = body.sliced(read).toByteArray();
    description.read();
    return description;
}

qsizetype SessionDescription::countMedia(QByteArrayView body)
{
    qsizetype count = 0;
    eachLine(body, [&count](QByteArrayView text, QByteArrayView) { count += text.startsWith("m="); });
    return std::min(count, mostMedia);
}

QByteArray SessionDescription::toBytes() const
{
    QByteArray out;
    for (const Line &line : m_lines) {
        if (line.type)
            out += QByteArray(1, line.type) + '=';
        out += line.value + line.end;
    }
    return out + m_rest;
}

void SessionDescription::read()
{
    m_media.clear();
    m_marks.clear();
    m_address.clear();
    m_originId.clear();
    m_version = 0;
    m_sessionDirection = {};
    if (!m_rest.isEmpty())
        mark(int(m_lines.size()), Words::tr("the description is too long; what follows is not looked at"), "R8866.5-1");
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        const Line &line = m_lines[i];
        const int number = int(i + 1);
        switch (line.type) {
        case 'o': {
            QList<QByteArray> parts = line.value.simplified().split(' ');
            bool ok = parts.size() == 6;
            m_version = ok ? parts[2].toULongLong(&ok) : 0;
            if (!ok || m_version > largestVersion)
                mark(number, Words::tr("o= is \"user id version IN IP4 address\" with a version below 2^63"), "R3264.5-1");
            if (parts.size() == 6) {
                parts.removeAt(2);
                m_originId = parts.join(' ');
            }
            break;
        }
        case 'c': {
            const QByteArray address = connectionAddress(line.value);
            if (address.isEmpty())
                mark(number, Words::tr("c= is \"IN IP4 address\" or \"IN IP6 address\""), "R8866.5.7-1");
            (m_media.isEmpty() ? m_address : m_media.last().address) = address;
            break;
        }
        case 'm': readMedia(line, number); break;
        case 'a': readAttribute(line.value, number); break;
        case '\0':
            if (!line.value.isEmpty())
                mark(number, Words::tr("this is no line of SDP: a letter and \"=\" are missing"), "R8866.5-1");
            break;
        default:
            if (!QByteArrayView("vsiuepbtrzk").contains(line.type))
                mark(number, Words::tr("%1= is no line of SDP").arg(QChar::fromLatin1(line.type)), "R8866.5-1");
        }
    }
    for (Media &media : m_media) {
        if (media.address.isEmpty())
            media.address = m_address;
        //= R8866.5.7-1
        if (media.address.isEmpty() && media.port != 0)
            mark(media.line, Words::tr("no c= line says where this media goes"), "R8866.5.7-1");
        for (Format &format : media.formats)
            if (format.encoding.isEmpty())
                format.encoding = staticEncoding(format.id);
    }
    readOrder();
}

void SessionDescription::readMedia(const Line &line, int number)
{
    const QList<QByteArray> parts = line.value.simplified().split(' ');
    Media media;
    media.line = number;
    media.direction = m_sessionDirection;
    media.kind = parts.value(0);
    bool ok = false;
    media.port = parts.value(1).split('/').first().toInt(&ok);
    media.protocol = parts.value(2);
    if (parts.size() < 4 || !ok || media.port < 0 || media.port > 65535) {
        mark(number, Words::tr("m= is \"kind port protocol formats\", e.g. audio 49170 RTP/AVP 0 8"), "R8866.5-1");
        media.port = std::clamp(media.port, 0, 65535);
        media.readable = false;
    }
    for (qsizetype i = 3; i < std::min<qsizetype>(parts.size(), mostFormats); ++i)
        media.formats.append({parts[i], {}, {}});
    if (m_media.size() < mostMedia)
        m_media.append(media);
}

void SessionDescription::readAttribute(const QByteArray &value, int number)
{
    Media *const media = m_media.isEmpty() ? nullptr : &m_media.last();
    if (const auto direction = directionOf(value)) {
        (media ? media->direction : m_sessionDirection) = *direction;
        return;
    }
    const qsizetype colon = value.indexOf(':');
    if (!media || colon < 0)
        return;
    const QByteArray name = value.first(colon), rest = value.sliced(colon + 1).trimmed();
    if (name == "ptime") {
        media->ptime = std::clamp(int(rest.toDouble()), 0, 100'000);
        return;
    }
    if (name != "rtpmap" && name != "fmtp")
        return;
    const qsizetype space = rest.indexOf(' ');
    const QByteArray id = rest.first(std::max<qsizetype>(space, 0)), what = rest.sliced(std::max<qsizetype>(space, 0)).trimmed();
    const auto format =
        std::find_if(media->formats.begin(), media->formats.end(), [&id](const Format &one) { return one.id == id; });
    if (space < 0 || format == media->formats.end()) {
        mark(number, QStringLiteral("a=%1 is for a format that its m= line does not name").arg(QString::fromUtf8(name)),
             "R3264.5.1-1");
        return;
    }
    (name == "rtpmap" ? format->encoding : format->fmtp) = what;
}

/// The order of lines, and those that must be there.
//= R8866.5-1
void SessionDescription::readOrder()
{
    constexpr QByteArrayView sessionOrder = "vosiuepcbtrzkam", mediaOrder = "micbka";
    bool inMedia = false, told = false;
    qsizetype last = -1;
    QByteArray seen;
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        const char type = m_lines[i].type;
        if (type == 'm') {
            inMedia = true;
            last = -1;
        }
        const qsizetype rank = (inMedia ? mediaOrder : sessionOrder).indexOf(type);
        if (!inMedia)
            seen += type;
        // t=, r= and z= come in groups.
        const bool group = type == 'r' || type == 't' || type == 'z';
        if (rank >= 0 && rank < last && !group && !told) {
            mark(int(i + 1), QStringLiteral("%1= stands too late: lines have an order").arg(QChar::fromLatin1(type)),
                 "R8866.5-1");
            told = true;
        }
        last = std::max(rank, last);
    }
    if (m_lines.isEmpty())
        return;
    for (const char needed : {'v', 'o', 's', 't'})
        if (!seen.contains(needed))
            mark(0, QStringLiteral("the %1= line is missing").arg(QChar::fromLatin1(needed)), "R8866.5-1");
}

QByteArray SessionDescription::line(int number) const
{
    if (number < 1 || number > m_lines.size())
        return {};
    const Line &line = m_lines[number - 1];
    return line.type ? QByteArray(1, line.type) + '=' + line.value : line.value;
}

//= R3264.6-1
std::optional<Phrase> SessionDescription::unanswerable() const
{
    // An answer has as many m= lines as its offer, and says of each whose refusal it is.
    for (const Media &media : m_media)
        if (!media.readable && (media.kind.isEmpty() || media.protocol.isEmpty() || media.formats.isEmpty()))
            return Phrase(QT_TRANSLATE_NOOP("core", "line %1 of the offer: this m= line cannot be read")).arg(media.line);
    if (!m_rest.isEmpty() ||
        std::count_if(m_lines.cbegin(), m_lines.cend(), [](const Line &one) { return one.type == 'm'; }) > mostMedia)
        return Phrase(QT_TRANSLATE_NOOP("core", "more lines than are looked at: at most %1 m= lines, %2 lines and 64 KiB"))
            .arg(mostMedia)
            .arg(mostLines);
    return std::nullopt;
}

} // namespace sip
