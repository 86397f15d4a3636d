// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/expected.h"
#include "message/headers.h"

#include <QByteArray>

#include <optional>

namespace sip {

/// Hash functions of RFC 7616 3.3. SHA-512-256 is the FIPS 180-4 function with its own start values (R7616.3.3-2).
enum class HashAlgorithm : quint8 { Md5, Sha256, Sha512_256 };

/// Where the password comes from: AKAv1 is RFC 3310, AKAv2 RFC 4169.
enum class AkaVersion : quint8 { None, V1, V2 };

struct DigestAlgorithm {
    HashAlgorithm hash = HashAlgorithm::Md5;
    bool session = false;              ///< "-sess"
    AkaVersion aka = AkaVersion::None; ///< V1, V2: hash is Md5
    bool isAka() const { return aka != AkaVersion::None; }
    friend bool operator==(const DigestAlgorithm &, const DigestAlgorithm &) = default;
};
/// \param token  as in a challenge, any case (R7616.3.3-1); null or empty means MD5
/// \return empty: not one of ours (the challenge is then ignored, R2617.3.2.1-2)
std::optional<DigestAlgorithm> digestAlgorithm(QByteArrayView token);
QByteArray algorithmName(DigestAlgorithm algorithm);              ///< "MD5", "SHA-256-sess", "AKAv1-MD5", ...
QByteArray hashHex(HashAlgorithm algorithm, QByteArrayView data); ///< lower-case hex, 32 or 64 digits

/// One Digest challenge, directives unquoted. From a WWW- or Proxy-Authenticate value.
struct DigestChallenge {
    QByteArray realm, nonce, opaque;
    bool hasOpaque = false;                   ///< opaque="" is returned too (R2617.3.2.1-1)
    std::optional<DigestAlgorithm> algorithm; ///< empty: an algorithm we do not know, named in algorithmText
    QByteArray algorithmText;                 ///< as received; empty: the directive was absent
    QList<QByteArray> qops;                   ///< lower case, in order; empty: RFC 2069 form (R22.4-5)
    bool stale = false;                       ///< any case, quoted or not (R2617.3.2.1-3)
    bool userhash = false;
    bool utf8 = false;    ///< charset=UTF-8
    QStringList oddities; ///< duplicates and unknown directives, for the report (R22-6)
};
/// \return Code::Unsupported: another scheme; Code::Missing: no realm or no nonce
Expected<DigestChallenge> digestChallenge(const AuthValue &value);

/// Everything that goes into one answer. Pure values.
struct DigestInput {
    DigestChallenge challenge;
    QByteArray username, password; ///< UTF-8
    QByteArray ha1;                ///< instead of a password; hex H(user:realm:password), also for -sess
    QByteArray method;
    QByteArray uri;                         ///< the Request-URI text exactly as sent (R22.4-1)
    QByteArray body;                        ///< octets as sent (R2617.3.2.2-5)
    QByteArray qop;                         ///< "auth", "auth-int" or empty for the RFC 2069 form
    QByteArray cnonce;                      ///< used when qop or -sess needs one
    quint32 nc = 1;                         ///< R2617.3.2.2-1
    QByteArray sessionNonce, sessionCnonce; ///< -sess: those of the first exchange; empty: this one's (R2617.3.2.2-4)
    QByteArray auts;                        ///< AKA: the directive, base64; empty: none (R3310.3.4-1)
};

/// Every intermediate value of one answer, in the order it is worked out. a1, ha1 and sessionA1 are secret: mask them.
struct DigestResult {
    QByteArray a1, ha1;   ///< ha1 is the final one (after -sess)
    QByteArray sessionA1; ///< -sess: "H(a1):nonce:cnonce"; empty otherwise
    QByteArray bodyHash;  ///< auth-int: H(body); empty otherwise
    QByteArray a2, ha2;
    QByteArray response;
    QByteArray rspauthExpected; ///< what the server's Authentication-Info must say for an empty body; empty without qop
    QByteArray usernameOnWire;  ///< hash for userhash, the name otherwise
};
DigestResult computeDigest(const DigestInput &input);
/// rspauth over the body the server really sent (R2617.3.2.3-2).
QByteArray computeRspauth(const DigestInput &input, const DigestResult &result, QByteArrayView responseBody);

/// The value of Authorization or Proxy-Authorization: quoting as R2617.3.2.2-2, username* when the name is not ASCII and the
/// challenge said UTF-8 without userhash (R7616.3.4-1), userhash=true, opaque also when empty.
QByteArray writeAuthorization(const DigestInput &input, const DigestResult &result);

/// Reads credentials back from an (Proxy-)Authorization value, so that an answer on the wire can be checked against a password:
/// \return what computeDigest() needs except password, method and body; Code::Unsupported, Code::Missing as above
struct DigestCredentials {
    DigestInput input; ///< username as on the wire (hash when userhash); uri, qop, nc, cnonce, challenge fields set
    QByteArray response;
    bool userhash = false;
};
Expected<DigestCredentials> digestCredentials(const AuthValue &value);

} // namespace sip
