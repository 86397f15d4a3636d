// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/words.h"

namespace sip {

/// A sentence that the user reads and that may go to the peer as well, who gets English: `Phrase(QT_TRANSLATE_NOOP("core",
/// "..."))`.
struct Phrase {
    Phrase(const char *text) : shown(Words::tr(text)), english(QString::fromUtf8(text)) {}

    template<class Value> Phrase &&arg(const Value &value) &&
    {
        shown = shown.arg(value);
        english = english.arg(value);
        return std::move(*this);
    }

    QString shown, english;
};

} // namespace sip
