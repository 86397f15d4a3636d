// SPDX-License-Identifier: GPL-3.0-or-later
// Defects of authentication known from other stacks that need a whole client, one test each; the others are in tests/auth.
#include "support/simulated_run.h"

#include "message/headers.h"

#include <QtTest>

using namespace sip;
using Fate = MessageReceived::Fate;

class TestSeedDefectsUa : public QObject {
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
    /// A server that wants credentials for every method but ACK and CANCEL and takes any.
    static void guard(SimulatedRun &run, const std::function<void(MessageDraft &)> &ok = contact("sip:bob@192.0.2.7"))
    {
        run.network.peer = [&run, ok](const FakeTransport::Sent &one) {
            const QByteArray method = one.message.method().toByteArray();
            if (method == "ACK")
                return;
            if (one.message.has(HeaderId::Authorization) || method == "CANCEL")
                run.network.answer(one, 200, "peer", ok);
            else
                run.network.answer(one, 401, "peer", SimulatedRun::challenge("n1"));
        };
    }
    static QByteArray directive(const Message &request, const char *name)
    {
        const auto values = parseAuth(request.value(HeaderId::Authorization));
        const AuthParam *param = values && !values->isEmpty() ? values->first().find(name) : nullptr;
        return param ? param->value : QByteArray();
    }

private Q_SLOTS:
    //= R2617.3.2.3-1
    void A14_nextnonceIsUsedForTheNextRequest()
    {
        SimulatedRun run;
        guard(run, [](MessageDraft &d) { d.append(HeaderId::AuthenticationInfo, "nextnonce=\"n2\""); });
        for (int i = 0; i < 2; ++i) {
            run.send(SimulatedRun::compose("REGISTER"));
            run.clock.settle();
        }
        const QList<FakeTransport::Sent> sent = run.sent("REGISTER");
        QCOMPARE(sent.size(), 3);
        QCOMPARE(directive(sent[1].message, "nonce"), QByteArray("n1"));
        QCOMPARE(directive(sent[2].message, "nonce"), QByteArray("n2"));
        QCOMPARE(directive(sent[2].message, "nc"), QByteArray("00000001"));
    }
    //= R22.2-4
    //= R2617.3.2.2-1
    void A15_laterRequestsCarryCredentialsWithACountAndCnonceOfTheirOwn()
    {
        SimulatedRun run;
        guard(run);
        for (int i = 0; i < 3; ++i) {
            run.send(SimulatedRun::compose("REGISTER"));
            run.clock.settle();
        }
        const QList<FakeTransport::Sent> sent = run.sent("REGISTER");
        QCOMPARE(sent.size(), 4);
        QCOMPARE(directive(sent[1].message, "nc"), QByteArray("00000001"));
        QCOMPARE(directive(sent[2].message, "nc"), QByteArray("00000002"));
        QCOMPARE(directive(sent[3].message, "nc"), QByteArray("00000003"));
        QVERIFY(directive(sent[2].message, "cnonce") != directive(sent[3].message, "cnonce"));
        QCOMPARE(run.ear.accept, QList<int>({200, 200, 200}));
        const QList<AuthPlanned> planned = run.events<AuthPlanned>();
        QCOMPARE(planned.size(), 3);
        QVERIFY(!planned[0].preemptive && planned[1].preemptive && planned[2].preemptive);
        QVERIFY(planned[1].summary.contains(QLatin1String("Sent unasked")));
        // Announced in the first attempt, before it goes out.
        const auto isUnasked = [](const TraceEventPtr &e) { return e->as<AuthPlanned>() && e->as<AuthPlanned>()->preemptive; };
        const auto event = std::find_if(run.trace.cbegin(), run.trace.cend(), isUnasked);
        QCOMPARE((*event)->context.attempt, 1U);
        QVERIFY((*std::next(event))->as<AttemptStarted>());
    }
    //= R2617.3.2.1-5
    void A15_c_aServerThatChangedItsTermsMayAskAgain_data()
    {
        QTest::addColumn<QByteArray>("algorithm");
        QTest::addColumn<QByteArray>("realm");
        QTest::addColumn<int>("refusal");
        for (const int refusal : {400, 401}) {
            const auto row = [refusal](const char *name, const QByteArray &algorithm, const QByteArray &realm) {
                QTest::addRow("%s, %d", name, refusal) << algorithm << realm << refusal;
            };
            row("algorithm", "MD5", "example.com");
            row("realm", "SHA-256", "example.org");
            row("both", "MD5", "example.org");
        }
    }
    void A15_c_aServerThatChangedItsTermsMayAskAgain()
    {
        QFETCH(QByteArray, algorithm);
        QFETCH(QByteArray, realm);
        QFETCH(int, refusal);
        SimulatedRun run;
        guard(run);
        ComposedRequest request = SimulatedRun::compose("REGISTER");
        request.credentials = {{{}, "alice", "secret", {}, {}}};
        run.send(request);
        run.clock.settle();
        QCOMPARE(run.ear.accept, QList<int>({200}));
        const auto takes = [&](const Message &message) {
            return message.values(HeaderId::Authorization).size() == 1 && directive(message, "realm") == realm &&
                   directive(message, "algorithm") == algorithm;
        };
        run.network.peer = [&](const FakeTransport::Sent &one) {
            if (takes(one.message))
                return run.network.answer(one, 200);
            const bool hasOthers = one.message.has(HeaderId::Authorization);
            run.network.answer(one, hasOthers ? refusal : 401, "t", [&](MessageDraft &d) {
                if (!hasOthers || refusal == 401)
                    d.append(HeaderId::WwwAuthenticate,
                             "Digest realm=\"" + realm + "\", nonce=\"n1\", qop=\"auth\", algorithm=" + algorithm);
            });
        };
        run.send(request);
        run.clock.settle();
        QCOMPARE(run.ear.reject, QList<int>());
        QCOMPARE(run.ear.accept, QList<int>({200, 200}));
        const qsizetype before = run.sent("REGISTER").size();
        run.send(request); // and it is known from then on
        run.clock.settle();
        QCOMPARE(run.ear.accept, QList<int>({200, 200, 200}));
        QCOMPARE(run.sent("REGISTER").size(), before + 1);
    }
    void A15_d_a400ThatIsMeantEndsAfterOneMoreTry()
    {
        SimulatedRun run;
        guard(run);
        run.send(SimulatedRun::compose("REGISTER"));
        run.clock.settle();
        run.network.peer = [&](const FakeTransport::Sent &one) { run.network.answer(one, 400); };
        run.send(SimulatedRun::compose("REGISTER"));
        run.clock.settle();
        QCOMPARE(run.ear.reject, QList<int>({400}));
        QCOMPARE(run.sent("REGISTER").size(), 4);
        QVERIFY(!run.sent("REGISTER").last().message.has(HeaderId::Authorization));
        QCOMPARE(run.clients.back()->attempts().last().why, QByteArray("without credentials"));
    }
    void A15_b_notForRawBytesNorAgainstTheSetting()
    {
        SimulatedRun run;
        guard(run);
        run.send(SimulatedRun::compose("REGISTER"));
        run.clock.settle();
        ComposedRequest off = SimulatedRun::compose("REGISTER");
        off.authPolicy.preemptive = false;
        run.send(off);
        QVERIFY(!run.sent("REGISTER").last().message.has(HeaderId::Authorization));
        ComposedRequest raw = SimulatedRun::compose("REGISTER");
        raw.raw = true;
        raw.rawBytes = run.sent("REGISTER").first().message.wire();
        run.send(raw);
        QCOMPARE(run.sent("REGISTER").last().message.wire(), raw.rawBytes);
    }
    //= R22.2-2
    //= R12.2.1.1-2
    void A17_aChallengedRequestOfADialogTakesTheNextNumberOfTheDialog()
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
        QCOMPARE(byes[0].message.cseqNumber(), run.sent("INVITE").first().message.cseqNumber() + 1);
        QCOMPARE(byes[1].message.cseqNumber(), byes[0].message.cseqNumber() + 1);
        QVERIFY(byes[1].message.branch() != byes[0].message.branch());
    }
    //= R22.1-2
    //= R22.3-2
    void A18_theAckOfA2xxRepeatsTheCredentialsAndTheByeHasItsOwn()
    {
        SimulatedRun run;
        guard(run);
        run.send(invite());
        QVERIFY(run.clock.runDry());
        const QList<FakeTransport::Sent> invites = run.sent("INVITE");
        QCOMPARE(invites.size(), 2);
        QCOMPARE(run.sent("ACK").last().message.value(HeaderId::Authorization),
                 invites[1].message.value(HeaderId::Authorization));
        const QList<FakeTransport::Sent> byes = run.sent("BYE");
        QCOMPARE(byes.size(), 1); // not asked for: accepted in this call
        QCOMPARE(directive(byes[0].message, "nc"), QByteArray("00000002"));
        QVERIFY(directive(byes[0].message, "response") != directive(invites[1].message, "response"));
    }
    //= R22-1
    //= R22.1-1
    //= R9.1-15
    void A19_aChallengedCancelIsNotSentAgain()
    {
        SimulatedRun run;
        UserAgentClient &client = run.send(invite());
        run.network.answer(run.network.sent.first(), 180);
        run.clock.settle();
        QVERIFY(client.cancel());
        run.clock.settle();
        run.network.answer(run.sent("CANCEL").first(), 407, "peer", SimulatedRun::challenge("n1", true));
        run.clock.settle();
        QCOMPARE(run.sent("CANCEL").size(), 1);
        QVERIFY(!run.sent("CANCEL").first().message.has(HeaderId::ProxyAuthorization));
        QCOMPARE(QByteArray(run.events<Note>().last().rule), QByteArray("R22.1-1"));
        QCOMPARE(client.cancelState(), UserAgentClient::CancelState::Answered);
    }
    //= R9.1-13
    void A20_aCancelledInviteIsNotSentAgainWithCredentials()
    {
        SimulatedRun run;
        UserAgentClient &client = run.send(invite());
        QVERIFY(client.cancel());
        run.network.answer(run.network.sent.first(), 401, "peer", SimulatedRun::challenge("n1"));
        QVERIFY(run.clock.runDry());
        QCOMPARE(run.sent("INVITE").size(), 1);
        QCOMPARE(run.sent("CANCEL").size(), 0);
        QCOMPARE(run.ear.reject, QList<int>({401}));
    }
    void A20_b_norAfterTheCancelWasSent()
    {
        SimulatedRun run;
        UserAgentClient &client = run.send(invite());
        run.network.answer(run.network.sent.first(), 100);
        run.clock.settle();
        QVERIFY(client.cancel());
        run.network.answer(run.network.sent.first(), 407, "peer", SimulatedRun::challenge("n1", true));
        QVERIFY(run.clock.runDry());
        QCOMPARE(run.sent("INVITE").size(), 1);
        QCOMPARE(run.ear.reject, QList<int>({407}));
    }
    //= R17.1.3-3
    void A21_aCopyOfThe401ReachesItsOwnTransactionAndChangesNothing()
    {
        SimulatedRun run;
        UserAgentClient &client = run.send(SimulatedRun::compose("REGISTER"));
        const FakeTransport::Sent first = run.network.sent.first();
        run.network.answer(first, 401, "peer", SimulatedRun::challenge("n1"));
        run.clock.settle();
        QCOMPARE(run.network.sent.size(), 2);
        run.network.answer(first, 401, "peer", SimulatedRun::challenge("n1"));
        run.network.answer(first, 401, "peer", SimulatedRun::challenge("n2"));
        run.clock.settle();
        QCOMPARE(run.network.sent.size(), 2);
        QCOMPARE(client.attempts().size(), 2);
        QCOMPARE(run.fates(), QList<Fate>({Fate::Delivered, Fate::Copy, Fate::Copy}));
        run.clock.advance(6s); // Timer K is over: late, not stray
        run.network.answer(first, 401, "peer", SimulatedRun::challenge("n1"));
        run.clock.settle();
        QCOMPARE(run.fates().last(), Fate::Late);
        QCOMPARE(client.attempts().size(), 2);
    }
    //= R17.1.1.3-4
    void A22_theAckOfALateCopyIsMadeOfTheOldRequest()
    {
        SimulatedRun run;
        run.send(invite());
        const FakeTransport::Sent first = run.network.sent.first();
        run.network.answer(first, 401, "peer", SimulatedRun::challenge("n1"));
        run.clock.settle();
        run.network.answer(first, 401, "peer", SimulatedRun::challenge("n1"));
        run.clock.settle();
        QCOMPARE(run.sent("INVITE").size(), 2);
        const QList<FakeTransport::Sent> acks = run.sent("ACK");
        QCOMPARE(acks.size(), 2);
        for (const FakeTransport::Sent &ack : acks) {
            QCOMPARE(ack.message.branch(), first.message.branch());
            QCOMPARE(ack.message.cseqNumber(), first.message.cseqNumber());
            QVERIFY(!ack.message.has(HeaderId::Authorization));
        }
    }
    //= R12.3-1
    void A23_aChallengeEndsTheEarlyDialogsOfItsAttempt()
    {
        SimulatedRun run;
        run.send(invite());
        run.network.answer(run.network.sent.first(), 183, "early", contact("sip:bob@192.0.2.7"));
        run.network.answer(run.network.sent.first(), 401, "other", SimulatedRun::challenge("n1"));
        run.clock.settle();
        QStringList states;
        for (const DialogChanged &change : run.events<DialogChanged>())
            states << QLatin1String(stateName(change.dialog.state));
        QCOMPARE(states, QStringList({QStringLiteral("Early"), QStringLiteral("Terminated")}));
        QCOMPARE(run.sent("INVITE").size(), 2);
    }
    //= R8.1.3.3-1
    void A30_twoViasInOneRowAreTwo()
    {
        for (const bool ownFirst : {true, false}) {
            SimulatedRun run;
            run.send(SimulatedRun::compose("OPTIONS"));
            run.network.answer(run.network.sent.first(), 200, "p", [ownFirst](MessageDraft &d) {
                const QByteArray own = d.value(HeaderId::Via);
                const QByteArray foreign = "SIP/2.0/UDP 192.0.2.99;branch=z9hG4bKforeign";
                d.set(HeaderId::Via, ownFirst ? own + ", " + foreign : foreign + ", " + own);
            });
            run.clock.settle();
            QVERIFY(run.ear.accept.isEmpty());
            QVERIFY(run.fates().value(0) != Fate::Delivered);
        }
    }
};

QTEST_GUILESS_MAIN(TestSeedDefectsUa)
#include "tst_seed_defects_ua.moc"
