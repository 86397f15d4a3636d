// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/endpoint.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace sip {

/// Which addresses are asked for, and which come first (R7984-1).
enum class AddressFamilies : quint8 { Ipv4First, Ipv6First, Ipv4Only, Ipv6Only };

/// What a URI or a next hop says about where a request goes: what RFC 3263 4 works from.
struct TargetWords {
    QByteArray host;      ///< of the URI; an IPv6 address without brackets
    QByteArray maddr{};   ///< comes before the host
    quint16 port = 0;     ///< 0: none given
    QByteArray transport; ///< of the URI, of the next hop or of the setting, in lower case; empty: none given
    bool sips = false;
    QString source{}; ///< where these words stand: "top Route", "target of the request", ...
};

/// How names are looked up, and what is done with what is found.
struct RoadSettings {
    QByteArray resolver{}; ///< the DNS server, as parseResolver() reads it; empty: the servers of the system
    AddressFamilies families = AddressFamilies::Ipv4First;
    QByteArray pin{};                ///< the one target to use, as matchesTarget() reads it; empty: all (R3263.4.3-3)
    QList<QByteArray> pretendDead{}; ///< targets that are to be taken for dead
    friend bool operator==(const RoadSettings &, const RoadSettings &) = default;
};

} // namespace sip
