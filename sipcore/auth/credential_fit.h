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
/// A credential with a stored HA1 counts only when its realm and algorithm are those of the challenge (R22-3); otherwise as
/// findCredential().
CredentialFit fittingCredential(const QList<Credential> &all, const DigestChallenge &challenge);

} // namespace sip
