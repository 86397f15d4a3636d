// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flow/path_story.h"

// The words of the road to the server, each in one line.
namespace diag::words {

QString roadSummary(const PathRoad &road);       ///< "3 targets, found in 12 ms"; why there is none
QString targetStory(const PathTarget &target);   ///< "failed after 32 s: Timer F: nothing was heard"
QString targetOrigin(const sip::DnsTarget &one); ///< "priority 10, weight 60, TTL 60 s: ..."; empty: an address
/// In which order targets were tried, what made the next one be tried, and what that cost; empty: the first one answered.
QString detour(const PathRoad &road);
QString connectionTitle(const PathConnection &connection); ///< "#1 TLS 192.0.2.10:41000 to 192.0.2.1:5061"
QString connectionFacts(const PathConnection &connection); ///< who opened it, how much went over it, who ended it and why
QString requestSize(const RequestSize &size);              ///< octets, against 1300 and the MTU
QString validity(const sip::CertificateFacts &facts, qint64 wallUs); ///< "2026-01-01 to 2027-01-01, 92 days left"

} // namespace diag::words
