// SPDX-License-Identifier: GPL-3.0-or-later
#include "request/request_builder.h"
#include "support/simulated_run.h"

#include <QtTest>

using namespace sip;

namespace {

/// An OPTIONS of exactly \a size octets as it goes over UDP.
ComposedRequest sized(qsizetype size, const QByteArray &target = "sip:bob@192.0.2.1", const QByteArray &method = "OPTIONS")
{
    ComposedRequest request = SimulatedRun::compose(method, target);
    request.requestUri.clear();
    request.rows.append(ComposedRow{"X-Padding", "x"});
    const qsizetype without = previewRequest(request, *Endpoint::parse("192.0.2.10:5060"), Protocol::Udp).wire().size();
    request.rows.last().value = QByteArray(size - without + 1, 'x');
    return request;
}

struct SizeRun : SimulatedRun {
    SizeRun()
    {
        network.refusing = {Protocol::Tcp};
        network.peer = [this](const FakeTransport::Sent &one) {
            if (one.message.method() != "ACK")
                network.answer(one, 200);
        };
    }
    void refuseTcp()
    {
        network.refusal = TransportError{.cause = LocalCause::Refused, .text = QStringLiteral("nothing listens"), .reporter = {}};
    }
    QByteArrayList ways() const
    {
        QByteArrayList all;
        for (const FakeTransport::Sent &one : network.sent)
            all << protocolName(one.target.protocol).toByteArray();
        return all;
    }
    /// The texts of the notes for this rule.
    QStringList said(const char *rule) const
    {
        QStringList all;
        for (const Note &one : events<Note>())
            if (qstrcmp(one.rule, rule) == 0)
                all << one.text;
        return all;
    }
    static QByteArray via(const FakeTransport::Sent &one) { return one.message.value(HeaderId::Via); }
};

} // namespace

/// RFC 3261 18.1.1: what is too large for UDP.
class TestUdpSize : public QObject {
    Q_OBJECT
private Q_SLOTS:
    //= R18.1.1-1
    void above_1300_octets_the_request_goes_over_tcp()
    {
        for (const int over : {0, 1}) {
            SizeRun run;
            run.send(sized(1300 + over));
            run.clock.advance(50ms);
            QCOMPARE(run.ways(), QByteArrayList{over ? "tcp" : "udp"});
            QVERIFY(SizeRun::via(run.network.sent.first()).startsWith(over ? "SIP/2.0/TCP " : "SIP/2.0/UDP "));
            QCOMPARE(run.network.sent.first().target.remote.text(), QByteArray("192.0.2.1:5060"));
            QCOMPARE(run.said("R18.1.1-1").size(), over);
            QCOMPARE(run.ear.accept, QList<int>({200}));
        }
    }
    void the_contact_of_a_call_names_the_transport_it_took()
    {
        SizeRun run;
        run.send(sized(2000, "sip:bob@192.0.2.1", "INVITE"));
        run.clock.advance(50ms);
        QVERIFY(run.sent("INVITE").first().message.value(HeaderId::Contact).contains("transport=tcp"));
    }
    //= R18.1.1-1
    void a_known_path_mtu_less_200_is_the_limit()
    {
        struct Case {
            PathMtu mtu;
            qsizetype largest;
        };
        for (const Case &one : {Case{{1400, true}, 1200}, Case{{1280, true}, 1080}, Case{{9000, true}, 8800},
                                Case{{65536, false}, 1300}, Case{{1400, false}, 1200}, Case{{1500, false}, 1300}}) {
            for (const int over : {0, 1}) {
                SizeRun run;
                run.network.mtu = one.mtu;
                run.send(sized(one.largest + over));
                run.clock.advance(50ms);
                QCOMPARE(run.ways(), QByteArrayList{over ? "tcp" : "udp"});
            }
        }
    }
    //= R18.1.1-2
    void refused_by_tcp_it_goes_back_to_udp()
    {
        SizeRun run;
        run.refuseTcp();
        run.network.mtu = {1500, false};
        run.send(sized(1600));
        run.clock.advance(50ms);
        QCOMPARE(run.ways(), QByteArrayList({"tcp", "udp"}));
        QVERIFY(SizeRun::via(run.network.sent.last()).startsWith("SIP/2.0/UDP "));
        QVERIFY(run.network.sent.first().message.branch() != run.network.sent.last().message.branch());
        QCOMPARE(run.network.sent.last().message.wire().size(), 1600);
        QVERIFY(run.said("R18.1.1-2").value(0).contains(QLatin1String("nothing listens; back to UDP, in 2 packets")));
        QCOMPARE(run.ear.accept, QList<int>({200}));
        QVERIFY(run.ear.reject.isEmpty());
    }
    void it_goes_back_once_and_stays_there()
    {
        SizeRun run;
        run.refuseTcp();
        run.network.peer = [&run](const FakeTransport::Sent &one) {
            if (one.message.has(HeaderId::Authorization))
                run.network.answer(one, 200);
            else
                run.network.answer(one, 401, "peer", SimulatedRun::challenge("n1"));
        };
        run.send(sized(1600));
        run.clock.advance(50ms);
        QCOMPARE(run.ways(), QByteArrayList({"tcp", "udp", "udp"}));
        QCOMPARE(run.ear.accept, QList<int>({200}));
    }
    void silence_over_tcp_is_no_refusal()
    {
        SizeRun run;
        run.network.peer = {};
        run.send(sized(1600));
        QVERIFY(run.clock.runDry());
        QCOMPARE(run.ways(), QByteArrayList{"tcp"});
        QCOMPARE(run.ear.last.cause, LocalCause::TimerF);
    }
    void refused_by_both_it_fails_with_the_last_refusal()
    {
        SizeRun run;
        run.refuseTcp();
        run.network.refusing.clear();
        run.send(sized(1600));
        run.clock.advance(50ms);
        QCOMPARE(run.ways(), QByteArrayList({"tcp", "udp"}));
        QCOMPARE(run.ear.reject, QList<int>({503}));
        QCOMPARE(run.ear.last.cause, LocalCause::Refused);
    }
    void what_grows_over_the_limit_by_its_credentials_leaves_udp_then()
    {
        SizeRun run;
        run.network.peer = [&run](const FakeTransport::Sent &one) {
            if (one.message.has(HeaderId::Authorization))
                run.network.answer(one, 200);
            else
                run.network.answer(one, 401, "peer", SimulatedRun::challenge("n1"));
        };
        run.send(sized(1250));
        run.clock.advance(50ms);
        QCOMPARE(run.ways(), QByteArrayList({"udp", "tcp"}));
        QCOMPARE(run.ear.accept, QList<int>({200}));
    }
    /// UDP that somebody named is no choice of ours; the rule is said all the same.
    //= R18.1.1-3
    void udp_that_was_asked_for_stays_with_a_warning()
    {
        const auto said = [](const ComposedRequest &request) {
            SizeRun run;
            run.network.mtu = {1500, false};
            run.send(request);
            run.clock.advance(50ms);
            return run.ways() == QByteArrayList{"udp"} ? run.said("R18.1.1-1").value(0) : QString();
        };
        const QString packets = QStringLiteral("in 2 packets of at most 1500 octets");
        ComposedRequest forced = sized(1600);
        forced.forceUdp = true;
        QVERIFY(said(forced).contains(QLatin1String("stay on UDP as you asked, ") + packets));
        ComposedRequest chosen = sized(1600);
        chosen.transport = "udp";
        for (const ComposedRequest &request :
             {chosen, sized(1600, "udp:192.0.2.1:5060"), sized(1600, "sip:bob@192.0.2.1;transport=udp")}) {
            QVERIFY(said(request).contains(QLatin1String("because UDP was named with the target, ") + packets));
            QVERIFY(said(request).contains(QLatin1String("RFC 3261 wants TCP for more than 1300 octets")));
        }
        ComposedRequest own = sized(1500);
        own.rows.append(ComposedRow{"Via", "SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bKmine"});
        QVERIFY(said(own).contains(QLatin1String("its Via is your own")));
    }
    //= R3428.8-1
    void a_long_message_goes_over_tcp_and_never_back()
    {
        SizeRun run;
        run.send(sized(1600, "sip:bob@192.0.2.1", "MESSAGE"));
        run.clock.advance(50ms);
        QCOMPARE(run.ways(), QByteArrayList{"tcp"});
        SizeRun refused;
        refused.refuseTcp();
        refused.send(sized(1600, "sip:bob@192.0.2.1", "MESSAGE"));
        refused.clock.advance(50ms);
        QCOMPARE(refused.ways(), QByteArrayList{"tcp"});
        QCOMPARE(refused.ear.last.cause, LocalCause::Refused);
    }
    void a_cancel_goes_where_its_invite_went()
    {
        SizeRun run;
        run.network.peer = [&run](const FakeTransport::Sent &one) {
            if (one.message.method() == "INVITE")
                run.network.answer(one, 180);
        };
        UserAgentClient &client = run.send(sized(1600, "sip:bob@192.0.2.1", "INVITE"));
        run.clock.advance(50ms);
        QVERIFY(client.cancel());
        run.clock.advance(50ms);
        QCOMPARE(run.ways(), QByteArrayList({"tcp", "tcp"}));
    }
    void a_large_request_of_a_dialog_keeps_its_way_and_says_so()
    {
        SizeRun run;
        run.network.peer = [&run](const FakeTransport::Sent &one) {
            if (one.message.method() != "ACK")
                run.network.answer(one, 200, "peer", [](MessageDraft &d) { d.append(HeaderId::Contact, "<sip:bob@192.0.2.1>"); });
        };
        UserAgentClient &client = run.send(SimulatedRun::compose("INVITE", "sip:bob@192.0.2.1"));
        run.clock.advance(50ms);
        QVERIFY(client.next({}, {.method = "INFO", .rows = {{"X-Padding", QByteArray(1500, 'x')}}, .body = {}}));
        run.clock.advance(50ms);
        QCOMPARE(run.sent("INFO").size(), 1);
        QCOMPARE(run.sent("INFO").first().target.protocol, Protocol::Udp);
        QVERIFY(run.said("R18.1.1-1").value(0).contains(QLatin1String("as their dialog does")));
    }
};

QTEST_APPLESS_MAIN(TestUdpSize)
#include "tst_udp_size.moc"
