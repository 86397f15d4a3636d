// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/expected.h"
#include "base/instant.h"

namespace sip {

/// T1, T2, T4 of RFC 3261 17.1.1.1 and Table 4, and what follows from them. Tunable per request (R17.1.1.1-1).
struct TimerValues {
    Instant t1 = 500ms, t2 = 4s, t4 = 5s;

    static constexpr TimerValues rfc() { return {}; }
    static constexpr TimerValues fast() { return {50ms, 400ms, 500ms}; } ///< for tests and lessons: everything ten times faster
    /// \param text  "rfc", "fast" or "t1=100ms,t2=1s,t4=5s" (parts may be missing; ms when no unit); each 1 ms .. 1 h, t1 <= t2
    static Expected<TimerValues> parse(QByteArrayView text);
    QByteArray text() const; ///< what parse() reads back

    constexpr Instant timeout() const { return 64 * t1; } ///< B, F, H, L, M, N
    constexpr Instant timerD() const { return 32s; }      ///< fixed minimum, not derived from T1 (R17.1.1.2-12)

    friend constexpr bool operator==(const TimerValues &, const TimerValues &) = default;
};

/// How many times a request is sent when nothing ever answers: 7 for INVITE, 11 for others with RFC values, 1 on reliable
/// transports.
int plannedSends(bool invite, bool reliable, const TimerValues &values);

} // namespace sip
