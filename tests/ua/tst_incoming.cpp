// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/called.h"

#include <QtTest>

using namespace sip;

namespace {
const QByteArray theirs = "v=0\r\no=- 5 5 IN IP4 192.0.2.7\r\ns=-\r\nc=IN IP4 192.0.2.7\r\nt=0 0\r\nm=audio 4000 RTP/AVP 8\r\n";
}

/// Calls that come in.
class TestIncoming : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // RFC 3261 12.1.1
    void a_call_rings_is_taken_and_hung_up_by_either_side()
    {
        for (const bool weHangUp : {true, false}) {
            Called called({{0s, 180}, {1s, 200}});
            called.ask("INVITE", "70", {}, theirs);
            QCOMPARE(called.answered("INVITE"), QList<int>({180}));
            const QByteArray tag = called.last().toTag().toByteArray();
            QVERIFY(!tag.isEmpty());
            called.clock.advance(1s);
            const Message ok = called.last();
            QCOMPARE(ok.status(), 200);
            QCOMPARE(ok.toTag(), QByteArrayView(tag)); // one tag for the dialog
            QCOMPARE(ok.values(HeaderId::RecordRoute).size(), 1);
            QCOMPARE(ok.value(HeaderId::Contact), QByteArray("<sip:alice@192.0.2.10:5060>"));
            QVERIFY(ok.body().contains("m=audio 9 RTP/AVP 8"));
            called.ask("ACK", "70", tag, {}, "z9hG4bKack");
            QCOMPARE(called.events<SessionAgreed>().size(), 1);
            if (weHangUp) {
                QVERIFY(called.clients.front()->cancel());
                called.clock.advance(50ms);
                const FakeTransport::Sent bye = called.sent("BYE").first();
                QCOMPARE(bye.message.values(HeaderId::Route), (QList<QByteArray>{"<sip:192.0.2.5;lr>", "<sip:192.0.2.6;lr>"}));
                QCOMPARE(bye.message.requestUri(), QByteArrayView("sip:bob@192.0.2.7:5071"));
                QCOMPARE(bye.message.fromTag(), QByteArrayView(tag));
                QCOMPARE(bye.target.remote.text(), QByteArray("192.0.2.5:5060"));
                called.network.answer(bye, 200, "bt");
            } else {
                called.ask("BYE", "71", tag, {}, "z9hG4bKbye");
            }
            called.clock.advance(40s);
            QCOMPARE(called.ear.finished, 1);
            QCOMPARE(called.core.transactions().serverCount(), 0);
            QList<QByteArray> states;
            for (const DialogChanged &change : called.events<DialogChanged>())
                states << stateName(change.dialog.state);
            QCOMPARE(states, QList<QByteArray>({"Early", "Confirmed", "Terminated"}));
        }
    }
    void a_cancel_ends_the_ringing()
    {
        Called called({{0s, 180}, {60s, 200}});
        called.ask("INVITE", "70", {}, theirs);
        called.ask("CANCEL", "70");
        QCOMPARE(called.answered("CANCEL"), QList<int>({200}));
        QCOMPARE(called.answered("INVITE"), QList<int>({180, 487}));
        called.ask("ACK", "70", called.last().toTag().toByteArray());
        called.clock.advance(100s);
        QCOMPARE(called.ear.finished, 1);
        QCOMPARE(called.answered("INVITE").size(), 2);
        for (const TraceEventPtr &event : std::as_const(called.trace))
            if (const auto *received = event->as<MessageReceived>(); received && received->message.method() == "CANCEL")
                QCOMPARE(event->context.intent, IntentId(1));
    }
    // RFC 3261 17.2.1
    void a_refusal_is_sent_again_until_its_ack()
    {
        Called called({{0s, 486}});
        called.ask("INVITE", "70", {}, theirs);
        called.clock.advance(1600ms);
        QCOMPARE(called.answered("INVITE"), QList<int>({486, 486, 486})); // Timer G
        called.ask("ACK", "70", called.last().toTag().toByteArray());
        called.clock.advance(60s);
        QCOMPARE(called.answered("INVITE").size(), 3);
        QCOMPARE(called.ear.finished, 1);
    }
    // RFC 3261 13.3.1.4
    void a_2xx_without_ack_is_hung_up()
    {
        Called called({{0s, 200}});
        called.ask("INVITE", "70", {}, theirs);
        called.clock.advance(70s);
        QCOMPARE(called.answered("INVITE").size(), 11);
        QCOMPARE(called.sent("BYE").isEmpty(), false);
        QVERIFY(called.clock.runDry());
        QCOMPARE(called.ear.finished, 1);
    }
    void a_call_met_with_silence_is_over_when_the_caller_has_given_up()
    {
        for (const QList<CannedAnswer::Step> &steps : QList<QList<CannedAnswer::Step>>{{{0s, 0}}, {{0s, 180}, {0s, 0}}}) {
            Called called(steps);
            called.ask("INVITE", "70", {}, theirs);
            called.clock.advance(31s);
            QCOMPARE(called.ear.finished, 0);
            called.clock.advance(2s);
            QCOMPARE(called.ear.finished, 1);
            QCOMPARE(called.answered("INVITE").size(), steps.size() - 1);
            QCOMPARE(called.core.transactions().serverCount(), 0);
            QCOMPARE(called.events<IntentFinished>().first().status, 0);
        }
    }
    //= R14.1-3
    void after_a_491_who_was_called_waits_for_two_seconds_at_most()
    {
        Called called({{0s, 200}});
        called.ask("INVITE", "70", {}, theirs);
        called.ask("ACK", "70", called.last().toTag().toByteArray(), {}, "z9hG4bKack");
        called.network.peer = [&](const FakeTransport::Sent &one) {
            if (one.message.method() == "INVITE")
                called.network.answer(one, 491, "bt");
        };
        const qint64 from = called.clock.now() / 1ms;
        QVERIFY(
            called.clients.front()->next({}, {.method = "INVITE", .rows = {}, .body = {}, .offer = NextRequest::Offer::Hold}));
        called.clock.advance(20s);
        const QList<qint64> times = called.sendTimes("INVITE");
        QCOMPARE(times.size(), 6); // the first and its retries
        for (qsizetype i = 1; i < times.size(); ++i) {
            const qint64 wait = times[i] - times[i - 1];
            QVERIFY2(wait >= 0 && wait <= 2000 && wait % 10 == 0, qPrintable(QString::number(wait)));
        }
        QCOMPARE(times.first(), from);
    }
    //= R15-1
    void who_is_called_hangs_up_when_the_ack_is_here_and_not_before()
    {
        Called called({{5s, 200}});
        called.ask("INVITE", "70", {}, theirs);
        UserAgentClient &client = *called.clients.front();
        QString why;
        QVERIFY(!client.next({}, {.method = "BYE", .rows = {}, .body = {}}, &why)); // no BYE of ours in an early dialog
        QVERIFY(why.contains(QLatin1String("not answered yet")));
        called.clock.advance(5s);
        QCOMPARE(called.answered("INVITE").last(), 200);
        const QByteArray tag = called.last().toTag().toByteArray();
        QVERIFY(client.next({}, {.method = "BYE", .rows = {}, .body = {}}));
        QVERIFY(client.cancel());
        called.clock.advance(300ms);
        QVERIFY(called.sent("BYE").isEmpty());
        called.ask("ACK", "70", tag, {}, "z9hG4bKack");
        QCOMPARE(called.sent("BYE").size(), 1);
        called.network.answer(called.sent("BYE").first(), 200, "bt");
        called.clock.advance(40s);
        QCOMPARE(called.sent("BYE").size(), 1);
        QCOMPARE(called.ear.finished, 1);
    }
    void a_composed_answer_goes_out_as_composed_and_is_the_session()
    {
        Called called({});
        called.ask("INVITE", "70", {}, theirs);
        TransactionId id = 0;
        for (const TraceEventPtr &event : std::as_const(called.trace))
            if (const auto *received = event->as<MessageReceived>(); received && received->message.method() == "INVITE")
                id = event->context.transaction;
        QByteArray own = theirs;
        own.replace("192.0.2.7", "192.0.2.10").replace("audio 4000", "audio 4242");
        const ComposedAnswer taken{
            .status = 200,
            .reason = "With pleasure",
            .rows = {{"Content-Type", "application/sdp"}, {"Warning", "399 a \"1\""}, {"Warning", "399 b \"2\""}},
            .body = own};
        QVERIFY(called.clients.front()->answer(id, taken));
        called.clock.advance(50ms);
        const Message ok = called.last();
        QCOMPARE(ok.startLine(), QByteArrayView("SIP/2.0 200 With pleasure"));
        QCOMPARE(ok.values(HeaderId::Warning), (QList<QByteArray>{"399 a \"1\"", "399 b \"2\""}));
        QCOMPARE(ok.count(HeaderId::ContentType), 1);
        QCOMPARE(ok.body(), QByteArrayView(own));
        QCOMPARE(ok.values(HeaderId::RecordRoute).size(), 1); // what the dialog adds is still there
        QVERIFY(ok.has(HeaderId::Contact));
        called.ask("ACK", "70", ok.toTag().toByteArray(), {}, "z9hG4bKack");
        QCOMPARE(called.events<SessionAgreed>().first().answer, own);
    }
    void when_the_program_ends_a_call_is_hung_up_or_refused()
    {
        for (const bool taken : {true, false}) {
            Called called({{0s, 180}, {taken ? 0s : 60s, 200}});
            called.ask("INVITE", "70", {}, theirs);
            const QByteArray tag = called.last().toTag().toByteArray();
            if (taken)
                called.ask("ACK", "70", tag, {}, "z9hG4bKack");
            QVERIFY(called.clients.front()->close(2s));
            called.clock.advance(50ms);
            if (taken) {
                QCOMPARE(called.sent("BYE").size(), 1);
                called.clock.advance(1900ms);
                QCOMPARE(called.ear.finished, 0);
                called.clock.advance(100ms); // nobody answers the BYE
            } else {
                QCOMPARE(called.answered("INVITE").last(), 486);
            }
            QCOMPARE(called.ear.finished, 1);
            QVERIFY(!called.clients.front()->close(2s));
        }
    }
    // RFC 3261 8.2.2.2
    void the_same_call_on_another_way_is_a_loop()
    {
        Called called({{0s, 180}, {60s, 200}});
        called.ask("INVITE", "70", {}, theirs);
        called.ask("INVITE", "70", {}, theirs, "z9hG4bKother");
        QCOMPARE(called.answered("INVITE"), QList<int>({180, 482}));
        QCOMPARE(called.clients.size(), size_t(1));
    }
    // RFC 3261 8.2.3
    void a_body_that_cannot_be_understood_is_refused_data()
    {
        QTest::addColumn<QByteArray>("rows");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::newRow("no description") << QByteArray() << QByteArray("garbage") << 488;
        QTest::newRow("compressed") << QByteArray("Content-Encoding: gzip\r\n") << theirs << 415;
        QTest::newRow("not compressed") << QByteArray("Content-Encoding: identity\r\n") << theirs << 200;
        QTest::newRow("need not be") << QByteArray("Content-Disposition: session; handling=optional\r\n") << QByteArray("garbage")
                                     << 200;
    }
    void a_body_that_cannot_be_understood_is_refused()
    {
        QFETCH(QByteArray, rows);
        QFETCH(QByteArray, body);
        Called called({{0s, 200}});
        called.ask("INVITE", "70", {}, body, "z9hG4bKin", rows);
        QTEST(called.answered("INVITE").first(), "status");
    }
    void by_hand_it_rings_until_answered()
    {
        Called called({});
        called.ask("INVITE", "70", {}, theirs);
        QCOMPARE(called.answered("INVITE"), QList<int>({180}));
        TransactionId id = 0;
        for (const TraceEventPtr &event : std::as_const(called.trace))
            if (const auto *received = event->as<MessageReceived>(); received && received->message.method() == "INVITE")
                id = event->context.transaction;
        QVERIFY(called.clients.front()->answer(id, {.status = 603, .reason = {}, .rows = {}, .body = {}}));
        called.clock.advance(50ms);
        QCOMPARE(called.answered("INVITE").last(), 603);
        QCOMPARE(called.ear.finished, 1);
    }
    void the_cancel_button_declines_it()
    {
        Called called({{0s, 180}, {60s, 200}});
        called.ask("INVITE", "70", {}, theirs);
        QVERIFY(called.clients.front()->cancel());
        called.clock.advance(50ms);
        QCOMPARE(called.answered("INVITE"), QList<int>({180, 486}));
        QCOMPARE(called.ear.finished, 1);
    }
    void nothing_in_common_is_refused_and_over()
    {
        Called called({{0s, 200}});
        called.ask("INVITE", "70", {}, QByteArray(theirs).replace("RTP/AVP 8", "RTP/AVP 18"));
        QCOMPARE(called.answered("INVITE"), QList<int>({488}));
        QCOMPARE(called.ear.finished, 1);
    }
    void who_does_not_listen_is_not_there()
    {
        Called called({{0s, 200}});
        called.takes = false;
        called.ask("INVITE", "70", {}, theirs);
        QCOMPARE(called.answered("INVITE"), QList<int>({480}));
        QVERIFY(called.clients.empty());
    }
    // RFC 3262 3
    void a_reliable_ringing_is_sent_until_its_prack_and_the_200_waits_for_it()
    {
        Called called({{.after = 0s, .status = 183, .reliable = true}, {.after = 1s, .status = 200}});
        called.ask("INVITE", "70", {}, theirs, "z9hG4bKin", "Supported: timer, 100rel\r\n");
        const Message ringing = called.last();
        QCOMPARE(ringing.status(), 183);
        QCOMPARE(ringing.value(HeaderId::Require), QByteArray("100rel"));
        QVERIFY(ringing.body().contains("m=audio 9 RTP/AVP 8")); // the answer
        QCOMPARE(called.events<SessionAgreed>().size(), 1);
        called.clock.advance(3500ms);
        QCOMPARE(called.answered("INVITE"), QList<int>({183, 183, 183, 183})); // 0, 0.5, 1.5, 3.5 s: and no 200
        const QByteArray tag = ringing.toTag().toByteArray(), rseq = ringing.value(HeaderId::RSeq);
        called.ask("PRACK", "71", tag, {}, "z9hG4bKp", "RAck: " + rseq + " 70 INVITE\r\n");
        QCOMPARE(called.answered("PRACK"), QList<int>({200}));
        QCOMPARE(called.answered("INVITE"), QList<int>({183, 183, 183, 183, 200}));
        QVERIFY(called.last().body().isEmpty()); // answered already
        called.ask("ACK", "70", tag, {}, "z9hG4bKack");
        called.clock.advance(60s);
        QCOMPARE(called.answered("INVITE").size(), 5);
        called.ask("BYE", "72", tag, {}, "z9hG4bKbye");
        called.clock.advance(40s);
        QCOMPARE(called.ear.finished, 1);
    }
    // RFC 3262 3
    void who_requires_it_gets_it_and_the_numbers_rise_by_one()
    {
        Called called({{0s, 180}, {0s, 183}, {0s, 200}});
        called.ask("INVITE", "70", {}, theirs, "z9hG4bKin", "Require: 100rel\r\n");
        QCOMPARE(called.answered("INVITE"), QList<int>({180}));
        const QByteArray tag = called.last().toTag().toByteArray();
        const quint32 first = called.last().value(HeaderId::RSeq).toUInt();
        QVERIFY(first > 0 && called.last().body().isEmpty());
        called.ask("PRACK", "71", tag, {}, "z9hG4bKp1", "RAck: " + QByteArray::number(first) + " 70 INVITE\r\n");
        QCOMPARE(called.answered("INVITE"), QList<int>({180, 183}));
        QCOMPARE(called.last().value(HeaderId::RSeq).toUInt(), first + 1);
        QVERIFY(!called.last().body().isEmpty());
        called.ask("PRACK", "72", tag, {}, "z9hG4bKp2", "RAck: " + QByteArray::number(first + 1) + " 70 INVITE\r\n");
        QCOMPARE(called.answered("INVITE"), QList<int>({180, 183, 200}));
    }
    // RFC 3262 3
    void a_prack_of_something_else_is_refused()
    {
        Called called({{.after = 0s, .status = 180, .reliable = true}});
        called.ask("INVITE", "70", {}, theirs, "z9hG4bKin", "Supported: 100rel\r\n");
        const QByteArray tag = called.last().toTag().toByteArray(), rseq = called.last().value(HeaderId::RSeq);
        int cseq = 71;
        for (const QByteArray &rack :
             {QByteArray(), QByteArray("7 70 INVITE"), rseq + " 69 INVITE", rseq + " 70 UPDATE", QByteArray("nonsense")}) {
            const QByteArray number = QByteArray::number(cseq++);
            called.ask("PRACK", number, tag, {}, "z9hG4bKp" + number, rack.isEmpty() ? rack : "RAck: " + rack + "\r\n");
        }
        QCOMPARE(called.answered("PRACK"), QList<int>({481, 481, 481, 481, 481}));
        called.ask("PRACK", "80", tag, {}, "z9hG4bKright", "RAck: " + rseq + " 70 INVITE\r\n");
        called.ask("PRACK", "81", tag, {}, "z9hG4bKtwice", "RAck: " + rseq + " 70 INVITE\r\n");
        QCOMPARE(called.answered("PRACK").mid(5), QList<int>({200, 481}));
    }
    // RFC 3262 3
    void without_a_prack_the_call_is_refused()
    {
        Called called({{.after = 0s, .status = 180, .reliable = true}, {.after = 1s, .status = 200}});
        called.ask("INVITE", "70", {}, theirs, "z9hG4bKin", "Supported: 100rel\r\n");
        called.clock.advance(31s);
        QCOMPARE(called.answered("INVITE"), QList<int>(6, 180)); // 0, 0.5, 1.5, 3.5, 7.5, 15.5 s
        called.clock.advance(1s);
        QCOMPARE(called.answered("INVITE").last(), 504);
        called.ask("ACK", "70", called.last().toTag().toByteArray());
        called.clock.advance(60s);
        QCOMPARE(called.ear.finished, 1);
        QCOMPARE(called.core.transactions().serverCount(), 0);
    }
    void a_refusal_or_a_cancel_does_not_wait()
    {
        for (const bool cancelled : {true, false}) {
            Called called({{.after = 0s, .status = 180, .reliable = true}, {.after = 1s, .status = 486}});
            called.ask("INVITE", "70", {}, theirs, "z9hG4bKin", "Supported: 100rel\r\n");
            if (cancelled)
                called.ask("CANCEL", "70");
            called.clock.advance(1s);
            QCOMPARE(called.answered("INVITE").last(), cancelled ? 487 : 486);
            called.ask("ACK", "70", called.last().toTag().toByteArray());
            called.clock.advance(100s);
            QCOMPARE(called.answered("INVITE").count(180), cancelled ? 1 : 2);
            QCOMPARE(called.ear.finished, 1);
        }
    }
    void who_does_not_know_it_gets_an_ordinary_one()
    {
        Called called({{.after = 0s, .status = 183, .reliable = true}, {.after = 1s, .status = 200}});
        called.ask("INVITE", "70", {}, theirs);
        QVERIFY(!called.last().has(HeaderId::Require) && !called.last().has(HeaderId::RSeq));
        QVERIFY(called.events<Note>().first().text.contains(QStringLiteral("does not support 100rel")));
        called.clock.advance(1s);
        QCOMPARE(called.answered("INVITE"), QList<int>({183, 200}));
    }
    //= R13.2.1-4
    void without_an_offer_the_first_reliable_answer_makes_it_and_the_prack_answers()
    {
        Called called({{.after = 0s, .status = 180, .reliable = true}, {.after = 1s, .status = 200}});
        called.ask("INVITE", "70", {}, {}, "z9hG4bKin", "Supported: 100rel\r\n");
        QVERIFY(called.last().body().contains("m=audio"));
        const QByteArray tag = called.last().toTag().toByteArray(), rseq = called.last().value(HeaderId::RSeq);
        called.ask("PRACK", "71", tag, theirs, "z9hG4bKp", "RAck: " + rseq + " 70 INVITE\r\n");
        QCOMPARE(called.events<SessionAgreed>().size(), 1);
        QVERIFY(called.events<SessionAgreed>().first().offeredByUs);
        called.clock.advance(1s);
        QCOMPARE(called.last().status(), 200);
        QVERIFY(called.last().body().isEmpty());
        called.ask("ACK", "70", tag, {}, "z9hG4bKack");
        for (const Note &note : called.events<Note>())
            QVERIFY2(note.level != Note::Level::Warning, qPrintable(note.text));
    }
    // RFC 3311 5.2
    void an_update_is_taken_while_it_rings_once_the_offer_was_answered()
    {
        for (const bool answered : {true, false}) {
            Called called({{.after = 0s, .status = 183, .reliable = answered}, {.after = 10s, .status = 200}});
            called.ask("INVITE", "70", {}, theirs, "z9hG4bKin", "Supported: 100rel\r\n");
            const QByteArray tag = called.last().toTag().toByteArray(), rseq = called.last().value(HeaderId::RSeq);
            if (answered)
                called.ask("PRACK", "71", tag, {}, "z9hG4bKp", "RAck: " + rseq + " 70 INVITE\r\n");
            called.ask("UPDATE", "72", tag, theirs, "z9hG4bKu");
            QCOMPARE(called.answered("UPDATE"), QList<int>({answered ? 200 : 500}));
        }
    }
    void a_call_that_came_in_is_hung_up_as_set()
    {
        Called called({{0s, 200}});
        called.settings.hangUpAfter = 5s;
        called.ask("INVITE", "70", {}, theirs);
        called.ask("ACK", "70", called.last().toTag().toByteArray(), {}, "z9hG4bKack");
        called.clock.advance(4800ms);
        QVERIFY(called.sent("BYE").isEmpty());
        called.clock.advance(200ms);
        QCOMPARE(called.sent("BYE").size(), 1);
    }
    // RFC 3261 13.3.1
    void a_call_does_not_ring_for_ever_data()
    {
        QTest::addColumn<QByteArray>("rows");
        QTest::addColumn<int>("seconds");
        QTest::addColumn<int>("status");
        QTest::newRow("as set") << QByteArray() << 180 << 480;
        QTest::newRow("Expires") << QByteArray("Expires: 20\r\n") << 20 << 487;
        QTest::newRow("Expires that is longer") << QByteArray("Expires: 600\r\n") << 180 << 480;
    }
    void a_call_does_not_ring_for_ever()
    {
        QFETCH(QByteArray, rows);
        QFETCH(int, seconds);
        QFETCH(int, status);
        Called called({});
        called.ask("INVITE", "70", {}, theirs, "z9hG4bKin", rows);
        QCOMPARE(called.answered("INVITE"), QList<int>({180}));
        called.clock.advance(std::chrono::seconds(seconds) - 100ms);
        QCOMPARE(called.answered("INVITE"), QList<int>({180}));
        called.clock.advance(100ms);
        QCOMPARE(called.answered("INVITE"), QList<int>({180, status}));
        called.ask("ACK", "70", called.last().toTag().toByteArray());
        QVERIFY(called.clock.runDry());
        QCOMPARE(called.ear.finished, 1);
        QCOMPARE(called.core.transactions().serverCount(), 0);
    }
    void a_call_whose_ringing_cannot_be_delivered_does_not_stay()
    {
        Called called({{0s, 180}});
        called.settings.ringLimit = 3s;
        called.network.refusal =
            TransportError{.cause = LocalCause::Refused, .text = QStringLiteral("nothing listens there"), .reporter = {}};
        called.ask("INVITE", "70", {}, theirs);
        QCOMPARE(called.ear.finished, 0);
        called.clock.advance(3s);
        QCOMPARE(called.ear.finished, 1);
        QVERIFY(called.clock.runDry());
        QCOMPARE(called.core.transactions().serverCount(), 0);
    }
    void a_call_that_was_taken_has_no_ring_limit()
    {
        Called called({{1s, 200}});
        called.ask("INVITE", "70", {}, theirs, "z9hG4bKin", "Expires: 20\r\n");
        called.clock.advance(1s);
        called.ask("ACK", "70", called.last().toTag().toByteArray(), {}, "z9hG4bKack");
        called.clock.advance(1h);
        QCOMPARE(called.ear.finished, 0);
        QVERIFY(called.sent("BYE").isEmpty());
    }
    /// Nobody came to answer it, and by then the peer waits no more (64*T1).
    void what_waits_for_a_hand_does_not_wait_for_ever()
    {
        Called called({{0s, 200}});
        called.settings.answers << CannedAnswer{.method = "FOO", .steps = {}};
        called.ask("INVITE", "70", {}, theirs);
        const QByteArray tag = called.last().toTag().toByteArray();
        called.ask("ACK", "70", tag, {}, "z9hG4bKack");
        called.ask("FOO", "71", tag, {}, "z9hG4bKfoo");
        called.clock.advance(31s);
        TransactionId id = 0;
        for (const TraceEventPtr &event : std::as_const(called.trace))
            if (const auto *received = event->as<MessageReceived>(); received && received->message.method() == "FOO")
                id = event->context.transaction;
        QVERIFY(called.core.transactions().server(id));
        called.clock.advance(1s);
        QVERIFY(!called.core.transactions().server(id));
        QVERIFY(!called.clients.front()->answer(id, {}));
        QCOMPARE(called.answered("FOO"), QList<int>());
        QCOMPARE(called.ear.finished, 0); // the call goes on
        const auto gone = [id](const TraceEventPtr &event) {
            const auto *moved = event->as<StateChanged>();
            return moved && event->context.transaction == id && qstrcmp(moved->to, "Terminated") == 0;
        };
        QVERIFY(std::any_of(called.trace.cbegin(), called.trace.cend(), gone)); // so that nobody is asked for it any more
    }
};

QTEST_GUILESS_MAIN(TestIncoming)
#include "tst_incoming.moc"
