// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/practice_server.h"

#include "practice/name_server.h"
#include "practice/practice_certificates.h"
#include "practice/practice_core.h"
#include "practice/practice_websockets.h"
#include "timing/qt_scheduler.h"
#include "transport/transport_layer.h"

#include <QHostAddress>

namespace diag {

namespace {

constexpr int FreePortAttempts = 8;

sip::Endpoint loopback(bool ipv6, quint16 port)
{
    return sip::Endpoint::of(QHostAddress(ipv6 ? QHostAddress::LocalHostIPv6 : QHostAddress::LocalHost), port);
}

sip::Expected<PracticeCore::Settings> coreSettings(const QList<PracticeSettings::Account> &accounts)
{
    PracticeCore::Settings settings;
    settings.realm = accounts.first().realm;
    for (const PracticeSettings::Account &account : accounts) {
        sip::SubscriberSecret secret;
        secret.k = account.k.isEmpty() ? QByteArray(practiceK) : account.k;
        secret.op = account.op.isEmpty() ? QByteArray(practiceOp) : account.op;
        const auto keys = sip::subscriberKeys(secret);
        if (!keys)
            return keys.error();
        settings.accounts.append({account.user, account.password, *keys});
    }
    return settings;
}

} // namespace

struct PracticeServer::Private {
    /// All that lives between start() and stop(); built on the thread that uses it.
    struct Stack {
        Stack(const PracticeCore::Settings &settings, const PracticeCore::Seen &seen, const DialogRequests::Told &sent)
            : recorder(scheduler), transport(scheduler, recorder), transactions(scheduler, transport, recorder),
              core({transactions, transport, scheduler, random}, settings, seen, sent),
              filter(transactions, core, [seen](const sip::Message &request, const sip::Path &path) {
                  seen(request.method().toByteArray(), path, 0);
              })
        {
            transactions.setUser(&core);
            transport.setUser(&filter);
        }
        void setBehaviour(const Behaviour &next)
        {
            core.setBehaviour(next);
            filter.setBehaviour(next);
            transport.setAnswersPings(next.kind != Behaviour::Kind::NoPong);
        }

        sip::QtScheduler scheduler;
        sip::SystemRandom random;
        sip::TraceRecorder recorder;
        sip::TransportLayer transport;
        sip::TransactionLayer transactions;
        PracticeCore core;
        RequestFilter filter;
    };

    sip::Expected<bool> open(PracticeServer *server);
    std::optional<sip::Error> openWebSockets(Stack &made);

    PracticeSettings settings;
    Behaviour behaviour;
    std::unique_ptr<Stack> stack;
    std::unique_ptr<NameServer> names;
    sip::Endpoint dns{};
    sip::TlsSettings tlsSettings;
    sip::WsServerSettings wsSettings;
    sip::Endpoint udp, tcp, tls, ws, wss; ///< kept while "refuse" has the ports closed
    bool started = false;
};

PracticeServer::PracticeServer(QObject *parent) : QObject(parent), d(std::make_unique<Private>()) {}

PracticeServer::~PracticeServer() = default;

sip::Expected<bool> PracticeServer::Private::open(PracticeServer *server)
{
    // The signals come from the event loop, so that who hears them may stop the server.
    const auto seen = [server](const QByteArray &method, const sip::Path &path, int answered) {
        const QByteArray from = path.remote.text();
        QMetaObject::invokeMethod(
            server, [server, method, from, answered] { Q_EMIT server->requestSeen(method, from, answered); },
            Qt::QueuedConnection);
    };
    const auto sent = [server](const QByteArray &method, const sip::TransportAddress &target, int answered) {
        const QByteArray to = target.remote.text();
        QMetaObject::invokeMethod(
            server, [server, method, to, answered] { Q_EMIT server->requestSent(method, to, answered); }, Qt::QueuedConnection);
    };
    const auto forCore = coreSettings(settings.accounts);
    if (!forCore)
        return forCore.error();
    auto made = std::make_unique<Stack>(*forCore, seen, sent);
    made->transactions.setServerTimers(settings.timers);
    const auto listen = [&made](bool ipv6, quint16 port, bool useUdp, bool useTcp) {
        return made->transport.listen(loopback(ipv6, port), useUdp, useTcp);
    };
    if (udp.port == tcp.port) {
        auto both = listen(false, udp.port, true, true);
        // A number that is free for UDP may be taken for TCP.
        for (int i = 1; !both && udp.port == 0 && i < FreePortAttempts; ++i)
            both = listen(false, 0, true, true);
        if (!both)
            return both.error();
        udp = tcp = *both;
    } else {
        const auto first = listen(false, udp.port, true, false);
        if (!first)
            return first.error();
        const auto second = listen(false, tcp.port, false, true);
        if (!second)
            return second.error();
        udp = *first;
        tcp = *second;
    }
    if (settings.ipv6) {
        // Not every machine has ::1; 127.0.0.1 is what start() promises.
        if (udp.port == tcp.port) {
            (void)listen(true, udp.port, true, true);
        } else {
            (void)listen(true, udp.port, true, false);
            (void)listen(true, tcp.port, false, true);
        }
    }
    if (settings.tls) {
        const auto secure = made->transport.listenTls(loopback(false, tls.port), tlsSettings);
        if (!secure)
            return secure.error();
        tls = *secure;
        if (settings.ipv6)
            (void)made->transport.listenTls(loopback(true, tls.port), tlsSettings);
    }
    if (const auto error = openWebSockets(*made))
        return *error;
    made->setBehaviour(behaviour);
    stack = std::move(made);
    return true;
}

std::optional<sip::Error> PracticeServer::Private::openWebSockets(Stack &made)
{
    const auto listen = [this, &made](sip::Endpoint &local, const sip::TlsSettings *secured) -> std::optional<sip::Error> {
        const auto bound = made.transport.listenWs(local, wsSettings, secured);
        if (!bound)
            return bound.error();
        local = *bound;
        if (settings.ipv6)
            (void)made.transport.listenWs(loopback(true, local.port), wsSettings, secured);
        return {};
    };
    std::optional<sip::Error> error;
    if (settings.wsPort)
        error = listen(ws, nullptr);
    if (!error && settings.wssPort)
        error = listen(wss, &tlsSettings);
    return error;
}

sip::Expected<sip::Endpoint> PracticeServer::start(const PracticeSettings &settings)
{
    stop();
    const auto behaviour = parseBehaviour(settings.behaviour);
    if (!behaviour)
        return behaviour.error();
    d->settings = settings;
    if (d->settings.accounts.isEmpty()) {
        for (const char *user : {"1001", "1002"})
            d->settings.accounts.append({user, "s3cret", "practice.invalid"});
    }
    d->behaviour = *behaviour;
    d->udp = loopback(false, settings.udpPort);
    d->tcp = loopback(false, settings.tcpPort);
    d->tls = loopback(false, settings.tlsPort);
    d->ws = loopback(false, settings.wsPort.value_or(0));
    d->wss = loopback(false, settings.wssPort.value_or(0));
    const auto webSockets = practiceWsSettings(settings.wsVariant);
    if (!webSockets)
        return webSockets.error();
    d->wsSettings = *webSockets;
    if (settings.tls || settings.wssPort) {
        const QString folder = settings.certificateFolder.isEmpty() ? practiceCertificateFolder() : settings.certificateFolder;
        const auto made = practiceTlsSettings(folder, settings.tlsVariant);
        if (!made)
            return made.error();
        d->tlsSettings = *made;
    }
    const auto opened = d->open(this);
    if (!opened)
        return opened.error();
    if (settings.dnsPort) {
        d->names = std::make_unique<NameServer>();
        const auto dns = d->names->listen(*settings.dnsPort, d->udp);
        if (!dns) {
            stop();
            return dns.error();
        }
        d->dns = *dns;
    }
    d->started = true;
    // "refuse" first finds ports that are free, then leaves them.
    if (d->behaviour.kind == Behaviour::Kind::Refuse)
        d->stack.reset();
    return d->udp;
}

sip::Expected<bool> PracticeServer::setBehaviour(const QByteArray &text)
{
    const auto behaviour = parseBehaviour(text);
    if (!behaviour)
        return behaviour.error();
    d->behaviour = *behaviour;
    if (!d->started)
        return true;
    if (d->behaviour.kind == Behaviour::Kind::Refuse)
        d->stack.reset();
    else if (d->stack)
        d->stack->setBehaviour(d->behaviour);
    else
        return d->open(this);
    return true;
}

void PracticeServer::stop()
{
    d->stack.reset();
    d->names.reset();
    d->dns = {};
    d->started = false;
}

sip::Endpoint PracticeServer::dnsEndpoint() const
{
    return d->dns;
}

sip::Endpoint PracticeServer::tcpEndpoint() const
{
    return d->tcp;
}

sip::Endpoint PracticeServer::tlsEndpoint() const
{
    return d->settings.tls ? d->tls : sip::Endpoint();
}

sip::Endpoint PracticeServer::wsEndpoint() const
{
    return d->settings.wsPort ? d->ws : sip::Endpoint();
}

sip::Endpoint PracticeServer::wssEndpoint() const
{
    return d->settings.wssPort ? d->wss : sip::Endpoint();
}

int PracticeServer::bindingCount() const
{
    return d->stack ? d->stack->core.bindingCount() : 0;
}

} // namespace diag
