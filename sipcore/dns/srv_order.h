// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random.h"
#include "trace/dns_facts.h"

namespace sip {

/// SRV records in the order in which they are to be tried (RFC 2782): priorities upwards, and among those of one priority drawn
/// by weight. Records with the target "." are left out.
QList<DnsRecord> inSrvOrder(QList<DnsRecord> records, Random &random);

} // namespace sip
