// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "loopback/net_harness.h"

#include <QTcpServer>
#include <QTcpSocket>

/// A peer that does to its connections exactly what the test says.
struct RawServer {
    explicit RawServer(const QString &host = QStringLiteral("127.0.0.1")) { server.listen(QHostAddress(host), 0); }
    sip::Endpoint at() const { return sip::Endpoint::of(server.serverAddress(), server.serverPort()); }
    QTcpSocket *accept()
    {
        if (!QTest::qWaitFor([this] { return server.hasPendingConnections(); }, PatienceMs))
            return nullptr;
        return server.nextPendingConnection();
    }
    QTcpServer server;
};

/// What came until there were \a size octets; begins with "too little" when they did not come.
inline QByteArray readAtLeast(QTcpSocket &socket, qsizetype size)
{
    QByteArray all;
    const auto enough = [&] {
        all += socket.readAll();
        return all.size() >= size;
    };
    return QTest::qWaitFor(enough, PatienceMs) ? all : "too little: " + all;
}
