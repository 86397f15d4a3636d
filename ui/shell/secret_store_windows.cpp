// SPDX-License-Identifier: GPL-3.0-or-later
// By the Credential Manager of Windows: generic credentials named "Viatrace:<key>", of this user on this computer.
#include "shell/secret_store.h"

#include <QCoreApplication>

// In this order.
#include <windows.h>

#include <wincred.h>

namespace ui {

namespace {

constexpr qsizetype mostOctets = 5 * 512; ///< since Windows Vista; older headers know the limit of before

std::wstring target(const QString &key)
{
    return (QStringLiteral("Viatrace:") + key).toStdWString();
}

/// Of the last call that failed; none when there simply is no such credential.
QString problemOfLast()
{
    const DWORD error = GetLastError();
    return error == ERROR_NOT_FOUND ? QString() : qt_error_string(int(error));
}

class CredentialManager final : public SecretStore {
public:
    void read(const QString &key, Found found) override
    {
        QByteArray secret;
        QString problem;
        CREDENTIALW *credential = nullptr;
        if (CredReadW(target(key).c_str(), CRED_TYPE_GENERIC, 0, &credential)) {
            secret =
                QByteArray(reinterpret_cast<const char *>(credential->CredentialBlob), qsizetype(credential->CredentialBlobSize));
            SecureZeroMemory(credential->CredentialBlob, credential->CredentialBlobSize);
            CredFree(credential);
        } else {
            problem = problemOfLast();
        }
        later([found = std::move(found), secret, problem] { found(secret, problem); });
    }
    void write(const QString &key, const QByteArray &secret, Done done) override
    {
        QString problem;
        if (secret.size() > mostOctets) {
            problem = QCoreApplication::translate("ui::KeptSecrets", "a secret has %1 octets at most there").arg(mostOctets);
        } else {
            std::wstring name = target(key), user = key.toStdWString();
            QByteArray blob = secret;
            CREDENTIALW credential{};
            credential.Type = CRED_TYPE_GENERIC;
            credential.TargetName = name.data();
            credential.UserName = user.data();
            credential.CredentialBlob = reinterpret_cast<BYTE *>(blob.data());
            credential.CredentialBlobSize = DWORD(blob.size());
            credential.Persist = CRED_PERSIST_LOCAL_MACHINE;
            if (!CredWriteW(&credential, 0))
                problem = qt_error_string(int(GetLastError()));
            SecureZeroMemory(blob.data(), size_t(blob.size()));
        }
        later([done = std::move(done), problem] { done(problem); });
    }
    void remove(const QString &key, Done done) override
    {
        const QString problem = CredDeleteW(target(key).c_str(), CRED_TYPE_GENERIC, 0) ? QString() : problemOfLast();
        later([done = std::move(done), problem] { done(problem); });
    }

private:
    template<class Call> void later(Call call) { QMetaObject::invokeMethod(&m_context, std::move(call), Qt::QueuedConnection); }
    QObject m_context; ///< ends with the store, and what is still to be heard with it
};

} // namespace

std::unique_ptr<SecretStore> systemSecretStore()
{
    return std::make_unique<CredentialManager>();
}

} // namespace ui
