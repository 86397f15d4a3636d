// SPDX-License-Identifier: GPL-3.0-or-later
// What is answered in a 401 or 407, and what is said about it. Defects of other stacks by their numbers (a1_, a2_, ...).
#include "auth/auth_planner.h"
#include "message/message_draft.h"
#include "message/parser.h"

#include <QTest>

using namespace sip;

namespace {

const QByteArray md5A = "WWW-Authenticate: Digest realm=\"a\", nonce=\"n1\", qop=\"auth\"";
const QByteArray shaA = "WWW-Authenticate: Digest realm=\"a\", nonce=\"n2\", algorithm=SHA-256, qop=\"auth\"";
const QByteArray proxyB = "Proxy-Authenticate: Digest realm=\"b\", nonce=\"p1\", qop=\"auth\"";

Credential credential(const QByteArray &realm, const QByteArray &username = "alice", const QByteArray &password = "secret")
{
    Credential c;
    c.realm = realm;
    c.username = username;
    c.password = password;
    return c;
}

Message requestOf(const QByteArray &method = "OPTIONS", const QByteArray &body = {},
                  const QByteArray &uri = "sip:bob@Example.COM;transport=udp")
{
    return parseMessage(method + ' ' + uri +
                        " SIP/2.0\r\nVia: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bKa\r\nFrom: <sip:alice@example.com>;tag=1\r\n"
                        "To: <sip:bob@example.com>\r\nCall-ID: c\r\nCSeq: 1 " +
                        method + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
}

Message responseOf(const QList<QByteArray> &rows, int status = 401)
{
    return parseMessage("SIP/2.0 " + QByteArray::number(status) + " Challenge\r\n" + rows.join("\r\n") + "\r\n\r\n");
}

QByteArray directive(const AuthPlan::Row &row, const char *name)
{
    const auto values = parseAuth(row.value);
    const AuthParam *param = values && !values->isEmpty() ? values->first().find(name) : nullptr;
    return param ? param->value : QByteArray();
}

/// What the server would compute, from the words on the wire and the password alone.
bool isRight(const AuthPlan::Row &row, const Message &request, const QByteArray &username, const QByteArray &password,
             const QByteArray &sessionCnonce = {})
{
    const auto values = parseAuth(row.value);
    const auto sent = digestCredentials(values->first());
    if (!sent)
        return false;
    DigestInput input = sent->input;
    input.username = username;
    input.password = password;
    input.method = request.method().toByteArray();
    input.body = request.body().toByteArray();
    input.sessionCnonce = sessionCnonce;
    return computeDigest(input).response == sent->response;
}

/// A client in small: keeps credentials, history and the request last sent.
struct Client {
    Message request = requestOf();
    QList<Credential> credentials{credential("a"), credential("b", "alice", "other secret")};
    AuthPolicy policy;
    AuthHistory history;
    SeededRandom random{1};

    AuthPlan challenge(const QList<QByteArray> &rows, int status = 401)
    {
        AuthPlan plan = planAuthentication(responseOf(rows, status), request, credentials, policy, history, random);
        history = plan.history;
        if (!plan.retry)
            return plan;
        MessageDraft draft = MessageDraft::from(request);
        draft.remove(HeaderId::Authorization);
        draft.remove(HeaderId::ProxyAuthorization);
        for (const AuthPlan::Row &row : plan.rows)
            draft.append(row.header, row.value);
        request = draft.toMessage();
        return plan;
    }
};

} // namespace

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

    //= R7616.3.3-1
    void a1_a2_every_algorithm_is_answered_data()
    {
        QTest::addColumn<QByteArray>("qop");
        for (const char *name : {"MD5", "MD5-sess", "SHA-256", "SHA-256-sess", "SHA-512-256", "SHA-512-256-sess"})
            for (const char *qop : {"", "auth", "auth-int"})
                QTest::addRow("%s %s", name, qop) << QByteArray(qop);
    }
    void a1_a2_every_algorithm_is_answered()
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

    //= R8760.2.4-1
    //= R8760.2.3-1
    void a3_a5_the_topmost_supported_row_counts_unless_told_otherwise()
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
        client = {};
        QVERIFY(client.challenge({md5A, "WWW-Authenticate: Bearer realm=\"a\""}).retry);
        client = {};
        QVERIFY(client.challenge({"WWW-Authenticate: Bearer realm=\"a\"", md5A}).retry);
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

    //= R7616.5-1
    void md5_beside_something_stronger_is_called_a_possible_downgrade()
    {
        Client client;
        QVERIFY(client.challenge({shaA, md5A}).report.decisions[0].why.contains(QLatin1String("on the path")));
        client = {};
        QVERIFY(!client.challenge({md5A}).report.decisions[0].why.contains(QLatin1String("on the path")));
    }

    //= R7.3.1-5
    void a4_challenges_merged_into_one_row_are_taken_apart()
    {
        Client client;
        const AuthPlan plan = client.challenge({shaA + ", Digest realm=\"b\", nonce=\"n3\", qop=\"auth\", Basic realm=\"a\""});
        QCOMPARE(plan.report.decisions.size(), 3);
        QCOMPARE(plan.rows.size(), 2);
    }

    //= R22.1-7
    //= R22.3-2
    void a6_another_realm_or_header_kind_is_not_a_loop()
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
    void a7_two_realms_in_one_response_get_two_rows()
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

    //= R2617.3.2.1-3
    //= R2617.3.2.2-1
    void a8_a9_stale_is_answered_again_and_a_new_nonce_counts_from_one()
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

    //= R2617.3.2.2-5
    void a10_auth_int_covers_the_body_as_sent()
    {
        Client client;
        client.request = requestOf("MESSAGE", "hello\r\n\0 \xff");
        const Message first = client.request;
        const AuthPlan plan = client.challenge({"WWW-Authenticate: Digest realm=\"a\", nonce=\"n\", qop=\"auth-int\""});
        QVERIFY(isRight(plan.rows[0], first, "alice", "secret"));
        QCOMPARE(plan.report.workings[0].bodyHash, hashHex(HashAlgorithm::Md5, first.body()));
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

    //= R22.4-1
    void a11_uri_is_the_request_uri_as_written()
    {
        Client client;
        const AuthPlan plan = client.challenge({md5A});
        QCOMPARE(directive(plan.rows[0], "uri"), QByteArray("sip:bob@Example.COM;transport=udp"));
        client = {};
        client.policy.uriOverride = "sip:other@example.com";
        QCOMPARE(directive(client.challenge({md5A}).rows[0], "uri"), QByteArray("sip:other@example.com"));
    }

    //= R2617.3.2.1-1
    void a12_names_with_quotes_are_answered_and_named_when_rejected()
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

    void a13_unquoted_qop_is_used()
    {
        Client client;
        const AuthPlan plan = client.challenge({"WWW-Authenticate: Digest realm=\"a\", nonce=\"n\", qop=auth"});
        QCOMPARE(directive(plan.rows[0], "qop"), QByteArray("auth"));
    }

    //= R22-2
    //= R22.1-4
    //= R22.1-5
    void a16_a27_a_credential_serves_its_realm_only_and_the_realm_is_named()
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

    void find_credential_takes_the_exact_realm_before_any_realm()
    {
        const QList<Credential> all{credential("", "any"), credential("b", "bob"), credential("b", "later")};
        QCOMPARE(findCredential(all, "b")->username, QByteArray("bob"));
        QCOMPARE(findCredential(all, "B")->username, QByteArray("any"));
        QCOMPARE(findCredential(all, "")->username, QByteArray("any"));
        QCOMPARE(findCredential({}, "b"), nullptr);
    }

    //= R22-3
    void a16_a_stored_ha1_serves_its_realm_and_algorithm_only()
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

    //= R22-1
    void a19_ack_and_cancel_never_get_credentials()
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

    void a21_a_copy_of_the_challenge_weighed_with_the_same_history_gives_the_same_plan()
    {
        const Message request = requestOf();
        SeededRandom one(7), two(7);
        const QList<Credential> credentials{credential("a")};
        const AuthPlan a = planAuthentication(responseOf({md5A}), request, credentials, {}, {}, one);
        const AuthPlan b = planAuthentication(responseOf({md5A}), request, credentials, {}, {}, two);
        QCOMPARE(a.rows[0].value, b.rows[0].value);
    }

    void a22_the_request_is_not_touched()
    {
        const Message request = requestOf();
        const QByteArray before = request.wire();
        SeededRandom random(1);
        Q_UNUSED(planAuthentication(responseOf({md5A}), request, {credential("a")}, {}, {}, random));
        QCOMPARE(request.wire(), before);
    }

    //= R22.3-6
    void a24_both_header_kinds_count_in_both_statuses()
    {
        for (const int status : {401, 407}) {
            Client client;
            const AuthPlan plan = client.challenge({md5A, proxyB}, status);
            QCOMPARE(plan.rows.size(), 2);
            QCOMPARE(plan.rows[0].header, HeaderId::Authorization);
            QCOMPARE(plan.rows[1].header, HeaderId::ProxyAuthorization);
        }
    }

    //= R22.1-3
    //= R2617.3.2.1-2
    //= R8760.2.4-2
    //= R22-6
    void a28_everything_that_is_not_answered_says_why_data()
    {
        QTest::addColumn<QByteArray>("row");
        QTest::addColumn<QString>("words");
        const auto add = [](const char *row, const char *words) {
            QTest::newRow(words) << QByteArray(row) << QString::fromLatin1(words);
        };
        add("WWW-Authenticate: Basic realm=\"a\"", "Basic is never answered");
        add("WWW-Authenticate: Bearer realm=\"a\"", "access token");
        add("WWW-Authenticate: NoOneKnowsThisScheme opaque-data=here", "NoOneKnowsThisScheme is not supported");
        add("WWW-Authenticate: Digest realm=\"a\", nonce=\"n\", algorithm=AKAv1-MD5", "AKAv1-MD5 is not supported");
        add("WWW-Authenticate: Digest realm=\"a\"", "has no nonce");
        add("WWW-Authenticate: Digest nonce=\"a\"", "has no realm");
        add("WWW-Authenticate: Digest realm=\"a", "cannot be read");
        add("WWW-Authenticate: Digest realm=\"a\", nonce=\"n\", qop=\"auth-conf\"", "not known");
        add("WWW-Authenticate: Digest realm=\"z\", nonce=\"n\"", "no credential for realm \"z\"");
        add("Server: nothing at all", "holds no challenge");
    }
    void a28_everything_that_is_not_answered_says_why()
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

    void a28_what_is_readable_is_answered_beside_what_is_not()
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

    void a29_the_cnonce_comes_from_the_given_source_and_is_long()
    {
        Client client;
        const QByteArray first = directive(client.challenge({md5A}).rows[0], "cnonce");
        SeededRandom same(1);
        QCOMPARE(first, same.token(128));
        client.history = {};
        client.request = requestOf();
        QVERIFY(directive(client.challenge({md5A}).rows[0], "cnonce") != first);
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
