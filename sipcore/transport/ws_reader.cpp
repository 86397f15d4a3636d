// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/ws_reader.h"

#include <QtEndian>

#include <utility>

namespace sip {
namespace {

constexpr int ProtocolError = 1002, NotUtf8 = 1007, TooBig = 1009;
constexpr quint64 LargestControl = 125;

bool isControl(quint8 opcode)
{
    return (opcode & 8) != 0;
}

bool isKnown(quint8 opcode)
{
    return opcode <= quint8(WsOpcode::Binary) || (opcode >= quint8(WsOpcode::Close) && opcode <= quint8(WsOpcode::Pong));
}

} // namespace

void WsReader::feed(QByteArrayView octets)
{
    if (m_over)
        return;
    if (m_read > 0 && m_read >= m_buffer.size() / 2) { // moving no more octets than were read: linear in all
        m_buffer.remove(0, m_read);
        m_read = 0;
    }
    m_buffer.append(octets);
}

std::optional<WsReader::Item> WsReader::next()
{
    while (!m_over) {
        const std::optional<WsFrameHead> head = readWsFrameHead(unread());
        if (!head)
            return std::nullopt;
        if (auto bad = flaw(*head)) // before its payload: what is too large is never waited for
            return bad;
        if (quint64(unread().size() - head->size) < head->length)
            return std::nullopt;
        QByteArray payload = unread().sliced(head->size, qsizetype(head->length)).toByteArray();
        m_read += head->size + qsizetype(head->length);
        if (head->mask)
            maskWsPayload(payload.data(), payload.size(), *head->mask);
        if (auto item = takeFrame(*head, std::move(payload)))
            return item;
    }
    return std::nullopt;
}

/// What is wrong with a frame, as far as its start tells.
std::optional<WsReader::Item> WsReader::flaw(const WsFrameHead &head)
{
    if (head.reserved != 0)
        return broken(ProtocolError,
                      Phrase(QT_TRANSLATE_NOOP("core", "the peer set a reserved bit, although no extension was agreed on")));
    if (!isKnown(head.opcode))
        return broken(ProtocolError,
                      Phrase(QT_TRANSLATE_NOOP("core", "the peer sent a frame of the unknown kind %1")).arg(head.opcode));
    if (m_own == WsRole::Client && head.mask)
        return broken(ProtocolError, Phrase(QT_TRANSLATE_NOOP("core", "the server masked a frame, which only clients may")));
    if (m_own == WsRole::Server && !head.mask)
        return broken(ProtocolError, Phrase(QT_TRANSLATE_NOOP("core", "the client did not mask a frame")));
    if (!head.shortest)
        return broken(ProtocolError,
                      Phrase(QT_TRANSLATE_NOOP("core", "the peer wrote the length of a frame longer than need be")));
    if (head.length >> 63)
        return broken(ProtocolError,
                      Phrase(QT_TRANSLATE_NOOP("core", "the peer sent a frame with a length of more than 63 bits")));
    if (isControl(head.opcode)) {
        if (!head.fin)
            return broken(ProtocolError, Phrase(QT_TRANSLATE_NOOP("core", "the peer sent a control frame in pieces")));
        if (head.length > LargestControl)
            return broken(ProtocolError,
                          Phrase(QT_TRANSLATE_NOOP("core", "the peer sent a control frame of %1 octets; %2 are the most"))
                              .arg(head.length)
                              .arg(LargestControl));
        return std::nullopt;
    }
    const bool continues = head.opcode == quint8(WsOpcode::Continuation);
    if (continues && m_frames == 0)
        return broken(ProtocolError, Phrase(QT_TRANSLATE_NOOP("core", "the peer went on with a message that had not begun")));
    if (!continues && m_frames > 0)
        return broken(ProtocolError, Phrase(QT_TRANSLATE_NOOP("core", "the peer began a message in the middle of another")));
    if (head.length > quint64(m_largest - m_message.size()))
        return broken(TooBig,
                      Phrase(QT_TRANSLATE_NOOP("core", "the peer sent a message of %1 octets or more; at most %2 are accepted"))
                          .arg(quint64(m_message.size()) + head.length)
                          .arg(m_largest));
    return std::nullopt;
}

std::optional<WsReader::Item> WsReader::takeFrame(const WsFrameHead &head, QByteArray payload)
{
    const auto opcode = WsOpcode(head.opcode);
    if (isControl(head.opcode))
        return takeControl(opcode, std::move(payload));
    if (opcode != WsOpcode::Continuation) {
        m_text = opcode == WsOpcode::Text;
        m_utf8 = {};
    }
    ++m_frames;
    if (m_text && (!m_utf8.take(payload) || (head.fin && !m_utf8.isWhole())))
        return broken(NotUtf8, QT_TRANSLATE_NOOP("core", "a text message of the peer is not UTF-8"));
    if (m_message.isEmpty())
        m_message = std::move(payload);
    else
        m_message.append(payload);
    if (!head.fin)
        return std::nullopt;
    Item item;
    item.kind = m_text ? Item::Kind::Text : Item::Kind::Binary;
    item.payload = std::exchange(m_message, {});
    item.frames = std::exchange(m_frames, 0);
    return item;
}

std::optional<WsReader::Item> WsReader::takeControl(WsOpcode opcode, QByteArray payload)
{
    Item item;
    if (opcode != WsOpcode::Close) {
        item.kind = opcode == WsOpcode::Ping ? Item::Kind::Ping : Item::Kind::Pong;
        item.payload = std::move(payload);
        return item;
    }
    item.kind = Item::Kind::Close;
    item.code = WsClose::NoCode;
    if (payload.size() == 1)
        return broken(ProtocolError, Phrase(QT_TRANSLATE_NOOP("core", "the peer sent a Close with half a code")));
    if (payload.size() > 1) {
        item.code = qFromBigEndian<quint16>(payload.constData());
        item.payload = payload.sliced(2);
        if (!isWsCloseCode(item.code))
            return broken(ProtocolError,
                          Phrase(QT_TRANSLATE_NOOP("core", "the peer sent a Close with the code %1, which must not be sent"))
                              .arg(item.code));
        Utf8Check check;
        if (!check.take(item.payload) || !check.isWhole())
            return broken(NotUtf8, QT_TRANSLATE_NOOP("core", "the reason in the Close of the peer is not UTF-8"));
    }
    m_over = true;
    return item;
}

std::optional<WsReader::Item> WsReader::broken(int code, const Phrase &problem)
{
    m_over = true;
    Item item;
    item.kind = Item::Kind::Broken;
    item.code = code;
    item.problem = problem.shown;
    item.reason = problem.english.toUtf8();
    return item;
}

qsizetype WsReader::pending() const
{
    return m_buffer.size() - m_read + m_message.size();
}

QByteArray WsReader::takeFragments()
{
    m_frames = 0;
    return std::exchange(m_message, {});
}

} // namespace sip
