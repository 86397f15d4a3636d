// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/server_digest.h"

namespace diag {

namespace {

using Kind = DigestVerdict::Kind;

/// username*=UTF-8''J%C3%A4s (RFC 5987, RFC 7616 3.4). \return null: not of that form
QByteArray extendedUser(const QByteArray &value)
{
    if (!value.toUpper().startsWith("UTF-8'"))
        return {};
    const qsizetype language = value.indexOf('\'', 6);
    return language < 0 ? QByteArray() : QByteArray::fromPercentEncoding(value.mid(language + 1));
}

bool isCount(const QByteArray &nc)
{
    if (nc.size() != 8)
        return false;
    bool ok = false;
    (void)nc.toUInt(&ok, 16);
    return ok;
}

/// Takes as long for a wrong first digit as for a wrong last one.
bool sameDigits(const QByteArray &a, const QByteArray &b)
{
    if (a.size() != b.size())
        return false;
    int difference = 0;
    for (qsizetype i = 0; i < a.size(); ++i)
        difference |= a[i] ^ b[i];
    return difference == 0;
}

QByteArray text(const sip::AuthValue &value, const char *name)
{
    const sip::AuthParam *param = value.find(name);
    return param ? param->value : QByteArray();
}

const DigestAccount *findAccount(const sip::AuthValue &value, const QList<DigestAccount> &accounts, ServerHash hash,
                                 const QByteArray &realm)
{
    const bool hashed = text(value, "userhash").toLower() == "true";
    QByteArray name = text(value, "username");
    if (name.isEmpty())
        name = extendedUser(text(value, "username*"));
    for (const DigestAccount &account : accounts) {
        const QByteArray known = hashed ? serverHashHex(hash, account.user + ':' + realm) : account.user;
        if (known == name)
            return &account;
    }
    return nullptr;
}

/// One step of the sequence numbers: the last five bits are an index (3GPP TS 33.102 C.1.1.1).
constexpr quint64 SequenceStep = 32;

QByteArray octetsOf(quint64 sequence)
{
    return QByteArray::fromHex(QByteArray::number(sequence & 0xffffffffffffU, 16).rightJustified(12, '0'));
}

QByteArray offerName(const DigestOffer &offer)
{
    switch (offer.aka) {
    case sip::AkaVersion::V1: return "AKAv1-MD5";
    case sip::AkaVersion::V2: return "AKAv2-MD5";
    case sip::AkaVersion::None: break;
    }
    return serverAlgorithmName(offer.algorithm);
}

QByteArray challengeText(const DigestOffer &offer, const QByteArray &realm, const QByteArray &nonce)
{
    QByteArray value = "Digest realm=" + sip::quoted(realm) + ", nonce=\"" + nonce + "\"";
    if (offer.auth || offer.authInt)
        value += QByteArray(", qop=\"") + (offer.auth ? "auth" : "") + (offer.auth && offer.authInt ? "," : "") +
                 (offer.authInt ? "auth-int" : "") + "\"";
    return value + ", algorithm=" + offerName(offer);
}

DigestVerdict malformed(const char *why)
{
    DigestVerdict verdict;
    verdict.kind = Kind::Malformed;
    verdict.why = why;
    return verdict;
}

} // namespace

QByteArray DigestGuard::added(const QByteArray &nonce, const Nonce &what)
{
    m_nonces.insert(nonce, what);
    m_order.append(nonce);
    while (m_order.size() > MaxNonces)
        m_nonces.remove(m_order.takeFirst());
    return nonce;
}

QByteArray DigestGuard::challenge(const DigestOffer &offer, const QByteArray &realm, bool stale, sip::Instant now, bool spent)
{
    const QByteArray value = challengeText(offer, realm, added(m_random.token(160), {.issued = now, .spent = spent}));
    return stale ? value + ", stale=true" : value;
}

QByteArray DigestGuard::akaChallenge(const DigestOffer &offer, const QByteArray &realm, const DigestAccount &account,
                                     sip::Instant now)
{
    QByteArray rand;
    for (int i = 0; i < 2; ++i) {
        const quint64 half = m_random.next64();
        rand += QByteArray(reinterpret_cast<const char *>(&half), sizeof half);
    }
    quint64 &sequence = m_sequences[account.user];
    sequence += SequenceStep;
    const QByteArray autn = sip::akaAutn(account.keys, rand, octetsOf(sequence), QByteArray::fromHex("8000"));
    Nonce made;
    made.issued = now;
    made.rand = rand;
    made.password = sip::akaPassword(offer.aka, rand, account.keys);
    return challengeText(offer, realm, added(sip::akaNonceText({rand, autn, {}}), made));
}

QByteArray DigestGuard::nextNonce(const DigestFacts &accepted, sip::Instant now)
{
    const auto old = m_nonces.find(accepted.nonce);
    Nonce next;
    next.issued = now;
    next.sessionCnonce = accepted.sessionCnonce;
    next.sessionNonce = accepted.sessionNonce.isEmpty() ? accepted.nonce : accepted.sessionNonce;
    if (old != m_nonces.end())
        old->spent = true;
    return added(m_random.token(160), next);
}

/// Takes up the SQN that a client tells. \return false: the answer does not prove that it has the keys
bool DigestGuard::resynchronised(const DigestFacts &facts, const QByteArray &response, const QByteArray &auts,
                                 const DigestAccount &account)
{
    DigestFacts empty = facts;
    empty.password.clear();
    const auto nonce = m_nonces.constFind(facts.nonce);
    if (nonce == m_nonces.cend() || nonce->rand.isEmpty() || !sameDigits(expectedResponse(empty), response))
        return false;
    const QByteArray sqn = sip::sqnFromAuts(auts, nonce->rand, account.keys);
    if (sqn.isEmpty())
        return false;
    m_sequences[account.user] = sqn.toHex().toULongLong(nullptr, 16);
    return true;
}

DigestVerdict DigestGuard::check(const QList<QByteArray> &rows, const DigestOffer &offer, const QByteArray &realm,
                                 const QList<DigestAccount> &accounts, const QByteArray &method, const QByteArray &body,
                                 sip::Instant now)
{
    for (const QByteArray &row : rows) {
        const auto values = sip::parseAuth(row);
        if (!values)
            return malformed("Unreadable credentials");
        for (const sip::AuthValue &value : *values) {
            if (value.scheme.toLower() == "digest" && text(value, "realm") == realm)
                return checkOne(value, offer, realm, accounts, method, body, now);
        }
    }
    return {};
}

DigestVerdict DigestGuard::checkOne(const sip::AuthValue &value, const DigestOffer &offer, const QByteArray &realm,
                                    const QList<DigestAccount> &accounts, const QByteArray &method, const QByteArray &body,
                                    sip::Instant now)
{
    const QByteArray named = text(value, "algorithm");
    const bool aka = offer.aka != sip::AkaVersion::None;
    // An absent algorithm means MD5 (RFC 7616 3.4), which is not what was offered unless MD5 was.
    if (aka ? named.compare(offerName(offer), Qt::CaseInsensitive) != 0
            : serverAlgorithm(named.isEmpty() ? QByteArray("MD5") : named) != offer.algorithm)
        return malformed("Digest algorithm not offered");

    DigestVerdict verdict;
    verdict.uri = text(value, "uri");
    DigestFacts facts{offer.algorithm,
                      {},
                      realm,
                      {},
                      method,
                      verdict.uri,
                      body,
                      text(value, "nonce"),
                      text(value, "cnonce"),
                      text(value, "nc"),
                      text(value, "qop").toLower(),
                      {},
                      {}};
    if (facts.nonce.isEmpty() || facts.uri.isEmpty() || text(value, "response").isEmpty())
        return malformed("Digest without nonce, uri or response");
    if (offer.auth || offer.authInt) {
        if (!(offer.auth && facts.qop == "auth") && !(offer.authInt && facts.qop == "auth-int"))
            return malformed("Digest qop not offered");
    } else if (!facts.qop.isEmpty()) {
        return malformed("Digest qop not offered");
    }
    if (!facts.qop.isEmpty() && (!isCount(facts.nc) || facts.cnonce.isEmpty()))
        return malformed("Digest nc or cnonce missing");

    verdict.kind = Kind::Wrong;
    const DigestAccount *account = findAccount(value, accounts, offer.algorithm.hash, realm);
    if (!account)
        return verdict;
    verdict.user = facts.user = account->user;
    facts.password = account->password;
    const auto nonce = m_nonces.find(facts.nonce);
    if (nonce != m_nonces.end()) {
        facts.sessionCnonce = nonce->sessionCnonce;
        facts.sessionNonce = nonce->sessionNonce;
    }
    if (aka) {
        facts.password = nonce != m_nonces.end() ? nonce->password : QByteArray();
        const QByteArray auts = text(value, "auts");
        if (!auts.isEmpty()) {
            if (resynchronised(facts, text(value, "response"), auts, *account))
                verdict.kind = Kind::Absent;
            return verdict;
        }
        if (facts.password.isEmpty()) // a nonce that is forgotten: what its RES was is not known any more
            return {};
    }
    if (!sameDigits(expectedResponse(facts), text(value, "response")))
        return verdict;

    if (nonce == m_nonces.end() || nonce->spent || now - nonce->issued > NonceLifetime) {
        verdict.kind = Kind::Stale;
        return verdict;
    }
    if (!facts.qop.isEmpty()) {
        const quint32 count = facts.nc.toUInt(nullptr, 16);
        if (count <= nonce->lastCount) {
            verdict.kind = Kind::Replay;
            return verdict;
        }
        nonce->lastCount = count;
    }
    if (nonce->sessionCnonce.isEmpty())
        nonce->sessionCnonce = facts.cnonce;
    facts.sessionCnonce = nonce->sessionCnonce;
    verdict.kind = Kind::Right;
    verdict.facts = facts;
    return verdict;
}

} // namespace diag
