// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/simulated_run.h"

#include <QtTest>

using namespace sip;

/// SUBSCRIBE and REFER with the NOTIFYs that follow.
class TestSubscribe : public QObject {
    Q_OBJECT

    struct Watch : SimulatedRun {
        explicit Watch(const QByteArray &method = "SUBSCRIBE",
                       const QList<ComposedRow> &rows = {{"Event", "presence"}, {"Expires", "600"}},
                       Instant end = ComposedRequest::Never)
        {
            network.peer = [this](const FakeTransport::Sent &one) {
                if (one.message.isRequest() && answerWith)
                    network.answer(one, answerWith, "a", [&one](MessageDraft &d) {
                        d.append(HeaderId::Contact, "<sip:bob@192.0.2.7>");
                        if (one.message.method() == "SUBSCRIBE")
                            d.append(HeaderId::Expires, one.message.value(HeaderId::Expires));
                    });
            };
            ComposedRequest request = compose(method);
            request.rows += rows;
            request.hangUpAfter = end;
            client = &SimulatedRun::client(request);
        }
        void notify(int cseq, const QByteArray &state, const QByteArray &tag = "a", const QByteArray &event = "presence",
                    const QByteArray &body = {})
        {
            const Message first = client->attempts().first().request;
            network.receive("NOTIFY sip:alice@192.0.2.10 SIP/2.0\r\nVia: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bKn" + tag +
                            QByteArray::number(cseq) + "\r\nMax-Forwards: 70\r\nFrom: " + first.value(HeaderId::To) + ";tag=" +
                            tag + "\r\nTo: " + first.value(HeaderId::From) + "\r\nCall-ID: " + first.callId().toByteArray() +
                            "\r\nCSeq: " + QByteArray::number(cseq) + " NOTIFY\r\nContact: <sip:" + tag +
                            "@192.0.2.8>\r\nRecord-Route: <sip:192.0.2.9;lr>\r\nEvent: " + event + "\r\n" +
                            (state.isEmpty() ? QByteArray() : "Subscription-State: " + state + "\r\n") +
                            (body.isEmpty() ? QByteArray() : "Content-Type: message/sipfrag\r\n") +
                            "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
            clock.advance(50ms);
        }
        QList<int> answers() const
        {
            QList<int> all;
            for (const FakeTransport::Sent &one : network.sent)
                if (one.message.isResponse() && one.message.cseqMethod() == "NOTIFY")
                    all << one.message.status();
            return all;
        }
        QStringList states() const
        {
            QStringList all;
            for (const StateChanged &change : events<StateChanged>())
                if (change.machine == StateChanged::Machine::Subscription)
                    all << QString::fromLatin1(change.to);
            return all;
        }
        bool said(const char *words) const
        {
            for (const Note &note : events<Note>())
                if (note.text.contains(QLatin1String(words)))
                    return true;
            return false;
        }
        UserAgentClient *client;
        int answerWith = 200;
    };

private Q_SLOTS:
    //= R6665.4.1.2.2-1
    //= R6665.4.1.2.3-1
    //= R12.2.1.2-1
    void refreshed_in_its_dialog_and_ended_with_expires_0()
    {
        Watch watch;
        watch.client->send();
        watch.clock.advance(50ms);
        watch.notify(1, "active;expires=600");
        QCOMPARE(watch.states(), QStringList({QStringLiteral("Active")}));
        watch.clock.advance(570s);
        QCOMPARE(watch.sent("SUBSCRIBE").size(), 2);
        const Message refresh = watch.sent("SUBSCRIBE").last().message;
        QCOMPARE(refresh.toTag(), QByteArrayView("a"));
        QCOMPARE(refresh.cseqNumber(), watch.sent("SUBSCRIBE").first().message.cseqNumber() + 1);
        QCOMPARE(refresh.value(HeaderId::Event), QByteArray("presence"));
        QCOMPARE(refresh.value(HeaderId::Expires), QByteArray("600"));
        QCOMPARE(watch.sent("SUBSCRIBE").last().target.remote.text(), QByteArray("192.0.2.8:5060")); // the NOTIFY moved it
        watch.clock.advance(500s);
        QCOMPARE(watch.ear.finished, 0);
        QVERIFY(watch.client->cancel());
        watch.clock.advance(50ms);
        QCOMPARE(watch.sent("SUBSCRIBE").last().message.value(HeaderId::Expires), QByteArray("0"));
        QCOMPARE(watch.sent("SUBSCRIBE").last().target.remote.text(), QByteArray("192.0.2.7:5060")); // and the 2xx back
        QCOMPARE(watch.ear.finished, 0);                                                             // the last NOTIFY is awaited
        watch.notify(2, "terminated;reason=timeout");
        QCOMPARE(watch.answers(), QList<int>({200, 200}));
        QCOMPARE(watch.ear.finished, 1);
        QVERIFY(watch.clock.runDry());
        QCOMPARE(watch.sent("SUBSCRIBE").size(), 3);
    }
    //= R6665.4.1.2.3-1 by hand: its last NOTIFY is awaited, and "timeout" does not mean that it is to be made anew
    void ended_by_a_subscribe_of_the_user()
    {
        Watch watch;
        watch.client->send();
        watch.clock.advance(50ms);
        watch.notify(1, "active;expires=600");
        watch.client->next("a", {.method = "SUBSCRIBE", .rows = {{"Event", "presence"}, {"Expires", "0"}}, .body = {}});
        watch.clock.advance(50ms);
        QCOMPARE(watch.ear.finished, 0);
        watch.notify(2, "terminated;reason=timeout");
        QCOMPARE(watch.answers(), QList<int>({200, 200}));
        QVERIFY(watch.said("the subscription is over, as asked"));
        QCOMPARE(watch.ear.finished, 1);
        QVERIFY(watch.clock.runDry());
        QCOMPARE(watch.sent("SUBSCRIBE").size(), 2);
    }
    //= R6665.4.1.2.4-1
    void without_a_notify_it_failed_after_64_t1()
    {
        Watch watch;
        watch.client->send();
        watch.clock.advance(31s);
        QCOMPARE(watch.ear.finished, 0);
        watch.clock.advance(2s);
        QCOMPARE(watch.ear.finished, 1);
        QCOMPARE(watch.events<LocalStatus>().first().cause, LocalCause::TimerN);
        QVERIFY(watch.events<LocalStatus>().first().text.contains(QLatin1String("no NOTIFY came")));
        QCOMPARE(watch.ear.reject, QList<int>({408}));
        QCOMPARE(watch.events<IntentFinished>().first().status, 408);
        watch.notify(1, "active");
        QCOMPARE(watch.answers(), QList<int>({481}));
    }
    //= R6665.4.1.2.4-1
    void a_notify_that_is_no_good_does_not_count()
    {
        Watch watch;
        watch.client->send();
        watch.clock.advance(50ms);
        watch.notify(1, {});
        QCOMPARE(watch.answers(), QList<int>({400}));
        watch.clock.advance(33s);
        QCOMPARE(watch.ear.finished, 1);
    }
    //= R6665.4.1.2.4-1
    //= R6665.4.1.4-1
    void the_fork_that_accepted_and_never_notifies_is_over_with_timer_n()
    {
        for (const bool before : {true, false}) { // the NOTIFY of the other comes before the 200, or after it
            Watch watch;
            watch.answerWith = before ? 0 : 200;
            watch.client->send();
            watch.clock.advance(50ms);
            watch.notify(1, "active;expires=600", "b");
            if (before)
                watch.network.answer(watch.sent("SUBSCRIBE").first(), 200, "a",
                                     [](MessageDraft &d) { d.append(HeaderId::Expires, "600"); });
            watch.clock.advance(33s);
            QVERIFY(watch.said("that subscription failed"));
            QCOMPARE(watch.ear.finished, 0); // b goes on
            watch.notify(2, "terminated;reason=noresource", "b");
            QCOMPARE(watch.ear.finished, 1);
        }
    }
    void a_refer_whose_end_is_never_told_is_over_in_the_end()
    {
        Watch watch("REFER", {{"Refer-To", "<sip:carol@example.com>"}});
        watch.client->send();
        watch.clock.advance(50ms);
        watch.notify(1, "active", "a", "refer", "SIP/2.0 100 Trying");
        watch.clock.advance(179s);
        QCOMPARE(watch.ear.finished, 0);
        watch.clock.advance(2s);
        QCOMPARE(watch.ear.finished, 1);
        QVERIFY(watch.said("ran out"));
    }
    //= R6665.4.1.3-1
    //= R6665.4.4.1-1
    void a_notify_before_the_2xx_makes_the_dialog()
    {
        Watch watch;
        watch.answerWith = 0;
        watch.client->send();
        watch.clock.advance(50ms);
        watch.notify(7, "active;expires=100");
        QCOMPARE(watch.answers(), QList<int>({200}));
        watch.network.answer(watch.sent("SUBSCRIBE").first(), 200, "a",
                             [](MessageDraft &d) { d.append(HeaderId::Expires, "600"); });
        watch.clock.advance(50ms);
        QCOMPARE(watch.events<DialogChanged>().size(), 1);
        watch.answerWith = 200;
        watch.clock.advance(600s);
        const Message refresh = watch.sent("SUBSCRIBE")[1].message;
        QCOMPARE(refresh.values(HeaderId::Route), QList<QByteArray>{"<sip:192.0.2.9;lr>"});
        QCOMPARE(refresh.requestUri(), QByteArrayView("sip:a@192.0.2.8"));
    }
    //= R6665.4.1.4-1
    void every_fork_is_a_subscription_of_its_own()
    {
        Watch watch;
        watch.client->send();
        watch.clock.advance(50ms);
        watch.notify(1, "active;expires=600", "a");
        watch.notify(1, "active;expires=600", "b");
        watch.notify(2, "active;expires=600", "b");
        watch.notify(1, "active", "c", "dialog"); // another package
        QCOMPARE(watch.answers(), QList<int>({200, 200, 200, 481}));
        QVERIFY(watch.client->cancel());
        watch.clock.advance(50ms);
        QCOMPARE(watch.sent("SUBSCRIBE").size(), 3);
        watch.notify(3, "terminated", "a");
        QCOMPARE(watch.ear.finished, 0);
        watch.notify(3, "terminated", "b");
        QCOMPARE(watch.ear.finished, 1);
    }
    void fetched_once_it_is_over_with_its_notify()
    {
        for (const bool notifyFirst : {false, true}) {
            Watch watch("SUBSCRIBE", {{"Event", "presence"}, {"Expires", "0"}});
            watch.answerWith = notifyFirst ? 0 : 200;
            watch.client->send();
            watch.clock.advance(50ms);
            watch.notify(1, "terminated;reason=timeout");
            if (notifyFirst) {
                watch.network.answer(watch.sent("SUBSCRIBE").first(), 200, "a");
                watch.clock.advance(50ms);
            }
            QCOMPARE(watch.ear.finished, 1);
            QVERIFY(watch.clock.runDry());
            QCOMPARE(watch.sent("SUBSCRIBE").size(), 1);
        }
    }
    void ended_by_itself_after_the_set_time()
    {
        Watch watch("SUBSCRIBE", {{"Event", "presence"}, {"Expires", "600"}}, 5s);
        watch.client->send();
        watch.clock.advance(50ms);
        watch.notify(1, "active;expires=600");
        watch.clock.advance(6s);
        QCOMPARE(watch.sent("SUBSCRIBE").last().message.value(HeaderId::Expires), QByteArray("0"));
        QVERIFY(watch.clock.runDry()); // no last NOTIFY: Timer N ends it
        QCOMPARE(watch.ear.finished, 1);
    }
    //= R6665.4.1.2.2-2
    void a_refused_refresh_ends_it_or_lets_it_run_out()
    {
        for (const int status : {481, 500}) {
            Watch watch;
            watch.client->send();
            watch.clock.advance(50ms);
            watch.notify(1, "active;expires=600");
            watch.answerWith = status;
            watch.clock.advance(580s);
            QCOMPARE(watch.ear.finished, status == 481 ? 1 : 0);
            watch.clock.advance(30s);
            QCOMPARE(watch.ear.finished, 1);
            QVERIFY(watch.sent("BYE").isEmpty());
        }
    }
    //= R6665.4.6-1
    void a_subscription_is_never_cancelled()
    {
        Watch watch;
        watch.answerWith = 0;
        watch.client->send();
        watch.network.answer(watch.sent("SUBSCRIBE").first(), 100);
        watch.clock.advance(1s);
        QString why;
        QVERIFY(!watch.client->cancel({}, &why));
        QVERIFY(!why.isEmpty());
        watch.notify(1, "active;expires=600");
        QVERIFY(watch.client->cancel()); // ended, by SUBSCRIBE
        watch.clock.advance(1s);
        QCOMPARE(watch.sent("SUBSCRIBE").last().message.value(HeaderId::Expires), QByteArray("0"));
        QVERIFY(watch.sent("CANCEL").isEmpty());
    }
    //= R6665-1
    void a_202_leaves_it_to_the_notify()
    {
        Watch watch;
        watch.answerWith = 202;
        watch.client->send();
        watch.clock.advance(50ms);
        QVERIFY(watch.said("told by NOTIFY"));
        QCOMPARE(watch.ear.accept, QList<int>({202}));
        watch.notify(1, "pending;expires=600");
        QCOMPARE(watch.states(), QStringList({QStringLiteral("Pending")}));
    }
    void a_refused_subscription_is_over_at_once()
    {
        Watch watch;
        watch.answerWith = 489;
        watch.client->send();
        watch.clock.advance(50ms);
        QCOMPARE(watch.ear.reject, QList<int>({489}));
        QCOMPARE(watch.ear.finished, 1);
        QVERIFY(watch.clock.runDry());
    }
    //= R6665.4.1.3-2
    void a_notify_without_its_state_is_bad()
    {
        Watch watch;
        watch.client->send();
        watch.clock.advance(50ms);
        watch.notify(1, {});
        QCOMPARE(watch.answers(), QList<int>({400}));
    }
    //= R3515.2.4.4-1
    //= R3515.2.4.5-1
    //= R3515.2.4.7-1
    void a_refer_follows_its_request_until_terminated()
    {
        Watch watch("REFER", {{"Refer-To", "<sip:carol@example.com>"}});
        watch.answerWith = 0;
        watch.client->send();
        watch.clock.advance(50ms);
        watch.notify(1, "active;expires=60", "a", "refer", "SIP/2.0 100 Trying");
        QCOMPARE(watch.answers(), QList<int>({200}));
        watch.network.answer(watch.sent("REFER").first(), 202, "a");
        watch.notify(2, "active;expires=60", "a", "refer", "SIP/2.0 180 Ringing");
        watch.notify(3, "terminated;reason=noresource", "a", "refer", "SIP/2.0 200 OK");
        QVERIFY(watch.said("180 Ringing") && watch.said("200 OK") && watch.said("noresource"));
        QCOMPARE(watch.ear.finished, 1);
        QVERIFY(watch.sent("SUBSCRIBE").isEmpty());
    }
    //= R3515-1
    void a_refer_that_nobody_tells_of_is_over_with_its_answer()
    {
        Watch watch("REFER", {{"Refer-To", "<sip:carol@example.com>"}, {"Refer-Sub", "false"}});
        watch.answerWith = 0;
        watch.client->send();
        watch.network.answer(watch.sent("REFER").first(), 200, "a",
                             [](MessageDraft &d) { d.append(HeaderId::ReferSub, "false"); });
        watch.clock.advance(50ms);
        QCOMPARE(watch.ear.finished, 1);
        QVERIFY(!watch.said("no NOTIFY"));
    }
    void stopping_ends_the_timers_of_what_a_notify_began()
    {
        Watch watch;
        watch.answerWith = 0;
        watch.client->send();
        watch.clock.advance(50ms);
        watch.notify(1, "active;expires=100");
        QVERIFY(watch.client->stop());
        const qsizetype sent = watch.network.sent.size();
        QVERIFY(watch.clock.runDry());
        QCOMPARE(watch.network.sent.size(), sent);
        QCOMPARE(watch.ear.finished, 1);
    }
    //= R3515.2.4.6-1
    void a_refer_in_a_call_does_not_end_it()
    {
        Watch watch("INVITE", {});
        watch.client->send();
        watch.clock.advance(50ms);
        QVERIFY(watch.client->next({}, {.method = "REFER", .rows = {{"Refer-To", "<sip:carol@example.com>"}}, .body = {}}));
        watch.clock.advance(50ms);
        const QByteArray id = QByteArray::number(watch.sent("REFER").first().message.cseqNumber());
        watch.notify(1, "active", "a", "refer;id=" + id, "SIP/2.0 100 Trying");
        watch.notify(2, "terminated;reason=noresource", "a", "refer;id=" + id, "SIP/2.0 603 Decline");
        watch.notify(3, "active", "a", "refer;id=" + id);
        QCOMPARE(watch.answers(), QList<int>({200, 200, 481}));
        QCOMPARE(watch.ear.finished, 0);
        QVERIFY(watch.client->cancel());
        watch.clock.advance(50ms);
        QCOMPARE(watch.sent("BYE").size(), 1);
        QCOMPARE(watch.ear.finished, 1);
    }
    void a_challenge_does_not_disturb_it()
    {
        Watch watch;
        watch.answerWith = 0;
        watch.client->send();
        watch.network.answer(watch.sent("SUBSCRIBE").first(), 401, "x", SimulatedRun::challenge("n1"));
        watch.clock.advance(50ms);
        QCOMPARE(watch.sent("SUBSCRIBE").size(), 2);
        watch.network.answer(watch.sent("SUBSCRIBE").last(), 200, "a",
                             [](MessageDraft &d) { d.append(HeaderId::Expires, "600"); });
        watch.notify(1, "active;expires=600");
        QCOMPARE(watch.answers(), QList<int>({200}));
    }
    //= R6665.4.1.3-2
    void moved_elsewhere_it_is_subscribed_to_again_at_once()
    {
        Watch watch;
        watch.client->send();
        watch.clock.advance(50ms);
        watch.notify(1, "active;expires=600");
        watch.notify(2, "terminated;reason=deactivated");
        QCOMPARE(watch.sent("SUBSCRIBE").size(), 2);
        const Message first = watch.sent("SUBSCRIBE").first().message, again = watch.sent("SUBSCRIBE").last().message;
        QVERIFY(again.toTag().isEmpty() && again.fromTag() != first.fromTag() && again.callId() != first.callId());
        QCOMPARE(again.value(HeaderId::Event), QByteArray("presence"));
        QCOMPARE(watch.client->attempts().last().why, QByteArray("resubscribe"));
        QCOMPARE(watch.ear.finished, 0);
        QVERIFY(watch.client->stop());
        QCOMPARE(watch.ear.finished, 1);
    }
    void not_now_is_tried_again_when_the_notifier_says_so()
    {
        Watch watch;
        watch.client->send();
        watch.clock.advance(50ms);
        watch.notify(1, "terminated;reason=probation;retry-after=40");
        watch.clock.advance(39s);
        QCOMPARE(watch.sent("SUBSCRIBE").size(), 1);
        watch.clock.advance(1s);
        QCOMPARE(watch.sent("SUBSCRIBE").size(), 2);
    }
    void waiting_to_subscribe_again_can_be_given_up()
    {
        Watch watch;
        watch.client->send();
        watch.clock.advance(50ms);
        watch.notify(1, "terminated;reason=probation");
        QCOMPARE(watch.ear.finished, 0);
        QVERIFY(watch.client->cancel());
        QCOMPARE(watch.ear.finished, 1);
        watch.clock.advance(100s);
        QCOMPARE(watch.sent("SUBSCRIBE").size(), 1);
    }
    void for_good_is_for_good()
    {
        for (const QByteArray reason : {"rejected", "noresource", "invariant", "", "unheard-of"}) {
            Watch watch;
            watch.client->send();
            watch.clock.advance(50ms);
            watch.notify(1, "terminated" + (reason.isEmpty() ? reason : ";reason=" + reason));
            QCOMPARE(watch.ear.finished, 1);
            watch.clock.advance(100s);
            QCOMPARE(watch.sent("SUBSCRIBE").size(), 1);
        }
    }
    void a_notifier_that_always_moves_is_left_after_the_limit_of_retries()
    {
        Watch watch;
        watch.network.peer = [&watch](const FakeTransport::Sent &one) {
            if (!one.message.isRequest())
                return;
            watch.network.answer(one, 200, "a" + one.message.fromTag().toByteArray(), [](MessageDraft &d) {
                d.append(HeaderId::Contact, "<sip:bob@192.0.2.7>");
                d.append(HeaderId::Expires, "600");
            });
        };
        watch.client->send();
        for (int i = 0; i < 20; ++i) {
            watch.clock.advance(50ms);
            const Message last = watch.client->attempts().last().request;
            watch.network.receive("NOTIFY sip:alice@192.0.2.10 SIP/2.0\r\nVia: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bKm" +
                                  QByteArray::number(i) + "\r\nMax-Forwards: 70\r\nFrom: <sip:bob@example.com>;tag=a" +
                                  last.fromTag().toByteArray() + "\r\nTo: " + last.value(HeaderId::From) +
                                  "\r\nCall-ID: " + last.callId().toByteArray() + "\r\nCSeq: " + QByteArray::number(i + 1) +
                                  " NOTIFY\r\nContact: <sip:bob@192.0.2.8>\r\nEvent: presence\r\n"
                                  "Subscription-State: terminated;reason=deactivated\r\nContent-Length: 0\r\n\r\n");
        }
        watch.clock.advance(50ms);
        QCOMPARE(watch.sent("SUBSCRIBE").size(), 6);
        QCOMPARE(watch.ear.finished, 1);
    }
    //= R6665.4.1.2.3-1
    void a_notifier_that_goes_on_after_the_end_is_left_with_timer_n()
    {
        for (const char *state : {"pending", "active", "active;expires=4294967295"}) {
            Watch watch("SUBSCRIBE", {{"Event", "presence"}}, 2s);
            watch.client->send();
            watch.clock.advance(50ms);
            watch.notify(1, "active");
            watch.clock.advance(3s);
            QVERIFY(watch.sent("SUBSCRIBE").size() == 2);
            for (int i = 2; i <= 20; ++i) {
                watch.notify(i, state);
                watch.clock.advance(1s);
            }
            QVERIFY(watch.clock.runDry(60s));
            QCOMPARE(watch.ear.finished, 1);
        }
    }
};

QTEST_GUILESS_MAIN(TestSubscribe)
#include "tst_subscribe.moc"
