// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "trace/tls_facts.h"

namespace sip {

/// Who a certificate speaks for in SIP (RFC 5922 7.1).
struct SipIdentities {
    enum class Source : quint8 { None, Uri, Dns, CommonName };
    Source source = Source::None;
    QList<QByteArray> domains; ///< as the certificate has them
};
SipIdentities sipIdentities(const CertificateFacts &certificate);

/// Is the certificate one of \a domain? An IP address is looked for in the iPAddress names, which RFC 5922 does not speak of.
TlsCheck checkName(const CertificateFacts &certificate, const QByteArray &domain);

} // namespace sip
