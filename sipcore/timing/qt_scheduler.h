// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "timing/scheduler.h"

#include <QElapsedTimer>
#include <QTimer>

#include <memory>

namespace sip {

/// A DeadlineQueue and one precise QTimer for the earliest deadline. Arming and cancelling call no QTimer unless the earliest
/// deadline moves forward by more than half a millisecond; a wake-up with nothing due is harmless. Due callbacks run in order of
/// deadline, then of arming; what they arm waits for the next wake-up, so that other events of the loop get their turn.
class QtScheduler final : public Scheduler {
public:
    QtScheduler();
    ~QtScheduler() override;

    Instant now() const override { return Instant(m_clock.nsecsElapsed() / 1000); }
    Ticket at(Instant due, Callback run) override;
    void cancel(Ticket ticket) override;
    qsizetype armed() const; ///< live deadlines, for tests and the status bar

private:
    struct Private;
    std::unique_ptr<Private> d;
    QElapsedTimer m_clock;
};

} // namespace sip
