// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/tcp_transport.h"

#include "transport/transport_errors.h"

#include <QHostAddress>
#include <QNetworkProxy>

namespace sip {
namespace {

constexpr int ListenBacklog = 1024;
constexpr Instant AcceptPause = 100ms; // after the system ran out of descriptors

} // namespace

TcpTransport::TcpTransport(TransportContext &context, const TcpConnection::Limits &limits, qsizetype maxConnections)
    : m_context(context), m_limits(limits), m_maxConnections(maxConnections)
{}

TcpTransport::~TcpTransport()
{
    closeAll();
}

Expected<Endpoint> TcpTransport::listen(const Endpoint &local)
{
    std::unique_ptr<QTcpServer, QScopedPointerDeleteLater> server(new QTcpServer);
    server->setProxy(QNetworkProxy::NoProxy);
    server->setListenBacklogSize(ListenBacklog);
    const QHostAddress address = local.isAny() ? QHostAddress(QHostAddress::Any) : local.hostAddress();
    if (!server->listen(address, local.port))
        return bindError(server->serverError(), Protocol::Tcp, local, server->errorString());
    Endpoint bound = local;
    bound.port = server->serverPort();
    QTcpServer *const raw = server.get();
    connect(raw, &QTcpServer::newConnection, this, [this, raw] { acceptFrom(raw); });
    connect(raw, &QTcpServer::acceptError, this, [this] {
        // QTcpServer stops accepting for good after an error; descriptors come back as connections end.
        m_context.scheduler.cancel(m_acceptTicket);
        m_acceptTicket = m_context.scheduler.at(m_context.scheduler.now() + AcceptPause, [this] {
            m_acceptTicket = 0;
            for (const auto &each : m_servers)
                each->resumeAccepting();
        });
    });
    m_servers.push_back(std::move(server));
    return bound;
}

std::optional<Endpoint> TcpTransport::listener(const Endpoint &address) const
{
    std::optional<Endpoint> any;
    for (const auto &server : m_servers) {
        const Endpoint bound = Endpoint::of(server->serverAddress(), server->serverPort());
        if (bound.address == address.address)
            return bound;
        if (server->serverAddress() == QHostAddress(QHostAddress::Any))
            any = bound;
    }
    return any;
}

void TcpTransport::send(const TraceContext &trace, const Endpoint &local, const Endpoint &remote, const Message &message,
                        quint32 connection, quint16 sendNumber, quint16 planned)
{
    TcpConnection *use = find(remote, connection);
    if (!use && m_connections.size() >= m_maxConnections) {
        TransportError error;
        error.text = QStringLiteral("%1 connections are open already, no more are permitted").arg(m_maxConnections);
        m_context.fail(trace, Path{Protocol::Tcp, local, remote, 0}, std::move(error));
        return;
    }
    if (!use) {
        use = add(new QTcpSocket);
        m_byRemote.insert(remote, use->path().connection);
        use->open(local, remote, trace);
    } else if (use->path().connection != connection) {
        use->noteReuse(trace);
    }
    use->send(trace, message, sendNumber, planned);
}

//= R18.1.1-8
TcpConnection *TcpTransport::find(const Endpoint &remote, quint32 number) const
{
    if (TcpConnection *exact = m_connections.value(number))
        return exact;
    return m_connections.value(m_byRemote.value(remote));
}

TcpConnection *TcpTransport::add(QTcpSocket *socket)
{
    auto *connection = new TcpConnection(m_context, m_limits, ++m_lastNumber, socket);
    m_connections.insert(m_lastNumber, connection);
    connect(connection, &TcpConnection::ended, this, [this, connection] { forget(connection); });
    return connection;
}

//= R18.1.1-7
void TcpTransport::acceptFrom(QTcpServer *server)
{
    while (QTcpSocket *socket = server->nextPendingConnection()) {
        if (m_connections.size() >= m_maxConnections) {
            socket->abort();
            socket->deleteLater();
            continue;
        }
        TcpConnection *connection = add(socket);
        connection->accept();
        m_byRemote.insert(connection->path().remote, connection->path().connection);
    }
}

void TcpTransport::forget(TcpConnection *connection)
{
    const Path &path = connection->path();
    m_connections.remove(path.connection);
    if (m_byRemote.value(path.remote) == path.connection)
        m_byRemote.remove(path.remote);
    connection->deleteLater(); // may be in the middle of reading
}

void TcpTransport::closeAll()
{
    m_context.scheduler.cancel(std::exchange(m_acceptTicket, 0));
    for (const auto &server : m_servers) {
        server->disconnect(this);
        server->close();
    }
    m_servers.clear();
    const QList<TcpConnection *> connections = m_connections.values();
    for (TcpConnection *connection : connections)
        connection->close();
}

} // namespace sip
