// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/exit_code.h"

#include <algorithm>

namespace cli {

namespace {

/// What became of the requests sent in the dialog: of the first that was refused, or met with silence, in the end.
Exit exitOfLater(const diag::Flow &flow)
{
    for (qsizetype i = 0; i < flow.attempts.size(); ++i) {
        if (flow.attempts[i].why != "next")
            continue;
        int status = flow.attempts[i].status;
        for (const diag::AttemptInfo &again : flow.attempts.mid(i + 1)) {
            if (again.why == "next")
                break;
            const bool retries = again.why == "challenge" || again.why == "stale" || again.why == "glare" ||
                                 again.why == "session interval" || again.why == "failover" || again.why == "redirect";
            if (retries && again.method == flow.attempts[i].method)
                status = again.status;
        }
        if (status < 200)
            return Exit::Timeout;
        if (status >= 300)
            return Exit::Rejected;
    }
    return Exit::Ok;
}

} // namespace

Exit exitOfCause(sip::LocalCause cause)
{
    using Cause = sip::LocalCause;
    switch (cause) {
    case Cause::None: return Exit::Rejected;
    case Cause::TimerB:
    case Cause::TimerF:
    case Cause::TimerN: return Exit::Timeout;
    case Cause::Icmp:
    case Cause::Refused:
    case Cause::Reset:
    case Cause::Unreachable:
    case Cause::Ws:
    case Cause::TooBig: return Exit::Transport;
    case Cause::Dns: return Exit::Dns;
    case Cause::Tls: return Exit::Tls;
    case Cause::Cancelled: return Exit::Cancelled;
    }
    return Exit::Transport;
}

Exit exitOf(const diag::Flow &flow)
{
    if (flow.cause != sip::LocalCause::None)
        return exitOfCause(flow.cause);
    if (flow.status == 0 && flow.method == "ACK")
        return Exit::Ok;
    if (flow.status == 0)
        return Exit::Cancelled; // given up before there was an answer
    if (flow.status < 300)
        return exitOfLater(flow);
    if (flow.status == 401 || flow.status == 407)
        return Exit::Authentication;
    // A 403 means wrong credentials only where some were asked for.
    const bool challenged = std::any_of(flow.attempts.begin(), flow.attempts.end(),
                                        [](const diag::AttemptInfo &a) { return a.status == 401 || a.status == 407; });
    return flow.status == 403 && challenged ? Exit::Authentication : Exit::Rejected;
}

} // namespace cli
