// SPDX-License-Identifier: GPL-3.0-or-later
#include "flow/path_words.h"

#include "base/path_mtu.h"
#include "flow/dns_words.h"
#include "flow/row_words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace diag::words {

namespace {

using Fate = PathTarget::Fate;

QString counted(qsizetype n, const QString &one, const QString &many)
{
    return n == 1 ? u"1 "_s + one : u"%1 %2"_s.arg(n).arg(many);
}

QString addressText(const sip::Endpoint &endpoint)
{
    return QString::fromLatin1(endpoint.text());
}

QString messages(int count, quint64 octets, const QString &way)
{
    return u"%1 %2 (%3)"_s.arg(counted(count, u"message"_s, u"messages"_s), way, size(octets));
}

} // namespace

QString roadSummary(const PathRoad &road)
{
    if (!road.lookedUp)
        return u"an address: nothing is looked up"_s;
    if (!road.planned)
        return u"being looked up"_s;
    if (road.targets.isEmpty())
        return cleaned(road.problem);
    return u"%1, found in %2"_s.arg(counted(road.targets.size(), u"target"_s, u"targets"_s), duration(road.took));
}

QString targetStory(const PathTarget &target)
{
    QString text = fateText(target.fate);
    if (!target.isTried())
        return text;
    if (target.took.count() > 0)
        text += u" after %1"_s.arg(duration(target.took));
    if (!target.outcome.isEmpty())
        text += u": "_s + target.outcome;
    if (target.attempts > 1)
        text += u", %1 attempts"_s.arg(target.attempts);
    return text;
}

QString targetOrigin(const sip::DnsTarget &one)
{
    QStringList parts;
    if (one.bySrv)
        parts << u"priority %1, weight %2"_s.arg(one.priority).arg(one.weight);
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
    const QString what = road.isDrill() ? u"Drill"_s : u"Failover"_s;
    return u"%1: %2. The detour took %3 in all."_s.arg(what, steps.join(u"; then "_s),
                                                       duration(tried.size() == 1 ? tried.first()->took : road.detour));
}

QString connectionTitle(const PathConnection &connection)
{
    const sip::Path &path = connection.path;
    const QString number = path.connection ? u"#%1 "_s.arg(path.connection) : QString();
    return u"%1%2 %3 to %4"_s.arg(number, QString::fromLatin1(sip::viaName(path.protocol)), addressText(path.local),
                                  addressText(path.remote));
}

QString connectionFacts(const PathConnection &connection)
{
    QStringList parts;
    if (connection.accepted)
        parts << u"opened by the peer"_s;
    else if (connection.openAt.count() > 0 && connection.opened)
        parts << u"opened by us in %1"_s.arg(duration(connection.openAt - connection.openingAt));
    else if (connection.opened)
        parts << u"being opened by us"_s;
    else if (connection.reused > 0)
        parts << u"was there before"_s;
    if (!connection.upgrade.isEmpty())
        parts << connection.upgrade;
    if (connection.reused > 0)
        parts << (connection.reused == 1 ? u"used again once"_s : u"used again %1 times"_s.arg(connection.reused));
    if (connection.messagesOut > 0)
        parts << messages(connection.messagesOut, connection.octetsOut, u"out"_s);
    if (connection.messagesIn > 0)
        parts << messages(connection.messagesIn, connection.octetsIn, u"in"_s);
    if (const QString end = endText(connection); !end.isEmpty()) {
        const bool timed = connection.endAt.count() > 0 && connection.openAt.count() > 0;
        parts << (timed ? u"%1 after %2"_s.arg(end, duration(connection.endAt - connection.openAt)) : end) +
                     (connection.why.isEmpty() ? QString() : u": "_s + connection.why);
    }
    return parts.join(u", "_s);
}

QString requestSize(const RequestSize &size)
{
    const QString octets = u"%1, %2 octets over %3"_s.arg(shown(size.method, 40))
                               .arg(size.octets)
                               .arg(QString::fromLatin1(sip::viaName(size.protocol)));
    if (size.protocol != sip::Protocol::Udp)
        return octets + u": no limit"_s;
    const qsizetype over = size.octets - sip::largestUdpAdvised;
    const QString limit =
        over > 0 ? u"%1 over 1300, where RFC 3261 18.1.1 wants TCP"_s.arg(over) : u"%1 below 1300 (RFC 3261 18.1.1)"_s.arg(-over);
    const int pieces = size.fragments();
    const QString packets =
        pieces == 1 ? u"one IP packet of %1 octets at an MTU of %2"_s.arg(size.octets + sip::udpHeaders(size.ipv4)).arg(size.mtu)
                    : u"%1 IP fragments at an MTU of %2"_s.arg(pieces).arg(size.mtu);
    return u"%1: %2; %3"_s.arg(octets, limit, packets);
}

QString validity(const sip::CertificateFacts &facts, qint64 wallUs)
{
    const qint64 days = daysLeft(facts, wallUs);
    const QString dates = u"%1 to %2"_s.arg(facts.notBefore.toString(u"yyyy-MM-dd"_s), facts.notAfter.toString(u"yyyy-MM-dd"_s));
    if (facts.notBefore.toSecsSinceEpoch() > wallUs / 1'000'000)
        return u"%1, not yet valid"_s.arg(dates);
    return days >= 0 ? u"%1, %2 left"_s.arg(dates, counted(days, u"day"_s, u"days"_s))
                     : u"%1, ended %2 ago"_s.arg(dates, counted(-days, u"day"_s, u"days"_s));
}

} // namespace diag::words
