// SPDX-License-Identifier: GPL-3.0-or-later
#include "loopback/net_harness.h"

#include <QProcess>

#include <sched.h>
#include <unistd.h>

using namespace sip;

/// What routers say, in a network namespace of the test's own: nothing leaves the machine. Skipped where that is not permitted.
class TestRouter : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void a_router_that_knows_no_way_is_named();
    void a_router_that_forbids_is_named();
    void a_target_without_any_route_fails_before_sending();

private:
    static bool run(const QString &command);
    bool runOnRouter(const QString &command) const;

    QProcess m_router; ///< holds the router's namespace
};

bool TestRouter::run(const QString &command)
{
    const QStringList parts = command.split(QLatin1Char(' '));
    QProcess process;
    process.start(parts.first(), parts.mid(1));
    const bool ok = process.waitForFinished() && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    if (!ok)
        qInfo("%s: %s", qPrintable(command), process.readAllStandardError().constData());
    return ok;
}

bool TestRouter::runOnRouter(const QString &command) const
{
    return run(QStringLiteral("nsenter -t %1 -n ").arg(m_router.processId()) + command);
}

void TestRouter::initTestCase()
{
    if (geteuid() != 0 || unshare(CLONE_NEWNET) != 0)
        QSKIP("skipped: no network namespace of our own is permitted");
    m_router.start(QStringLiteral("unshare"), {QStringLiteral("-n"), QStringLiteral("sh"), QStringLiteral("-c"),
                                               QStringLiteral("echo ready; exec sleep 60")});
    if (!m_router.waitForReadyRead())
        QSKIP("skipped: unshare(1) is missing");
    const bool isUp =
        run(QStringLiteral("ip link set lo up")) && run(QStringLiteral("ip link add near type veth peer name far")) &&
        run(QStringLiteral("ip link set far netns %1").arg(m_router.processId())) &&
        run(QStringLiteral("ip addr add 192.0.2.10/24 dev near")) && run(QStringLiteral("ip link set near up")) &&
        runOnRouter(QStringLiteral("ip addr add 192.0.2.254/24 dev far")) && runOnRouter(QStringLiteral("ip link set far up")) &&
        runOnRouter(QStringLiteral("sysctl -qw net.ipv4.ip_forward=1")) &&
        runOnRouter(QStringLiteral("ip route add unreachable 198.51.100.0/25")) &&
        runOnRouter(QStringLiteral("ip route add prohibit 198.51.100.128/25")) &&
        run(QStringLiteral("ip route add 198.51.100.0/24 via 192.0.2.254"));
    if (!isUp)
        QSKIP("skipped: the namespace cannot be furnished here (ip, nsenter, sysctl)");
}

void TestRouter::cleanupTestCase()
{
    m_router.kill();
    m_router.waitForFinished();
}

//= R18.4-1
void TestRouter::a_router_that_knows_no_way_is_named()
{
    Net net;
    net.send({Protocol::Udp, *Endpoint::parse("198.51.100.1:5060")}, request(), 6);
    QTRY_COMPARE_WITH_TIMEOUT(net.user.icmp.size(), 1, PatienceMs);
    const TransportError &error = net.user.icmp.first().error;
    QCOMPARE(error.cause, LocalCause::Unreachable);
    QVERIFY(error.fatal);
    QCOMPARE(error.reporter, *Endpoint::parse("192.0.2.254"));
    QCOMPARE(error.text, QStringLiteral("198.51.100.1:5060: the host cannot be reached (ICMP host unreachable), reported by "
                                        "192.0.2.254"));
    QCOMPARE(net.events.last()->context.transaction, TransactionId(6));
}

void TestRouter::a_router_that_forbids_is_named()
{
    Net net;
    net.send({Protocol::Udp, *Endpoint::parse("198.51.100.200:5060")}, request());
    QTRY_COMPARE_WITH_TIMEOUT(net.user.icmp.size(), 1, PatienceMs);
    QCOMPARE(net.user.icmp.first().error.cause, LocalCause::Icmp);
    QCOMPARE(net.user.icmp.first().error.icmpCode, 13);
    QCOMPARE(net.user.icmp.first().error.reporter, *Endpoint::parse("192.0.2.254"));
}

void TestRouter::a_target_without_any_route_fails_before_sending()
{
    Net net;
    const TransportAddress target{Protocol::Udp, *Endpoint::parse("203.0.113.1:5060")};
    const auto local = net.layer.localEndpoint(target);
    QVERIFY(!local);
    QCOMPARE(local.error().code, Error::Code::Transport);
    QCOMPARE(local.error().detail, QStringLiteral("no route to 203.0.113.1"));
    net.send(target, request());
    net.send({Protocol::Tcp, target.remote}, request());
    QTRY_COMPARE_WITH_TIMEOUT(net.user.failed.size(), 2, PatienceMs);
    for (const NetUser::Failed &failed : net.user.failed) {
        QCOMPARE(failed.error.cause, LocalCause::Unreachable);
        QVERIFY2(failed.error.text.startsWith(QStringLiteral("no route to 203.0.113.1")), qPrintable(failed.error.text));
    }
    QVERIFY(!net.user.insideSend);
}

QTEST_GUILESS_MAIN(TestRouter)
#include "tst_router.moc"
