// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "auth/credentials.h"
#include "auth/digest.h"
#include "base/random.h"
#include "message/message.h"
#include "trace/trace_event.h"

namespace sip {

/// What the user decides about authentication.
struct AuthPolicy {
    enum class Choice : quint8 { TopmostSupported, Strongest, Weakest };
    Choice choice = Choice::TopmostSupported; ///< R8760.2.4-1
    bool preferAuthInt = false;               ///< qop auth by default, auth-int when only it is offered (R2617.3.2.2-6)
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
        quint32 nc = 0;           ///< last count used with this nonce
        QByteArray sessionCnonce; ///< first cnonce of a -sess nonce
        int staleInRow = 0;
        bool live = true;          ///< still to be sent with the next attempt (its realm accepted it so far)
        DigestChallenge challenge; ///< kept, so that later attempts of the intent answer it again
        QByteArray qop;
    };
    QList<Answer> answers; ///< one per header kind and realm
    int attempts = 0;      ///< authenticated attempts so far
};

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
AuthPlan planAuthentication(const Message &response, const Message &request, const QList<Credential> &credentials,
                            const AuthPolicy &policy, const AuthHistory &history, Random &random);

/// Credentials sent ahead, without being asked again: for every realm that accepted an answer before, its nonce with the next
/// count (R22.3-2, R2617.3.2.2-1). \return a plan without rows: nothing was accepted yet, or the method takes none (R22-1)
AuthPlan planAhead(const Message &request, const QList<Credential> &credentials, const AuthPolicy &policy,
                   const AuthHistory &history, Random &random);

/// The history after a 2xx: its nextnonce is the nonce of the next answer, counted from 1 again (R2617.3.2.3-1).
AuthHistory withNextNonce(AuthHistory history, const Message &response);

} // namespace sip
