// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/endpoint.h"
#include "request/composed_request.h"

#include <optional>

namespace cli {

/// The address our packets to the request's next hop leave from, with a port that is free for UDP and TCP now. Nothing: no
/// numeric next hop, or no way there; sending will say why.
std::optional<sip::Endpoint> freeLocalEndpoint(const sip::ComposedRequest &request);

} // namespace cli
