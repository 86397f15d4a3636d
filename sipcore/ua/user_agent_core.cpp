// SPDX-License-Identifier: GPL-3.0-or-later
#include "ua/user_agent_core.h"

#include "message/headers.h"
#include "message/message_draft.h"
#include "request/request_builder.h"
#include "ua/user_agent_client.h"

namespace sip {

namespace {

const QByteArray allowed = "OPTIONS, BYE, CANCEL, ACK"; ///< what we take from others

QByteArray dialogKey(QByteArrayView callId, QByteArrayView ourTag, QByteArrayView theirTag)
{
    return callId.toByteArray() + '\n' + ourTag.toByteArray() + '\n' + theirTag.toByteArray();
}

/// Option tags of Require: we support none.
QByteArray unsupportedOptions(const Message &request)
{
    QByteArray all;
    for (const QByteArray &row : request.values(HeaderId::Require))
        for (const QByteArray &option : splitList(row))
            all += (all.isEmpty() ? "" : ", ") + option;
    return all;
}

/// Why a request cannot be understood; empty: it can.
QByteArray badRequest(const Message &request)
{
    if (request.cseqMethod() != request.method())
        return "CSeq method differs from the request's";
    if (request.value(HeaderId::From).isEmpty() || request.value(HeaderId::To).isEmpty())
        return "From or To missing";
    for (const LintMark &mark : request.marks())
        if (mark.severity == LintMark::Severity::Error)
            return mark.text.toUtf8();
    return {};
}

} // namespace

UserAgentCore::UserAgentCore(Scheduler &scheduler, TransportService &transport, TraceRecorder &recorder, Random &random)
    : m_scheduler(scheduler), m_transport(transport), m_recorder(recorder), m_random(random),
      m_transactions(scheduler, transport, recorder)
{
    m_transactions.setUser(this);
}

UserAgentCore::~UserAgentCore() = default;

void UserAgentCore::addDialog(QByteArrayView callId, QByteArrayView ourTag, QByteArrayView theirTag, UserAgentClient &client)
{
    m_dialogs.insert(dialogKey(callId, ourTag, theirTag), &client);
}

void UserAgentCore::removeDialog(QByteArrayView callId, QByteArrayView ourTag, QByteArrayView theirTag)
{
    m_dialogs.remove(dialogKey(callId, ourTag, theirTag));
}

void UserAgentCore::removeDialogs(const UserAgentClient &client)
{
    m_dialogs.removeIf([&client](const auto &entry) { return entry.value() == &client; });
}

TraceContext UserAgentCore::contextOf(const Message &request)
{
    if (m_dialogs.isEmpty())
        return {};
    const UserAgentClient *const client = m_dialogs.value(dialogKey(request.callId(), request.toTag(), request.fromTag()));
    return client ? TraceContext{client->intent(), 0, 0} : TraceContext();
}

void UserAgentCore::requestReceived(ServerTransaction &transaction)
{
    const Message &request = transaction.request();
    const auto answer = [&](int status, HeaderId header = HeaderId::Other, const QByteArray &value = {}, QByteArray reason = {}) {
        if (reason.isEmpty())
            reason = defaultReason(status).toByteArray();
        MessageDraft draft = MessageDraft::response(request, status, reason, newTag(m_random));
        if (header != HeaderId::Other)
            draft.append(header, value);
        if (status == 200 && request.method() == "OPTIONS") {
            draft.append(HeaderId::Accept, "application/sdp");
            draft.append(HeaderId::Supported, "");
        }
        m_transactions.respond(transaction, draft.toMessage());
    };

    if (const QByteArray bad = badRequest(request); !bad.isEmpty())
        return answer(400, HeaderId::Other, {}, "Bad Request: " + bad);
    if (const QByteArray options = unsupportedOptions(request); !options.isEmpty())
        return answer(420, HeaderId::Unsupported, options);
    const QByteArrayView method = request.method();
    if (!request.toTag().isEmpty()) {
        const QByteArray key = dialogKey(request.callId(), request.toTag(), request.fromTag());
        UserAgentClient *const client = m_dialogs.value(key);
        if (!client)
            return answer(481);
        if (!client->acceptInDialog(request))
            return answer(500);
        if (method == "BYE") {
            answer(200);
            client->hungUp(request.fromTag());
            return;
        }
    } else if (method == "BYE") {
        return answer(481);
    }
    if (method == "OPTIONS")
        return answer(200, HeaderId::Allow, allowed);
    answer(405, HeaderId::Allow, allowed);
}

void UserAgentCore::cancelReceived(ServerTransaction &cancel, ServerTransaction *invite)
{
    // An INVITE of others is answered at once, so that a CANCEL that still finds it changes nothing (9.2).
    const int status = invite ? 200 : 481;
    m_transactions.respond(
        cancel,
        MessageDraft::response(cancel.request(), status, defaultReason(status).toByteArray(), newTag(m_random)).toMessage());
}

void UserAgentCore::ackReceived(const Message &, const Path &) {}

void UserAgentCore::strayResponse(const Message &, const Path &) {}

} // namespace sip
