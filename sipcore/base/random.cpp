// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"

namespace sip {

QByteArray Random::token(int bits)
{
    static constexpr char digits[] = "abcdefghijklmnopqrstuvwxyz234567";
    const int count = (qBound(1, bits, 1024) + 4) / 5;
    QByteArray out(count, Qt::Uninitialized);
    quint64 pool = 0;
    int left = 0;
    for (char &digit : out) {
        if (left < 5) {
            pool = next64();
            left = 64;
        }
        digit = digits[pool & 31];
        pool >>= 5;
        left -= 5;
    }
    return out;
}

quint64 SystemRandom::next64()
{
    if (m_used == BlockSize) {
        QRandomGenerator::system()->fillRange(m_block);
        m_used = 0;
    }
    return m_block[m_used++];
}

} // namespace sip
