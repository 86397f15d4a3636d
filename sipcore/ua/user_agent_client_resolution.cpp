// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/words.h"
#include "message/headers.h"
#include "request/request_builder.h"
#include "request/revision.h"
#include "ua/user_agent_client_p.h"

namespace sip {

namespace {

QString shown(const TransportAddress &target)
{
    return QStringLiteral("%1:%2").arg(QString::fromLatin1(protocolName(target.protocol)),
                                       QString::fromLatin1(target.remote.text()));
}

} // namespace

/// Numeric next hops need neither DNS nor a plan, unless the user wants one of them pinned or dead.
bool UserAgentClient::Private::mustLookUp(const Expected<NextHop> &hop, const RoadSettings &settings) const
{
    return hop && (hop->isName() || !settings.pin.isEmpty() || !settings.pretendDead.isEmpty());
}

UserAgentClient::Private::Road UserAgentClient::Private::roadOf(const Expected<NextHop> &hop) const
{
    if (!hop)
        return {{}, {.cause = LocalCause::Unreachable, .text = hop.error().detail, .reporter = {}}};
    if (hop->isName())
        return {{},
                {.cause = LocalCause::Dns,
                 .text = Words::tr("%1 is a name, and there is nobody to look it up").arg(QString::fromUtf8(hop->text())),
                 .reporter = {}}};
    return {{{.address = hop->address, .name = {}}}, {}};
}

/// What is written into a request for that way.
BuildFacts UserAgentClient::Private::factsOf(const TransportAddress &target, const Endpoint &local) const
{
    const bool nameless = isWebSocket(target.protocol) && !composed.ws.namesAddress;
    return {.protocol = target.protocol,
            .local = local,
            .branch = {},
            .fromTag = {},
            .callId = {},
            .host = nameless ? core.localName() : QByteArray()};
}

/// URIs in a dialog say transport=ws for WSS too: to where \a origin leads it is what was opened.
//= R7118.5-1
TransportAddress UserAgentClient::Private::asOpened(const TransportAddress &target, const TransportAddress &origin)
{
    const bool same = target.protocol == Protocol::Ws && origin.protocol == Protocol::Wss && target.remote == origin.remote;
    return same ? origin : target;
}

RoadSettings UserAgentClient::Private::roadInDialog() const
{
    RoadSettings settings = composed.road;
    settings.pin.clear(); // it names the first hop of the first request
    return settings;
}

void UserAgentClient::Private::lookUp(LookUp what, const NextHop &hop)
{
    if (!resolution)
        resolution = std::make_unique<Resolution>();
    what.words = hop.words;
    if (!hop.isName())
        what.words = {.host = hop.address.remote.hostText(),
                      .port = hop.address.remote.port,
                      .transport = protocolName(hop.address.protocol).toByteArray()};
    resolution->waiting.append(std::move(what));
    if (!resolution->plan)
        beginLookUp();
}

void UserAgentClient::Private::beginLookUp()
{
    const LookUp &one = resolution->waiting.first();
    resolution->context = {q.m_intent, quint32(attempts.size() + 1), 0};
    resolution->begun = core.scheduler().now();
    resolution->server = parseResolver(one.settings.resolver).value_or(Endpoint());
    resolution->plan.emplace(one.words, supportedTransports(), one.settings, core.random());
    askOn();
}

/// Asks what the plan wants to know now; ends when it wants nothing more.
void UserAgentClient::Private::askOn()
{
    const QList<DnsQuestion> questions = resolution->plan->takeQuestions();
    for (const DnsQuestion &question : questions) {
        record(resolution->context, DnsAsked{question, resolution->server});
        resolution->questions << core.resolver()->ask(question, resolution->server, [this](const DnsAnswer &answer) {
            record(resolution->context, DnsAnswered{answer});
            resolution->plan->take(answer);
            askOn();
        });
    }
    if (resolution->plan->isDone() && resolution->end == 0)
        resolution->end = core.scheduler().at(core.scheduler().now(), [this] { endLookUp(); });
}

void UserAgentClient::Private::endLookUp()
{
    resolution->end = 0;
    resolution->questions.clear();
    const Rfc3263Plan &plan = *resolution->plan;
    record(resolution->context, RoadPlanned{plan.domain(), plan.decisions(), plan.targets(), plan.problem(),
                                            core.scheduler().now() - resolution->begun});
    Road road{plan.targets(), {}};
    if (road.targets.isEmpty())
        road.problem = {.cause = LocalCause::Dns, .text = plan.problem(), .reporter = {}};
    resolution->plan.reset();
    const LookUp done = resolution->waiting.takeFirst();
    //= R5922.7.3-1 whatever DNS made of it, the certificate has to be good for what the user named
    for (DnsTarget &target : road.targets) {
        target.address.domain = done.words.host;
        dress(target.address, done.words.host, composed);
    }
    done.then(road);
    if (!resolution->plan && !resolution->waiting.isEmpty())
        beginLookUp();
}

void UserAgentClient::Private::stopLookingUp()
{
    if (!resolution)
        return;
    core.scheduler().cancel(std::exchange(resolution->end, 0));
    for (const Resolver::Ticket ticket : std::exchange(resolution->questions, {}))
        core.resolver()->cancel(ticket);
    resolution->waiting.clear();
    resolution->plan.reset();
}

bool UserAgentClient::Private::looksUpFirst() const
{
    return attempts.isEmpty() && resolution && !resolution->waiting.isEmpty();
}

bool UserAgentClient::Private::looksUpInvite(QByteArrayView toTag) const
{
    return resolution && std::any_of(resolution->waiting.cbegin(), resolution->waiting.cend(), [toTag](const LookUp &one) {
               return one.method == "INVITE" && (one.leg.isEmpty() || one.leg == toTag);
           });
}

/// A redirection leads to a name: what follows waits for its look-up.
void UserAgentClient::Private::lookUpRedirection(qsizetype index, const Message &response, const Revision &next,
                                                 const NextHop &hop)
{
    const auto found = [this, index, response, next](Road road) {
        const std::optional<DnsTarget> target = redirectTarget(index, next, road);
        const bool cancelled = cancelState != CancelState::None;
        if (!cancelled && (target ? redirectTo(index, next, *target, road.targets) : tryNextTarget(index, response)))
            return;
        IncomingResponse left;
        left.status = response.status();
        left.reason = response.reasonPhrase().toByteArray();
        left.message = response;
        left.attempt = attempts[index].number;
        takeFinal(index, left, {});
    };
    lookUp({.words = {}, .settings = roadInDialog(), .method = composed.method, .leg = {}, .then = found}, hop);
}

/// The first target of a redirection that can be used; nullopt: there is none, which is told.
std::optional<DnsTarget> UserAgentClient::Private::redirectTarget(qsizetype index, const Revision &next, Road &road)
{
    const Expected<DnsTarget> target = road.targets.isEmpty() ? Error{Error::Code::Transport, road.problem.text, -1, "R8.1.3.4-1"}
                                                              : takeTarget(road.targets, contextOf(index), false);
    if (target)
        return *target;
    const bool rests = qstrcmp(target.error().rule, "R21.5.4-1") == 0;
    note(contextOf(index), rests ? Note::Level::Info : Note::Level::Warning,
         Words::tr("%1 is not tried: %2").arg(QString::fromUtf8(next.requestUri), target.error().detail),
         rests ? "R21.5.4-1" : "R8.1.3.4-1");
    return std::nullopt;
}

/// The best target that can be used now; those before it are told and left behind. \param insist  one that rests is used when
/// there is no other
Expected<DnsTarget> UserAgentClient::Private::takeTarget(QList<DnsTarget> &targets, const TraceContext &context, bool insist)
{
    Error problem{Error::Code::Transport, Words::tr("there is no target"), -1, "R3263.4.3-1"};
    while (!targets.isEmpty()) {
        const DnsTarget one = targets.takeFirst();
        const bool last = targets.isEmpty();
        const Instant rest = core.restingTargets().remaining(one.address, core.scheduler().now());
        const Expected<Endpoint> local = core.transport().localEndpoint(one.address);
        //= R21.5.4-1
        const bool rests = rest > Instant::zero() && !(insist && last);
        if (local && !rests)
            return one;
        problem = local ? Error{Error::Code::Transport, RestingTargets::text(one.address, rest), -1, "R21.5.4-1"} : local.error();
        if (!last)
            note(context, Note::Level::Info, Words::tr("%1 is passed over: %2").arg(shown(one.address), problem.detail),
                 local ? "R21.5.4-1" : "R3263.4.3-1");
    }
    return problem;
}

/// The same request to the next target that DNS gave: everything stays but the branch and what names our own address.
/// \param problem  what became of this attempt, a sentence \return true: the new attempt is on its way
//= R8.1.2-3
//= R3263.4.3-1
bool UserAgentClient::Private::failOver(qsizetype index, const QString &problem)
{
    Running again = running[index];
    const bool main = again.role == Role::Main;
    if (again.others.isEmpty() || composed.raw || (!main && again.role != Role::InDialog) ||
        (main && (cancelState != CancelState::None || index != mainIndex())))
        return false;
    const Expected<DnsTarget> next = takeTarget(again.others, contextOf(index), false);
    if (!next)
        note(contextOf(index), Note::Level::Info, Words::tr("no other target can be used: %1").arg(next.error().detail),
             "R3263.4.3-1");
    if (!next || !mayRetry(index))
        return false;
    const Expected<Endpoint> local = core.transport().localEndpoint(next->address);
    note(contextOf(index), Note::Level::Info,
         Words::tr("%1; on to %2, %3 left after it").arg(problem, shown(next->address)).arg(again.others.size()), "R3263.4.3-1");
    const Message request = attempts[index].request;
    //= R22.3-2 another address of the same server
    const Message moved =
        withCredentialsOfIntent(readdressed(revise(request, {}, newBranch(core.random()), quint32(request.cseqNumber())),
                                            composed, factsOf(next->address, local.value_or(Endpoint()))),
                                next->address);
    if (main)
        endEarlyDialogs("R12.3-1");
    if (main && awaited)
        awaitNotify(moved);
    again.pretendDead = next->pretendDead;
    again.transaction = nullptr;
    again.tcpInVain = false;
    const auto [sized, way] = bySize(again, moved, next->address);
    startAttempt(std::move(again), "failover", sized, way);
    return true;
}

/// An attempt at a target that is to be taken for dead: the wait is real, the silence is made.
//= R3263.4.3-3
void UserAgentClient::Private::beginDrill(qsizetype index)
{
    const char timer = attempts[index].request.method() == "INVITE" ? 'B' : 'F';
    const Instant limit = composed.timers.timeout();
    const Instant due = core.scheduler().now() + limit;
    note(contextOf(index), Note::Level::Info,
         Words::tr("%1 is taken for dead, as asked: nothing is sent, and nothing will be heard")
             .arg(shown(attempts[index].target)),
         "R3263.4.3-3");
    record(contextOf(index), TimerEvent{TimerEvent::What::Started, timer, due, limit});
    running[index].drill = core.scheduler().at(due, [this, index] { endDrill(index); });
}

void UserAgentClient::Private::endDrill(qsizetype index)
{
    running[index].drill = 0;
    if (finished)
        return;
    const bool invite = attempts[index].request.method() == "INVITE";
    record(contextOf(index), TimerEvent{TimerEvent::What::Fired, invite ? 'B' : 'F', {}, {}});
    const QString problem = Words::tr("nothing was heard from %1, which is taken for dead").arg(shown(attempts[index].target));
    if (failOver(index, problem))
        return;
    if (running[index].role == Role::InDialog)
        return failedInDialog(index, problem);
    failLocally(408, invite ? LocalCause::TimerB : LocalCause::TimerF, problem, {}, attempts[index].number);
}

} // namespace sip
