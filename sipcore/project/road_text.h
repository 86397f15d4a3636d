// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dns/target_words.h"

#include <QStringList>

namespace diag {

/// The words for sip::AddressFamilies, in its order, in request files and on the command line.
const QStringList &familiesNames();

} // namespace diag
