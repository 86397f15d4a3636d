// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/credential_settings.h"

#include "auth/aka.h"
#include "base/words.h"

using namespace Qt::StringLiterals;

namespace diag {

namespace {

using sip::Words;

/// \return nothing for values that are not here yet: variables kept for editing, secrets to be typed again
Failure checkKeys(const YamlValues &values, const YAML::Node &node, const sip::SubscriberSecret &keys)
{
    const auto isOpen = [](const QByteArray &text) { return text.contains("{{"); };
    if (keys.k.isEmpty() || (keys.op.isEmpty() && keys.opc.isEmpty()) || isOpen(keys.k) || isOpen(keys.op) || isOpen(keys.opc) ||
        isOpen(keys.amf) || isOpen(keys.sqn))
        return std::nullopt;
    const auto read = sip::subscriberKeys(keys);
    return read ? Failure() : values.wrong(node, read.error().detail);
}

/// One of password, HA1, subscriber, token and anonymous, with what belongs to it.
Failure checkKind(const YamlValues &values, const YAML::Node &node, const sip::Credential &credential,
                  const QList<QByteArray> &given)
{
    const bool aka = given.contains("k") || given.contains("op") || given.contains("opc");
    QStringList kinds;
    for (const char *kind : {"password", "ha1", "token"})
        if (given.contains(kind))
            kinds += QLatin1String(kind);
    if (aka)
        kinds += Words::tr("k with op or opc");
    if (credential.anonymous)
        kinds += u"anonymous"_s;
    if (kinds.size() > 1)
        return values.wrong(node, Words::tr("auth takes one of %1; write a list to give several").arg(kinds.join(u", "_s)));
    if (credential.username.isEmpty() && !credential.anonymous && !given.contains("token"))
        return values.wrong(node, Words::tr("auth needs a user, e.g. { user: \"1001\", password: \"{{secret:NAME}}\" }"));
    if (!aka)
        return std::nullopt;
    if (!given.contains("k") || (!given.contains("op") && !given.contains("opc")))
        return values.wrong(node, Words::tr("AKA needs k, and op or opc beside it"));
    return checkKeys(values, node, credential.subscriber);
}

Failure readCredential(const YamlValues &values, const YAML::Node &node, QList<sip::Credential> &all)
{
    if (!node.IsMap())
        return values.wrong(node, Words::tr("auth is { user: \"1001\", password: \"{{secret:NAME}}\" } or a list of such"));
    sip::Credential out;
    const QStringList known{u"user"_s, u"password"_s, u"realm"_s, u"ha1"_s,   u"algorithm"_s,    u"k"_s,        u"op"_s,
                            u"opc"_s,  u"amf"_s,      u"sqn"_s,   u"token"_s, u"authz-server"_s, u"anonymous"_s};
    QList<QByteArray> given;
    const Failure failure =
        values.readMap(node, Words::tr("auth setting"), known, [&](const QByteArray &key, const YAML::Node &value) -> Failure {
            given.append(key);
            if (key == "k")
                return values.secret(key, value, out.subscriber.k);
            if (key == "op")
                return values.secret(key, value, out.subscriber.op);
            if (key == "opc")
                return values.secret(key, value, out.subscriber.opc);
            if (key == "amf")
                return values.text(key, value, out.subscriber.amf);
            if (key == "sqn")
                return values.text(key, value, out.subscriber.sqn);
            if (key == "token")
                return values.secret(key, value, out.token);
            if (key == "authz-server")
                return values.text(key, value, out.authzServer);
            if (key == "anonymous")
                return values.flag(key, value, out.anonymous);
            if (key == "user")
                return values.text(key, value, out.username);
            if (key == "realm")
                return values.text(key, value, out.realm);
            if (key == "password")
                return values.secret(key, value, out.password);
            if (key == "ha1")
                return values.secret(key, value, out.ha1);
            QByteArray algorithm;
            Failure f = values.word(key, value, {u"md5"_s, u"sha-256"_s, u"sha-512-256"_s}, algorithm);
            out.ha1Algorithm = algorithm.toUpper();
            return f;
        });
    if (failure)
        return failure;
    if (Failure wrongKind = checkKind(values, node, out, given))
        return wrongKind;
    if (!out.ha1.isEmpty() && (out.realm.isEmpty() || out.ha1Algorithm.isEmpty()))
        return values.wrong(node, Words::tr("ha1 is made for one realm and one algorithm: give realm and algorithm too"));
    all.append(out);
    return std::nullopt;
}

} // namespace

Failure readCredentials(const YamlValues &values, const YAML::Node &node, QList<sip::Credential> &out)
{
    if (!node.IsSequence())
        return readCredential(values, node, out);
    for (const auto &entry : node) {
        if (Failure failure = readCredential(values, entry, out))
            return failure;
    }
    return std::nullopt;
}

} // namespace diag
