// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/endpoint.h"
#include "timing/scheduler.h"
#include "trace/dns_facts.h"

#include <functional>
#include <memory>

namespace sip {

/// One c-ares channel: one server, asked over UDP or over TCP, one try for each question. Its sockets are watched by the event
/// loop, its deadlines by the scheduler.
class CaresChannel {
public:
    enum class Status : quint8 { Reply, Timeout, Unreachable, BadQuestion };
    using Done = std::function<void(Status status, const QByteArray &reply)>;

    /// \param timeout  for one try; TCP gets twice as much, for its connection
    CaresChannel(Scheduler &scheduler, const Endpoint &server, bool tcp, Instant timeout);
    ~CaresChannel(); ///< questions under way are not answered any more

    /// \param number  not to be guessed: an answer counts only when it repeats it
    /// \param done  is called once; what c-ares knows at once it tells from inside ask()
    void ask(const DnsQuestion &question, quint16 number, Done done);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

/// The DNS servers this system is set to use, in order.
QList<Endpoint> systemDnsServers();

/// The addresses of a name in the system's hosts file; only A and AAAA have any.
QList<Endpoint> hostsFileAddresses(const DnsQuestion &question);

} // namespace sip
