// SPDX-License-Identifier: GPL-3.0-or-later
// What all header values are made of: lists, quoted strings, tokens, numbers, parameters.
#include "base/words.h"
#include "message/header_values.h"
#include "message/message.h"

namespace sip {

QList<QByteArray> splitList(QByteArrayView value)
{
    QList<QByteArray> list;
    for (scan::Elements elements(value); elements.next();)
        if (!elements.element.isEmpty())
            list += values::copyOf(elements.element);
    return list;
}

QList<QByteArray> listOf(const Message &message, HeaderId id)
{
    QList<QByteArray> list;
    for (const QByteArray &row : message.values(id))
        list += splitList(row);
    return list;
}

Expected<quint64> parseNumber(QByteArrayView value, quint64 max, const char *rule)
{
    const QByteArrayView digits = scan::trimmed(value);
    quint64 number = 0;
    if (digits.isEmpty())
        return values::missingError(rule);
    if (scan::number(digits, max, &number))
        return number;
    return values::syntaxError(value, digits.begin(), Words::tr("expected a number from 0 to %1").arg(max), rule);
}

QByteArray unquoted(QByteArrayView value)
{
    if (value.size() < 2 || value.front() != '"' || value.back() != '"')
        return values::copyOf(value);
    QByteArray out;
    out.reserve(value.size());
    const char *const end = value.end() - 1;
    for (const char *at = value.begin() + 1; at != end; ++at) {
        if (*at == '\\' && at + 1 != end)
            ++at;
        out += *at;
    }
    return out;
}

//= R2617.3.2.2-3
QByteArray quoted(QByteArrayView value)
{
    QByteArray out;
    out.reserve(value.size() + 2);
    out += '"';
    for (const char c : value) {
        if (c == '"' || c == '\\')
            out += '\\';
        out += c;
    }
    return out += '"';
}

bool isToken(QByteArrayView text)
{
    return !text.isEmpty() && scan::skipToken(text.begin(), text.end()) == text.end();
}

namespace values {

QByteArray unfolded(QByteArrayView raw)
{
    QByteArray out;
    out.reserve(raw.size());
    for (const char *at = raw.begin(); at != raw.end();) {
        if (*at != '\r' && *at != '\n') {
            out += *at++;
            continue;
        }
        while (!out.isEmpty() && is(out.back(), LwsChar))
            out.chop(1);
        out += ' ';
        at = scan::skipLws(at, raw.end());
    }
    return out;
}

bool readParams(QByteArrayView value, QByteArrayView text, const char *rule, QList<Param> *params, Error *error)
{
    scan::Params reader(text);
    while (reader.next())
        params->append({copyOf(reader.name), reader.hasValue ? copyOf(reader.value) : QByteArray()});
    if (!reader.flaw.at && reader.at() != text.end())
        reader.flaw.set(reader.at(), QT_TRANSLATE_NOOP("core", "a comma where one value was expected"));
    if (!reader.flaw.at)
        return true;
    *error = flawError(value, reader.flaw, rule);
    return false;
}

QByteArray writeParams(const QList<Param> &params)
{
    QByteArray out;
    for (const Param &param : params) {
        out += ';' + param.name;
        if (!param.value.isNull())
            out += '=' + param.value;
    }
    return out;
}

} // namespace values
} // namespace sip
