// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/sweep_report.h"

#include "base/words.h"
#include "flow/flow_text.h"
#include "probe/report_text.h"
#include "probe/sweep_verdict.h"
#include "probe/sweep_words.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace diag {

namespace {

using sip::Words;
using Outcome = SweepPoint::Outcome;

QString outcomeName(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Answered: return u"answered"_s;
    case Outcome::TooLarge: return u"too-large"_s;
    case Outcome::Lost: return u"lost"_s;
    case Outcome::Unreachable: return u"unreachable"_s;
    }
    return {};
}

QJsonObject pointObject(const SweepPoint &point)
{
    QJsonObject out{{u"octets"_s, point.octets}, {u"outcome"_s, outcomeName(point.outcome)},
                    {u"sent"_s, point.sent},     {u"answered"_s, point.answered},
                    {u"copies"_s, point.copies}, {u"packets"_s, point.packets}};
    if (point.answered > 0) {
        out[u"fastest_us"_s] = qint64(point.fastest.count());
        out[u"slowest_us"_s] = qint64(point.slowest.count());
        out[u"status"_s] = point.status;
    }
    if (point.mtu > 0)
        out[u"mtu"_s] = point.mtu;
    if (point.icmp)
        out[u"icmp"_s] = QJsonObject{{u"mtu"_s, point.pathMtu}, {u"reporter"_s, QString::fromLatin1(point.reporter)}};
    if (!point.problem.isEmpty())
        out[u"problem"_s] = point.problem;
    return out;
}

QString ladder(const QString &title, const Flow &flow)
{
    return flow.rows.isEmpty() ? QString() : u"\n## %1\n\n```\n%2```\n"_s.arg(title, flowText(flow).replace(u"```"_s, u"'''"_s));
}

} // namespace

QStringList pointParticulars(const SweepPoint &point)
{
    QStringList parts;
    if (point.answered > 0)
        parts << (point.fastest == point.slowest
                      ? u"%1 ms"_s.arg(words::milliseconds(point.fastest))
                      : Words::tr("%1 to %2 ms").arg(words::milliseconds(point.fastest), words::milliseconds(point.slowest)));
    if (point.sent > 1)
        parts << Words::tr("%1 of %2 answered").arg(point.answered).arg(point.sent);
    if (point.copies > point.sent)
        parts << Words::tr("%1 copies").arg(point.copies);
    if (point.packets > 1)
        parts << Words::tr("in %1 packets of at most %2").arg(point.packets).arg(point.mtu);
    if (point.icmp)
        parts << words::icmp(point);
    return parts;
}

QString pointText(const SweepPoint &point)
{
    const QStringList parts = pointParticulars(point);
    const QString text = Words::tr("%1 octets: %2").arg(point.octets, 6).arg(words::outcome(point));
    return parts.isEmpty() ? text : text + u", "_s + parts.join(u", "_s);
}

QStringList sweepConclusions(const SweepReport &report)
{
    QStringList lines;
    for (qsizetype i = 0; i < report.series.size(); ++i) {
        const SweepVerdict verdict = verdictOf(report, i);
        lines << verdict.text;
        if (!verdict.remedy.isEmpty())
            lines << verdict.remedy;
    }
    if (!report.cutShort.isEmpty())
        lines << Words::tr("Not finished: %1.").arg(report.cutShort);
    return lines;
}

QJsonObject sweepObject(const SweepReport &report)
{
    QJsonObject out{{u"schema"_s, u"viatrace/1"_s},
                    {u"kind"_s, u"sweep"_s},
                    {u"method"_s, QString::fromUtf8(report.method)},
                    {u"target"_s, QString::fromUtf8(report.target)},
                    {u"from"_s, report.from},
                    {u"to"_s, report.to},
                    {u"requests"_s, report.requests}};
    if (report.path.remote.port != 0) {
        out[u"local"_s] = QString::fromLatin1(report.path.local.text());
        out[u"remote"_s] = QString::fromLatin1(report.path.remote.text());
    }
    if (!report.cutShort.isEmpty())
        out[u"cut_short"_s] = report.cutShort;
    for (qsizetype i = 0; i < report.series.size(); ++i) {
        const SweepSeries &series = report.series[i];
        const SweepVerdict verdict = verdictOf(report, i);
        QJsonArray points;
        for (const SweepPoint &point : series.points)
            points.append(pointObject(point));
        QJsonObject one{
            {u"cause"_s, QString::fromLatin1(causeName(verdict.cause))}, {u"text"_s, verdict.text}, {u"sizes"_s, points}};
        if (!verdict.remedy.isEmpty())
            one[u"remedy"_s] = verdict.remedy;
        if (const SweepPoint *good = series.lastGood())
            one[u"last_good"_s] = good->octets;
        if (const SweepPoint *bad = series.firstBad())
            one[u"first_bad"_s] = bad->octets;
        out[QString::fromLatin1(sip::protocolName(series.protocol))] = one;
    }
    return out;
}

QByteArray sweepMarkdown(const SweepReport &report)
{
    QString page = u"# %1\n\n"_s.arg(words::inMarkdown(words::heading(report)));
    if (report.path.remote.port != 0)
        page += Words::tr("From %1 to %2, %3.")
                    .arg(QString::fromLatin1(report.path.local.hostText()), QString::fromLatin1(report.path.remote.text()),
                         words::requests(report.requests)) +
                u"\n\n"_s;
    for (const QString &line : sweepConclusions(report))
        page += u"- %1\n"_s.arg(words::inMarkdown(line));
    for (const SweepSeries &series : report.series) {
        page += u"\n## %1\n\n| %2 | %3 | %4 | %5 | %6 | %7 |\n|---:|---|---:|---:|---:|---|\n"_s.arg(
            QString::fromLatin1(sip::viaName(series.protocol)), Words::tr("Octets"), Words::tr("Result"),
            Words::tr("Round trip, ms"), Words::tr("Answered"), Words::tr("Packets"), Words::tr("Remarks"));
        for (const SweepPoint &point : series.points)
            page += u"| %1 | %2 | %3 | %4 | %5 | %6 |\n"_s.arg(point.octets)
                        .arg(words::inMarkdown(words::outcome(point)),
                             point.answered ? words::milliseconds(point.fastest) : QString(), words::answered(point))
                        .arg(point.packets)
                        .arg(point.icmp ? words::icmp(point) : QString());
    }
    page += ladder(Words::tr("The last size that passed"), report.good);
    page += ladder(Words::tr("The first size that did not"), report.bad);
    return words::withoutSecrets(page).toUtf8();
}

} // namespace diag
