// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/probe.h"

#include "base/words.h"
#include "message/header_id.h"
#include "request/target.h"

namespace diag {

using sip::Words;

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

sip::ComposedRequest asProbe(sip::ComposedRequest request, const ProbePace &pace)
{
    if (request.method == "REGISTER")
        request.rows.removeIf([](const sip::ComposedRow &row) { return sip::headerId(row.name) == sip::HeaderId::Contact; });
    if (request.method == "INVITE")
        request.hangUpAfter = {};
    request.keepFor = {};
    request.then.clear();
    request.credentials.clear();
    request.timers = pace.timers;
    return request;
}

QString probeProblem(const sip::ComposedRequest &request)
{
    if (request.raw)
        return Words::tr("is sent as typed: neither its size nor its Max-Forwards can be changed");
    if (request.method == "ACK" || request.method == "CANCEL")
        return Words::tr("is never answered, or not by itself; nothing can be learned from it");
    return {};
}

bool disturbs(const sip::ComposedRequest &request)
{
    return request.method == "INVITE" || request.method == "MESSAGE";
}

bool leavesComputer(const sip::ComposedRequest &request)
{
    const auto hop = sip::nextHop(request);
    return hop && (hop->isName() || !hop->address.remote.isLoopback());
}

} // namespace diag
