// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"
#include "transport/ws_reader.h"

#include <QTest>

#ifdef HAVE_WSLAY
#include <wslay/wslay.h>
#endif

using namespace sip;

#ifdef HAVE_WSLAY
namespace {

using Kind = WsReader::Item::Kind;

constexpr qsizetype largest = 200'000;

/// What wslay hears and says, and what it is given.
struct Wslay {
    explicit Wslay(WsRole own)
    {
        wslay_event_callbacks calls{};
        calls.recv_callback = [](wslay_event_context_ptr wslay, uint8_t *to, size_t size, int, void *self) -> ssize_t {
            QByteArray &left = static_cast<Wslay *>(self)->input;
            const qsizetype taken = qMin(qsizetype(size), left.size());
            if (taken == 0) {
                wslay_event_set_error(wslay, WSLAY_ERR_WOULDBLOCK);
                return -1;
            }
            std::copy_n(left.constData(), taken, to);
            left.remove(0, taken);
            return taken;
        };
        calls.send_callback = [](wslay_event_context_ptr, const uint8_t *octets, size_t size, int, void *self) -> ssize_t {
            static_cast<Wslay *>(self)->output.append(reinterpret_cast<const char *>(octets), qsizetype(size));
            return ssize_t(size);
        };
        calls.genmask_callback = [](wslay_event_context_ptr, uint8_t *to, size_t size, void *) {
            std::fill_n(to, size, uint8_t(0x5a));
            return 0;
        };
        calls.on_msg_recv_callback = [](wslay_event_context_ptr, const wslay_event_on_msg_recv_arg *message, void *self) {
            QByteArray payload(reinterpret_cast<const char *>(message->msg), qsizetype(message->msg_length));
            if (message->opcode == WSLAY_CONNECTION_CLOSE)
                payload = payload.mid(2);
            static_cast<Wslay *>(self)->heard += line(message->opcode, payload, message->status_code);
        };
        if (own == WsRole::Client)
            wslay_event_context_client_init(&context, &calls, this);
        else
            wslay_event_context_server_init(&context, &calls, this);
        wslay_event_config_set_max_recv_msg_length(context, largest);
    }
    ~Wslay() { wslay_event_context_free(context); }
    Wslay(const Wslay &) = delete;
    Wslay &operator=(const Wslay &) = delete;

    static QByteArray line(int opcode, const QByteArray &payload, int code)
    {
        return QByteArray::number(opcode) + ' ' + QByteArray::number(code) + ' ' + payload.toHex() + '\n';
    }

    /// \return what was heard, and with what it ended the connection
    QByteArray read(const QByteArray &octets)
    {
        input = octets;
        (void)wslay_event_recv(context);
        (void)wslay_event_send(context);
        if (wslay_event_get_close_sent(context) && !wslay_event_get_close_received(context)) {
            // A frame it cannot even cut it answers with a Close without a code.
            const int code = wslay_event_get_status_code_sent(context);
            heard += "broken " + QByteArray::number(code == WsClose::NoCode ? 1002 : code) + '\n';
        }
        return heard;
    }

    wslay_event_context_ptr context = nullptr;
    QByteArray input, output, heard;
};

QByteArray readByUs(const QByteArray &octets, WsRole own)
{
    WsReader reader(own, largest);
    reader.feed(octets);
    QByteArray out;
    while (const auto item = reader.next()) {
        switch (item->kind) {
        case Kind::Text: out += Wslay::line(WSLAY_TEXT_FRAME, item->payload, 0); break;
        case Kind::Binary: out += Wslay::line(WSLAY_BINARY_FRAME, item->payload, 0); break;
        case Kind::Ping: out += Wslay::line(WSLAY_PING, item->payload, 0); break;
        case Kind::Pong: out += Wslay::line(WSLAY_PONG, item->payload, 0); break;
        case Kind::Close:
            out += Wslay::line(WSLAY_CONNECTION_CLOSE, item->payload, item->code == WsClose::NoCode ? 0 : item->code);
            break;
        case Kind::Broken: out += "broken " + QByteArray::number(item->code) + '\n'; break;
        }
    }
    return out;
}

/// One frame as wslay writes it.
QByteArray writtenByWslay(const wslay_frame_iocb &frame)
{
    QByteArray out;
    const wslay_frame_callbacks calls{[](const uint8_t *octets, size_t size, int, void *to) -> ssize_t {
                                          static_cast<QByteArray *>(to)->append(reinterpret_cast<const char *>(octets),
                                                                                qsizetype(size));
                                          return ssize_t(size);
                                      },
                                      nullptr,
                                      [](uint8_t *to, size_t size, void *) {
                                          std::fill_n(to, size, uint8_t(0x5a));
                                          return 0;
                                      }};
    wslay_frame_context_ptr context = nullptr;
    wslay_frame_context_init(&context, &calls, &out);
    wslay_frame_iocb left = frame;
    do {
        const ssize_t sent = wslay_frame_send(context, &left);
        if (sent < 0)
            break;
        left.data += sent;
        left.data_length -= size_t(sent);
    } while (left.data_length > 0);
    wslay_frame_context_free(context);
    return out;
}

/// A stream of frames, most of them good.
QByteArray randomStream(Random &random, WsRole from)
{
    QByteArray out;
    bool inside = false;
    for (quint64 i = random.below(12) + 1; i > 0; --i) {
        const bool control = random.below(3) == 0;
        const bool fin = control || random.below(2) == 0;
        const bool odd = random.below(25) == 0;
        quint8 opcode = quint8(control ? 8 + random.below(3) : inside ? 0 : 1 + random.below(2));
        if (odd)
            opcode = quint8(QByteArrayView("\0\1\2\3\7\x9\xa\xb", 8)[qsizetype(random.below(8))]);
        constexpr quint64 sizes[] = {0, 1, 2, 5, 124, 125, 126, 127, 300, 65535, 65536};
        const quint64 size = sizes[random.below(control && !odd ? 6 : std::size(sizes))];
        QByteArray payload(qsizetype(size), 'x');
        for (quint64 j = 0; j < qMin<quint64>(size, 4); ++j)
            payload[qsizetype(j)] = char("a\xc3\xbc\xe2\x82\xac\xff\xed"[random.below(8)]);
        // Of two faults in one Close each side may name the other one first: never more than one.
        if (opcode == quint8(WsOpcode::Close) && !odd) {
            const bool badCode = random.below(10) == 0, badReason = !badCode && random.below(10) == 0;
            payload = wsCloseBody({int(badCode ? random.below(6000) : 1000 + random.below(4)), "r"}) + (badReason ? "\xff" : "");
            if (random.below(10) == 0)
                payload.clear(); // half a code, which RFC 6455 5.5.1 forbids, wslay takes for none
        }
        std::optional<WsMask> mask;
        if ((from == WsRole::Client) != (random.below(40) == 0))
            mask = WsMask{1, 2, 3, char(random.below(256))};
        out += wsFrame(WsOpcode(opcode), payload, mask, fin);
        if (!control)
            inside = !fin;
    }
    return out;
}

} // namespace
#endif

/// Our frames beside those of wslay, in both directions.
class TestWslay : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
#ifndef HAVE_WSLAY
        QSKIP("skipped: package libwslay-dev missing");
#endif
    }

#ifdef HAVE_WSLAY
    void frames_are_written_alike()
    {
        constexpr WsMask mask{0x5a, 0x5a, 0x5a, 0x5a};
        for (const qsizetype size : {0, 1, 2, 125, 126, 127, 1000, 65535, 65536, 100'000})
            for (const WsOpcode opcode : {WsOpcode::Continuation, WsOpcode::Text, WsOpcode::Binary, WsOpcode::Ping})
                for (const bool masked : {false, true})
                    for (const bool fin : {false, true}) {
                        if (opcode == WsOpcode::Ping && (size > 125 || !fin))
                            continue; // wslay refuses to write them
                        QByteArray payload(size, 'p');
                        for (qsizetype i = 0; i < size; ++i)
                            payload[i] = char(i);
                        const wslay_frame_iocb frame{fin,
                                                     0,
                                                     uint8_t(opcode),
                                                     uint64_t(size),
                                                     masked,
                                                     reinterpret_cast<const uint8_t *>(payload.constData()),
                                                     size_t(size)};
                        const QByteArray ours = wsFrame(opcode, payload, masked ? std::optional(mask) : std::nullopt, fin);
                        QCOMPARE(ours, writtenByWslay(frame));
                    }
    }

    void streams_are_read_alike_data()
    {
        QTest::addColumn<int>("own");
        QTest::newRow("as a client") << int(WsRole::Client);
        QTest::newRow("as a server") << int(WsRole::Server);
    }
    void streams_are_read_alike()
    {
        QFETCH(int, own);
        const WsRole role = WsRole(own), peer = role == WsRole::Client ? WsRole::Server : WsRole::Client;
        int broken = 0, closed = 0;
        for (quint32 seed = 1; seed <= 4000; ++seed) {
            SeededRandom random(seed);
            const QByteArray stream = randomStream(random, peer);
            const QByteArray ours = readByUs(stream, role);
            Wslay wslay(role);
            const QByteArray theirs = wslay.read(stream);
            QVERIFY2(ours == theirs,
                     qPrintable(QStringLiteral("seed %1\nours:\n%2\nwslay:\n%3\nstream: %4")
                                    .arg(seed)
                                    .arg(QString::fromLatin1(ours.left(600)), QString::fromLatin1(theirs.left(600)),
                                         QString::fromLatin1(stream.left(300).toHex()))));
            broken += ours.contains("broken");
            closed += ours.startsWith("8 ") || ours.contains("\n8 ");
        }
        QVERIFY2(broken > 500 && closed > 500, qPrintable(QStringLiteral("%1 broken, %2 closed").arg(broken).arg(closed)));
    }

    void a_conversation_with_wslay()
    {
        Wslay server(WsRole::Server);
        constexpr WsMask mask{9, 8, 7, 6};
        server.read(wsFrame(WsOpcode::Text, "OPT", mask, false) + wsFrame(WsOpcode::Ping, "are you there", mask));
        const QByteArray heard = server.read(wsFrame(WsOpcode::Continuation, "IONS", mask) +
                                             wsFrame(WsOpcode::Close, wsCloseBody({1000, "done"}), mask));
        QCOMPARE(heard, Wslay::line(9, "are you there", 0) + Wslay::line(1, "OPTIONS", 0) + Wslay::line(8, "done", 1000));
        QCOMPARE(readByUs(server.output, WsRole::Client), Wslay::line(10, "are you there", 0) + Wslay::line(8, "done", 1000));
    }
#endif
};

QTEST_GUILESS_MAIN(TestWslay)
#include "tst_wslay.moc"
