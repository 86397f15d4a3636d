// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/answer_text.h"

#include <QtTest>

using namespace std::chrono_literals;

class TestAnswerText : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void reads_statuses_with_pauses()
    {
        const auto answer = diag::parseAnswer("INVITE: 180, 2s  200");
        QVERIFY(answer);
        QCOMPARE(answer->method, QByteArray("INVITE"));
        QCOMPARE(answer->steps.size(), 2);
        QCOMPARE(answer->steps[0].status, 180);
        QCOMPARE(answer->steps[0].after, sip::Instant(0));
        QCOMPARE(answer->steps[1].status, 200);
        QCOMPARE(answer->steps[1].after, sip::Instant(2s));
        QVERIFY(diag::parseAnswer("*: by hand")->steps.isEmpty());
        QCOMPARE(diag::parseAnswer("INFO: silence")->steps.first().status, 0);
    }
    void what_is_written_reads_back()
    {
        for (const char *text :
             {"INVITE: 180, 2s 200", "INVITE: 180", "INFO: 100, 200", "*: 486", "INFO: silence", "FOO: by hand"})
            QCOMPARE(diag::answerText(*diag::parseAnswer(text)), QByteArray(text));
    }
    void says_how_it_is_written_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("expected");
        QTest::newRow("nothing") << QByteArray() << QStringLiteral("METHOD: STATUS");
        QTest::newRow("no colon") << QByteArray("INVITE 200") << QStringLiteral("METHOD: STATUS");
        QTest::newRow("no method") << QByteArray(": 200") << QStringLiteral("METHOD: STATUS");
        QTest::newRow("no status") << QByteArray("INVITE:") << QStringLiteral("100 to 699");
        QTest::newRow("99") << QByteArray("INVITE: 99") << QStringLiteral("100 to 699");
        QTest::newRow("700") << QByteArray("INVITE: 700") << QStringLiteral("100 to 699");
        QTest::newRow("pause without unit") << QByteArray("INVITE: 2 200") << QStringLiteral("100 to 699");
        QTest::newRow("provisional only") << QByteArray("INFO: 180") << QStringLiteral("needs a final one");
        QTest::newRow("provisional only, all") << QByteArray("*: 100, 1s 183") << QStringLiteral("every request but INVITE");
        QTest::newRow("reliable, not INVITE")
            << QByteArray("INFO: 183 reliable, 200") << QStringLiteral("only answers to INVITE");
        QTest::newRow("BYE") << QByteArray("BYE: 180") << QStringLiteral("always answered 200");
        QTest::newRow("BYE by hand") << QByteArray("BYE: by hand") << QStringLiteral("always answered 200");
        QTest::newRow("CANCEL") << QByteArray("CANCEL: 481") << QStringLiteral("no rule decides");
        QTest::newRow("ACK") << QByteArray("ACK: silence") << QStringLiteral("no rule decides");
        QTest::newRow("after a final") << QByteArray("INVITE: 200, 180") << QStringLiteral("final");
    }
    void says_how_it_is_written()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, expected);
        const auto answer = diag::parseAnswer(text);
        QVERIFY(!answer);
        QVERIFY2(answer.error().detail.contains(expected), qPrintable(answer.error().detail));
    }
};

QTEST_GUILESS_MAIN(TestAnswerText)
#include "tst_answer_text.moc"
