// SPDX-License-Identifier: GPL-3.0-or-later
// Access tokens (RFC 8898).
#include "auth/planner_client.h"

#include <QTest>

using namespace planner;

namespace {

const QByteArray bearerA = "WWW-Authenticate: Bearer realm=\"a\", scope=\"sip voice\", authz_server=\"https://auth.example.com\"";

struct TokenClient : Client {
    TokenClient()
    {
        protocol = Protocol::Tls;
        credentials = {token("a", "t0k3n.a-b_c~d+e/f==")};
    }
};

} // namespace

class TestBearer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    //= R8898.2-1
    void the_token_goes_where_the_challenge_came_from()
    {
        TokenClient client;
        const AuthPlan plan = client.challenge({bearerA});
        QVERIFY(plan.retry);
        QCOMPARE(plan.rows[0].header, HeaderId::Authorization);
        QCOMPARE(plan.rows[0].value, QByteArray("Bearer t0k3n.a-b_c~d+e/f=="));
        const AuthDecision &decision = plan.report.decisions[0];
        QCOMPARE(decision.scheme, QByteArray("Bearer"));
        QCOMPARE(decision.scope, QByteArray("sip voice"));
        QCOMPARE(decision.authzServer, QByteArray("https://auth.example.com"));
        QVERIFY(decision.why.contains(QLatin1String("\"sip voice\"")));
        QVERIFY(decision.why.contains(QLatin1String("https://auth.example.com")));
        QVERIFY(!(decision.why + plan.report.summary).contains(QLatin1String("t0k3n")));
        QCOMPARE(plan.report.summary, QStringLiteral("Answering for realm \"a\" (Bearer)"));

        TokenClient proxy;
        QCOMPARE(proxy.challenge({"Proxy-Authenticate: Bearer realm=\"a\""}, 407).rows[0].header, HeaderId::ProxyAuthorization);
    }

    //= R8898.2-2
    void the_token_leaves_over_tls_and_wss_only()
    {
        for (const Protocol open : {Protocol::Udp, Protocol::Tcp, Protocol::Ws}) {
            TokenClient client;
            client.protocol = open;
            const AuthPlan plan = client.challenge({bearerA});
            QVERIFY(!plan.retry);
            QVERIFY(plan.rows.isEmpty());
            QCOMPARE(QByteArray(plan.report.decisions[0].rule), QByteArray("R8898.2-2"));
            QVERIFY(plan.report.summary.contains(QLatin1String(viaName(open).toByteArray())));
            QVERIFY(!plan.report.decisions[0].credentialMissing);
        }
        TokenClient client;
        client.protocol = Protocol::Wss;
        QVERIFY(client.challenge({bearerA}).retry);
    }

    void a_refused_token_is_not_offered_again()
    {
        TokenClient client;
        client.challenge({bearerA});
        const AuthPlan refused = client.challenge({"WWW-Authenticate: Bearer realm=\"a\", error=\"invalid_token\""});
        QVERIFY(!refused.retry);
        QCOMPARE(refused.report.decisions[0].error, QByteArray("invalid_token"));
        QVERIFY(refused.report.summary.contains(QLatin1String("\"invalid_token\"")));
        QCOMPARE(refused.history.refusedTokens, QList<QByteArray>({tokenMark(client.credentials[0].token)}));
        QVERIFY(!refused.history.refusedTokens[0].contains("t0k3n"));

        client.request = requestOf(); // a later request that knows of it
        QVERIFY(!client.challenge({bearerA}).retry);
        client.credentials = {token("a", "another")};
        QVERIFY(client.challenge({bearerA}).retry);
    }

    //= R8898.2.1.1-1
    void a_token_of_another_authorization_server_stays_here()
    {
        TokenClient client;
        client.credentials[0].authzServer = "https://other.example.com";
        const AuthPlan plan = client.challenge({bearerA});
        QVERIFY(!plan.retry);
        QCOMPARE(QByteArray(plan.report.decisions[0].rule), QByteArray("R8898.2.1.1-1"));
        QVERIFY(plan.report.decisions[0].credentialMissing);
        client.credentials[0].authzServer = "https://auth.example.com";
        QVERIFY(client.challenge({bearerA}).retry);
    }

    void a_token_serves_its_realm_only_and_its_absence_is_told()
    {
        TokenClient client;
        client.credentials = {token("b", "t")};
        const AuthPlan plan = client.challenge({bearerA});
        QVERIFY(!plan.retry);
        QVERIFY(plan.report.decisions[0].credentialMissing);
        QVERIFY(plan.report.summary.contains(QLatin1String("no access token")));
        client.credentials = {token("", "t")};
        QVERIFY(client.challenge({bearerA}).report.decisions[0].why.contains(QLatin1String("any realm")));
        client.credentials = {credential("a")};
        QVERIFY(!client.challenge({bearerA}).retry);
    }

    void a_token_that_is_none_is_not_written()
    {
        for (const char *bad : {"two words", "line\r\nend", "\"quoted\"", "=", "a=b", ""}) {
            TokenClient client;
            client.credentials[0].token = bad;
            QVERIFY2(!client.challenge({bearerA}).retry, bad);
        }
    }

    //= R8898.2.1.1-2
    void between_digest_and_bearer_the_setting_decides_and_both_are_shown()
    {
        const auto schemeOf = [](AuthPolicy::Scheme scheme, const QList<QByteArray> &rows) {
            TokenClient client;
            client.credentials += credential("a");
            client.policy.scheme = scheme;
            const AuthPlan plan = client.challenge(rows);
            return plan.report.decisions.size() == 2 && plan.rows.size() == 1 ? plan.rows[0].value.split(' ').first()
                                                                              : QByteArray();
        };
        using Scheme = AuthPolicy::Scheme;
        QCOMPARE(schemeOf(Scheme::AsOffered, {bearerA, md5A}), QByteArray("Bearer"));
        QCOMPARE(schemeOf(Scheme::AsOffered, {md5A, bearerA}), QByteArray("Digest"));
        QCOMPARE(schemeOf(Scheme::Digest, {bearerA, md5A}), QByteArray("Digest"));
        QCOMPARE(schemeOf(Scheme::Bearer, {md5A, bearerA}), QByteArray("Bearer"));

        for (const auto choice : {AuthPolicy::Choice::Strongest, AuthPolicy::Choice::Weakest}) {
            TokenClient client;
            client.credentials += credential("a");
            client.policy.choice = choice;
            QVERIFY(client.challenge({bearerA, md5A, shaA}).rows[0].value.startsWith("Digest "));
        }
    }

    void a_refused_token_makes_room_for_the_password()
    {
        TokenClient client;
        client.credentials += credential("a");
        QVERIFY(client.challenge({bearerA, md5A}).rows[0].value.startsWith("Bearer "));
        const AuthPlan plan = client.challenge({bearerA, md5A});
        QVERIFY(plan.retry);
        QVERIFY(plan.rows[0].value.startsWith("Digest "));
    }

    void an_accepted_token_goes_with_the_answer_to_another_realm()
    {
        TokenClient client;
        client.credentials += credential("b");
        client.challenge({bearerA});
        const AuthPlan plan = client.challenge({proxyB}, 407);
        QCOMPARE(plan.rows.size(), 2);
        QVERIFY(plan.rows[1].value.startsWith("Bearer "));
        QVERIFY(plan.report.decisions[1].why.contains(QLatin1String("the same token")));
    }
};

QTEST_GUILESS_MAIN(TestBearer)
#include "tst_bearer.moc"
