// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/endpoint.h"
#include "base/instant.h"
#include "message/message.h"
#include "trace/dialog_facts.h"
#include "trace/dns_facts.h"
#include "trace/tls_facts.h"
#include "trace/ws_facts.h"

#include <QList>
#include <QMetaType>

#include <memory>
#include <variant>

namespace sip {

// The kinds of thing that can happen. Small values with the data as it was; no pointer to anything that will be gone.
// Passwords, HA1, keys and secret variables never enter an event; digest headers do (the inspector lives on them).

/// A press of Send was taken in.
struct IntentStarted {
    QString name; ///< the request file's name; may be empty
    QByteArray method;
    QByteArray target; ///< as the user wrote it
};

/// One request as sent got its own transaction and target.
struct AttemptStarted {
    QByteArray why; ///< "initial", "challenge", "stale", "redirect", "ack", "cancel", "bye", ... (decisions.md 17)
    QByteArray method;
    QByteArray requestUri;
    TransportAddress target;
    QByteArray branch, callId;
    quint32 cseq = 0;
};

/// One datagram or frame handed to the network.
struct MessageSent {
    Message message;
    Path path;
    quint16 send = 1;    ///< 1 for the first copy, 2, 3, ... for resends of the same bytes
    quint16 planned = 1; ///< copies that will go out if nothing answers: 7, 11, 1
    int mtu = 0;         ///< UDP: of the path, as far as it was known then; 0: it was not looked at
};

/// One datagram or frame received. Every one ends as exactly one of these.
struct MessageReceived {
    enum class Fate : quint8 {
        Delivered, ///< went to its transaction and on to the user agent
        Copy,      ///< a repetition its transaction absorbed (R17.1.2.2-8) or answered with an ACK (R17.1.1.2-13)
        Late,      ///< matched a transaction that had ended already
        Stray,     ///< matches no transaction of ours (R6026.8.9-1)
        Dropped,   ///< not usable: see reason
    };
    Message message;
    Path path;
    Fate fate = Fate::Delivered;
    const char *rule = ""; ///< the rule that decided, or that was broken and tolerated
    QString reason;        ///< a sentence; empty when there is nothing to say
};

/// Keep-alive of a flow (RFC 5626 3.5): CRLF, and STUN on a socket of SIP. Every one that is received ends as exactly one of
/// these. Ping and Pong of a WebSocket are WsControl; that the Pong did not come is told here.
struct KeepAlive {
    enum class Kind : quint8 { Crlf, Ws, Stun };
    Path path;
    bool received = true;
    bool ping = true; ///< asks; else it answers
    Kind kind = Kind::Crlf;
    bool lost = false; ///< our flow failed: no answer came, or one that says that the way is another now
    MessageReceived::Fate fate = MessageReceived::Fate::Delivered;
    quint16 send = 1;     ///< a ping of ours: 1, and 2, 3, ... for the same one again
    Instant roundTrip{};  ///< an answer to us; 0: not known
    Endpoint mapped = {}; ///< STUN answers: where the one who asked is seen
    QString text = {};    ///< a sentence; empty when there is nothing to say
};

struct ConnectionEvent {
    enum class What : quint8 { Opening, Open, Reused, Failed, Reset, ClosedByPeer, ClosedByUs, Accepted, Listening };
    What what = What::Opening;
    Path path;
    QString text; ///< reason in words for Failed and Reset; may be empty
};

/// An ICMP message about something we sent, from the error queue.
struct IcmpReceived {
    Path path;
    TransportError error;
};

/// A timer of a transaction or user agent. Names as in RFC 3261 Table 4; '9' is the 64*T1 limit after a CANCEL (9.1), 'R' the
/// ring limit, 'S' the refresh of a session and 'X' its end (RFC 4028), 'Q' the wait after a 491 (14.1), 'P' the
/// refresh of what expires: registration, subscription, publication.
struct TimerEvent {
    enum class What : quint8 { Started, Stopped, Fired };
    What what = What::Started;
    char name = 'A';
    Instant due{};      ///< Started: when it will fire
    Instant interval{}; ///< Started: its length
};

/// A state machine moved. Names as in RFC 3261; for cancel: "none", "requested", "sent", "answered".
struct StateChanged {
    enum class Machine : quint8 { InviteClient, NonInviteClient, InviteServer, NonInviteServer, Cancel, Subscription };
    Machine machine = Machine::NonInviteClient;
    const char *from = "", *to = "";
    const char *rule = "";
    bool isOfTransaction() const { return machine != Machine::Cancel && machine != Machine::Subscription; }
};

/// A dialog began, moved on, got another target, or ended.
struct DialogChanged {
    DialogFacts dialog;    ///< after the change
    const char *from = ""; ///< its state before; "": it is new; the same as now: something else changed
    const char *rule = "";
};

/// Offer and answer of one dialog were exchanged (RFC 3264), or should have been.
struct SessionAgreed {
    QByteArray remoteTag; ///< of the dialog
    QByteArray offer, answer;
    bool offeredByUs = true;
    QString problem; ///< a sentence; empty: as the RFCs say
    const char *rule = "";
};

/// What was decided about one challenge of one response.
struct AuthDecision {
    bool proxy = false; ///< Proxy-Authenticate or WWW-Authenticate
    QByteArray scheme, realm, algorithm, qop, nonce;
    bool stale = false;
    bool answered = false;
    bool credentialMissing = false; ///< there is none that fits: somebody may be asked for one (R22.1-5)
    QByteArray username;            ///< of the credential used; empty: none
    QString why; ///< sentence: "answered with SHA-256, topmost supported (R8760.2.4-1)", "no credential for realm b", ...
    const char *rule = "";
    QByteArray authzServer = {}, scope = {}, error = {}; ///< Bearer only (RFC 8898 2.1.1)
};

/// How one answer was worked out. Holds no secret: A1 and HA1 are made again from the password by whoever has it.
struct DigestWorking {
    QByteArray header; ///< "Authorization" or "Proxy-Authorization"
    QByteArray algorithm, username, realm, nonce, uri, method, qop, nc, cnonce, opaque;
    QByteArray bodyHash; ///< auth-int only
    QByteArray a2, ha2, response;
    bool userhash = false, session = false;
    QByteArray sessionNonce = {}, sessionCnonce = {}; ///< -sess: those of the first exchange
    QByteArray auts = {};                             ///< AKA: asks the server to take up our SQN
    QString aka = {};                                 ///< AKA: what was checked, a sentence; empty: another algorithm
};

/// Challenges were weighed: the auth row of the ladder.
struct AuthPlanned {
    QList<AuthDecision> decisions;
    QList<DigestWorking> workings;
    bool willRetry = false;
    QString summary;         ///< one line
    bool preemptive = false; ///< nobody had asked: credentials for what the server accepted before (R22.2-4)
};

/// A DNS server is asked.
struct DnsAsked {
    DnsQuestion question;
    Endpoint server; ///< the zero address: those of the system
};

/// What became of it.
struct DnsAnswered {
    DnsAnswer answer;
};

/// Where a request can go was worked out from the answers (RFC 3263).
struct RoadPlanned {
    QByteArray domain; ///< what was looked up
    QList<DnsDecision> decisions;
    QList<DnsTarget> targets; ///< best first
    QString problem;          ///< why there is none; empty: there is one
    Instant took{};           ///< since the first question
};

/// A status our own stack made (R8.1.3.1-1, R8.1.3.1-2). Never looks like a received one (R8.1.3.1-3).
struct LocalStatus {
    int status = 408;
    QByteArray reason;
    LocalCause cause = LocalCause::None;
    QString text;         ///< "11 copies sent to 192.0.2.1:5060, nothing received"
    TransportError error; ///< for transport causes
};

/// Anything worth a line that has no kind of its own.
struct Note {
    enum class Level : quint8 { Info, Warning };
    Level level = Level::Info;
    QString text;
    const char *rule = "";
};

/// The intent is over; nothing more will be sent for it.
struct IntentFinished {
    int status = 0; ///< final status; 0: none (disposed)
    QByteArray reason;
    LocalCause cause = LocalCause::None; ///< None: from the wire
};

/// A large kind, kept beside the event.
template<class T> class Beside {
public:
    Beside(T value) : m_value(std::make_shared<const T>(std::move(value))) {}
    const T &operator*() const { return *m_value; }

private:
    std::shared_ptr<const T> m_value;
};

/// One thing that happened, as the engine saw it. Built once by TraceRecorder, then const for ever.
struct TraceEvent {
    /// Most events are timers, states and messages: an event is as large as these, not as the largest kind there is.
    template<class T> using Held = std::conditional_t<(sizeof(T) > sizeof(MessageReceived)), Beside<T>, T>;
    template<class... Kinds> using AnyOf = std::variant<Held<Kinds>...>;
    using What = AnyOf<IntentStarted, AttemptStarted, MessageSent, MessageReceived, KeepAlive, ConnectionEvent, TlsVerdict,
                       WsHandshake, WsControl, IcmpReceived, TimerEvent, StateChanged, DialogChanged, SessionAgreed, AuthPlanned,
                       DnsAsked, DnsAnswered, RoadPlanned, LocalStatus, Note, IntentFinished>;
    quint64 seq = 0;   ///< 1, 2, 3, ... per recorder: the only order views may rely on
    Instant at{};      ///< monotonic: delays and plots
    qint64 wallUs = 0; ///< microseconds since 1970 UTC: display and export, never arithmetic
    TraceContext context;
    What what;

    template<class T> const T *as() const ///< nullptr: it is of another kind
    {
        const auto *const held = std::get_if<Held<T>>(&what);
        if constexpr (std::is_same_v<Held<T>, T>)
            return held;
        else
            return held ? &**held : nullptr;
    }
    /// Calls \a visitor with the kind that it is.
    template<class Visitor> decltype(auto) visit(Visitor &&visitor) const
    {
        return std::visit([&visitor](const auto &held) -> decltype(auto) { return visitor(kindOf(held)); }, what);
    }

private:
    template<class T> static const T &kindOf(const T &held) { return held; }
    template<class T> static const T &kindOf(const Beside<T> &held) { return *held; }
};
using TraceEventPtr = std::shared_ptr<const TraceEvent>; ///< crosses threads for the price of one atomic
using TraceBatch = QList<TraceEventPtr>;

} // namespace sip
Q_DECLARE_METATYPE(sip::TraceEventPtr)
Q_DECLARE_METATYPE(sip::TraceBatch)
