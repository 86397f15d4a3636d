// SPDX-License-Identifier: GPL-3.0-or-later
#include "message/lint.h"

#include "message/lint_report.h"

#include <algorithm>

namespace sip {
namespace linting {

void Report::addMissing(Severity severity, const char *rule, const QString &text)
{
    const qsizetype rows = m.headerCount();
    const qsizetype startEnd = m.startLine().end() - m.wire().constData();
    marks.append({severity, rule, text, rows ? qsizetype(m.header(rows - 1).rowEnd) : startEnd, 0});
}

void Report::addError(QByteArrayView name, QByteArrayView value, const Error &error)
{
    const qsizetype from = qBound<qsizetype>(0, error.offset, value.size());
    const char *at = value.begin() + from;
    const char *to = at;
    while (to != value.end() && !is(*to, LwsChar) && *to != ',' && *to != ';')
        ++to;
    if (to == at && to != value.end())
        ++to;
    const bool placed = error.offset >= 0;
    add(Severity::Error, *error.rule ? error.rule : "R25-1", latin1(name) + QStringLiteral(": ") + error.detail,
        placed ? scan::between(at, to) : value);
}

QByteArrayView nameOf(HeaderId id)
{
    return headerName(id);
}

QByteArrayView rawFirst(const Message &message, HeaderId id)
{
    const qsizetype row = message.firstRow(id);
    return row < 0 ? QByteArrayView() : message.rawValue(message.header(row));
}

} // namespace linting

QList<LintMark> lint(const Message &message)
{
    if (message.kind() == Message::Kind::Invalid)
        return message.marks();
    linting::Report report(message);
    report.marks = message.marks();
    linting::checkRequestUri(report);
    linting::checkMandatoryRows(report);
    linting::checkSingleRows(report);
    linting::checkCategories(report);
    linting::checkValues(report);
    linting::checkTransaction(report);
    linting::checkContacts(report);
    linting::checkBody(report);
    std::stable_sort(report.marks.begin(), report.marks.end(),
                     [](const LintMark &a, const LintMark &b) { return a.offset < b.offset; });
    return report.marks;
}

//= R4475.3.1.2-1 what cannot be tied to a transaction is discarded, the rest is processed and shown
Verdict verdict(const Message &message, const QList<LintMark> &marks)
{
    const bool tied = message.kind() != Message::Kind::Invalid && !message.callId().isEmpty() && message.cseqNumber() >= 0 &&
                      !message.cseqMethod().isEmpty() && !message.sentBy().isEmpty();
    // Requests without a branch are matched the way RFC 2543 did; answers to our requests carry our branch.
    if (!tied || (message.isResponse() && message.branch().isEmpty()))
        return Verdict::Unusable;
    const bool flawed =
        std::any_of(marks.begin(), marks.end(), [](const LintMark &mark) { return mark.severity == LintMark::Severity::Error; });
    return flawed ? Verdict::Flawed : Verdict::Good;
}

} // namespace sip
