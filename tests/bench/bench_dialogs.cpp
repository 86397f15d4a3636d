// SPDX-License-Identifier: GPL-3.0-or-later
// What is held while it lasts: memory of a dialog and of a transaction at a quarter, a half and all of 20,000 dialogs and 100,000
// transactions, in simulated time and over loopback sockets beside sipp; and what is left when they have ended.
#include "bench/responder.h"
#include "bench/sipp.h"
#include "support/simulated_run.h"
#include "ua/engine.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTimer>

#include <cstdio>

using namespace sip;
using namespace std::chrono_literals;

namespace {

constexpr int dialogs = 20'000;
constexpr int transactions = 100'000;
constexpr int inFlight = 100;
const QByteArray sdp = "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio 9 RTP/AVP 0 8\r\n";

struct Figures {
    int count = 0;
    double heapEach = 0, residentEach = 0; ///< octets, while all are held
    double leftEach = 0;                   ///< octets on the heap when all have ended, before the engine goes
    qint64 leftAfterAll = 0;               ///< octets on the heap when the engine has gone
    bool complete = true;
};

/// Measures against the moment it was made.
class Meter {
public:
    void held(Figures &figures) const
    {
        figures.heapEach = double(heapBytes() - m_heap) / figures.count;
        figures.residentEach = double(residentBytes(getpid()) - m_resident) / figures.count;
    }
    void ended(Figures &figures) const { figures.leftEach = double(heapBytes() - m_heap) / figures.count; }
    void gone(Figures &figures) const { figures.leftAfterAll = heapBytes() - m_heap; }

private:
    static qint64 trimmedResident()
    {
        malloc_trim(0); // what an earlier run gave back does not hide what this one takes
        return residentBytes(getpid());
    }
    qint64 m_resident = trimmedResident();
    qint64 m_heap = heapBytes();
};

// Simulated time

/// Forgets what only the test keeps: the trace, and the messages the network remembers.
void forget(SimulatedRun &run)
{
    run.trace.clear();
    run.network.sent.clear();
    run.network.sent.squeeze();
}

void answerCall(SimulatedRun &run, const FakeTransport::Sent &one)
{
    if (one.message.method() == "BYE")
        run.network.answer(one, 200);
    if (one.message.method() == "INVITE")
        run.network.answer(one, 200, "peer", [](MessageDraft &draft) {
            draft.append(HeaderId::Contact, "<sip:bob@192.0.2.7>");
            draft.append(HeaderId::ContentType, "application/sdp");
            draft.body = sdp;
        });
}

Figures simulatedDialogs(int count)
{
    Figures figures{.count = count};
    const Meter meter;
    {
        SimulatedRun run;
        run.network.peer = [&run](const FakeTransport::Sent &one) { answerCall(run, one); };
        ComposedRequest request = SimulatedRun::compose("INVITE");
        request.hangUpAfter = ComposedRequest::Never;
        request.body = sdp;
        const auto rest = [&run](int i) {
            if (i % 1000 != 999)
                return;
            run.clock.advance(1ms);
            forget(run);
        };
        for (int i = 0; i < count; ++i) {
            run.send(request);
            rest(i);
        }
        run.clock.advance(40s); // Timer M
        forget(run);
        meter.held(figures);
        for (int i = 0; i < count; ++i) {
            run.clients[size_t(i)]->cancel();
            rest(i);
        }
        run.clock.advance(10s); // Timer K
        forget(run);
        figures.complete = run.core.transactions().clientCount() == 0 && run.ear.finished == count;
        run.clients.clear();
        meter.ended(figures);
    }
    meter.gone(figures);
    return figures;
}

Figures simulatedTransactions(int count)
{
    Figures figures{.count = count};
    const Meter meter;
    {
        SimulatedRun run;
        const ComposedRequest request = SimulatedRun::compose("OPTIONS");
        for (int i = 0; i < count; ++i) {
            run.send(request);
            if (i % 1000 == 999)
                forget(run);
        }
        forget(run);
        meter.held(figures);
        run.recorder.setSink([](const TraceEventPtr &) {}); // a million resends
        while (run.clock.armed() > 0) {
            run.clock.advance(100ms);
            forget(run);
        }
        figures.complete = run.core.transactions().clientCount() == 0 && run.ear.finished == count;
        run.clients.clear();
        meter.ended(figures);
    }
    meter.gone(figures);
    return figures;
}

// Loopback

/// Runs the loop until \a done, or for so long that it cannot be a matter of time. \return done
template<class Condition> bool runUntil(const Condition &done, Instant limit = 10min)
{
    QElapsedTimer clock;
    clock.start();
    QTimer tick; // the loop wakes up when nothing happens too
    tick.start(20ms);
    while (!done() && clock.elapsed() < limit / 1ms)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    return done();
}

/// Counts what the engine says, and keeps at most so many under way.
struct Loopback {
    Loopback()
    {
        QObject::connect(&engine, &Engine::eventsReady, &engine, [this](const TraceBatch &batch) {
            for (const TraceEventPtr &event : batch)
                take(*event);
        });
        QObject::connect(&engine, &Engine::intentFinished, &engine, [this](const IntentResult &result) {
            ++finished;
            good += result.status == 200;
        });
    }
    void take(const TraceEvent &event)
    {
        const auto *dialog = event.as<DialogChanged>();
        up += dialog && dialog->dialog.state == DialogFacts::State::Confirmed && qstrcmp(dialog->from, "Confirmed") != 0;
    }
    IntentId submit(const ComposedRequest &request)
    {
        const IntentId intent = Engine::newIntentId();
        engine.submit(intent, request);
        return intent;
    }
    void runFor(Instant time)
    {
        runUntil([] { return false; }, time);
    }

    Engine engine;
    int up = 0, finished = 0, good = 0;
};

ComposedRequest composed(const QByteArray &method, quint16 port)
{
    ComposedRequest request;
    request.method = method;
    request.target = "udp:127.0.0.1:" + QByteArray::number(port);
    request.requestUri = "sip:bench@127.0.0.1:" + QByteArray::number(port);
    return request;
}

/// \param theirs  takes octets of resident memory for each call that sipp holds
Figures loopbackDialogs(int count, double *theirs)
{
    Figures figures{.count = count};
    Sipp server;
    const quint16 port = server.serve(QStringLiteral("call_uas.xml"));
    const qint64 idleServer = server.residentBytes();
    const Meter meter;
    {
        Loopback run;
        ComposedRequest request = composed("INVITE", port);
        request.body = sdp;
        request.hangUpAfter = ComposedRequest::Never;
        request.timers.t1 = 100ms; // Timer M, 64*T1, need not take half a minute
        QList<IntentId> intents;
        for (int i = 0; i < count && figures.complete; ++i) {
            intents << run.submit(request);
            figures.complete = runUntil([&] { return run.up > i - inFlight; });
        }
        figures.complete &= runUntil([&] { return run.up == count; });
        run.runFor(request.timers.timeout() + 1s); // Timer M
        meter.held(figures);
        *theirs = double(server.residentBytes() - idleServer) / count;
        for (int i = 0; i < count && figures.complete; ++i) {
            run.engine.cancel(intents[i]);
            figures.complete = runUntil([&] { return run.finished > i - inFlight; });
        }
        figures.complete &= runUntil([&] { return run.finished == count; }) && run.good == count;
        run.runFor(request.timers.timeout() + 1s); // what is kept for a fork that answers late; Timer K is shorter
        intents = {};
        meter.ended(figures);
        run.engine.shutdown();
    }
    meter.gone(figures);
    return figures;
}

Figures loopbackTransactions(int count, const Responder &responder)
{
    responder.talk(false);
    Figures figures{.count = count};
    const Meter meter;
    {
        Loopback run;
        ComposedRequest request = composed("OPTIONS", responder.port());
        request.timers.t1 = 2s; // they are held, not fought for
        request.timers.t2 = 8s;
        for (int i = 0; i < count; ++i) {
            run.submit(request);
            if (i % 100 == 99)
                QCoreApplication::processEvents();
        }
        figures.complete = run.finished == 0;
        meter.held(figures);
        responder.talk(true); // the next resend of each is answered
        figures.complete &= runUntil([&] { return run.finished == count; }) && run.good == count;
        run.runFor(request.timers.t4 + 1s); // Timer K
        meter.ended(figures);
        run.engine.shutdown();
    }
    meter.gone(figures);
    return figures;
}

/// Octets of resident memory for each OPTIONS transaction that sipp holds, unanswered.
double sippTransactions(const Responder &responder)
{
    responder.talk(false);
    const auto peak = [&](int count) {
        Sipp client;
        client.hold(QStringLiteral("options_uac.xml"), responder.port(), count);
        qint64 most = 0;
        // It holds all when it has not grown for two seconds.
        for (int still = 0; still < 10; usleep(200'000)) {
            const qint64 now = client.residentBytes();
            still = now > most ? 0 : still + 1;
            most = std::max(most, now);
        }
        return most;
    };
    return double(peak(transactions) - peak(transactions / 4)) / (transactions - transactions / 4);
}

// Report

bool report(const char *what, const char *name, const std::function<Figures(int)> &measure, int most, Figures *all = nullptr)
{
    QList<Figures> rows;
    for (const int count : {most / 4, most / 2, most}) {
        rows << measure(count);
        const Figures &row = rows.last();
        std::printf(
            "%-36s %7d held: %6.0f octets of heap each, %6.0f resident; ended: %5.1f octets each left, without engine %lld "
            "in all%s\n",
            what, row.count, row.heapEach, row.residentEach, row.leftEach, static_cast<long long>(row.leftAfterAll),
            row.complete ? "" : " (NOT COMPLETE)");
        std::fflush(stdout);
    }
    std::printf("RATIO %s_memory_all/quarter %.3f\n", name, rows.last().heapEach / rows.first().heapEach);
    if (all)
        *all = rows.last();
    return std::all_of(rows.cbegin(), rows.cend(), [](const Figures &row) { return row.complete; });
}

} // namespace

int main(int argc, char **argv)
{
    const Responder responder;
    QCoreApplication app(argc, argv);
    {
        Loopback warmUp; // what Qt makes once
        warmUp.submit(composed("OPTIONS", responder.port()));
        runUntil([&] { return warmUp.finished == 1; });
    }
    bool good = report("dialogs, simulated time", "simulated-dialog", simulatedDialogs, dialogs);
    good &= report("transactions, simulated time", "simulated-transaction", simulatedTransactions, transactions);

    Figures ours;
    good &= report(
        "transactions with intents, loopback", "loopback-transaction",
        [&](int count) { return loopbackTransactions(count, responder); }, transactions, &ours);
    if (const double theirs = sippTransactions(responder); theirs > 0)
        std::printf("sipp: %.0f octets resident for each transaction\nRATIO transaction-memory-vs-sipp %.2f\n", theirs,
                    ours.residentEach / theirs);

    double theirs = 0;
    good &= report(
        "dialogs, loopback", "loopback-dialog", [&](int count) { return loopbackDialogs(count, &theirs); }, dialogs, &ours);
    if (theirs > 0)
        std::printf("sipp at the other end: %.0f octets resident for each call\nRATIO dialog-memory-vs-sipp %.2f\n", theirs,
                    ours.residentEach / theirs);
    return good ? 0 : 1;
}
