// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "message/message.h"

namespace sip {

/// The first element of the top Via row as it stands on the wire; null: no Via. Points into \a message.
QByteArrayView topVia(const Message &message);

/// One Via element with another branch; every other octet stays.
QByteArray withBranch(QByteArrayView via, const QByteArray &branch);

} // namespace sip
