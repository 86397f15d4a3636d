// SPDX-License-Identifier: GPL-3.0-or-later
#include "dns/answer_cache.h"

#include <algorithm>

namespace sip {

QByteArray AnswerCache::key(const Endpoint &server, const DnsQuestion &question)
{
    return server.text() + ' ' + dnsTypeName(question.type) + ' ' + question.name.toLower();
}

void AnswerCache::keep(const Endpoint &server, const DnsAnswer &answer, Instant now)
{
    if (answer.ttl == 0 || (answer.result != DnsAnswer::Result::Records && !answer.isDefinite()))
        return;
    if (m_kept.size() >= Most) {
        m_kept.removeIf([now](auto one) { return one.value().until <= now; });
        if (m_kept.size() >= Most)
            m_kept.erase(
                std::min_element(m_kept.cbegin(), m_kept.cend(), [](const Kept &a, const Kept &b) { return a.until < b.until; }));
    }
    m_kept.insert(key(server, answer.question), {answer, now, now + std::chrono::seconds(answer.ttl)});
}

std::optional<DnsAnswer> AnswerCache::find(const Endpoint &server, const DnsQuestion &question, Instant now) const
{
    const auto kept = m_kept.constFind(key(server, question));
    if (kept == m_kept.cend() || kept->until <= now)
        return std::nullopt;
    DnsAnswer answer = kept->answer;
    const auto age = quint32((now - kept->since) / std::chrono::seconds(1));
    answer.ttl -= age;
    for (QList<DnsRecord> *const records : {&answer.records, &answer.aliases})
        for (DnsRecord &record : *records)
            record.ttl -= std::min(age, record.ttl);
    answer.cached = true;
    answer.took = {};
    answer.tries = 0;
    return answer;
}

} // namespace sip
