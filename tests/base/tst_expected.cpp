// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/expected.h"

#include <QTest>

#include <memory>

using namespace sip;

class TestExpected : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void a_value_is_there();
    void an_error_is_there();
    void and_then_runs_on_values_only();
    void values_can_be_moved_out();
    void any_type_can_be_the_error();
};

namespace {
const Error tooLarge{Error::Code::TooLarge, QStringLiteral("too large"), 7, "R18.3-4"};

Expected<int> half(int number)
{
    if (number % 2)
        return Error{Error::Code::Syntax, QStringLiteral("odd")};
    return number / 2;
}
} // namespace

void TestExpected::a_value_is_there()
{
    const Expected<int> e = 4;
    QVERIFY(e && e.has_value());
    QCOMPARE(*e, 4);
    QCOMPARE(e.value_or(9), 4);
}

void TestExpected::an_error_is_there()
{
    const Expected<QByteArray> e = tooLarge;
    QVERIFY(!e);
    QVERIFY(!e.has_value());
    QCOMPARE(e.error(), tooLarge);
    QCOMPARE(e.value_or("other"), QByteArray("other"));
}

void TestExpected::and_then_runs_on_values_only()
{
    const Expected<int> eight = 8;
    QCOMPARE(*eight.and_then(half).and_then(half), 2);
    const Expected<int> six = 6;
    const Expected<int> odd = six.and_then(half).and_then(half);
    QVERIFY(!odd);
    QCOMPARE(odd.error().detail, QStringLiteral("odd"));
    const Expected<int> failed = tooLarge;
    QCOMPARE(failed.and_then(half).error(), tooLarge);
}

void TestExpected::values_can_be_moved_out()
{
    Expected<std::unique_ptr<int>> e = std::make_unique<int>(5);
    const std::unique_ptr<int> taken = *std::move(e);
    QCOMPARE(*taken, 5);
}

void TestExpected::any_type_can_be_the_error()
{
    const Expected<QByteArray, int> e = QByteArray("x");
    QVERIFY(e);
    const Expected<QByteArray, int> f = 3;
    QVERIFY(!f);
    QCOMPARE(f.error(), 3);
}

QTEST_GUILESS_MAIN(TestExpected)
#include "tst_expected.moc"
