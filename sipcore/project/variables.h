// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/request_file.h"

namespace diag {

/// Where in a file a piece of text begins.
struct Place {
    int line = 0, column = 0; ///< from 1; 0: not known
};

/// Puts values in the place of {{name}}, {{secret:name}} and the built-in variables. {{local}} is left for the engine, which
/// knows the socket. Values are put in as they are: a {{...}} inside a value is not looked at again.
class Variables {
public:
    Variables(const Environment &environment, QString file) : m_environment(environment), m_file(std::move(file)) {}

    enum class Secrets : quint8 { Refused, Allowed }; ///< secrets go nowhere but into credentials
    /// \param place  of the first character of \a text, one line's worth or several
    sip::Expected<QByteArray, FileError> resolve(const QByteArray &text, Place place, Secrets secrets = Secrets::Refused) const;

    const QString &file() const { return m_file; }
    bool isKept() const { return m_environment.keepVariables; }
    FileError error(Place place, const QString &text) const { return {m_file, place.line, place.column, text}; }

private:
    sip::Expected<QByteArray, FileError> value(const QByteArray &name, Place place, Secrets secrets) const;

    const Environment &m_environment;
    QString m_file;
};

/// \a place moved over \a text: columns count characters, not octets.
Place after(Place place, QByteArrayView text);

} // namespace diag
