// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/transport_layer.h"

#include "base/words.h"
#include "transport/stream_transport.h"
#include "transport/transport_errors.h"
#include "transport/udp_transport.h"

namespace sip {
namespace {

constexpr int PortTries = 32; // each try finds a port free for UDP; TCP then nearly always has it too

StreamConnection::Limits connectionLimits(const TransportLayer::Settings &settings)
{
    StreamConnection::Limits limits;
    limits.connectTimeout = settings.connectTimeout;
    limits.idleTimeout = settings.idleTimeout;
    return limits;
}

TransportError toTransportError(const Error &error)
{
    TransportError out;
    out.text = error.detail;
    return out;
}

} // namespace

struct TransportLayer::Private final : FlowPinger {
    Private(Scheduler &scheduler, TraceRecorder &recorder, const Settings &s)
        : settings(s), context(scheduler, recorder, *this), udp(context),
          tcp(context, Protocol::Tcp, connectionLimits(s), s.maxConnections),
          tls(context, Protocol::Tls, connectionLimits(s), s.maxConnections),
          ws(context, Protocol::Ws, connectionLimits(s), s.maxConnections),
          wss(context, Protocol::Wss, connectionLimits(s), s.maxConnections)
    {}

    Expected<Endpoint> localEndpoint(const TransportAddress &target);
    Expected<Endpoint> listenBoth(const Endpoint &local);
    Expected<Endpoint> listenOn(Protocol protocol, const Endpoint &local);
    Expected<Endpoint> sendFrom(const TransportAddress &target, bool isAnswer);
    std::optional<TransportError> refuse(const Message &message) const;
    const StreamTransport &streams(Protocol protocol) const;
    StreamTransport &streams(Protocol protocol) { return const_cast<StreamTransport &>(std::as_const(*this).streams(protocol)); }
    void recordListening(Protocol protocol, const Endpoint &local);
    StreamConnection *connectionOf(const Path &flow) const; ///< nullptr: it is not open
    bool isOpen(const Path &flow) const override;
    void ping(const TraceContext &trace, const Path &flow, int copy) override;
    bool isReceiving(const Path &flow) const override;
    void unanswered(const TraceContext &trace, const Path &flow, const TransportError &error) override;
    void released(const Path &flow) override;

    Settings settings;
    TransportContext context;
    UdpTransport udp;
    StreamTransport tcp, tls, ws, wss;
};

/// UDP and TCP on one port number, both or none.
//= R18.2.1-2
Expected<Endpoint> TransportLayer::Private::listenBoth(const Endpoint &local)
{
    for (int tries = PortTries;; --tries) {
        const Expected<Endpoint> bound = udp.listen(local);
        if (!bound)
            return bound;
        const Expected<Endpoint> both = tcp.listen(*bound);
        if (both) {
            recordListening(Protocol::Udp, *bound);
            recordListening(Protocol::Tcp, *bound);
            return bound;
        }
        udp.stopListening(*bound);
        if (local.port != 0 || tries == 1)
            return both;
    }
}

Expected<Endpoint> TransportLayer::Private::listenOn(Protocol protocol, const Endpoint &local)
{
    const Expected<Endpoint> bound = streams(protocol).listen(local);
    if (bound)
        recordListening(protocol, *bound);
    return bound;
}

const StreamTransport &TransportLayer::Private::streams(Protocol protocol) const
{
    switch (protocol) {
    case Protocol::Tls: return tls;
    case Protocol::Ws: return ws;
    case Protocol::Wss: return wss;
    case Protocol::Udp:
    case Protocol::Tcp: break;
    }
    return tcp;
}

/// Opens what is needed for a request to that target, once per local address.
Expected<Endpoint> TransportLayer::Private::localEndpoint(const TransportAddress &target)
{
    if (target.remote.port == 0)
        return Error{Error::Code::Transport,
                     Words::tr("no port given for %1").arg(QString::fromLatin1(target.remote.hostText()))};
    Expected<Endpoint> local = context.routes.localAddress(target.remote, context.scheduler.now());
    if (!local)
        return local;
    if (isWebSocket(target.protocol)) {
        local->port = 0;
        return local;
    }
    if (target.protocol == Protocol::Tls) {
        if (target.tls && !target.tls->certificateFile.isEmpty())
            tls.setServer(*target.tls); // who we are to them we are to those who call back
        const auto bound = tls.listener(*local);
        local->port = bound ? bound->port : settings.localTlsPort;
        return bound ? local : listenOn(Protocol::Tls, *local);
    }
    const auto bound = target.protocol == Protocol::Udp ? udp.listener(*local) : tcp.listener(*local);
    local->port = bound ? bound->port : settings.localPort;
    return bound ? local : listenBoth(*local);
}

/// The bound endpoint a datagram leaves from.
Expected<Endpoint> TransportLayer::Private::sendFrom(const TransportAddress &target, bool isAnswer)
{
    if (isAnswer)
        if (const auto heard = udp.heardOn(target.remote))
            return *heard;
    const Expected<Endpoint> local = localEndpoint(target);
    if (!local)
        return local;
    return udp.listener(*local).value_or(*local);
}

/// Why this cannot be sent whatever the network does; empty: it can.
std::optional<TransportError> TransportLayer::Private::refuse(const Message &message) const
{
    constexpr StreamFramer::Limits limits;
    TransportError error;
    if (message.wire().isEmpty()) {
        error.text = Words::tr("there is nothing to send, the message is empty");
        return error;
    }
    if (message.wire().size() > limits.headerSize + limits.bodySize) {
        error.cause = LocalCause::TooBig;
        error.text = Words::tr("a message of %1 octets is too large (at most %2)")
                         .arg(message.wire().size())
                         .arg(limits.headerSize + limits.bodySize);
        return error;
    }
    return {};
}

void TransportLayer::Private::recordListening(Protocol protocol, const Endpoint &local)
{
    context.recorder.record({}, ConnectionEvent{ConnectionEvent::What::Listening, Path{protocol, local, {}, 0}, {}});
}

StreamConnection *TransportLayer::Private::connectionOf(const Path &flow) const
{
    StreamConnection *const found = isReliable(flow.protocol) ? streams(flow.protocol).connection(flow.connection) : nullptr;
    return found && found->isOpen() ? found : nullptr;
}

bool TransportLayer::Private::isOpen(const Path &flow) const
{
    return isReliable(flow.protocol) ? connectionOf(flow) != nullptr : udp.isOpen(flow);
}

void TransportLayer::Private::ping(const TraceContext &trace, const Path &flow, int copy)
{
    if (!isReliable(flow.protocol))
        udp.ping(trace, flow, copy);
    else if (StreamConnection *const connection = connectionOf(flow))
        connection->ping(trace);
}

bool TransportLayer::Private::isReceiving(const Path &flow) const
{
    const StreamConnection *const connection = connectionOf(flow);
    return connection && connection->isReceiving();
}

void TransportLayer::Private::unanswered(const TraceContext &trace, const Path &flow, const TransportError &error)
{
    if (StreamConnection *const connection = connectionOf(flow))
        connection->endUnanswered(trace, error);
    else
        context.recorder.record(
            trace,
            KeepAlive{
                .path = flow, .received = false, .ping = false, .kind = KeepAlive::Kind::Stun, .lost = true, .text = error.text});
}

void TransportLayer::Private::released(const Path &flow)
{
    udp.release(flow);
}

TransportLayer::TransportLayer(Scheduler &scheduler, TraceRecorder &recorder, Settings settings, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(scheduler, recorder, settings))
{}

TransportLayer::~TransportLayer()
{
    closeAll();
}

void TransportLayer::setUser(TransportUser *user)
{
    d->context.user = user;
}

Expected<Endpoint> TransportLayer::localEndpoint(const TransportAddress &target)
{
    return d->localEndpoint(target);
}

PathMtu TransportLayer::pathMtu(const Endpoint &remote)
{
    return d->context.mtus.to(remote, d->context.scheduler.now());
}

void TransportLayer::send(const TraceContext &context, const TransportAddress &target, const Message &message, quint32 connection,
                          quint16 sendNumber, quint16 planned)
{
    if (auto error = d->refuse(message)) {
        d->context.fail(context, Path{target.protocol, {}, target.remote, 0}, std::move(*error));
        return;
    }
    if (isReliable(target.protocol)) {
        // No route and no port show when connecting; a connection that is there needs neither.
        const auto local = d->context.routes.localAddress(target.remote, d->context.scheduler.now()).value_or({});
        d->streams(target.protocol).send(context, local, target, message, connection, sendNumber, planned);
        return;
    }
    if (const Expected<Endpoint> local = d->sendFrom(target, message.isResponse()))
        d->udp.send(context, *local, target.remote, message, sendNumber, planned);
    else
        d->context.fail(context, Path{target.protocol, {}, target.remote, 0}, toTransportError(local.error()));
}

TransportService::Keeping TransportLayer::keepFlow(const TraceContext &context, const Path &flow, const PingInterval &every,
                                                   std::function<void(const TransportError &)> failed)
{
    return d->context.kept.keep(context, flow, every, std::move(failed));
}

void TransportLayer::stopKeeping(Keeping keeping)
{
    d->context.kept.stop(keeping);
}

void TransportLayer::leaveFlow(const Path &flow)
{
    if (isReliable(flow.protocol))
        d->streams(flow.protocol).leave(flow);
}

void TransportLayer::setAnswersPings(bool answers)
{
    d->context.answersPings = answers;
}

Expected<Endpoint> TransportLayer::listen(const Endpoint &local, bool udp, bool tcp)
{
    if (udp && tcp)
        return d->listenBoth(local);
    if (!udp && !tcp)
        return Error{Error::Code::Unsupported, Words::tr("nothing to listen with: both UDP and TCP are switched off")};
    const Expected<Endpoint> bound = udp ? d->udp.listen(local) : d->tcp.listen(local);
    if (bound)
        d->recordListening(udp ? Protocol::Udp : Protocol::Tcp, *bound);
    return bound;
}

Expected<Endpoint> TransportLayer::listenTls(const Endpoint &local, const TlsSettings &server)
{
    if (const auto usable = TlsContext::make(server, TlsContext::Role::Server); !usable)
        return usable.error();
    d->tls.setServer(server);
    return d->listenOn(Protocol::Tls, local);
}

Expected<Endpoint> TransportLayer::listenWs(const Endpoint &local, const WsServerSettings &server, const TlsSettings *tls)
{
    const Protocol protocol = tls ? Protocol::Wss : Protocol::Ws;
    if (tls) {
        if (const auto usable = TlsContext::make(*tls, TlsContext::Role::Server); !usable)
            return usable.error();
        d->wss.setServer(*tls);
    }
    d->streams(protocol).setWsServer(server);
    return d->listenOn(protocol, local);
}

void TransportLayer::closeAll()
{
    d->context.dropNotices();
    d->context.kept.clear();
    d->udp.closeAll();
    d->tcp.closeAll();
    d->tls.closeAll();
    d->ws.closeAll();
    d->wss.closeAll();
}

} // namespace sip
