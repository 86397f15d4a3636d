// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/stun_binding.h"

#include "base/words.h"

#include <QtEndian>

#include <algorithm>
#include <array>

namespace sip {

namespace {

constexpr quint32 Cookie = 0x2112A442, FingerprintXor = 0x5354554e;
constexpr qsizetype HeadSize = 20, FingerprintSize = 8, MostUnknown = 8;
constexpr quint16 TypeRequest = 0x0001, TypeIndication = 0x0011, TypeSuccess = 0x0101, TypeError = 0x0111;

enum Attribute : quint16 {
    MappedAddress = 0x0001,
    Username = 0x0006,
    MessageIntegrity = 0x0008,
    ErrorCode = 0x0009,
    UnknownAttributes = 0x000a,
    Realm = 0x0014,
    Nonce = 0x0015,
    XorMappedAddress = 0x0020,
    Fingerprint = 0x8028
};

constexpr std::array<quint32, 256> crcTable = [] {
    std::array<quint32, 256> table{};
    for (quint32 i = 0; i < table.size(); ++i) {
        quint32 value = i;
        for (int bit = 0; bit < 8; ++bit)
            value = value & 1U ? 0xedb88320U ^ (value >> 1U) : value >> 1U;
        table[i] = value;
    }
    return table;
}();

/// RFC 5389 15.5: the CRC-32 of ITU V.42, so that no other protocol's check fits by chance.
quint32 fingerprintOf(QByteArrayView octets)
{
    quint32 crc = 0xffffffff;
    for (const char octet : octets)
        crc = crcTable[(crc ^ quint8(octet)) & 0xffU] ^ (crc >> 8U);
    return ~crc ^ FingerprintXor;
}

quint16 two(QByteArrayView octets, qsizetype at)
{
    return qFromBigEndian<quint16>(octets.constData() + at);
}

quint32 four(QByteArrayView octets, qsizetype at)
{
    return qFromBigEndian<quint32>(octets.constData() + at);
}

template<class Number> void put(QByteArray &out, Number number)
{
    const Number wire = qToBigEndian(number);
    out.append(reinterpret_cast<const char *>(&wire), qsizetype(sizeof wire));
}

constexpr qsizetype padded(qsizetype size)
{
    return (size + 3) / 4 * 4;
}

sip::Error flaw(Error::Code code, const QString &text, qsizetype at)
{
    return {code, text, at, "R5626.4.4.2-1"};
}

/// \param mask  cookie and transaction id: what XOR-MAPPED-ADDRESS is written with; empty: MAPPED-ADDRESS
std::optional<Endpoint> addressIn(QByteArrayView value, QByteArrayView mask)
{
    constexpr quint8 ipv4 = 1, ipv6 = 2;
    if (value.size() < 4)
        return {};
    const auto family = quint8(value[1]);
    const qsizetype size = family == ipv4 ? 4 : family == ipv6 ? 16 : 0;
    if (size == 0 || value.size() != 4 + size)
        return {};
    Endpoint out;
    out.port = two(value, 2);
    if (!mask.isEmpty())
        out.port ^= two(mask, 0);
    const auto first = out.address.begin() + (family == ipv4 ? 12 : 0);
    if (family == ipv4)
        out.address[10] = out.address[11] = 0xff;
    for (qsizetype i = 0; i < size; ++i)
        first[i] = quint8(value[4 + i]) ^ (mask.isEmpty() ? quint8(0) : quint8(mask[i]));
    return out;
}

void putAttribute(QByteArray &out, quint16 type, const QByteArray &value)
{
    put(out, type);
    put(out, quint16(value.size()));
    out.append(value).append(padded(value.size()) - value.size(), '\0');
}

QByteArray xorMapped(const Endpoint &address, QByteArrayView mask)
{
    QByteArray out(1, '\0');
    out.append(address.isIPv4() ? char(1) : char(2));
    put(out, quint16(address.port ^ two(mask, 0)));
    const size_t from = address.isIPv4() ? 12 : 0;
    for (size_t i = from; i < address.address.size(); ++i)
        out.append(char(address.address[i] ^ quint8(mask[qsizetype(i - from)])));
    return out;
}

/// What the attributes say, in \a out; those behind MESSAGE-INTEGRITY do not count (RFC 5389 15.4).
std::optional<Error> readAttributes(QByteArrayView datagram, StunBinding &out)
{
    std::optional<Endpoint> plain;
    bool ended = false;
    out.fingerprint = false;
    for (qsizetype at = HeadSize; at < datagram.size();) {
        if (out.fingerprint)
            return flaw(Error::Code::Syntax, Words::tr("something stands behind its FINGERPRINT"), at);
        if (datagram.size() - at < 4)
            return flaw(Error::Code::Syntax, Words::tr("it ends within an attribute"), at);
        const quint16 type = two(datagram, at);
        const qsizetype size = two(datagram, at + 2);
        if (padded(size) > datagram.size() - at - 4)
            return flaw(
                Error::Code::Syntax,
                Words::tr("an attribute says that it has %1 octets, and %2 are left").arg(size).arg(datagram.size() - at - 4),
                at);
        const QByteArrayView value = datagram.sliced(at + 4, size);
        const QByteArrayView mask = datagram.sliced(4, 16);
        if (type == Fingerprint) {
            if (size != 4 || four(value, 0) != fingerprintOf(datagram.first(at)))
                return flaw(Error::Code::Syntax, Words::tr("its FINGERPRINT does not fit its octets"), at);
            out.fingerprint = true;
        } else if (!ended) {
            switch (type) {
            case XorMappedAddress:
                if (!out.mapped && !(out.mapped = addressIn(value, mask)))
                    return flaw(Error::Code::Syntax, Words::tr("its XOR-MAPPED-ADDRESS cannot be read"), at);
                break;
            case MappedAddress:
                if (!plain && !(plain = addressIn(value, {})))
                    return flaw(Error::Code::Syntax, Words::tr("its MAPPED-ADDRESS cannot be read"), at);
                break;
            case ErrorCode:
                if (size < 4 || (value[2] & 7) < 3 || (value[2] & 7) > 6 || quint8(value[3]) > 99)
                    return flaw(Error::Code::Syntax, Words::tr("its ERROR-CODE cannot be read"), at);
                out.errorCode = (value[2] & 7) * 100 + quint8(value[3]);
                out.reason = QString::fromUtf8(value.sliced(4));
                break;
            case UnknownAttributes:
                for (qsizetype i = 0; out.kind == StunBinding::Kind::Error && i + 2 <= size && out.unknown.size() < MostUnknown;
                     i += 2)
                    out.unknown << two(value, i);
                break;
            case MessageIntegrity: ended = true; break;
            case Username:
            case Realm:
            case Nonce: break;
            default: {
                constexpr quint16 firstOptional = 0x8000;
                const bool required = type < firstOptional && out.kind != StunBinding::Kind::Error;
                if (required && out.unknown.size() < MostUnknown && !out.unknown.contains(type))
                    out.unknown << type;
            }
            }
        }
        at += 4 + padded(size);
    }
    if (!out.mapped)
        out.mapped = plain;
    return {};
}

} // namespace

bool isStun(QByteArrayView datagram)
{
    return datagram.size() >= 8 && (quint8(datagram[0]) & 0xc0U) == 0 && four(datagram, 4) == Cookie;
}

//= R5626.4.4.2-1
Expected<StunBinding> readStun(QByteArrayView datagram)
{
    if (!isStun(datagram))
        return flaw(Error::Code::Syntax, Words::tr("it is no STUN: the magic cookie is missing"), 0);
    if (datagram.size() < HeadSize)
        return flaw(Error::Code::Syntax, Words::tr("%1 octets are too few for STUN").arg(datagram.size()), 0);
    if (const qsizetype length = two(datagram, 2); length % 4 != 0 || length != datagram.size() - HeadSize)
        return flaw(Error::Code::Syntax,
                    Words::tr("it says that %1 octets follow its head, and %2 do").arg(length).arg(datagram.size() - HeadSize),
                    2);
    StunBinding out;
    switch (two(datagram, 0)) {
    case TypeRequest: out.kind = StunBinding::Kind::Request; break;
    case TypeIndication: out.kind = StunBinding::Kind::Indication; break;
    case TypeSuccess: out.kind = StunBinding::Kind::Success; break;
    case TypeError: out.kind = StunBinding::Kind::Error; break;
    default:
        return flaw(Error::Code::Unsupported,
                    Words::tr("it is STUN, but no Binding (type 0x%1)").arg(two(datagram, 0), 4, 16, QLatin1Char('0')), 0);
    }
    out.id = datagram.sliced(8, StunBinding::IdSize).toByteArray();
    if (auto error = readAttributes(datagram, out))
        return *error;
    if (out.kind == StunBinding::Kind::Success && !out.mapped)
        return flaw(Error::Code::Missing, Words::tr("it names no mapped address"), HeadSize);
    if (out.kind == StunBinding::Kind::Error && out.errorCode == 0)
        return flaw(Error::Code::Missing, Words::tr("it has no ERROR-CODE"), HeadSize);
    return out;
}

QByteArray writeStun(const StunBinding &binding)
{
    Q_ASSERT(binding.id.size() == StunBinding::IdSize);
    constexpr quint16 types[] = {TypeRequest, TypeIndication, TypeSuccess, TypeError};
    QByteArray out;
    put(out, types[size_t(binding.kind)]);
    put(out, quint16(0));
    put(out, Cookie);
    out.append(binding.id);
    if (binding.kind == StunBinding::Kind::Success && binding.mapped)
        putAttribute(out, XorMappedAddress, xorMapped(*binding.mapped, QByteArrayView(out).sliced(4, 16)));
    if (binding.kind == StunBinding::Kind::Error) {
        QByteArray code(2, '\0');
        code.append(char(binding.errorCode / 100)).append(char(binding.errorCode % 100)).append(binding.reason.toUtf8());
        putAttribute(out, ErrorCode, code);
        QByteArray unknown;
        for (const quint16 type : binding.unknown)
            put(unknown, type);
        if (!unknown.isEmpty())
            putAttribute(out, UnknownAttributes, unknown);
    }
    const qsizetype length = out.size() - HeadSize + (binding.fingerprint ? FingerprintSize : 0);
    qToBigEndian(quint16(length), out.data() + 2);
    if (binding.fingerprint) { // over a head that counts it already
        QByteArray check;
        put(check, fingerprintOf(out));
        putAttribute(out, Fingerprint, check);
    }
    return out;
}

} // namespace sip
