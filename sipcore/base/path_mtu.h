// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace sip {

/// What is known of the largest packet, IP header included, that a path takes.
struct PathMtu {
    int octets = 0;    ///< 0: nothing is known
    bool told = false; ///< a router on the path said so (ICMP); else our own interface takes no more, and the path may take less
    friend bool operator==(const PathMtu &, const PathMtu &) = default;
};

inline constexpr qsizetype largestUdpAdvised = 1300; ///< octets, when the path is not known (RFC 3261 18.1.1)

/// The largest request, in octets, that may go over UDP on such a path; what is larger goes over TCP (R18.1.1-1).
qsizetype largestOverUdp(const PathMtu &mtu);

/// What UDP and IP put before the payload of one packet, in octets.
constexpr qsizetype udpHeaders(bool ipv4)
{
    return 8 + (ipv4 ? 20 : 40);
}

/// How many IP packets one UDP datagram travels in. \param payload  octets of SIP \param mtu  of the path; 0: unknown, then 1
int packetsOf(qsizetype payload, int mtu, bool ipv4);

} // namespace sip
