// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "request/composed_request.h"

#include <QHash>
#include <QString>

#include <functional>
#include <optional>

namespace diag {

/// Where a file is wrong, as editors show it.
struct FileError {
    QString file;
    int line = 0, column = 0; ///< from 1; 0: the whole file
    QString text;             ///< what is wrong and what to do
    QString message() const;  ///< "register.via:3:7: unknown variable {{domian}}; did you mean {{domain}}?"
};

/// Named values for {{name}}; secrets only by reference {{secret:name}} (decisions.md 13).
struct Environment {
    QHash<QString, QString> values;
    /// Asked for each {{secret:name}}; empty optional: not known. Default: VIATRACE_SECRET_<NAME> of the process environment.
    std::function<std::optional<QString>(const QString &name)> secret;
    bool keepVariables = false; ///< true: {{...}} stays as typed, secrets are not asked for: for editing and for writing back
};

QByteArray secretVariable(const QString &name); ///< "VIATRACE_SECRET_PW1001" for "pw1001"; what is no letter or digit is '_'
std::optional<QString> secretFromProcess(const QString &name); ///< value of that variable; empty optional: not set

/// A request file (*.via): YAML settings, a line "---", then the SIP message as it will look on the wire (decisions.md 11).
/// Built-in variables: {{local}} (our address and port, known when sending), {{uuid}}, {{random}}, {{date}}, {{braces}} (a
/// literal
/// {{); each use of uuid and random draws anew. A "# Name: value" line in the message is a muted row.
sip::Expected<sip::ComposedRequest, FileError> parseRequestFile(const QByteArray &text, const QString &fileName,
                                                                const Environment &environment);
sip::Expected<sip::ComposedRequest, FileError>
readRequestFile(const QString &path, const Environment &environment); ///< unreadable, > 16 MiB, not UTF-8: errors

/// There is a {{...}} in a text of it: of the message, the credentials, or the settings of names and TLS.
bool hasVariables(const sip::ComposedRequest &request);

/// Puts values in the place of the {{...}} of a request that was read with keepVariables. Errors have no place in a file.
sip::Expected<sip::ComposedRequest, FileError> resolveVariables(const sip::ComposedRequest &request,
                                                                const Environment &environment);

/// Writes what parseRequestFile() reads; passwords are written as {{secret:...}} references only.
QByteArray writeRequestFile(const sip::ComposedRequest &request);

} // namespace diag
