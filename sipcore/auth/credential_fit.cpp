// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/credential_fit.h"

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
           algorithm->hash == challenge.algorithm->hash;
}

} // namespace

//= R22-2 nothing is hashed for a realm the user did not mean
//= R22.1-5 the realm is named when there is nothing for it
CredentialFit fittingCredential(const QList<Credential> &all, const DigestChallenge &challenge)
{
    const Credential *anyRealm = nullptr;
    for (const Credential &credential : all) {
        if (!credential.ha1.isEmpty() && !ha1Fits(credential, challenge))
            continue;
        if (!credential.realm.isEmpty() && credential.realm == challenge.realm)
            return {&credential, {}, "R22.1-4"};
        if (credential.realm.isEmpty() && !anyRealm)
            anyRealm = &credential;
    }
    if (anyRealm)
        return {anyRealm, {}, "R22-2"};
    const Credential *other = findCredential(all, challenge.realm);
    if (other && other->realm.isEmpty())
        return {nullptr, QStringLiteral("a stored HA1 is of use only with the realm it was made for"), "R22-3"};
    if (other)
        return {nullptr,
                QStringLiteral("the HA1 stored for realm %1 is made with %2 and of no use for %3")
                    .arg(quotedText(other->realm), QString::fromUtf8(other->ha1Algorithm),
                         QString::fromUtf8(algorithmName(*challenge.algorithm))),
                "R22-3"};
    QString why = QStringLiteral("no credential for realm %1").arg(quotedText(challenge.realm));
    if (!all.isEmpty())
        why += QStringLiteral(" (there is one for %1, it is not used elsewhere)").arg(quotedText(all.first().realm));
    return {nullptr, why, all.isEmpty() ? "R22.1-5" : "R22-2"};
}

} // namespace sip
