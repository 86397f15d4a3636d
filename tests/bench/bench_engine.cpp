// SPDX-License-Identifier: GPL-3.0-or-later
// CPU per OPTIONS transaction of the whole engine, every timer and trace event on, beside sipp, against the same responder.
#include "bench/responder.h"
#include "bench/sipp.h"
#include "ua/engine.h"

#include <QCoreApplication>

#include <cstdio>

using namespace sip;

namespace {

constexpr int transactions = 100'000;
constexpr int inFlight = 500;
constexpr int rounds = 3;

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

} // namespace

int main(int argc, char **argv)
{
    const Responder responder;
    if (responder.port() == 0) {
        fprintf(stderr, "the responder could not be started\n");
        return 1;
    }
    QCoreApplication app(argc, argv);
    QList<double> ours, theirs;
    qint64 events = 0;
    for (int round = 0; round < rounds; ++round) {
        ours << engineRun(responder.port(), &events);
        theirs << Sipp().call(QStringLiteral("options_uac.xml"), responder.port(), transactions, inFlight);
        printf("round %d: engine %.2f us, sipp %.2f us of CPU per OPTIONS transaction\n", round + 1, ours.last(), theirs.last());
    }
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
