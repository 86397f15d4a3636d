// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probe/probe.h"

namespace diag {

/// How the path of a request is found: the same request again and again, each time with one Max-Forwards more.
struct PathTraceSettings {
    sip::ComposedRequest request;
    int first = 0, last = 70; ///< values of Max-Forwards
    int silentInARow = 3;     ///< then it is given up
    ProbePace pace;
    static constexpr int most = 255;
};

/// What one value of Max-Forwards came to.
struct PathHop {
    enum class Kind : quint8 {
        Hop,         ///< 483: a proxy whose turn it was
        Answer,      ///< any other final answer: the end of the path
        Loop,        ///< 482
        Silent,      ///< no answer
        Unreachable, ///< the first hop cannot be reached
    };
    int maxForwards = 0;
    Kind kind = Kind::Silent;
    int status = 0;
    QByteArray reason{};
    sip::Endpoint from{}; ///< where the answer came from: always the first hop, whoever made it
    sip::Instant took{};
    QByteArray software{};  ///< Server, else User-Agent; empty: it does not say
    QByteArray name{};      ///< how whoever answered calls itself: agent of a Warning, host of a tag-free Via; empty: unknown
    QStringList warnings{}; ///< "399 proxy1.example.com: too many hops"
    QStringList reasons{};  ///< of Reason rows
    QByteArray received{};  ///< how the first hop saw us: received, and
    int rport = -1;         ///< rport; -1: not said
    QList<QByteArray> recordRoutes{}; ///< URIs, of the hop nearest to the target first
    QList<QByteArray> vias{}; ///< sent-by of each Via of the request as it arrived there, top first (message/sipfrag body)
    int arrivedWith = -1;     ///< its Max-Forwards there; -1: not said
    QString problem{};        ///< why there is no answer
    sip::LocalCause cause = sip::LocalCause::None;
    QStringList remarks{}; ///< what is odd about it
};
QByteArrayView kindName(PathHop::Kind kind); ///< "hop", "answer", "loop", "silent", "unreachable"

struct PathReport {
    /// Limit: every value was tried; Time: it took too long
    enum class End : quint8 { Open, Reached, Loop, Silent, Limit, Time, Unreachable, Stopped };
    QByteArray method, target;
    sip::Path path{}; ///< of the first request; remote port 0: none was sent
    QList<PathHop> hops{};
    End end = End::Open;
    QString text{}; ///< what it comes to, one sentence; empty while it is open
};
QByteArrayView endName(PathReport::End end);

/// One place on the path, for the picture.
struct PathNode {
    enum class Kind : quint8 { Us, Proxy, Target, Silent };
    Kind kind = Kind::Proxy;
    QString title; ///< "us", "hop 1", "target"
    QString name;  ///< address or name; empty: unknown
    QString software{};
    sip::Instant took{}; ///< there and back; 0: unknown
    int status = 0;
    bool unreachable = false; ///< nothing could be sent there
    bool guessed = false;     ///< the name is from Record-Route, not from whoever answered
};
QList<PathNode> nodesOf(const PathReport &report);

class PathTrace final : public Probe {
public:
    explicit PathTrace(PathTraceSettings settings);

    std::optional<Step> next(sip::Instant now) override;
    void take(const ProbeResult &result) override;
    void stopped(); ///< by the user
    const PathReport &report() const { return m_report; }

private:
    void end(PathReport::End how, const QString &text);

    const PathTraceSettings m_settings;
    PathReport m_report;
};

} // namespace diag
