// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/sweep_verdict.h"

#include "base/path_mtu.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace diag {

namespace {

using Cause = SweepVerdict::Cause;
using Outcome = SweepPoint::Outcome;

/// What IP adds to the octets of a request over UDP.
qsizetype headersOf(const SweepReport &report)
{
    return sip::udpHeaders(report.path.remote.isIPv4() || report.path.remote.port == 0);
}

QString shorten(qsizetype octets)
{
    return u"keep requests at %1 octets or below: fewer codecs, compact header names, no X- headers"_s.arg(octets);
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
    return other ? u" Over %1, %2 octets pass."_s.arg(QString::fromLatin1(sip::viaName(other->protocol)))
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
    return {
        Cause::BlackHole,
        u"%1: packets of more than %2 octets vanish, and no router says so. A path MTU black hole: a tunnel or PPPoE on the way "
        "takes %2 octets, and its ICMP messages are filtered.%3"_s.arg(range)
            .arg(packet)
            .arg(more),
        u"Let ICMP \"fragmentation needed\" through on the way, or %1%2."_s.arg(elsewhere, shorten(good.octets))};
}

SweepVerdict lostAbove(const SweepReport &report, qsizetype which, const SweepPoint &good, const SweepPoint &bad)
{
    const SweepSeries &series = report.series[which];
    const QString name = QString::fromLatin1(sip::viaName(series.protocol));
    const bool udp = series.protocol == sip::Protocol::Udp;
    const SweepSeries *const other = larger(report, which, bad.octets);
    const QString range = u"%1 passes up to %2 octets and is lost from %3 on"_s.arg(name).arg(good.octets).arg(bad.octets);
    const QString elsewhere =
        other && udp ? u"send over %1, or "_s.arg(QString::fromLatin1(sip::viaName(other->protocol))) : QString();
    const auto withRemedy = [](Cause cause, const QString &text, QString remedy) {
        if (!remedy.isEmpty())
            remedy.front() = remedy.front().toUpper();
        return SweepVerdict{cause, text, remedy + u'.'};
    };
    // Said once, the system cuts up by itself what comes later.
    const auto told = std::find_if(series.points.cbegin(), series.points.cend(), [](const SweepPoint &one) { return one.icmp; });
    if (told != series.points.cend()) {
        const QString who = told->reporter.isEmpty() ? u"the path"_s : QString::fromLatin1(told->reporter);
        const QString size = told->pathMtu > 0 ? u"packets of %1 octets"_s.arg(told->pathMtu) : u"less"_s;
        return withRemedy(Cause::PathMtu,
                          u"%1: %2 says that it takes %3 (ICMP fragmentation needed), and what is cut up for it does not "
                          "arrive either.%4"_s.arg(range, who, size, beside(other)),
                          elsewhere + shorten(good.octets));
    }
    if (udp && bad.packets > 1 && good.packets == 1)
        return withRemedy(Cause::FragmentsLost,
                          u"%1: what fits into one packet of %2 octets arrives, what has to be cut into fragments does not. A "
                          "firewall, a NAT or the server drops fragments.%3"_s.arg(range)
                              .arg(bad.mtu)
                              .arg(beside(other)),
                          elsewhere + shorten(good.octets));
    const qsizetype packet = good.octets + headersOf(report);
    if (udp && bad.packets == 1 && bad.octets == good.octets + 1 && isUsualMtu(packet))
        return blackHole(report, range, good, elsewhere, beside(other));
    return withRemedy(Cause::LostAbove,
                      u"%1, although %2. The server drops what is larger without a word, or something before it does.%3"_s.arg(
                          range,
                          bad.packets == 1 ? u"each is a single packet"_s : u"smaller ones arrive in several packets too"_s,
                          beside(other)),
                      elsewhere + shorten(good.octets) + u"; ask who runs the server for its limit"_s);
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
        return {Cause::NotMeasured, u"Nothing was measured over %1."_s.arg(name), {}};
    const SweepPoint *const good = series.lastGood(), *const bad = series.firstBad();
    if (!bad) {
        const bool pieces = series.points.last().packets > 1;
        const bool icmp =
            std::any_of(series.points.cbegin(), series.points.cend(), [](const SweepPoint &one) { return one.icmp; });
        return {Cause::None,
                u"%1 passes in every size tried, up to %2 octets%3%4."_s.arg(name)
                    .arg(series.points.last().octets)
                    .arg(pieces ? u", in %1 packets"_s.arg(series.points.last().packets) : QString(),
                         icmp ? u"; a router on the way takes less (ICMP fragmentation needed), and fragments get through"_s
                              : QString()),
                {}};
    }
    if (!good && bad->outcome == Outcome::Unreachable)
        return {Cause::Unreachable, u"%1 does not get there at all: %2."_s.arg(name, bad->problem), {}};
    if (!good && bad->outcome == Outcome::Lost)
        return {Cause::NothingAnswers,
                u"%1: not even %2 octets are answered. That is no matter of size."_s.arg(name).arg(bad->octets),
                u"Try a smaller size, another method, or another transport."_s};
    if (isIrregular(series) && series.protocol == sip::Protocol::Udp && onlySinglesAreLost(series))
        return blackHole(report, u"UDP passes up to %1 octets and is lost from %2 on"_s.arg(good->octets).arg(bad->octets), *good,
                         QString(), u" What is larger still leaves in fragments, and arrives."_s);
    if (isIrregular(series))
        return {
            Cause::Irregular,
            u"%1: sizes that are lost and sizes that are answered take turns. The line loses packets of any size."_s.arg(name),
            u"Send each size several times, and look at the line first."_s};
    if (bad->outcome == Outcome::TooLarge)
        return {Cause::ServerLimit,
                u"The server refuses %1 octets over %2 with %3 %4%5."_s.arg(bad->octets)
                    .arg(name)
                    .arg(bad->status)
                    .arg(QString::fromUtf8(bad->reason), good ? u"; up to %1 it takes"_s.arg(good->octets) : QString()),
                good ? u"Raise the limit of the server, or %1."_s.arg(shorten(good->octets))
                     : u"Raise the limit of the server."_s};
    if (bad->outcome == Outcome::Unreachable)
        return {Cause::Broken,
                u"%1 passes up to %2 octets; at %3: %4."_s.arg(name).arg(good->octets).arg(bad->octets).arg(bad->problem),
                u"Look in the log of the server for its limit of a message."_s};
    return lostAbove(report, which, *good, *bad);
}

} // namespace diag
