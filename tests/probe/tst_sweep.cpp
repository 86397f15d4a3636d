// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/sweep_page.h"
#include "probe/sweep_report.h"
#include "probe/sweep_verdict.h"
#include "support/probe_run.h"

#include <QJsonArray>
#include <QtTest>

using namespace diag;
using Cause = SweepVerdict::Cause;
using Sent = FakeTransport::Sent;

namespace {

SweepSettings settings()
{
    SweepSettings one;
    one.request.method = "OPTIONS";
    one.request.target = "sip:192.0.2.1";
    one.pace.timers = sip::TimerValues::fast();
    one.local = *sip::Endpoint::parse("192.0.2.10:5060");
    return one;
}

struct SweepRun : ProbeRun {
    qsizetype udpLimit = 65'000, tcpLimit = 65'000; ///< octets that arrive
    int refusal = 0;                                ///< what is said above it; 0: nothing

    SweepRun()
    {
        serve = [this](const Sent &one) {
            const qsizetype limit = sip::isReliable(one.target.protocol) ? tcpLimit : udpLimit;
            const bool fits = one.message.wire().size() <= limit;
            if (fits || refusal)
                network.answer(one, fits ? 200 : refusal);
            return fits;
        };
    }
    SweepReport run(const SweepSettings &what)
    {
        Sweep sweep(what);
        after = [&sweep](const Flow &flow) { sweep.keep(flow); };
        drive(sweep);
        return sweep.report();
    }
};

QList<qsizetype> sizes(const SweepSeries &series)
{
    QList<qsizetype> all;
    for (const SweepPoint &one : series.points)
        all << one.octets;
    return all;
}

} // namespace

/// Whole sweeps in simulated time.
class TestSweep : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// Job 2 of the plan: to the octet, with at most 40 requests, within 20 s.
    void halving_finds_the_limit_to_the_octet()
    {
        SweepRun run;
        run.udpLimit = 1300;
        const SweepReport report = run.run(settings());
        QVERIFY(report.done && report.cutShort.isEmpty());
        QCOMPARE(report.series.size(), 2);
        QCOMPARE(report.series[0].lastGood()->octets, 1300);
        QCOMPARE(report.series[0].firstBad()->octets, 1301);
        QCOMPARE(report.series[1].lastGood()->octets, 3000);
        QVERIFY(!report.series[1].firstBad());
        QVERIFY2(report.requests <= 40, qPrintable(QString::number(report.requests)));
        QVERIFY2(run.clock.now() <= 20s, qPrintable(QString::number(run.clock.now() / 1ms)));
        const SweepVerdict verdict = verdictOf(report, 0);
        QCOMPARE(verdict.cause, Cause::LostAbove);
        QVERIFY(verdict.text.contains(QLatin1String("up to 1300 octets and is lost from 1301 on")));
        QVERIFY(verdict.text.contains(QLatin1String("Over TCP, 3000 octets pass")));
        QVERIFY(verdict.remedy.startsWith(QLatin1String("Send over TCP")));
        QCOMPARE(verdictOf(report, 1).cause, Cause::None);
    }
    /// Both ends pass: only the largest single packet shows what is wrong.
    void a_black_hole_that_lets_fragments_through_is_found()
    {
        SweepRun run;
        run.network.mtu = {1500, false};
        run.serve = [&run](const Sent &one) {
            const qsizetype octets = one.message.wire().size();
            const bool arrives = octets + 28 <= 1400 || octets + 28 > 1500;
            if (arrives)
                run.network.answer(one, 200);
            return arrives;
        };
        SweepSettings what = settings();
        what.over = {sip::Protocol::Udp};
        const SweepReport report = run.run(what);
        QCOMPARE(report.series[0].lastGood()->octets, 1372);
        QCOMPARE(report.series[0].firstBad()->octets, 1373);
        QVERIFY(report.series[0].points.last().passes());
        QCOMPARE(verdictOf(report, 0).cause, Cause::BlackHole);
        QVERIFY(verdictOf(report, 0).text.contains(QLatin1String("packets of more than 1400 octets vanish")));
    }
    void lost_fragments_are_found_with_four_requests()
    {
        SweepRun run;
        run.network.mtu = {1500, false};
        run.udpLimit = 1472;
        SweepSettings what = settings();
        what.over = {sip::Protocol::Udp};
        const SweepReport report = run.run(what);
        QCOMPARE(sizes(report.series[0]), QList<qsizetype>({600, 1472, 1473, 3000}));
        QCOMPARE(verdictOf(report, 0).cause, Cause::FragmentsLost);
    }
    void the_size_is_that_of_what_was_sent()
    {
        SweepRun run;
        run.udpLimit = 1300;
        const SweepReport report = run.run(settings());
        QSet<qsizetype> sent;
        for (const Sent &one : run.network.sent)
            sent << one.message.wire().size();
        for (const SweepSeries &series : report.series)
            for (const SweepPoint &point : series.points)
                QVERIFY(sent.contains(point.octets));
        QCOMPARE(report.path.local, run.network.address);
    }
    void every_size_goes_over_the_transport_it_is_for()
    {
        SweepRun run;
        run.run(settings());
        bool tcp = false;
        for (const Sent &one : run.network.sent) {
            tcp |= one.target.protocol == sip::Protocol::Tcp;
            QCOMPARE(one.target.protocol, tcp ? sip::Protocol::Tcp : sip::Protocol::Udp); // first one, then the other
        }
        QVERIFY(tcp);
    }
    void steps_try_every_size()
    {
        SweepRun run;
        SweepSettings what = settings();
        what.to = 1050;
        what.step = 200;
        what.halve = false;
        what.over = {sip::Protocol::Udp};
        run.udpLimit = 900;
        const SweepReport report = run.run(what);
        QCOMPARE(sizes(report.series[0]), QList<qsizetype>({600, 800, 1000, 1050}));
        QCOMPARE(report.series[0].lastGood()->octets, 800);
        QCOMPARE(report.series[0].firstBad()->octets, 1000);
    }
    void steps_and_halving_walk_to_the_first_that_is_lost()
    {
        SweepRun run;
        SweepSettings what = settings();
        what.step = 200;
        what.over = {sip::Protocol::Udp};
        run.udpLimit = 1300;
        const SweepReport report = run.run(what);
        QCOMPARE(report.series[0].lastGood()->octets, 1300);
        QCOMPARE(report.series[0].firstBad()->octets, 1301);
        QVERIFY(!sizes(report.series[0]).contains(1600));
    }
    void a_refusal_of_the_server_is_no_loss()
    {
        for (const int status : {413, 513}) {
            SweepRun run;
            run.udpLimit = run.tcpLimit = 2000;
            run.refusal = status;
            const SweepReport report = run.run(settings());
            for (qsizetype i : {0, 1}) {
                QCOMPARE(report.series[i].lastGood()->octets, 2000);
                QCOMPARE(report.series[i].firstBad()->outcome, SweepPoint::Outcome::TooLarge);
                QCOMPARE(verdictOf(report, i).cause, Cause::ServerLimit);
                QVERIFY(verdictOf(report, i).text.contains(QString::number(status)));
            }
        }
    }
    void any_other_answer_passes()
    {
        SweepRun run;
        run.serve = [&run](const Sent &one) {
            run.network.answer(one, 401, "peer", SimulatedRun::challenge("n1"));
            return true;
        };
        const SweepReport report = run.run(settings());
        QCOMPARE(report.requests, 4);
        QCOMPARE(report.series[0].lastGood()->status, 401);
        QCOMPARE(verdictOf(report, 0).cause, Cause::None);
    }
    void a_router_that_says_so_is_named()
    {
        SweepRun run;
        run.serve = [&run](const Sent &one) {
            const bool fits = one.message.wire().size() + 28 <= 1400;
            fits ? run.network.answer(one, 200) : run.tooLarge(one, 1400, "192.0.2.254");
            return fits;
        };
        SweepSettings what = settings();
        what.over = {sip::Protocol::Udp};
        const SweepReport report = run.run(what);
        QCOMPARE(report.series[0].lastGood()->octets, 1372);
        QVERIFY(report.series[0].firstBad()->icmp);
        QCOMPARE(report.series[0].firstBad()->pathMtu, 1400);
        QCOMPARE(report.series[0].firstBad()->reporter, QByteArray("192.0.2.254"));
        QCOMPARE(verdictOf(report, 0).cause, Cause::PathMtu);
        QVERIFY(verdictOf(report, 0).text.contains(QLatin1String("192.0.2.254 says that it takes packets of 1400 octets")));
    }
    void nothing_at_all_is_no_matter_of_size()
    {
        SweepRun run;
        run.udpLimit = 0;
        SweepReport report = run.run(settings());
        QCOMPARE(report.series[0].points.size(), 1);
        QCOMPARE(verdictOf(report, 0).cause, Cause::NothingAnswers);
        QCOMPARE(verdictOf(report, 1).cause, Cause::None);
        SweepRun refused;
        refused.network.refusal =
            sip::TransportError{.cause = sip::LocalCause::Refused, .text = QStringLiteral("nothing listens"), .reporter = {}};
        report = refused.run(settings());
        QCOMPARE(verdictOf(report, 0).cause, Cause::Unreachable);
        QVERIFY(verdictOf(report, 0).text.contains(QLatin1String("nothing listens")));
    }
    void each_size_can_be_tried_several_times()
    {
        SweepRun run;
        int count = 0;
        QSet<QByteArray> lost;
        run.serve = [&](const Sent &one) { // every other request gets lost for good
            const QByteArray branch = one.message.branch().toByteArray();
            if (one.number == 1 && ++count % 2 == 0)
                lost << branch;
            if (!lost.contains(branch))
                run.network.answer(one, 200);
            return true;
        };
        SweepSettings what = settings();
        what.repeat = 3;
        what.over = {sip::Protocol::Udp};
        const SweepReport report = run.run(what);
        QCOMPARE(report.requests, 6);
        QCOMPARE(verdictOf(report, 0).cause, Cause::None);
        QCOMPARE(report.series[0].points.first().sent, 3);
        QCOMPARE(report.series[0].points.first().answered, 2);
        QVERIFY(pointText(report.series[0].points.first()).contains(QLatin1String("2 of 3 answered")));
    }
    void it_ends_by_count_by_time_and_when_it_is_stopped()
    {
        SweepRun run;
        SweepSettings what = settings();
        what.step = 1;
        what.most = 10;
        QCOMPARE(run.run(what).requests, 10);
        SweepRun slow;
        slow.udpLimit = 600;
        what.most = 10'000;
        what.halve = false;
        what.pace.limit = 10s;
        const SweepReport late = slow.run(what);
        QVERIFY(late.done && late.cutShort.contains(QLatin1String("10 s")));
        QVERIFY(slow.clock.now() < 13s);
        Sweep sweep(settings());
        QVERIFY(sweep.next({}));
        sweep.stopped();
        QVERIFY(!sweep.next({}));
        QCOMPARE(sweep.report().cutShort, QStringLiteral("stopped"));
    }
    void what_cannot_be_swept_is_said()
    {
        SweepSettings what = settings();
        QCOMPARE(sweepProblem(what), QString());
        what.request.rows = {{"Subject", QByteArray(3000, 'x')}};
        QVERIFY(sweepProblem(what).contains(QLatin1String("octets at least")));
        what = settings();
        for (const char *target : {"tls:192.0.2.1:5061", "sips:192.0.2.1", "sip:192.0.2.1;transport=ws"}) {
            what.request.target = target;
            QVERIFY2(sweepProblem(what).contains(QLatin1String("UDP and TCP")), target);
        }
        what.request.raw = true;
        QVERIFY(!probeProblem(what.request).isEmpty());
    }
    /// RFC 3261 10.2.3, and nothing that is set is said to do nothing.
    void a_swept_register_asks_and_binds_nothing()
    {
        SweepRun run;
        SweepSettings what = settings();
        what.request.method = "REGISTER";
        what.request.rows = {{"Contact", "<sip:bob@192.0.2.10>"}};
        const SweepReport report = run.run(what);
        QVERIFY(report.requests > 2);
        for (const Sent &one : run.network.sent)
            QCOMPARE(one.message.count(sip::HeaderId::Contact), 0);
        for (const LadderRow &row : report.good.rows)
            QVERIFY2(!(row.label + row.detail).contains(QLatin1String("does nothing")), qPrintable(row.label));
    }
    void a_report_that_is_handed_on_has_no_secrets()
    {
        SweepRun run;
        run.udpLimit = 1300;
        SweepSettings what = settings();
        what.request.target = "sip:bob:secret@192.0.2.1";
        what.request.rows = {{"Authorization", "Digest username=\"bob\", response=\"0123abcd\""}};
        const SweepReport report = run.run(what);
        for (const QByteArray &page : {sweepMarkdown(report), sweepHtml(report)}) {
            QVERIFY(page.contains("sip:bob:***@192.0.2.1"));
            QVERIFY(!page.contains("secret") && !page.contains("0123abcd"));
        }
        QVERIFY(sweepHtml(report).contains("Authorization: ***"));
    }
    void not_more_than_five_requests_a_second_leave_the_computer()
    {
        SweepRun run;
        SweepSettings what = settings();
        what.pace = ProbePace::towards(what.request);
        QCOMPARE(what.pace.pause, sip::Instant(200ms));
        run.run(what);
        for (qsizetype i = 1; i < run.network.sent.size(); ++i)
            if (run.network.sent[i].number == 1)
                QVERIFY(run.network.sent[i].at - run.network.sent[i - 1].at >= 200ms);
        what.request.target = "sip:127.0.0.1:5070";
        QCOMPARE(ProbePace::towards(what.request).pause, sip::Instant(0));
        QVERIFY(!leavesComputer(what.request));
        what.request.target = "sip:example.com";
        QVERIFY(leavesComputer(what.request));
    }
    void the_report_has_the_ladders_on_both_sides_of_the_limit()
    {
        SweepRun run;
        run.udpLimit = 1300;
        const SweepReport report = run.run(settings());
        QVERIFY(!report.good.rows.isEmpty() && !report.bad.rows.isEmpty());
        const QByteArray page = sweepMarkdown(report);
        QVERIFY(page.contains("UDP 1300 octets") && page.contains("UDP 1301 octets"));
        QVERIFY(page.contains("| 1301 | lost |"));
        const QJsonObject object = sweepObject(report);
        QCOMPARE(object[QLatin1String("udp")][QLatin1String("last_good")].toInt(), 1300);
        QCOMPARE(object[QLatin1String("udp")][QLatin1String("first_bad")].toInt(), 1301);
        QCOMPARE(object[QLatin1String("udp")][QLatin1String("cause")].toString(), QStringLiteral("lost-above"));
        QCOMPARE(object[QLatin1String("tcp")][QLatin1String("last_good")].toInt(), 3000);
        QCOMPARE(object[QLatin1String("udp")][QLatin1String("sizes")].toArray().size(), report.series[0].points.size());
    }
};

QTEST_APPLESS_MAIN(TestSweep)
#include "tst_sweep.moc"
