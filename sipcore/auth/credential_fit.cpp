// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/credential_fit.h"

#include "auth/aka.h"
#include "base/words.h"

#include <functional>

namespace sip {
namespace {

QString quotedText(const QByteArray &text)
{
    return u'"' + QString::fromUtf8(text) + u'"';
}

//= R22-3 a stored HA1 serves its own realm and algorithm only
bool ha1Fits(const Credential &credential, const DigestChallenge &challenge)
{
    const auto algorithm = digestAlgorithm(credential.ha1Algorithm);
    return !credential.ha1Algorithm.isEmpty() && credential.realm == challenge.realm && algorithm &&
           !challenge.algorithm->isAka() && algorithm->hash == challenge.algorithm->hash;
}

/// Is it of the kind the challenge asks for, whatever its realm?
bool kindFits(const Credential &credential, const DigestChallenge &challenge)
{
    if (!credential.isDigest() || credential.isForAka() != challenge.algorithm->isAka())
        return false;
    return credential.anonymous || credential.ha1.isEmpty() || ha1Fits(credential, challenge);
}

//= R22-2 nothing is given to a realm the user did not mean
/// The credential bound to \a realm, else the first for any realm.
const Credential *forRealm(const QList<Credential> &all, const QByteArray &realm,
                           const std::function<bool(const Credential &)> &fits)
{
    const Credential *anyRealm = nullptr;
    for (const Credential &credential : all) {
        if (!fits(credential))
            continue;
        if (!credential.realm.isEmpty() && credential.realm == realm)
            return &credential;
        if (credential.realm.isEmpty() && !anyRealm)
            anyRealm = &credential;
    }
    return anyRealm;
}

CredentialFit found(const Credential *credential)
{
    return {credential, {}, credential->realm.isEmpty() ? "R22-2" : "R22.1-4"};
}

/// There is a credential for the realm, but not one this challenge can be answered with.
CredentialFit otherKind(const Credential &other, const DigestChallenge &challenge)
{
    if (challenge.algorithm->isAka())
        return {nullptr,
                Words::tr("%1 of realm %2 needs the keys of a subscriber (K and OP or OPc), not a password")
                    .arg(QString::fromUtf8(algorithmName(*challenge.algorithm)), quotedText(challenge.realm)),
                "R3310-1"};
    if (other.isForAka())
        return {nullptr,
                Words::tr("the keys of a subscriber serve AKA only, and realm %1 asks for %2 with a password")
                    .arg(quotedText(challenge.realm), QString::fromUtf8(algorithmName(*challenge.algorithm))),
                "R3310-1"};
    if (!other.isDigest())
        return {nullptr, Words::tr("for realm %1 there is a token, and Digest needs a password").arg(quotedText(challenge.realm)),
                "R8898.2-1"};
    if (other.realm.isEmpty())
        return {nullptr, Words::tr("a stored HA1 is of use only with the realm it was made for"), "R22-3"};
    return {nullptr,
            Words::tr("the HA1 stored for realm %1 is made with %2 and of no use for %3")
                .arg(quotedText(other.realm), QString::fromUtf8(other.ha1Algorithm),
                     QString::fromUtf8(algorithmName(*challenge.algorithm))),
            "R22-3"};
}

} // namespace

//= R22.1-5 the realm is named when there is nothing for it
CredentialFit fittingCredential(const QList<Credential> &all, const DigestChallenge &challenge)
{
    const auto fits = [&challenge](const Credential &credential) { return kindFits(credential, challenge); };
    if (const Credential *credential = forRealm(all, challenge.realm, fits))
        return found(credential);
    if (const Credential *other = findCredential(all, challenge.realm))
        return otherKind(*other, challenge);
    QString why = Words::tr("no credential for realm %1").arg(quotedText(challenge.realm));
    if (!all.isEmpty())
        why += QLatin1Char(' ') + Words::tr("(there is one for %1, it is not used elsewhere)").arg(quotedText(all.first().realm));
    return {nullptr, why, all.isEmpty() ? "R22.1-5" : "R22-2"};
}

//= R8898.2.1.1-1
CredentialFit fittingToken(const QList<Credential> &all, const QByteArray &realm, const QByteArray &authzServer)
{
    const auto hasToken = [](const Credential &credential) { return !credential.token.isEmpty() && !credential.anonymous; };
    const auto isTrusted = [&](const Credential &credential) {
        return hasToken(credential) &&
               (authzServer.isEmpty() || credential.authzServer.isEmpty() || credential.authzServer == authzServer);
    };
    if (const Credential *credential = forRealm(all, realm, isTrusted))
        return found(credential);
    if (const Credential *other = forRealm(all, realm, hasToken))
        return {
            nullptr,
            Words::tr("the token for realm %1 is of authorization server %2, and the challenge names %3: it is not given away")
                .arg(quotedText(realm), QString::fromUtf8(other->authzServer), QString::fromUtf8(authzServer)),
            "R8898.2.1.1-1"};
    return {nullptr, Words::tr("realm %1 asks for Bearer, and there is no access token for it").arg(quotedText(realm)),
            "R8898.2-1"};
}

void useCredential(DigestInput &input, const Credential &credential)
{
    input.username = credential.digestName();
    input.password.clear();
    input.ha1.clear();
    //= R22.2-5
    if (credential.anonymous)
        return;
    if (!credential.isForAka()) {
        input.password = credential.password;
        input.ha1 = credential.ha1;
        return;
    }
    const auto keys = subscriberKeys(credential.subscriber);
    const auto nonce = akaNonce(input.challenge.nonce);
    //= R3310.3.4-1 a resynchronisation is answered with an empty password
    if (keys && nonce && input.challenge.algorithm && input.auts.isEmpty())
        input.password = akaPassword(input.challenge.algorithm->aka, nonce->rand, *keys);
}

} // namespace sip
