// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "trace/trace_event.h"

// The words of the rows of kind dns.
namespace diag::words {

QString question(const sip::DnsQuestion &question);    ///< "SRV _sip._udp.example.com"
QString record(const sip::DnsRecord &record);          ///< "10 60 sip.example.com:5060", "192.0.2.1"
QStringList answerParts(const sip::DnsAnswer &answer); ///< records, TTL, time, server, what was odd
QString target(const sip::DnsTarget &target);          ///< "udp:192.0.2.1:5060 (sip.example.com)"
QString road(const sip::RoadPlanned &road);            ///< "example.com: 3 targets, first udp:192.0.2.1:5060"
QString roadReasons(const sip::RoadPlanned &road);     ///< every target and decision, with its rule

} // namespace diag::words
