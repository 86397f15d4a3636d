// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/sweep_verdict.h"

#include "base/path_mtu.h"
#include "base/words.h"

#include <algorithm>

namespace diag {

namespace {

using sip::Words;
using Cause = SweepVerdict::Cause;
using Outcome = SweepPoint::Outcome;

/// What IP adds to the octets of a request over UDP.
qsizetype headersOf(const SweepReport &report)
{
    return sip::udpHeaders(report.path.remote.isIPv4() || report.path.remote.port == 0);
}

QString shorten(qsizetype octets)
{
    return Words::tr("keep requests at %1 octets or below: fewer codecs, compact header names, no X- headers").arg(octets);
}

/// Packets that tunnels, PPPoE and IPv6 take at most; a limit there is no accident.
bool isUsualMtu(qsizetype packet)
{
    static constexpr qsizetype usual[] = {576, 1280, 1400, 1420, 1428, 1440, 1450, 1452, 1454, 1460, 1476, 1480, 1492, 1500};
    return std::find(std::begin(usual), std::end(usual), packet) != std::end(usual);
}

/// Another transport that passed at a size larger than this one loses.
const SweepSeries *larger(const SweepReport &report, qsizetype which, qsizetype octets)
{
    for (qsizetype i = 0; i < report.series.size(); ++i) {
        const SweepPoint *const good = report.series[i].lastGood();
        if (i != which && good && good->octets > octets)
            return &report.series[i];
    }
    return nullptr;
}

/// "Over TCP 3000 octets pass." with a space before it; empty: no other transport says anything.
QString beside(const SweepSeries *other)
{
    return other ? u' ' + Words::tr("Over %1, %2 octets pass.")
                              .arg(QString::fromLatin1(sip::viaName(other->protocol)))
                              .arg(other->lastGood()->octets)
                 : QString();
}

bool isIrregular(const SweepSeries &series)
{
    const SweepPoint *const bad = series.firstBad();
    return bad && std::any_of(series.points.cbegin(), series.points.cend(),
                              [bad](const SweepPoint &one) { return one.octets > bad->octets && one.passes(); });
}

/// What is lost leaves in one packet, and what leaves in several arrives.
bool onlySinglesAreLost(const SweepSeries &series)
{
    const SweepPoint *const bad = series.firstBad();
    return std::all_of(series.points.cbegin(), series.points.cend(), [bad](const SweepPoint &one) {
        const bool lost = one.outcome == Outcome::Lost && one.packets == 1, arrives = one.passes() && one.packets > 1;
        return one.octets < bad->octets || lost || arrives;
    });
}

SweepVerdict blackHole(const SweepReport &report, const QString &range, const SweepPoint &good, const QString &elsewhere,
                       const QString &more)
{
    const qsizetype packet = good.octets + headersOf(report);
    return {Cause::BlackHole,
            Words::tr("%1: packets of more than %2 octets vanish, and no router says so. A path MTU black hole: a tunnel or "
                      "PPPoE on the way takes %2 octets, and its ICMP messages are filtered.%3")
                .arg(range)
                .arg(packet)
                .arg(more),
            Words::tr("Let ICMP \"fragmentation needed\" through on the way, or %1%2.").arg(elsewhere, shorten(good.octets))};
}

SweepVerdict lostAbove(const SweepReport &report, qsizetype which, const SweepPoint &good, const SweepPoint &bad)
{
    const SweepSeries &series = report.series[which];
    const QString name = QString::fromLatin1(sip::viaName(series.protocol));
    const bool udp = series.protocol == sip::Protocol::Udp;
    const SweepSeries *const other = larger(report, which, bad.octets);
    const QString range =
        Words::tr("%1 passes up to %2 octets and is lost from %3 on").arg(name).arg(good.octets).arg(bad.octets);
    const QString elsewhere =
        other && udp ? Words::tr("send over %1, or ").arg(QString::fromLatin1(sip::viaName(other->protocol))) : QString();
    const auto withRemedy = [](Cause cause, const QString &text, QString remedy) {
        if (!remedy.isEmpty())
            remedy.front() = remedy.front().toUpper();
        return SweepVerdict{cause, text, remedy + u'.'};
    };
    // Said once, the system cuts up by itself what comes later.
    const auto told = std::find_if(series.points.cbegin(), series.points.cend(), [](const SweepPoint &one) { return one.icmp; });
    if (told != series.points.cend()) {
        const QString who = told->reporter.isEmpty() ? Words::tr("the path") : QString::fromLatin1(told->reporter);
        const QString text = told->pathMtu > 0 ? Words::tr("%1: %2 says that it takes packets of %3 octets (ICMP fragmentation "
                                                           "needed), and what is cut up for it does not arrive either.%4")
                                                     .arg(range, who)
                                                     .arg(told->pathMtu)
                                                     .arg(beside(other))
                                               : Words::tr("%1: %2 says that it takes less (ICMP fragmentation needed), and what "
                                                           "is cut up for it does not arrive either.%3")
                                                     .arg(range, who, beside(other));
        return withRemedy(Cause::PathMtu, text, elsewhere + shorten(good.octets));
    }
    if (udp && bad.packets > 1 && good.packets == 1)
        return withRemedy(Cause::FragmentsLost,
                          Words::tr("%1: what fits into one packet of %2 octets arrives, what has to be cut into fragments does "
                                    "not. A firewall, a NAT or the server drops fragments.%3")
                              .arg(range)
                              .arg(bad.mtu)
                              .arg(beside(other)),
                          elsewhere + shorten(good.octets));
    const qsizetype packet = good.octets + headersOf(report);
    if (udp && bad.packets == 1 && bad.octets == good.octets + 1 && isUsualMtu(packet))
        return blackHole(report, range, good, elsewhere, beside(other));
    return withRemedy(Cause::LostAbove,
                      Words::tr("%1, although %2. The server drops what is larger without a word, or something before it does.%3")
                          .arg(range,
                               bad.packets == 1 ? Words::tr("each is a single packet")
                                                : Words::tr("smaller ones arrive in several packets too"),
                               beside(other)),
                      elsewhere + shorten(good.octets) + Words::tr("; ask who runs the server for its limit"));
}

} // namespace

QByteArrayView causeName(Cause cause)
{
    switch (cause) {
    case Cause::None: return "none";
    case Cause::ServerLimit: return "server-limit";
    case Cause::PathMtu: return "path-mtu";
    case Cause::FragmentsLost: return "fragments-lost";
    case Cause::BlackHole: return "black-hole";
    case Cause::LostAbove: return "lost-above";
    case Cause::Broken: return "connection-broken";
    case Cause::Irregular: return "irregular";
    case Cause::NothingAnswers: return "nothing-answers";
    case Cause::Unreachable: return "unreachable";
    case Cause::NotMeasured: return "not-measured";
    }
    return "not-measured";
}

SweepVerdict verdictOf(const SweepReport &report, qsizetype which)
{
    const SweepSeries &series = report.series[which];
    const QString name = QString::fromLatin1(sip::viaName(series.protocol));
    if (series.points.isEmpty())
        return {Cause::NotMeasured, Words::tr("Nothing was measured over %1.").arg(name), {}};
    const SweepPoint *const good = series.lastGood(), *const bad = series.firstBad();
    if (!bad) {
        const bool pieces = series.points.last().packets > 1;
        const bool icmp =
            std::any_of(series.points.cbegin(), series.points.cend(), [](const SweepPoint &one) { return one.icmp; });
        return {
            Cause::None,
            Words::tr("%1 passes in every size tried, up to %2 octets%3%4.")
                .arg(name)
                .arg(series.points.last().octets)
                .arg(pieces ? Words::tr(", in %1 packets").arg(series.points.last().packets) : QString(),
                     icmp ? Words::tr("; a router on the way takes less (ICMP fragmentation needed), and fragments get through")
                          : QString()),
            {}};
    }
    if (!good && bad->outcome == Outcome::Unreachable)
        return {Cause::Unreachable, Words::tr("%1 does not get there at all: %2.").arg(name, bad->problem), {}};
    if (!good && bad->outcome == Outcome::Lost)
        return {Cause::NothingAnswers,
                Words::tr("%1: not even %2 octets are answered. That is no matter of size.").arg(name).arg(bad->octets),
                Words::tr("Try a smaller size, another method, or another transport.")};
    if (isIrregular(series) && series.protocol == sip::Protocol::Udp && onlySinglesAreLost(series))
        return blackHole(report,
                         Words::tr("UDP passes up to %1 octets and is lost from %2 on").arg(good->octets).arg(bad->octets), *good,
                         QString(), u' ' + Words::tr("What is larger still leaves in fragments, and arrives."));
    if (isIrregular(series))
        return {Cause::Irregular,
                Words::tr("%1: sizes that are lost and sizes that are answered take turns. The line loses packets of any size.")
                    .arg(name),
                Words::tr("Send each size several times, and look at the line first.")};
    if (bad->outcome == Outcome::TooLarge)
        return {Cause::ServerLimit,
                Words::tr("The server refuses %1 octets over %2 with %3 %4%5.")
                    .arg(bad->octets)
                    .arg(name)
                    .arg(bad->status)
                    .arg(QString::fromUtf8(bad->reason), good ? Words::tr("; up to %1 it takes").arg(good->octets) : QString()),
                good ? Words::tr("Raise the limit of the server, or %1.").arg(shorten(good->octets))
                     : Words::tr("Raise the limit of the server.")};
    if (bad->outcome == Outcome::Unreachable)
        return {Cause::Broken,
                Words::tr("%1 passes up to %2 octets; at %3: %4.").arg(name).arg(good->octets).arg(bad->octets).arg(bad->problem),
                Words::tr("Look in the log of the server for its limit of a message.")};
    return lostAbove(report, which, *good, *bad);
}

} // namespace diag
