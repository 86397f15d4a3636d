// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "auth/aka.h"
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
    bool auth = true, authInt = false;           ///< both false: no qop, the form of RFC 2069
    sip::AkaVersion aka = sip::AkaVersion::None; ///< V1, V2: the password comes of the account's keys; algorithm is MD5
};

/// What the server has to know to work out the right response. Names and password in UTF-8.
struct DigestFacts {
    ServerAlgorithm algorithm;
    QByteArray user, realm, password;
    QByteArray method, uri, body;
    QByteArray nonce, cnonce, nc; ///< nc: the eight digits as they came
    QByteArray qop;               ///< "auth", "auth-int"; empty: the RFC 2069 form
    QByteArray sessionCnonce;     ///< -sess: cnonce of the first answer to this nonce
    QByteArray sessionNonce = {}; ///< -sess: the nonce of that answer, when it is another; empty: nonce
};
QByteArray expectedResponse(const DigestFacts &facts);
/// rspauth of Authentication-Info: the same without the method, over the body of the answer (RFC 7616 3.5).
QByteArray expectedRspauth(const DigestFacts &facts, const QByteArray &responseBody);

struct DigestAccount {
    QByteArray user, password;
    sip::SubscriberKeys keys = {}; ///< for AKA instead of the password
};

/// What came of looking at the credentials of one request.
struct DigestVerdict {
    enum class Kind : quint8 {
        Absent,    ///< no credentials for this realm, or a resynchronisation that was taken in: challenge
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
    /// A challenge of AKA for \a account, its SQN above all before. \return as challenge()
    QByteArray akaChallenge(const DigestOffer &offer, const QByteArray &realm, const DigestAccount &account, sip::Instant now);
    /// The nonce for the request after the one that \a accepted came with; the one before is stale from now on (RFC 7616 3.5). A
    /// session goes on.
    QByteArray nextNonce(const DigestFacts &accepted, sip::Instant now);
    qsizetype nonceCount() const { return m_nonces.size(); }

private:
    struct Nonce {
        sip::Instant issued{};
        quint32 lastCount = 0;
        QByteArray sessionCnonce = {}, sessionNonce = {};
        bool spent = false;
        QByteArray rand = {}, password = {}; ///< AKA only
    };
    QByteArray added(const QByteArray &nonce, const Nonce &what);
    bool resynchronised(const DigestFacts &facts, const QByteArray &response, const QByteArray &auts,
                        const DigestAccount &account);
    DigestVerdict checkOne(const sip::AuthValue &value, const DigestOffer &offer, const QByteArray &realm,
                           const QList<DigestAccount> &accounts, const QByteArray &method, const QByteArray &body,
                           sip::Instant now);

    sip::Random &m_random;
    QHash<QByteArray, Nonce> m_nonces;
    QList<QByteArray> m_order;              ///< oldest first
    QHash<QByteArray, quint64> m_sequences; ///< SQN used last, by user
};

/// The value of Authentication-Info for an accepted request; empty without qop and next nonce.
QByteArray authenticationInfo(const DigestFacts &facts, const QByteArray &responseBody, const QByteArray &nextNonce = {});

} // namespace diag
