// SPDX-License-Identifier: GPL-3.0-or-later
#include "dns/dns_reply.h"

#include "base/words.h"

#include <QtEndian>

#include <ares.h>

#include <algorithm>
#include <optional>

namespace sip {

namespace {

constexpr quint16 classIn = 1, typeSoa = 6;
constexpr quint32 longestTtl = 86'400;   // a day: what a server says beyond that is not believed
constexpr quint32 longestNegative = 300; // RFC 2308 5: negative answers are kept for a short time only

/// A cursor over a DNS message that can fail: after a failure every read gives zero.
class Reader {
public:
    explicit Reader(const QByteArray &wire) : m_wire(wire) {}

    bool failed() const { return m_failed; }
    qsizetype at() const { return m_at; }
    void seek(qsizetype at) { m_at = at; }
    quint8 octet() { return take(1) ? quint8(m_wire[m_at - 1]) : quint8(0); }
    quint16 two() { return take(2) ? qFromBigEndian<quint16>(m_wire.constData() + m_at - 2) : quint16(0); }
    quint32 four() { return take(4) ? qFromBigEndian<quint32>(m_wire.constData() + m_at - 4) : 0U; }
    QByteArray octets(qsizetype count) { return take(count) ? m_wire.sliced(m_at - count, count) : QByteArray(); }
    QByteArray string() { return octets(octet()); }
    /// A name, compressed or not; c-ares follows the pointers and stops at circles. The root is ".".
    QByteArray name()
    {
        if (m_failed || m_at >= m_wire.size()) {
            m_failed = true;
            return {};
        }
        const auto *const data = reinterpret_cast<const unsigned char *>(m_wire.constData());
        char *text = nullptr;
        long length = 0;
        if (ares_expand_name(data + m_at, data, int(m_wire.size()), &text, &length) != ARES_SUCCESS) {
            m_failed = true;
            return {};
        }
        const QByteArray name(text);
        ares_free_string(text);
        m_at += length;
        return name.isEmpty() ? QByteArray(".") : name;
    }

private:
    bool take(qsizetype count)
    {
        m_failed = m_failed || m_wire.size() - m_at < count;
        m_at += m_failed ? 0 : count;
        return !m_failed;
    }
    const QByteArray &m_wire;
    qsizetype m_at = 0;
    bool m_failed = false;
};

/// The data of a record whose owner, type and TTL are known. \return false: not a type that is looked for here
bool readData(Reader &reader, DnsRecord &record, qsizetype length)
{
    switch (record.type) {
    case DnsType::A: {
        constexpr std::array<quint8, 12> mapped{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
        const QByteArray octets = length == 4 ? reader.octets(4) : QByteArray();
        std::copy(mapped.begin(), mapped.end(), record.address.address.begin());
        std::copy(octets.begin(), octets.end(), record.address.address.begin() + 12);
        return octets.size() == 4;
    }
    case DnsType::Aaaa: {
        const QByteArray octets = length == 16 ? reader.octets(16) : QByteArray();
        std::copy(octets.begin(), octets.end(), record.address.address.begin());
        return octets.size() == 16;
    }
    case DnsType::Cname: record.target = reader.name(); return true;
    case DnsType::Srv:
        record.order = reader.two();
        record.preference = reader.two();
        record.port = reader.two();
        record.target = reader.name();
        return true;
    case DnsType::Naptr:
        record.order = reader.two();
        record.preference = reader.two();
        record.flags = reader.string();
        record.service = reader.string();
        record.regularExpression = reader.string();
        record.target = reader.name();
        return true;
    }
    return false;
}

/// The records of one section. \return false: the section cannot be read to its end
bool readSection(Reader &reader, int count, QList<DnsRecord> &records, std::optional<quint32> *negative)
{
    for (int i = 0; i < count; ++i) {
        DnsRecord record;
        record.owner = reader.name();
        const quint16 type = reader.two(), dnsClass = reader.two();
        const quint32 ttl = reader.four();
        record.ttl = ttl > 0x7fff'ffff ? 0 : std::min(ttl, longestTtl); // RFC 2181 8
        const qsizetype length = reader.two();
        const qsizetype begin = reader.at();
        reader.octets(length);
        if (reader.failed())
            return false;
        const qsizetype end = reader.at();
        reader.seek(begin);
        if (negative && type == typeSoa && dnsClass == classIn) {
            reader.name();
            reader.name();
            reader.octets(16);
            *negative = std::min({record.ttl, reader.four(), longestNegative});
        }
        record.type = DnsType(type);
        if (!negative && dnsClass == classIn && readData(reader, record, length) && !reader.failed() && reader.at() <= end)
            records.append(record);
        if (reader.failed() || reader.at() > end)
            return false;
        reader.seek(end);
    }
    return true;
}

DnsAnswer malformed(DnsAnswer answer, const QString &problem)
{
    answer.result = DnsAnswer::Result::Malformed;
    answer.records.clear();
    answer.aliases.clear();
    answer.problem = problem;
    return answer;
}

} // namespace

bool isSameName(QByteArrayView a, QByteArrayView b)
{
    const auto bare = [](QByteArrayView name) { return name.size() > 1 && name.endsWith('.') ? name.chopped(1) : name; };
    return bare(a).compare(bare(b), Qt::CaseInsensitive) == 0;
}

DnsAnswer readReply(const QByteArray &wire, const DnsQuestion &question)
{
    DnsAnswer answer;
    answer.question = question;
    Reader reader(wire);
    reader.two(); // the id is the resolver's affair
    const quint16 flags = reader.two();
    const int questions = reader.two(), answers = reader.two(), authorities = reader.two();
    reader.two();
    if (reader.failed() || !(flags & 0x8000))
        return malformed(answer, Words::tr("%1 octets that are no DNS answer").arg(wire.size()));
    answer.rcode = flags & 0xf;
    answer.truncated = flags & 0x200;
    if (questions == 1) {
        const QByteArray name = reader.name();
        const quint16 type = reader.two(), dnsClass = reader.two();
        if (reader.failed() || !isSameName(name, question.name) || type != quint16(question.type) || dnsClass != classIn)
            return malformed(answer, Words::tr("the answer is for another question"));
    } else if (questions != 0 || answer.rcode == 0) {
        return malformed(answer, Words::tr("the answer does not repeat the question"));
    }
    QList<DnsRecord> all;
    std::optional<quint32> negative;
    // What was cut off may end anywhere.
    const bool whole = readSection(reader, answers, all, nullptr) && readSection(reader, authorities, all, &negative);
    if (!whole && !answer.truncated)
        return malformed(answer, Words::tr("the answer breaks off or contradicts itself"));
    if (answer.rcode != 0 && answer.rcode != 3) {
        answer.result = DnsAnswer::Result::Failed;
        return answer;
    }

    QByteArray name = question.name;
    quint32 ttl = longestTtl;
    const auto aliasOf = [&all](QByteArrayView owner) {
        return std::find_if(all.cbegin(), all.cend(), [owner](const DnsRecord &record) {
            return record.type == DnsType::Cname && isSameName(record.owner, owner);
        });
    };
    for (auto alias = aliasOf(name); alias != all.cend(); alias = aliasOf(name)) {
        const bool known = std::any_of(answer.aliases.cbegin(), answer.aliases.cend(),
                                       [&alias](const DnsRecord &one) { return isSameName(one.owner, alias->owner); });
        if (known || answer.aliases.size() >= MostAliases) {
            answer.result = DnsAnswer::Result::Loop;
            return answer;
        }
        answer.aliases.append(*alias);
        ttl = std::min(ttl, alias->ttl);
        name = alias->target;
    }
    for (const DnsRecord &record : std::as_const(all)) {
        if (record.type != question.type || !isSameName(record.owner, name))
            continue;
        if (answer.records.size() >= MostRecords) {
            answer.problem = Words::tr("more than %1 records: the others are not looked at").arg(MostRecords);
            break;
        }
        answer.records.append(record);
        ttl = std::min(ttl, record.ttl);
    }
    const bool stray = answer.records.isEmpty() && answer.aliases.isEmpty() && !all.isEmpty();
    if (stray)
        return malformed(answer, Words::tr("the answer holds records of other names only"));
    answer.result = !answer.records.isEmpty() ? DnsAnswer::Result::Records
                    : answer.rcode == 3       ? DnsAnswer::Result::NoSuchName
                                              : DnsAnswer::Result::NoData;
    answer.open = answer.result == DnsAnswer::Result::NoData && !answer.aliases.isEmpty() && !negative;
    const bool empty = answer.records.isEmpty() && !answer.open;
    answer.ttl = empty ? std::min(ttl, negative.value_or(0)) : ttl;
    return answer;
}

} // namespace sip
