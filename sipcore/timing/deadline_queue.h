// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "timing/scheduler.h"

#include <QList>

#include <optional>
#include <vector>

namespace sip {

/// Deadlines ordered by due time, then by arming. A binary heap of small entries beside a table of callbacks: adding a deadline
/// later than most costs O(1), cancelling costs O(1) (the entry goes when it comes up, or when most of the heap is such
/// left-overs), so that neither slows down with the number armed. Shared by QtScheduler and the tests' clock.
class DeadlineQueue {
public:
    using Ticket = Scheduler::Ticket;
    using Callback = Scheduler::Callback;
    struct Due {
        Instant at{};
        Ticket ticket = 0;
    };

    Ticket add(Instant due, Callback run); ///< \return never 0, never one that was given before
    void cancel(Ticket ticket);            ///< 0 and unknown ones: nothing
    /// Moves what is due at or before \a now out of the queue, earliest first. Each is to be claimed when its turn comes.
    void takeDue(Instant now, QList<Due> &into);
    Callback claim(Ticket ticket);     ///< the callback, once; empty when it was cancelled in the meantime
    std::optional<Instant> earliest(); ///< of the live ones
    qsizetype size() const { return m_live; }

private:
    struct Entry {
        Instant due;
        quint64 order;
        Ticket ticket;
    };
    struct Slot {
        Callback run;
        quint32 generation = 1; ///< in the upper half of the ticket: a ticket of an earlier use of the slot is unknown
        bool live = false;
    };
    static bool later(const Entry &a, const Entry &b);
    bool isLive(Ticket ticket) const;
    void release(Ticket ticket);
    void compact();
    void giveBack();

    std::vector<Entry> m_heap;
    std::vector<Slot> m_slots;
    std::vector<quint32> m_free;
    quint32 m_firstGeneration = 1; ///< of new slots: above that of every slot that was given back
    quint64 m_order = 0;
    qsizetype m_live = 0;
};

} // namespace sip
