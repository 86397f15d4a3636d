// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/yaml_values.h"

#include "base/words.h"
#include "project/duration.h"
#include "project/suggestion.h"
#include "request/composed_request.h"

using namespace Qt::StringLiterals;

namespace diag {

namespace {

using sip::Words;

QString orKnown(const QString &key, const QStringList &known)
{
    const QString meant = didYouMean(key, known);
    return meant.isEmpty() ? Words::tr("; known are %1").arg(known.join(u", "_s)) : meant;
}

} // namespace

Place placeOf(const YAML::Mark &mark)
{
    return mark.is_null() ? Place{} : Place{mark.line + 1, mark.column + 1};
}

Failure YamlValues::readMap(const YAML::Node &map, const QString &word, const QStringList &known, const Take &take) const
{
    if (!map.IsMap())
        return wrong(map, Words::tr("settings are lines such as target: sip:example.com; see the manual, request files"));
    QStringList seen;
    for (const auto &entry : map) {
        if (!entry.first.IsScalar())
            return wrong(entry.first, unquotedBraces(entry.first, word));
        const QString key = QString::fromStdString(entry.first.Scalar());
        if (!known.contains(key))
            return wrong(entry.first, Words::tr("unknown %1 \"%2\"%3").arg(word, key.left(60), orKnown(key, known)));
        if (seen.contains(key))
            return wrong(entry.first, Words::tr("\"%1\" is given twice; keep one of them").arg(key));
        seen.append(key);
        if (Failure failure = take(key.toUtf8(), entry.second))
            return failure;
    }
    return std::nullopt;
}

/// YAML takes {{x}} without quotes for a map in a map.
QString YamlValues::unquotedBraces(const YAML::Node &node, const QString &word) const
{
    const Place place = placeOf(node.Mark());
    const bool braces = place.line > 0 && place.line <= m_lines.size() && m_lines[place.line - 1].contains("{{");
    return braces ? Words::tr("put quotes around values with variables: \"{{name}}\"")
                  : Words::tr("\"%1\" is to be one value, not a list or a map").arg(word);
}

/// Where inside a scalar the text begins: behind its quote.
Place YamlValues::textPlace(const YAML::Node &node) const
{
    Place place = placeOf(node.Mark());
    if (place.line < 1 || place.line > m_lines.size())
        return place;
    const QString line = QString::fromUtf8(m_lines[place.line - 1]);
    if (place.column <= line.size() && (line[place.column - 1] == u'"' || line[place.column - 1] == u'\''))
        ++place.column;
    return place;
}

Failure YamlValues::text(const QByteArray &key, const YAML::Node &node, QByteArray &out, Variables::Secrets secrets) const
{
    if (node.IsNull()) {
        out.clear();
        return std::nullopt;
    }
    if (!node.IsScalar())
        return wrong(node, unquotedBraces(node, QString::fromUtf8(key)));
    const auto value = m_variables.resolve(QByteArray::fromStdString(node.Scalar()), textPlace(node), secrets);
    if (!value)
        return value.error();
    out = *value;
    return std::nullopt;
}

Failure YamlValues::texts(const QByteArray &key, const YAML::Node &node, QList<QByteArray> &out) const
{
    QByteArray one;
    if (!node.IsSequence()) {
        Failure failure = text(key, node, one);
        if (!one.isEmpty())
            out.append(one);
        return failure;
    }
    for (const auto &entry : node) {
        if (Failure failure = text(key, entry, one))
            return failure;
        out.append(one);
    }
    return std::nullopt;
}

Failure YamlValues::secret(const QByteArray &key, const YAML::Node &node, QByteArray &out) const
{
    if (node.IsScalar()) {
        const QByteArray written = QByteArray::fromStdString(node.Scalar()).trimmed();
        if (!written.startsWith("{{") || !written.endsWith("}}"))
            return wrong(node, Words::tr("a %1 does not belong in a file: write %1: \"{{secret:NAME}}\" and set "
                                         "VIATRACE_SECRET_NAME in the environment")
                                   .arg(QString::fromUtf8(key)));
    }
    return text(key, node, out, Variables::Secrets::Allowed);
}

Failure YamlValues::word(const QByteArray &key, const YAML::Node &node, const QStringList &known, QByteArray &out) const
{
    if (Failure failure = text(key, node, out))
        return failure;
    out = out.trimmed().toLower();
    const QString typed = QString::fromUtf8(out);
    if (!known.contains(typed))
        return wrong(node, Words::tr("\"%1\" is no %2%3").arg(typed.left(60), QString::fromUtf8(key), orKnown(typed, known)));
    return std::nullopt;
}

Failure YamlValues::flag(const QByteArray &key, const YAML::Node &node, bool &out) const
{
    QByteArray value;
    if (Failure failure = word(key, node, {u"true"_s, u"false"_s, u"yes"_s, u"no"_s, u"on"_s, u"off"_s}, value))
        return failure;
    out = value == "true" || value == "yes" || value == "on";
    return std::nullopt;
}

Failure YamlValues::number(const QByteArray &key, const YAML::Node &node, int least, int most, int &out) const
{
    QByteArray value;
    if (Failure failure = text(key, node, value))
        return failure;
    bool ok = false;
    out = value.trimmed().toInt(&ok);
    if (!ok || out < least || out > most)
        return wrong(node, Words::tr("%1 is a whole number from %2 to %3").arg(QString::fromUtf8(key)).arg(least).arg(most));
    return std::nullopt;
}

Failure YamlValues::duration(const QByteArray &key, const YAML::Node &node, sip::Instant &out) const
{
    QByteArray value;
    if (Failure failure = text(key, node, value))
        return failure;
    if (value.trimmed() == "never") {
        out = key == "ring-limit" ? sip::Instant(0) : sip::ComposedRequest::Never;
        return std::nullopt;
    }
    const auto parsed = parseDuration(value);
    if (!parsed)
        return wrong(node, u"%1: %2"_s.arg(QString::fromUtf8(key), parsed.error().detail));
    out = *parsed;
    return std::nullopt;
}

Failure YamlValues::base64(const QByteArray &key, const YAML::Node &node, QByteArray &out) const
{
    QByteArray value;
    if (Failure failure = text(key, node, value))
        return failure;
    const auto decoded =
        QByteArray::fromBase64Encoding(value.simplified().replace(' ', ""), QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return wrong(node, Words::tr("%1 is not base64").arg(QString::fromUtf8(key)));
    out = decoded.decoded.isNull() ? QByteArray("") : decoded.decoded;
    return std::nullopt;
}

} // namespace diag
