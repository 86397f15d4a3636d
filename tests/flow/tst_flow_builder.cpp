// SPDX-License-Identifier: GPL-3.0-or-later
#include "flow/flow_events.h"
#include "flow/row_words.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Fate = sip::MessageReceived::Fate;

class tst_FlowBuilder : public QObject {
    Q_OBJECT

    static sip::DialogChanged dialogOf(const QByteArray &remoteTag)
    {
        sip::DialogChanged changed{};
        changed.dialog.remoteTag = remoteTag;
        return changed;
    }

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

    void beyond_the_limit_older_rows_go_and_a_row_counts_them()
    {
        Events e;
        e.context = {1, 1, 10};
        diag::FlowBuilder builder({.rows = 16});
        const diag::Flow *flow = nullptr;
        for (quint16 i = 1; i <= 40; ++i) {
            e.now = std::chrono::milliseconds(i);
            e.sent(Events::request("OPTIONS", QByteArray::number(i)));
            builder.append(e.take());
            flow = builder.flow(1);
            QVERIFY(flow->rows.size() <= 16);
            QCOMPARE(quint64(flow->rows.size()) - (flow->droppedRows ? 1 : 0) + flow->droppedRows, quint64(i));
            QVERIFY(std::is_sorted(flow->rows.cbegin(), flow->rows.cend(),
                                   [](const diag::LadderRow &a, const diag::LadderRow &b) { return a.seq < b.seq; }));
        }
        QCOMPARE(flow->rows[0].seq, quint64(1)); // an eighth of the limit: the beginning
        QCOMPARE(flow->rows[1].seq, quint64(2));
        const diag::LadderRow &gap = flow->rows[2];
        QVERIFY(gap.gap && !gap.minor && gap.event);
        QCOMPARE(gap.kind, diag::RowKind::Note);
        QCOMPARE(gap.label, u"%1 older rows were let go"_s.arg(flow->droppedRows));
        QVERIFY2(gap.detail.contains(u"one flow keeps 16 rows"_s), qPrintable(gap.detail));
        QCOMPARE(gap.seq + 1, flow->rows[3].seq); // in the place of the last that went
        QCOMPARE(flow->rows.last().seq, quint64(40));
        QCOMPARE(std::count_if(flow->rows.cbegin(), flow->rows.cend(), [](const diag::LadderRow &row) { return row.gap; }), 1);
        QCOMPARE(flow->firstAt, sip::Instant(1ms));
    }

    void a_copy_whose_first_is_gone_stands_for_itself()
    {
        Events e;
        e.context = {1, 1, 10};
        diag::FlowBuilder builder({.rows = 8});
        e.sent(Events::request("OPTIONS", "a"));
        const quint64 first = e.sent(Events::request("OPTIONS", "1"));
        for (quint16 i = 2; i <= 30; ++i)
            e.sent(Events::request("OPTIONS", "1"), i);
        builder.append(e.take());
        QCOMPARE(builder.flow(1)->rows.last().foldsInto, first);
        e.sent(Events::request("OPTIONS", "1"), 31);
        builder.append(e.take());
        QCOMPARE(builder.flow(1)->rows.last().foldsInto, quint64(0));
    }

    void octets_are_limited_too()
    {
        Events e;
        e.context = {1, 1, 10};
        constexpr qsizetype limit = 1'000'000;
        diag::FlowBuilder builder({.rows = 1'000'000, .octets = limit});
        const QByteArray large = "X-Large: " + QByteArray(60'000, 'x') + "\r\n";
        quint64 all = 0;
        e.attempt("initial", "SUBSCRIBE", "s");
        e.sent(Events::request("SUBSCRIBE", "s"));
        const quint64 answer = e.received(Events::response("200 OK", "SUBSCRIBE", "s"));
        for (int i = 0; i < 1000; ++i) {
            e.received(Events::request("NOTIFY", QByteArray::number(i), large));
            builder.append(e.take());
            const diag::Flow *flow = builder.flow(1);
            qsizetype octets = 0;
            for (const diag::LadderRow &row : flow->rows) {
                const auto *message = row.event->as<sip::MessageReceived>();
                octets += message ? message->message.wire().size() : 0;
            }
            QVERIFY(octets <= limit);
            QVERIFY(flow->rows.size() <= 20);
            all = flow->droppedOctets + quint64(octets);
        }
        const diag::Flow *flow = builder.flow(1);
        QVERIFY(all >= 1000 * 60'000ULL);
        QVERIFY(flow->droppedRows > 980);
        QCOMPARE(flow->rows[0].event->seq, quint64(1));
        QVERIFY(std::any_of(flow->rows.cbegin(), flow->rows.cend(),
                            [answer](const diag::LadderRow &row) { return row.seq == answer; }));
        const auto gap = std::find_if(flow->rows.cbegin(), flow->rows.cend(), [](const diag::LadderRow &row) { return row.gap; });
        QVERIFY(gap != flow->rows.cend());
        QVERIFY2(gap->detail.startsWith(u"59."_s) && gap->detail.contains(u" MB; "_s), qPrintable(gap->detail));
    }

    void one_row_that_is_too_much_by_itself_stays_as_the_newest()
    {
        Events e;
        e.context = {1, 1, 10};
        diag::FlowBuilder builder({.rows = 100, .octets = 1000});
        for (int i = 0; i < 3; ++i) {
            const quint64 seq =
                e.received(Events::request("NOTIFY", QByteArray::number(i), "X: " + QByteArray(5000, 'x') + "\r\n"));
            builder.append(e.take());
            QCOMPARE(builder.flow(1)->rows.last().seq, seq);
            QCOMPARE(builder.flow(1)->rows.size(), i == 0 ? 1 : 2);
        }
    }

    void the_final_answer_stays_when_it_comes_in_the_middle()
    {
        Events e;
        e.context = {1, 1, 10};
        diag::FlowBuilder builder({.rows = 100});
        e.attempt("initial", "INVITE", "1");
        e.sent(Events::request("INVITE", "1"));
        const auto many = [&](const QByteArray &name) {
            for (int i = 0; i < 500; ++i)
                e.received(Events::response("180 Ringing", "INVITE", "1", {}, name + QByteArray::number(i)));
            builder.append(e.take());
        };
        many("before");
        const quint64 answer = e.received(Events::response("200 OK", "INVITE", "1"));
        many("after");
        many("more");
        const diag::Flow *flow = builder.flow(1);
        QVERIFY(flow->rows.size() <= 100);
        QVERIFY(std::any_of(flow->rows.cbegin(), flow->rows.cend(),
                            [answer](const diag::LadderRow &row) { return row.seq == answer; }));
        QVERIFY(std::is_sorted(flow->rows.cbegin(), flow->rows.cend(),
                               [](const diag::LadderRow &a, const diag::LadderRow &b) { return a.seq < b.seq; }));
        QCOMPARE(flow->attempts[0].status, 200);
    }

    void rows_stay_in_order_whatever_is_kept()
    {
        for (int every = 1; every <= 12; ++every) {
            Events e;
            diag::FlowBuilder builder({.rows = 40});
            for (quint32 i = 1; i <= 400; ++i) {
                e.context = {1, i, i};
                const QByteArray branch = QByteArray::number(i);
                e.received(Events::response(i % every ? "180 Ringing" : "200 OK", "INVITE", branch));
                builder.append(e.take());
                const diag::Flow *flow = builder.flow(1);
                QVERIFY(flow->rows.size() <= 40);
                QVERIFY(std::adjacent_find(flow->rows.cbegin(), flow->rows.cend(),
                                           [](const diag::LadderRow &a, const diag::LadderRow &b) { return a.seq >= b.seq; }) ==
                        flow->rows.cend());
                QCOMPARE(quint64(flow->rows.size()) - (flow->droppedRows ? 1 : 0) + flow->droppedRows, quint64(i));
                QCOMPARE(flow->rows.last().seq, quint64(i));
            }
        }
    }

    void requests_that_never_get_an_answer_do_not_wait_without_end()
    {
        Events e;
        e.context = {1, 0, 0};
        diag::FlowBuilder builder;
        e.add(dialogOf("a"));
        for (int i = 0; i < 2000; ++i)
            e.received(Events::request("NOTIFY", QByteArray::number(i)));
        builder.append(e.take());
        QCOMPARE(builder.flow(1)->waiting.size(), 500);
        QCOMPARE(builder.flow(1)->waiting.last().request.branch().toByteArray(), QByteArray("z9hG4bK1999"));
    }

    void what_was_given_up_waits_no_more()
    {
        Events e;
        e.context = {1, 0, 7};
        diag::FlowBuilder builder;
        e.add(dialogOf("a"));
        e.received(Events::request("NOTIFY", "1"));
        builder.append(e.take());
        QCOMPARE(builder.flow(1)->waiting.size(), 1);
        e.add(sip::StateChanged{sip::StateChanged::Machine::NonInviteServer, "Trying", "Terminated", ""});
        builder.append(e.take());
        QVERIFY(builder.flow(1)->waiting.isEmpty());
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
