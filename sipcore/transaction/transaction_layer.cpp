// SPDX-License-Identifier: GPL-3.0-or-later
#include "transaction/transaction_layer.h"

#include "message/headers.h"
#include "message/parser.h"
#include "request/request_builder.h"
#include "transaction/ended_transactions.h"
#include "transaction/received_via.h"
#include "transaction/response_checks.h"

#include <unordered_map>

namespace sip {

namespace {

//= R7.2-3
TxInput receivedResponse(int status)
{
    return status < 200 ? TxInput::Receive1xx : status < 300 ? TxInput::Receive2xx : TxInput::ReceiveFinal;
}

constexpr QByteArrayView commonMethods[] = {"INVITE", "REGISTER", "OPTIONS", "BYE",   "CANCEL", "MESSAGE", "SUBSCRIBE",
                                            "NOTIFY", "REFER",    "INFO",    "PRACK", "UPDATE", "PUBLISH"};

TxInput sentResponse(int status)
{
    return status < 200 ? TxInput::Send1xx : status < 300 ? TxInput::Send2xx : TxInput::SendFinal;
}

} // namespace

struct TransactionLayer::Private {
    Private(Scheduler &s, TransportService &t, TraceRecorder &r) : scheduler(s), transport(t), recorder(r) {}

    Scheduler &scheduler;
    TransportService &transport;
    TraceRecorder &recorder;
    TransactionUser *user = nullptr;

    // The keys are views into the transactions' own requests.
    //= R17.1.3-3 a retry has a branch, and so an entry, of its own
    std::unordered_map<TransactionKey, std::unique_ptr<ClientTransaction>, TransactionKeyHash> clients;
    std::unordered_map<TransactionKey, std::unique_ptr<ServerTransaction>, TransactionKeyHash> servers;
    QHash<TransactionId, ClientTransaction *> clientsById;
    QHash<TransactionId, ServerTransaction *> serversById;
    EndedTransactions ended;
    TransactionId lastId = 0;

    // What ended may still be on the call stack: it is deleted from the event loop.
    std::vector<std::unique_ptr<ClientTransaction>> endedClients;
    std::vector<std::unique_ptr<ServerTransaction>> endedServers;
    Scheduler::Ticket sweep = 0;

    void sweepSoon()
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
    void giveBack()
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

    void received(const TraceContext &context, const Message &message, const Path &path, MessageReceived::Fate fate,
                  const char *rule = "", const QString &reason = {})
    {
        if (recorder.isActive())
            recorder.record(context, MessageReceived{message, path, fate, rule, reason});
    }

    /// What of a machine's output is the same for all four: states and timers, for the trace.
    //= R17-1
    void report(const TraceContext &context, Machine machine, const TxOutput &out)
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

    template<class Transaction> void arm(Transaction &t)
    {
        const std::optional<Instant> due = t.m_machine.nextWake();
        if (t.m_ticket != 0 && due && *due == t.m_ticketDue)
            return;
        scheduler.cancel(std::exchange(t.m_ticket, 0));
        if (!due)
            return;
        t.m_ticketDue = *due;
        t.m_ticket = scheduler.at(*due, [this, &t] {
            t.m_ticket = 0;
            t.m_machine.wake(scheduler.now());
            pump(t);
        });
    }

    // Client side

    //= R17.1.1.2-5 the same octets every time
    void sendRequest(ClientTransaction &t)
    {
        ++t.m_sends;
        transport.send(t.m_context, t.m_target, t.m_request, 0, t.m_sends, t.m_planned);
    }

    void pump(ClientTransaction &t, const Message *response = nullptr, const Path *path = nullptr)
    {
        using K = TxOutput::Kind;
        if (std::exchange(t.m_pumping, true))
            return; // called from inside a callback: the loop below goes on with it
        for (auto outputs = t.m_machine.takeOutputs(); !outputs.isEmpty(); outputs = t.m_machine.takeOutputs()) {
            for (const TxOutput &out : outputs) {
                report(t.m_context, t.m_machine.machine(), out);
                if (out.kind == K::ResendRequest) {
                    sendRequest(t);
                } else if (out.kind == K::SendAck && response) {
                    if (t.m_ack.kind() == Message::Kind::Invalid)
                        t.m_ack = buildAckNon2xx(t.m_request, *response);
                    transport.send(t.m_context, t.m_target, t.m_ack, 0, 1, 1); //= R17.1.1.2-11
                } else if (!t.m_user) {
                    continue;
                } else if (out.kind == K::Deliver && response && path) {
                    t.m_user->responseReceived(t, *response, *path);
                } else if (out.kind == K::Timeout) {
                    t.m_user->timedOut(t, timerLetter(out.input));
                } else if (out.kind == K::TransportFailure) {
                    t.m_user->transportFailed(t, t.m_error);
                }
            }
        }
        t.m_pumping = false;
        if (t.m_ended)
            return;
        if (t.state() == TxState::Terminated)
            end(t);
        else
            arm(t);
    }

    //= R17.1.1.2-15
    void end(ClientTransaction &t)
    {
        t.m_ended = true;
        scheduler.cancel(std::exchange(t.m_ticket, 0));
        clientsById.remove(t.id());
        const TransactionKey key = clientKey(t.m_request);
        ended.add(key, t.m_context);
        if (const auto found = clients.find(key); found != clients.end() && found->second.get() == &t) {
            endedClients.push_back(std::move(found->second));
            clients.erase(found);
        }
        sweepSoon();
        if (ClientTransactionUser *const whom = std::exchange(t.m_user, nullptr))
            whom->terminated(t);
    }

    void fail(ClientTransaction &t, const TransportError &error)
    {
        t.m_error = error;
        t.m_machine.input(TxInput::TransportError, scheduler.now());
        pump(t);
    }

    /// Of the request it would belong to, if its Via and CSeq can be read: what is dropped is shown where it is missed.
    TraceContext contextOf(const Message &message)
    {
        const TransactionKey key = clientKey(message);
        const auto found = clients.find(key);
        return found != clients.end() ? found->second->m_context : ended.find(key).value_or(TraceContext());
    }

    /// An answer that matches nothing: perhaps only its CSeq names the wrong method.
    void strayed(const Message &message, const Path &path)
    {
        TransactionKey key = clientKey(message);
        const QByteArrayView named = key.method;
        for (const QByteArrayView method : commonMethods) {
            key.method = method;
            if (const auto other = clients.find(key); other != clients.end()) {
                received(other->second->m_context, message, path, MessageReceived::Fate::Stray, "R17.1.3-1",
                         named == "ACK" ? QStringLiteral("an ACK is never answered")
                                        : QStringLiteral("its CSeq names %1, our request with this branch is %2")
                                              .arg(QString::fromUtf8(named), QLatin1String(method)));
                return;
            }
        }
        received({}, message, path, MessageReceived::Fate::Stray, "R6026.8.9-1",
                 QStringLiteral("no request of ours has this branch and method"));
    }

    void receiveResponse(const Message &message, const Path &path)
    {
        if (const ResponseFlaw flaw = flawOf(message); flaw.rule) {
            received(contextOf(message), message, path, MessageReceived::Fate::Dropped, flaw.rule, flaw.reason);
            return;
        }
        const TransactionKey key = clientKey(message);
        const auto found = clients.find(key);
        //= R6026.8.9-1
        //= R18.1.2-2
        if (found == clients.end()) {
            if (const std::optional<TraceContext> late = ended.find(key))
                received(*late, message, path, MessageReceived::Fate::Late, "R6026.8.9-1",
                         QStringLiteral("its transaction has ended"));
            else
                strayed(message, path);
            if (user)
                user->strayResponse(message, path);
            return;
        }
        ClientTransaction &t = *found->second;
        if (const ResponseFlaw flaw = sentByFlaw(message, t.m_request); flaw.rule) {
            received(t.m_context, message, path, MessageReceived::Fate::Dropped, flaw.rule, flaw.reason);
            return;
        }
        ++t.m_responses;
        const TxInput input = receivedResponse(message.status());
        const TxRow *const row = findRow(t.m_machine.machine(), t.state(), input);
        if (!row) {
            //= R17.1.1.2-16
            //= R13.2.2.3-1
            received(t.m_context, message, path, MessageReceived::Fate::Late, "R17.1.1.2-16",
                     QStringLiteral("not expected in the state %1").arg(QLatin1String(stateName(t.state()))));
            return;
        }
        const ResponseFlaw odd = mismatchOf(message, t.m_request);
        if (!(row->actions & ToTu))
            received(t.m_context, message, path, MessageReceived::Fate::Copy, row->rule, odd.reason);
        else if (!t.m_user)
            received(t.m_context, message, path, MessageReceived::Fate::Late, row->rule,
                     QStringLiteral("nobody waits for it any more"));
        else
            received(t.m_context, message, path, MessageReceived::Fate::Delivered, odd.rule ? odd.rule : "", odd.reason);
        t.m_machine.input(input, scheduler.now());
        pump(t, &message, &path);
    }

    // Server side

    void pump(ServerTransaction &t, const Message *ack = nullptr)
    {
        using K = TxOutput::Kind;
        if (std::exchange(t.m_pumping, true))
            return;
        for (auto outputs = t.m_machine.takeOutputs(); !outputs.isEmpty(); outputs = t.m_machine.takeOutputs()) {
            for (const TxOutput &out : outputs) {
                report(t.m_context, t.m_machine.machine(), out);
                if (out.kind == K::SendResponse || out.kind == K::ResendResponse) {
                    sendResponse(t, out.kind == K::ResendResponse);
                } else if (out.kind == K::Deliver && ack && user) {
                    user->ackReceived(*ack, t.m_path);
                } else if (out.kind == K::Timeout) {
                    recorder.record(t.m_context, Note{Note::Level::Warning,
                                                      QStringLiteral("the final answer was never acknowledged"), out.rule});
                } else if (out.kind == K::TransportFailure) {
                    recorder.record(t.m_context,
                                    Note{Note::Level::Warning, QStringLiteral("the answer could not be delivered"), out.rule});
                }
            }
        }
        t.m_pumping = false;
        if (t.m_ended)
            return;
        if (t.state() == TxState::Terminated)
            end(t);
        else
            arm(t);
    }

    void sendResponse(ServerTransaction &t, bool again)
    {
        if (t.m_lastResponse.kind() == Message::Kind::Invalid)
            return; // a copy of the request before there is anything to repeat
        t.m_sends = again ? quint16(t.m_sends + 1) : 1;
        const Endpoint remote = isReliable(t.m_path.protocol) ? t.m_path.remote : responseTarget(t.m_request, t.m_path);
        transport.send(t.m_context, {t.m_path.protocol, remote}, t.m_lastResponse, t.m_path.connection, t.m_sends, 1);
    }

    void end(ServerTransaction &t)
    {
        t.m_ended = true;
        scheduler.cancel(std::exchange(t.m_ticket, 0));
        serversById.remove(t.id());
        if (const auto found = servers.find(serverKey(t.m_request)); found != servers.end() && found->second.get() == &t) {
            endedServers.push_back(std::move(found->second));
            servers.erase(found);
        }
        sweepSoon();
    }

    void receiveRequest(const Message &message, const Path &path)
    {
        if (const ResponseFlaw flaw = unanswerable(message); flaw.rule) {
            received({}, message, path, MessageReceived::Fate::Dropped, flaw.rule, flaw.reason);
            return;
        }
        const bool ack = message.method() == "ACK";
        const auto found = servers.find(serverKey(message));
        if (found != servers.end()) {
            ServerTransaction &t = *found->second;
            const TxInput input = ack ? TxInput::ReceiveAck : TxInput::ReceiveRequest;
            const TxRow *const row = findRow(t.m_machine.machine(), t.state(), input);
            const bool first = ack && row && (row->to != t.state() || row->actions & ToTu);
            if (!row)
                received(t.m_context, message, path, MessageReceived::Fate::Stray, "R17.1.1.2-16",
                         QStringLiteral("not expected in the state %1").arg(QLatin1String(stateName(t.state()))));
            else
                received(t.m_context, message, path, first ? MessageReceived::Fate::Delivered : MessageReceived::Fate::Copy,
                         row->rule);
            t.m_machine.input(input, scheduler.now());
            pump(t, &message);
            return;
        }
        if (ack) {
            const MessageReceived::Fate fate = user ? user->fateOfAck(message) : MessageReceived::Fate::Delivered;
            const bool odd = fate == MessageReceived::Fate::Stray;
            received(user ? user->contextOf(message) : TraceContext(), message, path, fate, odd ? "R13.3.1.4-1" : "",
                     odd ? QStringLiteral("an ACK for nothing: no answer of ours waits for one") : QString());
            if (user)
                user->ackReceived(message, path);
            return;
        }
        TraceContext context = user ? user->contextOf(message) : TraceContext();
        context.transaction = ++lastId;
        received(context, message, path, MessageReceived::Fate::Delivered);
        const Message stamped = withReceivedVia(message, path.remote);
        std::unique_ptr<ServerTransaction> made(
            new ServerTransaction(context, stamped, path, TimerValues::rfc(), scheduler.now()));
        ServerTransaction &t = *made;
        serversById.insert(t.id(), &t);
        servers.insert_or_assign(serverKey(t.m_request), std::move(made));
        recorder.record(context, StateChanged{t.m_machine.machine(), "", stateName(t.state()), "RFC3261-17.2"});
        pump(t);
        if (!user)
            return;
        if (message.method() == "CANCEL")
            user->cancelReceived(t, inviteOf(t));
        else
            user->requestReceived(t);
    }

    ServerTransaction *inviteOf(const ServerTransaction &cancel)
    {
        TransactionKey key = serverKey(cancel.m_request);
        key.method = "INVITE";
        const auto found = servers.find(key);
        return found == servers.end() ? nullptr : found->second.get();
    }
};

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
                 QStringLiteral("another request with the same branch and method is being sent: answers now go to that one"),
                 "R17-2"});
        d->fail(older, {.cause = LocalCause::Cancelled,
                        .text = QStringLiteral("a later request took over its branch; a branch must be unique for every request"),
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
    if (!transaction.m_ended)
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
                    known ? worst->text : QStringLiteral("this is no SIP message"));
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
