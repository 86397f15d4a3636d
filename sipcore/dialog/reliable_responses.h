// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "message/message.h"

namespace sip {

/// The reliable provisional responses to one INVITE in one dialog (RFC 3262 4): which one is next. A value.
class ReliableResponses {
public:
    enum class Fate : quint8 {
        NotReliable, ///< no Require: 100rel with RSeq, or a 100
        Next,        ///< to be acknowledged with PRACK
        Copy,        ///< seen before: nothing to do (R3262.4-3, R3262.4-4)
        OutOfOrder,  ///< one before it is missing: not acknowledged, not looked at (R3262.4-2)
    };
    Fate take(const Message &response);

    /// Value of RAck in the PRACK for \a response (RFC 3262 7.2).
    static QByteArray rack(const Message &response);

private:
    qint64 m_last = -1; ///< RSeq of the last one taken; -1: none yet
};

/// What an INVITE of the peer says about reliable provisional responses of ours: "100rel" in Require, else in Supported.
enum class Reliability : quint8 { None, Supported, Required };
Reliability reliabilityAsked(const Message &invite);

/// The PRACK acknowledges \a response, which is a reliable 1xx of ours (RFC 3262 3: all three parts of RAck).
bool acknowledges(const Message &prack, const Message &response);

} // namespace sip
