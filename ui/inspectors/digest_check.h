// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "auth/credentials.h"
#include "auth/digest.h"
#include "message/message.h"

#include <QString>

namespace ui {

/// One step of working out a digest.
struct DigestStep {
    QString name;     ///< "HA1"
    QString formula;  ///< "MD5(A1)"
    QByteArray value; ///< holds a secret when masked is set: never log it
    QString masked;   ///< what to show instead, until the user asks; empty: nothing secret in it
};

/// An answer on the wire, worked out again from the password.
struct DigestCheck {
    enum class Verdict { Match, Mismatch, NoPassword };
    Verdict verdict = Verdict::NoPassword;
    QString sentence;    ///< the verdict in words
    QString explanation; ///< Mismatch: which usual mistake gives what was sent; may be empty
    QList<DigestStep> steps;
};

/// What is needed to work an answer out again.
struct DigestQuestion {
    sip::DigestCredentials sent; ///< from the header, or from the trace
    sip::Message request;        ///< method, Request-URI and body
    QByteArray sessionNonce;     ///< -sess: of the first exchange; empty: this one
    QByteArray sessionCnonce;    ///< -sess: of the first answer to this nonce; empty: this one
    bool proxy = false;          ///< Proxy-Authorization
    QByteArray proof;            ///< rspauth the server sent for this answer; empty: none
    QByteArray proofBody;        ///< body of the message that carried it
};

/// \param credential  nullptr: not known, the steps stop where the password is needed
/// On a mismatch the usual mistakes are tried (R22-5): other uri, other method, empty body, names with their escapes, spaces
/// around the password, cut SHA-512. A proof of the server is checked too (R2617.3.2.3-2); a wrong one is a Mismatch.
DigestCheck checkDigest(const DigestQuestion &question, const sip::Credential *credential);

/// The credential that fits realm, name on the wire (plain or hashed) and, for a stored HA1, the algorithm; nullptr: none.
const sip::Credential *credentialFor(const sip::DigestCredentials &sent, const QList<sip::Credential> &all);

} // namespace ui
