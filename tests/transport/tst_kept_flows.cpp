// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/manual_scheduler.h"
#include "transport/kept_flows.h"

#include <QTest>

using namespace sip;

namespace {

constexpr PingInterval every30s = PingInterval::upTo(30s);

/// What would be a socket.
struct Wire final : FlowPinger {
    explicit Wire(ManualScheduler &scheduler) : clock(scheduler) {}
    bool isOpen(const Path &) const override { return open; }
    void ping(const TraceContext &context, const Path &, int copy) override
    {
        pings << clock.now();
        copies << copy;
        who = context;
    }
    bool isReceiving(const Path &) const override { return receiving; }
    void unanswered(const TraceContext &, const Path &flow, const TransportError &error) override
    {
        lost << error.text;
        if (kept)
            kept->ended(flow, error); // as a connection does
    }
    void released(const Path &) override { ++releases; }

    ManualScheduler &clock;
    KeptFlows *kept = nullptr;
    QList<Instant> pings;
    QList<int> copies;
    QStringList lost;
    TraceContext who;
    bool open = true, receiving = false;
    int releases = 0;
};

Path flow(Protocol protocol = Protocol::Tcp)
{
    return {protocol, *Endpoint::parse("192.0.2.10:5060"), *Endpoint::parse("192.0.2.1:5060"), isReliable(protocol) ? 3U : 0U};
}

struct Fixture {
    KeptFlows::Ticket keep(const PingInterval &every = every30s, Protocol protocol = Protocol::Tcp, IntentId who = 1)
    {
        return kept.keep({who, 1, 0}, flow(protocol), every,
                         [this, who](const TransportError &error) { failed << QString::number(who) + u' ' + error.text; });
    }
    ManualScheduler clock;
    SeededRandom random{3};
    Wire wire{clock};
    KeptFlows kept{clock, random, wire};
    QStringList failed;
};

} // namespace

class TestKeptFlows : public QObject {
    Q_OBJECT
private Q_SLOTS:
    //= R5626.4.4.1-2
    void pauses_are_drawn_from_80_to_100_percent_and_differ()
    {
        Fixture f;
        f.keep();
        Instant least = 1h, most{};
        QSet<qint64> different;
        for (int i = 0; i < 200; ++i) {
            const Instant before = f.clock.now();
            while (f.wire.pings.size() == i)
                f.clock.advance(100ms);
            const Instant pause = f.wire.pings.last() - before;
            least = std::min(least, pause);
            most = std::max(most, pause);
            different << pause.count();
            f.clock.advanceTo(f.wire.pings.last() + 0s);
            QVERIFY(f.kept.answered(flow(), f.clock.now()));
        }
        QVERIFY2(least >= 23900ms && most <= 30s, qPrintable(QStringLiteral("%1 %2").arg(least.count()).arg(most.count())));
        QVERIFY(most - least > 5s); // all of the range is used
        QVERIFY(different.size() > 30);
        QVERIFY(f.failed.isEmpty());
    }

    //= R5626.4.4.1-2
    //= R5626.4.4.2-1
    void the_usual_intervals_are_those_of_the_rfc()
    {
        QCOMPARE(PingInterval::usual(Protocol::Tcp), (PingInterval{95s, 120s}));
        QCOMPARE(PingInterval::usual(Protocol::Wss), (PingInterval{95s, 120s}));
        QCOMPARE(PingInterval::usual(Protocol::Udp), (PingInterval{24s, 29s}));
        QCOMPARE(PingInterval::upTo(120s), (PingInterval{96s, 120s}));
    }

    //= R5626.4.4.1-1
    void no_pong_in_10_s_is_the_end()
    {
        Fixture f;
        f.keep();
        f.clock.advance(30s);
        QCOMPARE(f.wire.pings.size(), 1);
        f.clock.advanceTo(f.wire.pings.first() + 10s - 1us);
        QVERIFY(f.wire.lost.isEmpty());
        f.clock.advance(1us);
        QCOMPARE(f.wire.lost, QStringList({QStringLiteral("no answer to our keep-alive within 10 s")}));
        QCOMPARE(f.failed, QStringList({QStringLiteral("1 no answer to our keep-alive within 10 s")}));
        QCOMPARE(f.wire.copies, QList<int>({1})); // a stream repeats by itself
        QVERIFY(!f.kept.isKept(flow()));
        f.clock.advance(1h);
        QCOMPARE(f.wire.pings.size(), 1);
        QCOMPARE(f.clock.armed(), 0);
    }

    //= R5626.4.4.1-1
    void an_answer_behind_a_message_that_is_coming_in_is_waited_for()
    {
        Fixture f;
        f.keep();
        f.clock.advance(30s);
        f.wire.receiving = true;
        f.clock.advanceTo(f.wire.pings.first() + 15s);
        QVERIFY(f.wire.lost.isEmpty());
        f.wire.receiving = false;
        f.clock.advance(5s);
        QCOMPARE(f.wire.lost.size(), 1);
    }

    //= R5626.4.4.2-1
    void stun_is_asked_seven_times_within_39_5_s()
    {
        Fixture f;
        f.keep(PingInterval::usual(Protocol::Udp), Protocol::Udp);
        f.clock.advance(29s);
        QCOMPARE(f.wire.copies.first(), 1);
        const Instant first = f.wire.pings.first();
        QVERIFY(first >= 24s);
        f.clock.advanceTo(first + 39500ms - 1us);
        QList<qint64> after;
        for (const Instant one : f.wire.pings)
            after << (one - first) / 1ms;
        QCOMPARE(after, QList<qint64>({0, 500, 1500, 3500, 7500, 15500, 31500}));
        QCOMPARE(f.wire.copies, QList<int>({1, 2, 3, 4, 5, 6, 7}));
        QVERIFY(f.failed.isEmpty());
        f.clock.advance(1us);
        QCOMPARE(f.failed, QStringList({QStringLiteral("1 no answer to our keep-alive: 7 STUN requests within 39.5 s")}));
    }

    void an_answer_to_a_copy_has_no_round_trip()
    {
        Fixture f;
        f.keep(PingInterval::usual(Protocol::Udp), Protocol::Udp);
        f.clock.advance(29s);
        const Instant first = f.wire.pings.first();
        f.clock.advanceTo(first + 39500ms - 5s);
        QCOMPARE(f.kept.answered(flow(Protocol::Udp), f.clock.now())->roundTrip, Instant());
        while (f.wire.copies.last() != 1)
            f.clock.advance(100ms);
        QCOMPARE(f.kept.answered(flow(Protocol::Udp), f.wire.pings.last() + 42ms)->roundTrip, Instant(42ms));
        QVERIFY(!f.kept.answered(flow(Protocol::Udp), f.clock.now())); // nothing is waited for
    }

    void what_nobody_asked_for_is_no_answer()
    {
        Fixture f;
        QVERIFY(!f.kept.answered(flow(), {}));
        f.keep();
        QVERIFY(!f.kept.answered(flow(), {}));
        QVERIFY(!f.kept.answered(flow(Protocol::Udp), {}));
    }

    void two_who_keep_one_flow_ping_once_at_the_shorter_interval()
    {
        Fixture f;
        const auto slow = f.keep(PingInterval::upTo(100s), Protocol::Tcp, 1);
        const auto quick = f.keep(PingInterval::upTo(10s), Protocol::Tcp, 2);
        QVERIFY(slow != quick);
        f.clock.advance(10s);
        QCOMPARE(f.wire.pings.size(), 1);
        QCOMPARE(f.wire.who.intent, 2ULL);
        f.kept.answered(flow(), f.clock.now());
        f.kept.stop(quick);
        QCOMPARE(f.wire.releases, 0);
        f.clock.advance(10s); // the pause that was drawn already
        QCOMPARE(f.wire.pings.size(), 2);
        QCOMPARE(f.wire.who.intent, 1ULL);
        f.kept.answered(flow(), f.clock.now());
        f.clock.advance(79s);
        QCOMPARE(f.wire.pings.size(), 2);
        f.clock.advance(21s);
        QCOMPARE(f.wire.pings.size(), 3);
        f.kept.stop(slow);
        QCOMPARE(f.wire.releases, 1);
        QCOMPARE(f.clock.armed(), 0);
        f.kept.stop(slow);
        f.kept.stop(0);
    }

    void the_end_of_a_flow_is_told_to_all_later_and_once()
    {
        Fixture f;
        f.keep(every30s, Protocol::Tcp, 1);
        const auto gone = f.keep(every30s, Protocol::Tcp, 2);
        f.keep(every30s, Protocol::Tcp, 3);
        TransportError error;
        error.text = QStringLiteral("closed by the peer");
        QCOMPARE(f.kept.ended(flow(), error)->intent, 1ULL);
        QVERIFY(!f.kept.ended(flow(), error));
        QVERIFY(f.failed.isEmpty());
        f.kept.stop(gone);
        f.clock.settle();
        QCOMPARE(f.failed, QStringList({QStringLiteral("1 closed by the peer"), QStringLiteral("3 closed by the peer")}));
        QCOMPARE(f.clock.armed(), 0);
    }

    void a_connection_that_is_gone_fails_at_once()
    {
        Fixture f;
        f.wire.open = false;
        f.keep();
        QVERIFY(f.failed.isEmpty());
        f.clock.settle();
        QCOMPARE(f.failed, QStringList({QStringLiteral("1 the connection is gone already")}));
    }

    void a_connection_that_ends_itself_ends_the_flow_once()
    {
        Fixture f;
        f.wire.kept = &f.kept;
        f.keep();
        f.clock.advance(1min);
        QCOMPARE(f.failed.size(), 1);
        QCOMPARE(f.wire.releases, 1);
    }

    void the_setting_is_read_and_written_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("written"); // empty: refused
        QTest::newRow("off") << QByteArray("off") << QByteArray("off");
        QTest::newRow("auto") << QByteArray(" auto ") << QByteArray("auto");
        QTest::newRow("ask") << QByteArray("ask") << QByteArray("ask");
        QTest::newRow("number") << QByteArray("30") << QByteArray("30s");
        QTest::newRow("seconds") << QByteArray("30s") << QByteArray("30s");
        QTest::newRow("a day") << QByteArray("86400") << QByteArray("86400s");
        for (const char *wrong : {"", "0", "-5", "86401", "99999999999", "30ms", "s", "on", "1.5"})
            QTest::newRow(wrong) << QByteArray(wrong) << QByteArray();
    }
    void the_setting_is_read_and_written()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, written);
        const auto setting = KeepAliveSetting::parse(text);
        QCOMPARE(bool(setting), !written.isEmpty());
        if (setting) {
            QCOMPARE(setting->text(), written);
            QCOMPARE(*KeepAliveSetting::parse(setting->text()), *setting);
        } else {
            QVERIFY(setting.error().detail.contains(QLatin1String("off, auto, ask or seconds")));
        }
    }
};

QTEST_GUILESS_MAIN(TestKeptFlows)
#include "tst_kept_flows.moc"
