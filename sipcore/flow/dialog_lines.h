// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flow/ladder.h"

namespace diag {

/// One dialog as it stood at the end, in words: ids, tags, CSeqs, route set, where its requests go and how that is known.
QStringList dialogLines(const DialogInfo &dialog);

} // namespace diag
