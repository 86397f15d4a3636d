// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/ws_settings.h"

#include "base/words.h"

#include <algorithm>

namespace sip {
namespace {

/// RFC 9110 5.6.2.
bool isToken(QByteArrayView text)
{
    constexpr QByteArrayView marks = "!#$%&'*+-.^_`|~";
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [&](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || marks.contains(c);
    });
}

bool hasControls(QByteArrayView text)
{
    return std::any_of(text.begin(), text.end(), [](char c) { return (quint8(c) < 0x20 && c != '\t') || c == 0x7f; });
}

bool hasSpaces(QByteArrayView text)
{
    return hasControls(text) || text.contains(' ') || text.contains('\t');
}

QString quoted(QByteArrayView text)
{
    return QLatin1Char('"') + QString::fromUtf8(text).simplified() + QLatin1Char('"');
}

/// The rows that the handshake itself is made of.
bool isOwn(const QByteArray &name)
{
    static const QList<QByteArray> own{"host",
                                       "upgrade",
                                       "connection",
                                       "sec-websocket-key",
                                       "sec-websocket-version",
                                       "sec-websocket-protocol",
                                       "sec-websocket-extensions",
                                       "content-length",
                                       "transfer-encoding"};
    return own.contains(name.toLower());
}

/// Of cookies their names stay, of credentials their scheme.
QByteArray masked(const WsSettings::Header &row)
{
    const QByteArray mask = "***";
    if (!row.isCredential())
        return mask;
    if (row.name.compare("Cookie", Qt::CaseInsensitive) != 0)
        return row.value.left(qMax<qsizetype>(0, row.value.indexOf(' ') + 1)) + mask;
    QList<QByteArray> cookies = row.value.split(';');
    for (QByteArray &one : cookies)
        one = one.left(one.indexOf('=') + 1).trimmed() + mask;
    return cookies.join("; ");
}

} // namespace

bool WsSettings::Header::isCredential() const
{
    static const QList<QByteArray> names{"cookie", "authorization", "proxy-authorization"};
    return names.contains(name.toLower());
}

WsSettings withoutSecrets(WsSettings settings)
{
    for (WsSettings::Header &row : settings.headers)
        if (row.secret || row.isCredential())
            row.value = masked(row);
    return settings;
}

std::optional<QString> wsFlaw(const WsSettings &settings)
{
    if (!settings.path.startsWith('/') || hasSpaces(settings.path) || settings.path.contains('#'))
        return Words::tr("the WebSocket path %1 is none: it begins with / and has neither spaces nor #")
            .arg(quoted(settings.path));
    if (hasSpaces(settings.host))
        return Words::tr("the WebSocket host %1 has a space in it").arg(quoted(settings.host));
    if (hasSpaces(settings.origin))
        return Words::tr("the WebSocket origin %1 has a space in it").arg(quoted(settings.origin));
    for (const QByteArray &one : settings.protocols)
        if (!isToken(one))
            return Words::tr("the WebSocket subprotocol %1 is no token").arg(quoted(one));
    for (const WsSettings::Header &row : settings.headers) {
        if (!isToken(row.name) || hasControls(row.value))
            return Words::tr("the WebSocket header %1 cannot be written").arg(quoted(row.name));
        if (isOwn(row.name))
            return Words::tr("%1 is written by the WebSocket handshake itself").arg(quoted(row.name));
    }
    if (!settings.proxy.isEmpty() && !wsProxy(settings))
        return Words::tr("the proxy %1 is no address with a port, e.g. 192.0.2.1:3128").arg(quoted(settings.proxy));
    return std::nullopt;
}

std::optional<Endpoint> wsProxy(const WsSettings &settings)
{
    constexpr QByteArrayView here = "localhost:";
    const bool isHere =
        QByteArrayView(settings.proxy).first(qMin(here.size(), settings.proxy.size())).compare(here, Qt::CaseInsensitive) == 0;
    const auto proxy = Endpoint::parse(isHere ? "127.0.0.1:" + settings.proxy.sliced(here.size()) : settings.proxy);
    return proxy && proxy->port != 0 ? std::optional(*proxy) : std::nullopt;
}

Expected<WsSettings::Header> wsHeader(QByteArrayView text)
{
    const qsizetype colon = text.indexOf(':');
    const WsSettings::Header row{text.first(qMax<qsizetype>(0, colon)).toByteArray(),
                                 text.sliced(colon + 1).trimmed().toByteArray()};
    WsSettings trial;
    trial.headers = {row};
    if (const auto flaw = wsFlaw(trial); colon < 1 || flaw)
        return Error{Error::Code::Syntax, colon < 1 ? Words::tr("a WebSocket header is written \"Name: value\"") : *flaw};
    return row;
}

} // namespace sip
