// SPDX-License-Identifier: GPL-3.0-or-later
#include "ua/user_agent_core.h"

#include "base/words.h"
#include "message/headers.h"
#include "request/request_builder.h"
#include "request/response_builder.h"
#include "ua/user_agent_client.h"

namespace sip {

namespace {

//= R20.8-1 octet by octet
QByteArray dialogKey(QByteArrayView callId, QByteArrayView ourTag, QByteArrayView theirTag)
{
    QByteArray key;
    key.reserve(callId.size() + ourTag.size() + theirTag.size() + 2);
    return key.append(callId).append('\n').append(ourTag).append('\n').append(theirTag);
}

/// Unless another client has taken its place: two requests sent as typed may make the same dialog.
void removeOwn(QHash<QByteArray, UserAgentClient *> &clients, const QByteArray &key, const UserAgentClient &client)
{
    if (const auto found = clients.constFind(key); found != clients.cend() && *found == &client)
        clients.erase(found);
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
            return mark.english.toUtf8();
    return {};
}

} // namespace

UserAgentCore::UserAgentCore(Scheduler &scheduler, TransportService &transport, TraceRecorder &recorder, Random &random)
    : m_scheduler(scheduler), m_transport(transport), m_recorder(recorder), m_random(random),
      m_transactions(scheduler, transport, recorder)
{
    m_transactions.setUser(this);
}

UserAgentCore::~UserAgentCore()
{
    m_scheduler.cancel(m_nextTurns);
}

QByteArray UserAgentCore::localName()
{
    if (m_localName.isEmpty())
        m_localName = newLocalName(m_random);
    return m_localName;
}

void UserAgentCore::addDialog(QByteArrayView callId, QByteArrayView ourTag, QByteArrayView theirTag, UserAgentClient &client)
{
    m_dialogs.insert(dialogKey(callId, ourTag, theirTag), &client);
}

void UserAgentCore::removeDialog(QByteArrayView callId, QByteArrayView ourTag, QByteArrayView theirTag,
                                 const UserAgentClient &client)
{
    removeOwn(m_dialogs, dialogKey(callId, ourTag, theirTag), client);
}

void UserAgentCore::awaitNotify(QByteArrayView callId, QByteArrayView ourTag, UserAgentClient &client)
{
    m_awaiting.insert(dialogKey(callId, ourTag, {}), &client);
}

void UserAgentCore::stopAwaiting(QByteArrayView callId, QByteArrayView ourTag, const UserAgentClient &client)
{
    removeOwn(m_awaiting, dialogKey(callId, ourTag, {}), client);
}

bool UserAgentCore::takeTurn(const QByteArray &line, UserAgentClient &client)
{
    QList<UserAgentClient *> &waiting = m_lines[line];
    if (!waiting.contains(&client))
        waiting.append(&client);
    return waiting.first() == &client;
}

void UserAgentCore::leaveLine(const QByteArray &line, const UserAgentClient &client)
{
    const auto waiting = m_lines.find(line);
    if (waiting == m_lines.end() || waiting->removeIf([&client](const UserAgentClient *one) { return one == &client; }) == 0)
        return;
    if (waiting->isEmpty()) {
        m_lines.erase(waiting);
        return;
    }
    m_moved.append(line);
    if (m_nextTurns == 0)
        m_nextTurns = m_scheduler.at(m_scheduler.now(), [this] {
            m_nextTurns = 0;
            const QList<QByteArray> moved = std::exchange(m_moved, {});
            for (const QByteArray &one : moved)
                if (const auto next = m_lines.constFind(one); next != m_lines.cend())
                    next->first()->proceed();
        });
}

UserAgentClient *UserAgentCore::clientOf(const Message &request) const
{
    UserAgentClient *client = nullptr;
    if (!m_dialogs.isEmpty())
        client = m_dialogs.value(dialogKey(request.callId(), request.toTag(), request.fromTag()));
    if (!client && !m_awaiting.isEmpty() && request.method() == "NOTIFY")
        client = m_awaiting.value(dialogKey(request.callId(), request.toTag(), {}));
    return client;
}

TraceContext UserAgentCore::contextOf(const Message &request)
{
    const UserAgentClient *const client = clientOf(request);
    m_arriving = 0;
    if (!client && m_calls && request.method() == "INVITE" && request.toTag().isEmpty() && badRequest(request).isEmpty() &&
        unsupportedOptions(request).isEmpty())
        m_arriving = m_calls->intentFor(request);
    return client ? TraceContext{client->intent(), 0, 0} : TraceContext{m_arriving, 0, 0};
}

void UserAgentCore::answer(ServerTransaction &transaction, int status, const QByteArray &reason)
{
    m_transactions.respond(transaction, buildResponse(transaction.request(), status, newTag(m_random), reason).toMessage());
}

void UserAgentCore::answer(ServerTransaction &transaction, const ComposedAnswer &answer)
{
    MessageDraft draft = buildResponse(transaction.request(), answer.status, newTag(m_random), answer.reason);
    applyAnswer(draft, answer);
    m_transactions.respond(transaction, draft.toMessage());
}

void UserAgentCore::refuse(ServerTransaction &transaction, int status, const QString &why, const char *rule)
{
    m_recorder.record(transaction.context(),
                      Note{Note::Level::Info, why + QLatin1String("; ") + Words::tr("answered %1").arg(status), rule});
    answer(transaction, status);
}

// RFC 3428 7, RFC 3515 2.4.2, RFC 3261 11.2
void UserAgentCore::answerOutside(ServerTransaction &transaction)
{
    const Message &request = transaction.request();
    if (const std::optional<ComposedAnswer> refusal = refusalOfBody(request))
        return answer(transaction, *refusal);
    const int usual = usualStatus(request);
    const QList<CannedAnswer> all = m_calls && usual != 400 ? m_calls->answers() : QList<CannedAnswer>();
    const CannedAnswer *const canned = CannedAnswer::find(all, request.method());
    if (!canned && usual == 405)
        return refuse(transaction, usual,
                      Words::tr("%1 outside of a dialog is not taken here").arg(QString::fromUtf8(request.method())), "R8.2.1-1");
    if (!canned)
        return answer(transaction, usual);
    const auto answerAsUsual = [&](const char *why) {
        m_recorder.record(transaction.context(),
                          Note{Note::Level::Warning,
                               Words::tr("the %1 is answered %2: %3")
                                   .arg(QString::fromUtf8(request.method()), QString::number(usual), Words::tr(why)),
                               ""});
        answer(transaction, usual);
    };
    if (canned->steps.isEmpty())
        return answerAsUsual(QT_TRANSLATE_NOOP("core", "nobody can answer by hand what belongs to no dialog"));
    const bool accepts = std::any_of(canned->steps.cbegin(), canned->steps.cend(),
                                     [](const CannedAnswer::Step &step) { return step.status / 100 == 2; });
    if (accepts && request.method() == "REFER")
        return answerAsUsual(QT_TRANSLATE_NOOP(
            "core",
            "who accepts a REFER has to report by NOTIFY what becomes of it (RFC 3515 2.4.4), and nothing is called here"));
    if (!m_outside.answer(transaction, canned->steps))
        answer(transaction, 503);
}

void UserAgentCore::requestReceived(ServerTransaction &transaction)
{
    const Message &request = transaction.request();
    const QString method = QString::fromUtf8(request.method());
    if (const QByteArray bad = badRequest(request); !bad.isEmpty())
        return answer(transaction, 400, "Bad Request: " + bad);
    if (const QByteArray options = unsupportedOptions(request); !options.isEmpty())
        return refuse(transaction, 420,
                      Words::tr("this %1 requires %2, which is not spoken here").arg(method, QString::fromUtf8(options)),
                      "R8.2.2.3-1");
    if (!request.toTag().isEmpty()) {
        if (UserAgentClient *const client = clientOf(request))
            client->requestReceived(transaction);
        else
            refuse(transaction, 481, Words::tr("this %1 is of a dialog that is not ours, or not there any more").arg(method),
                   "R12.2.2-1");
        return;
    }
    if (methodTraits(request.method()).inDialogOnly)
        return refuse(transaction, 481, Words::tr("%1 has its place in a dialog, and this one is of none").arg(method),
                      "R12.2.2-1");
    if (const IntentId intent = std::exchange(m_arriving, 0))
        return m_calls->take(intent, transaction);
    // The same call on another way (8.2.2.2), or nobody who takes calls, or takes one more.
    if (request.method() == "INVITE" && clientOf(request))
        return refuse(transaction, 482, Words::tr("this call is here already, on another way"), "R8.2.2.2-1");
    if (request.method() == "INVITE")
        return refuse(transaction, 480, Words::tr("nobody takes a call here now"), "R21.4.18-1");
    answerOutside(transaction);
}

void UserAgentCore::cancelReceived(ServerTransaction &cancel, ServerTransaction *invite)
{
    if (!invite)
        return refuse(cancel, 481, Words::tr("this CANCEL finds no INVITE to cancel"), "R9.2-1");
    answer(cancel, 200);
    // An INVITE of others is answered at once, so that a CANCEL that still finds it changes nothing (9.2).
    if (UserAgentClient *const client = clientOf(invite->request()))
        client->requestCancelled(*invite);
}

MessageReceived::Fate UserAgentCore::fateOfAck(const Message &ack)
{
    if (m_answers.isAwaited(ack))
        return MessageReceived::Fate::Delivered;
    const UserAgentClient *const client = clientOf(ack);
    return client && client->hasAcknowledged(ack) ? MessageReceived::Fate::Copy : MessageReceived::Fate::Stray;
}

void UserAgentCore::ackReceived(const Message &ack, const Path &)
{
    if (m_answers.acknowledged(ack))
        if (UserAgentClient *const client = clientOf(ack))
            client->acknowledged(ack);
}

void UserAgentCore::strayResponse(const Message &, const Path &) {}

} // namespace sip
