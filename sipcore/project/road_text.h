// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dns/target_words.h"

#include <QStringList>

namespace diag {

/// The words for sip::AddressFamilies, in its order, in request files and on the command line.
const QStringList &familiesNames();

// What is wrong with the text of a setting, a sentence; empty: nothing, or a variable that is still open may decide.
QString resolverObjection(const QByteArray &text);
QString targetObjection(const QByteArray &text); ///< of a target that is pinned, or taken for dead

} // namespace diag
