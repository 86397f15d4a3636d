// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/system_authorities.h"

#include <QDir>
#include <QFileInfo>

#ifdef Q_OS_WIN
// Before OpenSSL, which takes back the names that wincrypt.h gives to numbers.
#include <windows.h>

#include <wincrypt.h>
#endif

#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>

namespace sip {

#ifdef Q_OS_WIN

void trustSystemAuthorities(ssl_ctx_st *context)
{
    const HCERTSTORE system = CertOpenSystemStoreW(0, L"ROOT");
    if (!system)
        return;
    X509_STORE *const trusted = SSL_CTX_get_cert_store(context);
    for (PCCERT_CONTEXT one = CertEnumCertificatesInStore(system, nullptr); one; one = CertEnumCertificatesInStore(system, one)) {
        const unsigned char *bytes = one->pbCertEncoded;
        if (X509 *const certificate = d2i_X509(nullptr, &bytes, long(one->cbCertEncoded))) {
            X509_STORE_add_cert(trusted, certificate);
            X509_free(certificate);
        }
    }
    CertCloseStore(system, 0);
    if (const QString own = qEnvironmentVariable(X509_get_default_cert_file_env()); !own.isEmpty())
        SSL_CTX_load_verify_file(context, own.toUtf8().constData());
    ERR_clear_error(); // of what OpenSSL cannot read or has already
}

#else

namespace {

// OpenSSL of Debian, which a bundle carries, looks in Debian's places only. Debian, Fedora, openSUSE, Alpine.
constexpr const char *files[] = {"/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt",
                                 "/etc/ssl/ca-bundle.pem", "/etc/ssl/cert.pem"};

bool hasOwnPlaces()
{
    return QFileInfo::exists(QString::fromLocal8Bit(X509_get_default_cert_file())) ||
           !QDir(QString::fromLocal8Bit(X509_get_default_cert_dir())).isEmpty(QDir::Files) ||
           qEnvironmentVariableIsSet(X509_get_default_cert_file_env()) ||
           qEnvironmentVariableIsSet(X509_get_default_cert_dir_env());
}

} // namespace

void trustSystemAuthorities(ssl_ctx_st *context)
{
    SSL_CTX_set_default_verify_paths(context);
    if (!hasOwnPlaces())
        for (const char *file : files)
            if (SSL_CTX_load_verify_file(context, file))
                break;
    ERR_clear_error();
}

#endif

} // namespace sip
