// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/instant.h"
#include "message/message.h"

#include <optional>

namespace sip {

/// What one exchange of INVITE or UPDATE agreed about how long the session lasts (RFC 4028). A value.
struct SessionTimer {
    Instant interval{};
    bool weRefresh = false;

    Instant refreshAfter() const { return interval / 2; } ///< when it is ours to do (R4028.10-1)
    Instant byeAfter() const;                             ///< without a refresh: interval - min(32 s, interval / 3) (R4028.10-2)

    /// \param response  2xx to \a request; \param ours  we sent the request \return nullopt: the session has no limit
    static std::optional<SessionTimer> agreed(const Message &request, const Message &response, bool ours);
};

inline constexpr int leastSession = 90; ///< seconds: Min-SE without the header (R4028.5-1)

/// Rows of our 2xx to a request of the peer that asks for a limited session: Session-Expires and Require. \return empty: none
/// asked
struct SessionTimerAnswer {
    bool tooBrief = false; ///< to be answered 422 with Min-SE
    QByteArray sessionExpires;
    bool require = false; ///< the peer refreshes, and knows how
};
SessionTimerAnswer sessionTimerAnswer(const Message &request);

} // namespace sip
