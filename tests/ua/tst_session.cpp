// SPDX-License-Identifier: GPL-3.0-or-later
#include "sdp/session_description.h"
#include "support/simulated_run.h"

#include <QtTest>

using namespace sip;

namespace {
const QByteArray ours = "v=0\r\no=- 1 1 IN IP4 192.0.2.10\r\ns=-\r\nc=IN IP4 192.0.2.10\r\nt=0 0\r\nm=audio 9 RTP/AVP 0 8\r\n";
const QByteArray theirs = "v=0\r\no=- 5 5 IN IP4 192.0.2.7\r\ns=-\r\nc=IN IP4 192.0.2.7\r\nt=0 0\r\nm=audio 4000 RTP/AVP 8\r\n";
} // namespace

/// Offer and answer over the messages of a call.
class TestSession : public QObject {
    Q_OBJECT

    static std::function<void(MessageDraft &)> with(const QByteArray &body)
    {
        return [body](MessageDraft &d) {
            d.append(HeaderId::Contact, "<sip:bob@192.0.2.7>");
            if (!body.isEmpty())
                d.append(HeaderId::ContentType, "application/sdp");
            d.body = body;
        };
    }
    static ComposedRequest call(const QByteArray &body = ours)
    {
        ComposedRequest request = SimulatedRun::compose("INVITE");
        request.hangUpAfter = ComposedRequest::Never;
        request.body = body;
        return request;
    }
    static QByteArray fromPeer(const Message &invite, const QByteArray &method, int cseq, const QByteArray &body)
    {
        return method + " sip:alice@192.0.2.10 SIP/2.0\r\nVia: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bKp" +
               QByteArray::number(cseq) + method + "\r\nMax-Forwards: 70\r\nFrom: " + invite.value(HeaderId::To) +
               ";tag=a\r\nTo: " + invite.value(HeaderId::From) + "\r\nCall-ID: " + invite.callId().toByteArray() +
               "\r\nCSeq: " + QByteArray::number(cseq) + ' ' + method + "\r\nContact: <sip:bob@192.0.2.7>\r\n" +
               (body.isEmpty() ? "" : "Content-Type: application/sdp\r\n") +
               "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    }
    static void answerEverything(SimulatedRun &run, const QByteArray &body = theirs)
    {
        run.network.peer = [&run, body](const FakeTransport::Sent &one) {
            const bool invite = one.message.method() == "INVITE" || one.message.method() == "UPDATE";
            if (one.message.isRequest() && one.message.method() != "ACK")
                run.network.answer(one, 200, "a", with(invite ? body : QByteArray()));
        };
    }

private Q_SLOTS:
    //= R13.2.1-3
    void the_offer_of_the_invite_is_agreed_with_the_2xx()
    {
        SimulatedRun run;
        answerEverything(run);
        run.send(call());
        run.clock.advance(50ms);
        const QList<SessionAgreed> agreed = run.events<SessionAgreed>();
        QCOMPARE(agreed.size(), 1);
        QCOMPARE(agreed.first().offer, ours);
        QCOMPARE(agreed.first().answer, theirs);
        QVERIFY(agreed.first().offeredByUs && agreed.first().problem.isEmpty());
        QVERIFY(run.sent("ACK").first().message.body().isEmpty());
    }
    //= R13.2.1-4
    void without_an_offer_of_ours_the_ack_answers_theirs()
    {
        SimulatedRun run;
        answerEverything(run);
        run.send(call({}));
        run.clock.advance(50ms);
        const Message ack = run.sent("ACK").first().message;
        QCOMPARE(ack.value(HeaderId::ContentType), QByteArray("application/sdp"));
        const SessionDescription answer = SessionDescription::parse(ack.body());
        QCOMPARE(answer.media().size(), 1);
        QCOMPARE(answer.media().first().formats.first().id, QByteArray("8"));
        QVERIFY(!run.events<SessionAgreed>().first().offeredByUs);
    }
    //= R13.2.1-5
    //= R3311.5.1-2
    void no_second_offer_before_the_first_is_answered()
    {
        SimulatedRun run;
        UserAgentClient &client = run.send(call());
        run.network.answer(run.network.sent.first(), 180, "a", with({}));
        run.clock.advance(50ms);
        QString why;
        QVERIFY(!client.next({}, {.method = "UPDATE", .rows = {}, .body = ours}, &why));
        QVERIFY(why.contains(QLatin1String("3311")));
        QVERIFY(!client.next({}, {.method = "UPDATE", .rows = {}, .body = {}, .offer = NextRequest::Offer::Hold}));
        QVERIFY(client.next({}, {.method = "UPDATE", .rows = {}, .body = {}})); // which offers nothing
        run.network.answer(run.sent("UPDATE").first(), 200, "a", with({}));
        run.network.answer(run.network.sent.first(), 200, "a", with(theirs));
        run.clock.advance(50ms);
        QVERIFY(client.next({}, {.method = "UPDATE", .rows = {}, .body = {}, .offer = NextRequest::Offer::Hold}));
    }
    //= R13.2.2.4-7
    void an_offer_in_the_2xx_with_nothing_in_common_is_refused_in_the_ack_and_hung_up()
    {
        SimulatedRun run;
        answerEverything(run, QByteArray(theirs).replace("RTP/AVP 8", "RTP/AVP 18"));
        ComposedRequest request = call({});
        request.then = {{.method = "INFO", .rows = {}, .body = {}}};
        run.send(request);
        run.clock.advance(50ms);
        const SessionDescription answer = SessionDescription::parse(run.sent("ACK").first().message.body());
        QCOMPARE(answer.media().size(), 1);
        QCOMPARE(answer.media().first().port, 0);
        QCOMPARE(run.sendTimes("BYE"), QList<qint64>({0}));
        QVERIFY(run.sent("INFO").isEmpty());
        QCOMPARE(run.ear.finished, 1);
    }
    static std::function<void(MessageDraft &)> reliable(int rseq, const QByteArray &body = {})
    {
        return [rseq, body](MessageDraft &d) {
            d.append("Require", "100rel");
            d.append("RSeq", QByteArray::number(rseq));
            with(body)(d);
        };
    }
    //= R3262.4-1
    //= R3262.4-4
    //= R3262.4-6
    void a_reliable_1xx_gets_one_prack_and_its_answer_counts()
    {
        SimulatedRun run;
        run.send(call());
        const FakeTransport::Sent invite = run.network.sent.first();
        QVERIFY(invite.message.value(HeaderId::Supported).contains("100rel"));
        for (int copy = 0; copy < 3; ++copy)
            run.network.answer(invite, 183, "a", reliable(7, theirs));
        run.network.answer(invite, 180, "a", reliable(9));
        run.clock.advance(50ms);
        QCOMPARE(run.sent("PRACK").size(), 1);
        const Message prack = run.sent("PRACK").first().message;
        QCOMPARE(prack.value(QByteArrayView("RAck")), "7 " + QByteArray::number(invite.message.cseqNumber()) + " INVITE");
        QCOMPARE(prack.cseqNumber(), invite.message.cseqNumber() + 1);
        QCOMPARE(prack.toTag(), QByteArrayView("a"));
        QCOMPARE(run.events<SessionAgreed>().size(), 1);
        run.network.answer(run.sent("PRACK").first(), 200, "a");
        run.network.answer(invite, 180, "a", reliable(8));
        run.clock.advance(50ms);
        QCOMPARE(run.sent("PRACK").size(), 2);
        run.network.answer(invite, 200, "a", with({}));
        run.clock.advance(50ms);
        QCOMPARE(run.sent("ACK").size(), 1);
        QCOMPARE(run.events<SessionAgreed>().size(), 1);
    }
    //= R3262.5-1
    void an_offer_in_a_reliable_1xx_is_answered_in_the_prack()
    {
        SimulatedRun run;
        run.send(call({}));
        run.network.answer(run.network.sent.first(), 183, "a", reliable(1, theirs));
        run.clock.advance(50ms);
        const Message prack = run.sent("PRACK").first().message;
        QCOMPARE(prack.value(HeaderId::ContentType), QByteArray("application/sdp"));
        QCOMPARE(SessionDescription::parse(prack.body()).media().first().formats.first().id, QByteArray("8"));
        QVERIFY(!run.events<SessionAgreed>().first().offeredByUs);
    }
    //= R3262-1
    //= R3262.4-5
    void a_challenged_prack_is_sent_again_and_forks_count_for_themselves()
    {
        SimulatedRun run;
        run.network.peer = [&run](const FakeTransport::Sent &one) {
            if (one.message.method() == "PRACK" && !one.message.has(HeaderId::ProxyAuthorization))
                run.network.answer(one, 407, "a", SimulatedRun::challenge("n1", true));
        };
        run.send(call());
        run.network.answer(run.network.sent.first(), 183, "a", reliable(4));
        run.clock.advance(50ms);
        QCOMPARE(run.sent("PRACK").size(), 2);
        QCOMPARE(run.sent("PRACK")[1].message.cseqNumber(), run.sent("PRACK")[0].message.cseqNumber() + 1);
        run.network.answer(run.network.sent.first(), 183, "b", reliable(900));
        run.clock.advance(50ms);
        QCOMPARE(run.sent("PRACK").last().message.toTag(), QByteArrayView("b"));
        run.network.answer(run.network.sent.first(), 486, "a"); // PRACKs under way outlive their dialogs
        run.network.answer(run.sent("PRACK").last(), 481, "b");
        QVERIFY(run.clock.runDry());
        QCOMPARE(run.ear.finished, 1);
    }
    //= R3264.8-1
    //= R14.1-5
    void hold_and_resume_keep_the_description_and_raise_its_version()
    {
        SimulatedRun run;
        answerEverything(run);
        ComposedRequest request = call();
        request.hangUpAfter = 0s;
        request.then = {{.method = "INVITE", .rows = {}, .body = {}, .offer = NextRequest::Offer::Hold},
                        {.method = "UPDATE", .rows = {}, .body = {}, .offer = NextRequest::Offer::Resume}};
        run.send(request);
        QVERIFY(run.clock.runDry());
        const SessionDescription hold = SessionDescription::parse(run.sent("INVITE").last().message.body());
        const SessionDescription resume = SessionDescription::parse(run.sent("UPDATE").last().message.body());
        QCOMPARE(hold.media().first().direction, MediaDirection::SendOnly);
        QCOMPARE(hold.version(), 2u);
        QCOMPARE(hold.originId(), SessionDescription::parse(ours).originId());
        QCOMPARE(resume.media().first().direction, MediaDirection::SendRecv);
        QCOMPARE(resume.version(), 3u);
        QCOMPARE(run.events<SessionAgreed>().size(), 3);
        QCOMPARE(run.ear.finished, 1);
    }
    //= R14.1-2
    void a_refused_change_leaves_the_session()
    {
        SimulatedRun run;
        answerEverything(run);
        UserAgentClient &client = run.send(call());
        run.clock.advance(50ms);
        run.network.peer = {};
        QVERIFY(client.next({}, {.method = "INVITE", .rows = {}, .body = {}, .offer = NextRequest::Offer::Hold}));
        run.network.answer(run.sent("INVITE").last(), 488, "a");
        run.clock.advance(50ms);
        QVERIFY(client.next({}, {.method = "INVITE", .rows = {}, .body = {}, .offer = NextRequest::Offer::Hold}));
        QCOMPARE(SessionDescription::parse(run.sent("INVITE").last().message.body()).version(), 2u); // from the agreed one again
    }
    void the_peer_holds_and_we_answer()
    {
        SimulatedRun run;
        answerEverything(run);
        UserAgentClient &client = run.send(call());
        run.clock.advance(50ms);
        const Message invite = client.attempts().first().request;
        QByteArray held = QByteArray(theirs).replace("o=- 5 5", "o=- 5 6") + "a=sendonly\r\n";
        run.network.receive(fromPeer(invite, "INVITE", 9, held));
        run.clock.advance(50ms);
        const Message ok = run.network.sent.last().message;
        QCOMPARE(ok.status(), 200);
        QVERIFY(ok.has(HeaderId::Contact));
        const SessionDescription answer = SessionDescription::parse(ok.body());
        QCOMPARE(answer.media().first().direction, MediaDirection::RecvOnly);
        QCOMPARE(answer.originId(), SessionDescription::parse(ours).originId());
        QVERIFY(!run.events<SessionAgreed>().last().offeredByUs);
        run.network.receive(fromPeer(invite, "ACK", 9, {}));
        // Holding what is held already is silence both ways.
        QVERIFY(client.next({}, {.method = "UPDATE", .rows = {}, .body = {}, .offer = NextRequest::Offer::Hold}));
        QCOMPARE(SessionDescription::parse(run.sent("UPDATE").last().message.body()).media().first().direction,
                 MediaDirection::Inactive);
    }
    void a_re_invite_without_an_offer_gets_ours_and_its_ack_answers()
    {
        SimulatedRun run;
        answerEverything(run);
        UserAgentClient &client = run.send(call());
        run.clock.advance(50ms);
        const Message invite = client.attempts().first().request;
        run.network.receive(fromPeer(invite, "INVITE", 9, {}));
        run.clock.advance(50ms);
        QCOMPARE(run.network.sent.last().message.body(), QByteArrayView(ours));
        run.network.receive(fromPeer(invite, "ACK", 9, theirs));
        run.clock.advance(50ms);
        QCOMPARE(run.events<SessionAgreed>().size(), 2);
        QVERIFY(run.events<SessionAgreed>().last().offeredByUs);
        run.clock.advance(60s);
        QCOMPARE(run.ear.finished, 0); // acknowledged: no BYE
    }
    void an_offer_with_nothing_in_common_is_refused_and_changes_nothing()
    {
        SimulatedRun run;
        answerEverything(run);
        UserAgentClient &client = run.send(call());
        run.clock.advance(50ms);
        const Message invite = client.attempts().first().request;
        run.network.receive(fromPeer(invite, "UPDATE", 9, QByteArray(theirs).replace("RTP/AVP 8", "RTP/AVP 18")));
        run.clock.advance(50ms);
        QCOMPARE(run.network.sent.last().message.status(), 488);
        QVERIFY(run.network.sent.last().message.has(HeaderId::Warning));
        run.network.receive(fromPeer(invite, "UPDATE", 10, theirs));
        run.clock.advance(50ms);
        QCOMPARE(run.network.sent.last().message.status(), 200);
        QCOMPARE(run.events<SessionAgreed>().size(), 2);
    }
    static void answerWithTimer(SimulatedRun &run, const QByteArray &sessionExpires, const QByteArray &allow)
    {
        run.network.peer = [&run, sessionExpires, allow](const FakeTransport::Sent &one) {
            const bool change = one.message.method() == "INVITE" || one.message.method() == "UPDATE";
            if (one.message.isRequest() && one.message.method() != "ACK")
                run.network.answer(one, 200, "a", [&](MessageDraft &d) {
                    with(one.message.body().isEmpty() ? QByteArray() : theirs)(d);
                    if (change)
                        d.append(HeaderId::SessionExpires, sessionExpires);
                    d.append(HeaderId::Allow, allow);
                });
        };
    }
    //= R4028.10-1
    void we_refresh_at_half_the_interval_by_update_or_re_invite()
    {
        for (const char *allow : {"INVITE, UPDATE", "INVITE"}) {
            SimulatedRun run;
            answerWithTimer(run, "1800;refresher=uac", allow);
            run.send(call());
            run.clock.advance(3000s);
            const QByteArray method = QByteArray(allow).contains("UPDATE") ? "UPDATE" : "INVITE";
            const QList<FakeTransport::Sent> sent = run.sent(method);
            const qsizetype refreshes = method == "INVITE" ? sent.size() - 1 : sent.size();
            QCOMPARE(refreshes, 3); // 900, 1800, 2700 s
            QCOMPARE(run.sendTimes(method).last(), 2'700'000);
            QCOMPARE(sent.last().message.value(HeaderId::SessionExpires), QByteArray("1800;refresher=uac"));
            QCOMPARE(sent.last().message.body().isEmpty(), method == "UPDATE");
            if (method == "INVITE")
                QCOMPARE(sent.last().message.body(), QByteArrayView(ours));            // the same version: nothing changed
            QVERIFY(sent.last().message.value(HeaderId::Supported).contains("timer")); //= R4028.7.1-1
            QVERIFY(run.sent("BYE").isEmpty());
        }
    }
    //= R4028.10-2
    void a_session_that_is_not_refreshed_is_hung_up()
    {
        SimulatedRun run;
        answerWithTimer(run, "90;refresher=uas", "INVITE");
        UserAgentClient &client = run.send(call());
        run.clock.advance(40s);
        run.network.receive(
            fromPeer(client.attempts().first().request, "UPDATE", 5, {})
                .replace("Max-Forwards", "Session-Expires: 90;refresher=uac\r\nSupported: timer\r\nMax-Forwards"));
        run.clock.advance(50ms);
        const Message ok = run.network.sent.last().message;
        QCOMPARE(ok.value(HeaderId::SessionExpires), QByteArray("90;refresher=uac"));
        QCOMPARE(ok.value(HeaderId::Require), QByteArray("timer"));
        run.clock.advance(59s);
        QVERIFY(run.sent("BYE").isEmpty());
        run.clock.advance(2s);
        QCOMPARE(run.sent("BYE").size(), 1);
        QCOMPARE(run.ear.finished, 1);
    }
    //= R15.1.1-1
    void with_the_bye_the_session_is_refreshed_no_more()
    {
        SimulatedRun run;
        answerWithTimer(run, "100;refresher=uac", "INVITE, UPDATE");
        UserAgentClient &client = run.send(call());
        run.clock.advance(45s);
        run.network.peer = {};
        QVERIFY(client.next({}, {.method = "BYE", .rows = {}, .body = {}}));
        run.clock.advance(10s); // the refresh would have been due
        QVERIFY(run.sent("UPDATE").isEmpty());
        QCOMPARE(run.ear.finished, 0);
        QVERIFY(run.clock.runDry()); // and the result is told all the same
        QCOMPARE(run.ear.finished, 1);
        QCOMPARE(run.ear.accept, QList<int>({200}));
    }
    //= R4028.7.4-1
    void a_refresh_the_peer_does_not_know_ends_the_call()
    {
        SimulatedRun run;
        answerWithTimer(run, "1800;refresher=uac", "UPDATE");
        run.send(call());
        run.clock.advance(50ms);
        run.network.peer = [&run](const FakeTransport::Sent &one) {
            if (one.message.isRequest())
                run.network.answer(one, one.message.method() == "UPDATE" ? 481 : 200, "a");
        };
        QVERIFY(run.clock.runDry());
        QCOMPARE(run.sent("BYE").size(), 1);
        QCOMPARE(run.ear.finished, 1);
    }
    //= R4028.7.3-1
    void a_422_is_answered_with_a_longer_session()
    {
        SimulatedRun run;
        run.network.peer = [&run](const FakeTransport::Sent &one) {
            if (one.message.method() == "INVITE")
                run.network.answer(one, one.message.has(HeaderId::MinSe) ? 486 : 422, "a",
                                   [](MessageDraft &d) { d.append(HeaderId::MinSe, "120"); });
        };
        ComposedRequest request = call();
        request.rows << ComposedRow{"Session-Expires", "90"};
        UserAgentClient &client = run.send(request);
        QVERIFY(run.clock.runDry());
        QCOMPARE(client.attempts().size(), 2);
        QCOMPARE(client.attempts().last().why, QByteArray("session interval"));
        QCOMPARE(run.sent("INVITE")[1].message.callId(), run.sent("INVITE")[0].message.callId());
        QCOMPARE(run.sent("INVITE")[1].message.cseqNumber(), run.sent("INVITE")[0].message.cseqNumber() + 1);
        QCOMPARE(run.ear.reject, QList<int>({486}));
    }
    //= R14.1-3
    //= R3311.5.3-1
    void a_491_is_tried_again_after_the_time_of_who_owns_the_call_id()
    {
        for (const char *method : {"INVITE", "UPDATE"}) {
            SimulatedRun run;
            answerEverything(run);
            UserAgentClient &client = run.send(call());
            run.clock.advance(50ms);
            int refusals = 2;
            run.network.peer = [&](const FakeTransport::Sent &one) {
                if (one.message.isRequest() && one.message.method() != "ACK")
                    run.network.answer(one, refusals-- > 0 ? 491 : 200, "a", with(theirs));
            };
            const qint64 from = run.clock.now() / 1ms;
            QVERIFY(client.next({}, {.method = method, .rows = {}, .body = {}, .offer = NextRequest::Offer::Hold}));
            run.clock.advance(20s);
            const QList<qint64> times = run.sendTimes(method).mid(QByteArray(method) == "INVITE" ? 1 : 0);
            QCOMPARE(times.size(), 3);
            QVERIFY(times[1] - from >= 2100 && times[1] - from <= 4000 && (times[1] - from) % 10 == 0);
            QCOMPARE(client.attempts().last().why, QByteArray("glare"));
            QCOMPARE(run.events<SessionAgreed>().size(), 2);
        }
    }
    //= R13.2.1-3
    void a_2xx_without_answer_and_a_late_description_are_said()
    {
        SimulatedRun run;
        answerEverything(run, {});
        run.send(call());
        run.clock.advance(50ms);
        QVERIFY(run.events<SessionAgreed>().isEmpty());
        bool said = false;
        for (const Note &note : run.events<Note>())
            said |= note.text.contains(QLatin1String("never answered"));
        QVERIFY(said);
    }
};

QTEST_GUILESS_MAIN(TestSession)
#include "tst_session.moc"
