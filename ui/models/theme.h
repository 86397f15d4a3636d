// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flow/ladder.h"

#include <QColor>
#include <QFont>

class QApplication;

namespace ui {

/// Palette, fonts and colours by meaning. One place; views ask here and keep no colour of their own.
namespace theme {

enum class Mode { System, Light, Dark };
void apply(QApplication &application, Mode mode); ///< Fusion with our palette, bundled fonts
bool isDark();
Mode systemMode(); ///< Light or Dark: portal, registry or palette

enum class Meaning {
    Request,
    Provisional,
    Success,
    Redirect,
    ClientError,
    ServerError,
    GlobalError,
    Local,
    Auth,
    Timer,
    Transport,
    Note,
    Lane,
    Muted,
    Selected,
    Warning,
    Error,
    Ok
};
QColor colour(Meaning meaning); ///< contrast at least 4.5:1 on the base colour
Meaning meaningOf(const diag::LadderRow &row);
QFont monospace(); ///< for SIP text

} // namespace theme
} // namespace ui
