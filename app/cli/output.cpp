// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/output.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <iostream>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <csignal>
#include <sys/ioctl.h>
#include <unistd.h>
#endif

namespace cli {

namespace {

int g_outError = 0; // errno of the write that failed; nothing more is printed then

void failed(int error)
{
    g_outError = error ? error : EIO;
    if (Output::isLost())
        Output::error(
            QStringLiteral("standard output cannot be written: %1").arg(QString::fromLocal8Bit(std::strerror(g_outError))));
}

} // namespace

void Output::setUp()
{
#ifndef Q_OS_WIN
    std::signal(SIGPIPE, SIG_IGN);
#endif
}

void Output::out(const QByteArray &text)
{
    if (g_outError != 0)
        return;
    errno = 0;
    const bool ok =
        std::fwrite(text.constData(), 1, size_t(text.size()), stdout) == size_t(text.size()) && std::fflush(stdout) == 0;
    if (!ok)
        failed(errno);
}

bool Output::isLost()
{
    return g_outError != 0 && g_outError != EPIPE;
}

void Output::finish()
{
    if (g_outError == 0 && !std::cout.flush())
        failed(errno); // of the write that failed first
}

void Output::error(const QString &text)
{
    const QByteArray bytes = "viatrace-cli: " + text.toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stderr);
    std::fflush(stderr);
}

bool Output::isTerminal()
{
#ifdef Q_OS_WIN
    return _isatty(_fileno(stdout)) != 0;
#else
    return isatty(STDOUT_FILENO) == 1;
#endif
}

int Output::width()
{
#ifndef Q_OS_WIN
    winsize size{};
    if (isTerminal() && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0)
        return size.ws_col;
#endif
    return 0;
}

bool wantsColour(bool switchedOff)
{
    return !switchedOff && qEnvironmentVariableIsEmpty("NO_COLOR") && Output::isTerminal();
}

} // namespace cli
