// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flow/ladder.h"

namespace diag {

/// What became of one request that was sent to learn something: its last attempt.
struct ProbeResult {
    sip::Message request; ///< Invalid: nothing was sent
    sip::Message answer;  ///< the final one, from the wire; Invalid: none came
    sip::Path path;       ///< of the request
    int mtu = 0;          ///< as MessageSent::mtu
    int copies = 0;
    sip::Instant took{};                           ///< from the first copy to the final answer, when there is one
    sip::LocalCause cause = sip::LocalCause::None; ///< why there is no answer
    QString problem;                               ///< the same in words
    QList<sip::TransportError> tooLarge{};         ///< ICMP "fragmentation needed" meanwhile

    int status() const { return answer.isResponse() ? answer.status() : 0; }
    qsizetype octets() const { return request.wire().size(); }
    /// Nobody answered, and nothing said why: the request or its answer was lost.
    bool isSilent() const;
    bool isUnreachable() const { return status() == 0 && !isSilent(); } ///< a refusal, no route, no such name
};

ProbeResult resultOf(const Flow &flow);

} // namespace diag
