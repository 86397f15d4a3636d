// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/random_practice.h"

#include <QRandomGenerator>
#include <QtTest>

/// The fuzz target practice, for a while and without coverage: the same seeds in every run.
class TestRandomPractice : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everything_ends_and_nothing_is_left()
    {
        constexpr quint32 scripts = 3000;
        qint64 steps = 0;
        int calls = 0;
        for (quint32 seed = 1; seed <= scripts; ++seed) {
            QRandomGenerator random(seed);
            QByteArray script(2 + qsizetype(random.bounded(400)), Qt::Uninitialized);
            for (char &octet : script)
                octet = char(random.bounded(256));
            script[0] = char(seed); // each behaviour in turn
            RandomPractice practice(script);
            const QByteArray wrong = practice.run();
            QVERIFY2(wrong.isEmpty(), "seed " + QByteArray::number(seed) + ": " + wrong);
            steps += practice.steps();
            calls += practice.tookACall();
        }
        QVERIFY(steps > 50'000);
        QVERIFY(calls > 300);
    }
};

QTEST_GUILESS_MAIN(TestRandomPractice)
#include "tst_random_practice.moc"
