// SPDX-License-Identifier: GPL-3.0-or-later
#include "sdp/sdp_builder.h"

#include "sdp/codecs.h"

#include <QSet>

#include <algorithm>

namespace sip {

namespace {

using Format = SessionDescription::Format;
using Media = SessionDescription::Media;

/// The wish with payload types: those of \a known where it names the codec, else static ones by RFC 3551, the others counted from
/// 96 past the ones that are taken.
QList<Format> numbered(const MediaWish &wish, const QList<Format> &known = {})
{
    QList<Format> codecs;
    QSet<QByteArray> taken;
    for (const QByteArray &text : wish.codecs) {
        const QByteArray all = text.simplified();
        const qsizetype space = all.indexOf(' ');
        Format codec{{}, space < 0 ? all : all.first(space), space < 0 ? QByteArray() : all.sliced(space + 1)};
        const auto named = [&](bool whole) {
            return std::find_if(known.cbegin(), known.cend(), [&](const Format &one) {
                const bool same = one.encoding.isEmpty() ? one.id == codec.encoding
                                                         : canonicalEncoding(one.encoding) == canonicalEncoding(codec.encoding);
                return same && (!whole || one.fmtp == codec.fmtp) && !taken.contains(one.id);
            });
        };
        auto same = named(true);
        if (same == known.cend())
            same = named(false);
        if (same != known.cend()) {
            codec.id = same->id;
            codec.encoding = same->encoding;
        } else if (const QByteArray encoding = staticEncoding(codec.encoding); !encoding.isEmpty()) { // "8" for PCMA
            codec.id = codec.encoding;
            codec.encoding = encoding;
        } else if (!codec.encoding.contains('/')) {
            codec.encoding += "/8000";
        }
        taken.insert(codec.id);
        codecs.append(codec);
    }
    for (const Format &one : known)
        taken.insert(one.id);
    int dynamic = 96;
    for (Format &codec : codecs) {
        if (codec.id.isEmpty())
            codec.id = staticPayloadType(codec.encoding);
        if (codec.id.isEmpty()) {
            while (taken.contains(QByteArray::number(dynamic)))
                ++dynamic;
            codec.id = QByteArray::number(dynamic++);
        }
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
QByteArray mediaLines(const QByteArray &kind, quint16 port, const QByteArray &protocol, const QList<Format> &codecs, int ptime,
                      MediaDirection direction)
{
    QByteArray out = "m=" + kind + ' ' + QByteArray::number(port) + ' ' + protocol;
    for (const Format &codec : codecs)
        out += ' ' + codec.id;
    out += "\r\n";
    for (const Format &codec : codecs) {
        if (!codec.encoding.isEmpty())
            out += "a=rtpmap:" + codec.id + ' ' + codec.encoding + "\r\n";
        if (!codec.fmtp.isEmpty())
            out += "a=fmtp:" + codec.id + ' ' + codec.fmtp + "\r\n";
    }
    if (ptime > 0)
        out += "a=ptime:" + QByteArray::number(ptime) + "\r\n";
    return out + "a=" + directionName(direction) + "\r\n";
}

/// Port 0 and the formats as they were; where its m= line says none of that, what can stand there (RFC 3264 6).
QByteArray refusal(const Media &offered)
{
    const auto either = [](const QByteArray &given, const char *usual) { return given.isEmpty() ? QByteArray(usual) : given; };
    QByteArray out = "m=" + either(offered.kind, "audio") + " 0 " + either(offered.protocol, "RTP/AVP");
    for (const Format &format : offered.formats)
        out += ' ' + format.id;
    return out + (offered.formats.isEmpty() ? " 0\r\n" : "\r\n");
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
    for (const Media &offered : offer.media()) {
        const auto wish =
            std::find_if(left.begin(), left.end(), [&offered](const MediaWish &one) { return one.kind == offered.kind; });
        QList<Format> common;
        if (wish != left.end() && offered.port != 0 && offered.readable) {
            const QList<Format> ours = numbered(*wish);
            for (const Format &format : offered.formats) {
                const auto same = std::find_if(ours.cbegin(), ours.cend(), [&format](const Format &codec) {
                    return !format.encoding.isEmpty() && canonicalEncoding(codec.encoding) == canonicalEncoding(format.encoding);
                });
                if (same != ours.cend())
                    common.append({format.id, format.encoding, same->fmtp});
            }
        }
        const bool speaks =
            std::any_of(common.cbegin(), common.cend(), [](const Format &codec) { return isConversation(codec.encoding); });
        if (!speaks) {
            media += refusal(offered);
            continue;
        }
        media += mediaLines(offered.kind, wish->port, offered.protocol, common, wish->ptime ? wish->ptime : offered.ptime,
                            both(offered.direction, wish->direction));
        left.erase(wish);
    }
    const QByteArray origin = newOrigin(local, id);
    if (previous.originId().isEmpty())
        return sessionLines(local, origin) + media;
    //= R3264.8-1
    //= R14.1-5
    const QList<QByteArray> parts = previous.originId().split(' ');
    SessionDescription next =
        SessionDescription::parse(sessionLines(local, parts[0] + ' ' + parts[1] + " 0 " + parts.mid(2).join(' ')) + media);
    next.setVersionAfter(previous);
    return next.toBytes();
}

Phrase whyNothingIsTaken(const SessionDescription &offer)
{
    if (const auto unreadable = offer.unanswerable())
        return *unreadable;
    QStringList lines;
    for (const Media &one : offer.media())
        if (one.port != 0 || !one.readable)
            lines << QString::number(one.line);
    if (lines.isEmpty())
        return QT_TRANSLATE_NOOP("core", "every media line of the offer has port 0");
    if (lines.size() == 1)
        return Phrase(QT_TRANSLATE_NOOP("core", "no codec in common, line %1 of the offer")).arg(lines.first());
    return Phrase(QT_TRANSLATE_NOOP("core", "no codec in common, lines %1 of the offer")).arg(lines.join(QStringLiteral(", ")));
}

Expected<QByteArray> usualAnswer(const SessionDescription &offer, const SessionDescription &own, const Endpoint &local,
                                 quint64 id)
{
    if (const auto unreadable = offer.unanswerable())
        return Error{Error::Code::Syntax, unreadable->shown, -1, "R3264.6-1"};
    const QByteArray answer = answerAsBefore(offer, own, local, id);
    const QList<Media> media = SessionDescription::parse(answer).media();
    if (media.isEmpty() || std::any_of(media.cbegin(), media.cend(), [](const Media &one) { return one.port != 0; }))
        return answer;
    return Error{Error::Code::Unsupported, whyNothingIsTaken(offer).shown, -1, "R3264.6-1"};
}

QByteArray answerAsBefore(const SessionDescription &offer, const SessionDescription &own, const Endpoint &local, quint64 id)
{
    return buildAnswer(offer, own.media().isEmpty() ? QList<MediaWish>{MediaWish{}} : wishesOf(own), local, id, own);
}

SessionDescription rewritten(SessionDescription description, qsizetype media, const MediaWish &wish, const QByteArray &address,
                             const SessionDescription &offer, const SessionDescription &previous)
{
    Media wanted = description.media()[media];
    QList<Format> known = wanted.formats;
    if (media < offer.media().size()) // an answer takes the offer's numbers
        known << offer.media()[media].formats;
    wanted.formats = numbered(wish, known);
    wanted.port = wish.port;
    wanted.ptime = wish.ptime;
    wanted.direction = wish.direction;
    wanted.address = address;
    description.setMedia(media, wanted);
    description.setVersionAfter(previous);
    return description;
}

QByteArray codecText(const SessionDescription::Format &format)
{
    const QByteArray name = format.encoding.isEmpty() ? format.id : format.encoding;
    return format.fmtp.isEmpty() ? name : name + ' ' + format.fmtp;
}

MediaWish wishOf(const SessionDescription::Media &media)
{
    MediaWish wish{media.kind, {}, quint16(media.port), media.ptime, media.direction};
    for (const Format &format : media.formats)
        wish.codecs.append(codecText(format));
    return wish;
}

QList<MediaWish> wishesOf(const SessionDescription &own)
{
    QList<MediaWish> wishes;
    for (const Media &media : own.media()) {
        MediaWish wish = wishOf(media);
        wish.direction = MediaDirection::SendRecv; // a hold of ours is over when the peer asks for more
        if (media.port != 0)
            wishes.append(wish);
    }
    return wishes;
}

} // namespace sip
