// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialog/session_timer.h"

#include "message/headers.h"
#include "message/option_tags.h"

#include <algorithm>

namespace sip {

//= R4028.10-2
Instant SessionTimer::byeAfter() const
{
    return interval - std::min<Instant>(32s, interval / 3);
}

//= R4028.7.2-1
std::optional<SessionTimer> SessionTimer::agreed(const Message &request, const Message &response, bool ours)
{
    const auto expires = parseSessionExpires(response.value(HeaderId::SessionExpires));
    if (response.status() / 100 != 2 || !expires || expires->seconds == 0)
        return std::nullopt;
    QByteArray refresher = expires->refresher.toLower();
    if (refresher.isEmpty())
        if (const auto asked = parseSessionExpires(request.value(HeaderId::SessionExpires)))
            refresher = asked->refresher.toLower();
    const bool sender = refresher != "uas"; // who sent the request; also when nobody says so
    return SessionTimer{std::chrono::seconds(expires->seconds), sender == ours};
}

//= R4028.5-1
SessionTimerAnswer sessionTimerAnswer(const Message &request)
{
    const auto asked = parseSessionExpires(request.value(HeaderId::SessionExpires));
    if (!asked)
        return {};
    const bool knows = listsOption(request, HeaderId::Supported, "timer") || listsOption(request, HeaderId::Require, "timer");
    if (asked->seconds < quint32(leastSession))
        return {.tooBrief = knows, .sessionExpires = {}};
    const QByteArray refresher = asked->refresher.isEmpty() ? QByteArray(knows ? "uac" : "uas") : asked->refresher.toLower();
    return {.sessionExpires = QByteArray::number(asked->seconds) + ";refresher=" + refresher, .require = refresher == "uac"};
}

} // namespace sip
