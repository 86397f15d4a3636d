// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "auth/auth_planner.h"
#include "auth/credentials.h"
#include "base/keep_alive.h"
#include "base/tls_settings.h"
#include "base/ws_settings.h"
#include "dns/target_words.h"
#include "message/message_draft.h"
#include "timing/timer_values.h"

#include <QMetaType>

namespace sip {

/// One header row of the composer.
struct ComposedRow {
    QByteArray name, value;
    bool muted = false; ///< kept in the request file, not sent
    friend bool operator==(const ComposedRow &, const ComposedRow &) = default;
};

/// One request to be sent in a dialog that is there: its tags, Route, CSeq and target come from the dialog.
struct NextRequest {
    QByteArray method;
    QList<ComposedRow> rows; ///< beside those of the dialog; a row of the same kind replaces the dialog's
    QByteArray body;
    /// INVITE and UPDATE: where the offer comes from. The others change the session description we have by its direction.
    enum class Offer : quint8 { AsGiven, Same, Hold, Resume };
    Offer offer = Offer::AsGiven;
    Instant after{}; ///< in ComposedRequest::then: how long after the answer to the one before
    friend bool operator==(const NextRequest &, const NextRequest &) = default;
};

/// What one kind of request that comes in is answered, by itself.
struct CannedAnswer {
    struct Step {
        Instant after{};       ///< the request, or the step before
        int status = 200;      ///< 0: nothing is sent, ever
        bool reliable = false; ///< as ComposedAnswer::reliable
        friend bool operator==(const Step &, const Step &) = default;
    };
    QByteArray method; ///< "*": every method that has no other
    QList<Step> steps; ///< in order; empty: the user answers by hand
    friend bool operator==(const CannedAnswer &, const CannedAnswer &) = default;

    /// The one for this method; nullptr: none of \a all is.
    static const CannedAnswer *find(const QList<CannedAnswer> &all, QByteArrayView method);
};

/// One answer to a request that came in, as the user composed it.
struct ComposedAnswer {
    int status = 200;
    QByteArray reason;       ///< empty: the phrase the RFCs give
    QList<ComposedRow> rows; ///< beside those that the status and the dialog ask for
    QByteArray body;
    /// 101 to 199 to an INVITE: sent again until its PRACK comes (RFC 3262 3), when the peer supports that. A peer that requires
    /// it gets it always.
    bool reliable = false;
};

/// One request as the user composed it, variables already resolved: what Send submits. A value; crosses threads.
/// Rows the user leaves out are filled in by buildRequest(): Via, Max-Forwards, From tag, To, Call-ID, CSeq, Contact where
/// needed, Allow, Supported, User-Agent, Accept for OPTIONS, Content-Type, Content-Length.
struct ComposedRequest {
    QString name;      ///< shown in lists; may be empty
    QByteArray method; ///< any token (R7.1-2)
    /// Where to send: a SIP URI ("sip:example.com;transport=tcp") or a next hop ("udp:192.0.2.1:5060"); empty: the Request-URI.
    QByteArray target;
    QByteArray requestUri;   ///< empty: from target, or from To for a next hop
    QList<ComposedRow> rows; ///< in the order they are to be written
    QByteArray body;

    bool raw = false; ///< send rawBytes exactly as typed: nothing filled in, nothing changed, no Via rewritten
    QByteArray rawBytes;

    QList<Credential> credentials;
    AuthPolicy authPolicy;
    TimerValues timers;
    QByteArray transport; ///< "udp", "tcp", ... overrides the target's; empty: as the target says, else udp
    RoadSettings road;    ///< how the names of servers are looked up, and which of those found are used
    TlsSettings tls;
    WsSettings ws;
    KeepAliveSetting keepAlive;   ///< of the flow the request takes, while what it made lasts
    bool forceUdp = false;        ///< stay on UDP over 1300 octets (R18.1.1-3)
    bool compactHeaders = false;  ///< write compact forms where they exist (R7.3.3-2)
    int maxRetries = 5;           ///< automatic new attempts per intent (R8.1.3.5-7)
    bool followRedirects = false; ///< 3xx: try its Contacts one after the other (R8.1.3.4-6); else they are only shown
    Instant ringLimit = 180s;     ///< INVITE without final answer: CANCEL after this (R13.2.2-3); 0: never
    /// 2xx to INVITE: BYE after this; 0: at once; Never: when the user says so. Of a REGISTER: for the calls that come in while
    /// it is kept.
    Instant hangUpAfter = 2s;
    /// REGISTER and PUBLISH: what the 2xx granted is refreshed for so long and then removed; 0: it is left as it is; Never: until
    /// it is cancelled.
    Instant keepFor = 0s;
    bool removeOnExit = true;    ///< the program ends while it is kept: removed first; else left there until it runs out
    QList<NextRequest> then;     ///< sent one after the other in the dialog this request makes; the BYE comes after the last
    QList<CannedAnswer> answers; ///< to requests of the peer in the dialog; what no rule is for is answered as the RFCs say
    static constexpr Instant Never = Instant::max();
    bool forceCancel = false; ///< allow CANCEL for a non-INVITE (R9.1-1)
};

} // namespace sip
Q_DECLARE_METATYPE(sip::NextRequest)
Q_DECLARE_METATYPE(sip::ComposedAnswer)
Q_DECLARE_METATYPE(sip::ComposedRequest)
