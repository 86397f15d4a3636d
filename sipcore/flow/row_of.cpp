// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/path_mtu.h"
#include "base/words.h"
#include "flow/dns_words.h"
#include "flow/flow_builder.h"
#include "flow/row_words.h"
#include "sdp/negotiation.h"

using namespace Qt::StringLiterals;

namespace diag {

using sip::Words;

QByteArrayView kindName(RowKind kind)
{
    switch (kind) {
    case RowKind::Request: return "request";
    case RowKind::Response: return "response";
    case RowKind::Dns: return "dns";
    case RowKind::Tcp: return "tcp";
    case RowKind::Tls: return "tls";
    case RowKind::Ws: return "ws";
    case RowKind::Auth: return "auth";
    case RowKind::Timer: return "timer";
    case RowKind::Local: return "local";
    case RowKind::Note: return "note";
    }
    return "note";
}

bool isOnTheWay(RowKind kind)
{
    return kind == RowKind::Dns || kind == RowKind::Tcp || kind == RowKind::Tls || kind == RowKind::Ws;
}

bool isTrouble(const LadderRow &row)
{
    using What = sip::ConnectionEvent::What;
    if (!isOnTheWay(row.kind) || !row.event)
        return false;
    if (const auto *event = row.event->as<sip::ConnectionEvent>())
        return event->what == What::Failed || event->what == What::Reset || event->what == What::ClosedByPeer;
    if (const auto *answered = row.event->as<sip::DnsAnswered>())
        return answered->answer.result != sip::DnsAnswer::Result::Records && !answered->answer.isDefinite();
    if (const auto *road = row.event->as<sip::RoadPlanned>())
        return road->targets.isEmpty();
    return row.cause != sip::LocalCause::None;
}

namespace {

QString joined(const QStringList &parts)
{
    return parts.join(u", "_s);
}

void describeMessage(const sip::Message &message, LadderRow &row)
{
    row.kind = message.isResponse() ? RowKind::Response : RowKind::Request;
    row.label = words::startLine(message);
    row.status = message.status();
}

QString octets(const sip::Message &message, const sip::Path &path)
{
    return Words::tr("%1 %2 octets").arg(QString::fromLatin1(sip::viaName(path.protocol))).arg(message.wire().size());
}

bool fill(const sip::IntentStarted &, LadderRow &)
{
    return false; // the heading of the flow says it
}

bool fill(const sip::AttemptStarted &event, LadderRow &row)
{
    row.kind = RowKind::Note;
    row.label = Words::tr("Attempt %1: %2").arg(row.context.attempt).arg(words::attemptReason(event.why));
    row.detail = Words::tr("%1 to %2:%3")
                     .arg(words::shown(event.method, 40), QString::fromLatin1(sip::protocolName(event.target.protocol)),
                          QString::fromLatin1(event.target.remote.text()));
    row.minor = true;
    return true;
}

bool fill(const sip::MessageSent &event, LadderRow &row)
{
    describeMessage(event.message, row);
    row.send = event.send;
    row.planned = event.planned;
    QStringList parts;
    if (event.send > 1)
        parts << (event.planned >= event.send ? Words::tr("copy %1/%2").arg(event.send).arg(event.planned)
                                              : Words::tr("copy %1").arg(event.send));
    else
        parts << octets(event.message, event.path);
    if (const int packets = sip::packetsOf(event.message.wire().size(), event.mtu, event.path.remote.isIPv4()); packets > 1)
        parts << Words::tr("in %1 packets of at most %2").arg(packets).arg(event.mtu);
    parts << words::particulars(event.message);
    row.detail = joined(parts);
    return true;
}

bool fill(const sip::MessageReceived &event, LadderRow &row)
{
    using Fate = sip::MessageReceived::Fate;
    describeMessage(event.message, row);
    row.origin = Origin::Wire;
    row.fate = event.fate;
    QStringList parts;
    switch (event.fate) {
    case Fate::Delivered: break;
    case Fate::Copy: parts << Words::tr("repeated"); break;
    case Fate::Late: parts << Words::tr("late"); break;
    case Fate::Stray: parts << Words::tr("stray"); break;
    case Fate::Dropped: parts << Words::tr("dropped"); break;
    }
    if (!event.reason.isEmpty()) {
        const QString rule = words::rule(event.rule);
        parts << words::cleaned(event.reason) + (rule.isEmpty() ? QString() : u" (%1)"_s.arg(rule));
    }
    parts << words::particulars(event.message);
    row.detail = joined(parts);
    return true;
}

bool fill(const sip::KeepAlive &event, LadderRow &row)
{
    row.kind = event.path.protocol == sip::Protocol::Udp ? RowKind::Note
               : sip::isWebSocket(event.path.protocol)   ? RowKind::Ws
                                                         : RowKind::Tcp;
    row.origin = event.received ? Origin::Wire : Origin::Local;
    row.label = words::keepAlive(event);
    row.detail = joined(words::keepAliveDetail(event));
    row.fate = event.fate;
    row.minor = !event.lost && event.fate != sip::MessageReceived::Fate::Dropped;
    if (event.lost)
        row.cause = sip::LocalCause::Reset;
    return true;
}

bool fill(const sip::ConnectionEvent &event, LadderRow &row)
{
    using What = sip::ConnectionEvent::What;
    switch (event.path.protocol) {
    case sip::Protocol::Udp: row.kind = RowKind::Note; break;
    case sip::Protocol::Tcp: row.kind = RowKind::Tcp; break;
    case sip::Protocol::Tls: row.kind = RowKind::Tls; break;
    case sip::Protocol::Ws:
    case sip::Protocol::Wss: row.kind = RowKind::Ws; break;
    }
    const bool byPeer =
        event.what == What::Open || event.what == What::Reset || event.what == What::ClosedByPeer || event.what == What::Accepted;
    row.origin = byPeer ? Origin::Wire : Origin::Local;
    row.label = words::connection(event);
    row.detail = words::cleaned(event.text);
    row.minor = event.what == What::Listening || event.what == What::ClosedByUs;
    return true;
}

bool fill(const sip::TlsVerdict &event, LadderRow &row)
{
    row.kind = RowKind::Tls;
    row.origin = event.outcome == sip::TlsVerdict::Outcome::Refused ? Origin::Local : Origin::Wire;
    if (!event.isUsed())
        row.cause = sip::LocalCause::Tls;
    row.label = words::tls(event);
    row.detail = joined(words::tlsDetail(event));
    return true;
}

bool fill(const sip::WsHandshake &event, LadderRow &row)
{
    row.kind = RowKind::Ws;
    row.origin = event.received ? Origin::Wire : Origin::Local;
    if (!event.problem.isEmpty())
        row.cause = sip::LocalCause::Ws;
    row.label = words::ws(event);
    row.detail = joined(words::wsDetail(event));
    return true;
}

bool fill(const sip::WsControl &event, LadderRow &row)
{
    row.kind = RowKind::Ws;
    row.origin = event.received ? Origin::Wire : Origin::Local;
    row.label = words::ws(event);
    if (event.kind == sip::WsControl::Kind::Close)
        row.detail = words::shown(event.payload);
    else if (event.roundTrip > sip::Instant::zero())
        row.detail = u"%1 ms"_s.arg(double(event.roundTrip.count()) / 1000, 0, 'f', 1);
    row.minor = event.kind != sip::WsControl::Kind::Close;
    return true;
}

bool fill(const sip::IcmpReceived &event, LadderRow &row)
{
    row.kind = RowKind::Note;
    row.origin = Origin::Wire;
    row.cause = event.error.cause;
    row.label = words::icmp(event.error);
    row.detail = words::cleaned(event.error.text);
    if (!event.error.reporter.isAny() && event.error.reporter.address != event.path.remote.address)
        row.detail += u", "_s + Words::tr("reported by %1").arg(QString::fromLatin1(event.error.reporter.hostText()));
    return true;
}

bool fill(const sip::TimerEvent &event, LadderRow &row)
{
    row.kind = RowKind::Timer;
    row.timer = event.name;
    row.label = words::timer(event);
    row.detail = words::timerMeaning(event);
    // D, I, J and K only end a transaction that has done its work.
    const bool housekeeping = event.name == 'D' || event.name == 'I' || event.name == 'J' || event.name == 'K';
    row.minor = event.what != sip::TimerEvent::What::Fired || housekeeping;
    return true;
}

bool fill(const sip::StateChanged &event, LadderRow &row)
{
    row.kind = RowKind::Note;
    row.label = words::state(event);
    row.detail = words::rule(event.rule);
    row.minor = true;
    return true;
}

bool fill(const sip::DialogChanged &event, LadderRow &row)
{
    row.kind = RowKind::Note;
    const QString from = QString::fromLatin1(event.from), now = QString::fromLatin1(sip::stateName(event.dialog.state));
    row.label = from.isEmpty() ? Words::tr("dialog: %1").arg(now)
                : from == now  ? Words::tr("dialog: target refreshed")
                               : Words::tr("dialog: %1 to %2").arg(from, now);
    QStringList parts;
    if (event.dialog.state != sip::DialogFacts::State::Terminated)
        parts << Words::tr("target %1 (%2)").arg(words::shown(event.dialog.remoteTarget, 80), event.dialog.targetSource);
    if (const QString rule = words::rule(event.rule); !rule.isEmpty())
        parts << rule;
    row.detail = joined(parts);
    row.minor = true;
    return true;
}

bool fill(const sip::SessionAgreed &event, LadderRow &row)
{
    row.kind = RowKind::Note;
    const auto table = sip::negotiated(sip::SessionDescription::parse(event.offer), sip::SessionDescription::parse(event.answer));
    row.label = Words::tr("Session: %1").arg(words::cleaned(sip::negotiationSummary(table), 120));
    QStringList parts{event.offeredByUs ? Words::tr("offered by us") : Words::tr("offered by the peer")};
    if (!event.problem.isEmpty())
        parts << words::cleaned(event.problem);
    for (const sip::NegotiatedMedia &media : table)
        for (const QString &problem : media.problems)
            parts << words::cleaned(problem);
    row.detail = joined(parts);
    return true;
}

bool fill(const sip::AuthPlanned &event, LadderRow &row)
{
    row.kind = RowKind::Auth;
    row.label = event.preemptive  ? Words::tr("Credentials sent unasked")
                : event.willRetry ? Words::tr("Challenge answered")
                                  : Words::tr("Challenge not answered");
    row.detail = words::cleaned(event.summary);
    return true;
}

bool fill(const sip::DnsAsked &event, LadderRow &row)
{
    row.kind = RowKind::Dns;
    row.label = Words::tr("asking for %1").arg(words::question(event.question));
    row.detail = event.server.port == 0 ? Words::tr("the servers of this system")
                                        : Words::tr("server %1").arg(QString::fromLatin1(event.server.text()));
    row.minor = true; // the answer says it again
    return true;
}

bool fill(const sip::DnsAnswered &event, LadderRow &row)
{
    row.kind = RowKind::Dns;
    row.origin = event.answer.rcode >= 0 && !event.answer.cached ? Origin::Wire : Origin::Local;
    row.label = u"%1: %2"_s.arg(words::question(event.answer.question), words::cleaned(sip::resultText(event.answer)));
    row.detail = joined(words::answerParts(event.answer));
    return true;
}

bool fill(const sip::RoadPlanned &event, LadderRow &row)
{
    row.kind = RowKind::Dns;
    row.label = words::road(event);
    row.detail = words::roadReasons(event);
    return true;
}

bool fill(const sip::LocalStatus &event, LadderRow &row)
{
    row.kind = RowKind::Local;
    row.status = event.status;
    row.cause = event.cause;
    row.label = u"%1 %2"_s.arg(event.status).arg(words::shown(event.reason, 80));
    row.detail = words::cleaned(event.text);
    return true;
}

bool fill(const sip::Note &event, LadderRow &row)
{
    row.kind = RowKind::Note;
    row.label = words::cleaned(event.text);
    row.detail = words::rule(event.rule);
    return true;
}

bool fill(const sip::IntentFinished &, LadderRow &)
{
    return false; // the rows before it have said why
}

} // namespace

std::optional<LadderRow> rowOf(const sip::TraceEvent &event)
{
    LadderRow row;
    row.seq = event.seq;
    row.at = event.at;
    row.wallUs = event.wallUs;
    row.context = event.context;
    const bool isRow = event.visit([&row](const auto &what) { return fill(what, row); });
    if (!isRow)
        return std::nullopt;
    return row;
}

} // namespace diag
