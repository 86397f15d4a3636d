// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/endpoint.h"
#include "base/expected.h"
#include "base/instant.h"
#include "base/keep_alive.h"
#include "base/path_mtu.h"
#include "message/message.h"

#include <functional>

namespace sip {

/// Who hears from the transports: the transaction layer. Calls come from the event loop, never from inside a call into the
/// transport.
class TransportUser {
public:
    virtual ~TransportUser() = default;
    /// A whole message came in; message.kind() may be Invalid. The user must record its fate as one MessageReceived event.
    virtual void messageReceived(const Message &message, const Path &path) = 0;
    /// A send failed, or the connection it waited on was lost (R18.4-4). \param context as given to send()
    virtual void sendFailed(const TraceContext &context, const Path &path, const TransportError &error) = 0;
    /// ICMP about an earlier datagram; the user, who knows what it belongs to, records it as one IcmpReceived event.
    /// \param quoted  what the ICMP message quoted of our datagram, from its first octet; may be short or empty
    virtual void icmpReceived(const Path &path, const TransportError &error, const QByteArray &quoted) = 0;
    /// A connection ended; transactions that wait for an answer on it are to be told (R18.4-4).
    virtual void connectionLost(const Path &path, const TransportError &error) = 0;
};

/// What a transport needs from its surroundings, so that tests can do without sockets. Implemented by TransportLayer (sockets)
/// and FakeTransport (tests).
class TransportService {
public:
    virtual ~TransportService() = default;
    virtual void setUser(TransportUser *user) = 0;
    /// Local address and port that our Via and Contact name for requests to \a target (R18.1.1-5): opens what is needed to listen
    /// there. Port 0: nobody can call us there, what we open is the way back (WS, WSS). \return Code::Transport "no route to
    /// ...", Code::Io "port in use"
    virtual Expected<Endpoint> localEndpoint(const TransportAddress &target) = 0;
    /// The largest packet on the way to \a remote, as far as this system knows it. Sends nothing.
    virtual PathMtu pathMtu(const Endpoint &remote) = 0;
    /// Sends one message; opens or reuses a connection when the protocol has them. Failure arrives later through
    /// TransportUser::sendFailed(). \param connection  answer on exactly this connection when it still lives (R18.2.1-1); 0:
    /// choose
    virtual void send(const TraceContext &context, const TransportAddress &target, const Message &message, quint32 connection,
                      quint16 sendNumber, quint16 planned) = 0;

    using Keeping = quint64; ///< never 0
    /// Keeps a flow: pings the peer there and waits for the answer (RFC 5626 4.4), by CRLF, by Ping of a WebSocket, by STUN over
    /// UDP, until stopKeeping(). Each ping and answer is one KeepAlive or WsControl of \a context.
    /// \param failed  called once, from the event loop, when the flow ended for whatever reason; it is kept no more then
    virtual Keeping keepFlow(const TraceContext &context, const Path &flow, const PingInterval &every,
                             std::function<void(const TransportError &)> failed) = 0;
    virtual void stopKeeping(Keeping keeping) = 0; ///< 0 and what is over: nothing
    /// The next request to there opens a connection of its own; this one stays for answers. UDP has no connections: nothing.
    virtual void leaveFlow(const Path &flow) = 0;
};

} // namespace sip
