// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/path_mtu.h"

#include <algorithm>

namespace sip {

//= R18.1.1-1
qsizetype largestOverUdp(const PathMtu &mtu)
{
    constexpr qsizetype reserve = 200; // room for what the answer has more than the request
    if (mtu.octets == 0)
        return largestUdpAdvised;
    const qsizetype within = std::max<qsizetype>(mtu.octets - reserve, 0);
    return mtu.told ? within : std::min(within, largestUdpAdvised);
}

int packetsOf(qsizetype payload, int mtu, bool ipv4)
{
    constexpr qsizetype udpHeader = 8, fragmentHeader = 8, unit = 8; // IPv6 has a header for fragments
    const qsizetype data = payload + udpHeader;
    const qsizetype ipHeader = udpHeaders(ipv4) - udpHeader;
    if (mtu <= 0 || data + ipHeader <= mtu)
        return 1;
    // All but the last carry a multiple of eight octets (RFC 791 3.1, RFC 8200 4.5).
    const qsizetype room = (mtu - ipHeader - (ipv4 ? 0 : fragmentHeader)) / unit * unit;
    return room <= 0 ? 1 : int((data + room - 1) / room);
}

} // namespace sip
