// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transport/tcp_connection.h"

#include <QTcpServer>

#include <memory>
#include <vector>

namespace sip {

/// SIP over TCP: listeners, and connections that are reused by their remote endpoint (R18.1.1-8).
class TcpTransport final : public QObject {
    Q_OBJECT
public:
    TcpTransport(TransportContext &context, const TcpConnection::Limits &limits, qsizetype maxConnections);
    ~TcpTransport() override;

    /// \param local  port 0: any. \return what was bound, Code::Io when it cannot be
    Expected<Endpoint> listen(const Endpoint &local);
    std::optional<Endpoint> listener(const Endpoint &address) const; ///< as UdpTransport::listener()

    /// \param local       for the trace of a connection that has to be opened
    /// \param connection  send on this one when it lives; 0 or gone: by \a remote
    void send(const TraceContext &trace, const Endpoint &local, const Endpoint &remote, const Message &message,
              quint32 connection, quint16 sendNumber, quint16 planned);
    qsizetype connectionCount() const { return m_connections.size(); }
    void closeAll();

private:
    TcpConnection *find(const Endpoint &remote, quint32 number) const;
    TcpConnection *add(QTcpSocket *socket);
    void acceptFrom(QTcpServer *server);
    void forget(TcpConnection *connection);

    TransportContext &m_context;
    const TcpConnection::Limits m_limits;
    const qsizetype m_maxConnections;
    std::vector<std::unique_ptr<QTcpServer, QScopedPointerDeleteLater>> m_servers;
    QHash<quint32, TcpConnection *> m_connections; ///< by number; each deletes itself later once ended
    QHash<Endpoint, quint32> m_byRemote;
    quint32 m_lastNumber = 0;
    Scheduler::Ticket m_acceptTicket = 0;
};

} // namespace sip
