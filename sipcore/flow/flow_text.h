// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flow/ladder.h"

namespace diag {

struct TextOptions {
    bool colour = false;     ///< ANSI colours
    bool minor = false;      ///< timer starts and stops, state changes too (--verbose)
    bool times = true;       ///< golden tests switch the clock column off only where sockets are real
    int width = 0;           ///< columns; longer lines are cut with "..."; 0: never cut
    QList<RowKind> folded{}; ///< rows of these kinds that follow each other are one line, but for trouble
};

/// Prints the rows of one flow in order: folds, and leaves out what is minor.
class RowPrinter {
public:
    explicit RowPrinter(TextOptions options) : m_options(std::move(options)) {}
    bool shows(const LadderRow &row) const { return !row.minor || m_options.minor; }
    /// The lines to print when \a row comes: of what was folded before it, and its own; empty: it is folded, or not shown.
    QStringList take(const Flow &flow, const LadderRow &row);
    QStringList finish(); ///< what was folded last

private:
    TextOptions m_options;
    int m_rows = 0; ///< folded since the last line
    QStringList m_kinds;
};

QString laneName(int lane);                   ///< "A", "B", ... "Z", "L26", ...; "-" for none
QString laneText(const Flow &flow, int lane); ///< "A = 127.0.0.1:40312 (us)"
QString rowText(const Flow &flow, const LadderRow &row, const TextOptions &options); ///< one line, no line end
QString flowText(const Flow &flow, const TextOptions &options = {});                 ///< heading with lanes, then all rows
QString flowMermaid(const Flow &flow);                                               ///< sequenceDiagram

} // namespace diag
