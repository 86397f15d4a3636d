// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/simulated_run.h"

#include <QtTest>

using namespace sip;

class TestRedirects : public QObject {
    Q_OBJECT

    /// Answers by the user part of the Request-URI: what to say, and the Contacts of a 3xx.
    struct Chain : SimulatedRun {
        using Map = QHash<QByteArray, std::pair<int, QByteArray>>;
        explicit Chain(const Map &answers, const QByteArray &target = "sip:a@192.0.2.1", bool follow = true,
                       const QByteArray &method = "OPTIONS")
        {
            network.peer = [this, answers](const FakeTransport::Sent &one) {
                if (!one.message.isRequest() || one.message.method() == "ACK")
                    return;
                const QByteArray user = Uri::parse(one.message.requestUri())->user();
                const auto [status, contacts] = answers.value(user, {404, {}});
                network.answer(one, status, "t" + user, [contacts = contacts](MessageDraft &d) {
                    if (!contacts.isEmpty())
                        d.append(HeaderId::Contact, contacts);
                });
            };
            ComposedRequest request = compose(method, target);
            request.requestUri = target.startsWith("sip:") ? QByteArray() : "sip:a@192.0.2.1";
            request.followRedirects = follow;
            client = &send(request);
            clock.advance(10s);
        }
        QList<QByteArray> users() const
        {
            QList<QByteArray> all;
            for (const UserAgentClient::Attempt &attempt : client->attempts())
                all << Uri::parse(attempt.request.requestUri())->user();
            return all;
        }
        UserAgentClient *client;
    };

private Q_SLOTS:
    //= R8.1.3.4-1
    //= R8.1.3.4-4
    void one_after_the_other_until_one_accepts()
    {
        Chain chain({{"a", {302, "<sip:b@192.0.2.2>;q=0.5, <sip:c@192.0.2.3:5070>"}},
                     {"c", {301, "<sip:d@192.0.2.4>"}},
                     {"d", {480, {}}},
                     {"b", {200, {}}}});
        QCOMPARE(chain.users(), QList<QByteArray>({"a", "c", "d", "b"}));
        QCOMPARE(chain.ear.accept, QList<int>({200}));
        QVERIFY(chain.ear.reject.isEmpty() && chain.ear.redirect.isEmpty());
        const QList<UserAgentClient::Attempt> &attempts = chain.client->attempts();
        QCOMPARE(attempts[1].target.remote.text(), QByteArray("192.0.2.3:5070"));
        QCOMPARE(attempts[1].why, QByteArray("redirect"));
        QCOMPARE(attempts[3].request.callId(), attempts[0].request.callId());
        QCOMPARE(attempts[3].request.cseqNumber(), attempts[0].request.cseqNumber() + 3);
        QVERIFY(attempts[3].request.branch() != attempts[0].request.branch());
    }
    //= R8.1.3.4-2
    void a_loop_stops()
    {
        Chain chain({{"a", {302, "<sip:b@192.0.2.2>"}}, {"b", {302, "<sip:a@192.0.2.1>"}}});
        QCOMPARE(chain.users(), QList<QByteArray>({"a", "b"}));
        QCOMPARE(chain.ear.redirect, QList<int>({302}));
        QCOMPARE(chain.ear.finished, 1);
    }
    //= R8.1.3.4-6
    void only_when_it_is_wanted()
    {
        Chain chain({{"a", {302, "<sip:b@192.0.2.2>"}}, {"b", {200, {}}}}, "sip:a@192.0.2.1", false);
        QCOMPARE(chain.users(), QList<QByteArray>({"a"}));
        QCOMPARE(chain.ear.redirect, QList<int>({302}));
    }
    void a_global_refusal_ends_the_search()
    {
        Chain chain({{"a", {302, "<sip:b@192.0.2.2>, <sip:c@192.0.2.3>"}}, {"b", {603, {}}}, {"c", {200, {}}}});
        QCOMPARE(chain.ear.reject, QList<int>({603}));
    }
    void a_given_next_hop_stays()
    {
        Chain chain({{"a", {302, "<sip:b@192.0.2.2>"}}, {"b", {200, {}}}}, "udp:192.0.2.99:5060");
        QCOMPARE(chain.client->attempts().last().target.remote.text(), QByteArray("192.0.2.99:5060"));
        QCOMPARE(chain.ear.accept, QList<int>({200}));
    }
    //= R8.1.2-1
    void a_given_route_stays()
    {
        for (const bool target : {true, false}) {
            SimulatedRun run;
            run.network.peer = [&run](const FakeTransport::Sent &one) {
                run.network.answer(one, one.message.requestUri() == "sip:b@192.0.2.2" ? 200 : 302, "t",
                                   [](MessageDraft &d) { d.append(HeaderId::Contact, "<sip:b@192.0.2.2>"); });
            };
            ComposedRequest request = SimulatedRun::compose("OPTIONS", target ? "sip:a@192.0.2.1" : "");
            request.requestUri = target ? "" : "sip:a@192.0.2.1";
            request.rows << ComposedRow{"Route", "<sip:192.0.2.99:5070;lr>"};
            request.followRedirects = true;
            const UserAgentClient &client = run.send(request);
            QVERIFY(run.clock.runDry());
            QCOMPARE(run.ear.accept, QList<int>({200}));
            for (const UserAgentClient::Attempt &attempt : client.attempts()) {
                QCOMPARE(attempt.target.remote.text(), QByteArray("192.0.2.99:5070"));
                QCOMPARE(attempt.request.value(HeaderId::Route), QByteArray("<sip:192.0.2.99:5070;lr>"));
            }
        }
    }
    //= R8.1.3.5-7
    void the_limit_of_retries_holds()
    {
        Chain::Map answers;
        for (char c = 'a'; c < 'z'; ++c)
            answers.insert(QByteArray(1, c), {302, "<sip:" + QByteArray(1, char(c + 1)) + "@192.0.2.2>"});
        Chain chain(answers);
        QCOMPARE(chain.users().size(), 6);
        QCOMPARE(chain.ear.finished, 1);
    }
    void a_name_is_passed_over_with_a_word()
    {
        Chain chain({{"a", {302, "<sip:b@example.com>;q=1, <sip:c@192.0.2.3>;q=0.5"}}, {"c", {200, {}}}});
        QCOMPARE(chain.users(), QList<QByteArray>({"a", "c"}));
        QCOMPARE(chain.ear.accept, QList<int>({200}));
    }
    //= R8.1.1.7-1
    //= R8.1.1.8-2
    void what_goes_on_over_another_transport_says_so()
    {
        Chain chain({{"a", {302, "<sip:b@192.0.2.2;transport=tcp>"}}, {"b", {486, {}}}}, "sip:a@192.0.2.1", true, "INVITE");
        const UserAgentClient::Attempt &again = chain.client->attempts()[1];
        QCOMPARE(again.target.protocol, Protocol::Tcp);
        QVERIFY(again.request.value(HeaderId::Via).startsWith("SIP/2.0/TCP 192.0.2.10:5060;branch=z9hG4bK"));
        QVERIFY(again.request.branch() != chain.client->attempts()[0].request.branch());
        QCOMPARE(chain.client->attempts()[0].request.value(HeaderId::Contact), QByteArray("<sip:alice@192.0.2.10:5060>"));
        QCOMPARE(again.request.value(HeaderId::Contact), QByteArray("<sip:alice@192.0.2.10:5060;transport=tcp>"));
        QCOMPARE(chain.sent("ACK").last().message.value(HeaderId::Via), again.request.value(HeaderId::Via));
    }
    //= R9.1-13
    void a_cancelled_invite_is_not_redirected()
    {
        SimulatedRun run;
        ComposedRequest request = SimulatedRun::compose("INVITE");
        request.followRedirects = true;
        UserAgentClient &client = run.send(request);
        QVERIFY(client.cancel());
        run.network.answer(run.network.sent.first(), 302, "t",
                           [](MessageDraft &d) { d.append(HeaderId::Contact, "<sip:b@192.0.2.2>"); });
        QVERIFY(run.clock.runDry());
        QCOMPARE(run.sent("INVITE").size(), 1);
        QCOMPARE(run.ear.redirect, QList<int>({302}));
    }
    void an_invite_is_acknowledged_and_called_on()
    {
        Chain chain({{"a", {302, "<sip:b@192.0.2.2>"}}, {"b", {486, {}}}}, "sip:a@192.0.2.1", true, "INVITE");
        QCOMPARE(chain.sent("ACK").size(), 2);
        QCOMPARE(chain.ear.reject, QList<int>({486}));
    }
    //= R12.2.1.2-3
    void in_a_dialog_the_route_set_stays()
    {
        SimulatedRun run;
        run.network.peer = [&run](const FakeTransport::Sent &one) {
            if (!one.message.isRequest() || one.message.method() == "ACK")
                return;
            const bool moved = one.message.method() == "INFO" && one.message.requestUri() == "sip:bob@192.0.2.7";
            run.network.answer(one, moved ? 302 : 200, "b", [&one, moved](MessageDraft &d) {
                if (one.message.method() == "INVITE") {
                    d.append(HeaderId::RecordRoute, "<sip:192.0.2.9;lr>");
                    d.append(HeaderId::Contact, "<sip:bob@192.0.2.7>");
                } else if (moved) {
                    d.append(HeaderId::Contact, "<sip:carol@192.0.2.8?X-Why=moved>");
                }
            });
        };
        ComposedRequest request = SimulatedRun::compose("INVITE");
        request.hangUpAfter = ComposedRequest::Never;
        request.followRedirects = true;
        UserAgentClient &client = run.send(request);
        run.clock.advance(50ms);
        QVERIFY(client.next({}, {.method = "INFO", .rows = {{"X-Why", "asked"}}, .body = "x"}));
        run.clock.advance(50ms);
        QCOMPARE(run.sent("INFO").size(), 2);
        const Message first = run.sent("INFO").first().message, again = run.sent("INFO").last().message;
        QCOMPARE(again.requestUri(), QByteArrayView("sip:carol@192.0.2.8"));
        QCOMPARE(again.value(HeaderId::Route), QByteArray("<sip:192.0.2.9;lr>"));
        QCOMPARE(run.sent("INFO").last().target.remote.text(), QByteArray("192.0.2.9:5060"));
        QCOMPARE(again.cseqNumber(), first.cseqNumber() + 1);
        QCOMPARE(again.toTag(), first.toTag());
        QCOMPARE(again.body(), QByteArrayView("x"));
        QCOMPARE(again.values(headerId("X-Why")).size(), again.values(HeaderId::Other).size());
        QCOMPARE(client.attempts().last().why, QByteArray("redirect"));
        // What follows is the dialog's again: the target was that request's only.
        QVERIFY(client.next({}, {.method = "BYE", .rows = {}, .body = {}}));
        run.clock.advance(50ms);
        QCOMPARE(run.sent("BYE").last().message.requestUri(), QByteArrayView("sip:bob@192.0.2.7"));
        QCOMPARE(run.sent("BYE").last().message.cseqNumber(), again.cseqNumber() + 1);
    }
    //= R21.5.4-1
    void a_server_that_wants_rest_is_passed_over()
    {
        SimulatedRun run;
        int answer = 503;
        run.network.peer = [&](const FakeTransport::Sent &one) {
            const bool first = one.target.remote.text() == "192.0.2.1:5060";
            run.network.answer(one, first ? 302 : answer, "t", [&](MessageDraft &d) {
                if (first)
                    d.append(HeaderId::Contact, "<sip:a@192.0.2.2>;q=1, <sip:a@192.0.2.3>;q=0.5");
                else if (answer == 503)
                    d.append(HeaderId::RetryAfter, "60");
            });
        };
        ComposedRequest request = SimulatedRun::compose("OPTIONS", "sip:a@192.0.2.1");
        request.requestUri.clear();
        request.followRedirects = true;
        run.send(request);
        run.clock.advance(1s);
        QCOMPARE(run.sent("OPTIONS").size(), 3); // the redirecting one, and both that want rest
        answer = 200;
        run.send(request);
        run.clock.advance(1s);
        QCOMPARE(run.sent("OPTIONS").size(), 4); // neither is tried
        QCOMPARE(run.ear.redirect, QList<int>({302}));
        run.clock.advance(60s);
        run.send(request);
        run.clock.advance(1s);
        QCOMPARE(run.sent("OPTIONS").size(), 6);
        QCOMPARE(run.ear.accept, QList<int>({200}));
    }
    //= R21.5.4-1
    void what_the_user_sends_goes_out_with_a_word()
    {
        SimulatedRun run;
        run.network.peer = [&run](const FakeTransport::Sent &one) {
            run.network.answer(one, 503, "t", [](MessageDraft &d) { d.append(HeaderId::RetryAfter, "60 (full)"); });
        };
        run.send(SimulatedRun::compose("OPTIONS"));
        run.clock.advance(1s);
        run.trace.clear();
        run.send(SimulatedRun::compose("OPTIONS"));
        QCOMPARE(run.sent("OPTIONS").size(), 2);
        QVERIFY(run.events<Note>().first().text.contains(QStringLiteral("sent all the same")));
    }
};

QTEST_GUILESS_MAIN(TestRedirects)
#include "tst_redirects.moc"
