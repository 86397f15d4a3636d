// SPDX-License-Identifier: GPL-3.0-or-later
// Very many messages of one kind: each is dealt with, the intent ends by its timers, and nothing is left. The user does nothing.
#include "support/simulated_run.h"

#include <QtTest>

using namespace sip;

class TestStorms : public QObject {
    Q_OBJECT

    struct Storm : SimulatedRun {
        explicit Storm(const QByteArray &method = "INVITE")
        {
            ComposedRequest request = compose(method);
            request.rows << ComposedRow{"Contact", "<sip:alice@192.0.2.10>"} << ComposedRow{"Event", "presence"}
                         << ComposedRow{"Expires", "600"};
            client = &send(request);
            clock.settle();
        }
        FakeTransport::Sent first() const { return network.sent.first(); }
        static std::function<void(MessageDraft &)> contact(const std::function<void(MessageDraft &)> &more = {})
        {
            return [more](MessageDraft &d) {
                d.append(HeaderId::Contact, "<sip:bob@192.0.2.7>");
                if (more)
                    more(d);
            };
        }
        void ask(const QByteArray &method, int cseq, const QByteArray &tag = "a")
        {
            MessageDraft draft = MessageDraft::request(method, "sip:alice@192.0.2.10");
            draft.append(HeaderId::Via, "SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK" + method + QByteArray::number(cseq));
            draft.append(HeaderId::From, "<sip:bob@example.com>;tag=" + tag);
            draft.append(HeaderId::To, first().message.value(HeaderId::From));
            draft.append(HeaderId::CallId, first().message.callId().toByteArray());
            draft.append(HeaderId::CSeq, QByteArray::number(cseq) + ' ' + method);
            draft.append(HeaderId::Contact, "<sip:bob@192.0.2.7>");
            network.receive(draft.toBytes());
        }
        QList<int> answered(const QByteArray &method) const
        {
            QList<int> all;
            for (const FakeTransport::Sent &one : network.sent)
                if (one.message.isResponse() && one.message.cseqMethod() == method)
                    all << one.message.status();
            return all;
        }
        /// \return empty: it ended by itself within \a bound, and nothing is left
        QByteArray end(Instant bound)
        {
            if (!clock.runDry(bound))
                return "something is still armed";
            if (ear.finished != 1)
                return "ended " + QByteArray::number(ear.finished) + " times";
            return core.transactions().clientCount() + core.transactions().serverCount() == 0 ? "" : "a transaction is left";
        }
        UserAgentClient *client = nullptr;
    };

private Q_SLOTS:
    void thousands_of_1xx_do_not_make_it_ring_for_ever()
    {
        Storm storm;
        for (int i = 0; i < 5000; ++i) {
            storm.network.answer(storm.first(), 180 + i % 20, "a");
            storm.clock.advance(10ms);
        }
        QCOMPARE(storm.sent("INVITE").size(), 1);
        QVERIFY(storm.sent("PRACK").isEmpty());
        QCOMPARE(storm.end(250s), QByteArray()); // the ring limit, CANCEL, and 64*T1
        QCOMPARE(storm.ear.progress.size(), 5000);
        QCOMPARE(storm.sent("CANCEL").size(), 11); // nobody answers it either
    }
    void thousands_of_reliable_1xx_get_one_prack_each_and_it_ends()
    {
        Storm storm;
        storm.network.peer = [&](const FakeTransport::Sent &one) {
            if (one.message.method() == "PRACK")
                storm.network.answer(one, 200, "a");
        };
        for (int i = 1; i <= 2000; ++i) {
            const auto reliable = [i](MessageDraft &d) {
                d.append(HeaderId::Require, "100rel");
                d.append(HeaderId::RSeq, QByteArray::number(i));
            };
            storm.network.answer(storm.first(), 183, "a", Storm::contact(reliable));
            storm.network.answer(storm.first(), 183, "a", Storm::contact(reliable)); // its copy gets none
            storm.clock.advance(1ms);
        }
        QCOMPARE(storm.sent("PRACK").size(), 2000);
        QCOMPARE(storm.end(250s), QByteArray());
    }
    void forks_up_to_the_limit_that_ring_and_never_answer()
    {
        Storm storm;
        for (int i = 0; i < 5000; ++i)
            storm.network.answer(storm.first(), 183, "t" + QByteArray::number(i), Storm::contact());
        storm.clock.settle();
        QCOMPARE(storm.end(250s), QByteArray());
        qsizetype begun = 0, ended = 0;
        for (const DialogChanged &one : storm.events<DialogChanged>())
            (one.dialog.state == DialogFacts::State::Terminated ? ended : begun) += 1;
        QCOMPARE(begun, 100);
        QCOMPARE(ended, 100);
    }
    void forks_up_to_the_limit_that_all_answer()
    {
        Storm storm;
        storm.network.peer = [&](const FakeTransport::Sent &one) {
            if (one.message.method() == "BYE")
                storm.network.answer(one, 481, one.message.toTag().toByteArray());
        };
        for (int i = 0; i < 100; ++i)
            storm.network.answer(storm.first(), 200, "t" + QByteArray::number(i), Storm::contact());
        storm.clock.settle();
        QCOMPARE(storm.sent("ACK").size(), 100);
        QCOMPARE(storm.end(100s), QByteArray());
        QCOMPARE(storm.sent("BYE").size(), 100);
    }
    /// Each side answers the other's BYE 481 and hangs up again.
    void byes_that_are_all_answered_481()
    {
        Storm storm;
        storm.network.answer(storm.first(), 200, "a", Storm::contact());
        int cseq = 0;
        storm.network.peer = [&](const FakeTransport::Sent &one) {
            if (one.message.method() == "BYE")
                storm.network.answer(one, 481, "a");
            if (cseq < 1000 && (one.message.method() == "BYE" || one.message.cseqMethod() == "BYE"))
                storm.ask("BYE", ++cseq);
        };
        QCOMPARE(storm.end(100s), QByteArray());
        QCOMPARE(cseq, 1000);
        QCOMPARE(storm.sent("BYE").size(), 1);
        QCOMPARE(storm.answered("BYE").size(), 1000);
    }
    /// The peer sends a re-INVITE of its own for each of ours, and answers ours 491 as the rules say.
    void re_invites_that_always_cross()
    {
        ComposedRequest request = SimulatedRun::compose("INVITE");
        request.body = "v=0\r\no=- 1 1 IN IP4 192.0.2.10\r\ns=-\r\nc=IN IP4 192.0.2.10\r\nt=0 0\r\nm=audio 9 RTP/AVP 0\r\n";
        request.rows << ComposedRow{"Content-Type", "application/sdp"};
        request.then = {{.method = "INVITE", .rows = {}, .body = {}, .offer = NextRequest::Offer::Hold}};
        Storm storm("OPTIONS");
        storm.network.answer(storm.first(), 200);
        storm.clock.advance(40s);
        storm.network.sent.clear();
        storm.ear.finished = 0;
        storm.send(request);
        int cseq = 0;
        storm.network.peer = [&](const FakeTransport::Sent &one) {
            if (one.message.method() == "INVITE" && one.message.toTag().isEmpty())
                storm.network.answer(one, 200, "a", Storm::contact());
            else if (one.message.method() == "INVITE") {
                storm.ask("INVITE", ++cseq);
                storm.network.answer(one, 491, "a");
            } else if (one.message.method() == "BYE")
                storm.network.answer(one, 200, "a");
        };
        QCOMPARE(storm.end(100s), QByteArray());
        QCOMPARE(cseq, 1 + ComposedRequest().maxRetries);
        QVERIFY(storm.answered("INVITE").contains(491)); // theirs too
    }
    /// A 1xx stops Timer B: a change of the session that is never answered would last for ever.
    void a_re_invite_that_rings_for_ever_ends_the_call()
    {
        ComposedRequest request = SimulatedRun::compose("INVITE");
        request.then = {{.method = "INVITE", .rows = {}, .body = {}}};
        Storm storm("OPTIONS");
        storm.network.answer(storm.first(), 200);
        storm.clock.advance(40s);
        storm.network.sent.clear();
        storm.ear.finished = 0;
        storm.send(request);
        storm.network.peer = [&](const FakeTransport::Sent &one) {
            if (one.message.method() == "INVITE")
                storm.network.answer(one, one.message.toTag().isEmpty() ? 200 : 180, "a", Storm::contact());
            else if (one.message.method() == "BYE")
                storm.network.answer(one, 200, "a");
        };
        QCOMPARE(storm.end(300s), QByteArray());
        QCOMPARE(storm.sent("BYE").size(), 1);
        QVERIFY(storm.sendTimes("BYE").first() - storm.sendTimes("INVITE").last() >= 180'000);
    }
    void large_notifies_for_an_hour()
    {
        Storm storm("SUBSCRIBE");
        storm.network.answer(storm.first(), 200, "a",
                             Storm::contact([](MessageDraft &d) { d.append(HeaderId::Expires, "600"); }));
        storm.network.peer = [&](const FakeTransport::Sent &one) {
            if (one.message.method() == "SUBSCRIBE")
                storm.network.answer(one, 200, "a", Storm::contact([](MessageDraft &d) { d.append(HeaderId::Expires, "600"); }));
        };
        for (int i = 1; i <= 3600; ++i) {
            MessageDraft draft = MessageDraft::request("NOTIFY", "sip:alice@192.0.2.10");
            draft.append(HeaderId::Via, "SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bKn" + QByteArray::number(i));
            draft.append(HeaderId::From, "<sip:bob@example.com>;tag=a");
            draft.append(HeaderId::To, storm.first().message.value(HeaderId::From));
            draft.append(HeaderId::CallId, storm.first().message.callId().toByteArray());
            draft.append(HeaderId::CSeq, QByteArray::number(i) + " NOTIFY");
            draft.append(HeaderId::Event, "presence");
            draft.append(HeaderId::SubscriptionState, "active;expires=600");
            draft.body = QByteArray(2000, 'x');
            storm.network.receive(draft.toBytes());
            storm.clock.advance(1s);
            QVERIFY(storm.core.transactions().serverCount() <= 33); // Timer J
        }
        // It was given up two seconds after the first NOTIFY; the peer went on all the same.
        QCOMPARE(storm.answered("NOTIFY").size(), 3600);
        QVERIFY(storm.answered("NOTIFY").count(481) > 3500);
        QCOMPARE(storm.end(100s), QByteArray());
    }
};

QTEST_GUILESS_MAIN(TestStorms)
#include "tst_storms.moc"
