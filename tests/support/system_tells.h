// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLibrary>

/// What a system lets a program know; tests of it skip where it does not (packaging/windows/README.md).
#ifdef Q_OS_LINUX
constexpr bool tellsIcmp = true;   ///< who says that a UDP port is closed, and of which datagram
constexpr bool tellsResets = true; ///< a reset of TCP from a close
#else
constexpr bool tellsIcmp = false;
constexpr bool tellsResets = false;
#endif
#ifdef Q_OS_WIN
constexpr bool hasFileModes = false; ///< who may read a file is said by a list, which it takes over from its folder
#else
constexpr bool hasFileModes = true;
#endif

/// Wine binds a socket that asks for a loopback address to all addresses, so that datagrams leave from 127.0.0.1 always.
inline bool underWine()
{
#ifdef Q_OS_WIN
    return QLibrary(QStringLiteral("ntdll")).resolve("wine_get_version");
#else
    return false;
#endif
}
