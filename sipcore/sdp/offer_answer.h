// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sdp/session_description.h"

namespace sip {

/// Which messages may carry an offer or an answer (RFC 3264, RFC 3261 13.2.1, RFC 3262 5, RFC 3311 5).
enum class SdpCarrier : quint8 {
    Invite,
    Provisional,         ///< 1xx that is not reliable: only shows what the 2xx will say
    ReliableProvisional, ///< 1xx with Require: 100rel
    InviteSuccess,       ///< 2xx to INVITE
    Ack,
    Prack,
    PrackSuccess,
    Update,
    UpdateSuccess
};

/// As what a request carries its description; nullopt: it carries none.
std::optional<SdpCarrier> requestCarrier(QByteArrayView method);
/// As what a response to \a method may carry one. \param reliable  101 to 199 sent with 100rel
std::optional<SdpCarrier> responseCarrier(QByteArrayView method, int status, bool reliable);

/// Who offered what in one dialog and what was agreed: a value that knows no message but its body.
class OfferAnswer {
public:
    enum class Party : quint8 { Us, Peer };
    struct Verdict {
        enum class Kind : quint8 {
            Nothing,   ///< no description in it, and none was due
            Offer,     ///< an offer is out now
            Agreed,    ///< it answers: local() and remote() are the session
            Early,     ///< it shows the answer that a 2xx will repeat
            Repeated,  ///< not looked at: the answer is there already (R13.2.1-3)
            Violation, ///< not allowed here; the session stays as it was
        };
        Kind kind = Kind::Nothing;
        QString text; ///< of a violation, in the user's words
        const char *rule = "";
    };

    /// What was agreed before, with nothing out: to ask what may come next.
    static OfferAnswer agreedOn(const QByteArray &offer, const QByteArray &answer, bool offeredByUs);

    /// One message, sent (Us) or received (Peer). \param body  its description; empty: none
    Verdict take(Party from, SdpCarrier carrier, QByteArrayView body);
    /// The INVITE, UPDATE or PRACK that carried the open offer failed: the session stays as it was (R14.1-2).
    void failed();

    bool isOffered() const { return m_open; }
    Party offerer() const { return m_offerer; } ///< of the open offer
    const QByteArray &offer() const { return m_offer; }
    bool isAnswered() const { return m_answered; } ///< in the INVITE transaction that runs
    bool isAgreed() const { return !m_local.isEmpty(); }
    const QByteArray &local() const { return m_local; } ///< agreed; empty: nothing yet
    const QByteArray &remote() const { return m_remote; }

private:
    Verdict agree(Party answerer, QByteArrayView answer);

    bool m_open = false;
    Party m_offerer = Party::Us;
    QByteArray m_offer, m_early, m_local, m_remote;
    bool m_answered = false; ///< the INVITE transaction that runs has had its answer
};

} // namespace sip
