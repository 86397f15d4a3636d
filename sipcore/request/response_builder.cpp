// SPDX-License-Identifier: GPL-3.0-or-later
#include "request/response_builder.h"

#include "message/headers.h"
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
