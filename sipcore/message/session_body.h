// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "message/message.h"

namespace sip {

/// The body, when it is a session description (Content-Type application/sdp) that can be read as it is (no Content-Encoding);
/// empty: there is none. A view into \a message.
QByteArrayView sessionDescriptionOf(const Message &message);

} // namespace sip
