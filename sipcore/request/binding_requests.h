// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "request/composed_request.h"

namespace sip {

// Requests about the bindings of an address-of-record, made from a REGISTER for it: same registrar, names and credentials. Each
// stands alone: nothing is kept, no row of it ties it to the REGISTER it was made from. A raw one is taken apart first.

ComposedRequest bindingQuery(const ComposedRequest &registration); ///< asks for all, changes none (RFC 3261 10.2.3)
/// Removes one (R10.2.2-1). \param uri  as the registrar lists it
ComposedRequest bindingRemoval(const ComposedRequest &registration, const QByteArray &uri);
ComposedRequest bindingsRemoval(const ComposedRequest &registration); ///< removes all, whoever made them

} // namespace sip
