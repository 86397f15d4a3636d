// SPDX-License-Identifier: GPL-3.0-or-later
#include "message/scan.h"

#include <cstring>

namespace sip::scan {
namespace {

const char *findAny(const char *at, const char *end, char a, char b)
{
    while (at != end && *at != a && *at != b)
        ++at;
    return at;
}

/// First '%' that two hexadecimal digits do not follow; nullptr: none.
const char *brokenEscape(View text)
{
    const char *const end = text.end();
    const char *at = text.begin();
    while (at != end && (at = static_cast<const char *>(std::memchr(at, '%', size_t(end - at))))) {
        if (end - at < 3 || !is(at[1], HexChar) || !is(at[2], HexChar))
            return at;
        at += 3;
    }
    return nullptr;
}

void readHostPort(Uri &uri, View text)
{
    const char *const end = text.end();
    const char *at = text.begin();
    if (at != end && *at == '[') {
        for (++at; at != end && (is(*at, HexChar) || *at == ':' || *at == '.');)
            ++at;
        if (at == end || *at != ']') {
            uri.rule = uri.flaw.at ? uri.rule : "R5118.4-1";
            uri.flaw.set(at, QT_TRANSLATE_NOOP("core", "the brackets must hold one IPv6 address"));
            at = findAny(at, end, ']', ']');
        }
        at += at != end;
    } else {
        while (at != end && is(*at, HostChar))
            ++at;
        if (at == text.begin())
            uri.flaw.set(at, at == end ? QT_TRANSLATE_NOOP("core", "the URI has no host")
                                       : QT_TRANSLATE_NOOP("core", "this character cannot begin a host"));
    }
    uri.host = between(text.begin(), at);
    if (at == end)
        return;
    if (*at != ':') {
        uri.flaw.set(at, QT_TRANSLATE_NOOP("core", "this character cannot stand in a host"));
        return;
    }
    //= R5118.4-2 a port follows the closing bracket only
    uri.port = between(at + 1, end);
    quint64 port = 0;
    if (number(uri.port, 65535, &port) && port > 0)
        return;
    //= R5118.4-1
    const bool colons = std::memchr(uri.port.data(), ':', size_t(uri.port.size())) != nullptr;
    uri.rule = uri.flaw.at ? uri.rule : colons ? "R5118.4-1" : uri.rule;
    uri.flaw.set(at + 1, colons ? QT_TRANSLATE_NOOP("core", "an IPv6 address must be in brackets")
                                : QT_TRANSLATE_NOOP("core", "the port is not a number from 1 to 65535"));
}

} // namespace

//= R19.1.1-1 scheme, user, password, host, port, parameters, headers
Uri splitUri(View text)
{
    Uri uri;
    const char *const end = text.end();
    const char *at = text.begin();
    while (at != end && is(*at, SchemeChar))
        ++at;
    if (text.isEmpty()) {
        uri.flaw.set(text.begin(), QT_TRANSLATE_NOOP("core", "the URI is empty"));
        return uri;
    }
    if (is(*text.begin(), LwsChar | ControlChar)) {
        uri.rule = "R7.1-3";
        uri.flaw.set(text.begin(), QT_TRANSLATE_NOOP("core", "white space or a control character inside the URI"));
        return uri;
    }
    if (at == text.begin() || at == end || *at != ':' || is(*text.begin(), DigitChar)) {
        uri.flaw.set(at == end || *at == ':' ? text.begin() : at, QT_TRANSLATE_NOOP("core", "the URI has no scheme"));
        return uri;
    }
    uri.scheme = between(text.begin(), at);
    uri.rest = between(at + 1, end);
    //= R7.1-3
    for (const char *c = at + 1; c != end; ++c)
        if (is(*c, LwsChar | ControlChar)) {
            uri.rule = "R7.1-3";
            uri.flaw.set(c, QT_TRANSLATE_NOOP("core", "white space or a control character inside the URI"));
            break;
        } else if (*c == '<' || *c == '>' || *c == '"') { // they end a URI wherever one stands
            uri.flaw.set(c, QT_TRANSLATE_NOOP("core", "this character cannot stand in a URI"));
            break;
        }
    uri.isSip = equalsIgnoringCase(uri.scheme, "sip") || equalsIgnoringCase(uri.scheme, "sips");
    if (!uri.isSip)
        return uri;
    if (const char *escape = brokenEscape(uri.rest))
        uri.flaw.set(escape, QT_TRANSLATE_NOOP("core", "% must be followed by two hexadecimal digits"));

    ++at;
    if (const auto *atSign = static_cast<const char *>(std::memchr(at, '@', size_t(end - at)))) {
        const char *colon = findAny(at, atSign, ':', ':');
        uri.user = between(at, colon);
        if (colon != atSign)
            uri.password = between(colon + 1, atSign);
        if (uri.user.isEmpty())
            uri.flaw.set(at, QT_TRANSLATE_NOOP("core", "there is nothing before the @"));
        at = atSign + 1;
    }
    const char *hostEnd = findAny(at, end, ';', '?');
    readHostPort(uri, between(at, hostEnd));
    const char *question = findAny(hostEnd, end, '?', '?');
    uri.params = between(hostEnd, question);
    if (question != end)
        uri.headers = between(question + 1, end);
    return uri;
}

View uriParam(View params, View name)
{
    const char *const end = params.end();
    for (const char *at = params.begin(); at != end;) {
        const char *const to = findAny(at, end, ';', ';');
        const char *const equals = findAny(at, to, '=', '=');
        if (to != at && equalsIgnoringCase(between(at, equals), name))
            return equals == to ? View("", qsizetype(0)) : between(equals + 1, to);
        at = to == end ? to : to + 1;
    }
    return {};
}

} // namespace sip::scan
