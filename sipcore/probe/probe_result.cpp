// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/probe_result.h"

namespace diag {

namespace {

/// A new attempt begins: what came of the one before does not count.
void take(const sip::MessageSent &sent, sip::Instant at, ProbeResult &out, sip::Instant &first)
{
    if (!sent.message.isRequest() || sent.message.method() == "ACK" || sent.message.method() == "CANCEL" ||
        sent.message.method() == "BYE")
        return;
    if (sent.message.branch() == out.request.branch()) {
        ++out.copies;
        return;
    }
    out = {};
    out.request = sent.message;
    out.path = sent.path;
    out.mtu = sent.mtu;
    out.copies = 1;
    first = at;
}

} // namespace

bool ProbeResult::isSilent() const
{
    using enum sip::LocalCause;
    return status() == 0 && (cause == TimerB || cause == TimerF || cause == Cancelled || cause == None);
}

ProbeResult resultOf(const Flow &flow)
{
    ProbeResult out;
    sip::Instant first{};
    for (const LadderRow &row : flow.rows) {
        if (!row.event)
            continue;
        if (const auto *sent = row.event->as<sip::MessageSent>())
            take(*sent, row.at, out, first);
        else if (const auto *received = row.event->as<sip::MessageReceived>()) {
            if (received->fate != sip::MessageReceived::Fate::Delivered || received->message.status() < 200 ||
                received->message.branch() != out.request.branch() || out.answer.isResponse() ||
                received->message.cseqMethod() != out.request.method())
                continue;
            out.answer = received->message;
            out.path.remote = received->path.remote; // an answer may come from elsewhere
            out.took = row.at - first;
        } else if (const auto *icmp = row.event->as<sip::IcmpReceived>()) {
            if (icmp->error.cause == sip::LocalCause::TooBig)
                out.tooLarge << icmp->error;
        } else if (const auto *local = row.event->as<sip::LocalStatus>()) {
            out.cause = local->cause;
            out.problem = local->text;
        }
    }
    if (out.status() == 0 && out.cause == sip::LocalCause::None)
        out.cause = flow.cause;
    return out;
}

} // namespace diag
