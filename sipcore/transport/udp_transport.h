// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transport/transport_context.h"
#include "transport/udp_socket.h"

#include <memory>
#include <vector>

namespace sip {

/// SIP over UDP: one socket per local address.
class UdpTransport final : private UdpSocket::Receiver {
public:
    explicit UdpTransport(TransportContext &context) : m_context(context) {}
    ~UdpTransport() override;

    Expected<Endpoint> listen(const Endpoint &local);
    void stopListening(const Endpoint &local);
    /// \return the bound endpoint that has this address, or any address; empty: none
    std::optional<Endpoint> listener(const Endpoint &address) const;

    /// \param local  one of the bound endpoints
    void send(const TraceContext &trace, const Endpoint &local, const Endpoint &remote, const Message &message,
              quint16 sendNumber, quint16 planned);
    /// The bound endpoint that heard from \a remote last: what an answer is to be sent from. Empty: never heard of.
    std::optional<Endpoint> heardOn(const Endpoint &remote) const;
    void closeAll();

private:
    void datagramReceived(const UdpSocket &socket, QByteArray datagram, const Endpoint &from) override;
    void datagramRefused(const UdpSocket &socket, const QueuedError &error) override;
    Path pathOf(const Endpoint &local, const Endpoint &remote);
    int mtuFor(const Message &message, const Endpoint &remote);

    /// Remotes remembered in m_heard; with more, all are forgotten.
    static constexpr qsizetype HeardKept = 4096;

    TransportContext &m_context;
    std::vector<std::unique_ptr<UdpSocket, QScopedPointerDeleteLater>> m_sockets;
    QHash<Endpoint, Endpoint> m_heard; ///< remote -> local
};

} // namespace sip
