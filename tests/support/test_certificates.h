// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/tls_settings.h"
#include "practice/certificate_maker.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

/// A CA with an intermediate, and certificates signed by them, made when the test begins; files in a folder that goes with it.
class TestCertificates {
public:
    TestCertificates()
    {
        root = make({.commonName = "Test root", .names = {}, .authority = true, .from = {}, .to = {}}, nullptr);
        middle = make({.commonName = "Test intermediate", .names = {}, .authority = true, .from = {}, .to = {}}, &root);
        other = make({.commonName = "Other root", .names = {}, .authority = true, .from = {}, .to = {}}, nullptr);
        ca = file(QStringLiteral("ca.pem"), root.certificate);
    }

    static diag::KeyAndCertificate make(const diag::CertificateWish &wish, const diag::KeyAndCertificate *issuer)
    {
        const auto made = diag::makeCertificate(wish, issuer);
        if (!made)
            qFatal("%s", qPrintable(made.error().detail));
        return *made;
    }
    /// \return its path
    QString file(const QString &name, const QByteArray &text) const
    {
        QFile out(m_folder.filePath(name));
        if (!out.open(QIODevice::WriteOnly) || out.write(text) != text.size())
            qFatal("%s", qPrintable(out.errorString()));
        return out.fileName();
    }
    QString path(const QString &name) const { return m_folder.filePath(name); }

    /// Who shows this certificate, with what stands behind it in the chain.
    sip::TlsSettings shown(const diag::KeyAndCertificate &own, const QByteArray &chain = {}) const
    {
        sip::TlsSettings settings;
        settings.certificateFile = file(QStringLiteral("own%1.pem").arg(++m_count), own.certificate + chain + own.key);
        return settings;
    }
    sip::TlsSettings named(const QList<QByteArray> &names) const { return shown(of(names)); }
    /// Signed by the root.
    diag::KeyAndCertificate of(const QList<QByteArray> &names, const QByteArray &commonName = "somebody") const
    {
        return make({.commonName = commonName, .names = names, .authority = false, .from = {}, .to = {}}, &root);
    }
    /// Who trusts the root.
    sip::TlsSettings trusting() const
    {
        sip::TlsSettings settings;
        settings.authorities = {ca};
        return settings;
    }

    diag::KeyAndCertificate root, middle, other;
    QString ca;

private:
    QTemporaryDir m_folder;
    mutable int m_count = 0;
};
