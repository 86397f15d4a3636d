// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/words.h"
#include "message/headers.h"
#include "request/request_builder.h"
#include "ua/odd_answers.h"
#include "ua/user_agent_client_p.h"

namespace sip {

// What becomes of an attempt, an answer, silence or a failure, and what the delegate hears of it; the end of the intent.

namespace {

QString address(const TransportAddress &target)
{
    return Words::tr("%1 over %2").arg(QString::fromLatin1(target.remote.text()), QString::fromLatin1(viaName(target.protocol)));
}

} // namespace

void UserAgentClient::responseReceived(ClientTransaction &transaction, const Message &response, const Path &path)
{
    const qsizetype index = d->indexOf(transaction);
    if (index < 0)
        return;
    if (d->finished) { // a fork, or a change of the session, that is accepted after the end: acknowledged and hung up
        bool first = false;
        const Private::Role role = d->running[index].role;
        if (!transaction.isInvite() || response.status() / 100 != 2)
            return;
        if (role == Private::Role::Main)
            d->accept2xx(index, response, path, &first);
        else if (role == Private::Role::InDialog)
            d->answeredInDialog(index, response, path);
        return;
    }
    d->attempts[index].status = response.status();
    IncomingResponse incoming;
    incoming.status = response.status();
    incoming.reason = response.reasonPhrase().toByteArray();
    incoming.message = response; //= R17.1.2.2-9 as it came
    incoming.attempt = d->attempts[index].number;
    receiveResponse(transaction, incoming, path);
    if (!d->finished)
        d->keepFlow(index, response, path);
}

void UserAgentClient::receiveResponse(ClientTransaction &transaction, const IncomingResponse &response, const Path &path)
{
    const qsizetype index = d->indexOf(transaction);
    const Private::Role role = d->running[index].role;
    const int status = effectiveStatus(response.status);
    const bool isFinal = status >= 200;
    d->sayOddities(index, response.message);
    d->core.protectionSpace().learn(d->attempts[index].request, response.message, d->attempts[index].target,
                                    d->composed.credentials, d->history);
    d->letRest(index, response.message);
    if (status / 100 == 2)
        d->flow.replaced = false;
    if (d->retryOverNewFlow(index, response.message, path))
        return;

    if (role == Private::Role::Cancel) {
        //= R9.1-15
        if (isFinal)
            d->setCancelState(CancelState::Answered, "R9.1-15");
        //= R22.1-1
        if (status == 401 || status == 407)
            d->note(d->contextOf(index), Note::Level::Warning,
                    Words::tr("the CANCEL was challenged: it cannot be sent again with credentials, and may have no effect"),
                    "R22.1-1");
        return;
    }
    if (role == Private::Role::InDialog) {
        d->answeredInDialog(index, response.message, path);
        return;
    }
    if (role == Private::Role::Upkeep)
        return d->upkeepAnswered(index, response.message);
    if (index != d->mainIndex())
        return; // an earlier attempt: its answer was dealt with when it came

    if (!isFinal) {
        d->provisional = true;
        if (d->delegate)
            status == 100 ? d->delegate->onTrying(response) : d->delegate->onProgress(response);
        if (transaction.isInvite())
            d->progressed(index, response.message);
        if (d->cancelState == CancelState::Requested)
            d->sendCancel();
        return;
    }
    //= R8.1.3.5-1
    if ((status == 401 || status == 407) && d->retryWithAuthentication(index, response.message))
        return;
    if (status == 503 && d->failOver(index, Words::tr("503 from this server")))
        return;
    if (d->retryWithoutCredentials(index, response.message) || d->retryRevised(index, response.message) ||
        d->tryNextTarget(index, response.message))
        return;
    d->takeFinal(index, response, path);
}

/// Each kind once for an attempt: copies, and the answers of other forks, would only say it again.
void UserAgentClient::Private::sayOddities(qsizetype index, const Message &response)
{
    const QList<ResponseFlaw> flaws = odditiesOf(attempts[index].request, response);
    for (const ResponseFlaw &flaw : flaws) {
        if (running[index].said.contains(QLatin1String(flaw.rule)))
            continue;
        running[index].said << QLatin1String(flaw.rule);
        note(contextOf(index), Note::Level::Warning, flaw.reason, flaw.rule);
    }
}

/// A final answer that leads nowhere else.
void UserAgentClient::Private::takeFinal(qsizetype index, const IncomingResponse &response, const Path &path)
{
    const int status = effectiveStatus(response.status);
    const Message request = attempts[index].request;
    const bool invite = request.method() == "INVITE";
    stopTimer(ringLimit, 'R');
    stopTimer(cancelLimit, '9');
    if (status >= 300)
        endEarlyDialogs("R12.3-1"); //= R12.3-1
    //= R3428.4-3
    //= R6665-1
    if (response.status == 202 && (awaited || request.method() == "MESSAGE"))
        note(contextOf(index), Note::Level::Info,
             awaited ? Words::tr("202: taken, not decided yet; what becomes of it is told by NOTIFY")
                     : Words::tr("202: the message is stored, not delivered; whether it will be is not told"),
             awaited ? "R6665-1" : "R3428.4-3");
    bool tell = true;
    if (status < 300 && invite)
        accept2xx(index, response.message, path, &tell);
    else if (status < 300 && methodTraits(request.method()).leavesState) {
        kept(index, response.message);
    } else if (status < 300 && awaited)
        subscribed(index, response.message);
    else if (awaited) {
        core.scheduler().cancel(std::exchange(notifyTimer, 0));
        noNotify({});
    }
    if (delegate && tell) {
        if (status < 300)
            delegate->onAccept(response);
        else if (status < 400)
            delegate->onRedirect(response);
        else
            delegate->onReject(response);
    }
    if (!finished)
        conclude(response.status, response.reason, LocalCause::None);
}

void UserAgentClient::timedOut(ClientTransaction &transaction, char timer)
{
    if (d->indexOf(transaction) >= 0 && !d->finished)
        onRequestTimeout(transaction, timer);
}

//= R8.1.3.1-1
void UserAgentClient::onRequestTimeout(ClientTransaction &transaction, char timer)
{
    const qsizetype index = d->indexOf(transaction);
    const Private::Role role = d->running[index].role;
    if (role == Private::Role::Upkeep) {
        d->attempts[index].status = 408;
        d->attempts[index].cause = LocalCause::TimerF;
        return d->upkeepFailed(index, Words::tr("never answered"));
    }
    //= R3263.4.3-2
    if (transaction.responses() == 0 &&
        d->failOver(index, Words::tr("no answer from %1 at all").arg(address(transaction.target()))))
        return;
    if (role == Private::Role::InDialog) {
        d->failedInDialog(index, Words::tr("the %1 was never answered").arg(QString::fromUtf8(transaction.request().method())));
        return;
    }
    if (role == Private::Role::Cancel) {
        d->note(d->contextOf(index), Note::Level::Warning, Words::tr("the CANCEL was never answered"), "R9.1-15");
        return;
    }
    const QString sent = transaction.sends() == 1 ? Words::tr("1 copy") : Words::tr("%1 copies").arg(transaction.sends());
    const QString heard = transaction.responses() == 0
                              ? Words::tr("nothing received")
                              : Words::tr("nothing received after the %1").arg(d->attempts[index].status);
    d->failLocally(408, timer == 'B' ? LocalCause::TimerB : LocalCause::TimerF,
                   Words::tr("%1 sent to %2, %3").arg(sent, address(transaction.target()), heard), {}, d->attempts[index].number);
}

void UserAgentClient::transportFailed(ClientTransaction &transaction, const TransportError &error)
{
    const qsizetype index = d->indexOf(transaction);
    if (index < 0)
        return;
    const Private::Role role = d->running[index].role;
    const bool answered = d->attempts[index].status >= 200;
    if (d->finished && !answered)
        return;
    if (role == Private::Role::Upkeep && !answered) {
        d->attempts[index].status = 503;
        d->attempts[index].cause = error.cause;
        d->upkeepFailed(index, error.text);
    } else if (!answered && transaction.responses() == 0 && (d->backToUdp(index, error) || d->failOver(index, error.text)))
        return;
    else if (role == Private::Role::InDialog && !answered)
        d->failedInDialog(index, error.text);
    else if (role == Private::Role::Cancel || answered)
        d->note(d->contextOf(index), Note::Level::Warning,
                answered ? Words::tr("the ACK could not be delivered: %1").arg(error.text) : error.text, "R17.1.1.2-14");
    else
        onTransportError(d->attempts[index].number, error);
}

//= R8.1.3.1-2
void UserAgentClient::onTransportError(quint32 attempt, const TransportError &error)
{
    d->failLocally(503, error.cause, error.text, error, attempt);
}

/// A status of our own making: recorded, told, and the end of the intent.
//= R8.1.3.1-3
void UserAgentClient::Private::failLocally(int status, LocalCause cause, const QString &text, const TransportError &error,
                                           quint32 attempt)
{
    stopTimer(ringLimit, 'R');
    stopTimer(cancelLimit, '9');
    IncomingResponse response;
    response.status = status;
    response.reason = defaultReason(status).toByteArray();
    response.cause = cause;
    response.error = error;
    response.attempt = attempt;
    TraceContext context = intentContext();
    if (attempt != 0) {
        Attempt &failed = attempts[qsizetype(attempt) - 1];
        failed.status = status;
        failed.cause = cause;
        context = contextOf(qsizetype(attempt) - 1);
    }
    record(context, LocalStatus{status, response.reason, cause, text, error});
    if (awaited) {
        core.scheduler().cancel(std::exchange(notifyTimer, 0));
        stopAwaiting();
    }
    endEarlyDialogs("R12.3-1");
    if (delegate)
        delegate->onReject(response);
    if (!finished)
        conclude(status, response.reason, cause);
}

void UserAgentClient::terminated(ClientTransaction &transaction)
{
    const qsizetype index = d->indexOf(transaction);
    if (index < 0)
        return;
    d->running[index].transaction = nullptr;
    d->core.scheduler().cancel(std::exchange(d->running[index].limit, 0));
    //= R13.2.2.4-8
    if (index == d->mainIndex())
        d->endEarlyDialogs(d->attempts[index].status / 100 == 2 ? "R13.2.2.4-8" : "R12.3-1");
}

void UserAgentClient::Private::conclude(int status, const QByteArray &reason, LocalCause cause)
{
    final = {status, reason, cause};
    core.leaveLine(line, q);
    finishIfDone();
}

void UserAgentClient::Private::finishIfDone()
{
    const bool talking =
        std::any_of(legs.cbegin(), legs.cend(), [](const Leg &leg) { return leg.dialog.state() == Dialog::State::Confirmed; });
    if (!finished && final.status != 0 && !talking && notifyTimer == 0 && !upkeep.keeping)
        finish();
}

void UserAgentClient::Private::finish()
{
    finished = true;
    stopTimer(ringLimit, 'R');
    stopTimer(cancelLimit, '9');
    core.scheduler().cancel(std::exchange(stepTimer, 0));
    core.scheduler().cancel(std::exchange(upkeep.exit, 0));
    stopKeepingFlow();
    stepsLeftOut(Words::tr("there is no dialog to send it in"));
    record(intentContext(), IntentFinished{final.status, final.reason, final.cause});
    if (delegate)
        delegate->onFinished();
}

} // namespace sip
