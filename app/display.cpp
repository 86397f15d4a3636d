// SPDX-License-Identifier: GPL-3.0-or-later
#include "display.h"

#include <QByteArray>
#include <QFileInfo>
#include <QLibrary>

#ifdef Q_OS_LINUX

namespace {

bool hasWayland()
{
    const QString name = qEnvironmentVariable("WAYLAND_DISPLAY"), folder = qEnvironmentVariable("XDG_RUNTIME_DIR");
    if (name.isEmpty())
        return false;
    return name.startsWith(u'/') ? QFileInfo::exists(name) : !folder.isEmpty() && QFileInfo::exists(folder + u'/' + name);
}

} // namespace

DisplayProbe::DisplayProbe()
{
    const QByteArray platform = qgetenv("QT_QPA_PLATFORM");
    m_isThere = platform == "xcb" ? asksX11() : !platform.isEmpty() || hasWayland() || asksX11();
}

/// Asks the display itself: one that is named may be gone. Qt's own library for that, so that nothing is to be linked.
bool DisplayProbe::asksX11()
{
    if (qEnvironmentVariableIsEmpty("DISPLAY"))
        return false;
    QLibrary xcb(QStringLiteral("xcb"), 1);
    const auto connect = reinterpret_cast<void *(*)(const char *, int *)>(xcb.resolve("xcb_connect"));
    const auto error = reinterpret_cast<int (*)(void *)>(xcb.resolve("xcb_connection_has_error"));
    m_disconnect = reinterpret_cast<void (*)(void *)>(xcb.resolve("xcb_disconnect"));
    if (!connect || !error || !m_disconnect)
        return true; // not known
    m_connection = connect(nullptr, nullptr);
    return error(m_connection) == 0;
}

DisplayProbe::~DisplayProbe()
{
    if (m_connection)
        m_disconnect(m_connection);
}

#else

DisplayProbe::DisplayProbe() = default;
DisplayProbe::~DisplayProbe() = default;

#endif
