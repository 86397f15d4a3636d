// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/digest_answer.h"

#include "auth/credential_fit.h"

#include <algorithm>

namespace diag {
namespace {

void addAnswers(const Exchange &exchange, sip::HeaderId id, QList<DigestAnswer> &out)
{
    const QList<QByteArray> rows = exchange.request().values(id);
    for (const QByteArray &row : rows) {
        const auto values = sip::parseAuth(row);
        if (!values)
            continue;
        for (const sip::AuthValue &value : *values)
            if (const auto sent = sip::digestCredentials(value))
                out.append({&exchange, id == sip::HeaderId::ProxyAuthorization, *sent});
    }
}

/// The exchange that opened the session of a -sess answer: as the planner left it, else the first answer to the same nonce.
void joinSession(sip::DigestInput &input, const DigestAnswer &answer, const Evidence &evidence)
{
    for (const LadderRow &row : evidence.flow.rows) {
        const auto *planned = row.event ? row.event->as<sip::AuthPlanned>() : nullptr;
        if (!planned)
            continue;
        for (const sip::DigestWorking &working : planned->workings) {
            if (working.response != answer.sent.response)
                continue;
            input.sessionNonce = working.sessionNonce;
            input.sessionCnonce = working.sessionCnonce;
            return;
        }
    }
    for (const Exchange &exchange : evidence.recent()) {
        for (const DigestAnswer &other : digestAnswers(exchange)) {
            if (other.proxy != answer.proxy || other.realm() != answer.realm() || other.nonce() != answer.nonce())
                continue;
            input.sessionCnonce = other.sent.input.cnonce;
            return;
        }
    }
}

} // namespace

QList<DigestAnswer> digestAnswers(const Exchange &exchange)
{
    QList<DigestAnswer> out;
    addAnswers(exchange, sip::HeaderId::Authorization, out);
    addAnswers(exchange, sip::HeaderId::ProxyAuthorization, out);
    return out;
}

bool isTurnedDown(const DigestAnswer &answer)
{
    if (!answer.exchange->final)
        return false;
    const sip::Message &response = answer.exchange->answer();
    if (response.status() == 403)
        return true;
    if (response.status() != 401 && response.status() != 407)
        return false;
    const auto offered = sip::offeredChallenges(response);
    return std::any_of(offered.begin(), offered.end(), [&answer](const sip::OfferedChallenge &challenge) {
        return challenge.decision.proxy == answer.proxy && challenge.decision.realm == answer.realm() &&
               !challenge.decision.stale;
    });
}

Recomputed recompute(const DigestAnswer &answer, const Evidence &evidence)
{
    sip::DigestInput input = answer.sent.input;
    Recomputed result;
    if (!answer.sent.userhash)
        result.username = input.username;
    if (!evidence.request || !input.challenge.algorithm)
        return result;
    const sip::CredentialFit fit = sip::fittingCredential(evidence.request->credentials, input.challenge);
    if (!fit.credential || (!answer.sent.userhash && fit.credential->digestName() != input.username))
        return result;
    const sip::Message &request = answer.exchange->request();
    sip::useCredential(input, *fit.credential);
    input.method = request.method().toByteArray();
    input.body = request.body().toByteArray();
    if (input.challenge.algorithm->session)
        joinSession(input, answer, evidence);
    const sip::DigestResult digest = sip::computeDigest(input);
    const QByteArray &response = digest.response;
    if (response.isEmpty())
        return result;
    if (answer.exchange->final)
        result.proof = sip::computeRspauth(input, digest, answer.exchange->answer().body());
    result.username = fit.credential->digestName();
    result.verdict = response.compare(answer.sent.response, Qt::CaseInsensitive) == 0 ? Recomputed::Verdict::Same
                                                                                      : Recomputed::Verdict::Different;
    return result;
}

ServerProof serverProof(const sip::Message &response, bool proxy)
{
    const auto id = proxy ? sip::HeaderId::ProxyAuthenticationInfo : sip::HeaderId::AuthenticationInfo;
    ServerProof proof;
    const auto info = sip::parseAuthInfo(response.value(id));
    if (!info)
        return proof;
    for (const sip::AuthParam &param : *info) {
        if (param.name.compare("rspauth", Qt::CaseInsensitive) == 0)
            proof.rspauth = param.value.toLower();
        else if (param.name.compare("nc", Qt::CaseInsensitive) == 0)
            proof.nc = param.value.toLower();
        else if (param.name.compare("cnonce", Qt::CaseInsensitive) == 0)
            proof.cnonce = param.value;
    }
    return proof;
}

} // namespace diag
