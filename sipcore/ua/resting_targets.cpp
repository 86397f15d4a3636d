// SPDX-License-Identifier: GPL-3.0-or-later
#include "ua/resting_targets.h"

#include "base/words.h"

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

QString RestingTargets::text(const TransportAddress &server, Instant rest)
{
    return Words::tr("%1 over %2 answered 503 and is not to be used for another %3 s")
        .arg(QString::fromLatin1(server.remote.text()), QString::fromLatin1(viaName(server.protocol)))
        .arg(std::chrono::ceil<std::chrono::seconds>(rest).count());
}

Instant RestingTargets::remaining(const TransportAddress &server, Instant now) const
{
    return std::max(m_until.value({server.remote, int(server.protocol)}) - now, Instant::zero());
}

} // namespace sip
