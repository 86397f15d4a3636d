// SPDX-License-Identifier: GPL-3.0-or-later
#include "loopback/net_harness.h"
#include "support/manual_scheduler.h"
#include "support/system_tells.h"
#include "support/test_certificates.h"
#include "transport/stun_binding.h"

#include <QTcpServer>
#include <QTcpSocket>

using namespace sip;
using What = ConnectionEvent::What;

namespace {

/// A transport layer on real sockets, whose time the test makes pass.
struct TimedNet {
    TimedNet() : recorder(clock), layer(clock, recorder)
    {
        recorder.setSink([this](sip::TraceEventPtr event) { events.append(event); });
        layer.setUser(&user);
    }
    void send(const TransportAddress &target, const QByteArray &wire = request(), quint32 connection = 0)
    {
        layer.send({1, 1, 1}, target, parseMessage(wire), connection, 1, 1);
    }
    /// Waits for the sockets, not for time.
    template<class Condition> bool until(Condition condition)
    {
        return QTest::qWaitFor(
            [this, condition] {
                clock.settle();
                return condition();
            },
            PatienceMs);
    }
    /// Keeps the flow that the first message came on.
    void keep(const PingInterval &every = PingInterval::upTo(30s))
    {
        flow = user.received.first().path;
        ticket = layer.keepFlow({7, 1, 0}, flow, every, [this](const TransportError &error) { failed << error.text; });
    }
    /// Time goes on until a ping is out, and no further: nothing is sent again for want of an answer.
    void passToPing()
    {
        const auto before = events.size();
        const auto isPing = [](const TraceEventPtr &event) {
            const auto *alive = event->as<KeepAlive>();
            const auto *control = event->as<WsControl>();
            return (alive && !alive->received && alive->ping) || (control && !control->received);
        };
        while (std::none_of(events.cbegin() + before, events.cend(), isPing))
            clock.advance(100ms);
    }
    template<class T> QList<T> recorded(IntentId intent) const
    {
        QList<T> out;
        for (const TraceEventPtr &event : events)
            if (const T *what = event->as<T>(); what && event->context.intent == intent)
                out.append(*what);
        return out;
    }

    ManualScheduler clock;
    TraceRecorder recorder;
    QList<TraceEventPtr> events;
    NetUser user;
    TransportLayer layer;
    Path flow;
    TransportService::Keeping ticket = 0;
    QStringList failed;
};

Endpoint v4()
{
    return anyPort(QStringLiteral("127.0.0.1"));
}

/// A peer of UDP that the test plays by hand.
struct RawPeer {
    RawPeer() { socket.bind(QHostAddress::LocalHost, 0); }
    Endpoint at() const { return Endpoint::of(socket.localAddress(), socket.localPort()); }
    bool hears(TimedNet &net)
    {
        return net.until([this] { return socket.hasPendingDatagrams(); });
    }
    QByteArray take()
    {
        QByteArray datagram(2000, '\0');
        datagram.resize(socket.readDatagram(datagram.data(), datagram.size()));
        return datagram;
    }
    void say(const QByteArray &datagram, const Endpoint &to) { socket.writeDatagram(datagram, to.hostAddress(), to.port); }
    /// Reads a Binding request and answers that it came from there.
    bool answerBinding(TimedNet &net, const Endpoint &to, const char *mapped)
    {
        if (!hears(net))
            return false;
        const auto asked = readStun(take());
        if (!asked || asked->kind != StunBinding::Kind::Request)
            return false;
        say(writeStun({.kind = StunBinding::Kind::Success, .id = asked->id, .mapped = *Endpoint::parse(mapped)}), to);
        return true;
    }
    QUdpSocket socket;
};

} // namespace

/// Flows kept open on real sockets; only time is made.
class TestKeepAlive : public QObject {
    Q_OBJECT
    static constexpr const char *domain = "example.com";

    /// A server of that protocol, a message each way, and the flow kept.
    void open(TimedNet &client, TimedNet &server, Protocol protocol)
    {
        Expected<Endpoint> at = v4();
        const TlsSettings own = m_certificates.named({"URI:sip:example.com", "DNS:example.com"});
        switch (protocol) {
        case Protocol::Tls: at = server.layer.listenTls(v4(), own); break;
        case Protocol::Ws: at = server.layer.listenWs(v4(), {}); break;
        case Protocol::Wss: at = server.layer.listenWs(v4(), {}, &own); break;
        default: at = server.layer.listen(v4());
        }
        QVERIFY(at);
        TransportAddress target{protocol, *at};
        if (isSecured(protocol)) {
            target.domain = domain;
            target.tls = std::make_shared<const TlsSettings>(m_certificates.trusting());
        }
        server.user.onMessage = [&server, protocol](const Message &, const Path &path) {
            server.send({protocol, path.remote}, answer(), path.connection);
        };
        client.send(target);
        QVERIFY(client.until([&] {
            server.clock.settle();
            return !client.user.received.isEmpty();
        }));
        client.keep();
    }
    static void protocols()
    {
        QTest::addColumn<Protocol>("protocol");
        QTest::newRow("tcp") << Protocol::Tcp;
        QTest::newRow("tls") << Protocol::Tls;
        QTest::newRow("ws") << Protocol::Ws;
        QTest::newRow("wss") << Protocol::Wss;
    }

private Q_SLOTS:
    void a_ping_is_answered_and_measured_data()
    {
        protocols();
        QTest::newRow("udp") << Protocol::Udp;
    }
    //= R5626.3.5.1-1
    //= R7118.6-1
    //= R5626.4.4.2-1
    void a_ping_is_answered_and_measured()
    {
        QFETCH(Protocol, protocol);
        TimedNet client, server;
        open(client, server, protocol);
        if (QTest::currentTestFailed())
            return;
        for (int round = 1; round <= 2; ++round) {
            client.passToPing();
            const auto answers = [&] {
                return isWebSocket(protocol) ? client.recorded<WsControl>(7).size() : client.recorded<KeepAlive>(7).size();
            };
            // A lone CRLF is a pong only when nothing follows it for a moment.
            QVERIFY(client.until([&] {
                server.clock.settle();
                client.clock.advance(1ms);
                return answers() == 2 * round;
            }));
        }
        if (isWebSocket(protocol)) {
            const WsControl pong = client.recorded<WsControl>(7).last();
            QCOMPARE(pong.kind, WsControl::Kind::Pong);
            QVERIFY(pong.roundTrip > Instant::zero());
        } else {
            const QList<KeepAlive> all = client.recorded<KeepAlive>(7);
            QVERIFY(!all[0].received && all[0].ping);
            QVERIFY(all[1].received && !all[1].ping && !all[1].lost);
            QVERIFY(all[1].roundTrip > Instant::zero());
            QCOMPARE(all[1].kind, protocol == Protocol::Udp ? KeepAlive::Kind::Stun : KeepAlive::Kind::Crlf);
            QCOMPARE(all[1].mapped, protocol == Protocol::Udp ? client.flow.local : Endpoint());
        }
        QVERIFY(client.failed.isEmpty());
        client.layer.stopKeeping(client.ticket);
        const qsizetype before = client.events.size();
        client.clock.advance(4min);
        QCOMPARE(client.events.size(), before); // nothing more
        client.clock.advance(2min);             // and then it is idle like any other
        if (isReliable(protocol))
            QCOMPARE(client.recorded<ConnectionEvent>(7).last().what, What::ClosedByUs);
    }

    void no_answer_ends_the_connection_data() { protocols(); }
    //= R5626.4.4.1-1
    //= R7118.6-1
    void no_answer_ends_the_connection()
    {
        QFETCH(Protocol, protocol);
        TimedNet client, server;
        server.layer.setAnswersPings(false);
        open(client, server, protocol);
        if (QTest::currentTestFailed())
            return;
        client.clock.advance(30s);
        QVERIFY(client.until([&] { // it is read
            server.clock.settle();
            return !server.recorded<KeepAlive>(0).isEmpty() ||
                   std::any_of(server.events.cbegin(), server.events.cend(),
                               [](const TraceEventPtr &event) { return event->as<WsControl>() != nullptr; });
        }));
        QVERIFY(client.failed.isEmpty());
        client.clock.advance(10s);
        client.clock.settle();
        const QString words = QStringLiteral("no answer to our keep-alive within 10 s");
        QCOMPARE(client.failed, QStringList({words}));
        QCOMPARE(client.user.lost.size(), 1);
        QCOMPARE(client.user.lost.first().error.text, words);
        QVERIFY(client.recorded<KeepAlive>(7).last().lost);
        const ConnectionEvent end = client.recorded<ConnectionEvent>(7).last();
        QCOMPARE(end.what, What::Failed);
        QCOMPARE(end.text, words);
        QVERIFY(client.until([&] { // for the peer too
            server.clock.settle();
            return server.user.lost.size() == 1;
        }));
    }

    void a_connection_that_the_peer_closes_is_a_flow_that_failed()
    {
        TimedNet client, server;
        open(client, server, Protocol::Tcp);
        server.layer.closeAll();
        QVERIFY(client.until([&] { return !client.failed.isEmpty(); }));
        QCOMPARE(client.user.lost.size(), 1);
        QCOMPARE(client.failed.size(), 1);
    }

    void what_is_kept_is_never_idle()
    {
        TimedNet client, server;
        open(client, server, Protocol::Tcp);
        client.layer.stopKeeping(client.ticket);
        client.keep(PingInterval::upTo(1h));
        client.clock.advance(20min);
        QVERIFY(client.user.lost.isEmpty());
    }

    //= R5626.11.5-1
    void a_flow_that_is_left_is_used_for_answers_only()
    {
        TimedNet client, server;
        open(client, server, Protocol::Tcp);
        const TransportAddress target{Protocol::Tcp, client.flow.remote};
        client.layer.leaveFlow(client.flow);
        client.send(target, request(2));
        QVERIFY(client.until([&] {
            server.clock.settle();
            return client.user.received.size() == 2;
        }));
        QCOMPARE(client.user.received.last().path.connection, 2U);
        client.send(target, answer(), 1);
        QVERIFY(client.until([&] {
            server.clock.settle();
            return server.user.received.size() == 3;
        }));
        QCOMPARE(server.user.received.last().path.remote, client.flow.local);
    }

    //= R5626.4.4.1-1
    void a_pong_may_stand_behind_a_message()
    {
        TimedNet client, server;
        open(client, server, Protocol::Tcp);
        const Message invite = parseMessage(request(5, QByteArray(100, 'x')));
        QTcpServer raw;
        QVERIFY(raw.listen(QHostAddress::LocalHost, 0));
        client.user.received.clear();
        client.send({Protocol::Tcp, Endpoint::of(raw.serverAddress(), raw.serverPort())});
        QVERIFY(client.until([&] { return raw.hasPendingConnections(); }));
        QTcpSocket *const peer = raw.nextPendingConnection();
        peer->write(answer());
        QVERIFY(client.until([&] { return !client.user.received.isEmpty(); }));
        client.layer.stopKeeping(client.ticket);
        client.keep();
        client.clock.advance(30s);
        client.clock.advance(5s);
        const qsizetype heard = client.user.received.size();
        peer->write(answer() + invite.wire().first(100)); // what is read with a whole message is there too
        QVERIFY(client.until([&] { return client.user.received.size() > heard; }));
        client.clock.advance(6s);
        QVERIFY(client.failed.isEmpty());
        peer->write(invite.wire().sliced(100) + "\r\n");
        QVERIFY(client.until([&] {
            client.clock.advance(1ms);
            return client.recorded<KeepAlive>(7).size() == 2;
        }));
        QVERIFY(client.recorded<KeepAlive>(7).last().roundTrip >= 10s);
        client.clock.advance(5s);
        QVERIFY(client.failed.isEmpty());
    }

    //= R5626.4.4.2-1
    void another_mapped_address_is_another_flow()
    {
        TimedNet client;
        RawPeer peer;
        client.send({Protocol::Udp, peer.at()});
        QVERIFY(peer.hears(client));
        peer.take();
        const Endpoint ours = client.events.last()->as<MessageSent>()->path.local;
        peer.say(answer(), ours);
        QVERIFY(client.until([&] { return !client.user.received.isEmpty(); }));
        client.keep(PingInterval::usual(Protocol::Udp));
        for (int i = 0; i < 2; ++i) {
            client.passToPing();
            QVERIFY(peer.answerBinding(client, ours, "203.0.113.7:40000"));
            QVERIFY(client.until([&] { return client.recorded<KeepAlive>(7).size() == 2 * (i + 1); }));
            QCOMPARE(client.recorded<KeepAlive>(7).last().mapped.text(), QByteArray("203.0.113.7:40000"));
        }
        QVERIFY(client.failed.isEmpty());
        client.passToPing();
        QVERIFY(peer.answerBinding(client, ours, "203.0.113.7:40001"));
        QVERIFY(client.until([&] { return !client.failed.isEmpty(); }));
        const QString words = QStringLiteral("the address we are seen at changed from 203.0.113.7:40000 to 203.0.113.7:40001");
        QCOMPARE(client.failed, QStringList({words}));
        const KeepAlive last = client.recorded<KeepAlive>(7).last();
        QVERIFY(last.lost && last.received);
        QCOMPARE(last.text, words);
        QVERIFY(client.user.lost.isEmpty()); // whoever waits for an answer over UDP waits on
    }

    //= R5626.4.4.2-1
    void silence_over_udp_is_a_flow_that_failed()
    {
        TimedNet client, server;
        server.layer.setAnswersPings(false);
        open(client, server, Protocol::Udp);
        client.clock.advance(30s + 39500ms);
        QVERIFY(client.recorded<KeepAlive>(7).last().lost);
        QCOMPARE(client.failed.size(), 1);
        QVERIFY(client.failed.first().contains(QLatin1String("7 STUN requests")));
        QVERIFY(client.until([&] {
            server.clock.settle();
            return server.recorded<KeepAlive>(0).size() == 7; // all read, none answered
        }));
    }

    void a_port_that_nobody_has_any_more_is_known_at_once()
    {
        if (!tellsIcmp)
            QSKIP("skipped: this system does not tell of ICMP errors");
        TimedNet client, server;
        open(client, server, Protocol::Udp);
        server.layer.closeAll();
        client.passToPing();
        QVERIFY(client.until([&] { return !client.failed.isEmpty(); }));
        const QList<IcmpReceived> icmp = client.recorded<IcmpReceived>(7);
        QCOMPARE(icmp.size(), 1);
        QVERIFY(client.user.icmp.isEmpty());
    }

    void every_stun_datagram_is_one_event_and_no_message()
    {
        TimedNet server;
        const Endpoint at = *server.layer.listen(v4());
        RawPeer peer;
        const QByteArray id(12, 'i');
        const QByteArray asked = writeStun({.kind = StunBinding::Kind::Request, .id = id});
        const QByteArray bare = writeStun({.kind = StunBinding::Kind::Request, .id = id, .fingerprint = false});
        QByteArray broken = asked;
        broken[25] = 'x';
        QByteArray padded = bare + QByteArray::fromHex("80220014") + QByteArray(20, ' ');
        padded[3] = 24;
        const auto heard = [&](const QByteArray &datagram) {
            const qsizetype before = server.events.size();
            peer.say(datagram, at);
            if (!server.until([&] { return server.events.size() > before; }))
                return KeepAlive();
            QCoreApplication::processEvents();
            int received = 0;
            KeepAlive seen;
            for (qsizetype i = before; i < server.events.size(); ++i)
                if (const auto *event = server.events[i]->as<KeepAlive>(); event && event->received) {
                    seen = *event;
                    ++received;
                }
            return received == 1 ? seen : KeepAlive();
        };
        using Fate = MessageReceived::Fate;
        // A stranger may be made up: he gets no more octets than were sent.
        KeepAlive seen = heard(asked);
        QCOMPARE(seen.kind, KeepAlive::Kind::Stun);
        QCOMPARE(seen.fate, Fate::Dropped);
        QVERIFY2(seen.text.contains(QLatin1String("the answer has 40 octets, the question 28")), qPrintable(seen.text));
        QVERIFY(!peer.socket.hasPendingDatagrams());
        seen = heard(padded);
        QCOMPARE(seen.fate, Fate::Delivered);
        QVERIFY(peer.hears(server));
        const QByteArray small = peer.take();
        QVERIFY(small.size() <= padded.size());
        QCOMPARE(*readStun(small)->mapped, peer.at());

        seen = heard(broken);
        QCOMPARE(seen.fate, Fate::Dropped);
        QVERIFY(seen.text.contains(QLatin1String("FINGERPRINT")));
        seen = heard(writeStun({.kind = StunBinding::Kind::Success, .id = id, .mapped = peer.at()}));
        QCOMPARE(seen.fate, Fate::Stray);
        QVERIFY(!seen.ping);
        seen = heard(writeStun({.kind = StunBinding::Kind::Indication, .id = id}));
        QCOMPARE(seen.fate, Fate::Delivered);
        QVERIFY(!peer.socket.hasPendingDatagrams());
        QVERIFY(server.user.received.isEmpty());

        // Whoever spoke SIP is known.
        peer.say(request(), at);
        QVERIFY(server.until([&] { return server.user.received.size() == 1; }));
        seen = heard(asked);
        QCOMPARE(seen.fate, Fate::Delivered);
        QVERIFY(peer.hears(server));
        const auto answered = readStun(peer.take());
        QVERIFY(answered && answered->fingerprint);
        QCOMPARE(answered->id, id);
        QCOMPARE(*answered->mapped, peer.at());
        // What has to be known and is not is refused.
        QByteArray strange = bare + QByteArray::fromHex("002400046162636480220020") + QByteArray(32, ' ');
        strange[3] = char(strange.size() - 20);
        QCOMPARE(heard(strange).fate, Fate::Delivered);
        QVERIFY(peer.hears(server));
        const auto refused = readStun(peer.take());
        QVERIFY(refused && refused->kind == StunBinding::Kind::Error);
        QCOMPARE(refused->errorCode, 420);
        QCOMPARE(refused->unknown, QList<quint16>({0x0024}));
        QCOMPARE(server.user.received.size(), 1);
    }

private:
    TestCertificates m_certificates;
};

QTEST_GUILESS_MAIN(TestKeepAlive)
#include "tst_keep_alive.moc"
