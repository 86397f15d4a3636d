// SPDX-License-Identifier: GPL-3.0-or-later
// CPU per call (INVITE 180 200 ACK BYE 200) of the whole engine, every timer and trace event on, beside sipp, against one sipp
// that answers.
#include "bench/sipp.h"
#include "ua/engine.h"

#include <QCoreApplication>

#include <cstdio>

using namespace sip;

namespace {

constexpr int calls = 20'000;
constexpr int inFlight = 200;
constexpr int rounds = 5;

/// \return microseconds of CPU per call, the end of the engine included; negative: not every call was answered and hung up
double engineRun(quint16 port, qint64 *events)
{
    ComposedRequest request;
    request.method = "INVITE";
    request.target = "udp:127.0.0.1:" + QByteArray::number(port);
    request.requestUri = "sip:bench@127.0.0.1:" + QByteArray::number(port);
    request.body = "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio 9 RTP/AVP 0 8\r\n";
    request.hangUpAfter = 0s;
    Engine engine;
    int started = 0, ended = 0, good = 0, hungUp = 0;
    const auto submit = [&] {
        ++started;
        engine.submit(Engine::newIntentId(), request);
    };
    QObject::connect(&engine, &Engine::eventsReady, &engine, [&](const TraceBatch &batch, quint64 dropped) {
        *events += batch.size() + qint64(dropped);
        for (const TraceEventPtr &event : batch)
            if (const auto *received = event->as<MessageReceived>())
                hungUp += received->message.cseqMethod() == "BYE" && received->fate == MessageReceived::Fate::Delivered;
    });
    QObject::connect(&engine, &Engine::intentFinished, &engine, [&](const IntentResult &result) {
        ++ended;
        good += result.status == 200;
        if (started < calls)
            submit();
    });
    const double before = cpuSeconds(RUSAGE_SELF);
    while (started < inFlight)
        submit();
    while (ended < calls)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    engine.shutdown();
    const double used = cpuSeconds(RUSAGE_SELF) - before;
    return good == calls && hungUp >= calls ? used / calls * 1e6 : -1;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    Sipp server;
    const quint16 port = server.serve(QStringLiteral("call_uas.xml"));
    if (port == 0) {
        printf("sipp is missing (package sip-tester) or could not listen\n");
        return 1;
    }
    QList<double> ours, theirs;
    qint64 events = 0;
    for (int round = 0; round < rounds; ++round) {
        ours << engineRun(port, &events);
        theirs << Sipp().call(QStringLiteral("call_uac.xml"), port, calls, inFlight);
        printf("round %d: engine %.1f us, sipp %.1f us of CPU per call\n", round + 1, ours.last(), theirs.last());
        fflush(stdout);
    }
    std::sort(ours.begin(), ours.end());
    std::sort(theirs.begin(), theirs.end());
    printf("trace events per call: %.1f\n", double(events) / calls / rounds);
    if (ours.first() < 0 || theirs.first() < 0) {
        printf("not every call was answered and hung up\n");
        return 1;
    }
    printf("calls a second of one core: engine %.0f, sipp %.0f\n", 1e6 / ours[rounds / 2], 1e6 / theirs[rounds / 2]);
    printf("target: not above sipp (1.00)\nRATIO engine-call-cpu-vs-sipp %.2f\n", ours[rounds / 2] / theirs[rounds / 2]);
    return 0;
}
