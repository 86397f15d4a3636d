// SPDX-License-Identifier: GPL-3.0-or-later
#include "sdp/negotiation.h"

#include "base/endpoint.h"
#include "base/words.h"
#include "message/headers.h"
#include "sdp/codecs.h"

#include <algorithm>
#include <cctype>

namespace sip {

namespace {

constexpr qsizetype mostReasons = 10; ///< of one refusal, that are told

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
    return isTelephoneEvent(format.encoding);
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
            out.problems << Words::tr(
                                "%1 is payload type %2 in the offer and %3 in the answer: each side sends the other's number")
                                .arg(text(format.encoding), text(same->id), text(format.id));
    }
    if (out.refused)
        return;
    if (out.agreed.isEmpty())
        out.problems << Words::tr("no codec in common, and yet the answer takes the media");
    const bool offersEvents = std::any_of(offer.formats.cbegin(), offer.formats.cend(), isEvents);
    const bool answersEvents = std::any_of(answer.formats.cbegin(), answer.formats.cend(), isEvents);
    if (offersEvents && !answersEvents)
        out.problems << Words::tr("telephone-event was offered and not taken: DTMF has to go another way, e.g. by INFO");
    if (offer.kind != answer.kind)
        out.problems << Words::tr("the offer has %1 here and the answer %2: m= lines keep their order")
                            .arg(text(offer.kind), text(answer.kind));
    if (offer.ptime && answer.ptime && offer.ptime != answer.ptime)
        out.problems << Words::tr("ptime is %1 ms in the offer and %2 ms in the answer").arg(offer.ptime).arg(answer.ptime);
    const auto offered = Endpoint::parse(offer.address), answered = Endpoint::parse(answer.address);
    if (offered && answered) {
        if (offered->isIPv4() != answered->isIPv4())
            out.problems << Words::tr("one side has an IPv4 address and the other IPv6: no media will flow");
        else if (answered->isPrivate() && !offered->isPrivate())
            out.problems << Words::tr("the answer gives the private address %1, which cannot be reached from outside")
                                .arg(text(answer.address));
    }
    constexpr auto sends = [](MediaDirection d) { return d == MediaDirection::SendRecv || d == MediaDirection::SendOnly; };
    constexpr auto takes = [](MediaDirection d) { return d == MediaDirection::SendRecv || d == MediaDirection::RecvOnly; };
    //= R3264.6-1
    if ((sends(answer.direction) && !takes(offer.direction)) || (takes(answer.direction) && !sends(offer.direction)))
        out.problems << Words::tr("%1 is no answer to %2")
                            .arg(text(directionName(answer.direction)), text(directionName(offer.direction)));
}

/// " (line 7 of the offer: m=video 12 RTP/AVP 31)", " (one of the lines 6, 7 of the offer)"; empty without lines.
QString about(const SessionDescription &offer, const QList<int> &lines)
{
    if (lines.isEmpty())
        return {};
    if (lines.size() == 1)
        return QLatin1Char(' ') + Words::tr("(line %1 of the offer: %2)")
                                      .arg(lines.first())
                                      .arg(QString::fromUtf8(offer.line(lines.first()).left(80)));
    QStringList numbers;
    for (const int line : lines)
        numbers << QString::number(line);
    return QLatin1Char(' ') + Words::tr("(one of the lines %1 of the offer)").arg(numbers.join(QStringLiteral(", ")));
}

/// What of a line a warning would name: kind, protocol and codecs of m=, the name of an attribute, the unit of b=, the address.
QList<QByteArray> namesIn(const SessionDescription &offer, int number)
{
    const QByteArray line = offer.line(number);
    QList<QByteArray> names;
    if (line.startsWith("m=")) {
        for (const Media &media : offer.media()) {
            if (media.line != number)
                continue;
            names << media.kind << media.protocol;
            for (const Format &format : media.formats)
                names << format.encoding.split('/').first();
        }
    } else if (line.size() > 2) {
        names << line.mid(2).split(':').first().split(' ').last().split('/').first();
        if (line.startsWith("a=rtpmap:")) // by the codec too
            names << line.mid(line.indexOf(' ') + 1).split('/').first();
    }
    names.removeAll(QByteArray());
    return names;
}

/// \a name stands in \a where as a word of its own.
bool saysWord(const QByteArray &where, const QByteArray &name)
{
    const auto isPart = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '-' || c == '_'; };
    for (qsizetype at = where.indexOf(name); at >= 0; at = where.indexOf(name, at + 1)) {
        const qsizetype after = at + name.size();
        if ((at == 0 || !isPart(where[at - 1])) && (after == where.size() || !isPart(where[after])))
            return true;
    }
    return false;
}

/// "line 7", "lines 6, 7" in the words of a warning.
QList<int> numbersIn(const SessionDescription &offer, const QByteArray &words)
{
    QList<int> lines;
    const qsizetype at = words.indexOf("line");
    for (const QByteArray &part : at < 0 ? QList<QByteArray>() : words.mid(at).replace(',', ' ').simplified().split(' ').mid(1)) {
        bool ok = false;
        const int number = part.toInt(&ok);
        if (!ok || number < 1 || number > offer.lineCount())
            break;
        lines << number;
    }
    return lines;
}

/// The lines of \a types that the words of a warning name; where they name none, those it can be about, if they are few.
QList<int> linesOf(const SessionDescription &offer, const QByteArray &types, const QByteArray &words, qsizetype few)
{
    const QByteArray said = words.toLower();
    if (const QList<int> numbered = numbersIn(offer, said); !numbered.isEmpty())
        return numbered;
    const auto says = [&](const QByteArray &name) { // "AS" is a unit, "as" is none
        return name.size() > 2 ? saysWord(said, name.toLower()) : saysWord(words, name);
    };
    QList<int> all, named;
    for (int number = 1; number <= offer.lineCount(); ++number) {
        const QByteArray line = offer.line(number);
        if (line.size() < 2 || line[1] != '=' || !types.contains(line[0]))
            continue;
        all << number;
        const QList<QByteArray> names = namesIn(offer, number);
        if (std::any_of(names.cbegin(), names.cend(), says))
            named << number;
    }
    return !named.isEmpty() ? named : all.size() <= few ? all : QList<int>();
}

/// RFC 3261 20.43: which lines each code is about.
struct WarningMeaning {
    int code;
    const char *types, *text;
};
constexpr WarningMeaning meanings[] = {
    {300, "c", QT_TRANSLATE_NOOP("core", "the peer does not know the network protocol of a c= line")},
    {301, "c", QT_TRANSLATE_NOOP("core", "the peer does not know the address format of a c= line")},
    {302, "m", QT_TRANSLATE_NOOP("core", "the peer does not take the transport protocol of an m= line")},
    {303, "b", QT_TRANSLATE_NOOP("core", "the peer does not take the unit of a b= line")},
    {304, "m", QT_TRANSLATE_NOOP("core", "the peer does not take a kind of media")},
    {305, "m", QT_TRANSLATE_NOOP("core", "the peer knows none of the codecs of an m= line")},
    {306, "a", QT_TRANSLATE_NOOP("core", "the peer does not understand an attribute")},
    {307, "vosiuepbtrzk", QT_TRANSLATE_NOOP("core", "the peer does not understand a parameter of the description")},
    {330, "c", QT_TRANSLATE_NOOP("core", "multicast is not available where the peer is")},
    {331, "c", QT_TRANSLATE_NOOP("core", "unicast is not available where the peer is")},
    {370, "b", QT_TRANSLATE_NOOP("core", "the peer has not enough bandwidth")},
};

//= R20.43-1
OfferRefusal ofWarning(const SessionDescription &offer, const Warning &warning)
{
    const auto known = std::find_if(std::begin(meanings), std::end(meanings),
                                    [&warning](const WarningMeaning &one) { return one.code == warning.code; });
    const bool isKnown = known != std::end(meanings);
    const QList<int> lines = linesOf(offer, isKnown ? known->types : "cbma", warning.text, isKnown ? 4 : 0);
    const QString says = text(warning.text);
    return {(isKnown ? Words::tr(known->text) : Words::tr("the peer cannot accept the offer")) + about(offer, lines) +
                QLatin1String("; ") + Words::tr("it says %1 \"%2\"").arg(warning.code).arg(says),
            lines};
}

QString summaryOf(const NegotiatedMedia &media, const Media *offer, const Media *answer)
{
    if (!answer)
        return Words::tr("offered, and missing in the answer");
    if (!offer)
        return Words::tr("answered, and never offered");
    if (media.refused)
        return Words::tr("refused");
    QStringList parts;
    parts << (media.agreed.isEmpty() ? Words::tr("no codec") : text(media.agreed.first()));
    if (const int ptime = media.answerPtime ? media.answerPtime : media.offerPtime)
        parts << QStringLiteral("%1 ms").arg(ptime);
    //= R3264.8.4-1
    if (isHeld(*offer))
        parts << Words::tr("on hold by the one who offered");
    else if (isHeld(*answer))
        parts << Words::tr("on hold by the one who answered");
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
            out.problems << Words::tr("an answer has as many m= lines as its offer");
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

QList<NegotiatedMedia> refusedMedia(const SessionDescription &offer, const QList<OfferRefusal> &why)
{
    QList<NegotiatedMedia> table = negotiated(offer, {});
    for (qsizetype i = 0; i < table.size(); ++i) {
        NegotiatedMedia &media = table[i];
        const int next = i + 1 < table.size() ? table[i + 1].offerLine : offer.lineCount() + 1;
        media.refused = true;
        media.summary = Words::tr("refused with the whole offer");
        media.problems.clear();
        for (const OfferRefusal &one : why)
            if (std::any_of(one.lines.cbegin(), one.lines.cend(),
                            [&](int line) { return line >= media.offerLine && line < next; })) {
                media.summary = Words::tr("not accepted");
                media.problems << one.text;
            }
    }
    return table;
}

QList<OfferRefusal> whyNotAcceptable(const SessionDescription &offer, const Message &response)
{
    QList<OfferRefusal> why;
    const SessionDescription can = SessionDescription::parse(response.body());
    for (const Media &media : offer.media()) {
        if (can.media().isEmpty() || media.port == 0)
            continue;
        const auto same =
            std::find_if(can.media().cbegin(), can.media().cend(), [&media](const Media &one) { return one.kind == media.kind; });
        if (same == can.media().cend()) {
            why << OfferRefusal{Words::tr("the peer takes no %1").arg(text(media.kind)) + about(offer, {media.line}),
                                {media.line}};
            continue;
        }
        QStringList takes;
        bool common = false;
        for (const Format &format : same->formats) {
            takes << text(format.encoding.isEmpty() ? format.id : format.encoding);
            common |= std::any_of(media.formats.cbegin(), media.formats.cend(),
                                  [&format](const Format &one) { return sameEncoding(one, format); });
        }
        if (!common)
            why << OfferRefusal{Words::tr("none of the codecs is taken%1; the peer names %2")
                                    .arg(about(offer, {media.line}), takes.join(QStringLiteral(", "))),
                                {media.line}};
    }
    for (const QByteArray &row : response.values(HeaderId::Warning)) {
        const auto warnings = parseWarnings(row);
        if (!warnings && why.size() < mostReasons)
            why << OfferRefusal{Words::tr("the peer says: %1").arg(text(row)), {}};
        for (qsizetype i = 0; warnings && i < warnings->size() && why.size() < mostReasons; ++i)
            why << ofWarning(offer, (*warnings)[i]);
    }
    if (!why.isEmpty())
        return why;
    if (offer.isEmpty())
        return {{Words::tr("no session was offered; the peer does not say what it cannot accept"), {}}};
    return {
        {Words::tr(
             "the peer does not say which line of the offer it cannot accept; offer fewer codecs and kinds of media to find out"),
         {}}};
}

} // namespace sip
