// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/expected.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>

namespace diag {

/// A certificate with its key, both PEM.
struct KeyAndCertificate {
    QByteArray certificate, key;
};

struct CertificateWish {
    QByteArray commonName;
    QList<QByteArray> names; ///< alternative names as "DNS:example.com", "URI:sip:example.com", "IP:127.0.0.1"
    bool authority = false;  ///< may sign others
    QDateTime from, to;      ///< not given: from yesterday on, for ten years
};

/// A certificate with a new key (EC, P-256). \param issuer  nullptr: signed by itself
/// \return Code::Tls when OpenSSL would not, e.g. for a name it does not understand
sip::Expected<KeyAndCertificate> makeCertificate(const CertificateWish &wish, const KeyAndCertificate *issuer);

} // namespace diag
