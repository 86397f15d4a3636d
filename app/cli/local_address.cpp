// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/local_address.h"

#include "request/target.h"

#include <QTcpServer>
#include <QUdpSocket>

namespace cli {

std::optional<sip::Endpoint> freeLocalEndpoint(const sip::ComposedRequest &request)
{
    const auto hop = sip::nextHop(request);
    if (!hop)
        return std::nullopt;
    // Connecting a UDP socket sends nothing: the system only looks up its routes.
    QUdpSocket route;
    route.connectToHost(hop->address.remote.hostAddress(), hop->address.remote.port ? hop->address.remote.port : 5060);
    const QHostAddress address = route.localAddress();
    if (route.state() != QAbstractSocket::ConnectedState || address.isNull())
        return std::nullopt;
    constexpr int attempts = 20; // a port may be free for one protocol and taken for the other
    for (int i = 0; i < attempts; ++i) {
        QTcpServer tcp;
        if (!tcp.listen(address, 0))
            return std::nullopt;
        QUdpSocket udp;
        if (udp.bind(address, tcp.serverPort(), QAbstractSocket::DontShareAddress))
            return sip::Endpoint::of(address, tcp.serverPort());
    }
    return std::nullopt;
}

} // namespace cli
