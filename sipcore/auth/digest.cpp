// SPDX-License-Identifier: GPL-3.0-or-later
// The arithmetic of Digest: RFC 2617 3.2, RFC 7616 3.4. No text of headers here, see digest_header.cpp.
#include "auth/digest.h"

#include "message/scan.h"

#include <openssl/evp.h>

namespace sip {
namespace {

struct Named {
    const char *name;
    HashAlgorithm hash;
};
constexpr Named hashes[] = {
    {"MD5", HashAlgorithm::Md5},
    {"SHA-256", HashAlgorithm::Sha256},
    {"SHA-512-256", HashAlgorithm::Sha512_256},
};
constexpr QByteArrayView sessionSuffix = "-sess";
constexpr QByteArrayView akaPrefixes[] = {"", "AKAv1-", "AKAv2-"}; ///< by AkaVersion

//= R7616.3.3-2 the FIPS 180-4 function, not the first half of SHA-512
const EVP_MD *function(HashAlgorithm hash)
{
    switch (hash) {
    case HashAlgorithm::Md5: return EVP_md5();
    case HashAlgorithm::Sha256: return EVP_sha256();
    case HashAlgorithm::Sha512_256: return EVP_sha512_256();
    }
    return nullptr;
}

QByteArray ncText(quint32 nc)
{
    return QByteArray::number(nc, 16).rightJustified(8, '0');
}

/// H(ha1:nonce[:nc:cnonce:qop]:ha2): the same form for the request and for rspauth.
QByteArray keyed(const DigestInput &input, HashAlgorithm hash, const QByteArray &ha1, const QByteArray &ha2)
{
    QByteArray text = ha1 + ':' + input.challenge.nonce + ':';
    if (!input.qop.isEmpty())
        text += ncText(input.nc) + ':' + input.cnonce + ':' + input.qop + ':';
    return hashHex(hash, text + ha2);
}

bool isAuthInt(const DigestInput &input)
{
    return input.qop == "auth-int";
}

} // namespace

//= R7616.3.3-1
std::optional<DigestAlgorithm> digestAlgorithm(QByteArrayView token)
{
    if (token.isEmpty())
        return DigestAlgorithm{};
    DigestAlgorithm algorithm;
    if (token.size() > sessionSuffix.size() && scan::equalsIgnoringCase(token.last(sessionSuffix.size()), sessionSuffix)) {
        algorithm.session = true;
        token.chop(sessionSuffix.size());
    }
    for (const AkaVersion version : {AkaVersion::V1, AkaVersion::V2}) {
        const QByteArrayView prefix = akaPrefixes[size_t(version)];
        if (token.size() <= prefix.size() || !scan::equalsIgnoringCase(token.first(prefix.size()), prefix))
            continue;
        algorithm.aka = version;
        token = token.sliced(prefix.size());
    }
    for (const Named &named : hashes) {
        if (!scan::equalsIgnoringCase(token, named.name) || (algorithm.isAka() && named.hash != HashAlgorithm::Md5))
            continue;
        algorithm.hash = named.hash;
        return algorithm;
    }
    return {};
}

QByteArray algorithmName(DigestAlgorithm algorithm)
{
    QByteArray name = akaPrefixes[size_t(algorithm.aka)].toByteArray() + hashes[size_t(algorithm.hash)].name;
    if (algorithm.session)
        name += sessionSuffix;
    return name;
}

//= R8760.2.6-1 32 or 64 lower-case digits
QByteArray hashHex(HashAlgorithm algorithm, QByteArrayView data)
{
    unsigned char out[EVP_MAX_MD_SIZE];
    unsigned size = 0;
    if (!EVP_Digest(data.data(), size_t(data.size()), out, &size, function(algorithm), nullptr))
        return {};
    return QByteArray(reinterpret_cast<const char *>(out), qsizetype(size)).toHex();
}

//= R2617.3.2.2-3 unquoted values go into the hashes
//= R2617.3.2.2-4 A1 of -sess keeps the nonce and cnonce of the first exchange
//= R2617.3.2.2-5 the body's octets as sent
//= R22.4-2 an empty body is hashed like any other
DigestResult computeDigest(const DigestInput &input)
{
    DigestResult result;
    const DigestChallenge &challenge = input.challenge;
    if (!challenge.algorithm)
        return result;
    const HashAlgorithm hash = challenge.algorithm->hash;

    if (input.ha1.isEmpty()) {
        result.a1 = input.username + ':' + challenge.realm + ':' + input.password;
        result.ha1 = hashHex(hash, result.a1);
    } else {
        result.ha1 = input.ha1.trimmed().toLower();
    }
    if (challenge.algorithm->session) {
        const QByteArray nonce = input.sessionNonce.isEmpty() ? challenge.nonce : input.sessionNonce;
        const QByteArray cnonce = input.sessionCnonce.isEmpty() ? input.cnonce : input.sessionCnonce;
        result.sessionA1 = result.ha1 + ':' + nonce + ':' + cnonce;
        result.ha1 = hashHex(hash, result.sessionA1);
    }

    result.a2 = input.method + ':' + input.uri;
    if (isAuthInt(input)) {
        result.bodyHash = hashHex(hash, input.body);
        result.a2 += ':' + result.bodyHash;
    }
    result.ha2 = hashHex(hash, result.a2);
    result.response = keyed(input, hash, result.ha1, result.ha2);
    result.rspauthExpected = computeRspauth(input, result, {});
    //= R7616.3.4.4-1
    result.usernameOnWire = challenge.userhash ? hashHex(hash, input.username + ':' + challenge.realm) : input.username;
    return result;
}

//= R2617.3.2.3-2 A2 has no method, and the body is that of the response
QByteArray computeRspauth(const DigestInput &input, const DigestResult &result, QByteArrayView responseBody)
{
    if (input.qop.isEmpty() || !input.challenge.algorithm)
        return {};
    const HashAlgorithm hash = input.challenge.algorithm->hash;
    QByteArray a2 = ':' + input.uri;
    if (isAuthInt(input))
        a2 += ':' + hashHex(hash, responseBody);
    return keyed(input, hash, result.ha1, hashHex(hash, a2));
}

} // namespace sip
