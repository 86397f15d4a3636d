// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/random_dialogue.h"

#include <QRandomGenerator>
#include <QtTest>

/// The fuzz target user_agent, for a while and without coverage: the same seeds in every run.
class TestRandomDialogue : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void every_intent_ends_and_nothing_is_left()
    {
        playAll([](RandomDialogue &dialogue) { return dialogue.run(); });
    }
    void what_nobody_ends_is_ended_by_timers()
    {
        playAll([](RandomDialogue &dialogue) { return dialogue.runAlone(); });
    }

private:
    template<class Play> static void playAll(Play play)
    {
        constexpr quint32 dialogues = 3000;
        qint64 steps = 0;
        for (quint32 seed = 1; seed <= dialogues; ++seed) {
            QRandomGenerator random(seed);
            QByteArray script(2 + qsizetype(random.bounded(240)), Qt::Uninitialized);
            for (char &octet : script)
                octet = char(random.bounded(256));
            RandomDialogue dialogue(script);
            const QByteArray wrong = play(dialogue);
            QVERIFY2(wrong.isEmpty(), "seed " + QByteArray::number(seed) + ": " + wrong);
            steps += dialogue.steps();
        }
        QVERIFY(steps > 50'000);
    }
};

QTEST_GUILESS_MAIN(TestRandomDialogue)
#include "tst_random_dialogue.moc"
