// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/words.h"
#include "diagnosis/rules.h"
#include "flow/row_words.h"

using namespace Qt::StringLiterals;

namespace diag {
namespace {

using Severity = Finding::Severity;
using sip::LocalCause;
using sip::Words;

/// RFC 3261 18.1.1: what is larger goes over TCP when the path MTU is not known.
constexpr qsizetype SafeDatagram = 1300;
/// Ethernet's 1500 less IPv4 and UDP headers.
constexpr qsizetype UnfragmentedDatagram = 1472;

Fix overTcp()
{
    return {Fix::Edit::Transport, {}, "tcp", Words::tr("Retry over TCP")};
}

std::optional<Fix> overTheOther(sip::Protocol protocol)
{
    if (protocol == sip::Protocol::Udp)
        return overTcp();
    if (protocol == sip::Protocol::Tcp)
        return Fix{Fix::Edit::Transport, {}, "udp", Words::tr("Retry over UDP")};
    return std::nullopt;
}

QString times(int count)
{
    return count == 1 ? Words::tr("once") : Words::tr("%1 times").arg(count);
}

/// What failed in the last handshake, and what can be done about it.
/// \param reported  what the local status says, for want of a verdict
QString tlsText(const Flow &flow, const QString &reported)
{
    const sip::TlsVerdict *verdict = nullptr;
    for (const LadderRow &row : flow.rows)
        if (const auto *one = row.event->as<sip::TlsVerdict>())
            verdict = one;
    if (!verdict)
        return Words::tr("Nothing was sent, because TLS did not come about.") + reported;
    if (verdict->isUsed())
        return Words::tr("TLS was ended by the peer after the handshake.") + reported;
    const QString nothing = Words::tr("Nothing was sent, because TLS did not come about: %1.");
    using What = sip::TlsCheck::What;
    for (const sip::TlsCheck &check : verdict->checks) {
        if (check.passed)
            continue;
        const QString text = nothing.arg(words::cleaned(check.text, 600)) + u' ';
        switch (check.what) {
        case What::Chain:
            return text + (verdict->missingIssuer.isEmpty()
                               ? Words::tr("If that CA is yours, give its file as a trusted one (RFC 3261 26.3.1).")
                               : Words::tr("Have the server send its whole chain, or give the file of the CA as a trusted one "
                                           "(RFC 3261 26.3.1)."));
        case What::Dates: return text + Words::tr("The server needs a new certificate (RFC 3261 26.3.1).");
        case What::Name:
            return text + Words::tr("Ask for a name the certificate has, or have it made for this one; the name to compare can "
                                    "be set (RFC 5922 7).");
        case What::Use:
        case What::Staple:
        case What::Pin: return text + u"(RFC 3261 26.3.1)"_s;
        }
    }
    return nothing.arg(words::cleaned(verdict->problem, 600));
}

/// What to look at when a server does not open a WebSocket.
QString wsAdvice(const sip::WsHandshake &answer)
{
    if (answer.withProxy)
        return Words::tr("Ask for another way, or have the proxy let this one through (RFC 9110 9.3.6).");
    switch (answer.status) {
    case 0: return Words::tr("Perhaps something else listens there: compare port, path and TLS with what the server is set to.");
    case 101:
        return Words::tr("It speaks WebSocket there, but no SIP (RFC 7118 4.1) or not by the rules (RFC 6455 4.2.2): is the path "
                         "the right one?");
    case 401:
    case 407: return Words::tr("Give what it asks for as a header of the handshake (RFC 6455 10.5).");
    case 403: return Words::tr("Servers refuse so by Origin, path or cookie: compare them with what works (RFC 6455 4.2.2).");
    case 404: return Words::tr("The path is not the one the server has (RFC 6455 4.2.2).");
    default: break;
    }
    if (answer.status / 100 == 3)
        return Words::tr("It is not followed by itself; use the address it names if that is right (RFC 6455 4.2.2).");
    return Words::tr("It speaks HTTP there, but opens no WebSocket for this path and these headers (RFC 6455 4.2.2).");
}

/// \param reported  what the local status says, for want of a row
void wsRule(const Flow &flow, const QString &reported, const QList<quint64> &rows, QList<Finding> &out)
{
    const sip::WsHandshake *last = nullptr;
    for (const LadderRow &row : flow.rows)
        if (const auto *half = row.event->as<sip::WsHandshake>())
            last = half;
    if (!last || !last->problem.isEmpty()) {
        const QString text = last ? Words::tr("Nothing was sent, because the WebSocket did not come about: %1. %2")
                                        .arg(words::cleaned(last->problem, 600), wsAdvice(*last))
                                  : Words::tr("Nothing was sent, because the WebSocket did not come about.") + reported;
        out.append({"ws.failed", Severity::Error, text, rows, {}});
        return;
    }
    out.append(
        {"ws.closed",
         Severity::Error,
         Words::tr(
             "The WebSocket was open, and ended before the answer came; its Close, if there was one, says why (RFC 6455 7.4).%1")
             .arg(reported),
         rows,
         {}});
}

QList<quint64> evidenceRows(const Exchange &exchange, const LadderRow &local)
{
    QList<quint64> rows = {exchange.sent->seq};
    if (exchange.provisional)
        rows.append(exchange.provisional->seq);
    rows.append(local.seq);
    if (exchange.late)
        rows.append(exchange.late->seq);
    return rows;
}

void sizeRule(const Exchange &exchange, const LadderRow &local, QList<Finding> &out)
{
    const qsizetype size = exchange.request().wire().size();
    if (exchange.path().protocol != sip::Protocol::Udp || size <= SafeDatagram)
        return;
    const QString fragments =
        size > UnfragmentedDatagram
            ? Words::tr("which does not fit one Ethernet packet: it travels in fragments, and many firewalls drop those")
            : Words::tr("which a tunnel or VPN on the way may have to cut into fragments, and many firewalls drop those");
    out.append({"timeout.size", Severity::Error,
                Words::tr("Nothing came back for a %1 of %2 octets over UDP, %3. Shorten it below 1300 octets or send it over "
                          "TCP, and compare (RFC 3261 18.1.1).")
                    .arg(word(exchange.request().method()))
                    .arg(size)
                    .arg(fragments),
                evidenceRows(exchange, local), overTcp()});
}

void afterProvisional(const Exchange &exchange, const LadderRow &local, QList<Finding> &out)
{
    const sip::Message *provisional = messageOf(*exchange.provisional);
    out.append({"timeout.after-provisional",
                Severity::Error,
                Words::tr("%1 answered %2 and then nothing more for %3. So the way there and back works; what stands behind that "
                          "server did not answer in time (RFC 3261 17.1).")
                    .arg(place(exchange.path()), statusText(*provisional), words::duration(local.at - exchange.provisional->at)),
                evidenceRows(exchange, local),
                {}});
}

void noAnswer(const Exchange &exchange, const LadderRow &local, QList<Finding> &out)
{
    const auto said = [&](const QString &sentence, const auto &...more) {
        return sentence.arg(word(exchange.request().method()), times(exchange.copies), place(exchange.path()),
                            words::duration(local.at - exchange.sent->at), more...);
    };
    QString text;
    if (exchange.late)
        text = said(Words::tr("%1 was sent %2 to %3 within %4 and the answer, %5, came only after we had given up: the server or "
                              "the way is slow. (RFC 3261 17.1)"),
                    statusText(*messageOf(*exchange.late)));
    else if (exchange.path().protocol == sip::Protocol::Udp)
        text = said(Words::tr(
            "%1 was sent %2 to %3 within %4 and nothing came back, not even an ICMP error. Usual reasons: wrong address or port, "
            "a firewall that drops silently, or a server that ignores senders it does not know. (RFC 3261 17.1)"));
    else
        text =
            said(Words::tr("%1 was sent %2 to %3 within %4 and nothing came back, although the connection stands. Something "
                           "accepts connections there and does not speak SIP, or does not answer this request. (RFC 3261 17.1)"));
    out.append({"timeout.no-answer", Severity::Error, text, evidenceRows(exchange, local), {}});
}

QList<quint64> failureRows(const Evidence &evidence)
{
    QList<quint64> rows;
    if (evidence.localOf)
        rows.append(evidence.localOf->sent->seq);
    for (const LadderRow *row : evidence.icmp)
        rows.append(row->seq);
    rows.append(evidence.local->seq);
    return rows;
}

/// What the system or a router reported, as a sentence of its own; empty: nothing beyond the cause.
QString reported(const sip::LocalStatus &status)
{
    QString text = status.error.text.isEmpty() ? status.text : status.error.text;
    if (text.isEmpty())
        return {};
    if (!status.error.reporter.isAny() && status.error.icmpType >= 0)
        text += u' ' + Words::tr("(reported by %1)").arg(QString::fromLatin1(status.error.reporter.hostText()));
    return u' ' + Words::tr("The report: %1.").arg(words::cleaned(text));
}

} // namespace

void timeoutRules(const Evidence &evidence, QList<Finding> &out)
{
    const sip::LocalStatus *status = evidence.local ? localStatusOf(*evidence.local) : nullptr;
    if (!status || !evidence.localOf || evidence.localOf->final)
        return;
    const Exchange &exchange = *evidence.localOf;
    if (status->cause == LocalCause::TimerN) {
        out.append({"timeout.no-notify",
                    Severity::Error,
                    Words::tr("The %1 was sent, but no NOTIFY came: either it went to a Contact that cannot be reached, or the "
                              "other side does not notify at once as it has to (RFC 6665 4.1.2.4).")
                        .arg(word(exchange.request().method())),
                    evidenceRows(exchange, *evidence.local),
                    {}});
        return;
    }
    if (status->cause != LocalCause::TimerB && status->cause != LocalCause::TimerF)
        return;
    if (exchange.provisional) {
        afterProvisional(exchange, *evidence.local, out);
        return;
    }
    if (!exchange.late)
        sizeRule(exchange, *evidence.local, out);
    noAnswer(exchange, *evidence.local, out);
}

void transportRules(const Evidence &evidence, QList<Finding> &out)
{
    const sip::LocalStatus *status = evidence.local ? localStatusOf(*evidence.local) : nullptr;
    if (!status)
        return;
    const QString where = evidence.localOf ? place(evidence.localOf->path()) : word(evidence.flow.target);
    const auto protocol = evidence.localOf                    ? std::optional(evidence.localOf->path().protocol)
                          : !evidence.flow.attempts.isEmpty() ? std::optional(evidence.flow.attempts.last().target.protocol)
                                                              : std::nullopt;
    const auto other = protocol ? overTheOther(*protocol) : std::nullopt;
    const QList<quint64> rows = failureRows(evidence);
    const auto add = [&](const char *rule, const QString &text, std::optional<Fix> fix = {}) {
        out.append({rule, Severity::Error, text, rows, std::move(fix)});
    };
    switch (status->cause) {
    case LocalCause::Refused:
        add("transport.refused",
            Words::tr("Nothing listens on %1: the machine is there and says so. Wrong port, other transport, or the server is "
                      "not running.%2")
                .arg(where, reported(*status)),
            other);
        break;
    case LocalCause::Icmp:
    case LocalCause::Unreachable:
        add("transport.unreachable", Words::tr("%1 could not be reached: a machine on the way, or our own, knows no route or "
                                               "forbids it. Check address, routing, VPN and firewall.%2")
                                         .arg(where, reported(*status)));
        break;
    case LocalCause::Reset:
        if (status->error.byUs) {
            add("transport.closed", Words::tr("The connection to %1 was closed by us before the answer was here: what came "
                                              "cannot be used, or nothing came for very long.%2 Something else than SIP may "
                                              "answer there; the raw octets stand in the row before. (RFC 3261 18.3)")
                                        .arg(where, reported(*status)));
            break;
        }
        add("transport.reset",
            Words::tr("The connection to %1 was cut by the other side before it answered. Servers do that to peers they do not "
                      "know and to messages they cannot read; so do firewalls.%2")
                .arg(where, reported(*status)),
            other);
        break;
    case LocalCause::TooBig:
        add("transport.too-big",
            evidence.localOf ? Words::tr("The request of %1 octets is too large for a datagram on this path. Shorten it, or send "
                                         "it over TCP.%2 (RFC 3261 18.1.1)")
                                   .arg(evidence.localOf->request().wire().size())
                                   .arg(reported(*status))
                             : Words::tr("The request is too large for a datagram on this path. Shorten it, or send it over "
                                         "TCP.%1 (RFC 3261 18.1.1)")
                                   .arg(reported(*status)),
            overTcp());
        break;
    case LocalCause::Dns:
        add("dns.name",
            Words::tr("The request was not sent, because DNS did not lead to a server. The rows before tell what was asked and "
                      "answered. An IP address as target, e.g. udp:192.0.2.1:5060, does without DNS.%1 (RFC 3263 4)")
                .arg(reported(*status)));
        break;
    case LocalCause::Tls: add("tls.failed", tlsText(evidence.flow, reported(*status))); break;
    case LocalCause::Ws: wsRule(evidence.flow, reported(*status), rows, out); break;
    case LocalCause::None:
    case LocalCause::TimerB:
    case LocalCause::TimerF:
    case LocalCause::TimerN:
    case LocalCause::Cancelled: break;
    }
}

} // namespace diag
