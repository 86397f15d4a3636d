// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/words.h"
#include "transport/stream_connection.h"

#include "transport/transport_errors.h"

#include <QHostAddress>

#include <cerrno>

namespace sip {

// From the first packet until SIP can be sent: TCP, the way through a proxy, TLS, the handshake of a WebSocket.

namespace {

/// What a peer did instead of ending a handshake; for Words.
struct HandshakeEnds {
    const char *reset, *closed, *tooLate;
};
constexpr HandshakeEnds tunnelEnds{
    QT_TRANSLATE_NOOP("core", "the proxy reset the connection in the middle of the way through it"),
    QT_TRANSLATE_NOOP("core", "the proxy closed the connection in the middle of the way through it"),
    QT_TRANSLATE_NOOP("core", "the proxy did not end the way through it within %1 s")};
constexpr HandshakeEnds tlsEnds{QT_TRANSLATE_NOOP("core", "the peer reset the connection in the middle of the TLS handshake"),
                                QT_TRANSLATE_NOOP("core", "the peer closed the connection in the middle of the TLS handshake"),
                                QT_TRANSLATE_NOOP("core", "the peer did not end the TLS handshake within %1 s")};
constexpr HandshakeEnds wsEnds{
    QT_TRANSLATE_NOOP("core", "the peer reset the connection in the middle of the WebSocket handshake"),
    QT_TRANSLATE_NOOP("core", "the peer closed the connection in the middle of the WebSocket handshake"),
    QT_TRANSLATE_NOOP("core", "the peer did not end the WebSocket handshake within %1 s")};

double secondsOf(Instant time)
{
    return double(time.count()) / 1e6;
}

} // namespace

void StreamConnection::open(const Endpoint &local, const Endpoint &remote, const TraceContext &trace)
{
    m_path.local = local;
    m_path.remote = remote;
    m_trace = trace;
    recordOfTcp(ConnectionEvent::What::Opening);
    startOpenTimer();
    m_saidTicket = m_context.scheduler.at(m_context.scheduler.now(), [this] {
        m_saidTicket = 0;
        if (m_socket->state() != QAbstractSocket::ConnectingState)
            return;
        if (const int said = saidWhileConnecting(*m_socket))
            endOpening(
                connectError(said == ECONNREFUSED ? QAbstractSocket::ConnectionRefusedError : QAbstractSocket::NetworkError,
                             nextHop(), qt_error_string(said)));
    });
    m_socket->connectToHost(nextHop().hostAddress(), nextHop().port); // may fail at once, and then all of this is over
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
    if (giveUpHandshake(HandshakeEnd::TooLate))
        return;
    TransportError error = connectError(QAbstractSocket::SocketTimeoutError, nextHop(), {});
    error.text = Words::tr("%1 within %2 s").arg(error.text).arg(secondsOf(m_limits.connectTimeout));
    endOpening(error);
}

/// \return false: none is going on
bool StreamConnection::giveUpHandshake(HandshakeEnd how)
{
    const auto text = [&](const HandshakeEnds &ends) {
        switch (how) {
        case HandshakeEnd::Reset: return Words::tr(ends.reset);
        case HandshakeEnd::Closed: return Words::tr(ends.closed);
        case HandshakeEnd::TooLate: break;
        }
        return Words::tr(ends.tooLate).arg(secondsOf(m_limits.connectTimeout));
    };
    switch (m_state) {
    case State::Tunnelling:
        m_tunnel->giveUp(text(tunnelEnds));
        recordHandshake(m_tunnel->answered());
        endOpening(wsError(m_tunnel->problem()));
        return true;
    case State::Securing:
        m_tls->giveUp(text(tlsEnds));
        recordVerdict();
        endOpening(tlsError());
        return true;
    case State::Upgrading:
        m_ws->giveUp(text(wsEnds));
        takeWsEvents();
        return true;
    case State::Opening:
    case State::Open:
    case State::Ended: break;
    }
    return false;
}

void StreamConnection::becomeConnected(ConnectionEvent::What what)
{
    m_path.local = Endpoint::of(m_socket->localAddress(), m_socket->localPort());
    m_resetProbe = ResetProbe(m_socket->socketDescriptor());
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_socket->setSocketOption(QAbstractSocket::KeepAliveOption, 1);
    recordOfTcp(what);
    if (!m_openTicket && (m_tls || m_ws))
        startOpenTimer();
    goUp();
}

/// What is below is there: on to the next layer, and in the end all is open.
void StreamConnection::goUp()
{
    m_stepAt = m_context.scheduler.now();
    if (m_state < State::Tunnelling && m_proxy) {
        m_state = State::Tunnelling;
        m_tunnel.emplace(m_path.remote);
        m_socket->write(m_tunnel->request());
        recordHandshake(m_tunnel->asked());
    } else if (m_state < State::Securing && m_tls) {
        m_state = State::Securing;
        m_tls->start();
        flushTls();
    } else if (m_state < State::Upgrading && m_ws) {
        m_state = State::Upgrading;
        if (!m_ws->settings())
            return; // the client begins
        m_ws->start();
        put(m_ws->takeOutput());
        takeWsEvents();
    } else {
        becomeOpen();
    }
}

void StreamConnection::becomeOpen()
{
    m_context.scheduler.cancel(std::exchange(m_openTicket, 0));
    m_state = State::Open;
    noteActivity();
    m_lastHeard = m_lastActivity;
    m_idleTicket = m_context.scheduler.at(m_lastActivity + m_limits.idleTimeout, [this] { onIdle(); });
    for (const Waiting &item : std::exchange(m_waiting, {}))
        write(item);
    m_waitingSize = 0;
    if (m_state == State::Open && m_ws && m_ws->settings() && m_ws->settings()->pingEvery > Instant::zero())
        m_pingTicket = m_context.scheduler.at(m_lastHeard + m_ws->settings()->pingEvery, [this] { onPingDue(); });
}

void StreamConnection::readTunnel()
{
    m_tunnel->feed(m_socket->readAll());
    if (m_tunnel->state() == HttpTunnel::State::Waiting)
        return;
    recordHandshake(m_tunnel->answered());
    if (m_tunnel->state() == HttpTunnel::State::Failed)
        return endOpening(wsError(m_tunnel->problem()));
    m_behindTunnel = m_tunnel->takeRest();
    goUp();
}

/// The handshake goes on, and may be over.
void StreamConnection::readHandshake()
{
    m_tls->feed(takeRaw());
    flushTls(); // an alert of ours too
    if (m_tls->state() == TlsSession::State::Handshake)
        return;
    recordVerdict();
    switch (m_tls->state()) {
    case TlsSession::State::Open: goUp(); break;
    case TlsSession::State::Closed: endOpening(connectError(QAbstractSocket::RemoteHostClosedError, m_path.remote, {})); break;
    default: endOpening(tlsError());
    }
}

void StreamConnection::recordVerdict()
{
    TlsVerdict verdict = m_tls->verdict();
    verdict.path = m_path;
    verdict.duration = m_context.scheduler.now() - m_stepAt;
    m_problemTold |= !verdict.isUsed();
    m_context.recorder.record(m_trace, verdict);
    const QString &keyLog = m_tls->context().settings().keyLogFile;
    if (!keyLog.isEmpty() && verdict.isUsed())
        m_context.recorder.record(
            m_trace, Note{Note::Level::Warning,
                          Words::tr("the keys of this TLS connection are written to %1: whoever reads it can read the connection")
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

void StreamConnection::endOpening(const TransportError &error)
{
    if (m_state >= State::Open)
        return;
    if (m_state == State::Opening)
        recordOfTcp(ConnectionEvent::What::Failed, error.text);
    else if (!m_problemTold)
        record(ConnectionEvent::What::Failed, error.text);
    m_openingError = error;
    for (const Waiting &item : m_waiting)
        m_context.fail(item.trace, m_path, error);
    end();
}

} // namespace sip
