// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "auth/auth_planner.h"

namespace sip {

/// What servers accepted, across the intents of one engine: by realm, header kind, To and next hop (R22.2-4). All addresses that
/// a name was looked up to are one next hop: the domain the challenge was for (RFC 3261 22.3); an address that was given as such
/// stands for itself. Holds secrets; bounded, the oldest goes first.
class ProtectionSpace {
public:
    static constexpr qsizetype MaxEntries = 256; ///< of each kind of thing remembered

    /// The plan for the first request of an intent: planPreemptive() over what was accepted for its To over \a target with one of
    /// \a credentials. The counts it uses are taken (R2617.3.2.2-1). history is to be gone on with, rows or not.
    AuthPlan begin(const Message &request, const TransportAddress &target, const QList<Credential> &credentials,
                   const AuthPolicy &policy, Random &random);
    /// Brings counts of the same nonce, sequence numbers and refused tokens of both up to the higher: before and after planning.
    void align(AuthHistory &history);
    /// A final response from the wire to \a request: what it accepts is remembered, what it turns down is forgotten, nextnonce is
    /// taken up in \a history too (R2617.3.2.3-1). A response below 200 changes nothing.
    void learn(const Message &request, const Message &response, const TransportAddress &target,
               const QList<Credential> &credentials, AuthHistory &history);
    qsizetype size() const { return m_entries.size(); }

private:
    struct Entry {
        QByteArray to;           ///< addr-spec as written
        TransportAddress target; ///< that accepted it last
        Credential credential;   ///< the answer is made with this one only
        AuthHistory::Answer answer;
    };
    Entry *find(const QByteArray &to, const TransportAddress &target, bool proxy, const QByteArray &realm);
    void forget(const QByteArray &to, const TransportAddress &target, bool proxy, const QByteArray &realm);

    QList<Entry> m_entries; ///< oldest first
    QList<AuthHistory::Sequence> m_sequences;
    QList<QByteArray> m_refusedTokens;
};

} // namespace sip
