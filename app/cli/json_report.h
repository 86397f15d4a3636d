// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/send_session.h"
#include "message/message.h"

#include <QJsonObject>

namespace cli {

/// The machine-readable report of `send`, schema "viatrace/1" (resources/help/cli.md): fields are added, never renamed.
QJsonObject sendReport(const SendOutcome &outcome);

/// Marks of `lint` and `show` as findings, with line and column.
QJsonObject messageReport(const QString &file, const sip::Message &message, const QList<sip::LintMark> &marks);

} // namespace cli
