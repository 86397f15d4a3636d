// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "auth/credentials.h"
#include "auth/digest.h"

#include <QString>

namespace sip {

/// The credential for one challenge, or why there is none.
struct CredentialFit {
    const Credential *credential = nullptr; ///< into the list given; nullptr: none
    QString why;                            ///< only without a credential: a sentence that names the realm
    const char *rule = "";
};

/// \param challenge  with a known algorithm
/// A credential with a stored HA1 counts only when its realm and algorithm are those of the challenge (R22-3), the keys of a
/// subscriber only for AKA and nothing else for AKA, a token never; otherwise as findCredential().
CredentialFit fittingCredential(const QList<Credential> &all, const DigestChallenge &challenge);

/// The credential with a token for a Bearer challenge of \a realm.
/// \param authzServer  as in the challenge; empty: not named. A token of another server is not given (R8898.2.1.1-1)
CredentialFit fittingToken(const QList<Credential> &all, const QByteArray &realm, const QByteArray &authzServer);

/// Puts name and secret of \a credential into \a input, whose challenge, qop and auts are set. For AKA the password is worked out
/// of the nonce, without looking at MAC and SQN; with auts it is empty.
void useCredential(DigestInput &input, const Credential &credential);

} // namespace sip
