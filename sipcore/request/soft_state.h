// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "request/revision.h"

namespace sip {

/// What a REGISTER or PUBLISH left at the server for a time (RFC 3261 10, RFC 3903): read from the 2xx, refreshed, removed.
struct SoftState {
    std::optional<Instant> lasts; ///< from the 2xx on; nullopt: nothing of ours is there
    QByteArray etag;              ///< PUBLISH: of SIP-ETag (R3903.4.1-1)
    QString text;                 ///< "2 bindings, ours for 60 s"
    QString problem;              ///< a sentence when the 2xx does not say what it should; empty: fine
    const char *rule = "";
};

/// \param request  as sent \param response  a 2xx to it
SoftState softStateOf(const Message &request, const Message &response);

/// The request that keeps it. REGISTER: the same again (R10.2-4); PUBLISH: no body, SIP-If-Match (R3903.4.3-1).
Revision refreshOf(const Message &request, const SoftState &state);
/// The request that removes it: an interval of 0, for our own Contacts only (R10.2.2-1).
Revision removalOf(const Message &request, const SoftState &state);
/// After a 412: \a first once more, as at the beginning (R3903.5-1).
Revision startOverOf();

} // namespace sip
