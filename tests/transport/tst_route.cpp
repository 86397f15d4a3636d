// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/route.h"

#include <QTest>

using namespace sip;

class TestRoute : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void loopback_is_reached_from_loopback();
    void v6_loopback_is_reached_from_itself();
    void no_address_has_no_route();
    void a_route_is_asked_once_and_again_after_its_lifetime();
    void failures_are_asked_again();
    void memory_is_bounded();
};

namespace {

int lookUps = 0;
bool isRouted = true;

Expected<Endpoint> countedLookUp(const Endpoint &)
{
    ++lookUps;
    if (!isRouted)
        return Error{Error::Code::Transport, QStringLiteral("no route")};
    return *Endpoint::parse("192.0.2.10");
}

Endpoint at(const char *text)
{
    return *Endpoint::parse(text);
}

} // namespace

void TestRoute::loopback_is_reached_from_loopback()
{
    const auto local = routedLocalAddress(at("127.0.0.1:5060"));
    QVERIFY(local);
    QCOMPARE(*local, at("127.0.0.1"));
}

void TestRoute::v6_loopback_is_reached_from_itself()
{
    const auto local = routedLocalAddress(at("[::1]:5060"));
    if (!local)
        QSKIP("skipped: this machine has no ::1");
    QCOMPARE(*local, at("::1"));
}

void TestRoute::no_address_has_no_route()
{
    const auto local = routedLocalAddress(Endpoint());
    QVERIFY(!local);
    QCOMPARE(local.error().code, Error::Code::Transport);
    QVERIFY(local.error().detail.startsWith(QStringLiteral("no route to")));
}

void TestRoute::a_route_is_asked_once_and_again_after_its_lifetime()
{
    lookUps = 0;
    isRouted = true;
    RouteCache cache(countedLookUp);
    QCOMPARE(*cache.localAddress(at("192.0.2.1:5060"), 10s), at("192.0.2.10"));
    QCOMPARE(*cache.localAddress(at("192.0.2.1:5070"), 10s), at("192.0.2.10"));
    QCOMPARE(lookUps, 1);
    QVERIFY(cache.localAddress(at("192.0.2.2:5060"), 10s));
    QCOMPARE(lookUps, 2);
    QVERIFY(cache.localAddress(at("192.0.2.1:5060"), 10s + RouteCache::Lifetime));
    QCOMPARE(lookUps, 3);
}

void TestRoute::failures_are_asked_again()
{
    lookUps = 0;
    isRouted = false;
    RouteCache cache(countedLookUp);
    QVERIFY(!cache.localAddress(at("192.0.2.1:5060"), 0s));
    isRouted = true;
    QVERIFY(cache.localAddress(at("192.0.2.1:5060"), 0s));
    QCOMPARE(lookUps, 2);
}

void TestRoute::memory_is_bounded()
{
    lookUps = 0;
    isRouted = true;
    RouteCache cache(countedLookUp);
    Endpoint remote = at("198.51.100.0");
    for (int i = 0; i <= RouteCache::MaxEntries; ++i) {
        remote.address[14] = quint8(i >> 8);
        remote.address[15] = quint8(i);
        QVERIFY(cache.localAddress(remote, 0s));
    }
    QVERIFY(cache.localAddress(at("198.51.0.0"), 0s)); // the first was forgotten
    QCOMPARE(lookUps, int(RouteCache::MaxEntries) + 2);
}

QTEST_GUILESS_MAIN(TestRoute)
#include "tst_route.moc"
