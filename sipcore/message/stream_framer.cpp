// SPDX-License-Identifier: GPL-3.0-or-later
#include "message/stream_framer.h"

#include "base/words.h"
#include "message/parser.h"
#include "message/scan.h"

#include <cstring>
#include <limits>

namespace sip {
namespace {

constexpr qsizetype MaxBrokenSize = 4096;

Error framingError(Error::Code code, const QString &detail)
{
    return {code, detail, -1, "R18.3-4"};
}

} // namespace

QByteArrayView StreamFramer::unread() const
{
    return QByteArrayView(m_buffer).sliced(m_read);
}

void StreamFramer::feed(QByteArrayView bytes)
{
    if (m_broken)
        return;
    if (m_read > 0 && m_read >= m_buffer.size() / 2) { // moving no more octets than were read: linear in all
        m_buffer.remove(0, m_read);
        m_read = 0;
    }
    m_buffer.append(bytes);
}

std::optional<StreamFramer::Frame> StreamFramer::next()
{
    if (m_broken)
        return {};
    if (m_messageSize < 0) {
        while (unread().startsWith('\n')) //= R7.5-1
            ++m_read;
        if (unread().startsWith('\r') && m_scanned == 0)
            if (pending() < 2 || unread()[1] == '\n')
                return nextKeepAlive();
        const auto headerSize = findHeaderEnd();
        if (headerSize.value_or(pending()) > m_limits.headerSize)
            return broken(
                framingError(Error::Code::TooLarge, Words::tr("no header end within %1 octets").arg(m_limits.headerSize)),
                m_limits.headerSize);
        if (!headerSize)
            return {};
        if (const auto error = readHeader(*headerSize))
            return broken(*error, *headerSize);
    }
    if (pending() < m_messageSize)
        return {};
    return take(Frame::Kind::Message, m_messageSize);
}

//= R5626.3.5.1-1 between messages CRLFCRLF is a ping, CRLF a pong
std::optional<StreamFramer::Frame> StreamFramer::nextKeepAlive()
{
    const QByteArrayView octets = unread();
    if (octets.startsWith("\r\n\r\n"))
        return take(Frame::Kind::Ping, 4);
    if (QByteArrayView("\r\n\r\n").startsWith(octets))
        return {};
    return take(Frame::Kind::Pong, 2);
}

std::optional<StreamFramer::Frame> StreamFramer::takePong()
{
    if (m_broken || m_messageSize >= 0 || unread() != QByteArrayView("\r\n"))
        return {};
    return take(Frame::Kind::Pong, 2);
}

/// Size of start line, rows and empty line. Lines that end in LF alone count too.
std::optional<qsizetype> StreamFramer::findHeaderEnd()
{
    const QByteArrayView octets = unread();
    const char *const end = octets.end();
    const char *at = octets.begin() + m_scanned;
    while (at != end && (at = static_cast<const char *>(std::memchr(at, '\n', size_t(end - at))))) {
        const char *after = at + 1;
        if (after != end && *after == '\r')
            ++after;
        if (after == end) {
            m_scanned = at - octets.begin(); // this line feed is looked at again
            return {};
        }
        if (*after == '\n')
            return after + 1 - octets.begin();
        at = after;
    }
    m_scanned = octets.size();
    return {};
}

//= R18.3-3 Content-Length, and nothing else, says where the message ends
//= R18.3-4
std::optional<Error> StreamFramer::readHeader(qsizetype headerSize)
{
    const Message header = parseMessage(unread().first(headerSize).toByteArray(), Framing::Stream);
    const QList<QByteArray> lengths = header.values(HeaderId::ContentLength);
    if (lengths.isEmpty())
        return framingError(Error::Code::Missing, Words::tr("Content-Length is missing: nothing says where the message ends"));
    for (const QByteArray &other : lengths)
        if (other != lengths.first())
            return framingError(Error::Code::Syntax, Words::tr("two Content-Length rows differ"));
    quint64 length = 0;
    if (!scan::number(lengths.first(), quint64(std::numeric_limits<qint64>::max()), &length))
        return framingError(Error::Code::Syntax, Words::tr("Content-Length is not a number of octets"));
    if (length > quint64(m_limits.bodySize))
        return framingError(
            Error::Code::TooLarge,
            Words::tr("Content-Length says %1 octets; at most %2 are accepted").arg(length).arg(m_limits.bodySize));
    m_messageSize = headerSize + qsizetype(length);
    return {};
}

StreamFramer::Frame StreamFramer::take(Frame::Kind kind, qsizetype size)
{
    Frame frame{kind, unread().first(size).toByteArray(), {}};
    m_read += size;
    m_scanned = 0;
    m_messageSize = -1;
    return frame;
}

StreamFramer::Frame StreamFramer::broken(Error error, qsizetype size)
{
    Frame frame{Frame::Kind::Broken, unread().first(qMin(size, MaxBrokenSize)).toByteArray(), std::move(error)};
    m_broken = true;
    takePending();
    return frame;
}

qsizetype StreamFramer::pending() const
{
    return m_buffer.size() - m_read;
}

QByteArray StreamFramer::takePending()
{
    const QByteArray rest = unread().toByteArray();
    m_buffer.clear();
    m_read = 0;
    m_scanned = 0;
    m_messageSize = -1;
    return rest;
}

} // namespace sip
