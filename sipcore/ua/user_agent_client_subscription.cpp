// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/words.h"
#include "request/request_builder.h"
#include "ua/user_agent_client_p.h"

namespace sip {

/// From the moment it is sent: a NOTIFY may come before the answer, and has 64*T1 to come at all.
//= R6665.4.1.2.4-1
//= R3515.2.4.4-1
void UserAgentClient::Private::awaitNotify(const Message &request)
{
    stopAwaiting();
    awaited.emplace(request);
    awaitedBy = request;
    core.awaitNotify(request.callId(), request.fromTag(), q);
    if (notifyTimer == 0) // else a new attempt of the same
        startNotifyTimer();
}

void UserAgentClient::Private::startNotifyTimer()
{
    const Instant limit = composed.timers.timeout();
    record(contextOf(mainIndex()), TimerEvent{TimerEvent::What::Started, 'N', core.scheduler().now() + limit, limit});
    notifyTimer = core.scheduler().at(core.scheduler().now() + limit, [this] {
        notifyTimer = 0;
        record(contextOf(mainIndex()), TimerEvent{TimerEvent::What::Fired, 'N', {}, {}});
        const bool somebody = isWatched({Subscription::State::Pending, Subscription::State::Active});
        if (somebody || final.status / 100 != 2)
            return noNotify(Words::tr("no NOTIFY came from one that accepted: that subscription failed"));
        const QString text = Words::tr("no NOTIFY came within 64*T1: the subscription failed");
        final = {408, defaultReason(408).toByteArray(), LocalCause::TimerN};
        record(contextOf(mainIndex()), LocalStatus{408, final.reason, LocalCause::TimerN, text, {}});
        IncomingResponse response;
        response.status = 408;
        response.reason = final.reason;
        response.cause = LocalCause::TimerN;
        response.attempt = attempts[mainIndex()].number;
        if (delegate)
            delegate->onReject(response);
        noNotify({});
    });
}

/// Some subscription of ours, in whatever dialog, is in one of these states.
bool UserAgentClient::Private::isWatched(std::initializer_list<Subscription::State> states) const
{
    return std::any_of(legs.cbegin(), legs.cend(), [&states](const Leg &leg) {
        return std::any_of(leg.watched.cbegin(), leg.watched.cend(), [&states](const Watched &one) {
            return std::find(states.begin(), states.end(), one.subscription.state()) != states.end();
        });
    });
}

void UserAgentClient::Private::stopAwaiting()
{
    if (!awaited)
        return;
    core.stopAwaiting(awaitedBy.callId(), awaitedBy.fromTag(), q);
    awaited.reset();
    awaitedBy = {};
}

/// Nobody notified us of what was asked for with the first request.
void UserAgentClient::Private::noNotify(const QString &why)
{
    stopAwaiting();
    if (!why.isEmpty())
        note(contextOf(mainIndex()), Note::Level::Warning, why, "R6665.4.1.2.4-1");
    for (qsizetype i = 0; i < legs.size(); ++i)
        for (Watched &watched : legs[i].watched)
            if (watched.subscription.state() == Subscription::State::NotifyWait)
                setSubscription(
                    legs[i], watched, [](Subscription &one) { one.terminate(); }, "R6665.4.1.2.4-1");
    endIfUnwatched();
}

/// A 2xx to SUBSCRIBE or REFER: the dialog, if the NOTIFY has not made it already.
void UserAgentClient::Private::subscribed(qsizetype index, const Message &response)
{
    //= R3515-1 the peer says that it will not tell (RFC 4488)
    if (response.value(HeaderId::ReferSub).trimmed().toLower() == "false") {
        core.scheduler().cancel(std::exchange(notifyTimer, 0));
        return noNotify({});
    }
    Leg *const leg = legFor(index, response);
    if (!leg || !awaited)
        return;
    Watched *watched = watchedBy(*leg, *awaited);
    if (!watched) {
        leg->watched.append(Watched{*awaited});
        watched = &leg->watched.last();
    }
    if (const QString odd = watched->subscription.accepted(response); !odd.isEmpty())
        note(contextOf(index), Note::Level::Warning, odd, "R6665.4.1.2.1-2");
    if (watched->subscription.state() != Subscription::State::NotifyWait)
        lasts(*leg, *watched);
    else if (notifyTimer == 0) // another fork has notified before
        startNotifyTimer();
}

UserAgentClient::Private::Watched *UserAgentClient::Private::watchedBy(Leg &leg, const Subscription &like)
{
    const auto found = std::find_if(leg.watched.begin(), leg.watched.end(), [&like](const Watched &one) {
        return one.subscription.package() == like.package() && one.subscription.id() == like.id();
    });
    return found == leg.watched.end() ? nullptr : &*found;
}

void UserAgentClient::Private::setSubscription(Leg &leg, Watched &watched, const std::function<void(Subscription &)> &change,
                                               const char *rule)
{
    const Subscription::State before = watched.subscription.state();
    change(watched.subscription);
    const Subscription::State now = watched.subscription.state();
    if (now != before)
        record(contextOf(mainIndex()),
               StateChanged{StateChanged::Machine::Subscription, stateName(before), stateName(now), rule});
    if (now == Subscription::State::Terminated) {
        for (Scheduler::Ticket *const ticket : {&watched.refresh, &watched.expiry})
            core.scheduler().cancel(std::exchange(*ticket, 0));
        const bool over = std::all_of(leg.watched.cbegin(), leg.watched.cend(), [](const Watched &one) {
            return one.subscription.state() == Subscription::State::Terminated;
        });
        if (over && !leg.call && leg.dialog.state() != Dialog::State::Terminated)
            terminate(leg, mainIndex(), rule);
    }
}

/// How long it lasts is known, or known anew: refreshed in time, over when not.
//= R6665.4.1.2.2-1
void UserAgentClient::Private::lasts(Leg &leg, Watched &watched)
{
    if (watched.ending) // Timer N says when it is over
        return;
    for (Scheduler::Ticket *const ticket : {&watched.refresh, &watched.expiry})
        core.scheduler().cancel(std::exchange(*ticket, 0));
    const std::optional<Instant> remaining = watched.subscription.remaining();
    if (!remaining || watched.subscription.state() == Subscription::State::Terminated)
        return;
    const QByteArray tag = leg.dialog.remoteTag();
    const Subscription which = watched.subscription;
    const Instant now = core.scheduler().now();
    if (!which.byRefer() && *remaining > Instant::zero()) {
        const Instant after = Subscription::refreshAfter(*remaining);
        record(contextOf(mainIndex()), TimerEvent{TimerEvent::What::Started, 'P', now + after, after});
        watched.refresh = core.scheduler().at(now + after, [this, tag, which] {
            Leg *const due = legOf(tag);
            Watched *const one = due ? watchedBy(*due, which) : nullptr;
            if (!one)
                return;
            one->refresh = 0;
            record(contextOf(mainIndex()), TimerEvent{TimerEvent::What::Fired, 'P', {}, {}});
            sendNext(tag,
                     subscribeAgain(which,
                                    which.asked() ? QByteArray::number(*which.asked() / std::chrono::seconds(1)) : QByteArray()),
                     "refresh");
        });
    }
    watched.expiry = core.scheduler().at(now + *remaining, [this, tag, which] {
        Leg *const due = legOf(tag);
        Watched *const one = due ? watchedBy(*due, which) : nullptr;
        if (!one)
            return;
        one->expiry = 0;
        note(contextOf(mainIndex()), Note::Level::Warning, Words::tr("the subscription ran out"), "R6665.4.1.2.2-1");
        setSubscription(
            *due, *one, [](Subscription &over) { over.terminate(); }, "R6665.4.1.2.2-1");
        endIfUnwatched();
    });
}

NextRequest UserAgentClient::Private::subscribeAgain(const Subscription &which, const QByteArray &expires)
{
    QByteArray event = which.package();
    if (!which.id().isEmpty())
        event += ";id=" + which.id();
    NextRequest request{.method = "SUBSCRIBE", .rows = {{"Event", event}}, .body = {}};
    if (!expires.isEmpty())
        request.rows << ComposedRow{"Expires", expires};
    return request;
}

//= R6665.4.1.3-1
//= R6665.4.1.4-1
int UserAgentClient::Private::notified(const Message &notify)
{
    Leg *leg = legOf(notify.fromTag());
    if (!leg && awaited && awaited->matches(notify) && mainIndex() >= 0) {
        if (legs.size() >= mostLegs)
            return 481;
        const Dialog dialog = Dialog::madeByNotify(attempts[mainIndex()].request, notify);
        legs.append(Leg{.dialog = dialog, .acks = {}});
        leg = &legs.last();
        leg->origin = attempts[mainIndex()].target;
        leg->watched.append(Watched{*awaited});
        core.addDialog(dialog.callId(), dialog.localTag(), dialog.remoteTag(), q);
        record(contextOf(mainIndex()), DialogChanged{dialog.facts(), "", "R6665.4.4.1-1"});
        sayDetours(*leg, contextOf(mainIndex()));
        leg->dialog.accept(notify);
    }
    Watched *watched = nullptr;
    if (leg)
        for (Watched &one : leg->watched)
            if (one.subscription.matches(notify) && one.subscription.state() != Subscription::State::Terminated)
                watched = &one;
    if (!watched)
        return 481;
    if (const QByteArray fragment = sipfragStatus(notify); !fragment.isEmpty())
        note(intentContext(), Note::Level::Info, Words::tr("the referred request: %1").arg(QString::fromUtf8(fragment.sliced(8))),
             "R3515.2.4.5-1");
    Subscription now = watched->subscription;
    const Subscription::Heard heard = now.notified(notify);
    const bool asAsked = heard.answer == 200 && now.state() == Subscription::State::Terminated && watched->ending;
    if (!heard.text.isEmpty())
        note(intentContext(), heard.answer == 200 ? Note::Level::Info : Note::Level::Warning,
             asAsked ? Words::tr("the subscription is over, as asked") : heard.text, heard.rule);
    if (heard.answer != 200)
        return heard.answer;
    if (heard.anew)
        subscribeAnew(*watched, *heard.anew);
    setSubscription(
        *leg, *watched, [&now](Subscription &one) { one = now; }, "R6665.4.1.3-2");
    //= R6665.4.1.2.4-1 every fork that accepted has to notify
    if (!isWatched({Subscription::State::NotifyWait}))
        core.scheduler().cancel(std::exchange(notifyTimer, 0));
    leg = legOf(notify.fromTag());
    lasts(*leg, *watched);
    finishIfDone();
    if (!leg->call && !std::exchange(leg->begun, true) && leg->dialog.state() == Dialog::State::Confirmed)
        takeStep(leg->dialog.remoteTag());
    return 200;
}

/// The peer ended what the first SUBSCRIBE asked for, but not for good: another one goes out, unless a fork still watches it.
//= R6665.4.1.3-2
void UserAgentClient::Private::subscribeAnew(const Watched &ended, Instant after)
{
    const Message &first = attempts[mainIndex()].request;
    const Subscription wanted(first);
    const bool watching = std::any_of(legs.cbegin(), legs.cend(), [&ended](const Leg &leg) {
        return std::any_of(leg.watched.cbegin(), leg.watched.cend(), [&ended](const Watched &one) {
            return &one != &ended && one.subscription.state() != Subscription::State::Terminated;
        });
    });
    const bool ofFirst = ended.subscription.package() == wanted.package() && ended.subscription.id() == wanted.id();
    if (first.method() != "SUBSCRIBE" || !ofFirst || ended.ending || wanted.asked() == Instant::zero() || watching ||
        !mayRetry(mainIndex()))
        return;
    final = {};
    record(contextOf(mainIndex()), TimerEvent{TimerEvent::What::Started, 'P', core.scheduler().now() + after, after});
    anew = core.scheduler().at(core.scheduler().now() + after, [this] {
        anew = 0;
        record(contextOf(mainIndex()), TimerEvent{TimerEvent::What::Fired, 'P', {}, {}});
        sendFirst("resubscribe");
    });
}

/// No subscription of another time is waited for any more. \return false: none was
bool UserAgentClient::Private::giveUpSubscribing()
{
    if (anew == 0)
        return false;
    stopTimer(anew, 'P');
    conclude(attempts[mainIndex()].status, defaultReason(attempts[mainIndex()].status).toByteArray(), LocalCause::None);
    return true;
}

/// The answer to a SUBSCRIBE of ours in the dialog.
void UserAgentClient::Private::resubscribed(Leg &leg, qsizetype index, const Message &response)
{
    const Subscription like(attempts[index].request);
    Watched *const watched = watchedBy(leg, like);
    if (!watched) {
        if (response.status() / 100 == 2) // a subscription beside the one that made the dialog
            leg.watched.append(Watched{like});
        return;
    }
    if (response.status() / 100 == 2) {
        if (const QString odd = watched->subscription.accepted(response); !odd.isEmpty())
            note(contextOf(index), Note::Level::Warning, odd, "R6665.4.1.2.1-2");
        lasts(leg, *watched);
        return;
    }
    bool over = false;
    setSubscription(
        leg, *watched, [&](Subscription &one) { over = one.refused(response.status()); }, "R6665.4.1.2.2-2");
    note(contextOf(index), Note::Level::Warning,
         over ? Words::tr("the subscription is over: %1 to its refresh").arg(response.status())
              : Words::tr("not refreshed: the subscription goes on until it runs out"),
         "R6665.4.1.2.2-2");
    endIfUnwatched();
}

/// Ends what is watched in this dialog.
//= R6665.4.1.2.3-1
void UserAgentClient::Private::unsubscribe(const QByteArray &toTag)
{
    Leg *const leg = legOf(toTag);
    for (qsizetype i = 0; i < leg->watched.size(); ++i) {
        Watched &watched = leg->watched[i];
        if (watched.subscription.state() != Subscription::State::Terminated && !std::exchange(watched.ending, true))
            sendNext(toTag, subscribeAgain(watched.subscription, "0"), "unsubscribe");
    }
}

/// A SUBSCRIBE goes out in this dialog: when it ends what is watched, only the last NOTIFY is awaited any more.
//= R6665.4.1.2.3-1
void UserAgentClient::Private::subscribing(const QByteArray &toTag, const Message &request)
{
    const Subscription which(request);
    Watched *const watched = watchedBy(*legOf(toTag), which);
    if (!watched || which.asked() != Instant::zero() || watched->subscription.state() == Subscription::State::Terminated)
        return;
    watched->ending = true;
    core.scheduler().cancel(std::exchange(watched->refresh, 0));
    core.scheduler().cancel(std::exchange(watched->expiry, 0));
    const Instant limit = composed.timers.timeout();
    record(contextOf(mainIndex()), TimerEvent{TimerEvent::What::Started, 'N', core.scheduler().now() + limit, limit});
    watched->expiry = core.scheduler().at(core.scheduler().now() + limit, [this, toTag, which] {
        record(contextOf(mainIndex()), TimerEvent{TimerEvent::What::Fired, 'N', {}, {}});
        Leg *const silent = legOf(toTag);
        if (Watched *const one = silent ? watchedBy(*silent, which) : nullptr) {
            one->expiry = 0;
            setSubscription(
                *silent, *one, [](Subscription &over) { over.terminate(); }, "R6665.4.1.2.3-1");
            endIfUnwatched();
        }
    });
}

/// No dialog is left in which something is watched, and none is to come.
void UserAgentClient::Private::endIfUnwatched()
{
    if (notifyTimer == 0)
        finishIfDone();
}

} // namespace sip
