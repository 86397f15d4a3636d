// SPDX-License-Identifier: GPL-3.0-or-later
#include "dns/target_pattern.h"

#include "dns/dns_reply.h"

namespace sip {

bool matchesTarget(QByteArrayView pattern, const DnsTarget &target)
{
    QByteArrayView rest = pattern.trimmed();
    for (const Protocol protocol : {Protocol::Udp, Protocol::Tcp, Protocol::Tls, Protocol::Ws, Protocol::Wss}) {
        const QByteArray prefix = protocolName(protocol).toByteArray() + ':';
        if (rest.size() <= prefix.size() || rest.first(prefix.size()).compare(prefix, Qt::CaseInsensitive) != 0)
            continue;
        if (protocol != target.address.protocol)
            return false;
        rest = rest.sliced(prefix.size());
        break;
    }
    if (const auto numeric = Endpoint::parse(rest))
        return numeric->address == target.address.remote.address &&
               (numeric->port == 0 || numeric->port == target.address.remote.port);
    const qsizetype colon = rest.lastIndexOf(':');
    const QByteArrayView name = colon < 0 ? rest : rest.first(colon);
    const bool anyPort = colon < 0;
    return isSameName(name, target.name) &&
           (anyPort || rest.sliced(colon + 1).toByteArray().toUInt() == target.address.remote.port);
}

} // namespace sip
