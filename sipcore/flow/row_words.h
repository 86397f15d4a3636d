// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "trace/trace_event.h"

#include <QString>

// The words of ladder rows: what a message, a timer or a connection says in one short line.
namespace diag::words {

/// Bytes of the wire for people's eyes: UTF-8 where it is UTF-8, control and direction characters replaced, so that neither a
/// terminal nor a label obeys them; long texts are cut.
QString shown(QByteArrayView bytes, qsizetype most = 200);
QString cleaned(QString text, qsizetype most = 200);

QString startLine(const sip::Message &message); ///< "REGISTER sip:example.com", "401 Unauthorized", "not SIP: 12 octets"
/// What else matters in this message: challenges, credentials, Reason, Warning, Retry-After. Empty parts are left out.
QStringList particulars(const sip::Message &message);
QString attemptReason(QByteArrayView why);          ///< "challenge", "failover": AttemptStarted::why in the language of the user
QString timer(const sip::TimerEvent &event);        ///< "Timer E fired"
QString timerMeaning(const sip::TimerEvent &event); ///< "no answer yet: the request is sent again"
QString duration(sip::Instant interval);            ///< "500 ms", "32 s"
QString size(quint64 octets);                       ///< "60 octets", "1.5 MB"
QString connection(const sip::ConnectionEvent &event); ///< "TCP connected (#1)"
QString tls(const sip::TlsVerdict &verdict);           ///< "TLS 1.3 agreed (#1)", "TLS refused by us (#1)"
QStringList tlsDetail(const sip::TlsVerdict &verdict); ///< what there is to say in one line, the problem first
QString outcome(sip::TlsVerdict::Outcome outcome);     ///< "trusted", "trusted by pin", ...
QString ws(const sip::WsHandshake &half);              ///< "WebSocket asked for (#1)", "WebSocket refused (#1)"
QStringList wsDetail(const sip::WsHandshake &half);
QString ws(const sip::WsControl &control);      ///< "WebSocket closed by the peer: 1001 going away (#1)"
QString keepAlive(const sip::KeepAlive &event); ///< "keep-alive answered (#1)", "STUN keep-alive"
QStringList keepAliveDetail(const sip::KeepAlive &event);
QString state(const sip::StateChanged &event);  ///< "OPTIONS client transaction: Trying to Completed"
QString icmp(const sip::TransportError &error); ///< "ICMP port unreachable"
/// "RFC 3261 20.16" for the rule id "R20.16-1", "RFC 3581 3" for "R3581.3-1", "RFC 6665" for "R6665-1"; empty: a rule of no RFC.
QString rule(const char *id);

} // namespace diag::words
