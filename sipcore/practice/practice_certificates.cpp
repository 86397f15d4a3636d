// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/practice_certificates.h"

#include "base/places.h"
#include "practice/certificate_maker.h"
#include "transport/certificate.h"

#include <QDir>
#include <QSaveFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace diag {

namespace {

using sip::Error;
using sip::Expected;

constexpr auto OwnerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
constexpr int DaysLeft = 30; ///< a CA that ends sooner is made anew

const QList<QByteArray> &ownNames()
{
    static const QList<QByteArray> names{"DNS:localhost", "DNS:practice.invalid", "IP:127.0.0.1", "IP:::1"};
    return names;
}

/// The whole file or none of it, with its mode from the beginning.
std::optional<Error> write(const QString &name, const QByteArray &text)
{
    QSaveFile file(name);
    if (file.open(QIODevice::WriteOnly) && file.setPermissions(OwnerOnly) && file.write(text) == text.size() && file.commit())
        return {};
    return Error{Error::Code::Io, u"%1: cannot be written: %2"_s.arg(name, file.errorString())};
}

QByteArray read(const QString &name)
{
    constexpr qint64 most = 64 * 1024;
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.read(most) : QByteArray();
}

CertificateWish authority(const QByteArray &name)
{
    return {.commonName = name, .names = {}, .authority = true, .from = {}, .to = {}};
}

/// The CA that stays from one start to the next.
Expected<KeyAndCertificate> ownAuthority(const QString &folder)
{
    const QString kept = folder + u"/practice-ca-key.pem"_s;
    const QByteArray both = read(kept);
    const auto facts = sip::certificatesOf(both);
    KeyAndCertificate authorityOfOurs{both, both};
    if (!facts || facts->first().notAfter < QDateTime::currentDateTimeUtc().addDays(DaysLeft) ||
        !makeCertificate(authority("trial"), &authorityOfOurs)) {
        const auto made = makeCertificate(authority("Viatrace practice CA"), nullptr);
        if (!made)
            return made;
        authorityOfOurs = *made;
        if (auto error = write(kept, made->certificate + made->key))
            return *error;
    }
    const qsizetype end = authorityOfOurs.certificate.indexOf("-----END CERTIFICATE-----");
    const QByteArray certificate = authorityOfOurs.certificate.left(end) + "-----END CERTIFICATE-----\n";
    if (read(practiceCaFile(folder)) != certificate)
        if (auto error = write(practiceCaFile(folder), certificate))
            return *error;
    return authorityOfOurs;
}

/// What the variant shows: certificate, chain and key in one text.
Expected<QByteArray> shown(const QByteArray &variant, const KeyAndCertificate &ca)
{
    CertificateWish wish{.commonName = "Viatrace practice server", .names = ownNames(), .authority = false, .from = {}, .to = {}};
    KeyAndCertificate signer = ca;
    QByteArray chain;
    if (variant == "expired") {
        wish.from = QDateTime(QDate(2020, 1, 1), QTime(0, 0), Qt::UTC);
        wish.to = wish.from.addYears(1);
    } else if (variant == "wrong-name") {
        wish.names = {"DNS:somebody-else.invalid"};
    } else if (variant == "unknown-ca" || variant == "missing-intermediate") {
        const bool unknown = variant == "unknown-ca";
        const auto made = unknown ? makeCertificate(authority("Nobody trusts this CA"), nullptr)
                                  : makeCertificate(authority("Viatrace practice intermediate"), &ca);
        if (!made)
            return made.error();
        signer = *made;
        if (unknown)
            chain = made->certificate;
    }
    const auto own = makeCertificate(wish, &signer);
    if (!own)
        return own.error();
    return own->certificate + chain + own->key;
}

} // namespace

const QList<PracticeTls> &practiceTlsVariants()
{
    static const QList<PracticeTls> all{
        {"good", "A certificate of the practice CA for localhost, practice.invalid, 127.0.0.1 and ::1."},
        {"expired", "The same, but it ended on 2021-01-01."},
        {"wrong-name", "A certificate for somebody-else.invalid."},
        {"unknown-ca", "A certificate of a CA made for this once, sent along."},
        {"missing-intermediate", "A certificate signed by an intermediate of the practice CA, which is not sent."},
        {"client-cert", "Good, and a client without a certificate of the practice CA is refused."}};
    return all;
}

QString practiceCertificateFolder()
{
    return sip::Places::here().data() + u"/practice"_s;
}

QString practiceCaFile(const QString &folder)
{
    return folder + u"/practice-ca.pem"_s;
}

QString practiceClientFile(const QString &folder)
{
    return folder + u"/practice-client.pem"_s;
}

Expected<sip::TlsSettings> practiceTlsSettings(const QString &folder, const QByteArray &variant)
{
    QStringList known;
    for (const PracticeTls &one : practiceTlsVariants())
        known << QString::fromLatin1(one.name);
    if (!known.contains(QString::fromUtf8(variant)))
        return Error{Error::Code::Syntax,
                     u"\"%1\" is no way to do TLS; known are %2"_s.arg(QString::fromUtf8(variant), known.join(u", "_s))};
    if (!QDir().mkpath(folder))
        return Error{Error::Code::Io, u"%1: cannot be made"_s.arg(folder)};
    const auto ca = ownAuthority(folder);
    if (!ca)
        return ca.error();
    const auto own = shown(variant, *ca);
    if (!own)
        return own.error();
    sip::TlsSettings settings;
    settings.certificateFile = folder + u"/practice-server-%1.pem"_s.arg(QString::fromUtf8(variant));
    if (auto error = write(settings.certificateFile, *own))
        return *error;
    if (variant != "client-cert")
        return settings;
    settings.peerNeedsCertificate = true;
    settings.authorities = {practiceCaFile(folder)};
    const auto client = makeCertificate({.commonName = "Viatrace practice client",
                                         .names = {"URI:sip:1001@practice.invalid"},
                                         .authority = false,
                                         .from = {},
                                         .to = {}},
                                        &*ca);
    if (!client)
        return client.error();
    if (auto error = write(practiceClientFile(folder), client->certificate + client->key))
        return *error;
    return settings;
}

} // namespace diag
