// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probe/sweep.h"

/// What the reports of a sweep say alike.
namespace diag::words {

QString milliseconds(sip::Instant length); ///< "1.2"
QString icmp(const SweepPoint &point);     ///< of a size a router called too large
QString outcome(const SweepPoint &point);  ///< "200 OK", "lost", or why it was not reached
QString answered(const SweepPoint &point); ///< "2 of 3"
QString heading(const SweepReport &report);

} // namespace diag::words
