// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "trace/dns_facts.h"

namespace sip {

/// \a pattern names this target: "udp:192.0.2.1:5060", "192.0.2.1:5060", "192.0.2.1", "[2001:db8::1]:5060",
/// "sip2.example.com:5060", "tcp:sip2.example.com"; what it leaves out matches anything.
bool matchesTarget(QByteArrayView pattern, const DnsTarget &target);

/// Such a pattern can name a target at all.
bool isTargetPattern(QByteArrayView pattern);

} // namespace sip
