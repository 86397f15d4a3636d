// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/path_report.h"
#include "support/practice_run.h"
#include "support/probe_run.h"

#include <QJsonArray>
#include <QtTest>

using namespace diag;
using End = PathReport::End;
using Kind = PathHop::Kind;
using Sent = FakeTransport::Sent;

namespace {

PathTraceSettings settings(const QByteArray &method = "OPTIONS")
{
    PathTraceSettings one;
    one.request.method = method;
    one.request.target = "sip:bob@192.0.2.1";
    one.pace.timers = sip::TimerValues::fast();
    return one;
}

int maxForwards(const Sent &one)
{
    return one.message.value(sip::HeaderId::MaxForwards).toInt();
}

struct TraceRun : ProbeRun {
    PathReport run(const PathTraceSettings &what)
    {
        PathTrace probe(what);
        drive(probe);
        return probe.report();
    }
    /// 483 as proxy \a hop gives it.
    void refuse(const Sent &one, int hop, const QByteArray &agent = {})
    {
        network.answer(one, 483, "hop" + QByteArray::number(hop), [&](sip::MessageDraft &draft) {
            draft.append("Server", "proxy " + QByteArray::number(hop));
            if (!agent.isEmpty())
                draft.append("Warning", "399 " + agent + " \"used up\"");
        });
    }
};

} // namespace

/// Whole traces in simulated time.
class TestPathTrace : public QObject {
    Q_OBJECT
private Q_SLOTS:
    //= R11.1-3
    void each_hop_refuses_in_turn_until_the_target_answers()
    {
        TraceRun run;
        run.serve = [&run](const Sent &one) {
            maxForwards(one) < 2 ? run.refuse(one, maxForwards(one) + 1) : run.network.answer(one, 200);
            return true;
        };
        const PathReport report = run.run(settings());
        QCOMPARE(report.end, End::Reached);
        QCOMPARE(report.hops.size(), 3);
        for (int i = 0; i < 3; ++i)
            QCOMPARE(report.hops[i].maxForwards, i);
        QCOMPARE(report.hops[1].kind, Kind::Hop);
        QCOMPARE(report.hops[1].software, QByteArray("proxy 2"));
        QCOMPARE(report.hops[1].took, sip::Instant(10ms));
        QCOMPARE(report.hops[1].from.text(), QByteArray("192.0.2.1:5060"));
        QCOMPARE(report.hops[2].kind, Kind::Answer);
        QCOMPARE(report.text, QStringLiteral("200 OK behind 2 hops."));
        QCOMPARE(run.network.sent.size(), 3);
        for (const Sent &one : run.network.sent)
            QCOMPARE(one.message.count(sip::HeaderId::MaxForwards), 1);
    }
    void the_practice_server_shows_its_hops()
    {
        TraceRun run;
        PracticeRun server("hops:3", run.clock);
        run.serve = [&](const Sent &one) {
            server.network.receive(one.message.wire(), server.pathFrom(run.network.address));
            return true;
        };
        server.network.peer = [&](const Sent &one) { run.network.receive(one.message.wire()); };
        PathTraceSettings what = settings();
        what.request.target = "sip:127.0.0.1:5070";
        const PathReport report = run.run(what);
        QCOMPARE(report.end, End::Reached);
        QCOMPARE(report.hops.size(), 4);
        QCOMPARE(report.hops[1].name, QByteArray("hop2.practice.invalid"));
        QCOMPARE(report.hops[2].vias.size(), 3);
        QCOMPARE(report.hops[2].vias.first(), QByteArray("hop2.practice.invalid"));
        QCOMPARE(report.hops[2].arrivedWith, 0);
        QCOMPARE(report.hops[2].remarks, QStringList());
        QCOMPARE(report.hops[3].recordRoutes.size(), 3);
        const QList<PathNode> nodes = nodesOf(report);
        QCOMPARE(nodes.size(), 5);
        QCOMPARE(nodes[0].kind, PathNode::Kind::Us);
        QCOMPARE(nodes[2].name, QStringLiteral("hop2.practice.invalid"));
        QCOMPARE(nodes[4].kind, PathNode::Kind::Target);
    }
    void record_route_names_hops_that_do_not_say_who_they_are()
    {
        TraceRun run;
        run.serve = [&run](const Sent &one) {
            if (maxForwards(one) < 2)
                run.network.answer(one, 483);
            else
                run.network.answer(one, 200, "peer", [](sip::MessageDraft &draft) {
                    draft.append("Record-Route", "<sip:p2.example.com:5070;lr>, <sip:p1.example.com;lr>");
                });
            return true;
        };
        const QList<PathNode> nodes = nodesOf(run.run(settings()));
        QCOMPARE(nodes.size(), 4);
        QCOMPARE(nodes[1].name, QStringLiteral("192.0.2.1:5060")); // heard from directly
        QCOMPARE(nodes[2].name, QStringLiteral("p2.example.com:5070"));
        QVERIFY(nodes[2].guessed);
    }
    void a_loop_ends_it()
    {
        TraceRun run;
        run.serve = [&run](const Sent &one) {
            maxForwards(one) < 2 ? run.refuse(one, 1) : run.network.answer(one, 482);
            return true;
        };
        const PathReport report = run.run(settings());
        QCOMPARE(report.end, End::Loop);
        QCOMPARE(report.hops.last().kind, Kind::Loop);
        QVERIFY(report.text.startsWith(QLatin1String("482")));
    }
    void a_hop_that_drops_is_passed_over_three_in_a_row_are_the_end()
    {
        TraceRun run;
        run.serve = [&run](const Sent &one) {
            if (maxForwards(one) != 1)
                maxForwards(one) < 3 ? run.refuse(one, maxForwards(one) + 1) : run.network.answer(one, 200);
            return true;
        };
        PathReport report = run.run(settings());
        QCOMPARE(report.end, End::Reached);
        QCOMPARE(report.hops[1].kind, Kind::Silent);
        QVERIFY(report.hops[1].remarks.value(0).contains(QLatin1String("drops")));
        TraceRun silent;
        silent.serve = [&silent](const Sent &one) {
            if (maxForwards(one) < 1)
                silent.refuse(one, 1);
            return true;
        };
        report = silent.run(settings());
        QCOMPARE(report.end, End::Silent);
        QCOMPARE(report.hops.size(), 4);
        QVERIFY(report.text.contains(QLatin1String("behind 1 hop")));
        QVERIFY(silent.clock.now() < 8s);
    }
    void an_answer_at_once_is_explained()
    {
        TraceRun run;
        run.serve = [&run](const Sent &one) {
            run.network.answer(one, 200);
            return true;
        };
        const PathReport report = run.run(settings());
        QCOMPARE(report.hops.size(), 1);
        QVERIFY(report.hops[0].remarks.value(0).contains(QLatin1String("does not look at Max-Forwards")));
        QCOMPARE(nodesOf(report).size(), 2);
    }
    //= R5393.4-1
    void a_hop_that_does_not_count_down_is_found_by_the_vias()
    {
        TraceRun run;
        run.serve = [&run](const Sent &one) {
            if (maxForwards(one) > 0)
                return run.network.answer(one, 200), true;
            run.network.answer(one, 483, "x", [&one](sip::MessageDraft &draft) {
                draft.append("Content-Type", "message/sipfrag");
                draft.body = "OPTIONS sip:bob@192.0.2.1 SIP/2.0\r\nVia: SIP/2.0/UDP p1.example.com;branch=z9hG4bK1\r\nVia: " +
                             one.message.value(sip::HeaderId::Via) + "\r\nMax-Forwards: 0\r\n\r\n";
            });
            return true;
        };
        const PathReport report = run.run(settings());
        QCOMPARE(report.hops[0].vias, QList<QByteArray>({"p1.example.com", "192.0.2.10:5060"}));
        QVERIFY(report.hops[0].remarks.value(0).contains(QLatin1String("does not count it down")));
    }
    void the_same_hop_twice_is_said()
    {
        TraceRun run;
        run.serve = [&run](const Sent &one) {
            maxForwards(one) < 3 ? run.refuse(one, 1, "p1.example.com") : run.network.answer(one, 200);
            return true;
        };
        const PathReport report = run.run(settings());
        QVERIFY(report.hops[0].remarks.isEmpty());
        QVERIFY(report.hops[2].remarks.value(0).contains(QLatin1String("a loop through it")));
    }
    void the_limit_ends_it_and_so_does_a_refused_port()
    {
        TraceRun run;
        run.serve = [&run](const Sent &one) {
            run.refuse(one, maxForwards(one));
            return true;
        };
        PathTraceSettings what = settings();
        what.last = 5;
        PathReport report = run.run(what);
        QCOMPARE(report.end, End::Limit);
        QCOMPARE(report.hops.size(), 6);
        QVERIFY(report.text.contains(QLatin1String("a 483 came back")));
        TraceRun slow;
        what.silentInARow = 100;
        what.last = 1;
        report = slow.run(what);
        QCOMPARE(report.end, End::Limit);
        QVERIFY(report.text.contains(QLatin1String("nothing answers it")));
        TraceRun late;
        what.pace.limit = 1s;
        report = late.run(what);
        QCOMPARE(report.end, End::Time);
        QCOMPARE(endName(report.end), QByteArrayView("time"));
        TraceRun refused;
        refused.network.refusal =
            sip::TransportError{.cause = sip::LocalCause::Refused, .text = QStringLiteral("nothing listens"), .reporter = {}};
        report = refused.run(settings());
        QCOMPARE(report.end, End::Unreachable);
        QCOMPARE(report.hops.size(), 1);
        QVERIFY(report.text.contains(QLatin1String("cannot be reached")));
        QVERIFY(hopAnswer(report.hops[0]) == QLatin1String("not reached") && nodesOf(report).last().unreachable);
        TraceRun gone;
        gone.serve = [&gone](const Sent &one) {
            gone.refuse(one, 1);
            gone.clock.advance(20ms);
            gone.network.refusal =
                sip::TransportError{.cause = sip::LocalCause::Refused, .text = QStringLiteral("nothing listens"), .reporter = {}};
            return true;
        };
        report = gone.run(settings());
        QCOMPARE(report.end, End::Unreachable);
        QVERIFY(report.text.contains(QLatin1String("no longer be reached")));
    }
    void a_call_that_is_traced_is_hung_up_at_once()
    {
        TraceRun run;
        run.serve = [&run](const Sent &one) {
            if (maxForwards(one) < 1)
                run.refuse(one, 1);
            else
                run.network.answer(one, 200, "peer",
                                   [](sip::MessageDraft &draft) { draft.append("Contact", "<sip:bob@192.0.2.1>"); });
            return true;
        };
        const PathReport report = run.run(settings("INVITE"));
        QCOMPARE(report.end, End::Reached);
        QCOMPARE(run.sent("INVITE").size(), 2);
        QCOMPARE(run.sent("BYE").size(), 1);
    }
    void how_the_first_hop_saw_us_is_kept()
    {
        TraceRun run;
        run.serve = [&run](const Sent &one) {
            run.network.answer(one, 200, "peer", [](sip::MessageDraft &draft) {
                draft.set(sip::HeaderId::Via,
                          draft.value(sip::HeaderId::Via).replace(";rport", ";received=203.0.113.7;rport=40123"));
            });
            return true;
        };
        const PathReport report = run.run(settings());
        QCOMPARE(report.hops[0].received, QByteArray("203.0.113.7"));
        QCOMPARE(report.hops[0].rport, 40123);
        QVERIFY(pathConclusions(report).first().contains(QLatin1String("203.0.113.7:40123")));
        PathReport six = report;
        six.hops[0].received = "2001:db8::7";
        QVERIFY(pathConclusions(six).first().contains(QLatin1String("[2001:db8::7]:40123")));
    }
    /// RFC 3261 10.2.3: what a trace came from is gone when it is over.
    void a_traced_register_asks_and_binds_nothing()
    {
        TraceRun run;
        run.serve = [&run](const Sent &one) {
            run.network.answer(one, 200);
            return true;
        };
        PathTraceSettings what = settings("REGISTER");
        what.request.rows = {{"m", "<sip:bob@192.0.2.10>"}, {"Contact", "<sip:bob@192.0.2.11>"}};
        what.request.keepFor = sip::ComposedRequest::Never;
        QCOMPARE(run.run(what).end, End::Reached);
        QCOMPARE(run.network.sent.size(), 1);
        QCOMPARE(run.network.sent[0].message.count(sip::HeaderId::Contact), 0);
    }
    void what_a_hop_writes_stays_text_and_is_cut()
    {
        TraceRun run;
        run.serve = [&run](const Sent &one) {
            run.network.answer(one, 404, "peer", [](sip::MessageDraft &draft) {
                draft.append("Server", "a|b <img src=x> `c`");
                for (int i = 0; i < 20; ++i)
                    draft.append("Warning", "399 p" + QByteArray::number(i) + " \"x\"");
            });
            return true;
        };
        PathTraceSettings what = settings();
        what.request.target = "sip:bob:secret@192.0.2.1";
        const PathReport report = run.run(what);
        const QByteArray page = pathMarkdown(report);
        QVERIFY(page.contains("a\\|b &lt;img src=x> \\`c\\`"));
        QVERIFY(page.contains("and 12 more") && !page.contains("Warning 399 p9"));
        QVERIFY(page.contains("sip:bob:***@192.0.2.1") && !page.contains("secret"));
        QCOMPARE(report.hops[0].warnings.size(), 20);
    }
    void what_is_stopped_while_the_first_request_waits_says_so()
    {
        PathTrace trace(settings());
        QVERIFY(trace.next({}));
        trace.stopped();
        QVERIFY(trace.report().text.contains(QLatin1String("before the first request")));
    }
    void text_json_and_markdown_say_the_same()
    {
        TraceRun run;
        run.serve = [&run](const Sent &one) {
            maxForwards(one) < 1 ? run.refuse(one, 1, "p1.example.com") : run.network.answer(one, 404);
            return true;
        };
        const PathReport report = run.run(settings());
        QVERIFY(hopLines(report.hops[0]).first().contains(QLatin1String("483 Too Many Hops")));
        const QJsonObject object = pathObject(report);
        QCOMPARE(object[QLatin1String("end")].toString(), QStringLiteral("reached"));
        QCOMPARE(object[QLatin1String("hops")][0][QLatin1String("name")].toString(), QStringLiteral("p1.example.com"));
        QCOMPARE(object[QLatin1String("path")].toArray().size(), 3);
        QVERIFY(pathMarkdown(report).contains("| 1 | 404 Not Found |"));
    }
};

QTEST_APPLESS_MAIN(TestPathTrace)
#include "tst_path_trace.moc"
