// SPDX-License-Identifier: GPL-3.0-or-later
#include "request/binding_requests.h"

#include "message/parser.h"

namespace sip {

namespace {

void takeApart(ComposedRequest &request)
{
    const Message message = parseMessage(std::exchange(request.rawBytes, {}));
    request.raw = false;
    request.method = "REGISTER";
    request.requestUri = message.requestUri().toByteArray();
    request.rows.clear();
    for (qsizetype row = 0; row < message.headerCount(); ++row)
        request.rows.append({message.name(message.header(row)).toByteArray(), message.value(message.header(row))});
}

} // namespace

ComposedRequest bindingQuery(const ComposedRequest &registration)
{
    ComposedRequest request = registration;
    if (request.raw)
        takeApart(request);
    request.name.clear();
    request.rows.removeIf([](const ComposedRow &row) {
        switch (headerId(row.name)) {
        case HeaderId::Contact:
        case HeaderId::Expires:
        case HeaderId::CallId:
        case HeaderId::CSeq:
        case HeaderId::Via:
        case HeaderId::ContentLength: return true;
        default: return false;
        }
    });
    request.keepFor = {};
    request.then.clear();
    request.answers.clear();
    return request;
}

//= R10.2.2-1
ComposedRequest bindingRemoval(const ComposedRequest &registration, const QByteArray &uri)
{
    ComposedRequest request = bindingQuery(registration);
    request.rows << ComposedRow{"Contact", '<' + uri + '>'} << ComposedRow{"Expires", "0"};
    return request;
}

//= R10.2.2-1
ComposedRequest bindingsRemoval(const ComposedRequest &registration)
{
    ComposedRequest request = bindingQuery(registration);
    request.rows << ComposedRow{"Contact", "*"} << ComposedRow{"Expires", "0"};
    return request;
}

} // namespace sip
