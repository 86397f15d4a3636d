// SPDX-License-Identifier: GPL-3.0-or-later
#include "dns/rfc3263_plan.h"

#include "base/words.h"
#include "dns/dns_reply.h"
#include "dns/srv_order.h"
#include "dns/target_pattern.h"
#include "dns/transport_choice.h"

#include <algorithm>

namespace sip {

namespace {

QString shown(QByteArrayView text)
{
    return QString::fromUtf8(text);
}

QString named(Protocol protocol)
{
    return QString::fromLatin1(viaName(protocol));
}

QByteArray key(const QByteArray &name, DnsType type)
{
    return dnsTypeName(type) + ' ' + name.toLower();
}

QString text(const DnsRecord &naptr)
{
    return QStringLiteral("NAPTR %1 %2 \"%3\"").arg(naptr.order).arg(naptr.preference).arg(shown(naptr.service));
}

} // namespace

Rfc3263Plan::Rfc3263Plan(const TargetWords &words, const QList<Protocol> &supported, const RoadSettings &settings, Random &random)
    : m_words(words), m_supported(supported), m_settings(settings), m_random(random), m_domain(targetOf(words))
{
    begin(words);
}

void Rfc3263Plan::begin(const TargetWords &words)
{
    if (!words.maddr.isEmpty())
        decide(Words::tr("maddr %1 comes before the host").arg(shown(words.maddr)), "R3263.4-1");
    const Expected<TransportChoice> choice = chooseTransport(words);
    if (!choice)
        return fail(choice.error().detail);
    if (choice->protocol) {
        decide(choice->why.text, choice->why.rule);
        if (!isUsable(*choice->protocol))
            return fail(Words::tr("%1 is not supported").arg(named(*choice->protocol)));
    }
    //= R3263.4.2-2
    if (const auto numeric = numericHost(m_domain)) {
        const quint16 port = words.port ? words.port : defaultPort(*choice->protocol);
        if (words.port == 0)
            decide(Words::tr("no port given: %1").arg(port), "R3263.4.2-2");
        TransportAddress address{*choice->protocol, *numeric};
        address.remote.port = port;
        m_targets.append({.address = address, .name = m_domain, .why = Words::tr("an IP address: nothing to look up")});
        return choose();
    }
    //= R3263.4.2-1
    if (words.port != 0)
        return askDomain(*choice->protocol, words.port,
                         Words::tr("port %1 is given: only addresses are looked up").arg(words.port), "R3263.4.2-1");
    if (choice->protocol)
        return askSrv({{.protocol = *choice->protocol, .srvName = srvPrefix(*choice->protocol) + '.' + m_domain, .via = {}}});
    //= R3263.4.1-3
    ask(m_domain, DnsType::Naptr);
}

bool Rfc3263Plan::isUsable(Protocol protocol) const
{
    //= R3263.4.1-4
    const bool secure = protocol == Protocol::Tls || protocol == Protocol::Wss;
    return m_supported.contains(protocol) && (secure || !m_words.sips);
}

void Rfc3263Plan::ask(const QByteArray &name, DnsType type)
{
    const QByteArray id = key(name, type);
    if (m_open.contains(id) || m_addresses.contains(id))
        return;
    m_open.insert(id);
    m_questions.append({name, type});
}

//= R7984-1
void Rfc3263Plan::askAddresses(const QByteArray &name)
{
    if (m_settings.families != AddressFamilies::Ipv6Only)
        ask(name, DnsType::A);
    if (m_settings.families != AddressFamilies::Ipv4Only)
        ask(name, DnsType::Aaaa);
}

void Rfc3263Plan::take(const DnsAnswer &answer)
{
    if (!m_open.remove(key(answer.question.name, answer.question.type)))
        return;
    remember(answer);
    switch (answer.question.type) {
    case DnsType::Naptr: takeNaptr(answer); break;
    case DnsType::Srv: takeSrv(answer); break;
    case DnsType::A:
    case DnsType::Aaaa: m_addresses.insert(key(answer.question.name, answer.question.type), answer); break;
    case DnsType::Cname: break;
    }
    goOn();
}

/// Keeps what the user has to hear when there is no target in the end: trouble before an empty answer.
void Rfc3263Plan::remember(const DnsAnswer &answer)
{
    if (answer.result == DnsAnswer::Result::Records || answer.isDefinite() || !m_trouble.isEmpty())
        return;
    m_trouble = QStringLiteral("%1 %2: %3")
                    .arg(shown(dnsTypeName(answer.question.type)), shown(answer.question.name), resultText(answer));
}

void Rfc3263Plan::takeNaptr(const DnsAnswer &answer)
{
    QList<DnsRecord> records = answer.records;
    std::stable_sort(records.begin(), records.end(), [](const DnsRecord &a, const DnsRecord &b) {
        return a.order != b.order ? a.order < b.order : a.preference < b.preference;
    });
    QList<Service> services;
    for (const DnsRecord &record : std::as_const(records)) {
        const auto protocol = naptrService(record.service);
        const auto leaveOut = [&](const QString &why, const char *rule) {
            decide(Words::tr("%1 is left out: %2").arg(text(record), why), rule);
        };
        if (!protocol)
            leaveOut(Words::tr("no service of SIP known here"), "R3263.4.1-5");
        else if (record.flags.compare("s", Qt::CaseInsensitive) != 0 || record.target == "." ||
                 !record.regularExpression.isEmpty())
            leaveOut(Words::tr("it does not lead to SRV records"), "R3263.4.1-3");
        //= R3263.4.1-5
        else if (!m_supported.contains(*protocol))
            leaveOut(Words::tr("%1 is not supported").arg(named(*protocol)), "R3263.4.1-5");
        else if (!isUsable(*protocol))
            leaveOut(Words::tr("a sips URI wants TLS"), "R3263.4.1-4");
        else
            services.append({.protocol = *protocol, .srvName = record.target, .via = text(record), .ttl = answer.ttl});
    }
    if (!services.isEmpty()) {
        decide(Words::tr("%1: %2, then %3")
                   .arg(services.first().via, named(services.first().protocol), shown(services.first().srvName)),
               "R3263.4.1-3");
        return askSrv(services);
    }
    //= R3263.4.1-6
    decide(Words::tr("NAPTR %1: %2; SRV of each transport instead")
               .arg(shown(m_domain), records.isEmpty() ? resultText(answer) : Words::tr("none that can be used")),
           "R3263.4.1-6");
    for (const Protocol protocol : m_supported)
        if (isUsable(protocol) && protocol != Protocol::Ws && protocol != Protocol::Wss) // those two need a URI that says so
            services.append({.protocol = protocol, .srvName = srvPrefix(protocol) + '.' + m_domain, .via = {}});
    if (services.isEmpty())
        return fail(Words::tr("a sips URI wants TLS, which is not supported"));
    askSrv(services);
}

void Rfc3263Plan::askSrv(const QList<Service> &services)
{
    m_services = services;
    for (const Service &one : services)
        ask(one.srvName, DnsType::Srv);
}

void Rfc3263Plan::takeSrv(const DnsAnswer &answer)
{
    const bool notThere = answer.records.size() == 1 && answer.records.first().target == ".";
    for (Service &service : m_services) {
        if (service.answered || !isSameName(service.srvName, answer.question.name))
            continue;
        service.answered = true;
        service.ttl = std::min(service.ttl, answer.ttl);
        service.servers = inSrvOrder(answer.records, m_random);
        const QString srv = QStringLiteral("SRV %1").arg(shown(answer.question.name));
        if (notThere)
            decide(Words::tr("%1: the service is declared not to be there").arg(srv), "R2782-1");
        else if (answer.records.isEmpty())
            decide(QStringLiteral("%1: %2").arg(srv, resultText(answer)), "R3263.4.2-3");
        if (service.servers.size() > MostServers) {
            decide(Words::tr("%1: the first %2 of %3 records are used").arg(srv).arg(MostServers).arg(service.servers.size()),
                   "");
            service.servers.resize(MostServers);
        }
        //= R3263.4.2-3
        for (const DnsRecord &server : std::as_const(service.servers))
            if (!numericHost(server.target))
                askAddresses(server.target);
    }
    // A service that is declared absent is not looked for under the domain itself.
    if (notThere && m_trouble.isEmpty())
        m_trouble = Words::tr("%1 is declared not to be there (SRV with the target \".\")").arg(shown(answer.question.name));
}

void Rfc3263Plan::goOn()
{
    if (m_done || !m_open.isEmpty())
        return;
    const bool served =
        std::any_of(m_services.cbegin(), m_services.cend(), [](const Service &one) { return !one.servers.isEmpty(); });
    const bool denied = std::any_of(m_decisions.cbegin(), m_decisions.cend(),
                                    [](const DnsDecision &one) { return qstrcmp(one.rule, "R2782-1") == 0; });
    if (m_fellBack || served || denied)
        return finish();
    //= R3263.4.1-7
    const Expected<TransportChoice> choice = chooseTransport(m_words);
    const Protocol protocol = choice && choice->protocol ? *choice->protocol : m_words.sips ? Protocol::Tls : Protocol::Udp;
    if (!isUsable(protocol))
        return fail(Words::tr("%1 is not supported").arg(named(protocol)));
    askDomain(protocol, defaultPort(protocol),
              Words::tr("no SRV record: the addresses of %1, %2, port %3")
                  .arg(shown(m_domain), named(protocol))
                  .arg(defaultPort(protocol)),
              choice && choice->protocol ? "R3263.4.2-3" : "R3263.4.1-7");
}

/// The addresses of the domain itself.
void Rfc3263Plan::askDomain(Protocol protocol, quint16 port, const QString &why, const char *rule)
{
    decide(why, rule);
    m_fellBack = true;
    m_port = port;
    m_services = {{.protocol = protocol, .srvName = {}, .via = {}}};
    askAddresses(m_domain);
}

void Rfc3263Plan::addTargets(const Service &service, const DnsRecord *server, const QByteArray &name, quint16 port)
{
    DnsTarget target{.address = {service.protocol, {}}, .name = name, .bySrv = server != nullptr};
    QStringList why;
    if (!service.via.isEmpty())
        why << service.via;
    if (server) {
        target.priority = server->order;
        target.weight = server->preference;
        why << Words::tr("SRV %1: priority %2, weight %3").arg(shown(service.srvName)).arg(server->order).arg(server->preference);
    }
    const auto add = [&](Endpoint address, quint32 ttl, const QString &record) {
        address.port = port;
        target.address.remote = address;
        target.ttl = std::min(service.ttl, ttl);
        target.why = (why + QStringList{record}).join(QStringLiteral(", "));
        const bool known = std::any_of(m_targets.cbegin(), m_targets.cend(),
                                       [&target](const DnsTarget &one) { return one.address == target.address; });
        if (!known)
            m_targets.append(target);
    };
    if (const auto numeric = numericHost(name)) // not allowed, but seen
        return add(*numeric, service.ttl, Words::tr("an address in the place of a name"));
    const bool v6First = m_settings.families == AddressFamilies::Ipv6First;
    for (const DnsType type : {v6First ? DnsType::Aaaa : DnsType::A, v6First ? DnsType::A : DnsType::Aaaa}) {
        const DnsAnswer answer = m_addresses.value(key(name, type));
        for (const DnsRecord &record : answer.records)
            add(record.address, record.ttl, QStringLiteral("%1 %2").arg(shown(dnsTypeName(type)), shown(name)));
    }
}

void Rfc3263Plan::finish()
{
    for (const Service &service : std::as_const(m_services)) {
        if (service.srvName.isEmpty())
            addTargets(service, nullptr, m_domain, m_port);
        for (const DnsRecord &server : service.servers)
            addTargets(service, &server, server.target, server.port);
    }
    if (m_targets.isEmpty()) {
        QString problem = m_trouble;
        if (problem.isEmpty()) {
            const auto nowhere = [this](DnsType type) {
                return m_addresses.value(key(m_domain, type)).result == DnsAnswer::Result::NoSuchName;
            };
            problem = m_fellBack && (nowhere(DnsType::A) || nowhere(DnsType::Aaaa))
                          ? Words::tr("there is no such name (NXDOMAIN)")
                          : Words::tr("it has no address (neither SRV, A nor AAAA leads to one)");
        }
        return fail(problem);
    }
    choose();
}

/// What the user wants of it: one target only, or some taken for dead.
//= R3263.4.3-3
void Rfc3263Plan::choose()
{
    m_done = true;
    for (DnsTarget &target : m_targets)
        target.pretendDead = std::any_of(m_settings.pretendDead.cbegin(), m_settings.pretendDead.cend(),
                                         [&target](const QByteArray &one) { return matchesTarget(one, target); });
    if (m_settings.pin.isEmpty())
        return;
    QList<DnsTarget> pinned = m_targets;
    pinned.removeIf([this](const DnsTarget &one) { return !matchesTarget(m_settings.pin, one); });
    const QString pin = shown(m_settings.pin);
    if (pinned.isEmpty())
        return fail(Words::tr("the pinned target %1 is not among the %2 found").arg(pin).arg(m_targets.size()));
    decide(Words::tr("pinned to %1: %2 of %3 targets").arg(pin).arg(pinned.size()).arg(m_targets.size()), "R3263.4.3-3");
    m_targets = pinned;
}

void Rfc3263Plan::fail(const QString &problem)
{
    m_done = true;
    m_targets.clear();
    m_questions.clear();
    m_problem = QStringLiteral("%1: %2").arg(shown(m_domain), problem);
}

} // namespace sip
