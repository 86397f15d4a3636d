// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transport/stun_binding.h"
#include "transport/transport_context.h"
#include "transport/udp_socket.h"

#include <memory>
#include <vector>

namespace sip {

/// SIP over UDP: one socket per local address; with STUN on the same sockets, asked and answered (RFC 5626 4.4.2).
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
    bool isOpen(const Path &flow) const { return socketOf(flow.local) != nullptr; }
    void ping(const TraceContext &trace, const Path &flow, int copy); ///< asks by STUN; the answer goes to TransportContext::kept
    void release(const Path &flow);                                   ///< no more pings
    void closeAll();

private:
    /// What is asked on a flow that is kept.
    struct Asked {
        QByteArray id;                  ///< of the request that was sent last
        std::optional<Endpoint> mapped; ///< as the first answer said
    };
    void datagramReceived(UdpSocket &socket, QByteArray datagram, const Endpoint &from) override;
    void datagramRefused(const UdpSocket &socket, const QueuedError &error) override;
    void takeStun(UdpSocket &socket, const QByteArray &datagram, const Path &path);
    void answerStun(UdpSocket &socket, const StunBinding &request, qsizetype size, KeepAlive asked);
    void takeStunAnswer(const StunBinding &answer, KeepAlive event);
    UdpSocket *socketOf(const Endpoint &local) const; ///< that sends from there; nullptr: none
    Path pathOf(const Endpoint &local, const Endpoint &remote);
    int mtuFor(const Message &message, const Endpoint &remote);

    /// Remotes remembered in m_heard; with more, all are forgotten.
    static constexpr qsizetype HeardKept = 4096;

    TransportContext &m_context;
    std::vector<std::unique_ptr<UdpSocket, QScopedPointerDeleteLater>> m_sockets;
    QHash<Endpoint, Endpoint> m_heard;                   ///< remote -> local, by messages of SIP
    QHash<std::pair<Endpoint, Endpoint>, Asked> m_asked; ///< by the ends of the flow, local first
};

} // namespace sip
