// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/finding.h"

#include "message/headers.h"
#include "request/target.h"

#include <algorithm>

namespace diag {
namespace {

using sip::ComposedRequest;
using sip::ComposedRow;
using sip::HeaderId;

bool isRow(const ComposedRow &row, const QByteArray &name)
{
    const HeaderId id = sip::headerId(name);
    if (id != HeaderId::Other)
        return sip::headerId(row.name) == id;
    return row.name.compare(name, Qt::CaseInsensitive) == 0;
}

/// The first row of that name gets the value, later ones are muted; an empty value mutes them all.
void setHeader(ComposedRequest &request, const QByteArray &name, const QByteArray &value)
{
    bool written = value.isEmpty();
    for (ComposedRow &row : request.rows) {
        if (row.muted || !isRow(row, name))
            continue;
        if (written)
            row.muted = true;
        else
            row.value = value;
        written = true;
    }
    if (!written)
        request.rows.append(ComposedRow{name, value});
}

QByteArray headerValue(const ComposedRequest &request, const QByteArray &name)
{
    for (const ComposedRow &row : request.rows)
        if (!row.muted && isRow(row, name))
            return row.value;
    return {};
}

QByteArray userOf(const QByteArray &nameAddr)
{
    const auto address = sip::parseNameAddr(nameAddr);
    return address ? QByteArray::fromPercentEncoding(address->uri.user()) : QByteArray();
}

/// "1001@example.com" is a common way to write an account: the user of a URI is what stands before the '@'.
QByteArray asUser(const QByteArray &account)
{
    const qsizetype at = account.indexOf('@');
    return (at > 0 ? account.first(at) : account).toPercentEncoding("!*'()&=+$,;?/");
}

void takeFromFromAuthUser(ComposedRequest &request, const QByteArray &account)
{
    const QByteArray old = headerValue(request, "From");
    auto from = sip::parseNameAddr(old);
    if (!from) {
        const auto uri = sip::Uri::parse(sip::effectiveRequestUri(request));
        if (uri && uri->isSip())
            setHeader(request, "From", "<sip:" + asUser(account) + '@' + uri->host() + '>');
        return;
    }
    from->uri.setUser(asUser(account));
    setHeader(request, "From", sip::writeNameAddr(*from));
    // A registration names the same account twice.
    auto to = sip::parseNameAddr(headerValue(request, "To"));
    if (request.method == "REGISTER" && to && userOf(old) == userOf(headerValue(request, "To"))) {
        to->uri.setUser(asUser(account));
        setHeader(request, "To", sip::writeNameAddr(*to));
    }
}

void takeAuthUserFromFrom(ComposedRequest &request, const QByteArray &given)
{
    const QByteArray user = given.isEmpty() ? userOf(headerValue(request, "From")) : given;
    if (user.isEmpty())
        return;
    if (request.credentials.isEmpty())
        request.credentials.append(sip::Credential{});
    request.credentials.first().username = user;
}

bool isNextHop(const QByteArray &target)
{
    const QByteArray scheme = target.trimmed().left(target.indexOf(':')).toLower();
    return scheme == "udp" || scheme == "tcp" || scheme == "tls" || scheme == "ws" || scheme == "wss";
}

/// A request that goes through a given next hop keeps it and asks for the new URI there.
void setTarget(ComposedRequest &request, const QByteArray &value)
{
    if (isNextHop(value)) {
        request.target = value;
    } else if (isNextHop(request.target)) {
        request.requestUri = value;
    } else {
        request.target = value;
        request.requestUri.clear();
    }
}

} // namespace

ComposedRequest applied(const Fix &fix, const ComposedRequest &request)
{
    ComposedRequest out = request;
    switch (fix.edit) {
    case Fix::Edit::DigestUri:
        out.authPolicy.uriOverride = fix.value == sip::effectiveRequestUri(request) ? QByteArray() : fix.value;
        break;
    case Fix::Edit::AuthUserFromFrom: takeAuthUserFromFrom(out, fix.value); break;
    case Fix::Edit::FromFromAuthUser: takeFromFromAuthUser(out, fix.value); break;
    case Fix::Edit::Transport:
        out.transport = fix.value;
        out.forceUdp = out.forceUdp && fix.value == "udp";
        break;
    case Fix::Edit::ForceUdp: out.forceUdp = fix.value != "off"; break;
    case Fix::Edit::Timers: out.timers = sip::TimerValues::parse(fix.value).value_or(request.timers); break;
    case Fix::Edit::Header: setHeader(out, fix.name, fix.value); break;
    case Fix::Edit::Target: setTarget(out, fix.value); break;
    case Fix::Edit::Body:
        out.body = fix.value;
        if (out.body.isEmpty())
            for (const char *name :
                 {"Content-Type", "Content-Encoding", "Content-Disposition", "Content-Language", "Content-Length"})
                setHeader(out, name, {});
        break;
    case Fix::Edit::RequestUri: out.requestUri = fix.value; break;
    case Fix::Edit::AuthChoice:
        using Choice = sip::AuthPolicy::Choice;
        out.authPolicy.choice = fix.value == "strongest" ? Choice::Strongest
                                : fix.value == "weakest" ? Choice::Weakest
                                                         : Choice::TopmostSupported;
        break;
    }
    return out;
}

} // namespace diag
