// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "message/message.h"
#include "sdp/session_description.h"

namespace sip {

/// One m= line of offer and answer side by side.
struct NegotiatedMedia {
    int offerLine = 0, answerLine = 0; ///< line numbers in the bodies; 0: that side has no such line
    QByteArray kind;
    QList<SessionDescription::Format> offered, answered;
    QList<QByteArray> agreed; ///< encodings both sides named, in the answer's order
    int offerPtime = 0, answerPtime = 0;
    MediaDirection offerDirection{}, answerDirection{};
    QByteArray offerAddress, answerAddress; ///< "192.0.2.1:49170"
    bool refused = false;                   ///< port 0 in the answer
    QString summary;                        ///< "PCMU/8000, 20 ms, sendrecv", "refused", "on hold by the one who offered"
    QStringList problems;                   ///< sentences; each names what does not fit (R3264.6-2)
};

/// The table of offer and answer. Lines beyond the shorter side appear alone.
QList<NegotiatedMedia> negotiated(const SessionDescription &offer, const SessionDescription &answer);

/// One line for the ladder: "audio PCMU/8000, 20 ms, sendrecv; video refused".
QString negotiationSummary(const QList<NegotiatedMedia> &table);

/// Why an offer was refused, as far as a 488 or 606 says: a sentence that names the lines of the offer it is about.
struct OfferRefusal {
    QString text;
    QList<int> lines; ///< several: one of them; empty: not known
};
/// \param response  the refusal: its Warning rows (RFC 3261 20.43) and a capability description in its body are read
/// \return  at least one; the last resort says that the line is not known
QList<OfferRefusal> whyNotAcceptable(const SessionDescription &offer, const Message &response);

/// The table of an offer that was refused as a whole: each m= line with what is known against it.
QList<NegotiatedMedia> refusedMedia(const SessionDescription &offer, const QList<OfferRefusal> &why);

} // namespace sip
