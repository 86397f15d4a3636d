// SPDX-License-Identifier: GPL-3.0-or-later
#include "request/uri_headers.h"

#include "message/headers.h"

#include <algorithm>

namespace sip {

namespace {

/// Rows that a URI may not set (19.1.5).
bool isDangerous(HeaderId id)
{
    constexpr HeaderId dangerous[] = {HeaderId::From,
                                      HeaderId::CallId,
                                      HeaderId::CSeq,
                                      HeaderId::Via,
                                      HeaderId::RecordRoute,
                                      HeaderId::Route,
                                      HeaderId::MaxForwards,
                                      HeaderId::Contact,
                                      HeaderId::ContentLength,
                                      HeaderId::Authorization,
                                      HeaderId::ProxyAuthorization,
                                      HeaderId::Accept,
                                      HeaderId::AcceptEncoding,
                                      HeaderId::AcceptLanguage,
                                      HeaderId::Allow,
                                      HeaderId::Organization,
                                      HeaderId::Supported,
                                      HeaderId::UserAgent};
    return std::find(std::begin(dangerous), std::end(dangerous), id) != std::end(dangerous);
}

} // namespace

UriHeaders headersOf(const Uri &uri)
{
    UriHeaders all;
    for (const Param &header : uri.headers()) {
        const QByteArray name = QByteArray::fromPercentEncoding(header.name);
        const QByteArray value = QByteArray::fromPercentEncoding(header.value);
        if (name.compare("body", Qt::CaseInsensitive) == 0)
            all.body = value;
        else if (isDangerous(headerId(name)) || !isToken(name))
            all.ignored << name;
        else
            all.rows << ComposedRow{name, value};
    }
    return all;
}

//= R19.1.5-1
UriHeaders headersOfTarget(const ComposedRequest &request)
{
    if (request.raw || !(request.target.contains('?') || request.target.contains(";method=")))
        return {};
    const auto uri = Uri::parse(request.target.trimmed());
    if (!uri || !uri->isSip())
        return {};
    UriHeaders all = headersOf(*uri);
    const auto give = [&all](const QByteArray &name) { all.ignored << name; };
    if (!all.body.isEmpty() && (!request.requestUri.isEmpty() || !request.body.isEmpty())) {
        give("body");
        all.body.clear();
    }
    all.rows.removeIf([&](const ComposedRow &row) {
        const bool known = std::any_of(request.rows.cbegin(), request.rows.cend(), [&row](const ComposedRow &other) {
            const HeaderId id = headerId(row.name);
            return !other.muted &&
                   (id == HeaderId::Other ? other.name.compare(row.name, Qt::CaseInsensitive) == 0 : headerId(other.name) == id);
        });
        if (known || !request.requestUri.isEmpty())
            give(row.name);
        return known || !request.requestUri.isEmpty();
    });
    const QByteArrayView method = uri->param("method");
    if (!method.isNull() && method != request.method)
        give("method=" + method.toByteArray());
    return all;
}

} // namespace sip
