// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace sip {

/// Software of others that is in the program or linked to it.
struct Library {
    QString name;
    QString version; ///< of what runs, where it can be asked; else of what was compiled
    QString licence; ///< SPDX
};

/// What this program is made of, for bug reports. Of the same source it is the same, whenever and wherever it is built.
struct ProgramFacts {
    QString version, commit, sourceDate; ///< commit and date are empty where the source did not tell
    QString compiler, buildType;
    QList<Library> libraries;

    QString source() const; ///< "commit d9b1375 of 2026-11-29"
    QString text() const;   ///< plain, one fact for each line
};

/// Without the libraries of the window alone or the command line alone.
ProgramFacts programFacts();

} // namespace sip
