// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/path_mtu.h"
#include "message/lint.h"

namespace sip {

/// lint() of a request that begins something, in no dialog, and what follows from that: a To tag and methods that need a dialog
/// are marked, and a MESSAGE that is too long for a path nobody knows. Never blocks.
QList<LintMark> lintFirstRequest(const Message &request);

} // namespace sip
