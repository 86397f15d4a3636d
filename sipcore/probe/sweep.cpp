// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/sweep.h"

#include "base/path_mtu.h"
#include "base/words.h"
#include "probe/report_text.h"
#include "request/request_builder.h"
#include "request/target.h"

#include <algorithm>

namespace diag {

namespace {

using sip::Words;
using Outcome = SweepPoint::Outcome;

bool isTooLarge(int status)
{
    return status == 413 || status == 513;
}

Outcome outcomeOf(const ProbeResult &result)
{
    if (result.status() != 0)
        return isTooLarge(result.status()) ? Outcome::TooLarge : Outcome::Answered;
    const bool tooLarge = result.cause == sip::LocalCause::TooBig;
    return result.isSilent() || tooLarge ? Outcome::Lost : Outcome::Unreachable;
}

void add(const ProbeResult &result, SweepPoint &point)
{
    const Outcome outcome = outcomeOf(result);
    if (point.sent == 0 || outcome < point.outcome)
        point.outcome = outcome;
    ++point.sent;
    point.copies += result.copies;
    if (result.request.isRequest()) {
        point.octets = result.octets();
        point.mtu = result.mtu;
        point.packets =
            result.path.protocol == sip::Protocol::Udp ? sip::packetsOf(point.octets, point.mtu, result.path.remote.isIPv4()) : 1;
    }
    if (result.status() != 0) {
        ++point.answered;
        point.status = result.status();
        point.reason = result.answer.reasonPhrase().toByteArray();
        point.fastest = point.answered == 1 ? result.took : std::min(point.fastest, result.took);
        point.slowest = std::max(point.slowest, result.took);
    } else {
        point.cause = result.cause;
        if (point.outcome == Outcome::Unreachable)
            point.problem = result.problem;
    }
    for (const sip::TransportError &icmp : result.tooLarge) {
        point.icmp = true;
        point.pathMtu = icmp.pathMtu;
        point.reporter = icmp.reporter.isAny() ? QByteArray() : icmp.reporter.hostText();
    }
}

/// What the first request is measured with, before it is known where it is sent from.
sip::Endpoint assumedLocal(const SweepSettings &settings)
{
    sip::Endpoint local = settings.local;
    if (local.port == 0)
        local.port = 50'000; // as long as the ports are that the system gives
    return local;
}

} // namespace

QString sweepProblem(const SweepSettings &settings)
{
    const auto hop = sip::nextHop(settings.request);
    const bool secure = sip::effectiveRequestUri(settings.request).toLower().startsWith("sips:");
    const sip::Protocol asked = hop ? hop->address.protocol : sip::Protocol::Udp;
    if (secure || (asked != sip::Protocol::Udp && asked != sip::Protocol::Tcp))
        return Words::tr("sweeps go over UDP and TCP, and this target wants %1")
            .arg(secure ? QStringLiteral("TLS (sips)") : QString::fromLatin1(sip::viaName(asked)));
    const sip::Endpoint local = assumedLocal(settings);
    for (const sip::Protocol protocol : settings.over) {
        sip::ComposedRequest request = asProbe(settings.request, settings.pace);
        request.transport = sip::protocolName(protocol).toByteArray();
        const qsizetype least =
            sip::previewRequest(padded(request, 0, settings.padding, local, protocol), local, protocol).wire().size();
        if (least > settings.to)
            return Words::tr("the request has %1 octets at least, which is more than the largest size, %2")
                .arg(least)
                .arg(settings.to);
    }
    return {};
}

const SweepPoint *SweepSeries::firstBad() const
{
    const auto found = std::find_if(points.cbegin(), points.cend(), [](const SweepPoint &one) { return !one.passes(); });
    return found == points.cend() ? nullptr : &*found;
}

const SweepPoint *SweepSeries::lastGood() const
{
    const SweepPoint *last = nullptr;
    for (const SweepPoint &one : points) {
        if (!one.passes())
            break;
        last = &one;
    }
    return last;
}

Sweep::Sweep(SweepSettings settings) : m_settings(std::move(settings)), m_local(assumedLocal(m_settings))
{
    m_report.method = m_settings.request.method;
    m_report.target = m_settings.request.target;
    m_report.from = m_settings.from;
    m_report.to = m_settings.to;
}

/// The next of the sizes in equal steps; the last is always tried.
std::optional<qsizetype> Sweep::nextStep() const
{
    if (m_tried.isEmpty())
        return m_settings.from;
    const qsizetype last = *std::max_element(m_tried.cbegin(), m_tried.cend());
    return last >= m_settings.to ? std::nullopt : std::optional(std::min(last + m_settings.step, m_settings.to));
}

/// Octets of the largest request that leaves in one packet; 0: there is no such limit, or it is not known yet.
qsizetype Sweep::largestInOnePacket() const
{
    for (const SweepPoint &one : m_report.series.last().points)
        if (one.mtu > 0)
            return one.mtu - sip::udpHeaders(m_report.path.remote.isIPv4());
    return 0;
}

/// The sizes to begin with when there are no steps: the smallest, the largest in one packet, the largest of all. A path that
/// loses single packets without a word often lets fragments through: both ends alone would not show it.
std::optional<qsizetype> Sweep::nextLandmark() const
{
    const qsizetype edge = largestInOnePacket();
    for (const qsizetype size : {m_settings.from, edge, m_settings.to})
        if (size >= m_settings.from && size <= m_settings.to && !m_tried.contains(size))
            return size;
    return std::nullopt;
}

/// The next size of this transport; empty: all is known.
std::optional<qsizetype> Sweep::nextSize() const
{
    const SweepSeries &tried = m_report.series.last();
    const SweepPoint *const good = tried.lastGood(), *const bad = tried.firstBad();
    // At the smallest size it is not a matter of size.
    if (bad && !good)
        return std::nullopt;
    if (m_settings.step == 0) {
        if (const auto next = nextLandmark())
            return next;
    } else if (!bad || !m_settings.halve) {
        if (const auto next = nextStep())
            return next;
    }
    if (!bad || !m_settings.halve || bad->octets - good->octets <= 1)
        return std::nullopt;
    // Where the second packet begins is the likeliest place.
    const bool atEdge = good->octets == largestInOnePacket() && !m_tried.contains(good->octets + 1);
    const qsizetype middle = atEdge ? good->octets + 1 : good->octets + (bad->octets - good->octets) / 2;
    return m_tried.contains(middle) ? std::nullopt : std::optional(middle); // a size that cannot be made exactly
}

std::optional<Probe::Step> Sweep::next(sip::Instant now)
{
    if (m_report.done)
        return std::nullopt;
    if (m_report.requests >= m_settings.most)
        m_report.cutShort = Words::tr("%1 sent, no more are allowed").arg(words::requests(m_report.requests));
    else if (now >= m_settings.pace.limit)
        m_report.cutShort = Words::tr("%1 s are over, longer it may not take").arg(m_settings.pace.limit / 1s);
    const bool again = m_repeated > 0 && m_repeated < m_settings.repeat && m_point.outcome != Outcome::Unreachable;
    while (m_report.cutShort.isEmpty() && !again) {
        const auto size = m_report.series.isEmpty() ? std::nullopt : nextSize();
        if (size) {
            m_wanted = *size;
            break;
        }
        if (m_protocol + 1 >= m_settings.over.size()) {
            m_report.done = true;
            return std::nullopt;
        }
        ++m_protocol;
        m_tried.clear();
        m_repeated = 0;
        m_report.series.append({.protocol = m_settings.over[m_protocol]});
    }
    if (!m_report.cutShort.isEmpty()) {
        m_report.done = true;
        return std::nullopt;
    }
    const sip::Protocol protocol = m_settings.over[m_protocol];
    sip::ComposedRequest request = asProbe(m_settings.request, m_settings.pace);
    request.transport = sip::protocolName(protocol).toByteArray();
    request.forceUdp = protocol == sip::Protocol::Udp;
    request = padded(request, m_wanted, m_settings.padding, m_local, protocol);
    if (!again) {
        m_point = {};
        m_repeated = 0;
        m_tried << m_wanted;
    }
    return Step{request, m_settings.pace.wait, m_report.requests == 0 ? sip::Instant(0) : m_settings.pace.pause};
}

void Sweep::take(const ProbeResult &result)
{
    ++m_report.requests;
    ++m_repeated;
    if (result.request.isRequest()) {
        m_local = result.path.local;
        if (m_report.path.remote.port == 0)
            m_report.path = result.path;
    }
    add(result, m_point);
    if (m_point.octets == 0)
        m_point.octets = m_wanted;
    QList<SweepPoint> &points = series().points;
    const auto at = std::lower_bound(points.begin(), points.end(), m_point.octets,
                                     [](const SweepPoint &one, qsizetype octets) { return one.octets < octets; });
    if (at != points.end() && at->octets == m_point.octets)
        *at = m_point;
    else
        points.insert(at, m_point);
}

void Sweep::keep(const Flow &flow)
{
    const SweepPoint *const good = series().lastGood(), *const bad = series().firstBad();
    // The ladders on both sides of the limit of the first transport that has one.
    const bool limited = std::any_of(m_report.series.cbegin(), m_report.series.cend() - 1,
                                     [](const SweepSeries &one) { return one.firstBad() && one.lastGood(); });
    if (limited)
        return;
    if (good && good->octets == m_point.octets)
        m_report.good = flow;
    if (bad && bad->octets == m_point.octets)
        m_report.bad = flow;
}

void Sweep::stopped()
{
    if (m_report.done)
        return;
    m_report.cutShort = Words::tr("stopped");
    m_report.done = true;
}

int Sweep::left() const
{
    if (m_report.done)
        return 0;
    const auto ofOne = [this] {
        const qsizetype span = std::max<qsizetype>(m_settings.to - m_settings.from, 1);
        int count = m_settings.step > 0 ? int(span / m_settings.step) + 2 : 2;
        for (qsizetype gap = m_settings.step > 0 ? m_settings.step : span; m_settings.halve && gap > 1; gap = (gap + 1) / 2)
            ++count;
        return count * m_settings.repeat;
    };
    const int all = ofOne() * int(m_settings.over.size());
    return std::max(std::min(all, m_settings.most) - m_report.requests, 1);
}

} // namespace diag
