// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "request/composed_request.h"

#include <QList>

namespace diag {

/// A request to start from: everything but where to and who. For each method, or what is usual around it.
struct RequestTemplate {
    const char *name;    ///< one word, for the command line
    const char *group;   ///< "Server", "Call", "Message", "Event": lists show each together
    const char *title;   ///< as in menus: Words::tr() shows it
    const char *summary; ///< one line, as the title
    const char *method;
    const char *behaviour = "ok"; ///< of the practice server, to try it with
    QList<sip::ComposedRow> rows = {};
    QByteArray body = {};
    QList<QByteArray> then = {}; ///< as parseNext() reads them
    sip::Instant ringLimit = sip::ComposedRequest{}.ringLimit;
    sip::Instant hangUpAfter = sip::ComposedRequest{}.hangUpAfter;
    sip::Instant keepFor = {};
    bool toOneself = false; ///< To is the user of From
    bool asksOnly = false;  ///< no Contact: a REGISTER that asks for the bindings (RFC 3261 10.2.3)
};

/// In the order of menus; the methods of RFC 3261, 3262, 3311, 3428, 3515, 3903, 6086 and 6665 are all in it.
const QList<RequestTemplate> &requestTemplates();
const RequestTemplate *findTemplate(const QByteArray &name); ///< nullptr: none is called so

/// \a chosen in place of the message of \a current and of what follows it: target, transport, credentials, timers, From, To and
/// Contact stay.
sip::ComposedRequest fromTemplate(const RequestTemplate &chosen, const sip::ComposedRequest &current);

/// \a chosen as a request file is made from it: for user 1001 of {{domain}}, whose password is {{secret:pw1001}}, about user
/// 1002.
sip::ComposedRequest templateForFile(const RequestTemplate &chosen);

} // namespace diag
