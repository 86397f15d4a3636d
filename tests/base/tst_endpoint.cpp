// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/endpoint.h"

#include <QHostAddress>
#include <QSet>
#include <QTest>

using namespace sip;

class TestEndpoint : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void text_is_read_and_written_alike_data();
    void text_is_read_and_written_alike();
    void a_port_is_optional();
    void what_is_no_address_is_refused_with_its_place_data();
    void what_is_no_address_is_refused_with_its_place();
    void ranges_are_told_apart_data();
    void ranges_are_told_apart();
    void host_addresses_keep_their_family_and_value_data();
    void host_addresses_keep_their_family_and_value();
    void equal_endpoints_hash_alike_and_others_differ();
    void names_and_ports_of_protocols();
    void every_cause_has_its_name();
};

void TestEndpoint::text_is_read_and_written_alike_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<int>("port");
    QTest::newRow("v4") << QByteArray("192.0.2.1:5060") << QByteArray("192.0.2.1") << 5060;
    QTest::newRow("v4 of noughts") << QByteArray("10.0.0.100:5060") << QByteArray("10.0.0.100") << 5060;
    QTest::newRow("v4 highest port") << QByteArray("198.51.100.255:65535") << QByteArray("198.51.100.255") << 65535;
    QTest::newRow("v6") << QByteArray("[2001:db8::1]:5061") << QByteArray("2001:db8::1") << 5061;
    QTest::newRow("v6 loopback") << QByteArray("[::1]:1") << QByteArray("::1") << 1;
}

//= R5118.4-2 IPv6 addresses stand in brackets where a port may follow
void TestEndpoint::text_is_read_and_written_alike()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, host);
    QFETCH(int, port);
    const auto endpoint = Endpoint::parse(text);
    QVERIFY(endpoint);
    QCOMPARE(endpoint->text(), text);
    QCOMPARE(endpoint->hostText(), host);
    QCOMPARE(int(endpoint->port), port);
    QCOMPARE(endpoint->uriHost() + ':' + QByteArray::number(port), text);
}

void TestEndpoint::a_port_is_optional()
{
    for (const char *text : {"192.0.2.1", "2001:db8::1", "[2001:db8::1]"}) {
        const auto endpoint = Endpoint::parse(text);
        QVERIFY2(endpoint, text);
        QCOMPARE(endpoint->port, quint16(0));
    }
}

void TestEndpoint::what_is_no_address_is_refused_with_its_place_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("offset");
    QTest::newRow("empty") << QByteArray() << 0;
    QTest::newRow("a name") << QByteArray("example.com:5060") << 0;
    QTest::newRow("no closing bracket") << QByteArray("[2001:db8::1:5060") << 0;
    QTest::newRow("rubbish after bracket") << QByteArray("[2001:db8::1]5060") << 13;
    QTest::newRow("port 0") << QByteArray("192.0.2.1:0") << 10;
    QTest::newRow("port too large") << QByteArray("192.0.2.1:65536") << 10;
    QTest::newRow("port no number") << QByteArray("192.0.2.1:sip") << 10;
    QTest::newRow("octet too large") << QByteArray("192.0.2.256:5060") << 0;
}

void TestEndpoint::what_is_no_address_is_refused_with_its_place()
{
    QFETCH(QByteArray, text);
    QFETCH(int, offset);
    const auto endpoint = Endpoint::parse(text);
    QVERIFY(!endpoint);
    QCOMPARE(endpoint.error().code, Error::Code::Syntax);
    QCOMPARE(int(endpoint.error().offset), offset);
    QVERIFY(!endpoint.error().detail.isEmpty());
}

void TestEndpoint::ranges_are_told_apart_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("what"); // letters: 4 loopback multicast private any
    const auto row = [](const char *text, const char *what) { QTest::newRow(text) << QByteArray(text) << QByteArray(what); };
    row("127.0.0.1", "4l");
    row("127.255.255.254", "4l");
    row("::1", "l");
    row("0.0.0.0", "a");
    row("::", "a");
    row("224.0.1.75", "4m");
    row("239.255.255.255", "4m");
    row("240.0.0.1", "4");
    row("ff02::1", "m");
    row("10.0.0.1", "4p");
    row("172.15.255.255", "4");
    row("172.16.0.1", "4p");
    row("172.31.255.255", "4p");
    row("172.32.0.0", "4");
    row("192.168.1.1", "4p");
    row("169.254.1.1", "4p");
    row("192.0.2.1", "4");
    row("fc00::1", "p");
    row("fe80::1", "p");
    row("2001:db8::1", "");
}

void TestEndpoint::ranges_are_told_apart()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, what);
    const auto endpoint = Endpoint::parse(text);
    QVERIFY(endpoint);
    QCOMPARE(endpoint->isIPv4(), what.contains('4'));
    QCOMPARE(endpoint->isLoopback(), what.contains('l'));
    QCOMPARE(endpoint->isMulticast(), what.contains('m'));
    QCOMPARE(endpoint->isPrivate(), what.contains('p'));
    QCOMPARE(endpoint->isAny(), what.contains('a'));
}

void TestEndpoint::host_addresses_keep_their_family_and_value_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"127.0.0.1", "255.255.255.255", "2001:db8::ff", "::1", "fe80::1%7"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void TestEndpoint::host_addresses_keep_their_family_and_value()
{
    QFETCH(QString, text);
    const QHostAddress host(text);
    const Endpoint endpoint = Endpoint::of(host, 5060);
    QCOMPARE(endpoint.hostAddress(), host);
    QCOMPARE(endpoint.hostAddress().protocol(), host.protocol());
    QCOMPARE(Endpoint::of(endpoint.hostAddress(), 5060), endpoint);
}

void TestEndpoint::equal_endpoints_hash_alike_and_others_differ()
{
    QSet<Endpoint> seen;
    for (int port = 1; port <= 1000; ++port)
        seen.insert(Endpoint::of(QHostAddress(QStringLiteral("192.0.2.1")), quint16(port)));
    QCOMPARE(seen.size(), 1000);
    QVERIFY(seen.contains(*Endpoint::parse("192.0.2.1:1000")));
    QVERIFY(!seen.contains(*Endpoint::parse("192.0.2.2:1000")));
    const Endpoint mapped = Endpoint::of(QHostAddress(QStringLiteral("::ffff:192.0.2.1")), 7);
    QCOMPARE(mapped, *Endpoint::parse("192.0.2.1:7"));
}

void TestEndpoint::names_and_ports_of_protocols()
{
    //= R8.1.1.7-1
    QCOMPARE(viaName(Protocol::Udp), QByteArrayView("UDP"));
    QCOMPARE(viaName(Protocol::Wss), QByteArrayView("WSS"));
    QCOMPARE(protocolName(Protocol::Tls), QByteArrayView("tls"));
    QCOMPARE(defaultPort(Protocol::Udp), quint16(5060));
    QCOMPARE(defaultPort(Protocol::Tcp), quint16(5060));
    QCOMPARE(defaultPort(Protocol::Tls), quint16(5061));
    QCOMPARE(defaultPort(Protocol::Ws), quint16(80));
    QCOMPARE(defaultPort(Protocol::Wss), quint16(443));
    QVERIFY(!isReliable(Protocol::Udp));
    QVERIFY(isReliable(Protocol::Tcp));
}

void TestEndpoint::every_cause_has_its_name()
{
    QCOMPARE(causeName(LocalCause::None), QByteArrayView(""));
    QCOMPARE(causeName(LocalCause::TimerB), QByteArrayView("timer-b"));
    QCOMPARE(causeName(LocalCause::Icmp), QByteArrayView("icmp"));
    QCOMPARE(causeName(LocalCause::Refused), QByteArrayView("refused"));
    QCOMPARE(causeName(LocalCause::TooBig), QByteArrayView("too-big"));
    QCOMPARE(causeName(LocalCause::Cancelled), QByteArrayView("cancelled"));
}

QTEST_GUILESS_MAIN(TestEndpoint)
#include "tst_endpoint.moc"
