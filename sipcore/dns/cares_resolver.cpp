// SPDX-License-Identifier: GPL-3.0-or-later
#include "dns/cares_resolver.h"

#include "base/words.h"
#include "dns/answer_cache.h"
#include "dns/cares_channel.h"
#include "dns/dns_reply.h"

#include <QHash>

namespace sip {

using Result = DnsAnswer::Result;

struct CaresResolver::Private {
    /// One question on its way to an answer.
    struct Query {
        DnsQuestion question;
        Endpoint server; ///< as given to ask()
        Done done;
        QList<Endpoint> servers; ///< all that may be asked
        QList<Endpoint> queue;   ///< of them, those still to be tried, in order
        QByteArray name;         ///< that is asked for now: the question's, or the last alias
        Instant begun{};
        DnsAnswer answer; ///< as far as it is known
    };

    Private(Scheduler &s, Random &r, Settings given) : scheduler(s), random(r), settings(given) {}

    Scheduler &scheduler;
    Random &random;
    const Settings settings;
    QHash<Ticket, Query> queries;
    Ticket last = 0;
    AnswerCache cache;
    QHash<QByteArray, std::shared_ptr<CaresChannel>> channels; ///< by server and transport

    void begin(Ticket ticket);
    void fillQueue(Query &query) const;
    void askNext(Ticket ticket);
    void ask(Ticket ticket, const Endpoint &server, bool tcp);
    void replied(Ticket ticket, bool tcp, CaresChannel::Status status, const QByteArray &reply);
    void take(Ticket ticket, const DnsAnswer &part);
    void failed(Ticket ticket, Result result, const QString &problem, bool askAgain);
    void finish(Ticket ticket);
};

void CaresResolver::Private::begin(Ticket ticket)
{
    const auto query = queries.find(ticket);
    if (query == queries.end())
        return;
    query->answer.question = query->question;
    if (const auto known = cache.find(query->server, query->question, scheduler.now())) {
        query->answer = *known;
        return finish(ticket);
    }
    query->servers = QList<Endpoint>{query->server};
    if (query->server.isAny()) {
        const QList<Endpoint> inHosts = hostsFileAddresses(query->question);
        for (const Endpoint &address : inHosts)
            query->answer.records.append(
                {.owner = query->question.name, .type = query->question.type, .ttl = 0, .address = address});
        if (!inHosts.isEmpty()) {
            query->answer.result = Result::Records;
            query->answer.problem = Words::tr("from the hosts file of this system");
            return finish(ticket);
        }
        query->servers = systemDnsServers();
    }
    query->name = query->question.name;
    query->answer.result = Result::Unreachable;
    query->answer.problem = Words::tr("this system names no DNS server; one can be given as the resolver");
    fillQueue(*query);
    askNext(ticket);
}

void CaresResolver::Private::fillQueue(Query &query) const
{
    query.queue.clear();
    for (int round = 0; round < settings.rounds; ++round)
        query.queue += query.servers;
}

void CaresResolver::Private::askNext(Ticket ticket)
{
    Query &query = queries[ticket];
    if (query.queue.isEmpty())
        return finish(ticket);
    ask(ticket, query.queue.takeFirst(), false);
}

void CaresResolver::Private::ask(Ticket ticket, const Endpoint &server, bool tcp)
{
    Query &query = queries[ticket];
    query.answer.server = server;
    ++query.answer.tries;
    std::shared_ptr<CaresChannel> &channel = channels[server.text() + (tcp ? "/tcp" : "/udp")];
    if (!channel)
        channel = std::make_shared<CaresChannel>(scheduler, server, tcp, settings.timeout);
    channel->ask({query.name, query.question.type}, quint16(random.next64()),
                 [this, ticket, tcp](CaresChannel::Status status, const QByteArray &reply) {
                     // c-ares is still at work: whatever follows comes after it.
                     scheduler.at(scheduler.now(), [=, this] { replied(ticket, tcp, status, reply); });
                 });
}

void CaresResolver::Private::replied(Ticket ticket, bool tcp, CaresChannel::Status status, const QByteArray &reply)
{
    const auto query = queries.find(ticket);
    if (query == queries.end()) // cancelled
        return;
    switch (status) {
    case CaresChannel::Status::Timeout:
        return failed(ticket, Result::Timeout,
                      tcp ? Words::tr("the answer over UDP was cut off, and over TCP no answer came in time")
                          : Words::tr("no answer came in time"),
                      true);
    case CaresChannel::Status::Unreachable:
        return failed(ticket, Result::Unreachable,
                      tcp ? Words::tr("the answer over UDP was cut off, and over TCP the server cannot be reached")
                          : Words::tr("the server cannot be reached"),
                      false);
    case CaresChannel::Status::BadQuestion:
        query->queue.clear();
        return failed(ticket, Result::Malformed, Words::tr("this is no name that DNS can hold"), false);
    case CaresChannel::Status::Reply: break;
    }
    DnsAnswer part = readReply(reply, {query->name, query->question.type});
    if (part.truncated && !tcp) {
        query->answer.truncated = true;
        return ask(ticket, query->answer.server, true);
    }
    query->answer.tcp = tcp;
    query->answer.rcode = part.rcode;
    if (part.result == Result::Failed || part.result == Result::Malformed)
        return failed(ticket, part.result, part.problem, false);
    take(ticket, part);
}

/// What an answer adds: the end, or aliases that lead on.
void CaresResolver::Private::take(Ticket ticket, const DnsAnswer &part)
{
    Query &query = queries[ticket];
    DnsAnswer &answer = query.answer;
    const bool first = answer.aliases.isEmpty();
    answer.ttl = first ? part.ttl : std::min(answer.ttl, part.ttl);
    answer.problem = part.problem;
    answer.result = part.result;
    answer.records = part.records;
    for (const DnsRecord &alias : part.aliases) {
        const bool known = std::any_of(answer.aliases.cbegin(), answer.aliases.cend(),
                                       [&alias](const DnsRecord &one) { return isSameName(one.owner, alias.owner); });
        if (known || answer.aliases.size() >= MostAliases) {
            answer.result = Result::Loop;
            answer.records.clear();
            return finish(ticket);
        }
        answer.aliases.append(alias);
    }
    if (!part.open)
        return finish(ticket);
    answer.ttl = std::min(answer.ttl, answer.aliases.last().ttl);
    query.name = answer.aliases.last().target;
    fillQueue(query);
    askNext(ticket);
}

/// \param askAgain  the same server may be asked once more
void CaresResolver::Private::failed(Ticket ticket, Result result, const QString &problem, bool askAgain)
{
    Query &query = queries[ticket];
    query.answer.result = result;
    query.answer.problem = problem;
    if (!askAgain)
        query.queue.removeAll(query.answer.server);
    askNext(ticket);
}

void CaresResolver::Private::finish(Ticket ticket)
{
    Query query = queries.take(ticket);
    query.answer.took = query.answer.cached ? Instant() : scheduler.now() - query.begun;
    if (!query.answer.cached)
        cache.keep(query.server, query.answer, scheduler.now());
    query.done(query.answer);
}

CaresResolver::CaresResolver(Scheduler &scheduler, Random &random, Settings settings)
    : d(std::make_unique<Private>(scheduler, random, settings))
{}

CaresResolver::~CaresResolver() = default;

Resolver::Ticket CaresResolver::ask(const DnsQuestion &question, const Endpoint &server, Done done)
{
    const Ticket ticket = ++d->last;
    Private::Query query;
    query.question = question;
    query.server = server;
    if (!server.isAny() && server.port == 0)
        query.server.port = 53;
    query.done = std::move(done);
    query.begun = d->scheduler.now();
    d->queries.insert(ticket, std::move(query));
    d->scheduler.at(d->scheduler.now(), [self = d.get(), ticket] { self->begin(ticket); });
    return ticket;
}

void CaresResolver::cancel(Ticket ticket)
{
    d->queries.remove(ticket);
}

} // namespace sip
