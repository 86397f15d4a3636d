// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "request/revision.h"

namespace sip {

/// Where redirections lead (RFC 3261 8.1.3.4): the targets still to be tried of one request, best first, none twice. A value.
class Redirection {
public:
    void tried(QByteArrayView requestUri); ///< was sent to: it is not a target again
    /// The Contacts of a 3xx join the target set. \return a sentence when there is none that can be used; empty: fine
    QString add(const Message &response);
    /// The best target left (q, then order) as a change of the request: Request-URI without method and headers, and the headers
    /// as rows (19.1.5). nullopt: none is left. \param from  the Request-URI redirected, for the warning about sips (R8.1.3.4-5)
    std::optional<Revision> next(QByteArrayView from);

private:
    struct Target {
        Uri uri;
        int q = 1000;
    };
    bool isKnown(const Uri &uri) const;

    QList<Target> m_targets; ///< still to be tried
    QList<Uri> m_seen;
};

} // namespace sip
