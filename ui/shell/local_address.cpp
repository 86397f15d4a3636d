// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/local_address.h"

#include <QHostAddress>
#include <QUdpSocket>

namespace ui {

sip::Endpoint localAddressFor(const sip::TransportAddress &target)
{
    static sip::Endpoint lastRemote, lastLocal;
    if (target.remote == lastRemote)
        return lastLocal; // asked again on every key press
    QUdpSocket socket;    // connecting a datagram socket only picks the route
    socket.connectToHost(target.remote.hostAddress(), target.remote.port);
    lastRemote = target.remote;
    lastLocal = socket.localAddress().isNull() ? sip::Endpoint() : sip::Endpoint::of(socket.localAddress(), 0);
    return lastLocal;
}

} // namespace ui
