// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/auth_planner.h"

#include "auth/answer_maker.h"
#include "auth/auth_sentences.h"
#include "auth/challenge_list.h"
#include "auth/credential_fit.h"
#include "base/words.h"
#include "message/headers.h"
#include "message/scan.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace sip {
namespace {

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

/// Only what a header row may hold goes out: the b64token of RFC 6750 2.1.
bool isToken68(const QByteArray &token)
{
    static constexpr QByteArrayView marks = "-._~+/";
    const auto end = std::find(token.begin(), token.end(), '=');
    const auto fits = [](char c) { return is(c, DigitChar) || (lowered(c) >= 'a' && lowered(c) <= 'z') || marks.contains(c); };
    return token.begin() != end && std::all_of(token.begin(), end, fits) &&
           std::all_of(end, token.end(), [](char c) { return c == '='; });
}

bool isForNobody(const Message &request)
{
    return request.method() == QByteArrayView("ACK") || request.method() == QByteArrayView("CANCEL");
}

/// Weighs the challenges of one response. One use: construct, run().
class Weighing {
public:
    Weighing(const Message &request, const QList<Credential> &credentials, const AuthPolicy &policy, const AuthHistory &history,
             Random &random, Protocol protocol)
        : m_credentials(credentials), m_policy(policy), m_protocol(protocol),
          m_maker(request, credentials, policy, random, protocol, m_plan)
    {
        m_plan.history = history;
    }
    AuthPlan run(const Message &response);

private:
    struct Candidate {
        OfferedChallenge *offered;
        const Credential *credential;
        QByteArray qop; ///< of a Digest
        AkaCheck aka;   ///< of an AKA challenge
    };
    using Group = QList<OfferedChallenge *>; ///< all of one header kind and realm

    void weigh(const Group &group);
    QList<Candidate> candidatesOf(const Group &group);
    void addCandidate(OfferedChallenge &offered, QList<Candidate> &candidates);
    void addToken(OfferedChallenge &offered, QList<Candidate> &candidates);
    const Candidate &preferred(const QList<Candidate> &candidates) const;
    bool mayAnswer(const Candidate &candidate, AuthHistory::Answer *earlier);
    bool mayAnswerAgain(const Candidate &candidate, AuthHistory::Answer &earlier);
    bool answer(const Candidate &candidate);
    void decline(OfferedChallenge &offered, const QString &why, const char *rule);
    void explain(const Candidate &candidate, const Group &group);

    const QList<Credential> &m_credentials;
    const AuthPolicy &m_policy;
    const Protocol m_protocol;
    AuthPlan m_plan;
    AnswerMaker m_maker;
    bool m_onlyStale = true;
    QString m_cause; ///< of the answer being given, beyond the choice; may be empty
};

AuthPlan Weighing::run(const Message &response)
{
    QList<OfferedChallenge> all = offeredChallenges(response);
    QList<Group> groups;
    for (OfferedChallenge &offered : all) {
        if (!offered.isAnswerable())
            continue;
        //= R22.3-5
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
    for (AuthHistory::Answer &earlier : m_plan.history.answers)
        if (isDisplaced(earlier, all) && m_maker.carried(earlier))
            earlier.live = false;
    //= R22.3-4 all realms are answered at once
    for (const Group &group : groups)
        weigh(group);
    for (const OfferedChallenge &offered : all)
        m_plan.report.decisions += offered.decision;

    m_plan.retry = !m_plan.rows.isEmpty();
    m_plan.stale = m_plan.retry && m_onlyStale;
    if (m_plan.retry) {
        const auto isAsked = [&all](const AuthHistory::Answer &kept) {
            return std::any_of(all.begin(), all.end(), [&kept](const OfferedChallenge &offered) {
                return offered.decision.proxy == kept.proxy && offered.decision.realm == kept.realm;
            });
        };
        m_maker.addAccepted(isAsked, Words::tr("not asked for this time; accepted before, so it is sent again with %1"),
                            "R22.3-2");
        ++m_plan.history.attempts;
    }
    m_plan.report.willRetry = m_plan.retry;
    m_plan.report.summary = sentences::summary(response.status(), all, m_plan.retry);
    return m_plan;
}

//= R8760.2.4-3 one answer per realm, however many algorithms are offered
void Weighing::weigh(const Group &group)
{
    const QList<Candidate> candidates = candidatesOf(group);
    AuthHistory::Answer *earlier = m_maker.earlierAnswer(group.first()->decision.proxy, group.first()->decision.realm);
    if (candidates.isEmpty()) {
        if (earlier)
            earlier->live = false;
        return;
    }
    const Candidate chosen = preferred(candidates);
    AuthDecision &decision = chosen.offered->decision;
    m_cause.clear();
    if (mayAnswer(chosen, earlier)) {
        if (answer(chosen)) {
            m_onlyStale = m_onlyStale && decision.stale;
            explain(chosen, group);
        } else {
            decline(*chosen.offered,
                    Words::tr("the cryptography library refuses %1 on this computer").arg(QString::fromUtf8(decision.algorithm)),
                    "R7616.3.3-1");
        }
    }
    for (const Candidate &other : candidates)
        if (other.offered != chosen.offered)
            decline(*other.offered,
                    Words::tr("not needed: the %1 challenge of this realm is the one chosen")
                        .arg(QString::fromUtf8(chosen.offered->bearer ? decision.scheme : decision.algorithm)),
                    "R8760.2.4-3");
}

QList<Weighing::Candidate> Weighing::candidatesOf(const Group &group)
{
    QList<Candidate> candidates;
    for (OfferedChallenge *offered : group)
        offered->bearer ? addToken(*offered, candidates) : addCandidate(*offered, candidates);
    return candidates;
}

void Weighing::addCandidate(OfferedChallenge &offered, QList<Candidate> &candidates)
{
    const DigestChallenge &challenge = *offered.digest;
    const QByteArray qop = chosenQop(challenge, m_policy.preferAuthInt);
    const CredentialFit fit = fittingCredential(m_credentials, challenge);
    if (qop.isNull())
        return decline(offered,
                       Words::tr("of qop only %1 is offered, which is not known").arg(sentences::shown(offered.decision.qop)),
                       "R8760.2.4-2");
    if (!fit.credential) {
        offered.decision.credentialMissing = true;
        return decline(offered, fit.why, fit.rule);
    }
    Candidate candidate{&offered, fit.credential, qop, {}};
    if (challenge.algorithm->isAka()) {
        const auto check = m_maker.checkAka(challenge, *fit.credential, offered.decision.proxy);
        if (!check)
            return decline(offered, check.error().detail, check.error().rule);
        if (check->kind != AkaCheck::Kind::Right && check->kind != AkaCheck::Kind::Resynchronise)
            return decline(offered, check->text, check->rule);
        candidate.aka = *check;
    }
    candidates.append(candidate);
}

//= R8898.2-2
void Weighing::addToken(OfferedChallenge &offered, QList<Candidate> &candidates)
{
    const AuthDecision &decision = offered.decision;
    const CredentialFit fit = fittingToken(m_credentials, decision.realm, decision.authzServer);
    if (!fit.credential) {
        offered.decision.credentialMissing = true;
        return decline(offered, fit.why + sentences::bearerTerms(decision), fit.rule);
    }
    if (!keepsTokens(m_protocol))
        return decline(offered,
                       Words::tr("an access token is sent over TLS or WSS only, and this request goes over %1, where anybody on "
                                 "the path could read and use it")
                           .arg(QString::fromLatin1(viaName(m_protocol))),
                       "R8898.2-2");
    if (!isToken68(fit.credential->token))
        return decline(offered,
                       Words::tr("the access token for realm %1 holds characters that no token has (RFC 6750 2.1)")
                           .arg(sentences::shown(decision.realm)),
                       "R8898.2-1");
    AuthHistory::Answer *earlier = m_maker.earlierAnswer(decision.proxy, decision.realm);
    const QByteArray mark = tokenMark(fit.credential->token);
    if (earlier && earlier->bearer && m_maker.carried(*earlier) && !m_plan.history.refusedTokens.contains(mark))
        m_plan.history.refusedTokens.append(mark);
    if (m_plan.history.refusedTokens.contains(mark))
        return decline(offered,
                       Words::tr("the server turned down the access token for realm %1 and it is not offered again")
                               .arg(sentences::shown(decision.realm)) +
                           sentences::bearerTerms(decision),
                       "R8898.2-2");
    candidates.append({&offered, fit.credential, {}, {}});
}

//= R8760.2.4-1
//= R8898.2.1.1-2
const Weighing::Candidate &Weighing::preferred(const QList<Candidate> &candidates) const
{
    using Scheme = AuthPolicy::Scheme;
    using Choice = AuthPolicy::Choice;
    // A token is neither strong nor weak: a wish for strength is one among the digests.
    const auto rank = [this](const Candidate &candidate) {
        const bool bearer = candidate.offered->bearer;
        const int wish = m_policy.scheme == Scheme::AsOffered ? 0 : (m_policy.scheme == Scheme::Bearer) == bearer ? 1 : 0;
        if (bearer && m_policy.choice != Choice::TopmostSupported)
            return std::pair(wish, std::numeric_limits<int>::min());
        const int strength = bearer ? 0 : int(candidate.offered->digest->algorithm->hash);
        const int choice = m_policy.choice == Choice::Strongest ? strength : m_policy.choice == Choice::Weakest ? -strength : 0;
        return std::pair(wish, choice);
    };
    return *std::max_element(candidates.begin(), candidates.end(),
                             [&rank](const Candidate &a, const Candidate &b) { return rank(a) < rank(b); });
}

/// The loop guard. Sets the reason when the answer is no.
bool Weighing::mayAnswer(const Candidate &candidate, AuthHistory::Answer *earlier)
{
    //= R22.1-7 an answer to another realm or header kind is not in the way
    const bool again = earlier && !candidate.offered->bearer && !earlier->bearer && m_maker.carried(*earlier);
    if (again && !mayAnswerAgain(candidate, *earlier))
        return false;
    if (m_plan.history.attempts >= m_policy.maxAnswers) {
        decline(*candidate.offered,
                Words::tr("%1 attempts with credentials were sent already, which is the limit for one request")
                    .arg(m_plan.history.attempts),
                "R22.1-6");
        return false;
    }
    return true;
}

/// The server asks again although the request carried our answer to \a earlier.
bool Weighing::mayAnswerAgain(const Candidate &candidate, AuthHistory::Answer &earlier)
{
    const AuthDecision &decision = candidate.offered->decision;
    //= R2617.3.2.1-3
    //= R2617.3.2.1-4
    if (decision.stale) {
        if (++earlier.staleInRow > m_policy.maxStale) {
            earlier.live = false;
            decline(*candidate.offered,
                    Words::tr("the server called its own nonce stale %1 times in a row and never accepts one")
                        .arg(earlier.staleInRow),
                    "R2617.3.2.1-4");
            return false;
        }
        m_cause = Words::tr("the old nonce was stale, the new one is answered with the same credential");
        return true;
    }
    const bool fresh = earlier.nonce != decision.nonce;
    const bool otherTerms = earlier.algorithm != *candidate.offered->digest->algorithm || earlier.qop != candidate.qop;
    //= R3310.3.4-1 the challenge after a resynchronisation is the first one with a number to our liking
    if (earlier.resynchronised && fresh) {
        if (candidate.aka.kind == AkaCheck::Kind::Right) {
            m_cause = Words::tr("the server took up our SQN");
            return true;
        }
        earlier.live = false;
        decline(*candidate.offered, Words::tr("the server was told our SQN and still sends one that is not above it"),
                "R3310.3.4-1");
        return false;
    }
    //= R2617.3.2.1-5
    if ((earlier.unasked || earlier.nc > 1) && (fresh || otherTerms)) {
        m_cause =
            otherTerms
                ? Words::tr("the server changed what it asks for, which is tried once before the password is blamed")
                : Words::tr(
                      "the nonce used before is no longer accepted, the fresh one is tried once before the password is blamed");
        return true;
    }
    earlier.live = false;
    //= R22.1-6 rejected credentials are not tried again
    decline(*candidate.offered, sentences::rejected(*candidate.offered->digest, *candidate.credential, m_policy), "R22.1-6");
    candidate.offered->decision.username = candidate.credential->digestName();
    return false;
}

bool Weighing::answer(const Candidate &candidate)
{
    const AuthDecision &decision = candidate.offered->decision;
    if (candidate.offered->bearer) {
        m_maker.addToken(*candidate.credential, decision.realm, decision.proxy);
        return true;
    }
    return m_maker.addDigest({*candidate.offered->digest, *candidate.credential, candidate.qop, decision.proxy, candidate.aka});
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
    decision.username = candidate.credential->digestName();
    if (candidate.offered->bearer) {
        decision.rule = "R8898.2-1";
        decision.why = sentences::tokenSent(decision, *candidate.credential, group.size() > 1);
        return;
    }
    decision.qop = candidate.qop;
    decision.rule = candidate.aka.text.isEmpty() ? "R8760.2.4-1" : candidate.aka.rule;
    if (!candidate.aka.text.isEmpty())
        m_cause += (m_cause.isEmpty() ? QString() : QStringLiteral("; ")) + candidate.aka.text;
    decision.why = sentences::answered(*candidate.offered, *candidate.credential, group, m_policy.choice, m_cause);
}

} // namespace

QByteArray tokenMark(const QByteArray &token)
{
    return hashHex(HashAlgorithm::Sha256, token);
}

AuthPlan planAuthentication(const Message &response, const Message &request, const QList<Credential> &credentials,
                            const AuthPolicy &policy, const AuthHistory &history, Random &random, Protocol protocol)
{
    //= R22-1 whoever calls: no credentials for these two
    if (isForNobody(request)) {
        AuthPlan plan;
        plan.history = history;
        plan.report.summary = Words::tr("%1 is never sent again with credentials").arg(QString::fromUtf8(request.method()));
        return plan;
    }
    return Weighing(request, credentials, policy, history, random, protocol).run(response);
}

//= R22.2-4
AuthPlan planPreemptive(const Message &request, const QList<Credential> &credentials, const AuthPolicy &policy,
                        const AuthHistory &history, Random &random, Protocol protocol)
{
    AuthPlan plan;
    plan.history = history;
    const bool byHand = request.has(HeaderId::Authorization) || request.has(HeaderId::ProxyAuthorization);
    //= R22-1
    if (!policy.preemptive || byHand || isForNobody(request))
        return plan;
    plan.report.preemptive = true;
    AnswerMaker(request, credentials, policy, random, protocol, plan)
        .addAccepted([](const AuthHistory::Answer &) { return false; },
                     Words::tr("sent unasked, because the server accepted it for this To before: %1"), "R22.2-4");
    plan.report.summary = sentences::preemptive(plan.report.decisions);
    return plan;
}

} // namespace sip
