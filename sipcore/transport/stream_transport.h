// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transport/stream_connection.h"

#include <QTcpServer>

#include <memory>
#include <vector>

namespace sip {

/// SIP over TCP, TLS, WebSocket or WebSocket over TLS: listeners, and connections that are reused by their remote endpoint and,
/// with TLS, by who that is (R18.1.1-8).
class StreamTransport final : public QObject {
    Q_OBJECT
public:
    /// \param protocol  any but Udp
    StreamTransport(TransportContext &context, Protocol protocol, const StreamConnection::Limits &limits,
                    qsizetype maxConnections);
    ~StreamTransport() override;

    /// \param local  port 0: any. \return what was bound, Code::Io when it cannot be
    Expected<Endpoint> listen(const Endpoint &local);
    std::optional<Endpoint> listener(const Endpoint &address) const; ///< as UdpTransport::listener()

    /// Who we are to those who open TLS to us; without a certificate they are told so, and refused.
    void setServer(const TlsSettings &settings) { m_server = settings; }
    void setWsServer(const WsServerSettings &settings) { m_wsServer = settings; } ///< how WebSockets are opened to us

    /// \param local       for the trace of a connection that has to be opened
    /// \param connection  send on this one when it lives; 0 or gone: by \a target
    void send(const TraceContext &trace, const Endpoint &local, const TransportAddress &target, const Message &message,
              quint32 connection, quint16 sendNumber, quint16 planned);
    StreamConnection *connection(quint32 number) const { return m_connections.value(number); } ///< nullptr: it ended
    void leave(const Path &flow) { m_byRemote.remove(flow.remote, flow.connection); } ///< no request takes it by itself any more
    qsizetype connectionCount() const { return m_connections.size(); }
    void closeAll();

private:
    StreamConnection *find(const TransportAddress &target, quint32 number) const;
    StreamConnection *add(QTcpSocket *socket, StreamConnection::Layers layers);
    Expected<StreamConnection::Layers> layersTo(const TransportAddress &target);
    Expected<StreamConnection::Layers> layersOfPeer();
    void acceptFrom(QTcpServer *server);
    void forget(StreamConnection *connection);

    TransportContext &m_context;
    const Protocol m_protocol;
    const StreamConnection::Limits m_limits;
    const qsizetype m_maxConnections;
    std::vector<std::unique_ptr<QTcpServer, QScopedPointerDeleteLater>> m_servers;
    QHash<quint32, StreamConnection *> m_connections; ///< by number; each deletes itself later once ended
    QMultiHash<Endpoint, quint32> m_byRemote;
    TlsContexts m_tlsContexts;
    TlsSettings m_server;
    WsServerSettings m_wsServer;
    Scheduler::Ticket m_acceptTicket = 0;
};

} // namespace sip
