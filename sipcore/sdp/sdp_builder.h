// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/endpoint.h"
#include "base/expected.h"
#include "sdp/session_description.h"

namespace sip {

/// What we would like of one kind of media.
struct MediaWish {
    QByteArray kind = "audio";
    /// In order of preference, as in sdp/codecs.h. Those with a static payload type get it, the others 96 and up.
    QList<QByteArray> codecs{"PCMU/8000", "PCMA/8000", "telephone-event/8000 0-16"};
    quint16 port = 9; ///< 9 (discard): we signal, and take no media
    int ptime = 0;    ///< milliseconds; 0: not said
    MediaDirection direction = MediaDirection::SendRecv;
};

/// An offer (RFC 3264 5): one m= line for each wish, rtpmap for every format, t=0 0.
/// \param id  of o=, also its first version; below 2^62
QByteArray buildOffer(const QList<MediaWish> &wishes, const Endpoint &local, quint64 id);

/// An answer (RFC 3264 6): as many m= lines as the offer, in its order; of each the formats both know, with the offer's numbers,
/// and the complementary direction; port 0 for what has none in common or no wish. \param previous  our last description in this
/// session: its o= goes on, one version up when something changed; empty: none
QByteArray buildAnswer(const SessionDescription &offer, const QList<MediaWish> &wishes, const Endpoint &local, quint64 id,
                       const SessionDescription &previous = {});

/// An answer with what \a own, our description in this session, has, else with what we like without being asked; it may refuse
/// every stream.
QByteArray answerAsBefore(const SessionDescription &offer, const SessionDescription &own, const Endpoint &local, quint64 id);
/// The same where the offer can be refused as a whole: the error names the lines of the offer that cannot be accepted;
/// Code::Syntax when one cannot be read, Code::Unsupported when no codec is in common.
Expected<QByteArray> usualAnswer(const SessionDescription &offer, const SessionDescription &own, const Endpoint &local,
                                 quint64 id);
/// What that error says of an offer, for the user and for the peer.
Phrase whyNothingIsTaken(const SessionDescription &offer);

/// \a description with one media line as wished, and every line that is not concerned as it was. Formats keep their numbers.
/// \param offer  answered by it: its numbers are taken; empty: none \param previous  ours in force: its version goes on
SessionDescription rewritten(SessionDescription description, qsizetype media, const MediaWish &wish, const QByteArray &address,
                             const SessionDescription &offer = {}, const SessionDescription &previous = {});

/// As it is written in lists of codecs; of a format without a name its number.
QByteArray codecText(const SessionDescription::Format &format);
MediaWish wishOf(const SessionDescription::Media &media); ///< that would make this media line
/// What a description of ours says we like: to answer as we offered before.
QList<MediaWish> wishesOf(const SessionDescription &own);

MediaDirection complementary(MediaDirection direction); ///< RFC 3264 6.1: what answers it at most

} // namespace sip
