// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "composer/composer_state.h"
#include "shell/secret_store.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QStringList>

namespace ui {

/// Carries secrets between the composer and the keychain, for the credentials whose box is ticked, and for no other. Where the
/// keychain fails the box is unticked and says why; what was typed stays. Another request takes nothing out of the keychain.
class KeptSecrets : public QObject {
    Q_OBJECT
public:
    /// \param store  null: there is no box
    KeptSecrets(ComposerState &state, std::unique_ptr<SecretStore> store, QObject *parent = nullptr);

    /// Ticks the credentials of these names and reads what is kept of them. What is typed meanwhile wins.
    void fetch(const QStringList &keys);
    void keep();              ///< writes what changed, takes out what the user removed or renamed
    QStringList keys() const; ///< all that are kept, those of other requests too
    bool isBusy() const { return m_running > 0; }

signals:
    void idle(); ///< nothing is under way any more

private:
    void chosen(const CredentialDraft &draft);
    void replaced(const QList<CredentialDraft> &before);
    void removeGone(const QList<CredentialDraft> &present);
    void rememberShown();
    void remove(const QString &key);
    void read(const QString &key);
    void fill(const QString &key, const QByteArray &secrets);
    void refuse(const QString &key, const QString &problem);
    void ended();

    ComposerState &m_state;
    QHash<QString, QByteArray> m_kept; ///< as the keychain has them, as far as we know; empty: not read yet
    QSet<QString> m_shown;             ///< those of m_kept that the composer had when it was looked at last
    int m_running = 0;
    std::unique_ptr<SecretStore> m_store;
};

} // namespace ui
