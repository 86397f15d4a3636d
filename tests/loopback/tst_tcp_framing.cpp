// SPDX-License-Identifier: GPL-3.0-or-later
#include "loopback/net_harness.h"
#include "loopback/raw_server.h"

using namespace sip;
using What = ConnectionEvent::What;

/// Messages and keep-alives in the stream of a TCP connection.
class TestTcpFraming : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void half_a_message_is_shown_when_the_peer_closes();
    void a_message_may_come_before_the_close();
    void dripping_bytes_make_one_message();
    void coalesced_messages_are_cut();
    void a_stream_without_length_is_shown_and_closed();
    void a_body_beyond_the_limit_is_refused();
    void one_megabyte_passes_both_ways();
    void a_ping_is_answered_with_a_pong();
    void a_dripped_ping_is_no_pong();
    void a_lone_line_end_is_a_pong();
};

void TestTcpFraming::half_a_message_is_shown_when_the_peer_closes()
{
    Net client;
    RawServer server;
    client.send({Protocol::Tcp, server.at()}, request());
    QTcpSocket *peer = server.accept();
    QVERIFY(peer);
    const QByteArray half = answer().left(30);
    peer->write(half);
    peer->disconnectFromHost();
    QTRY_COMPARE_WITH_TIMEOUT(client.user.lost.size(), 1, PatienceMs);
    QCOMPARE(client.user.received.size(), 1);
    QCOMPARE(client.user.received.first().message.wire(), half);
    QVERIFY(!client.user.received.first().message.hasHeaderEnd());
}

void TestTcpFraming::a_message_may_come_before_the_close()
{
    Net client;
    RawServer server;
    client.send({Protocol::Tcp, server.at()}, request());
    QTcpSocket *peer = server.accept();
    QVERIFY(peer);
    peer->write(answer());
    peer->disconnectFromHost();
    QTRY_COMPARE_WITH_TIMEOUT(client.user.lost.size(), 1, PatienceMs);
    QCOMPARE(client.user.received.size(), 1);
    QCOMPARE(client.user.received.first().message.wire(), answer());
}

//= R18.3-3
void TestTcpFraming::dripping_bytes_make_one_message()
{
    Net server;
    const Endpoint at = *server.layer.listen(anyPort(QStringLiteral("127.0.0.1")));
    QTcpSocket peer;
    peer.connectToHost(at.hostAddress(), at.port);
    QTRY_COMPARE_WITH_TIMEOUT(peer.state(), QAbstractSocket::ConnectedState, PatienceMs);
    peer.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    const QByteArray wire = request(1, "hello");
    for (const char octet : wire) {
        peer.write(&octet, 1);
        peer.flush();
        QCoreApplication::processEvents();
    }
    QTRY_COMPARE_WITH_TIMEOUT(server.user.received.size(), 1, PatienceMs);
    QCOMPARE(server.user.received.first().message.wire(), wire);
    QCOMPARE(server.user.received.first().message.body(), QByteArrayView("hello"));
}

void TestTcpFraming::coalesced_messages_are_cut()
{
    Net server;
    const Endpoint at = *server.layer.listen(anyPort(QStringLiteral("127.0.0.1")));
    QTcpSocket peer;
    peer.connectToHost(at.hostAddress(), at.port);
    peer.write(request(1, "one") + "\r\n\r\n" + request(2) + request(3, "three"));
    QTRY_COMPARE_WITH_TIMEOUT(server.user.received.size(), 3, PatienceMs);
    QCOMPARE(server.user.received[0].message.wire(), request(1, "one"));
    QCOMPARE(server.user.received[1].message.wire(), request(2));
    QCOMPARE(server.user.received[2].message.wire(), request(3, "three"));
    QCOMPARE(server.recorded<KeepAlive>().size(), 2); // the ping and our pong
}

//= R18.3-4
void TestTcpFraming::a_stream_without_length_is_shown_and_closed()
{
    Net server;
    const Endpoint at = *server.layer.listen(anyPort(QStringLiteral("127.0.0.1")));
    QTcpSocket peer;
    peer.connectToHost(at.hostAddress(), at.port);
    peer.write("OPTIONS sip:bob@example.com SIP/2.0\r\nCSeq: 1 OPTIONS\r\n\r\n");
    QTRY_COMPARE_WITH_TIMEOUT(server.user.lost.size(), 1, PatienceMs);
    QCOMPARE(server.user.received.size(), 1);
    QVERIFY(!server.user.received.first().message.marks().isEmpty());
    QVERIFY2(server.user.lost.first().error.text.contains(QStringLiteral("Content-Length is missing")),
             qPrintable(server.user.lost.first().error.text));
    QCOMPARE(server.connectionEvents(), QList<What>({What::Accepted, What::ClosedByUs}));
    QTRY_COMPARE_WITH_TIMEOUT(peer.state(), QAbstractSocket::UnconnectedState, PatienceMs);
}

void TestTcpFraming::a_body_beyond_the_limit_is_refused()
{
    Net server;
    const Endpoint at = *server.layer.listen(anyPort(QStringLiteral("127.0.0.1")));
    QTcpSocket peer;
    peer.connectToHost(at.hostAddress(), at.port);
    peer.write("MESSAGE sip:bob@example.com SIP/2.0\r\nContent-Length: 16777217\r\n\r\n");
    QTRY_COMPARE_WITH_TIMEOUT(server.user.lost.size(), 1, PatienceMs);
    QVERIFY2(server.user.lost.first().error.text.contains(QStringLiteral("16777216")),
             qPrintable(server.user.lost.first().error.text));
    QCOMPARE(server.user.received.size(), 1);
}

void TestTcpFraming::one_megabyte_passes_both_ways()
{
    Net client, server;
    const Endpoint at = *server.layer.listen(anyPort(QStringLiteral("127.0.0.1")));
    const QByteArray large = request(1, QByteArray(1024 * 1024, 'x'));
    server.user.onMessage = [&](const Message &message, const Path &path) {
        server.send({Protocol::Tcp, path.remote}, message.wire(), 1, path.connection);
    };
    client.send({Protocol::Tcp, at}, large);
    QTRY_COMPARE_WITH_TIMEOUT(client.user.received.size(), 1, PatienceMs);
    QCOMPARE(client.user.received.first().message.wire(), large);
    QCOMPARE(server.connectionEvents(), QList<What>({What::Accepted}));
}

//= R5626.3.5.1-1
void TestTcpFraming::a_ping_is_answered_with_a_pong()
{
    Net server;
    const Endpoint at = *server.layer.listen(anyPort(QStringLiteral("127.0.0.1")));
    QTcpSocket peer;
    peer.connectToHost(at.hostAddress(), at.port);
    peer.write("\r\n\r\n");
    QCOMPARE(readAtLeast(peer, 2), QByteArray("\r\n"));
    const auto seen = server.recorded<KeepAlive>();
    QCOMPARE(seen.size(), 2);
    QVERIFY(seen[0].received && seen[0].ping);
    QVERIFY(!seen[1].received && !seen[1].ping);
    QCOMPARE(server.user.received.size(), 0);
}

void TestTcpFraming::a_dripped_ping_is_no_pong()
{
    Net server;
    const Endpoint at = *server.layer.listen(anyPort(QStringLiteral("127.0.0.1")));
    QTcpSocket peer;
    peer.connectToHost(at.hostAddress(), at.port);
    QTRY_COMPARE_WITH_TIMEOUT(server.connectionEvents().size(), 1, PatienceMs);
    peer.write("\r\n");
    peer.flush();
    QCoreApplication::processEvents();
    peer.write("\r\n");
    QTRY_VERIFY_WITH_TIMEOUT(!server.recorded<KeepAlive>().isEmpty(), PatienceMs);
    if (!server.recorded<KeepAlive>().first().ping)
        QSKIP("skipped: the machine is so busy that the halves came apart");
    QCOMPARE(readAtLeast(peer, 2), QByteArray("\r\n"));
}

void TestTcpFraming::a_lone_line_end_is_a_pong()
{
    Net client;
    RawServer server;
    client.send({Protocol::Tcp, server.at()}, request());
    QTcpSocket *peer = server.accept();
    QVERIFY(peer);
    peer->write("\r\n");
    QTRY_COMPARE_WITH_TIMEOUT(client.recorded<KeepAlive>().size(), 1, PatienceMs);
    QVERIFY(client.recorded<KeepAlive>().first().received);
    QVERIFY(!client.recorded<KeepAlive>().first().ping);
    peer->write(answer());
    QTRY_COMPARE_WITH_TIMEOUT(client.user.received.size(), 1, PatienceMs);
    QCOMPARE(client.user.received.first().message.wire(), answer());
}

QTEST_GUILESS_MAIN(TestTcpFraming)
#include "tst_tcp_framing.moc"
