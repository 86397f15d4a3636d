// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "request/composed_request.h"

namespace sip {

/// {{local}} in a request stands for our own address and port, which are known only when it is sent. UserAgentClient and
/// previewRequest() put them in; whoever composes leaves the placeholder as it is.
inline constexpr const char *localPlaceholder = "{{local}}";

bool usesLocal(const ComposedRequest &request);
/// Puts \a local in the place of the placeholder in Request-URI, header values, body, raw octets and digest uri. Port 0: the
/// address alone; IPv6 in brackets.
void putLocal(ComposedRequest &request, const Endpoint &local);
void putLocal(ComposedRequest &request, const QByteArray &hostPort);

/// A Contact value that leads back to us: the user of From, {{local}}, and the transport the request will take if it is not UDP.
QByteArray localContact(const ComposedRequest &request);

} // namespace sip
