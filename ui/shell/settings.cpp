// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/settings.h"

#include "project/request_file.h"
#include "shell/language.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QSaveFile>
#include <QSettings>
#include <QStandardPaths>
#include <QVersionNumber>

#include <algorithm>

namespace ui {

namespace {

const QString themeKey = QStringLiteral("theme"), languageKey = QStringLiteral("language"),
              requestKey = QStringLiteral("request"), versionKey = QStringLiteral("version"),
              folderKey = QStringLiteral("files/folder"), unreadKey = QStringLiteral("requestNotRead"),
              keptKey = QStringLiteral("keychain"), cutKey = QStringLiteral("requestCut");
constexpr qint64 mostOctets = 32 * 1024 * 1024; ///< more is no settings file of ours
constexpr qint64 mostOfRequest = 1024 * 1024;   ///< an octet of it takes up to four in the file

/// QSettings takes nearly anything for an INI file; what it cannot be is text with lines that are neither section nor key.
bool looksLikeSettings(QByteArray bytes)
{
    if (bytes.startsWith("\xEF\xBB\xBF")) // editors put it there, QSettings skips it
        bytes.remove(0, 3);
    if (bytes.contains('\0'))
        return false;
    for (const QByteArray &line : bytes.split('\n')) {
        const QByteArray text = line.trimmed();
        if (!text.isEmpty() && !text.startsWith(';') && !(text.startsWith('[') ? text.endsWith(']') : text.contains('=')))
            return false;
    }
    return true;
}

/// Is this file settings from beginning to end? One that is not there is, too.
bool isSound(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return true;
    if (file.size() > mostOctets || !looksLikeSettings(file.readAll()))
        return false;
    return QSettings(path, QSettings::IniFormat).status() == QSettings::NoError;
}

QString languageIn(const QVariant &value)
{
    const QString choice = value.toString();
    return isLanguageChoice(choice) ? choice : QString::fromLatin1(systemLanguage);
}

/// Why a file of that size cannot be written, which QSettings does not tell; empty: it can.
QString whyNotWritten(const QString &path, qint64 octets)
{
    const QString folder = QFileInfo(path).path();
    if (!QDir().mkpath(folder))
        return Settings::tr("its folder cannot be made");
    QSaveFile file(path);
    const bool written = file.open(QIODevice::WriteOnly) && file.write(QByteArray(octets, ' ')) == octets &&
                         (file.flush() || file.flush()); // a part may fit: what is left of it tells why it does not
    const QString why = written ? QString() : file.errorString();
    file.cancelWriting();
    return why;
}

} // namespace

Settings::Settings(const QString &path) : m_path(path)
{
    QFile file(m_path);
    if (file.exists() && !file.open(QIODevice::ReadOnly)) {
        m_problem =
            tr("The settings file %1 cannot be read (%2). The window starts with its defaults, keeps nothing and leaves the "
               "file as it is.")
                .arg(QDir::toNativeSeparators(m_path), file.errorString());
        return;
    }
    file.close();
    if (!isSound(m_path) && !putAside())
        return;
    m_file = std::make_unique<QSettings>(m_path, QSettings::IniFormat);
    checkRequest();
}

Settings::~Settings() = default;

/// Over no other file, and once only when two windows start together: the lock is the one that QSettings takes to write.
bool Settings::putAside()
{
    QLockFile lock(m_path + QStringLiteral(".lock"));
    lock.tryLock(5000);
    if (isSound(m_path))
        return true;
    const QString name =
        m_path + QStringLiteral(".damaged-") + QDateTime::currentDateTime().toString(QStringLiteral("yyyyMMdd-HHmmss"));
    QString free = name;
    for (int i = 2; QFileInfo::exists(free); ++i)
        free = name + QStringLiteral("-%1").arg(i);
    if (QFile::rename(m_path, free)) {
        m_problem = tr("The settings file was damaged. It is kept as %1, and the window starts with its defaults.")
                        .arg(QDir::toNativeSeparators(free));
        return true;
    }
    m_problem =
        tr("The settings file %1 is damaged and cannot be renamed. The window starts with its defaults, keeps nothing and "
           "leaves the file as it is.")
            .arg(QDir::toNativeSeparators(m_path));
    return false;
}

/// One that is not understood, of a newer version perhaps, would be lost with the next that is kept.
void Settings::checkRequest()
{
    const QByteArray text = bytes(requestKey);
    if (text.isEmpty() || lastRequest())
        return;
    QString free = unreadKey;
    for (int i = 2; m_file->contains(free) && bytes(free) != text; ++i)
        free = unreadKey + QString::number(i);
    setBytes(free, text);
    m_file->remove(requestKey);
    m_problem =
        tr("The request of the last run cannot be read. It stays in %1 as %2.").arg(QDir::toNativeSeparators(m_path), free);
}

QString Settings::write()
{
    if (!m_file)
        return {};
    m_file->sync();
    const bool failed = m_file->status() != QSettings::NoError;
    if (m_told || (!failed && m_tried))
        return {};
    m_tried = true;
    const QString why = whyNotWritten(m_path, std::max<qint64>(QFileInfo(m_path).size(), 4096));
    if (why.isEmpty() && !failed)
        return {};
    m_told = true;
    return tr("The settings cannot be kept: %1: %2. Make room there or allow writing; the window goes on without.")
        .arg(QDir::toNativeSeparators(m_path), why.isEmpty() ? tr("not written") : why);
}

bool Settings::isUpdate(const QString &version)
{
    const auto now = QVersionNumber::fromString(version);
    if (!m_file || now.isNull())
        return false;
    const bool first = m_file->allKeys().isEmpty();
    const auto before = QVersionNumber::fromString(m_file->value(versionKey).toString()); // none in those of 0.1.0 and before
    if (before != now)
        m_file->setValue(versionKey, version);
    return !first && before < now;
}

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

QString Settings::languageKept(const QString &path)
{
    return languageIn(isSound(path) ? QSettings(path, QSettings::IniFormat).value(languageKey) : QVariant());
}

QString Settings::language() const
{
    return languageIn(m_file ? m_file->value(languageKey) : QVariant());
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

QString Settings::fileFolder() const
{
    const QString last = m_file ? m_file->value(folderKey).toString() : QString();
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    for (const QString &folder : {last, documents})
        if (!folder.isEmpty() && QDir(folder).exists())
            return folder;
    return QDir::homePath();
}

void Settings::setFileFolder(const QString &folder)
{
    if (m_file)
        m_file->setValue(folderKey, folder);
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

QStringList Settings::keptSecrets() const
{
    return m_file ? m_file->value(keptKey).toStringList() : QStringList();
}

void Settings::setKeptSecrets(const QStringList &names)
{
    if (m_file && names.isEmpty())
        m_file->remove(keptKey);
    else if (m_file)
        m_file->setValue(keptKey, names);
}

void Settings::setLastRequest(const sip::ComposedRequest &request)
{
    QByteArray text = diag::writeRequestFile(request); // secrets stand in it by reference only
    const bool cut = text.size() > mostOfRequest;
    if (cut) {
        sip::ComposedRequest rest = request;
        rest.body.clear();
        text = diag::writeRequestFile(rest);
        if (text.size() > mostOfRequest)
            text.clear();
    }
    setBytes(requestKey, text);
    setFlag(cutKey, cut);
}

bool Settings::isLastRequestCut() const
{
    return flag(cutKey, false);
}

} // namespace ui
