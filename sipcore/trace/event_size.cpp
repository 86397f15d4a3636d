// SPDX-License-Identifier: GPL-3.0-or-later
#include "trace/event_size.h"

namespace sip {

namespace {

qsizetype octetsOf(const Message &message)
{
    qsizetype octets = message.wire().size() + message.headerCount() * qsizetype(sizeof(HeaderField));
    for (const LintMark &mark : message.marks())
        octets += qsizetype(sizeof mark) + 2 * (mark.text.size() + mark.english.size());
    return octets;
}

// What a peer or a user can make large of each kind.
template<class Kind> qsizetype contentsOf(const Kind &)
{
    return 0;
}
qsizetype contentsOf(const MessageSent &sent)
{
    return octetsOf(sent.message);
}
qsizetype contentsOf(const MessageReceived &received)
{
    return octetsOf(received.message) + 2 * received.reason.size();
}
qsizetype contentsOf(const SessionAgreed &agreed)
{
    return agreed.offer.size() + agreed.answer.size() + 2 * agreed.problem.size();
}
qsizetype contentsOf(const DialogChanged &changed)
{
    qsizetype octets = 0;
    for (const QByteArray &route : changed.dialog.routeSet)
        octets += qsizetype(sizeof route) + route.size();
    return octets;
}
qsizetype contentsOf(const WsHandshake &half)
{
    return half.head.size() + 2 * half.problem.size();
}
qsizetype contentsOf(const Note &note)
{
    return 2 * note.text.size();
}

} // namespace

qsizetype octetsOf(const TraceEvent &event)
{
    return qsizetype(sizeof event) + event.visit([]<class Kind>(const Kind &kind) {
        constexpr bool inPlace = std::is_same_v<TraceEvent::Held<Kind>, Kind>;
        return (inPlace ? 0 : qsizetype(sizeof kind)) + contentsOf(kind);
    });
}

} // namespace sip
