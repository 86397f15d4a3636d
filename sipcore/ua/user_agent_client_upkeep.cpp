// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/words.h"
#include "message/headers.h"
#include "request/flow_keeping.h"
#include "request/request_builder.h"
#include "ua/user_agent_client_p.h"

namespace sip {

namespace {

constexpr Instant firstWait = 30s, longestWait = 30min; ///< after a refresh that failed (R10.2.7-1)

} // namespace

/// A 2xx to REGISTER or PUBLISH left something at the server.
//= R10.2-6 a Record-Route in it is not looked at: there is no dialog
//= R3903.4-3
void UserAgentClient::Private::kept(qsizetype index, const Message &response)
{
    const Message request = attempts[index].request;
    upkeep.state = softStateOf(request, response);
    if (const auto user = parseNameAddr(request.value(HeaderId::To));
        user && request.method() == "REGISTER" && request.has(HeaderId::Contact)) {
        const QList<QByteArray> routes = upkeep.state.lasts ? listOf(response, HeaderId::ServiceRoute) : QList<QByteArray>();
        core.serviceRoutes().set(user->uri, attempts[index].target, routes,
                                 core.scheduler().now() + upkeep.state.lasts.value_or(Instant::zero()));
    }
    if (!upkeep.state.text.isEmpty())
        note(contextOf(index), Note::Level::Info, upkeep.state.text, "R10.2.4-1");
    if (!upkeep.state.problem.isEmpty())
        note(contextOf(index), Note::Level::Warning, upkeep.state.problem, upkeep.state.rule);
    if (composed.keepFor == Instant::zero() || !upkeep.state.lasts || upkeep.removing)
        return;
    if (!std::exchange(upkeep.keeping, true)) {
        upkeep.first = request;
        if (composed.keepFor != ComposedRequest::Never)
            upkeep.end = core.scheduler().at(core.scheduler().now() + composed.keepFor, [this] {
                upkeep.end = 0;
                removeKept();
            });
    }
    upkeep.wait = firstWait;
    upkeep.failures.reset();
    upkeep.goneAt = core.scheduler().now() + *upkeep.state.lasts;
    refreshIn(Subscription::refreshAfter(*upkeep.state.lasts));
}

void UserAgentClient::Private::refreshIn(Instant after, bool overNewFlow)
{
    core.scheduler().cancel(upkeep.refresh);
    const Instant due = core.scheduler().now() + after;
    record(contextOf(upkeepIndex()), TimerEvent{TimerEvent::What::Started, 'P', due, after});
    upkeep.refresh = core.scheduler().at(due, [this, overNewFlow] {
        upkeep.refresh = 0;
        record(contextOf(upkeepIndex()), TimerEvent{TimerEvent::What::Fired, 'P', {}, {}});
        Revision revision = refreshOf(upkeep.first, upkeep.state);
        if (overNewFlow)
            revision.why = "recovery";
        sendUpkeep(revision);
    });
}

/// The attempt whose number the next one follows.
qsizetype UserAgentClient::Private::upkeepIndex() const
{
    for (qsizetype i = running.size(); i > 0; --i)
        if (running[i - 1].role == Role::Main || running[i - 1].role == Role::Upkeep)
            return i - 1;
    return -1;
}

//= R10.2-3
//= R10.2-4
void UserAgentClient::Private::sendUpkeep(const Revision &revision)
{
    const qsizetype last = upkeepIndex();
    const quint32 cseq = quint32(attempts[last].request.cseqNumber() + 1);
    const TransportAddress target = attempts[last].target;
    const Message request = withCredentialsOfIntent(revise(upkeep.first, revision, newBranch(core.random()), cseq), target);
    startAttempt({.role = Role::Upkeep}, revision.why, request, target);
}

void UserAgentClient::Private::upkeepAnswered(qsizetype index, const Message &response)
{
    const int status = response.status();
    if (status < 200)
        return;
    if ((status == 401 || status == 407) && retryWithAuthentication(index, response))
        return;
    if (retryWithoutCredentials(index, response) || retryRevised(index, response))
        return;
    if (upkeep.removing) {
        if (status >= 300)
            note(contextOf(index), Note::Level::Warning, Words::tr("not removed: %1; it stays until it runs out").arg(status),
                 "R10.2.2-1");
        return endUpkeep();
    }
    if (status < 300) {
        retries = 0;
        kept(index, response);
    } else if (status == 412 && attempts[index].request.has(HeaderId::SipIfMatch)) {
        //= R3903.5-1
        note(contextOf(index), Note::Level::Info, Words::tr("the server no longer has this publication: published anew"),
             "R3903.5-1");
        if (mayRetry(index))
            sendUpkeep(startOverOf());
        else
            endUpkeep();
    } else {
        upkeepFailed(index, Words::tr("%1 to the refresh").arg(status));
    }
    if (upkeep.removeWanted && upkeep.keeping)
        removeKept();
}

/// Tried again while it lasts, with longer and longer pauses.
//= R10.2.7-1
void UserAgentClient::Private::upkeepFailed(qsizetype index, const QString &problem)
{
    if (upkeep.removing)
        return endUpkeep();
    if (upkeep.removeWanted) { // it waited for this refresh
        removeKept();
        return;
    }
    const Instant rest = core.restingTargets().remaining(attempts[index].target, core.scheduler().now());
    const bool overNewFlow = upkeep.failures.has_value();
    //= R5626.4.5-1
    const Instant wait = std::max(overNewFlow ? recoveryWait(++*upkeep.failures, core.random()) : upkeep.wait, rest);
    upkeep.wait = std::min(2 * upkeep.wait, longestWait);
    const bool gone = core.scheduler().now() >= upkeep.goneAt;
    note(contextOf(index), Note::Level::Warning,
         gone ? Words::tr("not refreshed (%1), and by now it has run out").arg(problem)
              : Words::tr("not refreshed: %1").arg(problem),
         "R10.2.7-1");
    refreshIn(wait, overNewFlow);
}

/// Ends the upkeep by removing what was kept, as soon as no refresh is under way (R10.2-5).
bool UserAgentClient::Private::removeKept()
{
    if (!upkeep.keeping || upkeep.removing)
        return false;
    const qsizetype last = upkeepIndex();
    //= R10.2-5
    //= R3903.4-2
    if (running[last].transaction && attempts[last].status < 200) {
        upkeep.removeWanted = true;
        return true;
    }
    upkeep.removing = true;
    core.scheduler().cancel(std::exchange(upkeep.refresh, 0));
    core.scheduler().cancel(std::exchange(upkeep.end, 0));
    sendUpkeep(removalOf(upkeep.first, upkeep.state));
    return true;
}

void UserAgentClient::Private::endUpkeep()
{
    upkeep.keeping = false;
    core.scheduler().cancel(std::exchange(upkeep.refresh, 0));
    core.scheduler().cancel(std::exchange(upkeep.end, 0));
    core.scheduler().cancel(std::exchange(upkeep.exit, 0));
    finishIfDone();
}

bool UserAgentClient::close(Instant limit)
{
    Private::Upkeep &upkeep = d->upkeep;
    if (!upkeep.keeping)
        return d->endIncoming(limit);
    const TraceContext context = d->contextOf(d->upkeepIndex());
    if (!d->composed.removeOnExit) {
        d->note(context, Note::Level::Info, Words::tr("left at the server, as set: it stays until it runs out"));
        d->endUpkeep();
        return true;
    }
    d->removeKept();
    d->core.scheduler().cancel(upkeep.exit);
    upkeep.exit = d->core.scheduler().at(d->core.scheduler().now() + limit, [this, limit] {
        d->upkeep.exit = 0;
        const qsizetype last = d->upkeepIndex();
        d->note(d->contextOf(last), Note::Level::Warning,
                Words::tr("not removed: no answer within %1 ms, and the program ends; it stays until it runs out")
                    .arg(limit / std::chrono::milliseconds(1)),
                "R10.2.2-1");
        if (ClientTransaction *const live = std::exchange(d->running[last].transaction, nullptr))
            d->core.transactions().abandon(*live);
        d->endUpkeep();
    });
    return true;
}

} // namespace sip
