// SPDX-License-Identifier: GPL-3.0-or-later
#include "ua/resting_targets.h"

#include <QtTest>

using namespace sip;

class TestRestingTargets : public QObject {
    Q_OBJECT

    static TransportAddress server(const char *host, Protocol protocol = Protocol::Udp, quint16 port = 5060)
    {
        return {protocol, Endpoint::of(QHostAddress(QLatin1String(host)), port)};
    }

private Q_SLOTS:
    //= R21.5.4-1
    void a_server_rests_until_its_time()
    {
        RestingTargets targets;
        targets.rest(server("192.0.2.1"), 100s, 40s);
        QCOMPARE(targets.remaining(server("192.0.2.1"), 40s), Instant(60s));
        QCOMPARE(targets.remaining(server("192.0.2.1"), 100s), Instant::zero());
        QCOMPARE(targets.remaining(server("192.0.2.1", Protocol::Tcp), 40s), Instant::zero());
        QCOMPARE(targets.remaining(server("192.0.2.1", Protocol::Udp, 5070), 40s), Instant::zero());
    }
    void its_latest_word_counts()
    {
        RestingTargets targets;
        targets.rest(server("192.0.2.1"), 100s, 40s);
        targets.rest(server("192.0.2.1"), 45s, 40s);
        QCOMPARE(targets.remaining(server("192.0.2.1"), 40s), Instant(5s));
        targets.rest(server("192.0.2.1"), 40s, 40s);
        QCOMPARE(targets.remaining(server("192.0.2.1"), 40s), Instant::zero());
    }
    void many_servers_fill_no_memory()
    {
        RestingTargets targets;
        for (int i = 0; i <= RestingTargets::Most; ++i)
            targets.rest(server("192.0.2.1", Protocol::Udp, quint16(1 + i)), 100s + std::chrono::seconds(i), 0s);
        QCOMPARE(targets.remaining(server("192.0.2.1", Protocol::Udp, 1), 0s), Instant::zero()); // rested the shortest
        QVERIFY(targets.remaining(server("192.0.2.1", Protocol::Udp, 2), 0s) > Instant::zero());
    }
};

QTEST_GUILESS_MAIN(TestRestingTargets)
#include "tst_resting_targets.moc"
