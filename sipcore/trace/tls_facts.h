// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/endpoint.h"
#include "base/instant.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace sip {

/// What one certificate says.
struct CertificateFacts {
    QString subject, issuer;                     ///< "CN=sip.example.com, O=Example"
    QByteArray commonName;                       ///< the last of the subject; empty: it has none
    QList<QByteArray> uris, dnsNames, addresses; ///< subject alternative names, as they stand there
    bool hasAlternativeNames = false;            ///< of any kind
    QDateTime notBefore, notAfter;               ///< UTC
    QString key, signature;                      ///< "RSA 2048 bits", "EC prime256v1 256 bits"; "ecdsa-with-SHA256"
    bool isAuthority = false, selfIssued = false;
    QByteArray serial;      ///< hex
    QByteArray fingerprint; ///< SHA-256, as fingerprint() writes it
    QByteArray der;
};

/// One thing that was looked at in the peer's certificate.
struct TlsCheck {
    enum class What : quint8 { Chain, Dates, Use, Name, Staple, Pin };
    What what = What::Chain;
    bool passed = true;
    QString text; ///< a sentence: what was compared, and with what
    const char *rule = "";
};

/// What OCSP said inside the handshake.
struct StapledStatus {
    QString status; ///< "good", "revoked", "unknown", "not understood"; empty: nothing was stapled
    QDateTime thisUpdate, nextUpdate;
    bool verified = false; ///< signed by somebody who may
};

/// One TLS handshake, however it ended.
struct TlsVerdict {
    enum class Outcome : quint8 {
        Trusted,      ///< every check passed
        TrustedByPin, ///< a check failed, but this certificate was pinned
        SentDespite,  ///< a check failed, and the user chose to send all the same
        Unchecked,    ///< we are the server, and asked for no certificate
        Refused,      ///< a check failed: ended by us, nothing was sent
        Failed,       ///< there was no handshake to check
    };
    Path path;
    Outcome outcome = Outcome::Failed;
    bool byPeer = false;            ///< the peer opened the connection: we are the server
    QString version, cipher, group; ///< "TLS 1.3", "TLS_AES_256_GCM_SHA384", "X25519"; empty: not agreed
    QByteArray application;         ///< ALPN; empty: none
    QByteArray serverName;          ///< SNI, as sent or received; empty: none
    QByteArray domain;              ///< what the certificate had to be for; empty: nothing was compared
    QList<CertificateFacts> chain;  ///< as the peer sent it, its own first
    QString missingIssuer;          ///< who signed the last of the chain, neither sent nor trusted; empty: nobody is missing
    QList<TlsCheck> checks;
    StapledStatus staple;
    int alert = -1; ///< RFC 8446 6; -1: none
    bool alertByPeer = false;
    QString alertText;                                       ///< "unknown CA"
    bool certificateAsked = false, certificateShown = false; ///< of us
    bool resumed = false;
    Instant duration{}; ///< of the handshake, without the connecting before it
    QString problem;    ///< a sentence; empty: what was agreed is used

    bool isUsed() const { return outcome != Outcome::Refused && outcome != Outcome::Failed; }
};

} // namespace sip
