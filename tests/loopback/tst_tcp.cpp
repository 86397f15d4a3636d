// SPDX-License-Identifier: GPL-3.0-or-later
#include "loopback/net_harness.h"
#include "loopback/raw_server.h"
#include "support/reset_connection.h"
#include "support/system_tells.h"

#include <memory>

using namespace sip;
using What = ConnectionEvent::What;

namespace {

Endpoint closedPort()
{
    QTcpServer taken;
    taken.listen(QHostAddress::LocalHost, 0);
    return Endpoint::of(QHostAddress::LocalHost, taken.serverPort());
}

} // namespace

/// TCP over real loopback sockets.
class TestTcp : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void request_and_answer_pass_on_one_connection_data() { bothFamilies(); }
    void request_and_answer_pass_on_one_connection();
    void a_connection_is_reused();
    void sends_wait_until_the_connection_is_open();
    void a_refused_connection_fails_every_send_that_waited();
    void a_peer_that_never_answers_the_connect_is_given_up();
    void a_reset_in_the_middle_is_told_as_reset();
    void a_close_in_good_order_is_told_as_close();
    void after_a_loss_the_next_send_connects_again();
    void a_peer_that_does_not_read_is_bounded();
    void idle_connections_are_closed_by_us();
    void traffic_keeps_a_connection_open();
    void connections_from_outside_are_accepted_and_numbered();
    void a_dead_connection_number_falls_back_to_the_target();
    void the_number_of_connections_is_bounded();
    void nothing_is_reported_after_closing();
    void closing_inside_a_callback_is_safe();
};

void TestTcp::request_and_answer_pass_on_one_connection()
{
    FETCH_HOST();
    Net client, server;
    const Endpoint at = *server.layer.listen(anyPort(host));
    server.user.onMessage = [&](const Message &, const Path &path) {
        server.send({Protocol::Tcp, path.remote}, answer(), 9, path.connection);
    };
    client.send({Protocol::Tcp, at}, request(), 5);
    QTRY_COMPARE_WITH_TIMEOUT(client.user.received.size(), 1, PatienceMs);
    const Path &path = client.user.received.first().path;
    QCOMPARE(path.protocol, Protocol::Tcp);
    QCOMPARE(path.remote, at);
    QCOMPARE(path.connection, 1U);
    QCOMPARE(server.user.received.first().message.wire(), request());
    QCOMPARE(server.user.received.first().path, (Path{Protocol::Tcp, at, path.local, 1}));
    QCOMPARE(client.connectionEvents(), QList<What>({What::Opening, What::Open}));
    QCOMPARE(server.connectionEvents(), QList<What>({What::Accepted}));
    QCOMPARE(client.recorded<MessageSent>().first().path, path);
    QVERIFY(!client.user.insideSend && !server.user.insideSend);
    for (const TraceEventPtr &event : client.events)
        QCOMPARE(event->context.transaction, TransactionId(5));
}

//= R18.1.1-8
void TestTcp::a_connection_is_reused()
{
    Net client, server;
    const Endpoint at = *server.layer.listen(anyPort(QStringLiteral("127.0.0.1")));
    for (int i = 1; i <= 3; ++i) {
        client.send({Protocol::Tcp, at}, request(i), TransactionId(i));
        QTRY_COMPARE_WITH_TIMEOUT(server.user.received.size(), i, PatienceMs);
    }
    client.send({Protocol::Tcp, at}, request(4), 3); // again for the same transaction: not worth a line
    QTRY_COMPARE_WITH_TIMEOUT(server.user.received.size(), 4, PatienceMs);
    QCOMPARE(client.connectionEvents(), QList<What>({What::Opening, What::Open, What::Reused, What::Reused}));
    QCOMPARE(server.connectionEvents(), QList<What>({What::Accepted}));
}

void TestTcp::sends_wait_until_the_connection_is_open()
{
    Net client, server;
    const Endpoint at = *server.layer.listen(anyPort(QStringLiteral("127.0.0.1")));
    for (int i = 1; i <= 10; ++i)
        client.send({Protocol::Tcp, at}, request(i));
    QCOMPARE(client.recorded<MessageSent>().size(), 0);
    QTRY_COMPARE_WITH_TIMEOUT(server.user.received.size(), 10, PatienceMs);
    for (int i = 1; i <= 10; ++i)
        QCOMPARE(server.user.received[i - 1].message.cseqNumber(), qint64(i));
    QCOMPARE(client.connectionEvents(), QList<What>({What::Opening, What::Open}));
}

//= R18.4-3
void TestTcp::a_refused_connection_fails_every_send_that_waited()
{
    Net client;
    const Endpoint closed = closedPort();
    client.send({Protocol::Tcp, closed}, request(1), 1);
    client.send({Protocol::Tcp, closed}, request(2), 2);
    QTRY_COMPARE_WITH_TIMEOUT(client.user.failed.size(), 2, PatienceMs);
    QCOMPARE(client.user.failed[0].context.transaction, TransactionId(1));
    QCOMPARE(client.user.failed[1].context.transaction, TransactionId(2));
    const TransportError &error = client.user.failed[0].error;
    QCOMPARE(error.cause, LocalCause::Refused);
    QCOMPARE(error.text, QStringLiteral("nothing listens on %1 (connection refused)").arg(QString::fromLatin1(closed.text())));
    const QList<What> events = client.connectionEvents(), once{What::Opening, What::Failed};
    QVERIFY(events == once || events == once + once); // where a system refuses inside connect(), nothing waits for the other
    QCOMPARE(client.recorded<ConnectionEvent>().last().text, error.text);
    QCOMPARE(client.recorded<MessageSent>().size(), 0);
    QVERIFY(!client.user.insideSend);
}

void TestTcp::a_peer_that_never_answers_the_connect_is_given_up()
{
    // A listener whose queue is full answers no SYN.
    QTcpServer full;
    full.setListenBacklogSize(0);
    QVERIFY(full.listen(QHostAddress::LocalHost, 0));
    full.pauseAccepting();
    std::vector<std::unique_ptr<QTcpSocket>> fillers;
    for (int i = 0; i < 4; ++i) {
        fillers.push_back(std::make_unique<QTcpSocket>());
        fillers.back()->connectToHost(QHostAddress::LocalHost, full.serverPort());
    }
    QTest::qWait(100);
    if (fillers.back()->state() == QAbstractSocket::ConnectedState)
        QSKIP("skipped: the queue of a listener cannot be filled here");
    TransportLayer::Settings settings;
    settings.connectTimeout = 100ms;
    Net client(settings);
    client.send({Protocol::Tcp, Endpoint::of(QHostAddress::LocalHost, full.serverPort())}, request(), 3);
    QTRY_COMPARE_WITH_TIMEOUT(client.user.failed.size(), 1, PatienceMs);
    QCOMPARE(client.user.failed.first().error.cause, LocalCause::Unreachable);
    QVERIFY2(client.user.failed.first().error.text.endsWith(QStringLiteral("within 0.1 s")),
             qPrintable(client.user.failed.first().error.text));
}

//= R18.4-4
void TestTcp::a_reset_in_the_middle_is_told_as_reset()
{
    if (!tellsResets)
        QSKIP("skipped: this system tells a reset and a close alike");
    Net client;
    RawServer server;
    client.send({Protocol::Tcp, server.at()}, request(), 8);
    QTcpSocket *peer = server.accept();
    QVERIFY(peer);
    QCOMPARE(readAtLeast(*peer, request().size()), request());
    resetConnection(*peer);
    QTRY_COMPARE_WITH_TIMEOUT(client.user.lost.size(), 1, PatienceMs);
    QCOMPARE(client.user.lost.first().error.cause, LocalCause::Reset);
    QCOMPARE(client.user.lost.first().error.text,
             QStringLiteral("%1 reset the connection").arg(QString::fromLatin1(server.at().text())));
    QCOMPARE(client.user.lost.first().path.connection, 1U);
    QCOMPARE(client.connectionEvents(), QList<What>({What::Opening, What::Open, What::Reset}));
    QCOMPARE(client.events.last()->context.transaction, TransactionId(8));
}

void TestTcp::a_close_in_good_order_is_told_as_close()
{
    Net client;
    RawServer server;
    client.send({Protocol::Tcp, server.at()}, request());
    QTcpSocket *peer = server.accept();
    QVERIFY(peer);
    readAtLeast(*peer, request().size());
    peer->disconnectFromHost();
    QTRY_COMPARE_WITH_TIMEOUT(client.user.lost.size(), 1, PatienceMs);
    QCOMPARE(client.user.lost.first().error.text,
             QStringLiteral("%1 closed the connection").arg(QString::fromLatin1(server.at().text())));
    QCOMPARE(client.connectionEvents(), QList<What>({What::Opening, What::Open, What::ClosedByPeer}));
    QCOMPARE(client.user.received.size(), 0);
}

void TestTcp::after_a_loss_the_next_send_connects_again()
{
    Net client;
    RawServer server;
    client.send({Protocol::Tcp, server.at()}, request(1));
    QTcpSocket *first = server.accept();
    QVERIFY(first);
    resetConnection(*first);
    QTRY_COMPARE_WITH_TIMEOUT(client.user.lost.size(), 1, PatienceMs);
    client.send({Protocol::Tcp, server.at()}, request(2));
    QTcpSocket *second = server.accept();
    QVERIFY(second);
    QCOMPARE(readAtLeast(*second, request(2).size()), request(2));
    QCOMPARE(client.recorded<MessageSent>().last().path.connection, 2U);
}

void TestTcp::a_peer_that_does_not_read_is_bounded()
{
    Net client;
    RawServer server;
    client.send({Protocol::Tcp, server.at()}, request());
    QTcpSocket *peer = server.accept();
    QVERIFY(peer);
    peer->setReadBufferSize(1); // now the system's buffers fill up, then ours
    const QByteArray large = request(1, QByteArray(8 * 1024 * 1024, 'x'));
    int sent = 0;
    while (client.user.failed.isEmpty() && sent < 100) {
        client.send({Protocol::Tcp, server.at()}, large, TransactionId(100 + sent));
        ++sent;
        QTest::qWait(1);
    }
    QVERIFY2(sent < 20, "what waits for a peer that does not read must be bounded");
    QCOMPARE(client.user.failed.first().context.transaction, TransactionId(100 + sent - 1));
    QVERIFY2(client.user.failed.first().error.text.contains(QStringLiteral("does not read")),
             qPrintable(client.user.failed.first().error.text));
    QCOMPARE(client.user.lost.size(), 0);
}

void TestTcp::idle_connections_are_closed_by_us()
{
    TransportLayer::Settings settings;
    settings.idleTimeout = 50ms;
    Net client(settings), server;
    const Endpoint at = *server.layer.listen(anyPort(QStringLiteral("127.0.0.1")));
    client.send({Protocol::Tcp, at}, request());
    QTRY_COMPARE_WITH_TIMEOUT(client.user.lost.size(), 1, PatienceMs);
    QCOMPARE(client.user.lost.first().error.text, QStringLiteral("closed after 0.05 s without a message"));
    QCOMPARE(client.connectionEvents(), QList<What>({What::Opening, What::Open, What::ClosedByUs}));
    // The peer sees an orderly end.
    QTRY_COMPARE_WITH_TIMEOUT(server.user.lost.size(), 1, PatienceMs);
    QCOMPARE(server.connectionEvents(), QList<What>({What::Accepted, What::ClosedByPeer}));
    QCOMPARE(server.user.received.size(), 1);
}

void TestTcp::traffic_keeps_a_connection_open()
{
    TransportLayer::Settings settings;
    settings.idleTimeout = 2s;
    Net client, server(settings);
    const Endpoint at = *server.layer.listen(anyPort(QStringLiteral("127.0.0.1")));
    QElapsedTimer clock;
    clock.start();
    for (int i = 1; clock.elapsed() < 2500; ++i) {
        const qint64 before = clock.elapsed();
        client.send({Protocol::Tcp, at}, request(i));
        QTRY_COMPARE_WITH_TIMEOUT(server.user.received.size(), i, PatienceMs);
        QTest::qWait(200);
        if (clock.elapsed() - before > 1500)
            QSKIP("skipped: the machine is too busy to keep a connection alive");
    }
    QCOMPARE(server.connectionEvents(), QList<What>({What::Accepted}));
}

//= R18.1.1-7 a peer may come back to the port our Via names
void TestTcp::connections_from_outside_are_accepted_and_numbered()
{
    Net client;
    RawServer server;
    const Endpoint sentBy = *client.layer.localEndpoint({Protocol::Tcp, server.at()});
    client.send({Protocol::Tcp, server.at()}, request());
    QTcpSocket *peer = server.accept();
    QVERIFY(peer);
    peer->disconnectFromHost();
    QTRY_COMPARE_WITH_TIMEOUT(client.user.lost.size(), 1, PatienceMs);
    QTcpSocket back;
    back.connectToHost(sentBy.hostAddress(), sentBy.port);
    back.write(answer());
    QTRY_COMPARE_WITH_TIMEOUT(client.user.received.size(), 1, PatienceMs);
    QCOMPARE(client.user.received.first().path.connection, 2U);
    QCOMPARE(client.user.received.first().path.local, sentBy);
    QCOMPARE(client.connectionEvents().last(), What::Accepted);
}

void TestTcp::a_dead_connection_number_falls_back_to_the_target()
{
    Net client, server;
    const Endpoint at = *server.layer.listen(anyPort(QStringLiteral("127.0.0.1")));
    client.send({Protocol::Tcp, at}, request(), 1, 77);
    QTRY_COMPARE_WITH_TIMEOUT(server.user.received.size(), 1, PatienceMs);
    QCOMPARE(client.recorded<MessageSent>().first().path.connection, 1U);
}

void TestTcp::the_number_of_connections_is_bounded()
{
    TransportLayer::Settings settings;
    settings.maxConnections = 2;
    Net server(settings);
    const Endpoint at = *server.layer.listen(anyPort(QStringLiteral("127.0.0.1")));
    std::vector<std::unique_ptr<QTcpSocket>> peers;
    for (int i = 0; i < 3; ++i) {
        peers.push_back(std::make_unique<QTcpSocket>());
        peers.back()->connectToHost(at.hostAddress(), at.port);
        QTRY_VERIFY_WITH_TIMEOUT(peers.back()->state() == QAbstractSocket::ConnectedState || i == 2, PatienceMs);
    }
    QTRY_COMPARE_WITH_TIMEOUT(peers.back()->state(), QAbstractSocket::UnconnectedState, PatienceMs);
    QCOMPARE(server.connectionEvents(), QList<What>({What::Accepted, What::Accepted}));
    server.send({Protocol::Tcp, at}, request(), 4);
    QTRY_COMPARE_WITH_TIMEOUT(server.user.failed.size(), 1, PatienceMs);
    QVERIFY(server.user.failed.first().error.text.startsWith(QStringLiteral("2 connections are open")));
    // A place that becomes free is given again.
    peers.front()->disconnectFromHost();
    QTRY_COMPARE_WITH_TIMEOUT(server.user.lost.size(), 1, PatienceMs);
    QTcpSocket next;
    next.connectToHost(at.hostAddress(), at.port);
    QTRY_COMPARE_WITH_TIMEOUT(server.connectionEvents().last(), What::Accepted, PatienceMs);
}

void TestTcp::nothing_is_reported_after_closing()
{
    Net client;
    RawServer server;
    client.send({Protocol::Tcp, server.at()}, request());
    QTcpSocket *peer = server.accept();
    QVERIFY(peer);
    client.send({Protocol::Tcp, closedPort()}, request());
    readAtLeast(*peer, request().size());
    client.user.failed.clear();
    client.layer.closeAll();
    QTRY_COMPARE_WITH_TIMEOUT(peer->state(), QAbstractSocket::UnconnectedState, PatienceMs);
    QCOMPARE(client.user.lost.size(), 0);
    QCOMPARE(client.user.failed.size(), 0);
}

void TestTcp::closing_inside_a_callback_is_safe()
{
    Net server;
    const Endpoint at = *server.layer.listen(anyPort(QStringLiteral("127.0.0.1")));
    server.user.onMessage = [&](const Message &, const Path &) { server.layer.closeAll(); };
    QTcpSocket peer;
    peer.connectToHost(at.hostAddress(), at.port);
    peer.write(request(1) + request(2) + request(3).left(50));
    QTRY_COMPARE_WITH_TIMEOUT(server.user.received.size(), 1, PatienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(peer.state(), QAbstractSocket::UnconnectedState, PatienceMs);
    QCOMPARE(server.user.received.size(), 1);
    QCOMPARE(server.user.lost.size(), 0);
}

QTEST_GUILESS_MAIN(TestTcp)
#include "tst_tcp.moc"
