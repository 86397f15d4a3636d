// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "auth/digest.h"
#include "message/message.h"
#include "trace/trace_event.h"

namespace sip {

/// One challenge of a response, as offered.
struct OfferedChallenge {
    AuthDecision decision; ///< header, scheme, realm, algorithm, qop, nonce and stale as received; why may be empty
    std::optional<DigestChallenge> digest;                 ///< empty: no Digest we could ever answer
    bool bearer = false;                                   ///< Bearer (RFC 8898); not with digest
    bool isAnswerable() const { return digest || bearer; } ///< false: decision.why says why not
};

/// Every challenge of both header kinds (R22.3-6, A24), in the order of the rows; merged rows are taken apart (R7.3.1-5).
/// Nothing is left out: what cannot be read or answered stands in the list with its reason.
QList<OfferedChallenge> offeredChallenges(const Message &response);

} // namespace sip
