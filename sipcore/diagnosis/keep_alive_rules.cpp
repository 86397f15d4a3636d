// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/words.h"
#include "diagnosis/rules.h"
#include "flow/row_words.h"

namespace diag {
namespace {

using sip::Words;

/// How many keep-alives of ours were answered on that flow, before this row.
int answeredBefore(const Flow &flow, const LadderRow &lost, const sip::Path &path)
{
    int answered = 0;
    for (const LadderRow &row : flow.rows) {
        if (row.seq >= lost.seq)
            break;
        const auto *alive = row.event->as<sip::KeepAlive>();
        const auto *control = row.event->as<sip::WsControl>();
        answered += alive && alive->path == path && alive->received && !alive->ping;
        answered += control && control->path == path && control->received && control->kind == sip::WsControl::Kind::Pong;
    }
    return answered;
}

QString textOf(const sip::KeepAlive &lost, int answered)
{
    const QString said = words::cleaned(lost.text);
    if (lost.received)
        return Words::tr("%1: a NAT on the way gave us another one, because it was restarted, or because its binding ran out "
                         "between two keep-alives. What was sent to the old one did not arrive; against the second a shorter "
                         "interval helps (RFC 5626 4.4.2).")
            .arg(said.left(1).toUpper() + said.mid(1));
    if (answered > 0)
        return Words::tr("%1 answered %2 of our keep-alives, and then no more: it is gone or was restarted, or a NAT or firewall "
                         "on the way forgot the flow without a word. What was kept there cannot be reached until it is made anew "
                         "(RFC 5626 4.4.1).")
            .arg(place(lost.path))
            .arg(answered);
    if (lost.kind == sip::KeepAlive::Kind::Stun)
        return Words::tr("%1 never answered our keep-alives by STUN: either it does no STUN on its port for SIP, as many "
                         "servers, or the way there is dead. If calls arrive all the same, set keep-alive to auto, which pings "
                         "only who says that it answers (RFC 5626 4.4.2).")
            .arg(place(lost.path));
    return Words::tr("%1 never answered our keep-alives: either it does not know them, or the way there is dead. If it is "
                     "reached all the same, set keep-alive to auto, which pings only who says that it answers (RFC 5626 4.4.1).")
        .arg(place(lost.path));
}

} // namespace

/// Once for the last flow that was lost; a call or a registration goes through many.
void keepAliveRules(const Evidence &evidence, QList<Finding> &out)
{
    const LadderRow *last = nullptr;
    for (const LadderRow &row : evidence.flow.rows)
        if (const auto *alive = row.event->as<sip::KeepAlive>(); alive && alive->lost)
            last = &row;
    if (!last)
        return;
    const auto &lost = *last->event->as<sip::KeepAlive>();
    out.append({"flow.keepalive-lost",
                Finding::Severity::Warning,
                textOf(lost, answeredBefore(evidence.flow, *last, lost.path)),
                {last->seq},
                {}});
}

} // namespace diag
