// SPDX-License-Identifier: GPL-3.0-or-later
#include "loopback/net_harness.h"
#include "support/system_tells.h"

#include <QTcpServer>
#include <QTcpSocket>

using namespace sip;

/// UDP over real loopback sockets.
class TestUdp : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void request_and_answer_pass_data() { bothFamilies(); }
    void request_and_answer_pass();
    void a_refused_port_is_known_at_once_data() { bothFamilies(); }
    void a_refused_port_is_known_at_once();
    void a_refused_port_does_not_spoil_sends_to_others();
    void a_refused_port_is_told_for_every_send();
    void a_socket_hears_on_after_refusals();
    void answers_from_another_port_arrive();
    void the_answer_leaves_from_where_the_request_came();
    void the_largest_datagram_passes_data() { bothFamilies(); }
    void the_largest_datagram_passes();
    void one_octet_more_is_too_big_data() { bothFamilies(); }
    void one_octet_more_is_too_big();
    void garbage_arrives_as_invalid_messages();
    void keep_alives_are_no_messages();
    void a_burst_arrives_whole_and_in_order();
    void udp_and_tcp_listen_on_the_same_port_data() { bothFamilies(); }
    void udp_and_tcp_listen_on_the_same_port();
    void a_port_in_use_is_named();
    void a_port_taken_for_tcp_only_is_not_kept_for_udp();
    void the_local_endpoint_stays_the_same();
    void listening_on_any_address_hears_both_families();
    void nothing_is_reported_after_closing();
    void closing_inside_a_callback_is_safe();
};

void TestUdp::request_and_answer_pass()
{
    FETCH_HOST();
    Net client, server;
    const Endpoint at = *server.layer.listen(anyPort(host));
    server.user.onMessage = [&](const Message &, const Path &path) { server.send({Protocol::Udp, path.remote}, answer()); };
    const TransportAddress target{Protocol::Udp, at};
    const auto local = client.layer.localEndpoint(target);
    QVERIFY(local);
    QVERIFY(local->port != 0);
    client.send(target, request());
    QTRY_COMPARE_WITH_TIMEOUT(client.user.received.size(), 1, PatienceMs);
    QCOMPARE(client.user.received.first().message.status(), 200);
    QCOMPARE(client.user.received.first().path, (Path{Protocol::Udp, *local, at, 0}));
    QCOMPARE(server.user.received.first().message.wire(), request());
    QCOMPARE(server.user.received.first().path, (Path{Protocol::Udp, at, *local, 0}));

    const auto sent = client.recorded<MessageSent>();
    QCOMPARE(sent.size(), 1);
    QCOMPARE(sent.first().path, (Path{Protocol::Udp, *local, at, 0}));
    QCOMPARE(sent.first().message.wire(), request());
    QCOMPARE(client.events.last()->context.transaction, TransactionId(1));
}

//= R18.4-1
void TestUdp::a_refused_port_is_known_at_once()
{
    if (!tellsIcmp)
        QSKIP("skipped: this system does not tell of ICMP errors");
    FETCH_HOST();
    Net net;
    QUdpSocket taken;
    QVERIFY(taken.bind(QHostAddress(host), 0));
    const Endpoint closed = Endpoint::of(QHostAddress(host), taken.localPort());
    taken.close();
    QVERIFY(net.layer.localEndpoint({Protocol::Udp, closed}));
    const Instant before = net.scheduler.now();
    net.send({Protocol::Udp, closed}, request(), 42);
    QTRY_COMPARE_WITH_TIMEOUT(net.user.icmp.size(), 1, PatienceMs);
    qInfo("known after %lld us", static_cast<long long>((net.scheduler.now() - before).count()));
    const auto &icmp = net.user.icmp.first();
    QCOMPARE(icmp.error.cause, LocalCause::Refused);
    QVERIFY(icmp.error.fatal);
    QCOMPARE(icmp.error.text,
             QStringLiteral("nothing listens on %1 (connection refused)").arg(QString::fromLatin1(closed.text())));
    QCOMPARE(icmp.error.icmpType, closed.isIPv4() ? 3 : 1);
    QCOMPARE(icmp.error.icmpCode, closed.isIPv4() ? 3 : 4);
    QCOMPARE(icmp.error.reporter.address, closed.address);
    QCOMPARE(icmp.path.remote, closed);
    QCOMPARE(icmp.path.local, *net.layer.localEndpoint({Protocol::Udp, closed}));
    QVERIFY(!icmp.quoted.isEmpty());
    QVERIFY(request().startsWith(icmp.quoted));
    QVERIFY(!net.user.insideSend);

    QVERIFY(net.recorded<IcmpReceived>().isEmpty()); // its user records it, once
    QCOMPARE(net.recorded<MessageSent>().size(), 1);
}

void TestUdp::a_refused_port_does_not_spoil_sends_to_others()
{
    if (!tellsIcmp)
        QSKIP("skipped: this system does not tell of ICMP errors");
    Net client, server;
    const Endpoint good = *server.layer.listen(anyPort(QStringLiteral("127.0.0.1")));
    QUdpSocket taken;
    QVERIFY(taken.bind(QHostAddress::LocalHost, 0));
    const Endpoint closed = Endpoint::of(QHostAddress::LocalHost, taken.localPort());
    taken.close();
    // The error of each odd send waits on the socket when the next one goes out.
    for (int i = 0; i < 20; ++i) {
        client.send({Protocol::Udp, closed}, request(i));
        client.send({Protocol::Udp, good}, request(i));
    }
    QTRY_COMPARE_WITH_TIMEOUT(server.user.received.size(), 20, PatienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(client.user.icmp.size(), 20, PatienceMs);
    QCOMPARE(client.user.failed.size(), 0);
    QVERIFY(!client.user.insideSend);
}

void TestUdp::a_refused_port_is_told_for_every_send()
{
    if (!tellsIcmp)
        QSKIP("skipped: this system does not tell of ICMP errors");
    Net net;
    QUdpSocket taken;
    QVERIFY(taken.bind(QHostAddress::LocalHost, 0));
    const Endpoint closed = Endpoint::of(QHostAddress::LocalHost, taken.localPort());
    taken.close();
    for (int i = 1; i <= 5; ++i) {
        net.send({Protocol::Udp, closed}, request(i), TransactionId(i));
        QTRY_COMPARE_WITH_TIMEOUT(net.user.icmp.size(), i, PatienceMs);
        QCOMPARE(net.events.last()->context.transaction, TransactionId(i));
    }
}

void TestUdp::a_socket_hears_on_after_refusals()
{
    if (!tellsIcmp)
        QSKIP("skipped: this system does not tell of ICMP errors");
    Net client, server;
    const Endpoint at = *server.layer.listen(anyPort(QStringLiteral("127.0.0.1")));
    QUdpSocket taken;
    QVERIFY(taken.bind(QHostAddress::LocalHost, 0));
    const Endpoint closed = Endpoint::of(QHostAddress::LocalHost, taken.localPort());
    taken.close();
    server.user.onMessage = [&](const Message &, const Path &path) { server.send({Protocol::Udp, path.remote}, answer()); };
    for (int i = 1; i <= 5; ++i) {
        client.send({Protocol::Udp, closed}, request(i));
        QTRY_COMPARE_WITH_TIMEOUT(client.user.icmp.size(), i, PatienceMs);
        client.send({Protocol::Udp, at}, request(i));
        QTRY_COMPARE_WITH_TIMEOUT(client.user.received.size(), i, PatienceMs);
    }
}

//= R18.1.1-6
void TestUdp::answers_from_another_port_arrive()
{
    Net client;
    QUdpSocket server, other;
    QVERIFY(server.bind(QHostAddress::LocalHost, 0));
    QVERIFY(other.bind(QHostAddress::LocalHost, 0));
    const Endpoint at = Endpoint::of(QHostAddress::LocalHost, server.localPort());
    client.send({Protocol::Udp, at}, request());
    const Endpoint local = *client.layer.localEndpoint({Protocol::Udp, at});
    other.writeDatagram(answer(), local.hostAddress(), local.port);
    QTRY_COMPARE_WITH_TIMEOUT(client.user.received.size(), 1, PatienceMs);
    QCOMPARE(client.user.received.first().path.remote.port, other.localPort());
}

void TestUdp::the_answer_leaves_from_where_the_request_came()
{
    const QString second = QStringLiteral("127.0.0.2");
    if (!hasAddress(second) || underWine())
        QSKIP("skipped: this machine has no 127.0.0.2");
    Net client, server;
    QVERIFY(server.layer.listen(anyPort(QStringLiteral("127.0.0.1"))));
    const Endpoint at = *server.layer.listen(anyPort(second));
    server.user.onMessage = [&](const Message &, const Path &path) { server.send({Protocol::Udp, path.remote}, answer()); };
    client.send({Protocol::Udp, at}, request());
    QTRY_COMPARE_WITH_TIMEOUT(client.user.received.size(), 1, PatienceMs);
    QCOMPARE(client.user.received.first().path.remote.text(), at.text());
}

//= R18.1.1-4
void TestUdp::the_largest_datagram_passes()
{
    FETCH_HOST();
    Net client, server;
    const Endpoint at = *server.layer.listen(anyPort(host));
    const qsizetype largest = 65507; // over IPv6 20 more would do
    QByteArray wire = request(1, QByteArray(largest - request().size() - 4, 'x'));
    QCOMPARE(wire.size(), largest);
    client.send({Protocol::Udp, at}, wire);
    QTRY_COMPARE_WITH_TIMEOUT(server.user.received.size(), 1, PatienceMs);
    QCOMPARE(server.user.received.first().message.wire(), wire);
    QCOMPARE(client.user.failed.size(), 0);
}

void TestUdp::one_octet_more_is_too_big()
{
    FETCH_HOST();
    Net client, server;
    const Endpoint at = *server.layer.listen(anyPort(host));
    const qsizetype tooBig = at.isIPv4() ? 65508 : 65528;
    client.send({Protocol::Udp, at}, request() + QByteArray(tooBig - request().size(), 'x'), 7);
    QTRY_COMPARE_WITH_TIMEOUT(client.user.failed.size(), 1, PatienceMs);
    QCOMPARE(client.user.failed.first().error.cause, LocalCause::TooBig);
    QCOMPARE(client.user.failed.first().context.transaction, TransactionId(7));
    QVERIFY(!client.user.insideSend);
    QCOMPARE(client.recorded<MessageSent>().size(), 0);
}

void TestUdp::garbage_arrives_as_invalid_messages()
{
    Net server;
    const Endpoint at = *server.layer.listen(anyPort(QStringLiteral("127.0.0.1")));
    QUdpSocket peer;
    const QByteArray zeros(100, '\0');
    const QByteArray binary = QByteArray::fromHex("80c80006deadbeef00000000ffffffff");
    for (const QByteArray &garbage : {zeros, binary, QByteArray("GET / HTTP/1.1\r\n\r\n"), QByteArray("x")})
        peer.writeDatagram(garbage, at.hostAddress(), at.port);
    peer.writeDatagram(request(), at.hostAddress(), at.port);
    QTRY_COMPARE_WITH_TIMEOUT(server.user.received.size(), 5, PatienceMs);
    QCOMPARE(server.user.received[0].message.kind(), Message::Kind::Invalid);
    QCOMPARE(server.user.received[0].message.wire(), zeros);
    QCOMPARE(server.user.received[1].message.kind(), Message::Kind::Invalid);
    QCOMPARE(server.user.received[3].message.kind(), Message::Kind::Invalid);
    QVERIFY(server.user.received[4].message.isRequest());
}

void TestUdp::keep_alives_are_no_messages()
{
    Net server;
    const Endpoint at = *server.layer.listen(anyPort(QStringLiteral("127.0.0.1")));
    QUdpSocket peer;
    peer.writeDatagram("\r\n\r\n", at.hostAddress(), at.port);
    peer.writeDatagram("", 0, at.hostAddress(), at.port);
    peer.writeDatagram(request(), at.hostAddress(), at.port);
    QTRY_COMPARE_WITH_TIMEOUT(server.user.received.size(), 1, PatienceMs);
    QCOMPARE(server.recorded<KeepAlive>().size(), 2);
    QVERIFY(server.recorded<KeepAlive>().first().received);
}

void TestUdp::a_burst_arrives_whole_and_in_order()
{
    Net client, server;
    const Endpoint at = *server.layer.listen(anyPort(QStringLiteral("127.0.0.1")));
    constexpr int count = 200; // several wake-ups' worth, well within the receive buffer
    for (int i = 0; i < count; ++i)
        client.send({Protocol::Udp, at}, request(i));
    QTRY_COMPARE_WITH_TIMEOUT(server.user.received.size(), count, PatienceMs);
    for (int i = 0; i < count; ++i)
        QCOMPARE(server.user.received[i].message.cseqNumber(), qint64(i));
}

//= R18.2.1-2
void TestUdp::udp_and_tcp_listen_on_the_same_port()
{
    FETCH_HOST();
    Net net;
    const Endpoint at = *net.layer.listen(anyPort(host));
    QUdpSocket udp;
    QVERIFY(!udp.bind(at.hostAddress(), at.port, QAbstractSocket::DontShareAddress));
    QTcpSocket tcp;
    tcp.connectToHost(at.hostAddress(), at.port);
    QTRY_COMPARE_WITH_TIMEOUT(tcp.state(), QAbstractSocket::ConnectedState, PatienceMs);
    QCOMPARE(net.recorded<ConnectionEvent>().first().what, ConnectionEvent::What::Listening);
    QCOMPARE(net.layer.localEndpoint({Protocol::Udp, at})->port, at.port);
    QCOMPARE(net.layer.localEndpoint({Protocol::Tcp, at})->port, at.port);
}

void TestUdp::a_port_in_use_is_named()
{
    QUdpSocket taken;
    QVERIFY(taken.bind(QHostAddress::LocalHost, 0, QAbstractSocket::DontShareAddress));
    TransportLayer::Settings settings;
    settings.localPort = taken.localPort();
    Net net(settings);
    const auto local = net.layer.localEndpoint({Protocol::Udp, *Endpoint::parse("127.0.0.1:5060")});
    QVERIFY(!local);
    QCOMPARE(local.error().code, Error::Code::Io);
    QCOMPARE(local.error().detail,
             QStringLiteral("UDP port %1 on 127.0.0.1 is in use by another program").arg(taken.localPort()));
}

void TestUdp::a_port_taken_for_tcp_only_is_not_kept_for_udp()
{
    QTcpServer taken;
    QVERIFY(taken.listen(QHostAddress::LocalHost, 0));
    Net net;
    const auto local = net.layer.listen(Endpoint::of(QHostAddress::LocalHost, taken.serverPort()));
    QVERIFY(!local);
    QVERIFY2(local.error().detail.startsWith(QStringLiteral("TCP port")), qPrintable(local.error().detail));
    QUdpSocket udp;
    QVERIFY(udp.bind(QHostAddress::LocalHost, taken.serverPort(), QAbstractSocket::DontShareAddress));
}

void TestUdp::the_local_endpoint_stays_the_same()
{
    Net net;
    const auto first = net.layer.localEndpoint({Protocol::Udp, *Endpoint::parse("127.0.0.1:5060")});
    QVERIFY(first);
    QCOMPARE(*net.layer.localEndpoint({Protocol::Udp, *Endpoint::parse("127.0.0.1:5070")}), *first);
    QCOMPARE(*net.layer.localEndpoint({Protocol::Tcp, *Endpoint::parse("127.0.0.1:5060")}), *first);
}

void TestUdp::listening_on_any_address_hears_both_families()
{
    Net server;
    const auto at = server.layer.listen(Endpoint());
    QVERIFY(at);
    QUdpSocket v4;
    v4.writeDatagram(request(), QHostAddress::LocalHost, at->port);
    QTRY_COMPARE_WITH_TIMEOUT(server.user.received.size(), 1, PatienceMs);
    QCOMPARE(server.user.received.first().path.local.text(), "127.0.0.1:" + QByteArray::number(at->port));
    if (!hasAddress(QStringLiteral("::1")))
        QSKIP("skipped: this machine has no ::1");
    QUdpSocket v6;
    v6.writeDatagram(request(), QHostAddress::LocalHostIPv6, at->port);
    QTRY_COMPARE_WITH_TIMEOUT(server.user.received.size(), 2, PatienceMs);
    QCOMPARE(server.user.received.last().path.local.text(), "[::1]:" + QByteArray::number(at->port));
    // Answers and errors take the same socket, whichever the family.
    Net client;
    const Endpoint here = *client.layer.listen(anyPort(QStringLiteral("127.0.0.1")));
    server.send({Protocol::Udp, here}, answer());
    QTRY_COMPARE_WITH_TIMEOUT(client.user.received.size(), 1, PatienceMs);
    QCOMPARE(client.user.received.first().path.remote.port, at->port);
    if (!tellsIcmp)
        return;
    client.layer.closeAll();
    QTest::qWait(1); // sockets close for good
    server.send({Protocol::Udp, here}, answer());
    QTRY_COMPARE_WITH_TIMEOUT(server.user.icmp.size(), 1, PatienceMs);
}

void TestUdp::nothing_is_reported_after_closing()
{
    Net client, server;
    const Endpoint at = *server.layer.listen(anyPort(QStringLiteral("127.0.0.1")));
    client.send({Protocol::Udp, at}, request() + QByteArray(70'000, 'x'));
    client.send({Protocol::Udp, at}, request());
    client.layer.closeAll();
    server.layer.closeAll();
    QTest::qWait(50);
    QCOMPARE(client.user.failed.size(), 0);
    QCOMPARE(server.user.received.size(), 0);
    QVERIFY(server.layer.listen(at)); // the port is free again
}

void TestUdp::closing_inside_a_callback_is_safe()
{
    Net client, server;
    const Endpoint at = *server.layer.listen(anyPort(QStringLiteral("127.0.0.1")));
    server.user.onMessage = [&](const Message &, const Path &) { server.layer.closeAll(); };
    for (int i = 0; i < 5; ++i)
        client.send({Protocol::Udp, at}, request(i));
    QTRY_COMPARE_WITH_TIMEOUT(server.user.received.size(), 1, PatienceMs);
    QTest::qWait(20);
    QCOMPARE(server.user.received.size(), 1);
}

QTEST_GUILESS_MAIN(TestUdp)
#include "tst_udp.moc"
