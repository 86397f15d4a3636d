// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/instant.h"

#include <QtGlobal>

// What the practice server holds has a number and an end, so that peers that vanish, or flood it, leave nothing.
namespace diag {

inline constexpr qsizetype mostHeld = 1000; ///< of each: calls, waiting requests, subscriptions, publications, referrals
inline constexpr sip::Instant longestRinging = std::chrono::minutes(3); ///< where nothing else ends it
inline constexpr sip::Instant longestCall = std::chrono::hours(1);      ///< in which nothing was heard
inline constexpr sip::Instant longestSession = std::chrono::hours(24);  ///< whatever a peer wants

} // namespace diag
