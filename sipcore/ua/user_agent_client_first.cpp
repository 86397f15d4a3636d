// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/words.h"
#include "message/headers.h"
#include "request/first_request.h"
#include "request/local_placeholder.h"
#include "request/request_builder.h"
#include "request/setting_checks.h"
#include "request/uri_headers.h"
#include "ua/user_agent_client_p.h"

namespace sip {

// The first request: where it goes, what is odd about it, and the attempt that carries it.

namespace {

constexpr qsizetype largestDatagram = 65'507; ///< UDP over IPv4

TransportError unroutable(const Error &error)
{
    const bool name = error.code == Error::Code::Dns;
    return {.cause = name ? LocalCause::Dns : LocalCause::Unreachable, .text = error.detail, .reporter = {}};
}

} // namespace

/// What the user gave and what does nothing, or comes from where he may not look: the headers of the target's URI.
//= R19.1.5-1
void UserAgentClient::Private::sayWhatIsNotUsed()
{
    for (const RequestSetting setting : uselessSettings(composed))
        note(intentContext(), Note::Level::Warning,
             Words::tr("%1 does nothing here: %2").arg(QString::fromLatin1(settingName(setting)), objection(composed, setting)));
    const UriHeaders byUri = headersOfTarget(composed);
    QList<QByteArray> taken;
    for (const ComposedRow &row : byUri.rows)
        taken << row.name;
    if (!byUri.body.isEmpty())
        taken << "body";
    if (!taken.isEmpty())
        note(intentContext(), Note::Level::Info,
             Words::tr("put in as the URI of the target asks: %1").arg(QString::fromUtf8(taken.join(", "))), "R19.1.5-1");
    if (!byUri.ignored.isEmpty())
        note(intentContext(), Note::Level::Warning,
             Words::tr("not taken from the URI of the target: %1").arg(QString::fromUtf8(byUri.ignored.join(", "))), "R19.1.5-1");
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
             Words::tr("Route as the registrar of %1 said (Service-Route): %2")
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
                    Words::tr("waits: the %1 before it to the same URI is not answered yet, and only one at a time may be")
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
    const Expected<Endpoint> local = core.transport().localEndpoint(first->address);
    if (!local)
        return fail(unroutable(local.error()));
    const BuildFacts facts = factsOf(first->address, *local);
    putLocal(composed, facts.hostPort());
    Running what{
        .role = Role::Main, .others = others, .pretendDead = first->pretendDead, .transportGiven = namesTransport(composed)};
    const auto [request, target] =
        bySize(what, withKnownCredentials(buildRequest(composed, facts, core.random()), first->address), first->address);
    if (target.protocol == Protocol::Udp && request.wire().size() > largestDatagram)
        return fail({.cause = LocalCause::TooBig,
                     .text = Words::tr("%1 octets do not fit into one datagram (at most %2); use TCP")
                                 .arg(request.wire().size())
                                 .arg(largestDatagram),
                     .reporter = {}});
    //= R3428.8-1
    const bool longMessage =
        request.method() == "MESSAGE" && request.toTag().isEmpty() && request.wire().size() > largestUdpAdvised;
    if (longMessage && target.protocol == Protocol::Udp && !composed.forceUdp && !composed.raw)
        return fail({.cause = LocalCause::TooBig,
                     .text = Words::tr("a MESSAGE of %1 octets outside a call must not go over UDP, at most 1300 may (RFC 3428 "
                                       "8); use TCP, or stay on UDP by choice where the whole path is known to bear it")
                                 .arg(request.wire().size()),
                     .reporter = {}});
    if (longMessage)
        note(intentContext(), Note::Level::Warning,
             Words::tr("a MESSAGE of %1 octets outside a call: every hop behind the first has to bear more than 1300 too")
                 .arg(request.wire().size()),
             "R3428.8-1");
    if (const Instant rest = core.restingTargets().remaining(target, core.scheduler().now()); rest > Instant::zero())
        note(intentContext(), Note::Level::Warning,
             RestingTargets::text(target, rest) + QLatin1String("; ") + Words::tr("sent all the same, as you asked"),
             "R21.5.4-1");
    //= R17.1.1.1-1
    if (composed.timers.t1 < TimerValues::rfc().t1 && !target.remote.isLoopback() && !target.remote.isPrivate())
        note(intentContext(), Note::Level::Warning,
             Words::tr("T1 is %1 ms: below 500 ms is for closed networks only (RFC 3261 17.1.1.1), elsewhere it adds load")
                 .arg(composed.timers.t1 / 1ms),
             "R17.1.1.1-1");
    if (request.method() == "ACK") {
        record({q.m_intent, 1, 0},
               AttemptStarted{why, "ACK", request.requestUri().toByteArray(), target, request.branch().toByteArray(),
                              request.callId().toByteArray(), quint32(std::max<qint64>(request.cseqNumber(), 0))});
        core.transactions().sendDirectly({q.m_intent, 1, 0}, request, target);
        note(intentContext(), Note::Level::Info, Words::tr("an ACK is never answered; it was sent once"), "RFC3261-17.1");
        begin = core.scheduler().at(core.scheduler().now(), [this] {
            begin = 0;
            finish();
        });
        return;
    }
    startAttempt(std::move(what), why, request, target);
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

} // namespace sip
