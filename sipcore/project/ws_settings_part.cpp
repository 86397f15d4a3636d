// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/ws_settings_part.h"

#include "base/words.h"
#include "request/composed_request.h"

using namespace Qt::StringLiterals;

namespace diag {

namespace {

using sip::Words;

Failure ping(const YamlValues &values, const QByteArray &key, const YAML::Node &node, sip::Instant &out)
{
    const Failure failure = values.duration(key, node, out);
    if (out == sip::ComposedRequest::Never)
        out = {};
    return failure;
}

/// "Name: value"; what is a credential by its name, or otherwise secret, stands there by reference only.
Failure header(const YamlValues &values, const YAML::Node &node, sip::WsSettings::Header &out)
{
    const auto written = sip::wsHeader(node.IsScalar() ? node.Scalar() : std::string());
    if (!written)
        return values.wrong(node, written.error().detail);
    const bool refers = written->value.startsWith("{{") && written->value.endsWith("}}");
    if (written->isCredential() && !refers)
        return values.wrong(
            node,
            Words::tr(
                "a %1 does not belong in a file: write \"%1: {{secret:NAME}}\" and set VIATRACE_SECRET_NAME in the environment")
                .arg(QString::fromUtf8(written->name)));
    out.secret = refers && written->value.startsWith("{{secret:");
    const bool mayBeSecret = out.secret || written->isCredential();
    QByteArray row;
    if (Failure failure =
            values.text("headers", node, row, mayBeSecret ? Variables::Secrets::Allowed : Variables::Secrets::Refused))
        return failure;
    const auto read = sip::wsHeader(row);
    if (!read)
        return values.wrong(node, read.error().detail);
    out.name = read->name;
    out.value = read->value;
    return std::nullopt;
}

Failure headers(const YamlValues &values, const YAML::Node &node, QList<sip::WsSettings::Header> &out)
{
    if (!node.IsSequence())
        return values.wrong(node, Words::tr("headers is a list, e.g. [ \"X-Tenant: a\", \"Cookie: {{secret:cookie}}\" ]"));
    for (const auto &entry : node) {
        sip::WsSettings::Header one;
        if (Failure failure = header(values, entry, one))
            return failure;
        out.append(one);
    }
    return std::nullopt;
}

} // namespace

Failure readWsSettings(const YamlValues &values, const YAML::Node &node, sip::WsSettings &out)
{
    if (!node.IsMap())
        return values.wrong(node, Words::tr("ws is a map, e.g. { path: \"/ws\", origin: \"https://example.com\" }"));
    const QStringList known{u"path"_s, u"host"_s, u"origin"_s, u"subprotocol"_s, u"headers"_s, u"proxy"_s, u"ping"_s, u"local"_s};
    const auto take = [&](const QByteArray &key, const YAML::Node &value) -> Failure {
        if (key == "path")
            return values.text(key, value, out.path);
        if (key == "host")
            return values.text(key, value, out.host);
        if (key == "origin")
            return values.text(key, value, out.origin);
        if (key == "proxy")
            return values.text(key, value, out.proxy);
        if (key == "ping")
            return ping(values, key, value, out.pingEvery);
        if (key == "headers")
            return headers(values, value, out.headers);
        if (key == "subprotocol") {
            out.protocols.clear();
            return values.texts(key, value, out.protocols);
        }
        QByteArray local;
        const Failure failure = values.word(key, value, {u"invalid"_s, u"address"_s}, local);
        out.namesAddress = local == "address";
        return failure;
    };
    if (Failure failure = values.readMap(node, Words::tr("ws setting"), known, take))
        return failure;
    const auto flaw = sip::wsFlaw(out);
    return flaw && !values.keepsVariables() ? Failure(values.wrong(node, *flaw)) : std::nullopt;
}

} // namespace diag
