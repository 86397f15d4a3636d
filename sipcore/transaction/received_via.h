// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/endpoint.h"
#include "message/message.h"

namespace sip {

/// The request with what we saw written into its top Via: received when the sent-by is another address, the value of rport when
/// it was asked for (RFC 3261 18.2.1, RFC 3581 4; R18.2.1-1). The same message when there is nothing to write.
Message withReceivedVia(const Message &request, const Endpoint &source);

/// Where a response goes that cannot go back over its connection: source address, and the source port if rport was asked for,
/// else the port of the sent-by (RFC 3261 18.2.2, RFC 3581 4).
Endpoint responseTarget(const Message &request, const Path &path);

} // namespace sip
