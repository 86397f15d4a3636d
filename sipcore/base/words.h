// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace sip {

/// What the user reads of all that knows no window: `Words::tr("Nothing came back for a %1").arg(...)`, also from namespace diag,
/// with `using sip::Words`. Tables hold QT_TRANSLATE_NOOP("core", "...") and say Words::tr(row.text) where they are read, never
/// in an initialiser of static storage: the language is set later. May be called in any thread. What the protocol spells (header
/// names, methods, reason phrases), rule ids, keys of files and options are no words and stay as they are. Without a translator,
/// as in viatrace-cli, everything is English.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(core)
};

} // namespace sip
