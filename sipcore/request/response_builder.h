// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "message/message_draft.h"
#include "request/composed_request.h"

#include <optional>

namespace sip {

inline const QByteArray allowedMethods = "INVITE, ACK, CANCEL, BYE, PRACK, UPDATE, INFO, OPTIONS, NOTIFY, MESSAGE, REFER";

/// A response with the rows its status is not complete without: Allow with 405, Accept with 415, Unsupported with 420 (the
/// options of the request's Require that are not ours), Recv-Info with 469, Min-SE with 422, Allow-Events with 489; Allow, Accept
/// and Supported with a 2xx to OPTIONS. \param toTag  as in MessageDraft::response()
MessageDraft buildResponse(const Message &request, int status, const QByteArray &toTag, const QByteArray &reason = {});

/// What a request is answered when the user has not said, in a dialog or outside one; 405: a method that is not ours to take.
int usualStatus(const Message &request);

/// What a request is refused with whose body cannot be understood (RFC 3261 8.2.3); nullopt: it can, or need not be.
std::optional<ComposedAnswer> refusalOfBody(const Message &request);

/// Reason phrase, rows and body of the user over it: a row of a kind the user gave replaces ours.
void applyAnswer(MessageDraft &draft, const ComposedAnswer &answer);

/// Option tags of Require that we do not know, joined with ", "; empty: none.
QByteArray unsupportedOptions(const Message &request);

} // namespace sip
