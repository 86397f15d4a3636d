// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flow/ladder.h"

namespace ui {

/// What one realm asks for that the request had no credential for (R22.1-5).
struct CredentialQuestion {
    bool proxy = false;
    QByteArray realm;
    QList<QByteArray> offered;                                ///< algorithms and "Bearer", in the order of the challenges
    bool password = false, subscriber = false, token = false; ///< what would answer it
    friend bool operator==(const CredentialQuestion &, const CredentialQuestion &) = default;
};

/// The questions a flow ended with; empty while it is under way, and when asking is of no use: a token over a transport on which
/// none is ever sent (R8898.2-2).
QList<CredentialQuestion> credentialQuestions(const diag::Flow &flow);

} // namespace ui
