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

/// Asks the display itself: one that is named may be gone. Qt's own library for that, so that nothing is to be linked.
bool hasX11()
{
    if (qEnvironmentVariableIsEmpty("DISPLAY"))
        return false;
    QLibrary xcb(QStringLiteral("xcb"), 1);
    const auto connect = reinterpret_cast<void *(*)(const char *, int *)>(xcb.resolve("xcb_connect"));
    const auto error = reinterpret_cast<int (*)(void *)>(xcb.resolve("xcb_connection_has_error"));
    const auto disconnect = reinterpret_cast<void (*)(void *)>(xcb.resolve("xcb_disconnect"));
    if (!connect || !error || !disconnect)
        return true; // not known
    void *connection = connect(nullptr, nullptr);
    const bool isThere = error(connection) == 0;
    disconnect(connection);
    return isThere;
}

} // namespace

bool hasDisplay()
{
    const QByteArray platform = qgetenv("QT_QPA_PLATFORM");
    if (platform == "xcb")
        return hasX11();
    return !platform.isEmpty() || hasWayland() || hasX11();
}

#else

bool hasDisplay()
{
    return true;
}

#endif
