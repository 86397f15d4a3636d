// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/simulated_run.h"

#include <QtTest>

using namespace sip;

/// Requests of the peer in a dialog of ours.
class TestAnswers : public QObject {
    Q_OBJECT

    /// A call that is up, with the peer's tag "a".
    struct Call : SimulatedRun {
        explicit Call(const QList<CannedAnswer> &answers = {}, const QList<NextRequest> &then = {})
        {
            network.peer = [this](const FakeTransport::Sent &one) {
                if (one.message.method() == "INVITE" && one.message.toTag().isEmpty())
                    network.answer(one, 200, "a", [](MessageDraft &d) { d.append(HeaderId::Contact, "<sip:bob@192.0.2.7>"); });
                else if (one.message.method() == "BYE")
                    network.answer(one, 200);
            };
            ComposedRequest request = compose("INVITE");
            request.hangUpAfter = ComposedRequest::Never;
            request.answers = answers;
            request.then = then;
            client = &send(request);
            clock.advance(50ms);
            before = network.sent.size();
        }
        /// A request of the peer in the dialog. \param branch  the same for copies, ACK to a refusal and CANCEL
        void ask(const QByteArray &method, int cseq, const QByteArray &more = {}, QByteArray branch = {})
        {
            const Message invite = client->attempts().first().request;
            if (branch.isEmpty())
                branch = "z9hG4bKpeer" + QByteArray::number(cseq) + method;
            network.receive(method + " sip:alice@192.0.2.10 SIP/2.0\r\nVia: SIP/2.0/UDP 192.0.2.1:5060;branch=" + branch +
                            "\r\nMax-Forwards: 70\r\nFrom: " + invite.value(HeaderId::To) +
                            ";tag=a\r\nTo: " + invite.value(HeaderId::From) + "\r\nCall-ID: " + invite.callId().toByteArray() +
                            "\r\nCSeq: " + QByteArray::number(cseq) + ' ' + method + "\r\n" + more + "Content-Length: 0\r\n\r\n");
            clock.advance(50ms);
        }
        /// Statuses we sent, of the answers to one method.
        QList<int> answered(const QByteArray &method) const
        {
            QList<int> all;
            for (const FakeTransport::Sent &one : network.sent)
                if (one.message.isResponse() && one.message.cseqMethod() == method)
                    all << one.message.status();
            return all;
        }
        Message last() const { return network.sent.last().message; }

        UserAgentClient *client;
        qsizetype before;
    };
    static CannedAnswer canned(const QByteArray &method, const QList<CannedAnswer::Step> &steps)
    {
        return {.method = method, .steps = steps};
    }

private Q_SLOTS:
    void what_the_rfcs_say_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("more");
        QTest::addColumn<int>("status");
        QTest::newRow("OPTIONS") << QByteArray("OPTIONS") << QByteArray() << 200;
        QTest::newRow("INFO") << QByteArray("INFO") << QByteArray() << 200;
        QTest::newRow("INFO of a package") << QByteArray("INFO") << QByteArray("Info-Package: foo\r\n") << 469; //= R6086.4.2.1-2
        QTest::newRow("MESSAGE") << QByteArray("MESSAGE") << QByteArray() << 200;
        QTest::newRow("UPDATE") << QByteArray("UPDATE") << QByteArray("Contact: <sip:b@192.0.2.8>\r\n") << 200;
        QTest::newRow("PRACK for nothing") << QByteArray("PRACK") << QByteArray() << 481;
        QTest::newRow("NOTIFY of nothing") << QByteArray("NOTIFY") << QByteArray() << 481; //= R6665.4.1.3-1
        QTest::newRow("REFER") << QByteArray("REFER") << QByteArray("Refer-To: <sip:c@example.com>\r\n") << 603;
        QTest::newRow("REFER to nobody") << QByteArray("REFER") << QByteArray() << 400;
        QTest::newRow("REFER to two") << QByteArray("REFER")
                                      << QByteArray("Refer-To: <sip:c@example.com>\r\nr: <sip:d@example.com>\r\n") << 400;
        QTest::newRow("unknown method") << QByteArray("FOO") << QByteArray() << 405;
        QTest::newRow("unknown option") << QByteArray("INFO") << QByteArray("Require: foo\r\n") << 420;
        QTest::newRow("BYE") << QByteArray("BYE") << QByteArray() << 200;
    }
    void what_the_rfcs_say()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, more);
        QFETCH(int, status);
        Call call;
        call.ask(method, 1, more);
        QCOMPARE(call.last().status(), status);
        QCOMPARE(call.last().toTag(), call.client->attempts().first().request.fromTag());
        if (status == 405)
            QVERIFY(call.last().value(HeaderId::Allow).contains("INVITE"));
        if (status == 420)
            QCOMPARE(call.last().value(HeaderId::Unsupported), QByteArray("foo"));
        QCOMPARE(call.ear.finished, method == "BYE" ? 1 : 0);
    }
    void an_update_moves_the_target_and_carries_our_contact()
    {
        Call call;
        call.ask("UPDATE", 1, "Contact: <sip:bob@192.0.2.8:5088>\r\n");
        QVERIFY(call.last().has(HeaderId::Contact)); //= R3311.5.1-3
        QVERIFY(call.client->next({}, {.method = "INFO", .rows = {}, .body = {}}));
        QCOMPARE(call.sent("INFO").last().target.remote.text(), QByteArray("192.0.2.8:5088"));
    }
    void as_the_user_set_it()
    {
        Call call({canned("INFO", {{0s, 183}, {2s, 486}}), canned("*", {{0s, 604}}), canned("MESSAGE", {{0s, 0}})});
        call.ask("INFO", 1);
        QCOMPARE(call.answered("INFO"), QList<int>({183}));
        call.clock.advance(2s);
        QCOMPARE(call.answered("INFO"), QList<int>({183, 486}));
        call.ask("FOO", 2);
        QCOMPARE(call.answered("FOO"), QList<int>({604}));
        call.ask("MESSAGE", 3);
        call.clock.advance(60s);
        QVERIFY(call.answered("MESSAGE").isEmpty());
        QCOMPARE(call.core.transactions().serverCount(), 0); // silence holds no memory for ever
        call.ask("BYE", 4);
        QCOMPARE(call.answered("BYE"), QList<int>({200})); // "*" does not keep a call from ending
    }
    void by_hand()
    {
        Call call({canned("*", {})});
        call.ask("FOO", 1);
        QVERIFY(call.answered("FOO").isEmpty());
        TransactionId id = 0;
        for (const TraceEventPtr &event : std::as_const(call.trace))
            if (const auto *received = event->as<MessageReceived>(); received && received->message.method() == "FOO") {
                id = event->context.transaction;
                QCOMPARE(event->context.intent, call.client->intent());
            }
        ComposedAnswer answer{.status = 299, .reason = {}, .rows = {{"X-A", "1"}}, .body = "hello"};
        QVERIFY(call.client->answer(id, answer));
        call.clock.advance(50ms);
        QCOMPARE(call.last().status(), 299);
        QCOMPARE(call.last().body(), QByteArrayView("hello"));
        QCOMPARE(call.last().value(QByteArrayView("X-A")), QByteArray("1"));
        QString why;
        QVERIFY(!call.client->answer(id, answer, &why));
        QVERIFY(!why.isEmpty());
    }
    // RFC 3261 13.3.1.4
    void a_2xx_to_a_re_invite_goes_out_again_until_its_ack()
    {
        Call call({canned("INVITE", {{0s, 180}, {1s, 200}})});
        call.ask("INVITE", 5);
        call.clock.advance(1s);
        QCOMPARE(call.answered("INVITE"), QList<int>({180, 200}));
        call.clock.advance(600ms);
        QCOMPARE(call.answered("INVITE"), QList<int>({180, 200, 200}));
        call.ask("ACK", 5, {}, "z9hG4bKack");
        call.clock.advance(60s);
        QCOMPARE(call.answered("INVITE").size(), 3);
        QVERIFY(call.sent("BYE").isEmpty());
        QCOMPARE(call.core.transactions().serverCount(), 0);
    }
    // RFC 3261 13.3.1.4
    void without_its_ack_the_call_is_hung_up()
    {
        Call call({canned("INVITE", {{0s, 200}})});
        call.ask("INVITE", 5);
        call.clock.advance(60s);
        QCOMPARE(call.answered("INVITE").size(), 11); // 0, 0.5, 1.5, 3.5, 7.5, 11.5, ... 31.5 s
        QCOMPARE(call.sent("BYE").size(), 1);
        QCOMPARE(call.ear.finished, 1);
    }
    //= R14.2-1
    //= R3311.5.2-1
    void crossing_changes_are_answered_491()
    {
        for (const char *ours : {"INVITE", "UPDATE"})
            for (const char *theirs : {"INVITE", "UPDATE"}) {
                Call call;
                QVERIFY(call.client->next({}, {.method = ours, .rows = {}, .body = {}}));
                call.ask(theirs, 5);
                QCOMPARE(call.answered(theirs).last(), 491);
            }
    }
    //= R14.1-1
    void no_invite_of_ours_while_theirs_is_being_answered()
    {
        Call call({canned("INVITE", {{0s, 180}, {5s, 200}})});
        call.ask("INVITE", 5);
        QString why;
        QVERIFY(!call.client->next({}, {.method = "INVITE", .rows = {}, .body = {}}, &why));
        QVERIFY(why.contains(QLatin1String("14.1")));
        call.clock.advance(6s);
        call.ask("ACK", 5, {}, "z9hG4bKack");
        QVERIFY(call.client->next({}, {.method = "INVITE", .rows = {}, .body = {}}));
    }
    //= R14.2-2
    //= R3311.5.2-1
    void a_second_change_before_the_first_is_answered_gets_500_with_retry_after()
    {
        Call call({canned("INVITE", {})});
        call.ask("INVITE", 5);
        call.ask("INVITE", 6);
        QCOMPARE(call.last().status(), 500);
        bool isNumber = false;
        const int after = call.last().value(HeaderId::RetryAfter).toInt(&isNumber);
        QVERIFY(isNumber && after >= 0 && after <= 10);
        call.ask("UPDATE", 7);
        QCOMPARE(call.last().status(), 500);
    }
    //= R14.1-1
    void what_is_to_follow_waits_while_the_peer_changes_the_session()
    {
        NextRequest hold{.method = "INVITE", .rows = {}, .body = {}, .offer = NextRequest::Offer::Hold, .after = 1s};
        Call call({canned("INVITE", {{2s, 200}})}, {hold});
        call.ask("INVITE", 5);
        call.clock.advance(1900ms);
        QCOMPARE(call.sent("INVITE").size(), 1);
        call.clock.advance(600ms);
        QCOMPARE(call.answered("INVITE").first(), 200); // and its copies: the peer's ACK is not here yet
        QCOMPARE(call.sent("INVITE").size(), 2);
    }
    void a_cancel_and_a_bye_end_what_waits()
    {
        Call call({canned("INVITE", {{0s, 180}, {60s, 200}})});
        call.ask("INVITE", 5);
        call.ask("CANCEL", 5, {}, "z9hG4bKpeer5INVITE");
        QCOMPARE(call.answered("CANCEL"), QList<int>({200}));
        QCOMPARE(call.answered("INVITE"), QList<int>({180, 487}));
        call.ask("ACK", 5, {}, "z9hG4bKpeer5INVITE");
        call.ask("INVITE", 6);
        call.ask("BYE", 7);
        QCOMPARE(call.answered("INVITE").last(), 487);
        QCOMPARE(call.answered("BYE"), QList<int>({200}));
        QCOMPARE(call.ear.finished, 1);
    }
    void a_storm_of_requests_does_not_fill_the_memory()
    {
        Call call({canned("FOO", {})});
        for (int i = 1; i <= 300; ++i)
            call.ask("FOO", i);
        QCOMPARE(call.answered("FOO").size(), 200);
        QCOMPARE(call.answered("FOO").last(), 503);
    }
    void disposing_leaves_nothing()
    {
        Call call({canned("INVITE", {{0s, 200}}), canned("FOO", {{5s, 200}})});
        call.ask("FOO", 1);
        call.ask("INVITE", 5);
        call.client->dispose();
        const qsizetype sent = call.network.sent.size();
        QVERIFY(call.clock.runDry());
        QCOMPARE(call.network.sent.size(), sent);
        QCOMPARE(call.core.transactions().serverCount(), 0);
    }
};

QTEST_GUILESS_MAIN(TestAnswers)
#include "tst_answers.moc"
