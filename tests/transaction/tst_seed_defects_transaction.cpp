// SPDX-License-Identifier: GPL-3.0-or-later
// Defects of transactions known from other stacks, one test each; those of messages are in tests/message, those that need a whole
// client in tests/ua.
#include "support/simulated_run.h"

#include <QtTest>

using namespace sip;
using Fate = MessageReceived::Fate;

class TestSeedDefectsTransaction : public QObject {
    Q_OBJECT

    static QByteArray request(const QByteArray &method, const QByteArray &branch)
    {
        return method + " sip:alice@192.0.2.10 SIP/2.0\r\nVia: SIP/2.0/UDP 192.0.2.1:5060;branch=" + branch +
               "\r\nFrom: <sip:bob@example.com>;tag=b\r\nTo: <sip:alice@example.com>\r\nCall-ID: in@example.com\r\nCSeq: 7 " +
               (method == "ACK" ? QByteArray("INVITE") : method) + "\r\nMax-Forwards: 70\r\nContent-Length: 0\r\n\r\n";
    }
    /// The one row of this kind, as it stands on the wire.
    static QByteArray row(const Message &message, HeaderId id)
    {
        const qsizetype at = message.firstRow(id);
        return at < 0 ? QByteArray() : message.rawValue(message.header(at)).toByteArray();
    }

private Q_SLOTS:
    void D1_lostAndLateCopiesAreDealtWith_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QList<qint64>>("sends"); // of the first 4 s
        QTest::addColumn<Instant>("absorbs");     // copies of the final answer
        QTest::newRow("INVITE udp") << QByteArray("udp:192.0.2.1:5060") << QList<qint64>{0, 500, 1500, 3500} << Instant(32s);
        QTest::newRow("OPTIONS udp") << QByteArray("udp:192.0.2.1:5060") << QList<qint64>{0, 500, 1500, 3500} << Instant(5s);
        QTest::newRow("INVITE tcp") << QByteArray("tcp:192.0.2.1:5060") << QList<qint64>{0} << Instant(0s);
        QTest::newRow("OPTIONS tcp") << QByteArray("tcp:192.0.2.1:5060") << QList<qint64>{0} << Instant(0s);
    }
    //= R17.1.1.2-2
    //= R17.1.1.2-12
    //= R17.1.2.2-3
    //= R17.1.2.2-8
    void D1_lostAndLateCopiesAreDealtWith()
    {
        QFETCH(QByteArray, target);
        QFETCH(QList<qint64>, sends);
        QFETCH(Instant, absorbs);
        const QByteArray method = QByteArray(QTest::currentDataTag()).split(' ').first();
        SimulatedRun run;
        run.send(SimulatedRun::compose(method, target));
        run.clock.advance(4s);
        QCOMPARE(run.sendTimes(method), sends);
        const FakeTransport::Sent first = run.network.sent.first();
        run.network.answer(first, 486);
        run.clock.settle();
        QList<Fate> expected{Fate::Delivered};
        if (absorbs > 0s) {
            run.clock.advance(absorbs - 10ms);
            run.network.answer(first, 486);
            run.clock.settle();
            expected << Fate::Copy;
        }
        run.clock.advance(20ms);
        run.network.answer(first, 486);
        run.clock.settle();
        QCOMPARE(run.fates(), expected << Fate::Late);
        QCOMPARE(run.sent("ACK").size(), method == "INVITE" ? expected.size() - 1 : 0);
        QCOMPARE(run.ear.reject, QList<int>({486}));
    }
    void D1_b_copiesOfRequestsAreAnsweredAgain()
    {
        for (const QByteArray method : {"OPTIONS", "INVITE"}) { // Timer J and Timer H
            SimulatedRun run;
            run.network.receive(request(method, "z9hG4bK1"));
            run.clock.advance(31s);
            const qsizetype before = run.network.sent.size();
            run.network.receive(request(method, "z9hG4bK1"));
            run.clock.settle();
            QCOMPARE(run.network.sent.size(), before + 1);
            QCOMPARE(run.network.sent.last().message.wire(), run.network.sent.first().message.wire());
            QCOMPARE(run.fates(), QList<Fate>({Fate::Delivered, Fate::Copy}));
            QVERIFY(run.clock.runDry());
            QCOMPARE(run.core.transactions().serverCount(), 0);
        }
        SimulatedRun run; // Timer I
        run.network.receive(request("INVITE", "z9hG4bK1"));
        for (const Instant pause : {0s, 4s, 2s}) {
            run.clock.advance(pause);
            run.network.receive(request("ACK", "z9hG4bK1"));
            run.clock.settle();
        }
        QCOMPARE(run.events<MessageReceived>().size(), 4);
        QCOMPARE(run.fates()[2], Fate::Copy);
        QCOMPARE(run.core.transactions().serverCount(), 0);
    }
    //= R17.1.1.3-5
    void D9_ackToARefusalCarriesAllRoutes()
    {
        SimulatedRun run;
        ComposedRequest invite = SimulatedRun::compose("INVITE");
        const QList<QByteArray> routes{"<sip:192.0.2.2;lr>", "<sip:192.0.2.3;lr>, <sip:192.0.2.4;lr>", "<sip:192.0.2.5;lr;x=1>"};
        for (const QByteArray &route : routes)
            invite.rows << ComposedRow{"Route", route};
        run.send(invite);
        run.network.answer(run.network.sent.first(), 486);
        run.clock.settle();
        QCOMPARE(run.sent("ACK").size(), 1);
        QCOMPARE(run.sent("ACK").first().message.values(HeaderId::Route), routes);
    }
    //= R9.1-2
    //= R17.1.1.3-1
    void D10_whatFollowsRepeatsTheUriLetterForLetter()
    {
        SimulatedRun run;
        ComposedRequest request = SimulatedRun::compose("INVITE");
        request.requestUri = "SIP:Bob@Example.COM;Foo=%41bc";
        UserAgentClient &client = run.send(request);
        const FakeTransport::Sent invite = run.network.sent.first();
        const auto contact = [](MessageDraft &d) {
            d.append(HeaderId::Contact, "<sip:Bob@Gateway.Example.COM;Foo=%41bc>");
            d.append(HeaderId::Require, "100rel");
            d.append(HeaderId::RSeq, "1");
        };
        run.network.answer(invite, 183, "a", contact);
        run.clock.settle();
        QCOMPARE(run.sent("PRACK").first().message.requestUri(), QByteArrayView("sip:Bob@Gateway.Example.COM;Foo=%41bc"));
        QVERIFY(client.cancel());
        QCOMPARE(run.sent("CANCEL").first().message.requestUri(), QByteArrayView(request.requestUri));
        run.network.answer(invite, 487, "a");
        run.clock.settle();
        QCOMPARE(run.sent("ACK").first().message.requestUri(), QByteArrayView(request.requestUri));
        run.send(request);
        run.network.answer(run.network.sent.last(), 200, "b", contact);
        run.clock.settle();
        QCOMPARE(run.sent("ACK").last().message.requestUri(), QByteArrayView("sip:Bob@Gateway.Example.COM;Foo=%41bc"));
    }
    //= R17.1.2.2-9
    void D11_aReceived408KeepsItsRowsAndItsPhrase()
    {
        for (const bool proceeding : {false, true}) {
            SimulatedRun run;
            run.send(SimulatedRun::compose("OPTIONS"));
            const FakeTransport::Sent options = run.network.sent.first();
            if (proceeding)
                run.network.answer(options, 100);
            MessageDraft draft = MessageDraft::response(options.message, 408, "Nobody Home", "peer");
            draft.append("X-Proxy", "three");
            run.network.receive(draft.toBytes());
            run.clock.settle();
            QCOMPARE(run.ear.reject, QList<int>({408}));
            QCOMPARE(run.ear.last.message.wire(), draft.toBytes());
            QCOMPARE(run.ear.last.reason, QByteArray("Nobody Home"));
            QVERIFY(!run.ear.last.isLocal());
        }
    }
    //= R17.1.3-2
    void D20_numberCallIdAndTagsAreComparedAndTheDifferenceSaid_data()
    {
        QTest::addColumn<int>("header");
        QTest::addColumn<QByteArray>("value");
        QTest::newRow("Call-ID") << int(HeaderId::CallId) << QByteArray("other");
        QTest::newRow("CSeq") << int(HeaderId::CSeq) << QByteArray("99 OPTIONS");
        QTest::newRow("From") << int(HeaderId::From) << QByteArray("<sip:alice@example.com>;tag=zzz");
        QTest::newRow("To") << int(HeaderId::To) << QByteArray("<sip:bob@example.com>;tag=zzz");
    }
    void D20_numberCallIdAndTagsAreComparedAndTheDifferenceSaid()
    {
        QFETCH(int, header);
        QFETCH(QByteArray, value);
        SimulatedRun run;
        ComposedRequest request = SimulatedRun::compose("OPTIONS");
        request.rows[1].value += ";tag=bt"; // in a dialog
        run.send(request);
        run.network.answer(run.network.sent.first(), 100);
        run.network.answer(run.network.sent.first(), 200, "p", [&](MessageDraft &d) { d.set(HeaderId(header), value); });
        run.clock.settle();
        const QList<MessageReceived> received = run.events<MessageReceived>();
        QCOMPARE(QByteArray(received[0].rule), QByteArray());
        QCOMPARE(received[1].fate, Fate::Delivered);
        QCOMPARE(QByteArray(received[1].rule), QByteArray("R17.1.3-2"));
        QVERIFY(received[1].reason.contains(QString::fromLatin1(QTest::currentDataTag())));
    }
    void D21_noStatusAndNoCseqThrows_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        for (const char *status : {"0", "00", "99", "099", "700", "999", "1200", "4294967301", "-200", "2x0", ""})
            QTest::addRow("status '%s'", status) << QByteArray("SIP/2.0 200") << "SIP/2.0 " + QByteArray(status);
        for (const char *cseq : {"", "1", "OPTIONS", "x OPTIONS", "-1 OPTIONS", "1 OPTIONS OPTIONS", "1 INVITE", "\xff"})
            QTest::addRow("CSeq '%s'", cseq) << QByteArray("CSeq: 1 OPTIONS") << "CSeq: " + QByteArray(cseq);
    }
    //= R8.1.3.2-3
    void D21_noStatusAndNoCseqThrows()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        SimulatedRun run;
        ComposedRequest request = SimulatedRun::compose("OPTIONS");
        request.rows << ComposedRow{"CSeq", "1 OPTIONS"};
        run.send(request);
        const QByteArray good = MessageDraft::response(run.network.sent.first().message, 200, "OK", "p").toBytes();
        QVERIFY(good.contains(from));
        run.network.receive(QByteArray(good).replace(from, to));
        run.clock.settle();
        const QList<MessageReceived> received = run.events<MessageReceived>();
        QCOMPARE(received.size(), 1);
        QVERIFY(received.first().fate == Fate::Dropped || received.first().fate == Fate::Stray);
        QVERIFY(!received.first().reason.isEmpty() && qstrlen(received.first().rule) > 0);
        QVERIFY(run.ear.accept.isEmpty() && run.ear.reject.isEmpty());
        run.network.receive(good); // the transaction still waits for its answer
        run.clock.settle();
        QCOMPARE(run.ear.accept, QList<int>({200}));
    }
    void D22_oneRowThatCannotBeReadDropsNoMessage_data()
    {
        QTest::addColumn<QByteArray>("row");
        for (const char *row : {"Contact: <sip:bob@192.0.2.7", "Contact: sip:bob#1@192.0.2.7", "Max-Forwards: many",
                                "Refer-To: \"", "Expires: soon", "Retry-After: (", "Warning: none", "Record-Route: ;;",
                                "Content-Type: ", "no colon at all", ": no name", "To: <<<"})
            QTest::newRow(row) << QByteArray(row);
        QTest::newRow("phrase") << QByteArray();
    }
    //= R25-2
    //= R7.2-2
    void D22_oneRowThatCannotBeReadDropsNoMessage()
    {
        QFETCH(QByteArray, row);
        SimulatedRun run;
        run.send(SimulatedRun::compose("INVITE"));
        QByteArray wire = MessageDraft::response(run.network.sent.first().message, 480, "Gone [see #3] <\xff>", "p").toBytes();
        const qsizetype at = wire.indexOf(row.startsWith("To:") ? "To:" : "CSeq:");
        const qsizetype end = row.startsWith("To:") ? wire.indexOf("\r\n", at) + 2 : at;
        if (!row.isEmpty())
            wire.replace(at, end - at, row + "\r\n");
        run.network.receive(wire);
        run.clock.settle();
        QCOMPARE(run.fates(), QList<Fate>({Fate::Delivered}));
        QCOMPARE(run.ear.reject, QList<int>({480}));
        QCOMPARE(run.ear.last.message.wire(), wire);
        QCOMPARE(run.ear.last.reason, QByteArray("Gone [see #3] <\xff>"));
        QCOMPARE(run.sent("ACK").size(), 1);
    }
    //= R18.1.2-1
    void D27_aPortInTheViaDropsNoResponse()
    {
        for (const QByteArray more : {"", ";rport=40000;received=198.51.100.7", ";received=198.51.100.7"}) {
            SimulatedRun run;
            run.send(SimulatedRun::compose("OPTIONS"));
            QVERIFY(row(run.network.sent.first().message, HeaderId::Via).contains(":5060;"));
            run.network.answer(run.network.sent.first(), 200, "p",
                               [&](MessageDraft &d) { d.set(HeaderId::Via, d.value(HeaderId::Via) + more); });
            run.clock.settle();
            QCOMPARE(run.ear.accept, QList<int>({200}));
        }
    }
};

QTEST_GUILESS_MAIN(TestSeedDefectsTransaction)
#include "tst_seed_defects_transaction.moc"
