// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/ws_frame.h"

#include "base/words.h"
#include "transport/utf8_check.h"

#include <QtEndian>

#include <algorithm>

namespace sip {
namespace {

constexpr quint8 FinBit = 0x80, MaskBit = 0x80, OpcodeBits = 0x0f, LengthBits = 0x7f;
constexpr quint8 Length16 = 126, Length64 = 127;
constexpr qsizetype MostReason = 123; // a control frame holds 125 octets, the code takes two

/// As much of it as fits, without half a character at the end.
QByteArray fitting(const QByteArray &reason)
{
    QByteArray out = reason.left(MostReason);
    while (!out.isEmpty()) {
        Utf8Check check;
        if (check.take(out) && check.isWhole())
            break;
        out.chop(1);
    }
    return out;
}

} // namespace

std::optional<WsFrameHead> readWsFrameHead(QByteArrayView octets)
{
    if (octets.size() < 2)
        return std::nullopt;
    WsFrameHead head;
    const auto first = quint8(octets[0]), second = quint8(octets[1]);
    head.fin = (first & FinBit) != 0;
    head.reserved = quint8((first >> 4) & 7);
    head.opcode = first & OpcodeBits;
    head.length = second & LengthBits;
    head.size = 2;
    if (head.length >= Length16) {
        const int more = head.length == Length16 ? 2 : 8;
        if (octets.size() < head.size + more)
            return std::nullopt;
        head.length = more == 2 ? qFromBigEndian<quint16>(octets.data() + 2) : qFromBigEndian<quint64>(octets.data() + 2);
        head.shortest = more == 2 ? head.length >= Length16 : head.length > 0xffff;
        head.size += more;
    }
    if (second & MaskBit) {
        WsMask mask{};
        if (octets.size() < head.size + qsizetype(mask.size()))
            return std::nullopt;
        std::copy_n(octets.data() + head.size, mask.size(), mask.begin());
        head.mask = mask;
        head.size += int(mask.size());
    }
    return head;
}

QByteArray wsFrame(WsOpcode opcode, QByteArrayView payload, const std::optional<WsMask> &mask, bool fin)
{
    constexpr qsizetype largestHead = 14;
    QByteArray out;
    out.reserve(largestHead + payload.size());
    out.append(char((fin ? FinBit : 0) | quint8(opcode)));
    const quint8 maskBit = mask ? MaskBit : 0;
    if (payload.size() < Length16) {
        out.append(char(maskBit | quint8(payload.size())));
    } else if (payload.size() <= 0xffff) {
        out.append(char(maskBit | Length16)).resize(4);
        qToBigEndian(quint16(payload.size()), out.data() + 2);
    } else {
        out.append(char(maskBit | Length64)).resize(10);
        qToBigEndian(quint64(payload.size()), out.data() + 2);
    }
    if (mask)
        out.append(mask->data(), qsizetype(mask->size()));
    const qsizetype start = out.size();
    out.append(payload);
    if (mask)
        maskWsPayload(out.data() + start, payload.size(), *mask);
    return out;
}

void maskWsPayload(char *payload, qsizetype size, const WsMask &mask)
{
    for (qsizetype i = 0; i < size; ++i)
        payload[i] ^= mask[size_t(i) % mask.size()];
}

QByteArray wsCloseBody(const WsClose &close)
{
    if (close.code == WsClose::NoCode)
        return {};
    QByteArray body(2, '\0');
    qToBigEndian(quint16(close.code), body.data());
    return body + fitting(close.reason);
}

bool isWsCloseCode(int code)
{
    constexpr int never[] = {1004, 1005, 1006};
    return (code >= 1000 && code <= 1014 && std::find(std::begin(never), std::end(never), code) == std::end(never)) ||
           (code >= 3000 && code <= 4999);
}

QString wsCloseText(int code)
{
    switch (code) {
    case 1000: return Words::tr("normal closure");
    case 1001: return Words::tr("going away");
    case 1002: return Words::tr("protocol error");
    case 1003: return Words::tr("unsupported data");
    case WsClose::NoCode: return Words::tr("no code given");
    case 1006: return Words::tr("no Close at all");
    case 1007: return Words::tr("text that is not UTF-8");
    case 1008: return Words::tr("policy violation");
    case 1009: return Words::tr("message too big");
    case 1010: return Words::tr("extension missing");
    case 1011: return Words::tr("internal error of the server");
    case 1012: return Words::tr("service restart");
    case 1013: return Words::tr("try again later");
    case 1014: return Words::tr("bad gateway");
    case 1015: return Words::tr("TLS handshake failed");
    default: return {};
    }
}

} // namespace sip
