// SPDX-License-Identifier: GPL-3.0-or-later
#include "flow/flow_text.h"

#include "base/words.h"
#include "flow/row_words.h"

using namespace Qt::StringLiterals;

namespace diag {

using sip::Words;

namespace {

constexpr int MarkWidth = 7;   // "A --> B"
constexpr int LabelWidth = 36; // details line up behind it

QString colourOf(const LadderRow &row)
{
    if (row.minor)
        return u"2"_s;
    switch (row.kind) {
    case RowKind::Local: return u"1;35"_s;
    case RowKind::Auth: return u"36"_s;
    case RowKind::Timer: return u"33"_s;
    case RowKind::Request: return row.send > 1 ? u"33"_s : u"1"_s;
    case RowKind::Response:
        return row.status >= 400 ? u"31"_s : row.status >= 300 ? u"33"_s : row.status >= 200 ? u"32"_s : QString();
    default: return {};
    }
}

/// What stands between time and label: an arrow between two lanes, or the kind of row on one lane.
QString mark(const LadderRow &row)
{
    if (row.toLane < 0)
        return u"%1 %2"_s.arg(row.fromLane < 0 ? u" "_s : laneName(row.fromLane), QString::fromLatin1(kindName(row.kind)));
    const bool leftwards = row.toLane < row.fromLane;
    const QString left = laneName(leftwards ? row.toLane : row.fromLane);
    const QString right = laneName(leftwards ? row.fromLane : row.toLane);
    return leftwards ? u"%1 <-- %2"_s.arg(left, right) : u"%1 --> %2"_s.arg(left, right);
}

QString seconds(sip::Instant at)
{
    return QString::number(double(at.count()) / 1e6, 'f', 6).rightJustified(11);
}

QString cut(const QString &line, int width)
{
    return width > 3 && line.size() > width ? line.left(width - 3) + u"..."_s : line;
}

QString label(const LadderRow &row)
{
    // A status of our own stack never looks like a received one.
    return row.kind == RowKind::Local ? u"- - %1 - -"_s.arg(row.label) : row.label;
}

QString detail(const LadderRow &row)
{
    if (row.kind != RowKind::Local)
        return row.detail;
    const QString cause = QString::fromLatin1(sip::causeName(row.cause));
    const QString local = cause.isEmpty() ? Words::tr("local") : Words::tr("local, %1").arg(cause);
    return row.detail.isEmpty() ? local : u"%1: %2"_s.arg(local, row.detail);
}

} // namespace

QString laneName(int lane)
{
    if (lane < 0)
        return u"-"_s;
    return lane < 26 ? QString(QChar(u'A' + lane)) : u"L%1"_s.arg(lane);
}

QString laneText(const Flow &flow, int lane)
{
    if (lane < 0 || lane >= flow.lanes.size())
        return {};
    const Lane &l = flow.lanes[lane];
    const QString address = QString::fromLatin1(l.endpoint.port ? l.endpoint.text() : l.endpoint.hostText());
    QString text = u"%1 = %2"_s.arg(laneName(lane), address);
    if (!l.alias.isEmpty())
        text += u" %1"_s.arg(words::cleaned(l.alias, 60));
    if (l.ours)
        text += u" (%1)"_s.arg(Words::tr("us"));
    return text;
}

QString rowText(const Flow &flow, const LadderRow &row, const TextOptions &options)
{
    QString line;
    if (options.times)
        line += seconds(row.at - flow.firstAt) + u"  "_s;
    line += mark(row).leftJustified(MarkWidth) + u"  "_s;
    const QString what = label(row), more = detail(row);
    line += more.isEmpty() ? what : what.leftJustified(LabelWidth) + u"  "_s + more;
    line = cut(line, options.width);
    const QString colour = options.colour ? colourOf(row) : QString();
    return colour.isEmpty() ? line : u"\x1b[%1m%2\x1b[0m"_s.arg(colour, line);
}

QStringList RowPrinter::take(const Flow &flow, const LadderRow &row)
{
    if (!shows(row))
        return {};
    if (m_options.folded.contains(row.kind) && !isTrouble(row)) {
        ++m_rows;
        if (const QString kind = QString::fromLatin1(kindName(row.kind)); !m_kinds.contains(kind))
            m_kinds << kind;
        return {};
    }
    return finish() << rowText(flow, row, m_options);
}

QStringList RowPrinter::finish()
{
    if (m_rows == 0)
        return {};
    const QString count = m_rows == 1 ? u"1 row"_s : u"%1 rows"_s.arg(m_rows);
    const QString margin(m_options.times ? 13 : 0, u' '); // where marks begin
    m_rows = 0;
    return {u"%1... %2 of %3 folded"_s.arg(margin, count, std::exchange(m_kinds, {}).join(u", "_s))};
}

QString flowText(const Flow &flow, const TextOptions &options)
{
    QString heading = words::cleaned(flow.name, 100);
    const QString request = u"%1 %2"_s.arg(words::shown(flow.method, 40), words::shown(flow.target, 120)).trimmed();
    if (heading.isEmpty())
        heading = request;
    else if (!request.isEmpty())
        heading += u": "_s + request;
    QString text = heading + u'\n';
    for (int i = 0; i < flow.lanes.size(); ++i)
        text += u"  "_s + laneText(flow, i) + u'\n';
    text += u'\n';
    RowPrinter printer(options);
    QStringList lines;
    for (const LadderRow &row : flow.rows)
        lines += printer.take(flow, row);
    lines += printer.finish();
    for (const QString &line : std::as_const(lines))
        text += line + u'\n';
    return text;
}

} // namespace diag
