// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "auth/credentials.h"
#include "auth/digest.h"
#include "base/endpoint.h"
#include "base/random.h"
#include "message/message.h"
#include "trace/trace_event.h"

namespace sip {

/// What the user decides about authentication.
struct AuthPolicy {
    enum class Choice : quint8 { TopmostSupported, Strongest, Weakest };
    enum class Scheme : quint8 { AsOffered, Digest, Bearer };
    Choice choice = Choice::TopmostSupported; ///< R8760.2.4-1
    Scheme scheme = Scheme::AsOffered;        ///< which of Digest and Bearer, when a realm offers both (R8898.2.1.1-2)
    bool preferAuthInt = false;               ///< qop auth by default, auth-int when only it is offered (R2617.3.2.2-6)
    bool preemptive = true;                   ///< what a server accepted goes unasked into the next request to it (R22.2-4)
    int maxStale = 3;                         ///< stale answers in a row per realm before giving up (R2617.3.2.1-4)
    int maxAnswers = 5;                       ///< authenticated attempts of one intent in all
    /// Text to use as digest uri instead of the Request-URI; empty: the Request-URI as sent (R22.4-1).
    QByteArray uriOverride;
};

/// What was answered before within one intent: nonces with their counts, what was rejected. A value; grows by plan().
struct AuthHistory {
    struct Answer {
        bool proxy = false;
        QByteArray realm, nonce, username;
        DigestAlgorithm algorithm;
        quint32 nc = 0;                         ///< last count used with this nonce
        QByteArray sessionNonce, sessionCnonce; ///< -sess: of the first exchange (R2617.3.2.2-4)
        int staleInRow = 0;
        bool live = true;          ///< still to be sent with the next attempt (its realm accepted it so far)
        DigestChallenge challenge; ///< kept, so that later attempts of the intent answer it again
        QByteArray qop;
        bool unasked = false;        ///< last sent without being asked for
        bool resynchronised = false; ///< AKA: last sent with auts
        bool bearer = false;         ///< a token, no digest: only proxy, realm, live and unasked count
    };
    /// The highest sequence number an AKA credential has seen (R3310-1).
    struct Sequence {
        QByteArray username, sqn; ///< sqn: 6 octets
        friend bool operator==(const Sequence &, const Sequence &) = default;
    };
    QList<Answer> answers; ///< one per header kind and realm
    int attempts = 0;      ///< authenticated attempts so far
    QList<Sequence> sequences;
    QList<QByteArray> refusedTokens; ///< tokenMark() of tokens a server turned down (R8898.2-2)
};
/// A name for a token that does not tell it.
QByteArray tokenMark(const QByteArray &token);

/// The plan for one 401 or 407: what is answered per realm, or why not. Pure value.
struct AuthPlan {
    bool retry = false; ///< a new attempt with rows is worth sending
    bool stale = false; ///< the retry is owed to stale=true: attempt why = "stale"
    struct Row {
        HeaderId header = HeaderId::Authorization;
        QByteArray value;
    };
    QList<Row> rows;     ///< all (Proxy-)Authorization rows the retry carries, one per realm and kind
    AuthPlanned report;  ///< for the trace; holds no secret
    AuthHistory history; ///< to hand in next time
};

/// Weighs every challenge of both header kinds of \a response (R22.3-4, R22.3-6, A24) against credentials, policy and history.
/// Pure but for the cnonce drawn from \a random. Never for ACK or CANCEL (R22-1): the caller does not ask then.
/// Loop guard per header kind, realm and nonce (R22.1-6, R22.1-7); a credential is used for its realm only (R22-2);
/// digest uri is \a request's Request-URI text (R22.4-1); body is its octets; nc counts per nonce (R2617.3.2.2-1).
/// \param protocol  what the retry travels over: a token leaves over TLS and WSS only (R8898.2-2)
AuthPlan planAuthentication(const Message &response, const Message &request, const QList<Credential> &credentials,
                            const AuthPolicy &policy, const AuthHistory &history, Random &random,
                            Protocol protocol = Protocol::Udp);

/// The rows \a request is sent with before anybody asked: one for every live answer of \a history (R22.2-4). No rows for ACK and
/// CANCEL, for a request that has credentials already, and when the policy says so. retry is never set.
AuthPlan planPreemptive(const Message &request, const QList<Credential> &credentials, const AuthPolicy &policy,
                        const AuthHistory &history, Random &random, Protocol protocol);

} // namespace sip
