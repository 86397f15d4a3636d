// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace sip {

/// One dialog as it stands (RFC 3261 12): what is needed to show it and to compose the next request in it.
struct DialogFacts {
    enum class State : quint8 { Early, Confirmed, Terminated };
    State state = State::Early;
    QByteArray callId, localTag;
    QByteArray remoteTag; ///< empty: the peer gave none (R12.1.2-4)
    QByteArray from, to;  ///< values of these rows in our requests
    QByteArray contact;   ///< ours, as a value of Contact; empty: the request that made the dialog had none
    QList<QByteArray> routeSet;
    QByteArray remoteTarget;
    QString targetSource;       ///< in words: "Contact of the 200 to INVITE"
    QByteArray peerAllow;       ///< the peer's last Allow; empty: it sent none
    bool secure = false;        ///< it was made by a sips URI: everything in it goes over TLS (R12.1.2-5)
    quint32 localSequence = 0;  ///< of the last request we sent
    qint64 remoteSequence = -1; ///< of the last request accepted; -1: none yet (R12.1.2-3)

    bool sameDialog(const DialogFacts &other) const
    {
        return callId == other.callId && localTag == other.localTag && remoteTag == other.remoteTag;
    }
};

inline const char *stateName(DialogFacts::State state)
{
    constexpr const char *names[] = {"Early", "Confirmed", "Terminated"};
    return names[size_t(state)];
}

} // namespace sip
