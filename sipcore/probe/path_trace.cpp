// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/path_trace.h"

#include "base/words.h"
#include "flow/row_words.h"
#include "message/headers.h"
#include "message/parser.h"
#include "probe/report_text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace diag {

namespace {

using sip::Words;
using Kind = PathHop::Kind;
using End = PathReport::End;
using sip::HeaderId;

QByteArray sentBy(const sip::Via &via)
{
    return via.port ? via.host + ':' + QByteArray::number(via.port) : via.host;
}

/// What the answer says of whoever made it.
void readAnswer(const sip::Message &answer, PathHop &hop)
{
    hop.software = answer.value(HeaderId::Server);
    if (hop.software.isEmpty())
        hop.software = answer.value(HeaderId::UserAgent);
    for (const QByteArray &row : answer.values(HeaderId::Warning))
        if (const auto warnings = sip::parseWarnings(row))
            for (const sip::Warning &one : *warnings) {
                hop.warnings << u"%1 %2: %3"_s.arg(one.code).arg(words::shown(one.agent, 80), words::shown(one.text));
                if (hop.name.isEmpty())
                    hop.name = one.agent;
            }
    for (const QByteArray &row : answer.values(HeaderId::Reason))
        hop.reasons << words::shown(row);
    const QList<QByteArray> vias = sip::listOf(answer, HeaderId::Via);
    if (const auto ours = sip::parseVia(vias.value(0))) {
        hop.received = ours->received();
        hop.rport = ours->rport() > 0 ? ours->rport() : -1;
    }
    for (const QByteArray &route : sip::listOf(answer, HeaderId::RecordRoute))
        if (const auto address = sip::parseNameAddr(route))
            hop.recordRoutes << address->uri.toBytes();
}

/// A 483 may bring the request as it arrived there (RFC 5393 4.2.2 asks for no such body, but many send one).
//= R5393.4-1
void readFragment(const sip::Message &answer, PathHop &hop)
{
    if (!answer.value(HeaderId::ContentType).startsWith("message/sip"))
        return;
    const sip::Message arrived = sip::parseMessage(answer.body().toByteArray(), sip::Framing::Composed);
    if (!arrived.isRequest())
        return;
    for (const QByteArray &row : sip::listOf(arrived, HeaderId::Via))
        if (const auto via = sip::parseVia(row))
            hop.vias << sentBy(*via);
    if (const auto left = sip::parseNumber(arrived.value(HeaderId::MaxForwards), 255, ""))
        hop.arrivedWith = int(*left);
    if (hop.recordRoutes.isEmpty())
        for (const QByteArray &route : sip::listOf(arrived, HeaderId::RecordRoute))
            if (const auto address = sip::parseNameAddr(route))
                hop.recordRoutes << address->uri.toBytes();
}

Kind kindOf(const ProbeResult &result)
{
    if (result.status() == 0)
        return result.isSilent() ? Kind::Silent : Kind::Unreachable;
    return result.status() == 483 ? Kind::Hop : result.status() == 482 ? Kind::Loop : Kind::Answer;
}

/// What is odd about one hop, after those before it.
QStringList remarksOn(const PathHop &hop, const QList<PathHop> &before)
{
    QStringList all;
    if (hop.kind == Kind::Answer && hop.maxForwards == 0)
        all << Words::tr(
            "answered although Max-Forwards is used up: it is the target itself, or it does not look at Max-Forwards");
    if (!hop.vias.isEmpty() && hop.vias.size() - 1 > hop.maxForwards)
        all << Words::tr("the request came over %1 hops with Max-Forwards %2: one on the way does not count it down")
                   .arg(hop.vias.size() - 1)
                   .arg(hop.maxForwards);
    QList<QByteArray> seen = hop.vias;
    std::sort(seen.begin(), seen.end());
    if (std::adjacent_find(seen.cbegin(), seen.cend()) != seen.cend())
        all << Words::tr("the same host stands in its Via rows more than once: the request goes in circles, or spirals");
    if (hop.kind == Kind::Hop && !hop.name.isEmpty())
        for (const PathHop &one : before)
            if (one.kind == Kind::Hop && one.name == hop.name && hop.maxForwards - one.maxForwards > 0) {
                all << Words::tr("%1 answered with Max-Forwards %2 already: a loop through it, or it counts twice")
                           .arg(words::shown(hop.name, 80))
                           .arg(one.maxForwards);
                break;
            }
    if (hop.kind == Kind::Silent)
        all << Words::tr("no answer: this hop drops what it should refuse with 483, or its answer is lost");
    if (hop.status == 408 || hop.status == 504)
        all << Words::tr("a hop on the way waited in vain for the one behind it");
    return all;
}

QString hops(qsizetype count)
{
    return count == 1 ? Words::tr("1 hop") : Words::tr("%1 hops").arg(count);
}

qsizetype refusals(const PathReport &report)
{
    return std::count_if(report.hops.cbegin(), report.hops.cend(),
                         [](const PathHop &one) { return one.kind == Kind::Hop || one.kind == Kind::Silent; });
}

/// "proxy1.example.com:5070" of a URI.
QByteArray hostOf(const QByteArray &uri)
{
    const auto parsed = sip::Uri::parse(uri);
    if (!parsed || !parsed->isSip())
        return uri;
    return parsed->port() ? parsed->host() + ':' + QByteArray::number(parsed->port()) : parsed->host();
}

/// Record-Route as hops, nearest to us first; empty: it does not match the hops there were.
QList<QByteArray> recordedHops(const PathReport &report)
{
    if (report.hops.isEmpty())
        return {};
    QList<QByteArray> routes = report.hops.last().recordRoutes;
    std::reverse(routes.begin(), routes.end());
    const qsizetype count = refusals(report);
    return routes.size() == count ? routes : QList<QByteArray>();
}

} // namespace

QByteArrayView kindName(Kind kind)
{
    switch (kind) {
    case Kind::Hop: return "hop";
    case Kind::Answer: return "answer";
    case Kind::Loop: return "loop";
    case Kind::Silent: return "silent";
    case Kind::Unreachable: return "unreachable";
    }
    return "silent";
}

QByteArrayView endName(End end)
{
    switch (end) {
    case End::Open: return "open";
    case End::Reached: return "reached";
    case End::Loop: return "loop";
    case End::Silent: return "silent";
    case End::Limit: return "limit";
    case End::Time: return "time";
    case End::Unreachable: return "unreachable";
    case End::Stopped: return "stopped";
    }
    return "open";
}

PathTrace::PathTrace(PathTraceSettings settings) : m_settings(std::move(settings))
{
    m_report.method = m_settings.request.method;
    m_report.target = m_settings.request.target;
}

//= R11.1-3
std::optional<Probe::Step> PathTrace::next(sip::Instant now)
{
    if (m_report.end != End::Open)
        return std::nullopt;
    const int value = m_report.hops.isEmpty() ? m_settings.first : m_report.hops.last().maxForwards + 1;
    if (value > m_settings.last)
        end(End::Limit, Words::tr("Max-Forwards %1 was the last that was to be tried, and %2.")
                            .arg(m_settings.last)
                            .arg(m_report.hops.last().kind == Kind::Hop ? Words::tr("a 483 came back for it too")
                                                                        : Words::tr("nothing answers it")));
    else if (now >= m_settings.pace.limit)
        end(End::Time, Words::tr("%1 s are over, longer it may not take.").arg(m_settings.pace.limit / 1s));
    if (m_report.end != End::Open)
        return std::nullopt;
    sip::ComposedRequest request = asProbe(m_settings.request, m_settings.pace);
    request.rows.removeIf([](const sip::ComposedRow &row) { return sip::headerId(row.name) == HeaderId::MaxForwards; });
    request.rows.append({"Max-Forwards", QByteArray::number(value)});
    return Step{request, m_settings.pace.wait, m_report.hops.isEmpty() ? sip::Instant(0) : m_settings.pace.pause};
}

void PathTrace::take(const ProbeResult &result)
{
    PathHop hop;
    hop.maxForwards = m_report.hops.isEmpty() ? m_settings.first : m_report.hops.last().maxForwards + 1;
    hop.kind = kindOf(result);
    if (result.request.isRequest() && m_report.path.remote.port == 0)
        m_report.path = result.path;
    if (result.status() != 0) {
        hop.status = result.status();
        hop.reason = result.answer.reasonPhrase().toByteArray();
        hop.from = result.path.remote;
        hop.took = result.took;
        readAnswer(result.answer, hop);
        readFragment(result.answer, hop);
    }
    hop.problem = result.problem;
    hop.cause = result.cause;
    hop.remarks = remarksOn(hop, m_report.hops);
    m_report.hops << hop;

    const qsizetype passed = refusals(m_report);
    qsizetype silent = 0;
    while (silent < m_report.hops.size() && m_report.hops[m_report.hops.size() - 1 - silent].kind == Kind::Silent)
        ++silent;
    switch (hop.kind) {
    case Kind::Answer:
        return end(End::Reached, Words::tr("%1 %2 behind %3.").arg(hop.status).arg(words::shown(hop.reason, 80), hops(passed)));
    case Kind::Loop: return end(End::Loop, Words::tr("482: the request comes back to where it was, after %1.").arg(hops(passed)));
    case Kind::Unreachable: {
        const bool before =
            std::any_of(m_report.hops.cbegin(), m_report.hops.cend(), [](const PathHop &one) { return one.status; });
        return end(End::Unreachable, (before ? Words::tr("The first hop can no longer be reached: %1.")
                                             : Words::tr("The first hop cannot be reached: %1."))
                                         .arg(words::cleaned(hop.problem)));
    }
    case Kind::Silent:
        if (silent >= m_settings.silentInARow)
            end(End::Silent, silent == m_report.hops.size()
                                 ? Words::tr("Nothing answers, whatever Max-Forwards is.")
                                 : Words::tr("Nothing answers any more behind %1.").arg(hops(m_report.hops.size() - silent)));
        return;
    case Kind::Hop: return;
    }
}

void PathTrace::stopped()
{
    if (m_report.end == End::Open)
        end(End::Stopped, m_report.hops.isEmpty() ? Words::tr("Stopped before the first request came to an end.")
                                                  : Words::tr("Stopped after %1.").arg(words::requests(m_report.hops.size())));
}

void PathTrace::end(End how, const QString &text)
{
    m_report.end = how;
    m_report.text = text;
}

QList<PathNode> nodesOf(const PathReport &report)
{
    QList<PathNode> nodes;
    PathNode us{PathNode::Kind::Us, Words::tr("us", "a place on a path"), {}};
    if (report.path.local.port != 0)
        us.name = QString::fromLatin1(report.path.local.text());
    nodes << us;
    const QList<QByteArray> recorded = recordedHops(report);
    int number = 0;
    for (const PathHop &hop : report.hops) {
        PathNode node;
        const bool target = hop.kind == Kind::Answer || hop.kind == Kind::Loop;
        node.kind = target ? PathNode::Kind::Target : hop.kind == Kind::Hop ? PathNode::Kind::Proxy : PathNode::Kind::Silent;
        node.title =
            target ? (hop.kind == Kind::Loop ? Words::tr("loop") : Words::tr("target")) : Words::tr("hop %1").arg(++number);
        node.software = words::shown(hop.software, 60);
        node.took = hop.took;
        node.status = hop.status;
        node.unreachable = hop.kind == Kind::Unreachable;
        if (!hop.name.isEmpty())
            node.name = words::shown(hop.name, 60);
        else if (nodes.size() == 1 && hop.from.port != 0)
            node.name = QString::fromLatin1(hop.from.text()); // only the first is heard directly
        else if (!target && number <= recorded.size() && number > 0) {
            node.name = words::shown(hostOf(recorded[number - 1]), 60);
            node.guessed = true;
        }
        nodes << node;
    }
    return nodes;
}

} // namespace diag
