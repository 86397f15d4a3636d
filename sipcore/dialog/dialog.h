// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "message/message.h"

#include <optional>

namespace sip {

class MessageDraft;

/// One dialog that an INVITE of ours made (RFC 3261 12): a value that knows no loop and no transport. It owns the CSeq of every
/// request we send in it.
class Dialog {
public:
    enum class State : quint8 { Early, Confirmed, Terminated };

    /// \param response  to \a invite. \return nullopt: it makes no dialog, because it is a 100, a final other than 2xx, or a 1xx
    /// without To tag (R12.1-1). A 2xx without To tag makes one with an empty tag (R12.1.2-4); an answer without Contact makes
    /// one that goes where the INVITE went (R13.2.2-1).
    static std::optional<Dialog> madeBy(const Message &invite, const Message &response);

    State state() const { return m_state; }
    const QByteArray &callId() const { return m_callId; }
    const QByteArray &localTag() const { return m_localTag; }
    const QByteArray &remoteTag() const { return m_remoteTag; } ///< empty: the peer gave none
    const QList<QByteArray> &routeSet() const { return m_routeSet; }
    const QByteArray &remoteTarget() const { return m_remoteTarget; }
    quint32 localSequence() const { return m_localSequence; }  ///< of the last request sent
    qint64 remoteSequence() const { return m_remoteSequence; } ///< of the last request accepted; -1: none yet (R12.1.2-3)

    /// A further 1xx or 2xx to the INVITE with this dialog's tag. A terminated dialog stays what it is.
    void answered(const Message &response);
    /// A request of the peer in this dialog, not ACK or CANCEL. \return false: its CSeq is below the last one (12.2.2: equal is
    /// not), or unreadable; to be answered 500 (R12.2-1)
    bool accept(const Message &request);
    void terminate() { m_state = State::Terminated; }

    quint32 takeSequence() { return ++m_localSequence; } ///< for a request that is not built here: an authenticated retry
    /// The next request: no Contact, no body, its CSeq taken. Not for ACK and CANCEL.
    Message next(QByteArrayView method, const QByteArray &branch);
    /// ACK for the 2xx to \a invite, with its CSeq number and credentials (13.2.2.4).
    Message ack(const Message &invite, const QByteArray &branch) const;

private:
    MessageDraft draft(QByteArrayView method, const QByteArray &branch, qint64 sequence) const;
    void takeTarget(const Message &response);
    void takeRouteSet(const Message &response);

    State m_state = State::Early;
    QByteArray m_callId, m_localTag, m_remoteTag;
    QByteArray m_from, m_to; ///< values of the rows of our requests
    QByteArray m_via;        ///< of the INVITE; its branch is replaced
    QList<QByteArray> m_routeSet;
    QByteArray m_remoteTarget;
    quint32 m_localSequence = 0;
    qint64 m_remoteSequence = -1;
};

} // namespace sip
