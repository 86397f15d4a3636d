// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "request/composed_request.h"

#include <QList>

namespace ui {

/// A request to start from: everything but where to and who.
struct RequestTemplate {
    const char *method;
    const char *summary; ///< one line of plain English for lists
    QList<sip::ComposedRow> rows;
    QByteArray body;
};

/// One per method that is known, in the order of menus.
const QList<RequestTemplate> &requestTemplates();

/// \a chosen in place of the message of \a current: target, transport, credentials, timers, From, To and Contact stay.
sip::ComposedRequest fromTemplate(const RequestTemplate &chosen, const sip::ComposedRequest &current);

} // namespace ui
