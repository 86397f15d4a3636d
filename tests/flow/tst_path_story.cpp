// SPDX-License-Identifier: GPL-3.0-or-later
#include "flow/path_story.h"
#include "flow_events.h"

#include <QtTest>

using namespace diag;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using sip::ConnectionEvent;
using Fate = PathTarget::Fate;

namespace {

sip::DnsTarget target(const QByteArray &address, const QByteArray &name, quint16 priority, bool dead = false)
{
    return {.address = {sip::Protocol::Udp, *sip::Endpoint::parse(address)},
            .name = name,
            .bySrv = true,
            .priority = priority,
            .ttl = 60,
            .pretendDead = dead};
}

/// The flow of one intent, event by event.
class Story {
public:
    Events events;

    Story()
    {
        events.context = {1, 0, 0};
        events.add(sip::IntentStarted{{}, "OPTIONS", "sip:example.com"});
    }
    void lookUp(const QList<sip::DnsTarget> &targets, const QString &problem = {})
    {
        events.context.attempt = m_attempt + 1;
        const sip::DnsQuestion question{"_sip._udp.example.com", sip::DnsType::Srv};
        events.add(sip::DnsAsked{question, *sip::Endpoint::parse("192.0.2.53:53")});
        events.now += 10ms;
        sip::DnsAnswer answer;
        answer.question = question;
        answer.result = targets.isEmpty() ? sip::DnsAnswer::Result::NoSuchName : sip::DnsAnswer::Result::Records;
        answer.ttl = 60;
        events.add(sip::DnsAnswered{answer});
        events.add(
            sip::RoadPlanned{"example.com", {{u"SRV records: lower priority first"_s, "R2782-1"}}, targets, problem, 10ms});
    }
    void attempt(const QByteArray &why, const QByteArray &remote)
    {
        events.context = {1, ++m_attempt, m_attempt};
        events.path.remote = *sip::Endpoint::parse(remote);
        events.attempt(why, "OPTIONS", QByteArray::number(m_attempt));
    }
    quint64 send() { return events.sent(Events::request("OPTIONS", QByteArray::number(m_attempt))); }
    void receive(const QByteArray &status)
    {
        events.received(Events::response(status, "OPTIONS", QByteArray::number(m_attempt)));
    }
    Flow flow()
    {
        FlowBuilder builder;
        builder.append(events.batch);
        return *builder.flow(1);
    }
    PathStory story() { return pathStory(flow()); }

private:
    quint32 m_attempt = 0;
};

} // namespace

class tst_PathStory : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void a_road_has_its_questions_decisions_and_targets()
    {
        Story made;
        made.lookUp({target("192.0.2.1:5060", "sip1.example.com", 10), target("192.0.2.2:5060", "sip2.example.com", 20)});
        made.attempt("initial", "192.0.2.1:5060");
        made.send();
        made.events.now += 20ms;
        made.receive("200 OK");
        const PathStory story = made.story();
        QCOMPARE(story.roads.size(), 1);
        const PathRoad &road = story.roads.first();
        QVERIFY(road.lookedUp && road.planned && !road.isDrill());
        QCOMPARE(road.domain, QByteArray("example.com"));
        QCOMPARE(road.questions.size(), 1);
        QCOMPARE(road.questions.first().answer->ttl, 60u);
        QCOMPARE(road.questions.first().server, *sip::Endpoint::parse("192.0.2.53:53"));
        QCOMPARE(road.decisions.size(), 1);
        QCOMPARE(road.targets.size(), 2);
        QCOMPARE(road.targets[0].fate, Fate::Answered);
        QCOMPARE(road.targets[0].outcome, u"200 OK"_s);
        QCOMPARE(road.targets[0].took, sip::Instant(20ms));
        QCOMPARE(road.targets[1].fate, Fate::NotTried);
        QCOMPARE(road.detour, sip::Instant(0));
    }
    void a_question_without_an_answer_is_there()
    {
        Story made;
        made.events.add(sip::DnsAsked{{"example.com", sip::DnsType::Naptr}, {}});
        const PathStory story = made.story();
        QCOMPARE(story.roads.size(), 1);
        QVERIFY(!story.roads[0].planned);
        QVERIFY(!story.roads[0].questions.first().answer);
    }
    void a_name_that_leads_nowhere_says_why()
    {
        Story made;
        made.lookUp({}, u"example.com: no such name"_s);
        QCOMPARE(made.story().roads.first().problem, u"example.com: no such name"_s);
        QVERIFY(made.story().roads.first().targets.isEmpty());
    }
    //= R3263.4.3-1
    void what_made_the_next_target_be_tried_is_told_with_what_it_cost()
    {
        Story made;
        made.lookUp({target("192.0.2.1:5060", "sip1.example.com", 10), target("192.0.2.2:5060", "sip2.example.com", 20),
                     target("192.0.2.3:5060", "sip3.example.com", 30)});
        made.attempt("initial", "192.0.2.1:5060");
        made.send();
        made.events.now += 32s;
        made.events.add(sip::TimerEvent{sip::TimerEvent::What::Fired, 'F', {}, {}});
        made.attempt("failover", "192.0.2.2:5060");
        made.send();
        made.events.now += 1s;
        made.receive("503 Service Unavailable");
        made.attempt("failover", "192.0.2.3:5060");
        made.send();
        made.receive("401 Unauthorized");
        made.attempt("challenge", "192.0.2.3:5060");
        made.send();
        made.receive("200 OK");
        const PathRoad road = made.story().roads.first();
        QCOMPARE(road.targets[0].fate, Fate::Failed);
        QCOMPARE(road.targets[0].outcome, u"Timer F: nothing was heard"_s);
        QCOMPARE(road.targets[0].took, sip::Instant(32s));
        QCOMPARE(road.targets[1].fate, Fate::Failed);
        QCOMPARE(road.targets[1].outcome, u"503 Service Unavailable"_s);
        QCOMPARE(road.targets[2].fate, Fate::Answered);
        QCOMPARE(road.targets[2].attempts, 2);
        QCOMPARE(road.targets[2].outcome, u"200 OK"_s);
        QCOMPARE(road.detour, sip::Instant(33s));
    }
    //= R3263.4.3-3
    void a_drill_is_told_from_a_failure()
    {
        Story made;
        made.lookUp({target("192.0.2.1:5060", "sip1.example.com", 10, true), target("192.0.2.2:5060", "sip2.example.com", 20)});
        made.attempt("initial", "192.0.2.1:5060");
        made.events.add(sip::Note{sip::Note::Level::Info, u"taken for dead"_s, "R3263.4.3-3"});
        made.events.now += 3200ms;
        made.events.add(sip::TimerEvent{sip::TimerEvent::What::Fired, 'F', {}, {}});
        made.attempt("failover", "192.0.2.2:5060");
        made.send();
        made.receive("200 OK");
        const PathRoad road = made.story().roads.first();
        QVERIFY(road.isDrill());
        QCOMPARE(road.targets[0].fate, Fate::Drilled);
        QCOMPARE(road.targets[0].took, sip::Instant(3200ms));
        QCOMPARE(road.targets[0].outcome, u"Timer F: nothing was heard"_s);
        QCOMPARE(road.targets[1].fate, Fate::Answered);
        QCOMPARE(road.detour, sip::Instant(3200ms));
    }
    void an_address_needs_no_look_up()
    {
        Story made;
        made.attempt("initial", "192.0.2.1:5060");
        made.send();
        made.events.add(sip::IcmpReceived{
            made.events.path,
            {.cause = sip::LocalCause::Icmp, .text = u"refused"_s, .icmpType = 3, .icmpCode = 3, .reporter = {}}});
        made.events.add(sip::LocalStatus{503, "Service Unavailable", sip::LocalCause::Icmp, u"refused"_s, {}});
        const PathRoad road = made.story().roads.first();
        QVERIFY(!road.lookedUp);
        QCOMPARE(road.targets.size(), 1);
        QCOMPARE(road.targets[0].fate, Fate::Failed);
        QCOMPARE(road.targets[0].outcome, u"ICMP port unreachable"_s);
    }
    void a_connection_has_its_times_octets_and_end()
    {
        Story made;
        made.events.path.protocol = sip::Protocol::Tcp;
        made.attempt("initial", "192.0.2.1:5060");
        made.events.path.connection = 3;
        sip::Path early = made.events.path;
        early.local.port = 0;
        made.events.add(ConnectionEvent{ConnectionEvent::What::Opening, early, {}});
        made.events.now += 5ms;
        made.events.add(ConnectionEvent{ConnectionEvent::What::Open, made.events.path, {}});
        made.send();
        made.receive("200 OK");
        made.events.now += 1s;
        made.events.add(ConnectionEvent{ConnectionEvent::What::ClosedByPeer, made.events.path, u"the peer closed it"_s});
        const PathStory story = made.story();
        QCOMPARE(story.connections.size(), 1);
        const PathConnection &one = story.connections.first();
        QCOMPARE(one.path.local.port, quint16(40312));
        QVERIFY(one.opened && !one.accepted);
        QCOMPARE(one.openAt - one.openingAt, sip::Instant(5ms));
        QCOMPARE(one.messagesOut, 1);
        QCOMPARE(one.octetsOut, quint64(Events::request("OPTIONS", "1").wire().size()));
        QCOMPARE(one.messagesIn, 1);
        QVERIFY(one.octetsIn > 100);
        QCOMPARE(endText(one), u"closed by the peer"_s);
        QCOMPARE(one.why, u"the peer closed it"_s);
    }
    void a_refused_certificate_is_what_ended_the_attempt()
    {
        Story made;
        made.events.path.connection = 1;
        made.attempt("initial", "192.0.2.1:5061");
        sip::Path tcp = made.events.path;
        tcp.protocol = sip::Protocol::Tcp;
        made.events.add(sip::ConnectionEvent{sip::ConnectionEvent::What::Open, tcp, {}});
        made.events.path.protocol = sip::Protocol::Tls;
        sip::TlsVerdict verdict;
        verdict.path = made.events.path;
        verdict.outcome = sip::TlsVerdict::Outcome::Refused;
        verdict.checks = {{sip::TlsCheck::What::Dates, false, u"the certificate ended on 2020-01-01"_s, ""}};
        const quint64 row = made.events.add(verdict);
        made.events.add(sip::LocalStatus{503, "Service Unavailable", sip::LocalCause::Tls, u"TLS"_s, {}});
        const PathStory story = made.story();
        QCOMPARE(story.handshakes.size(), 1);
        QCOMPARE(story.handshakes[0].seq, row);
        QCOMPARE(endText(story.connections.first()), u"failed"_s);
        QCOMPARE(story.roads[0].targets[0].outcome, u"TLS refused by us (#1): the certificate ended on 2020-01-01"_s);
    }
    void days_are_counted_from_the_handshake()
    {
        sip::CertificateFacts facts;
        facts.notAfter = QDateTime::fromSecsSinceEpoch(1'700'000'000 + 86'400 * 3 + 5, Qt::UTC);
        QCOMPARE(daysLeft(facts, 1'700'000'000'000'000), 3);
        QCOMPARE(daysLeft(facts, 1'700'400'000'000'000), -2);
    }
    void fragments_data()
    {
        QTest::addColumn<qsizetype>("octets");
        QTest::addColumn<bool>("ipv4");
        QTest::addColumn<int>("fragments");
        QTest::newRow("IPv4, fills a packet") << qsizetype(1472) << true << 1;
        QTest::newRow("IPv4, one octet more") << qsizetype(1473) << true << 2;
        QTest::newRow("IPv4, two full ones") << qsizetype(2 * 1480 - 8) << true << 2;
        QTest::newRow("IPv4, three") << qsizetype(2 * 1480 - 7) << true << 3;
        QTest::newRow("IPv6, fills a packet") << qsizetype(1452) << false << 1;
        QTest::newRow("IPv6, one octet more") << qsizetype(1453) << false << 2;
    }
    void fragments()
    {
        QFETCH(qsizetype, octets);
        QFETCH(bool, ipv4);
        QTEST(RequestSize({.ipv4 = ipv4, .octets = octets}).fragments(), "fragments");
        QCOMPARE(RequestSize({.protocol = sip::Protocol::Tcp, .octets = octets}).fragments(), 0);
        QCOMPARE(RequestSize({.ipv4 = ipv4, .octets = octets, .mtu = 65'536}).fragments(), 1);
    }
    void resends_are_not_measured_twice()
    {
        Story made;
        made.attempt("initial", "192.0.2.1:5060");
        const quint64 row = made.send();
        made.events.sent(Events::request("OPTIONS", "1"), 2);
        const PathStory story = made.story();
        QCOMPARE(story.sizes.size(), 1);
        QCOMPARE(story.sizes[0].seq, row);
        QCOMPARE(story.connections.first().messagesOut, 2);
    }
    void a_long_flow_costs_no_more_and_says_so()
    {
        Story made;
        made.attempt("initial", "192.0.2.1:5060");
        for (int i = 0; i < 12'000; ++i)
            made.send();
        const PathStory story = made.story();
        QVERIFY(story.shortened);
        QCOMPARE(story.sizes.size(), 200);
        QCOMPARE(story.connections.first().messagesOut, 10'000 - 1); // the attempt is a row too
        QCOMPARE(story.roads.size(), 1);
    }
};

QTEST_GUILESS_MAIN(tst_PathStory)
#include "tst_path_story.moc"
