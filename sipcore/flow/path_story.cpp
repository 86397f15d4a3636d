// SPDX-License-Identifier: GPL-3.0-or-later
#include "flow/path_story.h"

#include "base/path_mtu.h"
#include "base/words.h"
#include "flow/row_words.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace diag {

using sip::Words;

namespace {

constexpr qsizetype firstRows = 2000, newestRows = 8000; // of a long flow
constexpr qsizetype mostRoads = 20, mostQuestions = 100, mostConnections = 50, mostHandshakes = 20, mostSizes = 200;

bool isSamePlace(const sip::TransportAddress &a, const sip::TransportAddress &b)
{
    return a.protocol == b.protocol && a.remote == b.remote;
}

/// Reads the rows of a flow in order.
class Reader {
public:
    void read(const LadderRow &row);
    PathStory take();

private:
    /// What is known of one attempt until it is over.
    struct Attempt {
        quint32 number = 0;
        qsizetype road = -1, target = -1;
        QString trouble; ///< last thing that went wrong below the request
    };

    void take(const LadderRow &row, const sip::DnsAsked &asked);
    void take(const LadderRow &row, const sip::DnsAnswered &answered);
    void take(const LadderRow &row, const sip::RoadPlanned &planned);
    void take(const LadderRow &row, const sip::AttemptStarted &started);
    void take(const LadderRow &row, const sip::ConnectionEvent &event);
    void take(const LadderRow &row, const sip::TlsVerdict &verdict);
    void take(const LadderRow &row, const sip::WsHandshake &half);
    void take(const LadderRow &row, const sip::MessageSent &sent);
    void take(const LadderRow &row, const sip::MessageReceived &received);
    void take(const LadderRow &row, const sip::TimerEvent &timer);
    void take(const LadderRow &row, const sip::IcmpReceived &icmp);
    void take(const LadderRow &row, const sip::LocalStatus &local);
    void take(const LadderRow &row, const sip::Note &note);
    template<class... Kinds> void readAs(const LadderRow &row) ///< if it is one of these
    {
        const auto takeIf = [&](const auto *what) {
            if (what)
                take(row, *what);
        };
        (takeIf(row.event->as<Kinds>()), ...);
    }

    PathRoad *openRoad(const LadderRow &row); ///< whose look-up is under way; nullptr: there are enough
    PathConnection *connection(const LadderRow &row, const sip::Path &path);
    void handshakeFailed(const LadderRow &row, const sip::Path &path, const QString &why);
    PathTarget *target(quint32 attempt);
    void end(const LadderRow &row, PathTarget::Fate fate, const QString &outcome);
    void trouble(const LadderRow &row, const QString &text);

    PathStory m_story;
    QHash<quint32, Attempt> m_attempts;
    qsizetype m_road = -1; ///< the newest that is planned
    quint32 m_lastOfRoad = 0;
};

void Reader::read(const LadderRow &row)
{
    if (row.event && !row.gap)
        readAs<sip::DnsAsked, sip::DnsAnswered, sip::RoadPlanned, sip::AttemptStarted, sip::ConnectionEvent, sip::TlsVerdict,
               sip::WsHandshake, sip::MessageSent, sip::MessageReceived, sip::TimerEvent, sip::IcmpReceived, sip::LocalStatus,
               sip::Note>(row);
}

PathRoad *Reader::openRoad(const LadderRow &row)
{
    if (!m_story.roads.isEmpty() && m_story.roads.last().lookedUp && !m_story.roads.last().planned)
        return &m_story.roads.last();
    if (m_story.roads.size() == mostRoads) {
        m_story.shortened = true;
        return nullptr;
    }
    m_story.roads.append({.seq = row.seq, .lookedUp = true});
    return &m_story.roads.last();
}

void Reader::take(const LadderRow &row, const sip::DnsAsked &asked)
{
    PathRoad *const road = openRoad(row);
    if (road && road->questions.size() < mostQuestions)
        road->questions.append({row.seq, asked.question, asked.server, std::nullopt});
    else
        m_story.shortened = true;
}

void Reader::take(const LadderRow &row, const sip::DnsAnswered &answered)
{
    PathRoad *const road = openRoad(row);
    if (!road)
        return;
    const auto open = std::find_if(road->questions.begin(), road->questions.end(), [&answered](const PathQuestion &one) {
        return !one.answer && one.question == answered.answer.question;
    });
    if (open == road->questions.end())
        return;
    open->seq = row.seq;
    open->answer = answered.answer;
}

void Reader::take(const LadderRow &row, const sip::RoadPlanned &planned)
{
    PathRoad *const road = openRoad(row);
    m_road = -1;
    m_lastOfRoad = 0;
    if (!road)
        return;
    road->seq = row.seq;
    road->planned = true;
    road->domain = planned.domain;
    road->decisions = planned.decisions;
    road->problem = planned.problem;
    road->took = planned.took;
    for (const sip::DnsTarget &one : planned.targets)
        road->targets.append({.target = one});
    m_road = road - m_story.roads.data();
}

void Reader::take(const LadderRow &row, const sip::AttemptStarted &started)
{
    const auto at = [&](const PathRoad &road) {
        const auto found = std::find_if(road.targets.cbegin(), road.targets.cend(), [&started](const PathTarget &one) {
            return isSamePlace(one.target.address, started.target);
        });
        return found == road.targets.cend() ? qsizetype(-1) : found - road.targets.cbegin();
    };
    qsizetype place = m_road < 0 ? -1 : at(m_story.roads[m_road]);
    if (place < 0) { // an address: a road of its own, or one more attempt on the one that is there
        const auto known =
            std::find_if(m_story.roads.cbegin(), m_story.roads.cend(), [&](const PathRoad &one) { return at(one) >= 0; });
        if (known != m_story.roads.cend()) {
            m_road = known - m_story.roads.cbegin();
            place = at(*known);
        } else if (m_story.roads.size() < mostRoads) {
            PathRoad road{.seq = row.seq, .planned = true};
            road.targets.append({.target = {.address = started.target, .name = {}}});
            m_story.roads.append(road);
            m_road = m_story.roads.size() - 1;
            place = 0;
        } else {
            m_story.shortened = true;
            return;
        }
        m_lastOfRoad = 0;
    }
    PathRoad &road = m_story.roads[m_road];
    if (started.why == "failover" && m_lastOfRoad != 0) { // what the one before came to
        LadderRow before = row;
        before.context.attempt = m_lastOfRoad;
        PathTarget *const failed = target(m_lastOfRoad);
        if (failed && failed->fate != PathTarget::Fate::Drilled)
            end(before, PathTarget::Fate::Failed,
                failed->outcome.isEmpty() ? m_attempts.value(m_lastOfRoad).trouble : failed->outcome);
        else if (failed)
            failed->took = row.at - failed->at;
    }
    PathTarget &one = road.targets[place];
    if (one.attempts++ == 0) {
        one.seq = row.seq;
        one.at = row.at;
    }
    one.fate = one.target.pretendDead ? PathTarget::Fate::Drilled : PathTarget::Fate::Trying;
    one.outcome.clear();
    m_attempts.insert(row.context.attempt, {row.context.attempt, m_road, place, {}});
    m_lastOfRoad = row.context.attempt;
    sip::Instant first = one.at;
    for (const PathTarget &other : std::as_const(road.targets))
        if (other.isTried())
            first = std::min(first, other.at);
    road.detour = one.at - first;
}

PathTarget *Reader::target(quint32 attempt)
{
    const auto known = m_attempts.constFind(attempt);
    return known == m_attempts.cend() ? nullptr : &m_story.roads[known->road].targets[known->target];
}

void Reader::end(const LadderRow &row, PathTarget::Fate fate, const QString &outcome)
{
    if (PathTarget *const one = target(row.context.attempt)) {
        one->fate = fate;
        one->took = row.at - one->at;
        one->outcome = outcome;
    }
}

void Reader::trouble(const LadderRow &row, const QString &text)
{
    if (const auto known = m_attempts.find(row.context.attempt); known != m_attempts.end())
        known->trouble = text;
}

PathConnection *Reader::connection(const LadderRow &row, const sip::Path &path)
{
    const auto found = std::find_if(m_story.connections.begin(), m_story.connections.end(), [&path](const PathConnection &one) {
        return one.path.protocol == path.protocol && one.path.connection == path.connection &&
               (path.connection != 0 || (one.path.remote == path.remote && one.path.local == path.local));
    });
    if (found != m_story.connections.end()) {
        found->path = path; // the local port is known later than the connection
        return &*found;
    }
    if (m_story.connections.size() == mostConnections) {
        m_story.shortened = true;
        return nullptr;
    }
    m_story.connections.append({.seq = row.seq, .path = path});
    return &m_story.connections.last();
}

void Reader::take(const LadderRow &row, const sip::ConnectionEvent &event)
{
    using What = sip::ConnectionEvent::What;
    using End = PathConnection::End;
    if (event.what == What::Listening)
        return;
    PathConnection *const one = connection(row, event.path);
    const auto ended = [&](End how) {
        if (one) {
            one->end = how;
            one->endAt = row.at;
            one->why = words::cleaned(event.text);
        }
        if (how != End::ByUs)
            trouble(row, one && !one->why.isEmpty() ? one->why : row.label);
    };
    switch (event.what) {
    case What::Opening:
        if (one) {
            one->opened = true;
            one->openingAt = row.at;
        }
        break;
    case What::Open:
        if (one)
            one->openAt = row.at;
        break;
    case What::Accepted:
        if (one) {
            one->accepted = true;
            one->openAt = row.at;
        }
        break;
    case What::Reused:
        if (one)
            ++one->reused;
        break;
    case What::Failed: ended(End::Failed); break;
    case What::Reset: ended(End::Reset); break;
    case What::ClosedByPeer: ended(End::ByPeer); break;
    case What::ClosedByUs: ended(End::ByUs); break;
    case What::Listening: break;
    }
}

/// The connection is over before it was of use; what is said of its end is about the layer above it.
void Reader::handshakeFailed(const LadderRow &row, const sip::Path &path, const QString &why)
{
    trouble(row, why);
    for (PathConnection &one : m_story.connections)
        if (path.connection != 0 && one.path.connection == path.connection && one.end == PathConnection::End::None) {
            one.end = PathConnection::End::Failed;
            one.endAt = row.at;
            one.why = why;
        }
}

void Reader::take(const LadderRow &row, const sip::TlsVerdict &verdict)
{
    if (!verdict.isUsed())
        handshakeFailed(row, verdict.path,
                        row.detail.isEmpty() ? row.label : row.label + u": "_s + words::tlsDetail(verdict).value(0));
    if (m_story.handshakes.size() == mostHandshakes) {
        m_story.shortened = true;
        m_story.handshakes.removeFirst();
    }
    m_story.handshakes.append({row.seq, row.wallUs, verdict});
}

void Reader::take(const LadderRow &row, const sip::WsHandshake &half)
{
    if (PathConnection *const one = half.isAnswer ? connection(row, half.path) : nullptr)
        one->upgrade = row.label;
    if (!half.problem.isEmpty())
        handshakeFailed(row, half.path, words::cleaned(half.problem));
}

void Reader::take(const LadderRow &row, const sip::MessageSent &sent)
{
    const auto octets = quint64(sent.message.wire().size());
    if (PathConnection *const one = connection(row, sent.path)) {
        ++one->messagesOut;
        one->octetsOut += octets;
    }
    if (sent.send != 1 || !sent.message.isRequest())
        return;
    if (m_story.sizes.size() == mostSizes) {
        m_story.shortened = true;
        m_story.sizes.removeFirst();
    }
    m_story.sizes.append({row.seq, row.context.attempt, sent.message.method().toByteArray(), sent.path.protocol,
                          sent.path.remote.isIPv4(), sent.message.wire().size(),
                          sent.mtu > 0 ? sent.mtu : RequestSize::usualMtu});
}

void Reader::take(const LadderRow &row, const sip::MessageReceived &received)
{
    if (PathConnection *const one = connection(row, received.path)) {
        ++one->messagesIn;
        one->octetsIn += quint64(received.message.wire().size());
    }
    if (received.fate == sip::MessageReceived::Fate::Delivered && received.message.status() >= 200 &&
        received.message.cseqMethod() != "CANCEL")
        end(row, PathTarget::Fate::Answered, row.label);
}

void Reader::take(const LadderRow &row, const sip::TimerEvent &timer)
{
    if (timer.what != sip::TimerEvent::What::Fired || (timer.name != 'B' && timer.name != 'F'))
        return;
    const QString text = Words::tr("Timer %1: nothing was heard").arg(QChar::fromLatin1(timer.name));
    trouble(row, text);
    if (PathTarget *const one = target(row.context.attempt); one && one->fate == PathTarget::Fate::Drilled)
        end(row, PathTarget::Fate::Drilled, text);
}

void Reader::take(const LadderRow &row, const sip::IcmpReceived &icmp)
{
    if (icmp.error.fatal)
        trouble(row, row.label);
}

void Reader::take(const LadderRow &row, const sip::LocalStatus &local)
{
    if (PathTarget *const one = target(row.context.attempt); one && one->fate == PathTarget::Fate::Trying) {
        const QString why = m_attempts.value(row.context.attempt).trouble;
        end(row, PathTarget::Fate::Failed, why.isEmpty() ? words::cleaned(local.text) : why);
    }
}

void Reader::take(const LadderRow &row, const sip::Note &note)
{
    if (qstrcmp(note.rule, "R3263.4.3-3") == 0)
        if (PathTarget *const one = target(row.context.attempt))
            one->fate = PathTarget::Fate::Drilled;
}

PathStory Reader::take()
{
    return std::move(m_story);
}

} // namespace

QString fateText(PathTarget::Fate fate)
{
    using Fate = PathTarget::Fate;
    switch (fate) {
    case Fate::NotTried: return Words::tr("not tried");
    case Fate::Trying: return Words::tr("being tried");
    case Fate::Answered: return Words::tr("answered");
    case Fate::Failed: return Words::tr("failed");
    case Fate::Drilled: return Words::tr("taken for dead");
    }
    return {};
}

QString endText(const PathConnection &connection)
{
    using End = PathConnection::End;
    switch (connection.end) {
    case End::None: return connection.path.connection == 0 ? QString() : Words::tr("open");
    case End::Failed: return Words::tr("failed");
    case End::Reset: return Words::tr("reset by the peer");
    case End::ByPeer: return Words::tr("closed by the peer");
    case End::ByUs: return Words::tr("closed by us");
    }
    return {};
}

bool PathRoad::isDrill() const
{
    return std::any_of(targets.cbegin(), targets.cend(),
                       [](const PathTarget &one) { return one.target.pretendDead || one.fate == PathTarget::Fate::Drilled; });
}

qint64 daysLeft(const sip::CertificateFacts &facts, qint64 wallUs)
{
    constexpr qint64 day = 24 * 60 * 60;
    const qint64 seconds = facts.notAfter.toSecsSinceEpoch() - wallUs / 1'000'000;
    return seconds >= 0 ? seconds / day : -((-seconds + day - 1) / day);
}

int RequestSize::fragments() const
{
    return protocol == sip::Protocol::Udp ? sip::packetsOf(octets, mtu, ipv4) : 0;
}

PathStory pathStory(const Flow &flow)
{
    Reader reader;
    const QList<LadderRow> &rows = flow.rows;
    const qsizetype head = std::min(firstRows, rows.size());
    const qsizetype tail = std::max(head, rows.size() - newestRows);
    for (qsizetype i = 0; i < head; ++i)
        reader.read(rows[i]);
    for (qsizetype i = tail; i < rows.size(); ++i)
        reader.read(rows[i]);
    PathStory story = reader.take();
    story.shortened |= tail > head || flow.droppedRows > 0;
    return story;
}

} // namespace diag
