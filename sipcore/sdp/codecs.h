// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/expected.h"

#include <QByteArray>
#include <QList>

// How codecs are written in lists, on the command line and in the window: "PCMU", "opus/48000/2 useinbandfec=1" (format
// parameters after a space), or the number of a static payload type.
namespace sip {

/// The encoding RFC 3551 gives to a payload type, e.g. "PCMU/8000" to 0; empty: none.
QByteArray staticEncoding(QByteArrayView payloadType);
QByteArray staticPayloadType(const QByteArray &encoding); ///< the other way round; empty: it gets one from 96 up

/// "PCMU", "pcmu/8000" and "pcmu/8000/1" are the same encoding.
QByteArray canonicalEncoding(const QByteArray &encoding);
/// Events and comfort noise, which alone are no conversation.
bool isConversation(const QByteArray &encoding);
bool isTelephoneEvent(const QByteArray &encoding);

/// What a builder offers to choose from for a kind of media, best known first; empty: nothing is known about this kind.
QList<QByteArray> knownCodecs(QByteArrayView kind);

/// Reads "PCMA,opus/48000/2,telephone-event/8000 0-16"; the error names the entry that is no codec, stands there twice, or is one
/// too many (32 dynamic payload types are all there are, RFC 3551 3).
Expected<QList<QByteArray>> parseCodecs(QByteArrayView list);

} // namespace sip
