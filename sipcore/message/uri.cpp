// SPDX-License-Identifier: GPL-3.0-or-later
#include "message/uri.h"

#include "base/words.h"
#include "message/scan.h"

namespace sip {
namespace {

QByteArray copyOf(QByteArrayView text)
{
    return text.isNull() ? QByteArray() : QByteArray(text.data(), text.size());
}

/// Parameters and headers of a URI: pieces between separators, each name or name=value.
QList<Param> readPairs(QByteArrayView text, char separator)
{
    QList<Param> pairs;
    const char *at = text.begin();
    while (at != text.end()) {
        const char *to = at;
        const char *equals = nullptr;
        for (; to != text.end() && *to != separator; ++to)
            if (*to == '=' && !equals)
                equals = to;
        if (to != at) {
            Param pair;
            pair.name = copyOf(scan::between(at, equals ? equals : to));
            if (equals)
                pair.value = copyOf(scan::between(equals + 1, to));
            pairs += pair;
        }
        at = to == text.end() ? to : to + 1;
    }
    return pairs;
}

} // namespace

const Param *findParam(const QList<Param> &params, QByteArrayView name)
{
    for (const Param &param : params)
        if (scan::equalsIgnoringCase(param.name, name))
            return &param;
    return nullptr;
}

Expected<Uri> Uri::parse(QByteArrayView text)
{
    const scan::Uri parts = scan::splitUri(text);
    if (parts.flaw.at)
        return Error{Error::Code::Syntax, Words::tr(parts.flaw.text), parts.flaw.at - text.begin(), parts.rule};
    Uri uri;
    uri.m_text = copyOf(text);
    uri.m_scheme = copyOf(parts.scheme);
    if (!parts.isSip) {
        //= R4475.3.3.4-1 other schemes are kept whole
        uri.m_opaque = copyOf(parts.rest);
        return uri;
    }
    uri.m_user = copyOf(parts.user);
    uri.m_password = copyOf(parts.password);
    uri.m_host = copyOf(parts.host);
    uri.m_port = quint16(copyOf(parts.port).toUInt());
    uri.m_params = readPairs(parts.params, ';');
    uri.m_headers = readPairs(parts.headers, '&');
    return uri;
}

bool Uri::isSip() const
{
    return scan::equalsIgnoringCase(m_scheme, "sip") || isSips();
}

bool Uri::isSips() const
{
    return scan::equalsIgnoringCase(m_scheme, "sips");
}

bool Uri::isTel() const
{
    return scan::equalsIgnoringCase(m_scheme, "tel");
}

QByteArray Uri::param(QByteArrayView name) const
{
    const Param *found = findParam(m_params, name);
    if (!found)
        return {};
    return found->value.isNull() ? QByteArray("") : found->value;
}

void Uri::setParam(QByteArray name, QByteArray value)
{
    m_text.clear();
    for (Param &param : m_params)
        if (scan::equalsIgnoringCase(param.name, name)) {
            param.value = std::move(value);
            return;
        }
    m_params.append({std::move(name), std::move(value)});
}

void Uri::removeParam(QByteArrayView name)
{
    const auto removed = m_params.removeIf([name](const Param &p) { return scan::equalsIgnoringCase(p.name, name); });
    if (removed)
        m_text.clear();
}

void Uri::clearHeaders()
{
    if (m_headers.isEmpty())
        return;
    m_headers.clear();
    m_text.clear();
}

void Uri::setUser(QByteArray user)
{
    m_user = std::move(user);
    if (m_user.isNull())
        m_password.clear();
    m_text.clear();
}

void Uri::setHost(QByteArray host, quint16 port)
{
    m_host = std::move(host);
    m_port = port;
    m_text.clear();
}

bool isSipsUri(QByteArrayView text)
{
    constexpr QByteArrayView scheme = "sips:";
    return text.size() > scheme.size() && scan::equalsIgnoringCase(text.first(scheme.size()), scheme) &&
           !scan::splitUri(text).flaw.at;
}

QByteArray Uri::toBytes() const
{
    if (!m_text.isNull() || m_scheme.isEmpty())
        return m_text;
    QByteArray out = m_scheme + ':';
    if (!isSip())
        return out + m_opaque;
    if (!m_user.isNull()) {
        out += m_user;
        if (!m_password.isNull())
            out += ':' + m_password;
        out += '@';
    }
    out += m_host;
    if (m_port)
        out += ':' + QByteArray::number(m_port);
    const auto write = [&out](const Param &pair) {
        out += pair.name;
        if (!pair.value.isNull())
            out += '=' + pair.value;
    };
    for (const Param &param : m_params) {
        out += ';';
        write(param);
    }
    char separator = '?';
    for (const Param &header : m_headers) {
        out += separator;
        write(header);
        separator = '&';
    }
    return out;
}

} // namespace sip
