// SPDX-License-Identifier: GPL-3.0-or-later
#include "request/request_builder.h"
#include "ua/user_agent_client_p.h"

namespace sip {

namespace {

/// Where a request within a dialog goes: its top Route, else its Request-URI (12.2.1.1). \return empty: names need DNS
std::optional<TransportAddress> targetOf(const Message &request)
{
    ComposedRequest asked;
    asked.method = request.method().toByteArray();
    asked.requestUri = request.requestUri().toByteArray();
    for (const QByteArray &route : request.values(HeaderId::Route))
        asked.rows.append({"Route", route});
    const Expected<NextHop> hop = nextHop(asked);
    return hop ? std::optional(hop->address) : std::nullopt;
}

} // namespace

UserAgentClient::Private::Dialog *UserAgentClient::Private::dialogOf(QByteArrayView toTag)
{
    const auto found =
        std::find_if(dialogs.begin(), dialogs.end(), [toTag](const Dialog &dialog) { return dialog.toTag == toTag; });
    return found == dialogs.end() ? nullptr : &*found;
}

/// One ACK per fork, and again for every copy (13.2.2.4); \a firstOfDialog: false for a copy.
//= R13.2.2-5
void UserAgentClient::Private::accept2xx(qsizetype index, const Message &response, const Path &path, bool *firstOfDialog)
{
    if (const Dialog *const known = dialogOf(response.toTag())) {
        *firstOfDialog = false;
        sendAck(*known, index);
        return;
    }
    const Message invite = attempts[index].request;
    Dialog dialog;
    dialog.toTag = response.toTag().toByteArray();
    dialog.accepted = response;
    dialog.ack = buildAck2xx(invite, response, newBranch(core.random()));
    dialog.connection = path.connection;
    const std::optional<TransportAddress> target = targetOf(dialog.ack);
    dialog.target = target.value_or(attempts[index].target);
    if (!target)
        note(contextOf(index), Note::Level::Warning,
             QStringLiteral("the ACK goes where the INVITE went: %1 is a name, and names are not looked up yet")
                 .arg(QString::fromUtf8(dialog.ack.requestUri())),
             "R12.2.1.1-1");
    if (dialog.target.remote != attempts[index].target.remote || dialog.target.protocol != attempts[index].target.protocol)
        dialog.connection = 0;
    dialogs.append(dialog);
    core.addDialog(invite.callId(), invite.fromTag(), response.toTag(), q);
    sendAck(dialog, index);
    //= R9.1-14
    hangUpLater(dialog.toTag, cancelState == CancelState::None ? composed.hangUpAfter : Instant::zero());
}

void UserAgentClient::Private::sendAck(const Dialog &dialog, qsizetype index)
{
    core.transactions().sendDirectly({q.m_intent, attempts[index].number, 0}, dialog.ack, dialog.target, dialog.connection);
}

void UserAgentClient::Private::hangUpLater(const QByteArray &toTag, Instant after)
{
    dialogOf(toTag)->hangUp = core.scheduler().at(core.scheduler().now() + after, [this, toTag] { sendBye(toTag); });
}

void UserAgentClient::Private::sendBye(const QByteArray &toTag)
{
    Dialog *const dialog = dialogOf(toTag);
    dialog->hangUp = 0;
    const Message invite = attempts[mainIndex()].request;
    const Message bye =
        buildBye(invite, dialog->accepted, newBranch(core.random()), quint32(std::max<qint64>(invite.cseqNumber(), 0) + 1));
    const TransactionId id = startAttempt(Role::Bye, "bye", bye, dialog->target).id();
    dialogOf(toTag)->bye = id;
}

bool UserAgentClient::Private::hangUpNow()
{
    bool any = false;
    for (qsizetype i = 0; i < dialogs.size(); ++i) {
        if (dialogs[i].hangUp == 0)
            continue;
        core.scheduler().cancel(dialogs[i].hangUp);
        sendBye(QByteArray(dialogs[i].toTag));
        any = true;
    }
    return any;
}

void UserAgentClient::Private::byeEnded(TransactionId bye, const QString &problem)
{
    for (Dialog &dialog : dialogs) {
        if (dialog.bye != bye)
            continue;
        dialog.bye = 0;
        dialog.over = true;
        if (!problem.isEmpty())
            note(intentContext(), Note::Level::Warning, QStringLiteral("the call counts as ended: ") + problem, "R15.1.1-1");
    }
    finishIfDone();
}

void UserAgentClient::hungUp(QByteArrayView toTag)
{
    Private::Dialog *const dialog = d->dialogOf(toTag);
    if (!dialog || dialog->over)
        return;
    d->core.scheduler().cancel(std::exchange(dialog->hangUp, 0));
    dialog->over = true;
    d->finishIfDone();
}

} // namespace sip
