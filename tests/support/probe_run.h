// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flow/flow_builder.h"
#include "probe/probe.h"
#include "support/simulated_run.h"

using namespace std::chrono_literals;

/// Drives a probe without sockets and without waiting, as ProbeRunner does with both.
struct ProbeRun : SimulatedRun {
    /// What the far end does with a request. \return false: it is lost
    std::function<bool(const FakeTransport::Sent &)> serve;
    std::function<void(const diag::Flow &)> after; ///< each step
    int steps = 0, most = 1000;

    ProbeRun()
    {
        network.peer = [this](const FakeTransport::Sent &one) {
            if (serve && one.message.method() != "ACK" && one.message.method() != "CANCEL")
                serve(one);
        };
        network.delay = 5ms;
    }
    void drive(diag::Probe &probe)
    {
        diag::FlowBuilder flows;
        while (steps < most) {
            const auto step = probe.next(clock.now());
            if (!step)
                return;
            ++steps;
            clock.advance(step->pause);
            ear = {};
            sip::UserAgentClient &one = send(step->request);
            const sip::Instant due = clock.now() + step->wait;
            while (!one.isFinished() && clock.now() < due)
                clock.advance(1ms);
            if (!one.isFinished() && !one.cancel())
                one.stop();
            clock.advance(1ms);
            flows.append(std::exchange(trace, {}));
            const diag::Flow *const flow = flows.flow(one.intent());
            probe.take(diag::resultOf(flow ? *flow : diag::Flow()));
            if (after && flow)
                after(*flow);
        }
    }
    /// ICMP "fragmentation needed" about a request that was sent.
    void tooLarge(const FakeTransport::Sent &one, int mtu, const char *reporter)
    {
        sip::TransportError error;
        error.cause = sip::LocalCause::TooBig;
        error.fatal = false;
        error.pathMtu = mtu;
        error.reporter = *sip::Endpoint::parse(reporter);
        error.text = QStringLiteral("too large");
        network.user()->icmpReceived(network.pathTo(one.target), error, one.message.wire());
    }
};
