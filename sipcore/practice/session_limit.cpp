// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/session_limit.h"

#include "dialog/session_timer.h"
#include "message/headers.h"
#include "message/option_tags.h"
#include "practice/limits.h"

#include <algorithm>

namespace diag {

using sip::HeaderId;

void addSessionLimit(sip::MessageDraft &made, const sip::Message &request, int seconds, bool callerRefreshes)
{
    const auto asked = sip::parseSessionExpires(request.value(HeaderId::SessionExpires));
    const auto least = sip::parseNumber(request.value(HeaderId::MinSe).split(';').first().trimmed(), 0xffffffffU, "");
    if (least.value_or(0) > quint64(longestSession / std::chrono::seconds(1)))
        return;
    quint64 limit = quint64(seconds);
    if (asked)
        limit = std::min<quint64>(limit, asked->seconds);
    limit = std::max({limit, least.value_or(0), quint64(sip::leastSession)});
    const bool knows =
        sip::listsOption(request, HeaderId::Supported, "timer") || sip::listsOption(request, HeaderId::Require, "timer");
    QByteArray refresher = callerRefreshes ? "uac" : "uas";
    if (!knows)
        refresher = "uas";
    else if (asked && !asked->refresher.isEmpty())
        refresher = asked->refresher.toLower();
    made.append(HeaderId::SessionExpires, QByteArray::number(limit) + ";refresher=" + refresher);
    if (refresher == "uac")
        made.append(HeaderId::Require, "timer");
}

} // namespace diag
