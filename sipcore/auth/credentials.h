// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace sip {

/// What a subscriber's card holds (3GPP TS 33.102), as typed: hex, spaces and colons between the digits allowed; read by
/// subscriberKeys(). K, OP and OPc are secret.
struct SubscriberSecret {
    QByteArray k;       ///< 16 octets; empty: this is no credential for AKA
    QByteArray op, opc; ///< 16 octets, one of the two
    QByteArray amf;     ///< 2 octets the network should use; empty: any
    QByteArray sqn;     ///< 6 octets, the highest sequence number used so far; empty: not known, any is taken
    bool isEmpty() const { return k.isEmpty() && op.isEmpty() && opc.isEmpty(); }
    friend bool operator==(const SubscriberSecret &, const SubscriberSecret &) = default;
};

/// One way to prove who we are. A value held by the engine and the composer only; never part of a trace event.
/// Exactly one kind: anonymous, token, subscriber, ha1, else password.
struct Credential {
    QByteArray realm;        ///< the one realm it is for; empty: any realm, the user's explicit choice (R22-2)
    QByteArray username;     ///< UTF-8
    QByteArray password;     ///< UTF-8; unused when ha1 is set
    QByteArray ha1;          ///< hex, instead of a password: then realm and ha1Algorithm must be given (R22-3)
    QByteArray ha1Algorithm; ///< "MD5", "SHA-256", "SHA-512-256"

    SubscriberSecret subscriber = {}; ///< for AKA instead of a password (RFC 3310)
    QByteArray token = {};            ///< access token for Bearer (RFC 8898); needs no username
    QByteArray authzServer = {};      ///< URL of the authorization server the token is of; empty: of any (R8898.2.1.1-1)
    bool anonymous = false;           ///< user "anonymous" with an empty password (R22.2-5), by the user's choice

    bool isDigest() const { return token.isEmpty(); } ///< answers Digest challenges of some algorithm
    bool isForAka() const { return isDigest() && !anonymous && !subscriber.isEmpty(); }
    QByteArray digestName() const { return anonymous ? QByteArrayLiteral("anonymous") : username; }
    friend bool operator==(const Credential &, const Credential &) = default;
};

/// Every text of a credential that the user types, in turn.
/// \param visit  (QByteArray &text, bool secret)
template<class Visit> void visitTexts(Credential &credential, Visit visit)
{
    visit(credential.username, false);
    visit(credential.realm, false);
    visit(credential.password, true);
    visit(credential.ha1, true);
    visit(credential.subscriber.k, true);
    visit(credential.subscriber.op, true);
    visit(credential.subscriber.opc, true);
    visit(credential.subscriber.amf, false);
    visit(credential.subscriber.sqn, false);
    visit(credential.token, true);
    visit(credential.authzServer, false);
}

/// The credential for a realm: an exact match first, then one bound to any realm; nullptr: none (R22.1-4). Realms compare byte
/// for byte.
const Credential *findCredential(const QList<Credential> &all, QByteArrayView realm);

} // namespace sip
