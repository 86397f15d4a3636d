// SPDX-License-Identifier: GPL-3.0-or-later
// Each row by itself: does its value follow its grammar, are its numbers in range?
#include "base/words.h"
#include "message/headers.h"
#include "message/lint_report.h"

#include <QSet>

#include <optional>

namespace sip::linting {
namespace {

using View = QByteArrayView;
using Flaw = std::optional<Error>;
using Check = Flaw (*)(View value);

constexpr quint64 MaxUInt32 = 0xffffffff;

Flaw syntax(View value, const char *at, const char *text, const char *rule = "R25-1")
{
    return Error{Error::Code::Syntax, Words::tr(text), at - value.begin(), rule};
}

/// One value through its parser of headers.h. Folds count as white space there, so raw values keep wire offsets.
template<auto parse> Flaw one(View value)
{
    const auto parsed = parse(value);
    return parsed ? Flaw() : Flaw(parsed.error());
}

/// A comma list whose elements all go through \a check; an element may not be empty.
template<Check check> Flaw listOf(View value)
{
    for (scan::Elements elements(value); elements.next();) {
        if (elements.element.isEmpty())
            return syntax(value, elements.element.begin(), QT_TRANSLATE_NOOP("core", "an element of the list is empty"));
        if (Flaw flaw = check(elements.element)) {
            flaw->offset = qMax<qsizetype>(0, flaw->offset) + (elements.element.begin() - value.begin());
            return flaw;
        }
    }
    return {};
}

/// As listOf, but nothing at all is a list too: Supported, Allow.
template<Check check> Flaw listOrNothing(View value)
{
    return value.isEmpty() ? Flaw() : listOf<check>(value);
}

template<quint64 max, const char *const &rule> Flaw numberUpTo(View value)
{
    const auto number = parseNumber(value, max, rule);
    return number ? Flaw() : Flaw(number.error());
}

constexpr const char *expiresRule = "R20.19-1";
constexpr const char *hopsRule = "R20.22-1";

Flaw token(View value)
{
    const char *end = scan::skipToken(value.begin(), value.end());
    return end == value.end() && end != value.begin() ? Flaw()
                                                      : syntax(value, end, QT_TRANSLATE_NOOP("core", "expected a token"));
}

/// What follows the first ';' of "token;a=b".
Flaw params(View value, const char *from)
{
    scan::Params reader(scan::between(from, value.end()));
    while (reader.next()) {
    }
    if (reader.flaw.at)
        return syntax(value, reader.flaw.at, reader.flaw.text);
    return reader.at() == value.end() ? Flaw()
                                      : syntax(value, reader.at(), QT_TRANSLATE_NOOP("core", "something follows the value"));
}

Flaw tokenWithParams(View value)
{
    const char *end = scan::skipToken(value.begin(), value.end());
    return end == value.begin() ? syntax(value, end, QT_TRANSLATE_NOOP("core", "expected a token")) : params(value, end);
}

Flaw mediaType(View value)
{
    const char *slash = scan::skipLws(scan::skipToken(value.begin(), value.end()), value.end());
    const char *subtype = slash == value.end() || *slash != '/' ? slash : scan::skipLws(slash + 1, value.end());
    const char *end = scan::skipToken(subtype, value.end());
    if (slash == value.begin() || subtype == slash || end == subtype)
        return syntax(value, slash, QT_TRANSLATE_NOOP("core", "expected a media type such as text/plain"));
    return params(value, end);
}

/// RFC 3261 25.1 callid = word ["@" word]; words are printable ASCII without white space.
Flaw callId(View value)
{
    int atSigns = 0;
    for (const char &c : value) {
        if (c == '@' && ++atSigns == 1 && &c != value.begin() && &c + 1 != value.end())
            continue;
        if (!is(c, TokenChar) && !View("()<>:\\\"/[]?{}").contains(c))
            return syntax(value, &c, QT_TRANSLATE_NOOP("core", "this character cannot stand in a Call-ID"));
    }
    return value.isEmpty() ? syntax(value, value.begin(), QT_TRANSLATE_NOOP("core", "the value is empty")) : Flaw();
}

/// RFC 1123 with GMT: "Sat, 13 Nov 2010 23:29:00 GMT".
Flaw date(View value)
{
    constexpr View pattern = "Aaa, 00 Aaa 0000 00:00:00 GMT";
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const char wanted = pattern[i];
        const char c = i < value.size() ? value[i] : '\0';
        const bool letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
        const bool fits = i >= pattern.size() - 3  ? c == wanted
                          : wanted == '0'          ? is(c, DigitChar)
                          : lowered(wanted) == 'a' ? letter
                                                   : c == wanted;
        if (!fits)
            return syntax(value, value.begin() + qMin(i, value.size()),
                          QT_TRANSLATE_NOOP("core", "expected a date such as Sat, 13 Nov 2010 23:29:00 GMT"));
    }
    return value.size() == pattern.size()
               ? Flaw()
               : syntax(value, value.begin() + pattern.size(), QT_TRANSLATE_NOOP("core", "something follows the date"));
}

//= R20.10-1 a route is always in angle brackets
Flaw route(View value)
{
    if (Flaw flaw = one<parseNameAddr>(value))
        return flaw;
    const scan::NameAddr parts = scan::splitNameAddr(value);
    return parts.brackets
               ? Flaw()
               : syntax(value, parts.uri.begin(), QT_TRANSLATE_NOOP("core", "the URI must be in angle brackets"), "R20.10-1");
}

//= R10.2.1.2-1 R10.2-8
Flaw contact(View value)
{
    const auto parsed = parseNameAddr(value);
    if (!parsed)
        return parsed.error();
    const Contact contact{false, *parsed};
    for (scan::Params reader(scan::splitNameAddr(value).params); reader.next();) {
        if (scan::equalsIgnoringCase(reader.name, "q") && contact.q() < 0)
            return syntax(value, reader.name.begin(),
                          QT_TRANSLATE_NOOP("core", "q is not a number from 0 to 1 with at most three decimals"), "R10.2.1.2-1");
        if (scan::equalsIgnoringCase(reader.name, "expires") && contact.expires() < 0)
            return syntax(value, reader.name.begin(), QT_TRANSLATE_NOOP("core", "expires is not a number of seconds below 2^32"),
                          "R10.2-8");
    }
    return {};
}

Flaw contacts(View value)
{
    return value == View("*") ? Flaw() : listOf<contact>(value);
}

//= R4028.4-1
Flaw sessionExpires(View value)
{
    const auto parsed = parseSessionExpires(value);
    if (!parsed)
        return parsed.error();
    return parsed->seconds < 90
               ? syntax(value, value.begin(), QT_TRANSLATE_NOOP("core", "a session interval below 90 seconds is not allowed"),
                        "R4028.4-1")
               : Flaw();
}

Flaw minSe(View value)
{
    const char *end = value.begin();
    while (end != value.end() && *end != ';')
        ++end;
    const auto number = parseNumber(scan::between(value.begin(), end), MaxUInt32, "R4028.5-1");
    return number ? params(value, end) : Flaw(number.error());
}

struct ValueRule {
    HeaderId id;
    Check check;
};

//= R20.22-1 R20.19-1
constexpr ValueRule valueRules[] = {
    {HeaderId::Allow, listOrNothing<token>},
    {HeaderId::AllowEvents, listOrNothing<token>},
    {HeaderId::AuthenticationInfo, one<parseAuthInfo>},
    {HeaderId::Authorization, one<parseAuth>},
    {HeaderId::CallId, callId},
    {HeaderId::Contact, contacts},
    {HeaderId::ContentDisposition, tokenWithParams},
    {HeaderId::ContentType, mediaType},
    {HeaderId::CSeq, one<parseCSeq>},
    {HeaderId::Date, date},
    {HeaderId::Event, tokenWithParams},
    {HeaderId::Expires, numberUpTo<MaxUInt32, expiresRule>},
    {HeaderId::From, one<parseNameAddr>},
    {HeaderId::MaxForwards, numberUpTo<255, hopsRule>},
    {HeaderId::MinExpires, numberUpTo<MaxUInt32, expiresRule>},
    {HeaderId::MinSe, minSe},
    {HeaderId::PAssertedIdentity, listOf<one<parseNameAddr>>},
    {HeaderId::PPreferredIdentity, listOf<one<parseNameAddr>>},
    {HeaderId::Path, listOf<route>},
    {HeaderId::ProxyAuthenticate, one<parseAuth>},
    {HeaderId::ProxyAuthenticationInfo, one<parseAuthInfo>},
    {HeaderId::ProxyAuthorization, one<parseAuth>},
    {HeaderId::ProxyRequire, listOf<token>},
    {HeaderId::RAck, one<parseRAck>},
    {HeaderId::Reason, one<parseReasons>},
    {HeaderId::RecordRoute, listOf<route>},
    {HeaderId::ReferTo, one<parseNameAddr>},
    {HeaderId::ReferredBy, one<parseNameAddr>},
    {HeaderId::ReplyTo, one<parseNameAddr>},
    {HeaderId::Require, listOf<token>},
    {HeaderId::RetryAfter, one<parseRetryAfter>},
    {HeaderId::Route, listOf<route>},
    {HeaderId::RSeq, one<parseRSeq>},
    {HeaderId::ServiceRoute, listOf<route>},
    {HeaderId::SessionExpires, sessionExpires},
    {HeaderId::SipEtag, token},
    {HeaderId::SipIfMatch, token},
    {HeaderId::SubscriptionState, one<parseSubscriptionState>},
    {HeaderId::Supported, listOrNothing<token>},
    {HeaderId::To, one<parseNameAddr>},
    {HeaderId::Unsupported, listOf<token>},
    {HeaderId::Via, listOf<one<parseVia>>},
    {HeaderId::Warning, one<parseWarnings>},
    {HeaderId::WwwAuthenticate, one<parseAuth>},
};

//= R7.3.1-7
void checkRepeatedParams(Report &report, View name, View text)
{
    QSet<QByteArray> seen;
    for (scan::Params reader(text); reader.next();) {
        const QByteArray lower = reader.name.toByteArray().toLower();
        if (!seen.contains(lower)) {
            seen.insert(lower);
            continue;
        }
        report.add(Severity::Warning, "R7.3.1-7",
                   Words::tr("%1: the parameter %2 stands twice in one value").arg(latin1(name), latin1(reader.name)),
                   reader.name);
        return;
    }
}

bool isAddress(HeaderId id)
{
    return id == HeaderId::From || id == HeaderId::To || id == HeaderId::Contact || id == HeaderId::Route ||
           id == HeaderId::RecordRoute || id == HeaderId::ReferTo;
}

//= R22-6 R7.3.1-5
void checkChallenges(Report &report, View name, View value)
{
    const auto challenges = parseAuth(value);
    if (!challenges)
        return;
    if (challenges->size() > 1)
        report.add(Severity::Warning, "R7.3.1-5",
                   Words::tr("%1: several challenges in one row; each should have its own").arg(latin1(name)), value);
    for (const AuthValue &challenge : *challenges) {
        if (!scan::equalsIgnoringCase(challenge.scheme, "Digest"))
            continue;
        for (const char *needed : {"realm", "nonce"})
            if (!challenge.find(needed))
                report.add(Severity::Warning, "R22-6",
                           Words::tr("%1: a Digest challenge without %2").arg(latin1(name), QLatin1String(needed)), value);
        QSet<QByteArray> seen;
        for (const AuthParam &param : challenge.params)
            seen.insert(param.name.toLower());
        if (seen.size() != challenge.params.size())
            report.add(Severity::Warning, "R22-6", Words::tr("%1: a parameter stands twice in one challenge").arg(latin1(name)),
                       value);
    }
}

} // namespace

void checkValues(Report &report)
{
    for (qsizetype i = 0; i < report.m.headerCount(); ++i) {
        const HeaderField &row = report.m.header(i);
        const View value = report.m.rawValue(row);
        const View name = nameOf(row.id);
        for (const ValueRule &rule : valueRules)
            if (rule.id == row.id)
                if (const Flaw flaw = rule.check(value))
                    report.addError(name, value, *flaw);
        if (isAddress(row.id))
            for (scan::Elements elements(value); elements.next();)
                checkRepeatedParams(report, name, scan::splitNameAddr(elements.element).params);
        if (row.id == HeaderId::Via)
            for (scan::Elements elements(value); elements.next();)
                checkRepeatedParams(report, name, scan::splitVia(elements.element).params);
        if (row.id == HeaderId::WwwAuthenticate || row.id == HeaderId::ProxyAuthenticate)
            checkChallenges(report, name, value);
        //= R4475.3.3.11-1 allowed, but the next proxy will answer 483
        if (row.id == HeaderId::MaxForwards && value == View("0"))
            report.add(Severity::Info, "R4475.3.3.11-1", Words::tr("Max-Forwards is 0: no proxy will pass this on"), value);
    }
}

} // namespace sip::linting
