// SPDX-License-Identifier: GPL-3.0-or-later
#include "loopback/net_harness.h"
#include "loopback/raw_server.h"
#include "support/reset_connection.h"
#include "support/system_tells.h"
#include "support/test_certificates.h"
#include "transport/tls_session.h"

#include <memory>

using namespace sip;
using What = ConnectionEvent::What;
using Outcome = TlsVerdict::Outcome;

namespace {

TransportAddress secure(const Endpoint &remote, const QByteArray &domain, const TlsSettings &settings)
{
    return {Protocol::Tls, remote, domain, std::make_shared<const TlsSettings>(settings)};
}

TransportLayer::Settings impatient()
{
    TransportLayer::Settings settings;
    settings.connectTimeout = 300ms;
    return settings;
}

} // namespace

/// SIP over TLS and real sockets.
class TestTls : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void request_and_answer_pass_on_one_connection_data() { bothFamilies(); }
    //= R5922-1
    void request_and_answer_pass_on_one_connection()
    {
        FETCH_HOST();
        Net client, server;
        const Endpoint at = *server.layer.listenTls(anyPort(host), m_certificates.named({"URI:sip:example.com", "IP:127.0.0.1"}));
        server.user.onMessage = [&](const Message &, const Path &path) {
            server.send({Protocol::Tls, path.remote}, answer(), 9, path.connection);
        };
        client.send(secure(at, "example.com", m_certificates.trusting()), request(), 5);
        QTRY_COMPARE_WITH_TIMEOUT(client.user.received.size(), 1, PatienceMs);
        const Path path = client.user.received.first().path;
        QCOMPARE(path.protocol, Protocol::Tls);
        QCOMPARE(path.remote, at);
        QCOMPARE(server.user.received.first().message.wire(), request());
        QCOMPARE(server.user.received.first().path, (Path{Protocol::Tls, at, path.local, 1}));
        QCOMPARE(client.connectionEvents(), QList<What>({What::Opening, What::Open}));
        for (const ConnectionEvent &event : client.recorded<ConnectionEvent>())
            QCOMPARE(event.path.protocol, Protocol::Tcp);
        const QList<TlsVerdict> verdicts = client.recorded<TlsVerdict>();
        QCOMPARE(verdicts.size(), 1);
        QCOMPARE(verdicts.first().outcome, Outcome::Trusted);
        QCOMPARE(verdicts.first().path, path);
        QVERIFY(verdicts.first().duration > Instant::zero());
        QCOMPARE(server.recorded<TlsVerdict>().first().outcome, Outcome::Unchecked);
        QCOMPARE(client.recorded<MessageSent>().first().path, path);
        QVERIFY(!client.user.insideSend && !server.user.insideSend);
        for (const TraceEventPtr &event : client.events)
            QCOMPARE(event->context.transaction, TransactionId(5));
    }

    //= R18.1.1-8
    void a_connection_is_reused_for_the_same_party_only()
    {
        Net client, server;
        const Endpoint at = *server.layer.listenTls(anyPort(QStringLiteral("127.0.0.1")),
                                                    m_certificates.named({"DNS:example.com", "DNS:example.net"}));
        const TlsSettings trusting = m_certificates.trusting();
        client.send(secure(at, "example.com", trusting), request(1), 1);
        client.send(secure(at, "example.com", trusting), request(2), 2);
        QTRY_COMPARE_WITH_TIMEOUT(server.user.received.size(), 2, PatienceMs);
        client.send(secure(at, "example.net", trusting), request(3), 3); // the certificate is for this one too
        QTRY_COMPARE_WITH_TIMEOUT(server.user.received.size(), 3, PatienceMs);
        QCOMPARE(client.recorded<TlsVerdict>().size(), 1);
        TlsSettings other = trusting;
        other.most = TlsVersion::Tls12;
        client.send(secure(at, "example.com", other), request(4), 4);
        QTRY_COMPARE_WITH_TIMEOUT(server.user.received.size(), 4, PatienceMs);
        QCOMPARE(client.recorded<TlsVerdict>().size(), 2);
        client.send(secure(at, "example.org", trusting), request(5), 5);
        QTRY_COMPARE_WITH_TIMEOUT(client.user.failed.size(), 1, PatienceMs);
        QCOMPARE(client.user.failed.first().error.cause, LocalCause::Tls);
        QCOMPARE(server.user.received.size(), 4);
    }

    //= R26.3.1-1
    void nothing_is_sent_after_a_failed_check()
    {
        Net client, server;
        const Endpoint at =
            *server.layer.listenTls(anyPort(QStringLiteral("127.0.0.1")), m_certificates.named({"DNS:example.net"}));
        client.send(secure(at, "example.com", m_certificates.trusting()), request(1), 1);
        client.send(secure(at, "example.com", m_certificates.trusting()), request(2), 2);
        QTRY_COMPARE_WITH_TIMEOUT(client.user.failed.size(), 2, PatienceMs);
        const TransportError &error = client.user.failed.first().error;
        QCOMPARE(error.cause, LocalCause::Tls);
        QVERIFY2(error.text.contains(QLatin1String("is for example.net, not for example.com")), qPrintable(error.text));
        QCOMPARE(client.recorded<MessageSent>().size(), 0);
        QCOMPARE(client.recorded<TlsVerdict>().first().outcome, Outcome::Refused);
        QCOMPARE(client.connectionEvents(), QList<What>({What::Opening, What::Open}));
        QTRY_COMPARE_WITH_TIMEOUT(server.recorded<TlsVerdict>().size(), 1, PatienceMs);
        QVERIFY(server.recorded<TlsVerdict>().first().alertByPeer);
        QVERIFY(server.user.received.isEmpty());
        TlsSettings despite = m_certificates.trusting();
        despite.sendDespite = true;
        client.send(secure(at, "example.com", despite), request(3), 3);
        QTRY_COMPARE_WITH_TIMEOUT(server.user.received.size(), 1, PatienceMs);
        QCOMPARE(client.recorded<TlsVerdict>().last().outcome, Outcome::SentDespite);
    }

    void files_that_cannot_be_used_fail_the_send()
    {
        Net client;
        TlsSettings settings;
        settings.authorities = {QStringLiteral("/nowhere/ca.pem")};
        client.send(secure(*Endpoint::parse("127.0.0.1:9"), "example.com", settings), request());
        QTRY_COMPARE_WITH_TIMEOUT(client.user.failed.size(), 1, PatienceMs);
        QCOMPARE(client.user.failed.first().error.cause, LocalCause::Tls);
        QVERIFY(client.connectionEvents().isEmpty());
    }

    void a_missing_client_certificate_is_told_by_the_alert()
    {
        TlsSettings demanding = m_certificates.named({"DNS:example.com"});
        demanding.authorities = {m_certificates.ca};
        demanding.peerNeedsCertificate = true;
        Net client, server;
        const Endpoint at = *server.layer.listenTls(anyPort(QStringLiteral("127.0.0.1")), demanding);
        client.send(secure(at, "example.com", m_certificates.trusting()), request());
        // With TLS 1.3 the handshake is over for us by then.
        QTRY_COMPARE_WITH_TIMEOUT(client.user.lost.size() + client.user.failed.size(), 1, PatienceMs);
        const TransportError error = (client.user.lost + client.user.failed).first().error;
        QCOMPARE(error.cause, LocalCause::Tls);
        QVERIFY2(error.text.contains(QLatin1String("certificate required")), qPrintable(error.text));
        QVERIFY(server.user.received.isEmpty());
    }

    void one_megabyte_passes_both_ways()
    {
        Net client, server;
        const Endpoint at =
            *server.layer.listenTls(anyPort(QStringLiteral("127.0.0.1")), m_certificates.named({"DNS:example.com"}));
        const QByteArray body(1'000'000, 'b');
        server.user.onMessage = [&](const Message &message, const Path &path) {
            server.send({Protocol::Tls, path.remote}, message.wire(), 9, path.connection);
        };
        client.send(secure(at, "example.com", m_certificates.trusting()), request(1, body));
        QTRY_COMPARE_WITH_TIMEOUT(client.user.received.size(), 1, PatienceMs);
        QCOMPARE(client.user.received.first().message.wire(), request(1, body));
    }

    void our_via_names_a_port_of_its_own()
    {
        Net net;
        const Expected<Endpoint> local = net.layer.localEndpoint({Protocol::Tls, *Endpoint::parse("127.0.0.1:5061")});
        QVERIFY(local && local->port);
        QCOMPARE(net.layer.localEndpoint({Protocol::Tls, *Endpoint::parse("127.0.0.1:5062")})->port, local->port);
        QVERIFY(net.layer.localEndpoint({Protocol::Tcp, *Endpoint::parse("127.0.0.1:5061")})->port != local->port);
        Net peer; // who calls there is told that we have no certificate
        peer.send(secure(*local, "example.com", m_certificates.trusting()), request());
        QTRY_COMPARE_WITH_TIMEOUT(peer.user.failed.size(), 1, PatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(net.recorded<TlsVerdict>().size(), 1, PatienceMs);
        QVERIFY(net.recorded<TlsVerdict>().first().problem.contains(QLatin1String("no certificate of ours")));
    }

    void peers_that_do_no_tls_are_told_apart_data()
    {
        QTest::addColumn<QByteArray>("does");
        QTest::addColumn<QString>("words");
        QTest::newRow("garbage") << QByteArray("garbage") << QStringLiteral("does not speak TLS");
        QTest::newRow("close") << QByteArray("close") << QStringLiteral("closed the connection in the middle");
        QTest::newRow("reset") << QByteArray("reset") << QStringLiteral("reset the connection in the middle");
        QTest::newRow("silence") << QByteArray("silence") << QStringLiteral("did not end the TLS handshake within 0.3 s");
        QTest::newRow("drip") << QByteArray("drip") << QStringLiteral("did not end the TLS handshake within 0.3 s");
    }
    void peers_that_do_no_tls_are_told_apart()
    {
        QFETCH(QByteArray, does);
        QFETCH(QString, words);
        if (!tellsResets && does == "reset")
            QSKIP("skipped: this system tells a reset and a close alike");
        Net client(impatient());
        RawServer server;
        client.send(secure(server.at(), "example.com", m_certificates.trusting()), request());
        const std::unique_ptr<QTcpSocket> peer(server.accept());
        QVERIFY(peer);
        QTRY_VERIFY_WITH_TIMEOUT(peer->bytesAvailable() > 0, PatienceMs); // the ClientHello
        if (does == "garbage")
            peer->write("SIP/2.0 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
        else if (does == "close")
            peer->close();
        else if (does == "reset")
            resetConnection(*peer);
        else if (does == "drip")
            peer->write(QByteArray("\x16\x03\x03\x00\x7a\x02", 6));
        QTRY_COMPARE_WITH_TIMEOUT(client.user.failed.size(), 1, PatienceMs);
        const TransportError &error = client.user.failed.first().error;
        QCOMPARE(error.cause, LocalCause::Tls);
        QVERIFY2(error.text.contains(words), qPrintable(error.text));
        QCOMPARE(client.recorded<TlsVerdict>().size(), 1);
        QCOMPARE(client.recorded<TlsVerdict>().first().outcome, Outcome::Failed);
        QVERIFY(client.recorded<TlsVerdict>().first().problem.contains(words));
        QCOMPARE(client.recorded<MessageSent>().size(), 0);
    }

    void a_refused_connection_is_refused_not_tls()
    {
        Net client;
        Endpoint closed;
        {
            const RawServer server;
            closed = server.at();
        }
        client.send(secure(closed, "example.com", m_certificates.trusting()), request());
        QTRY_COMPARE_WITH_TIMEOUT(client.user.failed.size(), 1, PatienceMs);
        QCOMPARE(client.user.failed.first().error.cause, LocalCause::Refused);
        QVERIFY(client.recorded<TlsVerdict>().isEmpty());
    }

    void who_opens_a_connection_and_says_nothing_is_given_up()
    {
        Net server(impatient());
        const Endpoint at =
            *server.layer.listenTls(anyPort(QStringLiteral("127.0.0.1")), m_certificates.named({"DNS:example.com"}));
        QTcpSocket idle;
        idle.connectToHost(at.hostAddress(), at.port);
        QTRY_COMPARE_WITH_TIMEOUT(server.recorded<TlsVerdict>().size(), 1, PatienceMs);
        QCOMPARE(server.recorded<TlsVerdict>().first().outcome, Outcome::Failed);
        QTRY_COMPARE_WITH_TIMEOUT(idle.state(), QAbstractSocket::UnconnectedState, PatienceMs);
    }

    void a_peer_that_does_not_read_is_bounded()
    {
        Net client, server;
        const Endpoint at =
            *server.layer.listenTls(anyPort(QStringLiteral("127.0.0.1")), m_certificates.named({"DNS:example.com"}));
        // A relay that lets the handshake through and then stops reading.
        RawServer relay;
        client.send(secure(relay.at(), "example.com", m_certificates.trusting()), request(1), 1);
        const std::unique_ptr<QTcpSocket> ours(relay.accept());
        QVERIFY(ours);
        QTcpSocket theirs;
        theirs.connectToHost(at.hostAddress(), at.port);
        QTRY_COMPARE_WITH_TIMEOUT(theirs.state(), QAbstractSocket::ConnectedState, PatienceMs);
        connect(ours.get(), &QTcpSocket::readyRead, &theirs, [&] { theirs.write(ours->readAll()); });
        connect(&theirs, &QTcpSocket::readyRead, ours.get(), [&] { ours->write(theirs.readAll()); });
        theirs.write(ours->readAll());
        QTRY_COMPARE_WITH_TIMEOUT(server.user.received.size(), 1, PatienceMs);
        ours->disconnect(&theirs);
        ours->setReadBufferSize(1);
        const QByteArray body(1'000'000, 'b');
        for (int i = 0; i < 60 && client.user.failed.isEmpty(); ++i) {
            client.send(secure(relay.at(), "example.com", m_certificates.trusting()), request(i + 2, body), 2);
            QCoreApplication::processEvents();
        }
        QTRY_VERIFY_WITH_TIMEOUT(!client.user.failed.isEmpty(), PatienceMs);
        QVERIFY(client.user.failed.first().error.text.contains(QLatin1String("does not read")));
        QVERIFY(client.recorded<MessageSent>().size() < 60);
    }

    void an_orderly_end_and_a_cut_are_told()
    {
        Net client, server;
        const Endpoint at =
            *server.layer.listenTls(anyPort(QStringLiteral("127.0.0.1")), m_certificates.named({"DNS:example.com"}));
        client.send(secure(at, "example.com", m_certificates.trusting()), request());
        QTRY_COMPARE_WITH_TIMEOUT(server.user.received.size(), 1, PatienceMs);
        server.layer.closeAll();
        QTRY_COMPARE_WITH_TIMEOUT(client.user.lost.size(), 1, PatienceMs);
        QCOMPARE(client.user.lost.first().error.cause, LocalCause::Reset);
        QCOMPARE(client.connectionEvents().last(), What::ClosedByPeer);
    }

    //= R5626.3.5.1-1
    void pings_are_answered_inside_tls()
    {
        Net client, server;
        const Endpoint at =
            *server.layer.listenTls(anyPort(QStringLiteral("127.0.0.1")), m_certificates.named({"DNS:example.com"}));
        TlsSettings trusting = m_certificates.trusting();
        TlsSession session(*TlsContext::make(trusting, TlsContext::Role::Client), "example.com");
        QTcpSocket socket;
        socket.connectToHost(at.hostAddress(), at.port);
        connect(&socket, &QTcpSocket::connected, this, [&] {
            session.start();
            socket.write(session.takeOutput());
        });
        connect(&socket, &QTcpSocket::readyRead, this, [&] {
            session.feed(socket.readAll());
            socket.write(session.takeOutput());
        });
        QTRY_COMPARE_WITH_TIMEOUT(session.state(), TlsSession::State::Open, PatienceMs);
        session.write("\r\n\r\n");
        socket.write(session.takeOutput());
        QByteArray pong;
        QTRY_VERIFY_WITH_TIMEOUT((pong += session.takePlain()).size() >= 2, PatienceMs);
        QCOMPARE(pong, QByteArray("\r\n"));
        QCOMPARE(server.recorded<KeepAlive>().first().path.protocol, Protocol::Tls);
    }

private:
    const TestCertificates m_certificates;
};

QTEST_GUILESS_MAIN(TestTls)
#include "tst_tls.moc"
