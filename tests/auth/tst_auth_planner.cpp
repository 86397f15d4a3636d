// SPDX-License-Identifier: GPL-3.0-or-later
// What is answered in a 401 or 407, and what is said about it.
#include "auth/planner_client.h"

#include <QTest>

using namespace planner;

class TestAuthPlanner : public QObject {
    Q_OBJECT

private Q_SLOTS:
    //= R22.4-1
    //= R22.3-6
    void one_challenge_gets_one_right_answer()
    {
        Client client;
        const Message first = client.request;
        const AuthPlan plan = client.challenge({md5A});
        QVERIFY(plan.retry);
        QVERIFY(!plan.stale);
        QCOMPARE(plan.rows.size(), 1);
        QCOMPARE(plan.rows[0].header, HeaderId::Authorization);
        QVERIFY(isRight(plan.rows[0], first, "alice", "secret"));
        QCOMPARE(directive(plan.rows[0], "nc"), QByteArray("00000001"));
        QCOMPARE(plan.report.decisions.size(), 1);
        QVERIFY(plan.report.decisions[0].answered);
        QCOMPARE(plan.report.decisions[0].username, QByteArray("alice"));
        QCOMPARE(plan.report.workings.size(), 1);
        QCOMPARE(plan.report.workings[0].response, directive(plan.rows[0], "response"));
        QCOMPARE(plan.report.workings[0].header, QByteArray("Authorization"));
        QCOMPARE(plan.report.summary, QStringLiteral("Answering for realm \"a\" (MD5)"));
        QCOMPARE(plan.history.attempts, 1);
    }

    //= R8760.2.4-3
    void one_answer_per_realm_not_one_per_algorithm()
    {
        Client client;
        const AuthPlan plan = client.challenge({shaA, md5A});
        QCOMPARE(plan.rows.size(), 1);
        QCOMPARE(plan.report.decisions.size(), 2);
        QVERIFY(!plan.report.decisions[1].answered);
        QCOMPARE(QByteArray(plan.report.decisions[1].rule), QByteArray("R8760.2.4-3"));
    }

    //= R22.3-5
    void rows_differ_by_realm_and_a_realm_named_twice_gets_one()
    {
        Client client;
        client.credentials = {credential("b", "bob", "s1"), credential("c", "carol", "s2")};
        const Message first = client.request;
        const AuthPlan plan = client.challenge({"Proxy-Authenticate: Digest realm=\"b\", nonce=\"n1\", qop=\"auth\"",
                                                "Proxy-Authenticate: Digest realm=\"c\", nonce=\"n2\", qop=\"auth\"",
                                                "Proxy-Authenticate: Digest realm=\"b\", nonce=\"n3\", qop=\"auth\""},
                                               407);
        QCOMPARE(plan.rows.size(), 2);
        QVERIFY(isRight(plan.rows[0], first, "bob", "s1"));
        QVERIFY(isRight(plan.rows[1], first, "carol", "s2"));
        QCOMPARE(directive(plan.rows[0], "realm"), QByteArray("b"));
        QCOMPARE(directive(plan.rows[1], "realm"), QByteArray("c"));
    }

    //= R7616.5-1
    void md5_beside_something_stronger_is_called_a_possible_downgrade()
    {
        Client client;
        QVERIFY(client.challenge({shaA, md5A}).report.decisions[0].why.contains(QLatin1String("on the path")));
        client = {};
        QVERIFY(!client.challenge({md5A}).report.decisions[0].why.contains(QLatin1String("on the path")));
    }

    //= R2617.3.2.1-4
    void a_server_that_never_accepts_its_own_nonce_is_given_up()
    {
        Client client;
        client.policy.maxStale = 3;
        client.policy.maxAnswers = 100;
        client.challenge({md5A});
        int answered = 0;
        AuthPlan plan;
        for (int i = 0; i < 10; ++i) {
            plan = client.challenge(
                {"WWW-Authenticate: Digest realm=\"a\", qop=\"auth\", stale=true, nonce=\"s" + QByteArray::number(i) + '"'});
            if (!plan.retry)
                break;
            ++answered;
        }
        QCOMPARE(answered, 3);
        QCOMPARE(QByteArray(plan.report.decisions[0].rule), QByteArray("R2617.3.2.1-4"));
        QVERIFY(plan.report.summary.contains(QLatin1String("never accepts")));
    }

    void stale_with_the_same_nonce_counts_on()
    {
        Client client;
        client.challenge({md5A});
        const AuthPlan plan = client.challenge({md5A + ", stale=true"});
        QVERIFY(plan.retry);
        QCOMPARE(directive(plan.rows[0], "nc"), QByteArray("00000002"));
    }

    //= R2617.3.2.2-6
    void auth_is_preferred_to_auth_int_unless_asked()
    {
        const QByteArray both = "WWW-Authenticate: Digest realm=\"a\", nonce=\"n\", qop=\"auth-int,auth\"";
        Client client;
        QCOMPARE(directive(client.challenge({both}).rows[0], "qop"), QByteArray("auth"));
        client = {};
        client.policy.preferAuthInt = true;
        QCOMPARE(directive(client.challenge({both}).rows[0], "qop"), QByteArray("auth-int"));
        client = {};
        QVERIFY(!client.challenge({"WWW-Authenticate: Digest realm=\"a\", nonce=\"n\", qop=\"auth-conf\""}).retry);
    }

    void find_credential_takes_the_exact_realm_before_any_realm()
    {
        const QList<Credential> all{credential("", "any"), credential("b", "bob"), credential("b", "later")};
        QCOMPARE(findCredential(all, "b")->username, QByteArray("bob"));
        QCOMPARE(findCredential(all, "B")->username, QByteArray("any"));
        QCOMPARE(findCredential(all, "")->username, QByteArray("any"));
        QCOMPARE(findCredential({}, "b"), nullptr);
    }

    //= R22-1
    void ack_and_cancel_never_get_credentials()
    {
        for (const char *method : {"ACK", "CANCEL"}) {
            Client client;
            client.request = requestOf(method);
            const AuthPlan plan = client.challenge({md5A});
            QVERIFY(!plan.retry);
            QVERIFY(plan.rows.isEmpty());
            QVERIFY(!plan.report.summary.isEmpty());
        }
    }

    void a_copy_of_the_challenge_weighed_with_the_same_history_gives_the_same_plan()
    {
        const Message request = requestOf();
        SeededRandom one(7), two(7);
        const QList<Credential> credentials{credential("a")};
        const AuthPlan a = planAuthentication(responseOf({md5A}), request, credentials, {}, {}, one);
        const AuthPlan b = planAuthentication(responseOf({md5A}), request, credentials, {}, {}, two);
        QCOMPARE(a.rows[0].value, b.rows[0].value);
    }

    void the_request_is_not_touched()
    {
        const Message request = requestOf();
        const QByteArray before = request.wire();
        SeededRandom random(1);
        Q_UNUSED(planAuthentication(responseOf({md5A}), request, {credential("a")}, {}, {}, random));
        QCOMPARE(request.wire(), before);
    }

    void what_is_readable_is_answered_beside_what_is_not()
    {
        Client client;
        const AuthPlan plan = client.challenge({"WWW-Authenticate: Digest realm=\"a", "WWW-Authenticate: Basic realm=\"a\"", shaA,
                                                "WWW-Authenticate: Digest realm=\"z\", nonce=\"n\""});
        QVERIFY(plan.retry);
        QCOMPARE(plan.rows.size(), 1);
        QCOMPARE(plan.report.decisions.size(), 4);
        QVERIFY(plan.report.summary.contains(QLatin1String("not answered: ")));
        QVERIFY(plan.report.summary.contains(QLatin1String("realm \"z\"")));
    }

    //= R22.1-6
    void rejected_credentials_are_not_tried_again()
    {
        Client client;
        client.challenge({md5A});
        const AuthPlan sameNonce = client.challenge({md5A});
        QVERIFY(!sameNonce.retry);
        QCOMPARE(QByteArray(sameNonce.report.decisions[0].rule), QByteArray("R22.1-6"));
        QVERIFY(sameNonce.report.summary.contains(QLatin1String("was rejected")));

        client = {};
        client.challenge({md5A});
        QVERIFY(!client.challenge({"WWW-Authenticate: Digest realm=\"a\", nonce=\"new\", qop=\"auth\""}).retry);
        QVERIFY(!client.challenge({shaA}).retry);
    }

    void a_rejected_realm_does_not_stop_another_one()
    {
        Client client;
        client.challenge({md5A});
        const AuthPlan plan = client.challenge({md5A, proxyB});
        QVERIFY(plan.retry);
        QCOMPARE(plan.rows.size(), 1);
        QCOMPARE(plan.rows[0].header, HeaderId::ProxyAuthorization);
        QVERIFY(!client.challenge({proxyB}, 407).retry);
    }

    //= R2617.3.2.1-5
    void a_nonce_that_was_accepted_before_and_is_not_any_more_gets_one_more_try()
    {
        Client client;
        QVERIFY(client.challenge({md5A}).retry);
        QVERIFY(client.challenge({proxyB}, 407).retry); // a accepted n1, and gets it again
        const AuthPlan again = client.challenge({"WWW-Authenticate: Digest realm=\"a\", nonce=\"n9\", qop=\"auth\""});
        QVERIFY(again.retry);
        QVERIFY(again.report.decisions[0].why.contains(QLatin1String("before the password is blamed")));
        QVERIFY(!client.challenge({"WWW-Authenticate: Digest realm=\"a\", nonce=\"n10\", qop=\"auth\""}).retry);
    }

    void a_request_that_carried_no_answer_of_ours_is_no_rejection()
    {
        Client client;
        client.challenge({md5A});
        client.request = requestOf("BYE"); // without credentials
        const AuthPlan plan = client.challenge({md5A});
        QVERIFY(plan.retry);
        QCOMPARE(directive(plan.rows[0], "nc"), QByteArray("00000002"));

        Client copied; // BYE with the INVITE's rows: right for another method only
        copied.request = requestOf("INVITE");
        const AuthPlan invite = copied.challenge({md5A});
        MessageDraft bye = MessageDraft::from(requestOf("BYE"));
        bye.append(HeaderId::Authorization, invite.rows[0].value);
        copied.request = bye.toMessage();
        QVERIFY(copied.challenge({md5A}).retry);
    }

    void the_number_of_answers_is_limited()
    {
        Client client;
        client.policy.maxAnswers = 2;
        client.credentials = {credential("")};
        int answered = 0;
        for (int i = 0; i < 6; ++i)
            answered += client.challenge({"WWW-Authenticate: Digest nonce=\"n\", realm=\"r" + QByteArray::number(i) + '"'}).retry;
        QCOMPARE(answered, 2);
    }

    //= R2617.3.2.2-4
    void a_session_keeps_its_first_cnonce()
    {
        const QByteArray session = "WWW-Authenticate: Digest realm=\"a\", nonce=\"n1\", algorithm=SHA-256-sess, qop=\"auth\"";
        Client client;
        const Message first = client.request;
        const AuthPlan one = client.challenge({session});
        const AuthPlan two = client.challenge({proxyB}, 407);
        QCOMPARE(two.rows.size(), 2);
        QCOMPARE(directive(two.rows[1], "nc"), QByteArray("00000002"));
        QVERIFY(directive(two.rows[1], "cnonce") != directive(one.rows[0], "cnonce"));
        QVERIFY(isRight(two.rows[1], first, "alice", "secret", directive(one.rows[0], "cnonce")));
        QVERIFY(!client.challenge({session}).retry); // recognised as ours, so as rejected
    }

    //= R22.2-5
    void anonymous_by_choice_is_a_name_and_an_empty_password()
    {
        Client client;
        Credential nobody = credential("a", "ignored", "ignored too");
        nobody.anonymous = true;
        client.credentials = {nobody};
        const Message first = client.request;
        const AuthPlan plan = client.challenge({md5A});
        QVERIFY(plan.retry);
        QCOMPARE(directive(plan.rows[0], "username"), QByteArray("anonymous"));
        QVERIFY(isRight(plan.rows[0], first, "anonymous", ""));
        QCOMPARE(plan.report.decisions[0].username, QByteArray("anonymous"));
        const AuthPlan refused = client.challenge({md5A});
        QVERIFY(!refused.retry);
        QVERIFY(refused.report.summary.contains(QLatin1String("does not let anonymous users in")));
        client.credentials.clear();
        client.history = {};
        client.request = requestOf();
        QVERIFY(!client.challenge({md5A}).retry); // never of its own accord
    }

    //= R22.1-5
    void what_to_ask_the_user_for_stands_in_the_decision()
    {
        Client client;
        client.credentials = {credential("a")};
        const AuthPlan plan = client.challenge({md5A, proxyB, "WWW-Authenticate: Basic realm=\"c\""});
        QVERIFY(plan.retry);
        QVERIFY(!plan.report.decisions[0].credentialMissing);
        const AuthDecision &missing = plan.report.decisions[1];
        QVERIFY(missing.credentialMissing);
        QVERIFY(missing.proxy);
        QCOMPARE(missing.realm, QByteArray("b"));
        QCOMPARE(missing.scheme, QByteArray("Digest"));
        QCOMPARE(missing.algorithm, QByteArray("MD5"));
        QVERIFY(!plan.report.decisions[2].credentialMissing); // nothing would help
        client.credentials = {credential("a", "alice", "wrong")};
        client.request = requestOf();
        client.history = {};
        client.challenge({md5A});
        QVERIFY(!client.challenge({md5A}).report.decisions[0].credentialMissing); // there is one, it was rejected
    }

    //= R22.4-5
    void the_form_without_qop_is_answered_and_called_weak()
    {
        Client client;
        const AuthPlan plan = client.challenge({"WWW-Authenticate: Digest realm=\"a\", nonce=\"n\""});
        QVERIFY(plan.retry);
        QVERIFY(plan.report.decisions[0].why.contains(QLatin1String("RFC 2069")));
        QVERIFY(!plan.rows[0].value.contains("nc="));
    }

    void the_report_holds_no_secret()
    {
        Client client;
        client.credentials = {credential("a", "alice", "pass-word-1")};
        const AuthPlan plan = client.challenge({md5A, shaA, proxyB});
        const QByteArray ha1 = hashHex(HashAlgorithm::Md5, "alice:a:pass-word-1");
        QByteArray all = plan.report.summary.toUtf8();
        for (const AuthDecision &d : plan.report.decisions)
            all += d.why.toUtf8() + d.username + d.nonce + d.qop + d.realm;
        for (const DigestWorking &w : plan.report.workings)
            all += w.a2 + w.ha2 + w.response + w.username + w.realm + w.nonce + w.uri + w.cnonce + w.opaque + w.bodyHash;
        QVERIFY(!all.contains("pass-word-1"));
        QVERIFY(!all.contains(ha1));
    }
};

QTEST_GUILESS_MAIN(TestAuthPlanner)
#include "tst_auth_planner.moc"
