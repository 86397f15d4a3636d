// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/manual_scheduler.h"
#include "trace/trace_batcher.h"
#include "trace/trace_recorder.h"

#include <QtTest>

using namespace sip;

class TestTrace : public QObject {
    Q_OBJECT

    static TraceEventPtr event(quint64 seq)
    {
        auto made = std::make_shared<TraceEvent>();
        made->seq = seq;
        made->what = Note{};
        return made;
    }

private Q_SLOTS:
    void events_are_numbered_and_carry_both_clocks()
    {
        ManualScheduler clock;
        clock.advance(5s);
        TraceRecorder recorder(clock);
        recorder.record({}, Note{}); // nobody listens: not counted
        TraceBatch seen;
        recorder.setSink([&seen](TraceEventPtr e) { seen << e; });
        recorder.record({7, 2, 9}, Note{Note::Level::Warning, QStringLiteral("one"), ""});
        clock.advance(1500ms);
        recorder.record({}, TimerEvent{TimerEvent::What::Fired, 'E', {}, {}});
        QCOMPARE(seen.size(), 2);
        QCOMPARE(recorder.recorded(), 2ULL);
        QCOMPARE(seen[0]->seq, 1ULL);
        QCOMPARE(seen[0]->at, Instant(5s));
        QCOMPARE(seen[0]->context, (TraceContext{7, 2, 9}));
        QCOMPARE(seen[0]->as<Note>()->text, QStringLiteral("one"));
        QVERIFY(!seen[0]->as<TimerEvent>());
        QCOMPARE(seen[1]->seq, 2ULL);
        QCOMPARE(seen[1]->wallUs - seen[0]->wallUs, 1'500'000);
        QVERIFY(qAbs(seen[0]->wallUs / 1000 - QDateTime::currentMSecsSinceEpoch()) < 3'600'000);
    }
    void a_batch_comes_once_per_period()
    {
        ManualScheduler clock;
        QList<qsizetype> sizes;
        TraceBatcher batcher(clock, [&sizes](const TraceBatch &batch, quint64 dropped) {
            sizes << batch.size();
            QCOMPARE(dropped, 0ULL);
        });
        for (quint64 i = 1; i <= 1000; ++i)
            batcher.add(event(i));
        QVERIFY(sizes.isEmpty());
        clock.advance(39ms);
        QVERIFY(sizes.isEmpty());
        clock.advance(1ms);
        QCOMPARE(sizes, QList<qsizetype>({1000}));
        clock.advance(1s);
        QCOMPARE(sizes.size(), 1); // silence costs nothing
        batcher.add(event(1001));
        batcher.flush();
        batcher.flush();
        QCOMPARE(sizes, QList<qsizetype>({1000, 1}));
        QCOMPARE(clock.armed(), 0);
    }
    void beyond_the_cap_the_oldest_go_and_are_counted()
    {
        ManualScheduler clock;
        quint64 got = 0, dropped = 0, first = 0;
        TraceBatcher batcher(
            clock,
            [&](const TraceBatch &batch, quint64 lost) {
                got += quint64(batch.size());
                dropped += lost;
                first = batch.first()->seq;
                QVERIFY(batch.size() <= 100);
            },
            40ms, 100);
        for (quint64 i = 1; i <= 1050; ++i)
            batcher.add(event(i));
        clock.advance(40ms);
        QCOMPARE(got + dropped, 1050ULL);
        QCOMPARE(batcher.dropped(), dropped);
        QVERIFY(dropped >= 950);
        QCOMPARE(first, dropped + 1);
    }
    void beyond_the_octets_the_oldest_go_too()
    {
        ManualScheduler clock;
        quint64 got = 0, lost = 0;
        TraceBatcher batcher(
            clock,
            [&](const TraceBatch &batch, quint64 dropped) {
                got += quint64(batch.size());
                lost += dropped;
            },
            40ms, 200'000, 1'000'000);
        const auto large = std::make_shared<TraceEvent>();
        large->what = SessionAgreed{.remoteTag = "a", .offer = QByteArray(60'000, 'x'), .answer = {}, .problem = {}};
        for (int i = 0; i < 1000; ++i)
            batcher.add(large);
        clock.advance(40ms);
        QCOMPARE(got + lost, 1000ULL);
        QVERIFY2(got >= 12 && got <= 17, qPrintable(QString::number(got)));
        batcher.add(large); // what was delivered counts no more
        clock.advance(40ms);
        QCOMPARE(got + lost, 1001ULL);
    }
    void a_batcher_that_dies_leaves_nothing_armed()
    {
        ManualScheduler clock;
        {
            TraceBatcher batcher(clock, [](const TraceBatch &, quint64) { QFAIL("too late"); });
            batcher.add(event(1));
        }
        QCOMPARE(clock.armed(), 0);
        clock.advance(1s);
    }
};
QTEST_GUILESS_MAIN(TestTrace)
#include "tst_trace.moc"
