// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "auth/challenge_list.h"
#include "diagnosis/evidence.h"

namespace diag {

/// One digest answer that a request carried.
struct DigestAnswer {
    const Exchange *exchange = nullptr; ///< the request it was in
    bool proxy = false;                 ///< Proxy-Authorization
    sip::DigestCredentials sent;
    QByteArray realm() const { return sent.input.challenge.realm; }
    QByteArray nonce() const { return sent.input.challenge.nonce; }
};

/// All digest answers in one request, in order; unreadable rows are left out.
QList<DigestAnswer> digestAnswers(const Exchange &exchange);

/// Was this answer turned down by the final response to its request? A 403 turns down all; a 401 or 407 those of the realms it
/// asks for again; stale=true turns down the nonce only, not the answer.
bool isTurnedDown(const DigestAnswer &answer);

/// Does the answer follow from the credentials of the composed request and the bytes sent?
struct Recomputed {
    enum class Verdict : quint8 { Unknown, Same, Different };
    Verdict verdict = Verdict::Unknown; ///< Unknown: no such credential, or an algorithm we do not know
    QByteArray username;                ///< in clear, also when it was hashed on the wire; empty: not known
    QByteArray proof;                   ///< rspauth that the final answer has to bear; empty: not known, or no qop
};
Recomputed recompute(const DigestAnswer &answer, const Evidence &evidence);

/// What a server says of the answer it took: (Proxy-)Authentication-Info (RFC 2617 3.2.3). Empty: not said.
struct ServerProof {
    QByteArray rspauth; ///< lower case
    QByteArray nc, cnonce;
};
ServerProof serverProof(const sip::Message &response, bool proxy);

} // namespace diag
