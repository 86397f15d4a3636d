// SPDX-License-Identifier: GPL-3.0-or-later
#include "command_line.h"

#include <QtGlobal>

#ifdef Q_OS_WIN
#include <QString>

#include <windows.h>

#include <shellapi.h>
#endif

QList<QByteArray> commandLine(int argc, char **argv)
{
#ifdef Q_OS_WIN
    int count = 0;
    if (wchar_t **words = CommandLineToArgvW(GetCommandLineW(), &count)) { // argv has lost what the code page has not
        QList<QByteArray> out;
        for (int i = 0; i < count; ++i)
            out << QString::fromWCharArray(words[i]).toUtf8();
        LocalFree(words);
        return out;
    }
#endif
    return QList<QByteArray>(argv, argv + argc);
}
