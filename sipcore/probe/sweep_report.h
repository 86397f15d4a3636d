// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probe/sweep.h"

#include <QJsonObject>

namespace diag {

/// "1301 octets: lost, 7 copies, in 2 packets of at most 1500", one line for people.
QString pointText(const SweepPoint &point);
QStringList pointParticulars(const SweepPoint &point); ///< round trips, copies, packets: what stands behind its result
/// The findings and remedies, one paragraph for each transport, and why it was cut short.
QStringList sweepConclusions(const SweepReport &report);

QJsonObject sweepObject(const SweepReport &report); ///< schema viatrace/1, "kind": "sweep"
/// One page to hand on: what was sent, the findings, a table of all sizes, the ladders on both sides of the limit.
QByteArray sweepMarkdown(const SweepReport &report);

} // namespace diag
