// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/transport_errors.h"

#include <QTest>

#include <cerrno>

using namespace sip;

Q_DECLARE_METATYPE(sip::LocalCause)

class TestTransportErrors : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void icmp_becomes_cause_and_fatality_data();
    void icmp_becomes_cause_and_fatality();
    void a_closed_port_reads_as_nothing_listens();
    void a_router_that_reports_is_named();
    void the_path_mtu_is_named();
    void datagrams_that_cannot_go_say_why_data();
    void datagrams_that_cannot_go_say_why();
    void a_full_send_buffer_is_not_fatal();
    void the_largest_datagram_depends_on_the_family();
    void connections_that_fail_say_why_data();
    void connections_that_fail_say_why();
    void close_reset_and_break_are_told_apart();
    void ports_that_cannot_be_had_say_why_data();
    void ports_that_cannot_be_had_say_why();
};

namespace {

const Endpoint peer = *Endpoint::parse("192.0.2.1:5060");
const Endpoint peer6 = *Endpoint::parse("[2001:db8::1]:5060");

QueuedError queued(bool v6, int type, int code)
{
    QueuedError error;
    error.origin = v6 ? QueuedError::Origin::Icmp6 : QueuedError::Origin::Icmp;
    error.type = quint8(type);
    error.code = quint8(code);
    error.destination = v6 ? peer6 : peer;
    return error;
}

} // namespace

void TestTransportErrors::icmp_becomes_cause_and_fatality_data()
{
    QTest::addColumn<bool>("v6");
    QTest::addColumn<int>("type");
    QTest::addColumn<int>("code");
    QTest::addColumn<LocalCause>("cause");
    QTest::addColumn<bool>("fatal");
    const auto row = [](const char *name, bool v6, int type, int code, LocalCause cause, bool fatal) {
        QTest::newRow(name) << v6 << type << code << cause << fatal;
    };
    row("net", false, 3, 0, LocalCause::Unreachable, true);
    row("host", false, 3, 1, LocalCause::Unreachable, true);
    row("protocol", false, 3, 2, LocalCause::Icmp, true);
    row("port", false, 3, 3, LocalCause::Refused, true);
    row("fragmentation needed", false, 3, 4, LocalCause::TooBig, false);
    row("host unknown", false, 3, 7, LocalCause::Unreachable, true);
    row("net prohibited", false, 3, 9, LocalCause::Icmp, true);
    row("host prohibited", false, 3, 10, LocalCause::Icmp, true);
    row("filtered", false, 3, 13, LocalCause::Icmp, true);
    row("unknown code", false, 3, 200, LocalCause::Icmp, true);
    row("source quench", false, 4, 0, LocalCause::Icmp, false);
    row("ttl exceeded", false, 11, 0, LocalCause::Icmp, false);
    row("reassembly", false, 11, 1, LocalCause::Icmp, false);
    row("parameter problem", false, 12, 0, LocalCause::Icmp, true);
    row("unknown type", false, 250, 0, LocalCause::Icmp, false);
    row("v6 no route", true, 1, 0, LocalCause::Unreachable, true);
    row("v6 prohibited", true, 1, 1, LocalCause::Icmp, true);
    row("v6 address", true, 1, 3, LocalCause::Unreachable, true);
    row("v6 port", true, 1, 4, LocalCause::Refused, true);
    row("v6 too big", true, 2, 0, LocalCause::TooBig, false);
    row("v6 hops", true, 3, 0, LocalCause::Icmp, false);
    row("v6 parameter", true, 4, 0, LocalCause::Icmp, true);
    row("v6 unknown type", true, 99, 0, LocalCause::Icmp, false);
}

//= R18.4-1
//= R18.4-2
void TestTransportErrors::icmp_becomes_cause_and_fatality()
{
    QFETCH(bool, v6);
    QFETCH(int, type);
    QFETCH(int, code);
    QFETCH(LocalCause, cause);
    QFETCH(bool, fatal);
    const TransportError error = icmpError(queued(v6, type, code));
    QCOMPARE(error.cause, cause);
    QCOMPARE(error.fatal, fatal);
    QCOMPARE(error.icmpType, type);
    QCOMPARE(error.icmpCode, code);
    QVERIFY(error.text.contains(QString::fromLatin1((v6 ? peer6 : peer).text())));
}

void TestTransportErrors::a_closed_port_reads_as_nothing_listens()
{
    QueuedError error = queued(false, 3, 3);
    error.reporter = peer;
    error.reporter.port = 0;
    error.systemError = ECONNREFUSED;
    QCOMPARE(icmpError(error).text, QStringLiteral("nothing listens on 192.0.2.1:5060 (connection refused)"));
    QCOMPARE(icmpError(error).systemError, ECONNREFUSED);
    QCOMPARE(icmpError(queued(true, 1, 4)).text, QStringLiteral("nothing listens on [2001:db8::1]:5060 (connection refused)"));
}

void TestTransportErrors::a_router_that_reports_is_named()
{
    QueuedError error = queued(false, 3, 1);
    error.reporter = *Endpoint::parse("198.51.100.254");
    const TransportError host = icmpError(error);
    QCOMPARE(host.reporter, error.reporter);
    QCOMPARE(host.text, QStringLiteral("192.0.2.1:5060: the host cannot be reached (ICMP host unreachable), reported by "
                                       "198.51.100.254"));
    error.code = 3;
    QCOMPARE(icmpError(error).text,
             QStringLiteral("nothing listens on 192.0.2.1:5060 (connection refused, reported by 198.51.100.254)"));
}

void TestTransportErrors::the_path_mtu_is_named()
{
    QueuedError error = queued(false, 3, 4);
    error.info = 1400;
    QVERIFY(icmpError(error).text.contains(QStringLiteral("1400 octets")));
}

void TestTransportErrors::datagrams_that_cannot_go_say_why_data()
{
    QTest::addColumn<int>("socketError");
    QTest::addColumn<int>("systemError");
    QTest::addColumn<int>("size");
    QTest::addColumn<LocalCause>("cause");
    QTest::addColumn<QString>("part");
    QTest::newRow("too large") << int(QAbstractSocket::DatagramTooLargeError) << EMSGSIZE << 65508 << LocalCause::TooBig
                               << QStringLiteral("65508 octets do not fit");
    QTest::newRow("no route") << int(QAbstractSocket::NetworkError) << ENETUNREACH << 100 << LocalCause::Unreachable
                              << QStringLiteral("no route to 192.0.2.1:5060");
    QTest::newRow("firewall") << int(QAbstractSocket::NetworkError) << EPERM << 100 << LocalCause::Unreachable
                              << QStringLiteral("local firewall");
    QTest::newRow("unknown") << int(QAbstractSocket::NetworkError) << 0 << 100 << LocalCause::Unreachable
                             << QStringLiteral("the datagram to 192.0.2.1:5060 could not be sent");
}

void TestTransportErrors::datagrams_that_cannot_go_say_why()
{
    QFETCH(int, socketError);
    QFETCH(int, systemError);
    QFETCH(int, size);
    QFETCH(LocalCause, cause);
    QFETCH(QString, part);
    const TransportError error = datagramError(QAbstractSocket::SocketError(socketError), systemError, peer, size);
    QCOMPARE(error.cause, cause);
    QCOMPARE(error.systemError, systemError);
    QVERIFY2(error.text.contains(part), qPrintable(error.text));
    QVERIFY(error.fatal);
}

void TestTransportErrors::a_full_send_buffer_is_not_fatal()
{
    QVERIFY(!datagramError(QAbstractSocket::TemporaryError, EAGAIN, peer, 100).fatal);
}

void TestTransportErrors::the_largest_datagram_depends_on_the_family()
{
    QCOMPARE(maxDatagramSize(peer), 65507);
    QCOMPARE(maxDatagramSize(peer6), 65527);
}

void TestTransportErrors::connections_that_fail_say_why_data()
{
    QTest::addColumn<int>("socketError");
    QTest::addColumn<LocalCause>("cause");
    QTest::addColumn<QString>("text");
    QTest::newRow("refused") << int(QAbstractSocket::ConnectionRefusedError) << LocalCause::Refused
                             << QStringLiteral("nothing listens on 192.0.2.1:5060 (connection refused)");
    QTest::newRow("timeout") << int(QAbstractSocket::SocketTimeoutError) << LocalCause::Unreachable
                             << QStringLiteral("192.0.2.1:5060 does not answer, no connection came about");
    QTest::newRow("network") << int(QAbstractSocket::NetworkError) << LocalCause::Unreachable
                             << QStringLiteral("no route to 192.0.2.1:5060 (words of the system)");
    QTest::newRow("closed") << int(QAbstractSocket::RemoteHostClosedError) << LocalCause::Reset
                            << QStringLiteral("192.0.2.1:5060 closed the connection before it was open");
    QTest::newRow("other") << int(QAbstractSocket::SocketResourceError) << LocalCause::Unreachable
                           << QStringLiteral("no connection to 192.0.2.1:5060 (words of the system)");
}

//= R18.4-3
void TestTransportErrors::connections_that_fail_say_why()
{
    QFETCH(int, socketError);
    QFETCH(LocalCause, cause);
    QFETCH(QString, text);
    const TransportError error =
        connectError(QAbstractSocket::SocketError(socketError), peer, QStringLiteral("words of the system"));
    QCOMPARE(error.cause, cause);
    QCOMPARE(error.text, text);
    QVERIFY(error.fatal);
}

void TestTransportErrors::close_reset_and_break_are_told_apart()
{
    const auto closed = connectionEndError(QAbstractSocket::RemoteHostClosedError, false, peer, {});
    QCOMPARE(closed.text, QStringLiteral("192.0.2.1:5060 closed the connection"));
    const auto reset = connectionEndError(QAbstractSocket::RemoteHostClosedError, true, peer, {});
    QCOMPARE(reset.text, QStringLiteral("192.0.2.1:5060 reset the connection"));
    QCOMPARE(reset.cause, LocalCause::Reset);
    QCOMPARE(reset.systemError, ECONNRESET);
    const auto broke = connectionEndError(QAbstractSocket::NetworkError, false, peer, QStringLiteral("cable"));
    QCOMPARE(broke.text, QStringLiteral("the connection to 192.0.2.1:5060 broke (cable)"));
}

void TestTransportErrors::ports_that_cannot_be_had_say_why_data()
{
    QTest::addColumn<int>("socketError");
    QTest::addColumn<QString>("text");
    QTest::newRow("in use") << int(QAbstractSocket::AddressInUseError)
                            << QStringLiteral("TCP port 5060 on 192.0.2.1 is in use by another program");
    QTest::newRow("not ours") << int(QAbstractSocket::SocketAddressNotAvailableError)
                              << QStringLiteral("192.0.2.1 is not an address of this machine");
    QTest::newRow("not permitted") << int(QAbstractSocket::SocketAccessError)
                                   << QStringLiteral("this user may not listen on TCP port 5060 of 192.0.2.1");
    QTest::newRow("other") << int(QAbstractSocket::UnknownSocketError)
                           << QStringLiteral("cannot listen on TCP port 5060 of 192.0.2.1 (words)");
}

void TestTransportErrors::ports_that_cannot_be_had_say_why()
{
    QFETCH(int, socketError);
    QFETCH(QString, text);
    const Error error = bindError(QAbstractSocket::SocketError(socketError), Protocol::Tcp, peer, QStringLiteral("words"));
    QCOMPARE(error.code, Error::Code::Io);
    QCOMPARE(error.detail, text);
}

QTEST_GUILESS_MAIN(TestTransportErrors)
#include "tst_transport_errors.moc"
