// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/tcp_connection.h"

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

TcpConnection::TcpConnection(TransportContext &context, const Limits &limits, quint32 number, QTcpSocket *socket)
    : m_context(context), m_limits(limits), m_socket(socket), m_framer(limits.framing)
{
    m_path.protocol = Protocol::Tcp;
    m_path.connection = number;
    m_socket->setParent(this);
    m_socket->setProxy(QNetworkProxy::NoProxy);
    m_socket->setReadBufferSize(ReadBufferSize);
    connect(m_socket, &QTcpSocket::readyRead, this, &TcpConnection::readStream);
    connect(m_socket, &QTcpSocket::errorOccurred, this, &TcpConnection::onError);
    connect(m_socket, &QTcpSocket::connected, this, [this] { becomeOpen(ConnectionEvent::What::Open); });
}

TcpConnection::~TcpConnection()
{
    end();
}

void TcpConnection::open(const Endpoint &local, const Endpoint &remote, const TraceContext &trace)
{
    m_path.local = local;
    m_path.remote = remote;
    m_trace = trace;
    record(ConnectionEvent::What::Opening);
    m_openTicket = m_context.scheduler.at(m_context.scheduler.now() + m_limits.connectTimeout, [this] {
        TransportError error = connectError(QAbstractSocket::SocketTimeoutError, m_path.remote, {});
        error.text += QStringLiteral(" within ") + seconds(m_limits.connectTimeout);
        endOpening(error);
    });
    m_socket->connectToHost(remote.hostAddress(), remote.port);
}

void TcpConnection::accept()
{
    m_path.remote = Endpoint::of(m_socket->peerAddress(), m_socket->peerPort());
    becomeOpen(ConnectionEvent::What::Accepted);
}

void TcpConnection::becomeOpen(ConnectionEvent::What what)
{
    m_context.scheduler.cancel(std::exchange(m_openTicket, 0));
    m_state = State::Open;
    m_path.local = Endpoint::of(m_socket->localAddress(), m_socket->localPort());
    m_resetProbe = ResetProbe(m_socket->socketDescriptor());
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_socket->setSocketOption(QAbstractSocket::KeepAliveOption, 1);
    record(what);
    noteActivity();
    m_idleTicket = m_context.scheduler.at(m_lastActivity + m_limits.idleTimeout, [this] { onIdle(); });
    for (const Waiting &item : std::exchange(m_waiting, {}))
        write(item);
    m_waitingSize = 0;
}

void TcpConnection::send(const TraceContext &trace, const Message &message, quint16 sendNumber, quint16 planned)
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

void TcpConnection::noteReuse(const TraceContext &trace)
{
    if (m_state == State::Open && trace.transaction != m_trace.transaction)
        m_context.recorder.record(trace, ConnectionEvent{ConnectionEvent::What::Reused, m_path, {}});
}

void TcpConnection::write(const Waiting &item)
{
    noteActivity();
    m_socket->write(item.message.wire());
    if (m_context.recorder.isActive())
        m_context.recorder.record(item.trace, MessageSent{item.message, m_path, item.sendNumber, item.planned});
}

void TcpConnection::readStream()
{
    if (m_state != State::Open)
        return;
    m_context.scheduler.cancel(std::exchange(m_pongTicket, 0));
    m_framer.feed(m_socket->readAll());
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
}

void TcpConnection::handle(StreamFramer::Frame frame)
{
    using Kind = StreamFramer::Frame::Kind;
    noteActivity();
    switch (frame.kind) {
    case Kind::Message: m_context.deliver(parseMessage(std::move(frame.bytes), Framing::Stream), m_path); break;
    case Kind::Ping:
        m_context.recorder.record({}, KeepAlive{m_path, true, true});
        m_socket->write("\r\n");
        m_context.recorder.record({}, KeepAlive{m_path, false, false});
        break;
    case Kind::Pong: m_context.recorder.record({}, KeepAlive{m_path, true, false}); break;
    case Kind::Broken: {
        m_context.deliver(parseMessage(std::move(frame.bytes), Framing::Stream), m_path);
        TransportError error;
        error.cause = LocalCause::Reset;
        error.text = QStringLiteral("closed, the stream from %1 cannot be cut into messages: %2")
                         .arg(QString::fromLatin1(m_path.remote.text()), frame.error.detail);
        endOpen(ConnectionEvent::What::ClosedByUs, error);
        break;
    }
    }
}

void TcpConnection::onError(QAbstractSocket::SocketError socketError)
{
    const QString systemText = m_socket->errorString();
    if (m_state == State::Opening) {
        endOpening(connectError(socketError, m_path.remote, systemText));
        return;
    }
    const bool reset = m_resetProbe.wasReset();
    readStream(); // what came before the end
    const bool byPeer = socketError == QAbstractSocket::RemoteHostClosedError && !reset;
    endOpen(byPeer ? ConnectionEvent::What::ClosedByPeer : ConnectionEvent::What::Reset,
            connectionEndError(socketError, reset, m_path.remote, systemText));
}

void TcpConnection::onIdle()
{
    m_idleTicket = 0;
    const Instant due = m_lastActivity + m_limits.idleTimeout;
    if (m_context.scheduler.now() < due) {
        m_idleTicket = m_context.scheduler.at(due, [this] { onIdle(); });
        return;
    }
    TransportError error;
    error.cause = LocalCause::Reset;
    error.text = QStringLiteral("closed after %1 without a message").arg(seconds(m_limits.idleTimeout));
    endOpen(ConnectionEvent::What::ClosedByUs, error);
}

void TcpConnection::endOpening(const TransportError &error)
{
    if (m_state != State::Opening)
        return;
    record(ConnectionEvent::What::Failed, error.text);
    m_openingError = error;
    for (const Waiting &item : m_waiting)
        m_context.fail(item.trace, m_path, error);
    end();
}

//= R18.4-4 whoever waits on this connection learns at once
void TcpConnection::endOpen(ConnectionEvent::What what, const TransportError &error)
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

void TcpConnection::close()
{
    if (m_state == State::Open)
        record(ConnectionEvent::What::ClosedByUs);
    end();
}

void TcpConnection::end()
{
    if (m_state == State::Ended)
        return;
    m_state = State::Ended;
    for (Scheduler::Ticket *ticket : {&m_openTicket, &m_idleTicket, &m_pongTicket})
        m_context.scheduler.cancel(std::exchange(*ticket, 0));
    m_waiting.clear();
    m_socket->disconnect(this);
    m_resetProbe.release();
    if (m_socket->state() == QAbstractSocket::ConnectedState) {
        m_socket->flush();
        m_socket->disconnectFromHost();
    }
    if (m_socket->state() != QAbstractSocket::UnconnectedState)
        m_socket->abort(); // the peer does not read what is left: waiting would not help
    Q_EMIT ended();
}

void TcpConnection::record(ConnectionEvent::What what, const QString &text)
{
    m_context.recorder.record(m_trace, ConnectionEvent{what, m_path, text});
}

} // namespace sip
