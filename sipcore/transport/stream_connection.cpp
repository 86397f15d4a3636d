// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/stream_connection.h"

#include "message/parser.h"
#include "transport/transport_errors.h"

#include <QHostAddress>
#include <QNetworkProxy>

namespace sip {
namespace {

constexpr qint64 ReadBufferSize = 256 * 1024; // per wake-up; the rest waits in the system and slows the peer down

QString seconds(Instant time)
{
    return QString::number(double(time.count()) / 1e6) + QStringLiteral(" s");
}

} // namespace

StreamConnection::StreamConnection(TransportContext &context, const Limits &limits, quint32 number, QTcpSocket *socket,
                                   std::unique_ptr<TlsSession> tls)
    : m_context(context), m_limits(limits), m_socket(socket), m_tls(std::move(tls)), m_framer(limits.framing)
{
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

void StreamConnection::open(const Endpoint &local, const Endpoint &remote, const TraceContext &trace)
{
    m_path.local = local;
    m_path.remote = remote;
    m_trace = trace;
    recordOfTcp(ConnectionEvent::What::Opening);
    startOpenTimer();
    m_socket->connectToHost(remote.hostAddress(), remote.port);
}

void StreamConnection::accept()
{
    m_path.remote = Endpoint::of(m_socket->peerAddress(), m_socket->peerPort());
    becomeConnected(ConnectionEvent::What::Accepted);
}

void StreamConnection::startOpenTimer()
{
    m_openTicket = m_context.scheduler.at(m_context.scheduler.now() + m_limits.connectTimeout, [this] { onOpenTimeout(); });
}

void StreamConnection::onOpenTimeout()
{
    m_openTicket = 0;
    const QString within = QStringLiteral(" within ") + seconds(m_limits.connectTimeout);
    if (m_state == State::Securing) {
        m_tls->giveUp(QStringLiteral("the peer did not end the TLS handshake") + within);
        recordVerdict();
        endOpening(tlsError());
        return;
    }
    TransportError error = connectError(QAbstractSocket::SocketTimeoutError, m_path.remote, {});
    error.text += within;
    endOpening(error);
}

void StreamConnection::becomeConnected(ConnectionEvent::What what)
{
    m_path.local = Endpoint::of(m_socket->localAddress(), m_socket->localPort());
    m_resetProbe = ResetProbe(m_socket->socketDescriptor());
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_socket->setSocketOption(QAbstractSocket::KeepAliveOption, 1);
    recordOfTcp(what);
    if (!m_tls) {
        becomeOpen();
        return;
    }
    m_state = State::Securing;
    m_connectedAt = m_context.scheduler.now();
    if (!m_openTicket)
        startOpenTimer();
    m_tls->start();
    flushTls();
}

void StreamConnection::becomeOpen()
{
    m_context.scheduler.cancel(std::exchange(m_openTicket, 0));
    m_state = State::Open;
    noteActivity();
    m_idleTicket = m_context.scheduler.at(m_lastActivity + m_limits.idleTimeout, [this] { onIdle(); });
    for (const Waiting &item : std::exchange(m_waiting, {}))
        write(item);
    m_waitingSize = 0;
}

/// The handshake goes on, and may be over.
void StreamConnection::readHandshake()
{
    m_tls->feed(m_socket->readAll());
    flushTls(); // an alert of ours too
    if (m_tls->state() == TlsSession::State::Handshake)
        return;
    recordVerdict();
    switch (m_tls->state()) {
    case TlsSession::State::Open: becomeOpen(); break;
    case TlsSession::State::Closed: endOpening(connectError(QAbstractSocket::RemoteHostClosedError, m_path.remote, {})); break;
    default: endOpening(tlsError());
    }
}

void StreamConnection::recordVerdict()
{
    TlsVerdict verdict = m_tls->verdict();
    verdict.path = m_path;
    verdict.duration = m_context.scheduler.now() - m_connectedAt;
    m_context.recorder.record(m_trace, verdict);
    const QString &keyLog = m_tls->context().settings().keyLogFile;
    if (!keyLog.isEmpty() && verdict.isUsed())
        m_context.recorder.record(
            m_trace, Note{Note::Level::Warning,
                          QStringLiteral("the keys of this TLS connection are written to %1: whoever reads it can read the "
                                         "connection")
                              .arg(keyLog),
                          ""});
}

TransportError StreamConnection::tlsError() const
{
    TransportError error;
    error.cause = LocalCause::Tls;
    error.text = QString::fromLatin1(m_path.remote.text()) + QStringLiteral(": ") + m_tls->problem();
    return error;
}

//= R18.1.1-8
bool StreamConnection::serves(const TransportAddress &target) const
{
    if (m_state == State::Ended || target.remote != m_path.remote)
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
        error.text = QStringLiteral("%1 does not read: %2 octets wait to be sent already")
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
    noteActivity();
    put(item.message.wire());
    if (m_context.recorder.isActive())
        m_context.recorder.record(item.trace, MessageSent{item.message, m_path, item.sendNumber, item.planned});
}

void StreamConnection::put(const QByteArray &octets)
{
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
    if (m_state == State::Securing)
        readHandshake(); // what follows it may be there already
    if (m_state != State::Open)
        return;
    m_context.scheduler.cancel(std::exchange(m_pongTicket, 0));
    if (m_tls) {
        m_tls->feed(m_socket->readAll());
        flushTls();
        m_framer.feed(m_tls->takePlain());
    } else {
        m_framer.feed(m_socket->readAll());
    }
    while (m_state == State::Open) {
        std::optional<StreamFramer::Frame> frame = m_framer.next();
        if (!frame)
            break;
        handle(std::move(*frame));
    }
    constexpr qsizetype lineEndSize = 2;
    if (m_state == State::Open && m_framer.pending() == lineEndSize)
        m_pongTicket = m_context.scheduler.at(m_context.scheduler.now() + m_limits.pongWait, [this] {
            m_pongTicket = 0;
            if (auto pong = m_framer.takePong())
                handle(std::move(*pong));
        });
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
    switch (frame.kind) {
    case Kind::Message: m_context.deliver(parseMessage(std::move(frame.bytes), Framing::Stream), m_path); break;
    case Kind::Ping:
        m_context.recorder.record({}, KeepAlive{m_path, true, true});
        put("\r\n");
        m_context.recorder.record({}, KeepAlive{m_path, false, false});
        break;
    case Kind::Pong: m_context.recorder.record({}, KeepAlive{m_path, true, false}); break;
    case Kind::Broken: {
        m_context.deliver(parseMessage(std::move(frame.bytes), Framing::Stream), m_path);
        TransportError error;
        error.cause = LocalCause::Reset;
        error.byUs = true;
        error.text = QStringLiteral("closed, the stream from %1 cannot be cut into messages: %2")
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
        endOpening(connectError(socketError, m_path.remote, systemText));
        return;
    }
    const bool reset = m_resetProbe.wasReset();
    readStream(); // what came before the end
    if (m_state == State::Securing) {
        m_tls->giveUp(reset ? QStringLiteral("the peer reset the connection in the middle of the TLS handshake")
                            : QStringLiteral("the peer closed the connection in the middle of the TLS handshake"));
        recordVerdict();
        endOpening(tlsError());
        return;
    }
    const bool byPeer = socketError == QAbstractSocket::RemoteHostClosedError && !reset;
    endOpen(byPeer ? ConnectionEvent::What::ClosedByPeer : ConnectionEvent::What::Reset,
            connectionEndError(socketError, reset, m_path.remote, systemText));
}

void StreamConnection::onIdle()
{
    m_idleTicket = 0;
    const Instant due = m_lastActivity + m_limits.idleTimeout;
    if (m_context.scheduler.now() < due) {
        m_idleTicket = m_context.scheduler.at(due, [this] { onIdle(); });
        return;
    }
    TransportError error;
    error.cause = LocalCause::Reset;
    error.byUs = true;
    error.text = QStringLiteral("closed after %1 without a message").arg(seconds(m_limits.idleTimeout));
    endOpen(ConnectionEvent::What::ClosedByUs, error);
}

void StreamConnection::endOpening(const TransportError &error)
{
    if (m_state != State::Opening && m_state != State::Securing)
        return;
    if (m_state == State::Opening)
        recordOfTcp(ConnectionEvent::What::Failed, error.text);
    else if (m_tls->verdict().isUsed()) // else the verdict has said so
        record(ConnectionEvent::What::Failed, error.text);
    m_openingError = error;
    for (const Waiting &item : m_waiting)
        m_context.fail(item.trace, m_path, error);
    end();
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
    if (m_state != State::Open) // closed by the user meanwhile
        return;
    record(what, error.text);
    m_context.later([path = m_path, error](TransportUser &user) { user.connectionLost(path, error); });
    end();
}

void StreamConnection::close()
{
    if (m_state == State::Open)
        record(ConnectionEvent::What::ClosedByUs);
    end();
}

void StreamConnection::end()
{
    if (m_state == State::Ended)
        return;
    m_state = State::Ended;
    for (Scheduler::Ticket *ticket : {&m_openTicket, &m_idleTicket, &m_pongTicket})
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
    m_context.recorder.record(m_trace, ConnectionEvent{what, path, text});
}

} // namespace sip
