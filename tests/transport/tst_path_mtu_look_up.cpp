// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/path_mtu_look_up.h"

#include <QTest>

using namespace sip;

namespace {

int lookUps = 0;

PathMtu counted(const Endpoint &)
{
    return {1400 + ++lookUps, true};
}

Endpoint at(const char *text)
{
    return *Endpoint::parse(text);
}

} // namespace

class TestPathMtuLookUp : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// What the interface takes is not what a router said.
    void loopback_takes_what_its_interface_takes()
    {
        for (const char *one : {"127.0.0.1:5060", "127.0.0.2:5060"}) {
            const PathMtu mtu = systemPathMtu(at(one));
            QVERIFY2(mtu.octets >= 1280, qPrintable(QString::number(mtu.octets)));
            QVERIFY(!mtu.told);
        }
        QCOMPARE(systemPathMtu(Endpoint()), PathMtu());
    }
    void it_is_looked_up_once_and_again_when_that_is_old_or_wrong()
    {
        lookUps = 0;
        PathMtuCache cache(counted);
        QCOMPARE(cache.to(at("192.0.2.1:5060"), 10s).octets, 1401);
        QCOMPARE(cache.to(at("192.0.2.1:5070"), 10s).octets, 1401);
        QCOMPARE(cache.to(at("192.0.2.2:5070"), 10s).octets, 1402);
        cache.forget(at("192.0.2.1:9"));
        QCOMPARE(cache.to(at("192.0.2.1:5060"), 10s).octets, 1403);
        QCOMPARE(cache.to(at("192.0.2.1:5060"), 10s + PathMtuCache::Lifetime).octets, 1404);
    }
};

QTEST_GUILESS_MAIN(TestPathMtuLookUp)
#include "tst_path_mtu_look_up.moc"
