// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/endpoint.h"
#include "base/instant.h"
#include "base/random.h"

namespace sip {

/// How long after one ping of a flow the next one goes: drawn anew each time, so that many clients spread.
struct PingInterval {
    Instant least{}, most{};

    static constexpr PingInterval upTo(Instant most) { return {most * 4 / 5, most}; } ///< 80 to 100 % of it (RFC 5626 4.4.1)
    static PingInterval usual(Protocol protocol); ///< 95 to 120 s, over UDP 24 to 29 s (RFC 5626 4.4.1, 4.4.2)
    Instant draw(Random &random) const;
    friend bool operator==(const PingInterval &, const PingInterval &) = default;
};

/// Whether the flow that a request takes is kept open while what the request made lasts (RFC 5626 4.4, RFC 6223). A value.
struct KeepAliveSetting {
    enum class When : quint8 {
        Off,
        Auto,  ///< as the answer says
        Ask,   ///< the same, and our Via asks for it
        Every, ///< from the first answer on, whatever it says
    };
    When when = When::Auto;
    Instant every{}; ///< Every: the longest time from ping to ping

    static constexpr Instant Shortest = std::chrono::seconds(1), Longest = std::chrono::hours(24);
    /// \param text  "off", "auto", "ask" or seconds ("30", "30s"). \return Code::Syntax with a sentence for anything else
    static Expected<KeepAliveSetting> parse(QByteArrayView text);
    QByteArray text() const; ///< what parse() reads back
    friend bool operator==(const KeepAliveSetting &, const KeepAliveSetting &) = default;
};

} // namespace sip
