// SPDX-License-Identifier: GPL-3.0-or-later
#include "sdp/negotiation.h"

#include "base/endpoint.h"

#include <algorithm>

namespace sip {

namespace {

using Format = SessionDescription::Format;
using Media = SessionDescription::Media;

QString text(const QByteArray &bytes)
{
    return QString::fromUtf8(bytes.left(200));
}

bool sameEncoding(const Format &a, const Format &b)
{
    if (a.encoding.isEmpty() || b.encoding.isEmpty())
        return a.id == b.id;
    return a.encoding.toLower() == b.encoding.toLower();
}

QByteArray place(const Media &media)
{
    const QByteArray host = media.address.contains(':') ? '[' + media.address + ']' : media.address;
    return host + ':' + QByteArray::number(media.port);
}

bool isEvents(const Format &format)
{
    return format.encoding.toLower().startsWith("telephone-event");
}

/// Media that the writer does not want to get: RFC 3264 8.4, or the address 0.0.0.0 of older ones.
bool isHeld(const Media &media)
{
    return media.direction == MediaDirection::SendOnly || media.direction == MediaDirection::Inactive ||
           media.address == "0.0.0.0";
}

//= R3264.6-2
void compare(const Media &offer, const Media &answer, NegotiatedMedia &out)
{
    for (const Format &format : answer.formats) {
        const auto same = std::find_if(offer.formats.cbegin(), offer.formats.cend(),
                                       [&format](const Format &one) { return sameEncoding(one, format); });
        if (same == offer.formats.cend())
            continue;
        out.agreed.append(format.encoding.isEmpty() ? format.id : format.encoding);
        if (same->id != format.id)
            out.problems << QStringLiteral(
                                "%1 is payload type %2 in the offer and %3 in the answer: each side sends the other's number")
                                .arg(text(format.encoding), text(same->id), text(format.id));
    }
    if (out.refused)
        return;
    if (out.agreed.isEmpty())
        out.problems << QStringLiteral("no codec in common, and yet the answer takes the media");
    const bool offersEvents = std::any_of(offer.formats.cbegin(), offer.formats.cend(), isEvents);
    const bool answersEvents = std::any_of(answer.formats.cbegin(), answer.formats.cend(), isEvents);
    if (offersEvents && !answersEvents)
        out.problems << QStringLiteral("telephone-event was offered and not taken: DTMF has to go another way, e.g. by INFO");
    if (offer.kind != answer.kind)
        out.problems << QStringLiteral("the offer has %1 here and the answer %2: m= lines keep their order")
                            .arg(text(offer.kind), text(answer.kind));
    if (offer.ptime && answer.ptime && offer.ptime != answer.ptime)
        out.problems << QStringLiteral("ptime is %1 ms in the offer and %2 ms in the answer").arg(offer.ptime).arg(answer.ptime);
    const auto offered = Endpoint::parse(offer.address), answered = Endpoint::parse(answer.address);
    if (offered && answered) {
        if (offered->isIPv4() != answered->isIPv4())
            out.problems << QStringLiteral("one side has an IPv4 address and the other IPv6: no media will flow");
        else if (answered->isPrivate() && !offered->isPrivate())
            out.problems << QStringLiteral("the answer gives the private address %1, which cannot be reached from outside")
                                .arg(text(answer.address));
    }
    constexpr auto sends = [](MediaDirection d) { return d == MediaDirection::SendRecv || d == MediaDirection::SendOnly; };
    constexpr auto takes = [](MediaDirection d) { return d == MediaDirection::SendRecv || d == MediaDirection::RecvOnly; };
    //= R3264.6-1
    if ((sends(answer.direction) && !takes(offer.direction)) || (takes(answer.direction) && !sends(offer.direction)))
        out.problems << QStringLiteral("%1 is no answer to %2")
                            .arg(text(directionName(answer.direction)), text(directionName(offer.direction)));
}

QString summaryOf(const NegotiatedMedia &media, const Media *offer, const Media *answer)
{
    if (!answer)
        return QStringLiteral("offered, and missing in the answer");
    if (!offer)
        return QStringLiteral("answered, and never offered");
    if (media.refused)
        return QStringLiteral("refused");
    QStringList parts;
    parts << (media.agreed.isEmpty() ? QStringLiteral("no codec") : text(media.agreed.first()));
    if (const int ptime = media.answerPtime ? media.answerPtime : media.offerPtime)
        parts << QStringLiteral("%1 ms").arg(ptime);
    //= R3264.8.4-1
    if (isHeld(*offer))
        parts << QStringLiteral("on hold by the one who offered");
    else if (isHeld(*answer))
        parts << QStringLiteral("on hold by the one who answered");
    else
        parts << text(directionName(answer->direction));
    return parts.join(QStringLiteral(", "));
}

} // namespace

QList<NegotiatedMedia> negotiated(const SessionDescription &offer, const SessionDescription &answer)
{
    QList<NegotiatedMedia> table;
    const qsizetype lines = std::max(offer.media().size(), answer.media().size());
    for (qsizetype i = 0; i < lines; ++i) {
        const Media *const offered = i < offer.media().size() ? &offer.media()[i] : nullptr;
        const Media *const answered = i < answer.media().size() ? &answer.media()[i] : nullptr;
        NegotiatedMedia out;
        if (offered) {
            out.offerLine = offered->line;
            out.kind = offered->kind;
            out.offered = offered->formats;
            out.offerPtime = offered->ptime;
            out.offerDirection = offered->direction;
            out.offerAddress = place(*offered);
        }
        if (answered) {
            out.answerLine = answered->line;
            if (!offered)
                out.kind = answered->kind;
            out.answered = answered->formats;
            out.answerPtime = answered->ptime;
            out.answerDirection = answered->direction;
            out.answerAddress = place(*answered);
            out.refused = answered->port == 0;
        }
        if (offered && answered)
            compare(*offered, *answered, out);
        else
            out.problems << QStringLiteral("an answer has as many m= lines as its offer");
        out.summary = summaryOf(out, offered, answered);
        table.append(out);
    }
    return table;
}

QString negotiationSummary(const QList<NegotiatedMedia> &table)
{
    QStringList parts;
    for (const NegotiatedMedia &media : table)
        parts << text(media.kind) + QLatin1Char(' ') + media.summary;
    return parts.join(QStringLiteral("; "));
}

OfferRefusal whyNotAcceptable(const SessionDescription &offer, const Message &response)
{
    const Media *const first = offer.media().isEmpty() ? nullptr : &offer.media().first();
    const SessionDescription can = SessionDescription::parse(response.body());
    for (const Media &media : offer.media()) {
        if (can.media().isEmpty())
            break;
        const auto same =
            std::find_if(can.media().cbegin(), can.media().cend(), [&media](const Media &one) { return one.kind == media.kind; });
        if (same == can.media().cend())
            return {QStringLiteral("the peer takes no %1 (line %2 of the offer)").arg(text(media.kind)).arg(media.line),
                    media.line};
        QStringList takes;
        bool common = false;
        for (const Format &format : same->formats) {
            takes << text(format.encoding.isEmpty() ? format.id : format.encoding);
            common |= std::any_of(media.formats.cbegin(), media.formats.cend(),
                                  [&format](const Format &one) { return sameEncoding(one, format); });
        }
        if (!common)
            return {QStringLiteral("none of the codecs of line %1 of the offer is taken; the peer names %2")
                        .arg(media.line)
                        .arg(takes.join(QStringLiteral(", "))),
                    media.line};
    }
    const QByteArray warning = response.value(HeaderId::Warning);
    const int code = warning.left(3).toInt();
    const int line = first ? first->line : 0;
    switch (code) {
    case 300: return {QStringLiteral("the peer does not know a network protocol of the c= lines (Warning 300)"), 0};
    case 301: return {QStringLiteral("the peer does not know a network address format of the c= lines (Warning 301)"), 0};
    case 302: return {QStringLiteral("the peer does not take the transport protocol of an m= line (Warning 302)"), line};
    case 303: return {QStringLiteral("the peer does not take the bandwidth units (Warning 303)"), 0};
    case 304: return {QStringLiteral("the peer does not take one of the kinds of media (Warning 304)"), line};
    case 305: return {QStringLiteral("the peer knows none of the codecs of an m= line (Warning 305)"), line};
    case 306: return {QStringLiteral("the peer does not understand an attribute (Warning 306)"), 0};
    case 307: return {QStringLiteral("the peer does not understand a parameter of the description (Warning 307)"), 0};
    case 330: return {QStringLiteral("multicast is not available where the peer is (Warning 330)"), 0};
    case 331: return {QStringLiteral("unicast is not available where the peer is (Warning 331)"), 0};
    case 370: return {QStringLiteral("the peer has not enough bandwidth (Warning 370)"), 0};
    default: break;
    }
    if (!warning.isEmpty())
        return {QStringLiteral("the peer says: ") + text(warning), 0};
    if (offer.isEmpty())
        return {QStringLiteral("no session was offered; the peer does not say what it cannot accept"), 0};
    return {
        QStringLiteral(
            "the peer does not say which line of the offer it cannot accept; offer fewer codecs and kinds of media to find out"),
        0};
}

} // namespace sip
