// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/server_digest.h"

#include <QCryptographicHash>

#include <openssl/evp.h>

#include <array>

namespace diag {

namespace {

struct NamedHash {
    const char *name;
    ServerHash hash;
};
constexpr std::array<NamedHash, 3> hashes{
    {{"MD5", ServerHash::Md5}, {"SHA-256", ServerHash::Sha256}, {"SHA-512-256", ServerHash::Sha512_256}}};

QByteArray sha512_256(const QByteArray &data)
{
    // Not a truncated SHA-512: FIPS 180-4 gives it start values of its own, which QCryptographicHash does not know.
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest;
    unsigned int size = 0;
    if (EVP_Digest(data.constData(), size_t(data.size()), digest.data(), &size, EVP_sha512_256(), nullptr) != 1)
        return {};
    return QByteArray(reinterpret_cast<const char *>(digest.data()), qsizetype(size));
}

QByteArray userKey(const DigestFacts &facts)
{
    const ServerHash hash = facts.algorithm.hash;
    QByteArray key = serverHashHex(hash, facts.user + ':' + facts.realm + ':' + facts.password);
    if (facts.algorithm.session)
        key = serverHashHex(hash, key + ':' + (facts.sessionNonce.isEmpty() ? facts.nonce : facts.sessionNonce) + ':' +
                                      (facts.sessionCnonce.isEmpty() ? facts.cnonce : facts.sessionCnonce));
    return key;
}

QByteArray keyed(const DigestFacts &facts, const QByteArray &method, const QByteArray &body)
{
    const ServerHash hash = facts.algorithm.hash;
    QByteArray about = method + ':' + facts.uri;
    if (facts.qop == "auth-int")
        about += ':' + serverHashHex(hash, body);
    QByteArray data = userKey(facts) + ':' + facts.nonce + ':';
    if (!facts.qop.isEmpty())
        data += facts.nc + ':' + facts.cnonce + ':' + facts.qop + ':';
    return serverHashHex(hash, data + serverHashHex(hash, about));
}

} // namespace

std::optional<ServerAlgorithm> serverAlgorithm(const QByteArray &token)
{
    QByteArray name = token.toUpper();
    ServerAlgorithm algorithm;
    if (name.endsWith("-SESS")) {
        algorithm.session = true;
        name.chop(5);
    }
    for (const NamedHash &known : hashes) {
        if (name == known.name) {
            algorithm.hash = known.hash;
            return algorithm;
        }
    }
    return {};
}

QByteArray serverAlgorithmName(ServerAlgorithm algorithm)
{
    return QByteArray(hashes[size_t(algorithm.hash)].name) + (algorithm.session ? "-sess" : "");
}

QByteArray serverHashHex(ServerHash hash, const QByteArray &data)
{
    switch (hash) {
    case ServerHash::Md5: return QCryptographicHash::hash(data, QCryptographicHash::Md5).toHex();
    case ServerHash::Sha256: return QCryptographicHash::hash(data, QCryptographicHash::Sha256).toHex();
    case ServerHash::Sha512_256: break;
    }
    return sha512_256(data).toHex();
}

QByteArray expectedResponse(const DigestFacts &facts)
{
    return keyed(facts, facts.method, facts.body);
}

QByteArray expectedRspauth(const DigestFacts &facts, const QByteArray &responseBody)
{
    return keyed(facts, QByteArray(), responseBody);
}

QByteArray authenticationInfo(const DigestFacts &facts, const QByteArray &responseBody, const QByteArray &nextNonce)
{
    const QByteArray next = nextNonce.isEmpty() ? QByteArray() : "nextnonce=" + sip::quoted(nextNonce);
    if (facts.qop.isEmpty())
        return next;
    return (next.isEmpty() ? next : next + ", ") + "qop=" + facts.qop + ", rspauth=\"" + expectedRspauth(facts, responseBody) +
           "\", cnonce=" + sip::quoted(facts.cnonce) + ", nc=" + facts.nc;
}

} // namespace diag
