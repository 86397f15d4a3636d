// SPDX-License-Identifier: GPL-3.0-or-later
#include "trace/dns_facts.h"

#include "base/words.h"

namespace sip {

QByteArray dnsTypeName(DnsType type)
{
    switch (type) {
    case DnsType::A: return "A";
    case DnsType::Cname: return "CNAME";
    case DnsType::Aaaa: return "AAAA";
    case DnsType::Srv: return "SRV";
    case DnsType::Naptr: return "NAPTR";
    }
    return {};
}

namespace {

QString rcodeName(int rcode)
{
    constexpr const char *names[] = {"NOERROR", "FORMERR", "SERVFAIL", "NXDOMAIN", "NOTIMP", "REFUSED"};
    return rcode >= 0 && rcode < int(std::size(names)) ? QString::fromLatin1(names[rcode])
                                                       : Words::tr("response code %1").arg(rcode);
}

} // namespace

QString resultText(const DnsAnswer &answer)
{
    const QString server = answer.server.port ? QString::fromLatin1(answer.server.text()) : Words::tr("the DNS server");
    switch (answer.result) {
    case DnsAnswer::Result::Records:
        return answer.records.size() == 1 ? Words::tr("1 record") : Words::tr("%1 records").arg(answer.records.size());
    case DnsAnswer::Result::NoData: return Words::tr("no such record");
    case DnsAnswer::Result::NoSuchName: return Words::tr("no such name (NXDOMAIN)");
    case DnsAnswer::Result::Failed: return Words::tr("%1 by %2").arg(rcodeName(answer.rcode), server);
    case DnsAnswer::Result::Loop: return Words::tr("aliases (CNAME) that lead in a circle");
    case DnsAnswer::Result::Malformed: return Words::tr("an answer that cannot be used");
    case DnsAnswer::Result::Timeout: return Words::tr("no answer from %1").arg(server);
    case DnsAnswer::Result::Unreachable: return Words::tr("%1 cannot be reached").arg(server);
    }
    return {};
}

} // namespace sip
