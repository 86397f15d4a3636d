// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/expected.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

#include <optional>

namespace sip {

enum class TlsVersion : quint8 { Tls10, Tls11, Tls12, Tls13 };
QByteArrayView versionName(TlsVersion version); ///< "1.0" to "1.3"
std::optional<TlsVersion> tlsVersion(QByteArrayView name);

/// How TLS is done where it is done: whom we trust, who we are, what is offered. A value.
struct TlsSettings {
    QStringList authorities;          ///< PEM files of the CAs that are trusted; empty: those of the system
    QString certificateFile, keyFile; ///< ours, PEM, the certificate with its chain; no keyFile: it stands in certificateFile
    QByteArray keyPassword;           ///< secret; empty: the key is not encrypted
    QByteArray serverName;            ///< what is named to the server and looked for in its certificate; empty: the domain
    TlsVersion least = TlsVersion::Tls12, most = TlsVersion::Tls13; ///< below 1.2: for diagnosis only (R8996-1)
    QList<QByteArray> pins;            ///< SHA-256 of certificates that are trusted whoever signed them, see fingerprint()
    bool sendDespite = false;          ///< send although a check failed; shown as such
    QList<QByteArray> applications;    ///< ALPN, in order; empty: none is offered
    QString keyLogFile;                ///< NSS key log is appended here; empty: none
    bool peerNeedsCertificate = false; ///< as a server: a client without a certificate of our authorities is refused
    friend bool operator==(const TlsSettings &, const TlsSettings &) = default;
};

/// SHA-256 of a certificate as it is shown and pinned: 64 hex digits, upper case, colons between octets.
/// \param text  with or without colons, any case. \return Code::Syntax when it is none
Expected<QByteArray> fingerprint(QByteArrayView text);

} // namespace sip
