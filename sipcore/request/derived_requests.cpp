// SPDX-License-Identifier: GPL-3.0-or-later
#include "message/parser.h"
#include "message/scan.h"
#include "request/request_builder.h"

#include <algorithm>

namespace sip {
namespace {

/// The first element of the top Via row as it stands on the wire; null: no Via.
QByteArrayView topVia(const Message &message)
{
    const qsizetype row = message.firstRow(HeaderId::Via);
    if (row < 0)
        return {};
    scan::Elements elements(message.rawValue(message.header(row)));
    while (elements.next())
        if (!elements.element.isEmpty())
            return scan::trimmed(elements.element);
    return {};
}

QByteArray withBranch(QByteArrayView via, const QByteArray &branch)
{
    const scan::View old = scan::param(scan::splitVia(via).params, "branch");
    QByteArray out = via.toByteArray();
    if (old.isEmpty())
        return out + ";branch=" + branch;
    return out.replace(old.data() - via.data(), old.size(), branch);
}

QByteArrayView rawRow(const Message &message, const HeaderField &field)
{
    return QByteArrayView(message.wire()).sliced(field.rowAt, field.rowEnd - field.rowAt);
}

/// All rows of one kind, byte for byte.
void copyRows(MessageDraft &draft, const Message &from, HeaderId id)
{
    for (qsizetype i = 0; i < from.headerCount(); ++i) {
        const HeaderField &field = from.header(i);
        if (field.id == id)
            draft.rows.append({from.name(field).toByteArray(), from.value(field), rawRow(from, field).toByteArray()});
    }
}

void copyFirst(MessageDraft &draft, const Message &from, HeaderId id)
{
    const qsizetype row = from.firstRow(id);
    if (row >= 0)
        draft.rows.append({from.name(from.header(row)).toByteArray(), from.value(from.header(row)),
                           rawRow(from, from.header(row)).toByteArray()});
}

QByteArray cseqValue(qint64 number, QByteArrayView method)
{
    return QByteArray::number(qMax<qint64>(0, number)) + ' ' + method.toByteArray();
}

/// Via, Max-Forwards, Route, From, To, Call-ID and CSeq of a request that follows from \a invite.
/// \param toOf  whose To is copied; the INVITE's when it has none
MessageDraft follower(QByteArrayView method, const QByteArray &uri, const QByteArray &via, const QList<QByteArray> *routes,
                      const Message &invite, const Message &toOf, qint64 cseq)
{
    MessageDraft draft = MessageDraft::request(method.toByteArray(), uri);
    if (!via.isEmpty())
        draft.append(HeaderId::Via, via);
    draft.append(HeaderId::MaxForwards, "70");
    if (routes) {
        for (const QByteArray &route : *routes)
            draft.append(HeaderId::Route, route);
    } else {
        copyRows(draft, invite, HeaderId::Route);
    }
    copyFirst(draft, invite, HeaderId::From);
    copyFirst(draft, toOf.has(HeaderId::To) ? toOf : invite, HeaderId::To);
    copyFirst(draft, invite, HeaderId::CallId);
    draft.append(HeaderId::CSeq, cseqValue(cseq, method));
    return draft;
}

//= R22.1-2 the ACK repeats the credentials of its INVITE
void copyCredentials(MessageDraft &draft, const Message &invite)
{
    copyRows(draft, invite, HeaderId::Authorization);
    copyRows(draft, invite, HeaderId::ProxyAuthorization);
}

/// Where a request inside the dialog of a 2xx goes (RFC 3261 12.1.2 and 12.2.1.1).
struct DialogRoute {
    QByteArray requestUri;
    QList<QByteArray> routes;
};

DialogRoute dialogRoute(const Message &invite, const Message &response)
{
    //= R12.1.2-2
    const QByteArrayView contact = response.contactUri();
    const QByteArray target = contact.isEmpty() ? invite.requestUri().toByteArray() : contact.toByteArray();
    //= R12.1.2-1
    //= R13.2.2.4-2
    QList<QByteArray> routes;
    for (const QByteArray &row : response.values(HeaderId::RecordRoute))
        routes += splitList(row);
    std::reverse(routes.begin(), routes.end());
    //= R12.2.1.1-3
    if (routes.isEmpty())
        return {target, {}};
    //= R12.2.1.1-4 a route that cannot be read is not taken for a strict router
    auto first = parseNameAddr(routes.first());
    if (!first || !first->uri.param("lr").isNull())
        return {target, routes};
    //= R12.2.1.1-5
    first->uri.clearHeaders();
    first->uri.removeParam("method");
    routes.removeFirst();
    routes.append('<' + target + '>');
    return {first->uri.toBytes(), routes};
}

Message inDialog(QByteArrayView method, const Message &invite, const Message &response, const QByteArray &branch, qint64 cseq)
{
    const DialogRoute route = dialogRoute(invite, response);
    MessageDraft draft =
        follower(method, route.requestUri, withBranch(topVia(invite), branch), &route.routes, invite, response, cseq);
    if (method == "ACK")
        copyCredentials(draft, invite); //= R13.2.2.4-4
    return draft.toMessage();
}

/// One change of the wire bytes.
struct Splice {
    qsizetype at, size;
    QByteArray text;
};

bool isCredentialsRow(HeaderId id)
{
    return id == HeaderId::Authorization || id == HeaderId::ProxyAuthorization;
}

/// Takes the old (Proxy-)Authorization rows out and puts the plan's where the first of them stood, else before the rows that
/// describe the body, else last.
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

//= R22.2-2
//= R22.2-3
//= R8.1.3.5-6
Message buildRetry(const Message &previous, const QByteArray &branch, const AuthPlan &plan)
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
        splices.append({from - wire.constData(), to - from, QByteArray::number(previous.cseqNumber() + 1)});
    }
    spliceCredentials(previous, plan, splices);

    // From the back, so that earlier places stay true; at one place the removal of a row comes before the insertion.
    std::stable_sort(splices.begin(), splices.end(), [](const Splice &a, const Splice &b) { return a.at > b.at; });
    QByteArray out = wire;
    for (const Splice &splice : std::as_const(splices))
        out.replace(splice.at, splice.size, splice.text);
    return parseMessage(out, Framing::Composed);
}

//= R9.1-2
//= R9.1-3
//= R9.1-4
//= R9.1-5
//= R9.1-6 nothing but these rows is copied
Message buildCancel(const Message &invite, const QByteArray &reason)
{
    MessageDraft draft = follower("CANCEL", invite.requestUri().toByteArray(), topVia(invite).toByteArray(), nullptr, invite,
                                  invite, invite.cseqNumber());
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
    MessageDraft draft = follower("ACK", invite.requestUri().toByteArray(), topVia(invite).toByteArray(), nullptr, invite,
                                  response, invite.cseqNumber());
    copyCredentials(draft, invite);
    return draft.toMessage();
}

//= R13.2.2.4-3
Message buildAck2xx(const Message &invite, const Message &response, const QByteArray &branch)
{
    return inDialog("ACK", invite, response, branch, invite.cseqNumber());
}

Message buildBye(const Message &invite, const Message &response, const QByteArray &branch, quint32 cseq)
{
    return inDialog("BYE", invite, response, branch, cseq);
}

} // namespace sip
