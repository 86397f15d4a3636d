// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace diag {

/// What a refusal usually means to the one who has to do something about it.
/// \return a sentence with full stop; nullptr: nothing is known beyond its class
const char *statusMeaning(int status);

} // namespace diag
