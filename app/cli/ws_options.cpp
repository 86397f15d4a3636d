// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/ws_options.h"

#include "project/duration.h"

#include <CLI/CLI.hpp>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

/// The name in "{{secret:NAME}}"; empty: it is something else.
QString secretName(const QByteArray &value)
{
    constexpr QByteArrayView before = "{{secret:", behind = "}}";
    if (!value.startsWith(before) || !value.endsWith(behind))
        return {};
    return QString::fromUtf8(value.sliced(before.size()).chopped(behind.size()));
}

std::optional<QString> addHeader(const std::string &text, QList<sip::WsSettings::Header> &out, SecretSource &secrets)
{
    auto row = sip::wsHeader(text);
    if (!row)
        return u"--ws-header: %1"_s.arg(row.error().detail);
    const QString name = secretName(row->value);
    if (row->isCredential() && name.isEmpty())
        return u"--ws-header: a %1 does not belong on the command line, where everybody on this machine can read it: write "
               u"\"%1: {{secret:NAME}}\" and set VIATRACE_SECRET_NAME in the environment"_s.arg(QString::fromUtf8(row->name));
    if (!name.isEmpty()) {
        const auto secret = secrets.get(name, u"Secret \"%1\""_s.arg(name));
        if (!secret)
            return u"--ws-header: there is no secret \"%1\""_s.arg(name);
        row->value = secret->toUtf8();
        row->secret = true;
    }
    out.append(*row);
    return std::nullopt;
}

} // namespace

void WsOptions::addTo(CLI::App &command)
{
    const char *how = "WebSocket";
    const auto add = [&command, how](const char *name, std::string &value, const char *text, const char *type) {
        return command.add_option(name, value, text)->type_name(type)->group(how);
    };
    add("--ws-path", path, "What is asked for there (/)", "PATH");
    add("--ws-host", host, "Host of the handshake, instead of that of the URI", "HOST");
    add("--ws-origin", origin, "Origin, as a browser sends it (none)", "URL");
    command.add_option("--ws-protocol", protocols, "Subprotocol to offer (sip); may be repeated; \"\" offers none")
        ->type_name("NAME")
        ->group(how)
        ->allow_extra_args(false);
    command
        .add_option("--ws-header", headers,
                    "'Name: value', one more header of the handshake; may be repeated. Secrets by name:\n"
                    "'Cookie: {{secret:NAME}}' takes VIATRACE_SECRET_NAME")
        ->type_name("HEADER")
        ->group(how)
        ->allow_extra_args(false);
    add("--ws-proxy", proxy, "Through this HTTP proxy (CONNECT), e.g. 192.0.2.1:3128", "HOST:PORT");
    add("--ws-ping", ping, "A Ping after so long without anything, e.g. 30s (never)", "TIME");
    add("--ws-local", local, "What Via and Contact name: invalid, as browsers do (invalid), or address", "WORD")
        ->check(CLI::IsMember({"invalid", "address"}));
}

std::optional<QString> WsOptions::apply(sip::WsSettings &settings, SecretSource &secrets) const
{
    const auto take = [](const std::string &given, QByteArray &value) {
        if (!given.empty())
            value = QByteArray::fromStdString(given);
    };
    take(path, settings.path);
    take(host, settings.host);
    take(origin, settings.origin);
    take(proxy, settings.proxy);
    if (!protocols.empty())
        settings.protocols.clear();
    for (const std::string &one : protocols)
        if (!one.empty())
            settings.protocols.append(QByteArray::fromStdString(one));
    if (!headers.empty())
        settings.headers.clear();
    for (const std::string &one : headers)
        if (auto failure = addHeader(one, settings.headers, secrets))
            return failure;
    if (!local.empty())
        settings.namesAddress = local == "address";
    if (!ping.empty()) {
        const auto every = diag::parseDuration(ping);
        if (!every)
            return u"--ws-ping: %1"_s.arg(every.error().detail);
        settings.pingEvery = *every;
    }
    return sip::wsFlaw(settings);
}

} // namespace cli
