// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "trace/trace_event.h"

namespace sip {

/// What keeping this event costs, in octets: the event itself and what a peer or a user can make large, its message above all.
/// An estimate, never below the octets of the message; what messages share is counted for each.
qsizetype octetsOf(const TraceEvent &event);

} // namespace sip
