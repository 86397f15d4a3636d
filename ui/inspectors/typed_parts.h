// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inspectors/message_parts.h"

namespace ui {

/// What the value of a header row is made of; empty: nothing to take apart, or it does not parse (lint says so).
QList<MessagePart> typedParts(sip::HeaderId id, const QByteArray &value, qsizetype most);

} // namespace ui
