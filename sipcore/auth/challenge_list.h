// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "auth/auth_planner.h"

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

/// The server has another realm by now: credentials for \a answer went along unasked, and it asks for others in their place. Not
/// so for a proxy: each on the way has a realm of its own (R22.3-2).
bool isDisplaced(const AuthHistory::Answer &answer, const QList<OfferedChallenge> &challenges);

} // namespace sip
