// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/places.h"
#include "command_line.h"
#include "display.h"
#include "models/theme.h"
#include "shell/language.h"
#include "shell/main_window.h"
#include "shell/settings.h"
#include "window_options.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QFileOpenEvent>
#include <QFontDatabase>
#include <QIcon>
#include <QLocale>
#include <QTextStream>

#include <functional>
#include <optional>

namespace {

std::optional<ui::theme::Mode> modeOf(const QString &word)
{
    if (word == QLatin1String("light"))
        return ui::theme::Mode::Light;
    if (word == QLatin1String("dark"))
        return ui::theme::Mode::Dark;
    if (word == QLatin1String("system"))
        return ui::theme::Mode::System;
    return std::nullopt;
}

QIcon applicationIcon()
{
    QIcon icon;
    for (const int size : {48, 128, 256})
        icon.addFile(QStringLiteral(":/icons/viatrace-%1.png").arg(size), QSize(size, size));
    return icon;
}

/// macOS hands over files to open as events, not as words of the command line.
class Application : public QApplication {
public:
    using QApplication::QApplication;
    std::function<void(const QString &)> open;

protected:
    bool event(QEvent *event) override
    {
        if (event->type() != QEvent::FileOpen || !open)
            return QApplication::event(event);
        open(static_cast<QFileOpenEvent *>(event)->file());
        return true;
    }
};

/// Packages that cannot ask the system for fonts bring their own, beside the program.
void addOwnFonts()
{
    const QDir folder(sip::Places::fontFolder());
    for (const QString &name : folder.entryList(QDir::Files))
        QFontDatabase::addApplicationFont(folder.filePath(name));
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication::setOrganizationName(QStringLiteral("Viatrace"));
    QCoreApplication::setApplicationName(QStringLiteral("viatrace"));
    QCoreApplication::setApplicationVersion(QStringLiteral(VIATRACE_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("org.viatrace.Viatrace"));
    // Before QApplication, which takes "--style" for itself: ours names a colour scheme, not a widget style.
    QStringList words;
    QString scheme;
    const QList<QByteArray> typed = commandLine(argc, argv);
    for (qsizetype i = 0; i < typed.size(); ++i) {
        const QString word = QString::fromUtf8(typed[i]);
        if (word == QLatin1String("--style") && i + 1 < typed.size())
            scheme = QString::fromUtf8(typed[++i]);
        else if (word.startsWith(QLatin1String("--style=")))
            scheme = word.mid(8);
        else
            words << word;
    }
    QCommandLineParser parser;
    parser.setApplicationDescription(QString::fromLatin1(windowAbout));
    parser.addHelpOption();
    parser.addVersionOption();
    for (const WindowOption &one : windowOptions)
        parser.addOption({QString::fromLatin1(one.name), QString::fromLatin1(one.text), QString::fromLatin1(one.value)});
    parser.addPositionalArgument(QStringLiteral("file"), QString::fromLatin1(windowFile), QStringLiteral("[file]"));
    if (!parser.parse(words) || parser.isSet(QStringLiteral("help")) || parser.isSet(QStringLiteral("help-all")) ||
        parser.isSet(QStringLiteral("version"))) {
        const QCoreApplication withoutDisplay(argc, argv);
        parser.process(words); // tells it and ends
    }

    std::optional<DisplayProbe> display(std::in_place);
    if (!display->isThere()) {
        QTextStream(stderr) << "viatrace: there is no display here; viatrace-cli does the same in a terminal\n";
        return 69; // EX_UNAVAILABLE
    }
    int qtArguments = 1; // our own words are none of Qt's
    Application application(qtArguments, argv);
    display.reset();
    application.setWindowIcon(applicationIcon());
    addOwnFonts();
    sip::Places::here().redirectQt();

    const std::optional<ui::theme::Mode> mode = modeOf(scheme);
    if (!scheme.isEmpty() && !mode) {
        QTextStream(stderr) << "viatrace: --style " << scheme << ": use light, dark or system\n";
        return 64;
    }

    const QString given = parser.value(QStringLiteral("language"));
    if (!given.isEmpty() && !ui::isLanguageChoice(given)) {
        QTextStream(stderr) << "viatrace: --language " << given << ": use en, de or system\n";
        return 64;
    }
    const QString language = given.isEmpty() ? ui::Settings::languageKept() : given;
    ui::speak(ui::languageFor(language, QLocale::system().uiLanguages()));

    ui::MainWindow window(mode);
    window.show();
    application.open = [&window](const QString &file) { window.openFile(file); };
    if (!parser.positionalArguments().isEmpty())
        window.openFile(parser.positionalArguments().constFirst());
    return application.exec();
}
