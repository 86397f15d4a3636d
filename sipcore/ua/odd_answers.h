// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transaction/response_checks.h"

#include <QList>

namespace sip {

/// What is strange about an answer that belongs to \a request and is taken all the same: each a sentence with its rule. What
/// only the state of a dialog or transaction can tell is said there: a reliable 1xx out of order, a copy, a late one.
QList<ResponseFlaw> odditiesOf(const Message &request, const Message &response);

/// What a status we do not know counts as: 183 for 1xx, x00 of its class otherwise.
int effectiveStatus(int status);

} // namespace sip
