// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "request/target.h"
#include "trace/dialog_facts.h"

namespace sip {

/// Where the next request of a dialog goes: to the first of the route set, else to the remote target (12.2.1.1).
Expected<NextHop> hopOf(const DialogFacts &facts);

/// What is odd about that: the peer's Contact or Record-Route leads elsewhere than the dialog began, to where it may not arrive.
/// Each a sentence. \param hop  of the request, as nextHop() or hopOf() say \param first  where the request that made it went
QStringList detours(const DialogFacts &facts, const NextHop &hop, const TransportAddress &first);

} // namespace sip
