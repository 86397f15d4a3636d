// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/keep_alive.h"
#include "message/message.h"

namespace sip {

/// How the flow of an answer is to be kept, and who said so.
struct FlowKeeping {
    PingInterval every;
    QString why; ///< "as Flow-Timer asks"
    const char *rule = "";
};

/// \param request  as sent \param response  what came over the flow. \return nullopt: it is not kept
std::optional<FlowKeeping> keepingOf(const KeepAliveSetting &setting, Protocol protocol, const Message &request,
                                     const Message &response);

/// How long to wait before a new flow is registered (RFC 5626 4.5): all flows are down, because we have one only.
/// \param failures  registrations that failed since then, one after the other
Instant recoveryWait(int failures, Random &random);

} // namespace sip
