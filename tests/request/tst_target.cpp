// SPDX-License-Identifier: GPL-3.0-or-later
#include "request/target.h"

#include <QtTest>

using namespace sip;

namespace {

ComposedRequest to(const QByteArray &target, const QByteArray &requestUri = {}, const QByteArray &route = {})
{
    ComposedRequest request;
    request.method = "OPTIONS";
    request.target = target;
    request.requestUri = requestUri;
    if (!route.isEmpty())
        request.rows.append({"Route", route});
    return request;
}

/// "udp 192.0.2.1:5060", or "error N: text".
QString hop(const ComposedRequest &request)
{
    const auto next = nextHop(request);
    if (!next)
        return QStringLiteral("error %1").arg(int(next.error().code));
    return QString::fromLatin1(protocolName(next->address.protocol)) + QLatin1Char(' ') +
           QString::fromLatin1(next->address.remote.text());
}

QString failure(Error::Code code)
{
    return QStringLiteral("error %1").arg(int(code));
}

} // namespace

class TestTarget : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void numeric_targets_are_taken_as_written_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *target, const char *expected) {
            QTest::newRow(target) << QByteArray(target) << QString::fromLatin1(expected);
        };
        row("udp:192.0.2.1:5070", "udp 192.0.2.1:5070");
        row("udp:192.0.2.1", "udp 192.0.2.1:5060");
        row("TCP:[2001:db8::1]:5061", "tcp [2001:db8::1]:5061");
        row("tcp:[2001:db8::1]", "tcp [2001:db8::1]:5060");
        row("sip:192.0.2.1", "udp 192.0.2.1:5060");
        row("sip:bob@192.0.2.1:5080;transport=tcp", "tcp 192.0.2.1:5080");
        row("sip:bob@192.0.2.1;transport=UDP", "udp 192.0.2.1:5060");
        row("sip:bob@[2001:db8::1]:5070", "udp [2001:db8::1]:5070");
        row("sip:bob@example.com;maddr=192.0.2.7", "udp 192.0.2.7:5060");
        row("sip:bob@localhost:5070", "udp 127.0.0.1:5070");
        row("udp:LocalHost", "udp 127.0.0.1:5060");
    }
    void numeric_targets_are_taken_as_written()
    {
        QFETCH(QByteArray, target);
        QFETCH(QString, expected);
        QCOMPARE(hop(to(target)), expected);
    }

    void what_cannot_be_sent_to_says_why_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *target, Error::Code code, const char *words) {
            QTest::newRow(target) << QByteArray(target) << int(code) << QString::fromLatin1(words);
        };
        row("udp:example.com:70000", Error::Code::Syntax, "port");
        row("sip:192.0.2.1;transport=sctp", Error::Code::Unsupported, "use udp, tcp, tls, ws or wss");
        row("sip:192.0.2.1;transport=sctp", Error::Code::Unsupported, "sctp");
        row("sips:bob@192.0.2.1;transport=udp", Error::Code::Unsupported, "sips URI means TLS"); //= R8.1.2-2
        row("udp:300.1.1.1:5060", Error::Code::Syntax, "not an IP address");
        row("udp:192.0.2.1:70000", Error::Code::Syntax, "port");
        row("udp:", Error::Code::Syntax, "names no host");
        row("tel:+15550100", Error::Code::Syntax, "does not say where to send");
        row("192.0.2.1 5060", Error::Code::Syntax, "target of the request");
        row("", Error::Code::Syntax, "there is no target");
    }
    void what_cannot_be_sent_to_says_why()
    {
        QFETCH(QByteArray, target);
        QFETCH(int, code);
        QFETCH(QString, words);
        const auto next = nextHop(to(target));
        QVERIFY(!next);
        QCOMPARE(int(next.error().code), code);
        QVERIFY2(next.error().detail.contains(words), qPrintable(next.error().detail));
    }

    void names_are_taken_as_written_and_left_to_be_looked_up_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("words");
        const auto row = [](const char *target, const char *text, const char *words) {
            QTest::newRow(target) << QByteArray(target) << QByteArray(text) << QByteArray(words);
        };
        row("udp:example.com", "udp:example.com", "example.com||0|udp");
        row("sip:bob@sip.example.com:5060", "sip.example.com:5060", "sip.example.com||5060|");
        row("sip:bob@pbx", "pbx", "pbx||0|");
        row("sip:bob@example.com;transport=TCP", "tcp:example.com", "example.com||0|tcp");
        row("sip:bob@192.0.2.1:5070;maddr=b.example.com", "b.example.com:5070", "192.0.2.1|b.example.com|5070|");
    }
    void names_are_taken_as_written_and_left_to_be_looked_up()
    {
        QFETCH(QByteArray, target);
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, words);
        const auto next = nextHop(to(target));
        QVERIFY(next);
        QVERIFY(next->isName());
        QCOMPARE(next->text(), text);
        const TargetWords &w = next->words;
        QCOMPARE(w.host + '|' + w.maddr + '|' + QByteArray::number(w.port) + '|' + w.transport, words);
        QCOMPARE(next->address.protocol, w.transport == "tcp" ? Protocol::Tcp : Protocol::Udp);
        QVERIFY(!nextHop(to("sip:192.0.2.1"))->isName());
    }

    //= R8.1.2-1
    void the_top_route_comes_before_the_request_uri()
    {
        const QByteArray route = "<sip:192.0.2.8:5070;lr;transport=tcp>, <sip:192.0.2.9;lr>";
        QCOMPARE(hop(to({}, "sip:bob@192.0.2.1", route)), QStringLiteral("tcp 192.0.2.8:5070"));
        QCOMPARE(hop(to("sip:bob@192.0.2.1", {}, route)), QStringLiteral("tcp 192.0.2.8:5070"));
        QVERIFY(nextHop(to({}, "sip:bob@192.0.2.1", route))->why.startsWith(QLatin1String("top Route")));
    }

    //= R8.1.2-1
    void a_strict_router_is_named_by_the_request_uri()
    {
        const auto next = nextHop(to({}, "sip:bob@192.0.2.1:5090", "<sip:192.0.2.8>"));
        QVERIFY(next);
        QCOMPARE(next->address.remote.text(), QByteArray("192.0.2.1:5090"));
        QVERIFY(next->why.contains(QLatin1String("strict router")));
    }

    void a_next_hop_or_a_target_beside_a_request_uri_is_an_order()
    {
        const QByteArray route = "<sip:192.0.2.8;lr>";
        QCOMPARE(hop(to("udp:192.0.2.7:5066", "sip:bob@192.0.2.1", route)), QStringLiteral("udp 192.0.2.7:5066"));
        QCOMPARE(hop(to("sip:192.0.2.7", "sip:bob@example.com", route)), QStringLiteral("udp 192.0.2.7:5060"));
    }

    void a_muted_route_decides_nothing()
    {
        ComposedRequest request = to({}, "sip:bob@192.0.2.1", "<sip:192.0.2.8;lr>");
        request.rows[0].muted = true;
        QCOMPARE(hop(request), QStringLiteral("udp 192.0.2.1:5060"));
    }

    void a_broken_route_is_reported_not_skipped()
    {
        QCOMPARE(hop(to({}, "sip:bob@192.0.2.1", "<sip:192.0.2.8")), failure(Error::Code::Syntax));
    }

    void the_transport_setting_wins()
    {
        ComposedRequest request = to("udp:192.0.2.1");
        request.transport = "TCP";
        QCOMPARE(hop(request), QStringLiteral("tcp 192.0.2.1:5060"));
        request.transport = "tls";
        QCOMPARE(hop(request), QStringLiteral("tls 192.0.2.1:5061"));
        request.transport = "ws";
        QCOMPARE(hop(request), QStringLiteral("ws 192.0.2.1:80"));
        request.transport = "WSS";
        QCOMPARE(hop(request), QStringLiteral("wss 192.0.2.1:443"));
    }

    //= R8.1.2-2
    //= R8.1.1.2-1
    void a_sips_request_uri_goes_over_tls_whatever_the_way()
    {
        QCOMPARE(hop(to("sips:bob@192.0.2.1", {}, "<sip:192.0.2.8;lr;transport=tcp>")), QStringLiteral("tls 192.0.2.8:5061"));
        QCOMPARE(hop(to("tcp:192.0.2.7:5066", "sips:bob@192.0.2.1")), QStringLiteral("tls 192.0.2.7:5066"));
        QCOMPARE(hop(to("udp:192.0.2.7:5066", "sips:bob@192.0.2.1")), failure(Error::Code::Unsupported));
        ComposedRequest request = to("sips:bob@192.0.2.1");
        request.transport = "udp";
        QCOMPARE(hop(request), failure(Error::Code::Unsupported));
        request.transport = "tcp"; // TLS is over TCP
        QCOMPARE(hop(request), QStringLiteral("tls 192.0.2.1:5061"));
    }

    //= R7118.5-1
    void ws_in_a_sips_uri_is_over_tls()
    {
        QCOMPARE(hop(to("sip:bob@192.0.2.1;transport=ws")), QStringLiteral("ws 192.0.2.1:80"));
        QCOMPARE(hop(to("sips:bob@192.0.2.1;transport=ws")), QStringLiteral("wss 192.0.2.1:443"));
        QCOMPARE(hop(to("sips:bob@192.0.2.1:8443;transport=ws")), QStringLiteral("wss 192.0.2.1:8443"));
        const auto named = nextHop(to("sips:bob@example.com;transport=ws"));
        QVERIFY(named && named->isName());
        QCOMPARE(named->address.protocol, Protocol::Wss);
        QCOMPARE(named->words.transport, QByteArray("wss"));
        QCOMPARE(effectiveRequestUri(to("wss:192.0.2.1:8443")), QByteArray("sip:192.0.2.1:8443;transport=ws"));
    }

    void websocket_settings_go_with_the_target()
    {
        ComposedRequest request = to("wss:192.0.2.1:8443");
        QVERIFY(!nextHop(request)->address.ws);
        request.ws.path = "/ws";
        QCOMPARE(nextHop(request)->address.ws->path, QByteArray("/ws"));
        QCOMPARE(nextHop(request)->address.domain, QByteArray("192.0.2.1"));
        request.target = "tcp:192.0.2.1";
        QVERIFY(!nextHop(request)->address.ws);
    }

    //= R5922.7.3-1
    void the_domain_is_the_host_of_the_uri()
    {
        const auto domain = [](const QByteArray &target) { return nextHop(to(target))->address.domain; };
        QCOMPARE(domain("sips:bob@192.0.2.1:5071"), QByteArray("192.0.2.1"));
        QCOMPARE(domain("sips:bob@example.com;maddr=192.0.2.1"), QByteArray("example.com"));
        QCOMPARE(domain("sip:bob@[2001:db8::1];transport=tls"), QByteArray("[2001:db8::1]"));
        QCOMPARE(domain("tls:192.0.2.1:5061"), QByteArray("192.0.2.1"));
        QCOMPARE(domain("tls:[2001:db8::1]:5061"), QByteArray("[2001:db8::1]"));
        QCOMPARE(domain("udp:192.0.2.1:5061"), QByteArray());
    }

    void tls_settings_go_with_the_target()
    {
        ComposedRequest request = to("tls:192.0.2.1");
        QVERIFY(!nextHop(request)->address.tls);
        request.tls.serverName = "sip.example.com";
        QCOMPARE(nextHop(request)->address.tls->serverName, QByteArray("sip.example.com"));
        QVERIFY(nextHop(request)->address == nextHop(request)->address);
        QVERIFY(!(nextHop(request)->address == nextHop(to("tls:192.0.2.1"))->address));
        request.target = "tcp:192.0.2.1";
        QVERIFY(!nextHop(request)->address.tls);
    }

    void the_reason_names_the_rule_for_port_and_transport()
    {
        const QString why = nextHop(to("sip:192.0.2.1"))->why;
        QVERIFY(why.contains(QLatin1String("RFC 3263 4.1")));
        QVERIFY(why.contains(QLatin1String("RFC 3263 4.2")));
        QVERIFY(!nextHop(to("tcp:192.0.2.1:5060"))->why.contains(QLatin1String("3263")));
    }

    void raw_bytes_are_read_for_their_way()
    {
        ComposedRequest request;
        request.raw = true;
        request.rawBytes = "OPTIONS sip:bob@192.0.2.1:5099 SIP/2.0\r\n\r\n";
        QCOMPARE(hop(request), QStringLiteral("udp 192.0.2.1:5099"));
        request.rawBytes = "OPTIONS sip:bob@192.0.2.1:5099 SIP/2.0\r\nRoute: <sip:192.0.2.2;lr>\r\n\r\n";
        QCOMPARE(hop(request), QStringLiteral("udp 192.0.2.2:5060"));
        request.target = "tcp:192.0.2.3:5060";
        QCOMPARE(hop(request), QStringLiteral("tcp 192.0.2.3:5060"));
    }

    void the_request_uri_comes_from_the_first_that_says_one()
    {
        ComposedRequest request = to("sip:bob@192.0.2.1;transport=tcp", "sip:carol@example.com");
        request.rows.append(ComposedRow{"To", "\"Bob\" <sip:bob@example.org>"});
        QCOMPARE(effectiveRequestUri(request), QByteArray("sip:carol@example.com"));
        request.requestUri.clear();
        QCOMPARE(effectiveRequestUri(request), QByteArray("sip:bob@192.0.2.1;transport=tcp"));
        request.target = "udp:192.0.2.1:5060";
        QCOMPARE(effectiveRequestUri(request), QByteArray("sip:bob@example.org"));
        request.rows.clear();
        QCOMPARE(effectiveRequestUri(request), QByteArray("sip:192.0.2.1:5060"));
        request.target = "tcp:[2001:db8::1]:5060";
        QCOMPARE(effectiveRequestUri(request), QByteArray("sip:[2001:db8::1]:5060;transport=tcp"));
        QCOMPARE(effectiveRequestUri(to({})), QByteArray());
    }

    //= R19.1.5-1
    void headers_and_method_of_a_pasted_uri_are_not_sent()
    {
        QCOMPARE(effectiveRequestUri(to("sip:bob@192.0.2.1;method=BYE;user=phone?Route=%3Csip:192.0.2.9%3E&Subject=x")),
                 QByteArray("sip:bob@192.0.2.1;user=phone"));
    }

    //= R8.1.1.1-2
    //= R10.2.6-1
    void without_a_target_the_route_or_the_registered_address_says_where()
    {
        ComposedRequest request = to({});
        request.method = "REGISTER";
        request.rows.append(ComposedRow{"To", "<sip:alice@192.0.2.1:5070>"});
        QCOMPARE(hop(request), QStringLiteral("udp 192.0.2.1:5070"));
        request.rows.append(ComposedRow{"Route", "<sip:192.0.2.9:5080;lr>"});
        QCOMPARE(hop(request), QStringLiteral("udp 192.0.2.9:5080"));
        QCOMPARE(effectiveRequestUri(request), QByteArray("sip:192.0.2.1:5070"));
    }

    //= R10.2-1
    void a_registrar_is_named_without_user()
    {
        ComposedRequest request = to("udp:192.0.2.1:5060");
        request.method = "REGISTER";
        request.rows.append(ComposedRow{"To", "<sip:alice@example.com>"});
        QCOMPARE(effectiveRequestUri(request), QByteArray("sip:example.com"));
        request.requestUri = "sip:alice@example.com"; // said in so many words: kept
        QCOMPARE(effectiveRequestUri(request), QByteArray("sip:alice@example.com"));
    }
};

QTEST_GUILESS_MAIN(TestTarget)
#include "tst_target.moc"
