// SPDX-License-Identifier: GPL-3.0-or-later
// Defects known from other stacks that need a whole client, apart from authentication: redirections, what is kept, and what is
// left behind. The others are in tests/transaction and tests/message.
#include "ua/seed_defects.h"

#include <QtTest>

using namespace seed;

class TestSeedDefectsClient : public QObject {
    Q_OBJECT

private Q_SLOTS:
    //= R8.1.3.4-1
    void D26_aRedirectionIsFollowedWhenWanted()
    {
        for (const bool wanted : {false, true}) {
            SimulatedRun run;
            ComposedRequest request = SimulatedRun::compose("OPTIONS", "sip:a@192.0.2.1");
            request.requestUri.clear();
            request.followRedirects = wanted;
            run.network.peer = [&](const FakeTransport::Sent &one) {
                const bool moved = one.target.remote.text() == "192.0.2.1:5060";
                run.network.answer(one, moved ? 302 : 200, "p", contact("sip:b@192.0.2.2:5070"));
            };
            UserAgentClient &client = run.send(request);
            QVERIFY(run.clock.runDry());
            QCOMPARE(client.attempts().size(), wanted ? 2 : 1);
            QCOMPARE(run.ear.accept.size(), wanted ? 1 : 0);
            QCOMPARE(run.ear.redirect.size(), wanted ? 0 : 1); // else it is shown, with its Contact
            if (!wanted)
                QCOMPARE(run.ear.last.message.contactUri(), QByteArrayView("sip:b@192.0.2.2:5070"));
        }
    }
    //= R10.2.4-3
    //= R10.2.8-1
    //= R8.1.3.5-7
    void D28_aRegistrationNeverWaitsAndNeverAsksForEver()
    {
        ComposedRequest request = SimulatedRun::compose("REGISTER");
        request.keepFor = ComposedRequest::Never;
        request.rows << ComposedRow{"Contact", "<sip:alice@192.0.2.10>"} << ComposedRow{"X-Own", "kept"};
        SimulatedRun silent; // about our Contact
        refuseForEver(silent, 200, {});
        silent.send(request);
        silent.clock.settle();
        QCOMPARE(silent.ear.accept, QList<int>({200}));
        QCOMPARE(silent.ear.finished, 1);
        QCOMPARE(silent.clock.armed(), 1); // Timer K

        SimulatedRun greedy;
        int least = 60;
        refuseForEver(greedy, 423, [&least](MessageDraft &d) { d.append(HeaderId::MinExpires, QByteArray::number(least *= 2)); });
        UserAgentClient &client = greedy.send(request);
        QVERIFY(greedy.clock.runDry());
        QCOMPARE(client.attempts().size(), 1 + request.maxRetries);
        QCOMPARE(greedy.ear.reject, QList<int>({423}));
        QCOMPARE(greedy.sent("REGISTER").last().message.value(HeaderId::Expires), QByteArray("1920"));
        for (const FakeTransport::Sent &one : greedy.sent("REGISTER")) {
            QCOMPARE(one.message.value(QByteArrayView("X-Own")), QByteArray("kept"));
            QCOMPARE(one.message.value(HeaderId::Contact), QByteArray("<sip:alice@192.0.2.10>"));
        }

        for (const char *rubbish : {"NaN", "", "-1", "1e9", "99999999999999999999"}) {
            SimulatedRun run;
            refuseForEver(run, 423, [rubbish](MessageDraft &d) { d.append(HeaderId::MinExpires, rubbish); });
            run.send(request);
            QVERIFY(run.clock.runDry());
            QCOMPARE(run.sent("REGISTER").size(), 1);
            QCOMPARE(run.ear.reject, QList<int>({423}));
            QVERIFY(said(run, "Min-Expires"));
        }
    }
    //= R5626.4.4.1-1
    //= R5626.4.5-1
    void D29_aMissingPongHasAConsequence()
    {
        SimulatedRun run;
        ComposedRequest request = SimulatedRun::compose("REGISTER", "tcp:192.0.2.1:5060");
        request.keepFor = ComposedRequest::Never;
        request.keepAlive = *KeepAliveSetting::parse("30");
        request.rows << ComposedRow{"Contact", "<sip:alice@192.0.2.10>"};
        run.network.peer = [&](const FakeTransport::Sent &one) {
            run.network.answer(one, 200, "r", [&one](MessageDraft &d) {
                d.append(HeaderId::Contact, one.message.value(HeaderId::Contact) + ";expires=3600");
            });
        };
        run.send(request);
        run.clock.advance(10min);
        QVERIFY(run.network.pings.size() >= 20);
        QCOMPARE(run.sent("REGISTER").size(), 1);
        run.network.answersPings = false;
        run.clock.advance(41s); // ping and 10 s
        QVERIFY(run.events<KeepAlive>().last().lost);
        run.network.answersPings = true;
        run.clock.advance(30s);
        QCOMPARE(run.sent("REGISTER").size(), 2);
        QCOMPARE(run.network.inUse, 2U); // which is another one
        const qsizetype before = run.network.pings.size();
        run.clock.advance(1min);
        QVERIFY(run.network.pings.size() > before);
    }
    void D30_whatIsNotToBeRefreshedIsNot()
    {
        for (const char *method : {"REGISTER", "PUBLISH"})
            for (const bool kept : {false, true}) {
                SimulatedRun run;
                refuseForEver(run, 200, [](MessageDraft &d) {
                    d.append(HeaderId::Contact, "<sip:alice@192.0.2.10>;expires=600");
                    d.append(HeaderId::SipEtag, "t");
                    d.append(HeaderId::Expires, "600");
                });
                ComposedRequest request = SimulatedRun::compose(method);
                request.rows << ComposedRow{"Contact", "<sip:alice@192.0.2.10>"} << ComposedRow{"Event", "presence"};
                request.keepFor = kept ? ComposedRequest::Never : 0s;
                run.send(request);
                run.clock.advance(1000s);
                QCOMPARE(run.sent(method).size(), kept ? 2 : 1);
                QCOMPARE(run.ear.finished, kept ? 0 : 1);
            }
    }
    void D31_disposeLeavesNothingBehind_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QList<int>>("answers");
        QTest::newRow("Calling") << QByteArray("INVITE") << QList<int>{};
        QTest::newRow("Proceeding") << QByteArray("INVITE") << QList<int>{183};
        QTest::newRow("forked") << QByteArray("INVITE") << QList<int>{183, 183, 200};
        QTest::newRow("refused") << QByteArray("INVITE") << QList<int>{486};
        QTest::newRow("Trying") << QByteArray("OPTIONS") << QList<int>{};
        QTest::newRow("registered") << QByteArray("REGISTER") << QList<int>{200};
        QTest::newRow("published") << QByteArray("PUBLISH") << QList<int>{200};
        QTest::newRow("watching") << QByteArray("SUBSCRIBE") << QList<int>{200};
        QTest::newRow("waiting for a NOTIFY") << QByteArray("SUBSCRIBE") << QList<int>{};
    }
    void D31_disposeLeavesNothingBehind()
    {
        QFETCH(QByteArray, method);
        QFETCH(QList<int>, answers);
        SimulatedRun run;
        ComposedRequest request = SimulatedRun::compose(method);
        request.keepFor = ComposedRequest::Never;
        request.hangUpAfter = 5s;
        request.then = {next("INFO")};
        request.rows << ComposedRow{"Contact", "<sip:alice@192.0.2.10>"} << ComposedRow{"Event", "presence"}
                     << ComposedRow{"Session-Expires", "90"};
        UserAgentClient &client = run.send(request);
        const Message first = run.network.sent.first().message;
        int fork = 0;
        for (const int status : answers)
            run.network.answer(run.network.sent.first(), status, "t" + QByteArray::number(fork++), [](MessageDraft &d) {
                d.append(HeaderId::Contact, "<sip:alice@192.0.2.10>;expires=600");
                d.append(HeaderId::SessionExpires, "90;refresher=uac");
                d.append(HeaderId::SipEtag, "t");
                d.append(HeaderId::Expires, "600");
            });
        run.clock.settle();
        const qsizetype sent = run.network.sent.size();
        const int finished = run.ear.finished;
        client.dispose();
        client.dispose();
        // What was answered stays for copies of that answer, and no timer but that one.
        QVERIFY(run.core.transactions().clientCount() <= 1);
        QVERIFY(run.clock.armed() <= 2); // it, and the sweep of what just ended
        for (int i = 0; i < std::max(1, fork); ++i)
            for (const char *asked : {"INFO", "NOTIFY"}) {
                run.network.receive(QByteArray(asked) +
                                    " sip:alice@192.0.2.10 SIP/2.0\r\nVia: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK" + asked +
                                    QByteArray::number(i) + "\r\nFrom: <sip:bob@example.com>;tag=t" + QByteArray::number(i) +
                                    "\r\nTo: " + first.value(HeaderId::From) + "\r\nCall-ID: " + first.callId().toByteArray() +
                                    "\r\nCSeq: 9 " + asked + "\r\nEvent: presence\r\nContent-Length: 0\r\n\r\n");
                run.clock.settle();
                QCOMPARE(run.network.sent.last().message.status(), 481); // no registry leads to it any more
                QCOMPARE(run.trace.last()->context.intent, IntentId(0));
            }
        QCOMPARE(run.network.sent.size(), sent + 2 * std::max(1, fork));
        QVERIFY(run.clock.runDry());
        QCOMPARE(run.clock.now() <= 40s, true); // nothing waited longer than a transaction does
        QCOMPARE(run.network.sent.size(), sent + 2 * std::max(1, fork));
        QCOMPARE(run.core.transactions().clientCount() + run.core.transactions().serverCount(), 0);
        QCOMPARE(run.ear.finished, finished);
    }
    //= R3903.5-2
    void D32_a423ToPublishIsFollowedByANumberOnly()
    {
        for (const char *least : {"120", "NaN", "", "soon"}) {
            SimulatedRun run;
            run.network.peer = [&](const FakeTransport::Sent &one) {
                const bool longEnough = one.message.value(HeaderId::Expires) == "120";
                run.network.answer(one, longEnough ? 200 : 423, "r",
                                   [least](MessageDraft &d) { d.append(HeaderId::MinExpires, least); });
            };
            ComposedRequest request = SimulatedRun::compose("PUBLISH");
            request.rows << ComposedRow{"Event", "presence"} << ComposedRow{"Expires", "10"};
            run.send(request);
            QVERIFY(run.clock.runDry());
            const bool number = QByteArray(least) == "120";
            QCOMPARE(run.sent("PUBLISH").size(), number ? 2 : 1);
            QCOMPARE(run.ear.accept.size(), number ? 1 : 0);
            QCOMPARE(run.ear.reject.size(), number ? 0 : 1);
        }
    }
    void D34_earlyDialogsEndWithTheirRefusalsAndSipsIsNeverSentInClear_data()
    {
        QTest::addColumn<int>("status");
        QTest::newRow("481") << 481;
        QTest::newRow("408") << 408;
    }
    //= R12.2.1.2-2
    //= R8.1.2-2
    void D34_earlyDialogsEndWithTheirRefusalsAndSipsIsNeverSentInClear()
    {
        QFETCH(int, status);
        SimulatedRun run;
        UserAgentClient &client = run.send(invite());
        const FakeTransport::Sent first = run.network.sent.first();
        run.network.answer(first, 183, "a", contact("sip:bob@192.0.2.7;gr=urn:uuid:f81d4fae"));
        run.clock.settle();
        QVERIFY(client.next("a", next("INFO")));
        const FakeTransport::Sent info = run.sent("INFO").first();
        QCOMPARE(info.message.requestUri(), QByteArrayView("sip:bob@192.0.2.7;gr=urn:uuid:f81d4fae")); // a GRUU stays whole
        run.network.answer(info, status, "a");
        run.clock.settle();
        QCOMPARE(run.sent("BYE").size(), 1); // RFC 3261 15: the caller may end an early dialog so
        QCOMPARE(run.ear.finished, 0);       // the INVITE goes on
        run.network.answer(run.sent("BYE").first(), 200, "a");
        run.network.answer(first, 486, "b");
        QVERIFY(run.clock.runDry());
        QCOMPARE(run.ear.reject, QList<int>({486}));
        SimulatedRun secure;
        for (const char *target : {"sips:bob@192.0.2.1", "sip:bob@192.0.2.1;transport=tls"})
            secure.send(SimulatedRun::compose("OPTIONS", target));
        QVERIFY(secure.clock.runDry());
        secure.send(SimulatedRun::compose("OPTIONS", "sips:bob@192.0.2.1;transport=udp"));
        QVERIFY(secure.clock.runDry());
        QCOMPARE(secure.network.sent.size(), 2);
        for (const FakeTransport::Sent &one : secure.network.sent)
            QCOMPARE(one.target.protocol, Protocol::Tls);
        QCOMPARE(secure.ear.reject.last(), 503); // this one was not sent
    }
};

QTEST_GUILESS_MAIN(TestSeedDefectsClient)
#include "tst_seed_defects_client.moc"
