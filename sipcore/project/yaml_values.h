// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/instant.h"
#include "project/variables.h"

#include <yaml-cpp/yaml.h>

#include <functional>

namespace diag {

using Failure = std::optional<FileError>; ///< nothing: it went well

Place placeOf(const YAML::Mark &mark);

/// Reads the values of one head, with its variables put in; what is wrong is said with its place.
class YamlValues {
public:
    using Take = std::function<Failure(const QByteArray &key, const YAML::Node &value)>;

    YamlValues(const QByteArray &yaml, const Variables &variables) : m_lines(yaml.split('\n')), m_variables(variables) {}

    bool keepsVariables() const { return m_variables.isKept(); } ///< they stand in the values as they are written
    FileError wrong(const YAML::Node &node, const QString &text) const { return m_variables.error(placeOf(node.Mark()), text); }
    /// \param word  what its keys are, "setting"  \param take  called for each, which is one of \a known and there once
    Failure readMap(const YAML::Node &map, const QString &word, const QStringList &known, const Take &take) const;
    Failure text(const QByteArray &key, const YAML::Node &node, QByteArray &out,
                 Variables::Secrets secrets = Variables::Secrets::Refused) const;
    Failure texts(const QByteArray &key, const YAML::Node &node, QList<QByteArray> &out) const; ///< one value, or a list of them
    Failure secret(const QByteArray &key, const YAML::Node &node,
                   QByteArray &out) const; ///< stands in the file by reference only
    /// One of \a known, in lower case.
    Failure word(const QByteArray &key, const YAML::Node &node, const QStringList &known, QByteArray &out) const;
    Failure flag(const QByteArray &key, const YAML::Node &node, bool &out) const;
    Failure number(const QByteArray &key, const YAML::Node &node, int least, int most, int &out) const;
    Failure duration(const QByteArray &key, const YAML::Node &node, sip::Instant &out) const;
    Failure base64(const QByteArray &key, const YAML::Node &node, QByteArray &out) const;

private:
    QString unquotedBraces(const YAML::Node &node, const QString &word) const;
    Place textPlace(const YAML::Node &node) const;

    const QList<QByteArray> m_lines;
    const Variables &m_variables;
};

} // namespace diag
