// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/endpoint.h"
#include "base/expected.h"

#include <memory>

namespace diag {

/// The practice DNS server: answerName() behind UDP and TCP on 127.0.0.1. Lives on the event loop of its thread.
class NameServer {
public:
    NameServer();
    ~NameServer();

    /// \param port  for UDP and TCP; 0: any free  \param sip  where its names lead
    /// \return where it listens; Code::Io: the port is in use
    sip::Expected<sip::Endpoint> listen(quint16 port, const sip::Endpoint &sip);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace diag
