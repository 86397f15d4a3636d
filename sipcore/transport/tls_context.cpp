// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/tls_context.h"

#include "base/words.h"
#include "transport/system_authorities.h"
#include "transport/tls_session.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cstring>
#include <openssl/err.h>
#include <openssl/ssl.h>

namespace sip {
namespace {

using namespace Qt::StringLiterals;

int versionOf(TlsVersion version)
{
    constexpr int numbers[] = {TLS1_VERSION, TLS1_1_VERSION, TLS1_2_VERSION, TLS1_3_VERSION};
    return numbers[int(version)];
}

/// Why OpenSSL would not; takes what stands in its queue.
QString reason()
{
    const unsigned long code = ERR_peek_error();
    QString text = QString::fromLatin1(ERR_reason_error_string(code));
    if (ERR_SYSTEM_ERROR(code))
        text = qt_error_string(int(ERR_GET_REASON(code)));
    ERR_clear_error();
    return text.isEmpty() ? Words::tr("unknown reason") : text;
}

Error tlsError(const QString &what, const QString &file, const QString &why)
{
    return {Error::Code::Tls, Words::tr("%1 %2 cannot be used: %3").arg(what, file, why)};
}

/// Never asks on a terminal.
int password(char *buffer, int size, int, void *settings)
{
    const QByteArray &text = static_cast<const TlsSettings *>(settings)->keyPassword;
    const int length = int(std::min<qsizetype>(size, text.size()));
    std::memcpy(buffer, text.constData(), size_t(length));
    return length;
}

} // namespace

TlsContext::TlsContext(const TlsSettings &settings, Role role)
    : m_settings(settings), m_role(role), m_handle(SSL_CTX_new(role == Role::Client ? TLS_client_method() : TLS_server_method())),
      m_stamps(stamps())
{}

TlsContext::~TlsContext()
{
    SSL_CTX_free(m_handle);
}

Expected<std::shared_ptr<const TlsContext>> TlsContext::make(const TlsSettings &settings, Role role)
{
    ERR_clear_error();
    const std::shared_ptr<TlsContext> made(new TlsContext(settings, role));
    if (auto error = made->configure())
        return *error;
    return std::shared_ptr<const TlsContext>(made);
}

//= R8996-1
std::optional<Error> TlsContext::configure()
{
    if (!m_handle)
        return Error{Error::Code::Tls, Words::tr("OpenSSL cannot do TLS here: %1").arg(reason())};
    if (m_settings.least > m_settings.most)
        return Error{Error::Code::Tls, Words::tr("the oldest TLS version is newer than the newest one")};
    SSL_CTX_set_min_proto_version(m_handle, versionOf(m_settings.least));
    SSL_CTX_set_max_proto_version(m_handle, versionOf(m_settings.most));
    if (m_settings.least < TlsVersion::Tls12) { // what these versions sign with is too weak for every other level
        SSL_CTX_set_security_level(m_handle, 0);
        SSL_CTX_set_cipher_list(m_handle, "DEFAULT:@SECLEVEL=0");
    }
    SSL_CTX_set_options(m_handle, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION | SSL_OP_IGNORE_UNEXPECTED_EOF);
    SSL_CTX_set_mode(m_handle, SSL_MODE_RELEASE_BUFFERS); // idle connections hold little
    X509_VERIFY_PARAM_set_flags(SSL_CTX_get0_param(m_handle), X509_V_FLAG_PARTIAL_CHAIN);
    //= R26.3.1-1
    const bool verifies = m_role == Role::Client || m_settings.peerNeedsCertificate;
    SSL_CTX_set_verify(m_handle, verifies ? SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT : SSL_VERIFY_NONE, nullptr);
    TlsSession::prepare(m_handle);
    if (verifies)
        if (auto error = addAuthorities())
            return error;
    //= R26-1
    if (hasCertificate())
        if (auto error = addCertificate())
            return error;
    return openKeyLog();
}

/// Names of files are UTF-8 for OpenSSL on every system.
std::optional<Error> TlsContext::addAuthorities()
{
    if (m_settings.authorities.isEmpty())
        trustSystemAuthorities(m_handle);
    for (const QString &file : m_settings.authorities) {
        if (!SSL_CTX_load_verify_file(m_handle, file.toUtf8().constData()))
            return tlsError(Words::tr("the file of trusted CAs"), file, reason());
        if (m_role == Role::Server)
            SSL_CTX_set_client_CA_list(m_handle, SSL_load_client_CA_file(file.toUtf8().constData()));
    }
    return {};
}

std::optional<Error> TlsContext::addCertificate()
{
    const QString &certificate = m_settings.certificateFile;
    const QString &key = m_settings.keyFile.isEmpty() ? certificate : m_settings.keyFile;
    SSL_CTX_set_default_passwd_cb(m_handle, password);
    SSL_CTX_set_default_passwd_cb_userdata(m_handle, const_cast<TlsSettings *>(&m_settings));
    if (SSL_CTX_use_certificate_chain_file(m_handle, certificate.toUtf8().constData()) != 1)
        return tlsError(Words::tr("the certificate"), certificate, reason());
    if (SSL_CTX_use_PrivateKey_file(m_handle, key.toUtf8().constData(), SSL_FILETYPE_PEM) != 1)
        return tlsError(Words::tr("the key"), key, reason());
    if (SSL_CTX_check_private_key(m_handle) != 1)
        return tlsError(Words::tr("the key"), key, Words::tr("it does not belong to the certificate in %1").arg(certificate));
    return {};
}

/// Keys are for one pair of eyes: the file is there with its mode before the first line is in it.
std::optional<Error> TlsContext::openKeyLog() const
{
    if (m_settings.keyLogFile.isEmpty())
        return {};
    constexpr auto owner = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
    QFile file(m_settings.keyLogFile);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Append, owner) || !file.setPermissions(owner))
        return tlsError(Words::tr("the key log"), m_settings.keyLogFile, file.errorString());
    return {};
}

QList<QDateTime> TlsContext::stamps() const
{
    QList<QDateTime> out;
    QStringList files = m_settings.authorities;
    files << m_settings.certificateFile << m_settings.keyFile;
    for (const QString &file : std::as_const(files))
        if (!file.isEmpty())
            out.append(QFileInfo(file).lastModified());
    return out;
}

bool TlsContext::isFresh() const
{
    return stamps() == m_stamps && (m_settings.keyLogFile.isEmpty() || QFileInfo::exists(m_settings.keyLogFile));
}

Expected<std::shared_ptr<const TlsContext>> TlsContexts::of(const TlsSettings &settings, TlsContext::Role role)
{
    const auto found = std::find_if(m_made.begin(), m_made.end(), [&](const std::shared_ptr<const TlsContext> &one) {
        return one->role() == role && one->settings() == settings;
    });
    if (found != m_made.end()) {
        if ((*found)->isFresh())
            return *found;
        m_made.erase(found);
    }
    auto made = TlsContext::make(settings, role);
    if (!made)
        return made;
    if (m_made.size() >= Most)
        m_made.erase(m_made.begin());
    m_made.push_back(*made);
    return made;
}

} // namespace sip
