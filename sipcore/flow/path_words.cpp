// SPDX-License-Identifier: GPL-3.0-or-later
#include "flow/path_words.h"

#include "base/path_mtu.h"
#include "base/words.h"
#include "flow/dns_words.h"
#include "flow/row_words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace diag::words {

using sip::Words;

namespace {

using Fate = PathTarget::Fate;

/// \a many with the number in it.
QString counted(qsizetype n, const QString &one, const QString &many)
{
    return n == 1 ? one : many.arg(n);
}

QString dayCount(qint64 days)
{
    return counted(days, Words::tr("1 day"), Words::tr("%1 days"));
}

QString addressText(const sip::Endpoint &endpoint)
{
    return QString::fromLatin1(endpoint.text());
}

} // namespace

QString roadSummary(const PathRoad &road)
{
    if (!road.lookedUp)
        return Words::tr("an address: nothing is looked up");
    if (!road.planned)
        return Words::tr("being looked up");
    if (road.targets.isEmpty())
        return cleaned(road.problem);
    return Words::tr("%1, found in %2")
        .arg(counted(road.targets.size(), Words::tr("1 target"), Words::tr("%1 targets")), duration(road.took));
}

QString targetStory(const PathTarget &target)
{
    QString text = fateText(target.fate);
    if (!target.isTried())
        return text;
    if (target.took.count() > 0)
        text = Words::tr("%1 after %2").arg(text, duration(target.took));
    if (!target.outcome.isEmpty())
        text += u": "_s + target.outcome;
    if (target.attempts > 1)
        text += u", "_s + Words::tr("%1 attempts").arg(target.attempts);
    return text;
}

QString targetOrigin(const sip::DnsTarget &one)
{
    QStringList parts;
    if (one.bySrv)
        parts << Words::tr("priority %1, weight %2").arg(one.priority).arg(one.weight);
    if (one.ttl > 0)
        parts << u"TTL %1 s"_s.arg(one.ttl);
    if (!one.why.isEmpty())
        parts << cleaned(one.why);
    return parts.join(u", "_s);
}

QString detour(const PathRoad &road)
{
    QList<const PathTarget *> tried;
    for (const PathTarget &one : road.targets)
        if (one.isTried())
            tried << &one;
    std::sort(tried.begin(), tried.end(), [](const PathTarget *a, const PathTarget *b) { return a->seq < b->seq; });
    const bool straight = tried.isEmpty() || (tried.size() == 1 && tried.first()->fate != Fate::Drilled);
    if (straight)
        return {};
    QStringList steps;
    for (const PathTarget *one : tried)
        steps << u"%1 %2"_s.arg(QString::fromLatin1(one->target.address.remote.text()), targetStory(*one));
    const QString text = road.isDrill() ? Words::tr("Drill: %1. The detour took %2 in all.")
                                        : Words::tr("Failover: %1. The detour took %2 in all.");
    return text.arg(steps.join(Words::tr("; then ")), duration(tried.size() == 1 ? tried.first()->took : road.detour));
}

QString connectionTitle(const PathConnection &connection)
{
    const sip::Path &path = connection.path;
    const QString number = path.connection ? u"#%1 "_s.arg(path.connection) : QString();
    return number + Words::tr("%1 %2 to %3")
                        .arg(QString::fromLatin1(sip::viaName(path.protocol)), addressText(path.local), addressText(path.remote));
}

QString connectionFacts(const PathConnection &connection)
{
    QStringList parts;
    if (connection.accepted)
        parts << Words::tr("opened by the peer");
    else if (connection.openAt.count() > 0 && connection.opened)
        parts << Words::tr("opened by us in %1").arg(duration(connection.openAt - connection.openingAt));
    else if (connection.opened)
        parts << Words::tr("being opened by us");
    else if (connection.reused > 0)
        parts << Words::tr("was there before");
    if (!connection.upgrade.isEmpty())
        parts << connection.upgrade;
    if (connection.reused > 0)
        parts << (connection.reused == 1 ? Words::tr("used again once")
                                         : Words::tr("used again %1 times").arg(connection.reused));
    if (connection.messagesOut > 0)
        parts << counted(connection.messagesOut, Words::tr("1 message out"), Words::tr("%1 messages out")) +
                     u" (%1)"_s.arg(size(connection.octetsOut));
    if (connection.messagesIn > 0)
        parts << counted(connection.messagesIn, Words::tr("1 message in"), Words::tr("%1 messages in")) +
                     u" (%1)"_s.arg(size(connection.octetsIn));
    if (const QString end = endText(connection); !end.isEmpty()) {
        const bool timed = connection.endAt.count() > 0 && connection.openAt.count() > 0;
        parts << (timed ? Words::tr("%1 after %2").arg(end, duration(connection.endAt - connection.openAt)) : end) +
                     (connection.why.isEmpty() ? QString() : u": "_s + connection.why);
    }
    return parts.join(u", "_s);
}

QString requestSize(const RequestSize &size)
{
    const QString octets = Words::tr("%1, %2 octets over %3")
                               .arg(shown(size.method, 40))
                               .arg(size.octets)
                               .arg(QString::fromLatin1(sip::viaName(size.protocol)));
    if (size.protocol != sip::Protocol::Udp)
        return u"%1: %2"_s.arg(octets, Words::tr("no limit"));
    const qsizetype over = size.octets - sip::largestUdpAdvised;
    const QString limit = over > 0 ? Words::tr("%1 over 1300, where RFC 3261 18.1.1 wants TCP").arg(over)
                                   : Words::tr("%1 below 1300 (RFC 3261 18.1.1)").arg(-over);
    const int pieces = size.fragments();
    const QString packets =
        pieces == 1
            ? Words::tr("one IP packet of %1 octets at an MTU of %2").arg(size.octets + sip::udpHeaders(size.ipv4)).arg(size.mtu)
            : Words::tr("%1 IP fragments at an MTU of %2").arg(pieces).arg(size.mtu);
    return u"%1: %2; %3"_s.arg(octets, limit, packets);
}

QString validity(const sip::CertificateFacts &facts, qint64 wallUs)
{
    const qint64 days = daysLeft(facts, wallUs);
    const QString dates =
        Words::tr("%1 to %2", "dates").arg(facts.notBefore.toString(u"yyyy-MM-dd"_s), facts.notAfter.toString(u"yyyy-MM-dd"_s));
    if (facts.notBefore.toSecsSinceEpoch() > wallUs / 1'000'000)
        return Words::tr("%1, not yet valid").arg(dates);
    return days >= 0 ? Words::tr("%1, %2 left").arg(dates, dayCount(days))
                     : Words::tr("%1, ended %2 ago").arg(dates, dayCount(-days));
}

} // namespace diag::words
