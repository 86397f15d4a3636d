// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "timing/scheduler.h"

#include <QElapsedTimer>
#include <QTimer>

#include <memory>

namespace sip {

/// Deadlines in an indexed heap, one precise QTimer for the earliest. Arming and cancelling cost O(log n) and no QTimer call
/// unless the earliest deadline changes by more than the slack. Due callbacks run in order of deadline, then of arming, in one
/// wake-up.
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
