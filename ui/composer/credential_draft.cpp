// SPDX-License-Identifier: GPL-3.0-or-later
#include "composer/credential_draft.h"

#include "auth/aka.h"
#include "auth/digest.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace ui {

namespace {

/// A variable of a request file, resolved when sending.
bool isOpen(const QByteArray &text)
{
    return text.contains("{{");
}

CredentialProblem ha1Problem(const sip::Credential &typed)
{
    using Part = CredentialPart;
    if (typed.ha1.isEmpty())
        return {Part::Ha1, CredentialDraft::tr("HA1 is missing: the hash of user name, realm and password, in hex digits.")};
    const auto isHex = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); };
    const auto odd = std::find_if_not(typed.ha1.begin(), typed.ha1.end(), isHex);
    if (!isOpen(typed.ha1) && odd != typed.ha1.end())
        return {Part::Ha1, CredentialDraft::tr("HA1 is written in hex digits (0-9, a-f); character %1 is none.")
                               .arg(odd - typed.ha1.begin() + 1)};
    const auto algorithm = sip::digestAlgorithm(typed.ha1Algorithm).value_or(sip::DigestAlgorithm());
    const qsizetype digits = sip::hashHex(algorithm.hash, {}).size();
    if (!isOpen(typed.ha1) && typed.ha1.size() != digits)
        return {Part::Ha1, CredentialDraft::tr("HA1 has %1 hex digits for %2; %3 are given.")
                               .arg(digits)
                               .arg(QString::fromLatin1(sip::algorithmName(algorithm)))
                               .arg(typed.ha1.size())};
    if (typed.realm.isEmpty())
        return {Part::Realm, CredentialDraft::tr("Realm is missing: an HA1 is made for one realm and of no use without it.")};
    return {};
}

/// Looks at one field after the other, with good values in the place of the rest.
CredentialProblem subscriberProblem(const sip::SubscriberSecret &typed)
{
    using Part = CredentialPart;
    const QByteArray good(32, '0');
    struct Look {
        Part part;
        sip::SubscriberSecret keys;
    };
    for (const Look &look :
         {Look{Part::K, {typed.k, {}, good, {}, {}}}, Look{Part::Operator, {good, typed.op, typed.opc, {}, {}}},
          Look{Part::Amf, {good, {}, good, typed.amf, {}}}, Look{Part::Sqn, {good, {}, good, {}, typed.sqn}}}) {
        const sip::SubscriberSecret &keys = look.keys;
        const bool open = isOpen(keys.k) || isOpen(keys.op) || isOpen(keys.opc) || isOpen(keys.amf) || isOpen(keys.sqn);
        const auto read = sip::subscriberKeys(keys);
        if (!open && !read)
            return {look.part, read.error().detail + u'.'};
    }
    return {};
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

CredentialProblem CredentialDraft::problem() const
{
    if (isUntouched())
        return {};
    const bool named = kind == CredentialKind::Token || kind == CredentialKind::Anonymous || !typed.username.isEmpty();
    if (!named && (kind != CredentialKind::Password || !typed.password.isEmpty()))
        return {CredentialPart::User, tr("User name is missing.")};
    if (kind == CredentialKind::Ha1)
        return ha1Problem(typed);
    if (kind == CredentialKind::Subscriber)
        return subscriberProblem(typed.subscriber);
    if (kind == CredentialKind::Token && typed.token.isEmpty())
        return {CredentialPart::Token, tr("Token is missing.")};
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

QString CredentialDraft::key() const
{
    if (kind == CredentialKind::Anonymous)
        return {};
    const char *kinds[] = {"password", "HA1", "AKA", "token"};
    const QString who = QString::fromLatin1(typed.username.toPercentEncoding());
    const QString where = typed.realm.isEmpty() ? QStringLiteral("*") : QString::fromLatin1(typed.realm.toPercentEncoding());
    return QStringLiteral("%1@%2 (%3)").arg(who, where, QLatin1String(kinds[int(kind)]));
}

QByteArray CredentialDraft::secrets() const
{
    QJsonArray texts;
    bool some = false, open = false;
    sip::Credential counted = value();
    sip::visitTexts(counted, [&](const QByteArray &text, bool secret) {
        if (!secret)
            return;
        texts.append(QString::fromUtf8(text));
        some = some || !text.isEmpty();
        open = open || isOpen(text);
    });
    return some && !open ? QJsonDocument(texts).toJson(QJsonDocument::Compact) : QByteArray();
}

void CredentialDraft::setSecrets(const QByteArray &secrets)
{
    const QJsonArray texts = QJsonDocument::fromJson(secrets).array();
    qsizetype next = 0;
    sip::visitTexts(typed, [&](QByteArray &text, bool secret) {
        if (!secret || next >= texts.size())
            return;
        const QByteArray kept = texts[next++].toString().toUtf8();
        if (!kept.isEmpty() || isOpen(text)) // those of other kinds are none
            text = kept;
    });
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
