// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probe/sweep.h"

namespace diag {

/// The chart of a sweep as SVG: size to the right, round trip upwards, what was lost as crosses at the bottom, the limit of each
/// transport as a line. Colours come from the style of the page around it.
QString sweepSvg(const SweepReport &report);
/// The report as one page of HTML that needs nothing else: chart, findings, all sizes, the ladders on both sides of the limit and
/// the octets of those two requests. Without script, and nothing in it is loaded from anywhere.
QByteArray sweepHtml(const SweepReport &report);

} // namespace diag
