// SPDX-License-Identifier: GPL-3.0-or-later
#include "request/target.h"

#include "base/words.h"
#include "dns/transport_choice.h"
#include "message/headers.h"
#include "message/parser.h"
#include "message/scan.h"

#include <algorithm>
#include <optional>

namespace sip {
namespace {

QString shown(QByteArrayView text)
{
    return QString::fromUtf8(text);
}

/// "udp:192.0.2.1:5060" taken apart: \a transport is empty when \a target is a URI.
struct TargetText {
    QByteArray transport, hostPort;
};
TargetText takeApart(const QByteArray &target)
{
    const qsizetype colon = target.indexOf(':');
    if (colon < 0)
        return {};
    const QByteArrayView scheme = QByteArrayView(target).first(colon);
    for (const Protocol p : {Protocol::Udp, Protocol::Tcp, Protocol::Tls, Protocol::Ws, Protocol::Wss})
        if (scan::equalsIgnoringCase(scheme, protocolName(p)))
            return {protocolName(p).toByteArray(), target.sliced(colon + 1)};
    return {};
}

/// A host whose last label begins with a letter can be a name (RFC 3261 25.1); "300.1.1.1" cannot.
bool looksLikeName(QByteArrayView host)
{
    if (host.endsWith('.'))
        host.chop(1);
    const QByteArrayView label = host.sliced(host.lastIndexOf('.') + 1);
    const auto isHostChar = [](char c) { return is(c, HostChar) || quint8(c) >= 0x80; };
    return !label.isEmpty() && !is(label.front(), DigitChar) && std::all_of(host.begin(), host.end(), isHostChar);
}

Expected<Protocol> protocolOf(const QByteArray &transport)
{
    if (scan::equalsIgnoringCase(transport, "udp"))
        return Protocol::Udp;
    if (scan::equalsIgnoringCase(transport, "tcp"))
        return Protocol::Tcp;
    if (scan::equalsIgnoringCase(transport, "tls"))
        return Protocol::Tls;
    if (scan::equalsIgnoringCase(transport, "ws"))
        return Protocol::Ws;
    if (scan::equalsIgnoringCase(transport, "wss"))
        return Protocol::Wss;
    return Error{isToken(transport) ? Error::Code::Unsupported : Error::Code::Syntax,
                 Words::tr("\"%1\" is no transport known here; use udp, tcp, tls, ws or wss").arg(shown(transport))};
}

/// \param hostPort  as for endpointOf()
QByteArray hostOf(const QByteArray &hostPort)
{
    const qsizetype colon = hostPort.lastIndexOf(':');
    const bool isPort = colon > hostPort.lastIndexOf(']');
    return isPort ? hostPort.first(colon) : hostPort;
}

/// \param hostPort  "192.0.2.1", "192.0.2.1:5070", "[2001:db8::1]:5060", "localhost:5060"
Expected<Endpoint> endpointOf(const QByteArray &hostPort)
{
    const auto address = Endpoint::parse(hostPort);
    if (address)
        return address;
    const qsizetype colon = hostPort.startsWith('[') ? -1 : hostPort.indexOf(':');
    const QByteArray host = colon < 0 ? hostPort : hostPort.first(colon);
    if (host.compare("localhost", Qt::CaseInsensitive) == 0)
        return Endpoint::parse("127.0.0.1" + hostPort.sliced(host.size()));
    if (host.isEmpty())
        return Error{Error::Code::Syntax, Words::tr("the target names no host; write e.g. udp:192.0.2.1:5060")};
    return address.error();
}

/// Host and port when the host is a name; empty: it is none.
std::optional<std::pair<QByteArray, quint16>> nameOf(const QByteArray &hostPort)
{
    const qsizetype colon = hostPort.indexOf(':');
    const QByteArrayView host = colon < 0 ? QByteArrayView(hostPort) : QByteArrayView(hostPort).first(colon);
    if (!looksLikeName(host) || scan::equalsIgnoringCase(host, "localhost"))
        return std::nullopt;
    bool isNumber = colon < 0;
    const quint16 port = isNumber ? quint16(0) : hostPort.sliced(colon + 1).toUShort(&isNumber);
    if (!isNumber || (colon >= 0 && port == 0))
        return std::nullopt;
    return std::pair(host.toByteArray(), port);
}

/// What decides the way: transport and host as they were written, and where.
struct WayWords {
    QByteArray transport, hostPort;
    QString from;
    QByteArray besideMaddr = {}; ///< the host of the URI, when hostPort is of its maddr
    bool secure = false;         ///< a sips URI
};

Expected<WayWords> wordsOfUri(QByteArrayView text, const QString &from)
{
    if (text.isEmpty())
        return Error{Error::Code::Syntax,
                     Words::tr("there is no target; give a SIP URI, or a next hop such as udp:192.0.2.1:5060")};
    const scan::Uri uri = scan::splitUri(text);
    if (uri.flaw.at)
        return Error{Error::Code::Syntax, from + QLatin1String(": ") + Words::tr(uri.flaw.text), uri.flaw.at - text.begin(),
                     uri.rule};
    if (!uri.isSip)
        return Error{Error::Code::Syntax,
                     Words::tr("%1: a %2: URI does not say where to send; give a target, e.g. udp:192.0.2.1:5060")
                         .arg(from, shown(uri.scheme))};
    const QByteArrayView maddr = scan::uriParam(uri.params, "maddr");
    // Host and port as they stand; those of maddr are put together.
    QByteArray hostPort = scan::between(uri.host.begin(), (uri.port.isNull() ? uri.host : uri.port).end()).toByteArray();
    if (!maddr.isEmpty())
        hostPort = maddr.toByteArray() + (uri.port.isNull() ? QByteArray() : ':' + uri.port.toByteArray());
    //= R8.1.1.2-1
    return WayWords{scan::uriParam(uri.params, "transport").toByteArray(), hostPort, from,
                    maddr.isEmpty() ? QByteArray() : uri.host.toByteArray(), scan::equalsIgnoringCase(uri.scheme, "sips")};
}

QByteArray firstValue(const ComposedRequest &request, HeaderId id)
{
    for (const ComposedRow &row : request.rows)
        if (!row.muted && headerId(row.name) == id)
            return row.value;
    return {};
}

QByteArray topRoute(const ComposedRequest &request)
{
    const QByteArray row = request.raw ? parseMessage(request.rawBytes, Framing::Composed).value(HeaderId::Route)
                                       : firstValue(request, HeaderId::Route);
    const QList<QByteArray> routes = splitList(row);
    return routes.isEmpty() ? QByteArray() : routes.first();
}

QByteArray writtenRequestUri(const ComposedRequest &request)
{
    if (request.raw)
        return parseMessage(request.rawBytes, Framing::Composed).requestUri().toByteArray();
    return effectiveRequestUri(request);
}

Expected<WayWords> decidingWords(const ComposedRequest &request)
{
    const QByteArray target = request.target.trimmed();
    if (const TargetText hop = takeApart(target); !hop.transport.isEmpty())
        return WayWords{hop.transport, hop.hostPort, Words::tr("target of the request")};
    // A target that also serves as the Request-URI leaves the decision to the top Route; one beside a Request-URI is an order.
    const bool order = !target.isEmpty() && (request.raw || !request.requestUri.isEmpty());
    if (order)
        return wordsOfUri(target, Words::tr("target of the request"));
    //= R8.1.1.1-2 the Route rows the user gives are the route set
    //= R8.1.2-1 the top Route, or the Request-URI when that Route is a strict router
    if (const QByteArray route = topRoute(request); !route.isEmpty()) {
        const auto address = parseNameAddr(route);
        if (!address)
            return Error{Error::Code::Syntax, Words::tr("top Route") + QLatin1String(": ") + address.error().detail,
                         address.error().offset, address.error().rule};
        if (!address->uri.param("lr").isNull())
            return wordsOfUri(address->uri.toBytes(), Words::tr("top Route"));
        return wordsOfUri(writtenRequestUri(request),
                          Words::tr("Request-URI (the top Route has no lr: a strict router, RFC 3261 8.1.2)"));
    }
    if (!target.isEmpty())
        return wordsOfUri(target, Words::tr("target of the request"));
    return wordsOfUri(writtenRequestUri(request), QStringLiteral("Request-URI"));
}

/// Drops what a Request-URI must not hold: the headers part and method= (table of RFC 3261 19.1.1).
//= R19.1.5-1
QByteArray asRequestUri(Uri uri, const QByteArray &method)
{
    if (uri.isSip()) {
        uri.clearHeaders();
        uri.removeParam("method");
        //= R10.2-1 a registrar is named without a user
        if (method == "REGISTER")
            uri.setUser({});
    }
    return uri.toBytes();
}

} // namespace

Expected<NextHop> nextHop(const ComposedRequest &request)
{
    const auto words = decidingWords(request);
    if (!words)
        return words.error();
    QString why = words->from;
    QByteArray transport = words->transport;
    //= R8.1.2-2 sips means TLS on every hop, whatever the Route says
    const bool secure = words->secure || isSipsUri(writtenRequestUri(request));
    if (secure) {
        const QByteArray asked = (request.transport.isEmpty() ? transport : request.transport).toLower();
        const bool web = asked == "ws" || asked == "wss";
        if (!asked.isEmpty() && !web && asked != "tcp" && asked != "tls")
            return Error{
                Error::Code::Unsupported,
                Words::tr("%1: a sips URI means TLS, and %2 is something else; leave the transport out, or use a sip: URI")
                    .arg(words->from, shown(asked)),
                -1, "R8.1.2-2"};
        transport = web ? "wss" : "tls";
        why += QLatin1String("; ") + Words::tr("sips: TLS (RFC 3261 26.2.2)");
    } else if (!request.transport.isEmpty()) {
        transport = request.transport;
        why += QLatin1String("; ") + Words::tr("%1 by the transport setting").arg(shown(transport));
    }
    const bool given = !transport.isEmpty();
    if (const auto name = nameOf(words->hostPort)) {
        const auto protocol = transport.isEmpty() ? Expected<Protocol>(Protocol::Udp) : protocolOf(transport);
        if (!protocol)
            return protocol.error();
        NextHop hop{
            {*protocol, {}}, {}, given, why + QLatin1String("; ") + Words::tr("a name, looked up when it is sent (RFC 3263)")};
        hop.address.remote.port = name->second;
        const bool byMaddr = !words->besideMaddr.isEmpty();
        hop.words = {.host = byMaddr ? words->besideMaddr : name->first,
                     .maddr = byMaddr ? name->first : QByteArray(),
                     .port = name->second,
                     .transport = transport == "tls" && secure ? QByteArray() : transport.toLower(),
                     .sips = secure,
                     .source = words->from};
        return hop;
    }
    if (transport.isEmpty()) {
        transport = "udp";
        why += QLatin1String("; ") + Words::tr("no transport given and the host is an IP address: UDP (RFC 3263 4.1)");
    }
    const auto protocol = protocolOf(transport);
    if (!protocol)
        return protocol.error();
    auto remote = endpointOf(words->hostPort);
    if (!remote)
        return remote.error();
    if (!remote->port) {
        remote->port = defaultPort(*protocol);
        why += QLatin1String("; ") + Words::tr("no port given: %1 (RFC 3263 4.2)").arg(remote->port);
    }
    NextHop hop{{*protocol, *remote}, {}, given, why};
    dress(hop.address, words->besideMaddr.isEmpty() ? hostOf(words->hostPort) : words->besideMaddr, request);
    return hop;
}

//= R5922.7.3-1
void dress(TransportAddress &target, const QByteArray &domain, const ComposedRequest &request)
{
    if (isSecured(target.protocol) || isWebSocket(target.protocol))
        target.domain = domain;
    if (isSecured(target.protocol) && request.tls != TlsSettings())
        target.tls = std::make_shared<const TlsSettings>(request.tls);
    if (isWebSocket(target.protocol) && request.ws != WsSettings())
        target.ws = std::make_shared<const WsSettings>(request.ws);
}

QByteArray NextHop::text() const
{
    if (!isName())
        return protocolName(address.protocol).toByteArray() + ':' + address.remote.text();
    const QByteArray transport = words.transport.isEmpty() ? QByteArray() : words.transport + ':';
    const QByteArray port = words.port ? ':' + QByteArray::number(words.port) : QByteArray();
    return transport + targetOf(words) + port;
}

const QList<Protocol> &supportedTransports()
{
    static const QList<Protocol> all{Protocol::Udp, Protocol::Tcp, Protocol::Tls, Protocol::Ws, Protocol::Wss};
    return all;
}

//= R8.1.1.1-1
//= R10.2.6-1 the To of a registration, that is its address-of-record, names the registrar
QByteArray effectiveRequestUri(const ComposedRequest &request)
{
    if (!request.requestUri.isEmpty())
        return request.requestUri;
    const QByteArray target = request.target.trimmed();
    const TargetText hop = takeApart(target);
    if (hop.transport.isEmpty() && !target.isEmpty())
        if (const auto uri = Uri::parse(target))
            return asRequestUri(*uri, request.method);
    if (const auto to = parseNameAddr(firstValue(request, HeaderId::To)))
        return asRequestUri(to->uri, request.method);
    if (hop.transport.isEmpty() || hop.hostPort.isEmpty())
        return {};
    const QByteArray transport = hop.transport == "wss" ? QByteArray("ws") : hop.transport; // as uriTransport()
    return "sip:" + hop.hostPort + (transport == "udp" ? "" : ";transport=" + transport);
}

} // namespace sip
