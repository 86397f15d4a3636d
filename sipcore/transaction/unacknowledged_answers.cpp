// SPDX-License-Identifier: GPL-3.0-or-later
#include "transaction/unacknowledged_answers.h"

#include "transaction/received_via.h"

#include <algorithm>

namespace sip {

namespace {

/// The same for the 2xx and for its ACK.
QByteArray keyOf(const Message &message)
{
    return message.callId().toByteArray() + '\n' + message.fromTag().toByteArray() + '\n' + message.toTag().toByteArray() + '\n' +
           QByteArray::number(message.cseqNumber());
}

} // namespace

UnacknowledgedAnswers::UnacknowledgedAnswers(TransactionLayer &transactions, Scheduler &scheduler)
    : m_transactions(transactions), m_scheduler(scheduler)
{}

UnacknowledgedAnswers::~UnacknowledgedAnswers()
{
    for (const Waiting &one : std::as_const(m_waiting))
        m_scheduler.cancel(one.ticket);
}

void UnacknowledgedAnswers::add(const TraceContext &context, const Message &request, const Message &response, const Path &path,
                                std::function<void()> givenUp)
{
    const QByteArray key = keyOf(response);
    m_scheduler.cancel(m_waiting.value(key).ticket);
    const Instant now = m_scheduler.now();
    Waiting one{context,
                response,
                path,
                responseTarget(request, path),
                m_transactions.serverTimers().t1,
                now + m_transactions.serverTimers().timeout(),
                0,
                std::move(givenUp)};
    one.ticket = m_scheduler.at(now + one.interval, [this, key] { sendAgain(key); });
    m_waiting.insert(key, std::move(one));
}

bool UnacknowledgedAnswers::isAwaited(const Message &ack) const
{
    return m_waiting.contains(keyOf(ack));
}

bool UnacknowledgedAnswers::acknowledged(const Message &ack)
{
    return take(keyOf(ack));
}

void UnacknowledgedAnswers::remove(const Message &response)
{
    take(keyOf(response));
}

bool UnacknowledgedAnswers::take(const QByteArray &key)
{
    const auto found = m_waiting.constFind(key);
    if (found == m_waiting.cend())
        return false;
    m_scheduler.cancel(found->ticket);
    m_waiting.erase(found);
    return true;
}

void UnacknowledgedAnswers::removeOf(IntentId intent)
{
    removeIf([intent](const Waiting &one) { return one.context.intent == intent; });
}

void UnacknowledgedAnswers::removeVia(const Path &path)
{
    removeIf([&path](const Waiting &one) {
        return one.path.protocol == path.protocol && one.path.remote == path.remote && one.path.connection == path.connection;
    });
}

void UnacknowledgedAnswers::removeIf(const std::function<bool(const Waiting &)> &gone)
{
    if (m_waiting.isEmpty()) // every intent that ends asks
        return;
    m_waiting.removeIf([&](auto one) {
        if (!gone(*one))
            return false;
        m_scheduler.cancel(one->ticket);
        return true;
    });
}

// RFC 3261 13.3.1.4
void UnacknowledgedAnswers::sendAgain(const QByteArray &key)
{
    const auto one = m_waiting.find(key);
    if (one == m_waiting.end())
        return;
    const Instant now = m_scheduler.now();
    if (now >= one->giveUpAt) {
        const std::function<void()> givenUp = std::move(one->givenUp);
        m_waiting.erase(one);
        if (givenUp)
            givenUp();
        return;
    }
    one->interval = std::min(2 * one->interval, m_transactions.serverTimers().t2);
    one->ticket = m_scheduler.at(std::min(now + one->interval, one->giveUpAt), [this, key] { sendAgain(key); });
    m_transactions.sendDirectly(one->context, one->response, {one->path.protocol, one->target}, one->path.connection);
}

} // namespace sip
