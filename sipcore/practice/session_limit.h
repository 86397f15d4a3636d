// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "message/message_draft.h"

namespace diag {

/// Rows of a 2xx of the called side that limit the session (RFC 4028 9): never longer than the caller asked for, never below what
/// it says is the least, and refreshed by the caller only when it knows how and does not say otherwise.
/// \param seconds  as we would have it \param callerRefreshes  where the caller leaves the choice
void addSessionLimit(sip::MessageDraft &made, const sip::Message &request, int seconds, bool callerRefreshes);

} // namespace diag
