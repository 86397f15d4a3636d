// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "message/message.h"

namespace sip {

/// What a message is matched by (RFC 3261 17.1.3, 17.2.3): views into a message, so that neither storing nor looking up
/// allocates. The message must outlive the key.
struct TransactionKey {
    QByteArrayView branch; ///< compared ignoring case: a token (R17.1.3-1); the Call-ID when the top Via has no branch
    QByteArrayView sentBy; ///< server side only: two clients may draw the same branch
    QByteArrayView method; ///< INVITE for its ACK; case counts

    //= R17.1.3-1
    friend bool operator==(const TransactionKey &a, const TransactionKey &b)
    {
        return a.branch.size() == b.branch.size() && a.method == b.method &&
               qstrnicmp(a.branch.data(), a.branch.size(), b.branch.data(), b.branch.size()) == 0 &&
               qstrnicmp(a.sentBy.data(), a.sentBy.size(), b.sentBy.data(), b.sentBy.size()) == 0;
    }
};

/// Not noexcept: so that libstdc++ keeps the hash beside each key and need not work it out again for its neighbours in a bucket.
struct TransactionKeyHash {
    size_t operator()(const TransactionKey &key) const
    {
        size_t hash = 0xcbf29ce484222325U;
        for (const char c : key.branch)
            hash = (hash ^ size_t(c >= 'A' && c <= 'Z' ? c | 0x20 : c)) * 0x100000001b3U;
        for (const char c : key.method)
            hash = (hash ^ size_t(quint8(c))) * 0x100000001b3U;
        return hash;
    }
};

/// The client transaction a response, or a request of ours that came back in an ICMP message, belongs to.
inline TransactionKey clientKey(const Message &message)
{
    const QByteArrayView branch = message.branch();
    QByteArrayView method = message.cseqMethod();
    if (message.isRequest())
        method = message.method() == "ACK" ? QByteArrayView("INVITE") : message.method();
    return {branch.isEmpty() ? message.callId() : branch, {}, method};
}

/// The server transaction a request, its ACK, or a response of ours belongs to.
inline TransactionKey serverKey(const Message &message)
{
    TransactionKey key = clientKey(message);
    key.sentBy = message.sentBy();
    return key;
}

} // namespace sip
