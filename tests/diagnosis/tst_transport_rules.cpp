// SPDX-License-Identifier: GPL-3.0-or-later
#include "findings_of.h"

#include <QtTest>

using namespace diag;
using namespace std::chrono_literals;
using sip::LocalCause;

class TestTransportRules : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void silence_is_told_with_numbers()
    {
        FlowMaker maker("OPTIONS");
        const quint64 sent = maker.send({}, 11);
        maker.now = 32s;
        const quint64 end = maker.local(408, LocalCause::TimerF);
        QCOMPARE(rulesOf(maker), (QList<QByteArray>{"timeout.no-answer"}));
        const Finding finding = findingOf(maker, "timeout.no-answer");
        QVERIFY2(finding.text.contains(QLatin1String("OPTIONS was sent 11 times to udp:198.51.100.1:5060 within 32 s")),
                 qPrintable(finding.text));
        QCOMPARE(finding.rows, (QList<quint64>{sent, end}));
    }

    void a_large_datagram_without_answer_is_suspected_first_data()
    {
        QTest::addColumn<int>("size");
        QTest::addColumn<bool>("tcp");
        QTest::addColumn<QByteArray>("verdict");
        QTest::newRow("1300") << 1300 << false << QByteArray("timeout.no-answer");
        QTest::newRow("1301") << 1301 << false << QByteArray("timeout.size");
        QTest::newRow("over tcp") << 3000 << true << QByteArray("timeout.no-answer");
    }
    void a_large_datagram_without_answer_is_suspected_first()
    {
        QFETCH(int, size);
        QFETCH(bool, tcp);
        QFETCH(QByteArray, verdict);
        FlowMaker probe("INVITE");
        if (tcp)
            probe.path.protocol = sip::Protocol::Tcp;
        FlowMaker maker = probe;
        probe.body = QByteArray(1000, 'x');
        probe.send();
        maker.body = QByteArray(1000 + size - probe.lastSent().wire().size(), 'x');
        maker.send({}, 7);
        QVERIFY(qAbs(maker.lastSent().wire().size() - size) <= 1);
        if (maker.lastSent().wire().size() != size) { // the digits of Content-Length
            QFAIL("the message does not have the size wanted");
        }
        maker.local(408, LocalCause::TimerB);
        QCOMPARE(rulesOf(maker).value(0), verdict);
        const Finding finding = findingOf(maker, verdict);
        QCOMPARE(finding.fix.has_value(), verdict == "timeout.size");
        if (finding.fix)
            QCOMPARE(applied(*finding.fix, {}).transport, QByteArray("tcp"));
    }

    void a_provisional_answer_moves_the_fault_behind_the_server()
    {
        FlowMaker maker("OPTIONS");
        maker.send();
        maker.receive("100 Trying");
        maker.now = 32s;
        maker.local(408, LocalCause::TimerF);
        QCOMPARE(rulesOf(maker), (QList<QByteArray>{"timeout.after-provisional"}));
        QVERIFY(findingOf(maker, "timeout.after-provisional").text.contains(QLatin1String("100 Trying")));
    }

    void an_answer_that_came_too_late_is_no_silence()
    {
        FlowMaker maker("OPTIONS");
        maker.body = QByteArray(2000, 'x');
        maker.send();
        maker.local(408, LocalCause::TimerF);
        maker.receive("200 OK", {}, {}, sip::MessageReceived::Fate::Late);
        QCOMPARE(rulesOf(maker), (QList<QByteArray>{"timeout.no-answer", "response.odd"}));
        QVERIFY(findingOf(maker, "timeout.no-answer").text.contains(QLatin1String("200 OK")));
    }

    void failures_of_the_network_are_told_apart_data()
    {
        QTest::addColumn<LocalCause>("cause");
        QTest::addColumn<QByteArray>("rule");
        QTest::addColumn<QByteArray>("transport"); // of the fix; empty: none
        QTest::newRow("refused") << LocalCause::Refused << QByteArray("transport.refused") << QByteArray("tcp");
        QTest::newRow("icmp") << LocalCause::Icmp << QByteArray("transport.unreachable") << QByteArray();
        QTest::newRow("unreachable") << LocalCause::Unreachable << QByteArray("transport.unreachable") << QByteArray();
        QTest::newRow("reset") << LocalCause::Reset << QByteArray("transport.reset") << QByteArray("tcp");
        QTest::newRow("too big") << LocalCause::TooBig << QByteArray("transport.too-big") << QByteArray("tcp");
        QTest::newRow("ws") << LocalCause::Ws << QByteArray("ws.failed") << QByteArray();
        QTest::newRow("tls") << LocalCause::Tls << QByteArray("tls.failed") << QByteArray();
    }
    void failures_of_the_network_are_told_apart()
    {
        QFETCH(LocalCause, cause);
        QFETCH(QByteArray, rule);
        QFETCH(QByteArray, transport);
        FlowMaker maker("OPTIONS");
        maker.send();
        sip::TransportError error;
        error.text = QStringLiteral("the system said so");
        error.icmpType = 3;
        error.reporter = *sip::Endpoint::parse("203.0.113.1");
        maker.local(503, cause, {}, error);
        QCOMPARE(rulesOf(maker), (QList<QByteArray>{rule}));
        const Finding finding = findingOf(maker, rule);
        QVERIFY(finding.text.contains(QLatin1String("the system said so (reported by 203.0.113.1)")));
        QCOMPARE(finding.fix ? finding.fix->value : QByteArray(), transport);
        QCOMPARE(finding.severity, Finding::Severity::Error);
    }

    void a_connection_we_closed_ourselves_was_not_cut_by_the_other_side()
    {
        FlowMaker maker("OPTIONS");
        maker.send();
        sip::TransportError error;
        error.byUs = true;
        error.text = QStringLiteral("closed, the stream from 198.51.100.1:5060 cannot be cut into messages: no Content-Length");
        maker.local(503, LocalCause::Reset, {}, error);
        QCOMPARE(rulesOf(maker), (QList<QByteArray>{"transport.closed"}));
        const QString text = findingOf(maker, "transport.closed").text;
        QVERIFY2(text.contains(QLatin1String("closed by us")) && text.contains(QLatin1String("cannot be cut into messages")),
                 qPrintable(text));
        QVERIFY2(!text.contains(QLatin1String("by the other side")), qPrintable(text));
    }

    void a_websocket_that_did_not_open_says_what_to_look_at_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("proxy");
        QTest::addColumn<QString>("words");
        QTest::newRow("404") << 404 << false << QStringLiteral("The path is not the one the server has");
        QTest::newRow("403") << 403 << false << QStringLiteral("Origin, path or cookie");
        QTest::newRow("401") << 401 << false << QStringLiteral("as a header of the handshake");
        QTest::newRow("302") << 302 << false << QStringLiteral("not followed by itself");
        QTest::newRow("200") << 200 << false << QStringLiteral("opens no WebSocket for this path");
        QTest::newRow("no subprotocol") << 101 << false << QStringLiteral("no SIP (RFC 7118 4.1)");
        QTest::newRow("no HTTP") << 0 << false << QStringLiteral("something else listens there");
        QTest::newRow("proxy") << 403 << true << QStringLiteral("have the proxy let this one through");
    }
    void a_websocket_that_did_not_open_says_what_to_look_at()
    {
        QFETCH(int, status);
        QFETCH(bool, proxy);
        QFETCH(QString, words);
        FlowMaker maker("OPTIONS");
        sip::WsHandshake answer;
        answer.received = answer.isAnswer = true;
        answer.withProxy = proxy;
        answer.status = status;
        answer.problem = QStringLiteral("the server did something");
        maker.add(answer);
        maker.local(503, LocalCause::Ws);
        QCOMPARE(rulesOf(maker), (QList<QByteArray>{"ws.failed"}));
        const QString text = findingOf(maker, "ws.failed").text;
        QVERIFY2(text.contains(words) && text.contains(QLatin1String("the server did something")), qPrintable(text));
    }

    void a_websocket_that_ended_is_told_from_one_that_never_was()
    {
        FlowMaker maker("OPTIONS");
        sip::WsHandshake answer;
        answer.received = answer.isAnswer = true;
        answer.status = 101;
        maker.add(answer);
        maker.send();
        sip::TransportError error;
        error.text = QStringLiteral("the peer closed the WebSocket with 1008 (policy violation)");
        maker.local(503, LocalCause::Ws, {}, error);
        QCOMPARE(rulesOf(maker), (QList<QByteArray>{"ws.closed"}));
        QVERIFY(findingOf(maker, "ws.closed").text.contains(QLatin1String("1008 (policy violation)")));
    }

    void a_certificate_that_was_refused_is_named_once()
    {
        FlowMaker maker("OPTIONS");
        sip::TlsVerdict verdict;
        verdict.outcome = sip::TlsVerdict::Outcome::Refused;
        verdict.checks = {{sip::TlsCheck::What::Chain, true, QStringLiteral("the chain is whole"), ""},
                          {sip::TlsCheck::What::Name, false, QStringLiteral("it is for example.net"), ""}};
        maker.add(verdict);
        maker.local(503, LocalCause::Tls, QStringLiteral("192.0.2.1:5061: it is for example.net"));
        const QString text = findingOf(maker, "tls.failed").text;
        QCOMPARE(text.count(QLatin1String("it is for example.net")), 1);
        QVERIFY(text.contains(QLatin1String("Nothing was sent")) && text.contains(QLatin1String("RFC 5922 7")));
        QVERIFY(!text.contains(QLatin1String("the chain is whole")));
    }

    void a_name_is_reported_although_nothing_was_sent()
    {
        FlowMaker maker("OPTIONS");
        const quint64 end = maker.local(503, LocalCause::Dns, QStringLiteral("example.com is a name"));
        QCOMPARE(rulesOf(maker), (QList<QByteArray>{"dns.name"}));
        QCOMPARE(findingOf(maker, "dns.name").rows, (QList<quint64>{end}));
    }

    void a_bye_without_answer_is_found_after_a_good_call()
    {
        FlowMaker maker("INVITE");
        maker.send();
        maker.receive("200 OK", "Contact: <sip:b@198.51.100.1>\r\n");
        maker.send({}, 11, "BYE");
        maker.local(408, LocalCause::TimerF);
        QCOMPARE(rulesOf(maker), (QList<QByteArray>{"timeout.no-answer"}));
        QVERIFY(findingOf(maker, "timeout.no-answer").text.contains(QLatin1String("BYE was sent 11 times")));
    }

    void a_flow_that_goes_on_has_no_finding()
    {
        FlowMaker maker("OPTIONS");
        QCOMPARE(rulesOf(maker), QList<QByteArray>());
        maker.send({}, 3);
        QCOMPARE(rulesOf(maker), QList<QByteArray>());
    }
};

QTEST_GUILESS_MAIN(TestTransportRules)
#include "tst_transport_rules.moc"
