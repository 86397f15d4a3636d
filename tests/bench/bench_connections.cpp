// SPDX-License-Identifier: GPL-3.0-or-later
// 10,000 TCP and 2,000 TLS connections held at once, each kept alive: what one of them holds, and how late the event loop is.
// The peer is a process of its own; each connection goes to an address of its own in 127.0.0.0/8.
#include "bench/process_figures.h"
#include "message/parser.h"
#include "support/test_certificates.h"
#include "timing/qt_scheduler.h"
#include "transport/transport_layer.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QHostAddress>
#include <QSocketNotifier>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <sys/socket.h>
#include <sys/wait.h>

using namespace sip;

namespace {

constexpr int tcpWanted = 10'000, tlsWanted = 2'000, atOnce = 100;
constexpr Instant pingEvery = 10s, tick = 10ms;
constexpr int settleMs = 12'000, measureMs = 20'000;

TransportLayer::Settings roomy()
{
    TransportLayer::Settings settings;
    settings.connectTimeout = 60s;
    settings.maxConnections = 20'000;
    return settings;
}

/// The part of a transport user that is wanted here.
struct Ear : TransportUser {
    std::function<void(const Message &, const Path &)> heard;
    int lost = 0;
    void messageReceived(const Message &message, const Path &path) override { heard(message, path); }
    void sendFailed(const TraceContext &, const Path &, const TransportError &error) override
    {
        qFatal("not sent: %s", qPrintable(error.text));
    }
    void icmpReceived(const Path &, const TransportError &, const QByteArray &) override {}
    void connectionLost(const Path &, const TransportError &) override { ++lost; }
};

Message options()
{
    return parseMessage("OPTIONS sip:example.com SIP/2.0\r\nVia: SIP/2.0/TCP 192.0.2.1;branch=z9hG4bK1\r\nMax-Forwards: 70\r\n"
                        "From: <sip:a@example.com>;tag=a\r\nTo: <sip:example.com>\r\nCall-ID: a\r\nCSeq: 1 OPTIONS\r\n"
                        "Content-Length: 0\r\n\r\n");
}

/// Answers everything until the other end of \a ports is closed.
int serve(int argc, char **argv, int ports, const TlsSettings &own)
{
    const QCoreApplication app(argc, argv);
    QtScheduler scheduler;
    TraceRecorder recorder(scheduler);
    TransportLayer layer(scheduler, recorder, roomy());
    Ear ear;
    layer.setUser(&ear);
    const Message answer = parseMessage("SIP/2.0 200 OK\r\nCSeq: 1 OPTIONS\r\nContent-Length: 0\r\n\r\n");
    ear.heard = [&](const Message &, const Path &path) {
        layer.send({}, {path.protocol, path.remote}, answer, path.connection, 1, 1);
    };
    const Endpoint any = Endpoint::of(QHostAddress(QHostAddress::AnyIPv4), 0);
    const auto tcp = layer.listen(any, false, true);
    const auto tls = layer.listenTls(any, own);
    const quint16 both[2] = {tcp ? tcp->port : quint16(0), tls ? tls->port : quint16(0)};
    if (write(ports, both, sizeof both) != ssize_t(sizeof both))
        return 1;
    QSocketNotifier end(ports, QSocketNotifier::Read);
    QObject::connect(&end, &QSocketNotifier::activated, &app, &QCoreApplication::quit);
    return QCoreApplication::exec();
}

/// As many files as are wanted, or as many as are allowed. \return how many connections that is; each takes two, one to ask later
/// how it ended
int room(int wanted)
{
    rlimit limit{};
    getrlimit(RLIMIT_NOFILE, &limit);
    const rlim_t files = rlim_t(2 * wanted + 200);
    if (limit.rlim_max < files) {
        const rlimit more{files, files};
        if (setrlimit(RLIMIT_NOFILE, &more) != 0) {
            limit.rlim_cur = limit.rlim_max;
            setrlimit(RLIMIT_NOFILE, &limit);
            const int fits = int(limit.rlim_max - 200) / 2;
            std::printf("skipped: %d connections at once; this system allows %lu files: %d connections\n", wanted,
                        static_cast<unsigned long>(limit.rlim_max), fits);
            return fits;
        }
        return wanted;
    }
    limit.rlim_cur = files;
    setrlimit(RLIMIT_NOFILE, &limit);
    return wanted;
}

void hold(const char *name, Protocol protocol, quint16 port, int count, const TlsSettings &trusting)
{
    QtScheduler scheduler;
    TraceRecorder recorder(scheduler);
    TransportLayer layer(scheduler, recorder, roomy());
    Ear ear;
    layer.setUser(&ear);
    const auto tls = std::make_shared<const TlsSettings>(trusting);
    const Message request = options();
    const qint64 before = heapBytes();
    int begun = 0, held = 0, failed = 0;
    const auto next = [&] {
        if (begun == count)
            return;
        TransportAddress target{protocol, Endpoint::of(QHostAddress(quint32(0x7f010001 + begun)), port)};
        if (isSecured(protocol)) {
            target.domain = "example.com";
            target.tls = tls;
        }
        ++begun;
        layer.send({1, 1, TransactionId(begun)}, target, request, 0, 1, 1);
    };
    ear.heard = [&](const Message &, const Path &path) {
        ++held;
        layer.keepFlow({}, path, PingInterval::upTo(pingEvery), [&failed](const TransportError &) { ++failed; });
        next();
    };
    QElapsedTimer clock;
    clock.start();
    for (int i = 0; i < atOnce; ++i)
        next();
    while (held < count)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    const double opening = double(clock.elapsed()) / 1000;
    const qint64 after = heapBytes();

    // All of them ping from here on; how late comes what is due every 10 ms?
    QList<qint64> late;
    QEventLoop loop;
    Instant due{};
    std::function<void()> onTick = [&] {
        late.append((scheduler.now() - due).count());
        due = scheduler.now() + tick;
        scheduler.at(due, [&onTick] { onTick(); });
    };
    QTimer::singleShot(settleMs, &loop, [&] {
        due = scheduler.now() + tick;
        scheduler.at(due, [&onTick] { onTick(); });
    });
    const double cpuBefore = cpuSeconds(RUSAGE_SELF);
    QTimer::singleShot(settleMs + measureMs, &loop, &QEventLoop::quit);
    loop.exec();
    const double cpu = cpuSeconds(RUSAGE_SELF) - cpuBefore;
    std::sort(late.begin(), late.end());
    const auto percentile = [&late](int p) { return double(late[std::min(late.size() - 1, late.size() * p / 100)]) / 1000; };
    std::printf(
        "%s: %d connections opened in %.1f s, %.1f KiB of heap each (%.0f MiB in all); pings every %lld to %lld s: %d lost; "
        "event loop late by %.1f ms at the median, %.1f ms at p99, %.1f ms at most; %.0f %% of a core\n",
        name, held, opening, double(after - before) / held / 1024, double(after - before) / 1048576,
        static_cast<long long>(PingInterval::upTo(pingEvery).least / 1s), static_cast<long long>(pingEvery / 1s),
        failed + ear.lost, percentile(50), percentile(99), double(late.last()) / 1000,
        100 * cpu / (double(settleMs + measureMs) / 1000));
    std::printf("RATIO connections.%s_p99_ms %.1f\n", name, percentile(99));
    layer.setUser(nullptr);
    layer.closeAll();
}

} // namespace

int main(int argc, char **argv)
{
    const TestCertificates certificates;
    const TlsSettings own = certificates.named({"DNS:example.com"});
    const int fits = std::min(room(tcpWanted), tcpWanted); // before the fork: both need them
    int ends[2] = {};
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0)
        return 1;
    const pid_t peer = fork();
    if (peer == 0) {
        close(ends[0]);
        const int code = serve(argc, argv, ends[1], own);
        std::fflush(nullptr);
        _exit(code); // the files of the certificates are the parent's
    }
    close(ends[1]);
    const QCoreApplication app(argc, argv);
    quint16 ports[2] = {};
    if (read(ends[0], ports, sizeof ports) != ssize_t(sizeof ports) || ports[0] == 0 || ports[1] == 0)
        return 1;
    hold("tcp", Protocol::Tcp, ports[0], fits, {});
    hold("tls", Protocol::Tls, ports[1], std::min(fits, tlsWanted), certificates.trusting());
    close(ends[0]);
    int status = 0;
    waitpid(peer, &status, 0);
    return status;
}
