// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/tls_words.h"

#include "base/words.h"

#include <openssl/ssl.h>
#include <openssl/x509_vfy.h>

namespace sip {
namespace {

using namespace Qt::StringLiterals;

QString day(const QDateTime &time)
{
    return time.toString(u"yyyy-MM-dd hh:mm:ss 'UTC'"_s);
}

QString whose(int depth, const CertificateFacts &certificate)
{
    return depth == 0 ? Words::tr("the certificate") : Words::tr("the certificate of %1").arg(certificate.subject);
}

/// What an alert means between two SIP parties, where its name does not say it.
QString meaning(int alert, bool byPeer)
{
    switch (alert) {
    case SSL_AD_HANDSHAKE_FAILURE:
        return Words::tr("the two sides have no way of doing TLS in common, or a certificate is missing");
    case SSL_AD_PROTOCOL_VERSION:
        return byPeer ? Words::tr("the peer does not do the TLS versions that were offered")
                      : Words::tr("the peer offers no version we do");
    case SSL_AD_UNKNOWN_CA:
        return byPeer ? Words::tr("the peer does not trust who signed our certificate")
                      : Words::tr("we do not trust who signed the certificate");
    case SSL_AD_BAD_CERTIFICATE:
    case SSL_AD_CERTIFICATE_UNKNOWN:
        return byPeer ? Words::tr("the peer does not take our certificate") : Words::tr("we do not take the certificate");
    case SSL_AD_CERTIFICATE_EXPIRED:
        return byPeer ? Words::tr("our certificate has expired") : Words::tr("the certificate has expired");
    case 116 /* certificate_required, TLS 1.3 */:
        return byPeer ? Words::tr("the peer wants a certificate of ours, and got none")
                      : Words::tr("no certificate was shown to us");
    case SSL_AD_UNRECOGNIZED_NAME: return Words::tr("no certificate is there for the server name that was asked for");
    case SSL_AD_NO_APPLICATION_PROTOCOL: return Words::tr("none of the protocols offered by ALPN is spoken");
    case SSL_AD_INSUFFICIENT_SECURITY: return Words::tr("what was offered is too weak");
    case SSL_AD_INTERNAL_ERROR: return byPeer ? Words::tr("the peer has a problem of its own") : QString();
    default: return {};
    }
}

bool isDate(int error)
{
    return error == X509_V_ERR_CERT_HAS_EXPIRED || error == X509_V_ERR_CERT_NOT_YET_VALID;
}

bool isUse(int error)
{
    return error == X509_V_ERR_INVALID_PURPOSE || error == X509_V_ERR_CERT_UNTRUSTED || error == X509_V_ERR_CERT_REJECTED;
}

QString chainWords(const ChainFlaw &flaw, const QList<CertificateFacts> &sent, const QString &missingIssuer)
{
    switch (flaw.error) {
    case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT: return Words::tr("the certificate is signed by itself, and is not trusted here");
    case X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN: return Words::tr("the CA %1 is not trusted here").arg(flaw.certificate.subject);
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    case X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE:
        return sent.size() <= 1 ? Words::tr("the issuer %1 was not sent and is not trusted here: either the peer leaves out an "
                                            "intermediate certificate, or this is a CA that has to be trusted")
                                      .arg(missingIssuer)
                                : Words::tr("the chain ends at %1: its issuer %2 was not sent and is not trusted here")
                                      .arg(sent.last().subject, missingIssuer);
    case X509_V_ERR_CERT_SIGNATURE_FAILURE: return Words::tr("the signature of %1 is wrong").arg(flaw.certificate.subject);
    case X509_V_ERR_EE_KEY_TOO_SMALL:
    case X509_V_ERR_CA_KEY_TOO_SMALL:
        return Words::tr("the key of %1 is too short: %2").arg(flaw.certificate.subject, flaw.certificate.key);
    case X509_V_ERR_CA_MD_TOO_WEAK:
        return Words::tr("the signature of %1 is too weak: %2").arg(flaw.certificate.subject, flaw.certificate.signature);
    default:
        return u"%1: %2"_s.arg(whose(flaw.depth, flaw.certificate),
                               QString::fromLatin1(X509_verify_cert_error_string(flaw.error)));
    }
}

QString dateWords(const ChainFlaw &flaw, const QDateTime &now)
{
    const QString who = whose(flaw.depth, flaw.certificate);
    if (flaw.error == X509_V_ERR_CERT_HAS_EXPIRED)
        return Words::tr("%1 ended on %2, and it is %3").arg(who, day(flaw.certificate.notAfter), day(now));
    return Words::tr("%1 begins on %2, and it is %3 (is the clock of this machine right?)")
        .arg(who, day(flaw.certificate.notBefore), day(now));
}

} // namespace

QString alertWords(int alert, bool byPeer)
{
    const QString name = alert == 116 ? u"certificate required"_s : QString::fromLatin1(SSL_alert_desc_string_long(alert));
    const QString more = meaning(alert, byPeer);
    return more.isEmpty() ? name : name + u": "_s + more;
}

QList<TlsCheck> checksOf(const QList<ChainFlaw> &flaws, const QList<CertificateFacts> &sent, const QString &missingIssuer,
                         const QDateTime &now)
{
    using What = TlsCheck::What;
    QList<TlsCheck> out;
    for (const ChainFlaw &flaw : flaws) {
        const bool issuer = flaw.error == X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE; // said already, by the one before it
        if (isDate(flaw.error))
            out.append({What::Dates, false, dateWords(flaw, now), "R26.3.1-1"});
        else if (isUse(flaw.error))
            out.append(
                {What::Use, false,
                 Words::tr("%1 is not made for this use (%2)")
                     .arg(whose(flaw.depth, flaw.certificate), QString::fromLatin1(X509_verify_cert_error_string(flaw.error))),
                 "R26.3.1-1"});
        else if (!issuer || out.isEmpty())
            out.append({What::Chain, false, chainWords(flaw, sent, missingIssuer), "R26.3.1-1"});
    }
    const auto failed = [&out](What what) {
        return std::any_of(out.cbegin(), out.cend(), [what](const TlsCheck &one) { return one.what == what; });
    };
    if (!failed(What::Chain))
        out.append({What::Chain, true, Words::tr("the chain leads to a CA that is trusted here"), "R26.3.1-1"});
    if (!failed(What::Dates) && !sent.isEmpty())
        out.append(
            {What::Dates, true, Words::tr("the certificate is good until %1").arg(day(sent.first().notAfter)), "R26.3.1-1"});
    return out;
}

} // namespace sip
