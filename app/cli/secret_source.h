// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

#include <optional>

namespace cli {

/// Passwords from where they may come from, never the command line: VIATRACE_SECRET_<NAME>, then the first line of standard input
/// (--password-stdin), then a question on the terminal without echo. Each is asked for once.
class SecretSource {
public:
    explicit SecretSource(bool fromStdin) : m_fromStdin(fromStdin) {}

    /// \param name  of the secret; \param what  what the question says, e.g. "Password of alice"
    std::optional<QString> get(const QString &name, const QString &what);

private:
    std::optional<QString> ask(const QString &what);

    QHash<QString, QString> m_known;
    bool m_fromStdin;
    bool m_stdinRead = false;
};

} // namespace cli
