// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/credentials.h"

namespace sip {

//= R22.1-4 the realm text alone decides
//= R22-2 a credential without realm is the user's explicit choice and comes second
const Credential *findCredential(const QList<Credential> &all, QByteArrayView realm)
{
    const Credential *anyRealm = nullptr;
    for (const Credential &credential : all) {
        if (!credential.realm.isEmpty() && credential.realm == realm)
            return &credential;
        if (credential.realm.isEmpty() && !anyRealm)
            anyRealm = &credential;
    }
    return anyRealm;
}

} // namespace sip
