// SPDX-License-Identifier: GPL-3.0-or-later
#include "loopback/net_harness.h"
#include "support/reset_connection.h"
#include "support/system_tells.h"
#include "support/test_certificates.h"
#include "transport/ws_handshake.h"
#include "transport/ws_reader.h"

#include <QTcpServer>
#include <QTcpSocket>

#include <memory>

using namespace sip;
using What = ConnectionEvent::What;

namespace {

TransportAddress ws(const Endpoint &remote, const WsSettings &settings = {})
{
    return {Protocol::Ws, remote, "example.com", {}, std::make_shared<const WsSettings>(settings)};
}

TransportLayer::Settings impatient()
{
    TransportLayer::Settings settings;
    settings.connectTimeout = 300ms;
    return settings;
}

Endpoint v4()
{
    return anyPort(QStringLiteral("127.0.0.1"));
}

/// A TCP server whose connections the test plays by hand.
struct RawServer {
    RawServer() { server.listen(QHostAddress::LocalHost, 0); }
    Endpoint at() const { return Endpoint::of(server.serverAddress(), server.serverPort()); }
    /// A client that has asked for something. \return its head; empty: nobody came
    QByteArray accept()
    {
        if (!QTest::qWaitFor([this] { return server.hasPendingConnections(); }, PatienceMs))
            return {};
        peer.reset(server.nextPendingConnection());
        return head();
    }
    QByteArray head()
    {
        QByteArray octets;
        const bool came = QTest::qWaitFor(
            [&] {
                octets += peer->readAll();
                return octets.endsWith("\r\n\r\n");
            },
            PatienceMs);
        return came ? octets : QByteArray();
    }
    static QByteArray agree(const QByteArray &head)
    {
        return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Protocol: sip\r\n"
               "Sec-WebSocket-Accept: " +
               wsAccept(HttpHead::parse(head).value("Sec-WebSocket-Key")) + "\r\n\r\n";
    }
    void write(const QByteArray &octets) const { peer->write(octets); }
    QTcpServer server;
    std::unique_ptr<QTcpSocket> peer;
};

QByteArray text(const QByteArray &payload, bool fin = true)
{
    return wsFrame(WsOpcode::Text, payload, {}, fin);
}

} // namespace

/// SIP over WebSocket and real sockets.
class TestWs : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void request_and_answer_pass_on_one_connection_data() { bothFamilies(); }
    //= R7118.4-1
    //= R7118.4.2-1
    void request_and_answer_pass_on_one_connection()
    {
        FETCH_HOST();
        Net client, server;
        const Endpoint at = *server.layer.listenWs(anyPort(host), {});
        server.user.onMessage = [&](const Message &, const Path &path) {
            server.send({Protocol::Ws, path.remote}, answer(), 9, path.connection);
        };
        client.send(ws(at), request(), 5);
        client.send(ws(at), request(2), 5);
        QTRY_COMPARE_WITH_TIMEOUT(client.user.received.size(), 2, PatienceMs);
        const Path path = client.user.received.first().path;
        QCOMPARE(path.protocol, Protocol::Ws);
        QCOMPARE(path.remote, at);
        QCOMPARE(server.user.received.first().message.wire(), request());
        QCOMPARE(server.user.received.first().path, (Path{Protocol::Ws, at, path.local, 1}));
        QCOMPARE(client.connectionEvents(), QList<What>({What::Opening, What::Open}));
        const QList<WsHandshake> halves = client.recorded<WsHandshake>();
        QCOMPARE(halves.size(), 2);
        QVERIFY(!halves[0].received && halves[1].received);
        QCOMPARE(halves[1].status, 101);
        QCOMPARE(halves[1].protocol, QByteArray("sip"));
        QCOMPARE(halves[1].path, path);
        QVERIFY(halves[1].duration > Instant::zero());
        QVERIFY(halves[0].head.contains("Host: example.com:" + QByteArray::number(at.port)));
        QCOMPARE(server.recorded<WsHandshake>().size(), 2);
        QVERIFY(!client.user.insideSend && !server.user.insideSend);
        for (const TraceEventPtr &event : client.events)
            QCOMPARE(event->context.transaction, TransactionId(5));
    }

    //= R7118.8-1
    void the_same_over_tls_after_the_certificate_was_checked()
    {
        Net client, server;
        const TlsSettings shown = m_certificates.named({"DNS:example.com"});
        const Endpoint at = *server.layer.listenWs(v4(), {}, &shown);
        server.user.onMessage = [&](const Message &, const Path &path) {
            server.send({Protocol::Wss, path.remote}, answer(), 9, path.connection);
        };
        const auto trusting = std::make_shared<const TlsSettings>(m_certificates.trusting());
        client.send({Protocol::Wss, at, "example.com", trusting}, request(), 5);
        QTRY_COMPARE_WITH_TIMEOUT(client.user.received.size(), 1, PatienceMs);
        QCOMPARE(client.user.received.first().path.protocol, Protocol::Wss);
        QCOMPARE(client.recorded<TlsVerdict>().size(), 1);
        QCOMPARE(client.recorded<WsHandshake>().last().status, 101);
        client.send({Protocol::Wss, at, "example.net", trusting}, request(2), 6);
        QTRY_COMPARE_WITH_TIMEOUT(client.user.failed.size(), 1, PatienceMs);
        QCOMPARE(client.user.failed.first().error.cause, LocalCause::Tls);
        QCOMPARE(client.recorded<WsHandshake>().size(), 2); // nothing was asked for behind a certificate that is not good
    }

    //= R18.1.1-8
    void a_connection_is_reused_where_the_same_was_asked_for()
    {
        Net client, server;
        const Endpoint at = *server.layer.listenWs(v4(), {});
        WsSettings other;
        other.path = "/other";
        client.send(ws(at), request(1), 1);
        client.send(ws(at), request(2), 2);
        QTRY_COMPARE_WITH_TIMEOUT(server.user.received.size(), 2, PatienceMs);
        QCOMPARE(server.user.received[0].path.connection, server.user.received[1].path.connection);
        client.send(ws(at, other), request(3), 3);
        QTRY_COMPARE_WITH_TIMEOUT(server.user.received.size(), 3, PatienceMs);
        QVERIFY(server.user.received[2].path.connection != server.user.received[1].path.connection);
        QVERIFY(server.recorded<WsHandshake>().at(2).head.startsWith("GET /other "));
    }

    void the_settings_are_what_is_asked_for()
    {
        Net client;
        RawServer server;
        WsSettings settings;
        settings.path = "/ws?x=1";
        settings.host = "front.example.com";
        settings.origin = "https://example.com";
        settings.headers = {{"Cookie", "sid=geheim"}, {"X-Key", "geheim", true}};
        client.send(ws(server.at(), settings), request());
        const HttpHead head = HttpHead::parse(server.accept());
        QCOMPARE(head.target(), QByteArray("/ws?x=1"));
        QCOMPARE(head.value("Host"), QByteArray("front.example.com"));
        QCOMPARE(head.value("Origin"), QByteArray("https://example.com"));
        QCOMPARE(head.value("Cookie"), QByteArray("sid=geheim"));
        QCOMPARE(client.recorded<WsHandshake>().size(), 1);
        QVERIFY(!client.recorded<WsHandshake>().first().head.contains("geheim"));
    }

    void settings_that_cannot_be_written_fail_the_send()
    {
        Net client;
        WsSettings settings;
        settings.path = "no slash";
        client.send(ws(*Endpoint::parse("127.0.0.1:9"), settings), request());
        QTRY_COMPARE_WITH_TIMEOUT(client.user.failed.size(), 1, PatienceMs);
        QCOMPARE(client.user.failed.first().error.cause, LocalCause::Ws);
        QVERIFY(client.connectionEvents().isEmpty());
    }

    //= R7118-2
    void what_a_server_does_instead_is_told_data()
    {
        QTest::addColumn<QByteArray>("does");
        QTest::addColumn<QString>("words");
        const auto add = [](const char *does, const char *words) {
            QTest::newRow(does) << QByteArray(does) << QString::fromLatin1(words);
        };
        add("403", "refused the WebSocket with 403 Forbidden");
        add("302", "302 Found, it names https://elsewhere.example.com/; that is not followed");
        add("no subprotocol", "did not agree on a subprotocol");
        add("wrong accept", "Sec-WebSocket-Accept of the server is wrong");
        add("sip", "speaks SIP there, and no WebSocket");
        add("garbage", "is no HTTP");
        add("endless head", "more than 16384 octets");
        add("close", "closed the connection in the middle of the WebSocket handshake");
        add("reset", "reset the connection in the middle of the WebSocket handshake");
        add("silence", "did not end the WebSocket handshake within 0.3 s");
        add("half and silence", "did not end the WebSocket handshake within 0.3 s");
        add("garbage behind", "closed with 1002 (protocol error)");
    }
    void what_a_server_does_instead_is_told()
    {
        QFETCH(QByteArray, does);
        QFETCH(QString, words);
        if (!tellsResets && does == "reset")
            QSKIP("skipped: this system tells a reset and a close alike");
        Net client(impatient());
        RawServer server;
        client.send(ws(server.at()), request());
        const QByteArray head = server.accept();
        QVERIFY(!head.isEmpty());
        QByteArray good = RawServer::agree(head);
        if (does == "403")
            server.peer->write("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");
        else if (does == "302")
            server.peer->write("HTTP/1.1 302 Found\r\nLocation: https://elsewhere.example.com/\r\n\r\n");
        else if (does == "no subprotocol")
            server.peer->write(good.replace("Sec-WebSocket-Protocol: sip\r\n", ""));
        else if (does == "wrong accept")
            server.peer->write(good.replace("Accept: ", "Accept: x"));
        else if (does == "sip")
            server.peer->write("SIP/2.0 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
        else if (does == "garbage")
            server.peer->write("\x15\x03\x01");
        else if (does == "endless head")
            server.peer->write("HTTP/1.1 101 x\r\nX: " + QByteArray(20'000, 'x'));
        else if (does == "close")
            server.peer->close();
        else if (does == "reset")
            resetConnection(*server.peer);
        else if (does == "half and silence")
            server.peer->write(good.first(40));
        else if (does == "garbage behind")
            server.peer->write(good + "SIP/2.0 200 OK\r\n\r\n");
        QTRY_COMPARE_WITH_TIMEOUT(client.user.failed.size(), 1, PatienceMs);
        const TransportError &error = client.user.failed.first().error;
        QCOMPARE(error.cause, LocalCause::Ws);
        QVERIFY2(error.text.contains(words), qPrintable(error.text));
        QCOMPARE(client.recorded<MessageSent>().size(), 0);
        if (does == "garbage behind") {
            QCOMPARE(client.recorded<WsControl>().last().code, 1002);
            QCOMPARE(client.connectionEvents().last(), What::Failed);
            return;
        }
        QCOMPARE(client.recorded<WsHandshake>().size(), 2);
        QVERIFY(client.recorded<WsHandshake>().last().problem.contains(words));
        QVERIFY(client.recorded<WsHandshake>().last().head.size() <= HttpHeadReader::Largest);
        QCOMPARE(client.connectionEvents(), QList<What>({What::Opening, What::Open}));
    }

    void a_refused_connection_is_refused_not_ws()
    {
        Net client;
        Endpoint closed;
        {
            const RawServer server;
            closed = server.at();
        }
        client.send(ws(closed), request());
        QTRY_COMPARE_WITH_TIMEOUT(client.user.failed.size(), 1, PatienceMs);
        QCOMPARE(client.user.failed.first().error.cause, LocalCause::Refused);
        QVERIFY(client.recorded<WsHandshake>().isEmpty());
    }

    //= R7118.4.2-1
    //= R7118.4.2-2
    void pieces_binary_and_missing_lengths_are_taken()
    {
        Net client;
        RawServer server;
        client.send(ws(server.at()), request());
        server.write(RawServer::agree(server.accept()));
        const QByteArray bare = "SIP/2.0 200 OK\r\nCSeq: 1 MESSAGE\r\n\r\nbody";
        QByteArray pieces;
        for (qsizetype i = 0; i < bare.size(); ++i)
            pieces += wsFrame(i ? WsOpcode::Continuation : WsOpcode::Text, bare.sliced(i, 1), {}, i + 1 == bare.size()) +
                      wsFrame(WsOpcode::Ping, "p", {});
        server.write(pieces + wsFrame(WsOpcode::Binary, answer(2), {}) + text("not SIP at all"));
        QTRY_COMPARE_WITH_TIMEOUT(client.user.received.size(), 3, PatienceMs);
        QCOMPARE(client.user.received[0].message.wire(), bare);
        QCOMPARE(client.user.received[0].message.body(), QByteArrayView("body"));
        QCOMPARE(client.user.received[1].message.wire(), answer(2));
        QCOMPARE(client.user.received[2].message.kind(), Message::Kind::Invalid);
        QVERIFY(client.user.lost.isEmpty());
    }

    //= R7118-2
    void how_an_open_one_ends_is_told_data()
    {
        QTest::addColumn<QByteArray>("does");
        QTest::addColumn<int>("cause");
        QTest::addColumn<QString>("words");
        const auto add = [](const char *does, LocalCause cause, const char *words) {
            QTest::newRow(does) << QByteArray(does) << int(cause) << QString::fromLatin1(words);
        };
        add("close with reason", LocalCause::Ws, "closed the WebSocket with 1001 (going away): \"restart\"");
        add("close without a code", LocalCause::Ws, "closed the WebSocket without a code");
        add("end without close", LocalCause::Reset, "closed the connection without a Close of the WebSocket");
        add("reset", LocalCause::Reset, "reset the connection without a Close of the WebSocket");
        add("masked", LocalCause::Ws, "masked a frame, which only clients may; closed with 1002");
        add("too large", LocalCause::Ws, "closed with 1009 (message too big)");
        add("not UTF-8", LocalCause::Ws, "closed with 1007");
        add("unknown kind", LocalCause::Ws, "unknown kind 5; closed with 1002");
        add("half a message, then close", LocalCause::Ws, "without a code");
    }
    void how_an_open_one_ends_is_told()
    {
        QFETCH(QByteArray, does);
        QFETCH(int, cause);
        QFETCH(QString, words);
        if (!tellsResets && does == "reset")
            QSKIP("skipped: this system tells a reset and a close alike");
        Net client;
        RawServer server;
        client.send(ws(server.at()), request());
        server.write(RawServer::agree(server.accept()));
        QTRY_COMPARE_WITH_TIMEOUT(client.recorded<MessageSent>().size(), 1, PatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(server.peer->bytesAvailable() > 0, PatienceMs);
        server.peer->readAll();
        if (does == "close with reason")
            server.write(wsFrame(WsOpcode::Close, wsCloseBody({1001, "restart"}), {}));
        else if (does == "close without a code")
            server.write(wsFrame(WsOpcode::Close, {}, {}));
        else if (does == "end without close")
            server.peer->close();
        else if (does == "reset")
            resetConnection(*server.peer);
        else if (does == "masked")
            server.write(wsFrame(WsOpcode::Text, "a", WsMask{1, 2, 3, 4}));
        else if (does == "too large")
            server.write(QByteArray::fromHex("827f00000000ffffffff"));
        else if (does == "not UTF-8")
            server.write(text("\xff"));
        else if (does == "unknown kind")
            server.write(QByteArray::fromHex("8500"));
        else
            server.write(text("SIP/2.0 200 OK\r\n", false) + wsFrame(WsOpcode::Close, {}, {}));
        QTRY_COMPARE_WITH_TIMEOUT(client.user.lost.size(), 1, PatienceMs);
        const TransportError error = client.user.lost.first().error;
        QCOMPARE(int(error.cause), cause);
        QVERIFY2(error.text.contains(words), qPrintable(error.text));
        QVERIFY(client.recorded<ConnectionEvent>().last().text.contains(words));
        const QList<MessageReceived> dropped = client.recorded<MessageReceived>();
        QCOMPARE(dropped.size(), does.startsWith("half") ? 1 : 0);
        QVERIFY(dropped.isEmpty() || dropped.first().fate == MessageReceived::Fate::Dropped);
        if (cause == int(LocalCause::Ws)) { // it was told, or answered, by a Close of ours
            QVERIFY(!client.recorded<WsControl>().last().received);
            QTRY_VERIFY_WITH_TIMEOUT(server.peer->bytesAvailable() > 0, PatienceMs);
            QCOMPARE(WsOpcode(server.peer->readAll()[0] & 0xf), WsOpcode::Close);
        }
    }

    //= R7118.6-1
    void a_ping_that_is_not_answered_ends_the_connection()
    {
        Net client;
        RawServer server;
        WsSettings settings;
        settings.pingEvery = 50ms;
        client.send(ws(server.at(), settings), request());
        server.write(RawServer::agree(server.accept()));
        QTRY_COMPARE_WITH_TIMEOUT(client.recorded<WsControl>().size(), 1, PatienceMs);
        QCOMPARE(client.recorded<WsControl>().first().kind, WsControl::Kind::Ping);
        QTRY_COMPARE_WITH_TIMEOUT(client.user.lost.size(), 1, PatienceMs);
        QVERIFY(client.user.lost.first().error.text.contains(QLatin1String("did not answer our Ping within 10 s")));
    }

    //= R7118.6-1
    void pings_are_answered_and_shown()
    {
        Net client, server;
        const Endpoint at = *server.layer.listenWs(v4(), {});
        WsSettings settings;
        settings.pingEvery = 20ms;
        client.send(ws(at, settings), request(), 5);
        QTRY_VERIFY_WITH_TIMEOUT(client.recorded<WsControl>().size() >= 2, PatienceMs);
        QCOMPARE(client.recorded<WsControl>()[1].kind, WsControl::Kind::Pong);
        QVERIFY(client.recorded<WsControl>()[1].received);
        QVERIFY(client.user.lost.isEmpty());
    }

    void crlf_is_a_keep_alive_here_too()
    {
        Net client;
        RawServer server;
        client.send(ws(server.at()), request());
        server.write(RawServer::agree(server.accept()) + text("\r\n\r\n"));
        QTRY_COMPARE_WITH_TIMEOUT(client.recorded<KeepAlive>().size(), 2, PatienceMs);
        QVERIFY(client.user.received.isEmpty());
    }

    void a_proxy_is_asked_for_the_way_data()
    {
        QTest::addColumn<QByteArray>("says");
        QTest::addColumn<QString>("words"); // empty: it opens
        QTest::newRow("open") << QByteArray("HTTP/1.1 200 OK\r\n\r\n") << QString();
        QTest::newRow("refused") << QByteArray("HTTP/1.1 403 Forbidden\r\n\r\n")
                                 << QStringLiteral("the proxy refused the way to 192.0.2.1:8080 with 403 Forbidden");
        QTest::newRow("garbage") << QByteArray("SIP/2.0 400 x\r\n\r\n") << QStringLiteral("the proxy is none");
        QTest::newRow("silence") << QByteArray() << QStringLiteral("the proxy did not end the way through it within 0.3 s");
    }
    void a_proxy_is_asked_for_the_way()
    {
        QFETCH(QByteArray, says);
        QFETCH(QString, words);
        Net client(impatient());
        RawServer proxy;
        WsSettings settings;
        settings.proxy = proxy.at().text();
        client.send(ws(*Endpoint::parse("192.0.2.1:8080"), settings), request());
        QCOMPARE(proxy.accept(), QByteArray("CONNECT 192.0.2.1:8080 HTTP/1.1\r\nHost: 192.0.2.1:8080\r\n\r\n"));
        proxy.write(says);
        if (words.isEmpty()) {
            const QByteArray head = proxy.head();
            QVERIFY(head.startsWith("GET / HTTP/1.1\r\nHost: example.com:8080\r\n"));
            proxy.write(RawServer::agree(head));
            QTRY_COMPARE_WITH_TIMEOUT(client.recorded<MessageSent>().size(), 1, PatienceMs);
            QCOMPARE(client.recorded<WsHandshake>().size(), 4);
            QCOMPARE(client.recorded<WsHandshake>()[1].path.remote, proxy.at());
            QCOMPARE(client.recorded<MessageSent>().first().path.remote.text(), QByteArray("192.0.2.1:8080"));
            return;
        }
        QTRY_COMPARE_WITH_TIMEOUT(client.user.failed.size(), 1, PatienceMs);
        QCOMPARE(client.user.failed.first().error.cause, LocalCause::Ws);
        QVERIFY2(client.user.failed.first().error.text.contains(words), qPrintable(client.user.failed.first().error.text));
        QCOMPARE(client.recorded<WsHandshake>().size(), 2);
    }

    void a_client_that_only_connects_is_given_up()
    {
        Net server(impatient());
        const Endpoint at = *server.layer.listenWs(v4(), {});
        QTcpSocket idle;
        idle.connectToHost(at.hostAddress(), at.port);
        QTRY_COMPARE_WITH_TIMEOUT(server.recorded<WsHandshake>().size(), 1, PatienceMs);
        QVERIFY(server.recorded<WsHandshake>().first().problem.contains(QLatin1String("within 0.3 s")));
        QTRY_COMPARE_WITH_TIMEOUT(idle.state(), QAbstractSocket::UnconnectedState, PatienceMs);
    }

    void one_megabyte_passes_both_ways()
    {
        Net client, server;
        const Endpoint at = *server.layer.listenWs(v4(), {});
        const QByteArray body(1'000'000, 'b');
        server.user.onMessage = [&](const Message &message, const Path &path) {
            server.send({Protocol::Ws, path.remote}, message.wire(), 9, path.connection);
        };
        client.send(ws(at), request(1, body));
        QTRY_COMPARE_WITH_TIMEOUT(client.user.received.size(), 1, PatienceMs);
        QCOMPARE(client.user.received.first().message.wire(), request(1, body));
    }

    //= R7118-2
    void our_end_says_goodbye()
    {
        Net client, server;
        const Endpoint at = *server.layer.listenWs(v4(), {});
        client.send(ws(at), request());
        QTRY_COMPARE_WITH_TIMEOUT(server.user.received.size(), 1, PatienceMs);
        client.layer.closeAll();
        QTRY_COMPARE_WITH_TIMEOUT(server.user.lost.size(), 1, PatienceMs);
        QVERIFY(server.user.lost.first().error.text.contains(QLatin1String("with 1001 (going away)")));
        QCOMPARE(client.recorded<WsControl>().last().code, 1001);
    }

    //= R7118-1
    void nobody_can_call_us_where_we_only_connect()
    {
        Net net;
        const Expected<Endpoint> local = net.layer.localEndpoint(ws(*Endpoint::parse("127.0.0.1:8080")));
        QVERIFY(local && local->port == 0);
        QVERIFY(net.recorded<ConnectionEvent>().isEmpty());
    }

private:
    const TestCertificates m_certificates;
};

QTEST_GUILESS_MAIN(TestWs)
#include "tst_ws.moc"
