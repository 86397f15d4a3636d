// SPDX-License-Identifier: GPL-3.0-or-later
// Challenges and credentials: WWW-Authenticate, Proxy-Authenticate, Authorization, Proxy-Authorization, Authentication-Info.
#include "base/words.h"
#include "message/header_values.h"

namespace sip {
namespace {

constexpr const char *rule = "R25-1";

QByteArray withoutEscapes(QByteArrayView text)
{
    QByteArray out;
    out.reserve(text.size());
    for (const char *at = text.begin(); at != text.end(); ++at) {
        if (*at == '\\' && at + 1 != text.end())
            ++at;
        out += *at;
    }
    return out;
}

AuthParam paramOf(const scan::AuthParams &reader)
{
    return {values::copyOf(reader.name), reader.quoted ? withoutEscapes(reader.value) : reader.value.toByteArray(),
            reader.quoted};
}

/// "dXNlcg==" of Basic or Bearer: one word up to the end or a comma, with '=' only at its end.
/// \return its end; nullptr: what stands here is name=value
const char *skipToken68(const char *at, const char *end)
{
    const char *from = at;
    while (at != end && (is(*at, TokenChar) || *at == '/'))
        ++at;
    const char *wordEnd = at;
    while (at != end && *at == '=')
        ++at;
    const char *next = scan::skipLws(at, end);
    return wordEnd != from && (next == end || *next == ',') ? at : nullptr;
}

} // namespace

const AuthParam *AuthValue::find(QByteArrayView name) const
{
    for (const AuthParam &param : params)
        if (scan::equalsIgnoringCase(param.name, name))
            return &param;
    return nullptr;
}

//= R7.3.1-5 a row that merges challenges is split
//= R22-6 duplicates and unknown parameters are kept
//= R4475.3.3.7-1 an unknown scheme is kept with its parameters
Expected<QList<AuthValue>> parseAuth(QByteArrayView value)
{
    QList<AuthValue> all;
    const char *const end = value.end();
    const char *at = scan::skipLws(value.begin(), end);
    if (at == end)
        return values::missingError(rule);
    while (at != end) {
        AuthValue auth;
        const char *schemeEnd = scan::skipToken(at, end);
        const char *next = scan::skipLws(schemeEnd, end);
        if (schemeEnd == at || (next == schemeEnd && next != end && *next != ','))
            return values::syntaxError(value, at, Words::tr("expected an authentication scheme"), rule);
        auth.scheme = values::copyOf(scan::between(at, schemeEnd));
        at = next;
        const bool digest = scan::equalsIgnoringCase(auth.scheme, "Digest");
        if (const char *tokenEnd = digest ? nullptr : skipToken68(at, end)) {
            auth.token = values::copyOf(scan::between(at, tokenEnd));
            at = tokenEnd;
        }
        scan::AuthParams reader(scan::between(at, end));
        while (reader.next())
            auth.params += paramOf(reader);
        if (reader.flaw.at)
            return values::flawError(value, reader.flaw, rule);
        at = reader.at();
        all += auth;
    }
    return all;
}

Expected<QList<AuthParam>> parseAuthInfo(QByteArrayView value)
{
    QList<AuthParam> params;
    scan::AuthParams reader(value);
    while (reader.next())
        params += paramOf(reader);
    if (!reader.flaw.at && reader.at() != value.end())
        reader.flaw.set(reader.at(), QT_TRANSLATE_NOOP("core", "expected name=value"));
    if (reader.flaw.at)
        return values::flawError(value, reader.flaw, rule);
    if (params.isEmpty())
        return values::missingError(rule);
    return params;
}

} // namespace sip
