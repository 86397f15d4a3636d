// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QRandomGenerator>

namespace sip {

/// Source of every tag, branch, Call-ID and cnonce, injected so that tests can repeat a run.
class Random {
public:
    virtual ~Random() = default;
    virtual quint64 next64() = 0;

    quint64 below(quint64 limit) { return next64() % limit; } ///< 0 to limit - 1; \a limit is far below 2^64

    /// \param bits of randomness, 1..1024, rounded up to whole base-32 digits
    /// \return \a prefix and lower-case base-32 digits (a token by RFC 3261 25.1, safe in any parameter)
    QByteArray token(int bits, QByteArrayView prefix = {});
};

/// A generator fit for cryptography, seeded by the operating system, read in blocks: OpenSSL's, which costs a tenth of asking the
/// processor for each number. R19.3-1, R8.1.1.7-2, R8.1.1.4-2.
class SystemRandom final : public Random {
public:
    quint64 next64() override;

private:
    static constexpr int BlockSize = 256;
    quint64 m_block[BlockSize] = {};
    int m_used = BlockSize;
};

/// Reproducible; for tests and for replaying a run. Never for traffic to others.
class SeededRandom final : public Random {
public:
    explicit SeededRandom(quint32 seed) : m_generator(seed) {}
    quint64 next64() override { return m_generator.generate64(); }

private:
    QRandomGenerator m_generator;
};

} // namespace sip
