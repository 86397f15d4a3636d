// SPDX-License-Identifier: GPL-3.0-or-later
// RFC 3261 19.1.4: when two URIs name the same resource.
#include "message/characters.h"
#include "message/uri.h"

#include <QHash>

namespace sip {
namespace {

/// One spelling for all equivalent ones: an escape is resolved unless it hides a reserved character (RFC 2396) or '%'.
QByteArray resolved(const QByteArray &text)
{
    QByteArray out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool escape = text[i] == '%' && i + 2 < text.size() && is(text[i + 1], HexChar) && is(text[i + 2], HexChar);
        if (!escape) {
            out += text[i];
            continue;
        }
        const char hidden = char(hexDigit(text[i + 1]) * 16 + hexDigit(text[i + 2]));
        if (QByteArrayView(";/?:@&=+$,%").contains(hidden))
            out += text.sliced(i, 3).toUpper();
        else
            out += hidden;
        i += 2;
    }
    return out;
}

bool sameExactly(const QByteArray &a, const QByteArray &b)
{
    return a.isNull() == b.isNull() && resolved(a) == resolved(b);
}

bool sameIgnoringCase(const QByteArray &a, const QByteArray &b)
{
    return a.isNull() == b.isNull() && resolved(a).toLower() == resolved(b).toLower();
}

/// Values by name, both in one spelling; the first of a name counts. A table, as the wire may send thousands.
using Table = QHash<QByteArray, QByteArray>;

Table tableOf(const QList<Param> &list)
{
    Table table;
    for (const Param &param : list) {
        const QByteArray name = resolved(param.name).toLower();
        if (!table.contains(name))
            table.insert(name, param.value.isNull() ? QByteArray() : resolved(param.value).toLower());
    }
    return table;
}

/// These never match their absence, not even with their default value.
bool mustBeInBoth(const QByteArray &name)
{
    return name == "transport" || name == "user" || name == "ttl" || name == "method" || name == "maddr";
}

bool paramsFit(const Table &a, const Table &b)
{
    for (auto it = a.begin(); it != a.end(); ++it) {
        const auto other = b.find(it.key());
        if (other == b.end() ? mustBeInBoth(it.key()) : *other != it.value() || other->isNull() != it.value().isNull())
            return false;
    }
    return true;
}

bool sameParams(const QList<Param> &a, const QList<Param> &b)
{
    const Table ours = tableOf(a);
    const Table theirs = tableOf(b);
    return paramsFit(ours, theirs) && paramsFit(theirs, ours);
}

} // namespace

//= R19.1.4-1
bool Uri::isEquivalent(const Uri &other) const
{
    if (m_scheme.toLower() != other.m_scheme.toLower())
        return false;
    if (!isSip())
        return m_opaque == other.m_opaque;
    return sameExactly(m_user, other.m_user) && sameExactly(m_password, other.m_password) &&
           sameIgnoringCase(m_host, other.m_host) && m_port == other.m_port && sameParams(m_params, other.m_params) &&
           m_headers.size() == other.m_headers.size() && tableOf(m_headers) == tableOf(other.m_headers);
}

} // namespace sip
