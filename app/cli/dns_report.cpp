// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/dns_report.h"

#include "cli/json_text.h"
#include "flow/dns_words.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

QString resultName(sip::DnsAnswer::Result result)
{
    using Result = sip::DnsAnswer::Result;
    switch (result) {
    case Result::Records: return u"records"_s;
    case Result::NoData: return u"no-data"_s;
    case Result::NoSuchName: return u"no-such-name"_s;
    case Result::Failed: return u"failed"_s;
    case Result::Loop: return u"loop"_s;
    case Result::Malformed: return u"malformed"_s;
    case Result::Timeout: return u"timeout"_s;
    case Result::Unreachable: return u"unreachable"_s;
    }
    return {};
}

void addQuestion(const sip::DnsQuestion &question, const sip::Endpoint &server, QJsonObject &out)
{
    out[u"question"_s] = QJsonObject{{u"type"_s, text(sip::dnsTypeName(question.type))}, {u"name"_s, text(question.name)}};
    if (server.port != 0)
        out[u"server"_s] = text(server.text());
}

QJsonArray records(const QList<sip::DnsRecord> &all)
{
    QJsonArray out;
    for (const sip::DnsRecord &one : all)
        out.append(QJsonObject{{u"name"_s, text(one.owner)},
                               {u"type"_s, text(sip::dnsTypeName(one.type))},
                               {u"ttl"_s, qint64(one.ttl)},
                               {u"data"_s, diag::words::record(one)}});
    return out;
}

void addAnswer(const sip::DnsAnswer &answer, QJsonObject &out)
{
    addQuestion(answer.question, answer.server, out);
    out[u"result"_s] = resultName(answer.result);
    out[u"ttl"_s] = qint64(answer.ttl);
    out[u"took_us"_s] = qint64(answer.took.count());
    out[u"tries"_s] = answer.tries;
    if (answer.rcode >= 0)
        out[u"rcode"_s] = answer.rcode;
    if (!answer.records.isEmpty())
        out[u"records"_s] = records(answer.records);
    if (!answer.aliases.isEmpty())
        out[u"aliases"_s] = records(answer.aliases);
    for (const auto &[name, on] :
         {std::pair(u"cached"_s, answer.cached), std::pair(u"truncated"_s, answer.truncated), std::pair(u"tcp"_s, answer.tcp)})
        if (on)
            out[name] = true;
}

void addRoad(const sip::RoadPlanned &road, QJsonObject &out)
{
    out[u"domain"_s] = text(road.domain);
    out[u"took_us"_s] = qint64(road.took.count());
    QJsonArray targets;
    for (const sip::DnsTarget &one : road.targets) {
        QJsonObject target{{u"target"_s, text(sip::protocolName(one.address.protocol)) + u':' + text(one.address.remote.text())},
                           {u"name"_s, text(one.name)},
                           {u"ttl"_s, qint64(one.ttl)},
                           {u"why"_s, one.why}};
        if (one.bySrv) {
            target[u"priority"_s] = one.priority;
            target[u"weight"_s] = one.weight;
        }
        if (one.pretendDead)
            target[u"pretend_dead"_s] = true;
        targets.append(target);
    }
    out[u"targets"_s] = targets;
    QJsonArray decisions;
    for (const sip::DnsDecision &one : road.decisions)
        decisions.append(QJsonObject{{u"text"_s, one.text}, {u"rule"_s, QString::fromLatin1(one.rule)}});
    out[u"decisions"_s] = decisions;
    if (!road.problem.isEmpty())
        out[u"problem"_s] = road.problem;
}

} // namespace

void addDns(const sip::TraceEvent &event, QJsonObject &out)
{
    if (const auto *asked = event.as<sip::DnsAsked>())
        addQuestion(asked->question, asked->server, out);
    else if (const auto *answered = event.as<sip::DnsAnswered>())
        addAnswer(answered->answer, out);
    else if (const auto *road = event.as<sip::RoadPlanned>())
        addRoad(*road, out);
}

} // namespace cli
