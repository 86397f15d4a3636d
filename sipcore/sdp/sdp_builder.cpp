// SPDX-License-Identifier: GPL-3.0-or-later
#include "sdp/sdp_builder.h"

#include <algorithm>

namespace sip {

namespace {

/// "PCMU" and "pcmu/8000/1" are the same encoding.
QByteArray normal(const QByteArray &encoding)
{
    QList<QByteArray> parts = encoding.toLower().split('/');
    if (parts.size() == 1)
        parts << "8000";
    if (parts.size() == 3 && parts[2] == "1")
        parts.removeLast();
    return parts.join('/');
}

struct Codec {
    QByteArray id, encoding, fmtp;
};

/// The wish with payload types: static ones by RFC 3551, the others counted from 96.
QList<Codec> numbered(const MediaWish &wish)
{
    struct Static {
        const char *encoding, *id;
    };
    constexpr Static table[] = {{"pcmu/8000", "0"}, {"gsm/8000", "3"}, {"pcma/8000", "8"},
                                {"g722/8000", "9"}, {"cn/8000", "13"}, {"g729/8000", "18"}};
    QList<Codec> codecs;
    int dynamic = 96;
    for (const QByteArray &text : wish.codecs) {
        const QByteArray all = text.simplified();
        const qsizetype space = all.indexOf(' ');
        Codec codec{{}, space < 0 ? all : all.first(space), space < 0 ? QByteArray() : all.sliced(space + 1)};
        if (!codec.encoding.contains('/'))
            codec.encoding += "/8000";
        for (const Static &one : table)
            if (normal(codec.encoding) == one.encoding)
                codec.id = one.id;
        if (codec.id.isEmpty())
            codec.id = QByteArray::number(dynamic++);
        codecs.append(codec);
    }
    return codecs;
}

QByteArray sessionLines(const Endpoint &local, const QByteArray &origin)
{
    const QByteArray address = QByteArray(local.isIPv4() ? "IP4 " : "IP6 ") + local.hostText();
    return "v=0\r\no=" + origin + "\r\ns=-\r\nc=IN " + address + "\r\nt=0 0\r\n";
}

QByteArray newOrigin(const Endpoint &local, quint64 id)
{
    return "- " + QByteArray::number(id) + ' ' + QByteArray::number(id) + " IN " + (local.isIPv4() ? "IP4 " : "IP6 ") +
           local.hostText();
}

//= R3264.5.1-1
QByteArray mediaLines(const QByteArray &kind, quint16 port, const QByteArray &protocol, const QList<Codec> &codecs, int ptime,
                      MediaDirection direction)
{
    QByteArray out = "m=" + kind + ' ' + QByteArray::number(port) + ' ' + protocol;
    for (const Codec &codec : codecs)
        out += ' ' + codec.id;
    out += "\r\n";
    for (const Codec &codec : codecs) {
        if (!codec.encoding.isEmpty())
            out += "a=rtpmap:" + codec.id + ' ' + codec.encoding + "\r\n";
        if (!codec.fmtp.isEmpty())
            out += "a=fmtp:" + codec.id + ' ' + codec.fmtp + "\r\n";
    }
    if (ptime > 0)
        out += "a=ptime:" + QByteArray::number(ptime) + "\r\n";
    return out + "a=" + directionName(direction) + "\r\n";
}

/// What the two allow together, seen from us.
MediaDirection both(MediaDirection theirs, MediaDirection ours)
{
    const auto sends = [](MediaDirection d) { return d == MediaDirection::SendRecv || d == MediaDirection::SendOnly; };
    const auto receives = [](MediaDirection d) { return d == MediaDirection::SendRecv || d == MediaDirection::RecvOnly; };
    const bool send = sends(ours) && receives(theirs), receive = receives(ours) && sends(theirs);
    return send ? (receive ? MediaDirection::SendRecv : MediaDirection::SendOnly)
                : (receive ? MediaDirection::RecvOnly : MediaDirection::Inactive);
}

} // namespace

MediaDirection complementary(MediaDirection direction)
{
    return both(direction, MediaDirection::SendRecv);
}

//= R3264.5-1
QByteArray buildOffer(const QList<MediaWish> &wishes, const Endpoint &local, quint64 id)
{
    QByteArray out = sessionLines(local, newOrigin(local, id));
    for (const MediaWish &wish : wishes)
        out += mediaLines(wish.kind, wish.port, "RTP/AVP", numbered(wish), wish.ptime, wish.direction);
    return out;
}

//= R3264.6-1
QByteArray buildAnswer(const SessionDescription &offer, const QList<MediaWish> &wishes, const Endpoint &local, quint64 id,
                       const SessionDescription &previous)
{
    QByteArray media;
    QList<MediaWish> left = wishes;
    for (const SessionDescription::Media &offered : offer.media()) {
        const auto wish =
            std::find_if(left.begin(), left.end(), [&offered](const MediaWish &one) { return one.kind == offered.kind; });
        QList<Codec> common;
        if (wish != left.end() && offered.port != 0) {
            const QList<Codec> ours = numbered(*wish);
            for (const SessionDescription::Format &format : offered.formats) {
                const auto same = std::find_if(ours.cbegin(), ours.cend(), [&format](const Codec &codec) {
                    return !format.encoding.isEmpty() && normal(codec.encoding) == normal(format.encoding);
                });
                if (same != ours.cend())
                    common.append({format.id, format.encoding, same->fmtp});
            }
        }
        // Events alone are no conversation.
        const bool speaks = std::any_of(common.cbegin(), common.cend(), [](const Codec &codec) {
            return !codec.encoding.toLower().startsWith("telephone-event") && !codec.encoding.toLower().startsWith("cn/");
        });
        if (!speaks) {
            media += "m=" + offered.kind + " 0 " + offered.protocol + ' ' +
                     (offered.formats.isEmpty() ? "0" : offered.formats.first().id) + "\r\n";
            continue;
        }
        media += mediaLines(offered.kind, wish->port, offered.protocol, common, wish->ptime ? wish->ptime : offered.ptime,
                            both(offered.direction, wish->direction));
        left.erase(wish);
    }
    const QByteArray first = sessionLines(local, newOrigin(local, id)) + media;
    if (previous.isEmpty() || previous.originId().isEmpty())
        return first;
    const QList<QByteArray> parts = previous.originId().split(' ');
    const auto with = [&](quint64 version) {
        return sessionLines(local, parts[0] + ' ' + parts[1] + ' ' + QByteArray::number(version) + ' ' + parts.mid(2).join(' ')) +
               media;
    };
    //= R3264.8-1
    //= R14.1-5
    const QByteArray same = with(previous.version());
    return same == previous.toBytes() ? same : with(previous.version() + 1);
}

QByteArray usualAnswer(const SessionDescription &offer, const SessionDescription &own, const Endpoint &local, quint64 id,
                       bool *acceptable)
{
    const QList<MediaWish> wishes = own.media().isEmpty() ? QList<MediaWish>{MediaWish{}} : wishesOf(own);
    const QByteArray answer = buildAnswer(offer, wishes, local, id, own);
    const QList<SessionDescription::Media> media = SessionDescription::parse(answer).media();
    const bool taken =
        std::any_of(media.cbegin(), media.cend(), [](const SessionDescription::Media &one) { return one.port != 0; });
    *acceptable = !answer.isEmpty() && (taken || media.isEmpty());
    return answer;
}

QList<MediaWish> wishesOf(const SessionDescription &own)
{
    QList<MediaWish> wishes;
    for (const SessionDescription::Media &media : own.media()) {
        MediaWish wish{media.kind, {}, quint16(media.port), media.ptime, MediaDirection::SendRecv};
        for (const SessionDescription::Format &format : media.formats)
            if (!format.encoding.isEmpty())
                wish.codecs.append(format.fmtp.isEmpty() ? format.encoding : format.encoding + ' ' + format.fmtp);
        if (media.port != 0)
            wishes.append(wish);
    }
    return wishes;
}

} // namespace sip
