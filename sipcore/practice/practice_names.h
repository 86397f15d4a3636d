// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/endpoint.h"
#include "base/instant.h"

#include <QList>

namespace diag {

/// One name below practice.invalid that the practice DNS server knows, and how it behaves.
struct PracticeName {
    const char *name;    ///< "srv-dead-first"
    const char *summary; ///< one sentence
};
const QList<PracticeName> &practiceNames();

/// The answer to one DNS query.
struct NameAnswer {
    QByteArray reply; ///< empty: what came is no query, nothing is answered
    sip::Instant after{};
};
/// \param query  a DNS message without the length of TCP; any octets
/// \param server  where the practice server listens; its names lead there
NameAnswer answerName(const QByteArray &query, bool tcp, const sip::Endpoint &server);

} // namespace diag
