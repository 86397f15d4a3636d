// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/theme.h"

#include <QPalette>

namespace ui::theme {

QPalette palette(bool dark);               ///< the whole palette of the program
QColor colour(Meaning meaning, bool dark); ///< of that palette, whatever is applied now

/// WCAG 2.1 contrast ratio, 1 to 21.
double contrast(const QColor &a, const QColor &b);

} // namespace ui::theme
