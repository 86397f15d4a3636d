// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/request_templates.h"

#include <functional>

class QMenu;

namespace ui {

/// One entry for each template, groups apart; the tool tip says what it does and which practice behaviour fits.
void addTemplates(QMenu &menu, const std::function<void(const diag::RequestTemplate &)> &chosen);

} // namespace ui
