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
};

/// A request file (*.via): YAML settings, a line "---", then the SIP message as it will look on the wire (decisions.md 11).
/// Built-in variables: {{local}} (our address and port, known when sending), {{uuid}}, {{random}}, {{date}}.
sip::Expected<sip::ComposedRequest, FileError> parseRequestFile(const QByteArray &text, const QString &fileName,
                                                                const Environment &environment);
sip::Expected<sip::ComposedRequest, FileError>
readRequestFile(const QString &path, const Environment &environment); ///< unreadable, > 16 MiB, not UTF-8: errors

/// Writes what parseRequestFile() reads; passwords are written as {{secret:...}} references only.
QByteArray writeRequestFile(const sip::ComposedRequest &request);

} // namespace diag
