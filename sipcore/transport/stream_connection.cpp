// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/stream_connection.h"

#include "base/words.h"
#include "message/parser.h"
#include "transport/transport_errors.h"

#include <QNetworkProxy>

namespace sip {
namespace {

constexpr int wsNormalClosure = 1000, wsGoingAway = 1001;
constexpr qint64 ReadBufferSize = 256 * 1024; // per wake-up; the rest waits in the system and slows the peer down

} // namespace

StreamConnection::StreamConnection(TransportContext &context, const Limits &limits, quint32 number, QTcpSocket *socket,
                                   Layers layers)
    : m_context(context), m_limits(limits), m_socket(socket), m_proxy(layers.proxy), m_tls(std::move(layers.tls)),
      m_ws(std::move(layers.ws)), m_framer(limits.framing)
{
    if (m_ws)
        m_path.protocol = m_tls ? Protocol::Wss : Protocol::Ws;
    else
        m_path.protocol = m_tls ? Protocol::Tls : Protocol::Tcp;
    m_path.connection = number;
    m_socket->setParent(this);
    m_socket->setProxy(QNetworkProxy::NoProxy);
    m_socket->setReadBufferSize(ReadBufferSize);
    connect(m_socket, &QTcpSocket::readyRead, this, &StreamConnection::readStream);
    connect(m_socket, &QTcpSocket::errorOccurred, this, &StreamConnection::onError);
    connect(m_socket, &QTcpSocket::connected, this, [this] { becomeConnected(ConnectionEvent::What::Open); });
}

StreamConnection::~StreamConnection()
{
    end();
}

//= R18.1.1-8
bool StreamConnection::serves(const TransportAddress &target) const
{
    if (m_state == State::Ended || target.remote != m_path.remote)
        return false;
    if (m_ws && !m_ws->settings()) // the peer opened it
        return target.domain.isEmpty();
    static const WsSettings usualWs;
    if (m_ws && (target.ws ? *target.ws : usualWs) != *m_ws->settings())
        return false;
    if (!m_tls)
        return true;
    // Nobody knows who opened it; only who names nobody may answer there.
    if (m_tls->verdict().byPeer)
        return target.domain.isEmpty();
    static const TlsSettings usual;
    return (target.tls ? *target.tls : usual) == m_tls->context().settings() && m_tls->isGoodFor(target.domain);
}

void StreamConnection::send(const TraceContext &trace, const Message &message, quint16 sendNumber, quint16 planned)
{
    if (m_state == State::Ended) { // the system refused within open()
        m_context.fail(trace, m_path, m_openingError);
        return;
    }
    const qsizetype held = m_waitingSize + m_socket->bytesToWrite();
    if (held + message.wire().size() > m_limits.unsentSize) {
        TransportError error;
        error.text = Words::tr("%1 does not read: %2 octets wait to be sent already")
                         .arg(QString::fromLatin1(m_path.remote.text()))
                         .arg(held);
        m_context.fail(trace, m_path, std::move(error));
        return;
    }
    m_trace = trace;
    if (m_state == State::Open) {
        write({trace, message, sendNumber, planned});
        return;
    }
    m_waitingSize += message.wire().size();
    m_waiting.push_back({trace, message, sendNumber, planned});
}

void StreamConnection::noteReuse(const TraceContext &trace)
{
    if (m_state == State::Open && trace.transaction != m_trace.transaction)
        m_context.recorder.record(trace, ConnectionEvent{ConnectionEvent::What::Reused, m_path, {}});
}

void StreamConnection::write(const Waiting &item)
{
    if (m_ws && m_ws->state() != WsSession::State::Open) // its end was read together with what is answered
        return m_context.fail(item.trace, m_path, wsError(m_ws->problem()));
    noteActivity();
    if (m_ws) {
        m_ws->write(item.message.wire());
        put(m_ws->takeOutput());
    } else {
        put(item.message.wire());
    }
    if (m_context.recorder.isActive())
        m_context.recorder.record(item.trace, MessageSent{item.message, m_path, item.sendNumber, item.planned});
}

void StreamConnection::put(const QByteArray &octets)
{
    if (octets.isEmpty())
        return;
    if (!m_tls) {
        m_socket->write(octets);
        return;
    }
    m_tls->write(octets);
    flushTls();
}

void StreamConnection::flushTls()
{
    if (const QByteArray octets = m_tls->takeOutput(); !octets.isEmpty())
        m_socket->write(octets);
}

void StreamConnection::readStream()
{
    // What follows the end of one step may be there already.
    if (m_state == State::Tunnelling)
        readTunnel();
    if (m_state == State::Securing)
        readHandshake();
    if (m_ws && (m_state == State::Upgrading || m_state == State::Open))
        readWebSocket();
    else if (m_state == State::Open)
        readFrames();
}

/// What came, as it stands on the wire; behind a tunnel, when there is one.
QByteArray StreamConnection::takeRaw()
{
    return m_behindTunnel.isEmpty() ? m_socket->readAll() : std::exchange(m_behindTunnel, {}) + m_socket->readAll();
}

/// What came, without TLS.
QByteArray StreamConnection::takePlain()
{
    if (!m_tls)
        return takeRaw();
    m_tls->feed(takeRaw());
    flushTls();
    return m_tls->takePlain();
}

void StreamConnection::readFrames()
{
    m_context.scheduler.cancel(std::exchange(m_pongTicket, 0));
    m_lastHeard = m_context.scheduler.now();
    m_framer.feed(takePlain());
    while (m_state == State::Open) {
        std::optional<StreamFramer::Frame> frame = m_framer.next();
        if (!frame)
            break;
        handle(std::move(*frame));
    }
    constexpr qsizetype lineEndSize = 2;
    if (m_state == State::Open && m_framer.pending() == lineEndSize) {
        m_lineEndAt = m_lineEndAt.value_or(m_context.scheduler.now());
        m_pongTicket = m_context.scheduler.at(m_context.scheduler.now() + m_limits.pongWait, [this] {
            m_pongTicket = 0;
            if (auto pong = m_framer.takePong())
                handle(std::move(*pong));
        });
    }
    takeTlsEnd();
}

/// TLS may have ended with what was read.
void StreamConnection::takeTlsEnd()
{
    if (m_state != State::Open || !m_tls)
        return;
    if (m_tls->state() == TlsSession::State::Failed)
        endOpen(ConnectionEvent::What::Failed, tlsError());
    else if (m_tls->state() == TlsSession::State::Closed)
        endOpen(ConnectionEvent::What::ClosedByPeer,
                connectionEndError(QAbstractSocket::RemoteHostClosedError, false, m_path.remote, {}));
}

void StreamConnection::handle(StreamFramer::Frame frame)
{
    using Kind = StreamFramer::Frame::Kind;
    noteActivity();
    const Instant since = std::exchange(m_lineEndAt, {}).value_or(m_lastActivity);
    switch (frame.kind) {
    case Kind::Message: m_context.deliver(parseMessage(std::move(frame.bytes), Framing::Stream), m_path); break;
    case Kind::Ping:
        m_context.recorder.record({}, KeepAlive{m_path, true, true});
        if (!m_context.answersPings)
            break;
        put("\r\n");
        m_context.recorder.record({}, KeepAlive{m_path, false, false});
        break;
    case Kind::Pong: {
        const auto answer = m_context.kept.answered(m_path, since).value_or(KeptFlows::Answer());
        m_context.recorder.record(answer.context, KeepAlive{.path = m_path, .ping = false, .roundTrip = answer.roundTrip});
        break;
    }
    case Kind::Broken: {
        m_context.deliver(parseMessage(std::move(frame.bytes), Framing::Stream), m_path);
        TransportError error;
        error.cause = LocalCause::Reset;
        error.byUs = true;
        error.text = Words::tr("closed, the stream from %1 cannot be cut into messages: %2")
                         .arg(QString::fromLatin1(m_path.remote.text()), frame.error.detail);
        endOpen(ConnectionEvent::What::ClosedByUs, error);
        break;
    }
    }
}

void StreamConnection::onError(QAbstractSocket::SocketError socketError)
{
    const QString systemText = m_socket->errorString();
    if (m_state == State::Opening) {
        endOpening(connectError(socketError, nextHop(), systemText));
        return;
    }
    const bool reset = m_resetProbe.wasReset();
    readStream(); // what came before the end
    if (giveUpHandshake(reset ? HandshakeEnd::Reset : HandshakeEnd::Closed))
        return;
    const bool byPeer = socketError == QAbstractSocket::RemoteHostClosedError && !reset;
    TransportError error = connectionEndError(socketError, reset, m_path.remote, systemText);
    if (m_ws)
        error.text = Words::tr("%1 without a Close of the WebSocket").arg(error.text);
    endOpen(byPeer ? ConnectionEvent::What::ClosedByPeer : ConnectionEvent::What::Reset, error);
}

void StreamConnection::onIdle()
{
    m_idleTicket = 0;
    const Instant now = m_context.scheduler.now(), due = m_lastActivity + m_limits.idleTimeout;
    const bool kept = m_context.kept.isKept(m_path);
    if (kept || now < due) {
        m_idleTicket = m_context.scheduler.at(kept ? now + m_limits.idleTimeout : due, [this] { onIdle(); });
        return;
    }
    TransportError error;
    error.cause = LocalCause::Reset;
    error.byUs = true;
    error.text = Words::tr("closed after %1 s without a message").arg(double(m_limits.idleTimeout.count()) / 1e6);
    endOpen(ConnectionEvent::What::ClosedByUs, error);
}

//= R18.4-4 whoever waits on this connection learns at once
void StreamConnection::endOpen(ConnectionEvent::What what, const TransportError &error)
{
    if (m_state != State::Open)
        return;
    if (m_framer.takePong())
        m_context.recorder.record({}, KeepAlive{m_path, true, false});
    // Half a message is shown too: it often tells why the peer gave up.
    if (const QByteArray rest = m_framer.takePending(); !rest.isEmpty())
        m_context.deliver(parseMessage(rest, Framing::Stream), m_path);
    if (m_ws)
        dropFragments();
    if (m_state != State::Open) // closed by the user meanwhile
        return;
    if (what == ConnectionEvent::What::ClosedByUs)
        sayGoodbye(wsNormalClosure);
    record(what, error.text);
    m_context.later([path = m_path, error](TransportUser &user) { user.connectionLost(path, error); });
    m_context.kept.ended(m_path, error);
    end();
}

//= R5626.3.5.1-1
//= R7118.6-1
void StreamConnection::ping(const TraceContext &trace)
{
    m_trace = trace; // whoever keeps it is to see what becomes of it
    if (!m_ws) {
        put("\r\n\r\n");
        m_context.recorder.record(trace, KeepAlive{m_path, false, true});
    } else if (!m_ws->awaitsPong()) { // else the answer to that one will do
        sendWsPing();
    }
}

bool StreamConnection::isReceiving() const
{
    return m_framer.pending() > 0 && m_context.scheduler.now() - m_lastHeard < KeptFlows::PongWait;
}

//= R5626.4.4.1-1
void StreamConnection::endUnanswered(const TraceContext &trace, const TransportError &error)
{
    m_trace = trace;
    KeepAlive missed{.path = m_path, .received = false, .ping = false, .lost = true, .text = error.text};
    missed.kind = m_ws ? KeepAlive::Kind::Ws : KeepAlive::Kind::Crlf;
    m_context.recorder.record(trace, missed);
    endOpen(ConnectionEvent::What::Failed, error);
}

void StreamConnection::close()
{
    if (m_state == State::Open) {
        sayGoodbye(wsGoingAway);
        record(ConnectionEvent::What::ClosedByUs);
    }
    end();
}

void StreamConnection::end()
{
    if (m_state == State::Ended)
        return;
    m_state = State::Ended;
    for (Scheduler::Ticket *ticket : {&m_openTicket, &m_saidTicket, &m_idleTicket, &m_pongTicket, &m_pingTicket})
        m_context.scheduler.cancel(std::exchange(*ticket, 0));
    m_waiting.clear();
    m_socket->disconnect(this);
    if (m_tls && m_socket->state() == QAbstractSocket::ConnectedState) {
        m_tls->close();
        flushTls();
    }
    m_resetProbe.release();
    if (m_socket->state() == QAbstractSocket::ConnectedState) {
        m_socket->flush();
        m_socket->disconnectFromHost();
    }
    if (m_socket->state() != QAbstractSocket::UnconnectedState)
        m_socket->abort(); // the peer does not read what is left: waiting would not help
    Q_EMIT ended();
}

void StreamConnection::record(ConnectionEvent::What what, const QString &text)
{
    m_context.recorder.record(m_trace, ConnectionEvent{what, m_path, text});
}

void StreamConnection::recordOfTcp(ConnectionEvent::What what, const QString &text)
{
    Path path = m_path;
    path.protocol = Protocol::Tcp;
    path.remote = nextHop();
    m_context.recorder.record(m_trace, ConnectionEvent{what, path, text});
}

} // namespace sip
