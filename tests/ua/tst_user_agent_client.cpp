// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/simulated_run.h"

#include <QtTest>

using namespace sip;
using Fate = MessageReceived::Fate;
using CancelState = UserAgentClient::CancelState;

class TestUserAgentClient : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nothing_is_on_the_wire_before_send()
    {
        SimulatedRun run;
        UserAgentClient &client = run.client(SimulatedRun::compose("OPTIONS"));
        QVERIFY(client.validate().isEmpty());
        QVERIFY(client.attempts().isEmpty());
        run.clock.advance(1h);
        QVERIFY(run.network.sent.isEmpty());
        client.send();
        client.send();
        QCOMPARE(run.network.sent.size(), 1);
    }
    void an_answer_reaches_the_callback_of_its_class_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("callback");
        for (const int status : {200, 202, 299})
            QTest::addRow("%d", status) << status << QByteArray("accept");
        for (const int status : {300, 302, 399})
            QTest::addRow("%d", status) << status << QByteArray("redirect");
        for (const int status : {400, 404, 431, 486, 500, 503, 599, 603, 699})
            QTest::addRow("%d", status) << status << QByteArray("reject");
    }
    //= R8.1.3.2-1
    void an_answer_reaches_the_callback_of_its_class()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, callback);
        SimulatedRun run;
        run.network.peer = [&](const FakeTransport::Sent &one) { run.network.answer(one, status); };
        run.send(SimulatedRun::compose("OPTIONS"));
        run.clock.settle();
        QCOMPARE(run.ear.accept.size(), callback == "accept" ? 1 : 0);
        QCOMPARE(run.ear.redirect.size(), callback == "redirect" ? 1 : 0);
        QCOMPARE(run.ear.reject.size(), callback == "reject" ? 1 : 0);
        QCOMPARE(run.ear.last.status, status);
        QVERIFY(!run.ear.last.isLocal());
        QCOMPARE(run.ear.finished, 1);
        QVERIFY(run.clients.front()->isFinished());
    }
    //= R7.2-3
    void the_phrase_of_an_answer_decides_nothing()
    {
        SimulatedRun run;
        run.send(SimulatedRun::compose("OPTIONS"));
        const QByteArray refusal = MessageDraft::response(run.network.sent.first().message, 486, "OK", "p").toBytes();
        run.network.receive(refusal);
        run.clock.settle();
        QCOMPARE(run.ear.reject, QList<int>({486}));
        QVERIFY(run.ear.accept.isEmpty());
    }
    //= R8.1.3.2-2
    void provisionals_go_to_trying_and_progress()
    {
        SimulatedRun run;
        run.send(SimulatedRun::compose("INVITE"));
        for (const int status : {100, 180, 183, 199, 101})
            run.network.answer(run.network.sent.first(), status);
        run.clock.settle();
        QCOMPARE(run.ear.trying, QList<int>({100}));
        QCOMPARE(run.ear.progress, QList<int>({180, 183, 199, 101}));
        QCOMPARE(run.ear.finished, 0);
    }
    //= R8.1.3.2-3
    //= R8.1.3.3-1
    void answers_that_are_none_are_dropped_and_shown()
    {
        SimulatedRun run;
        run.send(SimulatedRun::compose("OPTIONS"));
        const FakeTransport::Sent one = run.network.sent.first();
        run.network.answer(one, 700);
        run.network.answer(one, 99);
        run.network.answer(one, 200, "peer",
                           [](MessageDraft &d) { d.prepend(HeaderId::Via, "SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK0"); });
        run.network.answer(one, 200, "peer", [](MessageDraft &d) {
            d.set(HeaderId::Via, d.value(HeaderId::Via) + ", SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK0");
        });
        run.clock.settle();
        QCOMPARE(run.fates(), QList<Fate>(4, Fate::Dropped));
        for (const MessageReceived &received : run.events<MessageReceived>())
            QVERIFY(!received.reason.isEmpty());
        QVERIFY(run.ear.accept.isEmpty());
    }
    //= R8.1.3.1-1
    //= R8.1.3.1-3
    void silence_becomes_a_local_408_with_its_timer_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<int>("sends");
        QTest::addColumn<LocalCause>("cause");
        QTest::newRow("INVITE udp") << QByteArray("INVITE") << QByteArray("udp:192.0.2.1:5060") << 7 << LocalCause::TimerB;
        QTest::newRow("OPTIONS udp") << QByteArray("OPTIONS") << QByteArray("udp:192.0.2.1:5060") << 11 << LocalCause::TimerF;
        QTest::newRow("INVITE tcp") << QByteArray("INVITE") << QByteArray("tcp:192.0.2.1:5060") << 1 << LocalCause::TimerB;
        QTest::newRow("unknown tcp") << QByteArray("PING") << QByteArray("tcp:192.0.2.1:5060") << 1 << LocalCause::TimerF;
    }
    void silence_becomes_a_local_408_with_its_timer()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, target);
        QFETCH(int, sends);
        QFETCH(LocalCause, cause);
        SimulatedRun run;
        run.send(SimulatedRun::compose(method, target));
        QVERIFY(run.clock.runDry());
        QCOMPARE(run.clock.now(), Instant(32s));
        QCOMPARE(run.network.sent.size(), sends);
        for (const FakeTransport::Sent &one : std::as_const(run.network.sent)) {
            QCOMPARE(one.message.wire(), run.network.sent.first().message.wire()); //= R17.1.1.2-5
            QCOMPARE(one.message.method(), QByteArrayView(method));                // no ACK, R17.1.1.2-7
        }
        QCOMPARE(run.ear.reject, QList<int>({408}));
        QCOMPARE(run.ear.last.cause, cause);
        QVERIFY(run.ear.last.isLocal());
        QCOMPARE(run.ear.last.message.kind(), Message::Kind::Invalid);
        const QList<LocalStatus> local = run.events<LocalStatus>();
        QCOMPARE(local.size(), 1);
        QVERIFY(local.first().text.contains(QLatin1String("nothing received")));
        QVERIFY(run.fates().isEmpty());
        QCOMPARE(run.ear.finished, 1);
        QCOMPARE(run.core.transactions().clientCount(), 0);
    }
    //= R17.1.1.1-1
    void a_t1_below_the_usual_is_warned_of_outside_closed_networks()
    {
        const auto warned = [](const QByteArray &target, Instant t1) {
            SimulatedRun run;
            ComposedRequest request = SimulatedRun::compose("OPTIONS", target);
            request.timers = {t1, 4s, 5s};
            run.send(request);
            const QList<Note> notes = run.events<Note>();
            return std::any_of(notes.cbegin(), notes.cend(),
                               [](const Note &note) { return QLatin1String(note.rule) == QLatin1String("R17.1.1.1-1"); });
        };
        QVERIFY(warned("udp:192.0.2.1:5060", 100ms));
        QVERIFY(!warned("udp:192.0.2.1:5060", 500ms));
        QVERIFY(!warned("udp:192.0.2.1:5060", 1s));
        QVERIFY(!warned("udp:127.0.0.1:5060", 100ms));
        QVERIFY(!warned("udp:10.0.0.1:5060", 100ms));
    }
    //= R17.1.2.2-9
    void a_received_408_keeps_its_own_words()
    {
        SimulatedRun run;
        run.network.peer = [&](const FakeTransport::Sent &one) {
            run.network.answer(one, 408, "peer", [](MessageDraft &d) { d.append("X-Proxy", "three"); });
        };
        run.send(SimulatedRun::compose("OPTIONS"));
        run.clock.settle();
        QVERIFY(!run.ear.last.isLocal());
        QCOMPARE(run.ear.last.message.value(QByteArrayView("X-Proxy")), QByteArray("three"));
        QVERIFY(run.events<LocalStatus>().isEmpty());
    }
    //= R8.1.3.1-2
    void a_failed_send_becomes_a_local_503_at_once()
    {
        SimulatedRun run;
        run.network.refusal =
            TransportError{.cause = LocalCause::Refused, .text = QStringLiteral("nothing listens there"), .reporter = {}};
        run.send(SimulatedRun::compose("INVITE"));
        QVERIFY(run.ear.reject.isEmpty()); // never from inside send()
        QVERIFY(run.clock.runDry(1ms));
        QCOMPARE(run.ear.reject, QList<int>({503}));
        QCOMPARE(run.ear.last.cause, LocalCause::Refused);
        QCOMPARE(run.ear.last.error.text, QStringLiteral("nothing listens there"));
        QCOMPARE(run.network.sent.size(), 1);
    }
    void what_cannot_be_sent_at_all_is_a_local_503_later_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<LocalCause>("cause");
        QTest::newRow("name") << QByteArray("sip:example.com") << LocalCause::Dns;
        QTest::newRow("garbage") << QByteArray("udp:") << LocalCause::Unreachable;
        QTest::newRow("a transport nobody has") << QByteArray("sctp:192.0.2.1:5061") << LocalCause::Unreachable;
    }
    void what_cannot_be_sent_at_all_is_a_local_503_later()
    {
        QFETCH(QByteArray, target);
        QFETCH(LocalCause, cause);
        SimulatedRun run;
        run.send(SimulatedRun::compose("OPTIONS", target));
        QVERIFY(run.ear.reject.isEmpty());
        QVERIFY(run.clock.runDry(1ms));
        QCOMPARE(run.ear.reject, QList<int>({503}));
        QCOMPARE(run.ear.last.cause, cause);
        QVERIFY(!run.ear.last.error.text.isEmpty());
        QVERIFY(run.network.sent.isEmpty());
        QCOMPARE(run.ear.finished, 1);
    }
    void no_route_and_too_big_are_said_before_anything_is_sent()
    {
        SimulatedRun run;
        run.network.unroutable = Error{Error::Code::Transport, QStringLiteral("no route to 192.0.2.1")};
        run.send(SimulatedRun::compose("OPTIONS"));
        run.clock.settle();
        QCOMPARE(run.ear.last.cause, LocalCause::Unreachable);
        run.network.unroutable.reset();
        ComposedRequest big = SimulatedRun::compose("MESSAGE");
        big.body = QByteArray(70'000, 'x');
        run.send(big);
        run.clock.settle();
        QCOMPARE(run.ear.last.cause, LocalCause::TooBig);
        QVERIFY(run.network.sent.isEmpty());
    }
    //= R8.1.3.5-1
    //= R22.2-1
    //= R22.3-1
    void a_challenge_is_answered_in_the_row_of_its_kind()
    {
        for (const bool proxy : {false, true}) {
            SimulatedRun run;
            run.network.peer = [&](const FakeTransport::Sent &one) {
                if (run.network.sent.size() == 1)
                    run.network.answer(one, proxy ? 407 : 401, "peer", SimulatedRun::challenge("n1", proxy));
                else
                    run.network.answer(one, 200);
            };
            run.send(SimulatedRun::compose("MESSAGE"));
            run.clock.settle();
            QCOMPARE(run.ear.accept, QList<int>({200}));
            const Message retry = run.sent("MESSAGE").last().message;
            QCOMPARE(retry.count(proxy ? HeaderId::ProxyAuthorization : HeaderId::Authorization), 1);
            QCOMPARE(retry.count(proxy ? HeaderId::Authorization : HeaderId::ProxyAuthorization), 0);
        }
    }
    //= R8.1.1.4-1
    void a_challenge_is_answered_in_a_new_attempt()
    {
        SimulatedRun run;
        run.network.peer = [&](const FakeTransport::Sent &one) {
            if (one.message.has(HeaderId::Authorization))
                run.network.answer(one, 200);
            else
                run.network.answer(one, 401, "peer", SimulatedRun::challenge("n1"));
        };
        UserAgentClient &client = run.send(SimulatedRun::compose("REGISTER"));
        run.clock.settle();
        QCOMPARE(run.ear.accept, QList<int>({200}));
        QVERIFY(run.ear.reject.isEmpty());
        QCOMPARE(client.attempts().size(), 2);
        const Message first = client.attempts()[0].request, second = client.attempts()[1].request;
        QCOMPARE(client.attempts()[1].why, QByteArray("challenge"));
        QCOMPARE(second.cseqNumber(), first.cseqNumber() + 1);
        QVERIFY(second.branch() != first.branch());
        QCOMPARE(second.callId(), first.callId());
        QCOMPARE(second.fromTag(), first.fromTag());
        QCOMPARE(run.events<AuthPlanned>().size(), 1);
    }
    //= R3428.8-1
    void a_long_message_goes_over_udp_by_choice_only()
    {
        const auto sent = [](const QByteArray &target, bool force, qsizetype size, bool *warned) {
            SimulatedRun run;
            ComposedRequest request = SimulatedRun::compose("MESSAGE", target);
            request.body = QByteArray(size, 'x');
            request.forceUdp = force;
            run.send(request);
            run.clock.settle();
            const QList<Note> notes = run.events<Note>();
            *warned = std::any_of(notes.cbegin(), notes.cend(),
                                  [](const Note &note) { return QLatin1String(note.rule) == QLatin1String("R3428.8-1"); });
            if (run.network.sent.isEmpty())
                return run.ear.last.status == 503 && run.ear.last.cause == LocalCause::TooBig ? QByteArray("refused")
                                                                                              : QByteArray();
            return QByteArray("sent");
        };
        bool warned = false;
        QCOMPARE(sent("udp:192.0.2.1:5060", false, 500, &warned), QByteArray("sent"));
        QVERIFY(!warned);
        QCOMPARE(sent("udp:192.0.2.1:5060", false, 1300, &warned), QByteArray("refused"));
        QCOMPARE(sent("udp:192.0.2.1:5060", true, 1300, &warned), QByteArray("sent"));
        QVERIFY(warned);
        QCOMPARE(sent("tcp:192.0.2.1:5060", false, 1300, &warned), QByteArray("sent"));
        QVERIFY(warned);
    }
    //= R20.32-1
    void an_option_nobody_offered_is_said_when_an_answer_requires_it()
    {
        const auto notes = [](int status, const QByteArray &required) {
            SimulatedRun run;
            run.send(SimulatedRun::compose("INVITE"));
            run.network.answer(run.network.sent.first(), status, "p",
                               [&](MessageDraft &d) { d.append(HeaderId::Require, required); });
            run.clock.settle();
            QString all;
            for (const Note &note : run.events<Note>())
                if (QLatin1String(note.rule) == QLatin1String("R20.32-1"))
                    all += note.text;
            return all;
        };
        QVERIFY(notes(200, "timer, foo, bar").contains(QLatin1String("requires foo, bar,")));
        QCOMPARE(notes(200, "100REL"), QString());
        QCOMPARE(notes(421, "foo"), QString());
    }
    //= R3428.8-2
    //= R3903.4-2
    void a_second_one_to_the_same_uri_waits_for_the_answer()
    {
        for (const QByteArray method : {"MESSAGE", "PUBLISH"}) {
            SimulatedRun run;
            ComposedRequest other = SimulatedRun::compose(method);
            other.requestUri = "sip:carol@example.com";
            UserAgentClient &first = run.send(SimulatedRun::compose(method));
            UserAgentClient &second = run.send(SimulatedRun::compose(method));
            UserAgentClient &third = run.send(SimulatedRun::compose(method));
            run.send(other); // another URI: free
            UserAgentClient &last = run.send(SimulatedRun::compose(method));
            run.clock.advance(100ms);
            QCOMPARE(run.sent(method).size(), 2);
            QCOMPARE(run.sent(method).last().message.requestUri(), QByteArrayView("sip:carol@example.com"));
            QVERIFY(second.stop()); // waits no more
            run.network.answer(run.network.sent.first(), 401, "p", SimulatedRun::challenge("n1"));
            run.clock.advance(100ms);
            QVERIFY(first.attempts().size() == 2 && third.attempts().isEmpty()); // the first goes on
            run.network.answer(run.sent(method).last(), 200);
            run.clock.advance(100ms);
            QVERIFY(second.attempts().isEmpty());
            QCOMPARE(third.attempts().size(), 1);
            QVERIFY(last.attempts().isEmpty());
            QVERIFY(run.clock.runDry()); // the others end by Timer F
            QCOMPARE(last.attempts().size(), 1);
            QCOMPARE(last.attempts().first().cause, LocalCause::TimerF);
            QCOMPARE(run.ear.finished, 5);
        }
    }
    void others_and_what_is_sent_as_typed_do_not_wait()
    {
        SimulatedRun run;
        run.send(SimulatedRun::compose("OPTIONS"));
        run.send(SimulatedRun::compose("OPTIONS"));
        run.send(SimulatedRun::compose("MESSAGE"));
        ComposedRequest raw = SimulatedRun::compose("MESSAGE");
        raw.raw = true;
        raw.rawBytes = QByteArray(run.sent("MESSAGE").first().message.wire()).replace("branch=z9hG4bK", "branch=z9hG4bKraw");
        run.send(raw);
        QCOMPARE(run.network.sent.size(), 4);
    }
    //= R3428.4-3
    void a_202_to_a_message_says_that_it_is_stored()
    {
        SimulatedRun run;
        run.network.peer = [&](const FakeTransport::Sent &one) { run.network.answer(one, 202); };
        run.send(SimulatedRun::compose("MESSAGE"));
        run.clock.settle();
        QVERIFY(run.events<Note>().last().text.contains(QLatin1String("stored, not delivered")));
        QCOMPARE(run.ear.accept, QList<int>({202}));
    }
    void an_endless_401_ends()
    {
        SimulatedRun run;
        int nonce = 0;
        run.network.peer = [&](const FakeTransport::Sent &one) {
            run.network.answer(one, 401, "peer", SimulatedRun::challenge("n" + QByteArray::number(++nonce)));
        };
        UserAgentClient &client = run.send(SimulatedRun::compose("REGISTER"));
        QVERIFY(run.clock.runDry());
        QCOMPARE(run.ear.reject, QList<int>({401}));
        QVERIFY(client.attempts().size() <= 3);
        QCOMPARE(run.ear.finished, 1);
    }
    //= R8.1.3.5-7
    void endless_stale_answers_end_by_the_common_limit()
    {
        SimulatedRun run;
        int nonce = 0;
        run.network.peer = [&](const FakeTransport::Sent &one) {
            run.network.answer(one, 401, "peer",
                               SimulatedRun::challenge("n" + QByteArray::number(++nonce), false, ", qop=\"auth\", stale=true"));
        };
        ComposedRequest request = SimulatedRun::compose("REGISTER");
        request.authPolicy.maxStale = 100;
        request.authPolicy.maxAnswers = 100;
        UserAgentClient &client = run.send(request);
        QVERIFY(run.clock.runDry());
        QCOMPARE(client.attempts().size(), 6); // the first and maxRetries = 5
        QCOMPARE(run.ear.reject, QList<int>({401}));
    }
    void raw_bytes_go_out_as_typed_and_are_never_retried()
    {
        SimulatedRun run;
        ComposedRequest request = SimulatedRun::compose("OPTIONS");
        request.raw = true;
        request.rawBytes =
            "OPTIONS sip:x SIP/2.0\nVia: SIP/2.0/UDP 192.0.2.10;branch=z9hG4bKraw\nCall-ID: 1\nCSeq: 1 OPTIONS\nFrom: "
            "<sip:a@b>;tag=1\nTo: <sip:b@c>\n\n";
        run.network.peer = [&](const FakeTransport::Sent &one) {
            run.network.answer(one, 401, "peer", SimulatedRun::challenge("n"));
        };
        run.send(request);
        run.clock.settle();
        QCOMPARE(run.network.sent.size(), 1);
        QCOMPARE(run.network.sent.first().message.wire(), request.rawBytes);
        QCOMPARE(run.ear.reject, QList<int>({401}));
    }
    void dispose_is_silent_and_leaves_nothing_behind()
    {
        for (const QByteArray method : {"INVITE", "OPTIONS"}) {
            SimulatedRun run;
            UserAgentClient &client = run.send(SimulatedRun::compose(method));
            run.clock.advance(600ms);
            const qsizetype sends = run.network.sent.size();
            client.dispose();
            client.dispose();
            QVERIFY(run.clock.runDry());
            QCOMPARE(run.network.sent.size(), sends);
            QCOMPARE(run.ear.finished, 0);
            QVERIFY(run.ear.reject.isEmpty());
            QCOMPARE(run.core.transactions().clientCount(), 0);
            QCOMPARE(run.clock.armed(), 0);
        }
    }
    void stop_ends_a_request_that_cannot_be_cancelled()
    {
        SimulatedRun run;
        UserAgentClient &client = run.send(SimulatedRun::compose("OPTIONS"));
        QVERIFY(client.stop());
        QVERIFY(!client.stop());
        run.network.answer(run.network.sent.first(), 200);
        run.clock.settle();
        QCOMPARE(run.ear.finished, 1);
        QVERIFY(run.ear.accept.isEmpty());
        QCOMPARE(run.fates(), QList<Fate>({Fate::Late}));
        QCOMPARE(run.clock.armed(), 0);
    }
    void destroying_a_client_in_its_last_callback_is_safe()
    {
        struct Suicide final : UserAgentClientDelegate {
            std::unique_ptr<UserAgentClient> client;
            Scheduler *scheduler = nullptr;
            void onFinished() override
            {
                auto *const gone = client.release();
                scheduler->at(scheduler->now(), [gone] { delete gone; });
            }
        };
        SimulatedRun run;
        Suicide ear;
        ear.scheduler = &run.clock;
        ear.client = std::make_unique<UserAgentClient>(run.core, 77, SimulatedRun::compose("OPTIONS"), &ear);
        run.network.peer = [&](const FakeTransport::Sent &one) { run.network.answer(one, 200); };
        ear.client->send();
        QVERIFY(run.clock.runDry());
        QVERIFY(!ear.client);
        QCOMPARE(run.core.transactions().clientCount(), 0);
    }
    void an_ack_alone_is_sent_once_and_that_is_all()
    {
        SimulatedRun run;
        run.send(SimulatedRun::compose("ACK"));
        QVERIFY(run.clock.runDry());
        QCOMPARE(run.network.sent.size(), 1);
        QCOMPARE(run.ear.finished, 1);
    }
};
QTEST_GUILESS_MAIN(TestUserAgentClient)
#include "tst_user_agent_client.moc"
