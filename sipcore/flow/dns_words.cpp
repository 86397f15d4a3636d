// SPDX-License-Identifier: GPL-3.0-or-later
#include "flow/dns_words.h"

#include "base/words.h"
#include "flow/row_words.h"

using namespace Qt::StringLiterals;

namespace diag::words {

using sip::Words;

namespace {

constexpr qsizetype mostShown = 4; // records or targets in one line

/// The first of them, and how many there are more.
template<class List, class Say> QString some(const List &list, const Say &say)
{
    QStringList parts;
    for (const auto &one : list.first(std::min(list.size(), mostShown)))
        parts << say(one);
    if (list.size() > mostShown)
        parts << Words::tr("and %1 more").arg(list.size() - mostShown);
    return parts.join(u", "_s);
}

QString seconds(quint32 ttl)
{
    return u"TTL %1 s"_s.arg(ttl);
}

QString address(const sip::TransportAddress &where)
{
    return u"%1:%2"_s.arg(QString::fromLatin1(sip::protocolName(where.protocol)), QString::fromLatin1(where.remote.text()));
}

} // namespace

QString question(const sip::DnsQuestion &question)
{
    return u"%1 %2"_s.arg(QString::fromLatin1(sip::dnsTypeName(question.type)), shown(question.name, 80));
}

QString record(const sip::DnsRecord &record)
{
    switch (record.type) {
    case sip::DnsType::A:
    case sip::DnsType::Aaaa: return QString::fromLatin1(record.address.hostText());
    case sip::DnsType::Cname: return shown(record.target, 80);
    case sip::DnsType::Srv:
        return u"%1 %2 %3:%4"_s.arg(record.order).arg(record.preference).arg(shown(record.target, 80)).arg(record.port);
    case sip::DnsType::Naptr:
        return u"%1 %2 \"%3\" \"%4\" %5"_s.arg(record.order)
            .arg(record.preference)
            .arg(shown(record.flags, 10), shown(record.service, 40), shown(record.target, 80));
    }
    return {};
}

QStringList answerParts(const sip::DnsAnswer &answer)
{
    QStringList parts;
    if (!answer.records.isEmpty())
        parts << some(answer.records, record);
    if (!answer.aliases.isEmpty())
        parts << Words::tr("by CNAME to %1").arg(some(answer.aliases, record));
    if (answer.result == sip::DnsAnswer::Result::Records || answer.isDefinite())
        parts << seconds(answer.ttl);
    if (answer.cached)
        return parts << Words::tr("remembered, not asked");
    if (answer.tries > 0)
        parts << duration(answer.took);
    if (answer.server.port != 0)
        parts << (answer.tcp ? Words::tr("server %1 over TCP") : Words::tr("server %1"))
                     .arg(QString::fromLatin1(answer.server.text()));
    if (answer.truncated)
        parts << Words::tr("cut off over UDP");
    if (answer.tries > 1)
        parts << Words::tr("asked %1 times").arg(answer.tries);
    if (!answer.problem.isEmpty())
        parts << cleaned(answer.problem);
    return parts;
}

QString target(const sip::DnsTarget &target)
{
    QString text = address(target.address);
    if (!target.name.isEmpty() && target.name != target.address.remote.hostText())
        text += u" (%1)"_s.arg(shown(target.name, 80));
    if (target.pretendDead)
        text += u", "_s + Words::tr("taken for dead");
    return text;
}

QString road(const sip::RoadPlanned &road)
{
    const QString domain = shown(road.domain, 80);
    if (road.targets.isEmpty())
        return Words::tr("%1: nowhere to send").arg(domain);
    const QString first = address(road.targets.first().address);
    return road.targets.size() == 1 ? Words::tr("%1: sent to %2").arg(domain, first)
                                    : Words::tr("%1: %2 targets, first %3").arg(domain).arg(road.targets.size()).arg(first);
}

QString roadReasons(const sip::RoadPlanned &road)
{
    QStringList parts;
    if (!road.problem.isEmpty())
        parts << cleaned(road.problem);
    else
        parts << some(road.targets, target);
    for (const sip::DnsDecision &one : road.decisions) {
        const QString from = rule(one.rule);
        parts << (from.isEmpty() ? cleaned(one.text) : u"%1 (%2)"_s.arg(cleaned(one.text), from));
    }
    return parts.join(u"; "_s);
}

} // namespace diag::words
