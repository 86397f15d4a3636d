// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flow/ladder.h"

#include <optional>

namespace diag {

/// One place a request could go to, and what became of it there.
struct PathTarget {
    enum class Fate : quint8 {
        NotTried,
        Trying,   ///< under way, nothing final yet
        Answered, ///< the request stayed here
        Failed,   ///< the next one was tried, or nothing more
        Drilled,  ///< taken for dead, as asked: nothing was sent
    };
    sip::DnsTarget target;
    Fate fate = Fate::NotTried;
    quint64 seq = 0;     ///< row of the first attempt; 0: none
    sip::Instant at{};   ///< of it
    sip::Instant took{}; ///< from there until it was over here; 0: not yet
    int attempts = 0;    ///< challenges and the like included
    QString outcome{};   ///< what ended it, a phrase: "200 OK", "Timer F: nothing was heard"
    bool isTried() const { return fate != Fate::NotTried; }
};
QString fateText(PathTarget::Fate fate); ///< "not tried", "answered", ...

/// One question of a look-up.
struct PathQuestion {
    quint64 seq = 0; ///< row of the answer, else of the question
    sip::DnsQuestion question;
    sip::Endpoint server;                 ///< asked; port 0: those of the system
    std::optional<sip::DnsAnswer> answer; ///< nullopt: none yet
};

/// How one request, or one that followed it, found where to go.
struct PathRoad {
    quint64 seq = 0;       ///< row of the plan, else of the first question or attempt
    bool lookedUp = false; ///< false: the target was an address
    bool planned = false;  ///< the answers are in
    QByteArray domain{};
    QList<PathQuestion> questions{}; ///< in the order they were asked
    QList<sip::DnsDecision> decisions{};
    QList<PathTarget> targets{}; ///< best first
    QString problem{};           ///< why there is none
    sip::Instant took{};         ///< the look-up
    /// Between the first attempt and the one at the target used last: what the failed ones before it cost.
    sip::Instant detour{};

    bool isDrill() const;
};

/// One connection as this flow saw it; over UDP the pair of addresses datagrams went between.
struct PathConnection {
    enum class End : quint8 { None, Failed, Reset, ByPeer, ByUs };
    quint64 seq = 0; ///< its first row
    sip::Path path;
    bool accepted = false;               ///< the peer opened it
    bool opened = false;                 ///< in this flow; else it was there before
    int reused = 0;                      ///< times
    sip::Instant openingAt{}, openAt{};  ///< 0: not in this flow
    quint64 octetsOut = 0, octetsIn = 0; ///< of messages, copies included
    int messagesOut = 0, messagesIn = 0;
    End end = End::None;
    sip::Instant endAt{};
    QString upgrade{}; ///< what the WebSocket handshake came to, a phrase; empty: there was none
    QString why{};     ///< of the end, a sentence
};
QString endText(const PathConnection &connection); ///< "closed by the peer"; "open"

/// One TLS handshake.
struct PathHandshake {
    quint64 seq = 0;
    qint64 wallUs = 0; ///< days left of a certificate count from here
    sip::TlsVerdict verdict;
};
/// Days a certificate is still good for; negative: it ended so long ago.
qint64 daysLeft(const sip::CertificateFacts &facts, qint64 wallUs);

/// How large one request was when it went out.
struct RequestSize {
    quint64 seq = 0;
    quint32 attempt = 0;
    QByteArray method{};
    sip::Protocol protocol = sip::Protocol::Udp;
    bool ipv4 = true;
    qsizetype octets = 0;
    int mtu = usualMtu; ///< of the way, where that was known

    static constexpr int usualMtu = 1500;
    int fragments() const; ///< UDP: IP packets it travels in; 1: whole. Other transports: 0
};

/// The road of one flow to its server, from names to octets: what its rows of kind dns, tcp, tls and ws come to. A value.
struct PathStory {
    QList<PathRoad> roads;
    QList<PathConnection> connections; ///< in order of appearance
    QList<PathHandshake> handshakes;
    QList<RequestSize> sizes; ///< first copies, in order
    bool shortened = false;   ///< the flow is long: its middle was not looked at, or there were more than are kept
};

/// However long the flow is, only its beginning and its newest rows are looked at, so that the work is bounded.
PathStory pathStory(const Flow &flow);

} // namespace diag
