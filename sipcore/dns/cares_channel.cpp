// SPDX-License-Identifier: GPL-3.0-or-later
#include "dns/cares_channel.h"

#include <QHostAddress>
#include <QSocketNotifier>
#include <QtEndian>

#include <ares.h>
#ifdef Q_OS_WIN
#include <winsock2.h>
#else
#include <netdb.h>
#include <netinet/in.h>
#include <sys/time.h>
#endif

#include <cstring>
#include <unordered_map>

namespace sip {

namespace {

/// c-ares wants to be started once, and outlives every channel.
void startLibrary()
{
    static const int started = ares_library_init(ARES_LIB_INIT_ALL);
    Q_UNUSED(started);
}

ares_addr_port_node nodeOf(const Endpoint &server)
{
    ares_addr_port_node node{};
    node.family = server.isIPv4() ? AF_INET : AF_INET6;
    if (server.isIPv4())
        std::memcpy(&node.addr.addr4, server.address.data() + 12, 4);
    else
        std::memcpy(&node.addr.addr6, server.address.data(), 16);
    node.udp_port = node.tcp_port = server.port;
    return node;
}

Endpoint endpointOf(int family, const void *address, quint16 port)
{
    if (family == AF_INET)
        return Endpoint::of(QHostAddress(qFromBigEndian<quint32>(address)), port);
    return Endpoint::of(QHostAddress(static_cast<const quint8 *>(address)), port);
}

} // namespace

struct CaresChannel::Private {
    /// A deleteLater() is needed: the channel closes sockets from inside the notifier's own signal.
    struct Later {
        void operator()(QSocketNotifier *notifier) const
        {
            notifier->setEnabled(false);
            notifier->deleteLater();
        }
    };
    using Notifier = std::unique_ptr<QSocketNotifier, Later>;
    struct Watched {
        Notifier read, write;
    };
    struct Question {
        Private *channel;
        Done done;
    };

    Scheduler &scheduler;
    ares_channel channel = nullptr;
    std::unordered_map<ares_socket_t, Watched> watched;
    Scheduler::Ticket wakeUp = 0;
    bool closing = false;

    explicit Private(Scheduler &s) : scheduler(s) {}

    void watch(ares_socket_t socket, bool read, bool write)
    {
        if (!read && !write) {
            watched.erase(socket);
            return;
        }
        Watched &one = watched[socket];
        set(one.read, socket, QSocketNotifier::Read, read);
        set(one.write, socket, QSocketNotifier::Write, write);
    }
    void set(Notifier &notifier, ares_socket_t socket, QSocketNotifier::Type type, bool on)
    {
        if (!on)
            return notifier.reset();
        if (notifier)
            return;
        notifier.reset(new QSocketNotifier(qintptr(socket), type));
        QObject::connect(notifier.get(), &QSocketNotifier::activated, notifier.get(), [this, socket, type] {
            const bool reading = type == QSocketNotifier::Read;
            process(reading ? socket : ARES_SOCKET_BAD, reading ? ARES_SOCKET_BAD : socket);
        });
    }
    void process(ares_socket_t read, ares_socket_t write)
    {
        ares_process_fd(channel, read, write);
        arm();
    }
    /// The next deadline of the channel, if it has one.
    void arm()
    {
        scheduler.cancel(std::exchange(wakeUp, 0));
        timeval next{};
        if (!ares_timeout(channel, nullptr, &next))
            return;
        const Instant wait = std::chrono::seconds(next.tv_sec) + Instant(next.tv_usec) + 1ms;
        wakeUp = scheduler.at(scheduler.now() + wait, [this] {
            wakeUp = 0;
            process(ARES_SOCKET_BAD, ARES_SOCKET_BAD);
        });
    }
};

CaresChannel::CaresChannel(Scheduler &scheduler, const Endpoint &server, bool tcp, Instant timeout)
    : d(std::make_unique<Private>(scheduler))
{
    startLibrary();
    ares_options options{};
    // Every answer is passed up as it came: what it means is decided, and shown, above.
    options.flags = ARES_FLAG_NOCHECKRESP | ARES_FLAG_NOSEARCH | ARES_FLAG_NOALIASES | (tcp ? ARES_FLAG_USEVC : ARES_FLAG_IGNTC);
    options.timeout = int((tcp ? 2 * timeout : timeout) / 1ms);
    options.tries = 1;
    options.sock_state_cb_data = d.get();
    options.sock_state_cb = [](void *self, ares_socket_t socket, int read, int write) {
        static_cast<Private *>(self)->watch(socket, read != 0, write != 0);
    };
    if (ares_init_options(&d->channel, &options, ARES_OPT_FLAGS | ARES_OPT_TIMEOUTMS | ARES_OPT_TRIES | ARES_OPT_SOCK_STATE_CB) !=
        ARES_SUCCESS) {
        d->channel = nullptr;
        return;
    }
    ares_addr_port_node node = nodeOf(server);
    ares_set_servers_ports(d->channel, &node);
}

CaresChannel::~CaresChannel()
{
    d->closing = true;
    d->scheduler.cancel(d->wakeUp);
    if (d->channel)
        ares_destroy(d->channel); // tells every question under way
}

void CaresChannel::ask(const DnsQuestion &question, quint16 number, Done done)
{
    if (!d->channel)
        return done(Status::Unreachable, {});
    unsigned char *query = nullptr;
    int length = 0;
    constexpr int classIn = 1, recursionDesired = 1;
    const int made =
        ares_create_query(question.name.constData(), classIn, int(question.type), number, recursionDesired, &query, &length, 0);
    if (made != ARES_SUCCESS)
        return done(Status::BadQuestion, {});
    auto *const asked = new Private::Question{d.get(), std::move(done)};
    ares_send(
        d->channel, query, length,
        [](void *data, int status, int, unsigned char *reply, int size) {
            const std::unique_ptr<Private::Question> one(static_cast<Private::Question *>(data));
            if (one->channel->closing)
                return;
            if (reply && size > 0)
                one->done(Status::Reply, QByteArray(reinterpret_cast<const char *>(reply), size));
            else
                one->done(status == ARES_ETIMEOUT ? Status::Timeout : Status::Unreachable, {});
        },
        asked);
    ares_free_string(query);
    d->arm();
}

QList<Endpoint> systemDnsServers()
{
    startLibrary();
    QList<Endpoint> servers;
    ares_channel channel = nullptr;
    if (ares_init(&channel) != ARES_SUCCESS)
        return servers;
    ares_addr_port_node *first = nullptr;
    if (ares_get_servers_ports(channel, &first) == ARES_SUCCESS)
        for (const ares_addr_port_node *node = first; node; node = node->next)
            servers.append(endpointOf(node->family, &node->addr, quint16(node->udp_port ? node->udp_port : 53)));
    ares_free_data(first);
    ares_destroy(channel);
    return servers;
}

QList<Endpoint> hostsFileAddresses(const DnsQuestion &question)
{
    QList<Endpoint> addresses;
    if (question.type != DnsType::A && question.type != DnsType::Aaaa)
        return addresses;
    startLibrary();
    ares_channel channel = nullptr;
    if (ares_init(&channel) != ARES_SUCCESS)
        return addresses;
    const int family = question.type == DnsType::A ? AF_INET : AF_INET6;
    hostent *host = nullptr;
    if (ares_gethostbyname_file(channel, question.name.constData(), family, &host) == ARES_SUCCESS && host) {
        for (char **one = host->h_addr_list; *one; ++one)
            addresses.append(endpointOf(family, *one, 0));
        ares_free_hostent(host);
    }
    ares_destroy(channel);
    return addresses;
}

} // namespace sip
