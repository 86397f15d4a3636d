// SPDX-License-Identifier: GPL-3.0-or-later
// CPU per OPTIONS transaction of the whole engine, every timer and trace event on, beside sipp, against the same responder.
#include "ua/engine.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTemporaryDir>

#include <arpa/inet.h>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace sip;

namespace {

constexpr int transactions = 100'000;
constexpr int inFlight = 500;
constexpr int rounds = 3;

bool isRow(const char *line, const char *name)
{
    return strncasecmp(line, name, strlen(name)) == 0;
}

/// 200 for every datagram: the rows of the request that an answer repeats.
size_t answer(const char *in, size_t size, char *out)
{
    char *at = out;
    const auto put = [&at](const char *text, size_t length) {
        memcpy(at, text, length);
        at += length;
    };
    put("SIP/2.0 200 OK\r\n", 16);
    const char *const end = in + size;
    for (const char *line = static_cast<const char *>(memchr(in, '\n', size)); line && ++line < end;) {
        const char *const next = static_cast<const char *>(memchr(line, '\n', size_t(end - line)));
        if (!next)
            break;
        const size_t length = size_t(next - line) + 1;
        if (isRow(line, "To:")) {
            put(line, length - 2);
            put(";tag=r\r\n", 8);
        } else if (isRow(line, "Via:") || isRow(line, "From:") || isRow(line, "Call-ID:") || isRow(line, "CSeq:")) {
            put(line, length);
        }
        line = next;
    }
    put("Content-Length: 0\r\n\r\n", 21);
    return size_t(at - out);
}

/// A process of its own, so that its time is not ours. \return its port; 0: could not start
quint16 startResponder(pid_t *child)
{
    const int fd = socket(AF_INET, SOCK_DGRAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address;
    const int room = 8 << 20;
    setsockopt(fd, SOL_SOCKET, SO_RCVBUF, &room, sizeof room);
    if (bind(fd, reinterpret_cast<sockaddr *>(&address), length) != 0 ||
        getsockname(fd, reinterpret_cast<sockaddr *>(&address), &length) != 0)
        return 0;
    *child = fork();
    if (*child == 0) {
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        static char in[65536], out[70000];
        while (true) {
            sockaddr_in from{};
            socklen_t fromLength = sizeof from;
            const ssize_t size = recvfrom(fd, in, sizeof in, 0, reinterpret_cast<sockaddr *>(&from), &fromLength);
            if (size > 0)
                sendto(fd, out, answer(in, size_t(size), out), 0, reinterpret_cast<sockaddr *>(&from), fromLength);
        }
    }
    close(fd);
    return ntohs(address.sin_port);
}

double cpuSeconds(int who)
{
    rusage usage{};
    getrusage(who, &usage);
    const auto seconds = [](const timeval &t) { return double(t.tv_sec) + double(t.tv_usec) / 1e6; };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

/// \return microseconds of CPU per transaction; negative: not all were answered
double engineRun(quint16 port, qint64 *events)
{
    Engine engine;
    ComposedRequest request;
    request.method = "OPTIONS";
    request.target = "udp:127.0.0.1:" + QByteArray::number(port);
    request.requestUri = "sip:bench@127.0.0.1:" + QByteArray::number(port);
    int started = 0, ended = 0, good = 0;
    const auto submit = [&] {
        ++started;
        engine.submit(Engine::newIntentId(), request);
    };
    QObject::connect(&engine, &Engine::eventsReady, &engine,
                     [&](const TraceBatch &batch, quint64 dropped) { *events += batch.size() + qint64(dropped); });
    QObject::connect(&engine, &Engine::intentFinished, &engine, [&](const IntentResult &result) {
        ++ended;
        good += result.status == 200;
        if (started < transactions)
            submit();
    });
    const double before = cpuSeconds(RUSAGE_SELF);
    while (started < inFlight)
        submit();
    while (ended < transactions)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    const double used = cpuSeconds(RUSAGE_SELF) - before;
    engine.shutdown();
    return good == transactions ? used / transactions * 1e6 : -1;
}

double sippRun(quint16 port)
{
    QTemporaryDir folder;
    QProcess sipp;
    sipp.setWorkingDirectory(folder.path());
    sipp.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    sipp.setStandardOutputFile(QProcess::nullDevice());
    const double before = cpuSeconds(RUSAGE_CHILDREN);
    sipp.start(QStringLiteral("sipp"),
               {QStringLiteral("-sf"), QStringLiteral(VIATRACE_SOURCE_DIR "/tests/bench/options_uac.xml"), QStringLiteral("-i"),
                QStringLiteral("127.0.0.1"), QStringLiteral("-m"), QString::number(transactions), QStringLiteral("-l"),
                QString::number(inFlight), QStringLiteral("-r"), QStringLiteral("1000000"), QStringLiteral("-nostdin"),
                QStringLiteral("-buff_size"), QStringLiteral("4000000"), QStringLiteral("127.0.0.1:%1").arg(port)});
    if (!sipp.waitForStarted() || !sipp.waitForFinished(120'000) || sipp.exitCode() != 0)
        return -1;
    return (cpuSeconds(RUSAGE_CHILDREN) - before) / transactions * 1e6;
}

} // namespace

int main(int argc, char **argv)
{
    pid_t responder = 0;
    const quint16 port = startResponder(&responder); // before Qt: nothing to share with the child
    if (port == 0) {
        fprintf(stderr, "the responder could not be started\n");
        return 1;
    }
    QCoreApplication app(argc, argv);
    QList<double> ours, theirs;
    qint64 events = 0;
    for (int round = 0; round < rounds; ++round) {
        ours << engineRun(port, &events);
        theirs << sippRun(port);
        printf("round %d: engine %.2f us, sipp %.2f us of CPU per OPTIONS transaction\n", round + 1, ours.last(), theirs.last());
    }
    kill(responder, SIGKILL);
    waitpid(responder, nullptr, 0);
    std::sort(ours.begin(), ours.end());
    std::sort(theirs.begin(), theirs.end());
    printf("trace events per transaction: %.1f\n", double(events) / transactions / rounds);
    if (ours.first() < 0 || theirs.first() < 0) {
        printf("not every transaction was answered, or sipp is missing (package sip-tester)\n");
        return 1;
    }
    printf("target: not above sipp (1.00)\nRATIO engine-options-cpu-vs-sipp %.2f\n", ours[rounds / 2] / theirs[rounds / 2]);
    return 0;
}
