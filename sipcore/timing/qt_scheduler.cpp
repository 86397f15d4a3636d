// SPDX-License-Identifier: GPL-3.0-or-later
#include "timing/qt_scheduler.h"

#include "timing/deadline_queue.h"

namespace sip {

namespace {

/// A later wake-up than wanted by less than this is not worth a system call.
constexpr Instant wakeSlack = 500us;
constexpr Instant never = Instant::max();

} // namespace

struct QtScheduler::Private {
    DeadlineQueue deadlines;
    QList<DeadlineQueue::Due> running; ///< kept between wake-ups: its memory is reused
    QTimer timer;
    Instant timerDue = never;

    void aim(Instant due, Instant now)
    {
        if (timerDue != never && due + wakeSlack >= timerDue)
            return;
        timerDue = due;
        const auto wait = std::chrono::ceil<std::chrono::milliseconds>(std::max(due - now, Instant::zero()));
        timer.start(std::min<std::chrono::milliseconds>(wait, 24h));
    }

    void wake(QtScheduler &scheduler)
    {
        timerDue = never;
        timer.stop();
        const Instant now = scheduler.now();
        QList<DeadlineQueue::Due> due = std::exchange(running, {});
        deadlines.takeDue(now, due);
        for (const DeadlineQueue::Due &one : std::as_const(due))
            if (const Callback run = deadlines.claim(one.ticket))
                run();
        due.clear();
        running = std::move(due);
        if (const std::optional<Instant> next = deadlines.earliest())
            aim(*next, scheduler.now());
    }
};

QtScheduler::QtScheduler() : d(std::make_unique<Private>())
{
    d->timer.setSingleShot(true);
    d->timer.setTimerType(Qt::PreciseTimer);
    m_clock.start();
    QObject::connect(&d->timer, &QTimer::timeout, &d->timer, [this] { d->wake(*this); });
}

QtScheduler::~QtScheduler() = default;

Scheduler::Ticket QtScheduler::at(Instant due, Callback run)
{
    const Ticket ticket = d->deadlines.add(due, std::move(run));
    if (d->timerDue == never || due + wakeSlack < d->timerDue)
        d->aim(due, now());
    return ticket;
}

void QtScheduler::cancel(Ticket ticket)
{
    d->deadlines.cancel(ticket);
}

qsizetype QtScheduler::armed() const
{
    return d->deadlines.size();
}

} // namespace sip
