// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random.h"
#include "dns/target_words.h"
#include "trace/dns_facts.h"

#include <QHash>
#include <QSet>

namespace sip {

/// Where a request can be sent, by RFC 3263 4: knows no resolver and no clock. It says what is to be asked, takes the answers in
/// any order, and in the end holds the targets, best first, with every decision on the way.
class Rfc3263Plan {
public:
    /// \param supported  transports we have, preferred first; decides where DNS does not
    /// \param random  for weights (R2782-1)
    Rfc3263Plan(const TargetWords &words, const QList<Protocol> &supported, const RoadSettings &settings, Random &random);

    /// What is to be asked now, all at once; each question only once.
    QList<DnsQuestion> takeQuestions() { return std::exchange(m_questions, {}); }
    void take(const DnsAnswer &answer); ///< to one of them
    bool isDone() const { return m_done; }

    QByteArray domain() const { return m_domain; } ///< what was looked up: maddr or host
    const QList<DnsTarget> &targets() const { return m_targets; }
    const QList<DnsDecision> &decisions() const { return m_decisions; }
    QString problem() const { return m_problem; } ///< why there is no target; empty: there is one

    static constexpr qsizetype MostServers = 10; ///< SRV records of one service that are looked at

private:
    /// One transport on offer, and what its SRV records came to.
    struct Service {
        Protocol protocol;
        QByteArray srvName; ///< empty: no SRV, the domain itself
        QString via;        ///< the NAPTR record that led here, a phrase
        bool answered = false;
        quint32 ttl = 0xffff'ffff; ///< of what led here
        QList<DnsRecord> servers{};
    };

    void begin(const TargetWords &words);
    void decide(const QString &text, const char *rule) { m_decisions.append({text, rule}); }
    void ask(const QByteArray &name, DnsType type);
    void askAddresses(const QByteArray &name);
    void takeNaptr(const DnsAnswer &answer);
    void takeSrv(const DnsAnswer &answer);
    void askSrv(const QList<Service> &services);
    void askDomain(Protocol protocol, quint16 port, const QString &why, const char *rule);
    bool isUsable(Protocol protocol) const;
    void goOn();
    void addTargets(const Service &service, const DnsRecord *server, const QByteArray &name, quint16 port);
    void finish();
    void choose();
    void fail(const QString &problem);
    void remember(const DnsAnswer &answer);

    const TargetWords m_words;
    const QList<Protocol> m_supported;
    const RoadSettings m_settings;
    Random &m_random;
    QByteArray m_domain;

    QList<DnsQuestion> m_questions;
    QSet<QByteArray> m_open; ///< questions without an answer yet
    QHash<QByteArray, DnsAnswer> m_addresses;
    QList<Service> m_services;
    bool m_fellBack = false; ///< to the addresses of the domain
    quint16 m_port = 0;      ///< then

    QList<DnsTarget> m_targets;
    QList<DnsDecision> m_decisions;
    QString m_trouble; ///< the first answer that was no answer, a phrase
    QString m_problem;
    bool m_done = false;
};

} // namespace sip
