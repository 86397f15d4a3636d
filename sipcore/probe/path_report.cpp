// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/path_report.h"

#include "base/words.h"
#include "flow/row_words.h"
#include "probe/report_text.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace diag {

namespace {

using sip::Words;

QString milliseconds(sip::Instant length)
{
    return QString::number(double(length.count()) / 1000, 'f', 1);
}

QString joined(const QList<QByteArray> &texts)
{
    QStringList all;
    for (const QByteArray &one : texts)
        all << words::shown(one, 120);
    return words::firstOf(all).join(u", "_s);
}

/// IPv6 as in a URI: a port follows.
QString inBrackets(const QByteArray &host)
{
    const QString text = words::shown(host, 60);
    return host.contains(':') && !host.startsWith('[') ? u'[' + text + u']' : text;
}

QJsonArray array(const QList<QByteArray> &texts)
{
    QJsonArray all;
    for (const QByteArray &one : texts)
        all.append(QString::fromUtf8(one));
    return all;
}

QJsonObject hopObject(const PathHop &hop)
{
    QJsonObject out{{u"max_forwards"_s, hop.maxForwards}, {u"kind"_s, QString::fromLatin1(kindName(hop.kind))}};
    const auto add = [&out](const QString &key, const QByteArray &value) {
        if (!value.isEmpty())
            out[key] = QString::fromUtf8(value);
    };
    if (hop.status != 0) {
        out[u"status"_s] = hop.status;
        out[u"from"_s] = QString::fromLatin1(hop.from.text());
        out[u"took_us"_s] = qint64(hop.took.count());
    }
    add(u"reason"_s, hop.reason);
    add(u"software"_s, hop.software);
    add(u"name"_s, hop.name);
    add(u"received"_s, hop.received);
    if (hop.rport >= 0)
        out[u"rport"_s] = hop.rport;
    if (hop.arrivedWith >= 0)
        out[u"arrived_with"_s] = hop.arrivedWith;
    const std::pair<QString, QJsonArray> lists[] = {{u"record_route"_s, array(hop.recordRoutes)},
                                                    {u"via"_s, array(hop.vias)},
                                                    {u"warnings"_s, QJsonArray::fromStringList(hop.warnings)},
                                                    {u"reasons"_s, QJsonArray::fromStringList(hop.reasons)},
                                                    {u"remarks"_s, QJsonArray::fromStringList(hop.remarks)}};
    for (const auto &[key, list] : lists)
        if (!list.isEmpty())
            out[key] = list;
    if (!hop.problem.isEmpty())
        out[u"problem"_s] = hop.problem;
    return out;
}

QString nodeName(PathNode::Kind kind)
{
    switch (kind) {
    case PathNode::Kind::Us: return u"us"_s;
    case PathNode::Kind::Proxy: return u"proxy"_s;
    case PathNode::Kind::Target: return u"target"_s;
    case PathNode::Kind::Silent: return u"silent"_s;
    }
    return {};
}

} // namespace

QString hopAnswer(const PathHop &hop)
{
    if (hop.kind == PathHop::Kind::Silent)
        return Words::tr("no answer");
    if (hop.kind == PathHop::Kind::Unreachable)
        return Words::tr("not reached");
    return u"%1 %2"_s.arg(hop.status).arg(words::shown(hop.reason, 60)).trimmed();
}

QStringList hopParticulars(const PathHop &hop)
{
    QStringList all;
    if (!hop.name.isEmpty())
        all << Words::tr("calls itself %1").arg(words::shown(hop.name, 80));
    for (const QString &one : words::firstOf(hop.warnings))
        all << u"Warning %1"_s.arg(one);
    for (const QString &one : words::firstOf(hop.reasons))
        all << u"Reason %1"_s.arg(one);
    if (!hop.vias.isEmpty())
        all << Words::tr("arrived there through %1").arg(joined(hop.vias)) +
                   (hop.arrivedWith >= 0 ? u", Max-Forwards %1"_s.arg(hop.arrivedWith) : QString());
    if (!hop.problem.isEmpty())
        all << words::cleaned(hop.problem);
    return all + hop.remarks;
}

QStringList hopLines(const PathHop &hop)
{
    QString line = u"%1  %2"_s.arg(hop.maxForwards, 3).arg(hopAnswer(hop), -24);
    if (hop.status != 0)
        line += u"  %1 ms  %2"_s.arg(milliseconds(hop.took), 8).arg(QString::fromLatin1(hop.from.text()));
    if (!hop.software.isEmpty())
        line += u"  %1"_s.arg(words::shown(hop.software, 80));
    QStringList all{line};
    for (const QString &one : hopParticulars(hop))
        all << u"       %1"_s.arg(one);
    return all;
}

QStringList pathConclusions(const PathReport &report)
{
    QStringList lines;
    for (const PathHop &hop : report.hops)
        if (!hop.received.isEmpty() || hop.rport >= 0) {
            lines << Words::tr("The first hop saw us as %1%2.")
                         .arg(hop.received.isEmpty() ? QString::fromLatin1(report.path.local.uriHost())
                                                     : inBrackets(hop.received),
                              hop.rport >= 0 ? u":%1"_s.arg(hop.rport) : QString());
            break;
        }
    if (!report.hops.isEmpty() && !report.hops.last().recordRoutes.isEmpty())
        lines << Words::tr("Recorded routes, nearest to the target first: %1.").arg(joined(report.hops.last().recordRoutes));
    QStringList names;
    for (const PathNode &node : nodesOf(report))
        names << (node.name.isEmpty() ? node.title
                                      : u"%1 (%2%3)"_s.arg(node.title, node.name, node.guessed ? u"?"_s : QString()));
    if (names.size() > 1)
        lines << Words::tr("Path: %1").arg(names.join(u" -> "_s));
    if (!report.text.isEmpty())
        lines << report.text;
    return lines;
}

QJsonObject pathObject(const PathReport &report)
{
    QJsonArray hops, nodes;
    for (const PathHop &hop : report.hops)
        hops.append(hopObject(hop));
    for (const PathNode &node : nodesOf(report)) {
        QJsonObject one{{u"kind"_s, nodeName(node.kind)}, {u"title"_s, node.title}};
        if (!node.name.isEmpty())
            one[u"name"_s] = node.name;
        if (node.guessed)
            one[u"by_record_route"_s] = true;
        nodes.append(one);
    }
    QJsonObject out{{u"schema"_s, u"viatrace/1"_s},
                    {u"kind"_s, u"trace"_s},
                    {u"method"_s, QString::fromUtf8(report.method)},
                    {u"target"_s, QString::fromUtf8(report.target)},
                    {u"end"_s, QString::fromLatin1(endName(report.end))},
                    {u"text"_s, report.text},
                    {u"hops"_s, hops},
                    {u"path"_s, nodes}};
    if (report.path.remote.port != 0)
        out[u"transport"_s] = QString::fromLatin1(sip::protocolName(report.path.protocol));
    return out;
}

QByteArray pathMarkdown(const PathReport &report)
{
    QString page =
        u"# "_s +
        Words::tr("Path of %1 %2")
            .arg(words::inMarkdown(words::shown(report.method, 40)), words::inMarkdown(words::shown(report.target, 120))) +
        u"\n\n"_s;
    for (const QString &line : pathConclusions(report))
        page += u"- %1\n"_s.arg(words::inMarkdown(line));
    page += u"\n| Max-Forwards | %1 | %2 | %3 | %4 | %5 |\n|---:|---|---:|---|---|---|\n"_s.arg(
        Words::tr("Answer", "head of a column"), Words::tr("Round trip, ms"), Words::tr("From", "head of a column"),
        Words::tr("Software"), Words::tr("Particulars"));
    for (const PathHop &hop : report.hops)
        page += u"| %1 | %2 | %3 | %4 | %5 | %6 |\n"_s.arg(hop.maxForwards)
                    .arg(words::inMarkdown(hopAnswer(hop)), hop.status ? milliseconds(hop.took) : QString(),
                         hop.status ? QString::fromLatin1(hop.from.text()) : QString(),
                         words::inMarkdown(words::shown(hop.software, 80)), words::inMarkdown(hopParticulars(hop).join(u"; "_s)));
    return words::withoutSecrets(page).toUtf8();
}

} // namespace diag
