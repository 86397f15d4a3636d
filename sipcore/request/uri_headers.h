// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "message/uri.h"
#include "request/composed_request.h"

namespace sip {

/// What the part of a SIP URI behind "?" asks for, unescaped (RFC 3261 19.1.1, 19.1.5).
struct UriHeaders {
    QList<ComposedRow> rows;
    QByteArray body;           ///< of "body="
    QList<QByteArray> ignored; ///< names not honoured: they say who sends, by which way, or what we can
};
UriHeaders headersOf(const Uri &uri);

/// Those that go into \a request: of its target, when that is the Request-URI too; what the user wrote goes before them.
/// ignored: also what the user wrote otherwise, and "method" when it names another.
//= R19.1.5-1
UriHeaders headersOfTarget(const ComposedRequest &request);

} // namespace sip
