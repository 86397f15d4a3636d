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
    connect(&m_state, &ComposerState::keepChosen, this, &KeptSecrets::chosen);
    connect(&m_state, &ComposerState::credentialsReplaced, this, &KeptSecrets::replaced);
}

QStringList KeptSecrets::keys() const
{
    QStringList out = m_kept.keys();
    out.sort();
    return out;
}

void KeptSecrets::fetch(const QStringList &keys)
{
    if (!m_store)
        return;
    for (const QString &key : keys)
        m_kept.insert(key, {});
    replaced(m_state.credentials());
}

/// Ticks what is kept of the credentials of another request and fills in its secrets.
void KeptSecrets::replaced(const QList<CredentialDraft> &before)
{
    removeGone(before);
    QList<CredentialDraft> drafts = m_state.credentials();
    for (CredentialDraft &draft : drafts)
        draft.keep = draft.keep || m_kept.contains(draft.key());
    m_state.setCredentials(drafts);
    rememberShown();
    const QSet<QString> shown = m_shown; // fill() adds to them
    for (const QString &key : shown) {
        if (const QByteArray secrets = m_kept.value(key); secrets.isEmpty())
            read(key);
        else
            fill(key, secrets);
    }
}

void KeptSecrets::rememberShown()
{
    m_shown.clear();
    for (const CredentialDraft &draft : m_state.credentials())
        if (m_kept.contains(draft.key()))
            m_shown.insert(draft.key());
}

/// A box that was ticked asks at once whether there is a keychain; one that was unticked takes out what is kept.
void KeptSecrets::chosen(const CredentialDraft &draft)
{
    const QString key = draft.key();
    const QList<CredentialDraft> &drafts = m_state.credentials();
    if (draft.keep) {
        m_state.setKeeping(true, {});
        read(key);
    } else if (std::none_of(drafts.begin(), drafts.end(),
                            [&key](const CredentialDraft &other) { return other.keep && other.key() == key; })) {
        remove(key);
    }
}

void KeptSecrets::removeGone(const QList<CredentialDraft> &present)
{
    QSet<QString> gone = std::exchange(m_shown, {});
    for (const CredentialDraft &draft : present)
        gone.remove(draft.key());
    for (const QString &key : gone)
        if (m_kept.contains(key))
            remove(key);
}

void KeptSecrets::remove(const QString &key)
{
    m_kept.remove(key);
    ++m_running;
    m_store->remove(key, [this](const QString &problem) {
        if (!problem.isEmpty())
            m_state.setKeeping(true, problem);
        ended();
    });
}

void KeptSecrets::read(const QString &key)
{
    ++m_running;
    m_store->read(key, [this, key](const QByteArray &secrets, const QString &problem) {
        if (problem.isEmpty())
            fill(key, secrets);
        else
            refuse(key, problem);
        ended();
    });
}

void KeptSecrets::fill(const QString &key, const QByteArray &secrets)
{
    QList<CredentialDraft> drafts = m_state.credentials();
    bool shown = false;
    for (CredentialDraft &draft : drafts) {
        if (!draft.keep || draft.key() != key)
            continue;
        shown = true;
        if (draft.secrets().isEmpty())
            draft.setSecrets(secrets);
    }
    if (secrets.isEmpty() || (!shown && !m_kept.contains(key))) // unticked meanwhile
        return;
    m_kept.insert(key, secrets);
    if (shown)
        m_shown.insert(key);
    m_state.setCredentials(drafts);
}

void KeptSecrets::keep()
{
    if (!m_store)
        return;
    const QList<CredentialDraft> drafts = m_state.credentials(); // refuse() changes them
    removeGone(drafts);
    for (const CredentialDraft &draft : drafts) {
        const QString key = draft.key();
        const QByteArray secrets = draft.secrets();
        if (!draft.keep || key.isEmpty() || secrets.isEmpty() || m_kept.value(key) == secrets)
            continue;
        m_kept.insert(key, secrets);
        ++m_running;
        m_store->write(key, secrets, [this, key](const QString &problem) {
            if (!problem.isEmpty())
                refuse(key, problem);
            ended();
        });
    }
    rememberShown();
}

/// Unticks this one; nothing is taken out because of it.
void KeptSecrets::refuse(const QString &key, const QString &problem)
{
    m_kept.remove(key);
    QList<CredentialDraft> drafts = m_state.credentials();
    for (CredentialDraft &draft : drafts)
        if (draft.key() == key)
            draft.keep = false;
    m_state.setCredentials(drafts);
    m_state.setKeeping(true, problem);
}

void KeptSecrets::ended()
{
    if (--m_running == 0)
        emit idle();
}

} // namespace ui
