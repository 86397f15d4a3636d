// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace ui {

/// Shown in place of the ladder until something was sent: what this is for, and three ways to begin.
class WelcomePage : public QWidget {
    Q_OBJECT
public:
    explicit WelcomePage(QWidget *parent = nullptr);

signals:
    void practiceRequested();
    void timeoutRequested();
    void ownServerRequested();
    void helpRequested();
};

} // namespace ui
