// SPDX-License-Identifier: GPL-3.0-or-later
// RFC 3261 19.1.4: when two URIs name the same resource.
#include "message/characters.h"
#include "message/uri.h"

#include <algorithm>

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

const Param *counterpart(const QList<Param> &list, const Param &wanted)
{
    const auto found =
        std::find_if(list.begin(), list.end(), [&](const Param &p) { return sameIgnoringCase(p.name, wanted.name); });
    return found == list.end() ? nullptr : &*found;
}

/// These never match their absence, not even with their default value.
bool mustBeInBoth(const Param &param)
{
    const QByteArray name = resolved(param.name).toLower();
    return name == "transport" || name == "user" || name == "ttl" || name == "method" || name == "maddr";
}

bool paramsFit(const QList<Param> &a, const QList<Param> &b)
{
    return std::all_of(a.begin(), a.end(), [&](const Param &param) {
        const Param *other = counterpart(b, param);
        return other ? sameIgnoringCase(param.value, other->value) : !mustBeInBoth(param);
    });
}

bool headersFit(const QList<Param> &a, const QList<Param> &b)
{
    return std::all_of(a.begin(), a.end(), [&](const Param &header) {
        const Param *other = counterpart(b, header);
        return other && sameIgnoringCase(header.value, other->value);
    });
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
           sameIgnoringCase(m_host, other.m_host) && m_port == other.m_port && paramsFit(m_params, other.m_params) &&
           paramsFit(other.m_params, m_params) && m_headers.size() == other.m_headers.size() &&
           headersFit(m_headers, other.m_headers) && headersFit(other.m_headers, m_headers);
}

} // namespace sip
