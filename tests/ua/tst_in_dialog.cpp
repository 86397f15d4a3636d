// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/simulated_run.h"

#include <QtTest>

using namespace sip;

/// Requests of ours in a dialog of ours.
class TestInDialog : public QObject {
    Q_OBJECT

    static std::function<void(MessageDraft &)> contact(const QByteArray &uri)
    {
        return [uri](MessageDraft &d) { d.append(HeaderId::Contact, "<" + uri + ">"); };
    }
    /// Takes every request with 200; its own Contact in the answer to INVITE.
    static void friendly(SimulatedRun &run)
    {
        run.network.peer = [&run](const FakeTransport::Sent &one) {
            if (one.message.isRequest() && one.message.method() != "ACK")
                run.network.answer(one, 200, "a", contact("sip:bob@192.0.2.7"));
        };
    }
    static ComposedRequest call()
    {
        ComposedRequest request = SimulatedRun::compose("INVITE");
        request.hangUpAfter = ComposedRequest::Never;
        return request;
    }
    static NextRequest next(const QByteArray &method, Instant after = {}, const QByteArray &body = {})
    {
        return {.method = method, .rows = {}, .body = body, .after = after};
    }
    static QStringList notes(const SimulatedRun &run)
    {
        QStringList texts;
        for (const Note &note : run.events<Note>())
            texts << note.text;
        return texts;
    }

private Q_SLOTS:
    //= R12.2.1.1-2
    void one_number_after_the_other_whatever_the_method()
    {
        SimulatedRun run;
        friendly(run);
        UserAgentClient &client = run.send(call());
        run.clock.advance(50ms);
        for (const char *method : {"INFO", "OPTIONS", "FOO", "MESSAGE", "UPDATE"}) {
            QVERIFY(client.next({}, next(method, {}, "x")));
            run.clock.advance(50ms);
        }
        const qint64 first = run.sent("INVITE").first().message.cseqNumber();
        QList<qint64> numbers;
        for (const FakeTransport::Sent &one : std::as_const(run.network.sent))
            if (one.message.isRequest())
                numbers << one.message.cseqNumber() - first;
        QCOMPARE(numbers, QList<qint64>({0, 0, 1, 2, 3, 4, 5})); // INVITE, ACK, then the five
        const Message info = run.sent("INFO").first().message;
        QCOMPARE(info.toTag(), QByteArrayView("a"));
        QCOMPARE(info.callId(), run.sent("INVITE").first().message.callId());
        QCOMPARE(info.requestUri(), QByteArrayView("sip:bob@192.0.2.7"));
        QCOMPARE(info.body(), QByteArrayView("x"));
        QCOMPARE(run.sent("INFO").first().target.remote.text(), QByteArray("192.0.2.7:5060"));
        QCOMPARE(client.attempts().last().why, QByteArray("next"));
        QCOMPARE(run.ear.finished, 0);
        QVERIFY(client.next({}, next("BYE")));
        run.clock.advance(50ms);
        QCOMPARE(run.ear.finished, 1);
        QString why;
        QVERIFY(!client.next({}, next("INFO"), &why));
        QVERIFY(!why.isEmpty());
    }
    void an_ack_or_a_cancel_is_no_request_of_its_own()
    {
        SimulatedRun run;
        friendly(run);
        UserAgentClient &client = run.send(call());
        run.clock.advance(50ms);
        for (const char *method : {"ACK", "CANCEL"}) {
            QString why;
            QVERIFY(!client.next({}, next(method), &why));
            QVERIFY(why.contains(QLatin1String(method)));
        }
    }
    //= R12.2.1.1-2
    void a_challenged_info_takes_the_next_number_and_so_does_what_follows()
    {
        SimulatedRun run;
        run.network.peer = [&run](const FakeTransport::Sent &one) {
            if (one.message.method() == "INFO" && !one.message.has(HeaderId::Authorization))
                run.network.answer(one, 401, "a", SimulatedRun::challenge("n1"));
            else if (one.message.method() != "ACK")
                run.network.answer(one, 200, "a", contact("sip:bob@192.0.2.7"));
        };
        ComposedRequest request = call();
        request.then = {next("INFO"), next("BYE")};
        run.send(request);
        QVERIFY(run.clock.runDry());
        QCOMPARE(run.sent("INFO").size(), 2);
        const qint64 first = run.sent("INVITE").first().message.cseqNumber();
        QCOMPARE(run.sent("INFO")[0].message.cseqNumber(), first + 1);
        QCOMPARE(run.sent("INFO")[1].message.cseqNumber(), first + 2);
        QCOMPARE(run.sent("BYE").first().message.cseqNumber(), first + 3);
        QCOMPARE(run.ear.finished, 1);
    }
    void what_is_to_follow_goes_one_after_the_other_with_its_pauses()
    {
        SimulatedRun run;
        run.network.delay = 100ms;
        friendly(run);
        ComposedRequest request = call();
        request.hangUpAfter = 500ms;
        request.then = {next("INFO", 1s), next("MESSAGE", 2s, "hi")};
        run.send(request);
        QVERIFY(run.clock.runDry());
        QCOMPARE(run.sendTimes("INFO"), QList<qint64>({1200}));
        QCOMPARE(run.sendTimes("MESSAGE"), QList<qint64>({3400}));
        QCOMPARE(run.sendTimes("BYE"), QList<qint64>({4100}));
        QCOMPARE(run.ear.finished, 1);
    }
    void what_cannot_follow_is_said()
    {
        SimulatedRun run;
        run.network.peer = [&run](const FakeTransport::Sent &one) {
            if (one.message.method() == "INVITE")
                run.network.answer(one, 486);
        };
        ComposedRequest request = call();
        request.then = {next("INFO"), next("BYE")};
        run.send(request);
        QVERIFY(run.clock.runDry());
        QVERIFY(run.sent("INFO").isEmpty());
        QVERIFY(notes(run).join(QLatin1Char('\n')).contains(QLatin1String("no dialog")));
    }
    void the_user_takes_over_from_the_bye_that_comes_by_itself()
    {
        SimulatedRun run;
        friendly(run);
        ComposedRequest request = call();
        request.hangUpAfter = 2s;
        UserAgentClient &client = run.send(request);
        run.clock.advance(1s);
        QVERIFY(client.next("a", next("INFO")));
        run.clock.advance(60s);
        QVERIFY(run.sent("BYE").isEmpty());
        QVERIFY(client.cancel()); // the Cancel button hangs up
        run.clock.advance(50ms);
        QCOMPARE(run.sent("BYE").size(), 1);
        QCOMPARE(run.ear.finished, 1);
    }
    //= R14.1-1
    void one_invite_at_a_time()
    {
        SimulatedRun run;
        run.network.peer = [&run](const FakeTransport::Sent &one) {
            if (one.message.method() == "INVITE" && one.message.toTag().isEmpty())
                run.network.answer(one, 200, "a", contact("sip:bob@192.0.2.7"));
        };
        UserAgentClient &client = run.send(call());
        run.clock.advance(50ms);
        QVERIFY(client.next({}, next("INVITE")));
        QString why;
        QVERIFY(!client.next({}, next("INVITE"), &why));
        QVERIFY(why.contains(QLatin1String("14.1")));
        QVERIFY(client.next({}, next("INFO"))); // others are free
        run.network.answer(run.sent("INVITE").last(), 488, "a");
        run.clock.advance(50ms);
        QVERIFY(client.next({}, next("INVITE")));
        QCOMPARE(run.sent("ACK").size(), 2); // 2xx and 488
    }
    //= R12.2.1.2-1
    void a_re_invite_moves_the_target_and_its_copies_get_its_own_ack()
    {
        SimulatedRun run;
        friendly(run);
        UserAgentClient &client = run.send(call());
        run.clock.advance(50ms);
        run.network.peer = {};
        QVERIFY(client.next({}, next("INVITE")));
        const FakeTransport::Sent again = run.sent("INVITE").last();
        for (int copy = 0; copy < 3; ++copy)
            run.network.answer(again, 200, "a", contact("sip:bob@192.0.2.9:5099"));
        run.clock.advance(50ms);
        const QList<FakeTransport::Sent> acks = run.sent("ACK");
        QCOMPARE(acks.size(), 4);
        QCOMPARE(acks[1].message.wire(), acks[3].message.wire());
        QCOMPARE(acks[1].message.cseqNumber(), again.message.cseqNumber());
        QCOMPARE(acks[1].target.remote.text(), QByteArray("192.0.2.9:5099"));
        QVERIFY(again.message.has(HeaderId::Contact)); //= R12.2.1.1-6
        QVERIFY(client.next({}, next("INFO")));
        QCOMPARE(run.sent("INFO").last().target.remote.text(), QByteArray("192.0.2.9:5099"));
        run.network.answer(run.sent("INVITE").first(), 200, "a", contact("sip:bob@192.0.2.7")); // a copy of the first 2xx
        run.clock.advance(50ms);
        QCOMPARE(run.sent("ACK").last().message.wire(), acks[0].message.wire());
        QCOMPARE(run.sent("ACK").last().target.remote.text(), QByteArray("192.0.2.7:5060"));
    }
    // RFC 3261 12.2: who moves stays where he went.
    void a_re_invite_that_is_taken_moves_us_too()
    {
        SimulatedRun run;
        int status = 200;
        run.network.peer = [&](const FakeTransport::Sent &one) {
            if (one.message.isRequest() && one.message.method() != "ACK")
                run.network.answer(one, status, "a", contact("sip:bob@192.0.2.9"));
        };
        UserAgentClient &client = run.send(call());
        run.clock.advance(50ms);
        const auto reInvite = [&](const QByteArray &contact) {
            NextRequest request = next("INVITE");
            if (!contact.isEmpty())
                request.rows << ComposedRow{"Contact", contact};
            QVERIFY(client.next({}, request));
            run.clock.advance(50ms);
        };
        const auto lastContact = [&run] { return run.sent("INVITE").last().message.value(HeaderId::Contact); };
        reInvite("<sip:alice@192.0.2.11>");
        reInvite({});
        QCOMPARE(lastContact(), QByteArray("<sip:alice@192.0.2.11>"));
        status = 488;
        reInvite("<sip:alice@192.0.2.12>");
        reInvite({});
        QCOMPARE(lastContact(), QByteArray("<sip:alice@192.0.2.11>"));
    }
    //= R12.2.1.2-2
    //= R14.1-4
    void a_dialog_the_peer_lost_is_ended_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<int>("status"); // 0: no answer at all
        QTest::addColumn<bool>("ended");
        QTest::newRow("INFO 481") << QByteArray("INFO") << 481 << true;
        QTest::newRow("INFO 408") << QByteArray("INFO") << 408 << true;
        QTest::newRow("INFO silence") << QByteArray("INFO") << 0 << true;
        QTest::newRow("INVITE 481") << QByteArray("INVITE") << 481 << true;
        QTest::newRow("INVITE silence") << QByteArray("INVITE") << 0 << true;
        QTest::newRow("INVITE 488") << QByteArray("INVITE") << 488 << false;
        QTest::newRow("INFO 469") << QByteArray("INFO") << 469 << false; //= R6086.4.2.1-2
        QTest::newRow("INFO 500") << QByteArray("INFO") << 500 << false;
    }
    void a_dialog_the_peer_lost_is_ended()
    {
        QFETCH(QByteArray, method);
        QFETCH(int, status);
        QFETCH(bool, ended);
        SimulatedRun run;
        bool silent = false;
        run.network.peer = [&](const FakeTransport::Sent &one) {
            const bool asked = one.message.method() == method && !one.message.toTag().isEmpty();
            if (one.message.method() == "ACK" || (asked && silent))
                return;
            run.network.answer(one, asked ? status : 200, "a", contact("sip:bob@192.0.2.7"));
        };
        silent = status == 0;
        UserAgentClient &client = run.send(call());
        run.clock.advance(50ms);
        QVERIFY(client.next({}, next(method)));
        QVERIFY(run.clock.runDry());
        QCOMPARE(run.sent("BYE").size(), ended ? 1 : 0);
        QCOMPARE(run.ear.finished, ended ? 1 : 0);
    }
    //= R15.1.1-1
    //= R15.1.1-2
    void whatever_the_bye_is_answered_the_call_is_over()
    {
        for (const int status : {200, 408, 481, 500}) {
            SimulatedRun run;
            friendly(run);
            UserAgentClient &client = run.send(call());
            run.clock.advance(50ms);
            run.network.peer = {};
            QVERIFY(client.next({}, next("BYE")));
            QString why;
            QVERIFY(!client.next({}, next("INFO"), &why)); // before the answer is here
            QVERIFY(why.contains(QLatin1String("hung up")));
            QVERIFY(client.next({}, next("BYE"))); // which adds nothing
            run.clock.advance(50ms);
            QCOMPARE(run.sent("BYE").size(), 1);
            QVERIFY(run.sent("INFO").isEmpty());
            QCOMPARE(run.ear.finished, 0);
            run.network.answer(run.sent("BYE").first(), status, "a");
            run.clock.advance(50ms);
            QCOMPARE(run.ear.finished, 1);
            QCOMPARE(run.events<DialogChanged>().last().dialog.state, DialogFacts::State::Terminated);
        }
    }
    //= R3311.5.1-1
    void an_update_may_go_out_in_an_early_dialog()
    {
        SimulatedRun run;
        UserAgentClient &client = run.send(call());
        run.network.answer(run.network.sent.first(), 183, "a", [](MessageDraft &d) {
            d.append(HeaderId::Contact, "<sip:bob@192.0.2.7>");
            d.append(HeaderId::Allow, "INVITE, UPDATE");
        });
        run.clock.advance(50ms);
        QVERIFY(client.next({}, next("UPDATE")));
        const Message update = run.sent("UPDATE").first().message;
        QCOMPARE(update.toTag(), QByteArrayView("a"));
        QCOMPARE(update.requestUri(), QByteArrayView("sip:bob@192.0.2.7"));
        QCOMPARE(update.cseqNumber(), run.sent("INVITE").first().message.cseqNumber() + 1);
    }
    //= R15.1.1-2
    void a_bye_that_is_never_answered_ends_the_call_too()
    {
        SimulatedRun run;
        run.network.peer = [&run](const FakeTransport::Sent &one) {
            if (one.message.method() == "INVITE")
                run.network.answer(one, 200, "a", contact("sip:bob@192.0.2.7"));
        };
        UserAgentClient &client = run.send(call());
        run.clock.advance(50ms);
        QVERIFY(client.next({}, next("BYE")));
        QVERIFY(!client.cancel() || run.sent("BYE").size() == 1); // no second one
        QVERIFY(run.clock.runDry());
        QCOMPARE(run.ear.finished, 1);
        QCOMPARE(client.attempts().size(), 2);
    }
};

QTEST_GUILESS_MAIN(TestInDialog)
#include "tst_in_dialog.moc"
