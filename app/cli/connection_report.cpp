// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/connection_report.h"

#include "cli/json_text.h"
#include "flow/row_words.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

using cli::text; // beside those below

QString text(const QDateTime &time)
{
    return time.toString(Qt::ISODate);
}

QString text(sip::TlsCheck::What what)
{
    using What = sip::TlsCheck::What;
    switch (what) {
    case What::Chain: return u"chain"_s;
    case What::Dates: return u"dates"_s;
    case What::Use: return u"use"_s;
    case What::Name: return u"name"_s;
    case What::Staple: return u"ocsp"_s;
    case What::Pin: return u"pin"_s;
    }
    return {};
}

QJsonObject certificateObject(const sip::CertificateFacts &facts)
{
    return {{u"subject"_s, facts.subject},
            {u"issuer"_s, facts.issuer},
            {u"serial"_s, text(facts.serial)},
            {u"uris"_s, array(facts.uris)},
            {u"dns"_s, array(facts.dnsNames)},
            {u"addresses"_s, array(facts.addresses)},
            {u"not_before"_s, text(facts.notBefore)},
            {u"not_after"_s, text(facts.notAfter)},
            {u"key"_s, facts.key},
            {u"signature"_s, facts.signature},
            {u"ca"_s, facts.isAuthority},
            {u"sha256"_s, text(facts.fingerprint)}};
}

/// The whole verdict; what there is nothing of is left out.
QJsonObject tlsObject(const sip::TlsVerdict &verdict)
{
    QJsonObject out{{u"outcome"_s, diag::words::outcome(verdict.outcome)}, {u"handshake_us"_s, qint64(verdict.duration.count())}};
    const auto add = [&out](const QString &key, const QString &value) {
        if (!value.isEmpty())
            out[key] = value;
    };
    add(u"version"_s, verdict.version);
    add(u"cipher"_s, verdict.cipher);
    add(u"group"_s, verdict.group);
    add(u"alpn"_s, text(verdict.application));
    add(u"sni"_s, text(verdict.serverName));
    add(u"domain"_s, text(verdict.domain));
    add(u"missing_issuer"_s, verdict.missingIssuer);
    add(u"problem"_s, verdict.problem);
    if (verdict.alert >= 0) {
        out[u"alert"_s] = verdict.alert;
        out[u"alert_text"_s] = verdict.alertText;
        out[u"alert_from"_s] = verdict.alertByPeer ? u"peer"_s : u"us"_s;
    }
    QJsonArray chain, checks;
    for (const sip::CertificateFacts &facts : verdict.chain)
        chain.append(certificateObject(facts));
    for (const sip::TlsCheck &check : verdict.checks)
        checks.append(QJsonObject{{u"check"_s, text(check.what)},
                                  {u"passed"_s, check.passed},
                                  {u"text"_s, check.text},
                                  {u"rule"_s, text(QByteArrayView(check.rule))}});
    out[u"chain"_s] = chain;
    out[u"checks"_s] = checks;
    if (!verdict.staple.status.isEmpty())
        out[u"ocsp"_s] = QJsonObject{{u"status"_s, verdict.staple.status},
                                     {u"verified"_s, verdict.staple.verified},
                                     {u"this_update"_s, text(verdict.staple.thisUpdate)},
                                     {u"next_update"_s, text(verdict.staple.nextUpdate)}};
    if (verdict.certificateAsked)
        out[u"client_certificate"_s] = verdict.certificateShown ? u"shown"_s : u"asked for, not there"_s;
    return out;
}

QJsonObject wsObject(const sip::WsHandshake &half)
{
    QJsonObject out{{u"step"_s, half.isAnswer ? u"answer"_s : u"request"_s},
                    {u"with"_s, half.withProxy ? u"proxy"_s : u"peer"_s},
                    {u"head"_s, text(half.head)}};
    if (half.isAnswer)
        out[u"took_us"_s] = qint64(half.duration.count());
    if (half.status)
        out[u"http_status"_s] = half.status;
    if (!half.protocol.isEmpty())
        out[u"subprotocol"_s] = text(half.protocol);
    if (!half.location.isEmpty())
        out[u"location"_s] = text(half.location);
    if (!half.problem.isEmpty())
        out[u"problem"_s] = half.problem;
    return out;
}

QJsonObject withRoundTrip(QJsonObject out, sip::Instant roundTrip)
{
    if (roundTrip > sip::Instant::zero())
        out[u"round_trip_us"_s] = qint64(roundTrip.count());
    return out;
}

QJsonObject keepAliveObject(const sip::KeepAlive &event)
{
    using Kind = sip::KeepAlive::Kind;
    const QString kind = event.kind == Kind::Crlf ? u"crlf"_s : event.kind == Kind::Ws ? u"ws"_s : u"stun"_s;
    QJsonObject out{{u"by"_s, kind}, {u"step"_s, event.lost ? u"lost"_s : event.ping ? u"ping"_s : u"pong"_s}};
    if (event.send > 1)
        out[u"send"_s] = event.send;
    if (event.fate != sip::MessageReceived::Fate::Delivered)
        out[u"fate"_s] = text(event.fate);
    if (event.mapped.port != 0)
        out[u"mapped"_s] = text(event.mapped.text());
    return withRoundTrip(out, event.roundTrip);
}

QJsonObject wsObject(const sip::WsControl &control)
{
    using Kind = sip::WsControl::Kind;
    if (control.kind != Kind::Close)
        return withRoundTrip({{u"step"_s, control.kind == Kind::Ping ? u"ping"_s : u"pong"_s}}, control.roundTrip);
    QJsonObject out{{u"step"_s, u"close"_s}, {u"code"_s, control.code}, {u"meaning"_s, control.meaning}};
    if (!control.payload.isEmpty())
        out[u"reason"_s] = text(control.payload);
    return out;
}

} // namespace

void addConnection(const sip::TraceEvent &event, QJsonObject &row)
{
    if (const auto *tls = event.as<sip::TlsVerdict>())
        row[u"tls"_s] = tlsObject(*tls);
    if (const auto *half = event.as<sip::WsHandshake>())
        row[u"ws"_s] = wsObject(*half);
    if (const auto *control = event.as<sip::WsControl>())
        row[u"ws"_s] = wsObject(*control);
    if (const auto *alive = event.as<sip::KeepAlive>())
        row[u"keep_alive"_s] = keepAliveObject(*alive);
}

} // namespace cli
