// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/endpoint.h"
#include "support/dns_wire.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QUdpSocket>

#include <functional>

/// A DNS server on 127.0.0.1, UDP and TCP on one port, that answers what the test says: any octets, or none.
class DnsResponder {
public:
    using Answer = std::function<QByteArray(const dnswire::Query &query, bool tcp)>; ///< empty: silence

    explicit DnsResponder(Answer answer) : m_answer(std::move(answer))
    {
        for (int i = 0; i < 50 && !m_tcp.isListening(); ++i) {
            m_udp.close();
            m_udp.bind(QHostAddress::LocalHost);
            m_tcp.listen(QHostAddress::LocalHost, m_udp.localPort());
        }
        QObject::connect(&m_udp, &QUdpSocket::readyRead, &m_udp, [this] {
            while (m_udp.hasPendingDatagrams()) {
                QByteArray query(m_udp.pendingDatagramSize(), '\0');
                QHostAddress from;
                quint16 port = 0;
                m_udp.readDatagram(query.data(), query.size(), &from, &port);
                ++asked;
                if (const QByteArray reply = m_answer(dnswire::read(query), false); !reply.isEmpty())
                    m_udp.writeDatagram(reply, from, port);
            }
        });
        QObject::connect(&m_tcp, &QTcpServer::newConnection, &m_tcp, [this] {
            QTcpSocket *const socket = m_tcp.nextPendingConnection();
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
                const QByteArray query = socket->readAll();
                if (query.size() < 14)
                    return;
                ++askedOverTcp;
                if (const QByteArray reply = m_answer(dnswire::read(query.sliced(2)), true); !reply.isEmpty())
                    socket->write(dnswire::two(int(reply.size())) + reply);
            });
        });
    }
    sip::Endpoint endpoint() const { return sip::Endpoint::of(QHostAddress(QHostAddress::LocalHost), m_udp.localPort()); }

    int asked = 0, askedOverTcp = 0;

private:
    Answer m_answer;
    QUdpSocket m_udp;
    QTcpServer m_tcp;
};
