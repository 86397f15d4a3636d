// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/server_digest.h"

#include "auth/digest_vectors.h"

#include <QTest>

using namespace diag;
using namespace std::chrono_literals;
using Kind = DigestVerdict::Kind;

namespace {

constexpr const char *realm = "practice.invalid";
const QList<DigestAccount> accounts = {{"1001", "s3cret"}, {"J\xc3\xa4s\xc3\xb8n Doe", "Secret, or not?"}};

/// One directive of a challenge.
QByteArray directive(const QByteArray &challenge, const char *name)
{
    const auto values = sip::parseAuth(challenge);
    const sip::AuthParam *param = values ? values->first().find(name) : nullptr;
    return param ? param->value : QByteArray();
}

/// A client that answers challenges; every field may be spoilt before it does.
struct Answer {
    DigestFacts facts;
    QByteArray username = "1001";
    QByteArray extra;
    QByteArray text() const
    {
        QByteArray value = "Digest username=" + sip::quoted(username) + ", realm=" + sip::quoted(facts.realm) + ", nonce=\"" +
                           facts.nonce + "\", uri=\"" + facts.uri + "\", response=\"" + expectedResponse(facts) +
                           "\", algorithm=" + serverAlgorithmName(facts.algorithm) + extra;
        if (!facts.qop.isEmpty())
            value += ", qop=" + facts.qop + ", nc=" + facts.nc;
        if (!facts.qop.isEmpty() || facts.algorithm.session)
            value += ", cnonce=\"" + facts.cnonce + "\"";
        return value;
    }
};

Answer answerTo(const QByteArray &challenge, const DigestOffer &offer)
{
    Answer answer;
    answer.facts = {offer.algorithm,
                    "1001",
                    directive(challenge, "realm"),
                    "s3cret",
                    "REGISTER",
                    "sip:practice.invalid",
                    {},
                    directive(challenge, "nonce"),
                    "0a4f113b",
                    "00000001",
                    offer.auth      ? "auth"
                    : offer.authInt ? "auth-int"
                                    : "",
                    {}};
    return answer;
}

} // namespace

class TestServerDigest : public QObject {
    Q_OBJECT

    static QByteArray directiveOf(const QByteArray &challenge, const char *name)
    {
        const auto values = sip::parseAuth(challenge);
        const sip::AuthParam *param = values ? values->first().find(name) : nullptr;
        return param ? param->value : QByteArray();
    }

    DigestOffer m_offer{{ServerHash::Sha256, false}, true, false};
    DigestVerdict check(DigestGuard &guard, const QByteArray &row, sip::Instant now = 1s, const QByteArray &body = {})
    {
        return guard.check({row}, m_offer, realm, accounts, "REGISTER", body, now);
    }

private slots:
    void init() { m_offer = {{ServerHash::Sha256, false}, true, false}; }

    void published_vectors_come_out_right_data()
    {
        QTest::addColumn<int>("index");
        for (int i = 0; i < int(std::size(digestVectors)); ++i)
            if (serverAlgorithm(digestVectors[i].algorithm) && digestVectors[i].response[0])
                QTest::addRow("%s %d", digestVectors[i].tag, i) << i;
    }
    void published_vectors_come_out_right()
    {
        QFETCH(int, index);
        const DigestVector &v = digestVectors[index];
        const DigestFacts facts{*serverAlgorithm(v.algorithm),
                                v.username,
                                v.realm,
                                v.password,
                                v.method,
                                v.uri,
                                v.sdpBody ? sdpBody : "",
                                v.nonce,
                                v.cnonce,
                                QByteArray::number(v.nc, 16).rightJustified(8, '0'),
                                v.qop,
                                v.sessionCnonce};
        QCOMPARE(expectedResponse(facts), QByteArray(v.response));
        if (v.rspauth[0])
            QCOMPARE(expectedRspauth(facts, facts.body), QByteArray(v.rspauth)); // the vectors answer with the same body
    }
    void sha_512_256_is_not_a_cut_sha_512() // RFC 7616 3.9.2: the userhash of the example
    {
        QCOMPARE(serverHashHex(ServerHash::Sha512_256, "J\xc3\xa4s\xc3\xb8n Doe:api@example.org"),
                 QByteArray("793263caabb707a56211940d90411ea4a575adeccb7e360aeb624ed06ece9b0b"));
    }
    void algorithms_are_known_by_name_in_any_case()
    {
        for (const char *name : {"MD5", "MD5-sess", "SHA-256", "SHA-256-sess", "SHA-512-256", "SHA-512-256-sess"}) {
            QVERIFY(serverAlgorithm(name));
            QCOMPARE(serverAlgorithmName(*serverAlgorithm(QByteArray(name).toLower())), QByteArray(name));
        }
        QVERIFY(!serverAlgorithm("SHA-1"));
        QVERIFY(!serverAlgorithm(""));
        QVERIFY(!serverAlgorithm("-sess"));
    }
    void a_challenge_names_what_is_offered()
    {
        sip::SeededRandom random(1);
        DigestGuard guard(random);
        const QByteArray both = guard.challenge({{ServerHash::Md5, true}, true, true}, realm, true, 1s);
        QCOMPARE(directive(both, "algorithm"), QByteArray("MD5-sess"));
        QCOMPARE(directive(both, "qop"), QByteArray("auth,auth-int"));
        QCOMPARE(directive(both, "realm"), QByteArray(realm));
        QCOMPARE(directive(both, "stale"), QByteArray("true"));
        const QByteArray old = guard.challenge({{}, false, false}, realm, false, 1s);
        QVERIFY(!old.contains("qop") && !old.contains("stale"));
        QVERIFY(directive(old, "nonce") != directive(both, "nonce"));
    }
    void a_right_answer_is_accepted_in_every_form_data()
    {
        QTest::addColumn<QByteArray>("algorithm");
        QTest::addColumn<int>("qops"); // 1 auth, 2 auth-int
        for (const char *name : {"MD5", "MD5-sess", "SHA-256", "SHA-256-sess", "SHA-512-256", "SHA-512-256-sess"})
            for (int qops = 0; qops < 3; ++qops)
                QTest::addRow("%s %d", name, qops) << QByteArray(name) << qops;
    }
    void a_right_answer_is_accepted_in_every_form()
    {
        QFETCH(QByteArray, algorithm);
        QFETCH(int, qops);
        m_offer = {*serverAlgorithm(algorithm), qops == 1, qops == 2};
        sip::SeededRandom random(1);
        DigestGuard guard(random);
        Answer answer = answerTo(guard.challenge(m_offer, realm, false, 0s), m_offer);
        answer.facts.body = "the body";
        const DigestVerdict verdict = check(guard, answer.text(), 1s, "the body");
        QCOMPARE(verdict.kind, Kind::Right);
        QCOMPARE(verdict.user, QByteArray("1001"));
        QCOMPARE(verdict.uri, QByteArray("sip:practice.invalid"));
        QCOMPARE(authenticationInfo(verdict.facts, {}).isEmpty(), qops == 0);
    }
    void no_credentials_or_those_of_another_realm_are_absent()
    {
        sip::SeededRandom random(1);
        DigestGuard guard(random);
        QCOMPARE(guard.check({}, m_offer, realm, accounts, "REGISTER", {}, 1s).kind, Kind::Absent);
        QCOMPARE(check(guard, "Basic MTAwMTpzM2NyZXQ=").kind, Kind::Absent);
        Answer other = answerTo(guard.challenge(m_offer, realm, false, 0s), m_offer);
        other.facts.realm = "example.com";
        QCOMPARE(check(guard, other.text()).kind, Kind::Absent);
    }
    void the_credentials_are_found_among_others()
    {
        sip::SeededRandom random(1);
        DigestGuard guard(random);
        const Answer answer = answerTo(guard.challenge(m_offer, realm, false, 0s), m_offer);
        Answer other = answer;
        other.facts.realm = "example.com";
        QCOMPARE(guard.check({other.text(), answer.text()}, m_offer, realm, accounts, "REGISTER", {}, 1s).kind, Kind::Right);
    }
    void what_is_wrong_is_called_wrong_data()
    {
        QTest::addColumn<QByteArray>("what");
        for (const char *what : {"password", "user", "method", "body", "realm case"})
            QTest::newRow(what) << QByteArray(what);
    }
    void what_is_wrong_is_called_wrong()
    {
        QFETCH(QByteArray, what);
        m_offer = {{ServerHash::Md5, false}, false, true};
        sip::SeededRandom random(1);
        DigestGuard guard(random);
        Answer answer = answerTo(guard.challenge(m_offer, realm, false, 0s), m_offer);
        answer.facts.body = "the body";
        if (what == "password")
            answer.facts.password = "S3cret";
        else if (what == "user")
            answer.username = answer.facts.user = "1003";
        else if (what == "method")
            answer.facts.method = "INVITE";
        else if (what == "body")
            answer.facts.body = "the bodY";
        else
            answer.facts.realm = "Practice.invalid";
        const Kind expected = what == "realm case" ? Kind::Absent : Kind::Wrong;
        QCOMPARE(check(guard, answer.text(), 1s, "the body").kind, expected);
    }
    void what_was_not_offered_is_malformed()
    {
        sip::SeededRandom random(1);
        DigestGuard guard(random);
        const Answer good = answerTo(guard.challenge(m_offer, realm, false, 0s), m_offer);
        Answer answer = good;
        answer.facts.algorithm = {ServerHash::Md5, false};
        QCOMPARE(check(guard, answer.text()).kind, Kind::Malformed);
        answer = good;
        answer.facts.qop = "auth-int";
        QCOMPARE(check(guard, answer.text()).kind, Kind::Malformed);
        answer = good;
        answer.facts.qop.clear();
        QCOMPARE(check(guard, answer.text()).kind, Kind::Malformed);
        for (const char *nc : {"1", "0000000g", "000000001"}) {
            answer = good;
            answer.facts.nc = nc;
            QCOMPARE(check(guard, answer.text()).kind, Kind::Malformed);
        }
        QCOMPARE(check(guard, "Digest realm=\"practice.invalid\", algorithm=SHA-256").kind, Kind::Malformed);
        QCOMPARE(check(guard, good.text()).kind, Kind::Right);
    }
    void a_nonce_count_is_good_once_and_only_upwards()
    {
        sip::SeededRandom random(1);
        DigestGuard guard(random);
        Answer answer = answerTo(guard.challenge(m_offer, realm, false, 0s), m_offer);
        QCOMPARE(check(guard, answer.text()).kind, Kind::Right);
        QCOMPARE(check(guard, answer.text()).kind, Kind::Replay);
        answer.facts.nc = "0000000a";
        QCOMPARE(check(guard, answer.text()).kind, Kind::Right);
        answer.facts.nc = "00000009";
        QCOMPARE(check(guard, answer.text()).kind, Kind::Replay);
    }
    void a_wrong_answer_does_not_use_up_the_count()
    {
        sip::SeededRandom random(1);
        DigestGuard guard(random);
        const Answer answer = answerTo(guard.challenge(m_offer, realm, false, 0s), m_offer);
        Answer wrong = answer;
        wrong.facts.password = "guess";
        QCOMPARE(check(guard, wrong.text()).kind, Kind::Wrong);
        QCOMPARE(check(guard, answer.text()).kind, Kind::Right);
    }
    void old_unknown_and_spent_nonces_are_stale()
    {
        sip::SeededRandom random(1);
        DigestGuard guard(random);
        Answer answer = answerTo(guard.challenge(m_offer, realm, false, 0s), m_offer);
        QCOMPARE(check(guard, answer.text(), DigestGuard::NonceLifetime + 1s).kind, Kind::Stale);
        QCOMPARE(check(guard, answer.text(), DigestGuard::NonceLifetime).kind, Kind::Right);
        answer.facts.nonce = "made-up";
        QCOMPARE(check(guard, answer.text()).kind, Kind::Stale);
        answer.facts.password = "guess";
        QCOMPARE(check(guard, answer.text()).kind, Kind::Wrong);
        const Answer spent = answerTo(guard.challenge(m_offer, realm, false, 0s, true), m_offer);
        QCOMPARE(check(guard, spent.text()).kind, Kind::Stale);
    }
    void nonces_are_bounded()
    {
        sip::SeededRandom random(1);
        DigestGuard guard(random);
        const Answer first = answerTo(guard.challenge(m_offer, realm, false, 0s), m_offer);
        for (qsizetype i = 0; i < DigestGuard::MaxNonces; ++i)
            guard.challenge(m_offer, realm, false, 0s);
        QCOMPARE(guard.nonceCount(), DigestGuard::MaxNonces);
        QCOMPARE(check(guard, first.text()).kind, Kind::Stale);
    }
    void a_session_key_keeps_its_first_cnonce()
    {
        m_offer = {{ServerHash::Sha256, true}, true, false};
        sip::SeededRandom random(1);
        DigestGuard guard(random);
        Answer answer = answerTo(guard.challenge(m_offer, realm, false, 0s), m_offer);
        QCOMPARE(check(guard, answer.text()).kind, Kind::Right);
        answer.facts.nc = "00000002";
        answer.facts.cnonce = "1b5e224c";
        QCOMPARE(check(guard, answer.text()).kind, Kind::Wrong);
        answer.facts.sessionCnonce = "0a4f113b";
        QCOMPARE(check(guard, answer.text()).kind, Kind::Right);
    }
    void user_names_may_be_hashed_or_extended()
    {
        sip::SeededRandom random(1);
        DigestGuard guard(random);
        Answer answer = answerTo(guard.challenge(m_offer, realm, false, 0s), m_offer);
        answer.username = serverHashHex(ServerHash::Sha256, "1001:practice.invalid");
        QCOMPARE(check(guard, answer.text()).kind, Kind::Wrong);
        answer.extra = ", userhash=true";
        QCOMPARE(check(guard, answer.text()).kind, Kind::Right);

        answer.facts.user = accounts[1].user;
        answer.facts.password = accounts[1].password;
        answer.facts.nc = "00000002";
        answer.extra = ", username*=UTF-8''J%C3%A4s%C3%B8n%20Doe";
        QByteArray row = answer.text();
        row.remove(row.indexOf("username="), row.indexOf("realm=") - row.indexOf("username="));
        const DigestVerdict verdict = check(guard, row);
        QCOMPARE(verdict.kind, Kind::Right);
        QCOMPARE(verdict.user, accounts[1].user);
    }
    //= R2617.3.2.3-1
    void the_next_nonce_is_good_and_the_one_before_stale()
    {
        sip::SeededRandom random(1);
        DigestGuard guard(random);
        DigestFacts facts;
        facts.nonce = directiveOf(guard.challenge(m_offer, realm, false, 1s), "nonce");
        facts.cnonce = facts.sessionCnonce = "0a4f113b";
        const QByteArray next = guard.nextNonce(facts, 2s);
        QVERIFY(next != facts.nonce);
        QCOMPARE(guard.nonceCount(), 2);
        facts.qop = "auth";
        facts.nc = "00000001";
        QVERIFY(authenticationInfo(facts, {}, next).startsWith("nextnonce=\"" + next + "\", qop=auth, rspauth=\""));
        facts.qop.clear();
        QCOMPARE(authenticationInfo(facts, {}, next), "nextnonce=\"" + next + '"');
        QVERIFY(authenticationInfo(facts, {}).isEmpty());
    }
    //= R3310.3.1-1
    void each_aka_challenge_has_a_higher_sequence_number()
    {
        sip::SeededRandom random(1);
        DigestGuard guard(random);
        sip::SubscriberSecret secret;
        secret.k = "465b5ce8b199b49faa5f0a2ee238a6bc";
        secret.op = "cdc202d5123e20f62b6d676ac72cb318";
        auto keys = sip::subscriberKeys(secret);
        QVERIFY(keys);
        DigestOffer offer;
        offer.aka = sip::AkaVersion::V1;
        for (int i = 0; i < 3; ++i) {
            const QByteArray value = guard.akaChallenge(offer, realm, {"1001", {}, *keys}, 1s);
            QVERIFY(value.contains("algorithm=AKAv1-MD5"));
            const sip::AkaCheck check = sip::checkAka(directiveOf(value, "nonce"), *keys);
            QCOMPARE(check.kind, sip::AkaCheck::Kind::Right);
            keys->sqn = check.sqn;
        }
    }
};

QTEST_GUILESS_MAIN(TestServerDigest)
#include "tst_server_digest.moc"
