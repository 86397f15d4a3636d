// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <algorithm>
#include <memory>

namespace ui {

namespace {

const QString resources = QStringLiteral(":/i18n");
QString spoken = QStringLiteral("en");

bool isHere(const QString &code)
{
    return std::any_of(std::begin(languages), std::end(languages),
                       [&code](const Language &one) { return code == QLatin1String(one.code); });
}

void install(const QString &name, const QStringList &folders)
{
    auto catalogue = std::make_unique<QTranslator>();
    for (const QString &folder : folders) {
        if (!catalogue->load(name, folder))
            continue;
        catalogue->setParent(QCoreApplication::instance());
        QCoreApplication::installTranslator(catalogue.release());
        return;
    }
}

/// That of the system where it is of this language, for it knows the country; C writes numbers as English does.
QLocale localeFor(const QString &code)
{
    const QLocale own(code), system = QLocale::system();
    const bool isOfSystem =
        system.language() == own.language() || (system.language() == QLocale::C && own.language() == QLocale::English);
    return isOfSystem ? system : own;
}

} // namespace

bool isLanguageChoice(const QString &choice)
{
    return choice == QLatin1String(systemLanguage) || isHere(choice);
}

QString languageFor(const QString &choice, const QStringList &ofSystem)
{
    if (isHere(choice))
        return choice;
    for (const QString &name : ofSystem) {
        const QString code = name.section(u'-', 0, 0);
        if (isHere(code))
            return code;
    }
    return QStringLiteral("en");
}

void speak(const QString &code)
{
    spoken = code;
    QLocale::setDefault(localeFor(code));
    install(QStringLiteral("qtbase_") + code, {resources, QLibraryInfo::path(QLibraryInfo::TranslationsPath)});
    install(QStringLiteral("viatrace_") + code, {resources});
}

QString spokenLanguage()
{
    return spoken;
}

} // namespace ui
