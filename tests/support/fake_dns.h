// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dns/dns_reply.h"
#include "dns/resolver.h"
#include "timing/scheduler.h"

#include <QHash>

/// A resolver that knows its answers and when it gives them. Names it was told nothing about do not exist.
class FakeDns final : public sip::Resolver {
public:
    explicit FakeDns(sip::Scheduler &scheduler) : m_scheduler(scheduler) {}

    sip::Instant delay{};       ///< from question to answer
    QList<QByteArray> asked;    ///< "SRV _sip._udp.example.com", in order
    QList<sip::Instant> times;  ///< of them
    QList<sip::Endpoint> where; ///< of them
    int cancelled = 0;

    void a(const QByteArray &name, const QByteArray &address, quint32 ttl = 300)
    {
        const sip::Endpoint host = *sip::Endpoint::parse(address.contains(':') ? '[' + address + ']' : address);
        add({.owner = name, .type = host.isIPv4() ? sip::DnsType::A : sip::DnsType::Aaaa, .ttl = ttl, .address = host});
    }
    void srv(const QByteArray &name, quint16 priority, quint16 weight, quint16 port, const QByteArray &target, quint32 ttl = 300)
    {
        add({.owner = name,
             .type = sip::DnsType::Srv,
             .ttl = ttl,
             .order = priority,
             .preference = weight,
             .port = port,
             .target = target});
    }
    void naptr(const QByteArray &name, quint16 order, quint16 preference, const QByteArray &flags, const QByteArray &service,
               const QByteArray &replacement, const QByteArray &regularExpression = {})
    {
        add({.owner = name,
             .type = sip::DnsType::Naptr,
             .ttl = 300,
             .order = order,
             .preference = preference,
             .target = replacement,
             .flags = flags,
             .service = service,
             .regularExpression = regularExpression});
    }
    void fails(const QByteArray &name, sip::DnsType type, sip::DnsAnswer::Result result)
    {
        sip::DnsAnswer answer;
        answer.question = {name, type};
        answer.result = result;
        m_answers.insert(key(answer.question), answer);
    }

    Ticket ask(const sip::DnsQuestion &question, const sip::Endpoint &server, Done done) override
    {
        asked << sip::dnsTypeName(question.type) + ' ' + question.name;
        times << m_scheduler.now();
        where << server;
        sip::DnsAnswer answer = answerTo(question);
        answer.server = server;
        answer.took = delay;
        answer.tries = 1;
        const Ticket ticket = m_scheduler.at(m_scheduler.now() + delay, [done = std::move(done), answer] { done(answer); });
        return ticket;
    }
    void cancel(Ticket ticket) override
    {
        cancelled += ticket != 0;
        m_scheduler.cancel(ticket);
    }

    /// The answer without a clock: what a plan is fed with. Asked for by hand, it is not remembered in asked.
    sip::DnsAnswer answerTo(const sip::DnsQuestion &question) const
    {
        sip::DnsAnswer answer = m_answers.value(key(question));
        if (answer.question.name.isEmpty())
            answer.result =
                m_names.contains(question.name.toLower()) ? sip::DnsAnswer::Result::NoData : sip::DnsAnswer::Result::NoSuchName;
        answer.question = question;
        return answer;
    }

private:
    static QByteArray key(const sip::DnsQuestion &question)
    {
        return sip::dnsTypeName(question.type) + ' ' + question.name.toLower();
    }
    void add(const sip::DnsRecord &record)
    {
        sip::DnsAnswer &answer = m_answers[key({record.owner, record.type})];
        answer.question = {record.owner, record.type};
        answer.result = sip::DnsAnswer::Result::Records;
        answer.records.append(record);
        answer.ttl = record.ttl;
        m_names.append(record.owner.toLower());
    }

    sip::Scheduler &m_scheduler;
    QHash<QByteArray, sip::DnsAnswer> m_answers;
    QList<QByteArray> m_names;
};
