// SPDX-License-Identifier: GPL-3.0-or-later
#include "message/parser.h"
#include "message/scan.h"
#include "request/request_builder.h"
#include "request/via_branch.h"

#include <algorithm>

namespace sip {
namespace {

/// Via, Max-Forwards, Route, From, To, Call-ID and CSeq of a request that goes where \a invite went.
/// \param toOf  whose To is copied; the INVITE's when it has none
//= R8.1.1.7-3 with its branch too
MessageDraft follower(QByteArrayView method, const Message &invite, const Message &toOf)
{
    MessageDraft draft = MessageDraft::request(method.toByteArray(), invite.requestUri().toByteArray());
    if (const QByteArrayView via = topVia(invite); !via.isEmpty())
        draft.append(HeaderId::Via, via.toByteArray());
    draft.append(HeaderId::MaxForwards, "70");
    draft.appendRows(invite, HeaderId::Route);
    draft.appendRows(invite, HeaderId::From, 1);
    draft.appendRows(toOf.has(HeaderId::To) ? toOf : invite, HeaderId::To, 1);
    draft.appendRows(invite, HeaderId::CallId, 1);
    draft.append(HeaderId::CSeq, QByteArray::number(qMax<qint64>(0, invite.cseqNumber())) + ' ' + method.toByteArray());
    return draft;
}

/// One change of the wire bytes.
struct Splice {
    qsizetype at, size;
    QByteArray text;
};

/// From the back, so that earlier places stay true; at one place the removal of a row comes before the insertion.
QByteArray spliced(QByteArray wire, QList<Splice> splices)
{
    std::stable_sort(splices.begin(), splices.end(), [](const Splice &a, const Splice &b) { return a.at > b.at; });
    for (const Splice &splice : std::as_const(splices))
        wire.replace(splice.at, splice.size, splice.text);
    return wire;
}

bool isCredentialsRow(HeaderId id)
{
    return id == HeaderId::Authorization || id == HeaderId::ProxyAuthorization;
}

/// Takes the old (Proxy-)Authorization rows out and puts the plan's where the first of them stood, else before the rows that
/// describe the body, else last.
//= R7.3.1-4 each in a row of its own
void spliceCredentials(const Message &previous, const AuthPlan &plan, QList<Splice> &splices)
{
    qsizetype firstOld = -1, firstContent = -1, end = -1;
    for (qsizetype i = 0; i < previous.headerCount(); ++i) {
        const HeaderField &field = previous.header(i);
        end = field.rowEnd;
        if (isCredentialsRow(field.id)) {
            if (firstOld < 0)
                firstOld = field.rowAt;
            splices.append({field.rowAt, qsizetype(field.rowEnd - field.rowAt), {}});
        } else if (firstContent < 0 && (field.id == HeaderId::ContentType || field.id == HeaderId::ContentLength)) {
            firstContent = field.rowAt;
        }
    }
    const qsizetype at = firstOld >= 0 ? firstOld : firstContent >= 0 ? firstContent : end;
    if (at < 0 || plan.rows.isEmpty())
        return;
    QByteArray rows = at > 0 && previous.wire().at(at - 1) != '\n' ? "\r\n" : "";
    for (const AuthPlan::Row &row : plan.rows)
        rows += headerName(row.header).toByteArray() + ": " + row.value + "\r\n";
    splices.append({at, 0, rows});
}

} // namespace

Message withCredentials(const Message &request, const AuthPlan &plan)
{
    QList<Splice> splices;
    spliceCredentials(request, plan, splices);
    return parseMessage(spliced(request.wire(), splices), Framing::Composed);
}

//= R22.2-2
//= R22.2-3
//= R8.1.3.5-6
Message buildRetry(const Message &previous, const QByteArray &branch, const AuthPlan &plan, std::optional<quint32> cseq)
{
    const QByteArray &wire = previous.wire();
    QList<Splice> splices;
    if (const QByteArrayView via = topVia(previous); !via.isEmpty())
        splices.append({via.data() - wire.constData(), via.size(), withBranch(via, branch)});
    if (const qsizetype row = previous.firstRow(HeaderId::CSeq); row >= 0 && previous.cseqNumber() >= 0) {
        const QByteArrayView value = previous.rawValue(previous.header(row));
        const auto isDigit = [](char c) { return is(c, DigitChar); };
        const char *from = std::find_if(value.begin(), value.end(), isDigit);
        const char *to = std::find_if_not(from, value.end(), isDigit);
        splices.append(
            {from - wire.constData(), to - from, QByteArray::number(cseq.value_or(quint32(previous.cseqNumber() + 1)))});
    }
    spliceCredentials(previous, plan, splices);

    return parseMessage(spliced(wire, splices), Framing::Composed);
}

//= R9.1-2
//= R9.1-3
//= R9.1-4
//= R9.1-5
//= R9.1-6 nothing but these rows is copied
//= R4028.7.1-1
Message buildCancel(const Message &invite, const QByteArray &reason)
{
    MessageDraft draft = follower("CANCEL", invite, invite);
    draft.appendRows(invite, HeaderId::Supported);
    if (!reason.isEmpty())
        draft.append(HeaderId::Reason, reason);
    return draft.toMessage();
}

//= R17.1.1.3-1
//= R17.1.1.3-2
//= R17.1.1.3-3
//= R17.1.1.3-4
//= R17.1.1.3-5
//= R17.1.1.3-6
Message buildAckNon2xx(const Message &invite, const Message &response)
{
    MessageDraft draft = follower("ACK", invite, response);
    //= R22.1-2 the ACK repeats the credentials of its INVITE
    draft.appendRows(invite, HeaderId::Authorization);
    draft.appendRows(invite, HeaderId::ProxyAuthorization);
    return draft.toMessage();
}

} // namespace sip
