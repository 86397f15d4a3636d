// SPDX-License-Identifier: GPL-3.0-or-later
#include "flow/flow_text.h"
#include "flow_events.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = sip::KeepAlive::Kind;

namespace {

sip::KeepAlive over(sip::Protocol protocol)
{
    sip::KeepAlive event;
    event.path = {protocol, *sip::Endpoint::parse("192.0.2.10:5060"), *sip::Endpoint::parse("192.0.2.1:5060"),
                  sip::isReliable(protocol) ? 4U : 0U};
    event.kind = sip::isReliable(protocol) ? Kind::Crlf : Kind::Stun;
    return event;
}

} // namespace

/// What keeps a flow alive, as rows.
class tst_KeepAliveRows : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void a_ping_and_its_answer_are_rows_beside_the_story()
    {
        sip::KeepAlive ping = over(sip::Protocol::Tcp);
        ping.received = false;
        QCOMPARE(row(ping).label, u"keep-alive (#4)"_s);
        QCOMPARE(row(ping).kind, diag::RowKind::Tcp);
        QCOMPARE(row(ping).origin, diag::Origin::Local);
        QVERIFY(row(ping).minor);
        sip::KeepAlive pong = over(sip::Protocol::Udp);
        pong.ping = false;
        pong.roundTrip = 12'345us;
        pong.mapped = *sip::Endpoint::parse("203.0.113.7:40000");
        QCOMPARE(row(pong).label, u"STUN keep-alive answered"_s);
        QCOMPARE(row(pong).detail, u"12.3 ms, we are seen at 203.0.113.7:40000"_s);
        QCOMPARE(row(pong).kind, diag::RowKind::Note);
        QVERIFY(row(pong).minor);
        ping = over(sip::Protocol::Udp);
        ping.send = 3;
        QCOMPARE(row(ping).detail, u"copy 3"_s);
    }

    //= R5626.4.4.1-1
    void what_is_lost_stays_in_sight()
    {
        sip::KeepAlive lost = over(sip::Protocol::Tcp);
        lost.received = lost.ping = false;
        lost.lost = true;
        lost.text = u"no answer to our keep-alive within 10 s"_s;
        sip::TraceEvent event;
        event.what = lost;
        diag::LadderRow made = *diag::rowOf(event);
        made.event = std::make_shared<sip::TraceEvent>(event);
        QCOMPARE(made.label, u"keep-alive not answered (#4)"_s);
        QCOMPARE(made.detail, lost.text);
        QVERIFY(!made.minor);
        QVERIFY(diag::isTrouble(made)); // however its kind is folded
        lost.received = true;
        QCOMPARE(row(lost).label, u"keep-alive answered: another flow by now (#4)"_s);
        QVERIFY(!row(lost).minor);
    }

    void what_cannot_be_used_says_why()
    {
        sip::KeepAlive bad = over(sip::Protocol::Udp);
        bad.fate = sip::MessageReceived::Fate::Dropped;
        bad.text = u"STUN that cannot be used: its \x1b[31m is wrong"_s;
        QVERIFY(!row(bad).minor);
        QVERIFY(row(bad).detail.startsWith(u"dropped, STUN that cannot be used"_s));
        QVERIFY(!row(bad).detail.contains(QChar(0x1b)));
        bad.fate = sip::MessageReceived::Fate::Stray;
        QVERIFY(row(bad).minor);
    }

    /// A flow that is kept for days has one row for each kind, and those that failed.
    void those_that_went_well_are_folded_into_the_first()
    {
        Events e;
        e.context = {1, 1, 0};
        e.add(sip::IntentStarted{{}, "REGISTER", "sip:example.com"});
        sip::KeepAlive ping = over(sip::Protocol::Tcp), pong = ping, lost = ping, other = ping;
        ping.received = false;
        pong.ping = false;
        lost.received = lost.ping = false;
        lost.lost = true;
        other.received = false;
        other.path.connection = 5;
        const quint64 firstPing = e.add(ping), firstPong = e.add(pong);
        for (int i = 0; i < 1000; ++i) {
            e.add(ping);
            e.add(pong);
        }
        e.add(sip::WsControl{{}, sip::WsControl::Kind::Ping, false, "1", 0, {}});
        e.add(sip::WsControl{{}, sip::WsControl::Kind::Ping, false, "2", 0, {}});
        e.add(sip::WsControl{{}, sip::WsControl::Kind::Close, false, "", 1000, {}});
        e.add(lost);
        e.add(lost);
        e.add(other);
        diag::FlowBuilder builder;
        builder.append(e.take());
        QHash<quint64, int> folded;
        for (const diag::LadderRow &one : builder.flow(1)->rows)
            ++folded[one.foldsInto];
        QCOMPARE(folded.value(firstPing), 1000);
        QCOMPARE(folded.value(firstPong), 1000);
        QCOMPARE(folded.value(0), 2 + 2 + 2 + 1); // the first two, ping and Close, both that are lost, the other connection
    }
};

QTEST_GUILESS_MAIN(tst_KeepAliveRows)
#include "tst_keep_alive_rows.moc"
