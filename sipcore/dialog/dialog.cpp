// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialog/dialog.h"

#include "message/headers.h"
#include "message/message_draft.h"
#include "request/via_branch.h"

#include <algorithm>

namespace sip {

//= R12.1-1
std::optional<Dialog> Dialog::madeBy(const Message &invite, const Message &response)
{
    const bool early = response.status() > 100 && response.status() < 200 && !response.toTag().isEmpty();
    const bool confirmed = response.status() / 100 == 2;
    if (!early && !confirmed)
        return std::nullopt;
    Dialog dialog;
    dialog.m_state = confirmed ? State::Confirmed : State::Early;
    //= R12.1.2-3
    dialog.m_callId = invite.callId().toByteArray();
    dialog.m_localTag = invite.fromTag().toByteArray();
    dialog.m_localSequence = quint32(std::max<qint64>(invite.cseqNumber(), 0));
    //= R12.1.2-4
    dialog.m_remoteTag = response.toTag().toByteArray();
    //= R12.2.1.1-1
    dialog.m_from = invite.value(HeaderId::From);
    dialog.m_to = (response.has(HeaderId::To) ? response : invite).value(HeaderId::To);
    dialog.m_via = topVia(invite).toByteArray();
    //= R13.2.2-1
    dialog.m_remoteTarget = invite.requestUri().toByteArray();
    dialog.takeTarget(response);
    dialog.takeRouteSet(response);
    return dialog;
}

void Dialog::answered(const Message &response)
{
    if (m_state != State::Early || response.status() <= 100 || response.status() >= 300)
        return;
    // The 2xx ends the refresh that the INVITE is: peers give the place to talk to in it, whatever their 180 said.
    takeTarget(response);
    if (response.status() < 200)
        return;
    //= R13.2.2.4-2 only the 2xx's route set counts
    takeRouteSet(response);
    m_state = State::Confirmed;
}

//= R12.1.2-2
void Dialog::takeTarget(const Message &response)
{
    if (const QByteArrayView contact = response.contactUri(); !contact.isEmpty())
        m_remoteTarget = contact.toByteArray();
}

//= R12.1.2-1
void Dialog::takeRouteSet(const Message &response)
{
    m_routeSet.clear();
    for (const QByteArray &row : response.values(HeaderId::RecordRoute))
        m_routeSet += splitList(row);
    std::reverse(m_routeSet.begin(), m_routeSet.end());
}

//= R12.2-1
bool Dialog::accept(const Message &request)
{
    if (request.cseqNumber() < std::max<qint64>(m_remoteSequence, 0))
        return false;
    m_remoteSequence = request.cseqNumber();
    return true;
}

//= R12.2.1.1-2
Message Dialog::next(QByteArrayView method, const QByteArray &branch)
{
    return draft(method, branch, takeSequence()).toMessage();
}

//= R13.2.2.4-3
Message Dialog::ack(const Message &invite, const QByteArray &branch) const
{
    MessageDraft ack = draft("ACK", branch, std::max<qint64>(invite.cseqNumber(), 0));
    //= R22.1-2
    //= R13.2.2.4-4
    ack.appendRows(invite, HeaderId::Authorization);
    ack.appendRows(invite, HeaderId::ProxyAuthorization);
    return ack.toMessage();
}

MessageDraft Dialog::draft(QByteArrayView method, const QByteArray &branch, qint64 sequence) const
{
    QByteArray requestUri = m_remoteTarget;
    //= R12.2.1.1-3
    //= R12.2.1.1-4 a route that cannot be read is not taken for a strict router
    QList<QByteArray> routes = m_routeSet;
    if (!routes.isEmpty()) {
        auto first = parseNameAddr(routes.first());
        if (first && first->uri.param("lr").isNull()) {
            //= R12.2.1.1-5
            first->uri.clearHeaders();
            first->uri.removeParam("method");
            requestUri = first->uri.toBytes();
            routes.removeFirst();
            routes.append('<' + m_remoteTarget + '>');
        }
    }
    MessageDraft draft = MessageDraft::request(method.toByteArray(), requestUri);
    if (!m_via.isEmpty())
        draft.append(HeaderId::Via, withBranch(m_via, branch));
    draft.append(HeaderId::MaxForwards, "70");
    for (const QByteArray &route : std::as_const(routes))
        draft.append(HeaderId::Route, route);
    draft.append(HeaderId::From, m_from);
    draft.append(HeaderId::To, m_to);
    draft.append(HeaderId::CallId, m_callId);
    draft.append(HeaderId::CSeq, QByteArray::number(sequence) + ' ' + method.toByteArray());
    return draft;
}

} // namespace sip
