// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/simulated_run.h"

#include "transaction/received_via.h"

#include <QtTest>

using namespace sip;
using Fate = MessageReceived::Fate;

namespace {

QByteArray incoming(const QByteArray &method, const QByteArray &branch, const QByteArray &via = "192.0.2.1:5060",
                    const QByteArray &more = {})
{
    return method + " sip:alice@192.0.2.10 SIP/2.0\r\nVia: SIP/2.0/UDP " + via + ";branch=" + branch + more +
           "\r\nFrom: <sip:bob@example.com>;tag=b\r\nTo: <sip:alice@example.com>\r\nCall-ID: in@example.com\r\nCSeq: 7 " +
           (method == "ACK" ? QByteArray("INVITE") : method) + "\r\nMax-Forwards: 70\r\nContent-Length: 0\r\n\r\n";
}

} // namespace

class TestTransactionLayer : public QObject {
    Q_OBJECT
private Q_SLOTS:
    //= R17.1.1.2-1
    //= R17.1.2.2-1
    void a_request_is_sent_once_when_its_transaction_begins()
    {
        for (const QByteArray method : {"INVITE", "OPTIONS"}) {
            SimulatedRun run;
            run.send(SimulatedRun::compose(method));
            QCOMPARE(run.sendTimes(method), QList<qint64>({0}));
            const StateChanged first = run.events<StateChanged>().first();
            QCOMPARE(QByteArray(first.from), QByteArray());
            QCOMPARE(QByteArray(first.to), QByteArray(method == "INVITE" ? "Calling" : "Trying"));
        }
    }
    //= R17.1.3-1
    void a_branch_matches_whatever_its_case_the_method_only_as_it_is()
    {
        SimulatedRun run;
        run.send(SimulatedRun::compose("OPTIONS"));
        const FakeTransport::Sent one = run.network.sent.first();
        run.network.answer(one, 100, {}, [](MessageDraft &d) { d.set(HeaderId::CSeq, d.value(HeaderId::CSeq).toLower()); });
        run.network.answer(one, 200, "p", [&](MessageDraft &d) {
            d.set(
                HeaderId::Via,
                d.value(HeaderId::Via).replace(one.message.branch().toByteArray(), one.message.branch().toByteArray().toUpper()));
        });
        run.clock.settle();
        QCOMPARE(run.fates(), QList<Fate>({Fate::Stray, Fate::Delivered}));
    }
    //= R6026.8.9-1
    //= R18.1.2-2
    void a_response_to_nothing_of_ours_is_a_stray()
    {
        SimulatedRun run;
        run.network.receive(
            "SIP/2.0 200 OK\r\nVia: SIP/2.0/UDP 192.0.2.10;branch=z9hG4bKnobody\r\nCSeq: 1 OPTIONS\r\nCall-ID: x\r\n"
            "From: <sip:a@b>;tag=1\r\nTo: <sip:a@b>;tag=2\r\nContent-Length: 0\r\n\r\n");
        run.clock.settle();
        QCOMPARE(run.fates(), QList<Fate>({Fate::Stray}));
        QVERIFY(run.network.sent.isEmpty());
    }
    //= R18.1.2-1
    void a_foreign_sent_by_is_dropped_and_both_are_named()
    {
        SimulatedRun run;
        run.send(SimulatedRun::compose("OPTIONS"));
        run.network.answer(run.network.sent.first(), 200, "p", [](MessageDraft &d) {
            d.set(HeaderId::Via, d.value(HeaderId::Via).replace("192.0.2.10:5060", "192.0.2.99:5099"));
        });
        run.clock.settle();
        QCOMPARE(run.fates(), QList<Fate>({Fate::Dropped}));
        const QString reason = run.events<MessageReceived>().first().reason;
        QVERIFY(reason.contains(QLatin1String("192.0.2.99:5099")) && reason.contains(QLatin1String("192.0.2.10:5060")));
    }
    //= R18.3-1
    void an_answer_whose_body_is_cut_off_is_dropped_and_the_whole_one_counts()
    {
        SimulatedRun run;
        run.send(SimulatedRun::compose("OPTIONS"));
        const auto withBody = [&run](const QByteArray &length) {
            MessageDraft draft = MessageDraft::response(run.network.sent.first().message, 200, "OK", "p");
            draft.setContentLengthAuto(false);
            draft.set(HeaderId::ContentLength, length);
            run.network.receive(draft.toBytes() + "0123456789");
        };
        withBody("11");
        withBody("99999999999");
        withBody("10");
        run.clock.settle();
        QCOMPARE(run.fates(), QList<Fate>({Fate::Dropped, Fate::Dropped, Fate::Delivered}));
        QVERIFY(run.events<MessageReceived>().first().reason.contains(QLatin1String("11 octets, but only 10 came")));
        QCOMPARE(run.ear.accept, QList<int>({200}));
    }
    void the_default_port_may_be_left_out_of_the_sent_by()
    {
        SimulatedRun run;
        run.send(SimulatedRun::compose("OPTIONS"));
        run.network.answer(run.network.sent.first(), 200, "p", [](MessageDraft &d) {
            d.set(HeaderId::Via, d.value(HeaderId::Via).replace("192.0.2.10:5060", "192.0.2.10"));
        });
        run.clock.settle();
        QCOMPARE(run.fates(), QList<Fate>({Fate::Delivered}));
    }
    //= R17.1.1.2-16
    //= R13.2.2.3-1
    void a_provisional_after_the_final_is_late()
    {
        SimulatedRun run;
        run.send(SimulatedRun::compose("INVITE"));
        run.network.answer(run.network.sent.first(), 486);
        run.network.answer(run.network.sent.first(), 180);
        run.network.answer(run.network.sent.first(), 200);
        run.network.answer(run.network.sent.first(), 486);
        run.clock.settle();
        QCOMPARE(run.fates(), QList<Fate>({Fate::Delivered, Fate::Late, Fate::Late, Fate::Copy}));
        QCOMPARE(run.sent("ACK").size(), 2);
    }
    void every_message_gets_one_fate_whatever_it_is()
    {
        SimulatedRun run;
        run.send(SimulatedRun::compose("OPTIONS"));
        const QByteArray good = MessageDraft::response(run.network.sent.first().message, 200, "OK", "t").toBytes();
        QList<QByteArray> inputs{"",
                                 "x",
                                 "\r\n\r\n",
                                 QByteArray(2000, '\0'),
                                 QByteArray(65'507, 'A'),
                                 "SIP/2.0 200 OK\r\n\r\n",
                                 "OPTIONS sip:x SIP/2.0\r\n\r\n",
                                 "SIP/2.0 100 Trying\r\nVia: \r\nCSeq: x\r\n\r\n",
                                 "SIP/9.9 200 OK\r\n\r\n",
                                 incoming("PING", "z9hG4bK1"),
                                 incoming("ACK", "z9hG4bK2")};
        for (qsizetype i = 0; i < good.size(); ++i)
            inputs << good.left(i) << QByteArray(good).replace(i, 1, QByteArrayView("\xff", 1));
        for (const QByteArray &input : std::as_const(inputs))
            run.network.receive(input);
        run.clock.settle();
        QCOMPARE(run.fates().size(), inputs.size());
        QVERIFY(run.clock.runDry());
        QCOMPARE(run.core.transactions().clientCount() + run.core.transactions().serverCount(), 0);
    }
    void an_unusable_message_says_why()
    {
        SimulatedRun run;
        run.network.receive("this is not SIP");
        run.network.receive(incoming("OPTIONS", "z9hG4bK1").replace("Call-ID: in@example.com\r\n", ""));
        run.clock.settle();
        QCOMPARE(run.fates(), QList<Fate>({Fate::Dropped, Fate::Dropped}));
        for (const MessageReceived &received : run.events<MessageReceived>())
            QVERIFY(!received.reason.isEmpty() && qstrlen(received.rule) > 0);
    }
    //= R17.1.1.2-15
    void what_ended_is_gone_from_the_table()
    {
        SimulatedRun run;
        for (int i = 0; i < 100; ++i)
            run.send(SimulatedRun::compose(i % 2 ? "INVITE" : "OPTIONS"));
        QCOMPARE(run.core.transactions().clientCount(), 100);
        QVERIFY(run.clock.runDry());
        QCOMPARE(run.core.transactions().clientCount(), 0);
        QCOMPARE(run.clock.armed(), 0);
    }
    //= R17-2
    void a_branch_taken_twice_ends_the_older_request()
    {
        SimulatedRun run;
        ComposedRequest raw = SimulatedRun::compose("OPTIONS");
        raw.raw = true;
        raw.rawBytes =
            "OPTIONS sip:x SIP/2.0\r\nVia: SIP/2.0/UDP 192.0.2.10;branch=z9hG4bKsame\r\nCall-ID: 1\r\nCSeq: 1 OPTIONS\r\n"
            "From: <sip:a@b>;tag=1\r\nTo: <sip:b@c>\r\n\r\n";
        run.send(raw);
        run.send(raw);
        QCOMPARE(run.ear.reject, QList<int>({503}));
        QCOMPARE(run.ear.last.cause, LocalCause::Cancelled);
        run.network.answer(run.network.sent.last(), 200);
        run.clock.settle();
        QCOMPARE(run.ear.accept, QList<int>({200}));
        QCOMPARE(run.core.transactions().clientCount(), 1);
    }
    //= R18.4-1
    //= R18.4-2
    void icmp_finds_its_request_by_the_quotation()
    {
        SimulatedRun run;
        run.send(SimulatedRun::compose("OPTIONS"));
        run.send(SimulatedRun::compose("INVITE"));
        const Path path = run.network.pathTo(run.network.sent.first().target);
        TransportError error{.cause = LocalCause::Refused,
                             .text = QStringLiteral("port unreachable"),
                             .icmpType = 3,
                             .icmpCode = 3,
                             .reporter = {}};
        TransportError harmless = error;
        harmless.fatal = false;
        run.network.user()->icmpReceived(path, harmless, run.network.sent[1].message.wire());
        QVERIFY(run.ear.reject.isEmpty());
        run.network.user()->icmpReceived(path, error, run.network.sent[1].message.wire().left(200));
        QCOMPARE(run.ear.reject, QList<int>({503}));
        QCOMPARE(run.core.transactions().clientCount(), 1);
        QCOMPARE(run.events<IcmpReceived>().size(), 2);
        for (const TraceEventPtr &event : std::as_const(run.trace))
            if (event->as<IcmpReceived>())
                QCOMPARE(event->context.intent, IntentId(2));
        // Nothing quoted: whoever waits for that address.
        run.network.user()->icmpReceived(path, error, {});
        QCOMPARE(run.ear.reject.size(), 2);
    }
    //= R18.4-4
    void a_lost_connection_ends_what_waits_on_it_at_once()
    {
        SimulatedRun run;
        run.send(SimulatedRun::compose("OPTIONS", "tcp:192.0.2.1:5060"));
        run.send(SimulatedRun::compose("OPTIONS", "tcp:192.0.2.2:5060"));
        run.send(SimulatedRun::compose("OPTIONS"));
        run.network.user()->connectionLost(run.network.pathTo(run.network.sent.first().target),
                                           {.cause = LocalCause::Reset, .text = QStringLiteral("reset by peer"), .reporter = {}});
        QCOMPARE(run.ear.reject, QList<int>({503}));
        QCOMPARE(run.ear.last.cause, LocalCause::Reset);
        QCOMPARE(run.core.transactions().clientCount(), 2);
    }
    void requests_that_arrive_are_answered_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("edit");
        QTest::addColumn<QByteArray>("by");
        QTest::addColumn<int>("status");
        QTest::newRow("OPTIONS") << QByteArray("OPTIONS") << QByteArray() << QByteArray() << 200;
        QTest::newRow("unknown") << QByteArray("PING") << QByteArray() << QByteArray() << 405;
        QTest::newRow("INVITE") << QByteArray("INVITE") << QByteArray() << QByteArray() << 480;
        QTest::newRow("BYE") << QByteArray("BYE") << QByteArray() << QByteArray() << 481;
        QTest::newRow("NOTIFY in no dialog") << QByteArray("NOTIFY") << QByteArray("To: <sip:alice@example.com>")
                                             << QByteArray("To: <sip:alice@example.com>;tag=x") << 481;
        QTest::newRow("CANCEL of nothing") << QByteArray("CANCEL") << QByteArray() << QByteArray() << 481;
        QTest::newRow("Require") << QByteArray("OPTIONS") << QByteArray("Max-Forwards: 70") << QByteArray("Require: foo, bar")
                                 << 420;
        QTest::newRow("CSeq method") << QByteArray("OPTIONS") << QByteArray("7 OPTIONS") << QByteArray("7 INVITE") << 400;
    }
    void requests_that_arrive_are_answered()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, edit);
        QFETCH(QByteArray, by);
        QFETCH(int, status);
        SimulatedRun run;
        QByteArray wire = incoming(method, "z9hG4bK1");
        if (!edit.isEmpty())
            wire.replace(edit, by);
        run.network.receive(wire);
        run.network.receive(wire);
        run.clock.settle();
        QCOMPARE(run.network.sent.size(), 2); // the copy gets the same answer
        const Message answer = run.network.sent.first().message;
        QCOMPARE(answer.status(), status);
        QCOMPARE(run.network.sent.last().message.wire(), answer.wire());
        QVERIFY(!answer.toTag().isEmpty());
        QCOMPARE(answer.has(HeaderId::Allow), status == 405 || (status == 200 && method == "OPTIONS"));
        if (status == 420)
            QCOMPARE(answer.value(HeaderId::Unsupported), QByteArray("foo, bar"));
        QCOMPARE(run.fates(), QList<Fate>({Fate::Delivered, Fate::Copy}));
        if (method == "INVITE") {
            run.network.receive(incoming("ACK", "z9hG4bK1"));
            run.clock.settle();
            QCOMPARE(run.fates().last(), Fate::Delivered);
        }
        QVERIFY(run.clock.runDry());
        QCOMPARE(run.core.transactions().serverCount(), 0);
    }
    //= R18.2.1-1
    //= R3581.3-2
    void answers_go_where_the_request_came_from()
    {
        SimulatedRun run;
        const Path path{Protocol::Udp, run.network.local(), *Endpoint::parse("198.51.100.7:40000"), 0};
        run.network.receive(incoming("OPTIONS", "z9hG4bK1", "192.0.2.1:5062", ";rport"), path);
        run.network.receive(incoming("OPTIONS", "z9hG4bK2", "192.0.2.1:5062"), path);
        run.network.receive(incoming("OPTIONS", "z9hG4bK3", "192.0.2.1"), path);
        run.clock.settle();
        QCOMPARE(run.network.sent[0].target.remote.text(), QByteArray("198.51.100.7:40000"));
        QCOMPARE(run.network.sent[0].message.value(HeaderId::Via),
                 QByteArray("SIP/2.0/UDP 192.0.2.1:5062;branch=z9hG4bK1;rport=40000;received=198.51.100.7"));
        QCOMPARE(run.network.sent[1].target.remote.text(), QByteArray("198.51.100.7:5062"));
        QCOMPARE(run.network.sent[2].target.remote.text(), QByteArray("198.51.100.7:5060"));
    }
    void a_request_as_seen_keeps_all_its_other_octets()
    {
        const Message request =
            parseMessage(incoming("OPTIONS", "z9hG4bK1").replace("Max-Forwards: 70", "max-forwards :  70\r\nX: \xc3\xa4"));
        const Endpoint source = *Endpoint::parse("192.0.2.1:5060");
        QCOMPARE(withReceivedVia(request, source).wire(), request.wire());
        const QByteArray seen = withReceivedVia(request, *Endpoint::parse("192.0.2.3:1")).wire();
        QCOMPARE(QByteArray(seen).replace(";received=192.0.2.3", ""), request.wire());
    }
};
QTEST_GUILESS_MAIN(TestTransactionLayer)
#include "tst_transaction_layer.moc"
