// SPDX-License-Identifier: GPL-3.0-or-later
#include "request/first_request.h"

#include "base/words.h"
#include "request/request_builder.h"

#include <algorithm>

namespace sip {
namespace {

using Severity = LintMark::Severity;

/// A method that has no place here, by what its own document says.
const char *dialogRuleOf(QByteArrayView method)
{
    return method == "BYE"      ? "R15-1"
           : method == "INFO"   ? "R6086.4.2.1-1"
           : method == "PRACK"  ? "R3262.4-1"
           : method == "UPDATE" ? "R3311.5.1-1"
                                : "R6665.4.1.3-1";
}

LintMark markAt(const Message &request, Severity severity, const char *rule, const QString &text, QByteArrayView place)
{
    return {severity, rule, text, place.data() - request.wire().constData(), place.size()};
}

} // namespace

//= R15-1
//= R6086.4.2.1-1
//= R8.1.1.2-2
QList<LintMark> lintFirstRequest(const Message &request)
{
    QList<LintMark> marks = lint(request);
    if (!request.isRequest() || request.method() == "ACK" || request.method() == "CANCEL")
        return marks;
    const bool needsDialog = methodTraits(request.method()).inDialogOnly;
    const QByteArrayView tag = request.toTag();
    if (needsDialog && tag.isEmpty())
        marks += markAt(request, Severity::Warning, dialogRuleOf(request.method()),
                        Words::tr("%1 has its place in a dialog; outside of one it will be answered 481")
                            .arg(QString::fromUtf8(request.method())),
                        request.method());
    else if (!needsDialog && !tag.isEmpty())
        marks += markAt(request, Severity::Warning, "R8.1.1.2-2",
                        Words::tr("To has a tag although no dialog is there yet; it will be answered 481"), tag);
    //= R3428.8-1
    if (request.method() == "MESSAGE" && tag.isEmpty() && request.wire().size() > largestUdpAdvised)
        marks += markAt(request, Severity::Warning, "R3428.8-1",
                        Words::tr("a MESSAGE outside a call must not be larger than 1300 octets, unless every hop is known to "
                                  "bear it (RFC 3428 8)"),
                        request.method());
    std::stable_sort(marks.begin(), marks.end(), [](const LintMark &a, const LintMark &b) { return a.offset < b.offset; });
    return marks;
}

} // namespace sip
