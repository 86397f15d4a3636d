// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/endpoint.h"
#include "trace/ws_facts.h"
#include "transport/http_head.h"

namespace sip {

/// The way through an HTTP proxy (CONNECT, RFC 9110 9.3.6), without a socket.
class HttpTunnel {
public:
    enum class State : quint8 { Waiting, Open, Failed };

    explicit HttpTunnel(const Endpoint &target) : m_target(target), m_head(true) {}

    QByteArray request() const;
    WsHandshake asked() const; ///< for the trace, as answered()
    void feed(QByteArrayView octets);
    void giveUp(const QString &problem);

    State state() const { return m_state; }
    WsHandshake answered() const;
    QByteArray takeRest() { return m_head.takeRest(); }  ///< Open: what came behind the answer
    const QString &problem() const { return m_problem; } ///< Failed: a sentence

private:
    const Endpoint m_target;
    HttpHeadReader m_head;
    State m_state = State::Waiting;
    QString m_problem;
};

} // namespace sip
