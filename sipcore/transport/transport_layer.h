// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/tls_settings.h"
#include "base/ws_settings.h"
#include "timing/scheduler.h"
#include "trace/trace_recorder.h"
#include "transport/transport.h"

#include <QObject>

#include <memory>

namespace sip {

/// The real transports: one unconnected UDP socket and one TCP listener per local address, on the same port (R18.2.1-2), one TLS
/// listener on a port of its own when TLS is used, and the connections of both; WebSockets are opened by us, and listened for
/// only when told to. Records MessageSent, ConnectionEvent, KeepAlive and what WebSockets do itself; MessageReceived and
/// IcmpReceived are recorded by its user, who knows what they belong to.
class TransportLayer final : public QObject, public TransportService {
    Q_OBJECT
public:
    struct Settings {
        quint16 localPort = 0;    ///< 0: any free port; taken for UDP and TCP alike
        quint16 localTlsPort = 0; ///< 0: any free port
        Instant connectTimeout = 10s;
        Instant idleTimeout = 5min; ///< idle connections are closed by us after this
        qsizetype maxConnections = 4096;
    };
    TransportLayer(Scheduler &scheduler, TraceRecorder &recorder, Settings settings, QObject *parent = nullptr);
    TransportLayer(Scheduler &scheduler, TraceRecorder &recorder, QObject *parent = nullptr)
        : TransportLayer(scheduler, recorder, Settings(), parent)
    {}
    ~TransportLayer() override;

    void setUser(TransportUser *user) override;
    Expected<Endpoint> localEndpoint(const TransportAddress &target) override;
    PathMtu pathMtu(const Endpoint &remote) override;
    void send(const TraceContext &context, const TransportAddress &target, const Message &message, quint32 connection,
              quint16 sendNumber, quint16 planned) override;
    Keeping keepFlow(const TraceContext &context, const Path &flow, const PingInterval &every,
                     std::function<void(const TransportError &)> failed) override;
    void stopKeeping(Keeping keeping) override;
    void leaveFlow(const Path &flow) override;
    void setAnswersPings(bool answers); ///< false: the keep-alives of the peer are read, and never answered (for servers)

    /// Listens on a given address (for servers); port 0: any. UDP and TCP both unless one is switched off. \return the address
    /// with its port
    Expected<Endpoint> listen(const Endpoint &local, bool udp = true, bool tcp = true);
    /// The same for TLS, as \a server. \return also Code::Tls for files that cannot be used
    Expected<Endpoint> listenTls(const Endpoint &local, const TlsSettings &server);
    /// The same for WebSockets, as \a server; with TLS below them as \a tls. A second call changes how all are answered.
    Expected<Endpoint> listenWs(const Endpoint &local, const WsServerSettings &server, const TlsSettings *tls = nullptr);
    void closeAll(); ///< closes sockets and connections; nothing is reported for them

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace sip
