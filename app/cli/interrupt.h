// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include <functional>

namespace cli {

/// Ctrl-C and termination as calls on the event loop. One at a time.
class Interrupt final : public QObject {
public:
    /// \param pressed  called with 1, 2, ... for each signal since this object exists
    explicit Interrupt(std::function<void(int)> pressed, QObject *parent = nullptr);
    ~Interrupt() override;

private:
    void look();

    std::function<void(int)> m_pressed;
    QTimer m_timer;
    int m_seen = 0;
};

} // namespace cli
