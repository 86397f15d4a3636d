// SPDX-License-Identifier: GPL-3.0-or-later
// Defects known from other stacks that need a whole client, apart from authentication: ACK, re-INVITE and what moves a dialog.
#include "ua/seed_defects.h"

#include <QtTest>

using namespace seed;
using Fate = MessageReceived::Fate;

class TestSeedDefectsDialog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    //= R8.1.3.1-3
    void D12_aStatusOfOurOwnSaysSoAndWhy()
    {
        SimulatedRun run;
        run.send(SimulatedRun::compose("OPTIONS"));
        QVERIFY(run.clock.runDry());
        QCOMPARE(run.ear.reject, QList<int>({408}));
        QVERIFY(run.ear.last.isLocal());
        QCOMPARE(run.ear.last.cause, LocalCause::TimerF);
        QCOMPARE(run.ear.last.attempt, 1U);
        QCOMPARE(run.ear.last.reason, QByteArray("Request Timeout"));
        QVERIFY(run.ear.last.message.wire().isEmpty()); // and every view of it is empty, none undefined
        QVERIFY(run.ear.last.message.toTag().isEmpty() && run.ear.last.message.value(HeaderId::Via).isNull());
        QCOMPARE(run.events<LocalStatus>().first().text,
                 QStringLiteral("11 copies sent to 192.0.2.1:5060 over UDP, nothing received"));
        run.network.refusal =
            TransportError{.cause = LocalCause::Refused, .text = QStringLiteral("nothing listens there"), .reporter = {}};
        run.send(SimulatedRun::compose("OPTIONS"));
        QVERIFY(run.clock.runDry());
        QCOMPARE(run.ear.reject, QList<int>({408, 503}));
        QCOMPARE(run.ear.last.cause, LocalCause::Refused);
        QCOMPARE(run.ear.last.error.text, QStringLiteral("nothing listens there"));
        QCOMPARE(run.events<LocalStatus>().last().text, QStringLiteral("nothing listens there"));
        run.network.refusal.reset();
        for (const int status : {408, 503}) {
            run.send(SimulatedRun::compose("OPTIONS"));
            run.network.answer(run.network.sent.last(), status);
            run.clock.settle();
            QCOMPARE(run.ear.last.status, status);
            QVERIFY(!run.ear.last.isLocal());
            QVERIFY(run.ear.last.message.isResponse());
        }
        QCOMPARE(run.events<LocalStatus>().size(), 2);
    }
    void D13_anAckThatCannotBeDeliveredDoesNotEndTheCall()
    {
        Call call;
        call.network.user()->sendFailed({call.client->intent(), 1, call.client->attempts().first().transaction}, {},
                                        {.cause = LocalCause::Unreachable, .text = QStringLiteral("gone"), .reporter = {}});
        call.network.answer(call.network.sent.first(), 200, "a", contact());
        call.clock.settle();
        QCOMPARE(call.sent("ACK").size(), 2);
        QVERIFY(call.ear.reject.isEmpty());
        QCOMPARE(call.ear.finished, 0);
    }
    //= R17.1.1.2-14
    void D13_b_norTheOneToARefusalTheIntent()
    {
        SimulatedRun run;
        run.send(invite());
        run.network.refusal = TransportError{.cause = LocalCause::Unreachable, .text = QStringLiteral("gone"), .reporter = {}};
        run.network.answer(run.network.sent.first(), 486);
        QVERIFY(run.clock.runDry());
        QCOMPARE(run.ear.reject, QList<int>({486})); // and no 503 after it
        QCOMPARE(run.ear.finished, 1);
    }
    void D14_anAckToAReInviteThatCannotBeDeliveredRollsNothingBack()
    {
        const QByteArray theirs =
            "v=0\r\no=- 5 5 IN IP4 192.0.2.7\r\ns=-\r\nc=IN IP4 192.0.2.7\r\nt=0 0\r\nm=audio 4000 RTP/AVP 8\r\n";
        const auto answered = [&](MessageDraft &d) {
            d.append(HeaderId::ContentType, "application/sdp");
            d.body = theirs;
        };
        Call call;
        QVERIFY(call.client->next({}, {.method = "INVITE", .rows = {}, .body = {}, .offer = NextRequest::Offer::Same}));
        call.network.refusal = TransportError{.cause = LocalCause::Unreachable, .text = QStringLiteral("gone"), .reporter = {}};
        call.answer("INVITE", 200, answered);
        call.network.refusal.reset();
        const QList<SessionAgreed> agreed = call.events<SessionAgreed>();
        QCOMPARE(agreed.size(), 1);
        QCOMPARE(agreed.first().answer, theirs);
        QVERIFY(call.ear.reject.isEmpty());
        QCOMPARE(call.ear.finished, 0);
        QVERIFY(call.sent("BYE").isEmpty());
        call.answer("INVITE", 200, answered); // a copy, because the ACK was lost
        QCOMPARE(call.sent("ACK").size(), 3);
        QCOMPARE(call.events<SessionAgreed>().size(), 1);
        QVERIFY(call.client->next({}, next("INFO")));
    }
    //= R13.2.2.4-5
    void D15_aReInviteIsAcknowledgedWhoeverListens()
    {
        SimulatedRun run;
        UserAgentClient client(run.core, 7, invite(), nullptr);
        client.send();
        run.network.answer(run.network.sent.first(), 200, "a", contact());
        run.clock.settle();
        QVERIFY(client.next({}, next("INVITE")));
        const FakeTransport::Sent again = run.sent("INVITE").last();
        for (int copy = 0; copy < 3; ++copy)
            run.network.answer(again, 200, "a", contact());
        run.clock.settle();
        const QList<FakeTransport::Sent> acks = run.sent("ACK");
        QCOMPARE(acks.size(), 4);
        for (qsizetype i = 1; i < acks.size(); ++i)
            QCOMPARE(acks[i].message.cseqNumber(), again.message.cseqNumber());
    }
    void D16_a491IsTriedAgainAnd481And408EndTheDialog_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<int>("status");
        for (const char *method : {"INVITE", "UPDATE", "INFO", "MESSAGE", "REFER", "OPTIONS", "FOO"})
            for (const int status : {491, 481, 408})
                QTest::addRow("%s %d", method, status) << QByteArray(method) << status;
    }
    //= R14.1-3
    //= R14.1-4
    //= R12.2.1.2-2
    void D16_a491IsTriedAgainAnd481And408EndTheDialog()
    {
        QFETCH(QByteArray, method);
        QFETCH(int, status);
        Call call;
        QVERIFY(call.client->next({}, next(method)));
        const qsizetype before = call.count(method);
        call.answer(method, status, {});
        call.clock.advance(5s);
        const bool again = status == 491 && (method == "INVITE" || method == "UPDATE");
        QCOMPARE(call.count(method), before + (again ? 1 : 0));
        QCOMPARE(call.count("BYE"), status == 491 ? 0 : 1);
        if (again) {
            QCOMPARE(call.client->attempts().last().why, QByteArray("glare"));
            call.answer(method, 200);
        }
        QVERIFY(!call.client->isFinished());
        if (status == 491)
            return;
        call.answer("BYE", 200);
        QVERIFY(call.client->isFinished());
    }
    //= R12.2.1.2-1
    void D17_a2xxToAReInviteMovesTheRemoteTarget()
    {
        Call call;
        QVERIFY(call.client->next({}, next("INVITE")));
        call.answer("INVITE", 200, contact("sip:bob@192.0.2.99:5099"));
        QVERIFY(call.client->next({}, next("BYE")));
        const FakeTransport::Sent bye = call.sent("BYE").first();
        QCOMPARE(bye.message.requestUri(), QByteArrayView("sip:bob@192.0.2.99:5099"));
        QCOMPARE(bye.target.remote.text(), QByteArray("192.0.2.99:5099"));
    }
    //= R12.2.1.1-5
    void D18_aStrictRouterIsPutIntoTheRequestUri()
    {
        Call call([](MessageDraft &d) {
            contact("sip:bob@192.0.2.7;x=1")(d);
            d.append(HeaderId::RecordRoute, "<sip:192.0.2.31;lr>");
            d.append(HeaderId::RecordRoute, "<sip:192.0.2.32;method=INVITE?Subject=x>"); // next to us, and strict
        });
        QVERIFY(call.client->next({}, next("BYE")));
        for (const char *method : {"ACK", "BYE"}) {
            const FakeTransport::Sent one = call.sent(method).first();
            QCOMPARE(one.message.requestUri(), QByteArrayView("sip:192.0.2.32"));
            QCOMPARE(one.message.values(HeaderId::Route), QList<QByteArray>({"<sip:192.0.2.31;lr>", "<sip:bob@192.0.2.7;x=1>"}));
            QCOMPARE(one.target.remote.text(), QByteArray("192.0.2.32:5060"));
        }
    }
    //= R13.2.2-1
    //= R13.2.2-2
    void D19_answersWithoutTagOrContactAreHeardAndA2xxAcknowledged()
    {
        SimulatedRun run;
        UserAgentClient &client = run.send(invite());
        const FakeTransport::Sent first = run.network.sent.first();
        run.network.answer(first, 180, "");
        run.network.answer(first, 183, "a");
        run.clock.settle();
        QCOMPARE(run.ear.progress, QList<int>({180, 183}));
        QCOMPARE(run.events<DialogChanged>().size(), 1); // the 183
        run.network.answer(first, 200, "a");
        run.network.answer(first, 200, "");
        run.clock.settle();
        QCOMPARE(run.ear.accept, QList<int>({200, 200}));
        QCOMPARE(run.sent("ACK").size(), 2);
        QCOMPARE(run.sent("ACK").first().target, first.target);
        QCOMPARE(run.sent("ACK").first().message.requestUri(), first.message.requestUri());
        QVERIFY(said(run, "has no Contact"));
        QVERIFY(client.next("a", next("BYE")));
        QCOMPARE(run.sent("BYE").size(), 2); // the second dialog was not wanted
        QCOMPARE(run.fates(), QList<Fate>(4, Fate::Delivered));
    }
};

QTEST_GUILESS_MAIN(TestSeedDefectsDialog)
#include "tst_seed_defects_dialog.moc"
