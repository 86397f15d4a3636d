// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/transport_context.h"

#include "base/words.h"

namespace sip {

void TransportContext::deliver(const Message &message, const Path &path)
{
    if (user)
        user->messageReceived(message, path);
    else
        recorder.record(
            {}, MessageReceived{message, path, MessageReceived::Fate::Stray, "", Words::tr("nobody takes messages any more")});
}

void TransportContext::later(std::function<void(TransportUser &)> notice)
{
    m_notices.push_back(std::move(notice));
    if (!m_ticket)
        m_ticket = scheduler.at(scheduler.now(), [this] { tell(); });
}

void TransportContext::dropNotices()
{
    m_notices.clear();
    scheduler.cancel(std::exchange(m_ticket, 0));
}

void TransportContext::fail(const TraceContext &trace, const Path &path, TransportError error)
{
    later([trace, path, error = std::move(error)](TransportUser &who) { who.sendFailed(trace, path, error); });
}

void TransportContext::tell()
{
    m_ticket = 0;
    // What is added meanwhile waits for the next turn, so that a user who sends again on every failure cannot hold the loop.
    for (size_t left = m_notices.size(); left > 0 && !m_notices.empty(); --left) {
        const auto notice = std::move(m_notices.front());
        m_notices.pop_front();
        if (user)
            notice(*user);
    }
}

} // namespace sip
