// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probe/sweep.h"

namespace diag {

/// What the sizes of one transport come to.
struct SweepVerdict {
    enum class Cause : quint8 {
        None,           ///< every size passes
        ServerLimit,    ///< 413 or 513
        PathMtu,        ///< a router said that the path takes less (ICMP)
        FragmentsLost,  ///< what fits into one packet passes, what needs two does not
        BlackHole,      ///< single packets above a size vanish without a word
        LostAbove,      ///< lost above a size that no packet explains: by the server, or something before it
        Broken,         ///< the connection ended above a size
        Irregular,      ///< lost and answered sizes take turns: a bad line
        NothingAnswers, ///< at the smallest size neither
        Unreachable,
        NotMeasured,
    };
    Cause cause = Cause::NotMeasured;
    QString text;   ///< what was found, one or two sentences
    QString remedy; ///< what to do; empty: nothing
};

/// "none", "server-limit", "path-mtu", ...: as JSON names it.
QByteArrayView causeName(SweepVerdict::Cause cause);
/// \param which  of its series
SweepVerdict verdictOf(const SweepReport &report, qsizetype which);

} // namespace diag
