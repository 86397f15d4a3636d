// SPDX-License-Identifier: GPL-3.0-or-later
// Defects of authentication known from other stacks, one test each; those that need a whole client are in tests/ua.
#include "auth/planner_client.h"

#include <QTest>

using namespace planner;

class TestSeedDefects : public QObject {
    Q_OBJECT

private Q_SLOTS:
    //= R7616.3.3-1
    void A1_everyAlgorithmIsAnswered_data()
    {
        QTest::addColumn<QByteArray>("qop");
        for (const char *name : {"MD5", "MD5-sess", "SHA-256", "SHA-256-sess", "SHA-512-256", "SHA-512-256-sess"})
            for (const char *qop : {"", "auth", "auth-int"})
                QTest::addRow("%s %s", name, qop) << QByteArray(qop);
    }
    void A1_everyAlgorithmIsAnswered()
    {
        QFETCH(QByteArray, qop);
        Client client;
        client.request = requestOf("MESSAGE", "hello");
        const Message first = client.request;
        const QByteArray algorithm = QByteArray(QTest::currentDataTag()).split(' ').first();
        QByteArray row = "WWW-Authenticate: Digest realm=\"a\", nonce=\"n\", algorithm=" + algorithm;
        if (!qop.isEmpty())
            row += ", qop=\"" + qop + '"';
        const AuthPlan plan = client.challenge({row});
        QVERIFY(plan.retry);
        QVERIFY(isRight(plan.rows[0], first, "alice", "secret"));
        QCOMPARE(directive(plan.rows[0], "qop"), qop);
        QCOMPARE(directive(plan.rows[0], "algorithm"), algorithm);
    }

    //= R7616.3.3-1
    void A2_md5SessIsReadAndAnswered()
    {
        Client client;
        const Message first = client.request;
        const AuthPlan plan =
            client.challenge({"WWW-Authenticate: Digest realm=\"a\", nonce=\"n\", algorithm=MD5-sess, qop=\"auth\""});
        QVERIFY(plan.retry);
        QVERIFY(isRight(plan.rows[0], first, "alice", "secret"));
        QVERIFY(plan.rows[0].value.contains("algorithm=MD5-sess"));
    }

    //= R8760.2.3-1
    void A3_severalRowsAreAllRead()
    {
        Client client;
        QCOMPARE(client.challenge({shaA, md5A}).report.decisions.size(), 2);
        client = {};
        QVERIFY(client.challenge({md5A, "WWW-Authenticate: Bearer realm=\"a\""}).retry);
        client = {};
        QVERIFY(client.challenge({"WWW-Authenticate: Bearer realm=\"a\"", md5A}).retry);
    }

    //= R7.3.1-5
    void A4_challengesMergedIntoOneRowAreTakenApart()
    {
        Client client;
        const AuthPlan plan = client.challenge({shaA + ", Digest realm=\"b\", nonce=\"n3\", qop=\"auth\", Basic realm=\"a\""});
        QCOMPARE(plan.report.decisions.size(), 3);
        QCOMPARE(plan.rows.size(), 2);
    }

    //= R8760.2.4-1
    void A5_theTopmostSupportedRowCountsUnlessToldOtherwise()
    {
        Client client;
        QCOMPARE(client.challenge({shaA, md5A}).report.workings[0].algorithm, QByteArray("SHA-256"));
        client = {};
        QCOMPARE(client.challenge({md5A, shaA}).report.workings[0].algorithm, QByteArray("MD5"));
        client = {};
        client.policy.choice = AuthPolicy::Choice::Strongest;
        QCOMPARE(client.challenge({md5A, shaA}).report.workings[0].algorithm, QByteArray("SHA-256"));
        client = {};
        client.policy.choice = AuthPolicy::Choice::Weakest;
        QCOMPARE(client.challenge({shaA, md5A}).report.workings[0].algorithm, QByteArray("MD5"));
    }

    //= R22.1-7
    //= R22.3-2
    void A6_anotherRealmOrHeaderKindIsNotALoop()
    {
        Client client;
        const Message first = client.request;
        QVERIFY(client.challenge({"Proxy-Authenticate: Digest realm=\"a\", nonce=\"p0\", qop=\"auth\""}, 407).retry);
        const AuthPlan second = client.challenge({proxyB}, 407);
        QVERIFY(second.retry);
        QCOMPARE(second.rows.size(), 2);
        const AuthPlan third = client.challenge({md5A}, 401);
        QVERIFY(third.retry);
        QCOMPARE(third.rows.size(), 3);
        QCOMPARE(third.rows[0].header, HeaderId::Authorization);
        QCOMPARE(directive(third.rows[0], "nc"), QByteArray("00000001"));
        QCOMPARE(directive(third.rows[1], "realm"), QByteArray("a"));
        QCOMPARE(directive(third.rows[1], "nc"), QByteArray("00000003"));
        QCOMPARE(directive(third.rows[2], "realm"), QByteArray("b"));
        QCOMPARE(directive(third.rows[2], "nc"), QByteArray("00000002"));
        QVERIFY(isRight(third.rows[1], first, "alice", "secret"));
        QVERIFY(isRight(third.rows[2], first, "alice", "other secret"));
        QCOMPARE(third.report.decisions.size(), 3);
        QVERIFY(third.report.decisions[1].why.contains(QLatin1String("accepted before")));
    }

    //= R22.3-4
    void A7_twoRealmsInOneResponseGetTwoRows()
    {
        Client client;
        const Message first = client.request;
        const AuthPlan plan =
            client.challenge({"Proxy-Authenticate: Digest realm=\"a\", nonce=\"p0\", qop=\"auth\"", proxyB}, 407);
        QCOMPARE(plan.rows.size(), 2);
        QVERIFY(isRight(plan.rows[0], first, "alice", "secret"));
        QVERIFY(isRight(plan.rows[1], first, "alice", "other secret"));
        QCOMPARE(plan.report.summary, QStringLiteral("Answering for realm \"a\" (MD5) and \"b\" (MD5)"));
    }

    //= R2617.3.2.2-1
    void A8_staleIsAnsweredAgainAndANewNonceCountsFromOne()
    {
        Client client;
        client.challenge({md5A});
        for (const char *nonce : {"s1", "s2"}) {
            const AuthPlan plan = client.challenge(
                {QByteArray("WWW-Authenticate: Digest realm=\"a\", qop=\"auth\", stale=true, nonce=\"") + nonce + '"'});
            QVERIFY(plan.retry);
            QVERIFY(plan.stale);
            QCOMPARE(directive(plan.rows[0], "nonce"), QByteArray(nonce));
            QCOMPARE(directive(plan.rows[0], "nc"), QByteArray("00000001"));
        }
    }

    //= R2617.3.2.1-3
    void A9_staleInAnyCaseQuotedOrNot()
    {
        Client client;
        client.challenge({md5A});
        for (const char *stale : {"true", "\"TRUE\"", "True"}) {
            const QByteArray nonce = QByteArray("fresh-") + (stale[0] == '"' ? "q" : QByteArray(stale));
            const AuthPlan plan =
                client.challenge({"WWW-Authenticate: Digest realm=\"a\", nonce=\"" + nonce + "\", qop=\"auth\", stale=" + stale});
            QVERIFY(plan.retry);
            QVERIFY(plan.stale);
            QCOMPARE(directive(plan.rows[0], "nonce"), nonce);
            QCOMPARE(directive(plan.rows[0], "nc"), QByteArray("00000001"));
        }
    }

    //= R2617.3.2.2-5
    void A10_authIntCoversTheBodyAsSent()
    {
        Client client;
        client.request = requestOf("MESSAGE", "hello\r\n\0 \xff");
        const Message first = client.request;
        const AuthPlan plan = client.challenge({"WWW-Authenticate: Digest realm=\"a\", nonce=\"n\", qop=\"auth-int\""});
        QVERIFY(isRight(plan.rows[0], first, "alice", "secret"));
        QCOMPARE(plan.report.workings[0].bodyHash, hashHex(HashAlgorithm::Md5, first.body()));
    }

    //= R22.4-1
    void A11_uriIsTheRequestUriAsWritten()
    {
        Client client;
        const AuthPlan plan = client.challenge({md5A});
        QCOMPARE(directive(plan.rows[0], "uri"), QByteArray("sip:bob@Example.COM;transport=udp"));
        client = {};
        client.policy.uriOverride = "sip:other@example.com";
        QCOMPARE(directive(client.challenge({md5A}).rows[0], "uri"), QByteArray("sip:other@example.com"));
    }

    //= R2617.3.2.1-1
    void A12_namesWithQuotesAreEscapedAndAnEmptyOpaqueReturned()
    {
        Client client;
        client.credentials = {credential("re\"alm", "J\"o\\e")};
        const QByteArray row = "WWW-Authenticate: Digest realm=\"re\\\"alm\", nonce=\"n\", opaque=\"\"";
        const AuthPlan plan = client.challenge({row});
        QVERIFY(plan.rows[0].value.contains("username=\"J\\\"o\\\\e\", realm=\"re\\\"alm\""));
        QVERIFY(plan.rows[0].value.contains("opaque=\"\""));
        const AuthPlan rejected = client.challenge({row});
        QVERIFY(!rejected.retry);
        QVERIFY(rejected.report.summary.contains(QLatin1String("without its escape")));
    }

    void A13_unquotedQopIsUsed()
    {
        Client client;
        const AuthPlan plan = client.challenge({"WWW-Authenticate: Digest realm=\"a\", nonce=\"n\", qop=auth"});
        QCOMPARE(directive(plan.rows[0], "qop"), QByteArray("auth"));
    }

    //= R22-3
    void A16_aCredentialServesItsRealmAndAlgorithmOnly()
    {
        Credential stored = credential("a");
        stored.password.clear();
        stored.ha1 = hashHex(HashAlgorithm::Md5, "alice:a:secret");
        stored.ha1Algorithm = "MD5";
        Client client;
        client.credentials = {stored};
        const Message first = client.request;
        const AuthPlan plan = client.challenge({shaA, md5A});
        QVERIFY(plan.retry);
        QCOMPARE(plan.report.workings[0].algorithm, QByteArray("MD5"));
        QVERIFY(isRight(plan.rows[0], first, "alice", "secret"));
        QVERIFY(plan.report.decisions[0].why.contains(QLatin1String("of no use for SHA-256")));

        stored.realm.clear();
        client = {};
        client.credentials = {stored};
        QVERIFY(!client.challenge({md5A}).retry);
    }

    //= R22.3-6
    void A24_bothHeaderKindsCountInBothStatuses()
    {
        for (const int status : {401, 407}) {
            Client client;
            const AuthPlan plan = client.challenge({md5A, proxyB}, status);
            QCOMPARE(plan.rows.size(), 2);
            QCOMPARE(plan.rows[0].header, HeaderId::Authorization);
            QCOMPARE(plan.rows[1].header, HeaderId::ProxyAuthorization);
        }
    }

    //= R7616.3.4-1
    //= R7616.3.4.4-1
    void A25_charsetUserhashAndUsernameStarAreUnderstood()
    {
        const QByteArray name = "J\xc3\xa4s\xc3\xb8n Doe";
        Client client;
        client.credentials = {credential("api@example.org", name, "Secret, or not?")};
        const QByteArray row = "WWW-Authenticate: Digest realm=\"api@example.org\", nonce=\"n\", qop=\"auth\", "
                               "algorithm=SHA-512-256, charset=UTF-8";
        const Message first = client.request;
        const AuthPlan extended = client.challenge({row});
        QVERIFY(extended.rows[0].value.startsWith("Digest username*=UTF-8''J%C3%A4s%C3%B8n%20Doe, "));
        QVERIFY(isRight(extended.rows[0], first, name, "Secret, or not?"));
        Client hashed;
        hashed.credentials = client.credentials;
        const AuthPlan userhash = hashed.challenge({row + ", userhash=true"});
        QCOMPARE(directive(userhash.rows[0], "username"),
                 QByteArray("793263caabb707a56211940d90411ea4a575adeccb7e360aeb624ed06ece9b0b"));
        QCOMPARE(directive(userhash.rows[0], "userhash"), QByteArray("true"));
        QVERIFY(isRight(userhash.rows[0], first, name, "Secret, or not?"));
    }

    //= R3310.3.1-1
    //= R8898.2-1
    //= R22.1-3
    void A26_akaAndBearerAreAnsweredAndBasicIsNamed()
    {
        Client client;
        client.credentials = {subscriber("a")};
        const AuthPlan aka =
            client.challenge({"WWW-Authenticate: Digest realm=\"a\", nonce=\"" + testSetNonce + "\", algorithm=AKAv1-MD5"});
        QVERIFY(aka.retry);
        Client overTls;
        overTls.protocol = Protocol::Tls;
        overTls.credentials = {token("a", "t0k3n")};
        const AuthPlan bearer = overTls.challenge({"WWW-Authenticate: Bearer realm=\"a\""});
        QCOMPARE(bearer.rows.value(0).value, QByteArray("Bearer t0k3n"));
        Client basic;
        const AuthPlan none = basic.challenge({"WWW-Authenticate: Basic realm=\"a\""});
        QVERIFY(!none.retry);
        QVERIFY(none.report.summary.contains(QLatin1String("Basic is never answered")));
    }

    //= R22-2
    //= R22.1-4
    //= R22.1-5
    void A27_theRealmIsNamedWhenThereIsNoCredential()
    {
        Client client;
        client.credentials = {credential("a")};
        const AuthPlan plan = client.challenge({proxyB}, 407);
        QVERIFY(!plan.retry);
        QVERIFY(plan.rows.isEmpty());
        QCOMPARE(
            plan.report.summary,
            QStringLiteral("Not answered: no credential for realm \"b\" (there is one for \"a\", it is not used elsewhere)"));
        client.credentials.clear();
        QCOMPARE(client.challenge({proxyB}, 407).report.summary, QStringLiteral("Not answered: no credential for realm \"b\""));

        client.credentials = {credential("", "anybody", "p1"), credential("b", "bob", "p2")};
        QCOMPARE(client.challenge({proxyB}, 407).report.decisions[0].username, QByteArray("bob"));
        client.history = {};
        client.request = requestOf();
        const AuthPlan any = client.challenge({md5A});
        QCOMPARE(any.report.decisions[0].username, QByteArray("anybody"));
        QVERIFY(any.report.decisions[0].why.contains(QLatin1String("any realm")));
    }

    //= R22.1-3
    //= R2617.3.2.1-2
    //= R8760.2.4-2
    //= R22-6
    void A28_everythingThatIsNotAnsweredSaysWhy_data()
    {
        QTest::addColumn<QByteArray>("row");
        QTest::addColumn<QString>("words");
        const auto add = [](const char *row, const char *words) {
            QTest::newRow(words) << QByteArray(row) << QString::fromLatin1(words);
        };
        add("WWW-Authenticate: Basic realm=\"a\"", "Basic is never answered");
        add("WWW-Authenticate: Bearer realm=\"a\"", "access token");
        add("WWW-Authenticate: NoOneKnowsThisScheme opaque-data=here", "NoOneKnowsThisScheme is not supported");
        add("WWW-Authenticate: Digest realm=\"a\", nonce=\"n\", algorithm=AKAv9-MD5", "AKAv9-MD5 is not supported");
        add("WWW-Authenticate: Digest realm=\"a\"", "has no nonce");
        add("WWW-Authenticate: Digest nonce=\"a\"", "has no realm");
        add("WWW-Authenticate: Digest realm=\"a", "cannot be read");
        add("WWW-Authenticate: Digest realm=\"a\", nonce=\"n\", qop=\"auth-conf\"", "not known");
        add("WWW-Authenticate: Digest realm=\"z\", nonce=\"n\"", "no credential for realm \"z\"");
        add("Server: nothing at all", "holds no challenge");
    }
    void A28_everythingThatIsNotAnsweredSaysWhy()
    {
        QFETCH(QByteArray, row);
        QFETCH(QString, words);
        Client client;
        const AuthPlan plan = client.challenge({row});
        QVERIFY(!plan.retry);
        QVERIFY(plan.rows.isEmpty());
        QVERIFY2(plan.report.summary.contains(words), qPrintable(plan.report.summary));
        QVERIFY(!plan.report.willRetry);
        for (const AuthDecision &decision : plan.report.decisions) {
            QVERIFY(!decision.answered);
            QVERIFY(!decision.why.isEmpty());
            QVERIFY(*decision.rule);
        }
        QCOMPARE(plan.history.attempts, 0);
    }

    void A29_theCnonceComesFromTheGivenSourceAndIsLong()
    {
        Client client;
        const QByteArray first = directive(client.challenge({md5A}).rows[0], "cnonce");
        SeededRandom same(1);
        QCOMPARE(first, same.token(128));
        client.history = {};
        client.request = requestOf();
        QVERIFY(directive(client.challenge({md5A}).rows[0], "cnonce") != first);
    }
};

QTEST_GUILESS_MAIN(TestSeedDefects)
#include "tst_seed_defects.moc"
