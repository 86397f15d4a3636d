// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace sip {

/// Where the programs keep what lasts: where this system keeps such or, when a folder named portableName() lies beside the
/// program, in that one and nowhere else.
class Places {
public:
    /// \param program  folder of the executable
    /// \param appImage  the AppImage it was started from; empty: none
    static Places of(const QString &program, const QString &appImage = {});
    static Places here(); ///< of this process

    bool isPortable() const { return m_portable; }
    QString settings() const { return m_settings; } ///< this folder and the next are made when something is written
    QString settingsFile() const { return m_settings + QStringLiteral("/viatrace.ini"); }
    QString data() const { return m_data; } ///< of both programs
    void redirectQt() const; ///< Qt's own settings, such as those of its file dialog, follow into a portable folder

    static QString portableName() { return QStringLiteral("viatrace-data"); }
    static QString fontFolder(); ///< of the fonts that some packages bring along

private:
    QString m_settings, m_data;
    bool m_portable = false;
};

} // namespace sip
