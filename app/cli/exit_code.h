// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flow/ladder.h"

namespace cli {

/// Exit codes of viatrace-cli: stable, and below 64 but for wrong usage (decisions.md 12).
enum class Exit : int {
    Ok = 0,
    Rejected = 10,       ///< 3xx to 6xx from the wire, also to a request that followed in the dialog
    Authentication = 11, ///< 401, 407, or 403 to a request that was challenged
    Timeout = 12,
    Transport = 13, ///< refused, unreachable, reset, too large
    Tls = 14,
    Dns = 15,
    Cancelled = 16, ///< by the user, before there was an answer
    Output = 17,    ///< what was to be printed could not be written: a full disk
    Assertion = 20, ///< lint found errors; the demonstration did not go as it should
    Usage = 64,     ///< wrong options, unreadable or wrong files
};

/// What a finished flow means for a script.
Exit exitOf(const diag::Flow &flow);
Exit exitOfCause(sip::LocalCause cause); ///< of a request that got no answer from the wire

inline const char *exitHelp = "Exit codes: 0 ok, 10 rejected (3xx-6xx from the wire), 11 authentication failed, 12 timeout,\n"
                              "13 transport error, 14 TLS, 15 DNS, 16 cancelled, 17 output could not be written,\n"
                              "20 errors found, 64 wrong usage or file.";

} // namespace cli
