// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probe/padding.h"
#include "probe/probe.h"

namespace diag {

/// What an MTU sweep is to find out, and how.
struct SweepSettings {
    sip::ComposedRequest request;    ///< sent in every size; as composed, without padding
    qsizetype from = 600, to = 3000; ///< octets
    qsizetype step = 0;              ///< every so many octets; 0: only halving
    bool halve = true;               ///< down to one octet, between the last size that passed and the first that did not
    int repeat = 1;                  ///< requests of each size; a size passes when one of them is answered
    QList<sip::Protocol> over{sip::Protocol::Udp, sip::Protocol::Tcp};
    Padding padding = Padding::Header;
    ProbePace pace;
    int most = 500;           ///< requests, all together
    sip::Endpoint local = {}; ///< where it is sent from, as far as that is known before; for the exact size of the first request

    static constexpr qsizetype smallest = 200, largest = 65'000; ///< what can be asked for
};

/// Why this cannot be swept, for people; empty: it can.
QString sweepProblem(const SweepSettings &settings);

/// What became of the requests of one size.
struct SweepPoint {
    enum class Outcome : quint8 {
        Answered,    ///< with any status but the two below
        TooLarge,    ///< 413 or 513: the server says so
        Lost,        ///< no answer
        Unreachable, ///< refused, no route, no such name: not a matter of size
    };
    qsizetype octets = 0; ///< of the request as sent
    Outcome outcome = Outcome::Lost;
    int sent = 0, answered = 0;        ///< of the requests of this size
    int copies = 0;                    ///< of all of them
    sip::Instant fastest{}, slowest{}; ///< round trips; 0: none
    int status = 0;                    ///< of the last answer
    QByteArray reason{};
    int packets = 1, mtu = 0; ///< as they left; mtu 0: unknown
    int pathMtu = 0;          ///< ICMP "fragmentation needed" came; 0: none, or it did not say how large
    bool icmp = false;
    QByteArray reporter{};                         ///< of that ICMP
    QString problem{};                             ///< why it was not reached
    sip::LocalCause cause = sip::LocalCause::None; ///< why there was no answer

    bool passes() const { return outcome == Outcome::Answered; }
};

/// All sizes over one transport.
struct SweepSeries {
    sip::Protocol protocol = sip::Protocol::Udp;
    QList<SweepPoint> points{}; ///< by size

    const SweepPoint *lastGood() const; ///< the largest that passed below the first that did not; nullptr: none
    const SweepPoint *firstBad() const; ///< the smallest that did not pass; nullptr: all passed
};

struct SweepReport {
    QByteArray method, target;
    sip::Path path{}; ///< of the first request that was sent; remote port 0: none was
    qsizetype from = 0, to = 0;
    QList<SweepSeries> series{};
    Flow good{}, bad{}; ///< ladders at the limit, of the first series that has one; no rows: none
    int requests = 0;
    QString cutShort{}; ///< why it ended before it was done; empty: it is done, or under way
    bool done = false;
};

/// Finds the size from which on requests no longer pass.
class Sweep final : public Probe {
public:
    explicit Sweep(SweepSettings settings);

    std::optional<Step> next(sip::Instant now) override;
    void take(const ProbeResult &result) override;
    void keep(const Flow &flow); ///< the ladder of what was taken last
    void stopped();              ///< by the user
    const SweepReport &report() const { return m_report; }
    const SweepPoint &last() const { return m_point; } ///< the size that was taken last
    /// Requests still to come, at most; for a progress bar.
    int left() const;

private:
    SweepSeries &series() { return m_report.series.last(); }
    std::optional<qsizetype> nextSize() const;
    std::optional<qsizetype> nextStep() const;
    std::optional<qsizetype> nextLandmark() const;
    qsizetype largestInOnePacket() const;

    const SweepSettings m_settings;
    SweepReport m_report;
    qsizetype m_protocol = -1; ///< index into SweepSettings::over
    QList<qsizetype> m_tried;  ///< sizes asked for in this series
    qsizetype m_wanted = 0;    ///< of the request under way
    int m_repeated = 0;        ///< requests of that size so far
    sip::Endpoint m_local;
    SweepPoint m_point; ///< the size under way
};

} // namespace diag
