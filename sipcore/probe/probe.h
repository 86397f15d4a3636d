// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probe/probe_result.h"
#include "request/composed_request.h"

#include <optional>

namespace diag {

using namespace std::chrono_literals;

/// Something that is learned by sending one request after the other: knows neither network nor clock. Whoever drives it sends
/// what next() gives, waits for the end of that, and hands it back.
class Probe {
public:
    struct Step {
        sip::ComposedRequest request;
        sip::Instant wait;  ///< for an answer; what has none by then is ended
        sip::Instant pause; ///< before it is sent
    };
    virtual ~Probe() = default;
    /// \param now  since the start \return nullopt: there is nothing more to learn
    virtual std::optional<Step> next(sip::Instant now) = 0;
    virtual void take(const ProbeResult &result) = 0; ///< what became of the last step
};

/// How a probe treats the network.
struct ProbePace {
    sip::Instant wait = 2s;    ///< for each answer
    sip::Instant pause{};      ///< between two requests
    sip::TimerValues timers;   ///< when copies are sent meanwhile
    sip::Instant limit = 5min; ///< for all of it

    /// Fast on this computer and in private networks; elsewhere the timers of the RFC and five requests a second at most.
    /// \param target  as ComposedRequest::target
    static ProbePace towards(const sip::ComposedRequest &request);
};
/// The request as a probe sends it: nothing stays behind at the far end. REGISTER asks and binds nothing (RFC 3261 10.2.3), for
/// nobody listens where the probe came from; a call that is taken is hung up at once, and nothing follows; a challenge is an
/// answer.
sip::ComposedRequest asProbe(sip::ComposedRequest request, const ProbePace &pace);
/// Why no probe can be made of it, in words that follow its name; empty: it can.
QString probeProblem(const sip::ComposedRequest &request);
/// Somebody may notice each of them: a phone rings, a text comes up.
bool disturbs(const sip::ComposedRequest &request);
/// The target is not on this computer: whoever asks for it should be sure.
bool leavesComputer(const sip::ComposedRequest &request);

} // namespace diag
