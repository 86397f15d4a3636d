// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/behaviours.h"
#include "practice/practice_server.h"
#include "support/places.h"

#include <QFile>
#include <QSet>
#include <QTest>

using namespace diag;
using Kind = Behaviour::Kind;

class TestPracticeBehaviours : public QObject {
    Q_OBJECT
private slots:
    void every_example_of_the_table_is_understood()
    {
        QSet<QByteArray> names;
        QSet<int> kinds;
        for (const PracticeBehaviour &row : practiceBehaviours()) {
            const auto behaviour = parseBehaviour(row.example);
            QVERIFY2(behaviour, row.example);
            QVERIFY2(QByteArray(row.example).startsWith(row.name), row.example);
            QVERIFY2(QByteArray(row.syntax).startsWith(row.name), row.syntax);
            QVERIFY2(QByteArray(row.summary).endsWith('.'), row.summary);
            names.insert(row.name);
            kinds.insert(int(behaviour->kind));
        }
        QCOMPARE(names.size(), practiceBehaviours().size());
        QCOMPARE(kinds.size(), practiceBehaviours().size() - 2); // refer and presence are names for what ok does too
    }
    void the_help_page_lists_every_row()
    {
        QFile page(places::source("resources/help/practice-server.md"));
        QVERIFY(page.open(QIODevice::ReadOnly));
        const QByteArray text = page.readAll();
        for (const PracticeBehaviour &row : practiceBehaviours())
            QVERIFY2(text.contains("| `" + QByteArray(row.syntax) + "` |"), row.syntax);
    }
    void arguments_are_read_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("number");
        QTest::newRow("plain") << QByteArray("ok") << int(Kind::Ok) << 0;
        QTest::newRow("any case, space around") << QByteArray("  Busy ") << int(Kind::Busy) << 0;
        QTest::newRow("ring without a time") << QByteArray("ring") << int(Kind::Ring) << 3000;
        QTest::newRow("ring") << QByteArray("ring:40") << int(Kind::Ring) << 40;
        QTest::newRow("slow") << QByteArray("slow: 1500") << int(Kind::Slow) << 1500;
        QTest::newRow("big-drop") << QByteArray("big-drop:1300") << int(Kind::BigDrop) << 1300;
        QTest::newRow("limit") << QByteArray("limit:1300") << int(Kind::Limit) << 1300;
        QTest::newRow("hops") << QByteArray("hops:3") << int(Kind::Hops) << 3;
        QTest::newRow("loss") << QByteArray("loss:2") << int(Kind::Loss) << 2;
        QTest::newRow("code") << QByteArray("code:699") << int(Kind::Code) << 699;
    }
    void arguments_are_read()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, kind);
        QFETCH(int, number);
        const auto behaviour = parseBehaviour(text);
        QVERIFY(behaviour);
        QCOMPARE(int(behaviour->kind), kind);
        QCOMPARE(behaviour->number, number);
    }
    void a_digest_has_algorithm_qop_and_realm_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("algorithm");
        QTest::addColumn<bool>("auth");
        QTest::addColumn<bool>("authInt");
        QTest::addColumn<QByteArray>("realm");
        const auto row = [](const char *text, const char *algorithm, bool auth, bool authInt, const char *realm) {
            QTest::newRow(text) << QByteArray(text) << QByteArray(algorithm) << auth << authInt << QByteArray(realm);
        };
        row("auth:MD5", "MD5", true, false, "");
        row("auth:md5-sess,none", "MD5-sess", false, false, "");
        row("auth:SHA-256,auth-int", "SHA-256", false, true, "");
        row("auth:SHA-512-256-sess,both,example.com", "SHA-512-256-sess", true, true, "example.com");
        row("auth:SHA-256,realm=example.com", "SHA-256", true, false, "example.com");
        row("proxy407", "MD5", true, false, "");
        row("stale:SHA-256", "SHA-256", true, false, "");
    }
    void a_digest_has_algorithm_qop_and_realm()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, algorithm);
        QFETCH(bool, auth);
        QFETCH(bool, authInt);
        QFETCH(QByteArray, realm);
        const auto behaviour = parseBehaviour(text);
        QVERIFY(behaviour);
        QVERIFY(behaviour->challenges());
        QCOMPARE(serverAlgorithmName(behaviour->digest.algorithm), algorithm);
        QCOMPARE(behaviour->digest.auth, auth);
        QCOMPARE(behaviour->digest.authInt, authInt);
        QCOMPARE(behaviour->realm, realm);
    }
    void an_unknown_name_is_answered_with_all_known_ones()
    {
        const auto behaviour = parseBehaviour("nonsense");
        QVERIFY(!behaviour);
        QCOMPARE(behaviour.error().code, sip::Error::Code::Syntax);
        for (const PracticeBehaviour &row : practiceBehaviours())
            QVERIFY2(behaviour.error().detail.contains(QLatin1String(row.syntax)), row.syntax);
    }
    void what_does_not_fit_is_refused_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text : {"",
                                 ":",
                                 "slow",
                                 "slow:",
                                 "slow:-1",
                                 "slow:1x",
                                 "slow:999999999999",
                                 "code:99",
                                 "code:700",
                                 "loss:0",
                                 "big-drop:0",
                                 "limit:0",
                                 "hops:0",
                                 "hops:70",
                                 "ok:1",
                                 "busy:",
                                 "auth",
                                 "auth:",
                                 "auth:CRC32",
                                 "auth:MD5,auth,realm,more",
                                 "ring:+5"})
            QTest::newRow(*text ? text : "empty") << QByteArray(text);
    }
    void what_does_not_fit_is_refused()
    {
        QFETCH(QByteArray, text);
        const auto behaviour = parseBehaviour(text);
        QVERIFY(!behaviour);
        QVERIFY(!behaviour.error().detail.isEmpty());
        QVERIFY(behaviour.error().offset >= 0);
    }
};

QTEST_GUILESS_MAIN(TestPracticeBehaviours)
#include "tst_practice_behaviours.moc"
