// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/tls_settings_part.h"

#include "base/words.h"

using namespace Qt::StringLiterals;

namespace diag {

namespace {

using sip::Words;

Failure tlsVersion(const YamlValues &values, const YAML::Node &node, sip::TlsVersion &out)
{
    QByteArray value;
    if (Failure failure = values.word(Words::tr("TLS version").toUtf8(), node, {u"1.0"_s, u"1.1"_s, u"1.2"_s, u"1.3"_s}, value))
        return failure;
    out = *sip::tlsVersion(value);
    return std::nullopt;
}

} // namespace

Failure readTlsSettings(const YamlValues &values, const YAML::Node &node, sip::TlsSettings &out)
{
    if (!node.IsMap())
        return values.wrong(node, Words::tr("tls is a map, e.g. { ca: \"ca.pem\", server-name: \"sip.example.com\" }"));
    const QStringList known{u"ca"_s,   u"certificate"_s, u"key"_s,  u"key-password"_s,         u"server-name"_s, u"least"_s,
                            u"most"_s, u"pin"_s,         u"alpn"_s, u"despite-failed-check"_s, u"key-log"_s};
    const auto path = [&values](const QByteArray &key, const YAML::Node &value, QString &file) {
        QByteArray name;
        Failure failure = values.text(key, value, name);
        file = QString::fromUtf8(name);
        return failure;
    };
    return values.readMap(node, Words::tr("tls setting"), known, [&](const QByteArray &key, const YAML::Node &value) -> Failure {
        if (key == "certificate")
            return path(key, value, out.certificateFile);
        if (key == "key")
            return path(key, value, out.keyFile);
        if (key == "key-log")
            return path(key, value, out.keyLogFile);
        if (key == "key-password")
            return values.secret(key, value, out.keyPassword);
        if (key == "server-name")
            return values.text(key, value, out.serverName);
        if (key == "despite-failed-check")
            return values.flag(key, value, out.sendDespite);
        if (key == "alpn")
            return values.texts(key, value, out.applications);
        if (key == "least" || key == "most")
            return tlsVersion(values, value, key == "least" ? out.least : out.most);
        QList<QByteArray> all;
        if (Failure failure = values.texts(key, value, all))
            return failure;
        for (const QByteArray &one : std::as_const(all)) {
            if (key == "ca") {
                out.authorities.append(QString::fromUtf8(one));
                continue;
            }
            const auto pin = sip::fingerprint(one);
            if (!pin)
                return values.wrong(value, u"pin: %1"_s.arg(pin.error().detail));
            out.pins.append(*pin);
        }
        return std::nullopt;
    });
}

} // namespace diag
