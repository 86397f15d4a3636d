// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace cli {

/// Standard output and error, written at once, never a crash: a reader that goes away (a closed pipe) only ends the printing.
/// What cannot be written for another reason, such as a full disk, is said once on standard error.
class Output {
public:
    static void setUp(); ///< once, first thing in main: no SIGPIPE

    static void out(const QByteArray &text);
    static void out(const QString &text) { out(text.toUtf8()); }
    static void line(const QString &text) { out(text + QLatin1Char('\n')); }
    static void finish();                   ///< once, last thing in main: what others wrote, help and version, goes out too
    static bool isLost();                   ///< something could not be written, and not because its reader went away
    static void error(const QString &text); ///< "viatrace-cli: text" on standard error

    static bool isTerminal(); ///< standard output
    static int width();       ///< columns of the terminal; 0: no terminal, never cut lines
};

/// Colours: only on a terminal, and when neither --no-colour nor NO_COLOR says otherwise.
bool wantsColour(bool switchedOff);

} // namespace cli
