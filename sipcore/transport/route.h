// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/endpoint.h"
#include "base/expected.h"
#include "base/instant.h"

#include <QHash>

namespace sip {

/// The local address the system would send from to reach \a remote; port 0. Sends nothing. \return Code::Transport "no route to
/// ..."
Expected<Endpoint> routedLocalAddress(const Endpoint &remote);

/// Remembers routes for a short while: a burst of requests asks the system once, a cable pulled is noticed soon.
class RouteCache {
public:
    using LookUp = Expected<Endpoint> (*)(const Endpoint &remote);
    static constexpr Instant Lifetime = 2s;
    static constexpr qsizetype MaxEntries = 1024;

    explicit RouteCache(LookUp lookUp = routedLocalAddress) : m_lookUp(lookUp) {}
    /// As the look-up; failures are not remembered. \param now  of any monotonic clock, always the same
    Expected<Endpoint> localAddress(const Endpoint &remote, Instant now);

private:
    struct Entry {
        Endpoint local;
        Instant until;
    };
    LookUp m_lookUp;
    QHash<Endpoint, Entry> m_entries; ///< key: remote with port 0
};

} // namespace sip
