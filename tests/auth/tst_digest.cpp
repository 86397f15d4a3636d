// SPDX-License-Identifier: GPL-3.0-or-later
// The arithmetic of Digest and its header text.
#include "auth/digest.h"
#include "auth/digest_vectors.h"

#include <QTest>

using namespace sip;

namespace {

AuthValue authValue(const QByteArray &text)
{
    const auto all = parseAuth(text);
    return all && !all->isEmpty() ? all->first() : AuthValue{};
}

DigestChallenge challengeOf(const QByteArray &text)
{
    const auto challenge = digestChallenge(authValue(text));
    return challenge ? *challenge : DigestChallenge{};
}

DigestInput bobsInput(const QByteArray &challenge)
{
    DigestInput input;
    input.challenge = challengeOf(challenge);
    input.username = "bob";
    input.password = "zanzibar";
    input.method = "INVITE";
    input.uri = "sip:bob@biloxi.com";
    input.cnonce = "0a4f113b";
    return input;
}

QByteArray answerTo(const QByteArray &challenge, const QByteArray &qop = "auth", const QByteArray &username = "bob")
{
    DigestInput input = bobsInput(challenge);
    input.qop = qop;
    input.username = username;
    return writeAuthorization(input, computeDigest(input));
}

} // namespace

class TestDigest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    //= R7616.3.3-2
    //= R22.4-2
    void hash_constants_are_those_of_the_standards()
    {
        QCOMPARE(hashHex(HashAlgorithm::Md5, {}), QByteArray("d41d8cd98f00b204e9800998ecf8427e"));
        QCOMPARE(hashHex(HashAlgorithm::Sha256, {}),
                 QByteArray("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
        QCOMPARE(hashHex(HashAlgorithm::Sha512_256, {}),
                 QByteArray("c672b8d1ef56ed28ab87c3622c5114069bdd3ad7b8f9737498d0c01ecef0967a"));
        QCOMPARE(QByteArrayView(sdpBody).size(), 243);
        QCOMPARE(hashHex(HashAlgorithm::Md5, sdpBody), QByteArray("c1ed018b8ec4a3b170c0921f5b564e48"));
        QCOMPARE(hashHex(HashAlgorithm::Sha256, sdpBody),
                 QByteArray("7bdb5eafe23ce10590f4aa0b8e9c4d4d095cbb596dc3be9c291f351c32e604b7"));
        QCOMPARE(hashHex(HashAlgorithm::Sha512_256, sdpBody),
                 QByteArray("a605844e59e38408df7deb9002b98d53f33881aa7fa3d0b08e0f5c31e2c35887"));
    }

    //= R2617.3.2.2-1
    //= R2617.3.2.2-3
    //= R2617.3.2.2-4
    //= R2617.3.2.2-5
    //= R2617.3.2.3-2
    //= R8760.2.6-1
    void vectors_data()
    {
        QTest::addColumn<int>("index");
        for (int i = 0; i < int(std::size(digestVectors)); ++i)
            QTest::newRow(digestVectors[i].tag) << i;
    }
    void vectors()
    {
        QFETCH(int, index);
        const DigestVector &vector = digestVectors[index];
        DigestInput input;
        input.challenge.realm = vector.realm;
        input.challenge.nonce = vector.nonce;
        input.challenge.algorithm = digestAlgorithm(vector.algorithm);
        input.username = vector.username;
        input.password = vector.password;
        input.method = vector.method;
        input.uri = vector.uri;
        input.body = vector.sdpBody ? sdpBody : "";
        input.qop = vector.qop;
        input.cnonce = vector.cnonce;
        input.nc = vector.nc;
        input.sessionCnonce = vector.sessionCnonce;
        QVERIFY(input.challenge.algorithm);

        const DigestResult result = computeDigest(input);
        const bool isSession = input.challenge.algorithm->session;
        QCOMPARE(result.a1, input.username + ':' + input.challenge.realm + ':' + input.password);
        QCOMPARE(result.sessionA1.isEmpty(), !isSession);
        QCOMPARE(result.bodyHash.isEmpty(), input.qop != "auth-int");
        QCOMPARE(result.ha2, hashHex(input.challenge.algorithm->hash, result.a2));
        QCOMPARE(result.ha1, hashHex(input.challenge.algorithm->hash, isSession ? result.sessionA1 : result.a1));
        if (*vector.ha1)
            QCOMPARE(result.ha1, QByteArray(vector.ha1));
        if (*vector.ha2)
            QCOMPARE(result.ha2, QByteArray(vector.ha2));
        QCOMPARE(result.response, QByteArray(vector.response));
        QCOMPARE(result.response.size(), input.challenge.algorithm->hash == HashAlgorithm::Md5 ? 32 : 64);
        if (*vector.rspauth)
            QCOMPARE(computeRspauth(input, result, input.body), QByteArray(vector.rspauth));
        QCOMPARE(result.rspauthExpected, computeRspauth(input, result, {}));
        QCOMPARE(result.rspauthExpected.isEmpty(), input.qop.isEmpty());

        // The same from a stored HA1, whatever the case of its digits.
        DigestInput stored = input;
        stored.password.clear();
        stored.ha1 = hashHex(input.challenge.algorithm->hash, result.a1).toUpper();
        QCOMPARE(computeDigest(stored).response, result.response);
        QVERIFY(computeDigest(stored).a1.isEmpty());
    }

    //= R7616.3.3-2
    void sha_512_256_is_not_a_cut_sha_512()
    {
        DigestInput input;
        input.challenge.realm = "api@example.org";
        input.challenge.nonce = "5TsQWLVdgBdmrQ0XsxbDODV+57QdFR34I9HAbC/RVvkK";
        input.challenge.algorithm = digestAlgorithm("SHA-512-256");
        input.challenge.userhash = true;
        input.username = "J\303\244s\303\270n Doe";
        input.password = "Secret, or not?";
        input.method = "GET";
        input.uri = "/doe.json";
        input.qop = "auth";
        input.cnonce = "NTg6RKcb9boFIAS3KrFK9BGeh+iDa/sm6jUMp2wds69v";
        const DigestResult result = computeDigest(input);
        QVERIFY(result.response != "ae66e67d6b427bd3f120414a82e4acff38e8ecd9101d6c861229025f607a79dd");
        QVERIFY(result.ha1 != "5c6783001d858140bd16077dd8d4d3afaad20b9993c741f4cb675d057ff76c1b");
        QVERIFY(result.usernameOnWire != "488869477bf257147b804c45308cd62ac4e25eb717b12b298c79e62dcea254ec");
        //= R7616.3.4.4-1
        QCOMPARE(result.usernameOnWire, QByteArray("793263caabb707a56211940d90411ea4a575adeccb7e360aeb624ed06ece9b0b"));
        QVERIFY(writeAuthorization(input, result).contains("userhash=true"));
        //= R7616.3.4-1
        input.challenge.userhash = false;
        input.challenge.utf8 = true;
        const QByteArray header = writeAuthorization(input, computeDigest(input));
        QVERIFY(header.contains("username*=UTF-8''J%C3%A4s%C3%B8n%20Doe,"));
        QVERIFY(!header.contains("username="));
        QCOMPARE(digestCredentials(authValue(header))->input.username, input.username);
    }

    //= R7616.3.4.4-1
    void userhash_follows_the_algorithm_data()
    {
        QTest::addColumn<QByteArray>("hash");
        QTest::newRow("MD5") << QByteArray("d3486d41d4666541c4f024aee188d517");
        QTest::newRow("SHA-256") << QByteArray("aafc60b9fa3e13876262208200cd6aebf77f59d79e854061f632f35f6cb30e0c");
        QTest::newRow("SHA-512-256") << QByteArray("9048950d1a848b6170b2617fde5d2e4fadab223bde661df84f953aa961c701b6");
    }
    void userhash_follows_the_algorithm()
    {
        QFETCH(QByteArray, hash);
        const QByteArray answer = answerTo("Digest realm=\"biloxi.com\", nonce=\"n\", qop=\"auth\", userhash=true, algorithm=" +
                                           QByteArray(QTest::currentDataTag()));
        QVERIFY(answer.contains("username=\"" + hash + '"'));
        QVERIFY(answer.contains("userhash=true"));
        QVERIFY(digestCredentials(authValue(answer))->userhash);
    }

    //= R7616.3.3-1
    void every_algorithm_and_session_form_is_read_in_any_case()
    {
        const QList<QByteArray> names = {"MD5", "MD5-sess", "SHA-256", "SHA-256-sess", "SHA-512-256", "SHA-512-256-sess"};
        for (const QByteArray &name : names) {
            QVERIFY(digestAlgorithm(name));
            QCOMPARE(algorithmName(*digestAlgorithm(name)), name);
            QCOMPARE(digestAlgorithm(name.toLower()), digestAlgorithm(name));
            QCOMPARE(digestAlgorithm(name)->session, name.endsWith("sess"));
        }
        QCOMPARE(algorithmName(*digestAlgorithm({})), QByteArray("MD5"));
        for (const char *other : {"SHA-512", "SHA-1", "AKAv9-MD5", "-sess", "MD5-", "MD5,SHA-256", "token"})
            QVERIFY2(!digestAlgorithm(other), other);
    }

    void md5_sess_challenge_is_read()
    {
        const DigestChallenge challenge = challengeOf("Digest realm=\"a\", nonce=\"n\", algorithm=MD5-sess, qop=\"auth\"");
        QVERIFY(challenge.algorithm);
        QVERIFY(challenge.algorithm->session);
    }

    //= R2617.3.2.1-3
    void stale_in_any_case_quoted_or_not()
    {
        for (const char *text : {"true", "TRUE", "\"true\"", "\"True\"", "\" true \""})
            QVERIFY2(challengeOf("Digest realm=\"a\", nonce=\"n\", stale=" + QByteArray(text)).stale, text);
        for (const char *text : {"false", "FALSE", "\"false\"", "yes", "\"\""})
            QVERIFY2(!challengeOf("Digest realm=\"a\", nonce=\"n\", stale=" + QByteArray(text)).stale, text);
    }

    //= R2617.3.2.2-5
    void auth_int_hashes_the_real_body()
    {
        DigestInput input = bobsInput("Digest realm=\"biloxi.com\", nonce=\"n\", qop=\"auth-int\"");
        input.qop = "auth-int";
        input.method = "MESSAGE";
        input.body = "hello";
        QCOMPARE(computeDigest(input).bodyHash, QByteArray("5d41402abc4b2a76b9719d911017c592"));
        const QByteArray withBody = computeDigest(input).response;
        input.body.clear();
        QVERIFY(computeDigest(input).response != withBody);
    }

    //= R2617.3.2.1-1
    void an_empty_opaque_is_returned_and_an_absent_one_is_not()
    {
        QVERIFY(answerTo("Digest realm=\"a\", nonce=\"n\", opaque=\"\"").contains("opaque=\"\""));
        QVERIFY(answerTo("Digest realm=\"a\", nonce=\"n\", opaque=\"x\"").contains("opaque=\"x\""));
        QVERIFY(!answerTo("Digest realm=\"a\", nonce=\"n\"").contains("opaque"));
    }

    //= R2617.3.2.2-3
    void quotes_and_backslashes_are_escaped_on_the_wire_only()
    {
        const QByteArray answer = answerTo("Digest realm=\"re\\\"alm\", nonce=\"abc\", qop=\"auth\"", "auth", "J\"o\\e");
        QVERIFY(answer.contains("username=\"J\\\"o\\\\e\", realm=\"re\\\"alm\""));
        const auto back = digestCredentials(authValue(answer));
        QVERIFY(back);
        QCOMPARE(back->input.username, QByteArray("J\"o\\e"));
        QCOMPARE(back->input.challenge.realm, QByteArray("re\"alm"));
    }

    void unquoted_qop_is_qop()
    {
        QCOMPARE(challengeOf("Digest realm=\"a\", nonce=\"n\", qop=auth").qops, QList<QByteArray>{"auth"});
        const QList<QByteArray> both{"auth", "auth-int"};
        QCOMPARE(challengeOf("Digest realm=\"a\", nonce=\"n\", qop=\" AUTH , auth-int,\"").qops, both);
        QVERIFY(challengeOf("Digest realm=\"a\", nonce=\"n\", qop=\"\"").qops.isEmpty());
        QCOMPARE(challengeOf("Digest realm=\"a\", nonce=\"n\", qop=\"\"").oddities.size(), 1);
    }

    //= R2617.3.2.2-2
    //= R22.4-4
    void each_directive_is_quoted_or_not_as_the_rfc_says()
    {
        DigestInput input = bobsInput("Digest realm=\"biloxi.com\", nonce=\"dcd98b7102dd2f0e8b11d0f600bfb0c093\", "
                                      "opaque=\"5ccc069c403ebaf9f0171e9517f40e41\", algorithm=\"md5\", qop=\"auth,auth-int\"");
        input.qop = "auth";
        input.nc = 0x1f;
        const DigestResult result = computeDigest(input);
        QCOMPARE(writeAuthorization(input, result),
                 "Digest username=\"bob\", realm=\"biloxi.com\", nonce=\"dcd98b7102dd2f0e8b11d0f600bfb0c093\", "
                 "uri=\"sip:bob@biloxi.com\", response=\"" +
                     result.response +
                     "\", algorithm=md5, cnonce=\"0a4f113b\", opaque=\"5ccc069c403ebaf9f0171e9517f40e41\", qop=auth, "
                     "nc=0000001f");
    }

    //= R22.4-3
    void without_qop_there_is_neither_cnonce_nor_nc()
    {
        const QByteArray answer = answerTo("Digest realm=\"a\", nonce=\"n\"", {});
        QVERIFY(!answer.contains("cnonce"));
        QVERIFY(!answer.contains("nc="));
        QVERIFY(!answer.contains("qop"));
        QVERIFY(!answer.contains("algorithm")); // the challenge named none
        // The session form cannot be checked by the server without the cnonce.
        QVERIFY(answerTo("Digest realm=\"a\", nonce=\"n\", algorithm=MD5-sess", {}).contains("cnonce=\"0a4f113b\""));
    }

    void credentials_read_back_give_the_same_digest()
    {
        DigestInput input = bobsInput("Digest realm=\"biloxi.com\", nonce=\"n1\", opaque=\"\", algorithm=SHA-256-sess, "
                                      "qop=\"auth,auth-int\"");
        input.qop = "auth-int";
        input.body = sdpBody;
        input.nc = 7;
        const DigestResult result = computeDigest(input);
        const auto back = digestCredentials(authValue(writeAuthorization(input, result)));
        QVERIFY(back);
        DigestInput again = back->input;
        QCOMPARE(again.nc, 7u);
        QCOMPARE(again.uri, input.uri);
        QVERIFY(again.challenge.hasOpaque);
        again.password = input.password;
        again.method = input.method;
        again.body = input.body;
        QCOMPARE(computeDigest(again).response, back->response);
        QCOMPARE(back->response, result.response);
    }

    //= R2617.3.2.1-2
    //= R22-6
    void odd_challenges_are_told_from_each_other()
    {
        QCOMPARE(digestChallenge(authValue("Basic realm=\"a\"")).error().code, Error::Code::Unsupported);
        QCOMPARE(digestChallenge(authValue("Digest realm=\"a\"")).error().code, Error::Code::Missing);
        QCOMPARE(digestChallenge(authValue("Digest nonce=\"a\"")).error().code, Error::Code::Missing);
        const DigestChallenge unknown = challengeOf("Digest realm=\"a\", nonce=\"n\", algorithm=AKAv9-MD5");
        QVERIFY(!unknown.algorithm);
        QCOMPARE(unknown.algorithmText, QByteArray("AKAv9-MD5"));
        const DigestChallenge twice = challengeOf("Digest realm=\"a\", nonce=\"n\", nonce=\"m\", colour=\"red\"");
        QCOMPARE(twice.nonce, QByteArray("n"));
        QCOMPARE(twice.oddities.size(), 2);
        QVERIFY(twice.oddities[0].contains(QLatin1String("nonce")));
        QVERIFY(twice.oddities[1].contains(QLatin1String("colour")));
    }

    void an_unknown_algorithm_computes_nothing()
    {
        DigestInput input = bobsInput("Digest realm=\"a\", nonce=\"n\", algorithm=AKAv9-MD5");
        input.qop = "auth";
        QVERIFY(computeDigest(input).response.isEmpty());
        QVERIFY(computeRspauth(input, {}, {}).isEmpty());
    }

    void incomplete_credentials_name_what_is_missing()
    {
        const QByteArray whole = "Digest username=\"bob\", realm=\"a\", nonce=\"n\", uri=\"sip:a\", response=\"00\"";
        QVERIFY(digestCredentials(authValue(whole)));
        for (const char *name : {"username", "realm", "nonce", "uri", "response"}) {
            QByteArray without = whole;
            without.replace(QByteArray(name) + '=', "x=");
            const auto credentials = digestCredentials(authValue(without));
            QVERIFY(!credentials);
            QCOMPARE(credentials.error().code, Error::Code::Missing);
            QVERIFY(credentials.error().detail.contains(QLatin1String(name)));
        }
        QCOMPARE(digestCredentials(authValue("Bearer abc=")).error().code, Error::Code::Unsupported);
    }
};

QTEST_GUILESS_MAIN(TestDigest)
#include "tst_digest.moc"
