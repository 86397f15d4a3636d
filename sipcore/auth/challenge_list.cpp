// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/challenge_list.h"

#include "base/words.h"
#include "message/scan.h"

#include <algorithm>

namespace sip {
namespace {

OfferedChallenge refused(AuthDecision decision, const QString &why, const char *rule)
{
    decision.why = why;
    decision.rule = rule;
    return {decision, {}, false};
}

//= R8898.2-1
OfferedChallenge bearer(AuthDecision decision, const AuthValue &value)
{
    const auto text = [&value](const char *name) {
        const AuthParam *param = value.find(name);
        return param ? param->value : QByteArray();
    };
    decision.scope = text("scope");
    decision.authzServer = text("authz_server");
    decision.error = text("error");
    return {decision, {}, true};
}

//= R22.1-3 Basic is named and never answered
//= R8760.2.4-2 what is not understood is named, the others count
OfferedChallenge otherScheme(AuthDecision decision)
{
    const QString scheme = QString::fromUtf8(decision.scheme);
    if (scan::equalsIgnoringCase(decision.scheme, "Basic"))
        return refused(decision, Words::tr("Basic is never answered: it would send the password readable"), "R22.1-3");
    return refused(decision, Words::tr("the scheme %1 is not supported").arg(scheme), "R2617.3.2.1-2");
}

OfferedChallenge offered(bool proxy, const AuthValue &value)
{
    AuthDecision decision;
    decision.proxy = proxy;
    decision.scheme = value.scheme;
    if (const AuthParam *realm = value.find("realm"))
        decision.realm = realm->value;
    if (const AuthParam *nonce = value.find("nonce"))
        decision.nonce = nonce->value;
    if (scan::equalsIgnoringCase(decision.scheme, "Bearer"))
        return bearer(decision, value);
    const Expected<DigestChallenge> digest = digestChallenge(value);
    if (!digest && digest.error().code == Error::Code::Unsupported)
        return otherScheme(decision);
    if (!digest)
        return refused(decision, Words::tr("%1, so it cannot be answered").arg(digest.error().detail), digest.error().rule);

    decision.algorithm = digest->algorithm ? algorithmName(*digest->algorithm) : digest->algorithmText;
    decision.qop = digest->qops.join(',');
    decision.stale = digest->stale;
    if (!digest->algorithm)
        return refused(decision, Words::tr("the algorithm %1 is not supported").arg(QString::fromUtf8(digest->algorithmText)),
                       "R2617.3.2.1-2");
    return {decision, *digest, false};
}

} // namespace

//= R22.3-6
//= R8760.2.3-1 the order of the rows is kept
QList<OfferedChallenge> offeredChallenges(const Message &response)
{
    QList<OfferedChallenge> all;
    for (qsizetype row = 0; row < response.headerCount(); ++row) {
        const HeaderField &field = response.header(row);
        if (field.id != HeaderId::WwwAuthenticate && field.id != HeaderId::ProxyAuthenticate)
            continue;
        const bool proxy = field.id == HeaderId::ProxyAuthenticate;
        const auto values = parseAuth(response.value(field));
        if (values) {
            for (const AuthValue &value : *values)
                all += offered(proxy, value);
            continue;
        }
        AuthDecision decision;
        decision.proxy = proxy;
        all += refused(decision, Words::tr("the challenge cannot be read: %1").arg(values.error().detail), values.error().rule);
    }
    return all;
}

bool isDisplaced(const AuthHistory::Answer &answer, const QList<OfferedChallenge> &challenges)
{
    const auto isOfServer = [](const OfferedChallenge &offered) { return offered.isAnswerable() && !offered.decision.proxy; };
    const auto isOfAnswer = [&answer](const OfferedChallenge &offered) {
        return !offered.decision.proxy && offered.decision.realm == answer.realm;
    };
    return answer.unasked && !answer.proxy && std::any_of(challenges.begin(), challenges.end(), isOfServer) &&
           std::none_of(challenges.begin(), challenges.end(), isOfAnswer);
}

} // namespace sip
