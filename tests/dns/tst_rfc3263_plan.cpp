// SPDX-License-Identifier: GPL-3.0-or-later
#include "dns/rfc3263_plan.h"
#include "dns/target_pattern.h"
#include "support/fake_dns.h"
#include "support/manual_scheduler.h"

#include <QtTest>

using namespace sip;
using Result = DnsAnswer::Result;

namespace {

const QList<Protocol> all{Protocol::Udp, Protocol::Tcp, Protocol::Tls, Protocol::Ws, Protocol::Wss};
const QList<Protocol> plain{Protocol::Udp, Protocol::Tcp};

/// The zone of the examples below, and a plan over it.
struct Zone {
    ManualScheduler clock;
    FakeDns dns{clock};
    SeededRandom random{1};
    RoadSettings settings;
    QList<QList<QByteArray>> rounds; ///< what was asked together

    Zone()
    {
        // RFC 3263 4.1: NAPTR of a domain with all three services.
        dns.naptr("full.example.com", 50, 50, "s", "SIPS+D2T", "_sips._tcp.full.example.com");
        dns.naptr("full.example.com", 90, 50, "s", "SIP+D2T", "_sip._tcp.full.example.com");
        dns.naptr("full.example.com", 100, 50, "s", "SIP+D2U", "_sip._udp.full.example.com");
        dns.srv("_sips._tcp.full.example.com", 0, 1, 5061, "server1.example.com");
        dns.srv("_sip._tcp.full.example.com", 0, 1, 5060, "server1.example.com");
        dns.srv("_sip._tcp.full.example.com", 1, 1, 5060, "server2.example.com");
        dns.srv("_sip._udp.full.example.com", 0, 1, 5060, "server1.example.com");
        dns.a("server1.example.com", "192.0.2.1", 120);
        dns.a("server1.example.com", "2001:db8::1");
        dns.a("server2.example.com", "192.0.2.2");
        dns.srv("_sip._udp.srv.example.com", 10, 1, 5070, "server1.example.com");
        dns.srv("_sip._tcp.srv.example.com", 10, 1, 5080, "server2.example.com");
        dns.srv("_sips._tcp.srv.example.com", 10, 1, 5081, "server2.example.com");
        dns.a("host.example.com", "192.0.2.9");
        dns.a("host.example.com", "2001:db8::9");
    }
    /// The plan to its end; the answers come last question first, to show that their order is nothing.
    Rfc3263Plan plan(const TargetWords &words, const QList<Protocol> &supported = plain)
    {
        Rfc3263Plan made(words, supported, settings, random);
        rounds.clear();
        for (QList<DnsQuestion> questions = made.takeQuestions(); !questions.isEmpty(); questions = made.takeQuestions()) {
            QList<QByteArray> round;
            for (const DnsQuestion &one : std::as_const(questions))
                round << dnsTypeName(one.type) + ' ' + one.name;
            rounds << round;
            while (!questions.isEmpty())
                made.take(dns.answerTo(questions.takeLast()));
        }
        return made;
    }
};

/// "udp 192.0.2.1:5060, tcp ..." or the problem.
QByteArray targets(const Rfc3263Plan &plan)
{
    if (!plan.isDone())
        return "not done";
    QByteArrayList list;
    for (const DnsTarget &one : plan.targets())
        list << protocolName(one.address.protocol).toByteArray() + ' ' + one.address.remote.text();
    return list.isEmpty() ? plan.problem().toUtf8() : list.join(", ");
}

bool says(const Rfc3263Plan &plan, const char *rule, const char *words = "")
{
    return std::any_of(plan.decisions().cbegin(), plan.decisions().cend(), [=](const DnsDecision &one) {
        return qstrcmp(one.rule, rule) == 0 && one.text.contains(QLatin1String(words));
    });
}

TargetWords to(const QByteArray &host, quint16 port = 0, const QByteArray &transport = {}, bool sips = false)
{
    return {.host = host, .port = port, .transport = transport, .sips = sips};
}

} // namespace

class TestRfc3263Plan : public QObject {
    Q_OBJECT
private Q_SLOTS:
    //= R3263.4.1-3
    //= R3263.4.1-5
    void naptr_decides_among_the_transports_we_have()
    {
        Zone zone;
        const auto plan = zone.plan(to("full.example.com"));
        QCOMPARE(targets(plan), QByteArray("tcp 192.0.2.1:5060, tcp [2001:db8::1]:5060, tcp 192.0.2.2:5060, udp 192.0.2.1:5060, "
                                           "udp [2001:db8::1]:5060"));
        QCOMPARE(zone.rounds[0], QList<QByteArray>({"NAPTR full.example.com"}));
        QVERIFY(says(plan, "R3263.4.1-5", "TLS is not supported"));
        QVERIFY(says(plan, "R3263.4.1-3", "SIP+D2T"));
    }
    void what_can_be_asked_together_is()
    {
        Zone zone;
        zone.plan(to("full.example.com"));
        QCOMPARE(zone.rounds.size(), 3);
        QCOMPARE(zone.rounds[1], QList<QByteArray>({"SRV _sip._tcp.full.example.com", "SRV _sip._udp.full.example.com"}));
        QCOMPARE(QSet<QByteArray>(zone.rounds[2].cbegin(), zone.rounds[2].cend()),
                 QSet<QByteArray>(
                     {"A server1.example.com", "AAAA server1.example.com", "A server2.example.com", "AAAA server2.example.com"}));
        QCOMPARE(zone.rounds[2].size(), 4); // none twice
    }
    void addresses_are_asked_for_as_soon_as_one_service_is_known()
    {
        Zone zone;
        Rfc3263Plan plan(to("srv.example.com"), plain, {}, zone.random);
        plan.take(zone.dns.answerTo(plan.takeQuestions().first()));
        const QList<DnsQuestion> services = plan.takeQuestions();
        QCOMPARE(services.size(), 2);
        plan.take(zone.dns.answerTo(services[1]));
        QCOMPARE(plan.takeQuestions(),
                 QList<DnsQuestion>({{"server2.example.com", DnsType::A}, {"server2.example.com", DnsType::Aaaa}}));
        QVERIFY(!plan.isDone());
    }
    //= R3263.4.1-4
    void a_sips_uri_goes_over_tls_only()
    {
        Zone zone;
        QCOMPARE(targets(zone.plan(to("full.example.com", 0, {}, true), all)),
                 QByteArray("tls 192.0.2.1:5061, tls [2001:db8::1]:5061"));
        QCOMPARE(targets(zone.plan(to("srv.example.com", 0, {}, true), all)), QByteArray("tls 192.0.2.2:5081"));
        QCOMPARE(zone.rounds[1], QList<QByteArray>({"SRV _sips._tcp.srv.example.com"}));
        QVERIFY(targets(zone.plan(to("full.example.com", 0, {}, true))).contains("TLS"));
        QVERIFY(targets(zone.plan(to("full.example.com", 0, "udp", true), all)).contains("sips needs TLS"));
        QVERIFY(targets(zone.plan(to("192.0.2.1", 0, "tcp", true), all)).startsWith("tls 192.0.2.1:5061"));
    }
    //= R3263.4.1-4
    void a_sip_uri_uses_tls_too_when_the_domain_prefers_it()
    {
        Zone zone;
        QVERIFY(targets(zone.plan(to("full.example.com"), all)).startsWith("tls 192.0.2.1:5061, tls [2001:db8::1]:5061, tcp "));
    }
    //= R3263.4.1-3
    void naptr_order_comes_before_preference_and_others_are_passed_over()
    {
        Zone zone;
        zone.dns.naptr("pref.example.com", 10, 90, "s", "SIP+D2U", "_sip._udp.srv.example.com");
        zone.dns.naptr("pref.example.com", 10, 20, "S", "sip+d2t", "_sip._tcp.srv.example.com");
        zone.dns.naptr("pref.example.com", 5, 10, "s", "SIP+D2S", "_sip._sctp.srv.example.com");
        zone.dns.naptr("pref.example.com", 1, 10, "u", "E2U+sip", ".", "!^.*$!sip:other@example.com!");
        zone.dns.naptr("pref.example.com", 2, 10, "a", "SIP+D2T", "server1.example.com");
        QCOMPARE(targets(zone.plan(to("pref.example.com"))),
                 QByteArray("tcp 192.0.2.2:5080, udp 192.0.2.1:5070, udp [2001:db8::1]:5070"));
    }
    //= R3263.4.1-6
    void without_naptr_every_transport_is_asked_for_by_srv()
    {
        Zone zone;
        const auto plan = zone.plan(to("srv.example.com"), all);
        QCOMPARE(zone.rounds[1], QList<QByteArray>({"SRV _sip._udp.srv.example.com", "SRV _sip._tcp.srv.example.com",
                                                    "SRV _sips._tcp.srv.example.com"}));
        QCOMPARE(targets(plan), QByteArray("udp 192.0.2.1:5070, udp [2001:db8::1]:5070, tcp 192.0.2.2:5080, tls 192.0.2.2:5081"));
        QVERIFY(says(plan, "R3263.4.1-6"));
    }
    //= R3263.4.1-7
    void without_srv_it_is_udp_for_sip_and_tls_for_sips_at_the_default_port()
    {
        Zone zone;
        const auto plan = zone.plan(to("host.example.com"));
        QCOMPARE(targets(plan), QByteArray("udp 192.0.2.9:5060, udp [2001:db8::9]:5060"));
        QVERIFY(says(plan, "R3263.4.1-7", "5060"));
        QCOMPARE(zone.rounds.last(), QList<QByteArray>({"A host.example.com", "AAAA host.example.com"}));
        QCOMPARE(targets(zone.plan(to("host.example.com", 0, {}, true), all)),
                 QByteArray("tls 192.0.2.9:5061, tls [2001:db8::9]:5061"));
    }
    //= R3263.4.1-1
    void a_given_transport_decides_and_only_its_srv_is_asked()
    {
        Zone zone;
        const auto plan = zone.plan(to("srv.example.com", 0, "TCP"));
        QCOMPARE(zone.rounds[0], QList<QByteArray>({"SRV _sip._tcp.srv.example.com"}));
        QCOMPARE(targets(plan), QByteArray("tcp 192.0.2.2:5080"));
        QVERIFY(says(plan, "R3263.4.1-1"));
        QVERIFY(targets(zone.plan(to("srv.example.com", 0, "sctp"))).contains("no transport known here"));
        QVERIFY(targets(zone.plan(to("srv.example.com", 0, "tls"))).contains("TLS is not supported"));
        QCOMPARE(targets(zone.plan(to("host.example.com", 0, "ws"), all)), QByteArray("ws 192.0.2.9:80, ws [2001:db8::9]:80"));
    }
    //= R3263.4.1-2
    //= R3263.4.2-1
    void a_given_port_means_addresses_only()
    {
        Zone zone;
        const auto plan = zone.plan(to("host.example.com", 5099));
        QCOMPARE(zone.rounds, QList<QList<QByteArray>>({{"A host.example.com", "AAAA host.example.com"}}));
        QCOMPARE(targets(plan), QByteArray("udp 192.0.2.9:5099, udp [2001:db8::9]:5099"));
        QVERIFY(says(plan, "R3263.4.2-1"));
        QVERIFY(says(plan, "R3263.4.1-2"));
        QCOMPARE(targets(zone.plan(to("host.example.com", 5099, "tcp"))),
                 QByteArray("tcp 192.0.2.9:5099, tcp [2001:db8::9]:5099"));
    }
    //= R3263.4.2-2
    //= R3263.4.1-2
    void a_numeric_target_needs_no_dns()
    {
        Zone zone;
        QCOMPARE(targets(zone.plan(to("192.0.2.7"))), QByteArray("udp 192.0.2.7:5060"));
        QCOMPARE(targets(zone.plan(to("[2001:db8::7]", 5070))), QByteArray("udp [2001:db8::7]:5070"));
        QCOMPARE(targets(zone.plan(to("192.0.2.7", 0, {}, true), all)), QByteArray("tls 192.0.2.7:5061"));
        QCOMPARE(targets(zone.plan(to("192.0.2.7", 0, "wss"), all)), QByteArray("wss 192.0.2.7:443"));
        QVERIFY(zone.rounds.isEmpty());
    }
    //= R3263.4-1
    void maddr_comes_before_the_host()
    {
        Zone zone;
        TargetWords words = to("full.example.com");
        words.maddr = "host.example.com";
        const auto plan = zone.plan(words);
        QCOMPARE(zone.rounds[0], QList<QByteArray>({"NAPTR host.example.com"}));
        QVERIFY(says(plan, "R3263.4-1"));
        words.maddr = "192.0.2.77";
        QCOMPARE(targets(zone.plan(words)), QByteArray("udp 192.0.2.77:5060"));
    }
    //= R3263.4.2-3
    void a_server_without_address_is_passed_over_and_one_found_twice_is_used_once()
    {
        Zone zone;
        zone.dns.srv("_sip._udp.some.example.com", 10, 1, 5060, "missing.example.com");
        zone.dns.srv("_sip._udp.some.example.com", 20, 1, 5060, "server2.example.com");
        zone.dns.srv("_sip._udp.some.example.com", 30, 1, 5060, "server2.example.com");
        const auto plan = zone.plan(to("some.example.com", 0, "udp"));
        QCOMPARE(targets(plan), QByteArray("udp 192.0.2.2:5060"));
        QCOMPARE(plan.targets().first().priority, 20);
        QCOMPARE(plan.targets().first().name, QByteArray("server2.example.com"));
    }
    //= R3263.4.2-3
    void a_given_transport_without_srv_takes_the_addresses_of_the_domain()
    {
        Zone zone;
        const auto plan = zone.plan(to("host.example.com", 0, "tcp"));
        QCOMPARE(targets(plan), QByteArray("tcp 192.0.2.9:5060, tcp [2001:db8::9]:5060"));
        QVERIFY(says(plan, "R3263.4.2-3"));
    }
    //= R2782-1
    void a_service_declared_absent_is_not_looked_for_elsewhere()
    {
        Zone zone;
        zone.dns.srv("_sip._udp.none.example.com", 0, 0, 0, ".");
        zone.dns.srv("_sip._tcp.none.example.com", 0, 0, 0, ".");
        zone.dns.a("none.example.com", "192.0.2.5");
        const auto plan = zone.plan(to("none.example.com"));
        QVERIFY(targets(plan).contains("declared not to be there"));
        QCOMPARE(zone.rounds.size(), 2);
    }
    //= R7984-1
    void both_families_are_asked_for_and_the_setting_orders_them()
    {
        Zone zone;
        zone.settings.families = AddressFamilies::Ipv6First;
        QCOMPARE(targets(zone.plan(to("host.example.com", 5060))), QByteArray("udp [2001:db8::9]:5060, udp 192.0.2.9:5060"));
        zone.settings.families = AddressFamilies::Ipv4Only;
        QCOMPARE(targets(zone.plan(to("host.example.com", 5060))), QByteArray("udp 192.0.2.9:5060"));
        QCOMPARE(zone.rounds, QList<QList<QByteArray>>({{"A host.example.com"}}));
        zone.settings.families = AddressFamilies::Ipv6Only;
        QCOMPARE(targets(zone.plan(to("host.example.com", 5060))), QByteArray("udp [2001:db8::9]:5060"));
    }
    //= R3263.4.3-3
    void one_target_can_be_pinned()
    {
        Zone zone;
        zone.settings.pin = "tcp:192.0.2.2";
        const auto plan = zone.plan(to("full.example.com"));
        QCOMPARE(targets(plan), QByteArray("tcp 192.0.2.2:5060"));
        QVERIFY(says(plan, "R3263.4.3-3", "1 of 5"));
        zone.settings.pin = "SERVER2.example.com:5060";
        QCOMPARE(targets(zone.plan(to("full.example.com"))), QByteArray("tcp 192.0.2.2:5060"));
        zone.settings.pin = "udp:[2001:db8::1]:5060";
        QCOMPARE(targets(zone.plan(to("full.example.com"))), QByteArray("udp [2001:db8::1]:5060"));
        zone.settings.pin = "192.0.2.99";
        QVERIFY(targets(zone.plan(to("full.example.com"))).contains("192.0.2.99 is not among the 5 found"));
    }
    //= R3263.4.3-3
    void a_target_can_be_taken_for_dead()
    {
        Zone zone;
        zone.settings.pretendDead = {"tcp:192.0.2.1:5060", "server2.example.com:5099"};
        QList<bool> dead;
        const auto plan = zone.plan(to("full.example.com"));
        for (const DnsTarget &one : plan.targets())
            dead << one.pretendDead;
        QCOMPARE(dead, QList<bool>({true, false, false, false, false}));
    }
    //= R3263.4.3-3
    void every_target_tells_its_road_and_its_ttl()
    {
        Zone zone;
        const auto plan = zone.plan(to("full.example.com"));
        const DnsTarget &first = plan.targets().first();
        QVERIFY2(first.why.contains(QLatin1String(
                     "NAPTR 90 50 \"SIP+D2T\", SRV _sip._tcp.full.example.com: priority 0, weight 1, A server1.example.com")),
                 qPrintable(first.why));
        QCOMPARE(first.ttl, 120U);
        QVERIFY(first.bySrv);
    }
    void trouble_ends_as_a_sentence_that_names_it_data()
    {
        QTest::addColumn<Result>("result");
        QTest::addColumn<QByteArray>("words");
        QTest::newRow("failed") << Result::Failed << QByteArray("NAPTR bad.example.com");
        QTest::newRow("timeout") << Result::Timeout << QByteArray("no answer from");
        QTest::newRow("unreachable") << Result::Unreachable << QByteArray("cannot be reached");
        QTest::newRow("loop") << Result::Loop << QByteArray("circle");
        QTest::newRow("malformed") << Result::Malformed << QByteArray("cannot be used");
        QTest::newRow("no such name") << Result::NoSuchName << QByteArray("NXDOMAIN");
        QTest::newRow("no data") << Result::NoData << QByteArray("no address");
    }
    void trouble_ends_as_a_sentence_that_names_it()
    {
        QFETCH(Result, result);
        QFETCH(QByteArray, words);
        Zone zone;
        for (const DnsType type : {DnsType::Naptr, DnsType::A, DnsType::Aaaa})
            zone.dns.fails("bad.example.com", type, result);
        const QByteArray text = targets(zone.plan(to("bad.example.com")));
        QVERIFY2(text.startsWith("bad.example.com: ") && text.contains(words), text.constData());
    }
    void trouble_with_one_question_does_not_hide_what_the_others_found()
    {
        Zone zone;
        zone.dns.fails("srv.example.com", DnsType::Naptr, Result::Timeout);
        zone.dns.fails("_sip._tcp.srv.example.com", DnsType::Srv, Result::Failed);
        zone.dns.fails("server1.example.com", DnsType::Aaaa, Result::Failed);
        QCOMPARE(targets(zone.plan(to("srv.example.com"))), QByteArray("udp 192.0.2.1:5070"));
    }
    void more_servers_than_anybody_has_are_cut_off()
    {
        Zone zone;
        for (int i = 0; i < 60; ++i) {
            zone.dns.srv("_sip._udp.big.example.com", quint16(100 - i), 1, 5060,
                         "target" + QByteArray::number(i) + ".example.com");
            zone.dns.a("target" + QByteArray::number(i) + ".example.com", "192.0.2." + QByteArray::number(i + 1));
        }
        const auto plan = zone.plan(to("big.example.com", 0, "udp"));
        QCOMPARE(plan.targets().size(), 10);
        QCOMPARE(plan.targets().first().address.remote.hostText(), QByteArray("192.0.2.60"));
        QVERIFY(says(plan, "", "the first 10 of 60 records"));
    }
    void words_that_can_name_a_target_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("can");
        const std::pair<const char *, bool> known[] = {
            {"udp:192.0.2.1:5060", true},      {"192.0.2.1", true},
            {"[2001:db8::1]:5060", true},      {"TLS:sip2.example.com", true},
            {"sip2.example.com:5060", true},   {"", false},
            {"sip:bob@example.com", false},    {"sip2.example.com:", false},
            {"sip2.example.com:70000", false}, {"one.example.com, two.example.com", false}};
        for (const auto &[text, can] : known)
            QTest::newRow(*text ? text : "empty") << QByteArray(text) << can;
    }
    void words_that_can_name_a_target()
    {
        QFETCH(QByteArray, text);
        QTEST(isTargetPattern(text), "can");
    }
    void answers_that_nobody_asked_for_are_ignored()
    {
        Zone zone;
        Rfc3263Plan plan(to("host.example.com", 5060), plain, {}, zone.random);
        plan.take(zone.dns.answerTo({"full.example.com", DnsType::Naptr}));
        plan.take(zone.dns.answerTo({"host.example.com", DnsType::A}));
        plan.take(zone.dns.answerTo({"host.example.com", DnsType::A}));
        QVERIFY(!plan.isDone());
        plan.take(zone.dns.answerTo({"host.example.com", DnsType::Aaaa}));
        QVERIFY(plan.isDone());
        QCOMPARE(plan.targets().size(), 2);
    }
};

QTEST_APPLESS_MAIN(TestRfc3263Plan)
#include "tst_rfc3263_plan.moc"
