// SPDX-License-Identifier: GPL-3.0-or-later
// What a broken or hostile peer can do to a whole client: every message ends as one event, every intent ends, nothing is left.
// Statuses and rows that cannot be read: tests/transaction/tst_seed_defects_transaction.
#include "support/simulated_run.h"

#include <QtTest>

using namespace sip;
using Fate = MessageReceived::Fate;

class TestBadPeer : public QObject {
    Q_OBJECT

    static std::function<void(MessageDraft &)> contact()
    {
        return [](MessageDraft &d) { d.append(HeaderId::Contact, "<sip:bob@192.0.2.7>"); };
    }
    /// A request that is to be answered by a peer whose tag is "a"; requests of that peer.
    struct Peer : SimulatedRun {
        explicit Peer(const QByteArray &method = "INVITE", int status = 200)
        {
            ComposedRequest request = compose(method);
            request.hangUpAfter = ComposedRequest::Never;
            request.rows << ComposedRow{"Event", "presence"} << ComposedRow{"Expires", "600"};
            client = &send(request);
            if (status)
                network.answer(network.sent.first(), status, "a", [](MessageDraft &d) {
                    contact()(d);
                    d.append(HeaderId::Expires, "600");
                });
            clock.advance(50ms);
        }
        void ask(const QByteArray &method, int cseq, const QByteArray &more = {}, const QByteArray &tag = "a",
                 const QByteArray &ourTag = "ours")
        {
            const Message first = client->attempts().first().request;
            MessageDraft draft = MessageDraft::request(method, "sip:alice@192.0.2.10");
            draft.append(HeaderId::Via, "SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK" + tag + QByteArray::number(cseq) +
                                            (method == "ACK" ? QByteArray("ack") : method));
            draft.append(HeaderId::From, "<sip:bob@example.com>;tag=" + tag);
            const QByteArray to = first.value(HeaderId::From);
            draft.append(HeaderId::To, ourTag == "ours"   ? to
                                       : ourTag.isEmpty() ? to.left(to.indexOf(";tag="))
                                                          : to.left(to.indexOf(";tag=")) + ";tag=" + ourTag);
            draft.append(HeaderId::CallId, first.callId().toByteArray());
            draft.append(HeaderId::CSeq, QByteArray::number(cseq) + ' ' + method);
            for (const QByteArray &row : more.split('\n'))
                if (const qsizetype colon = row.indexOf(": "); colon > 0)
                    draft.append(row.left(colon), row.mid(colon + 2));
            network.receive(draft.toBytes());
            ++asked;
            clock.settle();
        }
        QList<int> answered(const QByteArray &method) const
        {
            QList<int> all;
            for (const FakeTransport::Sent &one : network.sent)
                if (one.message.isResponse() && one.message.cseqMethod() == method)
                    all << one.message.status();
            return all;
        }
        qsizetype live() { return core.transactions().clientCount() + core.transactions().serverCount(); }
        UserAgentClient *client = nullptr;
        qsizetype asked = 0;
    };

private Q_SLOTS:
    void an_ack_for_nothing_is_one_event_and_no_more()
    {
        Peer peer;
        peer.clock.advance(60s);
        const qsizetype sent = peer.network.sent.size(), received = peer.events<MessageReceived>().size();
        const qsizetype armed = peer.clock.armed();
        for (int i = 0; i < 300; ++i) {
            peer.ask("ACK", i);               // in the dialog, with nothing to acknowledge
            peer.ask("ACK", i, {}, "b", "x"); // of no dialog
            peer.ask("ACK", i, {}, "c", {});  // not even that
        }
        QCOMPARE(peer.network.sent.size(), sent);
        QCOMPARE(peer.events<MessageReceived>().size(), received + peer.asked);
        QCOMPARE(peer.clock.armed(), armed);
        QCOMPARE(peer.live(), 0);
        QCOMPARE(peer.ear.finished, 0);
    }
    void a_prack_for_nothing_is_answered_481_data()
    {
        QTest::addColumn<QByteArray>("more");
        QTest::addColumn<QByteArray>("tag");
        QTest::addColumn<QByteArray>("ourTag");
        QTest::newRow("in the dialog") << QByteArray("RAck: 1 1 INVITE") << QByteArray("a") << QByteArray("ours");
        QTest::newRow("without RAck") << QByteArray() << QByteArray("a") << QByteArray("ours");
        QTest::newRow("rubbish") << QByteArray("RAck: x") << QByteArray("a") << QByteArray("ours");
        QTest::newRow("of another fork") << QByteArray("RAck: 1 1 INVITE") << QByteArray("b") << QByteArray("ours");
        QTest::newRow("of no dialog") << QByteArray("RAck: 1 1 INVITE") << QByteArray("a") << QByteArray("x");
        QTest::newRow("outside") << QByteArray("RAck: 1 1 INVITE") << QByteArray("a") << QByteArray();
    }
    void a_prack_for_nothing_is_answered_481()
    {
        QFETCH(QByteArray, more);
        QFETCH(QByteArray, tag);
        QFETCH(QByteArray, ourTag);
        for (const int status : {183, 200}) {
            Peer peer("INVITE", status);
            for (int i = 1; i <= 50; ++i)
                peer.ask("PRACK", i, more, tag, ourTag);
            QCOMPARE(peer.answered("PRACK"), QList<int>(50, 481));
            QCOMPARE(peer.ear.finished, 0);
            peer.client->dispose();
            QVERIFY(peer.clock.runDry());
            QCOMPARE(peer.live(), 0);
        }
    }
    void what_belongs_into_a_dialog_is_refused_outside_data()
    {
        QTest::addColumn<int>("status");
        for (const char *method : {"BYE", "PRACK", "UPDATE", "INFO", "NOTIFY"})
            QTest::newRow(method) << 481;
        for (const char *method : {"FOO", "SUBSCRIBE"})
            QTest::newRow(method) << 405;
        QTest::newRow("REFER") << 400; // without Refer-To
        QTest::newRow("INVITE") << 480;
    }
    void what_belongs_into_a_dialog_is_refused_outside()
    {
        QFETCH(int, status);
        Peer peer;
        peer.ask(QTest::currentDataTag(), 1, {}, "a", {});
        QCOMPARE(peer.network.sent.last().message.status(), status);
    }
    //= R6665.4.1.3-1
    void a_storm_of_notifies_of_invented_dialogs_ends()
    {
        Peer peer("SUBSCRIBE", 0);
        for (int i = 0; i < 400; ++i)
            peer.ask("NOTIFY", 1, "Event: presence\nSubscription-State: active;expires=600", "t" + QByteArray::number(i));
        const QList<int> answers = peer.answered("NOTIFY");
        QCOMPARE(answers.size(), 400);
        QCOMPARE(answers.count(200), 100); // no memory is filled
        QCOMPARE(answers.count(481), 300);
        peer.network.peer = [&peer](const FakeTransport::Sent &one) {
            if (one.message.isRequest())
                peer.network.answer(one, 481, one.message.toTag().toByteArray());
        };
        QVERIFY(peer.client->cancel());
        QVERIFY(peer.clock.runDry());
        QCOMPARE(peer.ear.finished, 1);
        QCOMPARE(peer.live(), 0);
    }
    void a_storm_of_notifies_in_one_dialog_costs_nothing_that_lasts()
    {
        Peer peer("SUBSCRIBE");
        constexpr const char *states[] = {"active;expires=600", "pending;expires=1", "active;expires=4294967301",
                                          "active;expires=x",   "rubbish;;;",        "active;expires=600"};
        for (int i = 1; i <= 600; ++i)
            peer.ask("NOTIFY", i, "Event: presence\nSubscription-State: " + QByteArray(states[i % 6]));
        QCOMPARE(peer.answered("NOTIFY").size(), 600);
        QCOMPARE(peer.core.transactions().serverCount(), 600);
        QVERIFY(peer.clock.armed() < 600 + 5);
        QCOMPARE(peer.sent("SUBSCRIBE").size(), 1);
        peer.clock.advance(33s);
        QCOMPARE(peer.core.transactions().serverCount(), 0);
        QVERIFY(peer.clock.armed() <= 3);
        for (int i = 601; i <= 700; ++i) // of other events, and of none
            peer.ask("NOTIFY", i, i % 2 ? "Event: dialog\nSubscription-State: active" : "");
        QCOMPARE(peer.answered("NOTIFY").mid(600), QList<int>(100, 481));
        peer.ask("NOTIFY", 701, "Event: presence\nSubscription-State: terminated");
        QVERIFY(peer.clock.runDry());
        QCOMPARE(peer.ear.finished, 1);
        QCOMPARE(peer.live(), 0);
    }
    void a_loop_of_byes_ends_the_call_once()
    {
        Peer peer;
        for (int i = 1; i <= 100; ++i)
            peer.ask("BYE", i);
        QCOMPARE(peer.answered("BYE"), QList<int>({200}) + QList<int>(99, 481));
        QVERIFY(peer.clock.runDry());
        QVERIFY(peer.sent("BYE").isEmpty());
        QCOMPARE(peer.ear.finished, 1);
        QCOMPARE(peer.live(), 0);
    }
    void a_bye_for_every_bye_ends_too()
    {
        Peer peer;
        int cseq = 0;
        peer.network.peer = [&](const FakeTransport::Sent &one) { // whatever we send, the peer hangs up
            if (cseq < 100 && one.message.method() != "ACK")
                peer.ask("BYE", ++cseq);
        };
        QVERIFY(peer.client->cancel());
        QVERIFY(peer.clock.runDry());
        QVERIFY(cseq >= 100); // our answers made it do so
        QCOMPARE(peer.answered("BYE").first(), 200);
        for (const FakeTransport::Sent &one : peer.sent("BYE"))
            QCOMPARE(one.message.wire(), peer.sent("BYE").first().message.wire());
        QCOMPARE(peer.ear.finished, 1);
        QCOMPARE(peer.live(), 0);
    }
    void a_refused_bye_is_not_sent_for_ever_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {302, 401, 407, 408, 422, 423, 481, 491, 500, 503, 603})
            QTest::addRow("%d", status) << status;
    }
    //= R15.1.1-1
    void a_refused_bye_is_not_sent_for_ever()
    {
        QFETCH(int, status);
        Peer peer;
        int nonce = 0;
        peer.network.peer = [&](const FakeTransport::Sent &one) {
            if (one.message.method() == "BYE")
                peer.network.answer(one, status, "a", [&](MessageDraft &d) {
                    SimulatedRun::challenge("n" + QByteArray::number(++nonce), status == 407, ", qop=\"auth\", stale=true")(d);
                    d.append(HeaderId::Contact, "<sip:bob@192.0.2.9>");
                    d.append(HeaderId::MinExpires, QByteArray::number(600 * nonce));
                    d.append(HeaderId::MinSe, QByteArray::number(600 * nonce));
                    d.append(HeaderId::RetryAfter, "0");
                });
        };
        QVERIFY(peer.client->cancel());
        QVERIFY(peer.clock.runDry());
        QVERIFY(peer.sent("BYE").size() <= 1 + ComposedRequest().maxRetries);
        QCOMPARE(peer.ear.finished, 1);
        QCOMPARE(peer.live(), 0);
    }
    void everything_that_can_cross_crosses()
    {
        Peer peer("INVITE", 183);
        const FakeTransport::Sent invite = peer.network.sent.first();
        QVERIFY(peer.client->cancel());
        peer.network.answer(invite, 200, "a", contact()); // crossed the CANCEL
        peer.ask("UPDATE", 1, "Contact: <sip:bob@192.0.2.7>");
        peer.ask("INVITE", 2, "Contact: <sip:bob@192.0.2.7>");
        peer.network.answer(peer.sent("CANCEL").first(), 481);
        peer.network.answer(invite, 200, "b", contact()); // another fork
        peer.network.answer(invite, 487, "a");            // and a refusal after all
        peer.clock.advance(50ms);
        QCOMPARE(peer.sent("ACK").size(), 2);
        QCOMPARE(peer.sent("BYE").size(), 2);
        peer.ask("BYE", 3);
        for (const FakeTransport::Sent &bye : peer.sent("BYE"))
            peer.network.answer(bye, 481, bye.message.toTag().toByteArray());
        QVERIFY(peer.clock.runDry());
        QCOMPARE(peer.ear.finished, 1);
        QCOMPARE(peer.live(), 0);
        QVERIFY(peer.client->isFinished());
    }
    void a_bye_that_crosses_our_re_invite_leaves_nothing()
    {
        for (const int status : {0, 200, 481, 491, 487}) {
            Peer peer;
            QVERIFY(peer.client->next({}, {.method = "INVITE", .rows = {}, .body = {}}));
            peer.ask("BYE", 1);
            QCOMPARE(peer.answered("BYE"), QList<int>({200}));
            if (status)
                peer.network.answer(peer.sent("INVITE").last(), status, "a", contact());
            QVERIFY(peer.clock.runDry());
            QCOMPARE(peer.sent("ACK").size(), status ? 2 : 1);
            QCOMPARE(peer.ear.finished, 1);
            QCOMPARE(peer.live(), 0);
        }
    }
    //= R13.2.2.4-5
    void a_2xx_of_every_invented_fork_is_acknowledged_and_hung_up()
    {
        Peer peer("INVITE", 180);
        peer.network.peer = [&peer](const FakeTransport::Sent &one) {
            if (one.message.method() == "BYE")
                peer.network.answer(one, 200, one.message.toTag().toByteArray());
        };
        for (int i = 0; i < 300; ++i)
            peer.network.answer(peer.network.sent.first(), 200, "t" + QByteArray::number(i), contact());
        peer.clock.advance(1s);
        QCOMPARE(peer.sent("ACK").size(), 300);
        QCOMPARE(peer.sent("BYE").size(), 299);
        QVERIFY(peer.client->cancel());
        QVERIFY(peer.clock.runDry());
        QCOMPARE(peer.sent("BYE").size(), 300);
        QCOMPARE(peer.ear.finished, 1);
        QCOMPARE(peer.live(), 0);
    }
    //= R17.1.3-1
    void an_answer_to_another_method_is_a_stray()
    {
        for (const char *method : {"ACK", "CANCEL", "BYE", "invite", "FOO"}) {
            Peer peer("INVITE", 0);
            peer.network.answer(peer.network.sent.first(), 200, "a", [method](MessageDraft &d) {
                contact()(d);
                d.set(HeaderId::CSeq, d.value(HeaderId::CSeq).replace("INVITE", method));
            });
            peer.clock.advance(50ms);
            QCOMPARE(peer.fates(), QList<Fate>({Fate::Stray}));
            QVERIFY(peer.sent("ACK").isEmpty() && peer.ear.accept.isEmpty());
        }
    }
    void an_answer_with_the_tag_of_another_dialog_is_taken_and_said()
    {
        Peer peer;
        QVERIFY(peer.client->next({}, {.method = "INFO", .rows = {}, .body = {}}));
        peer.network.answer(peer.sent("INFO").first(), 200, "a",
                            [](MessageDraft &d) { d.set(HeaderId::To, "<sip:bob@example.com>;tag=another"); });
        peer.clock.advance(50ms);
        const MessageReceived received = peer.events<MessageReceived>().last();
        QCOMPARE(received.fate, Fate::Delivered);
        QVERIFY(received.reason.contains(QLatin1String("another")));
        QCOMPARE(peer.events<DialogChanged>().size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestBadPeer)
#include "tst_bad_peer.moc"
