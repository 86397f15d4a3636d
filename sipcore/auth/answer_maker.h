// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "auth/aka.h"
#include "auth/auth_planner.h"

#include <functional>

namespace sip {

//= R22.2-1
//= R22.3-1
constexpr HeaderId answerHeader(bool proxy)
{
    return proxy ? HeaderId::ProxyAuthorization : HeaderId::Authorization;
}

/// May a token be sent over it? (R8898.2-2)
constexpr bool keepsTokens(Protocol protocol)
{
    return protocol == Protocol::Tls || protocol == Protocol::Wss;
}

/// Makes the rows of one plan and keeps its history true. Refers to all it is given: one plan long.
class AnswerMaker {
public:
    struct Digest {
        const DigestChallenge &challenge;
        const Credential &credential;
        QByteArray qop; ///< empty: the form of RFC 2069
        bool proxy = false;
        AkaCheck aka = {}; ///< of an AKA challenge
    };

    AnswerMaker(const Message &request, const QList<Credential> &credentials, const AuthPolicy &policy, Random &random,
                Protocol protocol, AuthPlan &plan)
        : m_request(request), m_credentials(credentials), m_policy(policy), m_random(random), m_protocol(protocol), m_plan(plan)
    {}

    /// Adds row, working and history. \return false: the hash function is not available; nothing is added
    bool addDigest(const Digest &answer);
    void addToken(const Credential &credential, const QByteArray &realm, bool proxy);
    /// Answers again what was accepted before, unless \a isAsked says that it is asked for this time (R22.3-2).
    /// \param why  sentence for the report; "%1" in it becomes the new count
    void addAccepted(const std::function<bool(const AuthHistory::Answer &)> &isAsked, const QString &why, const char *rule);

    /// Checks an AKA challenge against the keys and the highest SQN seen; the answer to a nonce that was answered already is not
    /// held against it. \return Code::Missing, Code::Syntax, Code::Unsupported: the keys as typed are not usable
    Expected<AkaCheck> checkAka(const DigestChallenge &challenge, const Credential &credential, bool proxy);
    AuthHistory::Answer *earlierAnswer(bool proxy, const QByteArray &realm);
    /// Did the request really carry that answer of ours? Rows made for another method or by hand prove nothing.
    bool carried(const AuthHistory::Answer &earlier) const;

private:
    void noteSequence(const QByteArray &username, const QByteArray &sqn);

    const Message &m_request;
    const QList<Credential> &m_credentials;
    const AuthPolicy &m_policy;
    Random &m_random;
    Protocol m_protocol;
    AuthPlan &m_plan;
};

} // namespace sip
