// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/ws_session.h"

#include <QTest>

using namespace sip;
using State = WsSession::State;

namespace {

constexpr qsizetype largest = 100'000;

struct Side {
    explicit Side(std::unique_ptr<WsSession> s) : session(std::move(s)) {}
    void drain()
    {
        for (const WsSession::Event &event : session->takeEvents()) {
            if (const auto *one = std::get_if<WsHandshake>(&event))
                handshakes.append(*one);
            else if (const auto *control = std::get_if<WsControl>(&event))
                controls.append(*control);
            else
                received.append(std::get<WsSession::Received>(event));
        }
    }
    std::unique_ptr<WsSession> session;
    QList<WsHandshake> handshakes;
    QList<WsControl> controls;
    QList<WsSession::Received> received;
};

/// Client and server with nothing between them.
struct Pair {
    explicit Pair(const WsServerSettings &forServer = {}, const WsSettings &forClient = {})
        : client(std::make_unique<WsSession>(std::make_shared<const WsSettings>(forClient), "example.com", random, largest)),
          server(std::make_unique<WsSession>(forServer, random, largest))
    {
        client.session->start();
        pass();
    }
    void pass()
    {
        for (int turns = 0; turns < 20; ++turns) {
            const QByteArray there = client.session->takeOutput(), back = server.session->takeOutput();
            client.drain();
            server.drain();
            if (there.isEmpty() && back.isEmpty())
                return;
            server.session->feed(there);
            client.session->feed(back);
        }
    }
    SeededRandom random{7};
    Side client, server;
};

} // namespace

/// One WebSocket without sockets: opened, used, closed, and broken.
class TestWsSession : public QObject {
    Q_OBJECT
private Q_SLOTS:
    //= R7118.4-1
    void both_ends_agree_on_sip()
    {
        WsSettings settings;
        settings.headers = {{"Cookie", "sid=secret"}};
        Pair pair({}, settings);
        QCOMPARE(pair.client.session->state(), State::Open);
        QCOMPARE(pair.server.session->state(), State::Open);
        QCOMPARE(pair.client.session->protocol(), QByteArray("sip"));
        QCOMPARE(pair.client.handshakes.size(), 2);
        QVERIFY(!pair.client.handshakes[0].received && !pair.client.handshakes[0].isAnswer);
        QVERIFY(pair.client.handshakes[0].head.contains("Cookie: sid=***"));
        QCOMPARE(pair.client.handshakes[0].protocol, QByteArray("sip"));
        QVERIFY(pair.client.handshakes[1].received && pair.client.handshakes[1].isAnswer);
        QCOMPARE(pair.client.handshakes[1].status, 101);
        QCOMPARE(pair.server.handshakes.size(), 2);
        QVERIFY(pair.server.handshakes[0].head.contains("Cookie: sid=secret"));
    }

    //= R7118.4.2-1
    void one_message_a_message_text_where_it_is_utf_8()
    {
        Pair pair;
        pair.client.session->write("MESSAGE sip:b\xc3\xb6\x62@example.com");
        pair.client.session->write("caf\xe9");
        pair.server.session->write("SIP/2.0 200 OK");
        pair.pass();
        QCOMPARE(pair.server.received.size(), 2);
        QVERIFY(pair.server.received[0].text);
        QCOMPARE(pair.server.received[0].message, QByteArray("MESSAGE sip:b\xc3\xb6\x62@example.com"));
        QVERIFY(!pair.server.received[1].text);
        QCOMPARE(pair.server.received[1].message, QByteArray("caf\xe9"));
        QCOMPARE(pair.client.received.first().message, QByteArray("SIP/2.0 200 OK"));
    }

    //= R7118.6-1
    void a_ping_is_answered_by_its_pong()
    {
        Pair pair;
        pair.client.session->ping();
        QVERIFY(pair.client.session->awaitsPong());
        pair.pass();
        QVERIFY(!pair.client.session->awaitsPong());
        QCOMPARE(pair.client.controls.size(), 2);
        QCOMPARE(pair.client.controls[1].kind, WsControl::Kind::Pong);
        QVERIFY(pair.client.controls[1].received);
        QCOMPARE(pair.client.controls[1].payload, pair.client.controls[0].payload);
        pair.server.session->feed({}); // nothing more comes of it
        pair.pass();
        QCOMPARE(pair.server.controls.size(), 2);
    }

    void of_many_pings_the_last_is_answered()
    {
        Pair pair;
        QByteArray pings;
        for (int i = 0; i < 1000; ++i)
            pings += wsFrame(WsOpcode::Ping, QByteArray::number(i), {});
        pair.client.session->feed(pings);
        pair.client.drain();
        QCOMPARE(pair.client.controls.size(), 1001);
        QCOMPARE(pair.client.controls.last().payload, QByteArray("999"));
        QVERIFY(pair.client.session->takeOutput().size() < 20);
    }

    //= R7118-2
    void a_close_is_answered_and_told()
    {
        Pair pair;
        pair.server.session->close(1001, "restart at noon");
        pair.pass();
        QCOMPARE(pair.client.session->state(), State::Closed);
        QCOMPARE(pair.client.session->problem(),
                 QStringLiteral("the peer closed the WebSocket with 1001 (going away): \"restart at noon\""));
        QCOMPARE(pair.client.controls.size(), 2);
        QVERIFY(pair.client.controls[0].received && !pair.client.controls[1].received);
        QCOMPARE(pair.client.controls[1].code, 1001);
        pair.client.session->write("late");
        QVERIFY(pair.client.session->takeOutput().isEmpty());
        Pair other;
        other.server.session->close(WsClose::NoCode);
        other.pass();
        QCOMPARE(other.client.session->problem(), QStringLiteral("the peer closed the WebSocket without a code"));
    }

    void what_breaks_the_rules_is_closed_with_the_reason()
    {
        Pair pair;
        pair.client.session->feed(wsFrame(WsOpcode::Text, "masked", WsMask{1, 2, 3, 4}));
        QCOMPARE(pair.client.session->state(), State::Failed);
        QCOMPARE(pair.client.session->problem(),
                 QStringLiteral("the server masked a frame, which only clients may; closed with 1002 (protocol error)"));
        pair.pass();
        QCOMPARE(pair.server.session->state(), State::Closed);
        QCOMPARE(pair.server.controls.first().code, 1002);
    }

    void garbage_behind_the_101_is_found()
    {
        SeededRandom random(3);
        WsSession client({}, "example.com", random, largest);
        WsSession server(WsServerSettings(), random, largest);
        client.start();
        server.feed(client.takeOutput());
        client.feed(server.takeOutput() + "SIP/2.0 200 OK");
        QCOMPARE(client.state(), State::Failed);
        QVERIFY2(client.problem().contains(QLatin1String("closed with 1002")), qPrintable(client.problem()));
    }

    void a_refusal_fails_both_ends()
    {
        WsServerSettings settings;
        settings.status = 403;
        Pair pair(settings);
        QCOMPARE(pair.client.session->state(), State::Failed);
        QCOMPARE(pair.client.session->problem(), QStringLiteral("the server refused the WebSocket with 403 Forbidden"));
        QCOMPARE(pair.client.handshakes.last().status, 403);
        QCOMPARE(pair.client.handshakes.last().problem, pair.client.session->problem());
        QCOMPARE(pair.server.session->state(), State::Failed);
    }

    void half_a_handshake_is_shown_when_it_is_given_up()
    {
        SeededRandom random(3);
        WsSession client({}, "example.com", random, largest);
        client.start();
        client.feed("HTTP/1.1 101 Switch");
        QCOMPARE(client.state(), State::Handshake);
        client.giveUp(QStringLiteral("nothing more came"));
        QCOMPARE(client.state(), State::Failed);
        const auto events = client.takeEvents();
        QCOMPARE(events.size(), size_t(2));
        QCOMPARE(std::get<WsHandshake>(events[1]).head, QByteArray("HTTP/1.1 101 Switch"));
        QCOMPARE(std::get<WsHandshake>(events[1]).problem, QStringLiteral("nothing more came"));
    }

    void a_server_may_close_what_comes()
    {
        WsServerSettings settings;
        settings.closeCode = 1008;
        settings.closeReason = "not here";
        Pair pair(settings);
        QCOMPARE(pair.client.session->state(), State::Open);
        pair.client.session->write("REGISTER");
        pair.pass();
        QVERIFY(pair.server.received.isEmpty());
        QCOMPARE(pair.client.session->problem(),
                 QStringLiteral("the peer closed the WebSocket with 1008 (policy violation): \"not here\""));
    }

    void fragments_of_a_message_that_stays_half_can_be_had()
    {
        Pair pair;
        pair.client.session->feed(wsFrame(WsOpcode::Text, "SIP/2.0 2", {}, false));
        QCOMPARE(pair.client.session->takeFragments(), QByteArray("SIP/2.0 2"));
    }

    void messages_are_masked_by_the_client_only()
    {
        Pair pair;
        pair.client.session->write("aaaaaaaa");
        pair.server.session->write("aaaaaaaa");
        const QByteArray there = pair.client.session->takeOutput(), back = pair.server.session->takeOutput();
        QVERIFY(readWsFrameHead(there)->mask);
        QVERIFY(!there.contains("aaaa"));
        QVERIFY(!readWsFrameHead(back)->mask);
        pair.client.session->write("aaaaaaaa");
        QVERIFY(pair.client.session->takeOutput() != there); // another mask
    }
};

QTEST_GUILESS_MAIN(TestWsSession)
#include "tst_ws_session.moc"
