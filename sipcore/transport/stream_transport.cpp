// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/stream_transport.h"

#include "base/words.h"
#include "transport/transport_errors.h"

#include <QHostAddress>
#include <QNetworkProxy>

namespace sip {
namespace {

constexpr int ListenBacklog = 1024;
constexpr Instant AcceptPause = 100ms; // after the system ran out of descriptors

} // namespace

StreamTransport::StreamTransport(TransportContext &context, Protocol protocol, const StreamConnection::Limits &limits,
                                 qsizetype maxConnections)
    : m_context(context), m_protocol(protocol), m_limits(limits), m_maxConnections(maxConnections)
{}

StreamTransport::~StreamTransport()
{
    closeAll();
}

Expected<Endpoint> StreamTransport::listen(const Endpoint &local)
{
    std::unique_ptr<QTcpServer, QScopedPointerDeleteLater> server(new QTcpServer);
    server->setProxy(QNetworkProxy::NoProxy);
    server->setListenBacklogSize(ListenBacklog);
    const QHostAddress address = local.isAny() ? QHostAddress(QHostAddress::Any) : local.hostAddress();
    if (!server->listen(address, local.port))
        return bindError(server->serverError(), m_protocol, local, server->errorString());
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

std::optional<Endpoint> StreamTransport::listener(const Endpoint &address) const
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

void StreamTransport::send(const TraceContext &trace, const Endpoint &local, const TransportAddress &target,
                           const Message &message, quint32 connection, quint16 sendNumber, quint16 planned)
{
    const auto refuse = [&](LocalCause cause, const QString &text) {
        TransportError error;
        error.cause = cause;
        error.text = text;
        m_context.fail(trace, Path{m_protocol, local, target.remote, 0}, std::move(error));
    };
    StreamConnection *use = find(target, connection);
    if (!use && m_connections.size() >= m_maxConnections)
        return refuse(LocalCause::Unreachable,
                      Words::tr("%1 connections are open already, no more are permitted").arg(m_maxConnections));
    if (!use) {
        auto layers = layersTo(target);
        if (!layers)
            return refuse(layers.error().code == Error::Code::Tls ? LocalCause::Tls : LocalCause::Ws, layers.error().detail);
        use = add(new QTcpSocket, std::move(*layers));
        m_byRemote.insert(target.remote, use->path().connection);
        use->open(local, target.remote, trace);
    } else if (use->path().connection != connection) {
        use->noteReuse(trace);
    }
    use->send(trace, message, sendNumber, planned);
}

//= R18.1.1-8
StreamConnection *StreamTransport::find(const TransportAddress &target, quint32 number) const
{
    if (StreamConnection *exact = m_connections.value(number))
        return exact;
    const QList<quint32> there = m_byRemote.values(target.remote); // newest first
    for (const quint32 one : there)
        if (StreamConnection *const connection = m_connections.value(one); connection && connection->serves(target))
            return connection;
    return nullptr;
}

/// What has to be agreed on before something of SIP can be sent there.
Expected<StreamConnection::Layers> StreamTransport::layersTo(const TransportAddress &target)
{
    StreamConnection::Layers layers;
    // Whoever names nobody is content with whom the address belongs to.
    const QByteArray domain = target.domain.isEmpty() ? target.remote.uriHost() : target.domain;
    if (isSecured(m_protocol)) {
        auto context = m_tlsContexts.of(target.tls ? *target.tls : TlsSettings(), TlsContext::Role::Client);
        if (!context)
            return context.error();
        layers.tls = std::make_unique<TlsSession>(*context, domain, isWebSocket(m_protocol) ? NameRule::Https : NameRule::Sip);
    }
    if (!isWebSocket(m_protocol))
        return layers;
    if (target.ws) {
        if (const auto flaw = wsFlaw(*target.ws))
            return Error{Error::Code::Unsupported, *flaw};
        layers.proxy = wsProxy(*target.ws);
    }
    const QByteArray port =
        target.remote.port == defaultPort(m_protocol) ? QByteArray() : ':' + QByteArray::number(target.remote.port);
    layers.ws = std::make_unique<WsSession>(target.ws, domain + port, m_context.random, m_limits.messageSize());
    return layers;
}

Expected<StreamConnection::Layers> StreamTransport::layersOfPeer()
{
    StreamConnection::Layers layers;
    if (isSecured(m_protocol)) {
        auto context = m_tlsContexts.of(m_server, TlsContext::Role::Server);
        if (!context) // files that were good went bad: as without any
            context = m_tlsContexts.of({}, TlsContext::Role::Server);
        if (!context)
            return context.error();
        layers.tls = std::make_unique<TlsSession>(*context, QByteArray());
    }
    if (isWebSocket(m_protocol))
        layers.ws = std::make_unique<WsSession>(m_wsServer, m_context.random, m_limits.messageSize());
    return layers;
}

StreamConnection *StreamTransport::add(QTcpSocket *socket, StreamConnection::Layers layers)
{
    const quint32 number = m_context.nextConnection();
    auto *connection = new StreamConnection(m_context, m_limits, number, socket, std::move(layers));
    m_connections.insert(number, connection);
    connect(connection, &StreamConnection::ended, this, [this, connection] { forget(connection); });
    return connection;
}

//= R18.1.1-7
void StreamTransport::acceptFrom(QTcpServer *server)
{
    while (QTcpSocket *socket = server->nextPendingConnection()) {
        auto layers = layersOfPeer();
        if (m_connections.size() >= m_maxConnections || !layers) {
            socket->abort();
            socket->deleteLater();
            continue;
        }
        StreamConnection *connection = add(socket, std::move(*layers));
        connection->accept();
        m_byRemote.insert(connection->path().remote, connection->path().connection);
    }
}

void StreamTransport::forget(StreamConnection *connection)
{
    const Path &path = connection->path();
    m_connections.remove(path.connection);
    m_byRemote.remove(path.remote, path.connection);
    connection->deleteLater(); // may be in the middle of reading
}

void StreamTransport::closeAll()
{
    m_context.scheduler.cancel(std::exchange(m_acceptTicket, 0));
    for (const auto &server : m_servers) {
        server->disconnect(this);
        server->close();
    }
    m_servers.clear();
    const QList<StreamConnection *> connections = m_connections.values();
    for (StreamConnection *connection : connections)
        connection->close();
}

} // namespace sip
