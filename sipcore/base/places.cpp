// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/places.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>

namespace sip {

namespace {

/// The folder in which the user sees the program.
QString besides(const QString &program, const QString &appImage)
{
    if (!appImage.isEmpty())
        return QFileInfo(appImage).absolutePath();
    const QString inBundle = QStringLiteral(".app/Contents/MacOS");
    return program.endsWith(inBundle) ? QFileInfo(program.chopped(inBundle.size())).absolutePath() : program;
}

/// Programs that an AppImage starts get its variables too: they count for what lies in it only.
QString ownAppImage()
{
    const QString inside = QFileInfo(qEnvironmentVariable("APPDIR")).canonicalFilePath();
    const QString program = QFileInfo(QCoreApplication::applicationFilePath()).canonicalFilePath();
    return !inside.isEmpty() && program.startsWith(inside + u'/') ? qEnvironmentVariable("APPIMAGE") : QString();
}

} // namespace

Places Places::of(const QString &program, const QString &appImage)
{
    Places out;
    const QString portable = besides(program, appImage) + u'/' + portableName();
    out.m_portable = QFileInfo(portable).isDir();
    if (out.m_portable) {
        out.m_settings = out.m_data = portable;
    } else {
        out.m_settings = QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation);
        out.m_data = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/viatrace");
    }
    return out;
}

Places Places::here()
{
    return of(QCoreApplication::applicationDirPath(), ownAppImage());
}

void Places::redirectQt() const
{
    if (!m_portable)
        return;
    for (const QSettings::Format format : {QSettings::NativeFormat, QSettings::IniFormat})
        QSettings::setPath(format, QSettings::UserScope, m_settings);
}

QString Places::fontFolder()
{
#ifdef Q_OS_WIN
    const QString folder = QStringLiteral("/fonts");
#else
    const QString folder = QStringLiteral("/../share/viatrace/fonts");
#endif
    return QDir::cleanPath(QCoreApplication::applicationDirPath() + folder);
}

} // namespace sip
