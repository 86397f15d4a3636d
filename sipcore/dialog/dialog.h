// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "message/message.h"
#include "request/composed_request.h"
#include "trace/dialog_facts.h"

#include <optional>

namespace sip {

/// One dialog (RFC 3261 12), made by a request of ours or of the peer: a value that knows no loop and no transport. It owns the
/// CSeq of every request we send in it.
class Dialog {
public:
    using State = DialogFacts::State;

    /// \param response  to \a request. \return nullopt: it makes no dialog, because it is a 100, a final other than 2xx, or a 1xx
    /// without To tag (R12.1-1). A 2xx without To tag makes one with an empty tag (R12.1.2-4); an answer without Contact makes
    /// one that goes where the request went (R13.2.2-1).
    static std::optional<Dialog> madeBy(const Message &request, const Message &response);
    /// \param notify  the NOTIFY that answers the SUBSCRIBE or REFER \a request before, or without, a 2xx (R6665.4.4.1-1)
    static Dialog madeByNotify(const Message &request, const Message &notify);

    /// The other side (12.1.1): \param request  of the peer \param response  ours, with a tag in To
    static Dialog acceptedBy(const Message &request, const Message &response);

    const DialogFacts &facts() const { return m_facts; }
    State state() const { return m_facts.state; }
    const QByteArray &callId() const { return m_facts.callId; }
    const QByteArray &localTag() const { return m_facts.localTag; }
    const QByteArray &remoteTag() const { return m_facts.remoteTag; }

    /// A further 1xx or 2xx to the request that made this dialog. A terminated dialog stays what it is.
    void answered(const Message &response);
    /// A target refresh of ours that the peer answered with 2xx: its Contact is where we are from now on (12.2).
    void refreshedByUs(const Message &request);
    /// A 2xx to a target refresh request of ours in this dialog: re-INVITE, UPDATE, SUBSCRIBE, NOTIFY, REFER. Its Contact is the
    /// new target. \return false: nothing changed
    bool refreshedBy(const Message &response);
    /// A request of the peer in this dialog, not ACK or CANCEL. \return false: its CSeq is below the last one (12.2.2: equal is
    /// not), or unreadable; to be answered 500 (R12.2-1)
    bool accept(const Message &request);
    /// A target refresh of the peer that we answered with 2xx. \return false: nothing changed
    bool refreshedByPeer(const Message &request);
    void confirm() { m_facts.state = State::Confirmed; } ///< our 2xx went out (12.1.1)
    void terminate() { m_facts.state = State::Terminated; }

    quint32 takeSequence() { return ++m_facts.localSequence; } ///< for a request that is not built here: an authenticated retry
    /// The next request, its CSeq taken. Not for ACK and CANCEL.
    ComposedRequest next(const NextRequest &request);
    /// ACK for the 2xx to \a invite, with its CSeq number and credentials (13.2.2.4). \param body  an answer to the offer of the
    /// 2xx (R13.2.1-4); empty: none
    Message ack(const Message &invite, const QByteArray &branch, const QByteArray &body = {}) const;

private:
    bool takeTarget(const Message &message);
    void takeRouteSet(const Message &message);
    void takeAllow(const Message &message);

    DialogFacts m_facts;
};

/// The first of the route set is a strict router: what is sent in the dialog has it in its Request-URI, and goes there
/// (12.2.1.1).
bool isRoutedStrictly(const DialogFacts &facts);

/// The request as \a facts make it: Request-URI, Route, From, To, Call-ID and CSeq of the dialog, Contact where the method
/// refreshes the target (R12.2.1.1-6), and the rows and body of \a request. A row of a kind the user gave replaces the dialog's.
ComposedRequest composeInDialog(const DialogFacts &facts, const NextRequest &request, quint32 sequence);

} // namespace sip
