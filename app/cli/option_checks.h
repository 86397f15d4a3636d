// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "request/composed_request.h"

#include <optional>

namespace cli {

struct RequestOptions;

using Failure = std::optional<QString>; ///< a message for the user, with option and remedy; nothing: all is well

/// Options of which one makes the other meaningless, and what needs a credential that nobody gave.
/// \param request  as the file, if there is one, made it
Failure checkCredentials(const RequestOptions &options, const sip::ComposedRequest &request);

/// What was given and can do nothing for this request; the rules are those of request files. \param request  complete
Failure checkUse(const RequestOptions &options, const sip::ComposedRequest &request);

} // namespace cli
