// SPDX-License-Identifier: GPL-3.0-or-later
#include "message/scan.h"

#include <cstring>

namespace sip::scan {
namespace {

const char *find(const char *at, const char *end, char c)
{
    return at == end ? nullptr : static_cast<const char *>(std::memchr(at, c, size_t(end - at)));
}

/// An unquoted parameter value: token or host, and whatever else peers put there, up to white space, ';' or ','.
const char *skipLooseValue(const char *at, const char *end)
{
    for (; at != end; ++at) {
        if (is(*at, TokenChar))
            continue;
        if (is(*at, LwsChar) || *at == ';' || *at == ',')
            break;
    }
    return at;
}

} // namespace

View trimmed(View text)
{
    const char *from = text.begin();
    const char *to = text.end();
    while (from != to && is(*from, LwsChar))
        ++from;
    while (to != from && is(to[-1], LwsChar))
        --to;
    return between(from, to);
}

bool equalsIgnoringCase(View a, View b)
{
    if (a.size() != b.size())
        return false;
    for (qsizetype i = 0; i < a.size(); ++i)
        if (lowered(a[i]) != lowered(b[i]))
            return false;
    return true;
}

//= R25-1 quoted strings end at the first quote without a backslash
const char *skipQuoted(const char *at, const char *end)
{
    for (++at; at != end; ++at) {
        if (*at == '"')
            return at + 1;
        if (*at == '\\' && ++at == end)
            break;
    }
    return nullptr;
}

bool number(View text, quint64 max, quint64 *out)
{
    if (text.isEmpty())
        return false;
    quint64 value = 0;
    for (const char c : text) {
        if (!is(c, DigitChar))
            return false;
        const quint64 digit = quint64(c - '0');
        if (value > (max - digit) / 10 || digit > max)
            return false;
        value = value * 10 + digit;
    }
    *out = value;
    return true;
}

bool Elements::next()
{
    if (!m_more)
        return false;
    const char *from = m_at;
    int comments = 0;
    bool inBrackets = false;
    for (; m_at != m_end; ++m_at) {
        const char c = *m_at;
        if (c == '"' && !inBrackets) {
            const char *after = skipQuoted(m_at, m_end);
            m_at = after ? after - 1 : m_end - 1;
        } else if (c == '<') {
            inBrackets = true;
        } else if (c == '>') {
            inBrackets = false;
        } else if (c == '(' && !inBrackets) {
            ++comments;
        } else if (c == ')' && comments) {
            --comments;
        } else if (c == ',' && !inBrackets && !comments) {
            break;
        }
    }
    element = trimmed(between(from, m_at));
    m_more = m_at != m_end;
    if (m_more)
        ++m_at;
    return true;
}

bool Params::next()
{
    for (;;) {
        m_at = skipLws(m_at, m_end);
        if (m_at == m_end || *m_at == ',')
            return false;
        if (*m_at != ';') {
            flaw.set(m_at, QT_TRANSLATE_NOOP("core", "expected a semicolon"));
            skipBroken();
            continue;
        }
        const char *from = skipLws(m_at + 1, m_end);
        m_at = skipToken(from, m_end);
        name = between(from, m_at);
        if (name.isEmpty()) {
            flaw.set(from, QT_TRANSLATE_NOOP("core", "a parameter has no name"));
            skipBroken();
            continue;
        }
        const char *equals = skipLws(m_at, m_end);
        hasValue = equals != m_end && *equals == '=';
        value = {};
        if (hasValue) {
            m_at = skipLws(equals + 1, m_end);
            readValue();
        }
        return true;
    }
}

void Params::readValue()
{
    const char *from = m_at;
    if (from != m_end && *from == '"') {
        const char *after = skipQuoted(from, m_end);
        if (!after)
            flaw.set(from, QT_TRANSLATE_NOOP("core", "a quoted string is not closed"));
        m_at = after ? after : m_end;
    } else {
        m_at = skipLooseValue(from, m_end);
        if (m_at == from)
            flaw.set(from, QT_TRANSLATE_NOOP("core", "a parameter has '=' but no value"));
    }
    value = between(from, m_at);
}

void Params::skipBroken()
{
    while (m_at != m_end && *m_at != ';' && *m_at != ',') {
        const char *after = *m_at == '"' ? skipQuoted(m_at, m_end) : m_at + 1;
        m_at = after ? after : m_end;
    }
}

View param(View params, View name)
{
    for (Params p(params); p.next();)
        if (equalsIgnoringCase(p.name, name))
            return p.hasValue ? p.value : View("", qsizetype(0));
    return {};
}

//= R20.10-1 parameters after an addr-spec without brackets belong to the header
NameAddr splitNameAddr(View text)
{
    NameAddr parts;
    const char *const end = text.end();
    const char *at = skipLws(text.begin(), end);
    const char *const start = at;
    if (at != end && *at == '"') {
        const char *after = skipQuoted(at, end);
        if (!after) {
            parts.flaw.set(at, QT_TRANSLATE_NOOP("core", "a quoted display name is not closed"));
            after = at + 1;
        }
        const char *open = skipLws(after, end);
        if (open == end || *open != '<') {
            parts.flaw.set(open, QT_TRANSLATE_NOOP("core", "a display name must be followed by <"));
            open = find(after, end, '<');
        }
        at = open ? open : end;
    } else {
        while (at != end && *at != '<' && *at != ';' && *at != ',' && *at != '"')
            ++at;
        if (at != end && *at == '"') {
            parts.flaw.set(at, QT_TRANSLATE_NOOP("core", "a quote inside a display name"));
            const char *open = find(at, end, '<');
            at = open ? open : end;
        }
    }
    if (at == end || *at != '<') {
        parts.uri = trimmed(between(start, at));
        parts.params = between(at, end);
        return parts;
    }
    if (at != start)
        parts.display = trimmed(between(start, at));
    parts.brackets = true;
    const char *close = find(at, end, '>');
    if (!close)
        parts.flaw.set(at, QT_TRANSLATE_NOOP("core", "the angle bracket is not closed"));
    parts.uri = between(at + 1, close ? close : end);
    parts.params = between(close ? close + 1 : end, end);
    return parts;
}

//= R20.42-1 white space is allowed inside sent-protocol and around the parameters
Via splitVia(View text)
{
    Via via;
    const char *const end = text.end();
    const char *at = skipLws(text.begin(), end);
    View *const fields[] = {&via.protocol, &via.version, &via.transport};
    for (View *field : fields) {
        const char *from = at;
        at = skipToken(from, end);
        *field = between(from, at);
        if (field->isEmpty())
            via.flaw.set(at, QT_TRANSLATE_NOOP("core", "sent-protocol must read SIP/2.0/transport"));
        if (field == &via.transport)
            break;
        at = skipLws(at, end);
        if (at == end || *at != '/') {
            via.flaw.set(at, QT_TRANSLATE_NOOP("core", "sent-protocol must read SIP/2.0/transport"));
            break;
        }
        at = skipLws(at + 1, end);
    }
    const char *host = skipLws(at, end);
    if (host == at)
        via.flaw.set(at, QT_TRANSLATE_NOOP("core", "sent-by is missing"));
    at = host;
    if (at != end && *at == '[') {
        const char *close = find(at, end, ']');
        if (!close)
            via.flaw.set(at, QT_TRANSLATE_NOOP("core", "the bracket of an IPv6 address is not closed"));
        at = close ? close + 1 : end;
    } else {
        while (at != end && is(*at, HostChar))
            ++at;
    }
    via.host = between(host, at);
    if (via.host.isEmpty())
        via.flaw.set(at, QT_TRANSLATE_NOOP("core", "sent-by has no host"));
    const char *colon = skipLws(at, end);
    if (colon != end && *colon == ':') {
        const char *from = skipLws(colon + 1, end);
        at = from;
        while (at != end && is(*at, DigitChar))
            ++at;
        via.port = between(from, at);
        if (via.port.isEmpty())
            via.flaw.set(from, QT_TRANSLATE_NOOP("core", "the port of sent-by is not a number"));
    }
    const char *rest = skipLws(at, end);
    if (rest != end && *rest != ';' && *rest != ',') {
        via.flaw.set(rest, QT_TRANSLATE_NOOP("core", "sent-by is followed by something that is no parameter"));
        while (rest != end && *rest != ';' && *rest != ',')
            ++rest;
    }
    via.params = between(rest, end);
    return via;
}

bool AuthParams::next()
{
    for (;;) {
        const char *from = skipLws(m_at, m_end);
        if (from == m_end) {
            m_at = from;
            return false;
        }
        if (*from == ',') {
            m_at = from + 1;
            continue;
        }
        const char *to = skipToken(from, m_end);
        const char *equals = skipLws(to, m_end);
        if (to != from && equals != m_end && *equals == '=') {
            name = between(from, to);
            m_at = skipLws(equals + 1, m_end);
            readValue();
            return true;
        }
        if (to != from && equals != to && equals != m_end && *equals != ',') { // token, white space, no '=': the next scheme
            m_at = from;
            return false;
        }
        flaw.set(from, QT_TRANSLATE_NOOP("core", "expected name=value"));
        while (to != m_end && *to != ',')
            ++to;
        m_at = to;
    }
}

void AuthParams::readValue()
{
    const char *from = m_at;
    quoted = from != m_end && *from == '"';
    if (!quoted) {
        m_at = skipLooseValue(from, m_end);
        value = between(from, m_at);
        if (value.isEmpty() || value.front() == '=')
            flaw.set(from, QT_TRANSLATE_NOOP("core", "a parameter has '=' but no value"));
        return;
    }
    const char *after = skipQuoted(from, m_end);
    if (!after)
        flaw.set(from, QT_TRANSLATE_NOOP("core", "a quoted string is not closed"));
    m_at = after ? after : m_end;
    value = between(from + 1, after ? after - 1 : m_end);
}

} // namespace sip::scan
