// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flow/ladder.h"
#include "sdp/negotiation.h"

#include <optional>

namespace diag {

/// An offer of the flow that a 488 or 606 refused, and what is known against its lines.
struct RefusedOffer {
    quint64 offerSeq = 0, seq = 0; ///< rows of the request and of the refusal
    int status = 0;
    QByteArray remoteTag; ///< of the dialog it was made in; empty: it was to begin one
    QByteArray offer;
    bool offeredByUs = true;
    QList<sip::OfferRefusal> why;

    QList<sip::NegotiatedMedia> table() const;
    QString text() const; ///< all of \a why in one line
};

/// \param rows  of its flow \return nullopt: \a event is no such refusal, or its request made no offer
std::optional<RefusedOffer> refusedOffer(const QList<LadderRow> &rows, const sip::TraceEvent &event);
/// The newest of the dialog (empty: of what was to begin one), unless an offer was agreed on there since.
std::optional<RefusedOffer> refusedOfferOf(const Flow &flow, const QByteArray &remoteTag);

} // namespace diag
