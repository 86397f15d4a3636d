// SPDX-License-Identifier: GPL-3.0-or-later
#include "request/local_placeholder.h"

#include "message/headers.h"
#include "request/target.h"

namespace sip {

namespace {

/// The texts of a request in which our own address can stand.
template<class Request, class Each> void eachSentText(Request &request, Each &&each)
{
    each(request.requestUri);
    each(request.body);
    each(request.rawBytes);
    each(request.authPolicy.uriOverride);
    for (auto &row : request.rows)
        each(row.value);
}

} // namespace

bool usesLocal(const ComposedRequest &request)
{
    bool uses = false;
    // Few texts hold a brace at all; only those are searched.
    eachSentText(request, [&uses](const QByteArray &text) { uses |= text.contains('{') && text.contains(localPlaceholder); });
    return uses;
}

void putLocal(ComposedRequest &request, const Endpoint &local)
{
    putLocal(request, local.port ? local.text() : local.uriHost());
}

void putLocal(ComposedRequest &request, const QByteArray &hostPort)
{
    if (!usesLocal(request)) // the common case copies nothing
        return;
    eachSentText(request, [&hostPort](QByteArray &text) { text.replace(localPlaceholder, hostPort); });
}

QByteArray localContact(const ComposedRequest &request)
{
    QByteArray user;
    for (const ComposedRow &row : request.rows) {
        if (headerId(row.name) != HeaderId::From || row.muted)
            continue;
        if (const auto from = parseNameAddr(row.value); from && !from->uri.user().isEmpty())
            user = from->uri.user() + '@';
        break;
    }
    const auto hop = nextHop(request);
    //= R10.2.1-1
    const bool udp = !hop || hop->address.protocol == Protocol::Udp;
    const QByteArray transport = udp ? QByteArray() : ";transport=" + uriTransport(hop->address.protocol).toByteArray();
    if (isSipsUri(effectiveRequestUri(request)))
        return "<sips:" + user + localPlaceholder + (hop && isWebSocket(hop->address.protocol) ? transport : QByteArray()) + '>';
    return "<sip:" + user + localPlaceholder + transport + '>';
}

} // namespace sip
