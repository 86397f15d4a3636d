// SPDX-License-Identifier: GPL-3.0-or-later
#include "ua/resting_targets.h"

#include <algorithm>

namespace sip {

void RestingTargets::rest(const TransportAddress &server, Instant until, Instant now)
{
    m_until.removeIf([now](auto one) { return one.value() <= now; });
    const Key key{server.remote, int(server.protocol)};
    m_until.remove(key);
    if (until <= now)
        return;
    if (m_until.size() >= Most)
        m_until.erase(std::min_element(m_until.cbegin(), m_until.cend()));
    m_until.insert(key, until);
}

Instant RestingTargets::remaining(const TransportAddress &server, Instant now) const
{
    return std::max(m_until.value({server.remote, int(server.protocol)}) - now, Instant::zero());
}

} // namespace sip
