// SPDX-License-Identifier: GPL-3.0-or-later
#include "message/headers.h"
#include "message/parser.h"
#include "request/first_request.h"
#include "request/local_placeholder.h"
#include "request/request_builder.h"
#include "request/revision.h"
#include "ua/user_agent_client_p.h"

namespace sip {

namespace {

constexpr qsizetype largestDatagram = 65'507; ///< UDP over IPv4

QString address(const TransportAddress &target)
{
    return QString::fromLatin1(target.remote.text()) + QStringLiteral(" over ") + QString::fromLatin1(viaName(target.protocol));
}

TransportError unroutable(const Error &error)
{
    const bool name = error.code == Error::Code::Dns;
    return {.cause = name ? LocalCause::Dns : LocalCause::Unreachable, .text = error.detail, .reporter = {}};
}

/// How long an INVITE may ring: as set, and not longer than its own Expires. \return 0: for ever
//= R13.2.1-2
//= R13.2.2-3
Instant ringLimitOf(const ComposedRequest &composed, const Message &invite)
{
    const auto expires = parseNumber(invite.value(HeaderId::Expires).trimmed(), 0xffffffff, "R13.2.1-2");
    if (!expires || *expires == 0)
        return composed.ringLimit;
    const Instant own = std::chrono::seconds(qint64(*expires));
    return composed.ringLimit > Instant::zero() ? std::min(composed.ringLimit, own) : own;
}

/// Options that an answer requires although its request did not offer them; empty: none.
QByteArray unaskedOptions(const Message &request, const Message &response)
{
    if (!response.has(HeaderId::Require))
        return {};
    const QList<QByteArray> offered = splitList(request.values(HeaderId::Supported).join(',').toLower());
    QByteArray unasked;
    for (const QByteArray &option : splitList(response.values(HeaderId::Require).join(',')))
        if (!offered.contains(option.toLower()))
            unasked += (unasked.isEmpty() ? "" : ", ") + option;
    return unasked;
}

/// What a status we do not know counts as: 183 for 1xx, x00 of its class otherwise.
int effectiveStatus(int status)
{
    //= R8.1.3.2-1
    //= R8.1.3.2-2
    if (!defaultReason(status).isEmpty())
        return status;
    return status < 200 ? 183 : status / 100 * 100;
}

} // namespace

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
    d->sendFirst("initial");
}

void UserAgentClient::proceed()
{
    if (!d->finished && d->attempts.isEmpty() && d->begin == 0)
        d->sendFirst("initial");
}

/// What the registrar said for the user this request is from, when it goes there; a Route of the user's own says otherwise.
//= R3608.5-1
void UserAgentClient::Private::takeServiceRoute()
{
    const bool routed = std::any_of(composed.rows.cbegin(), composed.rows.cend(),
                                    [](const ComposedRow &row) { return !row.muted && headerId(row.name) == HeaderId::Route; });
    if (core.serviceRoutes().isEmpty() || composed.raw || composed.method == "REGISTER" || routed)
        return;
    const auto from = parseNameAddr(previewRequest(composed, {}, Protocol::Udp).value(HeaderId::From));
    const Expected<NextHop> hop = nextHop(composed);
    if (!from || !hop)
        return;
    const QList<QByteArray> routes = core.serviceRoutes().of(from->uri, hop->address, core.scheduler().now());
    for (const QByteArray &route : routes)
        composed.rows.append({"Route", route});
    if (!routes.isEmpty())
        note(intentContext(), Note::Level::Info,
             QStringLiteral("Route as the registrar of %1 said (Service-Route): %2")
                 .arg(QString::fromUtf8(from->uri.toBytes()), QString::fromUtf8(routes.join(", "))),
             "R3608.5-1");
}

void UserAgentClient::Private::sendFirst(const QByteArray &why)
{
    //= R3428.8-2
    //= R3903.4-2
    const char *const alone = composed.raw ? nullptr : methodTraits(composed.method).oneAtATime;
    if (alone)
        line = composed.method + ' ' + effectiveRequestUri(composed);
    if (alone && !core.takeTurn(line, q))
        return note(intentContext(), Note::Level::Info,
                    QStringLiteral("waits: the %1 before it to the same URI is not answered yet, and only one at a time may be")
                        .arg(QString::fromUtf8(composed.method)),
                    alone);
    takeServiceRoute();
    const Expected<NextHop> hop = nextHop(composed);
    if (const auto server = parseResolver(composed.road.resolver); !server)
        return sendFirstTo(why, {{}, {.cause = LocalCause::Dns, .text = server.error().detail, .reporter = {}}});
    if (mustLookUp(hop, composed.road) && core.resolver())
        return lookUp({.words = {},
                       .settings = composed.road,
                       .method = composed.method,
                       .leg = {},
                       .then = [this, why](const Road &road) { sendFirstTo(why, road); }},
                      *hop);
    sendFirstTo(why, roadOf(hop));
}

void UserAgentClient::Private::sendFirstTo(const QByteArray &why, const Road &road)
{
    // A failure before the first octet is told later, like every other: nobody hears from us inside send().
    const auto fail = [this](const TransportError &error) {
        begin = core.scheduler().at(core.scheduler().now(), [this, error] {
            begin = 0;
            failLocally(503, error.cause, error.text, error, 0);
        });
    };
    if (road.targets.isEmpty())
        return fail(road.problem);
    QList<DnsTarget> others = road.targets;
    const Expected<DnsTarget> first = takeTarget(others, intentContext(), true);
    if (!first)
        return fail(unroutable(first.error()));
    const TransportAddress target = first->address;
    const Expected<Endpoint> local = core.transport().localEndpoint(target);
    if (!local)
        return fail(unroutable(local.error()));
    putLocal(composed, *local);
    const Message request = withKnownCredentials(
        buildRequest(composed, {.protocol = target.protocol, .local = *local, .branch = {}, .fromTag = {}, .callId = {}},
                     core.random()),
        target);
    if (target.protocol == Protocol::Udp && request.wire().size() > largestDatagram)
        return fail({.cause = LocalCause::TooBig,
                     .text = QStringLiteral("%1 octets do not fit into one datagram (at most %2); use TCP")
                                 .arg(request.wire().size())
                                 .arg(largestDatagram),
                     .reporter = {}});
    //= R3428.8-1
    const bool longMessage =
        request.method() == "MESSAGE" && request.toTag().isEmpty() && request.wire().size() > largestUdpAdvised;
    if (longMessage && target.protocol == Protocol::Udp && !composed.forceUdp && !composed.raw)
        return fail(
            {.cause = LocalCause::TooBig,
             .text = QStringLiteral("a MESSAGE of %1 octets outside a call must not go over UDP, at most 1300 may (RFC 3428 "
                                    "8); use TCP, or stay on UDP by choice where the whole path is known to bear it")
                         .arg(request.wire().size()),
             .reporter = {}});
    if (longMessage)
        note(intentContext(), Note::Level::Warning,
             QStringLiteral("a MESSAGE of %1 octets outside a call: every hop behind the first has to bear more than 1300 too")
                 .arg(request.wire().size()),
             "R3428.8-1");
    else if (target.protocol == Protocol::Udp && !composed.forceUdp && request.wire().size() > largestUdpAdvised)
        note(intentContext(), Note::Level::Warning,
             QStringLiteral(
                 "%1 octets over UDP will travel in fragments, which many networks lose; from 1300 octets on RFC 3261 wants TCP")
                 .arg(request.wire().size()),
             "R18.1.1-1");
    if (const Instant rest = core.restingTargets().remaining(target, core.scheduler().now()); rest > Instant::zero())
        note(intentContext(), Note::Level::Warning,
             RestingTargets::text(target, rest) + QStringLiteral("; sent all the same, as you asked"), "R21.5.4-1");
    //= R17.1.1.1-1
    if (composed.timers.t1 < TimerValues::rfc().t1 && !target.remote.isLoopback() && !target.remote.isPrivate())
        note(intentContext(), Note::Level::Warning,
             QStringLiteral("T1 is %1 ms: below 500 ms is for closed networks only (RFC 3261 17.1.1.1), elsewhere it adds load")
                 .arg(composed.timers.t1 / 1ms),
             "R17.1.1.1-1");
    if (request.method() == "ACK") {
        record({q.m_intent, 1, 0},
               AttemptStarted{why, "ACK", request.requestUri().toByteArray(), target, request.branch().toByteArray(),
                              request.callId().toByteArray(), quint32(std::max<qint64>(request.cseqNumber(), 0))});
        core.transactions().sendDirectly({q.m_intent, 1, 0}, request, target);
        note(intentContext(), Note::Level::Info, QStringLiteral("an ACK is never answered; it was sent once"), "RFC3261-17.1");
        begin = core.scheduler().at(core.scheduler().now(), [this] {
            begin = 0;
            finish();
        });
        return;
    }
    startAttempt({.role = Role::Main, .others = others, .pretendDead = first->pretendDead}, why, request, target);
    const bool invite = request.method() == "INVITE";
    if (methodTraits(request.method()).subscribes)
        awaitNotify(request);
    if (const Instant limit = invite ? ringLimitOf(composed, request) : Instant::zero(); limit > Instant::zero()) {
        const Instant due = core.scheduler().now() + limit;
        record(contextOf(0), TimerEvent{TimerEvent::What::Started, 'R', due, limit});
        ringLimit = core.scheduler().at(due, [this] {
            ringLimit = 0;
            record(contextOf(mainIndex()), TimerEvent{TimerEvent::What::Fired, 'R', {}, {}});
            q.cancel();
        });
    }
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
    const TraceContext context{q.m_intent, attempt.number, 0};
    TransportAddress shown = target;
    shown.tls.reset(); // may hold the password of a key
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
    return index;
}

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
}

void UserAgentClient::receiveResponse(ClientTransaction &transaction, const IncomingResponse &response, const Path &path)
{
    const qsizetype index = d->indexOf(transaction);
    const Private::Role role = d->running[index].role;
    const int status = effectiveStatus(response.status);
    const bool isFinal = status >= 200;
    //= R20.32-1 a 421 requires what the request lacks: that is its meaning
    if (const QByteArray unasked = unaskedOptions(d->attempts[index].request, response.message);
        !unasked.isEmpty() && status != 421)
        d->note(
            d->contextOf(index), Note::Level::Warning,
            QStringLiteral("this %1 requires %2, which the request did not offer").arg(status).arg(QString::fromUtf8(unasked)),
            "R20.32-1");
    d->core.protectionSpace().learn(d->attempts[index].request, response.message, d->attempts[index].target,
                                    d->composed.credentials, d->history);
    d->letRest(index, response.message);

    if (role == Private::Role::Cancel) {
        //= R9.1-15
        if (isFinal)
            d->setCancelState(CancelState::Answered, "R9.1-15");
        //= R22.1-1
        if (status == 401 || status == 407)
            d->note(d->contextOf(index), Note::Level::Warning,
                    QStringLiteral("the CANCEL was challenged: it cannot be sent again with credentials, and may have no effect"),
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
    if (status == 503 && d->failOver(index, QStringLiteral("503 from this server")))
        return;
    if (d->retryRevised(index, response.message) || d->tryNextTarget(index, response.message))
        return;
    d->takeFinal(index, response, path);
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
             awaited ? QStringLiteral("202: taken, not decided yet; what becomes of it is told by NOTIFY")
                     : QStringLiteral("202: the message is stored, not delivered; whether it will be is not told"),
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
        note(context, Note::Level::Info, QStringLiteral("not answered: the request was cancelled meanwhile"), "R9.1-13");
        return false;
    }
    if (composed.raw) {
        note(context, Note::Level::Info,
             QStringLiteral("not answered: the request was to be sent exactly as typed, so nothing is added to it"), "R22.2-2");
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

/// A 503 may say for how long its server is not to be used.
//= R21.5.4-1
void UserAgentClient::Private::letRest(qsizetype index, const Message &response)
{
    if (response.status() != 503 || !response.has(HeaderId::RetryAfter))
        return;
    const auto after = parseRetryAfter(response.value(HeaderId::RetryAfter));
    if (!after)
        return note(contextOf(index), Note::Level::Warning,
                    QStringLiteral("the Retry-After of this 503 cannot be read: ") + after.error().detail, "R21.5.4-1");
    const TransportAddress server = attempts[index].target;
    const Instant now = core.scheduler().now();
    core.restingTargets().rest(server, now + std::chrono::seconds(after->seconds), now);
    if (const Instant rest = core.restingTargets().remaining(server, now); rest > Instant::zero())
        note(contextOf(index), Note::Level::Info,
             RestingTargets::text(server, rest) + QStringLiteral("; nothing is sent there by itself"), "R21.5.4-1");
}

/// One more automatic attempt is allowed, and counted.
//= R8.1.3.5-7
bool UserAgentClient::Private::mayRetry(qsizetype index)
{
    if (retries >= composed.maxRetries) {
        note(contextOf(index), Note::Level::Warning, QStringLiteral("given up after %1 automatic retries").arg(retries),
             "R8.1.3.5-7");
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
    startAttempt(std::move(again), why, request, target);
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
                                      composed, target.address.protocol, local.value_or(Endpoint()));
    Running again = running[index];
    again.others = others;
    again.pretendDead = target.pretendDead;
    history = {}; // credentials are weighed anew for another server
    startAttempt(std::move(again), next.why, moved, target.address);
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
        return refuse(QStringLiteral("the final answer is already here"));
    if (d->looksUpFirst())
        return refuse(QStringLiteral("its next hop is still being looked up: nothing was sent that could be cancelled"));
    const bool invite = d->composed.method == "INVITE";
    //= R9.1-1
    //= R6665.4.6-1
    if (!invite && !d->composed.forceCancel)
        return refuse(QStringLiteral("only an INVITE can be cancelled; other requests are answered at once (RFC 3261 9.1)"));
    //= R3326.2-1
    if (const auto read = parseReasons(reason); read && !reason.contains('\r') && !reason.contains('\n'))
        d->cancelReason = reason;
    else if (!reason.isEmpty())
        d->note(d->contextOf(d->mainIndex()), Note::Level::Warning,
                QStringLiteral("the CANCEL goes without a Reason: \"%1\" is none").arg(QString::fromUtf8(reason).simplified()),
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
                        ? QStringLiteral("cancelled, and no final answer came within 64*T1 of the CANCEL")
                        : QStringLiteral("cancelled, and within 64*T1 not even the CANCEL was answered"),
                    {}, attempts[index].number);
    });
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
    if (role == Private::Role::Upkeep)
        return d->upkeepFailed(index, QStringLiteral("never answered"));
    //= R3263.4.3-2
    if (transaction.responses() == 0 &&
        d->failOver(index, QStringLiteral("no answer from %1 at all").arg(address(transaction.target()))))
        return;
    if (role == Private::Role::InDialog) {
        d->failedInDialog(index,
                          QStringLiteral("the %1 was never answered").arg(QString::fromUtf8(transaction.request().method())));
        return;
    }
    if (role == Private::Role::Cancel) {
        d->note(d->contextOf(index), Note::Level::Warning, QStringLiteral("the CANCEL was never answered"), "R9.1-15");
        return;
    }
    const QString sent =
        transaction.sends() == 1 ? QStringLiteral("1 copy") : QStringLiteral("%1 copies").arg(transaction.sends());
    const QString heard = transaction.responses() == 0
                              ? QStringLiteral("nothing received")
                              : QStringLiteral("nothing received after the %1").arg(d->attempts[index].status);
    d->failLocally(408, timer == 'B' ? LocalCause::TimerB : LocalCause::TimerF,
                   QStringLiteral("%1 sent to %2, %3").arg(sent, address(transaction.target()), heard), {},
                   d->attempts[index].number);
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
    if (role == Private::Role::Upkeep && !answered)
        d->upkeepFailed(index, error.text);
    else if (!answered && transaction.responses() == 0 && d->failOver(index, error.text))
        return;
    else if (role == Private::Role::InDialog && !answered)
        d->failedInDialog(index, error.text);
    else if (role == Private::Role::Cancel || answered)
        d->note(d->contextOf(index), Note::Level::Warning,
                answered ? QStringLiteral("the ACK could not be delivered: ") + error.text : error.text, "R17.1.1.2-14");
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
    stepsLeftOut(QStringLiteral("there is no dialog to send it in"));
    record(intentContext(), IntentFinished{final.status, final.reason, final.cause});
    if (delegate)
        delegate->onFinished();
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
    d->note(d->intentContext(), Note::Level::Info, QStringLiteral("stopped here; an answer that still comes is shown as late"));
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
    core.leaveLine(line, q);
    for (const Leg &leg : std::as_const(legs)) {
        core.removeDialog(leg.dialog.callId(), leg.dialog.localTag(), leg.dialog.remoteTag(), q);
        core.removeDialog(leg.dialog.callId(), {}, leg.dialog.remoteTag(), q); // of a call that came in
    }
    core.answers().removeOf(q.m_intent);
    QList<Scheduler::Ticket *> tickets{&ringLimit, &cancelLimit,    &begin,      &stepTimer,  &notifyTimer,
                                       &anew,      &upkeep.refresh, &upkeep.end, &upkeep.exit};
    for (Leg &leg : legs) {
        tickets << &leg.hangUp << &leg.glare << &leg.refresh << &leg.expiry;
        for (Watched &one : leg.watched)
            tickets << &one.refresh << &one.expiry;
    }
    for (Asked &one : asked) {
        tickets << &one.ticket;
        if (one.reliable)
            tickets << &one.reliable->ticket;
    }
    for (Running &one : running)
        tickets << &one.drill;
    for (Scheduler::Ticket *const ticket : std::as_const(tickets))
        core.scheduler().cancel(std::exchange(*ticket, 0));
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
