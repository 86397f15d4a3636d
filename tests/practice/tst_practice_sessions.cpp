// SPDX-License-Identifier: GPL-3.0-or-later
// Calls of the practice server in simulated time: what is sent again, what it asks itself and where that goes, how sessions end.
#include "support/practice_run.h"

#include <QtTest>

using namespace diag;
using sip::HeaderId;

class TestPracticeSessions : public QObject {
    Q_OBJECT

    static QList<qint64> timesOf(const PracticePhone &phone, int status) ///< ms
    {
        QList<qint64> times;
        for (const FakeTransport::Sent &one : phone.run.network.sent)
            if (one.message.isResponse() && one.message.status() == status && one.message.cseqMethod() == "INVITE")
                times << one.at / 1ms;
        return times;
    }

private Q_SLOTS:
    // RFC 3261 13.3.1.4
    void a_200_is_sent_again_until_its_ack()
    {
        PracticePhone phone("ring:0");
        const sip::Message taken = phone.call(PracticePhone::sdp(), false);
        QCOMPARE(taken.status(), 200);
        phone.clock.advanceTo(9000ms);
        QCOMPARE(timesOf(phone, 200), QList<qint64>({0, 500, 1500, 3500, 7500}));
        phone.send(phone.ack(taken));
        phone.clock.advance(60s);
        QCOMPARE(timesOf(phone, 200).size(), 5);
        QVERIFY(phone.asked("BYE").isEmpty());
    }
    void a_200_without_an_ack_ends_in_a_bye_data()
    {
        QTest::addColumn<QByteArray>("behaviour");
        QTest::addColumn<int>("calls");
        QTest::newRow("one call") << QByteArray("ring:0") << 1;
        QTest::newRow("two forks") << QByteArray("fork:3") << 2;
        QTest::newRow("a session with a limit") << QByteArray("session-timer:90") << 1;
        QTest::newRow("a 200 that crossed a CANCEL") << QByteArray("late-200") << 1;
    }
    void a_200_without_an_ack_ends_in_a_bye()
    {
        QFETCH(QByteArray, behaviour);
        QFETCH(int, calls);
        PracticePhone phone(behaviour);
        phone.supported = "timer";
        const sip::MessageDraft invite = phone.request("INVITE", PracticePhone::sdp());
        phone.send(invite);
        phone.clock.advance(300ms);
        if (behaviour == "late-200")
            phone.send(phone.sameBranch("CANCEL", invite));
        const qint64 taken = timesOf(phone, 200).value(0);
        phone.clock.advanceTo(sip::Instant(std::chrono::milliseconds(taken + 31'999)));
        QVERIFY(phone.asked("BYE").isEmpty());
        phone.clock.advance(1ms);
        const QList<FakeTransport::Sent> byes = phone.asked("BYE");
        QCOMPARE(byes.size(), calls);
        for (const FakeTransport::Sent &bye : byes)
            phone.reply(bye, 200);
        QCOMPARE(phone.run.told.size(), calls);
        QCOMPARE(phone.run.told.first(), (PracticeRun::Told{"BYE", phone.source, 200}));
        QCOMPARE(phone.run.core.held().calls, 0);
        QVERIFY(phone.isLeftWithNothing());
    }
    void a_re_invite_without_an_ack_ends_the_call_too()
    {
        PracticePhone phone("ok");
        (void)phone.call();
        QCOMPARE(phone.ask(phone.request("INVITE", PracticePhone::sdp())).status(), 200);
        phone.clock.advance(32s);
        QCOMPARE(phone.asked("BYE").size(), 1);
    }
    void a_200_is_not_sent_again_after_the_bye()
    {
        PracticePhone phone("ring:0");
        (void)phone.call(PracticePhone::sdp(), false);
        QCOMPARE(phone.ask(phone.request("BYE")).status(), 200);
        phone.clock.advance(60s);
        QCOMPARE(timesOf(phone, 200).size(), 1);
        QVERIFY(phone.asked("BYE").isEmpty());
    }
    void a_re_invite_takes_the_place_of_a_lost_ack()
    {
        PracticePhone phone("ring:0");
        (void)phone.call(PracticePhone::sdp(), false);
        const sip::Message again = phone.ask(phone.request("INVITE", PracticePhone::sdp()));
        QCOMPARE(again.status(), 200);
        phone.send(phone.ack(again));
        phone.clock.advance(60s);
        QVERIFY(phone.asked("BYE").isEmpty());
        // Not where the answer to our offer would have been in it.
        phone.callId = "call-2";
        phone.to = "<sip:1002@127.0.0.1:5070>";
        (void)phone.call({}, false);
        //= R14.2-1
        QCOMPARE(phone.ask(phone.request("INVITE", PracticePhone::sdp())).status(), 491);
    }
    //= R14.2-1
    void changes_that_cross_are_491()
    {
        PracticePhone phone("reinvite-us");
        (void)phone.call();
        phone.clock.advance(1s);
        QCOMPARE(phone.asked("INVITE").size(), 1);
        QCOMPARE(phone.ask(phone.request("INVITE", PracticePhone::sdp())).status(), 491);
        QCOMPARE(phone.ask(phone.request("UPDATE", PracticePhone::sdp())).status(), 491);
        QCOMPARE(phone.ask(phone.request("UPDATE")).status(), 200);
        phone.reply(phone.asked("INVITE").first(), 491);
        phone.clock.advance(2s);
        QCOMPARE(phone.asked("INVITE").size(), 2);
        phone.reply(phone.asked("INVITE").last(), 200);
        QCOMPARE(phone.asked("ACK").size(), 2); // to both finals
        QCOMPARE(phone.ask(phone.request("INVITE", PracticePhone::sdp())).status(), 200);
    }
    void a_re_invite_of_a_call_that_is_over_is_hung_up()
    {
        PracticePhone phone("reinvite-us");
        (void)phone.call();
        phone.clock.advance(1s);
        phone.reply(phone.asked("INVITE").first(), 481);
        QCOMPARE(phone.asked("BYE").size(), 1);
        QCOMPARE(phone.run.core.held().calls, 0);
    }
    // RFC 3261 15.1.2
    void a_bye_while_it_rings_ends_the_invite()
    {
        PracticePhone phone("ring:5000");
        const sip::MessageDraft invite = phone.request("INVITE", PracticePhone::sdp());
        phone.send(invite);
        phone.clock.advance(1s);
        phone.to = phone.answerTo(invite).value(HeaderId::To);
        QCOMPARE(phone.ask(phone.request("BYE")).status(), 200);
        QCOMPARE(phone.answerTo(invite).status(), 487);
        phone.send(phone.sameBranch("ACK", invite));
        QVERIFY(phone.isLeftWithNothing());
    }
    void a_bye_at_one_place_leaves_the_others_ringing()
    {
        PracticePhone phone("fork:3");
        const sip::MessageDraft invite = phone.request("INVITE", PracticePhone::sdp());
        phone.send(invite);
        QCOMPARE(phone.run.core.held().calls, 3);
        phone.to = phone.answerTo(invite).value(HeaderId::To); // the third
        QCOMPARE(phone.ask(phone.request("BYE")).status(), 200);
        QCOMPARE(phone.run.core.held().calls, 2);
        phone.clock.advance(300ms);
        QCOMPARE(timesOf(phone, 200).size(), 2);
    }
    // RFC 3311 5.2
    void an_offer_before_the_answer_has_to_wait()
    {
        PracticePhone phone("ring:5000");
        const sip::MessageDraft invite = phone.request("INVITE", PracticePhone::sdp());
        phone.send(invite);
        phone.to = phone.answerTo(invite).value(HeaderId::To);
        const sip::Message refused = phone.ask(phone.request("UPDATE", PracticePhone::sdp()));
        QCOMPARE(refused.status(), 500);
        QVERIFY(refused.has(HeaderId::RetryAfter));
        QCOMPARE(phone.ask(phone.request("UPDATE")).status(), 200);
        //= R14.2-2
        QCOMPARE(phone.ask(phone.request("INVITE", PracticePhone::sdp())).status(), 500);
    }
    void an_update_while_it_rings_is_taken_after_a_reliable_answer()
    {
        PracticePhone phone("prack");
        phone.supported = "100rel";
        const sip::MessageDraft invite = phone.request("INVITE", PracticePhone::sdp());
        phone.send(invite);
        const auto prack = [&] {
            sip::MessageDraft made = phone.request("PRACK");
            made.append("RAck", phone.answerTo(invite).value(HeaderId::RSeq) + ' ' + invite.value(HeaderId::CSeq));
            return made;
        };
        QCOMPARE(phone.answerTo(invite).status(), 183);
        phone.to = phone.answerTo(invite).value(HeaderId::To);
        phone.clock.advance(1s);
        QCOMPARE(timesOf(phone, 183), QList<qint64>({0, 500})); // RFC 3262 3
        const sip::MessageDraft first = prack();
        QCOMPARE(phone.ask(first).status(), 200);
        QCOMPARE(phone.answerTo(invite).status(), 180);
        const sip::Message updated = phone.ask(phone.request("UPDATE", PracticePhone::sdp()));
        QCOMPARE(updated.status(), 200);
        QVERIFY(updated.body().contains("m=audio"));
        sip::MessageDraft late = phone.request("PRACK");
        late.append("RAck", first.value(HeaderId::RAck));
        QCOMPARE(phone.ask(late).status(), 481); // that one was acknowledged
        QCOMPARE(phone.ask(prack()).status(), 200);
        phone.clock.advance(300ms);
        QCOMPARE(phone.answerTo(invite).status(), 200);
        QVERIFY(phone.answerTo(invite).body().isEmpty());
    }
    void without_a_prack_the_call_is_refused()
    {
        PracticePhone phone("prack");
        phone.supported = "100rel";
        const sip::MessageDraft invite = phone.request("INVITE", PracticePhone::sdp());
        phone.send(invite);
        phone.clock.advance(31'999ms);
        QCOMPARE(phone.answerTo(invite).status(), 183);
        phone.clock.advance(1ms);
        QCOMPARE(phone.answerTo(invite).status(), 500);
        phone.send(phone.sameBranch("ACK", invite));
        QVERIFY(phone.isLeftWithNothing());
    }
    void an_offer_of_ours_is_never_in_an_unreliable_183()
    {
        PracticePhone phone("early-media");
        const sip::MessageDraft invite = phone.request("INVITE");
        phone.send(invite);
        for (const FakeTransport::Sent &one : std::as_const(phone.run.network.sent))
            QVERIFY(one.message.body().isEmpty());
        phone.clock.advance(300ms);
        QVERIFY(phone.answerTo(invite).body().contains("m=audio"));
    }
    // RFC 3261 8.2.2.2
    void an_invite_that_came_on_two_ways_is_482()
    {
        PracticePhone phone("ring:5000");
        const sip::MessageDraft invite = phone.request("INVITE", PracticePhone::sdp());
        phone.send(invite);
        --phone.cseq;
        QCOMPARE(phone.ask(phone.request("INVITE", PracticePhone::sdp())).status(), 482);
        QCOMPARE(phone.run.core.held().calls, 1);
    }
    void requests_of_the_server_go_where_the_dialog_says_data()
    {
        QTest::addColumn<QByteArray>("contact");
        QTest::addColumn<QByteArray>("recordRoute");
        QTest::addColumn<QByteArray>("target");
        const QByteArray source = "127.0.0.1:40312";
        QTest::newRow("the contact on this machine")
            << QByteArray("<sip:1001@127.0.0.1:6000>") << QByteArray() << QByteArray("127.0.0.1:6000");
        QTest::newRow("IPv6") << QByteArray("<sip:1001@[::1]:6000>") << QByteArray() << QByteArray("[::1]:6000");
        QTest::newRow("a loose route") << QByteArray("<sip:1001@127.0.0.1:6000>") << QByteArray("<sip:127.0.0.2:7000;lr>")
                                       << QByteArray("127.0.0.2:7000");
        QTest::newRow("a strict route") << QByteArray("<sip:1001@127.0.0.1:6000>") << QByteArray("<sip:127.0.0.2:7000>")
                                        << QByteArray("127.0.0.2:7000");
        QTest::newRow("elsewhere") << QByteArray("<sip:1001@192.0.2.9:6000>") << QByteArray() << source;
        QTest::newRow("a route elsewhere") << QByteArray("<sip:1001@127.0.0.1:6000>") << QByteArray("<sip:192.0.2.9;lr>")
                                           << source;
        QTest::newRow("a name") << QByteArray("<sip:1001@phone.example.com>") << QByteArray() << source;
        QTest::newRow("TLS") << QByteArray("<sips:1001@127.0.0.1:6000>") << QByteArray() << QByteArray("127.0.0.1:6000");
        QTest::newRow("no contact") << QByteArray() << QByteArray() << source;
    }
    void requests_of_the_server_go_where_the_dialog_says()
    {
        QFETCH(QByteArray, contact);
        QFETCH(QByteArray, recordRoute);
        QFETCH(QByteArray, target);
        PracticePhone phone("call:5");
        phone.contact = contact;
        sip::MessageDraft invite = phone.request("INVITE", PracticePhone::sdp());
        if (!recordRoute.isEmpty())
            invite.append("Record-Route", recordRoute);
        phone.send(invite);
        phone.clock.advance(300ms);
        phone.send(phone.ack(phone.answerTo(invite)));
        phone.clock.advance(5s);
        const QList<FakeTransport::Sent> byes = phone.asked("BYE");
        QCOMPARE(byes.size(), 1);
        QCOMPARE(byes.first().target.remote.text(), target);
        for (const FakeTransport::Sent &one : std::as_const(phone.run.network.sent))
            QVERIFY(one.target.remote.isLoopback());
    }
    void a_target_that_moved_is_followed()
    {
        PracticePhone phone("call:5");
        (void)phone.call();
        phone.contact = "<sip:1001@127.0.0.1:6000>";
        QCOMPARE(phone.ask(phone.request("UPDATE")).status(), 200);
        phone.clock.advance(5s);
        QCOMPARE(phone.asked("BYE").first().target.remote.text(), QByteArray("127.0.0.1:6000"));
    }
    void subscriptions_and_referrals_follow_the_route_of_the_request()
    {
        PracticePhone phone("ok");
        for (const char *method : {"SUBSCRIBE", "REFER"}) {
            sip::MessageDraft draft = phone.request(method);
            draft.append("Event", "presence");
            draft.append("Refer-To", "<sip:1003@127.0.0.1>");
            draft.append("Record-Route", "<sip:127.0.0.3:7000;lr>");
            const sip::Message ok = phone.ask(draft);
            QCOMPARE(ok.value(HeaderId::RecordRoute), QByteArray("<sip:127.0.0.3:7000;lr>"));
            QCOMPARE(phone.asked("NOTIFY").last().target.remote.text(), QByteArray("127.0.0.3:7000"));
            QCOMPARE(phone.asked("NOTIFY").last().message.value(HeaderId::Route), QByteArray("<sip:127.0.0.3:7000;lr>"));
        }
    }
    //= R4028.5-1
    void only_who_knows_timers_is_refused_a_brief_session()
    {
        PracticePhone phone("session-timer:120");
        phone.sessionExpires = "60";
        phone.supported = "timer";
        const sip::Message refused = phone.ask(phone.request("INVITE", PracticePhone::sdp()));
        QCOMPARE(refused.status(), 422);
        QCOMPARE(refused.value(HeaderId::MinSe), QByteArray("90"));
        phone.supported.clear();
        const sip::Message taken = phone.call();
        QCOMPARE(taken.status(), 200);
        QCOMPARE(taken.value(HeaderId::SessionExpires), QByteArray("90;refresher=uas"));
    }
    //= R4028.7.2-1
    void who_refreshes_and_how_often_data()
    {
        QTest::addColumn<QByteArray>("behaviour");
        QTest::addColumn<QByteArray>("supported");
        QTest::addColumn<QByteArray>("asked");
        QTest::addColumn<QByteArray>("granted");
        const QByteArray timer = "timer", none;
        QTest::newRow("as the server would have it")
            << QByteArray("session-timer:120,uas") << timer << none << QByteArray("120;refresher=uas");
        QTest::newRow("the caller") << QByteArray("session-timer:120,uac") << timer << none << QByteArray("120;refresher=uac");
        QTest::newRow("a caller that cannot")
            << QByteArray("session-timer:120,uac") << none << none << QByteArray("120;refresher=uas");
        QTest::newRow("never longer than asked")
            << QByteArray("session-timer:1800") << timer << QByteArray("100") << QByteArray("100;refresher=uac");
        QTest::newRow("shorter than asked") << QByteArray("session-timer:120") << timer << QByteArray("1800")
                                            << QByteArray("120;refresher=uac");
        QTest::newRow("the caller chose itself") << QByteArray("session-timer:120,uas") << timer
                                                 << QByteArray("1800;refresher=uac") << QByteArray("120;refresher=uac");
        QTest::newRow("the caller chose the server") << QByteArray("session-timer:120,uac") << timer
                                                     << QByteArray("1800;refresher=uas") << QByteArray("120;refresher=uas");
    }
    void who_refreshes_and_how_often()
    {
        QFETCH(QByteArray, behaviour);
        QFETCH(QByteArray, supported);
        QFETCH(QByteArray, asked);
        QFETCH(QByteArray, granted);
        PracticePhone phone(behaviour);
        phone.supported = supported;
        phone.sessionExpires = asked;
        const sip::Message taken = phone.call();
        QCOMPARE(taken.value(HeaderId::SessionExpires), granted);
        QCOMPARE(taken.value(HeaderId::Require), granted.endsWith("uac") ? QByteArray("timer") : QByteArray());
    }
    void the_least_a_caller_names_is_kept()
    {
        PracticePhone phone("session-timer:90");
        phone.supported = "timer";
        phone.sessionExpires = "1800";
        sip::MessageDraft invite = phone.request("INVITE", PracticePhone::sdp());
        invite.append("Min-SE", "300");
        phone.send(invite);
        phone.clock.advance(300ms);
        QCOMPARE(phone.answerTo(invite).value(HeaderId::SessionExpires), QByteArray("300;refresher=uac"));
    }
    //= R4028.10-2
    void without_a_refresh_the_server_hangs_up()
    {
        PracticePhone phone("session-timer:90,uac");
        phone.supported = "timer";
        (void)phone.call();
        phone.clock.advanceTo(50s);
        QCOMPARE(phone.ask(phone.request("UPDATE")).status(), 200);
        phone.clock.advanceTo(50s + 59'999ms);
        QVERIFY(phone.asked("BYE").isEmpty());
        phone.clock.advance(1ms);
        QCOMPARE(phone.asked("BYE").size(), 1);
    }
    //= R4028.10-1
    void the_server_refreshes_at_half_the_time_data()
    {
        QTest::addColumn<QByteArray>("allow");
        QTest::addColumn<QByteArray>("method");
        QTest::newRow("by UPDATE") << QByteArray("INVITE, ACK, BYE, UPDATE") << QByteArray("UPDATE");
        QTest::newRow("by re-INVITE") << QByteArray("INVITE, ACK, BYE") << QByteArray("INVITE");
    }
    void the_server_refreshes_at_half_the_time()
    {
        QFETCH(QByteArray, allow);
        QFETCH(QByteArray, method);
        PracticePhone phone("session-timer:90,uas");
        phone.supported = "timer";
        phone.allow = allow;
        (void)phone.call();
        const sip::Instant taken = phone.clock.now();
        for (int i = 1; i <= 3; ++i) {
            phone.clock.advanceTo(taken + 45s * i);
            const QList<FakeTransport::Sent> sent = phone.asked(method);
            QCOMPARE(sent.size(), i);
            QCOMPARE(sent.last().message.value(HeaderId::SessionExpires), QByteArray("90;refresher=uac"));
            if (method == "INVITE")
                QVERIFY(sent.last().message.body().contains("m=audio"));
            phone.reply(sent.last(), 200,
                        [](sip::MessageDraft &draft) { draft.append(HeaderId::SessionExpires, "90;refresher=uac"); });
        }
        // Another behaviour changes nothing for a call that is there.
        phone.run.setBehaviour("ok");
        phone.clock.advance(45s);
        QCOMPARE(phone.asked(method).size(), 4);
        //= R4028.7.4-1
        phone.reply(phone.asked(method).last(), 481);
        QCOMPARE(phone.asked("BYE").size(), 1);
    }
    void a_refresh_that_is_refused_does_not_keep_the_call()
    {
        PracticePhone phone("session-timer:90,uas");
        (void)phone.call();
        const sip::Instant taken = phone.clock.now();
        phone.clock.advanceTo(taken + 45s);
        phone.reply(phone.asked("UPDATE").first(), 501);
        phone.clock.advanceTo(taken + 59'999ms);
        QVERIFY(phone.asked("BYE").isEmpty());
        phone.clock.advance(1ms);
        QCOMPARE(phone.asked("BYE").size(), 1);
    }
    //= R4028.7.3-1
    void a_refresh_that_is_too_brief_is_made_longer()
    {
        PracticePhone phone("session-timer:90,uas");
        (void)phone.call();
        phone.clock.advance(45s);
        phone.reply(phone.asked("UPDATE").first(), 422, [](sip::MessageDraft &draft) { draft.append(HeaderId::MinSe, "300"); });
        phone.clock.advance(2s);
        QCOMPARE(phone.asked("UPDATE").last().message.value(HeaderId::SessionExpires), QByteArray("300;refresher=uac"));
    }
    void a_request_in_an_unknown_dialog_is_481()
    {
        PracticePhone phone("ok");
        phone.to += ";tag=never";
        for (const char *method :
             {"OPTIONS", "MESSAGE", "INFO", "BYE", "INVITE", "SUBSCRIBE", "NOTIFY", "REFER", "PRACK", "UPDATE"})
            QCOMPARE(phone.ask(phone.request(method)).status(), 481);
    }
    void out_of_order_is_500_in_every_kind_of_dialog()
    {
        PracticePhone phone("slow:1000"); // also for what waited
        sip::MessageDraft subscribe = phone.request("SUBSCRIBE");
        subscribe.append("Event", "presence");
        phone.send(subscribe);
        phone.clock.advance(1s);
        phone.to = phone.answerTo(subscribe).value(HeaderId::To);
        phone.cseq = 0;
        sip::MessageDraft again = phone.request("SUBSCRIBE");
        again.set(HeaderId::CSeq, "0 SUBSCRIBE");
        again.append("Event", "presence");
        phone.send(again);
        phone.clock.advance(1s);
        QCOMPARE(phone.answerTo(again).status(), 500);
    }
    void an_info_package_is_not_known()
    {
        PracticePhone phone("ok");
        (void)phone.call();
        sip::MessageDraft info = phone.request("INFO");
        info.append("Info-Package", "weather");
        const sip::Message refused = phone.ask(info);
        QCOMPARE(refused.status(), 469);
        QVERIFY(refused.has(HeaderId::RecvInfo));
        QCOMPARE(phone.ask(phone.request("INFO")).status(), 200);
    }
    void the_subscription_of_a_refer_can_be_ended()
    {
        PracticePhone phone("refer");
        sip::MessageDraft refer = phone.request("REFER");
        refer.append("Refer-To", "<sip:1003@127.0.0.1>");
        const sip::Message accepted = phone.ask(refer);
        QCOMPARE(accepted.status(), 202);
        phone.to = accepted.value(HeaderId::To);
        sip::MessageDraft end = phone.request("SUBSCRIBE");
        end.append("Event", "refer");
        end.append("Expires", "0");
        QCOMPARE(phone.ask(end).status(), 200);
        QCOMPARE(phone.asked("NOTIFY").last().message.value(HeaderId::SubscriptionState),
                 QByteArray("terminated;reason=timeout"));
        QVERIFY(phone.isLeftWithNothing());
    }
    void the_dialogs_of_a_user_are_told_to_watchers()
    {
        PracticePhone watcher("ok");
        sip::MessageDraft subscribe = watcher.request("SUBSCRIBE");
        subscribe.append("Event", "dialog");
        QCOMPARE(watcher.ask(subscribe).status(), 200);
        const auto lastBody = [&] {
            const QList<FakeTransport::Sent> all = watcher.asked("NOTIFY");
            watcher.reply(all.last(), 200);
            return all.last().message.body().toByteArray();
        };
        QVERIFY(lastBody().contains("version=\"0\""));
        watcher.callId = "call-2";
        const sip::MessageDraft invite = watcher.request("INVITE", PracticePhone::sdp());
        watcher.send(invite);
        QVERIFY(lastBody().contains("<state>early</state>"));
        watcher.clock.advance(300ms);
        QVERIFY(lastBody().contains("<state>confirmed</state>"));
        watcher.to = watcher.answerTo(invite).value(HeaderId::To);
        watcher.send(watcher.ack(watcher.answerTo(invite)));
        QCOMPARE(watcher.ask(watcher.request("BYE")).status(), 200);
        const QByteArray over = lastBody();
        QVERIFY(over.contains("version=\"3\"") && !over.contains("<state>"));
    }
    void the_bindings_of_a_user_are_told_to_watchers()
    {
        PracticePhone phone("ok");
        sip::MessageDraft subscribe = phone.request("SUBSCRIBE");
        subscribe.setRequestUri("sip:1001@practice.invalid");
        subscribe.append("Event", "reg");
        QCOMPARE(phone.ask(subscribe).status(), 200);
        QVERIFY(phone.asked("NOTIFY").last().message.body().contains("state=\"init\""));
        phone.reply(phone.asked("NOTIFY").last(), 200);
        phone.callId = "registration";
        sip::MessageDraft add = phone.request("REGISTER");
        add.set(HeaderId::To, "<sip:1001@practice.invalid>");
        QCOMPARE(phone.ask(add).status(), 200);
        QVERIFY(phone.asked("NOTIFY").last().message.body().contains("<uri>sip:1001@127.0.0.1:40312</uri>"));
    }
    void what_was_published_is_forgotten_in_time_and_watchers_hear_it()
    {
        PracticePhone phone("presence");
        sip::MessageDraft subscribe = phone.request("SUBSCRIBE");
        subscribe.append("Event", "presence");
        QCOMPARE(phone.ask(subscribe).status(), 200);
        phone.reply(phone.asked("NOTIFY").last(), 200);
        phone.callId = "publication";
        sip::MessageDraft publish = phone.request("PUBLISH");
        publish.append("Event", "presence");
        publish.append("Expires", "60");
        publish.append("Content-Type", "application/pidf+xml");
        publish.body = "<presence/>";
        QCOMPARE(phone.ask(publish).status(), 200);
        QCOMPARE(phone.asked("NOTIFY").last().message.body(), QByteArrayView("<presence/>"));
        phone.reply(phone.asked("NOTIFY").last(), 200);
        phone.clock.advance(60s);
        QCOMPARE(phone.asked("NOTIFY").size(), 3);
        QVERIFY(phone.asked("NOTIFY").last().message.body().contains("closed"));
        QCOMPARE(phone.run.core.held().publications, 0);
    }
};

QTEST_GUILESS_MAIN(TestPracticeSessions)
#include "tst_practice_sessions.moc"
