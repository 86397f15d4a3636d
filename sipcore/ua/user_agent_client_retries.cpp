// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/words.h"
#include "message/headers.h"
#include "request/request_builder.h"
#include "request/revision.h"
#include "ua/user_agent_client_p.h"

namespace sip {

// New attempts in the place of one that was refused: with credentials, elsewhere, or changed as the refusal asks.

AuthPlan UserAgentClient::authenticationGuard(const Message &response, const Message &request, Protocol protocol) const
{
    return planAuthentication(response, request, d->composed.credentials, d->composed.authPolicy, d->history, d->core.random(),
                              protocol);
}

/// Answers unasked what the server accepted in an earlier intent; a request to be sent as typed stays as it is.
Message UserAgentClient::Private::withKnownCredentials(const Message &request, const TransportAddress &target)
{
    if (composed.raw)
        return request;
    return withPlan(request,
                    core.protectionSpace().begin(request, target, composed.credentials, composed.authPolicy, core.random()));
}

/// Answers unasked what was accepted in this intent, for a later request of its dialog.
Message UserAgentClient::Private::withCredentialsOfIntent(const Message &request, const TransportAddress &target)
{
    core.protectionSpace().align(history);
    return withPlan(request,
                    planPreemptive(request, composed.credentials, composed.authPolicy, history, core.random(), target.protocol));
}

Message UserAgentClient::Private::withPlan(const Message &request, const AuthPlan &plan)
{
    history = plan.history;
    core.protectionSpace().align(history);
    if (plan.rows.isEmpty())
        return request;
    record({q.m_intent, quint32(attempts.size() + 1), 0}, plan.report);
    return withCredentials(request, plan);
}

/// \return true: a new attempt is on its way
//= R3262-1 of a PRACK too
bool UserAgentClient::Private::retryWithAuthentication(qsizetype index, const Message &response)
{
    const TraceContext context = contextOf(index);
    //= R9.1-13
    if (running[index].role == Role::Main && cancelState != CancelState::None) {
        note(context, Note::Level::Info, Words::tr("not answered: the request was cancelled meanwhile"), "R9.1-13");
        return false;
    }
    if (composed.raw) {
        note(context, Note::Level::Info,
             Words::tr("not answered: the request was to be sent exactly as typed, so nothing is added to it"), "R22.2-2");
        return false;
    }
    core.protectionSpace().align(history);
    const AuthPlan plan = q.authenticationGuard(response, attempts[index].request, attempts[index].target.protocol);
    history = plan.history;
    core.protectionSpace().align(history);
    record(context, plan.report);
    if (!plan.retry)
        return false;
    if (!mayRetry(index))
        return false;
    sendAgain(index, plan.stale ? "stale" : "challenge",
              [&](quint32 cseq) { return buildRetry(attempts[index].request, newBranch(core.random()), plan, cseq); });
    return true;
}

/// A server that changed its realm, algorithm or qop may find credentials that nobody asked for unreadable: it gets the chance to
/// ask again.
//= R2617.3.2.1-5
bool UserAgentClient::Private::retryWithoutCredentials(qsizetype index, const Message &response)
{
    const Message request = attempts[index].request;
    const bool credentials = request.has(HeaderId::Authorization) || request.has(HeaderId::ProxyAuthorization);
    const bool unasked = std::any_of(history.answers.cbegin(), history.answers.cend(),
                                     [](const AuthHistory::Answer &answer) { return answer.live && answer.unasked; });
    if (response.status() != 400 || !credentials || !unasked || composed.raw ||
        (running[index].role == Role::Main && cancelState != CancelState::None) || !mayRetry(index))
        return false;
    for (AuthHistory::Answer &answer : history.answers)
        answer.live = false; // the nonces stay, and their counts go on
    note(contextOf(index), Note::Level::Info,
         Words::tr("credentials went along unasked and may be why this is a 400: once more without them, so that the server can "
                   "say what it asks for now"),
         "R2617.3.2.1-5");
    sendAgain(index, "without credentials", [&](quint32 cseq) { return revise(request, {}, newBranch(core.random()), cseq); });
    return true;
}

/// A 503 may say for how long its server is not to be used.
//= R21.5.4-1
void UserAgentClient::Private::letRest(qsizetype index, const Message &response)
{
    if (response.status() != 503 || !response.has(HeaderId::RetryAfter))
        return;
    const auto after = parseRetryAfter(response.value(HeaderId::RetryAfter));
    if (!after)
        return note(contextOf(index), Note::Level::Warning,
                    Words::tr("the Retry-After of this 503 cannot be read: %1").arg(after.error().detail), "R21.5.4-1");
    const TransportAddress server = attempts[index].target;
    const Instant now = core.scheduler().now();
    core.restingTargets().rest(server, now + std::chrono::seconds(after->seconds), now);
    if (const Instant rest = core.restingTargets().remaining(server, now); rest > Instant::zero())
        note(contextOf(index), Note::Level::Info,
             RestingTargets::text(server, rest) + QLatin1String("; ") + Words::tr("nothing is sent there by itself"),
             "R21.5.4-1");
}

/// One more automatic attempt is allowed, and counted.
//= R8.1.3.5-7
bool UserAgentClient::Private::mayRetry(qsizetype index)
{
    if (retries >= composed.maxRetries) {
        note(contextOf(index), Note::Level::Warning, Words::tr("given up after %1 automatic retries").arg(retries), "R8.1.3.5-7");
        return false;
    }
    ++retries;
    return true;
}

/// A new attempt in the place of one that was refused: where that one went, with the next number of its dialog or its own.
void UserAgentClient::Private::sendAgain(qsizetype index, const QByteArray &why,
                                         const std::function<Message(quint32 cseq)> &build)
{
    Running again = running[index];
    const TransportAddress target = attempts[index].target;
    Leg *const leg = again.role == Role::InDialog ? legOf(again.leg) : nullptr;
    //= R12.2.1.1-2
    const quint32 cseq = leg ? leg->dialog.takeSequence() : quint32(attempts[index].request.cseqNumber() + 1);
    const Message request = build(cseq);
    if (again.role == Role::Main)
        endEarlyDialogs("R12.3-1");
    if (again.role == Role::Main && awaited)
        awaitNotify(request);
    const auto [sized, way] = bySize(again, request, target);
    startAttempt(std::move(again), why, sized, way);
}

/// A 3xx leads on, and what it led to may refuse: the targets are tried one after the other, until one of them accepts, or says
/// that none will (6xx). In a dialog only the remote target changes, its route set stays.
//= R8.1.3.4-1
//= R8.1.3.4-4
//= R8.1.3.4-6
//= R12.2.1.2-3
bool UserAgentClient::Private::tryNextTarget(qsizetype index, const Message &response)
{
    Running again = running[index];
    Leg *const leg = again.role == Role::InDialog ? legOf(again.leg) : nullptr;
    if (!composed.followRedirects || composed.raw || (!leg && cancelState != CancelState::None) || response.status() < 300 ||
        response.status() >= 600)
        return false;
    const Message request = attempts[index].request;
    const QByteArray before = leg ? leg->dialog.facts().remoteTarget : request.requestUri().toByteArray();
    again.redirection.tried(before);
    if (response.status() < 400)
        if (const QString problem = again.redirection.add(response); !problem.isEmpty())
            note(contextOf(index), Note::Level::Warning, problem, "R8.1.3.4-2");
    while (const std::optional<Revision> next = again.redirection.next(before)) {
        ComposedRequest elsewhere = leg ? redirectedInDialog(*leg, again.what, *next) : redirected(*next);
        elsewhere.tls = composed.tls;
        elsewhere.ws = composed.ws;
        const Expected<NextHop> hop = nextHop(elsewhere);
        const bool named = hop && hop->isName() && core.resolver();
        if (named && !leg) {
            running[index].redirection = again.redirection;
            lookUpRedirection(index, response, *next, *hop);
            return true;
        }
        Road road = roadOf(hop);
        const std::optional<DnsTarget> target = named ? std::nullopt : redirectTarget(index, *next, road);
        if (!named && !target)
            continue;
        if (!leg) {
            running[index].redirection = again.redirection;
            return redirectTo(index, *next, *target, road.targets);
        }
        if (!mayRetry(index))
            return false;
        note(contextOf(index), Note::Level::Info, next->text, next->rule);
        if (leg->session.isOffered() && leg->session.offerer() == OfferAnswer::Party::Us)
            leg->session.failed(); // offered anew
        leg->dialog.takeSequence();
        sendInDialog(std::move(again), elsewhere, next->why);
        return true;
    }
    return false;
}

/// \return false: there were too many attempts already
bool UserAgentClient::Private::redirectTo(qsizetype index, const Revision &next, const DnsTarget &target,
                                          const QList<DnsTarget> &others)
{
    if (!mayRetry(index))
        return false;
    note(contextOf(index), Note::Level::Info, next.text, next.rule);
    endEarlyDialogs("R12.3-1");
    const Message request = attempts[index].request;
    const Expected<Endpoint> local = core.transport().localEndpoint(target.address);
    const Message moved = readdressed(revise(request, next, newBranch(core.random()), quint32(request.cseqNumber() + 1)),
                                      composed, factsOf(target.address, local.value_or(Endpoint())));
    Running again = running[index];
    again.others = others;
    again.pretendDead = target.pretendDead;
    again.transportGiven = namesTransport(redirected(next));
    again.tcpInVain = false;
    history = {}; // credentials are weighed anew for another server
    const auto [sized, way] = bySize(again, moved, target.address);
    startAttempt(std::move(again), next.why, sized, way);
    return true;
}

/// The request as composed, for another Request-URI. A next hop or a Route the user gave stays: it leads to the new URI too.
ComposedRequest UserAgentClient::Private::redirected(const Revision &where) const
{
    ComposedRequest request = composed;
    const auto given = Uri::parse(composed.target);
    const bool byUri = given && given->isSip();
    if (byUri)
        request.target = where.requestUri;
    if (!byUri || !composed.requestUri.isEmpty())
        request.requestUri = where.requestUri;
    return request;
}

/// A refusal that says what would be accepted.
bool UserAgentClient::Private::retryRevised(qsizetype index, const Message &response)
{
    const Message request = attempts[index].request;
    QString problem;
    const std::optional<Revision> revision = revisionFor(request, response, &problem);
    if (!problem.isEmpty())
        note(contextOf(index), Note::Level::Warning, problem);
    if (!revision || composed.raw || (running[index].role == Role::Main && cancelState != CancelState::None) || !mayRetry(index))
        return false;
    note(contextOf(index), Note::Level::Info, revision->text, revision->rule);
    sendAgain(index, revision->why, [&](quint32 cseq) { return revise(request, *revision, newBranch(core.random()), cseq); });
    return true;
}

} // namespace sip
