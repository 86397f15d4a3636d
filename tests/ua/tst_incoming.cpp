// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/simulated_run.h"

#include <QtTest>

using namespace sip;

namespace {
const QByteArray theirs = "v=0\r\no=- 5 5 IN IP4 192.0.2.7\r\ns=-\r\nc=IN IP4 192.0.2.7\r\nt=0 0\r\nm=audio 4000 RTP/AVP 8\r\n";
}

/// Calls that come in.
class TestIncoming : public QObject {
    Q_OBJECT

    struct Called final : SimulatedRun, IncomingCalls {
        explicit Called(const QList<CannedAnswer::Step> &steps)
        {
            settings.method = "INVITE";
            settings.hangUpAfter = ComposedRequest::Never;
            settings.answers = {{.method = "INVITE", .steps = steps}};
            core.setIncomingCalls(this);
        }
        ~Called() override { core.setIncomingCalls(nullptr); }
        IntentId intentFor(const Message &) override { return takes ? 1 : 0; }
        void take(IntentId, ServerTransaction &invite) override { client(settings).receive(invite); }
        void ask(const QByteArray &method, const QByteArray &cseq, const QByteArray &toTag = {}, const QByteArray &body = {},
                 const QByteArray &branch = "z9hG4bKin")
        {
            network.receive(method + " sip:alice@192.0.2.10 SIP/2.0\r\nVia: SIP/2.0/UDP 192.0.2.1:5060;branch=" + branch +
                            "\r\nRecord-Route: <sip:192.0.2.5;lr>, <sip:192.0.2.6;lr>\r\nMax-Forwards: 70\r\nFrom: "
                            "<sip:bob@example.com>;tag=bt\r\nTo: <sip:alice@example.com>" +
                            (toTag.isEmpty() ? QByteArray() : ";tag=" + toTag) + "\r\nCall-ID: in@192.0.2.1\r\nCSeq: " + cseq +
                            ' ' + method + "\r\nContact: <sip:bob@192.0.2.7:5071>\r\n" +
                            (body.isEmpty() ? "" : "Content-Type: application/sdp\r\n") +
                            "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
            clock.advance(50ms);
        }
        QList<int> answered(const QByteArray &method) const
        {
            QList<int> all;
            for (const FakeTransport::Sent &one : network.sent)
                if (one.message.isResponse() && one.message.cseqMethod() == method)
                    all << one.message.status();
            return all;
        }
        Message last() const { return network.sent.last().message; }
        ComposedRequest settings;
        bool takes = true;
    };

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
    //= R17.2.1-4
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
    void who_does_not_listen_answers_405()
    {
        Called called({{0s, 200}});
        called.takes = false;
        called.ask("INVITE", "70", {}, theirs);
        QCOMPARE(called.answered("INVITE"), QList<int>({405}));
        QVERIFY(called.clients.empty());
    }
};

QTEST_GUILESS_MAIN(TestIncoming)
#include "tst_incoming.moc"
