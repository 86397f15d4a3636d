// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/credential_fit.h"
#include "base/words.h"
#include "diagnosis/digest_answer.h"
#include "diagnosis/rules.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace diag {
namespace {

using Severity = Finding::Severity;
using sip::Words;

bool isChallenge(const Exchange &exchange)
{
    return exchange.final && (exchange.status() == 401 || exchange.status() == 407);
}

bool isAnswered(const Exchange &exchange, const sip::AuthDecision &challenge)
{
    const auto answers = digestAnswers(exchange);
    return std::any_of(answers.begin(), answers.end(), [&challenge](const DigestAnswer &answer) {
        return answer.proxy == challenge.proxy && answer.realm() == challenge.realm;
    });
}

/// Challenges in a row, up to the end, that called the nonce of an answer stale.
QList<quint64> staleInRow(const Evidence &evidence)
{
    QList<quint64> rows;
    for (const Exchange &exchange : evidence.recent()) {
        if (!evidence.isMain(exchange))
            continue;
        bool stale = false;
        if (isChallenge(exchange))
            for (const sip::OfferedChallenge &offered : sip::offeredChallenges(exchange.answer()))
                stale = stale || (offered.decision.stale && isAnswered(exchange, offered.decision));
        if (stale)
            rows.append(exchange.final->seq);
        else
            rows.clear();
    }
    return rows;
}

QString credentialsGiven(const Evidence &evidence)
{
    QStringList realms;
    for (const sip::Credential &credential : evidence.request->credentials)
        if (!credential.realm.isEmpty() && realms.size() < 3)
            realms << quote(credential.realm);
    return realms.join(u", "_s);
}

/// Why a challenge we could have answered was not, in the words of the planner; empty: it left none.
QString plannersWhy(const Evidence &evidence, const sip::AuthDecision &challenge)
{
    QString why;
    for (auto row = evidence.flow.rows.crbegin(); row != evidence.flow.rows.crend() && why.isEmpty(); ++row) {
        const auto *planned = row->event ? row->event->as<sip::AuthPlanned>() : nullptr;
        if (!planned)
            continue;
        for (const sip::AuthDecision &decision : planned->decisions)
            if (decision.proxy == challenge.proxy && decision.realm == challenge.realm && !decision.answered)
                why = decision.why;
        break;
    }
    return why;
}

Finding noCredential(const Evidence &evidence, const Exchange &exchange, const sip::OfferedChallenge &offered)
{
    const QString status = statusText(exchange.answer());
    const QString realm = quote(offered.decision.realm);
    QString text;
    if (!evidence.request)
        text = Words::tr("%1: the server asks for a password for realm %2, and the request ended there without an answer. Send "
                         "it again with user name and password (RFC 3261 22.1).")
                   .arg(status, realm);
    else if (evidence.request->credentials.isEmpty())
        text = Words::tr("%1: the server asks for a password for realm %2, and none was given. Enter user name and password and "
                         "send again (RFC 3261 22.1).")
                   .arg(status, realm);
    else
        text = Words::tr(
                   "%1: the server asks for a password for realm %2, and none of the given ones is for that realm%3. A password "
                   "is only used for its own realm; check the realm, or leave it empty to use it anywhere (RFC 3261 22.1).")
                   .arg(status, realm,
                        credentialsGiven(evidence).isEmpty() ? QString()
                                                             : Words::tr(" (they are for %1)").arg(credentialsGiven(evidence)));
    return {"auth.no-credential", Severity::Error, text, {exchange.sent->seq, exchange.final->seq}, {}};
}

sip::CredentialFit fitFor(const Evidence &evidence, const sip::OfferedChallenge &offered)
{
    const QList<sip::Credential> given = evidence.request ? evidence.request->credentials : QList<sip::Credential>();
    return offered.bearer ? sip::fittingToken(given, offered.decision.realm, offered.decision.authzServer)
                          : sip::fittingCredential(given, *offered.digest);
}

bool needsPassword(const sip::OfferedChallenge &offered)
{
    return offered.digest && !offered.digest->algorithm->isAka();
}

/// AKA and Bearer take no password. \param why  what is missing, without a full stop
Finding noKeys(const Exchange &exchange, const QString &why)
{
    return {"auth.no-credential",
            Severity::Error,
            Words::tr("%1: %2. Give it with the request and send again (RFC 3310, RFC 8898).")
                .arg(statusText(exchange.answer()), why),
            {exchange.sent->seq, exchange.final->seq},
            {}};
}

Finding unsupported(const Exchange &exchange, const QList<sip::OfferedChallenge> &challenges)
{
    QStringList whys;
    for (const sip::OfferedChallenge &offered : challenges)
        if (!offered.decision.why.isEmpty() && whys.size() < 3 && !whys.contains(offered.decision.why))
            whys << offered.decision.why;
    return {"auth.unsupported-algorithm",
            Severity::Error,
            Words::tr("%1, and none of its challenges can be answered here: %2. The server has to offer Digest with MD5, "
                      "SHA-256, SHA-512-256, AKAv1-MD5 or AKAv2-MD5, or Bearer (RFC 8760 2.1).")
                .arg(statusText(exchange.answer()), whys.join(u"; "_s)),
            {exchange.sent->seq, exchange.final->seq},
            {}};
}

void unansweredRules(const Evidence &evidence, QList<Finding> &out)
{
    const Exchange &last = *evidence.main;
    const auto all = sip::offeredChallenges(last.answer());
    if (all.isEmpty()) {
        out.append({"auth.no-challenge-header",
                    Severity::Error,
                    Words::tr("%1 without a %2 header: it asks for a password and does not say for what, so nothing can be "
                              "answered. The server is at fault (RFC 3261 22.2).")
                        .arg(statusText(last.answer()), last.status() == 401 ? u"WWW-Authenticate"_s : u"Proxy-Authenticate"_s),
                    {last.sent->seq, last.final->seq},
                    {}});
        return;
    }
    const auto usable = std::find_if(all.begin(), all.end(), [](const auto &offered) { return offered.isAnswerable(); });
    if (usable == all.end()) {
        out.append(unsupported(last, all));
        return;
    }
    for (const sip::OfferedChallenge &offered : all) {
        if (!offered.isAnswerable() || isAnswered(last, offered.decision))
            continue;
        const sip::CredentialFit fit = fitFor(evidence, offered);
        if (!fit.credential) {
            out.append(needsPassword(offered) ? noCredential(evidence, last, offered) : noKeys(last, fit.why));
            return;
        }
        if (const QString why = plannersWhy(evidence, offered.decision); !why.isEmpty()) {
            out.append({"auth.not-answered",
                        Severity::Error,
                        Words::tr("%1: the challenge for realm %2 was not answered, because %3.")
                            .arg(statusText(last.answer()), quote(offered.decision.realm), why),
                        {last.sent->seq, last.final->seq},
                        {}});
            return;
        }
    }
}

/// The challenge an answer belongs to stands in the final response to an earlier request.
const Exchange *challengeOf(const Evidence &evidence, const DigestAnswer &answer, QList<sip::OfferedChallenge> *offered)
{
    for (const Exchange &exchange : evidence.recent()) {
        if (&exchange == answer.exchange)
            break;
        if (!isChallenge(exchange))
            continue;
        *offered = sip::offeredChallenges(exchange.answer());
        for (const sip::OfferedChallenge &one : *offered)
            if (one.decision.proxy == answer.proxy && one.decision.realm == answer.realm() &&
                one.decision.nonce == answer.nonce())
                return &exchange;
    }
    return nullptr;
}

void downgradeRule(const Evidence &evidence, QList<Finding> &out)
{
    for (const DigestAnswer &answer : digestAnswers(*evidence.main)) {
        QList<sip::OfferedChallenge> offered;
        const Exchange *asked = challengeOf(evidence, answer, &offered);
        const auto taken = answer.sent.input.challenge.algorithm;
        if (!asked || !taken)
            continue;
        for (const sip::OfferedChallenge &other : std::as_const(offered)) {
            if (!other.digest || other.decision.proxy != answer.proxy || other.decision.realm != answer.realm() ||
                other.digest->algorithm->hash <= taken->hash)
                continue;
            out.append(
                {"auth.downgrade",
                 Severity::Info,
                 Words::tr("The server offered %1 for realm %2, and %3 was used: it stands first, or the request asks for it. "
                           "The stronger one keeps the password safer when the trace gets into wrong hands (RFC 8760 2.4).")
                     .arg(word(other.decision.algorithm), quote(answer.realm()), word(sip::algorithmName(*taken))),
                 {asked->final->seq, answer.exchange->sent->seq},
                 Fix{Fix::Edit::AuthChoice, {}, "strongest", Words::tr("Use the strongest algorithm offered")}});
            return;
        }
    }
}

/// "192.0.2.1:40312" as the server saw us; empty: it did not say.
QString seenAs(const sip::Message &response)
{
    const auto top = sip::splitList(response.value(sip::HeaderId::Via));
    const auto via = top.isEmpty() ? sip::Expected<sip::Via>(sip::Error{}) : sip::parseVia(top.first());
    if (!via || via->received().isEmpty())
        return {};
    const QString port = via->rport() > 0 ? u":%1"_s.arg(via->rport()) : QString();
    return word(via->received()) + port;
}

void neverAskedRule(const Evidence &evidence, QList<Finding> &out)
{
    const Exchange &last = *evidence.main;
    if (last.status() != 403 || !digestAnswers(last).isEmpty())
        return;
    const auto asked = evidence.recent();
    if (std::any_of(asked.begin(), asked.end(), isChallenge))
        return;
    const QString seen = seenAs(last.answer());
    out.append({"acl.no-challenge",
                Severity::Error,
                Words::tr("%1 without ever asking for a password: the server decided by something else, most often a list of "
                          "allowed addresses, or the number or domain asked for. %2 Have it allowed at the other side; another "
                          "password changes nothing (RFC 3261 21.4.4).")
                    .arg(statusText(last.answer()),
                         seen.isEmpty() ? Words::tr("It saw the request come from the address of %1 or of a NAT before it.")
                                              .arg(QString::fromLatin1(last.path().local.hostText()))
                                        : Words::tr("It saw us as %1.").arg(seen)),
                {last.sent->seq, last.final->seq},
                {}});
}

} // namespace

void challengeRules(const Evidence &evidence, QList<Finding> &out)
{
    if (!evidence.main || !evidence.main->final)
        return;
    downgradeRule(evidence, out);
    neverAskedRule(evidence, out);
    if (!isChallenge(*evidence.main))
        return;
    if (const QList<quint64> stale = staleInRow(evidence); stale.size() >= 2) {
        out.append({"auth.stale-loop",
                    Severity::Error,
                    Words::tr("The server called a nonce stale %1 times in a row, each time one it had only just handed out. It "
                              "does not remember its own nonces: usually several machines behind one address without common "
                              "memory, or a lifetime of zero (RFC 2617 3.2.1).")
                        .arg(stale.size()),
                    stale,
                    {}});
        return;
    }
    unansweredRules(evidence, out);
}

} // namespace diag
