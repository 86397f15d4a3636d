// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialog/reliable_responses.h"

#include "message/headers.h"
#include "message/option_tags.h"

#include <algorithm>

namespace sip {

namespace {

/// \return -1: none, or no number from 1 to 2^32-1
qint64 rseqOf(const Message &response)
{
    const auto number = parseRSeq(response.value(HeaderId::RSeq));
    return number && *number > 0 ? qint64(*number) : -1;
}

} // namespace

//= R3262.4-1
//= R3262.4-2
//= R3262.4-3
//= R3262.4-5
ReliableResponses::Fate ReliableResponses::take(const Message &response)
{
    const qint64 number = rseqOf(response);
    if (response.status() <= 100 || response.status() >= 200 || number < 0 || !listsOption(response, HeaderId::Require, "100rel"))
        return Fate::NotReliable;
    if (m_last >= 0 && number <= m_last)
        return Fate::Copy;
    if (m_last >= 0 && number != m_last + 1)
        return Fate::OutOfOrder;
    m_last = number;
    return Fate::Next;
}

QByteArray ReliableResponses::rack(const Message &response)
{
    return QByteArray::number(std::max<qint64>(rseqOf(response), 0)) + ' ' + QByteArray::number(response.cseqNumber()) + ' ' +
           response.cseqMethod().toByteArray();
}

Reliability reliabilityAsked(const Message &invite)
{
    return listsOption(invite, HeaderId::Require, "100rel")     ? Reliability::Required
           : listsOption(invite, HeaderId::Supported, "100rel") ? Reliability::Supported
                                                                : Reliability::None;
}

bool acknowledges(const Message &prack, const Message &response)
{
    const auto rack = parseRAck(prack.value(HeaderId::RAck));
    return rack && qint64(rack->rseq) == rseqOf(response) && qint64(rack->cseq) == response.cseqNumber() &&
           QByteArrayView(rack->method) == response.cseqMethod();
}

} // namespace sip
