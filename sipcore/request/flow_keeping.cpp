// SPDX-License-Identifier: GPL-3.0-or-later
#include "request/flow_keeping.h"

#include "base/words.h"
#include "message/headers.h"
#include "message/option_tags.h"
#include "request/via_branch.h"

namespace sip {

namespace {

constexpr quint64 MostSeconds = 86'400; // a day: nobody means more

PingInterval within(quint64 seconds)
{
    return PingInterval::upTo(std::chrono::seconds(std::min(seconds, MostSeconds)));
}

/// What the peer wrote behind "keep" in our Via; nullopt: it grants nothing.
//= R6223.4-1
std::optional<quint64> granted(const Message &response)
{
    const auto via = parseVia(topVia(response));
    const Param *const keep = via ? findParam(via->params, "keep") : nullptr;
    if (!keep || keep->value.isEmpty())
        return {};
    const auto seconds = parseNumber(keep->value, MostSeconds, "R6223.4-1");
    return seconds ? std::optional(*seconds) : std::nullopt;
}

} // namespace

//= R6223.4-1
//= R5626.4.4.1-2
std::optional<FlowKeeping> keepingOf(const KeepAliveSetting &setting, Protocol protocol, const Message &request,
                                     const Message &response)
{
    using When = KeepAliveSetting::When;
    const int status = response.status();
    if (setting.when == When::Off || status < 101 || status >= 300)
        return {};
    if (setting.when == When::Every)
        return FlowKeeping{PingInterval::upTo(setting.every), Words::tr("as set"), ""};
    const bool registered = request.method() == "REGISTER" && status >= 200;
    const auto flowTimer = parseNumber(response.value(HeaderId::FlowTimer).trimmed(), MostSeconds, "R5626.4.4.1-2");
    if (registered && flowTimer && *flowTimer > 0)
        return FlowKeeping{within(*flowTimer), Words::tr("as Flow-Timer asks"), "R5626.4.4.1-2"};
    if (const auto seconds = granted(response))
        return FlowKeeping{*seconds ? within(*seconds) : PingInterval::usual(protocol), Words::tr("as \"keep\" in our Via asks"),
                           "R6223.4-1"};
    if (registered && listsOption(response, HeaderId::Require, "outbound"))
        return FlowKeeping{PingInterval::usual(protocol), Words::tr("the registrar does outbound"), "R5626.4.4.1-2"};
    return {};
}

//= R5626.4.5-1
Instant recoveryWait(int failures, Random &random)
{
    constexpr Instant base = 30s, longest = 1800s;
    constexpr int enough = 6; // the longest is reached
    const Instant bound = std::min(longest, base * (1 << std::min(failures, enough)));
    return PingInterval{bound / 2, bound}.draw(random);
}

} // namespace sip
