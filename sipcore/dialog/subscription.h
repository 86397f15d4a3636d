// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/instant.h"
#include "message/message.h"

#include <QString>

#include <optional>

namespace sip {

/// One subscription of ours (RFC 6665 4.1), made by SUBSCRIBE or, without being asked for, by REFER (RFC 3515 2.4.4). A value.
class Subscription {
public:
    enum class State : quint8 {
        NotifyWait, ///< the first NOTIFY is still to come: until Timer N
        Pending,
        Active,
        Terminated
    };
    /// \param request  SUBSCRIBE or REFER as sent
    explicit Subscription(const Message &request);

    State state() const { return m_state; }
    const QByteArray &package() const { return m_package; } ///< "presence", "refer"
    const QByteArray &id() const { return m_id; }           ///< of Event; a further REFER in a dialog: its CSeq (R3515.2.4.6-1)
    bool byRefer() const { return m_byRefer; }
    std::optional<Instant> asked() const { return m_asked; } ///< for how long; nullopt: nothing was said
    bool matches(const Message &notify) const;               ///< its Event and id are ours (R6665.8.2.1-1)

    /// How long it lasts from now; nullopt: nobody said so, or it is over.
    std::optional<Instant> remaining() const { return m_remaining; }
    /// When a SUBSCRIBE is to refresh something that lasts \a remaining: with 32 s left, or half of it when that is more.
    static Instant refreshAfter(Instant remaining);

    /// A 2xx to SUBSCRIBE or REFER. \return a sentence when its Expires is not as RFC 6665 says; empty: fine
    QString accepted(const Message &response);
    /// What a refusal of a refresh means: \return true: the subscription is over (R6665.4.1.2.2-2); else it goes on until it
    /// expires
    bool refused(int status);

    /// A NOTIFY that matches: taken in. \return the status it is to be answered, 200 or 400, and what it says in words
    struct Heard {
        int answer = 200;
        QString text;
        const char *rule = "";
        /// Over, and to be subscribed to anew after so long; nullopt: it goes on, or nothing is to be done
        std::optional<Instant> anew{};
    };
    Heard notified(const Message &notify);
    void terminate() { m_state = State::Terminated; }

private:
    State m_state = State::NotifyWait;
    QByteArray m_package, m_id;
    bool m_byRefer = false;
    std::optional<Instant> m_asked, m_remaining;
};

const char *stateName(Subscription::State state);

/// Status line of a message/sipfrag body: "SIP/2.0 180 Ringing" (R3515.2.4.5-1); empty: none.
QByteArray sipfragStatus(const Message &notify);

} // namespace sip
