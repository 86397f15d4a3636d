// SPDX-License-Identifier: GPL-3.0-or-later
#include "trace/event_size.h"

namespace sip {

namespace {

qsizetype octetsOf(const Message &message)
{
    qsizetype octets = message.wire().size() + message.headerCount() * qsizetype(sizeof(HeaderField));
    for (const LintMark &mark : message.marks())
        octets += qsizetype(sizeof mark) + 2 * mark.text.size();
    return octets;
}

} // namespace

qsizetype octetsOf(const TraceEvent &event)
{
    const qsizetype own = qsizetype(sizeof event);
    if (const auto *sent = event.as<MessageSent>())
        return own + octetsOf(sent->message);
    if (const auto *received = event.as<MessageReceived>())
        return own + octetsOf(received->message) + 2 * received->reason.size();
    if (const auto *agreed = event.as<SessionAgreed>())
        return own + agreed->offer.size() + agreed->answer.size() + 2 * agreed->problem.size();
    if (const auto *changed = event.as<DialogChanged>()) {
        qsizetype octets = own;
        for (const QByteArray &route : changed->dialog.routeSet)
            octets += qsizetype(sizeof route) + route.size();
        return octets;
    }
    if (const auto *note = event.as<Note>())
        return own + 2 * note->text.size();
    return own;
}

} // namespace sip
