// SPDX-License-Identifier: GPL-3.0-or-later
#include "request/soft_state.h"

#include "base/words.h"
#include "message/headers.h"
#include "message/option_tags.h"

#include <algorithm>

namespace sip {

namespace {

constexpr quint64 MaxUInt32 = 0xffffffff;
constexpr qint64 usualInterval = 3600; ///< seconds: what cannot be read counts as this (R10.2-8)

/// \return -1: no such row
//= R10.2-8
qint64 expiresOf(const Message &message)
{
    const QByteArray value = message.value(HeaderId::Expires).trimmed();
    if (value.isNull())
        return -1;
    const auto number = parseNumber(value, MaxUInt32, "R10.2-8");
    const bool tooLarge =
        !value.isEmpty() && std::all_of(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; });
    return number ? qint64(*number) : tooLarge ? qint64(MaxUInt32) : usualInterval;
}

//= R10.2.4-1 compared as 19.1.4 says, not letter by letter
const Contact *sameBinding(const QList<Contact> &granted, const Contact &own)
{
    const auto found = std::find_if(granted.cbegin(), granted.cend(), [&own](const Contact &one) {
        return !one.star && !own.star && one.address.uri.isEquivalent(own.address.uri);
    });
    return found == granted.cend() ? nullptr : &*found;
}

//= R10.2.1.1-1
//= R10.2.4-3
SoftState registered(const Message &request, const Message &response)
{
    SoftState state;
    const QList<Contact> own = contactsOf(request), granted = contactsOf(response);
    const qint64 byHeader = expiresOf(response);
    qint64 shortest = -1;
    bool missing = false;
    for (const Contact &contact : own) {
        if (contact.star || contact.expires() == 0)
            continue;
        const Contact *const binding = sameBinding(granted, contact);
        missing |= !binding;
        if (!binding)
            continue;
        qint64 seconds = binding->expires() >= 0 ? binding->expires() : byHeader;
        if (seconds < 0)
            seconds = contact.expires() >= 0 ? contact.expires() : std::max<qint64>(expiresOf(request), usualInterval);
        shortest = shortest < 0 ? seconds : std::min(shortest, seconds);
    }
    const bool removes = expiresOf(request) == 0;
    state.text = granted.isEmpty()     ? Words::tr("no binding is left")
                 : granted.size() == 1 ? Words::tr("1 binding")
                                       : Words::tr("%1 bindings").arg(granted.size());
    if (missing && !removes) {
        state.problem = granted.isEmpty()
                            ? Words::tr("the 200 has no Contact: the registrar does not say that it keeps our binding")
                            : Words::tr("our Contact is not among those of the 200: the registrar keeps other bindings");
        state.rule = "R10.2.4-3";
    }
    //= R5626.4.2-2
    const bool flow = std::any_of(own.cbegin(), own.cend(),
                                  [](const Contact &one) { return !one.star && findParam(one.address.params, "reg-id"); });
    const bool kept = listsOption(response, HeaderId::Require, "outbound");
    if (flow && kept)
        state.text += QLatin1String(", ") + Words::tr("reached over this flow (outbound)");
    else if (flow && !removes && state.problem.isEmpty()) {
        state.problem = Words::tr("no Require: outbound in the 200: the registrar does not keep the flow that reg-id names");
        state.rule = "R5626.4.2-2";
    }
    if (shortest > 0) {
        state.lasts = std::chrono::seconds(shortest);
        state.text += QLatin1String(", ") + Words::tr("ours for %1 s").arg(shortest);
    }
    return state;
}

//= R3903.4.1-1
SoftState published(const Message &request, const Message &response)
{
    SoftState state;
    state.etag = response.value(HeaderId::SipEtag).trimmed();
    const qint64 seconds = expiresOf(response);
    if (expiresOf(request) == 0) {
        state.text = Words::tr("the publication is removed");
        return state;
    }
    if (state.etag.isEmpty() || seconds < 0) {
        state.problem = Words::tr("this 200 has no %1: the publication cannot be refreshed")
                            .arg(state.etag.isEmpty() ? QStringLiteral("SIP-ETag") : QStringLiteral("Expires"));
        state.rule = "R3903.4.1-1";
    }
    if (!state.etag.isEmpty() && seconds > 0) {
        state.lasts = std::chrono::seconds(seconds);
        state.text = Words::tr("published for %1 s").arg(seconds);
    }
    return state;
}

} // namespace

SoftState softStateOf(const Message &request, const Message &response)
{
    return request.method() == "PUBLISH" ? published(request, response) : registered(request, response);
}

//= R10.2-4
//= R10.2.4-2 the Contacts of our own request, whoever else is bound
//= R3903.4.3-1
Revision refreshOf(const Message &request, const SoftState &state)
{
    Revision revision{.why = "refresh", .text = {}, .requestUri = {}, .set = {}, .remove = {}};
    if (request.method() == "PUBLISH") {
        revision.withoutBody = true;
        revision.set = {{"SIP-If-Match", state.etag}};
    }
    return revision;
}

//= R10.2.2-1
//= R3903.4.3-1
Revision removalOf(const Message &request, const SoftState &state)
{
    Revision revision = refreshOf(request, state);
    revision.why = "remove";
    revision.set << ComposedRow{"Expires", "0"};
    if (request.method() == "PUBLISH")
        return revision;
    QByteArray value;
    for (Contact contact : contactsOf(request)) {
        contact.address.params.removeIf(
            [](const Param &param) { return param.name.compare("expires", Qt::CaseInsensitive) == 0; });
        value += (value.isEmpty() ? "" : ", ") + (contact.star ? QByteArray("*") : writeNameAddr(contact.address));
    }
    if (!value.isEmpty())
        revision.set << ComposedRow{"Contact", value};
    return revision;
}

//= R3903.5-1
Revision startOverOf()
{
    return {.why = "refresh", .text = {}, .requestUri = {}, .set = {}, .remove = {HeaderId::SipIfMatch}};
}

} // namespace sip
