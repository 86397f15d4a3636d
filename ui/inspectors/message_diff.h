// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "message/message.h"

#include <QList>
#include <QString>

namespace ui {

/// One line of the difference between two messages.
struct DiffLine {
    enum class Kind { Same, Added, Removed, Changed };
    Kind kind = Kind::Same;
    QString name;             ///< header name, "Start line", "Body"
    QByteArray before, after; ///< values; empty where there is none
    QString why;              ///< why a new attempt changes this row; empty: no rule asks for it
};

/// Start line, header rows in the order of \a after (removed ones where they stood), body. Rows are matched by name, equal values
/// first, so that a moved row is no change.
QList<DiffLine> messageDiff(const sip::Message &before, const sip::Message &after);

} // namespace ui
