// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"

#include <QSet>
#include <QTest>

#include <algorithm>

using namespace sip;

class TestRandom : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void a_token_has_the_digits_its_bits_need_data();
    void a_token_has_the_digits_its_bits_need();
    void a_token_holds_token_characters_only();
    void tokens_of_the_system_do_not_repeat();
    void every_digit_occurs_in_every_place();
    void the_same_seed_gives_the_same_run();
};

void TestRandom::a_token_has_the_digits_its_bits_need_data()
{
    QTest::addColumn<int>("bits");
    QTest::addColumn<int>("digits");
    QTest::newRow("1") << 1 << 1;
    QTest::newRow("5") << 5 << 1;
    QTest::newRow("6") << 6 << 2;
    QTest::newRow("32, the least for a tag") << 32 << 7;
    QTest::newRow("128") << 128 << 26;
    QTest::newRow("below the range") << -3 << 1;
    QTest::newRow("beyond the range") << 5000 << 205;
}

void TestRandom::a_token_has_the_digits_its_bits_need()
{
    QFETCH(int, bits);
    QFETCH(int, digits);
    SystemRandom random;
    QCOMPARE(int(random.token(bits).size()), digits);
}

void TestRandom::a_token_holds_token_characters_only()
{
    SystemRandom random;
    const QByteArray token = random.token(1024);
    QVERIFY(std::all_of(token.begin(), token.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= '2' && c <= '7'); }));
}

void TestRandom::tokens_of_the_system_do_not_repeat()
{
    //= R19.3-1
    SystemRandom random;
    QSet<QByteArray> seen;
    for (int i = 0; i < 10'000; ++i)
        seen.insert(random.token(80));
    QCOMPARE(seen.size(), 10'000);
}

void TestRandom::every_digit_occurs_in_every_place()
{
    SeededRandom random(7);
    std::array<QSet<char>, 26> seen;
    for (int i = 0; i < 2000; ++i) {
        const QByteArray token = random.token(128);
        for (size_t place = 0; place < seen.size(); ++place)
            seen[place].insert(token[qsizetype(place)]);
    }
    for (const auto &digits : seen)
        QCOMPARE(digits.size(), 32);
}

void TestRandom::the_same_seed_gives_the_same_run()
{
    SeededRandom a(1), b(1), c(2);
    const QByteArray first = a.token(128);
    QCOMPARE(b.token(128), first);
    QVERIFY(c.token(128) != first);
    QVERIFY(a.token(128) != first);
}

QTEST_GUILESS_MAIN(TestRandom)
#include "tst_random.moc"
