// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "message/message.h"

namespace sip {

/// What is wrong with a message, and by which rule. rule nullptr: nothing.
struct ResponseFlaw {
    const char *rule = nullptr;
    QString reason;
};

/// Flaws for which a response is dropped before it is matched: a body that is cut off (R18.3-1), a status that is none
/// (R8.1.3.2-3), more than one Via value (R8.1.3.3-1), no way to match it.
ResponseFlaw flawOf(const Message &response);

/// The sent-by of its Via is not the one we sent: not for us (R18.1.2-1).
ResponseFlaw sentByFlaw(const Message &response, const Message &request);

/// Branch and method match, yet Call-ID, CSeq number or From tag differ: taken as the transaction's, and said (R17.1.3-2).
ResponseFlaw mismatchOf(const Message &response, const Message &request);

/// A request without what every answer repeats and is matched by: dropped.
ResponseFlaw unanswerable(const Message &request);

} // namespace sip
