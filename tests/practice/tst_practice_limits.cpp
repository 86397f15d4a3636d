// SPDX-License-Identifier: GPL-3.0-or-later
// The practice server in simulated time: what it holds is bounded and ends.
#include "practice/practice_server.h"
#include "support/practice_run.h"

#include <QtTest>

using namespace diag;
using sip::HeaderId;

class TestPracticeLimits : public QObject {
    Q_OBJECT

    static sip::MessageDraft subscribe(PracticePhone &phone, const char *expires)
    {
        sip::MessageDraft draft = phone.request("SUBSCRIBE");
        draft.append("Event", "presence");
        draft.append("Expires", expires);
        return draft;
    }

private Q_SLOTS:
    void more_than_it_can_hold_is_refused_and_says_so_data()
    {
        QTest::addColumn<QByteArray>("behaviour");
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("what");
        QTest::newRow("ringing calls") << QByteArray("late-200") << QByteArray("INVITE") << QByteArray("calls");
        QTest::newRow("taken calls") << QByteArray("ring:0") << QByteArray("INVITE") << QByteArray("calls");
        QTest::newRow("requests that wait") << QByteArray("slow:9000") << QByteArray("OPTIONS") << QByteArray("waiting requests");
        QTest::newRow("subscriptions") << QByteArray("presence") << QByteArray("SUBSCRIBE") << QByteArray("subscriptions");
        QTest::newRow("publications") << QByteArray("presence") << QByteArray("PUBLISH") << QByteArray("publications");
        QTest::newRow("referrals") << QByteArray("refer") << QByteArray("REFER") << QByteArray("referrals");
    }
    void more_than_it_can_hold_is_refused_and_says_so()
    {
        QFETCH(QByteArray, behaviour);
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, what);
        PracticePhone phone(behaviour);
        sip::Message last;
        for (qsizetype i = 0; i <= mostHeld; ++i) {
            phone.callId = "call-" + QByteArray::number(i);
            sip::MessageDraft draft = phone.request(method, method == "INVITE" ? PracticePhone::sdp() : QByteArray());
            draft.setRequestUri("sip:user" + QByteArray::number(i) + "@127.0.0.1:5070");
            draft.append("Event", "presence");
            draft.append("Refer-To", "<sip:1003@127.0.0.1>");
            last = phone.ask(draft);
            QVERIFY2((last.status() == 503) == (i == mostHeld), "number " + QByteArray::number(i));
        }
        QCOMPARE(last.reasonPhrase().toByteArray(), "Full: 1000 " + what + " are held");
        QVERIFY(last.has(HeaderId::RetryAfter));
        QVERIFY(phone.isLeftWithNothing());
        // And then there is room again.
        phone.callId = "later";
        sip::MessageDraft draft = phone.request(method, method == "INVITE" ? PracticePhone::sdp() : QByteArray());
        draft.append("Event", "presence");
        draft.append("Refer-To", "<sip:1003@127.0.0.1>");
        QVERIFY(phone.ask(draft).status() < 300);
    }
    void a_fork_counts_as_often_as_it_rings()
    {
        PracticePhone phone("fork:20");
        for (qsizetype i = 0; i < mostHeld / 20; ++i) {
            phone.callId = "call-" + QByteArray::number(i);
            QVERIFY(phone.ask(phone.request("INVITE", PracticePhone::sdp())).status() < 200);
        }
        QCOMPARE(phone.run.core.held().calls, mostHeld);
        phone.callId = "one more";
        QCOMPARE(phone.ask(phone.request("INVITE", PracticePhone::sdp())).status(), 503);
        QVERIFY(phone.isLeftWithNothing());
    }
    void nothing_is_left_of_a_peer_that_vanishes_data()
    {
        QTest::addColumn<QByteArray>("behaviour");
        for (const PracticeBehaviour &one : practiceBehaviours())
            QTest::newRow(one.name) << QByteArray(one.example);
    }
    void nothing_is_left_of_a_peer_that_vanishes()
    {
        QFETCH(QByteArray, behaviour);
        for (const char *method : {"INVITE", "SUBSCRIBE", "PUBLISH", "REFER", "OPTIONS", "REGISTER"}) {
            PracticePhone phone(behaviour);
            phone.supported = "100rel, timer";
            sip::MessageDraft draft = phone.request(method, qstrcmp(method, "INVITE") == 0 ? PracticePhone::sdp() : QByteArray());
            draft.append("Event", "presence");
            draft.append("Refer-To", "<sip:1003@127.0.0.1>");
            phone.send(draft);
            QVERIFY2(phone.isLeftWithNothing(), method);
        }
    }
    void a_call_in_which_nothing_is_heard_is_hung_up()
    {
        PracticePhone phone("ok");
        (void)phone.call();
        phone.clock.advance(longestCall - 1min);
        QCOMPARE(phone.ask(phone.request("INFO")).status(), 200); // a sign of life
        phone.clock.advance(longestCall - 1min);
        QCOMPARE(phone.run.core.held().calls, 1);
        phone.clock.advance(1min);
        QCOMPARE(phone.asked("BYE").size(), 1);
        QVERIFY(phone.isLeftWithNothing());
    }
    void a_call_that_nobody_cancels_is_missed()
    {
        PracticePhone phone("late-200");
        const sip::MessageDraft invite = phone.request("INVITE", PracticePhone::sdp());
        phone.send(invite);
        phone.clock.advance(longestRinging - 1s);
        // RFC 3261 13.3.1.1: said again every minute
        QCOMPARE(phone.answers().count(180), 3);
        phone.clock.advance(1s);
        QCOMPARE(phone.answerTo(invite).status(), 480);
        phone.send(phone.sameBranch("ACK", invite));
        QVERIFY(phone.isLeftWithNothing());
    }
    void an_invite_that_expires_while_it_rings_is_487()
    {
        PracticePhone phone("ring:60000");
        sip::MessageDraft invite = phone.request("INVITE", PracticePhone::sdp());
        invite.append("Expires", "10");
        phone.send(invite);
        phone.clock.advance(9999ms);
        QCOMPARE(phone.answerTo(invite).status(), 180);
        phone.clock.advance(1ms);
        QCOMPARE(phone.answerTo(invite).status(), 487);
    }
    void bindings_of_others_do_not_pile_up()
    {
        PracticePhone phone("ok");
        for (int i = 0; i < 5000; ++i) {
            sip::MessageDraft draft = phone.request("REGISTER");
            draft.set(HeaderId::To, "<sip:user" + QByteArray::number(i) + "@practice.invalid>");
            draft.append("Expires", "60");
            QCOMPARE(phone.ask(draft).status(), 200);
            phone.clock.advance(1s);
        }
        QCOMPARE(phone.run.core.bindingCount(), 59);
    }
    void a_watcher_is_told_once_of_many_changes_while_it_does_not_answer()
    {
        PracticePhone phone("presence");
        QCOMPARE(phone.ask(subscribe(phone, "600")).status(), 200);
        QCOMPARE(phone.asked("NOTIFY").size(), 1);
        for (int i = 0; i < 50; ++i) {
            phone.callId = "publish-" + QByteArray::number(i);
            sip::MessageDraft draft = phone.request("PUBLISH");
            draft.append("Event", "presence");
            draft.append("Content-Type", "text/plain");
            draft.body = "state " + QByteArray::number(i);
            QCOMPARE(phone.ask(draft).status(), 200);
        }
        QCOMPARE(phone.asked("NOTIFY").size(), 1);
        phone.reply(phone.asked("NOTIFY").first(), 200);
        QCOMPARE(phone.asked("NOTIFY").size(), 2);
        QCOMPARE(phone.asked("NOTIFY").last().message.body(), QByteArrayView("state 49"));
        phone.reply(phone.asked("NOTIFY").last(), 481);
        QCOMPARE(phone.run.core.held().subscriptions, 0);
    }
    /// 584c5fe: the answers go to the port the Via names, nobody listens there, and the ICMP message comes while the call rings.
    void a_request_whose_answers_hit_a_closed_port_ends_data()
    {
        QTest::addColumn<QByteArray>("behaviour");
        QTest::addColumn<QByteArray>("method");
        for (const char *behaviour : {"ring:5000", "prack", "fork:3", "early-media", "late-200", "session-timer:90"})
            QTest::newRow(behaviour) << QByteArray(behaviour) << QByteArray("INVITE");
        QTest::newRow("slow:5000") << QByteArray("slow:5000") << QByteArray("OPTIONS");
    }
    void a_request_whose_answers_hit_a_closed_port_ends()
    {
        QFETCH(QByteArray, behaviour);
        QFETCH(QByteArray, method);
        for (const bool quoted : {true, false}) {
            PracticePhone phone(behaviour);
            phone.supported = "100rel";
            phone.via = "127.0.0.1:9";
            phone.viaParams.clear();
            phone.contact = "<sip:1001@127.0.0.1:9>";
            const sip::MessageDraft request = phone.request(method, method == "INVITE" ? PracticePhone::sdp() : QByteArray());
            phone.send(request);
            phone.clock.advance(100ms);
            const sip::TransportError closed{.cause = sip::LocalCause::Refused,
                                             .text = QStringLiteral("closed"),
                                             .icmpType = 3,
                                             .icmpCode = 3,
                                             .reporter = {}};
            const sip::Endpoint there = *sip::Endpoint::parse("127.0.0.1:9");
            const QList<FakeTransport::Sent> sent = phone.run.network.sent;
            for (const FakeTransport::Sent &one : sent) {
                QCOMPARE(one.target.remote, there);
                phone.run.network.user()->icmpReceived(phone.run.pathFrom(there), closed,
                                                       quoted ? one.message.wire() : QByteArray());
            }
            QVERIFY(phone.isLeftWithNothing());
        }
    }
    void icmp_from_where_the_request_came_ends_what_waits_for_it()
    {
        PracticePhone phone("ring:5000");
        const sip::MessageDraft invite = phone.request("INVITE", PracticePhone::sdp());
        phone.send(invite);
        phone.run.network.user()->icmpReceived(phone.run.pathFrom(phone.source), {.text = QStringLiteral("gone"), .reporter = {}},
                                               {});
        QCOMPARE(phone.run.core.held(), PracticeCore::Held());
        phone.clock.settle();
        QCOMPARE(phone.run.transactions.serverCount(), 0);
    }
    /// Resends of a 2xx that gets no ACK, of a refusal, of a reliable 1xx, and of the server's own BYE.
    void all_its_timers_are_those_that_were_set_data()
    {
        QTest::addColumn<QByteArray>("behaviour");
        QTest::addColumn<int>("status"); // what is sent again
        QTest::newRow("2xx") << QByteArray("ring:0") << 200;
        QTest::newRow("refusal") << QByteArray("busy") << 486;
        QTest::newRow("reliable 1xx") << QByteArray("prack") << 183;
    }
    void all_its_timers_are_those_that_were_set()
    {
        QFETCH(QByteArray, behaviour);
        QFETCH(int, status);
        for (const sip::TimerValues &timers : {sip::TimerValues::rfc(), sip::TimerValues::fast()}) {
            PracticePhone phone(behaviour);
            phone.run.transactions.setServerTimers(timers);
            phone.supported = "100rel";
            phone.ask(phone.request("INVITE", PracticePhone::sdp()));
            phone.clock.advance(2 * timers.timeout());
            QList<sip::Instant> times, byes;
            for (const FakeTransport::Sent &one : std::as_const(phone.run.network.sent)) {
                if (one.message.status() == status)
                    times << one.at;
                if (one.message.method() == "BYE")
                    byes << one.at;
            }
            QVERIFY(times.size() > 6);
            QCOMPARE(times[1] - times[0], timers.t1);
            QCOMPARE(times[2] - times[1], 2 * timers.t1);
            QVERIFY(times.last() - times.first() <= timers.timeout());
            if (status == 200) {
                QVERIFY(byes.size() > 6);
                QCOMPARE(byes[1] - byes[0], timers.t1);
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestPracticeLimits)
#include "tst_practice_limits.moc"
