// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "message/message_draft.h"
#include "message/parser.h"
#include "message/stream_framer.h"
#include "practice/practice_server.h"

#include <QHostAddress>
#include <QNetworkDatagram>
#include <QTcpSocket>
#include <QTest>
#include <QUdpSocket>

/// A SIP client with nothing of sipcore's transports and transactions in it: what the test says goes out, what comes is kept.
class RawClient {
public:
    explicit RawClient(bool tcp = false, bool ipv6 = false)
        : m_tcp(tcp), m_host(ipv6 ? QHostAddress::LocalHostIPv6 : QHostAddress::LocalHost)
    {
        if (!tcp)
            m_udp.bind(m_host, 0);
    }
    /// \return false: nothing listens there
    bool connectTo(const sip::Endpoint &server)
    {
        m_port = server.port;
        if (!m_tcp)
            return true;
        m_stream.connectToHost(m_host, m_port);
        return QTest::qWaitFor([this] {
                   return m_stream.state() == QAbstractSocket::ConnectedState ||
                          m_stream.error() == QAbstractSocket::ConnectionRefusedError;
               }) &&
               m_stream.state() == QAbstractSocket::ConnectedState;
    }
    quint16 localPort() const { return m_tcp ? m_stream.localPort() : m_udp.localPort(); }
    QByteArray host() const { return m_host == QHostAddress::LocalHost ? "127.0.0.1" : "[::1]"; }

    /// A complete request of this client, each call with a branch of its own.
    sip::MessageDraft request(const QByteArray &method, const QByteArray &uri = "sip:1002@practice.invalid")
    {
        ++m_cseq;
        sip::MessageDraft draft = sip::MessageDraft::request(method, uri);
        draft.append("Via", "SIP/2.0/" + QByteArray(m_tcp ? "TCP " : "UDP ") + host() + ':' + QByteArray::number(localPort()) +
                                ";branch=z9hG4bKraw" + QByteArray::number(m_cseq) + ";rport");
        draft.append("Max-Forwards", "70");
        draft.append("From", "<sip:1001@practice.invalid>;tag=raw");
        draft.append("To", method == "REGISTER" ? "<sip:1001@practice.invalid>" : "<" + uri + ">");
        draft.append("Call-ID", "raw-" + QByteArray::number(localPort()) + "@example.com");
        draft.append("CSeq", QByteArray::number(m_cseq) + ' ' + method);
        return draft;
    }
    void send(const QByteArray &bytes)
    {
        if (m_tcp)
            m_stream.write(bytes);
        else
            m_udp.writeDatagram(bytes, m_host, m_port);
    }
    void send(const sip::MessageDraft &draft) { send(draft.toBytes()); }

    /// \return the next message; Invalid when none came in time
    sip::Message receive(int waitMs = 5000)
    {
        sip::Message message;
        (void)QTest::qWaitFor([&] { return takeOne(&message); }, waitMs);
        return message;
    }
    /// \return the next final answer, provisional ones skipped
    sip::Message receiveFinal(int waitMs = 5000)
    {
        for (;;) {
            const sip::Message message = receive(waitMs);
            if (!message.isResponse() || message.status() >= 200)
                return message;
        }
    }
    sip::Message ask(const sip::MessageDraft &draft)
    {
        send(draft);
        return receiveFinal();
    }
    bool staysSilent(int waitMs = 250) { return receive(waitMs).wire().isEmpty(); }

private:
    bool takeOne(sip::Message *message)
    {
        if (!m_tcp) {
            if (!m_udp.hasPendingDatagrams())
                return false;
            *message = sip::parseMessage(m_udp.receiveDatagram().data());
            return true;
        }
        m_framer.feed(m_stream.readAll());
        const auto frame = m_framer.next();
        if (!frame)
            return false;
        *message = sip::parseMessage(frame->bytes, sip::Framing::Stream);
        return true;
    }

    bool m_tcp;
    QHostAddress m_host;
    quint16 m_port = 0;
    QUdpSocket m_udp;
    QTcpSocket m_stream;
    sip::StreamFramer m_framer;
    int m_cseq = 0;
};

/// A server with the given behaviour, and what it said it saw.
struct RunningServer {
    explicit RunningServer(const QByteArray &behaviour)
    {
        QObject::connect(&server, &diag::PracticeServer::requestSeen, &server,
                         [this](const QByteArray &method, const QByteArray &, int answered) {
                             seen.append({method, answered});
                         });
        diag::PracticeSettings settings;
        settings.behaviour = behaviour;
        const auto started = server.start(settings);
        if (started)
            address = *started;
    }
    diag::PracticeServer server;
    sip::Endpoint address;
    QList<std::pair<QByteArray, int>> seen;
};
