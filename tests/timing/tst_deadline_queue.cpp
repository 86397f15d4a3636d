// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"
#include "timing/deadline_queue.h"

#include <QtTest>

#include <map>

using namespace sip;

class TestDeadlineQueue : public QObject {
    Q_OBJECT

    static QList<int> runDue(DeadlineQueue &queue, Instant now, QList<int> &log)
    {
        log.clear();
        QList<DeadlineQueue::Due> due;
        queue.takeDue(now, due);
        for (const auto &one : due)
            if (const auto run = queue.claim(one.ticket))
                run();
        return log;
    }

private Q_SLOTS:
    void due_ones_come_by_deadline_then_by_arming()
    {
        DeadlineQueue queue;
        QList<int> log;
        queue.add(2s, [&log] { log << 3; });
        queue.add(1s, [&log] { log << 1; });
        queue.add(1s, [&log] { log << 2; });
        queue.add(3s, [&log] { log << 4; });
        QCOMPARE(queue.size(), 4);
        QCOMPARE(queue.earliest(), std::optional<Instant>(1s));
        QCOMPARE(runDue(queue, 2s, log), QList<int>({1, 2, 3}));
        QCOMPARE(queue.size(), 1);
        QCOMPARE(runDue(queue, 2s, log), QList<int>());
    }
    void a_cancelled_one_never_runs_even_when_it_was_taken_already()
    {
        DeadlineQueue queue;
        bool ran = false;
        const auto ticket = queue.add(1s, [&ran] { ran = true; });
        QList<DeadlineQueue::Due> due;
        queue.takeDue(1s, due);
        QCOMPARE(due.size(), 1);
        queue.cancel(ticket);
        QVERIFY(!queue.claim(due.first().ticket));
        QVERIFY(!ran);
        QCOMPARE(queue.size(), 0);
        QVERIFY(!queue.earliest());
    }
    void when_none_of_many_is_left_old_tickets_stay_unknown()
    {
        DeadlineQueue queue;
        QList<int> log;
        QList<DeadlineQueue::Ticket> old;
        for (int i = 0; i < 5000; ++i)
            old << queue.add(1s, [] {});
        queue.cancel(old.first());
        old << queue.add(1s, [] {}); // a slot used a second time
        for (const DeadlineQueue::Ticket ticket : std::as_const(old))
            queue.cancel(ticket);
        QCOMPARE(queue.size(), 0);
        QVERIFY(!queue.earliest());
        for (int i = 0; i < 5001; ++i) {
            const auto ticket = queue.add(2s, [&log, i] { log << i; });
            QVERIFY(!old.contains(ticket));
        }
        for (const DeadlineQueue::Ticket ticket : std::as_const(old))
            queue.cancel(ticket);
        QCOMPARE(queue.size(), 5001);
        QCOMPARE(runDue(queue, 2s, log).size(), 5001);
    }
    void an_old_ticket_does_not_cancel_the_next_user_of_its_slot()
    {
        DeadlineQueue queue;
        const auto first = queue.add(1s, [] {});
        queue.cancel(first);
        const auto second = queue.add(2s, [] {});
        QVERIFY(first != second);
        queue.cancel(first);
        queue.cancel(0);
        queue.cancel(~0ULL);
        QCOMPARE(queue.size(), 1);
        QCOMPARE(queue.earliest(), std::optional<Instant>(2s));
    }
    void many_random_deadlines_agree_with_a_sorted_map()
    {
        DeadlineQueue queue;
        SeededRandom random(7);
        std::map<std::pair<qint64, quint64>, DeadlineQueue::Ticket> oracle;
        QList<DeadlineQueue::Ticket> ran, expected;
        Instant now{};
        for (quint64 i = 0; i < 20'000; ++i) {
            const Instant due = now + Instant(qint64(random.next64() % 100'000));
            auto box = std::make_shared<DeadlineQueue::Ticket>();
            *box = queue.add(due, [box, &ran] { ran << *box; });
            oracle[{due.count(), i}] = *box;
            if (i % 3 != 0) { // two in three are cancelled, as transactions do
                auto victim = oracle.lower_bound({now.count() + qint64(random.next64() % 100'000), 0});
                if (victim != oracle.end()) {
                    queue.cancel(victim->second);
                    oracle.erase(victim);
                }
            }
            if (i % 50 == 0) {
                now += 3ms;
                QList<DeadlineQueue::Due> lot;
                queue.takeDue(now, lot);
                for (const auto &one : lot)
                    if (const auto run = queue.claim(one.ticket))
                        run();
                while (!oracle.empty() && oracle.begin()->first.first <= now.count()) {
                    expected << oracle.begin()->second;
                    oracle.erase(oracle.begin());
                }
            }
            QCOMPARE(queue.size(), qsizetype(oracle.size()));
        }
        QCOMPARE(ran, expected);
        QVERIFY(ran.size() > 1000);
    }
};
QTEST_GUILESS_MAIN(TestDeadlineQueue)
#include "tst_deadline_queue.moc"
