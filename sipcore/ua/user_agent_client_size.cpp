// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/words.h"
#include "message/headers.h"
#include "request/request_builder.h"
#include "request/revision.h"
#include "ua/user_agent_client_p.h"

#include <algorithm>

namespace sip {

// Requests that are too large for UDP (RFC 3261 18.1.1): over TCP where UDP was only our own choice, and back when TCP is
// refused.

namespace {

constexpr qsizetype largestDatagram = 65'507; ///< UDP over IPv4

/// "more than 1300 octets", "more than 1200 octets, as the path takes packets of 1400".
QString limitText(const PathMtu &mtu)
{
    const QString limit = Words::tr("more than %1 octets").arg(largestOverUdp(mtu));
    const bool usual = largestOverUdp(mtu) == largestUdpAdvised && !mtu.told;
    return usual ? limit : limit + QLatin1String(", ") + Words::tr("as the path takes packets of %1").arg(mtu.octets);
}

/// "in 2 packets of at most 1500 octets, all of which have to arrive"; empty: in one.
QString packetsText(qsizetype size, const PathMtu &mtu, const Endpoint &remote)
{
    const int packets = packetsOf(size, mtu.octets, remote.isIPv4());
    return packets == 1
               ? QString()
               : QLatin1String(", ") +
                     Words::tr("in %1 packets of at most %2 octets, all of which have to arrive").arg(packets).arg(mtu.octets);
}

} // namespace

/// The request and where it goes: over TCP when it is too large for UDP and nothing speaks against it. What belongs to a dialog
/// goes as that does. \param what  of the attempt to be made; learns where it goes back to
//= R18.1.1-1
UserAgentClient::Private::Way UserAgentClient::Private::bySize(Running &what, const Message &request,
                                                               const TransportAddress &target)
{
    what.udp.reset();
    const PathMtu mtu = target.protocol == Protocol::Udp ? core.transport().pathMtu(target.remote) : PathMtu();
    const qsizetype size = request.wire().size();
    if (target.protocol != Protocol::Udp || size <= largestOverUdp(mtu) || what.pretendDead)
        return {request, target};
    const bool ownVia = std::any_of(composed.rows.cbegin(), composed.rows.cend(),
                                    [](const ComposedRow &row) { return !row.muted && headerId(row.name) == HeaderId::Via; });
    const QString byChoice = composed.forceUdp         ? Words::tr("as you asked")
                             : what.role != Role::Main ? Words::tr("as their dialog does")
                             : what.transportGiven     ? Words::tr("because UDP was named with the target")
                             : composed.raw            ? Words::tr("because it is sent as typed")
                             : ownVia                  ? Words::tr("because its Via is your own")
                             : what.tcpInVain          ? Words::tr("because TCP was tried in vain")
                                                       : QString();
    TransportAddress tcp = target;
    tcp.protocol = Protocol::Tcp;
    const Expected<Endpoint> local = core.transport().localEndpoint(tcp);
    if (!byChoice.isEmpty() || !local) {
        //= R18.1.1-3
        if (size <= largestDatagram)
            note(intentContext(), Note::Level::Warning,
                 Words::tr("%1 octets stay on UDP %2%3; RFC 3261 wants TCP for %4")
                     .arg(size)
                     .arg(local ? byChoice : local.error().detail, packetsText(size, mtu, target.remote), limitText(mtu)),
                 "R18.1.1-1");
        return {request, target};
    }
    note(intentContext(), Note::Level::Info,
         Words::tr("%1 octets: TCP instead of UDP, which is not for %2").arg(size).arg(limitText(mtu)), "R18.1.1-1");
    //= R3428.8-1 a MESSAGE does not go back
    if (request.method() != "MESSAGE" && size <= largestDatagram)
        what.udp = target;
    return {readdressed(request, composed, factsOf(tcp, *local)), tcp};
}

/// TCP, which only the size had led to, was refused or broke before any answer. \return true: the new attempt is on its way
//= R18.1.1-2
bool UserAgentClient::Private::backToUdp(qsizetype index, const TransportError &error)
{
    Running again = running[index];
    if (!again.udp || cancelState != CancelState::None || index != mainIndex())
        return false;
    const TransportAddress target = *std::exchange(again.udp, std::nullopt);
    const Expected<Endpoint> local = core.transport().localEndpoint(target);
    if (!local || !mayRetry(index))
        return false;
    const Message request = attempts[index].request;
    const PathMtu mtu = core.transport().pathMtu(target.remote);
    note(contextOf(index), Note::Level::Info,
         Words::tr("%1; back to UDP%2").arg(error.text, packetsText(request.wire().size(), mtu, target.remote)), "R18.1.1-2");
    const Message moved = readdressed(revise(request, {}, newBranch(core.random()), quint32(request.cseqNumber())), composed,
                                      factsOf(target, *local));
    endEarlyDialogs("R12.3-1");
    if (awaited)
        awaitNotify(moved);
    again.tcpInVain = true;
    again.transaction = nullptr;
    startAttempt(std::move(again), "back to udp", moved, target);
    return true;
}

/// A next hop whose URI, or whoever composed it, names no transport: UDP is only what we choose then.
bool UserAgentClient::Private::namesTransport(const ComposedRequest &request)
{
    const Expected<NextHop> hop = nextHop(request);
    return hop && hop->transportGiven;
}

} // namespace sip
