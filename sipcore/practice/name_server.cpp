// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/name_server.h"

#include "practice/practice_names.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QtEndian>
#include <QTimer>
#include <QUdpSocket>

namespace diag {

namespace {

constexpr int mostConnections = 20, freePortAttempts = 8;
constexpr qsizetype longestQuery = 512;

} // namespace

struct NameServer::Private {
    QUdpSocket udp;
    QTcpServer tcp;
    sip::Endpoint sip;

    void answerDatagrams()
    {
        while (udp.hasPendingDatagrams()) {
            QByteArray query(std::max<qint64>(0, udp.pendingDatagramSize()), '\0');
            QHostAddress from;
            quint16 port = 0;
            if (udp.readDatagram(query.data(), query.size(), &from, &port) < 0)
                return;
            const NameAnswer answer = answerName(query, false, sip);
            if (!answer.reply.isEmpty())
                later(answer, &udp, [this, from, port](const QByteArray &reply) { udp.writeDatagram(reply, from, port); });
        }
    }
    void accept()
    {
        while (QTcpSocket *const socket = tcp.nextPendingConnection()) {
            if (tcp.findChildren<QTcpSocket *>().size() > mostConnections) {
                socket->deleteLater();
                continue;
            }
            QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] { answerStream(socket); });
        }
    }
    void answerStream(QTcpSocket *socket)
    {
        while (socket->bytesAvailable() >= 2) {
            const qsizetype length = qFromBigEndian<quint16>(socket->peek(2).constData());
            if (length > longestQuery)
                return socket->abort();
            if (socket->bytesAvailable() < length + 2)
                return;
            const NameAnswer answer = answerName(socket->read(length + 2).sliced(2), true, sip);
            if (answer.reply.isEmpty())
                return socket->abort();
            later(answer, socket, [socket](const QByteArray &reply) {
                QByteArray size(2, '\0');
                qToBigEndian(quint16(reply.size()), size.data());
                socket->write(size + reply);
            });
        }
    }
    template<class Send> static void later(const NameAnswer &answer, QObject *context, Send send)
    {
        if (answer.after == sip::Instant::zero())
            return send(answer.reply);
        QTimer::singleShot(std::chrono::duration_cast<std::chrono::milliseconds>(answer.after), context,
                           [send, reply = answer.reply] { send(reply); });
    }
};

NameServer::NameServer() : d(std::make_unique<Private>())
{
    QObject::connect(&d->udp, &QUdpSocket::readyRead, &d->udp, [this] { d->answerDatagrams(); });
    QObject::connect(&d->tcp, &QTcpServer::newConnection, &d->tcp, [this] { d->accept(); });
}

NameServer::~NameServer() = default;

sip::Expected<sip::Endpoint> NameServer::listen(quint16 port, const sip::Endpoint &sip)
{
    d->sip = sip;
    // A number that is free for UDP may be taken for TCP.
    for (int i = 0; i < (port == 0 ? freePortAttempts : 1); ++i) {
        d->udp.close();
        if (d->udp.bind(QHostAddress::LocalHost, port) && d->tcp.listen(QHostAddress::LocalHost, d->udp.localPort()))
            return sip::Endpoint::of(QHostAddress(QHostAddress::LocalHost), d->udp.localPort());
    }
    return sip::Error{sip::Error::Code::Io,
                      QStringLiteral("port %1 of 127.0.0.1 is in use; the DNS server of the practice server "
                                     "needs it for UDP and TCP")
                          .arg(port)};
}

} // namespace diag
