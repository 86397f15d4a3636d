// SPDX-License-Identifier: GPL-3.0-or-later
// AKA: the nonce, the keys as typed, and what is answered (RFC 3310, RFC 4169).
#include "auth/aka.h"
#include "auth/credential_fit.h"
#include "auth/planner_client.h"

#include <QTest>

using namespace planner;
using Kind = AkaCheck::Kind;

namespace {

const char *const k = "465b5ce8b199b49faa5f0a2ee238a6bc";
const char *const op = "cdc202d5123e20f62b6d676ac72cb318";
const char *const opc = "cd63cb71954a9f4e48a5994e37a02baf";
const QByteArray sqn = QByteArray::fromHex("ff9bb4d0b607");

SubscriberKeys keys(const QByteArray &sqnHex = {})
{
    const auto read = subscriberKeys({k, op, {}, {}, sqnHex});
    return read ? *read : SubscriberKeys{};
}

/// A challenge of a network that knows the keys.
QByteArray nonceWith(const QByteArray &sqnHex, const QByteArray &amf = QByteArray::fromHex("8000"), const QByteArray &data = {})
{
    const QByteArray rand = QByteArray::fromHex("00112233445566778899aabbccddeeff");
    return akaNonceText({rand, akaAutn(keys(), rand, QByteArray::fromHex(sqnHex), amf), data});
}

QByteArray challengeRow(const QByteArray &nonce, const QByteArray &more = ", algorithm=AKAv1-MD5, qop=\"auth\"")
{
    return "WWW-Authenticate: Digest realm=\"a\", nonce=\"" + nonce + '"' + more;
}

QByteArray allWords(const AuthPlanned &report)
{
    QByteArray all = report.summary.toUtf8();
    for (const AuthDecision &d : report.decisions)
        all += d.why.toUtf8();
    for (const DigestWorking &w : report.workings)
        all += w.aka.toUtf8() + w.a2 + w.ha2 + w.response + w.auts;
    return all;
}

} // namespace

class TestAka : public QObject {
    Q_OBJECT

private Q_SLOTS:
    //= R3310.3.1-1
    void the_nonce_is_taken_apart_with_or_without_padding()
    {
        const auto parts = akaNonce(testSetNonce);
        QVERIFY(parts);
        QCOMPARE(parts->rand.toHex(), QByteArray("23553cbe9637a89d218ae64dae47bf35"));
        QCOMPARE(parts->autn.toHex(), QByteArray("55f328b43577b9b94a9ffac354dfafb3"));
        QVERIFY(parts->serverData.isEmpty());
        QCOMPARE(akaNonceText(*parts), testSetNonce);
        QCOMPARE(akaNonceText({parts->rand, parts->autn, "more"}), (parts->rand + parts->autn + "more").toBase64());
        QCOMPARE(akaNonce(testSetNonce.chopped(1))->autn, parts->autn);
        QCOMPARE(akaNonce("CjPk9mRqNuT25eRkajM09uTl9nM09uTl9nMz5OX25PZz==")->serverData.size(), 1); // 33 octets, RFC 3310 3.3
        QVERIFY(!akaNonce("n1"));
        QVERIFY(!akaNonce(QByteArray(31, 'x').toBase64()));
        QVERIFY(!akaNonce("not*base64*at*all*not*base64*at*all*not*base64*at*all"));
    }

    //= R3310-1
    void keys_are_read_in_hex_data()
    {
        QTest::addColumn<SubscriberSecret>("secret");
        QTest::addColumn<QString>("words");
        QTest::addColumn<int>("offset");
        QTest::newRow("no K") << SubscriberSecret{{}, op, {}, {}, {}} << "needs K" << -1;
        QTest::newRow("no OP") << SubscriberSecret{k, {}, {}, {}, {}} << "needs OP or OPc" << -1;
        QTest::newRow("both") << SubscriberSecret{k, op, opc, {}, {}} << "not both" << -1;
        QTest::newRow("short K") << SubscriberSecret{"465b", op, {}, {}, {}}
                                 << "K has 16 octets, which is 32 hex digits; 4 are given" << -1;
        QTest::newRow("odd OPc") << SubscriberSecret{k, {}, QByteArray(opc).chopped(1), {}, {}} << "OPc has 16 octets" << -1;
        QTest::newRow("letter") << SubscriberSecret{"465g", op, {}, {}, {}} << "character 4 is none" << 3;
        QTest::newRow("long AMF") << SubscriberSecret{k, op, {}, "800000", {}} << "AMF has 2 octets" << -1;
        QTest::newRow("short SQN") << SubscriberSecret{k, op, {}, {}, "20"} << "SQN has 6 octets" << -1;
    }
    void keys_are_read_in_hex()
    {
        QFETCH(SubscriberSecret, secret);
        QFETCH(QString, words);
        QFETCH(int, offset);
        const auto read = subscriberKeys(secret);
        QVERIFY(!read);
        QVERIFY2(read.error().detail.contains(words), qPrintable(read.error().detail));
        QCOMPARE(read.error().offset, offset);
    }
    void op_and_opc_give_the_same_keys_and_spaces_do_not_matter()
    {
        QCOMPARE(keys().opc.toHex(), QByteArray(opc));
        const auto spaced = subscriberKeys({QByteArray(k).insert(8, ' ').toUpper(), {}, QByteArray(opc).insert(2, ':'), {}, {}});
        QVERIFY(spaced);
        QCOMPARE(spaced->k, keys().k);
        QCOMPARE(spaced->opc, keys().opc);
    }

    //= R3310.3.3-1
    //= R4169.3-1
    void the_password_is_that_of_the_vectors()
    {
        const QByteArray rand = akaNonce(testSetNonce)->rand;
        QCOMPARE(akaPassword(AkaVersion::V1, rand, keys()).toHex(), QByteArray("a54211d5e3ba50bf"));
        QCOMPARE(akaPassword(AkaVersion::V2, rand, keys()), QByteArray("shzt3q8CWaZnCAWqs3WmEQ=="));
        QCOMPARE(akaAutn(keys(), rand, sqn, QByteArray::fromHex("b9b9")).toHex(), QByteArray("55f328b43577b9b94a9ffac354dfafb3"));
    }

    //= R3310.3.2-1
    //= R3310.3.4-1
    void mac_and_sqn_are_checked()
    {
        QCOMPARE(checkAka(testSetNonce, keys()).kind, Kind::Right);
        QCOMPARE(checkAka(testSetNonce, keys("ff9bb4d0b606")).kind, Kind::Right);
        QCOMPARE(checkAka(testSetNonce, keys("ff9bb4d0b606")).sqn, sqn);

        const AkaCheck used = checkAka(testSetNonce, keys("ff9bb4d0b607"));
        QCOMPARE(used.kind, Kind::Resynchronise);
        QCOMPARE(used.auts, QByteArray("uoU/PBI8z0TpNZbjVcY="));
        QCOMPARE(sqnFromAuts(used.auts, akaNonce(testSetNonce)->rand, keys()), sqn);
        QVERIFY(sqnFromAuts("uoU/PBI8z0TpNZbjVcc=", akaNonce(testSetNonce)->rand, keys()).isEmpty());
        QVERIFY(sqnFromAuts("short", akaNonce(testSetNonce)->rand, keys()).isEmpty());

        SubscriberKeys other = keys();
        other.k[0] = char(other.k[0] ^ 1);
        const AkaCheck wrong = checkAka(testSetNonce, other);
        QCOMPARE(wrong.kind, Kind::WrongMac);
        QVERIFY(wrong.text.contains(QLatin1String("network not authenticated")));
        QCOMPARE(checkAka("n1", keys()).kind, Kind::Unreadable);

        SubscriberKeys amf = keys();
        amf.amf = QByteArray::fromHex("8000");
        QVERIFY(checkAka(testSetNonce, amf).text.contains(QLatin1String("AMF is b9b9, not 8000")));
    }

    void the_answers_of_the_vectors_come_out_data()
    {
        QTest::addColumn<QByteArray>("algorithm");
        QTest::addColumn<QByteArray>("qop");
        QTest::addColumn<QByteArray>("auts");
        QTest::addColumn<QByteArray>("ha1");
        QTest::addColumn<QByteArray>("response");
        const auto add = [](const char *name, const char *algorithm, const char *qop, const char *auts, const char *ha1,
                            const char *response) {
            QTest::newRow(name) << QByteArray(algorithm) << QByteArray(qop) << QByteArray(auts) << QByteArray(ha1)
                                << QByteArray(response);
        };
        add("V3a", "AKAv1-MD5", "", "", "ad52b30fb09eeea28788aa5fd98b19b9", "70cd8f74ae885b6f74d36df3867aa234");
        add("V3a auth", "AKAv1-MD5", "auth", "", "ad52b30fb09eeea28788aa5fd98b19b9", "2d913d3d2b2e7b47e7287a0a0889685a");
        add("V3a auth-int", "AKAv1-MD5", "auth-int", "", "ad52b30fb09eeea28788aa5fd98b19b9", "e329c08c093ee89cef24f0cf5bc0a9e6");
        add("V3b", "AKAv2-MD5", "auth", "", "88ada0811b75e7218b640a475b64cf19", "0fb3df40b13bf0980ea3591f61f23fde");
        add("V3c", "AKAv1-MD5", "auth", "uoU/PBI8z0TpNZbjVcY=", "3485da0154256e8b2484a70a5cc42ac3",
            "6f57617e7b8e09f2aa903bdbdb4d3b67");
    }
    void the_answers_of_the_vectors_come_out()
    {
        QFETCH(QByteArray, algorithm);
        QFETCH(QByteArray, qop);
        QFETCH(QByteArray, auts);
        QFETCH(QByteArray, ha1);
        QFETCH(QByteArray, response);
        DigestInput input;
        input.challenge.realm = "home.example.net";
        input.challenge.nonce = testSetNonce;
        input.challenge.algorithm = digestAlgorithm(algorithm);
        QVERIFY(input.challenge.algorithm);
        QCOMPARE(algorithmName(*input.challenge.algorithm), algorithm);
        input.auts = auts;
        Credential alice = subscriber("home.example.net");
        alice.username = "alice_private@home.example.net";
        useCredential(input, alice);
        input.method = "REGISTER";
        input.uri = "sip:home.example.net";
        input.qop = qop;
        input.cnonce = "0a4f113b";
        const DigestResult result = computeDigest(input);
        QCOMPARE(result.ha1, ha1);
        QCOMPARE(result.response, response);
        QCOMPARE(writeAuthorization(input, result).contains("auts="), !auts.isEmpty());
        const auto read = digestCredentials(parseAuth(writeAuthorization(input, result))->first());
        QCOMPARE(read->input.auts, auts);
    }

    void a_challenge_is_answered_with_sentences_and_no_secret()
    {
        for (const char *algorithm : {"AKAv1-MD5", "AKAv2-MD5", "akav1-md5", "AKAv1-MD5-sess"}) {
            Client client;
            client.credentials = {subscriber("a")};
            const AuthPlan plan =
                client.challenge({challengeRow(testSetNonce, QByteArray(", qop=\"auth\", algorithm=") + algorithm)});
            QVERIFY(plan.retry);
            QCOMPARE(directive(plan.rows[0], "algorithm"), QByteArray(algorithm));
            const AuthDecision &decision = plan.report.decisions[0];
            QVERIFY(decision.why.contains(QLatin1String("the MAC in AUTN is right")));
            QVERIFY(decision.why.contains(QLatin1String("ff9bb4d0b607")));
            const QByteArray words = allWords(plan.report);
            for (const char *secret : {k, op, opc, "a54211d5e3ba50bf", "shzt3q8CWaZnCAWqs3WmEQ==",
                                       "b40ba9a3c58b2a05bbf0d987b21bf8cb", "f769bcd751044604127672711c6d3441"})
                QVERIFY(!words.contains(secret));
        }
    }

    void a_wrong_mac_is_never_answered()
    {
        Client client;
        client.credentials = {subscriber("a")};
        client.credentials[0].subscriber.op = QByteArray(op).replace('c', 'd');
        const AuthPlan plan = client.challenge({challengeRow(testSetNonce)});
        QVERIFY(!plan.retry);
        QVERIFY(plan.rows.isEmpty());
        QCOMPARE(QByteArray(plan.report.decisions[0].rule), QByteArray("R3310.3.2-1"));
        QVERIFY(plan.report.summary.contains(QLatin1String("network not authenticated")));
        QVERIFY(!plan.report.decisions[0].credentialMissing);
        QVERIFY(plan.history.sequences.isEmpty());
    }

    void keys_that_cannot_be_read_are_named()
    {
        Client client;
        client.credentials = {subscriber("a")};
        client.credentials[0].subscriber.k = "12";
        QVERIFY(client.challenge({challengeRow(testSetNonce)}).report.summary.contains(QLatin1String("K has 16 octets")));
        QVERIFY(client.challenge({challengeRow("n1")}).report.summary.contains(QLatin1String("K has 16 octets")));
    }

    void a_sequence_number_out_of_range_is_told_to_the_server_once()
    {
        Client client;
        client.credentials = {subscriber("a")};
        client.credentials[0].subscriber.sqn = "000000000100";
        const Message first = client.request;
        const AuthPlan resync = client.challenge({challengeRow(nonceWith("000000000020"))});
        QVERIFY(resync.retry);
        QVERIFY(!directive(resync.rows[0], "auts").isEmpty());
        QVERIFY(isRight(resync.rows[0], first, "alice", {})); // empty password
        QCOMPARE(resync.report.workings[0].auts, directive(resync.rows[0], "auts"));
        QVERIFY(resync.report.decisions[0].why.contains(QLatin1String("not above 000000000100")));

        Client obeyed = client;
        const AuthPlan good = obeyed.challenge({challengeRow(nonceWith("000000000120"))});
        QVERIFY(good.retry);
        QVERIFY(directive(good.rows[0], "auts").isEmpty());
        QVERIFY(good.report.decisions[0].why.contains(QLatin1String("took up our SQN")));
        QCOMPARE(good.history.sequences.value(0).sqn.toHex(), QByteArray("000000000120"));

        const AuthPlan stubborn = client.challenge({challengeRow(nonceWith("000000000021"))});
        QVERIFY(!stubborn.retry);
        QVERIFY(stubborn.report.summary.contains(QLatin1String("still sends one that is not above it")));
    }

    void the_number_is_kept_and_a_second_use_of_it_is_out_of_range()
    {
        Client client;
        client.credentials = {subscriber("a")};
        QVERIFY(client.challenge({challengeRow(nonceWith("000000000020"))}).retry);
        QCOMPARE(client.history.sequences.value(0), (AuthHistory::Sequence{"alice", QByteArray::fromHex("000000000020")}));
        client.request = requestOf(); // another request
        const AuthPlan again = client.challenge({challengeRow(nonceWith("00000000001f"))});
        QVERIFY(!directive(again.rows.value(0), "auts").isEmpty());
    }

    void a_rejected_answer_blames_the_keys()
    {
        Client client;
        client.credentials = {subscriber("a")};
        client.challenge({challengeRow(nonceWith("000000000020"))});
        const AuthPlan rejected = client.challenge({challengeRow(nonceWith("000000000040"))});
        QVERIFY(!rejected.retry);
        QVERIFY(rejected.report.summary.contains(QLatin1String("keys of the subscriber")));
    }

    void keys_serve_aka_only_and_a_password_does_not()
    {
        Client client;
        const AuthPlan needsKeys = client.challenge({challengeRow(testSetNonce)});
        QVERIFY(!needsKeys.retry);
        QVERIFY(needsKeys.report.decisions[0].credentialMissing);
        QVERIFY(needsKeys.report.summary.contains(QLatin1String("needs the keys of a subscriber")));
        client.credentials = {subscriber("a")};
        const AuthPlan needsPassword = client.challenge({md5A});
        QVERIFY(!needsPassword.retry);
        QVERIFY(needsPassword.report.summary.contains(QLatin1String("serve AKA only")));
        client.credentials = {subscriber("a"), credential("a")};
        QVERIFY(client.challenge({md5A}).retry);
    }
};

QTEST_GUILESS_MAIN(TestAka)
#include "tst_aka.moc"
