// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/sweep_words.h"

#include "base/words.h"
#include "flow/row_words.h"

using namespace Qt::StringLiterals;

namespace diag::words {

using sip::Words;
using Outcome = SweepPoint::Outcome;

QString milliseconds(sip::Instant length)
{
    return QString::number(double(length.count()) / 1000, 'f', 1);
}

QString icmp(const SweepPoint &point)
{
    QString text = u"ICMP fragmentation needed"_s;
    if (!point.reporter.isEmpty())
        text += u' ' + Words::tr("from %1").arg(QString::fromLatin1(point.reporter));
    return point.pathMtu > 0 ? text + u", "_s + Words::tr("the path takes %1").arg(point.pathMtu) : text;
}

QString outcome(const SweepPoint &point)
{
    switch (point.outcome) {
    case Outcome::Answered:
    case Outcome::TooLarge: return u"%1 %2"_s.arg(point.status).arg(shown(point.reason, 60)).trimmed();
    case Outcome::Lost: return Words::tr("lost");
    case Outcome::Unreachable: return point.problem.isEmpty() ? Words::tr("not reached") : cleaned(point.problem);
    }
    return {};
}

QString answered(const SweepPoint &point)
{
    return Words::tr("%1 of %2").arg(point.answered).arg(point.sent);
}

QString heading(const SweepReport &report)
{
    return Words::tr("MTU sweep: %1 %2, %3 to %4 octets")
        .arg(shown(report.method, 40), shown(report.target, 120))
        .arg(report.from)
        .arg(report.to);
}

} // namespace diag::words
