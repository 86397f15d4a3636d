// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/probe.h"

#include "request/target.h"

namespace diag {

ProbePace ProbePace::towards(const sip::ComposedRequest &request)
{
    ProbePace pace;
    const auto hop = sip::nextHop(request);
    const bool near = hop && !hop->isName() && (hop->address.remote.isLoopback() || hop->address.remote.isPrivate());
    pace.timers = near ? sip::TimerValues::fast() : sip::TimerValues::rfc();
    if (!near)
        pace.wait = 4s; // three copies more
    if (leavesComputer(request))
        pace.pause = 200ms;
    return pace;
}

bool leavesComputer(const sip::ComposedRequest &request)
{
    const auto hop = sip::nextHop(request);
    return hop && (hop->isName() || !hop->address.remote.isLoopback());
}

} // namespace diag
