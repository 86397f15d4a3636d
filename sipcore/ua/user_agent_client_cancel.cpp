// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/words.h"
#include "message/headers.h"
#include "request/request_builder.h"
#include "ua/user_agent_client_p.h"

namespace sip {

bool UserAgentClient::cancel(const QByteArray &reason, QString *why)
{
    const auto refuse = [why](const QString &text) {
        if (why)
            *why = text;
        return false;
    };
    //= R9.1-12
    if (d->cancelState != CancelState::None)
        return true;
    if (d->giveUpSubscribing() || d->hangUpNow() || d->removeKept() || d->decline())
        return true;
    //= R9.1-8
    if (d->finished || d->final.status != 0)
        return refuse(Words::tr("the final answer is already here"));
    if (d->looksUpFirst())
        return refuse(Words::tr("its next hop is still being looked up: nothing was sent that could be cancelled"));
    const bool invite = d->composed.method == "INVITE";
    //= R9.1-1
    //= R6665.4.6-1
    if (!invite && !d->composed.forceCancel)
        return refuse(Words::tr("only an INVITE can be cancelled; other requests are answered at once (RFC 3261 9.1)"));
    //= R3326.2-1
    if (const auto read = parseReasons(reason); read && !reason.contains('\r') && !reason.contains('\n'))
        d->cancelReason = reason;
    else if (!reason.isEmpty())
        d->note(d->contextOf(d->mainIndex()), Note::Level::Warning,
                Words::tr("the CANCEL goes without a Reason: \"%1\" is none").arg(QString::fromUtf8(reason).simplified()),
                "R3326.2-1");
    d->setCancelState(CancelState::Requested, "R9.1-7");
    //= R9.1-7
    if (d->provisional)
        d->sendCancel();
    return true;
}

void UserAgentClient::Private::setCancelState(CancelState next, const char *rule)
{
    constexpr const char *names[] = {"none", "requested", "sent", "answered"};
    const CancelState from = std::exchange(cancelState, next);
    const qsizetype main = mainIndex();
    record(main < 0 ? intentContext() : contextOf(main),
           StateChanged{StateChanged::Machine::Cancel, names[size_t(from)], names[size_t(next)], rule});
}

void UserAgentClient::Private::sendCancel()
{
    const qsizetype main = mainIndex();
    setCancelState(CancelState::Sent, "R9.1-7");
    stopTimer(ringLimit, 'R');
    //= R9.1-9
    //= R9.1-11
    startAttempt({.role = Role::Cancel}, "cancel", buildCancel(attempts[main].request, cancelReason), attempts[main].target);
    //= R9.1-10
    const Instant limit = composed.timers.timeout();
    const Instant due = core.scheduler().now() + limit;
    record(contextOf(main), TimerEvent{TimerEvent::What::Started, '9', due, limit});
    cancelLimit = core.scheduler().at(due, [this] {
        cancelLimit = 0;
        const qsizetype index = mainIndex();
        record(contextOf(index), TimerEvent{TimerEvent::What::Fired, '9', {}, {}});
        if (ClientTransaction *const transaction = std::exchange(running[index].transaction, nullptr))
            core.transactions().abandon(*transaction);
        failLocally(408, LocalCause::Cancelled,
                    cancelState == CancelState::Answered
                        ? Words::tr("cancelled, and no final answer came within 64*T1 of the CANCEL")
                        : Words::tr("cancelled, and within 64*T1 not even the CANCEL was answered"),
                    {}, attempts[index].number);
    });
}

} // namespace sip
