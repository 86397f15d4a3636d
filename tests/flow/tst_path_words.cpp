// SPDX-License-Identifier: GPL-3.0-or-later
#include "flow/path_words.h"

#include <QtTest>

using namespace diag;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Fate = PathTarget::Fate;

namespace {

PathTarget target(const QByteArray &address, Fate fate, quint64 seq, sip::Instant took, const QString &outcome)
{
    return {.target = {.address = {sip::Protocol::Udp, *sip::Endpoint::parse(address)}, .name = {}},
            .fate = fate,
            .seq = seq,
            .took = took,
            .attempts = 1,
            .outcome = outcome};
}

} // namespace

class tst_PathWords : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void a_detour_names_order_trigger_and_delay()
    {
        PathRoad road{.lookedUp = true, .planned = true};
        road.targets = {target("192.0.2.1:5060", Fate::Drilled, 4, 3200ms, u"Timer F: nothing was heard"_s),
                        target("192.0.2.2:5060", Fate::Answered, 9, 20ms, u"200 OK"_s)};
        road.detour = 3200ms;
        QCOMPARE(words::detour(road), u"Drill: 192.0.2.1:5060 taken for dead after 3200 ms: Timer F: nothing was heard; then "
                                      "192.0.2.2:5060 answered after 20 ms: 200 OK. The detour took 3200 ms in all."_s);
        road.targets.removeFirst();
        QVERIFY(words::detour(road).isEmpty());
    }
    void a_road_says_what_was_found()
    {
        PathRoad road{.lookedUp = true};
        QCOMPARE(words::roadSummary(road), u"being looked up"_s);
        road.planned = true;
        road.problem = u"example.com: no such name"_s;
        QCOMPARE(words::roadSummary(road), u"example.com: no such name"_s);
        road.took = 12ms;
        road.targets = {target("192.0.2.1:5060", Fate::NotTried, 0, 0ms, {})};
        QCOMPARE(words::roadSummary(road), u"1 target, found in 12 ms"_s);
        QCOMPARE(words::targetStory(road.targets.first()), u"not tried"_s);
    }
    void a_connection_tells_who_opened_and_ended_it()
    {
        PathConnection one;
        one.path = {sip::Protocol::Tls, *sip::Endpoint::parse("192.0.2.10:41000"), *sip::Endpoint::parse("192.0.2.1:5061"), 2};
        one.opened = true;
        one.openingAt = 1ms;
        one.openAt = 6ms;
        one.messagesOut = 2;
        one.octetsOut = 900;
        one.messagesIn = 1;
        one.octetsIn = 500;
        one.end = PathConnection::End::ByPeer;
        one.endAt = 1006ms;
        QCOMPARE(words::connectionTitle(one), u"#2 TLS 192.0.2.10:41000 to 192.0.2.1:5061"_s);
        QCOMPARE(words::connectionFacts(one), u"opened by us in 5 ms, 2 messages out (900 octets), 1 message in (500 octets), "
                                              "closed by the peer after 1 s"_s);
    }
    void a_size_is_held_against_1300_and_the_mtu()
    {
        QCOMPARE(
            words::requestSize({.method = "INVITE", .octets = 1684}),
            u"INVITE, 1684 octets over UDP: 384 over 1300, where RFC 3261 18.1.1 wants TCP; 2 IP fragments at an MTU of 1500"_s);
        QCOMPARE(
            words::requestSize({.method = "OPTIONS", .octets = 400}),
            u"OPTIONS, 400 octets over UDP: 900 below 1300 (RFC 3261 18.1.1); one IP packet of 428 octets at an MTU of 1500"_s);
        QCOMPARE(words::requestSize({.method = "INVITE", .protocol = sip::Protocol::Tcp, .octets = 1684}),
                 u"INVITE, 1684 octets over TCP: no limit"_s);
    }
    void validity_counts_days()
    {
        sip::CertificateFacts facts;
        facts.notBefore = QDateTime(QDate(2026, 1, 1), QTime(), Qt::UTC);
        facts.notAfter = QDateTime(QDate(2026, 1, 31), QTime(), Qt::UTC);
        const auto at = [](const QDate &day) { return QDateTime(day, QTime(), Qt::UTC).toMSecsSinceEpoch() * 1000; };
        QCOMPARE(words::validity(facts, at({2026, 1, 30})), u"2026-01-01 to 2026-01-31, 1 day left"_s);
        QCOMPARE(words::validity(facts, at({2026, 2, 10})), u"2026-01-01 to 2026-01-31, ended 10 days ago"_s);
        QCOMPARE(words::validity(facts, at({2025, 12, 31})), u"2026-01-01 to 2026-01-31, not yet valid"_s);
    }
};

QTEST_GUILESS_MAIN(tst_PathWords)
#include "tst_path_words.moc"
