// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/expected.h"
#include "base/instant.h"
#include "practice/server_digest.h"

namespace diag {

/// One behaviour of the practice server with its arguments, read from text such as "auth:SHA-256,auth".
struct Behaviour {
    enum class Kind : quint8 {
        Ok,
        Auth,
        Auth403,
        AuthStrictUri,
        Acl403,
        Silent,
        Refuse,
        Busy,
        Ring,
        Slow,
        BigDrop,
        Limit,
        Hops,
        Loss,
        PrivateContact,
        Nat,
        Redirect,
        Stale,
        Proxy407,
        Code,
        Call,
        Fork,
        Prack,
        EarlyMedia,
        Late200,
        ReinviteUs,
        SessionTimer,
        NextNonce,
        TwoRealms,
        Aka,
        NoPong,
        FlowTimer
    };
    Kind kind = Kind::Ok;
    int number = 0; ///< ring, slow: ms; big-drop, limit: octets; hops: proxies; loss: copies; code: the status; aka: its version;
                    ///< call, session-timer, flow-timer: s; fork: how many
    bool peerRefreshes = true; ///< session-timer: the caller refreshes
    DigestOffer digest;        ///< the kinds that challenge
    QByteArray realm;          ///< empty: the realm of the accounts
    QByteArray text;           ///< as given

    bool challenges() const;
    bool asksAsServer() const; ///< with 401 and WWW-Authenticate
    bool asksAsProxy() const;  ///< with Proxy-Authenticate
};

/// \return Code::Syntax for an unknown name (the known ones are named) or an argument that does not fit
sip::Expected<Behaviour> parseBehaviour(const QByteArray &text);

} // namespace diag
