// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "message/message.h"

#include <QString>

namespace cli {

/// One message as an indented tree: start line, header rows with the parts of what can be taken apart, body. What the wire says
/// is made safe for a terminal.
QString messageTree(const sip::Message &message);

} // namespace cli
