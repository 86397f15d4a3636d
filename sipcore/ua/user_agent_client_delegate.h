// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/endpoint.h"
#include "message/message.h"

namespace sip {

/// A response as the delegate sees it: from the wire, or made by our own stack and marked so (R8.1.3.1-3).
struct IncomingResponse {
    int status = 0;
    QByteArray reason;
    Message message;                     ///< Kind::Invalid when local
    LocalCause cause = LocalCause::None; ///< None: from the wire
    TransportError error;                ///< for local transport causes
    quint32 attempt = 0;
    bool isLocal() const { return cause != LocalCause::None; }
};

/// The five callbacks of the contract. All optional; calls come from the event loop.
class UserAgentClientDelegate {
public:
    virtual ~UserAgentClientDelegate() = default;
    virtual void onTrying(const IncomingResponse &) {}   ///< 100
    virtual void onProgress(const IncomingResponse &) {} ///< other 1xx
    virtual void onAccept(const IncomingResponse &) {}   ///< 2xx; for INVITE once per 2xx dialog
    virtual void onRedirect(const IncomingResponse &) {} ///< 3xx
    virtual void onReject(const IncomingResponse &) {}   ///< 4xx-6xx, and local 408 and 503
    virtual void onFinished() {}                         ///< last call: nothing more will be sent for this intent
};

} // namespace sip
