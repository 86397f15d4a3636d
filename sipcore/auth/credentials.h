// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace sip {

/// One way to prove who we are. A value held by the engine and the composer only; never part of a trace event.
struct Credential {
    QByteArray realm;        ///< the one realm it is for; empty: any realm, the user's explicit choice (R22-2)
    QByteArray username;     ///< UTF-8
    QByteArray password;     ///< UTF-8; unused when ha1 is set
    QByteArray ha1;          ///< hex, instead of a password: then realm and ha1Algorithm must be given (R22-3)
    QByteArray ha1Algorithm; ///< "MD5", "SHA-256", "SHA-512-256"
};

/// The credential for a realm: an exact match first, then one bound to any realm; nullptr: none (R22.1-4). Realms compare byte
/// for byte.
const Credential *findCredential(const QList<Credential> &all, QByteArrayView realm);

} // namespace sip
