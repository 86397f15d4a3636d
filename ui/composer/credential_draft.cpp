// SPDX-License-Identifier: GPL-3.0-or-later
#include "composer/credential_draft.h"

#include "auth/aka.h"
#include "auth/digest.h"

#include <algorithm>

namespace ui {

namespace {

/// A variable of a request file, resolved when sending.
bool isOpen(const QByteArray &text)
{
    return text.contains("{{");
}

QString ha1Problem(const sip::Credential &typed)
{
    if (typed.ha1.isEmpty())
        return CredentialDraft::tr("HA1 is missing: the hash of user name, realm and password, in hex digits.");
    const auto isHex = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); };
    const auto odd = std::find_if_not(typed.ha1.begin(), typed.ha1.end(), isHex);
    if (!isOpen(typed.ha1) && odd != typed.ha1.end())
        return CredentialDraft::tr("HA1 is written in hex digits (0-9, a-f); character %1 is none.")
            .arg(odd - typed.ha1.begin() + 1);
    const auto algorithm = sip::digestAlgorithm(typed.ha1Algorithm).value_or(sip::DigestAlgorithm());
    const qsizetype digits = sip::hashHex(algorithm.hash, {}).size();
    if (!isOpen(typed.ha1) && typed.ha1.size() != digits)
        return CredentialDraft::tr("HA1 has %1 hex digits for %2; %3 are given.")
            .arg(digits)
            .arg(QString::fromLatin1(sip::algorithmName(algorithm)))
            .arg(typed.ha1.size());
    return typed.realm.isEmpty() ? CredentialDraft::tr("Realm is missing: an HA1 is made for one realm and of no use without it.")
                                 : QString();
}

QString subscriberProblem(const sip::SubscriberSecret &typed)
{
    for (const QByteArray &text : {typed.k, typed.op, typed.opc, typed.amf, typed.sqn})
        if (isOpen(text))
            return {};
    const auto keys = sip::subscriberKeys(typed);
    return keys ? QString() : keys.error().detail + u'.';
}

} // namespace

CredentialKind kindOf(const sip::Credential &credential)
{
    return credential.anonymous               ? CredentialKind::Anonymous
           : !credential.token.isEmpty()      ? CredentialKind::Token
           : !credential.subscriber.isEmpty() ? CredentialKind::Subscriber
           : !credential.ha1.isEmpty()        ? CredentialKind::Ha1
                                              : CredentialKind::Password;
}

CredentialDraft CredentialDraft::of(const sip::Credential &credential)
{
    return {kindOf(credential), credential};
}

sip::Credential CredentialDraft::value() const
{
    sip::Credential out;
    out.realm = typed.realm;
    if (kind != CredentialKind::Anonymous)
        out.username = typed.username;
    switch (kind) {
    case CredentialKind::Password: out.password = typed.password; break;
    case CredentialKind::Ha1:
        out.ha1 = typed.ha1;
        out.ha1Algorithm = typed.ha1Algorithm.isEmpty() ? QByteArrayLiteral("MD5") : typed.ha1Algorithm;
        break;
    case CredentialKind::Subscriber: out.subscriber = typed.subscriber; break;
    case CredentialKind::Token:
        out.token = typed.token;
        out.authzServer = typed.authzServer;
        break;
    case CredentialKind::Anonymous: out.anonymous = true; break;
    }
    return out;
}

bool CredentialDraft::isUsable() const
{
    return kindOf(value()) == kind && !isUntouched();
}

bool CredentialDraft::isUntouched() const
{
    sip::Credential counted = value();
    bool untouched = !counted.anonymous;
    counted.ha1Algorithm.clear(); // chosen, not typed
    sip::visitTexts(counted, [&](const QByteArray &text, bool) { untouched = untouched && text.isEmpty(); });
    return untouched;
}

QString CredentialDraft::problem() const
{
    if (isUntouched())
        return {};
    const bool named = kind == CredentialKind::Token || kind == CredentialKind::Anonymous || !typed.username.isEmpty();
    if (!named && (kind != CredentialKind::Password || !typed.password.isEmpty()))
        return tr("User name is missing.");
    switch (kind) {
    case CredentialKind::Ha1: return ha1Problem(typed);
    case CredentialKind::Subscriber: return subscriberProblem(typed.subscriber);
    case CredentialKind::Token: return typed.token.isEmpty() ? tr("Token is missing.") : QString();
    case CredentialKind::Password:
    case CredentialKind::Anonymous: break;
    }
    return {};
}

QString CredentialDraft::title() const
{
    if (isUntouched())
        return tr("nothing typed yet");
    const QString who = kind == CredentialKind::Anonymous ? tr("anonymous")
                        : kind == CredentialKind::Token   ? tr("token")
                        : typed.username.isEmpty()        ? tr("no user name")
                                                          : QString::fromUtf8(typed.username);
    return typed.realm.isEmpty() ? tr("%1 for any realm").arg(who) : tr("%1 for %2").arg(who, QString::fromUtf8(typed.realm));
}

QList<sip::Credential> values(const QList<CredentialDraft> &drafts)
{
    QList<sip::Credential> out;
    for (const CredentialDraft &draft : drafts)
        if (draft.isUsable())
            out.append(draft.value());
    return out;
}

QList<sip::Credential> valuesForFile(const QList<CredentialDraft> &drafts)
{
    QList<sip::Credential> out;
    const auto need = [](QByteArray &secret) {
        if (secret.isEmpty())
            secret = "?";
    };
    for (const CredentialDraft &draft : drafts) {
        sip::Credential value = draft.value();
        sip::SubscriberSecret &keys = value.subscriber;
        const bool named = draft.kind == CredentialKind::Token || draft.kind == CredentialKind::Anonymous;
        if ((!named && value.username.isEmpty()) || (draft.kind == CredentialKind::Ha1 && value.realm.isEmpty()))
            continue;
        if (draft.kind == CredentialKind::Ha1)
            need(value.ha1);
        if (draft.kind == CredentialKind::Token)
            need(value.token);
        if (draft.kind == CredentialKind::Subscriber) {
            need(keys.k);
            need(keys.op.isEmpty() ? keys.opc : keys.op);
            if (!keys.op.isEmpty())
                keys.opc.clear();
        }
        out.append(value);
    }
    return out;
}

QList<CredentialDraft> withoutSecrets(const QList<sip::Credential> &credentials)
{
    QList<CredentialDraft> out;
    for (const sip::Credential &credential : credentials) {
        CredentialDraft draft = CredentialDraft::of(credential);
        sip::visitTexts(draft.typed, [](QByteArray &text, bool secret) {
            if (secret)
                text.clear();
        });
        out.append(draft);
    }
    return out;
}

} // namespace ui
