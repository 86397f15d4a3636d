// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/kept_secrets.h"

#include <algorithm>
#include <utility>

namespace ui {

KeptSecrets::KeptSecrets(ComposerState &state, std::unique_ptr<SecretStore> store, QObject *parent)
    : QObject(parent), m_state(state), m_store(std::move(store))
{
    if (!m_store)
        return;
    m_state.setKeeping(true, {});
    connect(&m_state, &ComposerState::changed, this, &KeptSecrets::look);
}

QStringList KeptSecrets::keys() const
{
    QStringList out;
    for (const CredentialDraft &draft : m_state.credentials())
        if (draft.keep && !draft.key().isEmpty() && m_kept.contains(draft.key()))
            out << draft.key();
    return out;
}

void KeptSecrets::fetch(const QStringList &keys)
{
    if (!m_store || keys.isEmpty())
        return;
    m_asked = true;
    QList<CredentialDraft> drafts = m_state.credentials();
    for (CredentialDraft &draft : drafts) {
        const QString key = draft.key();
        if (key.isEmpty() || !keys.contains(key))
            continue;
        draft.keep = true;
        m_kept.insert(key, {});
        read(key);
    }
    m_state.setCredentials(drafts);
}

void KeptSecrets::read(const QString &key)
{
    ++m_running;
    m_store->read(key, [this, key](const QByteArray &secrets, const QString &problem) {
        if (problem.isEmpty()) {
            m_state.setKeeping(true, {});
            fill(key, secrets);
        } else {
            refuse(problem);
        }
        ended();
    });
}

void KeptSecrets::fill(const QString &key, const QByteArray &secrets)
{
    if (secrets.isEmpty())
        return;
    m_kept.insert(key, secrets);
    QList<CredentialDraft> drafts = m_state.credentials();
    for (CredentialDraft &draft : drafts)
        if (draft.keep && draft.key() == key && draft.secrets().isEmpty())
            draft.setSecrets(secrets);
    m_state.setCredentials(drafts);
}

void KeptSecrets::keep()
{
    if (!m_store)
        return;
    const QList<CredentialDraft> drafts = m_state.credentials(); // refuse() changes them
    for (const CredentialDraft &draft : drafts) {
        const QString key = draft.key();
        const QByteArray secrets = draft.secrets();
        if (!draft.keep || key.isEmpty() || secrets.isEmpty() || m_kept.value(key) == secrets)
            continue;
        m_kept.insert(key, secrets);
        ++m_running;
        m_store->write(key, secrets, [this, key](const QString &problem) {
            if (!problem.isEmpty()) {
                m_kept.remove(key);
                refuse(problem);
            }
            ended();
        });
    }
}

/// A box that was ticked asks at once whether there is a keychain; one that was unticked takes out what is kept.
void KeptSecrets::look()
{
    if (std::exchange(m_looking, true))
        return;
    QSet<QString> wanted;
    const QList<CredentialDraft> drafts = m_state.credentials();
    for (const CredentialDraft &draft : drafts)
        if (draft.keep)
            wanted.insert(draft.key());
    for (const CredentialDraft &draft : drafts) {
        const QString key = draft.key();
        if (draft.keep && !m_asked) {
            m_asked = true;
            read(key);
        } else if (!draft.keep && !wanted.contains(key) && m_kept.contains(key)) {
            m_kept.remove(key);
            ++m_running;
            m_store->remove(key, [this](const QString &problem) {
                if (!problem.isEmpty())
                    m_state.setKeeping(true, problem);
                ended();
            });
        }
    }
    m_looking = false;
}

void KeptSecrets::refuse(const QString &problem)
{
    m_asked = false; // the next tick asks again
    QList<CredentialDraft> drafts = m_state.credentials();
    for (CredentialDraft &draft : drafts)
        draft.keep = false;
    m_kept.clear(); // nothing is taken out because of it
    m_state.setCredentials(drafts);
    m_state.setKeeping(true, problem);
}

void KeptSecrets::ended()
{
    if (--m_running == 0)
        emit idle();
}

} // namespace ui
