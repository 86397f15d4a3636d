// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/sweep_words.h"

#include "flow/row_words.h"

using namespace Qt::StringLiterals;

namespace diag::words {

using Outcome = SweepPoint::Outcome;

QString milliseconds(sip::Instant length)
{
    return QString::number(double(length.count()) / 1000, 'f', 1);
}

QString icmp(const SweepPoint &point)
{
    QString text = u"ICMP fragmentation needed"_s;
    if (!point.reporter.isEmpty())
        text += u" from %1"_s.arg(QString::fromLatin1(point.reporter));
    return point.pathMtu > 0 ? text + u", the path takes %1"_s.arg(point.pathMtu) : text;
}

QString outcome(const SweepPoint &point)
{
    switch (point.outcome) {
    case Outcome::Answered:
    case Outcome::TooLarge: return u"%1 %2"_s.arg(point.status).arg(shown(point.reason, 60)).trimmed();
    case Outcome::Lost: return u"lost"_s;
    case Outcome::Unreachable: return point.problem.isEmpty() ? u"not reached"_s : cleaned(point.problem);
    }
    return {};
}

QString heading(const SweepReport &report)
{
    return u"MTU sweep: %1 %2, %3 to %4 octets"_s.arg(shown(report.method, 40), shown(report.target, 120))
        .arg(report.from)
        .arg(report.to);
}

} // namespace diag::words
