// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "message/stream_framer.h"
#include "transport/http_tunnel.h"
#include "transport/reset_probe.h"
#include "transport/tls_session.h"
#include "transport/transport_context.h"
#include "transport/ws_session.h"

#include <QTcpSocket>

#include <memory>

namespace sip {

/// One TCP connection, ours or the peer's, with TLS or a WebSocket in it or without: queues until it is open, cuts the stream,
/// answers pings, closes when idle, and says once how it ended. Records ConnectionEvent, TlsVerdict, WsHandshake, WsControl,
/// KeepAlive and MessageSent. What is wrong with TLS or with the handshake of the WebSocket is a connection that never opened:
/// nothing that waited is sent.
class StreamConnection final : public QObject {
    Q_OBJECT
public:
    struct Limits {
        Instant connectTimeout = 10s;            ///< with the handshakes of TLS and WebSocket
        Instant idleTimeout = 5min;              ///< without a whole message or keep-alive in either direction
        Instant pongWait = 100ms;                ///< a CRLF alone becomes a pong after this; before, it may be half a ping
        qsizetype unsentSize = 32 * 1024 * 1024; ///< octets held for a peer that does not read
        Instant wsPongWait = 10s;                ///< for the answer to our Ping; then the connection is taken for dead
        StreamFramer::Limits framing;
        qsizetype messageSize() const { return framing.headerSize + framing.bodySize; }
    };
    /// What stands between the socket and SIP, lowest first.
    struct Layers {
        std::optional<Endpoint> proxy;        ///< connected to instead, and asked for the way by HTTP CONNECT
        std::unique_ptr<TlsSession> tls = {}; ///< nullptr: none
        std::unique_ptr<WsSession> ws = {};   ///< nullptr: none, the stream is cut by Content-Length
    };

    /// \param socket  becomes the connection's own; connected when the peer opened it, else fresh
    StreamConnection(TransportContext &context, const Limits &limits, quint32 number, QTcpSocket *socket, Layers layers);
    ~StreamConnection() override;

    /// \param local  as routed, for the trace until the true one is known
    void open(const Endpoint &local, const Endpoint &remote, const TraceContext &trace);
    void accept(); ///< the socket is connected: the peer opened it
    void send(const TraceContext &trace, const Message &message, quint16 sendNumber, quint16 planned);
    void noteReuse(const TraceContext &trace); ///< to be called before send() when the connection was picked for being there
    void close();                              ///< ours; nothing is reported from here on

    bool isOpen() const { return m_state == State::Open; }
    void ping(const TraceContext &trace); ///< only when open; the answer goes to TransportContext::kept
    bool isReceiving() const;             ///< in the middle of a message that goes on
    void endUnanswered(const TraceContext &trace, const TransportError &error); ///< the answer to ping() did not come

    const Path &path() const { return m_path; }
    bool serves(const TransportAddress &target) const; ///< may requests to it go here: is the peer who it is to be

Q_SIGNALS:
    void ended(); ///< for the owner; once

private:
    enum class State : quint8 { Opening, Tunnelling, Securing, Upgrading, Open, Ended }; ///< in this order
    struct Waiting {
        TraceContext trace;
        Message message;
        quint16 sendNumber, planned;
    };

    void becomeConnected(ConnectionEvent::What what);
    void goUp();
    void becomeOpen();
    void startOpenTimer();
    void onOpenTimeout();
    enum class HandshakeEnd { Reset, Closed, TooLate }; ///< what the peer did instead
    bool giveUpHandshake(HandshakeEnd how);
    void readTunnel();
    void readHandshake();
    void readWebSocket();
    void takeWsEvents();
    void takeWsMessage(WsSession::Received received);
    void endOfWebSocket();
    void dropFragments();
    void onPingDue();
    void sendWsPing();
    void recordVerdict();
    void recordHandshake(WsHandshake handshake);
    TransportError tlsError() const;
    TransportError wsError(const QString &problem) const;
    QByteArray takeRaw();
    QByteArray takePlain();
    void readFrames();
    void takeTlsEnd();
    void sayGoodbye(int code);
    void write(const Waiting &item);
    void put(const QByteArray &octets); ///< to the peer, through TLS when that is there
    void flushTls();
    void onError(QAbstractSocket::SocketError error);
    void onIdle();
    void readStream();
    void handle(StreamFramer::Frame frame);
    void endOpening(const TransportError &error);
    void endOpen(ConnectionEvent::What what, const TransportError &error);
    void end();
    void record(ConnectionEvent::What what, const QString &text = {});
    void recordOfTcp(ConnectionEvent::What what, const QString &text = {}); ///< the step below TLS and WebSocket
    Endpoint nextHop() const { return m_proxy.value_or(m_path.remote); }
    void noteActivity() { m_lastActivity = m_context.scheduler.now(); }

    TransportContext &m_context;
    const Limits m_limits;
    QTcpSocket *const m_socket; ///< child
    const std::optional<Endpoint> m_proxy;
    const std::unique_ptr<TlsSession> m_tls; ///< nullptr: plain TCP
    const std::unique_ptr<WsSession> m_ws;   ///< nullptr: no WebSocket
    std::optional<HttpTunnel> m_tunnel;
    QByteArray m_behindTunnel; ///< what came together with the answer of the proxy
    ResetProbe m_resetProbe;
    Path m_path;
    StreamFramer m_framer;
    State m_state = State::Opening;
    TraceContext m_trace; ///< of the last message sent: what connection events belong to
    std::deque<Waiting> m_waiting;
    qsizetype m_waitingSize = 0;
    TransportError m_openingError; ///< why it never opened
    Instant m_lastActivity{}, m_lastHeard{}, m_stepAt{};
    Instant m_pingedAt{};                 ///< by a Ping of the WebSocket
    std::optional<Instant> m_lineEndAt{}; ///< since then a CRLF waits that may be a pong
    bool m_problemTold = false;           ///< a row of the handshake says why it failed
    Scheduler::Ticket m_openTicket = 0, m_saidTicket = 0, m_idleTicket = 0, m_pongTicket = 0, m_pingTicket = 0;
};

} // namespace sip
