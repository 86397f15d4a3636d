// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "message/header_id.h"

#include <QString>

namespace ui {

/// What a header field is for, in one sentence, and where that is written down.
struct HeaderHelp {
    QString meaning; ///< empty: not a header field we know
    QString source;  ///< "RFC 3261 20.10"
};
HeaderHelp headerHelp(sip::HeaderId id);

} // namespace ui
