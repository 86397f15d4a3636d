// SPDX-License-Identifier: GPL-3.0-or-later
#include "findings_of.h"

#include "auth/digest.h"

#include <QtTest>

using namespace diag;
using namespace Qt::StringLiterals;

namespace {

const QByteArray md5 = "Digest realm=\"example.com\", nonce=\"n1\", algorithm=MD5, qop=\"auth\"";
const QByteArray challengeRow = "WWW-Authenticate: " + md5 + "\r\n";

sip::ComposedRequest composed(const QByteArray &user = "alice", const QByteArray &password = "s3", const QByteArray &realm = {})
{
    sip::ComposedRequest request;
    request.method = "REGISTER";
    request.requestUri = "sip:example.com";
    request.credentials.append(sip::Credential{realm, user, password, {}, {}});
    return request;
}

/// REGISTER, 401, REGISTER with an answer, \a status.
FlowMaker answered(const QByteArray &status, const QByteArray &user, const QByteArray &password,
                   const QByteArray &uri = "sip:example.com", const QByteArray &statusRows = {})
{
    FlowMaker maker("REGISTER");
    maker.send();
    maker.receive("401 Unauthorized", challengeRow);
    maker.send(maker.authorization(md5, user, password, uri));
    maker.receive(status, statusRows);
    return maker;
}

} // namespace

class TestAuthRules : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void a_success_after_a_challenge_needs_no_words()
    {
        const auto request = composed();
        FlowMaker maker = answered("200 OK", "alice", "s3");
        QCOMPARE(rulesOf(maker, &request), QList<QByteArray>());
        FlowMaker odd = answered("200 OK", "alice", "s3", "sip:other.example.com");
        QCOMPARE(rulesOf(odd, &request), QList<QByteArray>());
    }

    //= R22.4-1
    void a_digest_uri_other_than_the_request_uri_is_the_verdict()
    {
        const auto request = composed();
        FlowMaker maker("REGISTER");
        maker.requestUri = "sip:example.com:5060;transport=udp";
        maker.send();
        const quint64 challenge = maker.receive("401 Unauthorized", challengeRow);
        const quint64 retry = maker.send(maker.authorization(md5, "alice", "s3", "sip:example.com"));
        const quint64 refusal = maker.receive("403 Forbidden");
        QCOMPARE(rulesOf(maker, &request), (QList<QByteArray>{"auth.uri-mismatch", "auth.rejected-after-correct-digest"}));
        const Finding verdict = diagnose(maker.flow(), &request).first();
        QVERIFY(verdict.text.contains(QLatin1String("\"sip:example.com\"")));
        QVERIFY(verdict.text.contains(QLatin1String("\"sip:example.com:5060;transport=udp\"")));
        QCOMPARE(verdict.rows, (QList<quint64>{challenge, retry, refusal}));
        QVERIFY(verdict.fix);
        QCOMPARE(verdict.fix->edit, Fix::Edit::DigestUri);
        QCOMPARE(applied(*verdict.fix, request).authPolicy.uriOverride, maker.requestUri);
    }

    void a_new_401_counts_as_refusal_too()
    {
        const auto request = composed();
        FlowMaker maker = answered("401 Unauthorized", "alice", "s3", "sip:example.com;x", challengeRow);
        QCOMPARE(rulesOf(maker, &request).value(0), QByteArray("auth.uri-mismatch"));
    }

    //= R22.2-1
    void a_refusal_after_a_right_answer_never_calls_the_password_right()
    {
        const auto request = composed();
        FlowMaker forbidden = answered("403 Forbidden", "alice", "s3");
        QCOMPARE(rulesOf(forbidden, &request), (QList<QByteArray>{"auth.rejected-after-correct-digest"}));
        const QString text = findingOf(forbidden, "auth.rejected-after-correct-digest", &request).text;
        QVERIFY(!text.contains(QLatin1String("password is right")) && !text.contains(QLatin1String("password is correct")));
        QVERIFY(text.contains(QLatin1String("on file")));
        FlowMaker again = answered("401 Unauthorized", "alice", "s3", "sip:example.com", challengeRow);
        QCOMPARE(rulesOf(again, &request), (QList<QByteArray>{"auth.rejected-after-correct-digest"}));
    }

    void an_answer_that_does_not_follow_from_the_password_is_ours()
    {
        const auto request = composed("alice", "other");
        FlowMaker maker = answered("403 Forbidden", "alice", "s3");
        QCOMPARE(rulesOf(maker, &request), (QList<QByteArray>{"auth.our-digest-wrong"}));
    }

    //= R2617.3.2.3-2
    void a_server_that_does_not_prove_itself_is_named_data()
    {
        QTest::addColumn<QByteArray>("info"); // @: the right rspauth
        QTest::addColumn<QString>("words");   // empty: no finding
        const auto row = [](const char *name, const QByteArray &info, const QString &words) {
            QTest::newRow(name) << info << words;
        };
        row("none", {}, {});
        row("right", "Authentication-Info: qop=auth, rspauth=\"@\", nc=00000001", {});
        row("right, upper case name", "Authentication-Info: RSPAUTH=\"@\"", {});
        row("wrong", "Authentication-Info: rspauth=\"0123\", qop=auth", u"its rspauth is 0123"_s);
        row("of the other kind", "Proxy-Authentication-Info: rspauth=\"0123\"", {});
        row("cnonce of another", "Authentication-Info: rspauth=\"@\", cnonce=\"other\"", u"it repeats the cnonce \"other\""_s);
        row("count of another", "Authentication-Info: rspauth=\"@\", nc=00000007", u"it repeats the count \"00000007\""_s);
        row("count without zeros", "Authentication-Info: rspauth=\"@\", nc=1", {});
        row("unreadable", "Authentication-Info: rspauth=\"", {});
    }
    void a_server_that_does_not_prove_itself_is_named()
    {
        QFETCH(QByteArray, info);
        QFETCH(QString, words);
        const auto request = composed();
        FlowMaker maker("REGISTER");
        maker.send();
        maker.receive("401 Unauthorized", challengeRow);
        const QByteArray authorization = maker.authorization(md5, "alice", "s3", "sip:example.com");
        const qsizetype colon = authorization.indexOf(':');
        const auto values = sip::parseAuth(authorization.mid(colon + 1).trimmed());
        QVERIFY(bool(values));
        auto credentials = sip::digestCredentials(values->first());
        QVERIFY(bool(credentials));
        credentials->input.password = "s3";
        credentials->input.method = "REGISTER";
        const QByteArray proof = sip::computeDigest(credentials->input).rspauthExpected;
        QVERIFY(!proof.isEmpty());
        maker.send(authorization);
        maker.receive("200 OK", info.isEmpty() ? info : info.replace('@', proof) + "\r\n");
        QCOMPARE(rulesOf(maker, &request).contains("auth.server-proof-wrong"), !words.isEmpty());
        if (!words.isEmpty())
            QVERIFY2(findingOf(maker, "auth.server-proof-wrong", &request).text.contains(words),
                     qPrintable(findingOf(maker, "auth.server-proof-wrong", &request).text));
    }

    void without_the_password_nothing_is_claimed()
    {
        FlowMaker imported = answered("403 Forbidden", "alice", "s3");
        QCOMPARE(rulesOf(imported), (QList<QByteArray>{"auth.rejected"}));
        const auto others = composed("carol");
        FlowMaker typed = answered("403 Forbidden", "alice", "s3");
        QCOMPARE(rulesOf(typed, &others), (QList<QByteArray>{"auth.rejected"}));
    }

    void words_of_the_refusal_are_not_lost()
    {
        const auto request = composed();
        FlowMaker maker = answered("403 Forbidden", "alice", "s3", "sip:example.com", "Warning: 399 pbx \"account locked\"\r\n");
        QCOMPARE(rulesOf(maker, &request), (QList<QByteArray>{"auth.rejected-after-correct-digest", "rejected.4xx"}));
        QVERIFY(findingOf(maker, "rejected.4xx", &request).text.contains(QLatin1String("account locked")));
    }

    void a_from_of_another_user_is_named_with_a_fix()
    {
        auto request = composed("1001");
        request.rows = {{"From", "\"A\" <sip:alice@example.com>;x=1"}, {"To", "<sip:alice@example.com>"}};
        FlowMaker maker = answered("403 Forbidden", "1001", "s3");
        QVERIFY(rulesOf(maker, &request).contains("auth.from-differs"));
        const Finding finding = findingOf(maker, "auth.from-differs", &request);
        const auto better = applied(*finding.fix, request);
        QCOMPARE(better.rows[0].value, QByteArray("\"A\" <sip:1001@example.com>;x=1"));
        QCOMPARE(better.rows[1].value, QByteArray("<sip:1001@example.com>"));
        auto sameUser = composed("alice@example.com");
        FlowMaker same = answered("404 Not Found", "alice@example.com", "s3");
        QVERIFY(!rulesOf(same, &sameUser).contains("auth.from-differs"));
    }

    void a_realm_of_another_domain_is_information()
    {
        const auto request = composed();
        FlowMaker maker("REGISTER");
        const QByteArray other = "Digest realm=\"sip-1.pb\", nonce=\"n1\"";
        maker.send();
        maker.receive("401 Unauthorized", "WWW-Authenticate: " + other + "\r\n");
        maker.send(maker.authorization(other, "alice", "s3", maker.requestUri));
        maker.receive("403 Forbidden");
        QCOMPARE(rulesOf(maker, &request), (QList<QByteArray>{"auth.rejected-after-correct-digest", "auth.realm-differs"}));
        QCOMPARE(findingOf(maker, "auth.realm-differs", &request).severity, Finding::Severity::Info);
    }

    void a_403_without_question_is_an_address_list()
    {
        const auto request = composed();
        FlowMaker maker("REGISTER");
        maker.send();
        maker.receive("403 Forbidden", {}, ";received=203.0.113.9");
        QCOMPARE(rulesOf(maker, &request), (QList<QByteArray>{"acl.no-challenge"}));
        QVERIFY(findingOf(maker, "acl.no-challenge", &request).text.contains(QLatin1String("203.0.113.9")));
    }

    //= R22.1-5
    void a_challenge_without_credential_names_the_realm()
    {
        FlowMaker maker("REGISTER");
        maker.send();
        maker.receive("401 Unauthorized", challengeRow);
        sip::ComposedRequest nobody;
        QCOMPARE(rulesOf(maker, &nobody), (QList<QByteArray>{"auth.no-credential"}));
        QCOMPARE(rulesOf(maker), (QList<QByteArray>{"auth.no-credential"}));
        const auto elsewhere = composed("alice", "s3", "other.example.com");
        const QString text = findingOf(maker, "auth.no-credential", &elsewhere).text;
        QVERIFY(text.contains(QLatin1String("\"example.com\"")) && text.contains(QLatin1String("\"other.example.com\"")));
    }

    void an_unanswered_challenge_carries_the_planners_reason()
    {
        const auto request = composed();
        FlowMaker maker("REGISTER");
        maker.send();
        maker.receive("401 Unauthorized", challengeRow);
        sip::AuthPlanned planned;
        sip::AuthDecision decision;
        decision.realm = "example.com";
        decision.why = QStringLiteral("the limit is reached");
        planned.decisions.append(decision);
        maker.add(planned);
        QCOMPARE(rulesOf(maker, &request), (QList<QByteArray>{"auth.not-answered"}));
        QVERIFY(findingOf(maker, "auth.not-answered", &request).text.contains(QLatin1String("the limit is reached")));
    }

    void keys_and_tokens_that_are_missing_are_asked_for()
    {
        const auto request = composed();
        for (const char *row : {"WWW-Authenticate: Digest realm=\"ims\", nonce=\"n\", algorithm=AKAv1-MD5\r\n",
                                "WWW-Authenticate: Bearer realm=\"ims\"\r\n"}) {
            FlowMaker maker("REGISTER");
            maker.send();
            maker.receive("401 Unauthorized", row);
            QCOMPARE(rulesOf(maker, &request), (QList<QByteArray>{"auth.no-credential"}));
            const QString text = findingOf(maker, "auth.no-credential", &request).text;
            QVERIFY2(text.contains(QLatin1String("\"ims\"")) && !text.contains(QLatin1String("asks for a password")),
                     qPrintable(text));
        }
    }

    void what_we_cannot_compute_is_named()
    {
        const auto request = composed();
        FlowMaker maker("REGISTER");
        maker.send();
        maker.receive("401 Unauthorized", "WWW-Authenticate: Digest realm=\"ims\", nonce=\"n\", algorithm=AKAv9-MD5\r\n");
        QCOMPARE(rulesOf(maker, &request), (QList<QByteArray>{"auth.unsupported-algorithm"}));
        QVERIFY(findingOf(maker, "auth.unsupported-algorithm", &request).text.contains(QLatin1String("AKAv9-MD5")));
        FlowMaker none("REGISTER");
        none.send();
        none.receive("401 Unauthorized");
        QCOMPARE(rulesOf(none, &request), (QList<QByteArray>{"auth.no-challenge-header", "response.odd"}));
    }

    //= R2617.3.2.1-4
    void nonces_that_are_always_stale_are_the_servers_fault()
    {
        const auto request = composed();
        FlowMaker maker("REGISTER");
        maker.send();
        maker.receive("401 Unauthorized", challengeRow);
        for (int i = 0; i < 3; ++i) {
            maker.send(maker.authorization(md5, "alice", "s3", maker.requestUri));
            maker.receive("401 Unauthorized", "WWW-Authenticate: " + md5 + ", stale=TRUE\r\n");
        }
        QCOMPARE(rulesOf(maker, &request), (QList<QByteArray>{"auth.stale-loop"}));
        QCOMPARE(findingOf(maker, "auth.stale-loop", &request).rows.size(), 3);
    }

    //= R8760.2.4-1
    void the_weaker_of_two_algorithms_is_mentioned()
    {
        const auto request = composed();
        FlowMaker maker("REGISTER");
        maker.send();
        maker.receive("401 Unauthorized",
                      challengeRow +
                          "WWW-Authenticate: Digest realm=\"example.com\", nonce=\"n2\", algorithm=SHA-256, qop=\"auth\"\r\n");
        maker.send(maker.authorization(md5, "alice", "s3", maker.requestUri));
        maker.receive("200 OK");
        QCOMPARE(rulesOf(maker, &request), (QList<QByteArray>{"auth.downgrade"}));
        const Finding finding = findingOf(maker, "auth.downgrade", &request);
        QCOMPARE(applied(*finding.fix, request).authPolicy.choice, sip::AuthPolicy::Choice::Strongest);
    }

    void bytes_typed_by_hand_get_no_button_that_would_change_nothing()
    {
        auto request = composed();
        request.raw = true;
        FlowMaker maker = answered("403 Forbidden", "alice", "s3", "sip:example.com;x");
        QVERIFY(!findingOf(maker, "auth.uri-mismatch", &request).fix);
    }
};

QTEST_GUILESS_MAIN(TestAuthRules)
#include "tst_auth_rules.moc"
