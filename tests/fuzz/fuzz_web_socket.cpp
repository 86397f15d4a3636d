// SPDX-License-Identifier: GPL-3.0-or-later
// WebSocket: any split gives the same messages and end, memory is bounded, heads and frames of anybody are survived.
#include "fuzz.h"
#include "transport/ws_handshake.h"
#include "transport/ws_session.h"

using namespace sip;

namespace {

constexpr qsizetype largest = 300;

/// \param sizes  the sizes of the pieces, over and over; empty: one piece
QByteArray itemsOf(const QByteArray &input, const QByteArray &sizes, WsRole own)
{
    WsReader reader(own, largest);
    QByteArray out;
    bool over = false;
    for (qsizetype at = 0, i = 0; at < input.size(); ++i) {
        const qsizetype wanted = sizes.isEmpty() ? input.size() : quint8(sizes[i % sizes.size()]) % 32 + 1;
        const qsizetype size = qMin(wanted, input.size() - at);
        reader.feed(QByteArrayView(input).sliced(at, size));
        at += size;
        while (const auto item = reader.next()) {
            using Kind = WsReader::Item::Kind;
            require(!over, "nothing comes after the end");
            over = item->kind == Kind::Close || item->kind == Kind::Broken;
            require(item->payload.size() <= largest, "no message is larger than permitted");
            require(item->kind != Kind::Text || QUtf8StringView(item->payload).isValidUtf8(), "text is UTF-8");
            require(item->kind != Kind::Broken || isWsCloseCode(item->code), "what is broken is closed with a code");
            out +=
                char('0' + int(item->kind)) + item->payload + '|' + QByteArray::number(item->code) + item->problem.toUtf8() + '|';
        }
        constexpr qsizetype head = 14;
        require(over || reader.pending() <= 2 * largest + head, "no more than a message and a frame are held");
    }
    return out;
}

/// A whole session: the peer sends anything at all.
void play(const QByteArray &input, WsRole own)
{
    SeededRandom random(1);
    WsSession session =
        own == WsRole::Client ? WsSession({}, "example.com", random, largest) : WsSession(WsServerSettings(), random, largest);
    if (own == WsRole::Client) {
        session.start();
        // The key is that of the seed: with the right answer in front, what follows it is frames.
        const QByteArray key = HttpHead::parse(session.takeOutput()).value("Sec-WebSocket-Key");
        if (!input.isEmpty() && input[0] & 1)
            session.feed("HTTP/1.1 101 x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Protocol: sip\r\n"
                         "Sec-WebSocket-Accept: " +
                         wsAccept(key) + "\r\n\r\n");
    }
    session.feed(input.mid(1));
    session.takeEvents();
    require(session.state() == WsSession::State::Handshake || session.state() == WsSession::State::Open ||
                !session.problem().isEmpty(),
            "an end has its reason");
    require(session.takeOutput().size() < 2000, "little is answered");
    session.giveUp(QStringLiteral("over"));
}

} // namespace

void fuzz(const QByteArray &input)
{
    const qsizetype n = qMin<qsizetype>(4, input.size());
    const QByteArray stream = input.sliced(n);
    for (const WsRole own : {WsRole::Client, WsRole::Server}) {
        const QByteArray whole = itemsOf(stream, {}, own);
        require(itemsOf(stream, QByteArray(1, '\0'), own) == whole, "one octet at a time gives the same items");
        require(itemsOf(stream, input.first(n), own) == whole, "any split gives the same items");
        play(stream, own);
    }
    const HttpHead head = HttpHead::parse(stream);
    judgeWsAnswer(head, "dGhlIHNhbXBsZSBub25jZQ==", {"sip"});
    answerWsRequest(head, {});
    if (const auto row = wsHeader(stream); row)
        require(!row->value.contains('\n') && !row->name.contains(':'), "a row is one row");
}
