// SPDX-License-Identifier: GPL-3.0-or-later
// What a deadline costs: armed and cancelled while many others wait, with QtScheduler and with a QTimer for each.
#include "base/random.h"
#include "timing/qt_scheduler.h"

#include <QCoreApplication>
#include <QTimer>

#include <cstdio>
#include <ctime>
#include <memory>
#include <vector>

using namespace sip;
using namespace std::chrono_literals;

namespace {

double cpuSeconds()
{
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return double(now.tv_sec) + double(now.tv_nsec) / 1e9;
}

/// Which deadline goes when another comes.
enum class Order {
    Transactions, ///< all as far away, the oldest is cancelled: what an engine under load does
    Random        ///< any distance, any victim: the worst for caches
};

struct Pattern {
    Order order;
    size_t waiting;
    size_t at = 0;
    SeededRandom random{1};

    size_t victim() { return order == Order::Random ? random.next64() % waiting : at++ % waiting; }
    /// Never reached while this runs, as Timer F seldom is.
    std::chrono::microseconds distance()
    {
        return std::chrono::microseconds(32'000'000 + (order == Order::Random ? qint64(random.next64() % 1'000'000) : 0));
    }
};

/// \return nanoseconds of CPU for one deadline cancelled and one armed while \a waiting others are armed
double withScheduler(Order order, int waiting, int operations)
{
    QtScheduler scheduler;
    Pattern pattern{order, size_t(waiting)};
    std::vector<Scheduler::Ticket> tickets;
    tickets.reserve(size_t(waiting));
    for (int i = 0; i < waiting; ++i)
        tickets.push_back(scheduler.at(scheduler.now() + pattern.distance(), [] {}));
    const double began = cpuSeconds();
    for (int i = 0; i < operations; ++i) {
        Scheduler::Ticket &victim = tickets[pattern.victim()];
        scheduler.cancel(victim);
        victim = scheduler.at(scheduler.now() + pattern.distance(), [] {});
    }
    const double spent = cpuSeconds() - began;
    return spent / operations * 1e9;
}

double withQTimers(Order order, int waiting, int operations)
{
    Pattern pattern{order, size_t(waiting)};
    std::vector<std::unique_ptr<QTimer>> timers;
    timers.reserve(size_t(waiting));
    // Earliest first: each goes to the end of Qt's list, or arming them would take longer than the measurement.
    for (int i = 0; i < waiting; ++i) {
        timers.push_back(std::make_unique<QTimer>());
        timers.back()->setTimerType(Qt::PreciseTimer);
        timers.back()->setSingleShot(true);
        timers.back()->start(32'000 + (order == Order::Random ? int(qint64(i) * 1000 / waiting) : 0));
    }
    const double began = cpuSeconds();
    for (int i = 0; i < operations; ++i) {
        QTimer &victim = *timers[pattern.victim()];
        victim.stop();
        victim.start(int(pattern.distance().count() / 1000));
    }
    const double spent = cpuSeconds() - began;
    for (auto &timer : timers) // earliest first, for the same reason
        timer.reset();
    return spent / operations * 1e9;
}

void compare(Order order, const char *name)
{
    struct Size {
        int waiting, qtimerOperations;
    };
    constexpr Size sizes[] = {{1'000, 20'000}, {10'000, 5'000}, {100'000, 1'000}, {500'000, 200}};
    double growth = 0, first = 0;
    std::printf("%s: CPU for one deadline cancelled and one armed while others wait\n", name);
    std::printf("%10s %14s %14s %10s\n", "waiting", "QtScheduler", "QTimers", "ratio");
    for (const Size &size : sizes) {
        const double ours = withScheduler(order, size.waiting, 1'000'000);
        const double theirs = withQTimers(order, size.waiting, size.qtimerOperations);
        first = first > 0 ? first : ours;
        growth = ours / first;
        std::printf("%10d %11.0f ns %11.0f ns %10.5f\n", size.waiting, ours, theirs, ours / theirs);
        std::printf("RATIO deadlines.%s_vs_qtimers_%d %.5f\n", name, size.waiting, ours / theirs);
    }
    std::printf("RATIO deadlines.%s_500k_vs_1k %.2f (target: flat)\n", name, growth);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    compare(Order::Transactions, "transactions");
    compare(Order::Random, "random");
    return 0;
}
