// SPDX-License-Identifier: GPL-3.0-or-later
#include "message/message_draft.h"
#include "message/parser.h"
#include "practice/practice_server.h"
#include "support/engine_run.h"
#include "support/system_tells.h"

#include <QNetworkDatagram>
#include <QThread>
#include <QtTest>
#include <QUdpSocket>

using namespace sip;
using Run = EngineRun;

class TestEngine : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void a_register_is_challenged_answered_and_accepted_data()
    {
        QTest::addColumn<QByteArray>("behaviour");
        QTest::addColumn<bool>("tcp");
        for (const char *algorithm : {"MD5", "SHA-256", "SHA-512-256", "MD5-sess", "SHA-256-sess", "SHA-512-256-sess"})
            for (const char *qop : {"auth", "auth-int"})
                QTest::addRow("%s %s", algorithm, qop) << "auth:" + QByteArray(algorithm) + "," + qop << (*qop == 'x');
        QTest::newRow("tcp") << QByteArray("auth:SHA-256,auth") << true;
    }
    void a_register_is_challenged_answered_and_accepted()
    {
        QFETCH(QByteArray, behaviour);
        QFETCH(bool, tcp);
        diag::PracticeServer server;
        const auto at = server.start({.behaviour = behaviour, .accounts = {}});
        QVERIFY2(at, at ? "" : qPrintable(at.error().detail));
        Run run;
        const IntentId id = run.submit("REGISTER", tcp ? "tcp:" + server.tcpEndpoint().text() : udp(*at));
        QVERIFY(run.finished(1));
        QCOMPARE(run.results.first().intent, id);
        QCOMPARE(run.results.first().status, 200);
        QCOMPARE(run.results.first().cause, LocalCause::None);
        QCOMPARE(server.bindingCount(), 1);
        QTRY_VERIFY(std::any_of(run.trace.cbegin(), run.trace.cend(),
                                [](const auto &one) { return one->template as<IntentFinished>(); }));
        for (qsizetype i = 1; i < run.trace.size(); ++i)
            QCOMPARE(run.trace[i]->seq, run.trace[i - 1]->seq + 1); // nothing lost, nothing out of order
    }
    void a_wrong_password_ends_as_the_servers_401()
    {
        diag::PracticeServer server;
        const auto at = server.start({.behaviour = "auth:SHA-256,auth", .accounts = {}});
        QVERIFY(at);
        Run run;
        run.submit("REGISTER", udp(*at), "wrong");
        QVERIFY(run.finished(1));
        QCOMPARE(run.results.first().status, 401);
        QCOMPARE(run.results.first().cause, LocalCause::None);
        QCOMPARE(server.bindingCount(), 0);
    }
    void what_is_kept_is_removed_before_the_program_ends()
    {
        diag::PracticeServer server;
        const auto at = server.start({.behaviour = "ok", .accounts = {}});
        QVERIFY(at);
        Run run;
        int closed = 0;
        connect(&run.engine, &Engine::closed, this, [&closed] { ++closed; });
        run.engine.close();
        QCOMPARE(closed, 1); // nothing is kept: at once
        ComposedRequest request = Run::compose("REGISTER", udp(*at));
        request.keepFor = ComposedRequest::Never;
        run.submit(request);
        request.rows.last().value = "<sip:1001@192.0.2.11>";
        request.removeOnExit = false;
        run.submit(request);
        QTRY_COMPARE(server.bindingCount(), 2);
        QTest::qWait(50); // the answers are here too
        QVERIFY(run.results.isEmpty());
        run.engine.close();
        QVERIFY(run.finished(2));
        QCOMPARE(closed, 2);
        QCOMPARE(server.bindingCount(), 1);
    }
    void a_call_that_comes_in_is_answered_and_hung_up_as_the_registration_says()
    {
        diag::PracticeServer server;
        const auto at = server.start({.behaviour = "ok", .accounts = {}});
        QVERIFY(at);
        Run called, caller;
        ComposedRequest registration = Run::compose("REGISTER", udp(*at));
        registration.keepFor = ComposedRequest::Never;
        registration.hangUpAfter = 100ms;
        registration.answers = {{.method = "INVITE", .steps = {{0s, 200}}}};
        called.submit(registration);
        QTRY_COMPARE(server.bindingCount(), 1);
        QTRY_VERIFY(!called.trace.isEmpty());
        Endpoint us;
        for (const TraceEventPtr &event : std::as_const(called.trace))
            if (const auto *sent = event->as<MessageSent>())
                us = sent->path.local;
        ComposedRequest call = Run::compose("INVITE", udp(us));
        call.rows.removeLast(); // its Contact: the BYE has to come back here
        call.hangUpAfter = ComposedRequest::Never;
        caller.submit(call);
        QVERIFY(called.finished(1)); // its BYE is answered
        QVERIFY(caller.finished(1));
        QCOMPARE(caller.results.first().status, 200);
        called.engine.shutdown();
        const bool hungUp = std::any_of(called.trace.cbegin(), called.trace.cend(), [](const TraceEventPtr &event) {
            const auto *sent = event->as<MessageSent>();
            return sent && sent->message.method() == "BYE";
        });
        QVERIFY(hungUp);
    }
    void silence_is_a_local_408_by_timer_f()
    {
        diag::PracticeServer server;
        const auto at = server.start({.behaviour = "silent", .accounts = {}});
        QVERIFY(at);
        Run run;
        run.submit("OPTIONS", udp(*at));
        QVERIFY(run.finished(1));
        QCOMPARE(run.results.first().status, 408);
        QCOMPARE(run.results.first().cause, LocalCause::TimerF);
        run.engine.shutdown();
        int sends = 0;
        for (const TraceEventPtr &event : std::as_const(run.trace))
            sends += event->as<MessageSent>() != nullptr;
        QCOMPARE(sends, 11);
    }
    void a_port_with_nothing_behind_is_a_local_503_and_no_waiting_data()
    {
        QTest::addColumn<QByteArray>("scheme");
        QTest::newRow("udp") << QByteArray("udp:");
        QTest::newRow("tcp") << QByteArray("tcp:");
    }
    void a_port_with_nothing_behind_is_a_local_503_and_no_waiting()
    {
        QFETCH(QByteArray, scheme);
        if (!tellsIcmp && scheme == "udp:")
            QSKIP("skipped: this system does not tell of ICMP errors");
        diag::PracticeServer server;
        const auto at = server.start({.behaviour = "refuse", .accounts = {}});
        QVERIFY(at);
        Run run;
        run.submit("INVITE", scheme + at->text());
        QVERIFY(run.finished(1));
        QCOMPARE(run.results.first().status, 503);
        QCOMPARE(run.results.first().cause, LocalCause::Refused);
        run.engine.shutdown();
        int sends = 0;
        for (const TraceEventPtr &event : std::as_const(run.trace))
            sends += event->as<MessageSent>() != nullptr;
        QVERIFY(sends <= 1); // refused before the first resend at 50 ms
    }
    void a_call_rings_is_answered_and_hung_up()
    {
        diag::PracticeServer server;
        const auto at = server.start({.behaviour = "ring", .accounts = {}});
        QVERIFY(at);
        Run run;
        run.submit("INVITE", udp(*at));
        QVERIFY(run.finished(1));
        QCOMPARE(run.results.first().status, 200);
        run.engine.shutdown();
        QList<QByteArray> sent;
        for (const TraceEventPtr &event : std::as_const(run.trace))
            if (const auto *message = event->as<MessageSent>(); message && message->send == 1)
                sent << message->message.method().toByteArray();
        QCOMPARE(sent, QList<QByteArray>({"INVITE", "ACK", "BYE"}));
    }
    void cancel_ends_an_invite_on_the_wire_and_others_here()
    {
        diag::PracticeServer server;
        const auto at = server.start({.behaviour = "ring", .accounts = {}});
        QVERIFY(at);
        Run run;
        const IntentId call = run.submit("INVITE", udp(*at));
        run.engine.cancel(call);
        QVERIFY(run.finished(1));
        QVERIFY(run.results.first().status == 487 || run.results.first().status == 200);
        QVERIFY(server.setBehaviour("silent"));
        const IntentId options = run.submit("OPTIONS", udp(*at));
        run.engine.cancel(options);
        QVERIFY(run.finished(2));
        QCOMPARE(run.results.last().status, 0);
        QCOMPARE(run.results.last().cause, LocalCause::Cancelled);
        run.engine.cancel(99'999);
        run.engine.dispose(99'999);
    }
    void many_intents_at_once_all_end_well()
    {
        diag::PracticeServer server;
        const auto at = server.start({.behaviour = "auth:MD5,auth", .accounts = {}});
        QVERIFY(at);
        Run run;
        ComposedRequest patient = Run::compose("OPTIONS", udp(*at));
        patient.timers = TimerValues::rfc();
        for (int i = 0; i < 200; ++i)
            run.submit(patient);
        QVERIFY(run.finished(200));
        for (const IntentResult &result : std::as_const(run.results))
            QCOMPARE(result.status, 200);
        run.engine.shutdown();
        QCOMPARE(run.lost, 0ULL);
    }
    void it_runs_on_a_thread_of_its_own_and_shuts_down_there()
    {
        diag::PracticeServer server;
        const auto at = server.start({.behaviour = "ok", .accounts = {}});
        QVERIFY(at);
        QThread thread;
        auto *const engine = new Engine;
        engine->moveToThread(&thread);
        connect(&thread, &QThread::finished, engine, &QObject::deleteLater);
        thread.start();
        QList<IntentResult> results;
        connect(engine, &Engine::intentFinished, this, [&results](const IntentResult &result) { results << result; });
        ComposedRequest request;
        request.method = "OPTIONS";
        request.target = udp(*at);
        const IntentId id = Engine::newIntentId();
        QMetaObject::invokeMethod(engine, [=] { engine->submit(id, request); });
        QTRY_COMPARE(results.size(), 1);
        QCOMPARE(results.first().status, 200);
        QMetaObject::invokeMethod(engine, &Engine::shutdown, Qt::BlockingQueuedConnection);
        thread.quit();
        QVERIFY(thread.wait(10'000));
    }
    void every_datagram_ends_as_one_event()
    {
        QUdpSocket peer;
        QVERIFY(peer.bind(QHostAddress::LocalHost));
        Run run;
        run.submit("OPTIONS", "udp:127.0.0.1:" + QByteArray::number(peer.localPort()));
        QTRY_VERIFY(peer.hasPendingDatagrams());
        const QNetworkDatagram first = peer.receiveDatagram();
        const Message request = parseMessage(first.data());
        const QByteArray ok = MessageDraft::response(request, 200, "OK", "t").toBytes();
        QList<QByteArray> all{"x",
                              "\r\n\r\n",
                              "\r\n",
                              QByteArray(3000, '\0'),
                              QByteArray(60'000, 'A'),
                              request.wire(),
                              MessageDraft::response(request, 100, "Trying").toBytes(),
                              QByteArray(ok).replace("z9hG4bK", "z9hG4bKother"),
                              QByteArray(ok).replace("SIP/2.0 200", "SIP/2.0 700")};
        for (qsizetype i = 1; i < ok.size(); i += 7)
            all << ok.left(i) << QByteArray(ok).replace(i, 1, "\xff");
        all << ok << ok << MessageDraft::response(request, 486, "Busy Here", "t").toBytes();
        for (const QByteArray &datagram : std::as_const(all)) {
            QCOMPARE(peer.writeDatagram(datagram, first.senderAddress(), quint16(first.senderPort())), datagram.size());
            QTest::qWait(1);
        }
        const auto heard = [&run] {
            return std::count_if(run.trace.cbegin(), run.trace.cend(), [](const TraceEventPtr &event) {
                const auto *keepAlive = event->as<KeepAlive>();
                return event->as<MessageReceived>() || (keepAlive && keepAlive->received);
            });
        };
        QTRY_COMPARE(heard(), all.size());
        QVERIFY(run.finished(1));
        run.engine.shutdown();
        QCOMPARE(heard(), all.size());
        QCOMPARE(run.lost, 0ULL);
    }
    void no_secret_enters_the_trace()
    {
        diag::PracticeServer server;
        const auto at =
            server.start({.behaviour = "auth:MD5,auth", .accounts = {{"1001", "very-Secret-word", "practice.invalid"}}});
        QVERIFY(at);
        Run run;
        run.submit("REGISTER", udp(*at), "very-Secret-word");
        QVERIFY(run.finished(1));
        run.engine.shutdown();
        const QByteArray ha1 =
            QCryptographicHash::hash("1001:practice.invalid:very-Secret-word", QCryptographicHash::Md5).toHex();
        for (const TraceEventPtr &event : std::as_const(run.trace)) {
            QByteArray text;
            if (const auto *sent = event->as<MessageSent>())
                text = sent->message.wire();
            else if (const auto *auth = event->as<AuthPlanned>()) {
                text = auth->summary.toUtf8();
                for (const DigestWorking &w : auth->workings)
                    text += w.a2 + w.ha2 + w.response + w.cnonce + w.nonce + w.username;
                for (const AuthDecision &decision : auth->decisions)
                    text += decision.why.toUtf8();
            }
            QVERIFY(!text.contains("very-Secret-word") && !text.contains(ha1));
        }
    }
};
QTEST_GUILESS_MAIN(TestEngine)
#include "tst_engine.moc"
