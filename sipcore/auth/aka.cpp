// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/aka.h"

#include "auth/milenage.h"
#include "base/words.h"
#include "message/scan.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <QStringList>

#include <array>

namespace sip {
namespace {

constexpr const char *keyRule = "R3310-1";

/// \param name  in the user's words: "K", "OPc"
Expected<QByteArray> octets(const QByteArray &text, const char *name, qsizetype size)
{
    QByteArray digits;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (is(c, HexChar))
            digits += c;
        else if (c != ' ' && c != ':')
            return Error{
                Error::Code::Syntax,
                Words::tr("%1 is written in hex digits (0-9, a-f); character %2 is none").arg(QLatin1String(name)).arg(i + 1), i,
                keyRule};
    }
    if (digits.size() != 2 * size)
        return Error{Error::Code::Syntax,
                     Words::tr("%1 has %2 octets, which is %3 hex digits; %4 are given")
                         .arg(QLatin1String(name))
                         .arg(size)
                         .arg(2 * size)
                         .arg(digits.size()),
                     -1, keyRule};
    return QByteArray::fromHex(digits);
}

QString hex(const QByteArray &value)
{
    return QString::fromLatin1(value.toHex());
}

/// MAC-S: in AUTS the AMF is zero (3GPP TS 33.102 6.3.3).
QByteArray resyncMac(const Milenage &milenage, const QByteArray &rand, const QByteArray &sqn)
{
    return milenage.f1Star(rand, sqn, QByteArray(Milenage::AmfSize, '\0'));
}

QByteArray hmacMd5(const QByteArray &key, QByteArrayView text)
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> out;
    unsigned int size = 0;
    if (!HMAC(EVP_md5(), key.constData(), int(key.size()), reinterpret_cast<const unsigned char *>(text.data()),
              size_t(text.size()), out.data(), &size))
        return {};
    return QByteArray(reinterpret_cast<const char *>(out.data()), qsizetype(size));
}

} // namespace

//= R3310-1
Expected<SubscriberKeys> subscriberKeys(const SubscriberSecret &secret)
{
    if (secret.k.isEmpty())
        return Error{Error::Code::Missing, Words::tr("AKA needs K, the key of the subscriber"), -1, keyRule};
    if (secret.op.isEmpty() && secret.opc.isEmpty())
        return Error{Error::Code::Missing, Words::tr("AKA needs OP or OPc beside K"), -1, keyRule};
    if (!secret.op.isEmpty() && !secret.opc.isEmpty())
        return Error{Error::Code::Unsupported, Words::tr("give OP or OPc, not both: OPc is made of OP and K"), -1, keyRule};
    SubscriberKeys keys;
    struct Part {
        const QByteArray &text;
        const char *name;
        qsizetype size;
        QByteArray &out;
    };
    QByteArray op;
    for (const Part &part :
         {Part{secret.k, "K", Milenage::KeySize, keys.k}, Part{secret.op, "OP", Milenage::KeySize, op},
          Part{secret.opc, "OPc", Milenage::KeySize, keys.opc}, Part{secret.amf, "AMF", Milenage::AmfSize, keys.amf},
          Part{secret.sqn, "SQN", Milenage::SqnSize, keys.sqn}}) {
        if (part.text.isEmpty())
            continue;
        const auto read = octets(part.text, part.name, part.size);
        if (!read)
            return read.error();
        part.out = *read;
    }
    if (keys.opc.isEmpty())
        keys.opc = Milenage::opcOf(keys.k, op);
    return keys;
}

//= R3310.3.1-1
std::optional<AkaNonce> akaNonce(const QByteArray &nonce)
{
    QByteArray text = nonce.trimmed();
    while (text.endsWith('='))
        text.chop(1);
    const auto decoded = QByteArray::fromBase64Encoding(text, QByteArray::AbortOnBase64DecodingErrors);
    constexpr qsizetype autnSize = Milenage::SqnSize + Milenage::AmfSize + Milenage::MacSize;
    if (!decoded || decoded.decoded.size() < Milenage::KeySize + autnSize)
        return {};
    return AkaNonce{decoded.decoded.left(Milenage::KeySize), decoded.decoded.mid(Milenage::KeySize, autnSize),
                    decoded.decoded.mid(Milenage::KeySize + autnSize)};
}

QByteArray akaNonceText(const AkaNonce &nonce)
{
    return (nonce.rand + nonce.autn + nonce.serverData).toBase64();
}

QByteArray akaAutn(const SubscriberKeys &keys, const QByteArray &rand, const QByteArray &sqn, const QByteArray &amf)
{
    const Milenage milenage(keys.k, keys.opc);
    return exclusiveOr(sqn, milenage.f5(rand)) + amf + milenage.f1(rand, sqn, amf);
}

//= R3310.3.3-1 the octets of RES, not their hex digits
//= R4169.3-1
QByteArray akaPassword(AkaVersion version, const QByteArray &rand, const SubscriberKeys &keys)
{
    const Milenage milenage(keys.k, keys.opc);
    const QByteArray res = milenage.f2(rand);
    if (version == AkaVersion::V2)
        return hmacMd5(res + milenage.f4(rand) + milenage.f3(rand), "http-digest-akav2-password").toBase64();
    return res;
}

AkaCheck checkAka(const QByteArray &nonce, const SubscriberKeys &keys)
{
    AkaCheck check;
    const auto parts = akaNonce(nonce);
    if (!parts) {
        check.text =
            Words::tr("the nonce is not base64 of RAND and AUTN (32 octets or more), so there is no AKA challenge in it");
        return check;
    }
    const Milenage milenage(keys.k, keys.opc);
    const QByteArray sqn = exclusiveOr(parts->autn.left(Milenage::SqnSize), milenage.f5(parts->rand));
    const QByteArray amf = parts->autn.mid(Milenage::SqnSize, Milenage::AmfSize);
    //= R3310.3.2-1
    if (milenage.f1(parts->rand, sqn, amf) != parts->autn.right(Milenage::MacSize)) {
        check.kind = AkaCheck::Kind::WrongMac;
        check.rule = "R3310.3.2-1";
        check.text = Words::tr("network not authenticated: the MAC in AUTN is not the one that K and OP give, so the server does "
                               "not know this subscriber's key, or K or OP is typed wrongly; nothing is answered");
        return check;
    }
    check.sqn = sqn;
    QStringList said{Words::tr("the MAC in AUTN is right")};
    if (!keys.amf.isEmpty() && amf != keys.amf)
        said += Words::tr("its AMF is %1, not %2 as expected").arg(hex(amf), hex(keys.amf));
    // Octet by octet is number by number: both have six.
    if (!keys.sqn.isEmpty() && sqn <= keys.sqn) {
        //= R3310.3.4-1
        check.kind = AkaCheck::Kind::Resynchronise;
        check.rule = "R3310.3.4-1";
        check.auts =
            (exclusiveOr(keys.sqn, milenage.f5Star(parts->rand)) + resyncMac(milenage, parts->rand, keys.sqn)).toBase64();
        said += Words::tr("its SQN %1 is not above %2, the last one used: answered with auts and an empty password, so that the "
                          "server takes up our SQN")
                    .arg(hex(sqn), hex(keys.sqn));
    } else {
        check.kind = AkaCheck::Kind::Right;
        check.rule = "R3310.3.3-1";
        said += keys.sqn.isEmpty() ? Words::tr("its SQN %1 is taken, as none is known here").arg(hex(sqn))
                                   : Words::tr("its SQN %1 is above %2, the last one used").arg(hex(sqn), hex(keys.sqn));
    }
    check.text = said.join(QLatin1String("; "));
    return check;
}

QByteArray sqnFromAuts(const QByteArray &auts, const QByteArray &rand, const SubscriberKeys &keys)
{
    const auto decoded = QByteArray::fromBase64Encoding(auts, QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || decoded.decoded.size() != Milenage::SqnSize + Milenage::MacSize)
        return {};
    const Milenage milenage(keys.k, keys.opc);
    const QByteArray sqn = exclusiveOr(decoded.decoded.left(Milenage::SqnSize), milenage.f5Star(rand));
    return resyncMac(milenage, rand, sqn) == decoded.decoded.mid(Milenage::SqnSize) ? sqn : QByteArray();
}

} // namespace sip
