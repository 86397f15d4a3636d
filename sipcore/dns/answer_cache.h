// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "trace/dns_facts.h"

#include <QHash>

#include <optional>

namespace sip {

/// Answers of DNS servers for as long as they count (their TTL). A value.
class AnswerCache {
public:
    static constexpr qsizetype Most = 1000; ///< when there are more, those that end first are dropped

    /// Keeps what is definite and has a TTL. \param server  that was to be asked, as given to Resolver::ask()
    void keep(const Endpoint &server, const DnsAnswer &answer, Instant now);
    /// \return the answer with the time it still counts in its TTLs, and cached set
    std::optional<DnsAnswer> find(const Endpoint &server, const DnsQuestion &question, Instant now) const;

private:
    struct Kept {
        DnsAnswer answer;
        Instant since{}, until{};
    };
    static QByteArray key(const Endpoint &server, const DnsQuestion &question);
    QHash<QByteArray, Kept> m_kept;
};

} // namespace sip
