// SPDX-License-Identifier: GPL-3.0-or-later
#include "flow/flow_builder.h"
#include "flow/flow_text.h"
#include "practice/raw_client.h"
#include "ua/engine.h"

#include <QSignalSpy>

using namespace diag;
using namespace std::chrono_literals;

namespace {

const QByteArray offer =
    "v=0\r\no=alice 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio 40200 RTP/AVP 0 8\r\n";

} // namespace

/// Our client against the practice server, over sockets: what each behaviour teaches is in the ladder.
class TestPracticeDialogs : public QObject {
    Q_OBJECT

    struct Outcome {
        Flow flow;
        QString text;
        int methods(const QByteArray &method) const
        {
            return int(std::count_if(flow.attempts.begin(), flow.attempts.end(),
                                     [&method](const AttemptInfo &one) { return one.method == method; }));
        }
    };
    /// \param after  0: to its end; else: cancelled so many milliseconds after it was sent
    static Outcome run(const QByteArray &behaviour, const QByteArray &method,
                       const std::function<void(sip::ComposedRequest &)> &edit = {}, int after = 0)
    {
        RunningServer server(behaviour);
        sip::Engine engine;
        FlowBuilder builder;
        QObject::connect(&engine, &sip::Engine::eventsReady, &engine,
                         [&](const sip::TraceBatch &batch) { builder.append(batch); });
        QSignalSpy finished(&engine, &sip::Engine::intentFinished);
        sip::ComposedRequest request;
        request.method = method;
        request.target = "udp:127.0.0.1:" + QByteArray::number(server.address.port);
        request.requestUri = "sip:bob@127.0.0.1";
        request.rows = {{"From", "<sip:1001@127.0.0.1>"}};
        if (method == "INVITE")
            request.body = offer;
        request.hangUpAfter = 100ms;
        if (edit)
            edit(request);
        engine.submit(1, request);
        if (after > 0) {
            QTest::qWait(after);
            engine.cancel(1);
        }
        for (int i = 0; i < 150 && finished.isEmpty(); ++i)
            QTest::qWait(100);
        engine.shutdown();
        Outcome outcome;
        if (const Flow *flow = builder.flow(1))
            outcome.flow = *flow;
        outcome.text = flowText(outcome.flow, {.minor = true});
        return outcome;
    }

private Q_SLOTS:
    void a_call_takes_what_is_sent_in_it()
    {
        const Outcome outcome = run("call", "INVITE", [](sip::ComposedRequest &request) {
            using Offer = sip::NextRequest::Offer;
            request.then = {{.method = "INVITE", .rows = {}, .body = {}, .offer = Offer::Hold},
                            {.method = "UPDATE", .rows = {}, .body = {}, .offer = Offer::Resume},
                            {.method = "INFO", .rows = {}, .body = "x"},
                            {.method = "REFER", .rows = {{"Refer-To", "<sip:carol@127.0.0.1>"}}, .body = {}, .after = 0s},
                            {.method = "BYE", .rows = {}, .body = {}, .after = 900ms}};
        });
        QVERIFY2(outcome.flow.finished && outcome.flow.status == 200, qPrintable(outcome.text));
        for (const AttemptInfo &attempt : outcome.flow.attempts)
            QVERIFY2(attempt.status / 100 == 2, qPrintable(outcome.text));
        QVERIFY2(outcome.text.contains(QLatin1String("on hold")), qPrintable(outcome.text));
        QVERIFY2(outcome.text.contains(QLatin1String("the referred request: 200 OK")), qPrintable(outcome.text));
    }
    void a_call_with_a_time_is_hung_up_by_the_server()
    {
        const Outcome outcome =
            run("call:1", "INVITE", [](sip::ComposedRequest &request) { request.hangUpAfter = sip::ComposedRequest::Never; });
        QVERIFY2(outcome.flow.finished, qPrintable(outcome.text));
        QCOMPARE(outcome.methods("BYE"), 0);
        QVERIFY2(outcome.text.contains(QLatin1String("BYE sip:1001@")), qPrintable(outcome.text));
    }
    void forks_are_all_acknowledged_and_one_is_kept()
    {
        const Outcome outcome = run("fork:3", "INVITE");
        QVERIFY2(outcome.flow.finished, qPrintable(outcome.text));
        QCOMPARE(outcome.flow.dialogs.size(), 3);
        QCOMPARE(outcome.methods("BYE"), 2);
        QCOMPARE(outcome.text.count(QLatin1String("180 Ringing")), 3);
    }
    void reliable_ringing_gets_its_pracks()
    {
        const Outcome outcome = run("prack", "INVITE");
        QVERIFY2(outcome.flow.finished && outcome.flow.status == 200, qPrintable(outcome.text));
        QCOMPARE(outcome.methods("PRACK"), 2);
        QCOMPARE(outcome.text.count(QLatin1String("Session: audio PCMU/8000")), 1);
        const Outcome without = run("prack", "INVITE", [](sip::ComposedRequest &request) {
            request.rows << sip::ComposedRow{"Supported", "timer"};
        });
        QCOMPARE(without.flow.status, 421);
    }
    void early_media_shows_the_answer_first()
    {
        const Outcome outcome = run("early-media", "INVITE");
        QVERIFY2(outcome.text.contains(QLatin1String("183 Session Progress")), qPrintable(outcome.text));
        QCOMPARE(outcome.text.count(QLatin1String("a preview of the answer")), 1);
        QVERIFY2(outcome.text.contains(QLatin1String("Session: audio")), qPrintable(outcome.text));
    }
    void a_cancel_that_crosses_the_200_is_hung_up()
    {
        const Outcome outcome = run("late-200", "INVITE", {}, 400);
        QVERIFY2(outcome.flow.finished, qPrintable(outcome.text));
        QCOMPARE(outcome.flow.status, 200);
        QCOMPARE(outcome.methods("CANCEL"), 1);
        QCOMPARE(outcome.methods("BYE"), 1);
    }
    void the_server_puts_us_on_hold()
    {
        const Outcome outcome = run("reinvite-us", "INVITE", [](sip::ComposedRequest &request) { request.hangUpAfter = 1800ms; });
        QVERIFY2(outcome.text.contains(QLatin1String("offered by the peer")), qPrintable(outcome.text));
        QVERIFY2(outcome.text.contains(QLatin1String("on hold by the one who offered")), qPrintable(outcome.text));
        QCOMPARE(outcome.flow.dialogs.first().facts.state, sip::DialogFacts::State::Terminated);
    }
    void a_session_is_limited()
    {
        const auto limit = [](const QByteArray &seconds) {
            return [seconds](sip::ComposedRequest &request) { request.rows << sip::ComposedRow{"Session-Expires", seconds}; };
        };
        const Outcome brief = run("session-timer:90,uac", "INVITE", limit("30"));
        QVERIFY2(brief.text.contains(QLatin1String("422")), qPrintable(brief.text));
        QCOMPARE(brief.flow.status, 200);
        QVERIFY2(brief.text.contains(QLatin1String("Session refresh started")), qPrintable(brief.text));
        const Outcome theirs = run("session-timer:120,uas", "INVITE", limit("1800"));
        QVERIFY2(theirs.text.contains(QLatin1String("Session limit started")) &&
                     !theirs.text.contains(QLatin1String("Session refresh started")),
                 qPrintable(theirs.text));
    }
    void a_refer_is_followed()
    {
        const Outcome outcome = run("refer", "REFER", [](sip::ComposedRequest &request) {
            request.rows << sip::ComposedRow{"Refer-To", "<sip:carol@127.0.0.1>"};
        });
        QCOMPARE(outcome.flow.status, 202);
        QVERIFY2(outcome.text.contains(QLatin1String("180 Ringing")) && outcome.text.contains(QLatin1String("noresource")),
                 qPrintable(outcome.text));
    }
    void what_is_watched_is_told()
    {
        const Outcome outcome = run("presence", "SUBSCRIBE", [](sip::ComposedRequest &request) {
            request.rows << sip::ComposedRow{"Event", "presence"} << sip::ComposedRow{"Expires", "600"};
        });
        QCOMPARE(outcome.flow.status, 200);
        QVERIFY2(outcome.flow.finished && outcome.text.contains(QLatin1String("NotifyWait to Active")), qPrintable(outcome.text));
        QVERIFY2(outcome.text.contains(QLatin1String("Active to Terminated")), qPrintable(outcome.text));
        const Outcome brief = run("presence", "SUBSCRIBE", [](sip::ComposedRequest &request) {
            request.rows << sip::ComposedRow{"Event", "presence"} << sip::ComposedRow{"Expires", "5"};
        });
        QCOMPARE(brief.flow.status, 200); // 423, and 60 s then
        QCOMPARE(brief.methods("SUBSCRIBE"), 3);
    }
    void what_is_published_is_kept_and_removed()
    {
        const Outcome outcome = run("presence", "PUBLISH", [](sip::ComposedRequest &request) {
            request.rows << sip::ComposedRow{"Event", "presence"} << sip::ComposedRow{"Expires", "600"}
                         << sip::ComposedRow{"Content-Type", "application/pidf+xml"};
            request.body = "<presence/>";
            request.keepFor = 200ms;
        });
        QVERIFY2(outcome.flow.finished, qPrintable(outcome.text));
        QCOMPARE(outcome.methods("PUBLISH"), 2);
        QVERIFY2(outcome.text.contains(QLatin1String("published for 600 s")), qPrintable(outcome.text));
        const Outcome stale = run("presence", "PUBLISH", [](sip::ComposedRequest &request) {
            request.rows << sip::ComposedRow{"Event", "presence"} << sip::ComposedRow{"SIP-If-Match", "old"};
        });
        QCOMPARE(stale.flow.status, 412);
    }
};

QTEST_GUILESS_MAIN(TestPracticeDialogs)
#include "tst_practice_dialogs.moc"
