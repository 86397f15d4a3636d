// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probe/path_trace.h"

#include <QJsonObject>

namespace diag {

/// " 1  483 Too Many Hops  1.2 ms  127.0.0.1:5060  kamailio", one line for people, its particulars on further ones.
QStringList hopLines(const PathHop &hop);
/// What the first hop saw of us, the routes that were recorded, and what the path comes to.
QString hopAnswer(const PathHop &hop);          ///< "483 Too Many Hops", "no answer", "not reached"
QStringList hopParticulars(const PathHop &hop); ///< what else its answer says, and what is odd about it
QStringList pathConclusions(const PathReport &report);

QJsonObject pathObject(const PathReport &report); ///< schema viatrace/1, "kind": "trace"
QByteArray pathMarkdown(const PathReport &report);

} // namespace diag
