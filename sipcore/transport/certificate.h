// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/expected.h"
#include "trace/tls_facts.h"

struct x509_st;

namespace sip {

CertificateFacts certificateFacts(x509_st *certificate);
/// The certificates of a PEM text, in its order. \return Code::Syntax when there is none, or one cannot be read
Expected<QList<CertificateFacts>> certificatesOf(const QByteArray &pem);

} // namespace sip
