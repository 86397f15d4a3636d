// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/certificate.h"

#include "base/words.h"

#include <QHostAddress>

#include <memory>
#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

namespace sip {
namespace {

template<auto Free> struct Freer {
    template<class T> void operator()(T *object) const { Free(object); }
};
using BioPtr = std::unique_ptr<BIO, Freer<BIO_free>>;
using X509Ptr = std::unique_ptr<X509, Freer<X509_free>>;

QString nameText(X509_NAME *name)
{
    const BioPtr out(BIO_new(BIO_s_mem()));
    X509_NAME_print_ex(out.get(), name, 0, (XN_FLAG_ONELINE | ASN1_STRFLGS_ESC_CTRL) & ~ASN1_STRFLGS_ESC_MSB & ~XN_FLAG_SPC_EQ);
    char *text = nullptr;
    const long size = BIO_get_mem_data(out.get(), &text);
    return QString::fromUtf8(text, size);
}

QByteArray utf8(const ASN1_STRING *text)
{
    unsigned char *out = nullptr;
    const int size = ASN1_STRING_to_UTF8(&out, text);
    if (size < 0)
        return {};
    const QByteArray copy(reinterpret_cast<const char *>(out), size);
    OPENSSL_free(out);
    return copy;
}

QByteArray octets(const ASN1_STRING *text)
{
    return {reinterpret_cast<const char *>(ASN1_STRING_get0_data(text)), ASN1_STRING_length(text)};
}

QByteArray commonName(X509_NAME *name)
{
    int last = -1;
    for (int i = X509_NAME_get_index_by_NID(name, NID_commonName, -1); i >= 0;
         i = X509_NAME_get_index_by_NID(name, NID_commonName, i))
        last = i;
    return last < 0 ? QByteArray() : utf8(X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, last)));
}

QDateTime timeOf(const ASN1_TIME *time)
{
    tm parts{};
    if (!time || !ASN1_TIME_to_tm(time, &parts))
        return {};
    return {QDate(parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday), QTime(parts.tm_hour, parts.tm_min, parts.tm_sec),
            Qt::UTC};
}

QString keyText(X509 *certificate)
{
    EVP_PKEY *const key = X509_get0_pubkey(certificate);
    if (!key)
        return Words::tr("not understood");
    QString name = QString::fromLatin1(OBJ_nid2sn(EVP_PKEY_get_base_id(key)));
    if (EVP_PKEY_get_base_id(key) == EVP_PKEY_EC) {
        char group[80] = "";
        size_t size = 0;
        EVP_PKEY_get_group_name(key, group, sizeof group, &size);
        name = QStringLiteral("EC ") + QString::fromLatin1(group, qsizetype(size));
    } else if (EVP_PKEY_get_base_id(key) == EVP_PKEY_RSA) {
        name = QStringLiteral("RSA");
    }
    return Words::tr("%1 %2 bits").arg(name).arg(EVP_PKEY_get_bits(key));
}

void addAlternativeNames(X509 *certificate, CertificateFacts &facts)
{
    auto *const names = static_cast<GENERAL_NAMES *>(X509_get_ext_d2i(certificate, NID_subject_alt_name, nullptr, nullptr));
    if (!names)
        return;
    facts.hasAlternativeNames = true;
    for (int i = 0; i < sk_GENERAL_NAME_num(names); ++i) {
        const GENERAL_NAME *const name = sk_GENERAL_NAME_value(names, i);
        if (name->type == GEN_URI) {
            facts.uris.append(octets(name->d.uniformResourceIdentifier));
        } else if (name->type == GEN_DNS) {
            facts.dnsNames.append(octets(name->d.dNSName));
        } else if (name->type == GEN_IPADD) {
            const QByteArray address = octets(name->d.iPAddress);
            const auto *const bytes = reinterpret_cast<const quint8 *>(address.constData());
            if (address.size() == 4)
                facts.addresses.append(
                    QHostAddress(quint32(bytes[0]) << 24 | bytes[1] << 16 | bytes[2] << 8 | bytes[3]).toString().toLatin1());
            else if (address.size() == 16)
                facts.addresses.append(QHostAddress(bytes).toString().toLatin1());
        }
    }
    GENERAL_NAMES_free(names);
}

} // namespace

CertificateFacts certificateFacts(X509 *certificate)
{
    CertificateFacts facts;
    facts.subject = nameText(X509_get_subject_name(certificate));
    facts.issuer = nameText(X509_get_issuer_name(certificate));
    facts.commonName = commonName(X509_get_subject_name(certificate));
    addAlternativeNames(certificate, facts);
    facts.notBefore = timeOf(X509_get0_notBefore(certificate));
    facts.notAfter = timeOf(X509_get0_notAfter(certificate));
    facts.key = keyText(certificate);
    facts.signature = QString::fromLatin1(OBJ_nid2ln(X509_get_signature_nid(certificate)));
    facts.isAuthority = X509_check_ca(certificate) != 0;
    facts.selfIssued = X509_NAME_cmp(X509_get_subject_name(certificate), X509_get_issuer_name(certificate)) == 0;
    facts.serial = octets(X509_get0_serialNumber(certificate)).toHex();
    unsigned char *der = nullptr;
    if (const int size = i2d_X509(certificate, &der); size > 0) {
        facts.der = QByteArray(reinterpret_cast<const char *>(der), size);
        OPENSSL_free(der);
    }
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned int size = 0;
    if (X509_digest(certificate, EVP_sha256(), digest, &size))
        facts.fingerprint = QByteArray(reinterpret_cast<const char *>(digest), qsizetype(size)).toHex(':').toUpper();
    ERR_clear_error();
    return facts;
}

Expected<QList<CertificateFacts>> certificatesOf(const QByteArray &pem)
{
    QList<CertificateFacts> out;
    const BioPtr in(BIO_new_mem_buf(pem.constData(), int(pem.size())));
    while (const X509Ptr one{PEM_read_bio_X509(in.get(), nullptr, nullptr, nullptr)})
        out.append(certificateFacts(one.get()));
    const bool atEnd = ERR_GET_REASON(ERR_peek_last_error()) == PEM_R_NO_START_LINE;
    ERR_clear_error();
    if (out.isEmpty() || !atEnd)
        return Error{Error::Code::Syntax, out.isEmpty() ? Words::tr("there is no certificate in it (PEM)")
                                                        : Words::tr("a certificate in it cannot be read")};
    return out;
}

} // namespace sip
