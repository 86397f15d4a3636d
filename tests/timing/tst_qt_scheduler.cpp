// SPDX-License-Identifier: GPL-3.0-or-later
#include "timing/qt_scheduler.h"

#include <QtTest>

using namespace sip;

class TestQtScheduler : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void deadlines_run_in_order_and_never_early()
    {
        QtScheduler scheduler;
        QList<int> log;
        const Instant start = scheduler.now();
        Instant lastAt{};
        scheduler.at(start + 30ms, [&] {
            log << 3;
            lastAt = scheduler.now();
        });
        scheduler.at(start + 10ms, [&] { log << 1; });
        scheduler.at(start + 10ms, [&] { log << 2; });
        QVERIFY(log.isEmpty());
        QTRY_COMPARE(log.size(), 3);
        QCOMPARE(log, QList<int>({1, 2, 3}));
        QVERIFY(lastAt >= start + 30ms);
        QCOMPARE(scheduler.armed(), 0);
    }
    void a_due_deadline_waits_for_the_event_loop()
    {
        QtScheduler scheduler;
        bool ran = false;
        scheduler.at(scheduler.now() - 1s, [&ran] { ran = true; });
        QVERIFY(!ran);
        QTRY_VERIFY(ran);
    }
    void what_a_callback_arms_for_now_lets_other_events_through()
    {
        QtScheduler scheduler;
        int rounds = 0;
        bool other = false;
        std::function<void()> again = [&] {
            if (++rounds < 1'000'000 && !other)
                scheduler.at(scheduler.now(), again);
        };
        scheduler.at(scheduler.now(), again);
        QTimer::singleShot(0, this, [&other] { other = true; });
        QTRY_VERIFY(other);
        QVERIFY(rounds < 1'000'000);
    }
    void callbacks_may_cancel_and_arm_each_other()
    {
        QtScheduler scheduler;
        QList<int> log;
        Scheduler::Ticket second = 0;
        const Instant due = scheduler.now() + 5ms;
        scheduler.at(due, [&] {
            log << 1;
            scheduler.cancel(second);
            scheduler.at(scheduler.now() + 1ms, [&log] { log << 4; });
        });
        second = scheduler.at(due, [&log] { log << 2; });
        scheduler.at(due, [&log] { log << 3; });
        QTRY_COMPARE(log.size(), 3);
        QCOMPARE(log, QList<int>({1, 3, 4}));
    }
    void cancelling_the_earliest_leaves_the_next_on_time()
    {
        QtScheduler scheduler;
        bool ran = false;
        const auto first = scheduler.at(scheduler.now() + 5ms, [] { QFAIL("was cancelled"); });
        scheduler.at(scheduler.now() + 20ms, [&ran] { ran = true; });
        scheduler.cancel(first);
        QTRY_VERIFY(ran);
    }
};
QTEST_GUILESS_MAIN(TestQtScheduler)
#include "tst_qt_scheduler.moc"
