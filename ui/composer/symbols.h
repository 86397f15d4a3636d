// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>

namespace ui {

/// Small pictures for buttons and menus, drawn as lines in the colour of the palette: right in light, dark and at any scale.
enum class Symbol {
    Send,
    Cancel,
    Add,
    Remove,
    Up,
    Down,
    Copy,
    Mute,
    Eye,
    EyeOff,
    Open,
    Save,
    Resend,
    Edit,
    Practice,
    Clock,
    Server,
    Search,
    Template
};

QIcon symbol(Symbol which);
/// With a colour of its own, for buttons that have one.
QIcon symbol(Symbol which, const QColor &colour);

} // namespace ui
