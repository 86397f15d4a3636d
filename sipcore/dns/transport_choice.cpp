// SPDX-License-Identifier: GPL-3.0-or-later
#include "dns/transport_choice.h"

#include "base/words.h"

#include <algorithm>

namespace sip {

namespace {

struct Service {
    Protocol protocol;
    QByteArrayView transport, srv, naptr;
};
constexpr Service services[] = {
    {Protocol::Udp, "udp", "_sip._udp", "SIP+D2U"},   {Protocol::Tcp, "tcp", "_sip._tcp", "SIP+D2T"},
    {Protocol::Tls, "tls", "_sips._tcp", "SIPS+D2T"}, {Protocol::Ws, "ws", "_sip._ws", "SIP+D2W"},
    {Protocol::Wss, "wss", "_sips._ws", "SIPS+D2W"},
};

/// sips means TLS on this hop, whatever the parameter says about what is below it.
Protocol secured(Protocol protocol)
{
    return protocol == Protocol::Ws ? Protocol::Wss : protocol == Protocol::Tcp ? Protocol::Tls : protocol;
}

} // namespace

//= R3263.4-1
QByteArray targetOf(const TargetWords &words)
{
    return words.maddr.isEmpty() ? words.host : words.maddr;
}

std::optional<Endpoint> numericHost(QByteArrayView host)
{
    if (host.compare("localhost", Qt::CaseInsensitive) == 0)
        return *Endpoint::parse("127.0.0.1");
    const bool bare = host.contains(':') && !host.startsWith('[');
    const auto address = Endpoint::parse(bare ? '[' + host.toByteArray() + ']' : host.toByteArray());
    return address && address->port == 0 ? std::optional(*address) : std::nullopt;
}

Expected<TransportChoice> chooseTransport(const TargetWords &words)
{
    //= R3263.4.1-1
    if (!words.transport.isEmpty()) {
        const auto named = std::find_if(std::begin(services), std::end(services), [&words](const Service &one) {
            return words.transport.compare(one.transport, Qt::CaseInsensitive) == 0;
        });
        if (named == std::end(services))
            return Error{Error::Code::Unsupported,
                         Words::tr("\"%1\" is no transport known here; use udp or tcp").arg(QString::fromUtf8(words.transport))};
        if (words.sips && named->protocol == Protocol::Udp)
            return Error{Error::Code::Unsupported, Words::tr("sips needs TLS, which there is not over UDP"), -1, "R8.1.2-2"};
        const Protocol protocol = words.sips ? secured(named->protocol) : named->protocol;
        return TransportChoice{
            protocol,
            {Words::tr("%1 is given: %2").arg(QString::fromUtf8(words.transport), QString::fromLatin1(viaName(protocol))),
             "R3263.4.1-1"}};
    }
    //= R3263.4.1-2
    const bool numeric = numericHost(targetOf(words)).has_value();
    if (!numeric && words.port == 0)
        return TransportChoice{};
    const Protocol protocol = words.sips ? Protocol::Tls : Protocol::Udp;
    const QString reason = numeric ? Words::tr("no transport given and the host is an IP address: %1")
                                   : Words::tr("no transport given and the port is: %1");
    return TransportChoice{protocol, {reason.arg(QString::fromLatin1(viaName(protocol))), "R3263.4.1-2"}};
}

QByteArray srvPrefix(Protocol protocol)
{
    const auto found = std::find_if(std::begin(services), std::end(services),
                                    [protocol](const Service &one) { return one.protocol == protocol; });
    return found->srv.toByteArray();
}

std::optional<Protocol> naptrService(QByteArrayView service)
{
    const auto found = std::find_if(std::begin(services), std::end(services), [service](const Service &one) {
        return service.compare(one.naptr, Qt::CaseInsensitive) == 0;
    });
    return found == std::end(services) ? std::nullopt : std::optional(found->protocol);
}

} // namespace sip
