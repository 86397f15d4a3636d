// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/words.h"
#include "message/parser.h"
#include "transport/stream_connection.h"

// What a StreamConnection does with its WebSocket.
namespace sip {

void StreamConnection::readWebSocket()
{
    m_ws->setAnswersPings(m_context.answersPings);
    m_ws->feed(takePlain());
    put(m_ws->takeOutput());
    takeWsEvents();
    if (m_state == State::Upgrading && m_tls && m_tls->state() == TlsSession::State::Failed)
        return endOpening(tlsError());
    if (m_state == State::Upgrading && m_tls && m_tls->state() == TlsSession::State::Closed) {
        giveUpHandshake(HandshakeEnd::Closed);
        return;
    }
    takeTlsEnd();
    if (m_state != State::Open || m_socket->bytesToWrite() <= m_limits.unsentSize)
        return;
    endOpen(ConnectionEvent::What::ClosedByUs,
            wsError(Words::tr("the peer does not read, %1 octets wait to be sent").arg(m_socket->bytesToWrite())));
}

/// What happened in it, in order; and its end, when that came.
void StreamConnection::takeWsEvents()
{
    for (WsSession::Event &event : m_ws->takeEvents()) {
        if (m_state == State::Ended) // closed by the user meanwhile
            return;
        if (auto *handshake = std::get_if<WsHandshake>(&event)) {
            const bool answered = handshake->isAnswer;
            recordHandshake(std::move(*handshake));
            if (answered && m_state == State::Upgrading && m_ws->state() == WsSession::State::Open)
                becomeOpen();
        } else if (auto *control = std::get_if<WsControl>(&event)) {
            control->path = m_path;
            if (control->received)
                m_lastHeard = m_context.scheduler.now();
            if (control->kind == WsControl::Kind::Ping)
                noteActivity();
            if (control->kind == WsControl::Kind::Pong && control->received && !m_ws->awaitsPong()) {
                noteActivity();
                if (const auto answer = m_context.kept.answered(m_path, m_lastHeard))
                    control->roundTrip = answer->roundTrip;
            }
            m_context.recorder.record(m_trace, std::move(*control));
        } else if (m_state == State::Open) {
            takeWsMessage(std::get<WsSession::Received>(std::move(event)));
        }
    }
    endOfWebSocket();
}

void StreamConnection::endOfWebSocket()
{
    const bool closed = m_ws->state() == WsSession::State::Closed;
    if (!closed && m_ws->state() != WsSession::State::Failed)
        return;
    if (m_state == State::Open)
        endOpen(closed ? ConnectionEvent::What::ClosedByPeer : ConnectionEvent::What::ClosedByUs, wsError(m_ws->problem()));
    else
        endOpening(wsError(m_ws->problem()));
}

//= R7118.4.2-1
//= R7118.4.2-2 the end of the message is that of the WebSocket message
//= R7118.6-1
void StreamConnection::takeWsMessage(WsSession::Received received)
{
    noteActivity();
    m_lastHeard = m_lastActivity;
    const bool ping = received.message == "\r\n\r\n";
    if (!ping && received.message != "\r\n")
        return m_context.deliver(parseMessage(std::move(received.message), Framing::Datagram), m_path);
    m_context.recorder.record({}, KeepAlive{m_path, true, ping});
    if (!ping || !m_context.answersPings)
        return;
    m_ws->write("\r\n");
    put(m_ws->takeOutput());
    m_context.recorder.record({}, KeepAlive{m_path, false, false});
}

/// The beginning of a message that never became whole is shown, and nothing else.
void StreamConnection::dropFragments()
{
    const QByteArray rest = m_ws->takeFragments();
    if (rest.isEmpty())
        return;
    m_context.recorder.record({},
                              MessageReceived{parseMessage(rest, Framing::Datagram), m_path, MessageReceived::Fate::Dropped,
                                              "R7118.4.2-1", Words::tr("the connection ended in the middle of this message")});
}

//= R7118.6-1
void StreamConnection::onPingDue()
{
    m_pingTicket = 0;
    const Instant now = m_context.scheduler.now();
    const auto again = [this](Instant due) { m_pingTicket = m_context.scheduler.at(due, [this] { onPingDue(); }); };
    if (m_ws->awaitsPong() && now < m_pingedAt + m_limits.wsPongWait) // one that keeps the flow is on its way
        return again(m_pingedAt + m_limits.wsPongWait);
    if (m_ws->awaitsPong())
        return endOpen(
            ConnectionEvent::What::ClosedByUs,
            wsError(Words::tr("the peer did not answer our Ping within %1 s").arg(double(m_limits.wsPongWait.count()) / 1e6)));
    if (const Instant due = m_lastHeard + m_ws->settings()->pingEvery; now < due)
        return again(due);
    sendWsPing();
    again(now + m_limits.wsPongWait);
}

void StreamConnection::sendWsPing()
{
    m_pingedAt = m_context.scheduler.now();
    m_ws->ping();
    put(m_ws->takeOutput());
    takeWsEvents();
}

void StreamConnection::recordHandshake(WsHandshake handshake)
{
    handshake.path = m_path;
    if (handshake.withProxy)
        handshake.path.remote = nextHop();
    if (handshake.isAnswer)
        handshake.duration = m_context.scheduler.now() - m_stepAt;
    m_problemTold |= !handshake.problem.isEmpty();
    m_context.recorder.record(m_trace, std::move(handshake));
}

TransportError StreamConnection::wsError(const QString &problem) const
{
    TransportError error;
    error.cause = LocalCause::Ws;
    error.text = QString::fromLatin1(m_path.remote.text()) + QStringLiteral(": ") + problem;
    return error;
}

/// A Close before the connection is closed by us.
void StreamConnection::sayGoodbye(int code)
{
    if (!m_ws || m_ws->state() != WsSession::State::Open)
        return;
    m_ws->close(code);
    put(m_ws->takeOutput());
    for (WsSession::Event &event : m_ws->takeEvents())
        if (auto *control = std::get_if<WsControl>(&event)) {
            control->path = m_path;
            m_context.recorder.record(m_trace, std::move(*control));
        }
}

} // namespace sip
