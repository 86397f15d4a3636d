// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/certificate_maker.h"

#include <memory>
#include <openssl/bio.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

namespace diag {

namespace {

template<auto Free> struct Freer {
    template<class T> void operator()(T *object) const { Free(object); }
};
using BioPtr = std::unique_ptr<BIO, Freer<BIO_free>>;
using KeyPtr = std::unique_ptr<EVP_PKEY, Freer<EVP_PKEY_free>>;
using X509Ptr = std::unique_ptr<X509, Freer<X509_free>>;
using ExtensionPtr = std::unique_ptr<X509_EXTENSION, Freer<X509_EXTENSION_free>>;

QByteArray taken(const BioPtr &bio)
{
    char *text = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &text);
    return {text, size};
}

sip::Error failure(const QString &what)
{
    const char *const reason = ERR_reason_error_string(ERR_peek_error());
    ERR_clear_error();
    return {sip::Error::Code::Tls,
            QStringLiteral("%1: %2").arg(what, QString::fromLatin1(reason ? reason : "OpenSSL would not"))};
}

X509Ptr readCertificate(const QByteArray &pem)
{
    const BioPtr in(BIO_new_mem_buf(pem.constData(), int(pem.size())));
    return X509Ptr(PEM_read_bio_X509(in.get(), nullptr, nullptr, nullptr));
}

KeyPtr readKey(const QByteArray &pem)
{
    const BioPtr in(BIO_new_mem_buf(pem.constData(), int(pem.size())));
    return KeyPtr(PEM_read_bio_PrivateKey(in.get(), nullptr, nullptr, nullptr));
}

bool addExtension(X509 *certificate, X509 *issuer, int kind, const QByteArray &value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const ExtensionPtr extension(X509V3_EXT_conf_nid(nullptr, &context, kind, value.constData()));
    return extension && X509_add_ext(certificate, extension.get(), -1);
}

bool addExtensions(X509 *certificate, X509 *issuer, const CertificateWish &wish)
{
    return addExtension(certificate, issuer, NID_basic_constraints, wish.authority ? "critical,CA:TRUE" : "critical,CA:FALSE") &&
           addExtension(certificate, issuer, NID_key_usage,
                        wish.authority ? "critical,keyCertSign,cRLSign" : "critical,digitalSignature") &&
           (wish.authority || addExtension(certificate, issuer, NID_ext_key_usage, "serverAuth,clientAuth")) &&
           addExtension(certificate, issuer, NID_subject_key_identifier, "hash") &&
           addExtension(certificate, issuer, NID_authority_key_identifier, "keyid") &&
           (wish.names.isEmpty() || addExtension(certificate, issuer, NID_subject_alt_name, wish.names.join(',')));
}

bool setSerial(X509 *certificate)
{
    quint64 number = 0;
    return RAND_bytes(reinterpret_cast<unsigned char *>(&number), sizeof number) == 1 &&
           ASN1_INTEGER_set_uint64(X509_get_serialNumber(certificate), number >> 1);
}

} // namespace

sip::Expected<KeyAndCertificate> makeCertificate(const CertificateWish &wish, const KeyAndCertificate *issuer)
{
    const KeyPtr key(EVP_EC_gen("P-256"));
    const X509Ptr made(X509_new());
    if (!key || !made)
        return failure(QStringLiteral("no key could be made"));
    const X509Ptr issuerCertificate = issuer ? readCertificate(issuer->certificate) : nullptr;
    const KeyPtr issuerKey = issuer ? readKey(issuer->key) : nullptr;
    if (issuer && (!issuerCertificate || !issuerKey))
        return failure(QStringLiteral("the certificate or the key to sign with cannot be read"));
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QDateTime from = wish.from.isValid() ? wish.from : now.addDays(-1);
    const QDateTime to = wish.to.isValid() ? wish.to : now.addYears(10);
    X509_set_version(made.get(), X509_VERSION_3);
    X509_set_pubkey(made.get(), key.get());
    X509_NAME_add_entry_by_txt(X509_get_subject_name(made.get()), "CN", MBSTRING_UTF8,
                               reinterpret_cast<const unsigned char *>(wish.commonName.constData()), int(wish.commonName.size()),
                               -1, 0);
    X509 *const signer = issuerCertificate ? issuerCertificate.get() : made.get();
    const bool ready = setSerial(made.get()) && X509_set_issuer_name(made.get(), X509_get_subject_name(signer)) &&
                       ASN1_TIME_set(X509_getm_notBefore(made.get()), from.toSecsSinceEpoch()) &&
                       ASN1_TIME_set(X509_getm_notAfter(made.get()), to.toSecsSinceEpoch()) &&
                       addExtensions(made.get(), signer, wish) &&
                       X509_sign(made.get(), issuerKey ? issuerKey.get() : key.get(), EVP_sha256());
    if (!ready)
        return failure(QStringLiteral("no certificate for %1 could be made").arg(QString::fromUtf8(wish.commonName)));
    const BioPtr certificateOut(BIO_new(BIO_s_mem())), keyOut(BIO_new(BIO_s_mem()));
    if (!PEM_write_bio_X509(certificateOut.get(), made.get()) ||
        !PEM_write_bio_PrivateKey(keyOut.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr))
        return failure(QStringLiteral("the certificate could not be written"));
    return KeyAndCertificate{taken(certificateOut), taken(keyOut)};
}

} // namespace diag
