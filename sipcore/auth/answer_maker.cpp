// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/answer_maker.h"

#include "auth/credential_fit.h"
#include "base/words.h"
#include "message/headers.h"
#include "message/scan.h"

#include <algorithm>

namespace sip {
namespace {

constexpr int CnonceBits = 128;

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
    working.sessionNonce = input.sessionNonce;
    working.sessionCnonce = input.sessionCnonce;
    working.auts = input.auts;
    return working;
}

} // namespace

AuthHistory::Answer *AnswerMaker::earlierAnswer(bool proxy, const QByteArray &realm)
{
    for (AuthHistory::Answer &answer : m_plan.history.answers)
        if (answer.proxy == proxy && answer.realm == realm)
            return &answer;
    return nullptr;
}

//= R2617.3.2.2-1 nc counts the requests sent with this nonce
//= R22.4-1 uri is the Request-URI as it stands in the request
bool AnswerMaker::addDigest(const Digest &answer)
{
    const DigestChallenge challenge = answer.challenge; // may stand in the history, which changes below
    AuthHistory::Answer *earlier = earlierAnswer(answer.proxy, challenge.realm);
    const bool sameNonce = earlier && !earlier->bearer && earlier->nonce == challenge.nonce;

    DigestInput input;
    input.challenge = challenge;
    input.auts = answer.aka.auts;
    useCredential(input, answer.credential);
    input.method = m_request.method().toByteArray();
    input.uri = m_policy.uriOverride.isEmpty() ? m_request.requestUri().toByteArray() : m_policy.uriOverride;
    input.body = m_request.body().toByteArray();
    input.qop = answer.qop;
    input.nc = sameNonce ? earlier->nc + 1 : 1;
    if (!answer.qop.isEmpty() || challenge.algorithm->session)
        input.cnonce = m_random.token(CnonceBits);
    if (challenge.algorithm->session) {
        const bool goesOn = sameNonce && !earlier->sessionCnonce.isEmpty();
        input.sessionNonce = goesOn ? earlier->sessionNonce : challenge.nonce;
        input.sessionCnonce = goesOn ? earlier->sessionCnonce : input.cnonce;
    }

    const DigestResult result = computeDigest(input);
    if (result.response.isEmpty())
        return false;

    if (!earlier) {
        m_plan.history.answers.append(AuthHistory::Answer{});
        earlier = &m_plan.history.answers.last();
    }
    const int staleInRow = earlier->staleInRow;
    *earlier = {};
    earlier->proxy = answer.proxy;
    earlier->realm = challenge.realm;
    earlier->nonce = challenge.nonce;
    earlier->username = input.username;
    earlier->algorithm = *challenge.algorithm;
    earlier->nc = input.nc;
    earlier->sessionNonce = input.sessionNonce;
    earlier->sessionCnonce = input.sessionCnonce;
    earlier->staleInRow = staleInRow;
    earlier->challenge = challenge;
    earlier->qop = answer.qop;
    earlier->resynchronised = !answer.aka.auts.isEmpty();
    if (answer.aka.kind == AkaCheck::Kind::Right)
        noteSequence(answer.credential.username, answer.aka.sqn);

    DigestWorking working = workingOf(input, result, answer.proxy);
    working.aka = answer.aka.text;
    m_plan.report.workings.append(working);
    m_plan.rows.append({answerHeader(answer.proxy), writeAuthorization(input, result)});
    return true;
}

//= R8898.2-1
void AnswerMaker::addToken(const Credential &credential, const QByteArray &realm, bool proxy)
{
    AuthHistory::Answer answer;
    answer.proxy = proxy;
    answer.realm = answer.challenge.realm = realm;
    answer.username = credential.username;
    answer.bearer = true;
    if (AuthHistory::Answer *earlier = earlierAnswer(proxy, realm))
        *earlier = answer;
    else
        m_plan.history.answers.append(answer);
    m_plan.rows.append({answerHeader(proxy), "Bearer " + credential.token});
}

//= R22.3-2 a realm that accepted its answer gets one with every later attempt
void AnswerMaker::addAccepted(const std::function<bool(const AuthHistory::Answer &)> &isAsked, const QString &why,
                              const char *rule)
{
    const QList<AuthHistory::Answer> answers = m_plan.history.answers;
    for (const AuthHistory::Answer &kept : answers) {
        if (!kept.live || isAsked(kept))
            continue;
        earlierAnswer(kept.proxy, kept.realm)->staleInRow = 0;
        const CredentialFit fit =
            kept.bearer ? fittingToken(m_credentials, kept.realm, {}) : fittingCredential(m_credentials, kept.challenge);
        bool made = false;
        if (fit.credential && kept.bearer && keepsTokens(m_protocol)) {
            addToken(*fit.credential, kept.realm, kept.proxy);
            made = true;
        } else if (fit.credential && !kept.bearer) {
            AkaCheck aka;
            bool answerable = true;
            if (kept.algorithm.isAka()) {
                const auto check = checkAka(kept.challenge, *fit.credential, kept.proxy);
                answerable = check && check->kind == AkaCheck::Kind::Right;
                aka = check.value_or({});
            }
            made = answerable && addDigest({kept.challenge, *fit.credential, kept.qop, kept.proxy, aka});
        }
        AuthHistory::Answer *entry = earlierAnswer(kept.proxy, kept.realm);
        if (!made) {
            entry->live = false;
            continue;
        }
        entry->unasked = true;
        AuthDecision decision;
        decision.proxy = kept.proxy;
        decision.scheme = kept.bearer ? "Bearer" : "Digest";
        decision.realm = kept.realm;
        if (!kept.bearer) {
            decision.algorithm = algorithmName(kept.algorithm);
            decision.qop = kept.qop;
            decision.nonce = kept.nonce;
        }
        decision.answered = true;
        decision.username = fit.credential->digestName();
        decision.why = why.arg(kept.bearer ? Words::tr("the same token") : Words::tr("count %1").arg(entry->nc));
        decision.rule = rule;
        m_plan.report.decisions.append(decision);
    }
}

Expected<AkaCheck> AnswerMaker::checkAka(const DigestChallenge &challenge, const Credential &credential, bool proxy)
{
    auto keys = subscriberKeys(credential.subscriber);
    if (!keys)
        return keys.error();
    //= R3310-1 the number counts up from request to request, and never back
    for (const AuthHistory::Sequence &seen : std::as_const(m_plan.history.sequences))
        if (seen.username == credential.username && seen.sqn > keys->sqn)
            keys->sqn = seen.sqn;
    const AuthHistory::Answer *earlier = earlierAnswer(proxy, challenge.realm);
    if (earlier && earlier->nonce == challenge.nonce && earlier->nc > 0 && !earlier->resynchronised) {
        keys->sqn.clear();
        AkaCheck again = sip::checkAka(challenge.nonce, *keys);
        again.text = Words::tr("the RAND and AUTN answered before");
        return again;
    }
    return sip::checkAka(challenge.nonce, *keys);
}

void AnswerMaker::noteSequence(const QByteArray &username, const QByteArray &sqn)
{
    QList<AuthHistory::Sequence> &sequences = m_plan.history.sequences;
    const auto seen = std::find_if(sequences.begin(), sequences.end(),
                                   [&username](const AuthHistory::Sequence &one) { return one.username == username; });
    if (seen == sequences.end())
        sequences.append({username, sqn});
    else
        seen->sqn = std::max(seen->sqn, sqn);
}

bool AnswerMaker::carried(const AuthHistory::Answer &earlier) const
{
    const CredentialFit fit =
        earlier.bearer ? fittingToken(m_credentials, earlier.realm, {}) : fittingCredential(m_credentials, earlier.challenge);
    for (const QByteArray &row : m_request.values(answerHeader(earlier.proxy))) {
        const auto values = parseAuth(row);
        if (!values || values->isEmpty())
            continue;
        if (earlier.bearer) {
            if (fit.credential && scan::equalsIgnoringCase(values->first().scheme, "Bearer") &&
                values->first().token == fit.credential->token)
                return true;
            continue;
        }
        const auto sent = digestCredentials(values->first());
        if (!sent || sent->input.challenge.realm != earlier.realm || sent->input.challenge.nonce != earlier.nonce)
            continue;
        if (!fit.credential)
            return true;
        DigestInput input = sent->input;
        useCredential(input, *fit.credential);
        input.method = m_request.method().toByteArray();
        input.body = m_request.body().toByteArray();
        input.sessionNonce = earlier.sessionNonce;
        input.sessionCnonce = earlier.sessionCnonce;
        if (computeDigest(input).response == sent->response)
            return true;
    }
    return false;
}

} // namespace sip
