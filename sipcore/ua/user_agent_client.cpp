// SPDX-License-Identifier: GPL-3.0-or-later
#include "message/headers.h"
#include "message/parser.h"
#include "request/first_request.h"
#include "request/local_placeholder.h"
#include "request/request_builder.h"
#include "request/revision.h"
#include "request/setting_checks.h"
#include "request/uri_headers.h"
#include "ua/odd_answers.h"
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
    d->sayWhatIsNotUsed();
    d->sendFirst("initial");
}

void UserAgentClient::proceed()
{
    if (!d->finished && d->attempts.isEmpty() && d->begin == 0)
        d->sendFirst("initial");
}

/// What the user gave and what does nothing, or comes from where he may not look: the headers of the target's URI.
//= R19.1.5-1
void UserAgentClient::Private::sayWhatIsNotUsed()
{
    for (const RequestSetting setting : uselessSettings(composed))
        note(intentContext(), Note::Level::Warning,
             QStringLiteral("%1 does nothing here: %2")
                 .arg(QString::fromLatin1(settingName(setting)), objection(composed, setting)));
    const UriHeaders byUri = headersOfTarget(composed);
    QList<QByteArray> taken;
    for (const ComposedRow &row : byUri.rows)
        taken << row.name;
    if (!byUri.body.isEmpty())
        taken << "body";
    if (!taken.isEmpty())
        note(intentContext(), Note::Level::Info,
             QStringLiteral("put in as the URI of the target asks: ") + QString::fromUtf8(taken.join(", ")), "R19.1.5-1");
    if (!byUri.ignored.isEmpty())
        note(intentContext(), Note::Level::Warning,
             QStringLiteral("not taken from the URI of the target: ") + QString::fromUtf8(byUri.ignored.join(", ")), "R19.1.5-1");
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
    d->sayOddities(index, response.message);
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
