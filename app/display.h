// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Is there a display that a window can be shown on? Qt aborts where there is none.
bool hasDisplay();
