// SPDX-License-Identifier: GPL-3.0-or-later
#include "dns/target_pattern.h"

#include "dns/dns_reply.h"

#include <algorithm>
#include <optional>

namespace sip {

namespace {

/// Takes "udp:" and the like off the front. \return which it was; nullopt: none
std::optional<Protocol> takeProtocol(QByteArrayView &rest)
{
    for (const Protocol protocol : {Protocol::Udp, Protocol::Tcp, Protocol::Tls, Protocol::Ws, Protocol::Wss}) {
        const QByteArray prefix = protocolName(protocol).toByteArray() + ':';
        if (rest.size() <= prefix.size() || rest.first(prefix.size()).compare(prefix, Qt::CaseInsensitive) != 0)
            continue;
        rest = rest.sliced(prefix.size());
        return protocol;
    }
    return std::nullopt;
}

} // namespace

bool isTargetPattern(QByteArrayView pattern)
{
    QByteArrayView rest = pattern.trimmed();
    takeProtocol(rest);
    if (Endpoint::parse(rest))
        return true;
    const qsizetype colon = rest.lastIndexOf(':');
    const QByteArrayView name = colon < 0 ? rest : rest.first(colon);
    bool isNumber = true;
    if (colon >= 0 && (rest.sliced(colon + 1).toByteArray().toUShort(&isNumber) == 0 || !isNumber))
        return false;
    return !name.isEmpty() && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_';
    });
}

bool matchesTarget(QByteArrayView pattern, const DnsTarget &target)
{
    QByteArrayView rest = pattern.trimmed();
    if (const auto protocol = takeProtocol(rest); protocol && *protocol != target.address.protocol)
        return false;
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
