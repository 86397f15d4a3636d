// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "trace/trace_event.h"

#include <QJsonObject>

namespace cli {

/// What a row of kind dns holds beside its text: question, result, records, server, timing; or targets and decisions.
void addDns(const sip::TraceEvent &event, QJsonObject &out);

} // namespace cli
