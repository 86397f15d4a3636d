// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/expected.h"
#include "base/instant.h"
#include "base/random.h"
#include "message/headers.h"

#include <QHash>
#include <QList>

#include <optional>

// The server's side of digest access authentication (RFC 7616, RFC 8760), on purpose not made from sip::computeDigest(): the two
// sides meet only on the wire, so an error in one of them shows.
namespace diag {

enum class ServerHash : quint8 { Md5, Sha256, Sha512_256 };
struct ServerAlgorithm {
    ServerHash hash = ServerHash::Md5;
    bool session = false; ///< "-sess"
    friend bool operator==(const ServerAlgorithm &, const ServerAlgorithm &) = default;
};
/// \param token  "MD5", "sha-256-sess", ..., any case. \return empty: not known
std::optional<ServerAlgorithm> serverAlgorithm(const QByteArray &token);
QByteArray serverAlgorithmName(ServerAlgorithm algorithm);
/// \return lower-case hex digits
QByteArray serverHashHex(ServerHash hash, const QByteArray &data);

/// What the challenge offers.
struct DigestOffer {
    ServerAlgorithm algorithm;
    bool auth = true, authInt = false; ///< both false: no qop, the form of RFC 2069
};

/// What the server has to know to work out the right response. Names and password in UTF-8.
struct DigestFacts {
    ServerAlgorithm algorithm;
    QByteArray user, realm, password;
    QByteArray method, uri, body;
    QByteArray nonce, cnonce, nc; ///< nc: the eight digits as they came
    QByteArray qop;               ///< "auth", "auth-int"; empty: the RFC 2069 form
    QByteArray sessionCnonce;     ///< -sess: cnonce of the first answer to this nonce
};
QByteArray expectedResponse(const DigestFacts &facts);
/// rspauth of Authentication-Info: the same without the method, over the body of the answer (RFC 7616 3.5).
QByteArray expectedRspauth(const DigestFacts &facts, const QByteArray &responseBody);

struct DigestAccount {
    QByteArray user, password;
};

/// What came of looking at the credentials of one request.
struct DigestVerdict {
    enum class Kind : quint8 {
        Absent,    ///< no credentials for this realm: challenge
        Malformed, ///< not usable, see why: 400
        Wrong,     ///< unknown user or wrong response
        Stale,     ///< right response to a nonce that is unknown, too old or to be renewed
        Replay,    ///< right response with an nc that was seen before
        Right,
    };
    Kind kind = Kind::Absent;
    QByteArray user;   ///< the account, when one was found
    QByteArray uri;    ///< as in the credentials
    QByteArray why;    ///< Malformed: a phrase
    DigestFacts facts; ///< Right: for Authentication-Info
};

/// Nonces with a time limit and their nonce counts. Plain data, time enters as an argument.
class DigestGuard {
public:
    static constexpr sip::Instant NonceLifetime = std::chrono::minutes(5);
    static constexpr qsizetype MaxNonces = 4096; ///< more: the oldest are forgotten, answers to them count as stale

    explicit DigestGuard(sip::Random &random) : m_random(random) {}

    /// Issues a nonce. \param spent  its first right answer is to count as stale
    /// \return the value of WWW-Authenticate or Proxy-Authenticate
    QByteArray challenge(const DigestOffer &offer, const QByteArray &realm, bool stale, sip::Instant now, bool spent = false);
    /// \param rows  values of Authorization or Proxy-Authorization, in order
    DigestVerdict check(const QList<QByteArray> &rows, const DigestOffer &offer, const QByteArray &realm,
                        const QList<DigestAccount> &accounts, const QByteArray &method, const QByteArray &body, sip::Instant now);
    qsizetype nonceCount() const { return m_nonces.size(); }

private:
    struct Nonce {
        sip::Instant issued{};
        quint32 lastCount = 0;
        QByteArray sessionCnonce;
        bool spent = false;
    };
    DigestVerdict checkOne(const sip::AuthValue &value, const DigestOffer &offer, const QByteArray &realm,
                           const QList<DigestAccount> &accounts, const QByteArray &method, const QByteArray &body,
                           sip::Instant now);

    sip::Random &m_random;
    QHash<QByteArray, Nonce> m_nonces;
    QList<QByteArray> m_order; ///< oldest first
};

/// The value of Authentication-Info for an accepted request; empty without qop.
QByteArray authenticationInfo(const DigestFacts &facts, const QByteArray &responseBody);

} // namespace diag
