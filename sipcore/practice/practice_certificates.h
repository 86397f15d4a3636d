// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/expected.h"
#include "base/tls_settings.h"

#include <QList>

namespace diag {

/// One way the practice server can do TLS. Like practiceBehaviours(): the list is the documentation.
struct PracticeTls {
    const char *name;
    const char *summary; ///< one sentence
};
const QList<PracticeTls> &practiceTlsVariants();

/// Where the certificates of the practice server are kept: the data folder of the program.
QString practiceCertificateFolder();
QString practiceCaFile(const QString &folder);     ///< the CA a client is to trust
QString practiceClientFile(const QString &folder); ///< a certificate with key for "client-cert"

/// As what the server does TLS. The CA is made when there is none yet, or when it ends soon, and stays; keys have mode 0600.
/// \param variant  of practiceTlsVariants()
/// \return Code::Syntax for an unknown variant (names the known ones), Code::Io, Code::Tls
sip::Expected<sip::TlsSettings> practiceTlsSettings(const QString &folder, const QByteArray &variant);

} // namespace diag
