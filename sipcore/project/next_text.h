// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/expected.h"
#include "request/composed_request.h"

namespace diag {

/// One request in a dialog, written in one line: "[TIME] METHOD [| Name: value]... [|| body]", e.g.
/// "1s INFO | Content-Type: application/dtmf-relay || Signal=5\r\nDuration=160". TIME is the pause before it; in the body \r, \n,
/// \t and \\ stand for these octets. Instead of METHOD and the rest also "dtmf KEY": an INFO that presses it; "hold" and
/// "resume": a re-INVITE that changes the direction of the session, "hold UPDATE" one without INVITE. \return
/// Code::Syntax with a sentence that shows how it is written
sip::Expected<sip::NextRequest> parseNext(QByteArrayView text);

/// The line parseNext() reads back as the same value.
QByteArray nextText(const sip::NextRequest &request);

} // namespace diag
