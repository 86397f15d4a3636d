// SPDX-License-Identifier: GPL-3.0-or-later
// The whole user agent in simulated time, with a peer that sends anything at any time: every intent ends and nothing is left.
#include "fuzz.h"
#include "support/random_dialogue.h"

void fuzz(const QByteArray &input)
{
    const QByteArray wrong = RandomDialogue(input).run();
    require(wrong.isEmpty(), wrong.constData());
}
