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

/// By whose rules names are compared.
enum class NameRule : quint8 {
    Sip,  ///< RFC 5922 7
    Https ///< RFC 9110 4.3.4: the DNS names alone, and a * stands for one label; for WSS
};

/// Is the certificate one of \a domain? An IP address is looked for in the iPAddress names, which RFC 5922 does not speak of.
TlsCheck checkName(const CertificateFacts &certificate, const QByteArray &domain, NameRule rule = NameRule::Sip);

} // namespace sip
