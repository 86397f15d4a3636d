// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/auth_planner.h"

#include "auth/auth_sentences.h"
#include "auth/challenge_list.h"
#include "auth/credential_fit.h"
#include "message/headers.h"

#include <algorithm>

namespace sip {
namespace {

constexpr int CnonceBits = 128;

HeaderId answerHeader(bool proxy)
{
    return proxy ? HeaderId::ProxyAuthorization : HeaderId::Authorization;
}

//= R2617.3.2.2-6
/// \return null: none of the offered ones is known
QByteArray chosenQop(const DigestChallenge &challenge, bool preferAuthInt)
{
    if (challenge.qops.isEmpty())
        return QByteArrayLiteral("");
    const bool integrity = challenge.qops.contains("auth-int");
    if (integrity && (preferAuthInt || !challenge.qops.contains("auth")))
        return QByteArrayLiteral("auth-int");
    return challenge.qops.contains("auth") ? QByteArrayLiteral("auth") : QByteArray();
}

/// What may be shown of an answer: everything but A1, HA1 and the password.
DigestWorking workingOf(const DigestInput &input, const DigestResult &result, bool proxy)
{
    const DigestChallenge &challenge = input.challenge;
    DigestWorking working;
    working.header = headerName(answerHeader(proxy)).toByteArray();
    working.algorithm = algorithmName(*challenge.algorithm);
    working.username = input.username;
    working.realm = challenge.realm;
    working.nonce = challenge.nonce;
    working.uri = input.uri;
    working.method = input.method;
    working.qop = input.qop;
    working.nc = QByteArray::number(input.nc, 16).rightJustified(8, '0');
    working.cnonce = input.cnonce;
    working.opaque = challenge.opaque;
    working.bodyHash = result.bodyHash;
    working.a2 = result.a2;
    working.ha2 = result.ha2;
    working.response = result.response;
    working.userhash = challenge.userhash;
    working.session = challenge.algorithm->session;
    return working;
}

/// Weighs the challenges of one response. One use: construct, run().
class Weighing {
public:
    Weighing(const Message &request, const QList<Credential> &credentials, const AuthPolicy &policy, const AuthHistory &history,
             Random &random)
        : m_request(request), m_credentials(credentials), m_policy(policy), m_random(random)
    {
        m_plan.history = history;
    }
    AuthPlan run(const Message &response);
    AuthPlan ahead();

private:
    struct Candidate {
        OfferedChallenge *offered;
        const Credential *credential;
        QByteArray qop;
    };
    using Group = QList<OfferedChallenge *>; ///< all of one header kind and realm

    void weigh(const Group &group);
    QList<Candidate> candidatesOf(const Group &group);
    const Candidate &preferred(const QList<Candidate> &candidates) const;
    bool mayAnswer(const Candidate &candidate, AuthHistory::Answer *earlier);
    bool carriedAnswer(const AuthHistory::Answer &earlier) const;
    void decline(OfferedChallenge &offered, const QString &why, const char *rule);
    void explain(const Candidate &candidate, const Group &group);
    QByteArray answer(const DigestChallenge &challenge, const Credential &credential, const QByteArray &qop, bool proxy);
    void keepAccepted(const QList<OfferedChallenge> &challenges);
    AuthHistory::Answer *earlierAnswer(bool proxy, const QByteArray &realm);

    const Message &m_request;
    const QList<Credential> &m_credentials;
    const AuthPolicy &m_policy;
    Random &m_random;
    AuthPlan m_plan;
    bool m_onlyStale = true;
    QString m_cause; ///< of the answer being given, beyond the choice; may be empty
};

AuthPlan Weighing::run(const Message &response)
{
    QList<OfferedChallenge> all = offeredChallenges(response);
    QList<Group> groups;
    for (OfferedChallenge &offered : all) {
        if (!offered.digest)
            continue;
        const auto same = [&offered](const Group &group) {
            return group.first()->decision.proxy == offered.decision.proxy &&
                   group.first()->decision.realm == offered.decision.realm;
        };
        const auto group = std::find_if(groups.begin(), groups.end(), same);
        if (group == groups.end())
            groups += Group{&offered};
        else
            group->append(&offered);
    }
    //= R22.3-4 all realms are answered at once
    for (const Group &group : groups)
        weigh(group);
    for (const OfferedChallenge &offered : all)
        m_plan.report.decisions += offered.decision;

    m_plan.retry = !m_plan.rows.isEmpty();
    m_plan.stale = m_plan.retry && m_onlyStale;
    if (m_plan.retry) {
        keepAccepted(all);
        ++m_plan.history.attempts;
    }
    m_plan.report.willRetry = m_plan.retry;
    m_plan.report.summary = sentences::summary(response.status(), all, m_plan.retry);
    return m_plan;
}

AuthPlan Weighing::ahead()
{
    keepAccepted({});
    m_plan.retry = !m_plan.rows.isEmpty();
    m_plan.report.willRetry = m_plan.retry;
    m_plan.report.summary = QStringLiteral("credentials sent ahead: %1").arg(sentences::realms(m_plan.report.decisions));
    return m_plan;
}

//= R8760.2.4-3 one answer per realm, however many algorithms are offered
void Weighing::weigh(const Group &group)
{
    const QList<Candidate> candidates = candidatesOf(group);
    AuthHistory::Answer *earlier = earlierAnswer(group.first()->decision.proxy, group.first()->decision.realm);
    if (candidates.isEmpty()) {
        if (earlier)
            earlier->live = false;
        return;
    }
    const Candidate chosen = preferred(candidates);
    AuthDecision &decision = chosen.offered->decision;
    m_cause.clear();
    if (mayAnswer(chosen, earlier)) {
        const QByteArray value = answer(*chosen.offered->digest, *chosen.credential, chosen.qop, decision.proxy);
        if (value.isNull()) {
            decline(
                *chosen.offered,
                QStringLiteral("the cryptography library refuses %1 on this computer").arg(QString::fromUtf8(decision.algorithm)),
                "R7616.3.3-1");
        } else {
            m_plan.rows.append({answerHeader(decision.proxy), value});
            m_onlyStale = m_onlyStale && decision.stale;
            explain(chosen, group);
        }
    }
    for (const Candidate &other : candidates)
        if (other.offered != chosen.offered)
            decline(*other.offered,
                    QStringLiteral("not needed: the %1 challenge of this realm is the one chosen")
                        .arg(QString::fromUtf8(decision.algorithm)),
                    "R8760.2.4-3");
}

QList<Weighing::Candidate> Weighing::candidatesOf(const Group &group)
{
    QList<Candidate> candidates;
    for (OfferedChallenge *offered : group) {
        const QByteArray qop = chosenQop(*offered->digest, m_policy.preferAuthInt);
        const CredentialFit fit = fittingCredential(m_credentials, *offered->digest);
        if (qop.isNull())
            decline(*offered,
                    QStringLiteral("of qop only %1 is offered, which is not known").arg(sentences::shown(offered->decision.qop)),
                    "R8760.2.4-2");
        else if (!fit.credential)
            decline(*offered, fit.why, fit.rule);
        else
            candidates.append({offered, fit.credential, qop});
    }
    return candidates;
}

//= R8760.2.4-1
const Weighing::Candidate &Weighing::preferred(const QList<Candidate> &candidates) const
{
    const auto weaker = [](const Candidate &a, const Candidate &b) {
        return a.offered->digest->algorithm->hash < b.offered->digest->algorithm->hash;
    };
    switch (m_policy.choice) {
    case AuthPolicy::Choice::Strongest: return *std::max_element(candidates.begin(), candidates.end(), weaker);
    case AuthPolicy::Choice::Weakest: return *std::min_element(candidates.begin(), candidates.end(), weaker);
    case AuthPolicy::Choice::TopmostSupported: break;
    }
    return candidates.first();
}

/// The loop guard. Sets the reason when the answer is no.
bool Weighing::mayAnswer(const Candidate &candidate, AuthHistory::Answer *earlier)
{
    const AuthDecision &decision = candidate.offered->decision;
    //= R22.1-7 an answer to another realm or header kind is not in the way
    if (earlier && carriedAnswer(*earlier)) {
        //= R2617.3.2.1-3
        //= R2617.3.2.1-4
        if (decision.stale) {
            if (++earlier->staleInRow > m_policy.maxStale) {
                earlier->live = false;
                decline(*candidate.offered,
                        QStringLiteral("the server called its own nonce stale %1 times in a row and never accepts one")
                            .arg(earlier->staleInRow),
                        "R2617.3.2.1-4");
                return false;
            }
            m_cause = QStringLiteral("the old nonce was stale, the new one is answered with the same credential");
        } else if (earlier->nc > 1 && earlier->nonce != decision.nonce) {
            //= R2617.3.2.1-5
            m_cause = QStringLiteral("the nonce used before is no longer accepted, the fresh one is tried once before the "
                                     "password is blamed");
        } else {
            earlier->live = false;
            //= R22.1-6 rejected credentials are not tried again
            decline(*candidate.offered, sentences::rejected(*candidate.offered->digest, *candidate.credential, m_policy),
                    "R22.1-6");
            candidate.offered->decision.username = candidate.credential->username;
            return false;
        }
    }
    if (m_plan.history.attempts >= m_policy.maxAnswers) {
        decline(*candidate.offered,
                QStringLiteral("%1 attempts with credentials were sent already, which is the limit for one request")
                    .arg(m_plan.history.attempts),
                "R22.1-6");
        return false;
    }
    return true;
}

/// Did the request really carry our answer to that nonce? Rows made for another method or by hand prove nothing.
bool Weighing::carriedAnswer(const AuthHistory::Answer &earlier) const
{
    const CredentialFit fit = fittingCredential(m_credentials, earlier.challenge);
    for (const QByteArray &row : m_request.values(answerHeader(earlier.proxy))) {
        const auto values = parseAuth(row);
        if (!values || values->isEmpty())
            continue;
        const auto sent = digestCredentials(values->first());
        if (!sent || sent->input.challenge.realm != earlier.realm || sent->input.challenge.nonce != earlier.nonce)
            continue;
        if (!fit.credential)
            return true;
        DigestInput input = sent->input;
        input.username = fit.credential->username;
        input.password = fit.credential->password;
        input.ha1 = fit.credential->ha1;
        input.method = m_request.method().toByteArray();
        input.body = m_request.body().toByteArray();
        input.sessionCnonce = earlier.sessionCnonce;
        if (computeDigest(input).response == sent->response)
            return true;
    }
    return false;
}

void Weighing::decline(OfferedChallenge &offered, const QString &why, const char *rule)
{
    offered.decision.why = why;
    offered.decision.rule = rule;
}

void Weighing::explain(const Candidate &candidate, const Group &group)
{
    AuthDecision &decision = candidate.offered->decision;
    decision.answered = true;
    decision.username = candidate.credential->username;
    decision.qop = candidate.qop;
    decision.rule = "R8760.2.4-1";
    decision.why = sentences::answered(*candidate.offered, *candidate.credential, group, m_policy.choice, m_cause);
}

//= R2617.3.2.2-1 nc counts the requests sent with this nonce
//= R22.4-1 uri is the Request-URI as it stands in the request
/// \return the header value, with history and report grown by it; null: the hash function is not available
QByteArray Weighing::answer(const DigestChallenge &challenge, const Credential &credential, const QByteArray &qop, bool proxy)
{
    AuthHistory::Answer *earlier = earlierAnswer(proxy, challenge.realm);
    const bool sameNonce = earlier && earlier->nonce == challenge.nonce;

    DigestInput input;
    input.challenge = challenge;
    input.username = credential.username;
    input.password = credential.password;
    input.ha1 = credential.ha1;
    input.method = m_request.method().toByteArray();
    input.uri = m_policy.uriOverride.isEmpty() ? m_request.requestUri().toByteArray() : m_policy.uriOverride;
    input.body = m_request.body().toByteArray();
    input.qop = qop;
    input.nc = sameNonce ? earlier->nc + 1 : 1;
    if (!qop.isEmpty() || challenge.algorithm->session)
        input.cnonce = m_random.token(CnonceBits);
    if (challenge.algorithm->session)
        input.sessionCnonce = sameNonce && !earlier->sessionCnonce.isEmpty() ? earlier->sessionCnonce : input.cnonce;

    const DigestResult result = computeDigest(input);
    if (result.response.isEmpty())
        return {};

    if (!earlier) {
        m_plan.history.answers.append(AuthHistory::Answer{});
        earlier = &m_plan.history.answers.last();
    }
    const int staleInRow = earlier->staleInRow;
    *earlier = {proxy,
                challenge.realm,
                challenge.nonce,
                credential.username,
                *challenge.algorithm,
                input.nc,
                input.sessionCnonce,
                staleInRow,
                true,
                challenge,
                qop};

    m_plan.report.workings.append(workingOf(input, result, proxy));
    return writeAuthorization(input, result);
}

//= R22.3-2 a realm that accepted its answer gets one with every later attempt
void Weighing::keepAccepted(const QList<OfferedChallenge> &challenges)
{
    const QList<AuthHistory::Answer> answers = m_plan.history.answers;
    for (const AuthHistory::Answer &kept : answers) {
        const auto same = [&kept](const OfferedChallenge &offered) {
            return offered.decision.proxy == kept.proxy && offered.decision.realm == kept.realm;
        };
        if (!kept.live || std::any_of(challenges.begin(), challenges.end(), same))
            continue;
        AuthHistory::Answer *entry = earlierAnswer(kept.proxy, kept.realm);
        entry->staleInRow = 0;
        const CredentialFit fit = fittingCredential(m_credentials, kept.challenge);
        const QByteArray value = fit.credential ? answer(kept.challenge, *fit.credential, kept.qop, kept.proxy) : QByteArray();
        if (value.isNull()) {
            entry->live = false;
            continue;
        }
        m_plan.rows.append({answerHeader(kept.proxy), value});
        AuthDecision decision;
        decision.proxy = kept.proxy;
        decision.scheme = "Digest";
        decision.realm = kept.realm;
        decision.algorithm = algorithmName(kept.algorithm);
        decision.qop = kept.qop;
        decision.nonce = kept.nonce;
        decision.answered = true;
        decision.username = fit.credential->username;
        decision.why =
            QStringLiteral("not asked for this time; accepted before, so it is sent again with count %1").arg(kept.nc + 1);
        decision.rule = "R22.3-2";
        m_plan.report.decisions.append(decision);
    }
}

AuthHistory::Answer *Weighing::earlierAnswer(bool proxy, const QByteArray &realm)
{
    for (AuthHistory::Answer &answer : m_plan.history.answers)
        if (answer.proxy == proxy && answer.realm == realm)
            return &answer;
    return nullptr;
}

} // namespace

AuthPlan planAuthentication(const Message &response, const Message &request, const QList<Credential> &credentials,
                            const AuthPolicy &policy, const AuthHistory &history, Random &random)
{
    //= R22-1 whoever calls: no credentials for these two
    if (request.method() == QByteArrayView("ACK") || request.method() == QByteArrayView("CANCEL")) {
        AuthPlan plan;
        plan.history = history;
        plan.report.summary = QStringLiteral("%1 is never sent again with credentials").arg(QString::fromUtf8(request.method()));
        return plan;
    }
    return Weighing(request, credentials, policy, history, random).run(response);
}

AuthPlan planAhead(const Message &request, const QList<Credential> &credentials, const AuthPolicy &policy,
                   const AuthHistory &history, Random &random)
{
    if (request.method() == QByteArrayView("ACK") || request.method() == QByteArrayView("CANCEL")) {
        AuthPlan plan;
        plan.history = history;
        return plan;
    }
    return Weighing(request, credentials, policy, history, random).ahead();
}

//= R2617.3.2.3-1
AuthHistory withNextNonce(AuthHistory history, const Message &response)
{
    for (AuthHistory::Answer &answer : history.answers) {
        const auto params =
            parseAuthInfo(response.value(answer.proxy ? HeaderId::ProxyAuthenticationInfo : HeaderId::AuthenticationInfo));
        if (!params || !answer.live)
            continue;
        for (const AuthParam &param : *params) {
            if (param.name.compare("nextnonce", Qt::CaseInsensitive) != 0 || param.value.isEmpty())
                continue;
            answer.nonce = answer.challenge.nonce = param.value;
            answer.nc = 0;
            answer.sessionCnonce.clear();
        }
    }
    return history;
}

} // namespace sip
