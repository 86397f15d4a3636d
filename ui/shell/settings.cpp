// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/settings.h"

#include "project/request_file.h"
#include "shell/language.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>

namespace ui {

namespace {

const QString themeKey = QStringLiteral("theme"), languageKey = QStringLiteral("language"),
              requestKey = QStringLiteral("request");

/// QSettings takes nearly anything for an INI file; what it cannot be is text with lines that are neither section nor key.
bool looksLikeSettings(const QByteArray &bytes)
{
    if (bytes.contains('\0'))
        return false;
    for (const QByteArray &line : bytes.split('\n')) {
        const QByteArray text = line.trimmed();
        if (!text.isEmpty() && !text.startsWith(';') && !text.startsWith('[') && !text.contains('='))
            return false;
    }
    return true;
}

QString settingsFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + QStringLiteral("/viatrace.ini");
}

QString languageIn(const QSettings &file)
{
    const QString choice = file.value(languageKey).toString();
    return isLanguageChoice(choice) ? choice : QString::fromLatin1(systemLanguage);
}

} // namespace

Settings::Settings()
{
    m_path = settingsFile();
    QFile file(m_path);
    const QString text = QCoreApplication::translate("Settings", "The settings file %1 cannot be read (%2); the window starts "
                                                                 "with its defaults and leaves the file as it is");
    if (file.exists()) {
        if (!file.open(QIODevice::ReadOnly)) {
            m_problem = text.arg(m_path, file.errorString());
            return;
        }
        if (file.size() > 4 * 1024 * 1024 || !looksLikeSettings(file.readAll())) {
            m_problem = text.arg(m_path, QCoreApplication::translate("Settings", "it is no settings file"));
            return;
        }
    }
    auto settings = std::make_unique<QSettings>(m_path, QSettings::IniFormat);
    settings->sync();
    if (settings->status() == QSettings::NoError)
        m_file = std::move(settings);
    else
        m_problem = text.arg(m_path, QCoreApplication::translate("Settings", "it is no settings file"));
}

Settings::~Settings() = default;

theme::Mode Settings::themeMode() const
{
    const QString word = m_file ? m_file->value(themeKey).toString() : QString();
    return word == QLatin1String("light")  ? theme::Mode::Light
           : word == QLatin1String("dark") ? theme::Mode::Dark
                                           : theme::Mode::System;
}

void Settings::setThemeMode(theme::Mode mode)
{
    if (m_file)
        m_file->setValue(themeKey, mode == theme::Mode::Light  ? QStringLiteral("light")
                                   : mode == theme::Mode::Dark ? QStringLiteral("dark")
                                                               : QStringLiteral("system"));
}

QString Settings::language() const
{
    return m_file ? languageIn(*m_file) : QString::fromLatin1(systemLanguage);
}

QString Settings::storedLanguage()
{
    return languageIn(QSettings(settingsFile(), QSettings::IniFormat));
}

void Settings::setLanguage(const QString &choice)
{
    if (m_file)
        m_file->setValue(languageKey, choice);
}

QByteArray Settings::bytes(const QString &key) const
{
    return m_file ? m_file->value(key).toByteArray() : QByteArray();
}

void Settings::setBytes(const QString &key, const QByteArray &value)
{
    if (m_file)
        m_file->setValue(key, value);
}

bool Settings::flag(const QString &key, bool otherwise) const
{
    return m_file ? m_file->value(key, otherwise).toBool() : otherwise;
}

void Settings::setFlag(const QString &key, bool value)
{
    if (m_file)
        m_file->setValue(key, value);
}

std::optional<sip::ComposedRequest> Settings::lastRequest() const
{
    const QByteArray text = bytes(requestKey);
    if (text.isEmpty())
        return std::nullopt;
    diag::Environment environment;
    environment.secret = [](const QString &) { return QString(); }; // to be typed again
    const auto request = diag::parseRequestFile(text, requestKey, environment);
    return request ? std::optional(*request) : std::nullopt;
}

QList<CredentialDraft> Settings::lastCredentials() const
{
    diag::Environment environment;
    environment.keepVariables = true; // the references tell of what kind it was
    const auto request = diag::parseRequestFile(bytes(requestKey), requestKey, environment);
    return request ? withoutSecrets(request->credentials) : QList<CredentialDraft>();
}

void Settings::setLastRequest(const sip::ComposedRequest &request)
{
    setBytes(requestKey, diag::writeRequestFile(request)); // secrets stand in it by reference only
}

} // namespace ui
