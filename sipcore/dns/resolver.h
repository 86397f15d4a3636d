// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/expected.h"
#include "trace/dns_facts.h"

#include <functional>

namespace sip {

/// Asks DNS servers. CaresResolver asks real ones; FakeDns (tests) knows its answers. Belongs to the engine's thread.
class Resolver {
public:
    using Ticket = quint64;
    using Done = std::function<void(const DnsAnswer &)>;

    virtual ~Resolver() = default;
    /// \param server  to be asked; the zero address: those of the system
    /// \param done  is called once, from the event loop, never from inside ask(), whatever happens; what the server says has been
    ///              bounded and checked, whoever it is \return a ticket, never 0
    virtual Ticket ask(const DnsQuestion &question, const Endpoint &server, Done done) = 0;
    virtual void cancel(Ticket ticket) = 0; ///< done is not called any more; 0, answered and unknown tickets are fine
};

/// "192.0.2.53", "192.0.2.53:5353", "[2001:db8::53]:53"; empty: the zero address. Port 53 where none is given.
Expected<Endpoint> parseResolver(const QByteArray &text);

} // namespace sip
