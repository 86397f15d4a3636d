// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/http_head.h"

#include "base/words.h"

#include <algorithm>

namespace sip {
namespace {

bool same(QByteArrayView a, QByteArrayView b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

/// The word of the first line, counted from 0; the last one takes the rest.
QByteArray word(const QByteArray &line, int index, bool rest = false)
{
    qsizetype at = 0;
    for (int i = 0; i < index; ++i) {
        at = line.indexOf(' ', at) + 1;
        if (at == 0)
            return {};
    }
    const qsizetype end = rest ? -1 : line.indexOf(' ', at);
    return line.mid(at, end < 0 ? -1 : end - at).trimmed();
}

/// Where the head ends, the empty line with it; -1: not yet. Lines may end in LF alone.
qsizetype endOf(const QByteArray &octets, qsizetype from)
{
    for (qsizetype at = octets.indexOf('\n', from); at >= 0; at = octets.indexOf('\n', at + 1)) {
        if (octets.size() > at + 1 && octets[at + 1] == '\n')
            return at + 2;
        if (octets.size() > at + 2 && octets[at + 1] == '\r' && octets[at + 2] == '\n')
            return at + 3;
    }
    return -1;
}

} // namespace

HttpHead HttpHead::parse(const QByteArray &octets)
{
    HttpHead head;
    const QList<QByteArray> lines = octets.split('\n');
    head.first = lines.first().trimmed();
    for (const QByteArray &line : lines.sliced(1)) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0)
            head.rows.append({line.first(colon).trimmed(), line.sliced(colon + 1).trimmed()});
    }
    return head;
}

int HttpHead::status() const
{
    return first.startsWith("HTTP/") ? word(first, 1).toInt() : 0;
}

QByteArray HttpHead::reason() const
{
    return word(first, 2, true);
}

QByteArray HttpHead::method() const
{
    return word(first, 0);
}

QByteArray HttpHead::target() const
{
    return word(first, 1);
}

QByteArray HttpHead::version() const
{
    return word(first, 2, true);
}

QByteArray HttpHead::value(QByteArrayView name) const
{
    for (const Row &row : rows)
        if (same(row.name, name))
            return row.value.isNull() ? QByteArray("") : row.value;
    return {};
}

QByteArray HttpHead::joined(QByteArrayView name) const
{
    QList<QByteArray> values;
    for (const Row &row : rows)
        if (same(row.name, name))
            values.append(row.value);
    return values.join(", ");
}

int HttpHead::count(QByteArrayView name) const
{
    return int(std::count_if(rows.begin(), rows.end(), [name](const Row &row) { return same(row.name, name); }));
}

bool HttpHead::lists(QByteArrayView name, QByteArrayView token) const
{
    const QList<QByteArray> all = joined(name).split(',');
    return std::any_of(all.begin(), all.end(), [token](const QByteArray &one) { return same(one.trimmed(), token); });
}

void HttpHeadReader::feed(QByteArrayView octets)
{
    if (m_state != State::Waiting)
        return m_state == State::Whole ? void(m_rest.append(octets)) : void();
    constexpr qsizetype mayHoldTheEnd = 3;
    const qsizetype from = qMax<qsizetype>(0, m_head.size() - mayHoldTheEnd);
    m_head.append(octets);
    if (!canBecomeOne())
        return refuse(m_head.startsWith("SIP/2.0 ") ? Words::tr("the peer speaks SIP there, and no WebSocket")
                                                    : Words::tr("what the peer sent is no HTTP"));
    const qsizetype end = endOf(m_head, from);
    if (end > Largest || (end < 0 && m_head.size() > Largest))
        return refuse(Words::tr("the peer sent an HTTP head of more than %1 octets").arg(Largest));
    if (end < 0)
        return;
    m_state = State::Whole;
    m_rest = m_head.sliced(end);
    m_head.truncate(end);
}

bool HttpHeadReader::canBecomeOne() const
{
    constexpr QByteArrayView answer = "HTTP/1.";
    if (m_answers) {
        const qsizetype size = qMin(answer.size(), m_head.size());
        return QByteArrayView(m_head).first(size) == answer.first(size);
    }
    // A request begins with a method: letters, and then a space.
    constexpr qsizetype longestMethod = 20;
    for (qsizetype i = 0; i < m_head.size(); ++i) {
        const char c = m_head[i];
        if (c == ' ')
            return i > 0;
        if (c < 'A' || c > 'Z' || i >= longestMethod)
            return false;
    }
    return true;
}

void HttpHeadReader::refuse(const QString &problem)
{
    m_state = State::Bad;
    m_problem = problem;
    m_head.truncate(Largest);
}

} // namespace sip
