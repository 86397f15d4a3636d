// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QTableView>
#include <QTest>

/// The widget with this accessible name; nullptr: there is none.
template<class W> W *named(const QWidget &window, const char *name)
{
    for (W *each : window.findChildren<W *>()) {
        if (each->accessibleName() == QLatin1String(name))
            return each;
    }
    return nullptr;
}

/// As the history shows it.
inline QString resultOf(const QTableView &history, int row)
{
    return history.model()->index(row, 2).data().toString();
}

/// Fails the test where no action has this text.
inline void trigger(const QWidget &window, const char *text)
{
    for (QAction *action : window.findChildren<QAction *>()) {
        if (action->text() == QLatin1String(text)) {
            action->trigger();
            return;
        }
    }
    QFAIL(text);
}
