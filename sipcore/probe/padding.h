// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "request/composed_request.h"

namespace diag {

/// What makes a request larger without changing what it means.
enum class Padding : quint8 {
    Header, ///< rows "X-Padding"
    Body,   ///< text behind the body there is
};

/// \a request so that it is \a octets long when it is sent over \a protocol from \a local. With Padding::Body it may be one octet
/// shorter, where the length of Content-Length jumps. What cannot be that short comes back as short as it can be.
sip::ComposedRequest padded(sip::ComposedRequest request, qsizetype octets, Padding padding, const sip::Endpoint &local,
                            sip::Protocol protocol);

} // namespace diag
