// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"

#include <algorithm>

#include <openssl/rand.h>

namespace sip {

QByteArray Random::token(int bits, QByteArrayView prefix)
{
    static constexpr char letters[] = "abcdefghijklmnopqrstuvwxyz234567";
    const int count = (qBound(1, bits, 1024) + 4) / 5;
    QByteArray out(prefix.size() + count, Qt::Uninitialized);
    char *const digits = std::copy(prefix.begin(), prefix.end(), out.begin());
    quint64 pool = 0;
    int left = 0;
    for (char *digit = digits; digit != out.end(); ++digit) {
        if (left < 5) {
            pool = next64();
            left = 64;
        }
        *digit = letters[pool & 31];
        pool >>= 5;
        left -= 5;
    }
    return out;
}

quint64 SystemRandom::next64()
{
    if (m_used == BlockSize) {
        if (RAND_bytes(reinterpret_cast<unsigned char *>(m_block), sizeof m_block) != 1)
            QRandomGenerator::system()->fillRange(m_block);
        m_used = 0;
    }
    return m_block[m_used++];
}

} // namespace sip
