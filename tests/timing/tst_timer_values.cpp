// SPDX-License-Identifier: GPL-3.0-or-later
#include "timing/timer_values.h"

#include <QtTest>

using namespace sip;

class TestTimerValues : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void rfc_values_are_those_of_table_4()
    {
        QCOMPARE(TimerValues::rfc().timeout(), Instant(32s));
        QCOMPARE(TimerValues::rfc().timerD(), Instant(32s));
        QCOMPARE(TimerValues::fast().timeout(), Instant(3200ms));
    }
    void planned_sends_follow_the_resend_schedules()
    {
        QCOMPARE(plannedSends(true, false, TimerValues::rfc()), 7);
        QCOMPARE(plannedSends(false, false, TimerValues::rfc()), 11);
        QCOMPARE(plannedSends(true, false, TimerValues::fast()), 7);
        QCOMPARE(plannedSends(false, false, TimerValues::fast()), 11);
        QCOMPARE(plannedSends(false, true, TimerValues::rfc()), 1);
        QCOMPARE(plannedSends(false, false, {1ms, 1ms, 1ms}), 64);
    }
    void good_texts_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<qint64>("t1");
        QTest::addColumn<qint64>("t2");
        QTest::addColumn<qint64>("t4");
        QTest::addColumn<QByteArray>("written");
        QTest::newRow("rfc") << QByteArray("rfc") << 500LL << 4000LL << 5000LL << QByteArray("rfc");
        QTest::newRow("fast") << QByteArray(" FAST ") << 50LL << 400LL << 500LL << QByteArray("fast");
        QTest::newRow("all") << QByteArray("t1=100ms, t2=1s,t4=5000") << 100LL << 1000LL << 5000LL
                             << QByteArray("t1=100ms,t2=1000ms,t4=5000ms");
        QTest::newRow("one") << QByteArray("T1=1s") << 1000LL << 4000LL << 5000LL << QByteArray("t1=1000ms,t2=4000ms,t4=5000ms");
    }
    void good_texts()
    {
        QFETCH(QByteArray, text);
        QFETCH(qint64, t1);
        QFETCH(qint64, t2);
        QFETCH(qint64, t4);
        QFETCH(QByteArray, written);
        const auto values = TimerValues::parse(text);
        QVERIFY(values);
        QCOMPARE(*values, (TimerValues{Instant(t1 * 1000), Instant(t2 * 1000), Instant(t4 * 1000)}));
        QCOMPARE(values->text(), written);
        QCOMPARE(*TimerValues::parse(values->text()), *values);
    }
    void bad_texts_are_errors_with_their_place_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("offset");
        QTest::newRow("empty") << QByteArray("") << 0;
        QTest::newRow("word") << QByteArray("slow") << 0;
        QTest::newRow("unknown") << QByteArray("t1=1,t3=2") << 5;
        QTest::newRow("zero") << QByteArray("t1=0") << 3;
        QTest::newRow("negative") << QByteArray("t1=-5") << 3;
        QTest::newRow("too long") << QByteArray("t4=3601s") << 3;
        QTest::newRow("overflow") << QByteArray("t4=99999999999999999999") << 3;
        QTest::newRow("hours") << QByteArray("t4=3600001s") << 3;
        QTest::newRow("t1 over t2") << QByteArray("t1=2s,t2=1s") << 0;
    }
    void bad_texts_are_errors_with_their_place()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, offset);
        const auto values = TimerValues::parse(text);
        QVERIFY(!values);
        QCOMPARE(values.error().offset, qsizetype(offset));
        QVERIFY(values.error().detail.contains(QLatin1String("t1=100ms")));
    }
};
QTEST_GUILESS_MAIN(TestTimerValues)
#include "tst_timer_values.moc"
