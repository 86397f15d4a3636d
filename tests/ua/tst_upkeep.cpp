// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/simulated_run.h"

#include <QtTest>

using namespace sip;

/// Registrations and publications that are kept.
class TestUpkeep : public QObject {
    Q_OBJECT

    struct Kept : SimulatedRun {
        explicit Kept(const QByteArray &method = "REGISTER", Instant keepFor = ComposedRequest::Never, bool removeOnExit = true)
        {
            network.peer = [this](const FakeTransport::Sent &one) {
                if (one.message.isRequest() && answerWith)
                    network.answer(one, answerWith, "r", [&](MessageDraft &d) {
                        const bool over = one.message.value(HeaderId::Expires) == "0";
                        if (one.message.method() == "REGISTER" && !over)
                            d.append(HeaderId::Contact, one.message.value(HeaderId::Contact) + ";expires=600");
                        if (one.message.method() == "PUBLISH") {
                            d.append(HeaderId::SipEtag, "t" + QByteArray::number(++tags));
                            d.append(HeaderId::Expires, "600");
                        }
                        if (edit)
                            edit(d, one.message);
                    });
            };
            ComposedRequest request = compose(method);
            request.keepFor = keepFor;
            request.removeOnExit = removeOnExit;
            if (method == "REGISTER")
                request.rows << ComposedRow{"Contact", "<sip:alice@192.0.2.10>"};
            request.body = method == "PUBLISH" ? "<presence/>" : "";
            client = &SimulatedRun::client(request);
            client->send();
            clock.advance(50ms);
        }
        UserAgentClient *client;
        int answerWith = 200, tags = 0;
        std::function<void(MessageDraft &, const Message &)> edit;
    };

private Q_SLOTS:
    //= R10.2-3
    //= R10.2-4
    void a_registration_is_refreshed_and_removed_at_the_end()
    {
        Kept kept;
        kept.clock.advance(1200s);
        QCOMPARE(kept.sendTimes("REGISTER"), QList<qint64>({0, 568'000, 1'136'000}));
        const QList<FakeTransport::Sent> sent = kept.sent("REGISTER");
        QCOMPARE(sent[1].message.callId(), sent[0].message.callId());
        QCOMPARE(sent[2].message.cseqNumber(), sent[0].message.cseqNumber() + 2);
        QCOMPARE(kept.client->attempts().last().why, QByteArray("refresh"));
        QCOMPARE(kept.ear.finished, 0);
        QVERIFY(kept.client->cancel());
        kept.clock.advance(50ms);
        QCOMPARE(kept.sent("REGISTER").last().message.value(HeaderId::Expires), QByteArray("0"));
        QCOMPARE(kept.ear.finished, 1);
        QVERIFY(kept.clock.runDry());
        QCOMPARE(kept.sent("REGISTER").size(), 4);
        QCOMPARE(kept.ear.accept, QList<int>({200}));
    }
    void kept_for_a_time_or_not_at_all()
    {
        Kept minutes("REGISTER", 1000s);
        QVERIFY(minutes.clock.runDry());
        QCOMPARE(minutes.sendTimes("REGISTER"), QList<qint64>({0, 568'000, 1'000'000}));
        QCOMPARE(minutes.ear.finished, 1);
        Kept once("REGISTER", 0s);
        QVERIFY(once.clock.runDry());
        QCOMPARE(once.sent("REGISTER").size(), 1);
        QCOMPARE(once.ear.finished, 1);
    }
    //= R10.2-6
    //= R3903.4-3
    //= R10.2.4-2
    void the_answers_route_and_the_bindings_of_others_are_left_alone()
    {
        for (const char *method : {"REGISTER", "PUBLISH"}) {
            Kept kept(method, 1000s);
            kept.edit = [](MessageDraft &d, const Message &request) {
                d.append(HeaderId::RecordRoute, "<sip:192.0.2.99;lr>");
                if (request.method() == "REGISTER")
                    d.append(HeaderId::Contact, "<sip:phone@192.0.2.77>;expires=5");
            };
            QVERIFY(kept.clock.runDry());
            const QList<FakeTransport::Sent> sent = kept.sent(method);
            QCOMPARE(sent.size(), 3); // first, refreshed, removed
            for (const FakeTransport::Sent &one : sent) {
                QVERIFY(!one.message.has(HeaderId::Route));
                QCOMPARE(one.target, sent.first().target);
                QVERIFY(!one.message.wire().contains("192.0.2.77"));
            }
            QVERIFY(kept.events<DialogChanged>().isEmpty());
        }
    }
    //= R10.2.2-1
    void at_the_end_of_the_program_it_is_removed_within_a_limit()
    {
        Kept kept;
        QVERIFY(kept.client->close(2s));
        kept.clock.advance(50ms);
        QCOMPARE(kept.sent("REGISTER").last().message.value(HeaderId::Expires), QByteArray("0"));
        QCOMPARE(kept.ear.finished, 1);
        QVERIFY(!kept.client->close(2s)); // nothing is kept any more
        QVERIFY(kept.clock.runDry());
        QCOMPARE(kept.sent("REGISTER").size(), 2);

        Kept deaf;
        deaf.answerWith = 0;
        QVERIFY(deaf.client->close(2s));
        deaf.clock.advance(1999ms);
        QCOMPARE(deaf.ear.finished, 0);
        const qsizetype sent = deaf.sent("REGISTER").size();
        QVERIFY(sent >= 3); // the removal, and again: nobody answers
        deaf.clock.advance(1ms);
        QCOMPARE(deaf.ear.finished, 1);
        QVERIFY(deaf.events<Note>().last().text.startsWith(QLatin1String("not removed: no answer within 2000 ms")));
        QVERIFY(deaf.clock.runDry());
        QCOMPARE(deaf.sent("REGISTER").size(), sent);
    }
    void at_the_end_of_the_program_a_refresh_under_way_is_awaited_first()
    {
        Kept kept;
        kept.answerWith = 0;
        kept.clock.advance(568s);
        QVERIFY(kept.client->close(2s));
        kept.clock.advance(100ms);
        QVERIFY(kept.sent("REGISTER").last().message.value(HeaderId::Expires) != "0");
        kept.answerWith = 200;
        kept.clock.advance(1500ms); // its copy is answered
        QCOMPARE(kept.sent("REGISTER").last().message.value(HeaderId::Expires), QByteArray("0"));
        QCOMPARE(kept.ear.finished, 1);
    }
    void at_the_end_of_the_program_it_may_be_left_where_it_is()
    {
        Kept kept("REGISTER", ComposedRequest::Never, false);
        QVERIFY(kept.client->close(2s));
        QCOMPARE(kept.ear.finished, 1);
        QVERIFY(kept.clock.runDry());
        QCOMPARE(kept.sent("REGISTER").size(), 1);
        QVERIFY(kept.events<Note>().last().text.startsWith(QLatin1String("left at the server")));
        Kept once("REGISTER", 0s);
        QVERIFY(!once.client->close(2s));
    }
    //= R22.3-2
    //= R2617.3.2.2-1
    //= R2617.3.2.3-1
    void a_refresh_carries_its_credentials_ahead_and_takes_the_next_nonce()
    {
        Kept kept;
        kept.client->dispose();
        kept.network.sent.clear();
        int accepted = 0;
        kept.network.peer = [&](const FakeTransport::Sent &one) {
            if (!one.message.has(HeaderId::Authorization))
                return kept.network.answer(one, 401, "r", SimulatedRun::challenge("n1"));
            kept.network.answer(one, 200, "r", [&](MessageDraft &d) {
                d.append(HeaderId::Contact, one.message.value(HeaderId::Contact) + ";expires=600");
                if (++accepted == 2)
                    d.append(HeaderId::AuthenticationInfo, "nextnonce=\"n2\"");
            });
        };
        ComposedRequest request = SimulatedRun::compose("REGISTER");
        request.keepFor = ComposedRequest::Never;
        request.rows << ComposedRow{"Contact", "<sip:alice@192.0.2.10>"};
        kept.send(request);
        kept.clock.advance(1200s);
        QList<QByteArray> counts;
        for (const FakeTransport::Sent &one : kept.sent("REGISTER")) {
            const QByteArray value = one.message.value(HeaderId::Authorization);
            counts << (value.isEmpty()
                           ? QByteArray("-")
                           : value.mid(value.indexOf("nonce=\"") + 7, 2) + ' ' + value.mid(value.indexOf("nc=") + 3, 8));
        }
        QCOMPARE(counts, QList<QByteArray>({"-", "n1 00000001", "n1 00000002", "n2 00000001"}));
        QCOMPARE(kept.events<AuthPlanned>().size(), 3);
    }
    //= R10.2.7-1
    void a_refresh_that_fails_is_tried_again_with_longer_pauses()
    {
        Kept kept;
        kept.answerWith = 503;
        kept.clock.advance(900s);
        QCOMPARE(kept.sendTimes("REGISTER"), QList<qint64>({0, 568'000, 598'000, 658'000, 778'000}));
        kept.answerWith = 200;
        kept.clock.advance(200s);
        QCOMPARE(kept.sendTimes("REGISTER").last(), 1'018'000);
        kept.clock.advance(600s);
        QCOMPARE(kept.sendTimes("REGISTER").last(), 1'586'000); // as before
        QCOMPARE(kept.ear.finished, 0);
    }
    void silence_and_a_dead_network_are_failures_too()
    {
        Kept kept;
        kept.answerWith = 0;
        kept.clock.advance(568s + 32s + 31s + 32s); // refresh, Timer F, pause, Timer F
        QCOMPARE(kept.ear.finished, 0);
        QVERIFY(kept.sendTimes("REGISTER").contains(568'000 + 32'000 + 30'000));
        kept.network.refusal = TransportError{.cause = LocalCause::Unreachable, .text = QStringLiteral("gone"), .reporter = {}};
        kept.clock.advance(200s);
        QCOMPARE(kept.ear.finished, 0);
        QVERIFY(kept.client->cancel());
        QVERIFY(kept.clock.runDry());
        QCOMPARE(kept.ear.finished, 1);
    }
    //= R10.2-5
    void a_removal_waits_for_the_refresh_under_way()
    {
        Kept kept;
        kept.answerWith = 0;
        kept.clock.advance(568s);
        QCOMPARE(kept.sent("REGISTER").size(), 2);
        QVERIFY(kept.client->cancel());
        kept.clock.advance(100ms);
        QCOMPARE(kept.sent("REGISTER").size(), 2);
        kept.answerWith = 200;
        kept.clock.advance(1s); // a copy of the refresh is answered
        QCOMPARE(kept.sent("REGISTER").last().message.value(HeaderId::Expires), QByteArray("0"));
        QCOMPARE(kept.ear.finished, 1);
    }
    //= R10.2.4-3
    void a_200_without_our_contact_is_said_and_ends()
    {
        Kept kept;
        kept.client->dispose();
        kept.network.peer = [&](const FakeTransport::Sent &one) { kept.network.answer(one, 200, "r"); };
        ComposedRequest request = SimulatedRun::compose("REGISTER");
        request.keepFor = ComposedRequest::Never;
        request.rows << ComposedRow{"Contact", "<sip:alice@192.0.2.10>"};
        kept.send(request);
        kept.clock.advance(50ms);
        QCOMPARE(kept.ear.finished, 1);
        bool said = false;
        for (const Note &note : kept.events<Note>())
            said |= QLatin1String(note.rule) == QLatin1String("R10.2.4-3");
        QVERIFY(said);
    }
    //= R3903.4-2
    //= R3903.5-1
    void a_publication_follows_its_tag_and_starts_over_after_412()
    {
        Kept kept("PUBLISH");
        kept.clock.advance(568s);
        QCOMPARE(kept.sent("PUBLISH").size(), 2);
        QCOMPARE(kept.sent("PUBLISH")[1].message.value(HeaderId::SipIfMatch), QByteArray("t1"));
        QVERIFY(kept.sent("PUBLISH")[1].message.body().isEmpty());
        kept.answerWith = 412;
        kept.edit = [&](MessageDraft &, const Message &) { kept.answerWith = 200; };
        kept.clock.advance(568s);
        const QList<FakeTransport::Sent> sent = kept.sent("PUBLISH");
        QCOMPARE(sent.size(), 4);
        QCOMPARE(sent[2].message.value(HeaderId::SipIfMatch), QByteArray("t2"));
        QVERIFY(!sent[3].message.has(HeaderId::SipIfMatch));
        QCOMPARE(sent[3].message.body(), QByteArrayView("<presence/>"));
        QVERIFY(kept.client->cancel());
        kept.clock.advance(50ms);
        QCOMPARE(kept.sent("PUBLISH").last().message.value(HeaderId::Expires), QByteArray("0"));
        QCOMPARE(kept.ear.finished, 1);
    }
    /// The end came while a refresh was under way that nobody answers: the removal follows all the same.
    void a_refresh_that_fails_does_not_keep_the_removal_from_being_sent()
    {
        for (const bool refused : {false, true}) {
            Kept kept("REGISTER", 580s);
            kept.answerWith = 0;
            kept.clock.advance(579s); // the refresh went out at 568 s
            QVERIFY(kept.sent("REGISTER").last().message.value(HeaderId::Expires) != "0");
            kept.clock.advance(2s);
            if (refused)
                kept.network.refusal =
                    TransportError{.cause = LocalCause::Unreachable, .text = QStringLiteral("gone"), .reporter = {}};
            QVERIFY(kept.clock.runDry(100s));
            QCOMPARE(kept.sent("REGISTER").last().message.value(HeaderId::Expires), QByteArray("0"));
            QCOMPARE(kept.ear.finished, 1);
            QCOMPARE(kept.core.transactions().clientCount(), 0);
        }
    }
};

QTEST_GUILESS_MAIN(TestUpkeep)
#include "tst_upkeep.moc"
