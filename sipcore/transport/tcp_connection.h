// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "message/stream_framer.h"
#include "transport/reset_probe.h"
#include "transport/transport_context.h"

#include <QTcpSocket>

namespace sip {

/// One TCP connection, ours or the peer's: queues until it is open, cuts the stream, answers pings, closes when idle, and says
/// once how it ended. Records ConnectionEvent, KeepAlive and MessageSent.
class TcpConnection final : public QObject {
    Q_OBJECT
public:
    struct Limits {
        Instant connectTimeout = 10s;
        Instant idleTimeout = 5min;              ///< without a whole message or keep-alive in either direction
        Instant pongWait = 100ms;                ///< a CRLF alone becomes a pong after this; before, it may be half a ping
        qsizetype unsentSize = 32 * 1024 * 1024; ///< octets held for a peer that does not read
        StreamFramer::Limits framing;
    };

    /// \param socket  becomes the connection's own; connected when the peer opened it, else fresh
    TcpConnection(TransportContext &context, const Limits &limits, quint32 number, QTcpSocket *socket);
    ~TcpConnection() override;

    /// \param local  as routed, for the trace until the true one is known
    void open(const Endpoint &local, const Endpoint &remote, const TraceContext &trace);
    void accept(); ///< the socket is connected: the peer opened it
    void send(const TraceContext &trace, const Message &message, quint16 sendNumber, quint16 planned);
    void noteReuse(const TraceContext &trace); ///< to be called before send() when the connection was picked for being there
    void close();                              ///< ours; nothing is reported from here on

    const Path &path() const { return m_path; }

Q_SIGNALS:
    void ended(); ///< for the owner; once

private:
    enum class State : quint8 { Opening, Open, Ended };
    struct Waiting {
        TraceContext trace;
        Message message;
        quint16 sendNumber, planned;
    };

    void becomeOpen(ConnectionEvent::What what);
    void write(const Waiting &item);
    void onError(QAbstractSocket::SocketError error);
    void onIdle();
    void readStream();
    void handle(StreamFramer::Frame frame);
    void endOpening(const TransportError &error);
    void endOpen(ConnectionEvent::What what, const TransportError &error);
    void end();
    void record(ConnectionEvent::What what, const QString &text = {});
    void noteActivity() { m_lastActivity = m_context.scheduler.now(); }

    TransportContext &m_context;
    const Limits m_limits;
    QTcpSocket *const m_socket; ///< child
    ResetProbe m_resetProbe;
    Path m_path;
    StreamFramer m_framer;
    State m_state = State::Opening;
    TraceContext m_trace; ///< of the last message sent: what connection events belong to
    std::deque<Waiting> m_waiting;
    qsizetype m_waitingSize = 0;
    TransportError m_openingError; ///< why it never opened
    Instant m_lastActivity{};
    Scheduler::Ticket m_openTicket = 0, m_idleTicket = 0, m_pongTicket = 0;
};

} // namespace sip
