// SPDX-License-Identifier: GPL-3.0-or-later
#include "flow/flow_builder.h"
#include "message/headers.h"
#include "practice/practice_certificates.h"
#include "practice/practice_server.h"
#include "practice/practice_websockets.h"
#include "support/engine_run.h"

#include <QTemporaryDir>

using namespace diag;
using namespace sip;
using namespace std::chrono_literals;

namespace {

QByteArray target(const PracticeServer &server, bool secure)
{
    return secure ? "wss:" + server.wssEndpoint().text() : "ws:" + server.wsEndpoint().text();
}

QList<LadderRow> wsRows(const TraceBatch &trace)
{
    QList<LadderRow> out;
    for (const TraceEventPtr &event : trace)
        if (const auto row = rowOf(*event); row && row->kind == RowKind::Ws)
            out.append(*row);
    return out;
}

void bothTransports()
{
    QTest::addColumn<bool>("secure");
    QTest::newRow("ws") << false;
    QTest::newRow("wss") << true;
}

} // namespace

/// The whole program over WebSocket: engine and practice server, each with its own side of it.
class TestPracticeWs : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void a_registration_with_a_challenge_data() { bothTransports(); }
    //= R7118.5-1
    //= R7118.5-2
    //= R7118-1
    void a_registration_with_a_challenge()
    {
        QFETCH(bool, secure);
        PracticeServer server;
        start(server, "good", "auth:SHA-256");
        EngineRun run;
        ComposedRequest request = compose("REGISTER", target(server, secure));
        request.rows.removeLast();
        request.rows << ComposedRow{"Contact", "<sip:1001@{{local}};transport=ws>"};
        run.submit(request);
        QVERIFY(run.finished(1));
        QCOMPARE(run.results.first().status, 200);
        run.engine.shutdown();
        QCOMPARE(server.bindingCount(), 1);
        QByteArray contact;
        int sent = 0;
        for (const TraceEventPtr &event : run.trace) {
            if (const auto *one = event->as<MessageSent>()) {
                ++sent;
                QCOMPARE(one->path.protocol, secure ? Protocol::Wss : Protocol::Ws);
                QCOMPARE(one->path.connection, 1U);
                QCOMPARE(one->planned, quint16(1));
                QVERIFY(one->message.value(HeaderId::Via).startsWith(secure ? "SIP/2.0/WSS " : "SIP/2.0/WS "));
                QVERIFY(one->message.sentBy().endsWith(".invalid"));
                QVERIFY(contact.isEmpty() || contact == one->message.value(HeaderId::Contact));
                contact = one->message.value(HeaderId::Contact);
                QVERIFY(contact.contains(one->message.sentBy()));
            }
        }
        QCOMPARE(sent, 2);
    }

    void our_address_can_be_named_instead()
    {
        PracticeServer server;
        start(server, "good");
        EngineRun run;
        ComposedRequest request = compose("OPTIONS", target(server, false));
        request.ws.namesAddress = true;
        run.submit(request);
        QVERIFY(run.finished(1));
        run.engine.shutdown();
        for (const TraceEventPtr &event : run.trace)
            if (const auto *one = event->as<MessageSent>())
                QCOMPARE(one->message.sentBy(), QByteArrayView("127.0.0.1"));
    }

    //= R7118.4-1
    //= R7118-2
    void each_variant_ends_as_it_should_data()
    {
        QTest::addColumn<QByteArray>("variant");
        QTest::addColumn<QString>("words"); // of the last row; empty: it is answered
        QTest::newRow("good") << QByteArray("good") << QString();
        QTest::newRow("no-subprotocol") << QByteArray("no-subprotocol") << QStringLiteral("did not agree on a subprotocol");
        QTest::newRow("403") << QByteArray("403") << QStringLiteral("refused the WebSocket with 403 Forbidden");
        QTest::newRow("redirect") << QByteArray("redirect") << QStringLiteral("names https://elsewhere.practice.invalid/ws");
        QTest::newRow("wrong-accept") << QByteArray("wrong-accept") << QStringLiteral("Accept of the server is wrong");
        QTest::newRow("close") << QByteArray("close") << QStringLiteral("with 1008 (policy violation)");
    }
    void each_variant_ends_as_it_should()
    {
        QFETCH(QByteArray, variant);
        QFETCH(QString, words);
        for (const bool secure : {false, true}) {
            PracticeServer server;
            start(server, variant);
            EngineRun run;
            run.submit(compose("OPTIONS", target(server, secure)));
            QVERIFY(run.finished(1));
            run.engine.shutdown();
            const QList<LadderRow> rows = wsRows(run.trace);
            QVERIFY(rows.size() >= 2);
            QCOMPARE(rows.first().label, QStringLiteral("WebSocket asked for (#1)"));
            if (words.isEmpty()) {
                QCOMPARE(run.results.first().status, 200);
                QCOMPARE(rows[1].label, QStringLiteral("WebSocket open (#1)"));
                continue;
            }
            QCOMPARE(run.results.first().status, 503);
            QCOMPARE(run.results.first().cause, LocalCause::Ws);
            QVERIFY2(rows.last().detail.contains(words), qPrintable(rows.last().detail));
        }
    }

    void every_variant_is_known()
    {
        for (const PracticeWs &one : practiceWsVariants())
            QVERIFY2(practiceWsSettings(one.name), one.name);
        QCOMPARE(practiceWsSettings("bad").error().code, Error::Code::Syntax);
    }

    void a_call_stays_on_the_connection_data()
    {
        QTest::addColumn<QByteArray>("behaviour");
        QTest::addColumn<bool>("secure");
        for (const bool secure : {false, true}) {
            QTest::addRow("ok%s", secure ? " wss" : "") << QByteArray("ok") << secure;
            QTest::addRow("requests of the server%s", secure ? " wss" : "") << QByteArray("reinvite-us") << secure;
            QTest::addRow("challenge%s", secure ? " wss" : "") << QByteArray("auth:SHA-256") << secure;
        }
    }
    void a_call_stays_on_the_connection()
    {
        QFETCH(QByteArray, behaviour);
        QFETCH(bool, secure);
        PracticeServer server;
        start(server, "good", behaviour);
        EngineRun run;
        ComposedRequest request = EngineRun::composeCall(compose("INVITE", target(server, secure)));
        request.hangUpAfter = behaviour == "reinvite-us" ? 1500ms : 100ms;
        run.submit(request);
        QVERIFY(run.finished(1));
        QCOMPARE(run.results.first().status, 200);
        run.engine.shutdown();
        QStringList methods;
        int fromPeer = 0;
        for (const TraceEventPtr &event : run.trace) {
            if (const auto *sent = event->as<MessageSent>()) {
                QCOMPARE(sent->path.protocol, secure ? Protocol::Wss : Protocol::Ws);
                QCOMPARE(sent->path.connection, 1U);
                if (sent->message.isRequest())
                    methods << QString::fromUtf8(sent->message.method());
            }
            if (const auto *received = event->as<MessageReceived>(); received && received->message.isRequest())
                ++fromPeer;
        }
        QVERIFY2(methods.contains(QLatin1String("ACK")) && methods.contains(QLatin1String("BYE")),
                 qPrintable(methods.join(QLatin1Char(' '))));
        QVERIFY(fromPeer > 0 || behaviour != "reinvite-us");
    }

    void secrets_stay_out_of_the_trace()
    {
        PracticeServer server;
        start(server, "good");
        EngineRun run;
        ComposedRequest request = compose("OPTIONS", target(server, false));
        request.ws.headers = {{"Cookie", "sid=hidden"}, {"X-Key", "hidden", true}};
        run.submit(request);
        QVERIFY(run.finished(1));
        run.engine.shutdown();
        int heads = 0;
        for (const TraceEventPtr &event : run.trace) {
            if (const auto *attempt = event->as<AttemptStarted>())
                QVERIFY(!attempt->target.ws);
            if (const auto *half = event->as<WsHandshake>(); half && !half->received) {
                ++heads;
                QVERIFY(half->head.contains("Cookie: sid=***") && !half->head.contains("hidden"));
            }
        }
        QCOMPARE(heads, 1);
    }

private:
    ComposedRequest compose(const QByteArray &method, const QByteArray &where) const
    {
        ComposedRequest request = EngineRun::compose(method, where);
        request.tls.authorities = {practiceCaFile(m_folder.path())};
        return request;
    }
    void start(PracticeServer &server, const QByteArray &variant, const QByteArray &behaviour = "ok") const
    {
        PracticeSettings settings;
        settings.behaviour = behaviour;
        settings.wsPort = settings.wssPort = 0;
        settings.wsVariant = variant;
        settings.certificateFolder = m_folder.path();
        const auto started = server.start(settings);
        QVERIFY2(started, started ? "" : qPrintable(started.error().detail));
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestPracticeWs)
#include "tst_practice_ws.moc"
