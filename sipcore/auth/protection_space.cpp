// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/protection_space.h"

#include "auth/answer_maker.h"
#include "auth/challenge_list.h"
#include "auth/credential_fit.h"
#include "message/headers.h"
#include "message/scan.h"

#include <algorithm>

namespace sip {
namespace {

/// addr-spec of To, as written; a To that cannot be read counts as a whole.
QByteArray toOf(const Message &request)
{
    const QByteArray value = request.value(HeaderId::To);
    const auto address = parseNameAddr(value);
    return address ? address->uri.toBytes() : value;
}

/// The same address, or another one of the same domain.
//= R22.1-4
bool isSameServer(const TransportAddress &a, const TransportAddress &b)
{
    const bool name = !a.domain.isEmpty() && !a.domain.contains(':') && !Endpoint::parse(a.domain);
    return a == b || (name && a.domain.compare(b.domain, Qt::CaseInsensitive) == 0);
}

bool asksAgain(const QList<OfferedChallenge> &challenges, const AuthHistory::Answer &answer)
{
    return std::any_of(challenges.begin(), challenges.end(), [&answer](const OfferedChallenge &offered) {
        return offered.decision.proxy == answer.proxy && offered.decision.realm == answer.realm;
    });
}

/// Does the status say nothing against the credentials? 403 is how many servers refuse them (RFC 3261 21.4.4).
bool mayAccept(int status)
{
    return status != 400 && status != 403;
}

//= R2617.3.2.3-1
//= R2617.3.2.3-3
QByteArray nextNonce(const Message &response, bool proxy)
{
    const auto info = parseAuthInfo(response.value(proxy ? HeaderId::ProxyAuthenticationInfo : HeaderId::AuthenticationInfo));
    if (!info)
        return {};
    for (const AuthParam &param : *info)
        if (scan::equalsIgnoringCase(param.name, "nextnonce"))
            return param.value;
    return {};
}

/// The count starts again, a session goes on (RFC 2617 3.2.2.2).
void takeNonce(AuthHistory::Answer &answer, const QByteArray &nonce)
{
    answer.nonce = answer.challenge.nonce = nonce;
    answer.nc = 0;
    answer.unasked = true;
}

/// The row of \a request that answers the realm of \a answer, whoever made it.
bool isAnsweredIn(const Message &request, const AuthHistory::Answer &answer)
{
    for (const QByteArray &row : request.values(answerHeader(answer.proxy))) {
        const auto values = parseAuth(row);
        if (!values || values->isEmpty())
            continue;
        const AuthValue &value = values->first();
        if (answer.bearer && scan::equalsIgnoringCase(value.scheme, "Bearer"))
            return true;
        const auto digest = digestCredentials(value);
        if (!answer.bearer && digest && digest->input.challenge.realm == answer.realm &&
            digest->input.challenge.nonce == answer.nonce)
            return true;
    }
    return false;
}

template<class T> void keepNewest(QList<T> &all)
{
    while (all.size() > ProtectionSpace::MaxEntries)
        all.removeFirst();
}

} // namespace

ProtectionSpace::Entry *ProtectionSpace::find(const QByteArray &to, const TransportAddress &target, bool proxy,
                                              const QByteArray &realm)
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry &entry) {
        return entry.to == to && isSameServer(entry.target, target) && entry.answer.proxy == proxy && entry.answer.realm == realm;
    });
    return found == m_entries.end() ? nullptr : &*found;
}

void ProtectionSpace::forget(const QByteArray &to, const TransportAddress &target, bool proxy, const QByteArray &realm)
{
    m_entries.removeIf([&](const Entry &entry) {
        return entry.to == to && isSameServer(entry.target, target) && entry.answer.proxy == proxy && entry.answer.realm == realm;
    });
}

//= R22.2-4
AuthPlan ProtectionSpace::begin(const Message &request, const TransportAddress &target, const QList<Credential> &credentials,
                                const AuthPolicy &policy, Random &random)
{
    AuthHistory history;
    const QByteArray to = m_entries.isEmpty() ? QByteArray() : toOf(request);
    for (const Entry &entry : std::as_const(m_entries)) {
        if (entry.to != to || !isSameServer(entry.target, target))
            continue;
        const CredentialFit fit = entry.answer.bearer ? fittingToken(credentials, entry.answer.realm, {})
                                                      : fittingCredential(credentials, entry.answer.challenge);
        if (!fit.credential || *fit.credential != entry.credential)
            continue;
        const auto older = std::find_if(history.answers.begin(), history.answers.end(), [&entry](const AuthHistory::Answer &one) {
            return one.proxy == entry.answer.proxy && one.realm == entry.answer.realm;
        });
        if (older == history.answers.end())
            history.answers.append(entry.answer);
        else
            *older = entry.answer;
    }
    align(history);
    AuthPlan plan = planPreemptive(request, credentials, policy, history, random, target.protocol);
    if (plan.rows.isEmpty()) // what is not sent is not there to be sent with a later attempt
        plan.history.answers.clear();
    align(plan.history);
    return plan;
}

//= R2617.3.2.2-1 one count per nonce, whichever intent uses it
void ProtectionSpace::align(AuthHistory &history)
{
    for (AuthHistory::Answer &answer : history.answers) {
        for (Entry &entry : m_entries) {
            AuthHistory::Answer &known = entry.answer;
            if (known.proxy == answer.proxy && known.realm == answer.realm && known.nonce == answer.nonce)
                known.nc = answer.nc = std::max(known.nc, answer.nc);
        }
    }
    for (const AuthHistory::Sequence &seen : std::as_const(history.sequences)) {
        const auto known = std::find_if(m_sequences.begin(), m_sequences.end(),
                                        [&seen](const AuthHistory::Sequence &one) { return one.username == seen.username; });
        if (known == m_sequences.end())
            m_sequences.append(seen);
        else
            known->sqn = std::max(known->sqn, seen.sqn);
    }
    for (const QByteArray &mark : std::as_const(history.refusedTokens))
        if (!m_refusedTokens.contains(mark))
            m_refusedTokens.append(mark);
    keepNewest(m_sequences);
    keepNewest(m_refusedTokens);
    history.sequences = m_sequences;
    history.refusedTokens = m_refusedTokens;
}

void ProtectionSpace::learn(const Message &request, const Message &response, const TransportAddress &target,
                            const QList<Credential> &credentials, AuthHistory &history)
{
    if (response.status() < 200 || history.answers.isEmpty())
        return;
    const QByteArray to = toOf(request);
    const QList<OfferedChallenge> challenges =
        response.status() == 401 || response.status() == 407 ? offeredChallenges(response) : QList<OfferedChallenge>();
    for (AuthHistory::Answer &answer : history.answers) {
        if (!isAnsweredIn(request, answer))
            continue;
        const CredentialFit fit =
            answer.bearer ? fittingToken(credentials, answer.realm, {}) : fittingCredential(credentials, answer.challenge);
        //= R22.3-3 a proxy's realm goes beyond its dialog only when the user named it
        const bool lasts = fit.credential && answer.live && (!answer.proxy || !fit.credential->realm.isEmpty());
        if (!lasts || asksAgain(challenges, answer) || isDisplaced(answer, challenges) || !mayAccept(response.status())) {
            forget(to, target, answer.proxy, answer.realm);
            continue;
        }
        if (const QByteArray nonce = nextNonce(response, answer.proxy); !answer.bearer && !nonce.isEmpty())
            takeNonce(answer, nonce);
        const Entry *known = find(to, target, answer.proxy, answer.realm);
        Entry entry{to, target, *fit.credential, answer};
        if (known && known->answer.nonce == answer.nonce)
            entry.answer.nc = std::max(known->answer.nc, answer.nc);
        forget(to, target, answer.proxy, answer.realm);
        m_entries.append(entry);
    }
    keepNewest(m_entries);
}

} // namespace sip
