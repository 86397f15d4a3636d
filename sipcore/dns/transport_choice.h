// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/expected.h"
#include "dns/target_words.h"
#include "trace/dns_facts.h"

#include <optional>

namespace sip {

/// The transport as far as the words alone say it (RFC 3263 4.1).
struct TransportChoice {
    std::optional<Protocol> protocol; ///< empty: NAPTR and SRV records are to decide
    DnsDecision why{};
};
/// \return Code::Unsupported for a transport that is not known, and for sips over UDP; Code::Syntax for what is no token
Expected<TransportChoice> chooseTransport(const TargetWords &words);

/// maddr if it is there, else the host (R3263.4-1).
QByteArray targetOf(const TargetWords &words);

/// The address that \a host is, "localhost" included; empty: it is a name. Port 0.
std::optional<Endpoint> numericHost(QByteArrayView host);

/// The "_sip._udp" before a domain whose SRV records lead to servers of this transport.
QByteArray srvPrefix(Protocol protocol);

/// The transport of a NAPTR service field, in any letter case ("SIP+D2U"); empty: not a service of SIP, or one of a transport
/// unknown here.
std::optional<Protocol> naptrService(QByteArrayView service);

} // namespace sip
