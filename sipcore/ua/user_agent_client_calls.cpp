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

const char *stateName(Dialog::State state)
{
    constexpr const char *names[] = {"Early", "Confirmed", "Terminated"};
    return names[size_t(state)];
}

constexpr qsizetype mostEarlyDialogs = 100; ///< a peer that invents tags does not fill our memory

} // namespace

UserAgentClient::Private::Call *UserAgentClient::Private::callOf(QByteArrayView toTag)
{
    const auto found =
        std::find_if(calls.begin(), calls.end(), [toTag](const Call &call) { return call.dialog.remoteTag() == toTag; });
    return found == calls.end() ? nullptr : &*found;
}

UserAgentClient::Private::Call *UserAgentClient::Private::callFor(qsizetype index, const Message &response)
{
    if (Call *const known = callOf(response.toTag())) {
        const Dialog::State before = known->dialog.state();
        known->dialog.answered(response);
        setState(*known, before, "R13.2.2.4-2");
        return known;
    }
    const Message &invite = attempts[index].request;
    const std::optional<Dialog> dialog = Dialog::madeBy(invite, response);
    if (!dialog)
        return nullptr;
    if (dialog->state() == Dialog::State::Early && calls.size() >= mostEarlyDialogs) {
        note(contextOf(index), Note::Level::Warning,
             QStringLiteral("more than %1 forks: this one is not followed").arg(mostEarlyDialogs), "R13.2.2.1-1");
        return nullptr;
    }
    calls.append(Call{.dialog = *dialog, .ack = {}, .target = {}});
    core.addDialog(dialog->callId(), dialog->localTag(), dialog->remoteTag(), q);
    record(contextOf(index), StateChanged{StateChanged::Machine::Dialog, "", stateName(dialog->state()), "R12.1-1"});
    return &calls.last();
}

void UserAgentClient::Private::setState(const Call &call, Dialog::State from, const char *rule)
{
    if (call.dialog.state() != from)
        record(contextOf(mainIndex()),
               StateChanged{StateChanged::Machine::Dialog, stateName(from), stateName(call.dialog.state()), rule});
}

//= R13.2.2.1-1
void UserAgentClient::Private::progressed(qsizetype index, const Message &response)
{
    callFor(index, response);
    //= R13.2.2-2
    if (response.status() > 100 && response.toTag().isEmpty())
        note(contextOf(index), Note::Level::Info,
             QStringLiteral("no To tag in this %1: it makes no early dialog").arg(response.status()), "R12.1-1");
}

void UserAgentClient::Private::endEarlyDialogs(const char *rule)
{
    calls.removeIf([&](const Call &call) {
        if (call.dialog.state() != Dialog::State::Early)
            return false;
        record(contextOf(mainIndex()), StateChanged{StateChanged::Machine::Dialog, stateName(Dialog::State::Early),
                                                    stateName(Dialog::State::Terminated), rule});
        core.removeDialog(call.dialog.callId(), call.dialog.localTag(), call.dialog.remoteTag());
        return true;
    });
}

/// One ACK per fork, and again for every copy (13.2.2.4); \a firstOfDialog: false for a copy.
//= R13.2.2-5
void UserAgentClient::Private::accept2xx(qsizetype index, const Message &response, const Path &path, bool *firstOfDialog)
{
    Call *const call = callFor(index, response); // a 2xx always makes one
    if (call->ack.isRequest()) {
        *firstOfDialog = false;
        sendAck(*call, index);
        return;
    }
    call->ack = call->dialog.ack(attempts[index].request, newBranch(core.random()));
    call->connection = path.connection;
    const std::optional<TransportAddress> target = targetOf(call->ack);
    call->target = target.value_or(attempts[index].target);
    if (!target)
        note(contextOf(index), Note::Level::Warning,
             QStringLiteral("the ACK goes where the INVITE went: %1 is a name, and names are not looked up yet")
                 .arg(QString::fromUtf8(call->ack.requestUri())),
             "R12.2.1.1-1");
    if (call->target.remote != attempts[index].target.remote || call->target.protocol != attempts[index].target.protocol)
        call->connection = 0;
    sendAck(*call, index);
    //= R9.1-14
    if (call->dialog.state() == Dialog::State::Confirmed)
        hangUpLater(call->dialog.remoteTag(), cancelState == CancelState::None ? composed.hangUpAfter : Instant::zero());
}

void UserAgentClient::Private::sendAck(const Call &call, qsizetype index)
{
    core.transactions().sendDirectly({q.m_intent, attempts[index].number, 0}, call.ack, call.target, call.connection);
}

void UserAgentClient::Private::hangUpLater(const QByteArray &toTag, Instant after)
{
    callOf(toTag)->hangUp = core.scheduler().at(core.scheduler().now() + after, [this, toTag] { sendBye(toTag); });
}

void UserAgentClient::Private::sendBye(const QByteArray &toTag)
{
    Call *const call = callOf(toTag);
    call->hangUp = 0;
    //= R22.3-2
    const Message bye = withCredentialsOfIntent(call->dialog.next("BYE", newBranch(core.random())), call->target);
    const TransactionId id = startAttempt(Role::Bye, "bye", bye, call->target).id();
    callOf(toTag)->bye = id;
}

bool UserAgentClient::Private::hangUpNow()
{
    bool any = false;
    for (qsizetype i = 0; i < calls.size(); ++i) {
        if (calls[i].hangUp == 0)
            continue;
        core.scheduler().cancel(calls[i].hangUp);
        sendBye(QByteArray(calls[i].dialog.remoteTag()));
        any = true;
    }
    return any;
}

void UserAgentClient::Private::byeEnded(TransactionId bye, const QString &problem)
{
    for (Call &call : calls) {
        if (call.bye != bye)
            continue;
        call.bye = 0;
        const Dialog::State before = call.dialog.state();
        call.dialog.terminate();
        setState(call, before, "R15.1.1-1");
        if (!problem.isEmpty())
            note(intentContext(), Note::Level::Warning, QStringLiteral("the call counts as ended: ") + problem, "R15.1.1-1");
    }
    finishIfDone();
}

bool UserAgentClient::acceptInDialog(const Message &request)
{
    Private::Call *const call = d->callOf(request.fromTag());
    if (!call || call->dialog.accept(request))
        return true;
    d->note(d->intentContext(), Note::Level::Warning,
            QStringLiteral("%1 with CSeq %2 is out of order, %3 was the last one; answered 500")
                .arg(QString::fromUtf8(request.method()))
                .arg(request.cseqNumber())
                .arg(call->dialog.remoteSequence()),
            "R12.2-1");
    return false;
}

void UserAgentClient::hungUp(QByteArrayView toTag)
{
    Private::Call *const call = d->callOf(toTag);
    if (!call || call->dialog.state() == Dialog::State::Terminated)
        return;
    d->core.scheduler().cancel(std::exchange(call->hangUp, 0));
    const Dialog::State before = call->dialog.state();
    call->dialog.terminate();
    d->setState(*call, before, "RFC3261-15.1.2");
    d->finishIfDone();
}

} // namespace sip
