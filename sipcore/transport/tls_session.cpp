// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/tls_session.h"

#include "base/words.h"
#include "transport/certificate.h"

#include <QFile>
#include <QUrl>

#include <algorithm>
#include <openssl/err.h>
#include <openssl/ocsp.h>
#include <openssl/ssl.h>

namespace sip {
namespace {

using namespace Qt::StringLiterals;

int sessionIndex()
{
    static const int index = SSL_get_ex_new_index(0, nullptr, nullptr, nullptr, nullptr);
    return index;
}

/// Names as ALPN has them on the wire: each behind its length.
QByteArray applicationList(const QList<QByteArray> &names)
{
    QByteArray out;
    for (const QByteArray &name : names)
        if (!name.isEmpty() && name.size() <= 255)
            out.append(char(name.size())).append(name);
    return out;
}

QByteArray aLabels(const QByteArray &domain)
{
    const QByteArray plain = domain.endsWith('.') ? domain.chopped(1) : domain;
    const QByteArray ace = QUrl::toAce(QString::fromUtf8(plain));
    return ace.isEmpty() ? plain : ace;
}

/// Only names may be SNI (RFC 6066 3).
bool isName(const QByteArray &domain)
{
    return !domain.isEmpty() && !Endpoint::parse(domain);
}

QString versionText(const SSL *ssl)
{
    const QString name = QString::fromLatin1(SSL_get_version(ssl)); // "TLSv1", "TLSv1.2"
    return name == u"TLSv1"_s ? u"TLS 1.0"_s : QString(name).replace(u"TLSv"_s, u"TLS "_s);
}

QList<CertificateFacts> factsOf(STACK_OF(X509) * chain)
{
    constexpr int most = 20; // nobody reads more
    QList<CertificateFacts> out;
    for (int i = 0; chain && i < std::min(most, sk_X509_num(chain)); ++i)
        out.append(certificateFacts(sk_X509_value(chain, i)));
    return out;
}

QDateTime timeOf(const ASN1_GENERALIZEDTIME *time)
{
    tm parts{};
    if (!time || !ASN1_TIME_to_tm(time, &parts))
        return {};
    return {QDate(parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday), QTime(parts.tm_hour, parts.tm_min, parts.tm_sec),
            Qt::UTC};
}

/// What the OpenSSL error says to somebody who looks for a fault in a SIP network.
QString errorWords(unsigned long code, bool handshake)
{
    if (ERR_GET_LIB(code) == ERR_LIB_SSL) {
        switch (ERR_GET_REASON(code)) {
        case SSL_R_WRONG_VERSION_NUMBER:
        case SSL_R_HTTP_REQUEST:
        case SSL_R_HTTPS_PROXY_REQUEST:
        case SSL_R_UNEXPECTED_MESSAGE:
        case SSL_R_BAD_PROTOCOL_VERSION_NUMBER:
        case SSL_R_RECORD_LENGTH_MISMATCH:
        case SSL_R_PACKET_LENGTH_TOO_LONG:
        case SSL_R_ENCRYPTED_LENGTH_TOO_LONG:
            return handshake ? Words::tr("the peer does not speak TLS there: what came is no TLS handshake")
                             : Words::tr("what came from the peer is no TLS any more");
        case SSL_R_UNSUPPORTED_PROTOCOL:
        case SSL_R_VERSION_TOO_LOW:
        case SSL_R_VERSION_TOO_HIGH:
        case SSL_R_NO_PROTOCOLS_AVAILABLE: return Words::tr("the peer does only TLS versions that are not offered here");
        case SSL_R_NO_SHARED_CIPHER: return Words::tr("the peer offers no cipher that can be used here");
        case SSL_R_NO_CERTIFICATE_SET: return Words::tr("there is no certificate of ours to show");
        case SSL_R_PEER_DID_NOT_RETURN_A_CERTIFICATE: return Words::tr("the peer showed no certificate, and one is wanted here");
        case SSL_R_NO_RENEGOTIATION: return Words::tr("the peer wants to negotiate anew, which is not done here");
        default: break;
        }
    }
    const char *const words = ERR_reason_error_string(code);
    return Words::tr("TLS failed: %1").arg(words ? QString::fromLatin1(words) : Words::tr("the connection was cut"));
}

} // namespace

TlsSession *TlsSession::of(const ssl_st *ssl)
{
    return static_cast<TlsSession *>(SSL_get_ex_data(ssl, sessionIndex()));
}

void TlsSession::prepare(ssl_ctx_st *context)
{
    SSL_CTX_set_cert_verify_callback(
        context,
        [](X509_STORE_CTX *store, void *) {
            const auto *const ssl =
                static_cast<const SSL *>(X509_STORE_CTX_get_ex_data(store, SSL_get_ex_data_X509_STORE_CTX_idx()));
            return of(ssl)->verify(store) ? 1 : 0;
        },
        nullptr);
    SSL_CTX_set_info_callback(context, [](const SSL *ssl, int where, int value) {
        if (where & SSL_CB_ALERT)
            of(ssl)->noteAlert(value & 0xff, where & SSL_CB_READ);
    });
    SSL_CTX_set_cert_cb(
        context,
        [](SSL *ssl, void *) {
            if (!SSL_is_server(ssl)) {
                of(ssl)->m_verdict.certificateAsked = true;
                of(ssl)->m_verdict.certificateShown = SSL_get_certificate(ssl) != nullptr;
            }
            return 1;
        },
        nullptr);
    SSL_CTX_set_tlsext_status_cb(
        context, +[](SSL *ssl, void *) -> int {
            if (SSL_is_server(ssl))
                return SSL_TLSEXT_ERR_NOACK;
            return of(ssl)->readStaple() ? 1 : 0;
        });
    SSL_CTX_set_keylog_callback(context, [](const SSL *ssl, const char *line) {
        const QString &name = of(ssl)->m_context->settings().keyLogFile;
        QFile file(name);
        if (!name.isEmpty() && file.open(QIODevice::WriteOnly | QIODevice::Append))
            file.write(QByteArray(line) + '\n');
    });
    SSL_CTX_set_alpn_select_cb(
        context,
        [](SSL *ssl, const unsigned char **out, unsigned char *size, const unsigned char *offered, unsigned int length, void *) {
            const QByteArray &ours = of(ssl)->m_applications; // what is chosen is a part of it, and read after the return
            if (ours.isEmpty())
                return SSL_TLSEXT_ERR_NOACK;
            const int found = SSL_select_next_proto(const_cast<unsigned char **>(out), size,
                                                    reinterpret_cast<const unsigned char *>(ours.constData()),
                                                    unsigned(ours.size()), offered, length);
            return found == OPENSSL_NPN_NEGOTIATED ? SSL_TLSEXT_ERR_OK : SSL_TLSEXT_ERR_ALERT_FATAL;
        },
        nullptr);
}

TlsSession::TlsSession(std::shared_ptr<const TlsContext> context, const QByteArray &domain, NameRule rule)
    : m_context(std::move(context)), m_applications(applicationList(m_context->settings().applications)), m_names(rule),
      m_ssl(SSL_new(m_context->handle())), m_in(BIO_new(BIO_s_mem())), m_out(BIO_new(BIO_s_mem()))
{
    SSL_set_bio(m_ssl, m_in, m_out);
    SSL_set_ex_data(m_ssl, sessionIndex(), this);
    m_verdict.byPeer = m_context->role() == TlsContext::Role::Server;
    if (m_verdict.byPeer) {
        SSL_set_accept_state(m_ssl);
        return;
    }
    SSL_set_connect_state(m_ssl);
    const TlsSettings &settings = m_context->settings();
    //= R5922.7.3-1
    m_verdict.domain = settings.serverName.isEmpty() ? domain : settings.serverName;
    //= R8996-1
    if (isName(m_verdict.domain)) {
        m_verdict.serverName = aLabels(m_verdict.domain);
        SSL_set_tlsext_host_name(m_ssl, m_verdict.serverName.constData());
    }
    SSL_set_tlsext_status_type(m_ssl, TLSEXT_STATUSTYPE_ocsp);
    if (!m_applications.isEmpty())
        SSL_set_alpn_protos(m_ssl, reinterpret_cast<const unsigned char *>(m_applications.constData()),
                            unsigned(m_applications.size()));
}

TlsSession::~TlsSession()
{
    SSL_free(m_ssl);
}

void TlsSession::start()
{
    advance();
}

void TlsSession::feed(QByteArrayView octets)
{
    if (m_state == State::Closed || m_state == State::Failed)
        return;
    BIO_write(m_in, octets.data(), int(octets.size()));
    advance();
}

QByteArray TlsSession::takeOutput()
{
    QByteArray out(qsizetype(BIO_ctrl_pending(m_out)), Qt::Uninitialized);
    if (!out.isEmpty())
        out.truncate(std::max(0, BIO_read(m_out, out.data(), int(out.size()))));
    return out;
}

QByteArray TlsSession::takePlain()
{
    return std::exchange(m_plain, {});
}

void TlsSession::write(const QByteArray &plain)
{
    if (m_state != State::Open || plain.isEmpty())
        return;
    ERR_clear_error();
    if (SSL_write(m_ssl, plain.constData(), int(plain.size())) <= 0)
        fail();
}

void TlsSession::close()
{
    if (m_state == State::Open && !std::exchange(m_said, true))
        SSL_shutdown(m_ssl);
    ERR_clear_error();
}

void TlsSession::giveUp(const QString &problem)
{
    if (m_state != State::Handshake)
        return;
    m_state = State::Failed;
    m_problem = m_verdict.problem = problem;
}

void TlsSession::advance()
{
    constexpr int piece = 16 * 1024; // of one record
    ERR_clear_error();
    if (m_state == State::Handshake) {
        const int result = SSL_do_handshake(m_ssl);
        if (result != 1) {
            if (SSL_get_error(m_ssl, result) != SSL_ERROR_WANT_READ)
                fail();
            return;
        }
        handshakeDone();
    }
    while (m_state == State::Open) {
        const qsizetype before = m_plain.size();
        m_plain.resize(before + piece);
        const int result = SSL_read(m_ssl, m_plain.data() + before, piece);
        m_plain.resize(before + std::max(0, result));
        if (result > 0)
            continue;
        const int error = SSL_get_error(m_ssl, result);
        if (error == SSL_ERROR_ZERO_RETURN)
            m_state = State::Closed;
        else if (error != SSL_ERROR_WANT_READ)
            fail();
        break;
    }
}

void TlsSession::handshakeDone()
{
    m_state = State::Open;
    m_verdict.version = versionText(m_ssl);
    m_verdict.cipher = QString::fromLatin1(SSL_get_cipher_name(m_ssl));
    if (const char *const group = SSL_group_to_name(m_ssl, int(SSL_get_negotiated_group(m_ssl))))
        m_verdict.group = QString::fromLatin1(group);
    const unsigned char *application = nullptr;
    unsigned int size = 0;
    SSL_get0_alpn_selected(m_ssl, &application, &size);
    m_verdict.application = QByteArray(reinterpret_cast<const char *>(application), qsizetype(size));
    m_verdict.resumed = SSL_session_reused(m_ssl) != 0;
    if (m_verdict.byPeer) {
        m_verdict.serverName = SSL_get_servername(m_ssl, TLSEXT_NAMETYPE_host_name);
        if (m_verdict.checks.isEmpty())
            m_verdict.outcome = TlsVerdict::Outcome::Unchecked;
    }
    ERR_clear_error();
}

void TlsSession::fail()
{
    const bool handshake = m_state == State::Handshake;
    const unsigned long code = ERR_peek_error();
    ERR_clear_error();
    m_state = State::Failed;
    if (m_verdict.outcome == TlsVerdict::Outcome::Refused) {
        QStringList failed;
        for (const TlsCheck &check : std::as_const(m_verdict.checks))
            if (!check.passed)
                failed << check.text;
        m_problem = failed.join(u"; "_s);
    } else if (m_verdict.alert >= 0 && m_verdict.alertByPeer) {
        m_problem = Words::tr("the peer ended TLS with the alert \"%1\"").arg(m_verdict.alertText);
    } else if (m_verdict.byPeer && handshake && !m_context->hasCertificate()) {
        m_problem = Words::tr("the peer opened TLS to us, and there is no certificate of ours to show");
    } else {
        m_problem = errorWords(code, handshake);
    }
    if (handshake) {
        if (m_verdict.outcome != TlsVerdict::Outcome::Refused)
            m_verdict.outcome = TlsVerdict::Outcome::Failed;
        m_verdict.problem = m_problem;
        m_verdict.serverName =
            m_verdict.byPeer ? QByteArray(SSL_get_servername(m_ssl, TLSEXT_NAMETYPE_host_name)) : m_verdict.serverName;
    }
}

void TlsSession::noteAlert(int alert, bool byPeer)
{
    if (alert == SSL_AD_CLOSE_NOTIFY)
        return;
    m_verdict.alert = alert;
    m_verdict.alertByPeer = byPeer;
    m_verdict.alertText = alertWords(alert, byPeer);
}

/// The peer's certificate is looked at in the middle of the handshake. \return false: it ends here
//= R26.3.1-1
bool TlsSession::verify(X509_STORE_CTX *store)
{
    m_flaws.clear();
    X509_STORE_CTX_set_verify_cb(store, [](int passed, X509_STORE_CTX *ctx) {
        constexpr qsizetype most = 30;
        const auto *const ssl = static_cast<const SSL *>(X509_STORE_CTX_get_ex_data(ctx, SSL_get_ex_data_X509_STORE_CTX_idx()));
        TlsSession *const self = of(ssl);
        if (!passed && self->m_flaws.size() < most) {
            X509 *const current = X509_STORE_CTX_get_current_cert(ctx);
            self->m_flaws.append({X509_STORE_CTX_get_error(ctx), X509_STORE_CTX_get_error_depth(ctx),
                                  current ? certificateFacts(current) : CertificateFacts()});
        }
        return 1; // every flaw is to be known
    });
    X509_verify_cert(store);
    m_verdict.chain = factsOf(X509_STORE_CTX_get0_untrusted(store));
    if (m_verdict.chain.isEmpty())
        if (X509 *const own = X509_STORE_CTX_get0_cert(store))
            m_verdict.chain = {certificateFacts(own)};
    for (const ChainFlaw &flaw : std::as_const(m_flaws))
        if (flaw.error == X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY || flaw.error == X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT)
            m_verdict.missingIssuer = flaw.certificate.issuer;
    m_verdict.checks = checksOf(m_flaws, m_verdict.chain, m_verdict.missingIssuer, QDateTime::currentDateTimeUtc());
    if (!m_verdict.domain.isEmpty() && !m_verdict.chain.isEmpty())
        m_verdict.checks.append(checkName(m_verdict.chain.first(), m_verdict.domain, m_names));
    weigh();
    const bool taken = m_verdict.isUsed();
    X509_STORE_CTX_set_error(store, taken ? X509_V_OK : m_flaws.isEmpty() ? X509_V_ERR_HOSTNAME_MISMATCH : m_flaws.first().error);
    return taken;
}

/// What follows from the checks so far.
void TlsSession::weigh()
{
    using Outcome = TlsVerdict::Outcome;
    const TlsSettings &settings = m_context->settings();
    m_verdict.checks.removeIf([](const TlsCheck &check) { return check.what == TlsCheck::What::Pin; });
    const bool passed =
        std::all_of(m_verdict.checks.cbegin(), m_verdict.checks.cend(), [](const TlsCheck &check) { return check.passed; });
    const QByteArray own = m_verdict.chain.isEmpty() ? QByteArray() : m_verdict.chain.first().fingerprint;
    const bool pinned = settings.pins.contains(own);
    m_verdict.outcome = passed                 ? Outcome::Trusted
                        : pinned               ? Outcome::TrustedByPin
                        : settings.sendDespite ? Outcome::SentDespite
                                               : Outcome::Refused;
    if (settings.pins.isEmpty() || m_verdict.byPeer)
        return;
    m_verdict.checks.append(
        {TlsCheck::What::Pin, pinned,
         pinned ? Words::tr("the certificate is the one that was pinned")
                : Words::tr("the certificate is not the one that was pinned, it has changed: SHA-256 %1, pinned was %2")
                      .arg(QString::fromLatin1(own), QString::fromLatin1(settings.pins.join(" or "))),
         "R5922-1"});
}

/// \return false: the certificate was revoked, and that ends it
bool TlsSession::readStaple()
{
    const unsigned char *der = nullptr;
    const long size = SSL_get_tlsext_status_ocsp_resp(m_ssl, &der);
    if (!der || size <= 0)
        return true;
    StapledStatus &staple = m_verdict.staple;
    staple.status = Words::tr("not understood");
    OCSP_RESPONSE *const response = d2i_OCSP_RESPONSE(nullptr, &der, size);
    OCSP_BASICRESP *const basic = response ? OCSP_response_get1_basic(response) : nullptr;
    bool revoked = false;
    STACK_OF(X509) *const chain = SSL_get0_verified_chain(m_ssl);
    if (basic) {
        OCSP_CERTID *id = nullptr;
        if (chain && sk_X509_num(chain) > 1)
            id = OCSP_cert_to_id(EVP_sha1(), sk_X509_value(chain, 0), sk_X509_value(chain, 1));
        int status = V_OCSP_CERTSTATUS_UNKNOWN;
        ASN1_GENERALIZEDTIME *from = nullptr, *to = nullptr;
        if (id && OCSP_resp_find_status(basic, id, &status, nullptr, nullptr, &from, &to)) {
            staple.status = QString::fromLatin1(OCSP_cert_status_str(status));
            staple.thisUpdate = timeOf(from);
            staple.nextUpdate = timeOf(to);
            staple.verified = OCSP_basic_verify(basic, chain, SSL_CTX_get_cert_store(m_context->handle()), 0) > 0;
            revoked = status == V_OCSP_CERTSTATUS_REVOKED && staple.verified;
        } else {
            staple.status = Words::tr("of another certificate");
        }
        OCSP_CERTID_free(id);
    }
    OCSP_BASICRESP_free(basic);
    OCSP_RESPONSE_free(response);
    ERR_clear_error();
    if (!staple.verified && !revoked)
        return true;
    m_verdict.checks.append({TlsCheck::What::Staple, !revoked,
                             revoked ? Words::tr("the certificate was revoked, as the OCSP answer says that came with it")
                                     : Words::tr("the OCSP answer that came with the certificate says \"%1\"").arg(staple.status),
                             "R5922-1"});
    weigh();
    return m_verdict.isUsed();
}

bool TlsSession::isGoodFor(const QByteArray &domain) const
{
    if (domain == m_verdict.domain || !m_context->settings().serverName.isEmpty() || m_context->settings().sendDespite)
        return true;
    return m_state == State::Open && !m_verdict.chain.isEmpty() && checkName(m_verdict.chain.first(), domain, m_names).passed;
}

} // namespace sip
