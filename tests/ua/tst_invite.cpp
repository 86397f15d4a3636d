// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/simulated_run.h"

#include <QtTest>

using namespace sip;
using CancelState = UserAgentClient::CancelState;

class TestInvite : public QObject {
    Q_OBJECT

    static ComposedRequest invite()
    {
        ComposedRequest request = SimulatedRun::compose("INVITE");
        request.hangUpAfter = 3s;
        return request;
    }
    static std::function<void(MessageDraft &)> contact(const QByteArray &uri)
    {
        return [uri](MessageDraft &d) { d.append(HeaderId::Contact, "<" + uri + ">"); };
    }

    static void answerByes(SimulatedRun &run)
    {
        run.network.peer = [&run](const FakeTransport::Sent &one) {
            if (one.message.method() == "BYE")
                run.network.answer(one, 200, one.message.toTag().toByteArray());
        };
    }
    /// A request of the peer in the dialog with this To tag.
    static QByteArray fromPeer(const Message &invite, const QByteArray &tag, const QByteArray &method, int cseq)
    {
        MessageDraft draft = MessageDraft::request(method, "sip:alice@192.0.2.10");
        draft.append(HeaderId::Via, "SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bKpeer" + QByteArray::number(cseq));
        draft.append(HeaderId::From, invite.value(HeaderId::To) + ";tag=" + tag);
        draft.append(HeaderId::To, invite.value(HeaderId::From));
        draft.append(HeaderId::CallId, invite.callId().toByteArray());
        draft.append(HeaderId::CSeq, QByteArray::number(cseq) + ' ' + method);
        return draft.toBytes();
    }
    /// "from-to" of every change of a dialog.
    static QStringList dialogStates(const SimulatedRun &run)
    {
        QStringList states;
        for (const TraceEventPtr &event : run.trace)
            if (const auto *change = event->as<DialogChanged>())
                states << QLatin1String(change->from) + QLatin1Char('-') + QLatin1String(stateName(change->dialog.state));
        return states;
    }

private Q_SLOTS:
    void a_refusal_is_acknowledged_hop_by_hop()
    {
        SimulatedRun run;
        run.network.peer = [&](const FakeTransport::Sent &one) {
            if (one.message.method() == "INVITE")
                run.network.answer(one, 486);
        };
        run.send(invite());
        QVERIFY(run.clock.runDry());
        QCOMPARE(run.sent("ACK").size(), 1);
        const FakeTransport::Sent ack = run.sent("ACK").first(), first = run.sent("INVITE").first();
        QCOMPARE(ack.target, first.target); //= R17.1.1.2-11
        QCOMPARE(ack.message.branch(), first.message.branch());
        QCOMPARE(run.ear.reject, QList<int>({486}));
        QVERIFY(run.sent("BYE").isEmpty());
    }
    //= R17.1.1.2-14
    void an_ack_to_a_refusal_that_cannot_be_delivered_is_said()
    {
        SimulatedRun run;
        run.send(invite());
        run.network.refusal = TransportError{.cause = LocalCause::Unreachable, .text = QStringLiteral("gone"), .reporter = {}};
        run.network.answer(run.network.sent.first(), 486);
        run.clock.advance(50ms);
        QCOMPARE(run.ear.reject, QList<int>({486})); // and no 503 of our own
        const Note last = run.events<Note>().last();
        QCOMPARE(QByteArray(last.rule), QByteArray("R17.1.1.2-14"));
        QVERIFY(last.text.contains(QLatin1String("gone")));
        QCOMPARE(run.core.transactions().clientCount(), 0);
    }
    //= R13.2.2-1
    void a_2xx_without_contact_and_tag_is_acknowledged_where_the_invite_went_and_said()
    {
        SimulatedRun run;
        answerByes(run);
        run.send(invite());
        run.network.answer(run.network.sent.first(), 200, "");
        QVERIFY(run.clock.runDry());
        QCOMPARE(run.sent("ACK").size(), 1);
        QCOMPARE(run.sent("ACK").first().target, run.network.sent.first().target);
        QCOMPARE(run.sent("ACK").first().message.requestUri(), run.network.sent.first().message.requestUri());
        QCOMPARE(run.sent("BYE").size(), 1);
        const QList<Note> notes = run.events<Note>();
        QVERIFY(std::any_of(notes.cbegin(), notes.cend(),
                            [](const Note &note) { return QLatin1String(note.rule) == QLatin1String("R13.2.2-1"); }));
        QCOMPARE(run.ear.finished, 1);
    }
    void a_call_is_acknowledged_and_hung_up_after_the_set_time()
    {
        SimulatedRun run;
        run.network.peer = [&](const FakeTransport::Sent &one) {
            if (one.message.method() == "INVITE")
                run.network.answer(one, 200, "fork1", contact("sip:bob@192.0.2.77:5070"));
            else if (one.message.method() == "BYE")
                run.network.answer(one, 200);
        };
        UserAgentClient &client = run.send(invite());
        QVERIFY(run.clock.runDry());
        QCOMPARE(run.ear.accept, QList<int>({200}));
        QCOMPARE(run.sendTimes("ACK"), QList<qint64>({0}));
        QCOMPARE(run.sendTimes("BYE"), QList<qint64>({3000}));
        const FakeTransport::Sent ack = run.sent("ACK").first(), bye = run.sent("BYE").first();
        QCOMPARE(ack.target.remote.text(), QByteArray("192.0.2.77:5070"));
        QCOMPARE(ack.message.requestUri(), QByteArrayView("sip:bob@192.0.2.77:5070"));
        QVERIFY(ack.message.branch() != run.sent("INVITE").first().message.branch());
        QCOMPARE(ack.message.cseqNumber(), run.sent("INVITE").first().message.cseqNumber());
        QCOMPARE(bye.message.cseqNumber(), ack.message.cseqNumber() + 1);
        QCOMPARE(bye.message.toTag(), QByteArrayView("fork1"));
        QCOMPARE(run.ear.finished, 1);
        QVERIFY(client.isFinished());
    }
    //= R13.2.2.4-1
    //= R13.2.2.4-5
    //= R8.1.1.7-1
    void an_ack_over_another_transport_than_its_invite_says_so()
    {
        SimulatedRun run;
        run.network.peer = [&](const FakeTransport::Sent &one) {
            if (one.message.method() == "INVITE")
                run.network.answer(one, 200, "bob", contact("sip:bob@192.0.2.7;transport=tcp"));
            else if (one.message.method() == "BYE")
                run.network.answer(one, 200, "bob");
        };
        run.send(invite());
        QVERIFY(run.clock.runDry());
        const FakeTransport::Sent ack = run.sent("ACK").first();
        QCOMPARE(ack.target.protocol, Protocol::Tcp);
        QVERIFY(ack.message.value(HeaderId::Via).startsWith("SIP/2.0/TCP 192.0.2.10:5060;branch=z9hG4bK"));
        QVERIFY(run.sent("INVITE").first().message.value(HeaderId::Via).startsWith("SIP/2.0/UDP "));
        QVERIFY(ack.message.branch() != run.sent("INVITE").first().message.branch());
    }
    void every_fork_gets_its_ack_and_its_bye_and_copies_get_the_ack_again()
    {
        SimulatedRun run;
        answerByes(run);
        run.send(invite());
        const FakeTransport::Sent first = run.network.sent.first();
        for (const char *fork : {"a", "b", "a", "b", "b"})
            run.network.answer(first, 200, fork, contact("sip:" + QByteArray(fork) + "@192.0.2.7"));
        run.clock.advance(1s);
        QCOMPARE(run.sent("ACK").size(), 5);
        QCOMPARE(run.ear.accept.size(), 2); // once per dialog
        QVERIFY(run.clock.runDry());
        QCOMPARE(run.sent("BYE").size(), 2);
        QCOMPARE(run.ear.finished, 1);
        // identical copies, R13.2.2.4
        QCOMPARE(run.sent("ACK")[0].message.wire(), run.sent("ACK")[2].message.wire());
    }
    //= R13.2.2.4-6
    void only_the_first_fork_is_kept_the_others_are_hung_up_at_once()
    {
        SimulatedRun run;
        answerByes(run);
        run.send(invite());
        for (const char *fork : {"a", "b"})
            run.network.answer(run.network.sent.first(), 200, fork, contact("sip:" + QByteArray(fork) + "@192.0.2.7"));
        QVERIFY(run.clock.runDry());
        QCOMPARE(run.sendTimes("BYE"), QList<qint64>({0, 3000}));
        QCOMPARE(run.sent("BYE").first().message.toTag(), QByteArrayView("b"));
    }
    void a_fork_that_answers_after_the_end_is_still_acknowledged_and_hung_up()
    {
        SimulatedRun run;
        answerByes(run);
        ComposedRequest request = invite();
        request.hangUpAfter = 0s;
        run.send(request);
        run.network.answer(run.network.sent.first(), 200, "a", contact("sip:a@192.0.2.7"));
        run.clock.advance(10s);
        QCOMPARE(run.ear.finished, 1);
        run.network.answer(run.network.sent.first(), 200, "late", contact("sip:b@192.0.2.8"));
        QVERIFY(run.clock.runDry());
        QCOMPARE(run.sent("ACK").size(), 2);
        QCOMPARE(run.sent("BYE").size(), 2);
        QCOMPARE(run.ear.finished, 1);
    }
    //= R15-2
    void a_challenged_bye_is_answered()
    {
        SimulatedRun run;
        run.network.peer = [&](const FakeTransport::Sent &one) {
            if (one.message.method() == "INVITE")
                run.network.answer(one, 200, "a", contact("sip:bob@192.0.2.7"));
            else if (one.message.method() == "BYE" && one.message.has(HeaderId::ProxyAuthorization))
                run.network.answer(one, 200);
            else if (one.message.method() == "BYE")
                run.network.answer(one, 407, "a", SimulatedRun::challenge("n1", true));
        };
        run.send(invite());
        QVERIFY(run.clock.runDry());
        const QList<FakeTransport::Sent> byes = run.sent("BYE");
        QCOMPARE(byes.size(), 2);
        QCOMPARE(byes[1].message.cseqNumber(), byes[0].message.cseqNumber() + 1); //= R12.2.1.1-2
        QCOMPARE(run.ear.finished, 1);
        QCOMPARE(run.ear.accept, QList<int>({200}));
    }
    //= R8.1.1.7-3
    void only_the_cancel_and_the_ack_to_a_refusal_share_a_branch()
    {
        SimulatedRun run;
        run.network.peer = [&](const FakeTransport::Sent &one) {
            const QByteArray method = one.message.method().toByteArray();
            if (method == "INVITE" && !one.message.has(HeaderId::Authorization))
                run.network.answer(one, 401, "a", SimulatedRun::challenge("n1"));
            else if (method == "INVITE" && run.sent("CANCEL").isEmpty())
                run.network.answer(one, run.clients.size() == 1 ? 200 : 180, "a", contact("sip:bob@192.0.2.7"));
            else if (method == "CANCEL")
                run.network.answer(run.sent("INVITE").last(), 487, "a");
            else if (method == "BYE")
                run.network.answer(one, 200);
        };
        run.send(invite());
        QVERIFY(run.clock.runDry());
        run.send(invite());
        run.clock.settle();
        QVERIFY(run.clients.back()->cancel());
        run.clock.advance(10s);
        QHash<QByteArray, QByteArray> users; // of each branch: what was sent with it
        for (const FakeTransport::Sent &one : std::as_const(run.network.sent)) {
            QByteArray &methods = users[one.message.branch().toByteArray()];
            if (!methods.contains(one.message.method().toByteArray()))
                methods += one.message.method().toByteArray() + ' ';
        }
        QList<QByteArray> all = users.values();
        std::sort(all.begin(), all.end());
        // Challenged, answered, hung up; then sent with credentials at once, cancelled.
        QCOMPARE(all, QList<QByteArray>({"ACK ", "BYE ", "INVITE ", "INVITE ACK ", "INVITE CANCEL ACK "}));
    }
    //= R12.3-1
    //= R13.2.2.1-1
    void a_refusal_ends_every_early_dialog()
    {
        SimulatedRun run;
        run.send(invite());
        const FakeTransport::Sent first = run.network.sent.first();
        for (const char *fork : {"a", "b", "a"})
            run.network.answer(first, 180, fork, contact("sip:" + QByteArray(fork) + "@192.0.2.7"));
        run.network.receive(fromPeer(first.message, "a", "INFO", 1)); // known, and not taken
        run.clock.advance(50ms);
        QCOMPARE(run.network.sent.last().message.status(), 200);
        run.network.answer(first, 486, "b");
        run.clock.advance(50ms);
        QCOMPARE(dialogStates(run).join(QLatin1Char(' ')), QStringLiteral("-Early -Early Early-Terminated Early-Terminated"));
        run.network.receive(fromPeer(first.message, "a", "INFO", 2));
        run.clock.advance(50ms);
        QCOMPARE(run.network.sent.last().message.status(), 481);
        QVERIFY(run.clock.runDry());
        QCOMPARE(run.ear.finished, 1);
    }
    //= R13.2.2.3-1
    void a_final_that_comes_after_the_2xx_is_shown_and_changes_nothing()
    {
        SimulatedRun run;
        answerByes(run);
        run.send(invite());
        run.network.answer(run.network.sent.first(), 200, "a", contact("sip:bob@192.0.2.7"));
        run.network.answer(run.network.sent.first(), 486, "b");
        run.clock.advance(50ms);
        QCOMPARE(run.fates(), (QList<MessageReceived::Fate>{MessageReceived::Fate::Delivered, MessageReceived::Fate::Late}));
        QVERIFY(run.ear.reject.isEmpty());
        QCOMPARE(run.sent("ACK").size(), 1);
        QVERIFY(run.clock.runDry());
        QCOMPARE(run.sendTimes("BYE"), QList<qint64>({3000}));
    }
    //= R13.2.2.4-8
    void an_early_dialog_outlives_the_2xx_of_another_fork_by_64_t1()
    {
        SimulatedRun run;
        answerByes(run);
        run.send(invite());
        const FakeTransport::Sent first = run.network.sent.first();
        run.network.answer(first, 180, "a", contact("sip:a@192.0.2.7"));
        run.network.answer(first, 180, "b", contact("sip:b@192.0.2.7"));
        run.network.answer(first, 200, "b", contact("sip:b@192.0.2.8"));
        run.clock.advance(50ms);
        QCOMPARE(run.sent("ACK").first().target.remote.text(), QByteArray("192.0.2.8:5060"));
        run.clock.advance(31s);
        QCOMPARE(dialogStates(run).join(QLatin1Char(' ')), QStringLiteral("-Early -Early Early-Confirmed Confirmed-Terminated"));
        QVERIFY(run.clock.runDry());
        QCOMPARE(dialogStates(run).last(), QStringLiteral("Early-Terminated"));
    }
    //= R12.2-1
    void a_request_of_the_peer_out_of_order_is_answered_500()
    {
        SimulatedRun run;
        run.network.peer = [&](const FakeTransport::Sent &one) {
            if (one.message.method() == "INVITE")
                run.network.answer(one, 200, "a", contact("sip:bob@192.0.2.7"));
        };
        run.send(invite());
        run.clock.advance(50ms);
        const Message request = run.network.sent.first().message;
        run.network.receive(fromPeer(request, "a", "OPTIONS", 7));
        run.clock.advance(50ms);
        QCOMPARE(run.network.sent.last().message.status(), 200);
        run.network.receive(fromPeer(request, "a", "BYE", 6));
        run.clock.advance(50ms);
        QCOMPARE(run.network.sent.last().message.status(), 500);
        QCOMPARE(run.ear.finished, 0); // the call goes on
        run.network.receive(fromPeer(request, "a", "BYE", 8));
        run.clock.advance(50ms);
        QCOMPARE(run.network.sent.last().message.status(), 200);
        QCOMPARE(run.ear.finished, 1);
    }
    //= R13.2.2-2
    void a_ringing_without_tag_is_told_and_makes_no_dialog()
    {
        SimulatedRun run;
        run.send(invite());
        run.network.answer(run.network.sent.first(), 180, "");
        run.clock.advance(50ms);
        QCOMPARE(run.ear.progress, QList<int>({180}));
        QVERIFY(dialogStates(run).isEmpty());
        QVERIFY(std::any_of(run.trace.cbegin(), run.trace.cend(), [](const TraceEventPtr &event) {
            const auto *note = event->as<Note>();
            return note && QLatin1String(note->rule) == QLatin1String("R12.1-1");
        }));
    }
    void a_bye_before_the_2xx_leaves_a_call_that_is_acknowledged_and_over()
    {
        SimulatedRun run;
        run.send(invite());
        const FakeTransport::Sent first = run.network.sent.first();
        run.network.answer(first, 180, "a", contact("sip:a@192.0.2.7"));
        run.clock.advance(50ms);
        run.network.receive(fromPeer(first.message, "a", "BYE", 1));
        run.clock.advance(50ms);
        QCOMPARE(run.ear.finished, 0); // the INVITE still waits for its final answer
        run.network.answer(first, 200, "a", contact("sip:a@192.0.2.7"));
        QVERIFY(run.clock.runDry());
        QCOMPARE(run.sent("ACK").size(), 1);
        QVERIFY(run.sent("BYE").isEmpty());
        QCOMPARE(run.ear.finished, 1);
        QCOMPARE(dialogStates(run).join(QLatin1Char(' ')), QStringLiteral("-Early Early-Terminated"));
    }
    void a_peer_that_invents_tags_does_not_fill_the_memory()
    {
        SimulatedRun run;
        run.send(invite());
        const FakeTransport::Sent first = run.network.sent.first();
        for (int i = 0; i < 300; ++i)
            run.network.answer(first, 180, "t" + QByteArray::number(i));
        run.clock.advance(50ms);
        QCOMPARE(dialogStates(run).size(), 100);
        run.network.answer(first, 200, "t299", contact("sip:bob@192.0.2.7")); // who answers is heard all the same
        run.clock.advance(50ms);
        QCOMPARE(run.sent("ACK").size(), 1);
    }
    void the_peer_may_hang_up_first()
    {
        SimulatedRun run;
        run.network.peer = [&](const FakeTransport::Sent &one) {
            if (one.message.method() == "INVITE")
                run.network.answer(one, 200, "a", contact("sip:bob@192.0.2.7"));
        };
        UserAgentClient &client = run.send(invite());
        run.clock.advance(1s);
        run.network.receive(fromPeer(client.attempts().first().request, "a", "BYE", 9));
        QVERIFY(run.clock.runDry());
        QCOMPARE(run.network.sent.last().message.status(), 200);
        QVERIFY(run.sent("BYE").isEmpty());
        QCOMPARE(run.ear.finished, 1);
        for (const TraceEventPtr &event : std::as_const(run.trace))
            if (const auto *received = event->as<MessageReceived>(); received && received->message.isRequest())
                QCOMPARE(event->context.intent, client.intent());
    }
    //= R20.8-1
    void a_call_id_in_other_letters_is_another_call()
    {
        SimulatedRun run;
        run.send(invite());
        const FakeTransport::Sent first = run.network.sent.first();
        run.network.answer(first, 200, "a", contact("sip:bob@192.0.2.7"));
        run.clock.advance(50ms);
        const QByteArray callId = first.message.callId().toByteArray();
        QVERIFY(callId != callId.toUpper());
        run.network.receive(fromPeer(first.message, "a", "BYE", 9).replace(callId, callId.toUpper()));
        run.clock.advance(50ms);
        QCOMPARE(run.network.sent.last().message.status(), 481);
        QCOMPARE(run.ear.finished, 0);
    }
    //= R9.1-7
    //= R9.1-9
    //= R9.1-11
    //= R9.1-12
    //= R9.1-15
    void cancel_waits_for_a_provisional_while_the_invite_is_sent_again()
    {
        SimulatedRun run;
        UserAgentClient &client = run.send(invite());
        QVERIFY(client.cancel("SIP;cause=200"));
        QVERIFY(client.cancel()); // R9.1-12
        QCOMPARE(client.cancelState(), CancelState::Requested);
        run.clock.advance(2s);
        QCOMPARE(run.sendTimes("INVITE"), QList<qint64>({0, 500, 1500}));
        QVERIFY(run.sent("CANCEL").isEmpty());
        run.network.answer(run.network.sent.first(), 180);
        run.clock.settle();
        QCOMPARE(client.cancelState(), CancelState::Sent);
        QCOMPARE(run.sent("CANCEL").size(), 1);
        const FakeTransport::Sent cancel = run.sent("CANCEL").first();
        QCOMPARE(cancel.target, run.network.sent.first().target);
        QCOMPARE(cancel.message.branch(), run.network.sent.first().message.branch());
        QCOMPARE(cancel.message.value(HeaderId::Reason), QByteArray("SIP;cause=200"));
        run.clock.advance(500ms);
        QCOMPARE(run.sent("CANCEL").size(), 2); // its own transaction, Timer E
        run.network.answer(cancel, 200);
        run.network.answer(run.network.sent.first(), 487);
        QVERIFY(run.clock.runDry());
        QCOMPARE(client.cancelState(), CancelState::Answered);
        QCOMPARE(run.ear.reject, QList<int>({487}));
        QCOMPARE(run.sent("ACK").size(), 1);
        QCOMPARE(run.sent("INVITE").size(), 3);
    }
    //= R9.1-1
    //= R9.1-8
    void cancel_is_refused_with_a_reason()
    {
        SimulatedRun run;
        QString why;
        UserAgentClient &options = run.send(SimulatedRun::compose("OPTIONS"));
        QVERIFY(!options.cancel({}, &why));
        QVERIFY(why.contains(QLatin1String("INVITE")));
        UserAgentClient &call = run.send(invite());
        run.network.answer(run.network.sent.last(), 486);
        run.clock.settle();
        QVERIFY(!call.cancel({}, &why));
        QVERIFY(why.contains(QLatin1String("already")));
        QVERIFY(run.sent("CANCEL").isEmpty());
    }
    //= R9.1-10
    void no_final_after_cancel_ends_locally_after_64_t1()
    {
        SimulatedRun run;
        UserAgentClient &client = run.send(invite());
        run.network.answer(run.network.sent.first(), 180);
        run.clock.advance(1s);
        client.cancel();
        run.network.answer(run.sent("CANCEL").first(), 200);
        run.clock.advance(31s);
        QVERIFY(run.ear.reject.isEmpty());
        QVERIFY(run.clock.runDry());
        QCOMPARE(run.ear.reject, QList<int>({408}));
        QCOMPARE(run.ear.last.cause, LocalCause::Cancelled);
        QCOMPARE(run.core.transactions().clientCount(), 0);
    }
    //= R9.1-14
    void a_2xx_that_crosses_the_cancel_is_acknowledged_and_hung_up_at_once()
    {
        SimulatedRun run;
        UserAgentClient &client = run.send(invite());
        run.network.answer(run.network.sent.first(), 180);
        run.clock.settle();
        client.cancel();
        run.network.answer(run.network.sent.first(), 200, "a", contact("sip:bob@192.0.2.7"));
        run.clock.settle();
        QCOMPARE(run.sent("ACK").size(), 1);
        QCOMPARE(run.sent("BYE").size(), 1);
        run.network.answer(run.sent("BYE").first(), 200);
        run.clock.settle();
        QCOMPARE(run.ear.finished, 1);
    }
    //= R13.2.2-3
    void ringing_for_ever_is_cancelled_by_the_ring_limit()
    {
        SimulatedRun run;
        ComposedRequest request = invite();
        request.ringLimit = 20s;
        run.network.peer = [&](const FakeTransport::Sent &one) {
            if (one.message.method() == "INVITE")
                run.network.answer(one, 180);
            if (one.message.method() == "CANCEL") {
                run.network.answer(one, 200);
                run.network.answer(run.network.sent.first(), 487);
            }
        };
        run.send(request);
        QVERIFY(run.clock.runDry());
        QCOMPARE(run.sendTimes("CANCEL"), QList<qint64>({20000}));
        QCOMPARE(run.ear.reject, QList<int>({487}));
    }
    //= R13.2.1-2
    void an_invite_rings_no_longer_than_its_expires()
    {
        for (const Instant limit : {Instant(180s), Instant(5s), Instant::zero()}) {
            SimulatedRun run;
            ComposedRequest request = invite();
            request.ringLimit = limit;
            request.rows << ComposedRow{"Expires", "10"};
            run.network.peer = [&](const FakeTransport::Sent &one) {
                if (one.message.method() == "INVITE")
                    run.network.answer(one, 180);
                if (one.message.method() == "CANCEL")
                    run.network.answer(run.network.sent.first(), 487);
            };
            run.send(request);
            QVERIFY(run.clock.runDry());
            QCOMPARE(run.sendTimes("CANCEL").first(), limit == Instant(5s) ? 5000 : 10'000);
            QCOMPARE(run.ear.reject, QList<int>({487}));
        }
    }
    void cancel_during_the_call_hangs_up()
    {
        SimulatedRun run;
        UserAgentClient &client = run.send(invite());
        run.network.answer(run.network.sent.first(), 200, "a", contact("sip:bob@192.0.2.7"));
        run.clock.settle();
        QVERIFY(client.cancel());
        QCOMPARE(run.sendTimes("BYE"), QList<qint64>({0}));
        QVERIFY(run.sent("CANCEL").isEmpty());
    }
};
QTEST_GUILESS_MAIN(TestInvite)
#include "tst_invite.moc"
