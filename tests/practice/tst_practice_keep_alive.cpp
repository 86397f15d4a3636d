// SPDX-License-Identifier: GPL-3.0-or-later
#include "message/headers.h"
#include "practice/behaviours.h"
#include "practice/practice_server.h"
#include "support/engine_run.h"

using namespace diag;
using namespace sip;

namespace {

/// A registration over that way, kept until the engine ends.
ComposedRequest registration(const QByteArray &target, const QByteArray &keepAlive)
{
    ComposedRequest request = EngineRun::compose("REGISTER", target);
    request.rows.removeLast();
    request.rows << ComposedRow{"Contact", "<sip:1001@{{local}}>;reg-id=1;+sip.instance=\"<urn:uuid:1>\""};
    request.keepFor = ComposedRequest::Never;
    request.keepAlive = *KeepAliveSetting::parse(keepAlive);
    return request;
}

template<class T> QList<T> of(const EngineRun &run, IntentId intent)
{
    QList<T> all;
    for (const TraceEventPtr &event : run.trace)
        if (const T *one = event->as<T>(); one && event->context.intent == intent)
            all << *one;
    return all;
}

bool says(const EngineRun &run, IntentId intent, QLatin1String words)
{
    const QList<Note> notes = of<Note>(run, intent);
    return std::any_of(notes.cbegin(), notes.cend(), [words](const Note &note) { return note.text.contains(words); });
}

constexpr int patience = 20'000;

} // namespace

/// The whole program keeps a flow to the practice server: real sockets, real time.
class TestPracticeKeepAlive : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void what_a_flow_timer_asks_for_is_done_data()
    {
        QTest::addColumn<QByteArray>("over");
        QTest::newRow("udp") << QByteArray("udp");
        QTest::newRow("tcp") << QByteArray("tcp");
        QTest::newRow("ws") << QByteArray("ws");
    }
    //= R5626.4.4.1-2
    //= R5626.4.4.2-1
    //= R5626.4.2-2
    void what_a_flow_timer_asks_for_is_done()
    {
        QFETCH(QByteArray, over);
        PracticeServer server;
        const auto at = server.start({.behaviour = "flow-timer:1", .wsPort = 0, .accounts = {}});
        QVERIFY(at);
        const Endpoint there = over == "ws" ? server.wsEndpoint() : over == "tcp" ? server.tcpEndpoint() : *at;
        EngineRun run;
        const IntentId id = run.submit(registration(over + ':' + there.text(), "auto"));
        const auto answers = [&] {
            qsizetype count = 0;
            for (const KeepAlive &one : of<KeepAlive>(run, id))
                count += one.received && !one.ping && one.roundTrip > Instant::zero();
            for (const WsControl &one : of<WsControl>(run, id))
                count += one.received && one.kind == WsControl::Kind::Pong && one.roundTrip > Instant::zero();
            return count;
        };
        QTRY_VERIFY_WITH_TIMEOUT(answers() >= 2, patience);
        QVERIFY(says(run, id, QLatin1String("reached over this flow (outbound)")));
        QVERIFY(says(run, id, QLatin1String("as Flow-Timer asks")));
        if (over == "udp") {
            const KeepAlive last = of<KeepAlive>(run, id).last();
            QCOMPARE(last.kind, KeepAlive::Kind::Stun);
        }
        run.engine.shutdown();
    }

    //= R6223.4-1
    void a_via_that_asks_is_answered_data()
    {
        QTest::addColumn<QByteArray>("behaviour");
        QTest::addColumn<QByteArray>("keep");
        QTest::newRow("as often as you like") << QByteArray("ok") << QByteArray(";keep=0");
        QTest::newRow("this often") << QByteArray("flow-timer:25") << QByteArray(";keep=25");
    }
    void a_via_that_asks_is_answered()
    {
        QFETCH(QByteArray, behaviour);
        QFETCH(QByteArray, keep);
        PracticeServer server;
        const auto at = server.start({.behaviour = behaviour, .accounts = {}});
        QVERIFY(at);
        EngineRun run;
        const IntentId id = run.submit(registration(udp(*at), "ask"));
        QTRY_VERIFY_WITH_TIMEOUT(says(run, id, QLatin1String("is kept alive")), patience);
        const QByteArray via = of<MessageReceived>(run, id).first().message.value(HeaderId::Via);
        QVERIFY2(via.contains(keep), via);
        run.engine.shutdown();
    }

    //= R5626.4.4.1-1
    //= R5626.4.5-1
    void a_server_that_does_not_answer_is_left_after_10_s()
    {
        PracticeServer server;
        QVERIFY(server.start({.behaviour = "no-pong", .accounts = {}}));
        EngineRun run;
        const IntentId id = run.submit(registration("tcp:" + server.tcpEndpoint().text(), "1"));
        QTRY_VERIFY_WITH_TIMEOUT(says(run, id, QLatin1String("sent once more over a new flow in")), patience);
        const QList<KeepAlive> all = of<KeepAlive>(run, id);
        QCOMPARE(all.size(), 2); // one ping, and that it was lost
        QVERIFY(all.last().lost);
        run.engine.shutdown();
    }

    void the_behaviours_are_read()
    {
        QCOMPARE(parseBehaviour("flow-timer:30")->number, 30);
        QVERIFY(!parseBehaviour("flow-timer"));
        QVERIFY(!parseBehaviour("flow-timer:0"));
        QCOMPARE(parseBehaviour("no-pong")->kind, Behaviour::Kind::NoPong);
    }
};

QTEST_GUILESS_MAIN(TestPracticeKeepAlive)
#include "tst_practice_keep_alive.moc"
