// SPDX-License-Identifier: GPL-3.0-or-later
// What is remembered across intents, and what the first request of the next one carries.
#include "auth/planner_client.h"
#include "auth/protection_space.h"

#include <QTest>

using namespace planner;

namespace {

const QByteArray accepted200 = "Server: test";

/// Several intents of one engine, without the engine.
struct Engine {
    ProtectionSpace space;
    SeededRandom random{1};
    TransportAddress target{Protocol::Udp, {}};
    QList<Credential> credentials{credential("a"), credential("b", "alice", "other secret")};
    AuthPolicy policy;
    AuthHistory history; ///< of the intent that runs
    Message request;

    AuthPlan begin(const Message &first = requestOf())
    {
        AuthPlan plan = space.begin(first, target, credentials, policy, random);
        history = plan.history;
        carry(first, plan);
        return plan;
    }
    void carry(const Message &from, const AuthPlan &plan)
    {
        MessageDraft draft = MessageDraft::from(from);
        draft.remove(HeaderId::Authorization);
        draft.remove(HeaderId::ProxyAuthorization);
        for (const AuthPlan::Row &row : plan.rows)
            draft.append(row.header, row.value);
        request = draft.toMessage();
    }
    /// The response as the engine takes it: learnt from, and a challenge answered.
    AuthPlan response(int status, const QList<QByteArray> &rows = {accepted200})
    {
        const Message message = responseOf(rows, status);
        space.learn(request, message, target, credentials, history);
        if (status != 401 && status != 407)
            return {};
        space.align(history);
        const AuthPlan plan = planAuthentication(message, request, credentials, policy, history, random, target.protocol);
        history = plan.history;
        space.align(history);
        if (plan.retry)
            carry(request, plan);
        return plan;
    }
    /// One whole intent that is challenged and accepted.
    void getIn(const QList<QByteArray> &challenge = {md5A}, const QList<QByteArray> &info = {accepted200})
    {
        begin();
        response(401, challenge);
        response(200, info);
    }
};

} // namespace

class TestProtectionSpace : public QObject {
    Q_OBJECT

private Q_SLOTS:
    //= R22.2-4
    //= R2617.3.2.2-1
    void the_next_request_carries_the_answer_with_the_next_count()
    {
        Engine engine;
        QVERIFY(engine.begin().rows.isEmpty());
        engine.response(401, {md5A});
        engine.response(200);
        for (const char *count : {"00000002", "00000003", "00000004"}) {
            const Message request = requestOf("MESSAGE", "hello");
            const AuthPlan plan = engine.begin(request);
            QCOMPARE(plan.rows.size(), 1);
            QCOMPARE(directive(plan.rows[0], "nc"), QByteArray(count));
            QCOMPARE(directive(plan.rows[0], "nonce"), QByteArray("n1"));
            QVERIFY(isRight(plan.rows[0], request, "alice", "secret"));
            QVERIFY(plan.report.preemptive);
            QVERIFY(!plan.report.willRetry);
            QVERIFY(plan.report.decisions[0].why.contains(QLatin1String("sent unasked")));
            QCOMPARE(plan.report.summary, QStringLiteral("Sent unasked for realm \"a\" (MD5), accepted before"));
            QCOMPARE(plan.report.workings.size(), 1);
        }
    }

    void counts_of_intents_that_overlap_are_never_the_same()
    {
        Engine engine;
        engine.getIn();
        AuthHistory first = engine.begin().history;
        QCOMPARE(directive(engine.begin().rows[0], "nc"), QByteArray("00000003"));
        engine.space.align(first);
        QCOMPARE(first.answers.value(0).nc, 3U);
    }

    void another_to_hop_or_credential_gets_nothing()
    {
        Engine engine;
        engine.getIn();
        MessageDraft other = MessageDraft::from(requestOf());
        other.remove(HeaderId::To);
        other.append(HeaderId::To, "<sip:carol@example.com>");
        QVERIFY(engine.begin(other.toMessage()).rows.isEmpty());
        engine.target.protocol = Protocol::Tcp;
        QVERIFY(engine.begin().rows.isEmpty());
        engine.target.protocol = Protocol::Udp;
        engine.credentials[0].password = "changed";
        QVERIFY(engine.begin().rows.isEmpty());
        engine.credentials[0].password = "secret";
        QVERIFY(!engine.begin().rows.isEmpty());
        engine.credentials.clear();
        QVERIFY(engine.begin().rows.isEmpty());
    }

    //= R22.1-4
    void every_address_of_the_domain_is_one_server()
    {
        Engine engine;
        engine.target = {Protocol::Udp, *Endpoint::parse("192.0.2.1:5060"), "sip.example.com"};
        engine.getIn();
        engine.target = {Protocol::Tcp, *Endpoint::parse("192.0.2.2:5062"), "SIP.example.com"};
        QCOMPARE(directive(engine.begin().rows.value(0), "nc"), QByteArray("00000002"));
        engine.response(200);
        QCOMPARE(engine.space.size(), 1);         // the same entry
        engine.target.domain = "sip.example.net"; // the same address, but somebody else's name
        engine.target.remote = *Endpoint::parse("192.0.2.3:5060");
        QVERIFY(engine.begin().rows.isEmpty());
        engine.target.domain.clear();
        QVERIFY(engine.begin().rows.isEmpty());
        engine.target.remote = *Endpoint::parse("192.0.2.2:5062"); // it has them already
        QVERIFY(!engine.begin().rows.isEmpty());
    }
    void an_address_that_was_given_as_such_stands_for_itself()
    {
        for (const char *host : {"192.0.2.1", "2001:db8::1"}) {
            Engine engine;
            const QByteArray shown = QByteArray(host).contains(':') ? '[' + QByteArray(host) + ']' : QByteArray(host);
            engine.target = {Protocol::Tls, *Endpoint::parse(shown + ":5061"), host};
            engine.getIn();
            QVERIFY(!engine.begin().rows.isEmpty());
            engine.target.remote = *Endpoint::parse(shown + ":5071");
            QVERIFY(engine.begin().rows.isEmpty());
        }
    }
    void two_ways_to_know_a_server_give_one_row()
    {
        Engine engine;
        engine.target = {Protocol::Udp, *Endpoint::parse("192.0.2.1:5060")};
        engine.getIn();
        engine.target = {Protocol::Udp, *Endpoint::parse("192.0.2.2:5060"), "sip.example.com"};
        engine.getIn({"WWW-Authenticate: Digest realm=\"a\", nonce=\"n7\", qop=\"auth\""});
        engine.target.remote = *Endpoint::parse("192.0.2.1:5060");
        const AuthPlan plan = engine.begin();
        QCOMPARE(plan.rows.size(), 1);
        QCOMPARE(directive(plan.rows[0], "nonce"), QByteArray("n7")); // the later one
    }

    //= R2617.3.2.1-5
    void other_terms_with_the_same_nonce_are_tried_once_data()
    {
        QTest::addColumn<QByteArray>("challenge");
        QTest::newRow("algorithm") << QByteArray(
            "WWW-Authenticate: Digest realm=\"a\", nonce=\"n1\", qop=\"auth\", algorithm=SHA-256");
        QTest::newRow("qop") << QByteArray("WWW-Authenticate: Digest realm=\"a\", nonce=\"n1\", qop=\"auth-int\"");
        QTest::newRow("no qop") << QByteArray("WWW-Authenticate: Digest realm=\"a\", nonce=\"n1\"");
    }
    void other_terms_with_the_same_nonce_are_tried_once()
    {
        QFETCH(QByteArray, challenge);
        Engine engine;
        engine.getIn();
        QVERIFY(!engine.begin().rows.isEmpty());
        const AuthPlan retry = engine.response(401, {challenge});
        QVERIFY(retry.retry);
        QVERIFY2(retry.report.decisions[0].why.contains(QLatin1String("changed what it asks for")),
                 qPrintable(retry.report.decisions[0].why));
        QVERIFY(isRight(retry.rows[0], engine.request, "alice", "secret"));
        QVERIFY(!engine.response(401, {challenge}).retry); // now the password is to blame
    }
    void another_realm_takes_the_place_of_the_one_before()
    {
        Engine engine;
        engine.getIn();
        QVERIFY(!engine.begin().rows.isEmpty());
        const AuthPlan retry = engine.response(401, {"WWW-Authenticate: Digest realm=\"b\", nonce=\"n5\", qop=\"auth\""});
        QVERIFY(retry.retry);
        QCOMPARE(retry.rows.size(), 1);
        QCOMPARE(directive(retry.rows[0], "realm"), QByteArray("b"));
        engine.response(200);
        const AuthPlan next = engine.begin();
        QCOMPARE(next.rows.size(), 1);
        QCOMPARE(directive(next.rows[0], "realm"), QByteArray("b"));
    }
    void a_proxy_that_asks_too_takes_nothing_away()
    {
        Engine engine;
        engine.getIn();
        engine.begin();
        const AuthPlan retry = engine.response(407, {proxyB});
        QCOMPARE(retry.rows.size(), 2);
        engine.response(200);
        QCOMPARE(engine.begin().rows.size(), 2);
    }

    //= R22-1
    void never_for_ack_or_cancel_nor_over_a_row_by_hand_nor_against_the_users_will()
    {
        Engine engine;
        engine.getIn();
        QVERIFY(engine.begin(requestOf("ACK")).rows.isEmpty());
        QVERIFY(engine.begin(requestOf("CANCEL")).rows.isEmpty());
        MessageDraft byHand = MessageDraft::from(requestOf());
        byHand.append(HeaderId::Authorization, "Digest username=\"x\"");
        QVERIFY(engine.begin(byHand.toMessage()).rows.isEmpty());
        engine.policy.preemptive = false;
        const AuthPlan off = engine.begin();
        QVERIFY(off.rows.isEmpty());
        QVERIFY(off.report.decisions.isEmpty());
        engine.policy.preemptive = true;
        QCOMPARE(directive(engine.begin().rows[0], "nc"), QByteArray("00000002")); // none was used up
    }

    //= R2617.3.2.3-1
    //= R2617.3.2.3-3
    void nextnonce_is_taken_up_and_counts_from_one_data()
    {
        QTest::addColumn<bool>("proxy");
        QTest::newRow("Authentication-Info") << false;
        QTest::newRow("Proxy-Authentication-Info") << true;
    }
    void nextnonce_is_taken_up_and_counts_from_one()
    {
        QFETCH(bool, proxy);
        const QByteArray prefix = proxy ? "Proxy-" : "";
        Engine engine;
        engine.begin();
        engine.response(proxy ? 407 : 401, {(proxy ? QByteArray("Proxy-Authenticate") : QByteArray("WWW-Authenticate")) +
                                            ": Digest realm=\"a\", nonce=\"n1\", qop=\"auth\""});
        engine.response(200, {prefix + "Authentication-Info: NextNonce=\"n2\""});
        QCOMPARE(engine.history.answers.value(0).nonce, QByteArray("n2")); // the same intent goes on with it too
        const Message request = requestOf();
        const AuthPlan plan = engine.begin(request);
        QCOMPARE(directive(plan.rows.value(0), "nonce"), QByteArray("n2"));
        QCOMPARE(directive(plan.rows[0], "nc"), QByteArray("00000001"));
        QVERIFY(isRight(plan.rows[0], request, "alice", "secret"));
        engine.response(200);
        QCOMPARE(directive(engine.begin().rows[0], "nc"), QByteArray("00000002"));
    }

    //= R2617.3.2.2-4
    void a_session_goes_on_over_nextnonce()
    {
        Engine engine;
        engine.begin();
        const AuthPlan first =
            engine.response(401, {"WWW-Authenticate: Digest realm=\"a\", nonce=\"n1\", qop=\"auth\", algorithm=SHA-256-sess"});
        engine.response(200, {"Authentication-Info: nextnonce=\"n2\""});
        const Message request = requestOf();
        const AuthPlan plan = engine.begin(request);
        const auto sent = digestCredentials(parseAuth(plan.rows.value(0).value)->first());
        QVERIFY(sent);
        DigestInput input = sent->input;
        input.username = "alice";
        input.password = "secret";
        input.method = "OPTIONS";
        input.sessionNonce = "n1";
        input.sessionCnonce = directive(first.rows[0], "cnonce");
        QCOMPARE(computeDigest(input).response, sent->response);
        QCOMPARE(plan.report.workings[0].sessionNonce, QByteArray("n1"));
        QCOMPARE(plan.report.workings[0].sessionCnonce, input.sessionCnonce);
    }

    //= R2617.3.2.1-3
    void a_stale_nonce_is_replaced()
    {
        Engine engine;
        engine.getIn();
        engine.begin();
        const AuthPlan retry =
            engine.response(401, {"WWW-Authenticate: Digest realm=\"a\", nonce=\"n5\", qop=\"auth\", stale=true"});
        QVERIFY(retry.retry);
        QVERIFY(retry.stale);
        engine.response(200);
        QCOMPARE(directive(engine.begin().rows[0], "nonce"), QByteArray("n5"));
    }

    //= R2617.3.2.1-5
    void a_nonce_not_taken_any_more_gets_one_more_try_and_then_the_password_is_blamed_data()
    {
        QTest::addColumn<QByteArray>("info");
        QTest::newRow("the same nonce") << accepted200;
        QTest::newRow("nextnonce, count 1") << QByteArray("Authentication-Info: nextnonce=\"n2\"");
    }
    void a_nonce_not_taken_any_more_gets_one_more_try_and_then_the_password_is_blamed()
    {
        QFETCH(QByteArray, info);
        Engine engine;
        engine.getIn({md5A}, {info});
        QVERIFY(!engine.begin().rows.isEmpty());
        QVERIFY(engine.response(401, {"WWW-Authenticate: Digest realm=\"a\", nonce=\"n8\", qop=\"auth\""}).retry);
        QVERIFY(!engine.response(401, {"WWW-Authenticate: Digest realm=\"a\", nonce=\"n9\", qop=\"auth\""}).retry);
        QVERIFY(engine.begin().rows.isEmpty());
        QCOMPARE(engine.space.size(), 0);
    }

    void what_was_turned_down_is_not_remembered()
    {
        for (const int status : {400, 403}) {
            Engine engine;
            engine.begin();
            engine.response(401, {md5A});
            engine.response(status);
            QVERIFY(engine.begin().rows.isEmpty());
        }
        for (const int status : {200, 302, 404, 486, 503, 603}) {
            Engine engine;
            engine.begin();
            engine.response(401, {md5A});
            engine.response(status);
            QVERIFY(!engine.begin().rows.isEmpty());
        }
        Engine provisional;
        provisional.begin();
        provisional.response(401, {md5A});
        provisional.response(180);
        QCOMPARE(provisional.space.size(), 0);
    }

    //= R22.3-3
    void a_proxy_is_answered_in_advance_only_when_the_credential_names_its_realm()
    {
        Engine engine;
        engine.begin();
        engine.response(407, {proxyB});
        engine.response(200);
        QCOMPARE(engine.begin().rows.value(0).header, HeaderId::ProxyAuthorization);
        Engine anyRealm;
        anyRealm.credentials = {credential("")};
        anyRealm.begin();
        anyRealm.response(407, {proxyB});
        anyRealm.response(200);
        QVERIFY(anyRealm.begin().rows.isEmpty());
        anyRealm.getIn();
        QCOMPARE(anyRealm.begin().rows.size(), 1); // a 401 of any realm is another matter
    }

    void two_realms_are_both_remembered()
    {
        Engine engine;
        engine.getIn({md5A, proxyB});
        const AuthPlan plan = engine.begin();
        QCOMPARE(plan.rows.size(), 2);
        QCOMPARE(plan.report.summary, QStringLiteral("Sent unasked for realm \"a\" (MD5) and \"b\" (MD5), accepted before"));
    }

    //= R3310-1
    void a_sequence_number_outlives_its_intent_and_an_aka_answer_is_counted_on()
    {
        Engine engine;
        engine.credentials = {subscriber("a")};
        const QByteArray row =
            "WWW-Authenticate: Digest realm=\"a\", algorithm=AKAv1-MD5, qop=\"auth\", nonce=\"" + testSetNonce + '"';
        engine.getIn({row});
        const AuthPlan plan = engine.begin();
        QCOMPARE(directive(plan.rows.value(0), "nc"), QByteArray("00000002"));
        QVERIFY(directive(plan.rows[0], "auts").isEmpty());
        engine.target.protocol = Protocol::Tcp; // another hop: asked anew with the same RAND
        QVERIFY(engine.begin().rows.isEmpty());
        QVERIFY(!directive(engine.response(401, {row}).rows.value(0), "auts").isEmpty());
    }

    //= R8898.2-2
    void a_token_is_remembered_and_a_refused_one_too()
    {
        Engine engine;
        engine.target.protocol = Protocol::Tls;
        engine.credentials = {token("a", "t0k3n")};
        engine.getIn({"WWW-Authenticate: Bearer realm=\"a\""});
        QCOMPARE(engine.begin().rows.value(0).value, QByteArray("Bearer t0k3n"));
        QVERIFY(!engine.response(401, {"WWW-Authenticate: Bearer realm=\"a\", error=\"invalid_token\""}).retry);
        QVERIFY(engine.begin().rows.isEmpty());
        QVERIFY(!engine.response(401, {"WWW-Authenticate: Bearer realm=\"a\""}).retry);
    }

    void it_does_not_grow_without_end()
    {
        Engine engine;
        for (int i = 0; i < 300; ++i) {
            MessageDraft draft = MessageDraft::from(requestOf());
            draft.remove(HeaderId::To);
            draft.append(HeaderId::To, "<sip:" + QByteArray::number(i) + "@example.com>");
            engine.begin(draft.toMessage());
            engine.response(401, {md5A});
            engine.response(200);
        }
        QCOMPARE(engine.space.size(), ProtectionSpace::MaxEntries);
    }
};

QTEST_GUILESS_MAIN(TestProtectionSpace)
#include "tst_protection_space.moc"
