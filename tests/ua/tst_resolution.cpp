// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/named_run.h"

#include <QtTest>

using namespace sip;
using Sent = FakeTransport::Sent;

class TestResolution : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void a_name_is_looked_up_and_its_best_server_gets_the_request()
    {
        NamedRun run;
        run.servers["192.0.2.1"] = run.answers(200);
        run.send(NamedRun::to("sip:bob@example.com"));
        QVERIFY(run.network.sent.isEmpty());
        run.clock.advance(61ms); // NAPTR, then SRV, then addresses: three round trips
        QCOMPARE(run.ways(), QByteArrayList({"udp:192.0.2.1:5060"}));
        QCOMPARE(run.ear.accept, QList<int>({200}));
        QCOMPARE(run.ear.finished, 1);
        const QList<RoadPlanned> roads = run.events<RoadPlanned>();
        QCOMPARE(roads.size(), 1);
        QCOMPARE(roads.first().targets.size(), 4);
        QCOMPARE(roads.first().took, Instant(60ms));
        QCOMPARE(run.events<DnsAsked>().size(), run.events<DnsAnswered>().size());
        QCOMPARE(run.events<DnsAsked>().size(), run.dns.asked.size());
        // What is asked together goes out together.
        QCOMPARE(run.dns.times[1], run.dns.times[2]);
        for (const TraceEventPtr &event : std::as_const(run.trace))
            if (event->as<DnsAsked>() || event->as<RoadPlanned>())
                QCOMPARE(event->context.attempt, 1U);
    }
    /// NAPTR, SRV of both services, A with AAAA, TCP, TLS 1.3, REGISTER, REGISTER with digest: a round trip each, nothing beside.
    void a_register_by_name_over_tls_costs_its_round_trips_and_no_more()
    {
        NamedRun run;
        constexpr Instant roundTrip = 20ms;
        run.dns.delay = roundTrip;
        run.network.delay = roundTrip / 2;
        run.network.opening = 2 * roundTrip;
        run.dns.naptr("example.net", 10, 10, "s", "SIPS+D2T", "_sips._tcp.example.net");
        run.dns.naptr("example.net", 20, 10, "s", "SIP+D2T", "_sip._tcp.example.net");
        run.dns.srv("_sips._tcp.example.net", 10, 1, 5061, "one.example.net");
        run.dns.srv("_sip._tcp.example.net", 10, 1, 5060, "two.example.net");
        for (const QByteArray host : {"one.example.net", "two.example.net"}) {
            run.dns.a(host, host.startsWith("one") ? "192.0.2.11" : "192.0.2.12");
            run.dns.a(host, host.startsWith("one") ? "2001:db8::11" : "2001:db8::12");
        }
        run.servers["192.0.2.11"] = [&run](const Sent &one) {
            if (one.message.firstRow(HeaderId::Authorization) < 0)
                run.network.answer(one, 401, "r", SimulatedRun::challenge("n"));
            else
                run.network.answer(one, 200);
        };
        const Instant began = run.clock.now();
        run.send(NamedRun::to("sip:example.net", "REGISTER"));
        while (run.ear.accept.isEmpty() && run.clock.now() - began < 10 * roundTrip)
            run.clock.advance(1ms);
        QCOMPARE(run.ways(), QByteArrayList({"tls:192.0.2.11:5061", "tls:192.0.2.11:5061"}));
        QCOMPARE(run.ear.accept, QList<int>({200}));
        const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(run.clock.now() - began);
        QVERIFY2(took <= 7 * roundTrip * 12 / 10 && took >= 7 * roundTrip, QByteArray::number(qint64(took.count())).constData());
    }
    void the_resolver_of_the_request_is_asked()
    {
        NamedRun run;
        ComposedRequest request = NamedRun::to("sip:bob@example.com");
        request.road.resolver = "192.0.2.53:5353";
        run.send(request);
        QCOMPARE(run.dns.where.first().text(), QByteArray("192.0.2.53:5353"));
        request.road.resolver = "dns.example.com";
        run.send(request);
        run.clock.settle();
        QCOMPARE(run.ear.last.cause, LocalCause::Dns);
    }
    void what_dns_cannot_say_is_a_local_503()
    {
        NamedRun run;
        run.send(NamedRun::to("sip:bob@nowhere.example.com"));
        QVERIFY(run.ear.reject.isEmpty());
        run.clock.advance(1s);
        QCOMPARE(run.ear.reject, QList<int>({503}));
        QCOMPARE(run.ear.last.cause, LocalCause::Dns);
        QVERIFY(run.ear.last.isLocal());
        QVERIFY(run.network.sent.isEmpty());
        const QList<LocalStatus> local = run.events<LocalStatus>();
        QCOMPARE(local.size(), 1);
        QVERIFY2(local.first().text.contains(QLatin1String("NXDOMAIN")), qPrintable(local.first().text));
        QCOMPARE(run.events<RoadPlanned>().size(), 1);
    }
    void without_a_resolver_a_name_says_so()
    {
        NamedRun run;
        run.core.setResolver(nullptr);
        run.send(NamedRun::to("sip:bob@example.com"));
        run.clock.settle();
        QCOMPARE(run.ear.last.cause, LocalCause::Dns);
    }
    void what_is_stopped_while_it_is_looked_up_sends_nothing()
    {
        for (const char *method : {"INVITE", "OPTIONS"}) {
            NamedRun run;
            UserAgentClient &client = run.send(NamedRun::to("sip:bob@example.com", method));
            run.clock.advance(30ms);
            QString why;
            QVERIFY(!client.cancel({}, &why));
            if (qstrcmp(method, "INVITE") == 0)
                QVERIFY2(why.contains(QLatin1String("looked up")), qPrintable(why));
            QVERIFY(client.stop());
            QVERIFY(run.clock.runDry());
            QVERIFY(run.network.sent.isEmpty());
            QCOMPARE(run.ear.finished, 1);
            QVERIFY(run.dns.cancelled > 0);
            QCOMPARE(run.events<IntentFinished>().last().cause, LocalCause::Cancelled);
        }
    }
    void a_client_that_goes_away_leaves_no_question_behind()
    {
        NamedRun run;
        run.send(NamedRun::to("sip:bob@example.com"));
        run.clients.clear();
        QVERIFY(run.clock.runDry());
        QVERIFY(run.network.sent.isEmpty());
    }
    void a_challenge_is_answered_where_it_came_from_and_leads_on_from_there()
    {
        NamedRun run;
        run.servers["192.0.2.1"] = run.answers(503);
        run.servers["192.0.2.2"] = [&run](const Sent &one) {
            if (one.message.has(HeaderId::Authorization))
                run.network.answer(one, 503);
            else
                run.network.answer(one, 401, "peer", SimulatedRun::challenge("n"));
        };
        run.servers["192.0.2.3"] = run.answers(200);
        run.send(NamedRun::to("sip:bob@example.com"));
        run.clock.advance(1s);
        QCOMPARE(run.whys(), QList<QByteArray>({"initial", "failover", "challenge", "failover"}));
        QCOMPARE(run.ways().last(), QByteArray("udp:192.0.2.3:5060"));
        QCOMPARE(run.ear.accept, QList<int>({200}));
    }
    //= R22.1-4
    //= R22.3-2
    void credentials_are_for_the_domain_whichever_address_answers()
    {
        NamedRun run;
        const auto guard = [&run](const Sent &one) {
            if (one.message.has(HeaderId::Authorization))
                run.network.answer(one, 200);
            else
                run.network.answer(one, 401, "peer", SimulatedRun::challenge("n"));
        };
        run.servers["192.0.2.1"] = run.servers["192.0.2.2"] = guard;
        run.send(NamedRun::to("sip:bob@example.com"));
        run.clock.advance(1s);
        run.servers["192.0.2.1"] = run.answers(503);
        run.send(NamedRun::to("sip:bob@example.com")); // on to the second address, with what the first one took
        run.clock.advance(1s);
        ComposedRequest pinned = NamedRun::to("sip:bob@example.com");
        pinned.road.pin = "192.0.2.2:5070";
        run.send(pinned);
        run.clock.advance(1s);
        QCOMPARE(run.ear.accept, QList<int>({200, 200, 200}));
        QCOMPARE(run.ways(), QByteArrayList({"udp:192.0.2.1:5060", "udp:192.0.2.1:5060", "udp:192.0.2.1:5060",
                                             "udp:192.0.2.2:5070", "udp:192.0.2.2:5070"}));
        QList<QByteArray> counts;
        for (const Sent &one : std::as_const(run.network.sent)) {
            const auto values = parseAuth(one.message.value(HeaderId::Authorization));
            counts << (values && !values->isEmpty() ? values->first().find("nc")->value : QByteArray());
        }
        QCOMPARE(counts, QList<QByteArray>({{}, "00000001", "00000002", "00000003", "00000004"}));
    }
    void a_call_to_a_name_goes_on_by_the_names_its_dialog_gives()
    {
        NamedRun run;
        const auto contact = [](MessageDraft &draft) {
            if (draft.value(HeaderId::CSeq).endsWith("INVITE"))
                draft.append(HeaderId::Contact, "<sip:bob@three.example.com:5066>");
        };
        run.servers["192.0.2.1"] = run.servers["192.0.2.3"] = [&](const Sent &one) {
            if (one.message.method() != "ACK")
                run.network.answer(one, 200, "peer", contact);
        };
        ComposedRequest request = NamedRun::to("sip:bob@example.com", "INVITE");
        request.hangUpAfter = 1s;
        run.send(request);
        run.clock.advance(1s);
        QCOMPARE(run.sent("ACK").size(), 1);
        QCOMPARE(run.sent("ACK").first().target.remote.text(), QByteArray("192.0.2.3:5066"));
        run.clock.advance(2s);
        QCOMPARE(run.sent("BYE").size(), 1);
        QCOMPARE(run.sent("BYE").first().target.remote.text(), QByteArray("192.0.2.3:5066"));
        QCOMPARE(run.ear.finished, 1);
    }
    void a_2xx_that_is_repeated_while_its_contact_is_looked_up_gets_one_ack()
    {
        NamedRun run;
        run.servers["192.0.2.1"] = [&run](const Sent &one) {
            if (one.message.method() != "INVITE")
                return;
            const auto contact = [](MessageDraft &draft) { draft.append(HeaderId::Contact, "<sip:bob@three.example.com:5066>"); };
            run.network.answer(one, 200, "peer", contact);
            run.network.answer(one, 200, "peer", contact);
        };
        ComposedRequest request = NamedRun::to("sip:bob@example.com", "INVITE");
        request.hangUpAfter = ComposedRequest::Never;
        run.send(request);
        run.clock.advance(61ms);
        QVERIFY(run.sent("ACK").isEmpty());
        run.clock.advance(100ms);
        QCOMPARE(run.sent("ACK").size(), 1);
    }
    void requests_of_one_dialog_keep_their_order()
    {
        NamedRun run;
        run.servers["192.0.2.1"] = run.servers["192.0.2.3"] = [&](const Sent &one) {
            if (one.message.method() != "ACK")
                run.network.answer(one, 200, "peer", [&one](MessageDraft &draft) {
                    if (one.message.method() == "INVITE")
                        draft.append(HeaderId::Contact, "<sip:bob@three.example.com:5066>");
                });
        };
        ComposedRequest request = NamedRun::to("sip:bob@example.com", "INVITE");
        request.hangUpAfter = ComposedRequest::Never;
        UserAgentClient &client = run.send(request);
        run.clock.advance(1s);
        QVERIFY(client.next({}, {.method = "INFO", .rows = {}, .body = {}}));
        QVERIFY(client.next({}, {.method = "MESSAGE", .rows = {}, .body = {}}));
        QVERIFY(client.next({}, {.method = "BYE", .rows = {}, .body = {}}));
        run.clock.advance(1s);
        QList<QByteArray> methods;
        QList<qint64> numbers;
        for (const Sent &one : std::as_const(run.network.sent))
            if (one.message.method() != "ACK") {
                methods << one.message.method().toByteArray();
                numbers << one.message.cseqNumber();
            }
        QCOMPARE(methods, QList<QByteArray>({"INVITE", "INFO", "MESSAGE", "BYE"}));
        QVERIFY(std::is_sorted(numbers.cbegin(), numbers.cend()));
    }
    //= R14.1-1
    void an_invite_that_waits_for_its_look_up_is_an_invite_under_way()
    {
        NamedRun run;
        run.servers["192.0.2.1"] = run.servers["192.0.2.3"] = [&](const Sent &one) {
            if (one.message.method() != "ACK")
                run.network.answer(one, 200, "peer", [](MessageDraft &draft) {
                    draft.append(HeaderId::Contact, "<sip:bob@three.example.com:5066>");
                });
        };
        ComposedRequest request = NamedRun::to("sip:bob@example.com", "INVITE");
        request.hangUpAfter = ComposedRequest::Never;
        UserAgentClient &client = run.send(request);
        run.clock.advance(1s);
        QVERIFY(client.next({}, {.method = "INVITE", .rows = {}, .body = {}}));
        QVERIFY(!client.next({}, {.method = "INVITE", .rows = {}, .body = {}}));
    }
    //= R8.1.3.4-1
    void a_redirection_to_a_name_is_looked_up_and_a_dead_end_passed_over()
    {
        NamedRun run;
        run.servers["192.0.2.9"] = [&run](const Sent &one) {
            run.network.answer(one, 302, "peer", [](MessageDraft &draft) {
                draft.append(HeaderId::Contact, "<sip:bob@nowhere.example.com>;q=1.0, <sip:bob@example.com>;q=0.5");
            });
        };
        run.servers["192.0.2.1"] = run.answers(503);
        run.servers["192.0.2.2"] = run.answers(200);
        ComposedRequest request = NamedRun::to("sip:bob@192.0.2.9");
        request.followRedirects = true;
        run.send(request);
        run.clock.advance(2s);
        QCOMPARE(run.ways(), QByteArrayList({"udp:192.0.2.9:5060", "udp:192.0.2.1:5060", "udp:192.0.2.2:5070"}));
        QCOMPARE(run.whys(), QList<QByteArray>({"initial", "redirect", "failover"}));
        QVERIFY(run.says(QStringLiteral("sip:bob@nowhere.example.com is not tried"), "R8.1.3.4-1"));
        QCOMPARE(run.ear.accept, QList<int>({200}));
    }
    void a_redirection_to_nowhere_ends_as_what_it_was()
    {
        NamedRun run;
        run.servers["192.0.2.9"] = [&run](const Sent &one) {
            if (one.message.method() != "ACK")
                run.network.answer(one, 302, "peer",
                                   [](MessageDraft &draft) { draft.append(HeaderId::Contact, "<sip:bob@nowhere.example.com>"); });
        };
        ComposedRequest request = NamedRun::to("sip:bob@192.0.2.9", "INVITE");
        request.followRedirects = true;
        run.send(request);
        run.clock.advance(2s);
        QCOMPARE(run.ear.redirect, QList<int>({302}));
        QCOMPARE(run.ear.finished, 1);
    }
    void what_is_sent_as_typed_is_not_changed_for_another_server()
    {
        NamedRun run;
        run.servers["192.0.2.1"] = run.answers(503);
        ComposedRequest request = NamedRun::to("sip:bob@example.com");
        request.raw = true;
        request.rawBytes = "OPTIONS sip:bob@example.com SIP/2.0\r\nVia: SIP/2.0/UDP 192.0.2.10;branch=z9hG4bKtyped\r\n"
                           "From: <sip:a@example.com>;tag=1\r\nTo: <sip:bob@example.com>\r\nCall-ID: typed\r\n"
                           "CSeq: 1 OPTIONS\r\nContent-Length: 0\r\n\r\n";
        run.send(request);
        run.clock.advance(2s);
        QCOMPARE(run.ways().size(), 1);
        QCOMPARE(run.ear.reject, QList<int>({503}));
    }
    void looking_at_a_request_asks_nobody()
    {
        NamedRun run;
        const UserAgentClient &client = run.client(NamedRun::to("sip:bob@example.com"));
        client.validate();
        run.clock.settle();
        QVERIFY(run.dns.asked.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestResolution)
#include "tst_resolution.moc"
