// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "message/message.h"

namespace sip {

/// \a option stands in a row of this kind (Supported, Require, Unsupported, ...), in any case (RFC 3261 19.2).
bool listsOption(const Message &message, HeaderId id, QByteArrayView option);

} // namespace sip
