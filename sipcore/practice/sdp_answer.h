// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/endpoint.h"

namespace diag {

/// An answer to a session description (RFC 3264): audio with the first format both know is accepted without media flowing
/// (a=inactive, there is nobody to talk to), every other stream is refused with port 0.
QByteArray sdpAnswer(const QByteArray &offer, const sip::Endpoint &host);
/// What the server offers in a 200 to an INVITE that brought no offer.
QByteArray sdpOffer(const sip::Endpoint &host);

} // namespace diag
