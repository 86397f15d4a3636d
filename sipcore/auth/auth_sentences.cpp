// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/auth_sentences.h"

#include "base/words.h"

#include <QStringList>

#include <algorithm>

namespace sip::sentences {
namespace {

/// "realm" (MD5), "realm" (Bearer)
QString realmAndMeans(const AuthDecision &decision)
{
    return QStringLiteral("%1 (%2)").arg(shown(decision.realm),
                                         QString::fromUtf8(decision.algorithm.isEmpty() ? decision.scheme : decision.algorithm));
}

bool hasEscapes(const QByteArray &text)
{
    return text.contains('"') || text.contains('\\');
}

} // namespace

QString shown(const QByteArray &text)
{
    return u'"' + QString::fromUtf8(text) + u'"';
}

//= R22.4-5 the form without qop is named weak
//= R7616.5-1 a possible downgrade is named
QString answered(const OfferedChallenge &chosen, const Credential &credential, const QList<OfferedChallenge *> &realm,
                 AuthPolicy::Choice choice, const QString &cause)
{
    static constexpr const char *reasons[] = {QT_TRANSLATE_NOOP("core", "topmost challenge we support (R8760.2.4-1)"),
                                              QT_TRANSLATE_NOOP("core", "strongest on offer, as chosen"),
                                              QT_TRANSLATE_NOOP("core", "weakest on offer, as chosen")};
    const AuthDecision &decision = chosen.decision;
    const QString qop = decision.qop.isEmpty() ? QString() : QLatin1String(", qop ") + QString::fromUtf8(decision.qop);
    QStringList parts;
    parts += Words::tr("answered as %1 with %2%3: %4")
                 .arg(shown(decision.username), QString::fromUtf8(decision.algorithm), qop,
                      Words::tr(realm.size() > 1 ? reasons[size_t(choice)]
                                                 : QT_TRANSLATE_NOOP("core", "the only challenge of this realm")));
    if (!cause.isEmpty())
        parts += cause;
    if (credential.realm.isEmpty())
        parts += Words::tr("the credential is one for any realm");
    if (decision.qop.isEmpty())
        parts += Words::tr("without qop (the old form of RFC 2069), so nothing of ours enters the hash and it can be replayed");
    const auto offers = [&realm](bool md5) {
        return std::any_of(realm.begin(), realm.end(), [md5](const OfferedChallenge *o) {
            return o->digest && (o->digest->algorithm->hash == HashAlgorithm::Md5) == md5;
        });
    };
    if (offers(true) && offers(false))
        parts += Words::tr("MD5 is offered beside a stronger algorithm: somebody on the path can remove the stronger one");
    for (const QString &odd : chosen.digest->oddities)
        parts += odd;
    return parts.join(QLatin1String("; "));
}

QString rejected(const DigestChallenge &challenge, const Credential &credential, const AuthPolicy &policy)
{
    const bool fromPassword = credential.ha1.isEmpty();
    const char *secret = credential.isForAka() ? QT_TRANSLATE_NOOP("core", "keys of the subscriber (K, OP or OPc)")
                         : fromPassword        ? QT_TRANSLATE_NOOP("core", "password")
                                               : QT_TRANSLATE_NOOP("core", "stored HA1");
    QString why = Words::tr("the answer for realm %1 as %2 was rejected: the server asks again and does not call the nonce "
                            "stale. Check the user name and the %3")
                      .arg(shown(challenge.realm), shown(credential.digestName()), Words::tr(secret));
    if (credential.anonymous)
        why = Words::tr("realm %1 does not let anonymous users in; give a user name and a password for it")
                  .arg(shown(challenge.realm));
    if (fromPassword && (hasEscapes(challenge.realm) || hasEscapes(credential.username)))
        why += QLatin1String("; ") +
               Words::tr("a quote or backslash in the name or realm is hashed without its escape, some servers keep it");
    if (!policy.uriOverride.isEmpty())
        why += QLatin1String("; ") + Words::tr("the digest uri is set by hand to %1").arg(QString::fromUtf8(policy.uriOverride));
    return why;
}

QString bearerTerms(const AuthDecision &decision)
{
    QString text;
    const auto add = [&text](const char *what, const QByteArray &value) {
        if (!value.isEmpty())
            text += QStringLiteral("; %1 %2").arg(Words::tr(what), shown(value));
    };
    add(QT_TRANSLATE_NOOP("core", "the server says"), decision.error);
    add(QT_TRANSLATE_NOOP("core", "tokens come from"), decision.authzServer);
    add(QT_TRANSLATE_NOOP("core", "the scope asked for is"), decision.scope);
    return text;
}

QString tokenSent(const AuthDecision &decision, const Credential &credential, bool chosen)
{
    QString text = Words::tr("answered with the access token");
    if (chosen)
        text += QLatin1String(", ") + Words::tr("chosen among the challenges of this realm");
    if (credential.realm.isEmpty())
        text += QLatin1String("; ") + Words::tr("the token is one for any realm");
    return text + bearerTerms(decision);
}

QString preemptive(const QList<AuthDecision> &decisions)
{
    QStringList given;
    for (const AuthDecision &decision : decisions)
        given += realmAndMeans(decision);
    return given.isEmpty() ? QString()
                           : Words::tr("Sent unasked for realm %1, accepted before").arg(given.join(Words::tr(" and ")));
}

QString summary(int status, const QList<OfferedChallenge> &all, bool retry)
{
    QStringList given;
    QStringList refusals;
    for (const OfferedChallenge &offered : all) {
        const AuthDecision &decision = offered.decision;
        if (decision.answered)
            given += realmAndMeans(decision);
    }
    for (const OfferedChallenge &offered : all) {
        const AuthDecision &decision = offered.decision;
        const bool obvious = qstrcmp(decision.rule, "R8760.2.4-3") == 0;
        if (!decision.answered && !obvious && !refusals.contains(decision.why))
            refusals += decision.why;
    }
    QString text;
    if (all.isEmpty())
        text = Words::tr("The %1 holds no challenge, so there is nothing to answer").arg(status);
    else if (retry)
        text = Words::tr("Answering for realm %1").arg(given.join(Words::tr(" and ")));
    else
        text = Words::tr("Not answered");
    if (!refusals.isEmpty())
        text =
            (retry ? Words::tr("%1; not answered: %2") : QStringLiteral("%1: %2")).arg(text, refusals.join(QStringLiteral("; ")));
    return text;
}

} // namespace sip::sentences
