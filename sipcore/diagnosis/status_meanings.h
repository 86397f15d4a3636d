// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace diag {

/// What a refusal usually means to the one who has to do something about it.
/// \return a sentence with full stop; empty: nothing is known beyond its class
QString statusMeaning(int status);

} // namespace diag
