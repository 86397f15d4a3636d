// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/words.h"
#include "request/first_request.h"
#include "request/request_builder.h"
#include "ua/user_agent_client_p.h"

namespace sip {

UserAgentClient::UserAgentClient(UserAgentCore &core, IntentId intent, ComposedRequest request, UserAgentClientDelegate *delegate)
    : d(std::make_unique<Private>(*this, core, std::move(request), delegate)), m_intent(intent)
{}

UserAgentClient::~UserAgentClient()
{
    dispose();
}

const QList<UserAgentClient::Attempt> &UserAgentClient::attempts() const
{
    return d->attempts;
}

UserAgentClient::CancelState UserAgentClient::cancelState() const
{
    return d->cancelState;
}

bool UserAgentClient::isFinished() const
{
    return d->finished;
}

QList<LintMark> UserAgentClient::validate() const
{
    const Expected<NextHop> hop = nextHop(d->composed);
    const Protocol protocol = hop ? hop->address.protocol : Protocol::Udp;
    return lintFirstRequest(previewRequest(d->composed, {.address = {}, .port = 5060}, protocol));
}

void UserAgentClient::send()
{
    if (std::exchange(d->sent, true) || d->finished)
        return;
    d->record(d->intentContext(), IntentStarted{d->composed.name, d->composed.method, d->composed.target});
    d->sayWhatIsNotUsed();
    d->sendFirst("initial");
}

void UserAgentClient::proceed()
{
    if (!d->finished && d->attempts.isEmpty() && d->begin == 0)
        d->sendFirst("initial");
}

qsizetype UserAgentClient::Private::indexOf(const ClientTransaction &transaction) const
{
    const auto found = std::find_if(running.cbegin(), running.cend(),
                                    [&transaction](const Running &one) { return one.transaction == &transaction; });
    return found == running.cend() ? -1 : found - running.cbegin();
}

qsizetype UserAgentClient::Private::mainIndex() const
{
    for (qsizetype i = running.size(); i > 0; --i)
        if (running[i - 1].role == Role::Main)
            return i - 1;
    return -1;
}

qsizetype UserAgentClient::Private::startAttempt(Running what, const QByteArray &why, const Message &request,
                                                 TransportAddress target)
{
    const qsizetype index = attempts.size();
    Attempt attempt;
    attempt.number = quint32(index + 1);
    attempt.why = why;
    attempt.request = request;
    attempt.target = target;
    attempts.append(attempt);
    if (what.role == Role::Main)
        provisional = false;
    running.append(std::move(what));
    running[index].limit = 0; // that of the attempt before
    const TraceContext context{q.m_intent, attempt.number, 0};
    TransportAddress shown = target;
    shown.tls.reset(); // may hold the password of a key
    shown.ws.reset();  // may hold a cookie
    record(context, AttemptStarted{why, request.method().toByteArray(), request.requestUri().toByteArray(), shown,
                                   request.branch().toByteArray(), request.callId().toByteArray(),
                                   quint32(std::max<qint64>(request.cseqNumber(), 0))});
    if (running[index].pretendDead) {
        beginDrill(index);
        return index;
    }
    ClientTransaction &transaction = core.transactions().start(context, request, target, composed.timers, q);
    running[index].transaction = &transaction;
    attempts[index].transaction = transaction.id();
    limitChange(index);
    return index;
}

void UserAgentClient::Private::stopTimer(Scheduler::Ticket &ticket, char name)
{
    if (ticket == 0)
        return;
    core.scheduler().cancel(std::exchange(ticket, 0));
    record(contextOf(mainIndex()), TimerEvent{TimerEvent::What::Stopped, name, {}, {}});
}

bool UserAgentClient::stop()
{
    if (d->finished)
        return false;
    d->note(d->intentContext(), Note::Level::Info, Words::tr("stopped here; an answer that still comes is shown as late"));
    for (Private::Running &one : d->running)
        if (ClientTransaction *const live = std::exchange(one.transaction, nullptr))
            d->core.transactions().abandon(*live);
    d->endEarlyDialogs("");
    d->silence();
    d->final.cause = LocalCause::Cancelled;
    d->finish();
    return true;
}

/// Nothing more goes out by itself: every timer stops, and what waits for an answer of ours gets none.
void UserAgentClient::Private::silence()
{
    stopLookingUp();
    stopAwaiting();
    stopKeepingFlow();
    core.leaveLine(line, q);
    for (const Leg &leg : std::as_const(legs)) {
        core.removeDialog(leg.dialog.callId(), leg.dialog.localTag(), leg.dialog.remoteTag(), q);
        if (!leg.ownsCallId)
            core.removeDialog(leg.dialog.callId(), {}, leg.dialog.remoteTag(), q); // of a call that came in
    }
    core.answers().removeOf(q.m_intent);
    const auto disarm = [this](auto &...tickets) { (core.scheduler().cancel(std::exchange(tickets, 0)), ...); };
    disarm(ringLimit, cancelLimit, begin, stepTimer, notifyTimer, anew, upkeep.refresh, upkeep.end, upkeep.exit);
    for (Leg &leg : legs) {
        disarm(leg.hangUp, leg.glare, leg.refresh, leg.expiry);
        for (Watched &one : leg.watched)
            disarm(one.refresh, one.expiry);
    }
    for (Asked &one : asked) {
        disarm(one.ticket);
        if (one.reliable)
            disarm(one.reliable->ticket);
    }
    for (Running &one : running)
        disarm(one.drill, one.limit);
    for (const Asked &one : std::as_const(asked))
        if (ServerTransaction *const waiting = core.transactions().server(one.transaction))
            core.transactions().abandon(*waiting);
    asked.clear();
}

void UserAgentClient::dispose()
{
    d->delegate = nullptr;
    const bool isOpen = !std::exchange(d->finished, true) && d->sent;
    d->silence();
    for (Private::Running &one : d->running)
        if (ClientTransaction *const live = std::exchange(one.transaction, nullptr)) {
            // What was answered stays for the copies still to come; what waits sends nothing more.
            if (live->state() == TxState::Completed || live->state() == TxState::Accepted)
                d->core.transactions().letGo(*live);
            else
                d->core.transactions().abandon(*live);
        }
    if (isOpen)
        d->record(d->intentContext(), IntentFinished{d->final.status, d->final.reason, d->final.cause});
}

} // namespace sip
