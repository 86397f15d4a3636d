// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/endpoint.h"
#include "sdp/session_description.h"

namespace sip {

/// What we would like of one kind of media.
struct MediaWish {
    QByteArray kind = "audio";
    /// In order of preference: encodings such as "PCMU/8000" or "PCMU" (8000 is meant), each optionally with format parameters
    /// after a space: "telephone-event/8000 0-16". Those with a static payload type get it, the others 96 and up.
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

/// An answer of the usual kind: with what \a own, our description in this session, has, else with what we like without being
/// asked. \param acceptable  false: no codec in common, so that it refuses every stream
QByteArray usualAnswer(const SessionDescription &offer, const SessionDescription &own, const Endpoint &local, quint64 id,
                       bool *acceptable);

/// What a description of ours says we like: to answer as we offered before.
QList<MediaWish> wishesOf(const SessionDescription &own);

MediaDirection complementary(MediaDirection direction); ///< RFC 3264 6.1: what answers it at most

} // namespace sip
