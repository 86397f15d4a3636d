// SPDX-License-Identifier: GPL-3.0-or-later
// Defects known from other stacks that need a whole client, apart from authentication: CANCEL.
#include "ua/seed_defects.h"

#include <QtTest>

using namespace seed;
using CancelState = UserAgentClient::CancelState;

class TestSeedDefectsCancel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    //= R13.2.2-3
    //= R9.1-10
    void D2_anInviteThatRingsForEverEnds()
    {
        for (const bool cancelAnswered : {false, true}) {
            SimulatedRun run;
            UserAgentClient &client = run.send(invite());
            run.network.answer(run.network.sent.first(), 180);
            run.network.peer = [&](const FakeTransport::Sent &one) {
                if (one.message.method() == "CANCEL" && cancelAnswered)
                    run.network.answer(one, 200); // and no 487
            };
            QVERIFY(run.clock.runDry(1h));
            QCOMPARE(run.sendTimes("CANCEL").first(), 180'000);
            QVERIFY(client.isFinished());
            QCOMPARE(run.ear.reject, QList<int>({408}));
            QCOMPARE(run.ear.last.cause, LocalCause::Cancelled);
            QCOMPARE(run.core.transactions().clientCount(), 0);
        }
    }
    //= R9.1-12
    void D3_cancellingTwiceSendsOneCancel()
    {
        for (const bool before1xx : {false, true}) {
            SimulatedRun run;
            UserAgentClient &client = run.send(invite());
            if (before1xx)
                QVERIFY(client.cancel() && client.cancel());
            run.network.answer(run.network.sent.first(), 180);
            run.clock.settle();
            for (int i = 0; i < 3; ++i) {
                QVERIFY(client.cancel("SIP;cause=200"));
                run.network.answer(run.network.sent.first(), 180);
                run.clock.settle();
            }
            QCOMPARE(run.sent("CANCEL").size(), 1);
            QCOMPARE(run.core.transactions().clientCount(), 2);
            run.network.answer(run.sent("CANCEL").first(), 200);
            run.clock.settle();
            QCOMPARE(client.cancelState(), CancelState::Answered);
            QVERIFY(client.cancel());
            QCOMPARE(run.sent("CANCEL").size(), 1);
        }
    }
    //= R9.1-1
    void D4_onlyAnInviteIsCancelledUnlessForced()
    {
        for (const bool forced : {false, true}) {
            SimulatedRun run;
            ComposedRequest request = SimulatedRun::compose("OPTIONS");
            request.forceCancel = forced;
            UserAgentClient &client = run.send(request);
            run.network.answer(run.network.sent.first(), 100);
            run.clock.settle();
            QString why;
            QCOMPARE(client.cancel({}, &why), forced);
            QCOMPARE(why.isEmpty(), forced);
            QCOMPARE(run.sent("CANCEL").size(), forced ? 1 : 0);
            QVERIFY(run.clock.runDry());
            QCOMPARE(run.ear.finished, 1);
            QCOMPARE(run.ear.reject, QList<int>({408}));
        }
    }
    //= R9.1-2
    void D5_theCancelHasFromToAndCallIdOfTheInviteOctetForOctet()
    {
        SimulatedRun run;
        ComposedRequest request = invite();
        request.rows = {{"From", "\"A. \\\"Lice\\\" M\xc3\xbcller\"   <sip:alice@example.com>;x=1;tag=ft"},
                        {"To", "Bob  the Builder <sip:bob@example.com>;y"},
                        {"Call-ID", "Mixed-CASE@192.0.2.10"},
                        {"CSeq", "4711 INVITE"},
                        {"Route", "<sip:192.0.2.2;lr>"},
                        {"Route", "<sip:192.0.2.3;lr>"}};
        UserAgentClient &client = run.send(request);
        run.network.answer(run.network.sent.first(), 180);
        run.clock.settle();
        QVERIFY(client.cancel());
        const Message first = run.network.sent.first().message, cancel = run.sent("CANCEL").first().message;
        for (const HeaderId id : {HeaderId::From, HeaderId::To, HeaderId::CallId, HeaderId::Via, HeaderId::Route}) {
            QList<QByteArrayView> ours, theirs;
            for (qsizetype i = 0; i < cancel.headerCount(); ++i)
                if (cancel.header(i).id == id)
                    ours << cancel.rawValue(cancel.header(i));
            for (qsizetype i = 0; i < first.headerCount(); ++i)
                if (first.header(i).id == id)
                    theirs << first.rawValue(first.header(i));
            QVERIFY(!ours.isEmpty());
            QCOMPARE(ours, theirs);
        }
        QCOMPARE(cancel.requestUri(), first.requestUri());
        QCOMPARE(cancel.value(HeaderId::CSeq), QByteArray("4711 CANCEL"));
    }
    //= R9.1-6
    void D6_theCancelRequiresNothing()
    {
        SimulatedRun run;
        ComposedRequest request = invite();
        request.rows << ComposedRow{"Require", "100rel"} << ComposedRow{"Proxy-Require", "foo"} << ComposedRow{"X-Own", "1"};
        UserAgentClient &client = run.send(request);
        run.network.answer(run.network.sent.first(), 180);
        run.clock.settle();
        QVERIFY(client.cancel("SIP;cause=200\r\nRequire: foo"));
        const Message cancel = run.sent("CANCEL").first().message;
        QVERIFY(run.network.sent.first().message.has(HeaderId::Require));
        QVERIFY(!cancel.has(HeaderId::Require) && !cancel.has(HeaderId::ProxyRequire));
        QVERIFY(cancel.value(QByteArrayView("X-Own")).isNull());
    }
    void D7_whatBecameOfTheCancelIsKnown_data()
    {
        QTest::addColumn<int>("status"); // of the answer to the CANCEL; 0: none
        QTest::newRow("taken") << 200;
        QTest::newRow("too late") << 481;
        QTest::newRow("silence") << 0;
    }
    //= R9.1-15
    void D7_whatBecameOfTheCancelIsKnown()
    {
        QFETCH(int, status);
        Cancelled run;
        QCOMPARE(run.client->cancelState(), CancelState::Sent);
        if (status)
            run.network.answer(run.sent("CANCEL").first(), status);
        QVERIFY(run.clock.runDry());
        QCOMPARE(run.client->cancelState(), status ? CancelState::Answered : CancelState::Sent);
        const UserAgentClient::Attempt cancel = run.client->attempts().last();
        QCOMPARE(cancel.why, QByteArray("cancel"));
        QCOMPARE(cancel.status, status);
        QStringList states{QStringLiteral("requested"), QStringLiteral("sent")};
        if (status)
            states << QStringLiteral("answered");
        QCOMPARE(cancelStates(run), states);
        const QString text = run.events<LocalStatus>().first().text;
        QVERIFY(text.contains(QLatin1String(status ? "no final answer" : "not even the CANCEL")));
    }
    void D7_b_andThatItWasNotSent()
    {
        SimulatedRun run;
        UserAgentClient &client = run.send(invite());
        QVERIFY(client.cancel());
        run.network.answer(run.network.sent.first(), 486);
        QVERIFY(run.clock.runDry());
        QCOMPARE(client.cancelState(), CancelState::Requested);
        QCOMPARE(client.attempts().size(), 1);
        QCOMPARE(run.ear.reject, QList<int>({486}));
    }
    void D8_noValueAddsARowAndAReasonIsChecked_data()
    {
        QTest::addColumn<QByteArray>("reason");
        QTest::addColumn<bool>("sent");
        QTest::newRow("SIP") << QByteArray("SIP;cause=200;text=\"Call completed elsewhere\"") << true;
        QTest::newRow("two") << QByteArray("SIP;cause=480, Q.850;cause=16;text=\"Terminated\"") << true;
        QTest::newRow("line end") << QByteArray("SIP;cause=200\r\nX-Evil: 1") << false;
        QTest::newRow("line end in quotes") << QByteArray("SIP;text=\"a\r\nX-Evil: 1\r\n\"") << false;
        QTest::newRow("words") << QByteArray("because I say so") << false;
        QTest::newRow("number") << QByteArray("SIP;cause=many") << false;
    }
    //= R3326.2-1
    void D8_noValueAddsARowAndAReasonIsChecked()
    {
        QFETCH(QByteArray, reason);
        QFETCH(bool, sent);
        SimulatedRun run;
        ComposedRequest request = invite();
        request.rows << ComposedRow{"Subject", "a\r\nX-Evil: 1"} << ComposedRow{"X-Odd\r\nX-Evil: 1", "b"}
                     << ComposedRow{"Organization", "c\n\nbody"};
        UserAgentClient &client = run.send(request);
        run.network.answer(run.network.sent.first(), 180, "a", contact());
        run.clock.settle();
        QVERIFY(client.next("a", {.method = "INFO", .rows = {{"X-Next", "d\r\nX-Evil: 1"}}, .body = {}}));
        QVERIFY(client.cancel(reason));
        QCOMPARE(run.sent("CANCEL").size(), 1);
        QCOMPARE(run.sent("CANCEL").first().message.value(HeaderId::Reason), sent ? reason : QByteArray());
        QCOMPARE(said(run, "Reason"), !sent);
        QCOMPARE(run.network.sent.size(), 3);
        for (const FakeTransport::Sent &one : std::as_const(run.network.sent)) {
            QVERIFY(one.message.value(QByteArrayView("X-Evil")).isNull());
            QVERIFY(one.message.body().isEmpty());
        }
    }
};

QTEST_GUILESS_MAIN(TestSeedDefectsCancel)
#include "tst_seed_defects_cancel.moc"
