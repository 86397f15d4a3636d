// SPDX-License-Identifier: GPL-3.0-or-later
#include "timing/deadline_queue.h"

#include <algorithm>

namespace sip {

namespace {

constexpr size_t worthCompacting = 1024;

constexpr quint32 slotOf(Scheduler::Ticket ticket)
{
    return quint32(ticket);
}

} // namespace

bool DeadlineQueue::later(const Entry &a, const Entry &b)
{
    return a.due != b.due ? a.due > b.due : a.order > b.order;
}

bool DeadlineQueue::isLive(Ticket ticket) const
{
    const quint32 slot = slotOf(ticket);
    return slot < m_slots.size() && m_slots[slot].live && m_slots[slot].generation == quint32(ticket >> 32);
}

DeadlineQueue::Ticket DeadlineQueue::add(Instant due, Callback run)
{
    if (m_free.empty()) {
        m_free.push_back(quint32(m_slots.size()));
        m_slots.emplace_back().generation = m_firstGeneration;
    }
    const quint32 index = m_free.back();
    m_free.pop_back();
    Slot &slot = m_slots[index];
    slot.run = std::move(run);
    slot.live = true;
    const Ticket ticket = (Ticket(slot.generation) << 32) | index;
    m_heap.push_back({due, ++m_order, ticket});
    std::push_heap(m_heap.begin(), m_heap.end(), later);
    ++m_live;
    return ticket;
}

void DeadlineQueue::release(Ticket ticket)
{
    Slot &slot = m_slots[slotOf(ticket)];
    slot.live = false;
    slot.generation = slot.generation == ~0U ? 1 : slot.generation + 1;
    m_free.push_back(slotOf(ticket));
    --m_live;
    if (m_live == 0 && m_slots.size() > worthCompacting)
        giveBack();
}

/// Nothing is armed any more: the memory of the most that ever was goes, and the tickets given so far stay unknown.
void DeadlineQueue::giveBack()
{
    for (const Slot &slot : m_slots)
        m_firstGeneration = std::max(m_firstGeneration, slot.generation);
    m_heap = {};
    m_slots = {};
    m_free = {};
}

void DeadlineQueue::cancel(Ticket ticket)
{
    if (!isLive(ticket))
        return;
    m_slots[slotOf(ticket)].run = nullptr;
    release(ticket);
    if (m_heap.size() > worthCompacting && m_heap.size() / 2 > size_t(m_live))
        compact();
}

void DeadlineQueue::compact()
{
    std::erase_if(m_heap, [this](const Entry &entry) { return !isLive(entry.ticket); });
    std::make_heap(m_heap.begin(), m_heap.end(), later);
}

void DeadlineQueue::takeDue(Instant now, QList<Due> &into)
{
    while (!m_heap.empty() && m_heap.front().due <= now) {
        const Entry entry = m_heap.front();
        std::pop_heap(m_heap.begin(), m_heap.end(), later);
        m_heap.pop_back();
        if (isLive(entry.ticket))
            into.append({entry.due, entry.ticket});
    }
}

DeadlineQueue::Callback DeadlineQueue::claim(Ticket ticket)
{
    if (!isLive(ticket))
        return {};
    Callback run = std::exchange(m_slots[slotOf(ticket)].run, nullptr);
    release(ticket);
    return run;
}

std::optional<Instant> DeadlineQueue::earliest()
{
    while (!m_heap.empty() && !isLive(m_heap.front().ticket)) {
        std::pop_heap(m_heap.begin(), m_heap.end(), later);
        m_heap.pop_back();
    }
    return m_heap.empty() ? std::nullopt : std::optional(m_heap.front().due);
}

} // namespace sip
