// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "auth/credentials.h"
#include "auth/digest.h"
#include "base/expected.h"

#include <optional>

namespace sip {

/// A SubscriberSecret, read. Octets.
struct SubscriberKeys {
    QByteArray k, opc;
    QByteArray amf; ///< empty: any
    QByteArray sqn; ///< empty: not known
};
/// OP is turned into OPc. \return Code::Missing without K, or without OP and OPc; Code::Syntax for a value that is not hex (with
///         the offset of the character) or too short or long, Code::Unsupported when both OP and OPc are given
Expected<SubscriberKeys> subscriberKeys(const SubscriberSecret &secret);

/// What the nonce of an AKA challenge is made of (R3310.3.1-1). Octets.
struct AkaNonce {
    QByteArray rand, autn, serverData; ///< 16, 16, any
};
/// Reads base64 with or without its padding. \return empty: not base64, or too short for RAND and AUTN
std::optional<AkaNonce> akaNonce(const QByteArray &nonce);
QByteArray akaNonceText(const AkaNonce &nonce);

/// AUTN as the network makes it: SQN xor AK, AMF, MAC-A (3GPP TS 33.102 6.3.2).
QByteArray akaAutn(const SubscriberKeys &keys, const QByteArray &rand, const QByteArray &sqn, const QByteArray &amf);

/// The digest password for a challenge, whatever its AUTN says: RES, or for AKAv2 what RFC 4169 3 makes of RES, IK and CK.
QByteArray akaPassword(AkaVersion version, const QByteArray &rand, const SubscriberKeys &keys);

/// What the card says to one challenge.
struct AkaCheck {
    enum class Kind : quint8 {
        Right,         ///< MAC and SQN are good: to be answered with akaPassword()
        Resynchronise, ///< SQN not above ours: to be answered with auts and an empty password (R3310.3.4-1)
        WrongMac,      ///< the network is not authenticated: never answered (R3310.3.2-1)
        Unreadable,    ///< the nonce holds no RAND and AUTN
    };
    Kind kind = Kind::Unreadable;
    QByteArray sqn;  ///< Right and Resynchronise: the network's
    QByteArray auts; ///< Resynchronise: base64, for the directive
    QString text;    ///< a sentence without secrets: what was checked and how it ended
    const char *rule = "R3310.3.1-1";
};
/// \param keys  with the highest SQN used so far
AkaCheck checkAka(const QByteArray &nonce, const SubscriberKeys &keys);

/// The network's side of a resynchronisation. \param auts  base64, from the answer
/// \return the SQN of the card; empty: not of that form, or MAC-S is wrong (3GPP TS 33.102 6.3.5)
QByteArray sqnFromAuts(const QByteArray &auts, const QByteArray &rand, const SubscriberKeys &keys);

} // namespace sip
