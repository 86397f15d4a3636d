// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "request/composed_request.h"

#include <optional>

namespace sip {

/// How a request is changed to be sent again (R8.1.3.5-6): the same Call-ID, To and From, CSeq + 1, a new branch.
struct Revision {
    QByteArray why; ///< of the new attempt: "session interval", "min expires", "redirect", "refresh", "recovery", "new flow"
    QString text;   ///< what changes, in words, for the ladder
    const char *rule = "";
    QByteArray requestUri;  ///< empty: stays
    QList<ComposedRow> set; ///< each takes the place of all rows of its kind
    QList<HeaderId> remove;
    bool withoutBody = false;
};

/// \param cseq  the number of the new request
Message revise(const Message &previous, const Revision &revision, const QByteArray &branch, quint32 cseq);

/// What a refusal asks for that needs no decision of the user: 422 (R4028.7.3-1) and 423 (R10.2.8-1, R3903.5-2).
/// \return nullopt: nothing; \a problem is set when the refusal should have said more
std::optional<Revision> revisionFor(const Message &request, const Message &response, QString *problem);

} // namespace sip
