// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/endpoint.h"
#include "base/instant.h"

#include <QList>
#include <QString>

namespace sip {

/// The record types that lead to a SIP server (RFC 3263), by their numbers.
enum class DnsType : quint16 { A = 1, Cname = 5, Aaaa = 28, Srv = 33, Naptr = 35 };

QByteArray dnsTypeName(DnsType type); ///< "A", "SRV", ...

struct DnsQuestion {
    QByteArray name; ///< without the final dot
    DnsType type = DnsType::A;
    friend bool operator==(const DnsQuestion &, const DnsQuestion &) = default;
};

/// One record of an answer; which members count depends on the type.
struct DnsRecord {
    QByteArray owner;
    DnsType type = DnsType::A;
    quint32 ttl = 0;                ///< seconds
    Endpoint address{};             ///< A, AAAA; port 0
    quint16 order = 0;              ///< NAPTR; the priority of SRV
    quint16 preference = 0;         ///< NAPTR; the weight of SRV
    quint16 port = 0;               ///< SRV
    QByteArray target{};            ///< CNAME; SRV, "." when the service is not there; the replacement of NAPTR
    QByteArray flags{}, service{};  ///< NAPTR
    QByteArray regularExpression{}; ///< NAPTR
    friend bool operator==(const DnsRecord &, const DnsRecord &) = default;
};

/// What became of one question.
struct DnsAnswer {
    enum class Result : quint8 {
        Records,
        NoData,      ///< the name is there, records of this type are not
        NoSuchName,  ///< NXDOMAIN
        Failed,      ///< SERVFAIL, REFUSED and the like: see rcode
        Loop,        ///< aliases that lead round in a circle, or on for too long
        Malformed,   ///< the answer cannot be read, or is for another name
        Timeout,     ///< no server answered
        Unreachable, ///< no server could be asked
    };
    DnsQuestion question;
    Result result = Result::NoData;
    QList<DnsRecord> records; ///< of the type asked for, of the name at the end of the aliases
    QList<DnsRecord> aliases; ///< CNAMEs followed, in order
    quint32 ttl = 0;          ///< how long the answer counts, in seconds; of NoData and NoSuchName too (RFC 2308)
    Endpoint server{};        ///< that was asked last; port 0: none
    int rcode = -1;           ///< of its answer; -1: none came
    int tries = 0;            ///< questions that went out for this answer, the ones over TCP and for aliases included
    Instant took{};
    bool cached = false;    ///< nothing was asked
    bool truncated = false; ///< the answer over UDP was cut off
    bool tcp = false;       ///< the answer came over TCP
    bool open = false;      ///< the aliases lead on to a name that is still to be asked for; never from a Resolver
    QString problem{};      ///< a sentence; empty: as it should be

    bool isDefinite() const { return result == Result::NoData || result == Result::NoSuchName; }
};

/// What an answer comes to, a phrase: "no such name (NXDOMAIN)", "2 records", "SERVFAIL by 192.0.2.53:53".
QString resultText(const DnsAnswer &answer);

/// One place a request can be sent to, as RFC 3263 found it.
struct DnsTarget {
    TransportAddress address;
    QByteArray name;      ///< whose address it is
    bool bySrv = false;   ///< priority, weight and port are those of an SRV record
    quint16 priority = 0; ///< SRV
    quint16 weight = 0;   ///< SRV
    quint32 ttl = 0;      ///< the shortest on the way to it, in seconds
    QString why{};        ///< the records that led here, a phrase
    bool pretendDead = false;
    friend bool operator==(const DnsTarget &, const DnsTarget &) = default;
};

/// One step of a plan and the rule behind it.
struct DnsDecision {
    QString text;
    const char *rule = "";
};

} // namespace sip
