// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/endpoint.h"
#include "message/message.h"
#include "sdp/offer_answer.h"

#include <functional>

// What is said about a session when the user has not written it: the user agent sends it, and the window shows it before.
namespace sip {

/// An offer of ours: our description as agreed, else a first one. \param newId  asked for the id of a first one only
QByteArray usualOffer(const OfferAnswer &session, const Endpoint &local, const std::function<quint64()> &newId);

/// What a response of ours to \a request carries: the answer to the offer that is out, the offer that is ours to make, or nothing
/// (empty). The error says why nothing of the offer can be accepted, so that the request is refused.
Expected<QByteArray> usualDescription(const OfferAnswer &session, const Message &request, int status, bool reliable,
                                      const Endpoint &local, const std::function<quint64()> &newId);

/// The Warning of that refusal (RFC 3261 20.43): 305 for codecs, 399 for a description that cannot be read.
QByteArray warningOf(const Error &notAcceptable, const QByteArray &offer);

} // namespace sip
