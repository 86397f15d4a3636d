// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// The command line of `viatrace`, as data: its parser and its manual page are made from it.
struct WindowOption {
    const char *name;
    const char *value; ///< what follows it, as the help names it
    const char *text;
    const char *choices; ///< the values there are, with commas between
};

inline constexpr WindowOption windowOptions[] = {
    {"style", "colours", "Colours for this run: light, dark or system.", "light,dark,system"},
    {"language", "language", "Language for this run: en, de or system.", "en,de,system"},
};
inline constexpr const char *windowAbout = "Viatrace, the workbench for SIP signalling.";
inline constexpr const char *windowFile = "A request file (*.via) to open.";
