// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace sip {

/// The functions a subscriber's card and its home network share: MILENAGE, 3GPP TS 35.206. All values are octets, not hex.
/// Everything is empty when the cryptography library refuses AES or a length is wrong.
class Milenage {
public:
    static constexpr qsizetype KeySize = 16; ///< of K, OP, OPc and RAND
    static constexpr qsizetype SqnSize = 6;
    static constexpr qsizetype AmfSize = 2;
    static constexpr qsizetype MacSize = 8;

    /// OPc = OP xor E(OP) under K: what a card stores instead of OP (TS 35.206 4.1).
    static QByteArray opcOf(const QByteArray &k, const QByteArray &op);

    Milenage(const QByteArray &k, const QByteArray &opc) : m_k(k), m_opc(opc) {}

    QByteArray f1(const QByteArray &rand, const QByteArray &sqn, const QByteArray &amf) const;     ///< MAC-A, 8 octets
    QByteArray f1Star(const QByteArray &rand, const QByteArray &sqn, const QByteArray &amf) const; ///< MAC-S, 8 octets
    QByteArray f2(const QByteArray &rand) const;                                                   ///< RES, 8 octets
    QByteArray f3(const QByteArray &rand) const;                                                   ///< CK, 16 octets
    QByteArray f4(const QByteArray &rand) const;                                                   ///< IK, 16 octets
    QByteArray f5(const QByteArray &rand) const;                                                   ///< AK, 6 octets
    QByteArray f5Star(const QByteArray &rand) const;                                               ///< AK for AUTS, 6 octets

private:
    QByteArray macs(const QByteArray &rand, const QByteArray &sqn, const QByteArray &amf) const;
    QByteArray out(const QByteArray &rand, int rotation, char constant) const;

    QByteArray m_k, m_opc;
};

/// \return empty when the lengths differ
QByteArray exclusiveOr(const QByteArray &a, const QByteArray &b);

} // namespace sip
