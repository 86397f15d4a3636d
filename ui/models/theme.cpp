// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/theme.h"

#include "models/flat_style.h"
#include "models/theme_colours.h"

#include <QApplication>
#include <QFontDatabase>
#include <QSettings>
#include <QStandardPaths>

#ifdef VIATRACE_HAVE_DBUS
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVariant>
#endif

#include <optional>

namespace ui::theme {

namespace {

bool s_dark = false;

QString firstInstalled(const QStringList &families, const QString &otherwise)
{
    for (const QString &family : families) {
        if (QFontDatabase::hasFamily(family))
            return family;
    }
    return otherwise;
}

#ifdef Q_OS_WIN
std::optional<Mode> desktopMode()
{
    const QSettings key(QStringLiteral("HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize"),
                        QSettings::NativeFormat);
    const QVariant light = key.value(QStringLiteral("AppsUseLightTheme"));
    if (!light.isValid())
        return std::nullopt;
    return light.toInt() == 0 ? Mode::Dark : Mode::Light;
}
#else
// org.freedesktop.appearance color-scheme: 1 dark, 2 light, 0 no preference.
std::optional<Mode> portalMode()
{
#ifdef VIATRACE_HAVE_DBUS
    auto question = QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.portal.Desktop"),
                                                   QStringLiteral("/org/freedesktop/portal/desktop"),
                                                   QStringLiteral("org.freedesktop.portal.Settings"), QStringLiteral("Read"));
    question << QStringLiteral("org.freedesktop.appearance") << QStringLiteral("color-scheme");
    question.setAutoStartService(false);
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return std::nullopt;
    const QDBusMessage answer = bus.call(question, QDBus::Block, 300);
    if (answer.type() != QDBusMessage::ReplyMessage || answer.arguments().isEmpty())
        return std::nullopt;
    QVariant value = answer.arguments().constFirst();
    while (value.userType() == qMetaTypeId<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    if (value.toUInt() == 1)
        return Mode::Dark;
    if (value.toUInt() == 2)
        return Mode::Light;
#endif
    return std::nullopt;
}

std::optional<Mode> gtkMode()
{
    const QByteArray name = qgetenv("GTK_THEME");
    if (!name.isEmpty())
        return name.toLower().contains("dark") ? Mode::Dark : Mode::Light;
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation);
    for (const char *version : {"gtk-4.0", "gtk-3.0"}) {
        const QSettings file(folder + u'/' + QLatin1String(version) + QStringLiteral("/settings.ini"), QSettings::IniFormat);
        const QVariant dark = file.value(QStringLiteral("Settings/gtk-application-prefer-dark-theme"));
        if (dark.isValid())
            return dark.toBool() ? Mode::Dark : Mode::Light;
        const QString themeName = file.value(QStringLiteral("Settings/gtk-theme-name")).toString();
        if (themeName.contains(QLatin1String("dark"), Qt::CaseInsensitive))
            return Mode::Dark;
    }
    return std::nullopt;
}

std::optional<Mode> desktopMode()
{
    if (const auto mode = portalMode())
        return mode;
    return gtkMode();
}
#endif

// Read once: after apply() the application's palette is ours and says nothing about the desktop.
Mode paletteMode()
{
    static const bool dark = QGuiApplication::palette().color(QPalette::Window).lightness() < 128;
    return dark ? Mode::Dark : Mode::Light;
}

} // namespace

Mode systemMode()
{
    const Mode byPalette = paletteMode();
    return desktopMode().value_or(byPalette);
}

void apply(QApplication &application, Mode mode)
{
    s_dark = (mode == Mode::System ? systemMode() : mode) == Mode::Dark;

    if (!qobject_cast<FlatStyle *>(QApplication::style()))
        QApplication::setStyle(new FlatStyle);
    QApplication::setPalette(palette(s_dark));
    application.setProperty("dark", s_dark);

    // Last: a new style brings the fonts of the platform back.
    QFont font = QApplication::font();
    font.setFamily(
        firstInstalled({QStringLiteral("Inter"), QStringLiteral("Segoe UI"), QStringLiteral("Noto Sans")}, font.family()));
    font.setPointSizeF(10);
    QApplication::setFont(font);
#ifdef Q_OS_WIN // whose platform plugin has another font for each of these
    for (const char *name :
         {"QMenu", "QMenuBar", "QMessageBox", "QTipLabel", "QStatusBar", "QDockWidgetTitle", "QAbstractItemView", "QHeaderView"})
        QApplication::setFont(font, name);
#endif
}

bool isDark()
{
    return s_dark;
}

QColor colour(Meaning meaning)
{
    return colour(meaning, s_dark);
}

Meaning meaningOf(const diag::LadderRow &row)
{
    using diag::RowKind;
    switch (row.kind) {
    case RowKind::Request: return Meaning::Request;
    case RowKind::Response:
        if (row.origin == diag::Origin::Local)
            return Meaning::Local;
        if (row.status < 200)
            return Meaning::Provisional;
        if (row.status < 300)
            return Meaning::Success;
        if (row.status < 400)
            return Meaning::Redirect;
        // A challenge is the normal course of things, not a failure.
        if (row.status == 401 || row.status == 407)
            return Meaning::Auth;
        if (row.status < 500)
            return Meaning::ClientError;
        return row.status < 600 ? Meaning::ServerError : Meaning::GlobalError;
    case RowKind::Dns:
    case RowKind::Tcp:
    case RowKind::Tls:
    case RowKind::Ws: return Meaning::Transport;
    case RowKind::Auth: return Meaning::Auth;
    case RowKind::Timer: return Meaning::Timer;
    case RowKind::Local: return Meaning::Local;
    case RowKind::Note: return Meaning::Note;
    }
    return Meaning::Note;
}

QFont monospace()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setFamily(firstInstalled({QStringLiteral("JetBrains Mono"), QStringLiteral("Cascadia Mono")}, font.family()));
    font.setStyleHint(QFont::Monospace);
    font.setPointSizeF(QGuiApplication::font().pointSizeF() - 0.5);
    return font;
}

} // namespace ui::theme
