// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "message/message_draft.h"
#include "request/composed_request.h"

namespace sip {

/// What a response takes from its dialog.
struct ResponseFacts {
    QByteArray toTag;
    QByteArray contact;        ///< ours, as a value of Contact; empty: none
    bool beginsDialog = false; ///< the INVITE came outside a dialog
    QByteArray description;    ///< SDP of ours, sent unless the user composed a body; empty: none
    quint32 rseq = 0;          ///< not 0: a provisional response that goes out until its PRACK (RFC 3262 3)
};

/// A response as it goes out: what its status and method ask for, Record-Route, Contact, description and session timer of the
/// dialog, and what the user composed over all of it.
MessageDraft responseInDialog(const Message &request, const ResponseFacts &facts, const ComposedAnswer &answer);

} // namespace sip
