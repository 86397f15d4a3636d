// SPDX-License-Identifier: GPL-3.0-or-later
#include "ua/service_routes.h"

namespace sip {

//= R3608.5-1
void ServiceRoutes::set(const Uri &addressOfRecord, const TransportAddress &registrar, const QList<QByteArray> &routes,
                        Instant until)
{
    m_known.removeIf([&](const Known &one) { return one.addressOfRecord.isEquivalent(addressOfRecord); });
    if (routes.isEmpty())
        return;
    if (m_known.size() >= Most)
        m_known.removeFirst();
    m_known.append({addressOfRecord, registrar, routes, until});
}

QList<QByteArray> ServiceRoutes::of(const Uri &addressOfRecord, const TransportAddress &target, Instant now) const
{
    for (const Known &one : m_known)
        if (one.until > now && one.registrar == target && one.addressOfRecord.isEquivalent(addressOfRecord))
            return one.routes;
    return {};
}

} // namespace sip
