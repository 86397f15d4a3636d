// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "message/lint.h"

namespace sip {

inline constexpr qsizetype largestUdpAdvised = 1300; ///< octets: above this RFC 3261 18.1.1 wants a stream transport

/// lint() of a request that begins something, in no dialog, and what follows from that: a To tag and methods that need a dialog
/// are marked, and a MESSAGE that is too long for a path nobody knows. Never blocks.
QList<LintMark> lintFirstRequest(const Message &request);

} // namespace sip
