// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/path_mtu.h"

#include <QTest>

using namespace sip;

class TestPathMtu : public QObject {
    Q_OBJECT
private Q_SLOTS:
    //= R18.1.1-1
    void the_limit_is_1300_or_what_is_known_less_200()
    {
        QCOMPARE(largestOverUdp({}), 1300);
        QCOMPARE(largestOverUdp({1500, true}), 1300);
        QCOMPARE(largestOverUdp({1400, true}), 1200);
        QCOMPARE(largestOverUdp({9000, true}), 8800);
        QCOMPARE(largestOverUdp({9000, false}), 1300); // of our own interface: what lies behind it is not known
        QCOMPARE(largestOverUdp({1400, false}), 1200);
        QCOMPARE(largestOverUdp({68, true}), 0);
    }
    void packets_are_counted_as_ip_cuts_them()
    {
        QCOMPARE(packetsOf(1472, 1500, true), 1);
        QCOMPARE(packetsOf(1473, 1500, true), 2);
        QCOMPARE(packetsOf(2952, 1500, true), 2); // 2 x 1480 with the UDP header
        QCOMPARE(packetsOf(2953, 1500, true), 3);
        QCOMPARE(packetsOf(1452, 1500, false), 1);
        QCOMPARE(packetsOf(1453, 1500, false), 2);
        QCOMPARE(packetsOf(1372, 1400, true), 1);
        QCOMPARE(packetsOf(1373, 1400, true), 2);
        QCOMPARE(packetsOf(65507, 1500, true), 45);
        QCOMPARE(packetsOf(65507, 0, true), 1);
        QCOMPARE(packetsOf(100, 20, true), 1); // no such path
    }
};

QTEST_APPLESS_MAIN(TestPathMtu)
#include "tst_path_mtu.moc"
