// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialog/detours.h"

#include "base/words.h"
#include "message/headers.h"

namespace sip {

namespace {

/// What kind of address this is, beside where the dialog began, and what comes of it; empty: nothing odd.
QString oddness(const Endpoint &there, const Endpoint &first)
{
    if (there.isAny())
        return Words::tr("that is no address of a host, and nothing arrives");
    if (there.isMulticast())
        return Words::tr("a multicast address: nobody in particular will answer");
    if (there.isIPv4() && there.hostText() == "255.255.255.255")
        return Words::tr("the broadcast address: nobody in particular will answer");
    if (there.isLoopback() && !first.isLoopback())
        return Words::tr("that is this machine, not the peer");
    if (there.isPrivate() && !first.isPrivate() && !first.isLoopback())
        return Words::tr("a private address: from here it may not be reachable");
    if (there.isIPv4() != first.isIPv4())
        return Words::tr("the dialog began over %1: this address may not be reachable from here")
            .arg(first.isIPv4() ? QStringLiteral("IPv4") : QStringLiteral("IPv6"));
    return {};
}

} // namespace

Expected<NextHop> hopOf(const DialogFacts &facts)
{
    ComposedRequest request;
    const auto route = facts.routeSet.isEmpty() ? Expected<NameAddr>(Error{}) : parseNameAddr(facts.routeSet.first());
    request.requestUri = route ? route->uri.toBytes() : facts.remoteTarget;
    if (facts.secure)
        request.transport = "tls";
    return nextHop(request);
}

//= R12.1.2-1
//= R12.1.2-2
QStringList detours(const DialogFacts &facts, const NextHop &hop, const TransportAddress &first)
{
    const QString source = facts.routeSet.isEmpty() ? facts.targetSource : QStringLiteral("Record-Route");
    QStringList all;
    if (const QString odd = hop.isName() ? QString() : oddness(hop.address.remote, first.remote); !odd.isEmpty())
        all << Words::tr("what follows in the dialog goes to %1, as the peer's %2 says; %3")
                   .arg(QString::fromLatin1(hop.address.remote.text()), source, odd);
    const bool known = !hop.isName() || !hop.words.transport.isEmpty() || hop.words.sips;
    if (known && hop.address.protocol != first.protocol)
        all << Words::tr("the dialog began over %1, and what follows goes over %2, as the peer's %3 says")
                   .arg(QString::fromLatin1(viaName(first.protocol)), QString::fromLatin1(viaName(hop.address.protocol)), source);
    return all;
}

} // namespace sip
