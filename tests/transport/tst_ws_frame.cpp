// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/ws_frame.h"
#include "transport/ws_reader.h"

#include <QTest>

using namespace sip;
using Kind = WsReader::Item::Kind;

namespace {

constexpr WsMask mask{0x37, char(0xfa), 0x21, 0x3d};
constexpr qsizetype largest = 100'000;

struct Outcome {
    QList<WsReader::Item> items;
    qsizetype most = 0; ///< octets held
};

/// \param piece  octets fed at once; 0: all
Outcome read(const QByteArray &octets, qsizetype piece = 0, WsRole own = WsRole::Client)
{
    Outcome out;
    WsReader reader(own, largest);
    const qsizetype step = piece ? piece : qMax<qsizetype>(1, octets.size());
    for (qsizetype at = 0; at < octets.size(); at += step) {
        reader.feed(QByteArrayView(octets).sliced(at, qMin(step, octets.size() - at)));
        out.most = qMax(out.most, reader.pending());
        while (auto item = reader.next())
            out.items.append(*item);
    }
    return out;
}

QByteArray text(const QByteArray &payload, bool fin = true)
{
    return wsFrame(WsOpcode::Text, payload, {}, fin);
}

QByteArray more(const QByteArray &payload, bool fin = true)
{
    return wsFrame(WsOpcode::Continuation, payload, {}, fin);
}

QByteArray closing(const QByteArray &body)
{
    return wsFrame(WsOpcode::Close, body, {});
}

} // namespace

/// Frames of RFC 6455 5: written, read whole and in pieces, and refused where they break a rule.
class TestWsFrame : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void the_examples_of_rfc_6455_5_7()
    {
        QCOMPARE(text("Hello"), QByteArray::fromHex("810548656c6c6f"));
        QCOMPARE(wsFrame(WsOpcode::Text, "Hello", mask), QByteArray::fromHex("818537fa213d7f9f4d5158"));
        QCOMPARE(text("Hel", false) + more("lo"), QByteArray::fromHex("010348656c80026c6f"));
        QCOMPARE(wsFrame(WsOpcode::Ping, "Hello", {}), QByteArray::fromHex("890548656c6c6f"));
        QCOMPARE(wsFrame(WsOpcode::Pong, "Hello", mask), QByteArray::fromHex("8a8537fa213d7f9f4d5158"));
        QCOMPARE(wsFrame(WsOpcode::Binary, QByteArray(256, 'b'), {}).first(4), QByteArray::fromHex("827e0100"));
        QCOMPARE(wsFrame(WsOpcode::Binary, QByteArray(65536, 'b'), {}).first(10), QByteArray::fromHex("827f0000000000010000"));
    }

    void lengths_are_as_short_as_they_can_be_data()
    {
        QTest::addColumn<qsizetype>("size");
        QTest::addColumn<int>("head");
        for (const auto &[size, head] : {std::pair(0, 2), {125, 2}, {126, 4}, {127, 4}, {65535, 4}, {65536, 10}})
            QTest::addRow("%d", size) << qsizetype(size) << head;
    }
    void lengths_are_as_short_as_they_can_be()
    {
        QFETCH(qsizetype, size);
        QFETCH(int, head);
        const QByteArray payload(size, 'p');
        const QByteArray frame = wsFrame(WsOpcode::Text, payload, {});
        QCOMPARE(frame.size(), head + size);
        const auto read = readWsFrameHead(frame);
        QVERIFY(read && read->shortest && read->fin && !read->mask);
        QCOMPARE(read->size, head);
        QCOMPARE(read->length, quint64(size));
        for (int cut = 0; cut < head; ++cut)
            QVERIFY(!readWsFrameHead(frame.first(cut)));
    }

    //= R7118.4.2-1
    void messages_come_whole_from_any_split()
    {
        const QByteArray stream = text("Hel", false) + wsFrame(WsOpcode::Ping, "p", {}) + more("", false) +
                                  wsFrame(WsOpcode::Pong, "", {}) + more("lo") + wsFrame(WsOpcode::Binary, "\xff\x00z", {}) +
                                  text("") + closing(wsCloseBody({1001, "gr\xc3\xbc\xc3\x9f"}));
        for (qsizetype piece = 0; piece < 12; ++piece) {
            const QList<WsReader::Item> items = read(stream, piece).items;
            QCOMPARE(items.size(), 6);
            QCOMPARE(items[0].kind, Kind::Ping);
            QCOMPARE(items[0].payload, QByteArray("p"));
            QCOMPARE(items[1].kind, Kind::Pong);
            QCOMPARE(items[2].kind, Kind::Text);
            QCOMPARE(items[2].payload, QByteArray("Hello"));
            QCOMPARE(items[2].frames, 3);
            QCOMPARE(items[3].kind, Kind::Binary);
            QCOMPARE(items[3].frames, 1);
            QCOMPARE(items[4].payload, QByteArray());
            QCOMPARE(items[5].kind, Kind::Close);
            QCOMPARE(items[5].code, 1001);
            QCOMPARE(items[5].payload, QByteArray("gr\xc3\xbc\xc3\x9f"));
        }
    }

    void nothing_is_read_after_a_close()
    {
        const Outcome outcome = read(closing({}) + text("late"));
        QCOMPARE(outcome.items.size(), 1);
        QCOMPARE(outcome.items.first().code, int(WsClose::NoCode));
    }

    void what_breaks_a_rule_ends_the_connection_data()
    {
        QTest::addColumn<QByteArray>("octets");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("words");
        const auto add = [](const char *name, const QByteArray &octets, int code, const char *words) {
            QTest::newRow(name) << octets << code << QString::fromLatin1(words);
        };
        add("RSV1", QByteArray::fromHex("c10161"), 1002, "reserved bit");
        add("RSV3", QByteArray::fromHex("910161"), 1002, "reserved bit");
        add("unknown kind", QByteArray::fromHex("830161"), 1002, "unknown kind 3");
        add("unknown control kind", QByteArray::fromHex("8b0161"), 1002, "unknown kind 11");
        add("masked by the server", wsFrame(WsOpcode::Text, "a", mask), 1002, "the server masked");
        add("16 bits for 125", QByteArray::fromHex("817e007d"), 1002, "longer than need be");
        add("64 bits for 65535", QByteArray::fromHex("817f000000000000ffff"), 1002, "longer than need be");
        add("more than 63 bits", QByteArray::fromHex("817f8000000000000000"), 1002, "63 bits");
        add("control in pieces", QByteArray::fromHex("0900"), 1002, "control frame in pieces");
        add("control of 126", QByteArray::fromHex("897e007e"), 1002, "control frame of 126 octets");
        add("continuation of nothing", more("a"), 1002, "had not begun");
        add("text within text", text("a", false) + text("b"), 1002, "in the middle of another");
        add("too large", QByteArray::fromHex("827f00000000000186a1"), 1009, "100001 octets or more");
        add("too large in sum", text(QByteArray(99'999, 'a'), false) + more("ab"), 1009, "100001 octets or more");
        add("2^63 - 1", QByteArray::fromHex("827f7fffffffffffffff"), 1009, "at most 100000");
        add("text not UTF-8", text("a\xff"), 1007, "not UTF-8");
        add("text with half a character", text("\xc3"), 1007, "not UTF-8");
        add("surrogate in pieces", text("\xed", false) + more("\xa0\x80"), 1007, "not UTF-8");
        add("above U+10FFFF", text("\xf4\x90\x80\x80"), 1007, "not UTF-8");
        add("longer than need be", text("\xe0\x80\xaf"), 1007, "not UTF-8");
        add("half a close code", closing("\x03"), 1002, "half a code");
        add("close 999", closing(QByteArray::fromHex("03e7")), 1002, "the code 999");
        add("close 1005", closing(QByteArray::fromHex("03ed")), 1002, "the code 1005");
        add("close 1015", closing(QByteArray::fromHex("03f7")), 1002, "the code 1015");
        add("close 2999", closing(QByteArray::fromHex("0bb7")), 1002, "the code 2999");
        add("close 5000", closing(QByteArray::fromHex("1388")), 1002, "the code 5000");
        add("reason not UTF-8", closing(QByteArray::fromHex("03e8ff")), 1007, "reason");
    }
    void what_breaks_a_rule_ends_the_connection()
    {
        QFETCH(QByteArray, octets);
        QFETCH(int, code);
        QFETCH(QString, words);
        for (const qsizetype piece : {qsizetype(0), qsizetype(1)}) {
            const QList<WsReader::Item> items = read(octets + text("never"), piece).items;
            QCOMPARE(items.size(), 1);
            QCOMPARE(items.first().kind, Kind::Broken);
            QCOMPARE(items.first().code, code);
            QVERIFY2(items.first().problem.contains(words), qPrintable(items.first().problem));
        }
    }

    void a_server_wants_masks()
    {
        QCOMPARE(read(text("a"), 0, WsRole::Server).items.first().kind, Kind::Broken);
        const QList<WsReader::Item> items = read(wsFrame(WsOpcode::Text, "masked", mask), 1, WsRole::Server).items;
        QCOMPARE(items.first().payload, QByteArray("masked"));
    }

    void characters_may_be_cut_between_frames()
    {
        const QByteArray whole = "\xe2\x82\xac\xf0\x9f\x98\x80";
        QByteArray stream;
        for (qsizetype i = 0; i < whole.size(); ++i)
            stream += wsFrame(i ? WsOpcode::Continuation : WsOpcode::Text, whole.sliced(i, 1), {}, i + 1 == whole.size());
        QCOMPARE(read(stream).items.first().payload, whole);
    }

    void no_more_than_one_message_is_held()
    {
        QByteArray stream;
        for (int i = 0; i < 50; ++i)
            stream += text(QByteArray(40'000, 'a'), false) + more(QByteArray(60'000, 'b'));
        const Outcome outcome = read(stream, 1000);
        QCOMPARE(outcome.items.size(), 50);
        QVERIFY2(outcome.most <= largest + 1014, qPrintable(QString::number(outcome.most)));
    }

    void a_close_says_as_much_as_fits()
    {
        QCOMPARE(wsCloseBody({}), QByteArray());
        QCOMPARE(wsCloseBody({1000, {}}), QByteArray::fromHex("03e8"));
        const QByteArray body = wsCloseBody({1002, QByteArray(122, 'r') + "\xc3\xbc"});
        QCOMPARE(body.size(), 124); // not half of the last character
        QCOMPARE(read(closing(body)).items.first().kind, Kind::Close);
    }

    void codes_have_names()
    {
        QCOMPARE(wsCloseText(1001), QStringLiteral("going away"));
        QCOMPARE(wsCloseText(4711), QString());
        QVERIFY(isWsCloseCode(1014) && isWsCloseCode(3000) && isWsCloseCode(4999));
        QVERIFY(!isWsCloseCode(1006) && !isWsCloseCode(1016) && !isWsCloseCode(0));
    }
};

QTEST_GUILESS_MAIN(TestWsFrame)
#include "tst_ws_frame.moc"
