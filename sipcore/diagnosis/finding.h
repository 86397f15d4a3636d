// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flow/ladder.h"
#include "request/composed_request.h"

#include <QList>

#include <optional>

namespace diag {

/// A change of the request that a finding proposes: one click in the window applies it.
struct Fix {
    enum class Edit : quint8 {
        DigestUri,
        AuthUserFromFrom,
        FromFromAuthUser,
        Transport,
        ForceUdp,
        Timers,
        Header,
        Target,
        AuthChoice,
        Body, ///< value is the new body; rows that describe it go with an empty one
        RequestUri
    };
    Edit edit = Edit::Header;
    QByteArray name, value; ///< header name and value; or the new setting in value
    QString label;          ///< button text: "Retry with the Request-URI as digest uri"
};
/// The request with the fix applied; the original is untouched.
sip::ComposedRequest applied(const Fix &fix, const sip::ComposedRequest &request);

/// One diagnosed fact.
struct Finding {
    enum class Severity : quint8 { Info, Warning, Error };
    QByteArray rule; ///< stable id: "auth.uri-mismatch", "auth.rejected-after-correct-digest", "acl.no-challenge", ...
    Severity severity = Severity::Info;
    QString text;        ///< one to three sentences in the user's words, RFC reference last
    QList<quint64> rows; ///< evidence: LadderRow::seq
    std::optional<Fix> fix;
    bool addsToCause = false; ///< says more than the status: worth a line even when the cause is known
};

/// Runs all rules over one flow, most helpful first; the first finding is the verdict. Pure; no finding for a plain success.
/// \param request  what was submitted, if known (credentials let the digest be recomputed); may be nullptr for imported flows
QList<Finding> diagnose(const Flow &flow, const sip::ComposedRequest *request);

} // namespace diag
