// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "message/message.h"

#include <QIcon>

namespace ui {

/// A round i, a triangle or an octagon: told apart by shape as well as by colour.
QIcon markIcon(sip::LintMark::Severity severity);
QIcon okIcon();                                         ///< a tick in a circle
QIcon pinIcon();                                        ///< a drawing pin
QString severityText(sip::LintMark::Severity severity); ///< "Note", "Warning", "Error"
sip::LintMark::Severity worstOf(const QList<sip::LintMark> &marks);
/// "Error: ... (R20.14-1)", one line per mark, for tool tips.
QString marksText(const QList<sip::LintMark> &marks);

} // namespace ui
