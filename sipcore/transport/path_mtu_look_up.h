// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/endpoint.h"
#include "base/instant.h"
#include "base/path_mtu.h"

#include <QHash>

namespace sip {

/// What the system knows of the way to \a remote: on Linux what ICMP told it (IP_MTU), elsewhere only what the interface takes.
/// Sends nothing.
PathMtu systemPathMtu(const Endpoint &remote);

/// Remembers that for a short while. What a router says meanwhile is to be told with forget().
class PathMtuCache {
public:
    using LookUp = PathMtu (*)(const Endpoint &remote);
    static constexpr Instant Lifetime = 2s;
    static constexpr qsizetype MaxEntries = 1024;

    explicit PathMtuCache(LookUp lookUp = systemPathMtu) : m_lookUp(lookUp) {}
    PathMtu to(const Endpoint &remote, Instant now);
    void forget(const Endpoint &remote);

private:
    struct Entry {
        PathMtu mtu;
        Instant until;
    };
    LookUp m_lookUp;
    QHash<Endpoint, Entry> m_entries; ///< key: remote with port 0
};

} // namespace sip
