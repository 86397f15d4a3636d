// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "composer/credential_draft.h"
#include "models/theme.h"
#include "request/composed_request.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>

class QSettings;

namespace ui {

/// What the window keeps between runs, in one file of the user's configuration folder. A file that cannot be read is left alone
/// and not used; problem() says so.
class Settings {
public:
    Settings();
    ~Settings();
    QString problem() const { return m_problem; } ///< one sentence; empty: none
    QString path() const { return m_path; }

    theme::Mode themeMode() const;
    void setThemeMode(theme::Mode mode);
    QString language() const; ///< of the window: a code of `languages`, or `systemLanguage`
    /// The same before there are settings, so that what they say of their file is in it; reads one key and changes nothing.
    static QString storedLanguage();
    void setLanguage(const QString &choice);
    QByteArray bytes(const QString &key) const; ///< window and splitter states
    void setBytes(const QString &key, const QByteArray &value);
    bool flag(const QString &key, bool otherwise) const;
    void setFlag(const QString &key, bool value);
    /// The request composed last, without any password or hash of one.
    std::optional<sip::ComposedRequest> lastRequest() const;
    QList<CredentialDraft> lastCredentials() const; ///< its credentials, each of its kind, secrets to be typed again
    void setLastRequest(const sip::ComposedRequest &request);

private:
    QString m_path, m_problem;
    std::unique_ptr<QSettings> m_file; ///< null: nothing is read nor written
};

} // namespace ui
