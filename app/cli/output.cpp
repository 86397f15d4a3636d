// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/output.h"

#include <cstdio>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <csignal>
#include <sys/ioctl.h>
#include <unistd.h>
#endif

namespace cli {

namespace {

bool g_outGone = false; // the reader of standard output went away

} // namespace

void Output::setUp()
{
#ifndef Q_OS_WIN
    std::signal(SIGPIPE, SIG_IGN);
#endif
}

void Output::out(const QByteArray &text)
{
    if (g_outGone)
        return;
    const bool ok =
        std::fwrite(text.constData(), 1, size_t(text.size()), stdout) == size_t(text.size()) && std::fflush(stdout) == 0;
    g_outGone = !ok;
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
