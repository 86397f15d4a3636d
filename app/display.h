// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

/// The display that a window can be shown on, looked for before Qt, which aborts where there is none. To be kept until Qt has a
/// connection of its own: an X server starts anew when its last client leaves, and refuses meanwhile.
class DisplayProbe {
public:
    DisplayProbe();
    ~DisplayProbe();
    Q_DISABLE_COPY_MOVE(DisplayProbe)
    bool isThere() const { return m_isThere; }

private:
    bool asksX11();

    bool m_isThere = true;
    void *m_connection = nullptr; ///< of xcb; disconnected by m_disconnect
    void (*m_disconnect)(void *) = nullptr;
};
