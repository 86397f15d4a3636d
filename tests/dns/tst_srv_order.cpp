// SPDX-License-Identifier: GPL-3.0-or-later
#include "dns/srv_order.h"

#include <QtTest>

using namespace sip;

namespace {

DnsRecord server(quint16 priority, quint16 weight, const QByteArray &target)
{
    return {.owner = "_sip._udp.example.com", .type = DnsType::Srv, .order = priority, .preference = weight, .target = target};
}

QByteArray order(const QList<DnsRecord> &records)
{
    QByteArray names;
    for (const DnsRecord &one : records)
        names += one.target + ' ';
    return names.trimmed();
}

} // namespace

class TestSrvOrder : public QObject {
    Q_OBJECT
private Q_SLOTS:
    //= R2782-1
    void a_lower_priority_comes_first_whatever_the_weight()
    {
        for (quint32 seed = 1; seed <= 200; ++seed) {
            SeededRandom random(seed);
            QCOMPARE(order(inSrvOrder({server(30, 1000, "c"), server(10, 1, "a"), server(20, 65535, "b")}, random)),
                     QByteArray("a b c"));
        }
    }
    //= R2782-1
    void weights_are_the_chances_of_being_first()
    {
        SeededRandom random(7);
        QHash<QByteArray, int> first, second;
        constexpr int draws = 20'000;
        for (int i = 0; i < draws; ++i) {
            const auto drawn = inSrvOrder({server(10, 60, "a"), server(10, 30, "b"), server(10, 10, "c")}, random);
            ++first[drawn[0].target];
            ++second[drawn[1].target];
        }
        // Drawing 0 to 100 falls to the first of them once more: 61, 30 and 10 of 101. Four standard deviations: 1.4 %.
        const auto near = [](int count, double share) { return std::abs(double(count) / draws - share) < 0.014; };
        QVERIFY2(near(first["a"], 61.0 / 101), QByteArray::number(first["a"]).constData());
        QVERIFY2(near(first["b"], 30.0 / 101), QByteArray::number(first["b"]).constData());
        QVERIFY2(near(first["c"], 10.0 / 101), QByteArray::number(first["c"]).constData());
        QVERIFY(second["c"] > second["a"] / 10); // the rest is drawn again, by its weights
    }
    //= R2782-1
    void a_weight_of_zero_has_a_small_chance_among_others_and_an_equal_one_alone()
    {
        SeededRandom random(3);
        int zeroFirst = 0;
        for (int i = 0; i < 10'000; ++i)
            zeroFirst += inSrvOrder({server(10, 99, "a"), server(10, 0, "zero")}, random).first().target == "zero";
        QVERIFY2(zeroFirst > 20 && zeroFirst < 250, QByteArray::number(zeroFirst).constData()); // 1 of 100
        QCOMPARE(inSrvOrder({server(10, 0, "a"), server(10, 0, "b")}, random).size(), 2);
    }
    //= R2782-1
    void the_target_dot_says_the_service_is_not_there()
    {
        SeededRandom random(1);
        QVERIFY(inSrvOrder({server(0, 0, ".")}, random).isEmpty());
        QCOMPARE(order(inSrvOrder({server(0, 0, "."), server(1, 0, "a")}, random)), QByteArray("a"));
    }
    void the_same_seed_gives_the_same_order()
    {
        const QList<DnsRecord> records{server(10, 5, "a"), server(10, 5, "b"), server(10, 5, "c"), server(10, 5, "d")};
        SeededRandom one(42), two(42);
        for (int i = 0; i < 20; ++i)
            QCOMPARE(inSrvOrder(records, one), inSrvOrder(records, two));
    }
    void every_record_is_used_once()
    {
        SeededRandom random(9);
        QList<DnsRecord> records;
        for (int i = 0; i < 100; ++i)
            records << server(quint16(i % 3), quint16(i % 7 == 0 ? 0 : 65535), QByteArray::number(i));
        QSet<QByteArray> seen;
        const auto ordered = inSrvOrder(records, random);
        for (const DnsRecord &one : ordered)
            seen << one.target;
        QCOMPARE(seen.size(), 100);
    }
};

QTEST_APPLESS_MAIN(TestSrvOrder)
#include "tst_srv_order.moc"
