// SPDX-License-Identifier: GPL-3.0-or-later
// Whole exchanges in simulated time, as the text ladders in golden/. VIATRACE_UPDATE_GOLDEN=1 writes them anew: read the
// difference before you keep it.
#include "support/golden_ladder.h"
#include "support/simulated_run.h"

#include <QtTest>

using namespace sip;

class TestDialogues : public QObject {
    Q_OBJECT

    static QByteArray difference(const SimulatedRun &run, const QByteArray &name)
    {
        return goldenDifference(ladderText(run.trace, {.minor = true}), name);
    }
    static std::function<void(MessageDraft &)> contact()
    {
        return [](MessageDraft &d) { d.append(HeaderId::Contact, "<sip:bob@192.0.2.77:5070>"); };
    }

private Q_SLOTS:
    void register_with_digest()
    {
        SimulatedRun run;
        run.network.delay = 12ms;
        run.network.peer = [&](const FakeTransport::Sent &one) {
            if (one.message.has(HeaderId::Authorization))
                run.network.answer(one, 200, "r", [](MessageDraft &d) {
                    d.append(HeaderId::Contact, "<sip:alice@192.0.2.10:5060>;expires=300");
                });
            else
                run.network.answer(one, 401, "r", SimulatedRun::challenge("n1"));
        };
        run.send(SimulatedRun::compose("REGISTER"));
        QVERIFY(run.clock.runDry());
        QCOMPARE(difference(run, "register-with-digest"), QByteArray());
    }
    void wrong_password()
    {
        SimulatedRun run;
        run.network.delay = 12ms;
        int nonce = 0;
        run.network.peer = [&](const FakeTransport::Sent &one) {
            run.network.answer(one, 401, "r", SimulatedRun::challenge("n" + QByteArray::number(++nonce)));
        };
        run.send(SimulatedRun::compose("REGISTER"));
        QVERIFY(run.clock.runDry());
        QCOMPARE(difference(run, "wrong-password"), QByteArray());
    }
    void stale_nonce()
    {
        SimulatedRun run;
        run.network.delay = 5ms;
        int round = 0;
        run.network.peer = [&](const FakeTransport::Sent &one) {
            ++round;
            if (round == 1)
                run.network.answer(one, 407, "p", SimulatedRun::challenge("n1", true));
            else if (round == 2)
                run.network.answer(one, 407, "p", SimulatedRun::challenge("n2", true, ", qop=\"auth\", stale=TRUE"));
            else
                run.network.answer(one, 200);
        };
        run.send(SimulatedRun::compose("OPTIONS"));
        QVERIFY(run.clock.runDry());
        QCOMPARE(difference(run, "stale-nonce"), QByteArray());
    }
    void options_timeout()
    {
        SimulatedRun run;
        run.send(SimulatedRun::compose("OPTIONS"));
        QVERIFY(run.clock.runDry());
        QCOMPARE(difference(run, "options-timeout"), QByteArray());
    }
    void invite_timeout_fast()
    {
        SimulatedRun run;
        ComposedRequest request = SimulatedRun::compose("INVITE");
        request.timers = TimerValues::fast();
        run.send(request);
        QVERIFY(run.clock.runDry());
        QCOMPARE(difference(run, "invite-timeout-fast"), QByteArray());
    }
    void lost_answers()
    {
        SimulatedRun run;
        run.network.delay = 3ms;
        int copies = 0;
        run.network.peer = [&](const FakeTransport::Sent &one) {
            if (++copies == 3)
                run.network.answer(one, 200);
        };
        run.send(SimulatedRun::compose("MESSAGE"));
        QVERIFY(run.clock.runDry());
        QCOMPARE(difference(run, "lost-answers"), QByteArray());
    }
    void call_with_ringing_and_hang_up()
    {
        SimulatedRun run;
        run.network.delay = 10ms;
        run.network.peer = [&](const FakeTransport::Sent &one) {
            if (one.message.method() == "INVITE") {
                run.network.answer(one, 100);
                run.network.answer(one, 180, "bob", contact());
                run.clock.at(run.clock.now() + 4s, [&run, one] { run.network.answer(one, 200, "bob", contact()); });
            } else if (one.message.method() == "BYE") {
                run.network.answer(one, 200);
            }
        };
        run.send(SimulatedRun::compose("INVITE"));
        QVERIFY(run.clock.runDry());
        QCOMPARE(difference(run, "call"), QByteArray());
    }
    void cancelled_call()
    {
        SimulatedRun run;
        run.network.delay = 10ms;
        run.network.peer = [&](const FakeTransport::Sent &one) {
            if (one.message.method() == "INVITE") {
                run.network.answer(one, 180, "bob", contact());
            } else if (one.message.method() == "CANCEL") {
                run.network.answer(one, 200, "bob");
                run.network.answer(run.network.sent.first(), 487, "bob");
            }
        };
        UserAgentClient &client = run.send(SimulatedRun::compose("INVITE"));
        run.clock.advance(2s);
        QVERIFY(client.cancel());
        QVERIFY(run.clock.runDry());
        QCOMPARE(difference(run, "cancelled-call"), QByteArray());
    }
    void refused_port()
    {
        SimulatedRun run;
        run.network.refusal = TransportError{.cause = LocalCause::Refused,
                                             .text = QStringLiteral("nothing listens on 192.0.2.1:5060 (connection refused)"),
                                             .reporter = {}};
        run.send(SimulatedRun::compose("OPTIONS"));
        QVERIFY(run.clock.runDry());
        QCOMPARE(difference(run, "refused-port"), QByteArray());
    }
    void late_copy_of_the_challenge()
    {
        SimulatedRun run;
        run.network.peer = [&](const FakeTransport::Sent &one) {
            if (one.message.has(HeaderId::Authorization))
                run.network.answer(one, 200);
            else
                for (int copy = 0; copy < 2; ++copy)
                    run.network.answer(one, 401, "r", SimulatedRun::challenge("n1"));
        };
        run.send(SimulatedRun::compose("REGISTER"));
        QVERIFY(run.clock.runDry());
        QCOMPARE(difference(run, "late-copy-of-the-challenge"), QByteArray());
    }
    void any_answer_ends_the_intent_once_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 40; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    /// A peer that answers anything, any number of times, in any order: one end, no leak, a fate for every message.
    void any_answer_ends_the_intent_once()
    {
        QFETCH(quint32, seed);
        SimulatedRun run;
        QRandomGenerator dice(seed);
        int delivered = 0;
        run.network.peer = [&](const FakeTransport::Sent &one) {
            if (!one.message.isRequest())
                return;
            const int answers = dice.bounded(4);
            for (int i = 0; i < answers; ++i) {
                const int status = QList<int>(
                    {100, 180, 183, 200, 202, 302, 401, 407, 403, 408, 486, 500, 503, 603, 699, 77, 710})[dice.bounded(17)];
                const QByteArray tag = "t" + QByteArray::number(dice.bounded(3));
                const FakeTransport::Sent &to =
                    dice.bounded(5) ? one : run.network.sent[dice.bounded(int(run.network.sent.size()))];
                if (!to.message.isRequest())
                    continue;
                ++delivered;
                run.clock.at(run.clock.now() + Instant(dice.bounded(2'000'000)), [&run, to, status, tag, n = dice.bounded(3)] {
                    run.network.answer(to, status, tag,
                                       status == 401 || status == 407
                                           ? SimulatedRun::challenge("n" + QByteArray::number(n), status == 407)
                                           : contact());
                });
            }
        };
        UserAgentClient &client = run.send(SimulatedRun::compose(seed % 2 ? "INVITE" : "REGISTER"));
        if (seed % 3 == 0)
            run.clock.at(run.clock.now() + 700ms, [&client] { client.cancel(); });
        QVERIFY(run.clock.runDry(10min));
        QCOMPARE(run.ear.finished, 1);
        QCOMPARE(run.core.transactions().clientCount(), 0);
        QCOMPARE(run.events<MessageReceived>().size(), delivered);
        QCOMPARE(run.events<IntentFinished>().size(), 1);
    }
};
QTEST_GUILESS_MAIN(TestDialogues)
#include "tst_dialogues.moc"
