// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/places.h"
#include "composer/credential_draft.h"
#include "models/theme.h"
#include "request/composed_request.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>

class QSettings;

namespace ui {

/// What the window keeps between runs, in one file. Several windows may use it at once: each writes only what it sets itself. A
/// damaged file is put aside under another name, a file that cannot be read is left alone and not used; problem() says so.
class Settings {
    Q_DECLARE_TR_FUNCTIONS(Settings)
public:
    explicit Settings(const QString &path = sip::Places::here().settingsFile());
    ~Settings();
    QString problem() const { return m_problem; } ///< of reading, one sentence; empty: none
    QString path() const { return m_path; }
    /// Writes what was set. \return why it cannot be kept, the first time that is so; else empty
    QString write();

    /// Remembers the version that writes. \return whether an older one wrote before
    bool isUpdate(const QString &version);
    theme::Mode themeMode() const;
    void setThemeMode(theme::Mode mode);
    /// The same for a program that has no window yet: what is wrong with the file is left for the window to say.
    static QString languageKept(const QString &path = sip::Places::here().settingsFile());
    QString language() const; ///< of the window: a code of `languages`, or `systemLanguage`
    void setLanguage(const QString &choice);
    QByteArray bytes(const QString &key) const; ///< window and splitter states
    void setBytes(const QString &key, const QByteArray &value);
    bool flag(const QString &key, bool otherwise) const;
    void setFlag(const QString &key, bool value);
    QString fileFolder() const; ///< in which a file was chosen last; else that of documents
    void setFileFolder(const QString &folder);
    /// The request composed last, without any password or hash of one.
    std::optional<sip::ComposedRequest> lastRequest() const;
    QList<CredentialDraft> lastCredentials() const; ///< its credentials, each of its kind, secrets to be typed again
    /// Above 1 MB it is kept without its body, or not at all where that is not enough.
    void setLastRequest(const sip::ComposedRequest &request);
    bool isLastRequestCut() const;
    QStringList keptSecrets() const; ///< names of those that the keychain holds for them
    void setKeptSecrets(const QStringList &names);

private:
    bool putAside(); ///< false: it cannot be
    void checkRequest();

    QString m_path, m_problem;
    std::unique_ptr<QSettings> m_file;    ///< null: nothing is read nor written
    bool m_tried = false, m_told = false; ///< whether anything can be written; told that it cannot
};

} // namespace ui
