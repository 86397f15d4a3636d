// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/next_text.h"

#include <QtTest>

using namespace std::chrono_literals;

class TestNextText : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void reads_method_pause_rows_and_body()
    {
        const auto next = diag::parseNext("1500ms INFO | Content-Type: text/plain | X-A: b:c || one\\r\\ntwo || three \\\\");
        QVERIFY(next);
        QCOMPARE(next->method, QByteArray("INFO"));
        QCOMPARE(next->after, sip::Instant(1500ms));
        QCOMPARE(next->rows, (QList<sip::ComposedRow>{{"Content-Type", "text/plain"}, {"X-A", "b:c"}}));
        QCOMPARE(next->body, QByteArray("one\r\ntwo || three \\"));
        QCOMPARE(diag::parseNext("BYE")->method, QByteArray("BYE"));
        QCOMPARE(diag::parseNext("0 FOO")->after, sip::Instant(0));
    }
    void a_key_is_an_info()
    {
        const auto next = diag::parseNext("2s dtmf #");
        QVERIFY(next);
        QCOMPARE(next->method, QByteArray("INFO"));
        QCOMPARE(next->body, QByteArray("Signal=#\r\nDuration=160\r\n"));
        QCOMPARE(next->after, sip::Instant(2s));
    }
    void what_cannot_be_sent_in_a_dialog_is_refused()
    {
        for (const char *text : {"ACK", "2s CANCEL", "2s", "hold FOO", "resume INFO"})
            QVERIFY2(!diag::parseNext(text), text);
    }
    void hold_and_resume_change_the_session()
    {
        const auto hold = diag::parseNext("1s hold"), resume = diag::parseNext("resume UPDATE | X-A: b");
        QVERIFY(hold && resume);
        QCOMPARE(hold->method, QByteArray("INVITE"));
        QCOMPARE(hold->offer, sip::NextRequest::Offer::Hold);
        QCOMPARE(resume->method, QByteArray("UPDATE"));
        QCOMPARE(resume->offer, sip::NextRequest::Offer::Resume);
        QCOMPARE(resume->rows.size(), 1);
        QCOMPARE(*diag::parseNext(diag::nextText(*resume)), *resume);
    }
    void what_is_written_reads_back()
    {
        sip::NextRequest next{.method = "MESSAGE",
                              .rows = {{"Content-Type", "text/plain"}, {"Empty", ""}},
                              .body = "a\\b\r\nc\t\n",
                              .after = 2500ms};
        const auto again = diag::parseNext(diag::nextText(next));
        QVERIFY(again);
        QCOMPARE(again->method, next.method);
        QCOMPARE(again->rows, next.rows);
        QCOMPARE(again->body, next.body);
        QCOMPARE(again->after, next.after);
    }
    void says_how_it_is_written_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("expected");
        QTest::newRow("nothing") << QByteArray() << QStringLiteral("write e.g.");
        QTest::newRow("only a time") << QByteArray("1s") << QStringLiteral("write e.g.");
        QTest::newRow("two words") << QByteArray("RE INVITE") << QStringLiteral("write e.g.");
        QTest::newRow("no method char") << QByteArray("IN(FO") << QStringLiteral("write e.g.");
        QTest::newRow("no colon") << QByteArray("INFO | what") << QStringLiteral("Name: value");
        QTest::newRow("lone backslash") << QByteArray("INFO || a\\") << QStringLiteral("\\\\");
        QTest::newRow("unknown escape") << QByteArray("INFO || a\\q") << QStringLiteral("\\q");
        QTest::newRow("no key") << QByteArray("dtmf") << QStringLiteral("one key");
        QTest::newRow("odd key") << QByteArray("dtmf X") << QStringLiteral("one key");
    }
    void says_how_it_is_written()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, expected);
        const auto next = diag::parseNext(text);
        QCOMPARE(bool(next), expected.isEmpty());
        if (!next)
            QVERIFY2(next.error().detail.contains(expected), qPrintable(next.error().detail));
    }
};

QTEST_GUILESS_MAIN(TestNextText)
#include "tst_next_text.moc"
