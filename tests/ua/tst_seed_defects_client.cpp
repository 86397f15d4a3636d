// SPDX-License-Identifier: GPL-3.0-or-later
// Defects known from other stacks that need a whole client, apart from authentication: one test each. The others are in
// tests/transaction and tests/message. D29 is about an answer to keep-alives of ours, which we do not send yet.
#include "support/simulated_run.h"

#include <QtTest>

using namespace sip;
using CancelState = UserAgentClient::CancelState;
using Fate = MessageReceived::Fate;

class TestSeedDefectsClient : public QObject {
    Q_OBJECT

    static std::function<void(MessageDraft &)> contact(const QByteArray &uri = "sip:bob@192.0.2.7")
    {
        return [uri](MessageDraft &d) { d.append(HeaderId::Contact, "<" + uri + ">"); };
    }
    static ComposedRequest invite()
    {
        ComposedRequest request = SimulatedRun::compose("INVITE");
        request.hangUpAfter = ComposedRequest::Never;
        return request;
    }
    static NextRequest next(const QByteArray &method) { return {.method = method, .rows = {}, .body = {}}; }

    /// A call that is up; what follows is not answered until the test says so.
    struct Call : SimulatedRun {
        explicit Call(const std::function<void(MessageDraft &)> &edit = contact()) : client(&send(invite()))
        {
            network.answer(network.sent.first(), 200, "a", edit);
            clock.advance(50ms);
        }
        /// Answers the newest request of this method.
        void answer(const QByteArray &method, int status, const std::function<void(MessageDraft &)> &edit = contact())
        {
            network.answer(sent(method).last(), status, "a", edit);
            clock.advance(50ms);
        }
        /// Requests of this method; copies of one count once.
        qsizetype count(const QByteArray &method) const
        {
            const QList<UserAgentClient::Attempt> &all = client->attempts();
            return std::count_if(all.cbegin(), all.cend(), [&method](const UserAgentClient::Attempt &attempt) {
                return attempt.request.method() == method;
            });
        }
        UserAgentClient *client;
    };
    /// Rings, and is cancelled.
    struct Cancelled : SimulatedRun {
        Cancelled() : client(&send(invite()))
        {
            network.answer(network.sent.first(), 180);
            clock.advance(1s);
            client->cancel("SIP;cause=200");
        }
        UserAgentClient *client;
    };
    static QStringList cancelStates(const SimulatedRun &run)
    {
        QStringList states;
        for (const StateChanged &change : run.events<StateChanged>())
            if (change.machine == StateChanged::Machine::Cancel)
                states << QString::fromLatin1(change.to);
        return states;
    }
    static bool said(const SimulatedRun &run, const char *words)
    {
        const QList<Note> notes = run.events<Note>();
        return std::any_of(notes.cbegin(), notes.cend(),
                           [words](const Note &note) { return note.text.contains(QLatin1String(words)); });
    }
    static void refuseForEver(SimulatedRun &run, int status, const std::function<void(MessageDraft &)> &edit)
    {
        run.network.peer = [&run, status, edit](const FakeTransport::Sent &one) {
            if (one.message.isRequest() && one.message.method() != "ACK")
                run.network.answer(one, status, "r", edit);
        };
    }

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
    //= R8.1.3.4-1
    void D26_aRedirectionIsFollowedWhenWanted()
    {
        for (const bool wanted : {false, true}) {
            SimulatedRun run;
            ComposedRequest request = SimulatedRun::compose("OPTIONS", "sip:a@192.0.2.1");
            request.requestUri.clear();
            request.followRedirects = wanted;
            run.network.peer = [&](const FakeTransport::Sent &one) {
                const bool moved = one.target.remote.text() == "192.0.2.1:5060";
                run.network.answer(one, moved ? 302 : 200, "p", contact("sip:b@192.0.2.2:5070"));
            };
            UserAgentClient &client = run.send(request);
            QVERIFY(run.clock.runDry());
            QCOMPARE(client.attempts().size(), wanted ? 2 : 1);
            QCOMPARE(run.ear.accept.size(), wanted ? 1 : 0);
            QCOMPARE(run.ear.redirect.size(), wanted ? 0 : 1); // else it is shown, with its Contact
            if (!wanted)
                QCOMPARE(run.ear.last.message.contactUri(), QByteArrayView("sip:b@192.0.2.2:5070"));
        }
    }
    //= R10.2.4-3
    //= R10.2.8-1
    //= R8.1.3.5-7
    void D28_aRegistrationNeverWaitsAndNeverAsksForEver()
    {
        ComposedRequest request = SimulatedRun::compose("REGISTER");
        request.keepFor = ComposedRequest::Never;
        request.rows << ComposedRow{"Contact", "<sip:alice@192.0.2.10>"} << ComposedRow{"X-Own", "kept"};
        SimulatedRun silent; // about our Contact
        refuseForEver(silent, 200, {});
        silent.send(request);
        silent.clock.settle();
        QCOMPARE(silent.ear.accept, QList<int>({200}));
        QCOMPARE(silent.ear.finished, 1);
        QCOMPARE(silent.clock.armed(), 1); // Timer K

        SimulatedRun greedy;
        int least = 60;
        refuseForEver(greedy, 423, [&least](MessageDraft &d) { d.append(HeaderId::MinExpires, QByteArray::number(least *= 2)); });
        UserAgentClient &client = greedy.send(request);
        QVERIFY(greedy.clock.runDry());
        QCOMPARE(client.attempts().size(), 1 + request.maxRetries);
        QCOMPARE(greedy.ear.reject, QList<int>({423}));
        QCOMPARE(greedy.sent("REGISTER").last().message.value(HeaderId::Expires), QByteArray("1920"));
        for (const FakeTransport::Sent &one : greedy.sent("REGISTER")) {
            QCOMPARE(one.message.value(QByteArrayView("X-Own")), QByteArray("kept"));
            QCOMPARE(one.message.value(HeaderId::Contact), QByteArray("<sip:alice@192.0.2.10>"));
        }

        for (const char *rubbish : {"NaN", "", "-1", "1e9", "99999999999999999999"}) {
            SimulatedRun run;
            refuseForEver(run, 423, [rubbish](MessageDraft &d) { d.append(HeaderId::MinExpires, rubbish); });
            run.send(request);
            QVERIFY(run.clock.runDry());
            QCOMPARE(run.sent("REGISTER").size(), 1);
            QCOMPARE(run.ear.reject, QList<int>({423}));
            QVERIFY(said(run, "Min-Expires"));
        }
    }
    void D30_whatIsNotToBeRefreshedIsNot()
    {
        for (const char *method : {"REGISTER", "PUBLISH"})
            for (const bool kept : {false, true}) {
                SimulatedRun run;
                refuseForEver(run, 200, [](MessageDraft &d) {
                    d.append(HeaderId::Contact, "<sip:alice@192.0.2.10>;expires=600");
                    d.append(HeaderId::SipEtag, "t");
                    d.append(HeaderId::Expires, "600");
                });
                ComposedRequest request = SimulatedRun::compose(method);
                request.rows << ComposedRow{"Contact", "<sip:alice@192.0.2.10>"} << ComposedRow{"Event", "presence"};
                request.keepFor = kept ? ComposedRequest::Never : 0s;
                run.send(request);
                run.clock.advance(1000s);
                QCOMPARE(run.sent(method).size(), kept ? 2 : 1);
                QCOMPARE(run.ear.finished, kept ? 0 : 1);
            }
    }
    void D31_disposeLeavesNothingBehind_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QList<int>>("answers");
        QTest::newRow("Calling") << QByteArray("INVITE") << QList<int>{};
        QTest::newRow("Proceeding") << QByteArray("INVITE") << QList<int>{183};
        QTest::newRow("forked") << QByteArray("INVITE") << QList<int>{183, 183, 200};
        QTest::newRow("refused") << QByteArray("INVITE") << QList<int>{486};
        QTest::newRow("Trying") << QByteArray("OPTIONS") << QList<int>{};
        QTest::newRow("registered") << QByteArray("REGISTER") << QList<int>{200};
        QTest::newRow("published") << QByteArray("PUBLISH") << QList<int>{200};
        QTest::newRow("watching") << QByteArray("SUBSCRIBE") << QList<int>{200};
        QTest::newRow("waiting for a NOTIFY") << QByteArray("SUBSCRIBE") << QList<int>{};
    }
    void D31_disposeLeavesNothingBehind()
    {
        QFETCH(QByteArray, method);
        QFETCH(QList<int>, answers);
        SimulatedRun run;
        ComposedRequest request = SimulatedRun::compose(method);
        request.keepFor = ComposedRequest::Never;
        request.hangUpAfter = 5s;
        request.then = {next("INFO")};
        request.rows << ComposedRow{"Contact", "<sip:alice@192.0.2.10>"} << ComposedRow{"Event", "presence"}
                     << ComposedRow{"Session-Expires", "90"};
        UserAgentClient &client = run.send(request);
        const Message first = run.network.sent.first().message;
        int fork = 0;
        for (const int status : answers)
            run.network.answer(run.network.sent.first(), status, "t" + QByteArray::number(fork++), [](MessageDraft &d) {
                d.append(HeaderId::Contact, "<sip:alice@192.0.2.10>;expires=600");
                d.append(HeaderId::SessionExpires, "90;refresher=uac");
                d.append(HeaderId::SipEtag, "t");
                d.append(HeaderId::Expires, "600");
            });
        run.clock.settle();
        const qsizetype sent = run.network.sent.size();
        const int finished = run.ear.finished;
        client.dispose();
        client.dispose();
        // What was answered stays for copies of that answer, and no timer but that one.
        QVERIFY(run.core.transactions().clientCount() <= 1);
        QVERIFY(run.clock.armed() <= 2); // it, and the sweep of what just ended
        for (int i = 0; i < std::max(1, fork); ++i)
            for (const char *asked : {"INFO", "NOTIFY"}) {
                run.network.receive(QByteArray(asked) +
                                    " sip:alice@192.0.2.10 SIP/2.0\r\nVia: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK" + asked +
                                    QByteArray::number(i) + "\r\nFrom: <sip:bob@example.com>;tag=t" + QByteArray::number(i) +
                                    "\r\nTo: " + first.value(HeaderId::From) + "\r\nCall-ID: " + first.callId().toByteArray() +
                                    "\r\nCSeq: 9 " + asked + "\r\nEvent: presence\r\nContent-Length: 0\r\n\r\n");
                run.clock.settle();
                QCOMPARE(run.network.sent.last().message.status(), 481); // no registry leads to it any more
                QCOMPARE(run.trace.last()->context.intent, IntentId(0));
            }
        QCOMPARE(run.network.sent.size(), sent + 2 * std::max(1, fork));
        QVERIFY(run.clock.runDry());
        QCOMPARE(run.clock.now() <= 40s, true); // nothing waited longer than a transaction does
        QCOMPARE(run.network.sent.size(), sent + 2 * std::max(1, fork));
        QCOMPARE(run.core.transactions().clientCount() + run.core.transactions().serverCount(), 0);
        QCOMPARE(run.ear.finished, finished);
    }
    //= R3903.5-2
    void D32_a423ToPublishIsFollowedByANumberOnly()
    {
        for (const char *least : {"120", "NaN", "", "soon"}) {
            SimulatedRun run;
            run.network.peer = [&](const FakeTransport::Sent &one) {
                const bool longEnough = one.message.value(HeaderId::Expires) == "120";
                run.network.answer(one, longEnough ? 200 : 423, "r",
                                   [least](MessageDraft &d) { d.append(HeaderId::MinExpires, least); });
            };
            ComposedRequest request = SimulatedRun::compose("PUBLISH");
            request.rows << ComposedRow{"Event", "presence"} << ComposedRow{"Expires", "10"};
            run.send(request);
            QVERIFY(run.clock.runDry());
            const bool number = QByteArray(least) == "120";
            QCOMPARE(run.sent("PUBLISH").size(), number ? 2 : 1);
            QCOMPARE(run.ear.accept.size(), number ? 1 : 0);
            QCOMPARE(run.ear.reject.size(), number ? 0 : 1);
        }
    }
    void D34_earlyDialogsEndWithTheirRefusalsAndSipsIsNeverSentInClear_data()
    {
        QTest::addColumn<int>("status");
        QTest::newRow("481") << 481;
        QTest::newRow("408") << 408;
    }
    //= R12.2.1.2-2
    //= R8.1.2-2
    void D34_earlyDialogsEndWithTheirRefusalsAndSipsIsNeverSentInClear()
    {
        QFETCH(int, status);
        SimulatedRun run;
        UserAgentClient &client = run.send(invite());
        const FakeTransport::Sent first = run.network.sent.first();
        run.network.answer(first, 183, "a", contact("sip:bob@192.0.2.7;gr=urn:uuid:f81d4fae"));
        run.clock.settle();
        QVERIFY(client.next("a", next("INFO")));
        const FakeTransport::Sent info = run.sent("INFO").first();
        QCOMPARE(info.message.requestUri(), QByteArrayView("sip:bob@192.0.2.7;gr=urn:uuid:f81d4fae")); // a GRUU stays whole
        run.network.answer(info, status, "a");
        run.clock.settle();
        QCOMPARE(run.sent("BYE").size(), 1); // RFC 3261 15: the caller may end an early dialog so
        QCOMPARE(run.ear.finished, 0);       // the INVITE goes on
        run.network.answer(run.sent("BYE").first(), 200, "a");
        run.network.answer(first, 486, "b");
        QVERIFY(run.clock.runDry());
        QCOMPARE(run.ear.reject, QList<int>({486}));
        SimulatedRun secure;
        for (const char *target : {"sips:bob@192.0.2.1", "sip:bob@192.0.2.1;transport=tls"})
            secure.send(SimulatedRun::compose("OPTIONS", target));
        QVERIFY(secure.clock.runDry());
        secure.send(SimulatedRun::compose("OPTIONS", "sips:bob@192.0.2.1;transport=udp"));
        QVERIFY(secure.clock.runDry());
        QCOMPARE(secure.network.sent.size(), 2);
        for (const FakeTransport::Sent &one : secure.network.sent)
            QCOMPARE(one.target.protocol, Protocol::Tls);
        QCOMPARE(secure.ear.reject.last(), 503); // this one was not sent
    }
};

QTEST_GUILESS_MAIN(TestSeedDefectsClient)
#include "tst_seed_defects_client.moc"
