// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/sdp_answer.h"

#include "sdp/sdp_builder.h"
#include "sdp/usual_description.h"

namespace diag {

namespace {

// Discard: no media is received, and a port that cannot be somebody else's says so.
sip::MediaWish audio()
{
    return {.kind = "audio", .codecs = {"PCMU/8000", "PCMA/8000", "telephone-event/8000 0-16"}, .port = 9};
}

constexpr quint64 firstVersion = 1;

} // namespace

QByteArray sdpAnswer(const QByteArray &offer, const sip::Endpoint &host, const QByteArray &previous)
{
    return sip::buildAnswer(sip::SessionDescription::parse(offer), {audio()}, host, firstVersion,
                            sip::SessionDescription::parse(previous));
}

QByteArray whyNoAnswer(const QByteArray &offer, const sip::Endpoint &host)
{
    const auto answer = sip::usualAnswer(sip::SessionDescription::parse(offer), {}, host, firstVersion);
    return answer ? QByteArray() : sip::warningOf(answer.error(), offer);
}

QByteArray sdpOffer(const sip::Endpoint &host)
{
    return sip::buildOffer({audio()}, host, firstVersion);
}

} // namespace diag
