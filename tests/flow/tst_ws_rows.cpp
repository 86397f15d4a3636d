// SPDX-License-Identifier: GPL-3.0-or-later
#include "flow/flow_text.h"
#include "flow_events.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

sip::WsHandshake asked()
{
    sip::WsHandshake half;
    half.path.protocol = sip::Protocol::Ws;
    half.path.connection = 3;
    half.head = "GET /ws HTTP/1.1\r\nHost: example.com\r\nOrigin: https://example.com\r\n\r\n";
    half.protocol = "sip";
    return half;
}

sip::WsHandshake answered(int status, const QString &problem = {})
{
    sip::WsHandshake half = asked();
    half.received = half.isAnswer = true;
    half.head = status ? "HTTP/1.1 " + QByteArray::number(status) + " Words\r\n\r\n" : QByteArray();
    half.status = status;
    half.protocol = status == 101 ? "sip" : "";
    half.duration = 1500us;
    half.problem = problem;
    return half;
}

} // namespace

/// What a WebSocket does, as rows.
class tst_WsRows : public QObject {
    Q_OBJECT
private Q_SLOTS:
    //= R7118-2
    void both_halves_of_the_handshake_are_rows()
    {
        const diag::LadderRow request = row(asked());
        QCOMPARE(request.kind, diag::RowKind::Ws);
        QCOMPARE(request.origin, diag::Origin::Local);
        QCOMPARE(request.label, u"WebSocket asked for (#3)"_s);
        QCOMPARE(request.detail, u"GET /ws HTTP/1.1, Host: example.com, Origin: https://example.com, subprotocol sip offered"_s);
        QVERIFY(!request.minor);
        const diag::LadderRow answer = row(answered(101));
        QCOMPARE(answer.origin, diag::Origin::Wire);
        QCOMPARE(answer.label, u"WebSocket open (#3)"_s);
        QCOMPARE(answer.detail, u"HTTP/1.1 101 Words, subprotocol sip, 1.5 ms"_s);
        QCOMPARE(answer.cause, sip::LocalCause::None);
    }

    void what_failed_says_so_first_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("label");
        QTest::newRow("refused") << 403 << u"WebSocket refused (#3)"_s;
        QTest::newRow("not good enough") << 101 << u"WebSocket refused by us (#3)"_s;
        QTest::newRow("no answer") << 0 << u"WebSocket handshake failed (#3)"_s;
    }
    void what_failed_says_so_first()
    {
        QFETCH(int, status);
        QFETCH(QString, label);
        const diag::LadderRow answer = row(answered(status, u"it is no good"_s));
        QCOMPARE(answer.label, label);
        QCOMPARE(answer.cause, sip::LocalCause::Ws);
        QVERIFY2(answer.detail.startsWith(u"it is no good"_s), qPrintable(answer.detail));
    }

    void a_proxy_has_rows_of_its_own()
    {
        sip::WsHandshake half = asked();
        half.withProxy = true;
        half.head = "CONNECT 192.0.2.1:80 HTTP/1.1\r\n\r\n";
        half.protocol.clear();
        QCOMPARE(row(half).label, u"way through the proxy asked for (#3)"_s);
        QCOMPARE(row(half).detail, u"CONNECT 192.0.2.1:80 HTTP/1.1"_s);
        half = answered(200);
        half.withProxy = true;
        QCOMPARE(row(half).label, u"way through the proxy open (#3)"_s);
        half = answered(403, u"no"_s);
        half.withProxy = true;
        QCOMPARE(row(half).label, u"way through the proxy failed (#3)"_s);
    }

    //= R7118-2
    void close_codes_are_told_in_words()
    {
        sip::WsControl close{{}, sip::WsControl::Kind::Close, true, "at noon", 1001, u"going away"_s};
        close.path.connection = 3;
        QCOMPARE(row(close).label, u"WebSocket Close from the peer: 1001 going away (#3)"_s);
        QCOMPARE(row(close).detail, u"at noon"_s);
        QVERIFY(!row(close).minor);
        close.code = 1005;
        close.meaning = u"no code given"_s;
        close.received = false;
        QCOMPARE(row(close).label, u"WebSocket Close sent: no code given (#3)"_s);
        close.code = 4711;
        close.meaning.clear();
        QCOMPARE(row(close).label, u"WebSocket Close sent: 4711 (#3)"_s);
    }

    //= R7118.6-1
    void pings_and_pongs_are_folded_away()
    {
        const sip::WsControl ping{{}, sip::WsControl::Kind::Ping, true, "x", 0, {}};
        QCOMPARE(row(ping).label, u"WebSocket ping"_s);
        QVERIFY(row(ping).minor);
        QCOMPARE(row(ping).origin, diag::Origin::Wire);
        const sip::WsControl pong{{}, sip::WsControl::Kind::Pong, false, "x", 0, {}};
        QCOMPARE(row(pong).label, u"WebSocket pong"_s);
        QCOMPARE(row(pong).origin, diag::Origin::Local);
        sip::KeepAlive crlf;
        crlf.path.protocol = sip::Protocol::Wss;
        QCOMPARE(row(crlf).kind, diag::RowKind::Ws);
    }

    void control_characters_of_the_peer_are_not_obeyed()
    {
        sip::WsHandshake answer = answered(0, u"no"_s);
        answer.head = "HTTP/1.1 400 \x1b[31mred\r\n";
        QVERIFY(!row(answer).detail.contains(QChar(0x1b)));
        const sip::WsControl close{{}, sip::WsControl::Kind::Close, true, "\x1b[31m", 1000, {}};
        QVERIFY(!row(close).detail.contains(QChar(0x1b)));
    }
};

QTEST_GUILESS_MAIN(tst_WsRows)
#include "tst_ws_rows.moc"
