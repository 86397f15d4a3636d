// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/practice_server.h"
#include "probe/path_trace.h"
#include "probe/probe_runner.h"
#include "probe/sweep.h"
#include "probe/sweep_verdict.h"

#include <QSignalSpy>
#include <QTest>

using namespace diag;

namespace {

struct Practice {
    PracticeServer server;
    QByteArray target;

    explicit Practice(const QByteArray &behaviour)
    {
        PracticeSettings settings;
        settings.behaviour = behaviour;
        target = "sip:" + server.start(settings)->text();
    }
};

bool ends(ProbeRunner &runner, Probe &probe)
{
    QSignalSpy finished(&runner, &ProbeRunner::finished);
    runner.start(probe);
    return QTest::qWaitFor([&] { return !finished.isEmpty(); }, 60'000) && !finished.first().first().toBool();
}

} // namespace

/// With real sockets, against the practice server.
class TestProbeRunner : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void a_sweep_finds_what_the_server_drops()
    {
        const Practice practice("big-drop:1300");
        SweepSettings settings;
        settings.request.method = "OPTIONS";
        settings.request.target = practice.target;
        settings.pace = ProbePace::towards(settings.request);
        settings.pace.wait = 300ms;
        Sweep sweep(settings);
        ProbeRunner runner;
        connect(&runner, &ProbeRunner::moved, &runner, [&sweep](const Flow &flow) { sweep.keep(flow); });
        QVERIFY(ends(runner, sweep));
        const SweepReport &report = sweep.report();
        QCOMPARE(report.series.size(), 2);
        QCOMPARE(report.series[0].lastGood()->octets, 1300);
        QCOMPARE(report.series[0].firstBad()->octets, 1301);
        QCOMPARE(report.series[1].lastGood()->octets, 3000);
        QVERIFY(report.requests <= 40);
        QVERIFY(!report.bad.rows.isEmpty());
    }
    void a_sweep_finds_what_the_server_refuses()
    {
        const Practice practice("limit:900");
        SweepSettings settings;
        settings.request.method = "OPTIONS";
        settings.request.target = practice.target;
        settings.padding = Padding::Body;
        settings.pace = ProbePace::towards(settings.request);
        Sweep sweep(settings);
        ProbeRunner runner;
        QVERIFY(ends(runner, sweep));
        for (qsizetype i : {0, 1}) {
            QCOMPARE(sweep.report().series[i].lastGood()->octets, 900);
            QCOMPARE(verdictOf(sweep.report(), i).cause, SweepVerdict::Cause::ServerLimit);
        }
    }
    void a_trace_walks_the_hops()
    {
        const Practice practice("hops:4");
        PathTraceSettings settings;
        settings.request.method = "OPTIONS";
        settings.request.target = practice.target;
        settings.pace = ProbePace::towards(settings.request);
        PathTrace trace(settings);
        ProbeRunner runner;
        QVERIFY(ends(runner, trace));
        QCOMPARE(trace.report().end, PathReport::End::Reached);
        QCOMPARE(trace.report().hops.size(), 5);
    }
    void it_stops_at_once_when_told()
    {
        const Practice practice("silent");
        SweepSettings settings;
        settings.request.method = "OPTIONS";
        settings.request.target = practice.target;
        Sweep sweep(settings);
        ProbeRunner runner;
        QSignalSpy finished(&runner, &ProbeRunner::finished), seen(&practice.server, &PracticeServer::requestSeen);
        runner.start(sweep);
        QTRY_VERIFY(seen.size() > 0); // and silence is kept
        runner.stop();
        QCoreApplication::processEvents(); // no more than that
        QCOMPARE(finished.size(), 1);
        QVERIFY(finished.first().first().toBool());
    }
};

QTEST_GUILESS_MAIN(TestProbeRunner)
#include "tst_probe_runner.moc"
