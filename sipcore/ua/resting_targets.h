// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/endpoint.h"
#include "base/instant.h"

#include <QHash>
#include <QString>

namespace sip {

/// Servers that asked with 503 and Retry-After not to be used for a time (R21.5.4-1). A value.
class RestingTargets {
public:
    static constexpr qsizetype Most = 1000; ///< servers remembered; when there are more, those that rest the shortest are dropped

    /// The latest word of a server counts; \a until not after \a now ends its rest.
    void rest(const TransportAddress &server, Instant until, Instant now);
    /// "192.0.2.1:5060 over UDP answered 503 and is not to be used for another 30 s".
    static QString text(const TransportAddress &server, Instant rest);
    Instant remaining(const TransportAddress &server, Instant now) const; ///< 0: it may be used

private:
    using Key = std::pair<Endpoint, int>; ///< and protocol
    QHash<Key, Instant> m_until;
};

} // namespace sip
