// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace ui {

/// A language the window can speak, with its catalogue `:/i18n/viatrace_CODE.qm`.
struct Language {
    const char *code;
    const char *name; ///< in the language itself, UTF-8
};

inline constexpr Language languages[] = {{"en", "English"}, {"de", "Deutsch"}};
inline constexpr const char *systemLanguage = "system"; ///< the choice to do as the system does

bool isLanguageChoice(const QString &choice); ///< a code of `languages`, or `systemLanguage`

/// The code of the language to speak. \param ofSystem  as QLocale::uiLanguages(): best first, "de-AT"; the first of them that is
/// here is taken, English when none is
QString languageFor(const QString &choice, const QStringList &ofSystem);

/// Installs the catalogues of ours and of Qt, and writes numbers as the language does. Before the window is made: what it has
/// written already is not written anew.
void speak(const QString &code);
QString spokenLanguage(); ///< its code; English where speak() was not called

} // namespace ui
