// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/endpoint.h"
#include "message/message.h"

namespace diag {

/// An answer to a session description (RFC 3264): audio with the formats both know and the complementary direction, at port 9,
/// because no media is received; every other stream is refused with port 0.
/// \param previous  the last description given in this session; empty: none
QByteArray sdpAnswer(const QByteArray &offer, const sip::Endpoint &host, const QByteArray &previous = {});
/// The Warning of a 488 to an offer of which nothing can be accepted; empty: something can.
QByteArray whyNoAnswer(const QByteArray &offer, const sip::Endpoint &host);
/// What the server offers in a 200 to an INVITE that brought no offer.
QByteArray sdpOffer(const sip::Endpoint &host);

} // namespace diag
