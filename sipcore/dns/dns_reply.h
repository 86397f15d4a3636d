// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "trace/dns_facts.h"

namespace sip {

/// What one DNS message says to a question: its header, the aliases from the name asked for, and the records at their end.
/// Everything else in it is ignored. Never more than MostRecords records and MostAliases aliases, whatever the message holds.
/// \param wire  the message without the length of TCP; any octets
/// \return an answer with question, result, records, aliases, ttl, rcode, truncated and problem; Result::Loop for aliases that
///         lead back, Result::Malformed for what cannot be read and for the answer to another question; open when its aliases end
///         at a name of which it says nothing
DnsAnswer readReply(const QByteArray &wire, const DnsQuestion &question);

inline constexpr qsizetype MostRecords = 100;
inline constexpr qsizetype MostAliases = 16;

/// The same name: letter case and a final dot do not count.
bool isSameName(QByteArrayView a, QByteArrayView b);

} // namespace sip
