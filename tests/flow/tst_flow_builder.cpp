// SPDX-License-Identifier: GPL-3.0-or-later
#include "flow/flow_events.h"
#include "flow/row_words.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Fate = sip::MessageReceived::Fate;

class tst_FlowBuilder : public QObject {
    Q_OBJECT
private slots:
    void an_intent_becomes_a_flow_with_its_own_lane_first()
    {
        Events e;
        e.context = {7, 1, 70};
        e.add(sip::IntentStarted{u"Register 1001"_s, "REGISTER", "sip:example.com"});
        e.attempt("initial", "REGISTER", "1");
        e.now = 1ms;
        e.sent(Events::request("REGISTER", "1"));
        e.now = 5ms;
        e.received(Events::response("200 OK", "REGISTER", "1"));
        e.add(sip::IntentFinished{200, "OK", sip::LocalCause::None});

        diag::FlowBuilder builder;
        QCOMPARE(builder.append(e.take()), QList<sip::IntentId>{7});
        const diag::Flow *flow = builder.flow(7);
        QVERIFY(flow);
        QCOMPARE(flow->name, u"Register 1001"_s);
        QCOMPARE(flow->method, QByteArray("REGISTER"));
        QCOMPARE(flow->lanes.size(), 2);
        QVERIFY(flow->lanes[0].ours);
        QCOMPARE(flow->lanes[0].endpoint.text(), QByteArray("192.0.2.10:40312"));
        QVERIFY(!flow->lanes[1].ours);
        QVERIFY(flow->finished);
        QCOMPARE(flow->status, 200);
        QCOMPARE(flow->origin(), diag::Origin::Wire);

        QCOMPARE(flow->rows.size(), 3);
        QVERIFY(flow->rows[0].minor);
        QCOMPARE(flow->rows[1].kind, diag::RowKind::Request);
        QCOMPARE(flow->rows[1].label, u"REGISTER sip:example.com"_s);
        QCOMPARE(int(flow->rows[1].fromLane), 0);
        QCOMPARE(int(flow->rows[1].toLane), 1);
        QCOMPARE(flow->rows[1].origin, diag::Origin::Local);
        QCOMPARE(flow->rows[2].kind, diag::RowKind::Response);
        QCOMPARE(flow->rows[2].status, 200);
        QCOMPARE(int(flow->rows[2].fromLane), 1);
        QCOMPARE(int(flow->rows[2].toLane), 0);
        QCOMPARE(flow->rows[2].origin, diag::Origin::Wire);

        QCOMPARE(flow->attempts.size(), 1);
        QCOMPARE(flow->attempts[0].status, 200);
        QCOMPARE(flow->attempts[0].sends, 1);
        QCOMPARE(flow->attempts[0].firstSentAt, sip::Instant(1ms));
        QCOMPARE(flow->attempts[0].finalAt, sip::Instant(5ms));
    }

    void resends_fold_into_the_first_copy()
    {
        Events e;
        e.context = {1, 1, 10};
        e.attempt("initial", "OPTIONS", "1");
        const quint64 first = e.sent(Events::request("OPTIONS", "1"), 1);
        e.sent(Events::request("OPTIONS", "1"), 2);
        e.sent(Events::request("OPTIONS", "1"), 3);
        diag::FlowBuilder builder;
        builder.append(e.take());
        e.sent(Events::request("OPTIONS", "1"), 4); // in a later batch too
        builder.append(e.take());
        const auto &rows = builder.flow(1)->rows;
        QCOMPARE(rows[1].foldsInto, quint64(0));
        for (int i = 2; i < 5; ++i)
            QCOMPARE(rows[i].foldsInto, first);
        QVERIFY(rows[4].detail.startsWith(u"copy 4/11"_s));
        QCOMPARE(builder.flow(1)->attempts[0].sends, 4);
    }

    //= R17-3
    void answers_of_two_branches_of_a_fork_are_no_copies_but_the_same_answer_twice_is()
    {
        Events e;
        e.context = {1, 1, 10};
        const quint64 first = e.received(Events::response("200 OK", "INVITE", "1", {}, "left"));
        e.received(Events::response("200 OK", "INVITE", "1", {}, "right"));
        e.received(Events::response("200 OK", "INVITE", "1", {}, "left"), Fate::Copy);
        diag::FlowBuilder builder;
        builder.append(e.take());
        const auto &rows = builder.flow(1)->rows;
        QCOMPARE(rows[1].foldsInto, quint64(0));
        QCOMPARE(rows[2].foldsInto, first);
        QVERIFY(rows[2].detail.startsWith(u"repeated"_s));
    }

    //= R3326.2-2
    void a_reason_is_told_by_the_name_of_its_cause_data()
    {
        QTest::addColumn<QByteArray>("rows");
        QTest::addColumn<QString>("told");
        const auto row = [](const char *rows, const QString &told) { QTest::newRow(rows) << QByteArray(rows) << told; };
        row("Reason: Q.850;cause=16\r\n", u"Reason Q.850;cause=16 (normal call clearing)"_s);
        row("Reason: q.850 ;cause=34;text=\"x\"\r\n", u"Reason q.850 ;cause=34;text=\"x\" (no circuit or channel available)"_s);
        row("Reason: Q.850;cause=17;text=\"User busy\"\r\n", u"Reason Q.850;cause=17;text=\"User busy\""_s);
        row("Reason: SIP;cause=486, Q.850;cause=127\r\n", u"Reason SIP;cause=486, Q.850;cause=127 (Busy Here, interworking)"_s);
        row("Reason: Q.850;cause=99\r\n", u"Reason Q.850;cause=99"_s);
        row("Reason: preemption;cause=1\r\n", u"Reason preemption;cause=1"_s);
        row("Reason: Q.850;cause=x\r\n", u"Reason Q.850;cause=x"_s);
    }
    void a_reason_is_told_by_the_name_of_its_cause()
    {
        QFETCH(QByteArray, rows);
        QFETCH(QString, told);
        Events e;
        e.context = {1, 1, 10};
        e.received(Events::request("BYE", "1", rows));
        diag::FlowBuilder builder;
        builder.append(e.take());
        QVERIFY2(builder.flow(1)->rows[0].detail.endsWith(told), qPrintable(builder.flow(1)->rows[0].detail));
    }

    void a_local_status_is_a_local_row_with_its_cause()
    {
        Events e;
        e.context = {1, 1, 10};
        e.attempt("initial", "OPTIONS", "1");
        e.sent(Events::request("OPTIONS", "1"));
        e.now = 32s;
        e.add(sip::TimerEvent{sip::TimerEvent::What::Fired, 'F', {}, {}});
        e.add(sip::LocalStatus{408, "Request Timeout", sip::LocalCause::TimerF, u"nothing received"_s, {}});
        e.add(sip::IntentFinished{408, "Request Timeout", sip::LocalCause::TimerF});
        diag::FlowBuilder builder;
        builder.append(e.take());
        const diag::Flow *flow = builder.flow(1);
        const diag::LadderRow &row = flow->rows.last();
        QCOMPARE(row.kind, diag::RowKind::Local);
        QCOMPARE(row.origin, diag::Origin::Local);
        QCOMPARE(row.status, 408);
        QCOMPARE(row.cause, sip::LocalCause::TimerF);
        QCOMPARE(int(row.fromLane), 0);
        QCOMPARE(int(row.toLane), -1);
        QCOMPARE(flow->origin(), diag::Origin::Local);
        QCOMPARE(flow->attempts[0].origin, diag::Origin::Local);
        QCOMPARE(flow->attempts[0].status, 408);
    }

    void timers_are_minor_unless_they_fire()
    {
        using What = sip::TimerEvent::What;
        for (const What what : {What::Started, What::Stopped, What::Fired}) {
            sip::TraceEvent event;
            event.what = sip::TimerEvent{what, 'E', 500ms, 500ms};
            const auto row = diag::rowOf(event);
            QVERIFY(row);
            QCOMPARE(row->minor, what != What::Fired);
            QCOMPARE(row->timer, 'E');
        }
    }

    void a_timer_that_only_ends_a_finished_transaction_is_minor()
    {
        for (const char name : {'D', 'I', 'J', 'K'}) {
            sip::TraceEvent event;
            event.what = sip::TimerEvent{sip::TimerEvent::What::Fired, name, {}, {}};
            QVERIFY(diag::rowOf(event)->minor);
        }
    }

    void acks_and_cancels_of_an_attempt_do_not_count_as_its_sends()
    {
        Events e;
        e.context = {1, 1, 10};
        e.attempt("initial", "INVITE", "1");
        e.sent(Events::request("INVITE", "1"));
        e.received(Events::response("180 Ringing", "INVITE", "1"));
        e.attempt("cancel", "CANCEL", "1");
        e.sent(Events::request("CANCEL", "1"));
        e.received(Events::response("200 OK", "CANCEL", "1"));
        e.received(Events::response("487 Request Terminated", "INVITE", "1"));
        e.sent(Events::request("ACK", "1"));
        diag::FlowBuilder builder;
        builder.append(e.take());
        const diag::Flow *flow = builder.flow(1);
        QCOMPARE(flow->attempts.size(), 1);
        QCOMPARE(flow->attempts[0].sends, 1);
        QCOMPARE(flow->attempts[0].status, 487);
    }

    void strays_and_incoming_requests_are_in_flow_0_which_comes_first()
    {
        Events e;
        e.context = {3, 1, 10};
        e.sent(Events::request("OPTIONS", "1"));
        e.context = {};
        e.received(Events::response("200 OK", "OPTIONS", "other"), Fate::Stray);
        e.received(Events::request("NOTIFY", "in"));
        diag::FlowBuilder builder;
        QCOMPARE(builder.append(e.take()), (QList<sip::IntentId>{3, 0}));
        QCOMPARE(builder.intents(), (QList<sip::IntentId>{0, 3}));
        const diag::Flow *others = builder.flow(0);
        QCOMPARE(others->rows.size(), 2);
        QVERIFY(others->rows[0].detail.startsWith(u"stray"_s));
        QCOMPARE(others->rows[1].kind, diag::RowKind::Request);
        QVERIFY(others->lanes[0].ours);
    }

    void a_call_that_came_in_waits_until_its_final_answer()
    {
        Events events;
        events.context = {3, 0, 9};
        events.received(Events::request("INVITE", "in"));
        diag::FlowBuilder builder;
        builder.append(events.take());
        QCOMPARE(builder.flow(3)->waiting.size(), 1); // before it has a dialog
        QCOMPARE(builder.flow(3)->waiting.first().transaction, sip::TransactionId(9));
        QCOMPARE(builder.flow(3)->waiting.first().request.method(), QByteArrayView("INVITE"));
        events.sent(Events::response("180 Ringing", "INVITE", "in"));
        builder.append(events.take());
        QCOMPARE(builder.flow(3)->waiting.size(), 1);
        events.sent(Events::response("486 Busy Here", "INVITE", "in"));
        builder.append(events.take());
        QVERIFY(builder.flow(3)->waiting.isEmpty());
    }
    void a_connection_keeps_one_lane_when_its_port_becomes_known()
    {
        using What = sip::ConnectionEvent::What;
        Events e;
        e.context = {1, 1, 10};
        e.path = {sip::Protocol::Tcp, *sip::Endpoint::parse("192.0.2.10"), *sip::Endpoint::parse("192.0.2.1:5060"), 1};
        e.add(sip::ConnectionEvent{What::Opening, e.path, {}});
        e.path.local.port = 50001;
        e.add(sip::ConnectionEvent{What::Open, e.path, {}});
        e.sent(Events::request("OPTIONS", "1"), 1, 1);
        diag::FlowBuilder builder;
        builder.append(e.take());
        const diag::Flow *flow = builder.flow(1);
        QCOMPARE(flow->lanes.size(), 2);
        QCOMPARE(flow->lanes[0].endpoint.text(), QByteArray("192.0.2.10:50001"));
        QCOMPARE(flow->rows[0].kind, diag::RowKind::Tcp);
        QCOMPARE(flow->rows[1].label, u"TCP connected (#1)"_s);
        QCOMPARE(int(flow->rows[1].fromLane), 1);
    }

    void a_socket_that_listens_is_a_minor_mark()
    {
        Events e;
        e.path.remote = {};
        e.add(sip::ConnectionEvent{sip::ConnectionEvent::What::Listening, e.path, {}});
        diag::FlowBuilder builder;
        builder.append(e.take());
        QCOMPARE(builder.flow(0)->lanes.size(), 1);
        QVERIFY(builder.flow(0)->rows[0].minor);
        QCOMPARE(int(builder.flow(0)->rows[0].toLane), -1);
    }

    void beyond_the_cap_the_oldest_rows_go_and_are_counted()
    {
        Events e;
        e.context = {1, 1, 10};
        diag::FlowBuilder builder(10);
        for (quint16 i = 1; i <= 25; ++i)
            e.sent(Events::request("OPTIONS", "1"), i);
        builder.append(e.take());
        QCOMPARE(builder.flow(1)->rows.size(), 10);
        QCOMPARE(builder.flow(1)->droppedRows, quint64(15));
        QCOMPARE(builder.flow(1)->rows.first().seq, quint64(16));
        e.sent(Events::request("OPTIONS", "1"), 26); // its first copy is gone: it stands for itself
        builder.append(e.take());
        QCOMPARE(builder.flow(1)->rows.last().foldsInto, quint64(0));
    }

    void a_removed_flow_does_not_come_back()
    {
        Events e;
        e.context = {1, 1, 10};
        e.sent(Events::request("OPTIONS", "1"));
        diag::FlowBuilder builder;
        builder.append(e.take());
        builder.remove(1);
        QVERIFY(!builder.flow(1));
        e.received(Events::response("200 OK", "OPTIONS", "1"), Fate::Late);
        QVERIFY(builder.append(e.take()).isEmpty());
        QVERIFY(!builder.flow(1));
        QVERIFY(builder.intents().isEmpty());
    }

    void a_pointer_to_a_flow_outlives_other_flows()
    {
        Events e;
        diag::FlowBuilder builder;
        e.context = {1, 1, 1};
        e.sent(Events::request("OPTIONS", "1"));
        builder.append(e.take());
        const diag::Flow *first = builder.flow(1);
        for (quint64 i = 2; i < 500; ++i) {
            e.context = {i, 1, i};
            e.sent(Events::request("OPTIONS", QByteArray::number(i)));
        }
        builder.append(e.take());
        QCOMPARE(builder.flow(1), first);
        QCOMPARE(first->rows.size(), 1);
        QCOMPARE(builder.intents().size(), 499);
    }

    void aliases_name_lanes_that_exist_and_lanes_to_come()
    {
        Events e;
        e.context = {1, 1, 1};
        e.sent(Events::request("OPTIONS", "1"));
        diag::FlowBuilder builder;
        builder.append(e.take());
        builder.setAliases({{e.path.remote, u"registrar"_s}});
        QCOMPARE(builder.flow(1)->lanes[1].alias, u"registrar"_s);
        e.context = {2, 1, 2};
        e.sent(Events::request("OPTIONS", "2"));
        builder.append(e.take());
        QCOMPARE(builder.flow(2)->lanes[1].alias, u"registrar"_s);
    }

    void control_and_direction_characters_of_the_wire_never_reach_a_label()
    {
        sip::TraceEvent event;
        event.what = sip::MessageReceived{
            sip::parseMessage("SIP/2.0 200 \x1b[2J\xe2\x80\xaeOK\r\nCSeq: 1 OPTIONS\r\n\r\n"), {}, Fate::Stray, "", u"why\x07"_s};
        const auto row = diag::rowOf(event);
        QVERIFY(row);
        for (const QChar c : row->label + row->detail)
            QVERIFY2(c.isPrint() || c == QChar::ReplacementCharacter, qPrintable(row->label));
    }

    void bytes_that_are_not_sip_have_a_row_too()
    {
        sip::TraceEvent event;
        event.what = sip::MessageReceived{sip::parseMessage(QByteArray("\0\1\2", 3)), {}, Fate::Dropped, "", u"not SIP"_s};
        const auto row = diag::rowOf(event);
        QVERIFY(row);
        QVERIFY(row->detail.startsWith(u"dropped, not SIP"_s));
    }

    void rules_are_shown_as_the_rfc_and_its_section()
    {
        QCOMPARE(diag::words::rule("R20.16-1"), u"RFC 3261 20.16"_s);
        QCOMPARE(diag::words::rule("R25-2"), u"RFC 3261 25"_s);
        QCOMPARE(diag::words::rule("R3581.3-1"), u"RFC 3581 3"_s);
        QCOMPARE(diag::words::rule("R2782-1"), u"RFC 2782"_s);
        for (const char *none : {"", "RX-1", "R", "A20", "R-1"})
            QVERIFY2(diag::words::rule(none).isEmpty(), none);
    }

    void every_row_kind_has_a_name()
    {
        QSet<QByteArray> names;
        for (int kind = 0; kind <= int(diag::RowKind::Note); ++kind)
            names.insert(diag::kindName(diag::RowKind(kind)).toByteArray());
        QCOMPARE(names.size(), int(diag::RowKind::Note) + 1);
    }
};

QTEST_GUILESS_MAIN(tst_FlowBuilder)
#include "tst_flow_builder.moc"
