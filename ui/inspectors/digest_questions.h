// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flow/ladder.h"
#include "inspectors/digest_check.h"

#include <QList>
#include <QString>

namespace ui {

/// What one row has to say about authentication.
struct DigestSubject {
    QList<sip::AuthDecision> decisions; ///< of the challenges; empty: the row is no challenge
    QString summary;                    ///< of the decisions
    struct Answer {
        QString title; ///< "Proxy-Authorization for realm "b""
        DigestQuestion question;
    };
    QList<Answer> answers;
};

/// Collects it: an authentication row, a 401 or 407 (what was made of it), a request with credentials, or an answer that carries
/// Authentication-Info. Nothing of it: both lists empty.
DigestSubject digestSubject(const diag::Flow &flow, const diag::LadderRow &row);

} // namespace ui
