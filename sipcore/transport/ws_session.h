// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random.h"
#include "base/ws_settings.h"
#include "trace/ws_facts.h"
#include "transport/http_head.h"
#include "transport/ws_reader.h"

#include <deque>
#include <memory>
#include <variant>

namespace sip {

/// One side of one WebSocket without a socket: octets of the stream in and out, SIP messages out and in. Opens it (RFC 6455 4),
/// puts messages together, answers Ping and Close, and ends it when the peer does not keep to the RFC.
class WsSession {
public:
    enum class State : quint8 {
        Handshake,
        Open,
        Closed, ///< by a Close of the peer, which was answered
        Failed, ///< see problem(); when it was open, the peer was told by a Close
    };
    struct Received {
        QByteArray message;
        bool text = true;
        qint64 frames = 1; ///< it came in
    };
    /// In the order it happened; path and duration are for the owner to fill in.
    using Event = std::variant<WsHandshake, WsControl, Received>;

    /// A client. \param host  for the Host row
    WsSession(std::shared_ptr<const WsSettings> settings, const QByteArray &host, Random &random, qsizetype largestMessage);
    /// A server.
    WsSession(const WsServerSettings &server, Random &random, qsizetype largestMessage);

    void start(); ///< as a client: the request is to be taken
    void feed(QByteArrayView octets);
    QByteArray takeOutput() { return std::exchange(m_out, {}); }
    std::deque<Event> takeEvents() { return std::exchange(m_events, {}); }
    void write(const QByteArray &message);                           ///< only when Open
    void ping();                                                     ///< only when Open
    void setAnswersPings(bool answers) { m_answersPings = answers; } ///< false: against RFC 6455 5.5.2, to practise with
    bool awaitsPong() const { return !m_awaitedPong.isEmpty(); }
    void close(int code, const QByteArray &reason = {}); ///< says goodbye, once; nothing may follow
    /// The connection ended, or time was up, in the middle of the handshake.
    void giveUp(const QString &problem);

    State state() const { return m_state; }
    const QString &problem() const { return m_problem; }            ///< why it failed or was closed, a sentence about the peer
    const WsSettings *settings() const { return m_settings.get(); } ///< nullptr: a server
    const QByteArray &protocol() const { return m_protocol; }
    QByteArray takeFragments() { return m_reader.takeFragments(); } ///< of a message that never became whole

private:
    WsRole role() const { return m_settings ? WsRole::Client : WsRole::Server; }
    void readAnswer();
    void readRequest();
    void readFrames();
    void takeClose(const WsReader::Item &item);
    void fail(const QString &problem);
    void send(WsOpcode opcode, QByteArrayView payload);
    void sendControl(WsControl::Kind kind, const QByteArray &payload);

    const std::shared_ptr<const WsSettings> m_settings; ///< nullptr: a server
    const WsServerSettings m_server;
    const QByteArray m_host;
    Random &m_random;
    HttpHeadReader m_head;
    WsReader m_reader;
    State m_state = State::Handshake;
    QByteArray m_key, m_out, m_protocol, m_awaitedPong;
    QString m_problem;
    std::deque<Event> m_events;
    bool m_said = false; ///< Close was sent
    bool m_answersPings = true;
};

} // namespace sip
