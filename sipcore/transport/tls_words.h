// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "trace/tls_facts.h"

namespace sip {

/// "unknown CA: the peer does not trust who signed our certificate". \param byPeer  it sent the alert, else we did
QString alertWords(int alert, bool byPeer);

/// What failed in a chain as it is looked at, from X509_V_ERR_...
struct ChainFlaw {
    int error = 0; ///< X509_V_ERR_...
    int depth = 0; ///< in the chain as it was put together; 0: the peer's own certificate
    CertificateFacts certificate;
};
/// Chain, Dates and Use: what passed and what did not, one of each at least for chain and dates.
/// \param sent  as the peer sent it  \param now  for the sentence about the dates
QList<TlsCheck> checksOf(const QList<ChainFlaw> &flaws, const QList<CertificateFacts> &sent, const QString &missingIssuer,
                         const QDateTime &now);

} // namespace sip
