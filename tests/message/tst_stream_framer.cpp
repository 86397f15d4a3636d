// SPDX-License-Identifier: GPL-3.0-or-later
#include "message/stream_framer.h"

#include <QRandomGenerator>
#include <QtTest>

using namespace sip;
using Kind = StreamFramer::Frame::Kind;

namespace {

QByteArray message(const QByteArray &rows, const QByteArray &body = {})
{
    return "MESSAGE sip:bob@example.com SIP/2.0\r\n" + rows + "\r\n" + body;
}

void takeAll(StreamFramer &framer, QByteArray *out)
{
    while (const auto frame = framer.next())
        *out += "<" + QByteArray::number(int(frame->kind)) + ">" + frame->bytes;
}

/// Everything a framer says, as one text, when the input comes in pieces of the sizes \a size gives.
template<class Size> QByteArray framesOf(const QByteArray &input, Size size, StreamFramer::Limits limits = {})
{
    StreamFramer framer(limits);
    QByteArray out;
    for (qsizetype at = 0; at < input.size();) {
        const qsizetype n = qMin<qsizetype>(size(), input.size() - at);
        framer.feed(QByteArrayView(input).sliced(at, n));
        takeAll(framer, &out);
        at += n;
    }
    if (const auto pong = framer.takePong())
        out += "<pong at the end>";
    return out + "<rest>" + framer.takePending();
}

StreamFramer::Frame onlyFrame(const QByteArray &input, StreamFramer::Limits limits = {})
{
    StreamFramer framer(limits);
    framer.feed(input);
    const auto frame = framer.next();
    return frame ? *frame : StreamFramer::Frame{Kind::Pong, "(nothing)", {}};
}

} // namespace

class TestStreamFramer : public QObject {
    Q_OBJECT
private Q_SLOTS:
    //= R18.3-3
    void r18_3_3_any_split_gives_the_same_frames_data()
    {
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<QByteArray>("expected");
        const QByteArray a = message("Content-Length: 4\r\n", "\r\n\r\n");
        const QByteArray b = message("X: y\r\nl:\r\n 0\r\nContent-Length: 0\r\n");
        const QByteArray lf = "SIP/2.0 200 OK\nl: 3\n\nabc";
        QTest::newRow("one message") << a << "<0>" + a + "<rest>";
        QTest::newRow("coalesced") << a + b + lf << "<0>" + a + "<0>" + b + "<0>" + lf + "<rest>";
        QTest::newRow("not whole") << a + b.chopped(1) << "<0>" + a + "<rest>" + b.chopped(1);
        QTest::newRow("body not whole") << a.chopped(2) << "<rest>" + a.chopped(2);
        //= R5626.3.5.1-1
        QTest::newRow("ping") << QByteArray("\r\n\r\n") << QByteArray("<1>\r\n\r\n<rest>");
        QTest::newRow("pong at the end") << a + "\r\n"
                                         << "<0>" + a + "<pong at the end><rest>";
        QTest::newRow("pong before a message") << "\r\n" + a << "<2>\r\n<0>" + a + "<rest>";
        QTest::newRow("ping, pong, message") << "\r\n\r\n\r\n" + a << "<1>\r\n\r\n<2>\r\n<0>" + a + "<rest>";
        //= R7.5-1
        QTest::newRow("line feeds are skipped") << "\n\n" + lf + "\n" + lf << "<0>" + lf + "<0>" + lf + "<rest>";
        QTest::newRow("CR alone is no keep-alive") << "\r" + lf << "<0>\r" + lf + "<rest>";
        QTest::newRow("nothing") << QByteArray() << QByteArray("<rest>");
    }
    void r18_3_3_any_split_gives_the_same_frames()
    {
        QFETCH(const QByteArray, input);
        QFETCH(const QByteArray, expected);
        QCOMPARE(framesOf(input, [] { return 1 << 20; }), expected);
        QCOMPARE(framesOf(input, [] { return 1; }), expected);
        QRandomGenerator random(7);
        for (int i = 0; i < 50; ++i)
            QCOMPARE(framesOf(input, [&random] { return random.bounded(1, 9); }), expected);
    }
    //= R18.3-4
    void r18_3_4_what_cannot_be_framed_is_reported_once_data()
    {
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<int>("code");
        const auto bad = [](const char *name, const QByteArray &input, Error::Code code) {
            QTest::newRow(name) << input << int(code);
        };
        bad("no Content-Length", message("X: y\r\n"), Error::Code::Missing);
        bad("negative", message("Content-Length: -1\r\n"), Error::Code::Syntax);
        bad("text", message("Content-Length: many\r\n"), Error::Code::Syntax);
        bad("empty", message("Content-Length:\r\n"), Error::Code::Syntax);
        bad("beyond 64 bits", message("Content-Length: 99999999999999999999999\r\n"), Error::Code::Syntax);
        bad("2^63 - 1", message("Content-Length: 9223372036854775807\r\n"), Error::Code::TooLarge);
        bad("above the limit", message("Content-Length: 16777217\r\n"), Error::Code::TooLarge);
        bad("two that differ", message("Content-Length: 1\r\nl: 2\r\n"), Error::Code::Syntax);
        bad("header without end", "MESSAGE sip:a SIP/2.0\r\nX: " + QByteArray(65536, 'y'), Error::Code::TooLarge);
        bad("no line end at all", QByteArray(70000, '\0'), Error::Code::TooLarge);
        bad("header just above the limit", message("l: 0\r\nX: " + QByteArray(65536 - 49, 'y') + "\r\n"), Error::Code::TooLarge);
        bad("HTTP", "GET / HTTP/1.1\r\nHost: a\r\n\r\n", Error::Code::Missing);
    }
    void r18_3_4_what_cannot_be_framed_is_reported_once()
    {
        QFETCH(const QByteArray, input);
        QFETCH(const int, code);
        StreamFramer framer;
        framer.feed(input);
        const auto frame = framer.next();
        QVERIFY(frame && frame->kind == Kind::Broken);
        QCOMPARE(int(frame->error.code), code);
        QCOMPARE(QByteArray(frame->error.rule), QByteArray("R18.3-4"));
        QVERIFY(!frame->error.detail.isEmpty());
        QVERIFY(frame->bytes.size() <= 4096 && input.startsWith(frame->bytes));
        framer.feed(message("Content-Length: 0\r\n"));
        QVERIFY(!framer.next() && !framer.takePong());
        QCOMPARE(framer.pending(), 0);
        QCOMPARE(framesOf(input, [] { return 1; }), framesOf(input, [] { return 1 << 20; }));
    }
    void limits_are_inclusive()
    {
        const QByteArray exact = message("l: 3\r\n", "abc");
        const StreamFramer::Limits limits{exact.size() - 3, 3};
        QCOMPARE(onlyFrame(exact, limits).kind, Kind::Message);
        QCOMPARE(onlyFrame(exact, {limits.headerSize - 1, 3}).kind, Kind::Broken);
        QCOMPARE(onlyFrame(exact, {limits.headerSize, 2}).kind, Kind::Broken);
    }
    void memory_is_bounded_by_the_limits()
    {
        StreamFramer framer({1000, 1000});
        qsizetype most = 0;
        for (int i = 0; i < 10000; ++i) {
            framer.feed("X: endless\r\n");
            while (framer.next()) {
            }
            most = qMax(most, framer.pending());
        }
        QVERIFY(most <= 1012);
    }
    void a_flood_of_keep_alives_and_small_messages_is_linear()
    {
        const QByteArray small = "A sip:b SIP/2.0\r\nl:0\r\n\r\n";
        QByteArray input;
        for (int i = 0; i < 100000; ++i) // quadratic work would take minutes
            input += "\r\n\r\n" + small;
        StreamFramer framer;
        int pings = 0;
        int messages = 0;
        for (qsizetype at = 0; at < input.size(); at += 65536) {
            framer.feed(QByteArrayView(input).sliced(at, qMin<qsizetype>(65536, input.size() - at)));
            while (const auto frame = framer.next())
                (frame->kind == Kind::Ping ? pings : messages) += 1;
        }
        QCOMPARE(pings, 100000);
        QCOMPARE(messages, 100000);
    }
    void a_large_body_in_small_pieces_is_linear()
    {
        const QByteArray whole = message("l: 8000000\r\n", QByteArray(8000000, '\n'));
        int pieces = 0;
        const QByteArray frames = framesOf(whole, [&pieces] { return ++pieces, 100; });
        QCOMPARE(frames.size(), whole.size() + 9);
        QVERIFY(pieces > 80000);
    }
    void what_is_pending_can_be_taken_when_the_peer_closes()
    {
        StreamFramer framer;
        framer.feed("INVITE sip:a SIP/2.0\r\nl: 5\r\n\r\nab");
        QVERIFY(!framer.next());
        QVERIFY(!framer.takePong());
        QCOMPARE(framer.pending(), 32);
        QVERIFY(framer.takePending().endsWith("ab"));
        QCOMPARE(framer.pending(), 0);
        framer.feed("\r\n");
        QVERIFY(!framer.next());
        QCOMPARE(framer.takePong()->kind, Kind::Pong);
    }
};

QTEST_GUILESS_MAIN(TestStreamFramer)
#include "tst_stream_framer.moc"
