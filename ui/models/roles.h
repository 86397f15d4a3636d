// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Qt>

namespace ui {

/// Columns of the ladder's table twin.
enum class LadderColumn : int { Time, From, To, What, Detail, Count };

/// Columns of the history of intents.
enum class HistoryColumn : int { Number, Request, Result, Duration, Count };

enum LadderRole : int {
    SeqRole = Qt::UserRole + 1, ///< quint64: diag::LadderRow::seq
    IntentRole,                 ///< sip::IntentId
};

} // namespace ui
