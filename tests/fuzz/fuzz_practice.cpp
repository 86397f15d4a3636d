// SPDX-License-Identifier: GPL-3.0-or-later
// The practice server in simulated time, with peers that send anything at any time: all that it holds ends.
#include "fuzz.h"
#include "support/random_practice.h"

void fuzz(const QByteArray &input)
{
    const QByteArray wrong = RandomPractice(input).run();
    require(wrong.isEmpty(), wrong.constData());
}
