// SPDX-License-Identifier: GPL-3.0-or-later
#include "ua/outside_answers.h"

namespace sip {

OutsideAnswers::OutsideAnswers(TransactionLayer &transactions, Scheduler &scheduler, Respond respond)
    : m_transactions(transactions), m_scheduler(scheduler), m_respond(std::move(respond))
{}

OutsideAnswers::~OutsideAnswers()
{
    for (const Waiting &one : std::as_const(m_waiting))
        m_scheduler.cancel(one.ticket);
}

bool OutsideAnswers::answer(ServerTransaction &transaction, const QList<CannedAnswer::Step> &steps)
{
    if (m_waiting.size() >= Most)
        return false;
    m_waiting.insert(transaction.id(), {transaction.id(), steps, 0});
    next(transaction.id());
    return true;
}

void OutsideAnswers::next(TransactionId id)
{
    const auto waiting = m_waiting.find(id);
    if (waiting == m_waiting.end())
        return;
    const CannedAnswer::Step step = waiting->steps.isEmpty() ? CannedAnswer::Step{.status = 0} : waiting->steps.takeFirst();
    // Silence lasts until the peer has given up; so does the wait for an answer that was not set.
    const Instant after = step.status == 0 ? TimerValues::rfc().timeout() : step.after;
    if (after == Instant::zero())
        return give(id, step.status);
    waiting->ticket = m_scheduler.at(m_scheduler.now() + after, [this, id, status = step.status] { give(id, status); });
}

void OutsideAnswers::give(TransactionId id, int status)
{
    ServerTransaction *const transaction = m_transactions.server(id);
    if (!transaction || status == 0) {
        m_waiting.remove(id);
        if (transaction)
            m_transactions.abandon(*transaction);
        return;
    }
    m_waiting[id].ticket = 0;
    m_respond(*transaction, status);
    if (status >= 200)
        m_waiting.remove(id);
    else
        next(id);
}

} // namespace sip
