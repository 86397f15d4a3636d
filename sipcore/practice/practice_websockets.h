// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ws_settings.h"

namespace diag {

/// One way the practice server can open a WebSocket. Like practiceBehaviours(): the list is the documentation.
struct PracticeWs {
    const char *name;
    const char *summary; ///< one sentence
};
const QList<PracticeWs> &practiceWsVariants();

/// \param variant  of practiceWsVariants(). \return Code::Syntax for an unknown one (names the known ones)
sip::Expected<sip::WsServerSettings> practiceWsSettings(const QByteArray &variant);

} // namespace diag
