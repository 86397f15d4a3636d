// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/practice_names.h"

#include <QtEndian>

#include <algorithm>
#include <optional>

namespace diag {

namespace {

constexpr quint16 typeA = 1, typeCname = 5, typeAaaa = 28, typeSrv = 33, classIn = 1;
constexpr quint16 isAnswer = 0x8480, isTruncated = 0x0200; // authoritative, recursion available
constexpr quint16 serverFailure = 2, noSuchName = 3;
constexpr quint16 deadPort = 1; // nothing listens there
constexpr qsizetype headerSize = 12;
constexpr sip::Instant slowness{1'500'000}; // less than the program waits for one answer

QByteArray two(quint16 value)
{
    QByteArray octets(2, '\0');
    qToBigEndian(value, octets.data());
    return octets;
}

/// A question as it stands in the query, in lower case, and its name as text.
struct Question {
    QByteArray octets, name;
    quint16 type = 0;
};

std::optional<Question> read(const QByteArray &query)
{
    if (query.size() < headerSize || (query[2] & 0x80) != 0 || qFromBigEndian<quint16>(query.constData() + 4) != 1)
        return std::nullopt;
    Question question;
    qsizetype at = headerSize;
    while (at < query.size() && query[at] != 0) {
        const qsizetype length = quint8(query[at]);
        if (length > 63 || query.size() - at < length + 2)
            return std::nullopt;
        question.name += (question.name.isEmpty() ? "" : ".") + query.sliced(at + 1, length).toLower();
        at += length + 1;
    }
    if (query.size() - at < 5)
        return std::nullopt;
    question.type = qFromBigEndian<quint16>(query.constData() + at + 1);
    question.octets = query.sliced(headerSize, at + 5 - headerSize);
    return question;
}

QByteArray nameOctets(const QByteArray &name)
{
    QByteArray octets;
    for (const QByteArray &label : name.split('.'))
        octets += char(label.size()) + label;
    return octets + '\0';
}

/// A record of the name that was asked for: the answer points back to the question.
QByteArray record(quint16 type, const QByteArray &data)
{
    constexpr char lifetime[] = "\0\0\0\x05"; // seconds: what is changed here is seen soon
    return QByteArray::fromHex("c00c") + two(type) + two(classIn) + QByteArray(lifetime, 4) + two(quint16(data.size())) + data;
}

QByteArray srv(quint16 priority, quint16 port)
{
    return record(typeSrv, two(priority) + two(1) + two(port) + nameOctets("sip.practice.invalid"));
}

QList<QByteArray> addresses(quint16 type)
{
    if (type == typeA)
        return {record(typeA, QByteArray::fromHex("7f000001"))};
    if (type == typeAaaa)
        return {record(typeAaaa, QByteArray(15, '\0') + '\1')};
    return {};
}

} // namespace

const QList<PracticeName> &practiceNames()
{
    static const QList<PracticeName> names{
        {"ok", "SRV for UDP and TCP that lead to the practice server."},
        {"srv-dead-first", "The first server of two has nothing behind its port, the second is the practice server."},
        {"nxdomain", "There is no such name."},
        {"servfail", "The DNS server fails (SERVFAIL)."},
        {"cname-loop", "Two aliases that point at each other."},
        {"truncated", "The answer does not fit into a datagram: cut off over UDP, whole over TCP."},
        {"slow", "Every answer takes one and a half seconds."},
    };
    return names;
}

NameAnswer answerName(const QByteArray &query, bool tcp, const sip::Endpoint &server)
{
    const std::optional<Question> question = read(query);
    if (!question)
        return {};
    const QByteArray zone = ".practice.invalid";
    const bool ours = question->name.endsWith(zone);
    QByteArray name = ours ? question->name.chopped(zone.size()) : QByteArray();
    const bool service = name.startsWith("_sip._udp.") || name.startsWith("_sip._tcp.");
    if (service)
        name = name.sliced(10);
    QList<QByteArray> records;
    quint16 flags = isAnswer;
    sip::Instant after{};
    const bool asksServers = service && question->type == typeSrv;
    if (name == "sip") {
        records = addresses(question->type);
    } else if (name == "ok" || name == "slow" || name == "srv-dead-first") {
        if (asksServers && name == "srv-dead-first")
            records << srv(10, deadPort);
        if (asksServers)
            records << srv(20, server.port);
        if (!service)
            records = addresses(question->type);
        after = name == "slow" ? slowness : sip::Instant();
    } else if (name == "servfail") {
        flags |= serverFailure;
    } else if (name == "cname-loop" || name == "cname-loop-back") {
        records << record(typeCname,
                          nameOctets((name == "cname-loop" ? QByteArray("cname-loop-back") : QByteArray("cname-loop")) + zone));
    } else if (name == "truncated") {
        if (asksServers && !tcp)
            flags |= isTruncated;
        for (quint16 i = 0; asksServers && tcp && i < 40; ++i)
            records << srv(quint16(10 + i), server.port);
    } else {
        flags |= noSuchName;
    }
    const QByteArray header =
        query.first(2) + two(flags | quint16(query[2] & 1 ? 0x100 : 0)) + two(1) + two(quint16(records.size())) + two(0) + two(0);
    return {header + question->octets + records.join(), after};
}

} // namespace diag
