// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/instant.h"

#include <functional>

namespace sip {

/// The only way to wait in sipcore. QtScheduler runs one QTimer for the earliest deadline; ManualScheduler (tests) is the test's
/// clock. Not thread-safe: belongs to the engine's thread.
class Scheduler {
public:
    using Ticket = quint64;
    using Callback = std::function<void()>; ///< capture at most two pointers: then nothing is allocated

    virtual ~Scheduler() = default;
    virtual Instant now() const = 0;
    /// Calls \a run once, at or soon after \a due, from the event loop (never from inside at()). Deadlines that are equal fire in
    /// the order armed. \return a ticket, never 0
    virtual Ticket at(Instant due, Callback run) = 0;
    virtual void cancel(Ticket ticket) = 0; ///< 0, fired and unknown tickets are fine
};

} // namespace sip
