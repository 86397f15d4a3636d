// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flow/ladder.h"

namespace ui {

/// The words views share about one row. Never longer than a line.
QString laneText(const diag::Flow &flow, int lane); ///< alias, else address; empty: no such lane
QString fateText(sip::MessageReceived::Fate fate);  ///< "" for Delivered
QString clockText(qint64 wallUs);                   ///< local time of day, "14:03:27.481"
QString decimalText(double value, int places);      ///< as the language writes it, to be shown and not to be read again
QString spanText(sip::Instant span);                ///< "under 0.1 ms", "0.4 ms", "502 ms", "31.5 s", "2 min 05 s"

/// One sentence that says everything the painted row says by place, shape and colour: for screen readers and tool tips.
QString rowSentence(const diag::Flow &flow, const diag::LadderRow &row);

} // namespace ui
