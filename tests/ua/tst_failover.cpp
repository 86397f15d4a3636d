// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/named_run.h"

#include <QtTest>

using namespace sip;
using Sent = FakeTransport::Sent;

/// RFC 3263 4.3: when the next server is tried, and drills of it.
class TestFailover : public QObject {
    Q_OBJECT
private Q_SLOTS:
    //= R8.1.2-3
    //= R3263.4.3-1
    void silence_leads_to_the_next_server_in_a_new_branch()
    {
        NamedRun run;
        run.servers["192.0.2.2"] = run.answers(200);
        run.send(NamedRun::to("sip:bob@example.com"));
        run.clock.advance(33s);
        QCOMPARE(run.ways(), QByteArrayList({"udp:192.0.2.1:5060", "udp:192.0.2.2:5070"}));
        QCOMPARE(run.whys(), QList<QByteArray>({"initial", "failover"}));
        const Message first = run.clients.front()->attempts()[0].request, second = run.clients.front()->attempts()[1].request;
        QVERIFY(first.branch() != second.branch());
        QCOMPARE(first.callId(), second.callId());
        QCOMPARE(first.cseqNumber(), second.cseqNumber());
        QCOMPARE(first.fromTag(), second.fromTag());
        QCOMPARE(run.ear.accept, QList<int>({200}));
        QVERIFY(run.ear.reject.isEmpty());
        QVERIFY(run.events<LocalStatus>().isEmpty());
        QVERIFY(run.says(QStringLiteral("no answer from 192.0.2.1:5060 over UDP at all"), "R3263.4.3-1"));
    }
    //= R3263.4.3-1
    void a_503_and_a_failed_send_lead_on_too()
    {
        NamedRun run;
        run.servers["192.0.2.1"] = run.answers(503);
        run.servers["192.0.2.2"] = [&run](const Sent &one) {
            run.network.user()->sendFailed(one.context, run.network.pathTo(one.target),
                                           {.cause = LocalCause::Refused, .text = QStringLiteral("refused"), .reporter = {}});
        };
        run.servers["192.0.2.3"] = run.answers(200);
        run.send(NamedRun::to("sip:bob@example.com"));
        run.clock.advance(1s);
        QCOMPARE(run.ways(), QByteArrayList({"udp:192.0.2.1:5060", "udp:192.0.2.2:5070", "udp:192.0.2.3:5060"}));
        QCOMPARE(run.ear.accept, QList<int>({200}));
        QVERIFY(run.events<LocalStatus>().isEmpty());
    }
    //= R3263.4.3-1
    void only_the_last_failure_is_told_data()
    {
        QTest::addColumn<QByteArray>("last");
        QTest::addColumn<int>("status");
        QTest::addColumn<LocalCause>("cause");
        QTest::newRow("503") << QByteArray("503") << 503 << LocalCause::None;
        QTest::newRow("silence") << QByteArray() << 408 << LocalCause::TimerF;
        QTest::newRow("refused") << QByteArray("refused") << 503 << LocalCause::Refused;
    }
    void only_the_last_failure_is_told()
    {
        QFETCH(QByteArray, last);
        QFETCH(int, status);
        QFETCH(LocalCause, cause);
        NamedRun run;
        run.servers["192.0.2.1"] = run.answers(503);
        run.servers["192.0.2.2"] = run.answers(503);
        run.servers["192.0.2.3"] = [&](const Sent &one) {
            if (last == "503" || isReliable(one.target.protocol) == false)
                run.network.answer(one, 503);
            else if (last == "refused")
                run.network.user()->sendFailed(one.context, run.network.pathTo(one.target),
                                               {.cause = LocalCause::Refused, .text = QStringLiteral("refused"), .reporter = {}});
        };
        run.send(NamedRun::to("sip:bob@example.com"));
        run.clock.advance(40s);
        QCOMPARE(run.ways().last(), QByteArray("tcp:192.0.2.3:5080"));
        QCOMPARE(run.ways().size(), 4);
        QVERIFY(run.network.sent.last().message.value(HeaderId::Via).startsWith("SIP/2.0/TCP")); // rewritten for its way
        QCOMPARE(run.ear.reject, QList<int>({status}));
        QCOMPARE(run.ear.last.cause, cause);
        QCOMPARE(run.ear.finished, 1);
        QCOMPARE(run.events<LocalStatus>().size(), cause == LocalCause::None ? 0 : 1);
    }
    //= R3263.4.3-2
    void a_provisional_answer_keeps_the_request_where_it_is()
    {
        NamedRun run;
        run.servers["192.0.2.1"] = run.answers(100);
        run.send(NamedRun::to("sip:bob@example.com"));
        run.clock.advance(40s);
        QCOMPARE(run.ways(), QByteArrayList({"udp:192.0.2.1:5060"}));
        QCOMPARE(run.ear.reject, QList<int>({408}));
    }
    void other_refusals_stay_where_they_are()
    {
        for (const int status : {404, 486, 500, 504, 600}) {
            NamedRun run;
            run.servers["192.0.2.1"] = run.answers(status);
            run.send(NamedRun::to("sip:bob@example.com"));
            run.clock.advance(40s);
            QCOMPARE(run.ways().size(), 1);
            QCOMPARE(run.ear.reject, QList<int>({status}));
        }
    }
    void failover_counts_as_a_retry()
    {
        NamedRun run;
        ComposedRequest request = NamedRun::to("sip:bob@example.com");
        request.maxRetries = 1;
        run.send(request);
        run.clock.advance(100s);
        QCOMPARE(run.ways().size(), 2);
        QCOMPARE(run.ear.reject, QList<int>({408}));
    }
    //= R21.5.4-1
    void a_server_that_rests_is_passed_over()
    {
        NamedRun run;
        run.servers["192.0.2.2"] = run.answers(200);
        run.servers["192.0.2.3"] = run.answers(200);
        run.core.restingTargets().rest({Protocol::Udp, *Endpoint::parse("192.0.2.1:5060")}, 60s, 0s);
        run.send(NamedRun::to("sip:bob@example.com"));
        run.clock.advance(1s);
        QCOMPARE(run.ways(), QByteArrayList({"udp:192.0.2.2:5070"}));
        QVERIFY(run.says(QStringLiteral("udp:192.0.2.1:5060 is passed over"), "R21.5.4-1"));
        // While failing over too.
        run.servers["192.0.2.1"] = run.answers(503);
        run.core.restingTargets().rest({Protocol::Udp, *Endpoint::parse("192.0.2.2:5070")}, 600s, run.clock.now());
        run.clock.advance(60s);
        run.send(NamedRun::to("sip:bob@example.com"));
        run.clock.advance(1s);
        QCOMPARE(run.ways(), QByteArrayList({"udp:192.0.2.2:5070", "udp:192.0.2.1:5060", "udp:192.0.2.3:5060"}));
    }
    //= R3263.4.3-3
    void a_pinned_target_is_the_only_one()
    {
        NamedRun run;
        ComposedRequest request = NamedRun::to("sip:bob@example.com");
        request.road.pin = "three.example.com:5080";
        run.send(request);
        run.clock.advance(100s);
        QCOMPARE(run.ways(), QByteArrayList({"tcp:192.0.2.3:5080"}));
        QCOMPARE(run.ear.reject, QList<int>({408}));
    }
    //= R3263.4.3-3
    void a_drill_shows_order_trigger_and_delay()
    {
        NamedRun run;
        run.servers["192.0.2.1"] = run.servers["192.0.2.2"] = run.answers(200);
        ComposedRequest request = NamedRun::to("sip:bob@example.com");
        request.road.pretendDead = {"192.0.2.1"};
        run.send(request);
        run.clock.advance(31s);
        QVERIFY(run.network.sent.isEmpty()); // not one octet goes there
        run.clock.advance(2s);
        QCOMPARE(run.ways(), QByteArrayList({"udp:192.0.2.2:5070"}));
        QCOMPARE(run.network.sent.first().at, Instant(60ms + 32s));
        QCOMPARE(run.whys(), QList<QByteArray>({"initial", "failover"}));
        QCOMPARE(run.ear.accept, QList<int>({200}));
        QVERIFY(run.says(QStringLiteral("udp:192.0.2.1:5060 is taken for dead"), "R3263.4.3-3"));
    }
    //= R3263.4.3-3
    void a_drill_with_nothing_left_is_a_timeout_also_for_a_number()
    {
        NamedRun run;
        ComposedRequest request = NamedRun::to("udp:192.0.2.9:5060", "INVITE");
        request.requestUri = "sip:bob@example.com";
        request.road.pretendDead = {"192.0.2.9:5060"};
        run.send(request);
        QVERIFY(run.clock.runDry());
        QVERIFY(run.network.sent.isEmpty());
        QCOMPARE(run.ear.reject, QList<int>({408}));
        QCOMPARE(run.ear.last.cause, LocalCause::TimerB);
        QCOMPARE(run.clock.now(), Instant(32s));
    }
    void a_request_in_a_dialog_fails_over_too()
    {
        NamedRun run;
        run.dns.srv("_sip._udp.peer.example.com", 1, 1, 5066, "one.example.com");
        run.dns.srv("_sip._udp.peer.example.com", 2, 1, 5066, "two.example.com");
        run.servers["192.0.2.3"] = [&](const Sent &one) {
            if (one.message.method() == "INVITE")
                run.network.answer(one, 200, "peer",
                                   [](MessageDraft &draft) { draft.append(HeaderId::Contact, "<sip:bob@peer.example.com>"); });
        };
        run.servers["192.0.2.1"] = run.answers(503);
        run.servers["192.0.2.2"] = run.answers(200);
        ComposedRequest request = NamedRun::to("udp:192.0.2.3:5060", "INVITE");
        request.requestUri = "sip:bob@example.com";
        request.hangUpAfter = 1s;
        run.send(request);
        run.clock.advance(3s);
        QCOMPARE(run.sent("BYE").size(), 2);
        QCOMPARE(run.sent("BYE").last().target.remote.text(), QByteArray("192.0.2.2:5066"));
        QCOMPARE(run.sent("BYE").first().message.cseqNumber(), run.sent("BYE").last().message.cseqNumber());
        QCOMPARE(run.ear.finished, 1);
    }
};

QTEST_GUILESS_MAIN(TestFailover)
#include "tst_failover.moc"
