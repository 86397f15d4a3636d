// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/words.h"
#include "transaction/transaction_layer_p.h"

#include "message/parser.h"

namespace sip {

namespace {

TxInput sentResponse(int status)
{
    return status < 200 ? TxInput::Send1xx : status < 300 ? TxInput::Send2xx : TxInput::SendFinal;
}

} // namespace

void TransactionLayer::Private::sweepSoon()
{
    if (sweep == 0)
        sweep = scheduler.at(scheduler.now(), [this] {
            sweep = 0;
            endedClients.clear();
            endedServers.clear();
            giveBack();
        });
}

/// When nothing is left of very many, what the tables took goes too.
void TransactionLayer::Private::giveBack()
{
    constexpr size_t worthIt = 1024;
    if (clients.empty() && clients.bucket_count() > worthIt) {
        clients = decltype(clients)();
        clientsById = {};
        endedClients.shrink_to_fit();
    }
    if (servers.empty() && servers.bucket_count() > worthIt) {
        servers = decltype(servers)();
        serversById = {};
        endedServers.shrink_to_fit();
    }
}

void TransactionLayer::Private::received(const TraceContext &context, const Message &message, const Path &path,
                                         MessageReceived::Fate fate, const char *rule, const QString &reason)
{
    if (recorder.isActive())
        recorder.record(context, MessageReceived{message, path, fate, rule, reason});
}

/// What of a machine's output is the same for all four: states and timers, for the trace.
//= R17-1
void TransactionLayer::Private::report(const TraceContext &context, Machine machine, const TxOutput &out)
{
    using K = TxOutput::Kind;
    if (!recorder.isActive())
        return;
    if (out.kind == K::State)
        recorder.record(context, StateChanged{machine, stateName(out.from), stateName(out.to), out.rule});
    else if (out.kind == K::TimerStarted)
        recorder.record(context, TimerEvent{TimerEvent::What::Started, out.timer, out.due, out.interval});
    else if (out.kind == K::TimerStopped)
        recorder.record(context, TimerEvent{TimerEvent::What::Stopped, out.timer, {}, {}});
    else if (out.kind == K::TimerFired)
        recorder.record(context, TimerEvent{TimerEvent::What::Fired, out.timer, {}, {}});
}

TransactionLayer::TransactionLayer(Scheduler &scheduler, TransportService &transport, TraceRecorder &recorder)
    : d(std::make_unique<Private>(scheduler, transport, recorder))
{
    transport.setUser(this);
}

TransactionLayer::~TransactionLayer()
{
    d->transport.setUser(nullptr);
    d->scheduler.cancel(d->sweep);
    for (const auto &[key, t] : d->clients)
        d->scheduler.cancel(t->m_ticket);
    for (const auto &[key, t] : d->servers)
        d->scheduler.cancel(t->m_ticket);
}

void TransactionLayer::setUser(TransactionUser *user)
{
    d->user = user;
}

void TransactionLayer::setServerTimers(const TimerValues &values)
{
    d->serverTimers = values;
}

const TimerValues &TransactionLayer::serverTimers() const
{
    return d->serverTimers;
}

//= R17.1.1.2-1
//= R17.1.2.2-1
ClientTransaction &TransactionLayer::start(TraceContext context, const Message &request, const TransportAddress &target,
                                           const TimerValues &values, ClientTransactionUser &user)
{
    context.transaction = ++d->lastId;
    std::unique_ptr<ClientTransaction> made(new ClientTransaction(context, request, target, values, d->scheduler.now(), &user));
    ClientTransaction &t = *made;
    const TransactionKey key = clientKey(t.m_request);
    //= R17-2
    if (const auto same = d->clients.find(key); same != d->clients.end()) {
        ClientTransaction &older = *same->second;
        d->recorder.record(
            older.m_context,
            Note{Note::Level::Warning,
                 Words::tr("another request with the same branch and method is being sent: answers now go to that one"),
                 "R17-2"});
        d->fail(older, {.cause = LocalCause::Cancelled,
                        .text = Words::tr("a later request took over its branch; a branch must be unique for every request"),
                        .reporter = {}});
        abandon(older);
        if (!older.m_ended) // we are inside one of its callbacks
            d->end(older);
    }
    d->clientsById.insert(t.id(), &t);
    d->clients.emplace(key, std::move(made));
    d->recorder.record(
        context, StateChanged{t.m_machine.machine(), "", stateName(t.state()), t.isInvite() ? "R17.1.1.2-1" : "R17.1.2.2-1"});
    d->sendRequest(t);
    d->pump(t);
    return t;
}

void TransactionLayer::letGo(ClientTransaction &transaction)
{
    transaction.m_user = nullptr;
}

void TransactionLayer::abandon(ClientTransaction &transaction)
{
    transaction.m_user = nullptr;
    if (transaction.m_ended)
        return;
    transaction.m_machine.abandon(d->scheduler.now());
    d->pump(transaction);
}

void TransactionLayer::abandon(ServerTransaction &transaction)
{
    if (transaction.m_ended)
        return;
    d->recorder.record(transaction.m_context,
                       StateChanged{transaction.m_machine.machine(), stateName(transaction.state()), "Terminated", ""});
    d->end(transaction);
}

void TransactionLayer::respond(ServerTransaction &transaction, const Message &response)
{
    if (transaction.m_ended)
        return;
    transaction.m_lastResponse = response;
    transaction.m_machine.input(sentResponse(response.status()), d->scheduler.now());
    d->pump(transaction);
}

void TransactionLayer::sendDirectly(const TraceContext &context, const Message &message, const TransportAddress &target,
                                    quint32 connection)
{
    d->transport.send(context, target, message, connection, 1, 1);
}

qsizetype TransactionLayer::clientCount() const
{
    return qsizetype(d->clients.size());
}

qsizetype TransactionLayer::serverCount() const
{
    return qsizetype(d->servers.size());
}

const ClientTransaction *TransactionLayer::client(TransactionId id) const
{
    return d->clientsById.value(id);
}

ServerTransaction *TransactionLayer::server(TransactionId id)
{
    return d->serversById.value(id);
}

void TransactionLayer::messageReceived(const Message &message, const Path &path)
{
    if (message.isResponse()) {
        d->receiveResponse(message, path);
    } else if (message.isRequest()) {
        d->receiveRequest(message, path);
    } else {
        const auto worst = std::max_element(message.marks().begin(), message.marks().end(),
                                            [](const LintMark &a, const LintMark &b) { return a.severity < b.severity; });
        const bool known = worst != message.marks().end();
        d->received(d->contextOf(message), message, path, MessageReceived::Fate::Dropped, known ? worst->rule : "R25-2",
                    known ? worst->text : Words::tr("this is no SIP message"));
    }
}

void TransactionLayer::sendFailed(const TraceContext &context, const Path &, const TransportError &error)
{
    if (ClientTransaction *const client = d->clientsById.value(context.transaction)) {
        d->fail(*client, error);
    } else if (ServerTransaction *const server = d->serversById.value(context.transaction)) {
        server->m_machine.input(TxInput::TransportError, d->scheduler.now());
        d->pump(*server);
    } else {
        d->recorder.record(context, Note{Note::Level::Warning, error.text, "R18.4-1"});
    }
}

//= R18.4-1
//= R18.4-2
void TransactionLayer::icmpReceived(const Path &path, const TransportError &error, const QByteArray &quoted)
{
    const Message ours = parseMessage(quoted);
    ClientTransaction *client = nullptr;
    ServerTransaction *server = nullptr;
    if (ours.isRequest()) {
        const auto found = d->clients.find(clientKey(ours));
        client = found == d->clients.end() ? nullptr : found->second.get();
    } else if (ours.isResponse()) {
        const auto found = d->servers.find(serverKey(ours));
        server = found == d->servers.end() ? nullptr : found->second.get();
    } else { // too short a quotation to know: every request that waits for this address
        QList<TransactionId> waiting;
        for (const auto &[key, t] : d->clients)
            if (t->m_target.remote == path.remote && t->m_target.protocol == Protocol::Udp && t->m_responses == 0)
                waiting.append(t->id());
        std::sort(waiting.begin(), waiting.end());
        for (const TransactionId id : std::as_const(waiting)) {
            ClientTransaction *const one = d->clientsById.value(id);
            if (!one)
                continue;
            d->recorder.record(one->m_context, IcmpReceived{path, error});
            if (error.fatal)
                d->fail(*one, error);
        }
        if (!waiting.isEmpty())
            return;
    }
    const TraceContext context = client   ? client->m_context
                                 : server ? server->m_context
                                          : d->ended.find(clientKey(ours)).value_or(TraceContext());
    d->recorder.record(context, IcmpReceived{path, error});
    if (!error.fatal)
        return;
    if (client) {
        d->fail(*client, error);
    } else if (server) {
        server->m_machine.input(TxInput::TransportError, d->scheduler.now());
        d->pump(*server);
    }
}

//= R18.4-4
void TransactionLayer::connectionLost(const Path &path, const TransportError &error)
{
    QList<TransactionId> waiting;
    for (const auto &[key, t] : d->clients)
        if (t->m_target.protocol == path.protocol && t->m_target.remote == path.remote)
            waiting.append(t->id());
    std::sort(waiting.begin(), waiting.end());
    for (const TransactionId id : std::as_const(waiting))
        if (ClientTransaction *const one = d->clientsById.value(id))
            d->fail(*one, error);
}

} // namespace sip
