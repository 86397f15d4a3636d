// SPDX-License-Identifier: GPL-3.0-or-later
#include "transaction/response_checks.h"

#include "base/words.h"
#include "message/headers.h"

namespace sip {

namespace {

QString text(QByteArrayView bytes)
{
    return bytes.isEmpty() ? Words::tr("nothing") : QString::fromUtf8(bytes);
}

/// More than one value, in rows or by commas. The common answer, one row without a comma, costs one search.
int viaValues(const Message &response)
{
    const int rows = response.count(HeaderId::Via);
    if (rows != 1 || !response.rawValue(response.header(response.firstRow(HeaderId::Via))).contains(','))
        return rows;
    return int(splitList(response.value(HeaderId::Via)).size());
}

QByteArray withPort(QByteArrayView sentBy)
{
    const QByteArray whole = sentBy.toByteArray().toLower();
    return whole.lastIndexOf(':') > whole.lastIndexOf(']') ? whole : whole + ":5060";
}

/// Most answers repeat these rows octet for octet: then nothing in them is read.
bool repeatsRow(const Message &response, const Message &request, HeaderId id)
{
    const qsizetype theirs = response.firstRow(id), ours = request.firstRow(id);
    return theirs >= 0 && ours >= 0 && response.rawValue(response.header(theirs)) == request.rawValue(request.header(ours));
}

bool differs(const Message &response, const Message &request, HeaderId id, QByteArrayView (Message::*part)() const)
{
    return !repeatsRow(response, request, id) && (response.*part)() != (request.*part)();
}

} // namespace

ResponseFlaw flawOf(const Message &response)
{
    //= R18.3-1
    for (const LintMark &mark : response.marks())
        if (mark.severity == LintMark::Severity::Error && qstrcmp(mark.rule, "R18.3-1") == 0)
            return {"R18.3-1", mark.text};
    //= R8.1.3.2-3
    if (response.status() < 100 || response.status() > 699)
        return {"R8.1.3.2-3", Words::tr("%1 is no SIP status; they run from 100 to 699").arg(response.status())};
    //= R8.1.3.3-1
    if (const int values = viaValues(response); values > 1)
        return {"R8.1.3.3-1", Words::tr("it carries %1 Via values; an answer that is for us carries one, ours").arg(values)};
    if (response.cseqMethod().isEmpty())
        return {"R25-2", Words::tr("its CSeq cannot be read, so that its request cannot be found: %1")
                             .arg(text(response.value(HeaderId::CSeq).left(40)))};
    if (response.callId().isEmpty() && response.branch().isEmpty())
        return {"R25-2", Words::tr("its Via cannot be read, so that its request cannot be found")};
    return {};
}

//= R18.1.2-1
ResponseFlaw sentByFlaw(const Message &response, const Message &request)
{
    const QByteArrayView theirs = response.sentBy();
    const QByteArrayView ours = request.sentBy();
    if (theirs == ours || withPort(theirs) == withPort(ours))
        return {};
    return {"R18.1.2-1", Words::tr("its Via names %1, we sent %2: it is not for us").arg(text(theirs), text(ours))};
}

//= R17.1.3-2
ResponseFlaw mismatchOf(const Message &response, const Message &request)
{
    QString what;
    if (response.callId() != request.callId())
        what = Words::tr("Call-ID is %1, we sent %2").arg(text(response.callId()), text(request.callId()));
    //= R20.16-1
    else if (response.cseqNumber() < 0)
        what = Words::tr("its CSeq, %1, has no number of 32 bits, we sent %2")
                   .arg(text(response.value(HeaderId::CSeq).left(40)))
                   .arg(request.cseqNumber());
    else if (response.cseqNumber() != request.cseqNumber())
        what = Words::tr("CSeq number is %1, we sent %2").arg(response.cseqNumber()).arg(request.cseqNumber());
    else if (differs(response, request, HeaderId::From, &Message::fromTag))
        what = Words::tr("From tag is %1, we sent %2").arg(text(response.fromTag()), text(request.fromTag()));
    else if (const QByteArrayView tag = request.toTag();
             !tag.isEmpty() && differs(response, request, HeaderId::To, &Message::toTag))
        what = Words::tr("To tag is %1, we sent %2").arg(text(response.toTag()), text(tag));
    else
        return {};
    return {"R17.1.3-2", what + QLatin1String("; ") + Words::tr("taken as the answer because branch and method match")};
}

ResponseFlaw unanswerable(const Message &request)
{
    const auto flaw = [](const char *rule, const char *name, const QByteArray &value) {
        return ResponseFlaw{
            rule,
            Words::tr("its %1 cannot be read, so that it cannot be answered: %2").arg(QLatin1String(name), text(value.left(40)))};
    };
    if (request.sentBy().isEmpty())
        return flaw("R25-2", "Via", request.value(HeaderId::Via));
    if (request.callId().isEmpty())
        return flaw("R25-2", "Call-ID", request.value(HeaderId::CallId));
    if (request.cseqNumber() < 0)
        return flaw("R20.16-1", "CSeq", request.value(HeaderId::CSeq));
    return {};
}

} // namespace sip
