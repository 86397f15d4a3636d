// SPDX-License-Identifier: GPL-3.0-or-later
#include "flow/flow_builder.h"
#include "loopback/net_harness.h"
#include "practice/practice_certificates.h"
#include "practice/practice_server.h"
#include "support/engine_run.h"
#include "support/system_tells.h"
#include "support/test_certificates.h"

#include <QDir>

using namespace diag;
using namespace sip;
using namespace std::chrono_literals;

namespace {

QByteArray tlsTarget(const Endpoint &endpoint)
{
    return "tls:" + endpoint.text();
}

QList<LadderRow> tlsRows(const TraceBatch &trace)
{
    QList<LadderRow> out;
    for (const TraceEventPtr &event : trace)
        if (const auto row = event->as<TlsVerdict>() ? rowOf(*event) : std::nullopt)
            out.append(*row);
    return out;
}

} // namespace

/// The whole program over TLS: engine and practice server, each with its own side of it.
class TestPracticeTls : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void the_authority_is_made_once_and_for_one_pair_of_eyes()
    {
        const QString folder = m_folder->filePath(QStringLiteral("a/b"));
        QVERIFY(practiceTlsSettings(folder, "good"));
        const auto text = [](const QString &name) {
            QFile file(name);
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        const QByteArray ca = text(practiceCaFile(folder));
        QVERIFY(ca.contains("BEGIN CERTIFICATE") && !ca.contains("PRIVATE KEY"));
        for (const PracticeTls &one : practiceTlsVariants())
            QVERIFY2(practiceTlsSettings(folder, one.name), one.name);
        QCOMPARE(text(practiceCaFile(folder)), ca);
        const QFileInfoList files = QDir(folder).entryInfoList(QDir::Files);
        QVERIFY(files.size() >= 8);
        for (qsizetype i = 0; hasFileModes && i < files.size(); ++i)
            QCOMPARE(files[i].permissions() & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
                     QFile::Permissions());
        QFile broken(folder + QStringLiteral("/practice-ca-key.pem"));
        QVERIFY(broken.open(QIODevice::WriteOnly | QIODevice::Truncate));
        broken.close();
        QVERIFY(practiceTlsSettings(folder, "good")); // made anew
        QVERIFY(text(practiceCaFile(folder)) != ca);
        QCOMPARE(practiceTlsSettings(folder, "bad").error().code, Error::Code::Syntax);
    }

    //= R26.3.1-1
    void each_variant_ends_as_it_should_data()
    {
        QTest::addColumn<QByteArray>("variant");
        QTest::addColumn<QString>("words"); // of the row; empty: it is answered
        QTest::newRow("good") << QByteArray("good") << QString();
        QTest::newRow("expired") << QByteArray("expired") << QStringLiteral("ended on 2021-01-01");
        QTest::newRow("wrong-name") << QByteArray("wrong-name") << QStringLiteral("names no IP address");
        QTest::newRow("unknown-ca") << QByteArray("unknown-ca") << QStringLiteral("Nobody trusts this CA is not trusted here");
        QTest::newRow("missing-intermediate")
            << QByteArray("missing-intermediate") << QStringLiteral("leaves out an intermediate certificate");
        QTest::newRow("client-cert") << QByteArray("client-cert") << QStringLiteral("certificate required");
    }
    void each_variant_ends_as_it_should()
    {
        QFETCH(QByteArray, variant);
        QFETCH(QString, words);
        PracticeServer server;
        start(server, variant);
        EngineRun run;
        ComposedRequest request = EngineRun::compose("OPTIONS", tlsTarget(server.tlsEndpoint()));
        request.tls.authorities = {practiceCaFile(m_folder->path())};
        run.submit(request);
        QVERIFY(run.finished(1));
        run.engine.shutdown();
        const QList<LadderRow> rows = tlsRows(run.trace);
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows.first().kind, RowKind::Tls);
        if (words.isEmpty()) {
            QCOMPARE(run.results.first().status, 200);
            QCOMPARE(rows.first().label, QStringLiteral("TLS 1.3 agreed (#1)"));
            QVERIFY2(rows.first().detail.contains(QLatin1String("127.0.0.1 is an address the certificate names")),
                     qPrintable(rows.first().detail));
            return;
        }
        QCOMPARE(run.results.first().status, 503);
        QCOMPARE(run.results.first().cause, LocalCause::Tls);
        bool said = rows.first().detail.contains(words);
        for (const TraceEventPtr &event : run.trace)
            if (const auto *local = event->as<LocalStatus>())
                said |= local->error.text.contains(words) || local->text.contains(words);
        QVERIFY2(said, qPrintable(rows.first().detail));
    }

    //= R26-1
    void a_client_certificate_lets_in()
    {
        PracticeServer server;
        start(server, "client-cert");
        EngineRun run;
        ComposedRequest request = EngineRun::compose("OPTIONS", tlsTarget(server.tlsEndpoint()));
        request.tls.authorities = {practiceCaFile(m_folder->path())};
        request.tls.certificateFile = practiceClientFile(m_folder->path());
        run.submit(request);
        QVERIFY(run.finished(1));
        QCOMPARE(run.results.first().status, 200);
    }

    //= R8.1.1.8-2
    //= R12.1.2-5
    void a_call_by_sips_stays_on_the_connection_data()
    {
        QTest::addColumn<QByteArray>("behaviour");
        QTest::newRow("ok") << QByteArray("ok");
        QTest::newRow("requests of the server") << QByteArray("reinvite-us");
        QTest::newRow("challenge") << QByteArray("auth:SHA-256");
    }
    void a_call_by_sips_stays_on_the_connection()
    {
        QFETCH(QByteArray, behaviour);
        PracticeServer server;
        start(server, "good", behaviour);
        EngineRun run;
        ComposedRequest request =
            EngineRun::composeCall(EngineRun::compose("INVITE", "sips:1002@" + server.tlsEndpoint().text()));
        request.requestUri.clear();
        request.hangUpAfter = behaviour == "reinvite-us" ? 1500ms : 100ms;
        request.tls.authorities = {practiceCaFile(m_folder->path())};
        run.submit(request);
        QVERIFY(run.finished(1));
        QCOMPARE(run.results.first().status, 200);
        run.engine.shutdown();
        QStringList methods;
        int fromPeer = 0;
        for (const TraceEventPtr &event : run.trace) {
            if (const auto *sent = event->as<MessageSent>()) {
                QCOMPARE(sent->path.protocol, Protocol::Tls);
                QCOMPARE(sent->path.connection, 1U);
                if (!sent->message.isRequest())
                    continue;
                QVERIFY(sent->message.value(HeaderId::Via).startsWith("SIP/2.0/TLS "));
                methods << QString::fromUtf8(sent->message.method());
                if (sent->message.method() == "INVITE")
                    QVERIFY(sent->message.contactUri().startsWith("sips:"));
            }
            if (const auto *received = event->as<MessageReceived>(); received && received->message.isRequest())
                ++fromPeer;
        }
        QVERIFY2(methods.contains(QLatin1String("BYE")), qPrintable(methods.join(QLatin1Char(' '))));
        QCOMPARE(tlsRows(run.trace).size(), 1);
        QVERIFY(fromPeer > 0 || behaviour != "reinvite-us");
    }

    //= R8898.2-2
    void a_token_really_leaves_over_tls_and_not_over_tcp()
    {
        const TestCertificates certificates;
        for (const bool secure : {true, false}) {
            Net server;
            const Endpoint at =
                secure ? *server.layer.listenTls(anyPort(QStringLiteral("127.0.0.1")), certificates.named({"IP:127.0.0.1"}))
                       : *server.layer.listen(anyPort(QStringLiteral("127.0.0.1")));
            server.user.onMessage = [&](const Message &message, const Path &path) {
                const bool known = message.value(HeaderId::Authorization) == "Bearer t0k3n";
                QByteArray answer =
                    known ? "SIP/2.0 200 OK\r\n" : "SIP/2.0 401 Unauthorized\r\nWWW-Authenticate: Bearer realm=\"a\"\r\n";
                for (const HeaderId id : {HeaderId::Via, HeaderId::From, HeaderId::To, HeaderId::CallId, HeaderId::CSeq})
                    answer += headerNameBytes(id) + ": " + message.value(id) + "\r\n";
                server.send({path.protocol, path.remote}, answer + "Content-Length: 0\r\n\r\n", 9, path.connection);
            };
            EngineRun run;
            ComposedRequest request = EngineRun::compose("OPTIONS", (secure ? "tls:" : "tcp:") + at.text());
            request.credentials = {Credential{}};
            request.credentials.first().token = "t0k3n";
            request.tls = certificates.trusting();
            run.submit(request);
            QVERIFY(run.finished(1));
            QCOMPARE(run.results.first().status, secure ? 200 : 401);
            QCOMPARE(server.user.received.size(), secure ? 2 : 1);
            for (const NetUser::Received &one : server.user.received)
                QVERIFY(secure || !one.message.wire().contains("t0k3n"));
        }
    }

    void secrets_stay_out_of_the_trace()
    {
        PracticeServer server;
        start(server, "good");
        EngineRun run;
        ComposedRequest request = EngineRun::compose("OPTIONS", tlsTarget(server.tlsEndpoint()));
        request.tls.authorities = {practiceCaFile(m_folder->path())};
        request.tls.keyPassword = "hidden";
        run.submit(request);
        QVERIFY(run.finished(1));
        run.engine.shutdown();
        int attempts = 0;
        for (const TraceEventPtr &event : run.trace)
            if (const auto *attempt = event->as<AttemptStarted>()) {
                ++attempts;
                QVERIFY(!attempt->target.tls);
            }
        QCOMPARE(attempts, 1);
    }

private:
    void start(PracticeServer &server, const QByteArray &variant, const QByteArray &behaviour = "ok")
    {
        PracticeSettings settings;
        settings.behaviour = behaviour;
        settings.tls = true;
        settings.tlsVariant = variant;
        settings.certificateFolder = m_folder->path();
        const auto started = server.start(settings);
        QVERIFY2(started, started ? "" : qPrintable(started.error().detail));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestPracticeTls)
#include "tst_practice_tls.moc"
