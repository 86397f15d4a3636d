// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/milenage.h"

#include <openssl/evp.h>

#include <memory>

namespace sip {
namespace {

/// One block of AES-128; empty: refused, or not 16 octets each.
QByteArray encrypted(const QByteArray &key, const QByteArray &block)
{
    if (key.size() != Milenage::KeySize || block.size() != Milenage::KeySize)
        return {};
    const std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)> context(EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free);
    QByteArray out(Milenage::KeySize, '\0');
    int size = 0;
    const auto octets = [](const QByteArray &bytes) { return reinterpret_cast<const unsigned char *>(bytes.constData()); };
    const bool done = context && EVP_EncryptInit_ex(context.get(), EVP_aes_128_ecb(), nullptr, octets(key), nullptr) == 1 &&
                      EVP_CIPHER_CTX_set_padding(context.get(), 0) == 1 &&
                      EVP_EncryptUpdate(context.get(), reinterpret_cast<unsigned char *>(out.data()), &size, octets(block),
                                        int(block.size())) == 1 &&
                      size == Milenage::KeySize;
    return done ? out : QByteArray();
}

QByteArray rotatedLeft(const QByteArray &block, int octets)
{
    return block.mid(octets) + block.left(octets);
}

} // namespace

QByteArray exclusiveOr(const QByteArray &a, const QByteArray &b)
{
    if (a.size() != b.size())
        return {};
    QByteArray out = a;
    for (qsizetype i = 0; i < out.size(); ++i)
        out[i] = char(out[i] ^ b[i]);
    return out;
}

QByteArray Milenage::opcOf(const QByteArray &k, const QByteArray &op)
{
    return exclusiveOr(encrypted(k, op), op);
}

/// OUT1 of TS 35.206 4.1: MAC-A and MAC-S.
QByteArray Milenage::macs(const QByteArray &rand, const QByteArray &sqn, const QByteArray &amf) const
{
    if (sqn.size() != SqnSize || amf.size() != AmfSize)
        return {};
    constexpr int r1 = 64 / 8;
    const QByteArray temp = encrypted(m_k, exclusiveOr(rand, m_opc));
    const QByteArray in = sqn + amf + sqn + amf;
    // c1 is all zero.
    return exclusiveOr(encrypted(m_k, exclusiveOr(temp, rotatedLeft(exclusiveOr(in, m_opc), r1))), m_opc);
}

/// OUT2 to OUT5 of TS 35.206 4.1. \param rotation  in octets  \param constant  the last octet of c2 to c5, the others are zero
QByteArray Milenage::out(const QByteArray &rand, int rotation, char constant) const
{
    const QByteArray temp = encrypted(m_k, exclusiveOr(rand, m_opc));
    QByteArray block = rotatedLeft(exclusiveOr(temp, m_opc), rotation);
    if (block.isEmpty())
        return {};
    block.back() = char(block.back() ^ constant);
    return exclusiveOr(encrypted(m_k, block), m_opc);
}

QByteArray Milenage::f1(const QByteArray &rand, const QByteArray &sqn, const QByteArray &amf) const
{
    return macs(rand, sqn, amf).left(MacSize);
}

QByteArray Milenage::f1Star(const QByteArray &rand, const QByteArray &sqn, const QByteArray &amf) const
{
    return macs(rand, sqn, amf).mid(MacSize);
}

QByteArray Milenage::f2(const QByteArray &rand) const
{
    return out(rand, 0, 1).mid(8);
}

QByteArray Milenage::f3(const QByteArray &rand) const
{
    return out(rand, 32 / 8, 2);
}

QByteArray Milenage::f4(const QByteArray &rand) const
{
    return out(rand, 64 / 8, 4);
}

QByteArray Milenage::f5(const QByteArray &rand) const
{
    return out(rand, 0, 1).left(SqnSize);
}

QByteArray Milenage::f5Star(const QByteArray &rand) const
{
    return out(rand, 96 / 8, 8).left(SqnSize);
}

} // namespace sip
