// SPDX-License-Identifier: GPL-3.0-or-later
#include "request/response_builder.h"

#include "message/headers.h"
#include "message/session_body.h"
#include "request/request_builder.h"

namespace sip {

namespace {

const QList<QByteArray> requirableOptions{"100rel", "timer"}; ///< what a peer may require of us as a server, lower case

} // namespace

QByteArray unsupportedOptions(const Message &request)
{
    QByteArray all;
    for (const QByteArray &row : request.values(HeaderId::Require))
        for (const QByteArray &option : splitList(row))
            if (!requirableOptions.contains(option.toLower()))
                all += (all.isEmpty() ? "" : ", ") + option;
    return all;
}

MessageDraft buildResponse(const Message &request, int status, const QByteArray &toTag, const QByteArray &reason)
{
    MessageDraft draft =
        MessageDraft::response(request, status, reason.isEmpty() ? defaultReason(status).toByteArray() : reason, toTag);
    const bool capabilities = status / 100 == 2 && request.method() == "OPTIONS";
    if (status == 405 || capabilities || (status / 100 == 2 && request.method() == "INVITE"))
        draft.append(HeaderId::Allow, allowedMethods);
    if (status == 415 || capabilities)
        draft.append(HeaderId::Accept, "application/sdp");
    if (capabilities)
        draft.append(HeaderId::Supported, supportedOptions.join(", "));
    if (status == 420)
        draft.append(HeaderId::Unsupported, unsupportedOptions(request));
    if (status == 469)
        draft.append(HeaderId::RecvInfo, "");
    if (status == 422)
        draft.append(HeaderId::MinSe, "90");
    if (status == 489)
        draft.append(HeaderId::AllowEvents, "refer");
    return draft;
}

const CannedAnswer *CannedAnswer::find(const QList<CannedAnswer> &all, QByteArrayView method)
{
    const CannedAnswer *any = nullptr;
    for (const CannedAnswer &answer : all) {
        if (QByteArrayView(answer.method) == method)
            return &answer;
        if (answer.method == "*")
            any = &answer;
    }
    return any;
}

int usualStatus(const Message &request)
{
    const QByteArrayView method = request.method();
    //= R6086.4.2.1-2 a package nobody announced
    if (method == "INFO")
        return request.has(HeaderId::InfoPackage) ? 469 : 200;
    if (method == "INVITE" || method == "OPTIONS" || method == "MESSAGE" || method == "UPDATE")
        return 200;
    if (method == "NOTIFY") // of nothing we know
        return 481;
    // RFC 3515 2.4.2: exactly one Refer-To, and nothing is called that nobody here approved
    if (method == "REFER")
        return splitList(request.values(HeaderId::ReferTo).join(',')).size() == 1 ? 603 : 400;
    return 405;
}

std::optional<ComposedAnswer> refusalOfBody(const Message &request)
{
    const auto parameter = [](const QByteArray &value) { return value.toLower().simplified().replace(" ", ""); };
    if (request.body().isEmpty() || parameter(request.value(HeaderId::ContentDisposition)).contains(";handling=optional"))
        return std::nullopt;
    const QByteArray coding = parameter(request.value(HeaderId::ContentEncoding));
    if (!coding.isEmpty() && coding != "identity")
        return ComposedAnswer{.status = 415, .reason = {}, .rows = {{"Accept-Encoding", "identity"}}, .body = {}};
    if (request.method() != "INVITE" && request.method() != "UPDATE" && request.method() != "PRACK")
        return std::nullopt;
    if (sessionDescriptionOf(request).isEmpty())
        return ComposedAnswer{.status = 415, .reason = {}, .rows = {}, .body = {}};
    if (!request.body().startsWith("v="))
        return ComposedAnswer{.status = 488,
                              .reason = {},
                              .rows = {{"Warning", "399 viatrace \"the session description does not begin with v=\""}},
                              .body = {}};
    return std::nullopt;
}

void applyAnswer(MessageDraft &draft, const ComposedAnswer &answer)
{
    for (const ComposedRow &row : answer.rows)
        if (const HeaderId id = headerId(row.name); id != HeaderId::Other && !row.muted)
            draft.remove(id);
    for (const ComposedRow &row : answer.rows)
        if (!row.muted)
            draft.append(row.name, row.value);
    draft.body = answer.body.isEmpty() ? draft.body : answer.body;
}

} // namespace sip
