// SPDX-License-Identifier: GPL-3.0-or-later
#include "sdp/codecs.h"

#include "base/words.h"
#include "message/headers.h"

#include <algorithm>

namespace sip {

namespace {

struct Static {
    QByteArrayView id, encoding;
};
/// RFC 3551 table 4 and 5, those still in use.
constexpr Static staticTypes[] = {{"0", "PCMU/8000"},   {"3", "GSM/8000"},    {"4", "G723/8000"},  {"5", "DVI4/8000"},
                                  {"7", "LPC/8000"},    {"8", "PCMA/8000"},   {"9", "G722/8000"},  {"10", "L16/44100/2"},
                                  {"11", "L16/44100"},  {"13", "CN/8000"},    {"15", "G728/8000"}, {"18", "G729/8000"},
                                  {"26", "JPEG/90000"}, {"31", "H261/90000"}, {"34", "H263/90000"}};
constexpr qsizetype dynamicTypes = 32; ///< 96 to 127

bool isNumber(const QByteArray &text)
{
    return !text.isEmpty() && std::all_of(text.cbegin(), text.cend(), [](char c) { return c >= '0' && c <= '9'; });
}

/// "name[/rate[/channels]]", or a payload type that has an encoding of its own.
bool isCodec(const QByteArray &encoding)
{
    if (isNumber(encoding))
        return !staticEncoding(encoding).isEmpty();
    const QList<QByteArray> parts = encoding.split('/');
    const bool rates = std::all_of(parts.cbegin() + 1, parts.cend(), [](const QByteArray &part) { return part.toUInt() > 0; });
    return isToken(parts.first()) && parts.size() <= 3 && rates;
}

} // namespace

QByteArray staticEncoding(QByteArrayView payloadType)
{
    for (const Static &one : staticTypes)
        if (one.id == payloadType)
            return one.encoding.toByteArray();
    return {};
}

QByteArray staticPayloadType(const QByteArray &encoding)
{
    const QByteArray wanted = canonicalEncoding(encoding);
    for (const Static &one : staticTypes)
        if (canonicalEncoding(one.encoding.toByteArray()) == wanted)
            return one.id.toByteArray();
    return {};
}

QByteArray canonicalEncoding(const QByteArray &encoding)
{
    QList<QByteArray> parts = encoding.toLower().split('/');
    if (parts.size() == 1)
        parts << "8000";
    if (parts.size() == 3 && parts[2] == "1")
        parts.removeLast();
    return parts.join('/');
}

bool isTelephoneEvent(const QByteArray &encoding)
{
    return canonicalEncoding(encoding).startsWith("telephone-event/");
}

bool isConversation(const QByteArray &encoding)
{
    return !isTelephoneEvent(encoding) && !canonicalEncoding(encoding).startsWith("cn/");
}

QList<QByteArray> knownCodecs(QByteArrayView kind)
{
    if (kind == QByteArrayView("audio"))
        return {"PCMU/8000", "PCMA/8000", "G722/8000", "opus/48000/2",
                "G729/8000", "GSM/8000",  "CN/8000",   "telephone-event/8000 0-16"};
    if (kind == QByteArrayView("video"))
        return {"H264/90000", "VP8/90000", "H263/90000", "H261/90000"};
    return {};
}

Expected<QList<QByteArray>> parseCodecs(QByteArrayView list)
{
    QList<QByteArray> codecs;
    qsizetype dynamic = 0;
    for (const QByteArray &entry : list.toByteArray().split(',')) {
        const QByteArray codec = entry.simplified(), encoding = codec.split(' ').first();
        if (!isCodec(encoding))
            return Error{Error::Code::Syntax,
                         Words::tr("\"%1\" is no codec; write e.g. PCMA,opus/48000/2,\"telephone-event/8000 0-16\"")
                             .arg(QString::fromUtf8(entry.left(60))),
                         -1, "RFC8866-6.6"};
        if (codecs.contains(codec))
            return Error{Error::Code::Syntax, Words::tr("%1 is there twice").arg(QString::fromUtf8(codec.left(60))), -1, ""};
        dynamic += !isNumber(encoding) && staticPayloadType(encoding).isEmpty();
        if (dynamic > dynamicTypes)
            return Error{Error::Code::TooLarge, Words::tr("more than 32 codecs without a payload type of their own"), -1, ""};
        codecs << codec;
    }
    return codecs;
}

} // namespace sip
