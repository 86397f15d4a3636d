// SPDX-License-Identifier: GPL-3.0-or-later
// MILENAGE against the test sets of 3GPP TS 35.208.
#include "auth/milenage.h"

#include <QTest>

using namespace sip;

namespace {

struct Set {
    const char *k, *op, *rand, *sqn, *amf, *opc, *macA, *macS, *res, *ck, *ik, *ak, *akStar;
};
constexpr Set sets[] = {
    {"465b5ce8b199b49faa5f0a2ee238a6bc", "cdc202d5123e20f62b6d676ac72cb318", "23553cbe9637a89d218ae64dae47bf35", "ff9bb4d0b607",
     "b9b9", "cd63cb71954a9f4e48a5994e37a02baf", "4a9ffac354dfafb3", "01cfaf9ec4e871e9", "a54211d5e3ba50bf",
     "b40ba9a3c58b2a05bbf0d987b21bf8cb", "f769bcd751044604127672711c6d3441", "aa689c648370", "451e8beca43b"},
    {"0396eb317b6d1c36f19c1c84cd6ffd16", "ff53bade17df5d4e793073ce9d7579fa", "c00d603103dcee52c4478119494202e8", "fd8eef40df7d",
     "af17", "53c15671c60a4b731c55b4a441c0bde2", "5df5b31807e258b0", "a8c016e51ef4a343", "d3a628ed988620f0",
     "58c433ff7a7082acd424220f2b67c556", "21a8c1f929702adb3e738488b9f5c5da", "c47783995f72", "30f1197061c1"},
    {"fec86ba6eb707ed08905757b1bb44b8f", "dbc59adcb6f9a0ef735477b7fadf8374", "9f7c8d021accf4db213ccff0c7f71a6a", "9d0277595ffc",
     "725c", "1006020f0a478bf6b699f15c062e42b3", "9cabc3e99baf7281", "95814ba2b3044324", "8011c48c0c214ed2",
     "5dbdbb2954e8f3cde665b046179a5098", "59a92d3b476a0443487055cf88b2307b", "33484dc2136b", "deacdd848cc6"},
    {"9e5944aea94b81165c82fbf9f32db751", "223014c5806694c007ca1eeef57f004f", "ce83dbc54ac0274a157c17f80d017bd6", "0b604a81eca8",
     "9e09", "a64a507ae1a2a98bb88eb4210135dc87", "74a58220cba84c49", "ac2cc74a96871837", "f365cd683cd92e96",
     "e203edb3971574f5a94b0d61b816345d", "0c4524adeac041c4dd830d20854fc46b", "f0b9c08ad02e", "6085a86c6f63"},
};

} // namespace

class TestMilenage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void the_test_sets_of_3gpp_come_out_data()
    {
        QTest::addColumn<int>("index");
        for (int i = 0; i < int(std::size(sets)); ++i)
            QTest::addRow("set %d", i + 1) << i;
    }
    //= R3310-1
    void the_test_sets_of_3gpp_come_out()
    {
        QFETCH(int, index);
        const Set &set = sets[index];
        const auto octets = [](const char *hex) { return QByteArray::fromHex(hex); };
        const QByteArray k = octets(set.k), rand = octets(set.rand), sqn = octets(set.sqn), amf = octets(set.amf);
        const QByteArray opc = Milenage::opcOf(k, octets(set.op));
        QCOMPARE(opc.toHex(), QByteArray(set.opc));
        const Milenage milenage(k, opc);
        QCOMPARE(milenage.f1(rand, sqn, amf).toHex(), QByteArray(set.macA));
        QCOMPARE(milenage.f1Star(rand, sqn, amf).toHex(), QByteArray(set.macS));
        QCOMPARE(milenage.f2(rand).toHex(), QByteArray(set.res));
        QCOMPARE(milenage.f3(rand).toHex(), QByteArray(set.ck));
        QCOMPARE(milenage.f4(rand).toHex(), QByteArray(set.ik));
        QCOMPARE(milenage.f5(rand).toHex(), QByteArray(set.ak));
        QCOMPARE(milenage.f5Star(rand).toHex(), QByteArray(set.akStar));
    }

    void wrong_lengths_give_nothing()
    {
        const QByteArray k = QByteArray::fromHex(sets[0].k), rand = QByteArray::fromHex(sets[0].rand);
        const Milenage milenage(k, QByteArray::fromHex(sets[0].opc));
        QVERIFY(milenage.f2(rand.left(15)).isEmpty());
        QVERIFY(milenage.f1(rand, "12345", "12").isEmpty());
        QVERIFY(milenage.f1(rand, "123456", "1").isEmpty());
        QVERIFY(Milenage(k.left(8), k).f3(rand).isEmpty());
        QVERIFY(Milenage(k, {}).f5(rand).isEmpty());
        QVERIFY(Milenage::opcOf(k, "short").isEmpty());
        QVERIFY(exclusiveOr("ab", "a").isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestMilenage)
#include "tst_milenage.moc"
