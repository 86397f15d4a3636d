// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random.h"
#include "dns/resolver.h"
#include "timing/scheduler.h"

#include <memory>

namespace sip {

/// The resolver for real: c-ares on the event loop of the thread it is made on. It writes the questions to the sockets and
/// matches the answers; which server is asked, how often and for how long is decided here, so that each of it can be told.
/// Without a server in ask() those of the system are asked, after its hosts file.
class CaresResolver final : public Resolver {
public:
    struct Settings {
        Instant timeout = 2s; ///< for one try
        int rounds = 2;       ///< how often each server is tried
    };
    CaresResolver(Scheduler &scheduler, Random &random, Settings settings);
    CaresResolver(Scheduler &scheduler, Random &random) : CaresResolver(scheduler, random, Settings()) {}
    ~CaresResolver() override; ///< what is under way is not answered any more

    Ticket ask(const DnsQuestion &question, const Endpoint &server, Done done) override;
    void cancel(Ticket ticket) override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace sip
