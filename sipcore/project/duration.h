// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/expected.h"
#include "base/instant.h"

namespace diag {

/// "500ms", "2s", "1.5s", "3min"; "0" needs no unit. \return Code::Syntax with the remedy: no unit, no number, beyond 24 h
sip::Expected<sip::Instant> parseDuration(QByteArrayView text);
QByteArray durationText(sip::Instant value); ///< what parseDuration() reads back; whole milliseconds

} // namespace diag
