// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/expected.h"
#include "request/composed_request.h"

namespace diag {

/// What a kind of request that comes in is answered, written in one line: "METHOD: [TIME] STATUS [reliable][, ...]", e.g.
/// "INVITE: 180, 2s 200", "INVITE: 183 reliable, 1s 200" or "*: 486". Instead of the list "silence" (no answer ever) or "by
/// hand". \return Code::Syntax with a sentence that shows how it is written
sip::Expected<sip::CannedAnswer> parseAnswer(QByteArrayView text);

/// The line parseAnswer() reads back as the same value.
QByteArray answerText(const sip::CannedAnswer &answer);

} // namespace diag
