// SPDX-License-Identifier: GPL-3.0-or-later
#include "sdp/usual_description.h"

#include "sdp/sdp_builder.h"

namespace sip {

QByteArray usualOffer(const OfferAnswer &session, const Endpoint &local, const std::function<quint64()> &newId)
{
    return session.isAgreed() ? session.local() : buildOffer({MediaWish()}, local, newId());
}

Expected<QByteArray> usualDescription(const OfferAnswer &session, const Message &request, int status, bool reliable,
                                      const Endpoint &local, const std::function<quint64()> &newId)
{
    const bool success = status / 100 == 2, invite = request.method() == "INVITE";
    const bool mayDescribe = invite || !request.body().isEmpty(); // the offer may be another request's
    if (!mayDescribe || !responseCarrier(request.method(), status, reliable))
        return QByteArray();
    if (session.isOffered() && session.offerer() == OfferAnswer::Party::Peer) {
        if (!success && status != 183) // ringing says nothing about media
            return QByteArray();
        return usualAnswer(SessionDescription::parse(session.offer()), SessionDescription::parse(session.local()), local,
                           newId());
    }
    //= R13.2.1-4 the offer is ours to make
    if (invite && !session.isOffered() && !session.isAnswered())
        return usualOffer(session, local, newId);
    return QByteArray();
}

QByteArray warningOf(const Error &notAcceptable, const QByteArray &offer)
{
    return (notAcceptable.code == Error::Code::Unsupported ? "305" : "399") + QByteArray(" viatrace \"") +
           whyNothingIsTaken(SessionDescription::parse(offer)).english.toUtf8() + '"';
}

} // namespace sip
