// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/sweep_page.h"

#include "base/words.h"
#include "flow/flow_text.h"
#include "flow/row_words.h"
#include "probe/report_text.h"
#include "probe/sweep_report.h"
#include "probe/sweep_words.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace diag {

namespace {

using sip::Words;

constexpr auto Style = R"(
:root { color-scheme: light dark; --ground: #fff; --text: #1b1f24; --muted: #57606a; --line: #d0d7de; --udp: #0550ae; --tcp: #116329; --lost: #b3261e }
@media (prefers-color-scheme: dark) {
  :root { --ground: #15181c; --text: #e6e9ed; --muted: #9aa4af; --line: #3a424b; --udp: #79b8ff; --tcp: #7ee29a; --lost: #ff8a80 }
}
body { margin: 2em auto; max-width: 60em; padding: 0 1em; font: 15px/1.5 system-ui, sans-serif; color: var(--text); background: var(--ground) }
h1 { font-size: 1.4em } h2 { font-size: 1.1em; margin-top: 2em }
table { border-collapse: collapse } th, td { padding: .2em .8em; border-bottom: 1px solid var(--line); text-align: left }
td.n { text-align: right; font-variant-numeric: tabular-nums } tr.bad td { color: var(--lost) }
pre { overflow-x: auto; padding: .8em; border: 1px solid var(--line); font: 12px/1.4 ui-monospace, monospace }
svg { width: 100%; height: auto } svg text { font: 12px system-ui, sans-serif; fill: var(--muted) }
.grid { stroke: var(--line); stroke-dasharray: 1 3 } .axis { stroke: var(--line) }
.udp { --ink: var(--udp) } .tcp { --ink: var(--tcp) }
.way { fill: none; stroke: var(--ink); stroke-width: 1.5 } .tcp .way { stroke-dasharray: 5 4 }
.dot { fill: var(--ground); stroke: var(--ink); stroke-width: 2 } .cross { fill: none; stroke: var(--lost); stroke-width: 2.4 }
.limit { stroke: var(--ink); stroke-dasharray: 8 3 2 3 } svg .name { fill: var(--ink) }
)";

/// Where the numbers are drawn.
struct Plane {
    static constexpr double left = 56, right = 740, top = 16, bottom = 280, foot = 24; ///< foot: for the crosses, under zero
    double from, to, highest;

    explicit Plane(const SweepReport &report) : from(double(report.from)), to(double(std::max(report.to, report.from + 1)))
    {
        highest = 1;
        for (const SweepSeries &series : report.series)
            for (const SweepPoint &point : series.points)
                highest = std::max(highest, double(point.fastest.count()) / 1000);
        highest *= 1.25;
    }
    double x(double octets) const { return left + (octets - from) / (to - from) * (right - left); }
    double y(double milliseconds) const { return bottom - foot - milliseconds / highest * (bottom - foot - top); }
};

QString number(double value)
{
    return QString::number(value, 'f', 1);
}

/// 1, 2 or 5 times a power of ten, so that about \a wanted fit into \a range.
double stepFor(double range, int wanted)
{
    const double power = std::pow(10, std::floor(std::log10(range / wanted)));
    for (const double each : {1.0, 2.0, 5.0})
        if (range / (each * power) <= wanted)
            return each * power;
    return 10 * power;
}

QString text(double x, double y, const QString &words, const char *more = "")
{
    return u"<text x=\"%1\" y=\"%2\" %3>%4</text>\n"_s.arg(number(x), number(y), QLatin1String(more), words.toHtmlEscaped());
}

QString line(const char *kind, double x1, double y1, double x2, double y2)
{
    return u"<line class=\"%1\" x1=\"%2\" y1=\"%3\" x2=\"%4\" y2=\"%5\"/>\n"_s.arg(QLatin1String(kind), number(x1), number(y1),
                                                                                   number(x2), number(y2));
}

QString axes(const Plane &plane)
{
    QString out;
    const double across = stepFor(plane.to - plane.from, 8), upwards = stepFor(plane.highest, 5);
    for (double at = std::ceil(plane.from / across) * across; at <= plane.to; at += across)
        out += line("grid", plane.x(at), Plane::top, plane.x(at), Plane::bottom) +
               text(plane.x(at), Plane::bottom + 16, QString::number(qint64(at)), "text-anchor=\"middle\"");
    for (double at = 0; at <= plane.highest; at += upwards)
        out += line("grid", Plane::left, plane.y(at), Plane::right, plane.y(at)) +
               text(Plane::left - 6, plane.y(at) + 4, QString::number(at), "text-anchor=\"end\"");
    return out + line("axis", Plane::left, Plane::bottom, Plane::right, Plane::bottom) +
           line("axis", Plane::left, Plane::top, Plane::left, Plane::bottom) +
           text((Plane::left + Plane::right) / 2, Plane::bottom + 34, Words::tr("octets of the request"),
                "text-anchor=\"middle\"") +
           text(Plane::left, Plane::top - 4, Words::tr("round trip, ms"));
}

QString nameOf(const SweepSeries &series)
{
    return QString::fromLatin1(sip::viaName(series.protocol));
}

/// What was answered as a line with dots, UDP round and TCP square; what was not as crosses; the limit as a line.
QString drawn(const SweepSeries &series, const Plane &plane, int which)
{
    const bool udp = series.protocol == sip::Protocol::Udp;
    QString way, marks;
    for (const SweepPoint &point : series.points) {
        const double x = plane.x(double(point.octets));
        const QString said = u"<title>%1 %2</title>"_s.arg(nameOf(series), pointText(point).trimmed().toHtmlEscaped());
        if (!point.passes()) {
            marks += u"<path class=\"cross\" d=\"M%1 %2l10 10m0-10l-10 10\">%3</path>\n"_s.arg(number(x - 5),
                                                                                               number(Plane::bottom - 16), said);
            continue;
        }
        const double y = plane.y(double(point.fastest.count()) / 1000);
        way += number(x) + u',' + number(y) + u' ';
        marks += udp ? u"<circle class=\"dot\" cx=\"%1\" cy=\"%2\" r=\"4\">%3</circle>\n"_s.arg(number(x), number(y), said)
                     : u"<rect class=\"dot\" x=\"%1\" y=\"%2\" width=\"8\" height=\"8\">%3</rect>\n"_s.arg(number(x - 4),
                                                                                                           number(y - 4), said);
    }
    QString out = u"<g class=\"%1\"><polyline class=\"way\" points=\"%2\"/>\n"_s.arg(udp ? u"udp"_s : u"tcp"_s, way.trimmed()) +
                  marks +
                  text(Plane::right - 150, Plane::top + 14 + 16 * which,
                       Words::tr("%1: %2 answered, %3 not").arg(nameOf(series), udp ? u"\u25cb"_s : u"\u25a1"_s, u"\u00d7"_s),
                       "class=\"name\"");
    const SweepPoint *const good = series.lastGood(), *const bad = series.firstBad();
    if (good && bad) {
        const double x = plane.x(double(good->octets + bad->octets) / 2);
        const bool right = x > (Plane::left + Plane::right) / 2;
        out += line("limit", x, Plane::top, x, Plane::bottom) +
               text(x + (right ? -6 : 6), Plane::top + 56 + 16 * which,
                    Words::tr("%1 %2 passes").arg(nameOf(series)).arg(good->octets),
                    right ? "class=\"name\" text-anchor=\"end\"" : "class=\"name\"");
    }
    return out + u"</g>\n"_s;
}

QString table(const SweepReport &report)
{
    QString rows;
    for (const SweepSeries &series : report.series)
        for (const SweepPoint &point : series.points)
            rows +=
                u"<tr%1><td>%2<td class=\"n\">%3<td>%4<td class=\"n\">%5<td class=\"n\">%6<td class=\"n\">%7<td>%8</tr>\n"_s
                    .arg(point.passes() ? QString() : u" class=\"bad\""_s, nameOf(series))
                    .arg(point.octets)
                    .arg(words::outcome(point).toHtmlEscaped(), point.answered ? words::milliseconds(point.fastest) : QString(),
                         words::answered(point).toHtmlEscaped())
                    .arg(point.packets)
                    .arg(point.icmp ? words::icmp(point).toHtmlEscaped() : QString());
    QString heads;
    for (const QString &head : {Words::tr("Over", "head of a column: the transport"), Words::tr("Octets"), Words::tr("Result"),
                                Words::tr("Round trip, ms"), Words::tr("Answered"), Words::tr("Packets"), Words::tr("Remarks")})
        heads += u"<th>"_s + head.toHtmlEscaped();
    return u"<h2>%1</h2>\n<table><tr>%2</tr>\n%3</table>\n"_s.arg(Words::tr("All sizes").toHtmlEscaped(), heads, rows);
}

/// The request as it was sent, octets that are no text replaced.
QString octets(const Flow &flow)
{
    for (const LadderRow &row : flow.rows)
        if (const auto *sent = row.event ? row.event->as<sip::MessageSent>() : nullptr)
            return u"<details><summary>%1</summary><pre>%2</pre></details>\n"_s.arg(
                Words::tr("The request, %1 octets").arg(sent->message.wire().size()).toHtmlEscaped(),
                QString::fromUtf8(sent->message.wire()).remove(u'\r').toHtmlEscaped());
    return {};
}

QString ladder(const QString &title, const Flow &flow)
{
    return flow.rows.isEmpty()
               ? QString()
               : u"<h2>%1</h2>\n<pre>%2</pre>\n"_s.arg(title.toHtmlEscaped(), flowText(flow).toHtmlEscaped()) + octets(flow);
}

QString whereAndWhen(const SweepReport &report)
{
    if (report.path.remote.port == 0)
        return words::requests(report.requests) + u'.';
    int mtu = 0;
    for (const SweepSeries &series : report.series)
        for (const SweepPoint &point : series.points)
            mtu = std::max(mtu, point.mtu);
    const QString limit = mtu > 0 ? Words::tr(", whose interface takes packets of %1 octets").arg(mtu) : QString();
    return Words::tr("From %1%2, to %3, %4.")
        .arg(QString::fromLatin1(report.path.local.hostText()), limit, QString::fromLatin1(report.path.remote.text()),
             words::requests(report.requests));
}

} // namespace

QString sweepSvg(const SweepReport &report)
{
    const Plane plane(report);
    QString out = u"<svg viewBox=\"0 0 760 320\" role=\"img\" aria-label=\"%1\">\n"_s.arg(
                      Words::tr("Sizes and round trips; the same numbers are in the table").toHtmlEscaped()) +
                  axes(plane);
    for (qsizetype i = 0; i < report.series.size(); ++i)
        out += drawn(report.series[i], plane, int(i));
    return out + u"</svg>\n"_s;
}

QByteArray sweepHtml(const SweepReport &report)
{
    const QString title = words::heading(report).toHtmlEscaped();
    QString page =
        u"<!DOCTYPE html>\n<html lang=\"%4\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        "<title>%1</title>\n<style>%2</style>\n<h1>%1</h1>\n<p>%3</p>\n"_s.arg(
            title, QLatin1String(Style), whereAndWhen(report), Words::tr("en", "the tag of this language, for HTML"));
    for (const QString &each : sweepConclusions(report))
        page += u"<p><strong>%1</strong></p>\n"_s.arg(each.toHtmlEscaped());
    page += sweepSvg(report) + table(report);
    page += ladder(Words::tr("The last size that passed"), report.good);
    page += ladder(Words::tr("The first size that did not"), report.bad);
    return words::withoutSecrets(page + u"</html>\n"_s).toUtf8();
}

} // namespace diag
