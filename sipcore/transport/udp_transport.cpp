// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/udp_transport.h"

#include "message/parser.h"
#include "transport/transport_errors.h"

#include <algorithm>

namespace sip {
namespace {

constexpr qsizetype MaxKeepAliveSize = 4;

/// CRLF or CRLFCRLF, as many phones send to keep a NAT open, or nothing at all.
bool isKeepAlive(QByteArrayView datagram)
{
    return datagram.size() <= MaxKeepAliveSize &&
           std::all_of(datagram.begin(), datagram.end(), [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
}

} // namespace

UdpTransport::~UdpTransport()
{
    closeAll();
}

Expected<Endpoint> UdpTransport::listen(const Endpoint &local)
{
    std::unique_ptr<UdpSocket, QScopedPointerDeleteLater> socket(new UdpSocket(*this, m_context.scheduler));
    const Expected<Endpoint> bound = socket->bind(local);
    if (bound)
        m_sockets.push_back(std::move(socket));
    return bound;
}

void UdpTransport::stopListening(const Endpoint &local)
{
    std::erase_if(m_sockets, [&](const auto &socket) {
        if (socket->local() == local)
            socket->close();
        return socket->local() == local;
    });
}

std::optional<Endpoint> UdpTransport::listener(const Endpoint &address) const
{
    const UdpSocket *any = nullptr;
    for (const auto &socket : m_sockets) {
        if (socket->local().address == address.address)
            return socket->local();
        if (socket->local().isAny())
            any = socket.get();
    }
    return any ? std::optional(any->local()) : std::nullopt;
}

void UdpTransport::send(const TraceContext &trace, const Endpoint &local, const Endpoint &remote, const Message &message,
                        quint16 sendNumber, quint16 planned)
{
    const Path path = pathOf(local, remote);
    const auto socket =
        std::find_if(m_sockets.cbegin(), m_sockets.cend(), [&](const auto &each) { return each->local() == local; });
    if (socket == m_sockets.cend())
        return;
    if (auto error = (*socket)->send(message.wire(), remote))
        m_context.fail(trace, path, std::move(*error));
    else if (m_context.recorder.isActive())
        m_context.recorder.record(trace, MessageSent{message, path, sendNumber, planned, mtuFor(message, remote)});
}

std::optional<Endpoint> UdpTransport::heardOn(const Endpoint &remote) const
{
    const auto found = m_heard.constFind(remote);
    return found != m_heard.cend() ? std::optional(*found) : std::nullopt;
}

void UdpTransport::closeAll()
{
    for (const auto &socket : m_sockets)
        socket->close();
    m_sockets.clear();
    m_heard.clear();
}

//= R18.1.1-6 an answer may come from any source
void UdpTransport::datagramReceived(const UdpSocket &socket, QByteArray datagram, const Endpoint &from)
{
    if (m_heard.size() >= HeardKept)
        m_heard.clear();
    m_heard.insert(from, socket.local());
    const Path path = pathOf(socket.local(), from);
    if (isKeepAlive(datagram))
        m_context.recorder.record({}, KeepAlive{path, true, true});
    else
        m_context.deliver(parseMessage(std::move(datagram)), path);
}

void UdpTransport::datagramRefused(const UdpSocket &socket, const QueuedError &queued)
{
    const Path path = pathOf(socket.local(), queued.destination);
    if (queued.info > 0)
        m_context.mtus.forget(queued.destination);
    if (m_context.user)
        m_context.user->icmpReceived(path, icmpError(queued), queued.quoted);
}

/// Asked for messages only that may need more than one packet.
int UdpTransport::mtuFor(const Message &message, const Endpoint &remote)
{
    constexpr qsizetype alwaysFits = 508; // the 576 octets that every path takes (RFC 791), with the longest header
    return message.wire().size() <= alwaysFits ? 0 : m_context.mtus.to(remote, m_context.scheduler.now()).octets;
}

/// A socket on any address sends from the address that the route gives.
Path UdpTransport::pathOf(const Endpoint &local, const Endpoint &remote)
{
    Path path{Protocol::Udp, local, remote, 0};
    if (!local.isAny())
        return path;
    if (const Expected<Endpoint> routed = m_context.routes.localAddress(remote, m_context.scheduler.now())) {
        path.local = *routed;
        path.local.port = local.port;
    }
    return path;
}

} // namespace sip
