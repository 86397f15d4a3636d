// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "message/headers.h"

namespace diag {

/// What the cause of a Reason value means in words: a Q.850 cause, or a SIP status; null: not known. English, for Words::tr().
QByteArrayView causeName(const sip::Reason &reason);

} // namespace diag
