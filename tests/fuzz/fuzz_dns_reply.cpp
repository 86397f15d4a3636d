// SPDX-License-Identifier: GPL-3.0-or-later
// readReply(): any octets end as one result, within the limits, about the name that was asked for.
#include "dns/dns_reply.h"
#include "fuzz.h"

using namespace sip;

void fuzz(const QByteArray &input)
{
    // The first octet chooses the type, so that the seeds reach every reader; the question repeats the seeds' name.
    if (input.isEmpty())
        return;
    constexpr DnsType types[] = {DnsType::A, DnsType::Aaaa, DnsType::Srv, DnsType::Naptr};
    const DnsQuestion question{"sip.example.com", types[uchar(input[0]) % 4]};
    const DnsAnswer answer = readReply(input.sliced(1), question);
    require(answer.question == question, "the question stays");
    require(answer.records.size() <= MostRecords && answer.aliases.size() <= MostAliases, "the answer is bounded");
    require((answer.result == DnsAnswer::Result::Records) == !answer.records.isEmpty(), "records come with their result");
    require(answer.ttl <= 86'400, "the TTL is bounded");
    const QByteArray name = answer.aliases.isEmpty() ? question.name : answer.aliases.last().target;
    for (const DnsRecord &record : answer.records)
        require(record.type == question.type && isSameName(record.owner, name), "every record is what was asked for");
    require(!resultText(answer).isEmpty(), "every result has words");
}
