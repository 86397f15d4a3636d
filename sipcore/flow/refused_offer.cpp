// SPDX-License-Identifier: GPL-3.0-or-later
#include "flow/refused_offer.h"

#include "flow/row_words.h"
#include "message/session_body.h"

#include <algorithm>

namespace diag {

namespace {

constexpr qsizetype farthest = 2000; ///< rows that are looked back for the request

/// The message of a row that we sent (\a sent) or received.
const sip::Message *messageOf(const sip::TraceEvent &event, bool sent)
{
    if (sent) {
        const auto *out = event.as<sip::MessageSent>();
        return out ? &out->message : nullptr;
    }
    const auto *in = event.as<sip::MessageReceived>();
    return in && in->fate == sip::MessageReceived::Fate::Delivered ? &in->message : nullptr;
}

} // namespace

QList<sip::NegotiatedMedia> RefusedOffer::table() const
{
    return sip::refusedMedia(sip::SessionDescription::parse(offer), why);
}

QString RefusedOffer::text() const
{
    QStringList parts;
    for (const sip::OfferRefusal &one : why)
        parts << words::cleaned(one.text, 300);
    return parts.join(QStringLiteral("; "));
}

std::optional<RefusedOffer> refusedOffer(const QList<LadderRow> &rows, const sip::TraceEvent &event)
{
    const bool byUs = event.as<sip::MessageSent>() != nullptr;
    const sip::Message *const response = messageOf(event, byUs);
    if (!response || (response->status() != 488 && response->status() != 606))
        return std::nullopt;
    const auto from =
        std::lower_bound(rows.cbegin(), rows.cend(), event.seq, [](const LadderRow &row, quint64 seq) { return row.seq < seq; });
    const qsizetype before = from - rows.cbegin();
    for (qsizetype i = before - 1; i >= std::max<qsizetype>(0, before - farthest); --i) {
        const sip::Message *const request = messageOf(*rows[i].event, !byUs);
        if (!request || !request->isRequest() || request->method() == "ACK" || request->branch() != response->branch() ||
            request->cseqMethod() != response->cseqMethod())
            continue;
        const QByteArrayView offer = sip::sessionDescriptionOf(*request);
        if (offer.isEmpty())
            return std::nullopt;
        RefusedOffer out{.offerSeq = rows[i].foldsInto ? rows[i].foldsInto : rows[i].seq,
                         .seq = event.seq,
                         .status = response->status(),
                         .remoteTag = {},
                         .offer = offer.toByteArray(),
                         .offeredByUs = !byUs,
                         .why = {}};
        if (!request->toTag().isEmpty())
            out.remoteTag = (byUs ? request->fromTag() : request->toTag()).toByteArray();
        out.why = sip::whyNotAcceptable(sip::SessionDescription::parse(offer), *response);
        return out;
    }
    return std::nullopt;
}

std::optional<RefusedOffer> refusedOfferOf(const Flow &flow, const QByteArray &remoteTag)
{
    for (qsizetype i = flow.rows.size() - 1; i >= 0; --i) {
        const LadderRow &row = flow.rows[i];
        const auto *agreed = row.event->as<sip::SessionAgreed>();
        if (agreed && (remoteTag.isEmpty() || agreed->remoteTag == remoteTag))
            return std::nullopt;
        if (row.status != 488 && row.status != 606)
            continue;
        const auto refused = refusedOffer(flow.rows, *row.event);
        if (refused && refused->remoteTag == remoteTag)
            return refused;
    }
    return std::nullopt;
}

} // namespace diag
