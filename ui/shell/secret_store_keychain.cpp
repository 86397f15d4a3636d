// SPDX-License-Identifier: GPL-3.0-or-later
// By QtKeychain: the Secret Service or KWallet on Linux, the Keychain on macOS.
#include "shell/secret_store.h"

#include <QCoreApplication>

#include <qt6keychain/keychain.h>

namespace ui {

namespace {

using namespace QKeychain;

const QString service = QStringLiteral("Viatrace");

/// What to do about it; what the library says comes last, in its own words.
QString problemOf(const Job &job)
{
    QString advice;
    switch (job.error()) {
    case NoError:
    case EntryNotFound: return {};
    case NoBackendAvailable:
        advice = QCoreApplication::translate(
            "ui::KeptSecrets", "none runs here. Start one, such as GNOME Keyring or KWallet, and tick the box again.");
        break;
    case AccessDeniedByUser:
        advice = QCoreApplication::translate("ui::KeptSecrets", "access was refused. Tick the box again and allow it.");
        break;
    case AccessDenied:
        advice = QCoreApplication::translate("ui::KeptSecrets", "it gives no access. Unlock it and tick the box again.");
        break;
    default:
        advice = QCoreApplication::translate("ui::KeptSecrets",
                                             "it cannot be used. See that it runs and is unlocked, and tick the box again.");
    }
    const QString detail = job.errorString().trimmed();
    return detail.isEmpty() ? advice : QStringLiteral("%1 (%2)").arg(advice, detail);
}

class Keychain final : public SecretStore {
public:
    void read(const QString &key, Found found) override
    {
        start(new ReadPasswordJob(service), key, [found = std::move(found)](Job *job) {
            found(static_cast<ReadPasswordJob *>(job)->binaryData(), problemOf(*job));
        });
    }
    void write(const QString &key, const QByteArray &secret, Done done) override
    {
        auto *job = new WritePasswordJob(service);
        job->setBinaryData(secret);
        start(job, key, [done = std::move(done)](Job *finished) { done(problemOf(*finished)); });
    }
    void remove(const QString &key, Done done) override
    {
        start(new DeletePasswordJob(service), key, [done = std::move(done)](Job *job) { done(problemOf(*job)); });
    }

private:
    void start(Job *job, const QString &key, std::function<void(Job *)> finished)
    {
        job->setKey(key);
        QObject::connect(job, &Job::finished, &m_context, std::move(finished));
        job->start();
    }
    QObject m_context; ///< ends with the store, and what is still to be heard with it
};

} // namespace

std::unique_ptr<SecretStore> systemSecretStore()
{
    return std::make_unique<Keychain>();
}

} // namespace ui
