// SPDX-License-Identifier: GPL-3.0-or-later
#include "message/headers.h"
#include "request/request_builder.h"

#include <QSet>
#include <QtTest>

using namespace sip;

namespace {

const BuildFacts facts{.protocol = Protocol::Udp,
                       .local = *Endpoint::parse("192.0.2.10:5062"),
                       .branch = "z9hG4bKtest",
                       .fromTag = "ft",
                       .callId = "call-1"};

ComposedRequest compose(const QByteArray &method, const QByteArray &target, QList<ComposedRow> rows = {}, QByteArray body = {})
{
    ComposedRequest request;
    request.method = method;
    request.target = target;
    request.rows = std::move(rows);
    request.body = std::move(body);
    return request;
}

Message built(const ComposedRequest &request, const BuildFacts &with = facts, QList<QByteArray> *filled = nullptr)
{
    SeededRandom random(1);
    return buildRequest(request, with, random, filled);
}

QList<QByteArray> rowNames(const Message &message)
{
    QList<QByteArray> out;
    for (qsizetype i = 0; i < message.headerCount(); ++i)
        out += message.name(message.header(i)).toByteArray();
    return out;
}

} // namespace

class TestRequestBuilder : public QObject {
    Q_OBJECT
private Q_SLOTS:
    //= R8.1.1-1
    //= R8.1.1.6-1
    //= R8.1.1.7-1
    //= R18.1.1-5
    //= R3581.3-1
    //= R8.1.1.5-1
    //= R11.1-1
    //= R11.1-2
    void an_empty_request_is_filled_in()
    {
        QList<QByteArray> filled;
        const Message m = built(compose("OPTIONS", "sip:bob@192.0.2.1:5070;transport=udp"), facts, &filled);
        const QByteArray expected = "OPTIONS sip:bob@192.0.2.1:5070;transport=udp SIP/2.0\r\n"
                                    "Via: SIP/2.0/UDP 192.0.2.10:5062;branch=z9hG4bKtest;rport\r\n"
                                    "Max-Forwards: 70\r\n"
                                    "From: \"Anonymous\" <sip:anonymous@anonymous.invalid>;tag=ft\r\n"
                                    "To: <sip:bob@192.0.2.1>\r\n"
                                    "Call-ID: call-1\r\n"
                                    "CSeq: 1 OPTIONS\r\n"
                                    "Allow: INVITE, ACK, CANCEL, BYE, PRACK, UPDATE, INFO, OPTIONS, NOTIFY, MESSAGE, REFER\r\n"
                                    "Supported: 100rel, timer\r\n"
                                    "Accept: application/sdp\r\n";
        QVERIFY2(m.wire().startsWith(expected), m.wire().constData());
        QVERIFY(m.value(HeaderId::UserAgent).startsWith("Viatrace/"));
        QVERIFY(m.wire().endsWith("\r\nContent-Length: 0\r\n\r\n"));
        QCOMPARE(m.marks().size(), 0);
        QCOMPARE(filled, (QList<QByteArray>{"Via", "Max-Forwards", "To", "From", "Call-ID", "CSeq", "Allow", "Supported",
                                            "Accept", "User-Agent", "Content-Length"}));
    }

    void rows_of_the_user_stay_as_they_are_and_where_they_are()
    {
        const QByteArray body = "v=0\r\n";
        const QList<ComposedRow> rows = {
            {"X-First", "1"},        {"TO", "<sip:bob@example.com>;x"}, {"Subject", ""},        {"cseq", "7 FOO"},
            {"X-Muted", "no", true}, {"Max-Forwards", "not a number"},  {"Content-Length", "2"}};
        const Message m = built(compose("INVITE", "sip:bob@192.0.2.1", rows, body));
        qsizetype at = 0;
        for (const ComposedRow &row : rows) {
            if (row.muted)
                continue;
            const QByteArray line = "\r\n" + row.name + ": " + row.value + "\r\n";
            const qsizetype found = m.wire().indexOf(line, at);
            QVERIFY2(found >= 0, line.constData());
            at = found;
        }
        QVERIFY(!m.wire().contains("X-Muted"));
        for (const HeaderId once : {HeaderId::To, HeaderId::CSeq, HeaderId::MaxForwards, HeaderId::ContentLength})
            QCOMPARE(m.count(once), 1);
    }

    void what_was_filled_in_is_named()
    {
        QList<QByteArray> filled = {"old"};
        built(compose("MESSAGE", "sip:bob@192.0.2.1", {{"f", "<sip:alice@example.com>"}, {"i", "1"}, {"c", "text/plain"}}, "hi"),
              facts, &filled);
        QCOMPARE(filled,
                 (QList<QByteArray>{"Via", "Max-Forwards", "To", "CSeq", "Allow", "Supported", "User-Agent", "Content-Length"}));
    }

    //= R8.1.1.3-1
    void a_from_without_tag_gets_one_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("name-addr") << QByteArray("\"A;tag=1\" <sip:a@example.com;tag=2>")
                                   << QByteArray("\"A;tag=1\" <sip:a@example.com;tag=2>;tag=ft");
        QTest::newRow("addr-spec") << QByteArray("sip:a@example.com") << QByteArray("sip:a@example.com;tag=ft");
        QTest::newRow("tag given") << QByteArray("<sip:a@example.com>;TAG=mine") << QByteArray("<sip:a@example.com>;TAG=mine");
        QTest::newRow("tag empty") << QByteArray("<sip:a@example.com>;tag=") << QByteArray("<sip:a@example.com>;tag=");
    }
    void a_from_without_tag_gets_one()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, expected);
        QCOMPARE(built(compose("OPTIONS", "sip:192.0.2.1", {{"From", from}})).value(HeaderId::From), expected);
    }

    void a_via_of_the_user_is_kept_alone()
    {
        const Message m = built(compose("OPTIONS", "sip:192.0.2.1", {{"Via", "SIP/2.0/UDP 198.51.100.1;branch=z9hG4bKmine"}}));
        QCOMPARE(m.values(HeaderId::Via), (QList<QByteArray>{"SIP/2.0/UDP 198.51.100.1;branch=z9hG4bKmine"}));
    }

    //= R8.1.1.3-2
    //= R10.2-2
    void from_and_to_are_derived_from_what_is_known()
    {
        ComposedRequest request = compose("OPTIONS", "sip:bob@192.0.2.1:5070");
        request.credentials.append({"", "1001", "s3cret", {}, {}});
        QCOMPARE(built(request).value(HeaderId::From), QByteArray("<sip:1001@192.0.2.1>;tag=ft"));
        request.credentials[0].username = "a b@c";
        QCOMPARE(built(request).value(HeaderId::From), QByteArray("\"Anonymous\" <sip:anonymous@anonymous.invalid>;tag=ft"));

        const Message toGiven = built(compose("REGISTER", "udp:192.0.2.1", {{"To", "\"A\" <sip:alice@example.com>"}}));
        QCOMPARE(toGiven.value(HeaderId::From), QByteArray("<sip:alice@example.com>;tag=ft"));
        QCOMPARE(toGiven.requestUri(), QByteArrayView("sip:example.com"));
        const Message fromGiven = built(compose("REGISTER", "sip:192.0.2.1", {{"From", "<sip:alice@example.com>;tag=1"}}));
        QCOMPARE(fromGiven.value(HeaderId::To), QByteArray("<sip:alice@example.com>"));
        ComposedRequest neither = compose("REGISTER", "sip:example.com");
        neither.credentials.append({"", "alice", "s3cret", {}, {}});
        QCOMPARE(built(neither).value(HeaderId::To), QByteArray("<sip:alice@example.com>"));
        QCOMPARE(built(neither).value(HeaderId::From), QByteArray("<sip:alice@example.com>;tag=ft"));
    }

    //= R8.1.1.1-1
    void the_request_uri_is_that_of_the_to_unless_it_is_given()
    {
        const QList<ComposedRow> to = {{"To", "\"Bob\" <sip:bob@example.com>;x=1"}};
        QCOMPARE(built(compose("INVITE", "udp:192.0.2.1", to)).requestUri(), QByteArrayView("sip:bob@example.com"));
        QCOMPARE(built(compose("REGISTER", "udp:192.0.2.1", to)).requestUri(), QByteArrayView("sip:example.com"));
        ComposedRequest elsewhere = compose("INVITE", "udp:192.0.2.1", to);
        elsewhere.requestUri = "sip:carol@example.org";
        QCOMPARE(built(elsewhere).requestUri(), QByteArrayView("sip:carol@example.org"));
        QCOMPARE(built(elsewhere).value(HeaderId::To), to.first().value);
        elsewhere.rows.clear();
        QCOMPARE(built(elsewhere).value(HeaderId::To), QByteArray("<sip:carol@example.org>"));
    }

    //= R8.1.1.1-2
    void a_route_set_of_the_user_goes_out_before_the_same_request_uri()
    {
        ComposedRequest request = compose("INVITE", {}, {{"Route", "<sip:192.0.2.8;lr>"}, {"Route", "<sip:192.0.2.9;lr>"}});
        request.requestUri = "sip:bob@example.com";
        const Message loose = built(request);
        QCOMPARE(loose.requestUri(), QByteArrayView("sip:bob@example.com"));
        QCOMPARE(loose.values(HeaderId::Route), (QList<QByteArray>{"<sip:192.0.2.8;lr>", "<sip:192.0.2.9;lr>"}));
    }

    //= R8.1.1.9-1
    //= R8.1.1.9-2
    //= R13.2.1-1
    void what_we_can_is_announced_and_nothing_is_required()
    {
        // Option tags of the IANA registry, defined by standards-track RFCs.
        const QList<QByteArray> standard = {"100rel", "timer", "path", "outbound", "gruu", "replaces", "norefersub", "tdialog"};
        for (const char *method : {"INVITE", "OPTIONS", "REGISTER", "SUBSCRIBE", "MESSAGE", "UPDATE", "FOO"}) {
            const Message m = built(compose(method, "sip:192.0.2.1"));
            QVERIFY(m.has(HeaderId::Allow));
            QVERIFY2(!m.has(HeaderId::Require) && !m.has(HeaderId::ProxyRequire), method);
            for (const QByteArray &option : splitList(m.value(HeaderId::Supported)))
                QVERIFY2(standard.contains(option), option);
        }
        for (const QByteArray &option : supportedOptions)
            QVERIFY(splitList(built(compose("INVITE", "sip:192.0.2.1")).value(HeaderId::Supported)).contains(option));
        const Message asked = built(compose("INVITE", "sip:192.0.2.1", {{"Require", "foo"}}));
        QCOMPARE(asked.values(HeaderId::Require), QList<QByteArray>{"foo"});
    }

    //= R10.2-7
    //= R11.1-1
    void a_registration_has_the_contacts_that_are_given_or_none()
    {
        QVERIFY(!built(compose("REGISTER", "sip:192.0.2.1")).has(HeaderId::Contact)); // asks what is bound
        const QList<ComposedRow> two = {{"Contact", "<sip:a@192.0.2.1>;q=1"}, {"Contact", "<sip:a@192.0.2.2>;q=0.5"}};
        const Message registration = built(compose("REGISTER", "sip:192.0.2.1", two));
        QCOMPARE(registration.values(HeaderId::Contact), (QList<QByteArray>{two[0].value, two[1].value}));
        QCOMPARE(registration.marks().size(), 0);
        QCOMPARE(built(compose("OPTIONS", "sip:192.0.2.1", two.mid(1))).values(HeaderId::Contact),
                 QList<QByteArray>{two[1].value});
    }

    //= R3327.5-1
    //= R3262.4-6
    //= R4028.7.1-1
    //= R5626.4.2-1
    void every_request_says_which_extensions_are_supported()
    {
        const auto supported = [](const char *method, const QList<ComposedRow> &rows = {}) {
            return built(compose(method, "sip:192.0.2.1", rows)).value(HeaderId::Supported);
        };
        QCOMPARE(supported("REGISTER"), QByteArray("path, timer"));
        QCOMPARE(supported("REGISTER", {{"Contact", "<sip:alice@192.0.2.9;ob>;+sip.instance=\"<urn:uuid:0>\";reg-id=1"}}),
                 QByteArray("path, outbound, timer"));
        for (const char *method : {"INVITE", "UPDATE", "OPTIONS"})
            QCOMPARE(supported(method), QByteArray("100rel, timer"));
        for (const char *method : {"BYE", "INFO", "MESSAGE", "SUBSCRIBE", "PUBLISH", "REFER", "FOO"})
            QCOMPARE(supported(method), QByteArray("timer"));
        QVERIFY(!built(compose("ACK", "sip:192.0.2.1")).has(HeaderId::Supported));
        QCOMPARE(supported("INVITE", {{"Supported", "replaces"}}), QByteArray("replaces"));
    }

    //= R8.1.1.8-1
    //= R8.1.1.8-2
    //= R3428.4-1
    void a_contact_is_filled_in_where_the_method_needs_it()
    {
        const QList<ComposedRow> from = {{"From", "<sip:alice@example.com>"}};
        QCOMPARE(built(compose("INVITE", "sip:192.0.2.1", from)).value(HeaderId::Contact),
                 QByteArray("<sip:alice@192.0.2.10:5062>"));
        BuildFacts tcp = facts;
        tcp.protocol = Protocol::Tcp;
        const Message subscribe = built(compose("SUBSCRIBE", "sip:192.0.2.1", from), tcp);
        QCOMPARE(subscribe.value(HeaderId::Contact), QByteArray("<sip:alice@192.0.2.10:5062;transport=tcp>"));
        QVERIFY(subscribe.value(HeaderId::Via).startsWith("SIP/2.0/TCP "));
        QCOMPARE(built(compose("REFER", "sips:192.0.2.1", from)).value(HeaderId::Contact),
                 QByteArray("<sips:alice@192.0.2.10:5062>"));
        for (const char *method : {"MESSAGE", "OPTIONS", "REGISTER", "BYE", "PUBLISH", "FOO"})
            QVERIFY2(!built(compose(method, "sip:192.0.2.1", from)).has(HeaderId::Contact), method);
        const Message own = built(compose("INVITE", "sip:192.0.2.1", {{"m", "<sip:mine@192.0.2.3>"}}));
        QCOMPARE(own.values(HeaderId::Contact), (QList<QByteArray>{"<sip:mine@192.0.2.3>"}));
    }

    //= R7118.5-1
    //= R7118-1
    void a_websocket_names_a_host_nobody_can_look_up()
    {
        const QList<ComposedRow> from = {{"From", "<sip:alice@example.com>"}};
        BuildFacts ws = facts;
        ws.protocol = Protocol::Ws;
        ws.local.port = 0;
        ws.host = "abc.invalid";
        const Message plain = built(compose("INVITE", "sip:192.0.2.1", from), ws);
        QVERIFY(plain.value(HeaderId::Via).startsWith("SIP/2.0/WS abc.invalid;branch="));
        QCOMPARE(plain.value(HeaderId::Contact), QByteArray("<sip:alice@abc.invalid;transport=ws>"));
        QCOMPARE(plain.marks().size(), 0);
        ws.protocol = Protocol::Wss;
        QVERIFY(built(compose("INVITE", "sip:192.0.2.1", from), ws).value(HeaderId::Via).startsWith("SIP/2.0/WSS abc.invalid;"));
        QCOMPARE(built(compose("INVITE", "sip:192.0.2.1", from), ws).value(HeaderId::Contact),
                 QByteArray("<sip:alice@abc.invalid;transport=ws>"));
        QCOMPARE(built(compose("INVITE", "sips:192.0.2.1", from), ws).value(HeaderId::Contact),
                 QByteArray("<sips:alice@abc.invalid;transport=ws>"));
        ws.host.clear(); // the address, because it was asked for
        QCOMPARE(built(compose("INVITE", "sip:192.0.2.1", from), ws).sentBy(), QByteArrayView("192.0.2.10"));
        SeededRandom random(1);
        QCOMPARE(newLocalName(random).size(), 20);
        QVERIFY(newLocalName(random) != newLocalName(random));
        const ComposedRequest request = compose("INVITE", "sip:192.0.2.1", from);
        QVERIFY(previewRequest(request, facts.local, Protocol::Ws).value(HeaderId::Via).contains(" .............invalid;"));
    }

    void ipv6_is_bracketed()
    {
        BuildFacts v6 = facts;
        v6.local = *Endpoint::parse("[2001:db8::5]:5060");
        const Message m = built(compose("INVITE", "sip:[2001:db8::1]"), v6);
        QCOMPARE(m.sentBy(), QByteArrayView("[2001:db8::5]:5060"));
        QVERIFY(m.value(HeaderId::Contact).contains("@[2001:db8::5]:5060>"));
        QCOMPARE(m.marks().size(), 0);
    }

    void the_body_is_counted_in_octets_and_typed()
    {
        const Message sdp = built(compose("INVITE", "sip:192.0.2.1", {}, "v=0\r\n"));
        QCOMPARE(sdp.value(HeaderId::ContentType), QByteArray("application/sdp"));
        QCOMPARE(sdp.body(), QByteArrayView("v=0\r\n"));
        const Message text = built(compose("MESSAGE", "sip:192.0.2.1", {}, "\xc3\xa9\xc3\xa9"));
        QCOMPARE(text.value(HeaderId::ContentType), QByteArray("text/plain"));
        QCOMPARE(text.value(HeaderId::ContentLength), QByteArray("4"));
        const Message binary = built(compose("MESSAGE", "sip:192.0.2.1", {}, "\xff\xfe"));
        QCOMPARE(binary.value(HeaderId::ContentType), QByteArray("application/octet-stream"));
        const Message wrong = built(compose("MESSAGE", "sip:192.0.2.1", {{"Content-Length", "99"}}, "hi"));
        QVERIFY(wrong.wire().endsWith("\r\n\r\nhi"));
        QCOMPARE(wrong.values(HeaderId::ContentLength), (QList<QByteArray>{"99"}));
    }

    //= R7.3.3-2
    void compact_forms_are_written_on_request()
    {
        ComposedRequest request = compose("INVITE", "sip:192.0.2.1", {{"Subject", "x"}, {"X-Own", "y"}});
        request.compactHeaders = true;
        const Message m = built(request);
        QVERIFY(rowNames(m).contains("v") && rowNames(m).contains("f") && rowNames(m).contains("s") && rowNames(m).contains("l"));
        QVERIFY(rowNames(m).contains("X-Own") && rowNames(m).contains("CSeq"));
        QVERIFY(m.wire().size() < built(compose("INVITE", "sip:192.0.2.1", {{"Subject", "x"}, {"X-Own", "y"}})).wire().size());
        QCOMPARE(m.marks().size(), 0);
    }

    void raw_bytes_come_back_as_typed()
    {
        ComposedRequest request = compose("OPTIONS", "udp:192.0.2.1");
        request.raw = true;
        request.rawBytes = "nonsense \xff\r\nFrom: me\n\n";
        QList<QByteArray> filled;
        QCOMPARE(built(request, facts, &filled).wire(), request.rawBytes);
        QVERIFY(filled.isEmpty());
        QCOMPARE(previewRequest(request, facts.local, Protocol::Udp).wire(), request.rawBytes);
    }

    void no_line_end_gets_in_through_a_value()
    {
        const Message m = built(compose("OPTIONS", "sip:192.0.2.1", {{"Subject", "a\r\nX-Evil: 1"}}));
        QCOMPARE(m.value(QByteArrayView("X-Evil")), QByteArray());
    }

    //= R18.1.1-3
    void the_preview_has_the_size_of_what_is_sent()
    {
        for (const char *method : {"INVITE", "REGISTER", "MESSAGE"}) {
            for (const bool compact : {false, true}) {
                ComposedRequest request = compose(method, "sip:bob@192.0.2.1;transport=tcp", {}, "v=0\r\n");
                request.compactHeaders = compact;
                SystemRandom random;
                const BuildFacts real{.protocol = Protocol::Tcp, .local = facts.local, .branch = {}, .fromTag = {}, .callId = {}};
                QList<QByteArray> filledSent, filledShown;
                const Message sent = buildRequest(request, real, random, &filledSent);
                const Message shown = previewRequest(request, facts.local, Protocol::Tcp, &filledShown);
                QCOMPARE(shown.wire().size(), sent.wire().size());
                QCOMPARE(rowNames(shown), rowNames(sent));
                QCOMPARE(filledShown, filledSent);
                QVERIFY(shown.branch().startsWith("z9hG4bK"));
                QCOMPARE(shown.marks().size(), 0);
            }
        }
    }

    //= R8.1.1.7-2
    //= R8.1.1.4-2
    //= R19.3-1
    void identifiers_are_long_and_never_repeat()
    {
        SystemRandom random;
        QSet<QByteArray> seen;
        for (int i = 0; i < 1'000'000; ++i)
            seen.insert(newBranch(random));
        QCOMPARE(seen.size(), 1'000'000);
        QVERIFY(newBranch(random).startsWith("z9hG4bK"));
        QCOMPARE(newBranch(random).size(), 27); // 100 bits in base 32
        QCOMPARE(newTag(random).size(), 10);
        QCOMPARE(newCallId(random).size(), 20);
        QVERIFY(isToken(newTag(random)) && isToken(newCallId(random)));
    }

    //= R8.1.1.4-1
    void two_requests_share_no_identifier()
    {
        SystemRandom random;
        const ComposedRequest request = compose("OPTIONS", "sip:192.0.2.1");
        const Message a = buildRequest(request, {}, random);
        const Message b = buildRequest(request, {}, random);
        QVERIFY(a.callId() != b.callId() && a.branch() != b.branch() && a.fromTag() != b.fromTag());
    }

    //= R7.1-2
    void methods_are_known_by_their_exact_name()
    {
        QVERIFY(methodTraits("INVITE").invite && methodTraits("INVITE").cancellable && methodTraits("INVITE").createsDialog);
        QVERIFY(!methodTraits("invite").invite);
        QVERIFY(methodTraits("MESSAGE").forbidsContact);
        QVERIFY(methodTraits("BYE").inDialogOnly && !methodTraits("OPTIONS").inDialogOnly);
        QVERIFY(!methodTraits("FOO").needsContact);
        QVERIFY(built(compose("FOO", "sip:192.0.2.1")).wire().startsWith("FOO sip:192.0.2.1 SIP/2.0\r\n"));
    }
};

QTEST_GUILESS_MAIN(TestRequestBuilder)
#include "tst_request_builder.moc"
