// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/finding.h"

#include <span>
#include <vector>

// What the rules look at: one flow, sorted once into requests and what became of them.
namespace diag {

/// One request as sent, with what came back for it.
struct Exchange {
    const LadderRow *sent = nullptr;        ///< first copy; never null
    int copies = 0;                         ///< sends, resends included
    const LadderRow *lastCopy = nullptr;    ///< never null
    const LadderRow *provisional = nullptr; ///< first 1xx
    const LadderRow *final = nullptr;       ///< first final response that was delivered
    const LadderRow *late = nullptr;        ///< first final response that came after we had given up

    const sip::Message &request() const;
    const sip::Path &path() const;      ///< the way the request took
    const sip::Message &answer() const; ///< only with a final
    int status() const { return final ? final->status : 0; }
};

/// Points into the flow it was made from, which must outlive it. Made in one pass; what is kept is bounded.
struct Evidence {
    Evidence(const Flow &flow, const sip::ComposedRequest *request);
    Evidence(const Evidence &) = delete; // it points into itself
    Evidence &operator=(const Evidence &) = delete;

    const Flow &flow;
    const sip::ComposedRequest *request; ///< nullptr: not known
    std::vector<Exchange> exchanges;     ///< in order of sending; ACK is none
    const Exchange *main = nullptr;      ///< the last attempt of what was submitted
    const LadderRow *local = nullptr;    ///< the last status our own stack made
    const Exchange *localOf = nullptr;   ///< the exchange that ended with it
    QList<const LadderRow *> icmp;       ///< the first few
    QList<const LadderRow *> odd;        ///< the first few late, stray and dropped messages
    int oddCount = 0;

    bool succeeded() const { return main && main->status() >= 200 && main->status() < 300; }
    bool isMain(const Exchange &exchange) const;
    /// The last few exchanges: rules that read headers do not go further back.
    std::span<const Exchange> recent() const;
};

const sip::Message *messageOf(const LadderRow &row); ///< sent or received; nullptr: another kind of row
const sip::LocalStatus *localStatusOf(const LadderRow &row);

// Words. Bytes of a peer are shortened and made harmless before they stand in a sentence.
QString quote(QByteArrayView bytes);                                ///< in double quotes
QString word(QByteArrayView bytes);                                 ///< without
QString statusText(const sip::Message &response);                   ///< "403 Forbidden"
QString place(sip::Protocol protocol, const sip::Endpoint &remote); ///< "udp:192.0.2.1:5060"
QString place(const sip::Path &path);                               ///< of the far side

} // namespace diag
