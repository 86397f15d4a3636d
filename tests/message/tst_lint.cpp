// SPDX-License-Identifier: GPL-3.0-or-later
#include "message/lint.h"
#include "message/parser.h"

#include <QtTest>

using namespace sip;
using Severity = LintMark::Severity;

namespace {

const QByteArray invite = "INVITE sip:bob@example.com SIP/2.0\r\n"
                          "Via: SIP/2.0/UDP 192.0.2.1:5062;branch=z9hG4bK1;rport\r\n"
                          "Max-Forwards: 70\r\n"
                          "From: \"Alice\" <sip:alice@example.com>;tag=ft\r\n"
                          "To: <sip:bob@example.com>\r\n"
                          "Call-ID: a84b@192.0.2.1\r\n"
                          "CSeq: 7 INVITE\r\n"
                          "Contact: <sip:alice@192.0.2.1:5062>\r\n"
                          "Content-Type: application/sdp\r\n"
                          "Content-Length: 4\r\n"
                          "\r\n"
                          "v=0\n";

/// The INVITE without its body, as another method, with more rows before Content-Length.
QByteArray request(const QByteArray &method, const QByteArray &rows = {})
{
    QByteArray wire = invite;
    wire.replace("INVITE", method).replace("Content-Type: application/sdp\r\n", rows).replace("Length: 4", "Length: 0").chop(4);
    if (method == "CANCEL" || method == "MESSAGE" || method == "PUBLISH")
        wire.replace("Contact: <sip:alice@192.0.2.1:5062>\r\n", "");
    return method == "REGISTER" ? wire.replace("sip:bob@example.com SIP", "sip:example.com SIP") : wire;
}

QByteArray response(const QByteArray &statusLine, const QByteArray &rows = {})
{
    QByteArray wire = request("INVITE", rows);
    wire.replace("INVITE sip:bob@example.com SIP/2.0", "SIP/2.0 " + statusLine);
    return wire.replace("Max-Forwards: 70\r\n", "").replace("<sip:bob@example.com>", "<sip:bob@example.com>;tag=tt");
}

QByteArray edited(QByteArray wire, const QByteArray &from, const QByteArray &to)
{
    Q_ASSERT(wire.contains(from));
    return wire.replace(from, to);
}

QByteArray marked(const Message &m, const LintMark &mark)
{
    return mark.offset < 0 ? QByteArray("(no place)") : m.wire().mid(mark.offset, mark.length);
}

QByteArray listOf(const Message &m, const QList<LintMark> &marks)
{
    QByteArray out;
    for (const LintMark &mark : marks)
        out += QByteArray(mark.rule) + ' ' + mark.text.toUtf8() + " [" + marked(m, mark) + "]\n";
    return out;
}

void row(const char *name, const QByteArray &wire, const char *rule, Severity severity, const QByteArray &place)
{
    QTest::newRow(name) << wire << QByteArray(rule) << severity << place;
}
constexpr Severity Bad = Severity::Error;
constexpr Severity Odd = Severity::Warning;

} // namespace

class TestLint : public QObject {
    Q_OBJECT
    void columns()
    {
        QTest::addColumn<QByteArray>("wire");
        QTest::addColumn<QByteArray>("rule");
        QTest::addColumn<LintMark::Severity>("severity");
        QTest::addColumn<QByteArray>("place"); ///< the octets marked; empty: a point before the empty line
    }
    /// The message has exactly one mark: this one, here.
    void checkOnlyMark()
    {
        QFETCH(const QByteArray, wire);
        QFETCH(const QByteArray, rule);
        QFETCH(const LintMark::Severity, severity);
        QFETCH(const QByteArray, place);
        const Message m = parseMessage(wire, Framing::Composed);
        const QList<LintMark> marks = lint(m);
        QVERIFY2(marks.size() == 1, listOf(m, marks));
        QCOMPARE(QByteArray(marks[0].rule), rule);
        QCOMPARE(marks[0].severity, severity);
        QCOMPARE(marked(m, marks[0]), place);
        QVERIFY(!marks[0].text.isEmpty() && !marks[0].text.endsWith(QLatin1Char('.')));
        if (place.isEmpty())
            QCOMPARE(wire.mid(marks[0].offset, 2), QByteArray("\r\n"));
        QCOMPARE(verdict(m, marks), severity == Bad ? Verdict::Flawed : Verdict::Good);
    }

private Q_SLOTS:
    void good_messages_have_no_marks_data()
    {
        QTest::addColumn<QByteArray>("wire");
        const auto good = [](const char *name, const QByteArray &wire) { QTest::newRow(name) << wire; };
        good("INVITE", invite);
        good("OPTIONS", request("OPTIONS"));
        good("ACK", request("ACK"));
        good("CANCEL", request("CANCEL"));
        good("REGISTER", request("REGISTER", "Expires: 3600\r\n"));
        good("REGISTER that removes all", edited(request("REGISTER", "Expires: 0\r\n"), "<sip:alice@192.0.2.1:5062>", "*"));
        good("SUBSCRIBE", request("SUBSCRIBE", "Event: presence;id=1\r\n"));
        good("NOTIFY", request("NOTIFY", "Event: presence\r\nSubscription-State: active;expires=10\r\n"));
        good("REFER", request("REFER", "Refer-To: <sip:carol@example.com?Replaces=1>\r\n"));
        good("PRACK", request("PRACK", "RAck: 1 7 INVITE\r\n"));
        good("INFO of a package", request("INFO", "Info-Package: foo\r\n"));
        good("MESSAGE", request("MESSAGE", "Expires: 60\r\nDate: Sat, 13 Nov 2010 23:29:00 GMT\r\n"));
        good("PUBLISH that refreshes", request("PUBLISH", "Event: presence\r\nSIP-If-Match: abc\r\n"));
        good("unknown method", request("FOO"));
        good("empty lists", request("OPTIONS", "Supported:\r\nAllow: \r\n"));
        good("other URI scheme", edited(request("OPTIONS"), "sip:bob@example.com SIP", "tel:+1-201-555-0123 SIP"));
        good("100", edited(response("100 Trying"), ";tag=tt", ""));
        good("200", response("200 OK"));
        good("401", response("401 Unauthorized", "WWW-Authenticate: Digest realm=\"a\", nonce=\"b\", qop=\"auth\"\r\n"));
        good("503", response("503 Service Unavailable", "Retry-After: 30 (soon);duration=5\r\nWarning: 399 host \"x\"\r\n"));
        good("reliable 183", response("183 Session Progress", "Require: 100rel\r\nRSeq: 5\r\n"));
    }
    void good_messages_have_no_marks()
    {
        QFETCH(const QByteArray, wire);
        const Message m = parseMessage(wire, Framing::Composed);
        const QList<LintMark> marks = lint(m);
        QVERIFY2(marks.isEmpty(), listOf(m, marks));
        QCOMPARE(verdict(m, marks), Verdict::Good);
    }

    void rows_that_must_and_must_not_be_there_data()
    {
        columns();
        //= R8.1.1-1
        row("Max-Forwards", edited(invite, "Max-Forwards: 70\r\n", ""), "R8.1.1-1", Bad, "");
        row("From", edited(invite, "From: \"Alice\" <sip:alice@example.com>;tag=ft\r\n", ""), "R8.1.1-1", Bad, "");
        row("To", edited(invite, "To: <sip:bob@example.com>\r\n", ""), "R8.1.1-1", Bad, "");
        //= R20-1
        row("response without From", edited(response("486 Busy Here"), "From: \"Alice\" <sip:alice@example.com>;tag=ft\r\n", ""),
            "R20-1", Bad, "");
        row("200 to INVITE without Contact", edited(response("200 OK"), "Contact: <sip:alice@192.0.2.1:5062>\r\n", ""), "R20-1",
            Bad, "");
        row("401 without challenge", response("401 Unauthorized"), "R20-1", Bad, "");
        row("407 without challenge", response("407 Proxy Authentication Required"), "R20-1", Bad, "");
        row("420 without Unsupported", response("420 Bad Extension"), "R20-1", Bad, "");
        row("423 without Min-Expires", response("423 Interval Too Brief"), "R20-1", Bad, "");
        //= R6665.4.1.2.1-1
        row("SUBSCRIBE without Event", request("SUBSCRIBE"), "R6665.4.1.2.1-1", Bad, "");
        //= R6665.4.1.3-2
        row("NOTIFY without Subscription-State", request("NOTIFY", "Event: dialog\r\n"), "R6665.4.1.3-2", Bad, "");
        //= R3515.2.4.1-1
        row("REFER without Refer-To", request("REFER"), "R3515.2.4.1-1", Bad, "");
        row("REFER with two", request("REFER", "Refer-To: <sip:c@example.com>\r\nr: <sip:d@example.com>\r\n"), "R3515.2.4.1-1",
            Odd, "r");
        //= R3262.4-1
        row("PRACK without RAck", request("PRACK"), "R3262.4-1", Bad, "");
        row("reliable 183 without RSeq", response("183 Session Progress", "Require: 100rel\r\n"), "R3262.4-1", Bad, "");
        //= R3903.4-1
        row("PUBLISH without Event", request("PUBLISH", "SIP-If-Match: a\r\n"), "R3903.4-1", Bad, "");
        row("PUBLISH of nothing", request("PUBLISH", "Event: presence\r\n"), "R3903.4-1", Odd, "");
        //= R3428.4-1
        row("MESSAGE with Contact", request("MESSAGE", "m: <sip:alice@192.0.2.1>\r\n"), "R3428.4-1", Odd, "m");
        //= R3428.4-2
        row("MESSAGE with Expires, no Date", request("MESSAGE", "Expires: 60\r\n"), "R3428.4-2", Odd, "");
        //= R6086.4.2.1-1
        row("INFO with Recv-Info", request("INFO", "Recv-Info: foo\r\n"), "R6086.4.2.1-1", Odd, "Recv-Info");
        //= R9.1-6
        row("CANCEL with Require", request("CANCEL", "Require: timer\r\n"), "R9.1-6", Bad, "Require");
        row("CANCEL with Proxy-Require", request("CANCEL", "Proxy-Require: a\r\n"), "R9.1-6", Bad, "Proxy-Require");
        //= R9.1-3
        row("CANCEL with two Vias", edited(request("CANCEL"), ";rport", ";rport, SIP/2.0/UDP 192.0.2.2;branch=z9hG4bK2"),
            "R9.1-3", Bad, "SIP/2.0/UDP 192.0.2.2;branch=z9hG4bK2");
        //= R20-2
        row("two Call-IDs", edited(invite, "CSeq: 7", "i: x\r\nCSeq: 7"), "R20-2", Bad, "i");
        row("two Max-Forwards", edited(invite, "CSeq: 7", "Max-Forwards: 9\r\nCSeq: 7"), "R20-2", Bad, "Max-Forwards");
        row("three To rows: one mark", edited(invite, "CSeq: 7", "t: <sip:b@a>\r\nTo: <sip:b@a>\r\nCSeq: 7"), "R20-2", Bad, "t");
        row("equal Content-Length rows", edited(invite, "CSeq: 7", "l: 4\r\nCSeq: 7"), "R20-2", Bad, "Content-Length");
        row("two Subjects", edited(invite, "CSeq: 7", "Subject: a\r\ns: b\r\nCSeq: 7"), "R20-2", Odd, "s");
        //= R7.3.2-1
        row("request header in a response", response("200 OK", "Route: <sip:192.0.2.3;lr>\r\n"), "R7.3.2-1", Odd, "Route");
        row("response header in a request", request("OPTIONS", "Unsupported: a\r\n"), "R7.3.2-1", Odd, "Unsupported");
        //= R7.4.1-1
        row("body without Content-Type", edited(invite, "Content-Type: application/sdp\r\n", ""), "R7.4.1-1", Bad, "");
    }
    void rows_that_must_and_must_not_be_there() { checkOnlyMark(); }

    void values_that_do_not_follow_their_grammar_data()
    {
        columns();
        const auto with = [](const QByteArray &rows) { return request("OPTIONS", rows); };
        row("Via", edited(invite, "SIP/2.0/UDP", "SIP/2.0"), "R20.42-1", Bad, "192.0.2.1:5062");
        row("second Via", edited(invite, ";rport", ";rport, SIP/2.0/UDP"), "R20.42-1", Bad, "");
        row("empty Via element", edited(invite, ";rport", ";rport,, SIP/2.0/UDP a;branch=z9hG4bK2"), "R25-1", Bad, ",");
        row("folded Via keeps the place", edited(invite, ";rport", ";rport,\r\n SIP/2.0/UDP\r\n [::1"), "R20.42-1", Bad, "[::1");
        row("From", edited(invite, "\"Alice\" <", "\"Alice <"), "R20.10-1", Bad, "\"Alice");
        row("To without brackets", edited(invite, "To: <sip:bob@example.com>", "To: sip:bob@example.com?x=y"), "R20.10-1", Bad,
            "sip:bob@example.com?x=y");
        row("Call-ID with a space", edited(invite, "a84b@192.0.2.1", "a84b @x"), "R25-1", Bad, " ");
        row("Call-ID with two @", edited(invite, "a84b@192.0.2.1", "a@b@c"), "R25-1", Bad, "@c");
        //= R20.22-1
        row("Max-Forwards 256", edited(invite, ": 70", ": 256"), "R20.22-1", Bad, "256");
        row("Max-Forwards text", edited(invite, ": 70", ": many"), "R20.22-1", Bad, "many");
        //= R20.19-1
        row("Expires above 2^32-1", with("Expires: 4294967296\r\n"), "R20.19-1", Bad, "4294967296");
        row("Min-Expires", response("200 OK", "Min-Expires: -1\r\n"), "R20.19-1", Bad, "-1");
        row("Route without brackets", with("Route: <sip:a;lr>, sip:b;lr\r\n"), "R20.10-1", Bad, "sip:b");
        row("Record-Route", with("Record-Route: <sip:a;lr>, <>\r\n"), "R19.1.1-1", Bad, ">");
        row("Allow", with("Allow: INVITE, A(K\r\n"), "R25-1", Bad, "(K");
        row("Require", with("Require: \"x\"\r\n"), "R25-1", Bad, "\"x\"");
        row("Content-Type", edited(invite, "application/sdp", "sdp"), "R25-1", Bad, "");
        row("Content-Type parameter", edited(invite, "application/sdp", "text/plain;=x"), "R25-1", Bad, "=x");
        row("Event", with("Event: ;id=4\r\n"), "R25-1", Bad, ";");
        row("Date with another zone", with("Date: Fri, 01 Jan 2010 16:00:00 EST\r\n"), "R25-1", Bad, "EST");
        row("Date cut off", with("Date: Fri, 01 Jan\r\n"), "R25-1", Bad, "");
        row("Date and more", with("Date: Fri, 01 Jan 2010 16:00:00 GMT+1\r\n"), "R25-1", Bad, "+1");
        row("Authorization", with("Authorization: Digest username\r\n"), "R25-1", Bad, "username");
        row("Reason", with("Reason: SIP;cause=x\r\n"), "R3326.2-1", Bad, ";");
        row("Retry-After", response("503 x", "Retry-After: soon\r\n"), "R20.33-1", Bad, "soon");
        row("Warning", response("606 x", "Warning: 1812 overture \"x\"\r\n"), "R20.43-1", Bad, "1812");
        row("RAck", request("PRACK", "RAck: 1 INVITE\r\n"), "R25-1", Bad, "INVITE");
        row("RSeq", response("183 x", "RSeq: 1 2\r\n"), "R25-1", Bad, "1");
        row("Subscription-State", request("NOTIFY", "o: a\r\nSubscription-State: active;expires=never\r\n"), "R25-1", Bad, ";");
        row("Session-Expires", with("x: abc\r\n"), "R25-1", Bad, "abc");
        row("Refer-To", request("REFER", "r: <carol>\r\n"), "R19.1.1-1", Bad, "carol>");
        row("SIP-If-Match", request("PUBLISH", "o: presence\r\nSIP-If-Match: a b\r\n"), "R25-1", Bad, " ");
        //= R4028.4-1
        row("Session-Expires below 90", with("Session-Expires: 60;refresher=uac\r\n"), "R4028.4-1", Bad, "60");
        //= R10.2.1.2-1
        row("q above 1", request("REGISTER", "m: <sip:a@b>;q=1.5\r\n"), "R10.2.1.2-1", Bad, "q=1.5");
        row("q with four decimals", request("REGISTER", "m: <sip:a@b>;q=0.1234\r\n"), "R10.2.1.2-1", Bad, "q=0.1234");
        row("q without value", request("REGISTER", "m: <sip:a@b>;q\r\n"), "R10.2.1.2-1", Bad, "q");
        //= R10.2-8
        row("expires of a contact", request("REGISTER", "m: <sip:a@b>;q=1;expires=4294967296\r\n"), "R10.2-8", Bad,
            "expires=4294967296");
        //= R7.3.1-7
        row("two tags", edited(invite, ";tag=ft", ";tag=ft;TAG=b"), "R7.3.1-7", Odd, "TAG");
        row("two branches", edited(invite, ";rport", ";rport;branch=z9hG4bK2"), "R7.3.1-7", Odd, "branch");
        //= R7.3.1-5
        row("merged challenges",
            response("401 x", "WWW-Authenticate: Digest realm=\"a\", nonce=\"b\", Digest realm=\"c\", nonce=\"d\"\r\n"),
            "R7.3.1-5", Odd, "Digest realm=\"a\", nonce=\"b\", Digest realm=\"c\", nonce=\"d\"");
        //= R22-6
        row("challenge without nonce", response("401 x", "WWW-Authenticate: Digest realm=\"a\"\r\n"), "R22-6", Odd,
            "Digest realm=\"a\"");
        row("challenge without realm", response("407 x", "Proxy-Authenticate: Digest nonce=\"a\"\r\n"), "R22-6", Odd,
            "Digest nonce=\"a\"");
        row("repeated parameter", response("401 x", "WWW-Authenticate: Digest realm=\"a\",nonce=\"b\",nonce=\"c\"\r\n"), "R22-6",
            Odd, "Digest realm=\"a\",nonce=\"b\",nonce=\"c\"");
        //= R4475.3.3.11-1
        row("Max-Forwards 0", edited(invite, ": 70", ": 0"), "R4475.3.3.11-1", Severity::Info, "0");
    }
    void values_that_do_not_follow_their_grammar() { checkOnlyMark(); }

    void what_must_fit_together_data()
    {
        columns();
        const auto uri = [](const QByteArray &text) {
            return edited(request("OPTIONS"), "sip:bob@example.com SIP", text + " SIP");
        };
        //= R7.1-3
        row("Request-URI in brackets", uri("<sip:bob@example.com>"), "R7.1-3", Bad, "<sip:bob@example.com>");
        row("control character",
            uri("sip:bo\x01"
                "b@a"),
            "R7.1-3", Bad,
            "\x01"
            "b@a");
        row("white space: once only", uri("sip:bob@a; lr"), "R7.1-3", Bad, "sip:bob@a; lr");
        //= R19.1.1-1
        row("no scheme", uri("bob"), "R19.1.1-1", Bad, "bob");
        row("headers", uri("sip:bob@a?Subject=x"), "R19.1.1-1", Bad, "?Subject=x");
        row("method parameter", uri("sip:bob@a;method=BYE"), "R19.1.1-1", Odd, "BYE");
        row("method parameter, no value", uri("sip:bob@a;method"), "R19.1.1-1", Odd, ";method");
        //= R5118.4-1
        row("IPv6 without brackets", uri("sip:bob@2001:db8::1"), "R5118.4-1", Bad, "db8::1");
        //= R8.1.1.5-1
        row("CSeq method", edited(invite, "7 INVITE", "7 OPTIONS"), "R8.1.1.5-1", Bad, "OPTIONS");
        row("CSeq method, case", edited(invite, "7 INVITE", "7 Invite"), "R8.1.1.5-1", Bad, "Invite");
        //= R20.16-1
        row("CSeq 2^31", edited(invite, "7 INVITE", "2147483648 INVITE"), "R20.16-1", Bad, "2147483648");
        //= R4475.3.2.1-1
        row("branch is only the cookie", edited(invite, "z9hG4bK1", "z9hG4bK"), "R4475.3.2.1-1", Bad, "z9hG4bK");
        //= R8.1.1.7-2
        row("no branch", edited(invite, ";branch=z9hG4bK1;rport", ""), "R8.1.1.7-2", Odd, "SIP/2.0/UDP 192.0.2.1:5062");
        row("old branch", edited(invite, "z9hG4bK1", "17"), "R8.1.1.7-2", Odd, "17");
        //= R8.1.1.3-1
        row("no From tag", edited(invite, ";tag=ft", ""), "R8.1.1.3-1", Bad, "\"Alice\" <sip:alice@example.com>");
        row("no From tag in a response", edited(response("200 OK"), ";tag=ft", ""), "R8.1.1.3-1", Odd,
            "\"Alice\" <sip:alice@example.com>");
        //= R12.1.2-4
        row("no To tag in a response", edited(response("180 Ringing"), ";tag=tt", ""), "R12.1.2-4", Odd, "<sip:bob@example.com>");
        //= R8.1.1.8-1
        row("INVITE without Contact", edited(invite, "Contact: <sip:alice@192.0.2.1:5062>\r\n", ""), "R8.1.1.8-1", Bad, "");
        row("INVITE with two contacts", edited(invite, "5062>\r\n", "5062>, <sip:b@a>\r\n"), "R8.1.1.8-1", Bad, "<sip:b@a>");
        row("INVITE with two Contact rows", edited(invite, "CSeq:", "m: <sip:b@a>\r\nCSeq:"), "R8.1.1.8-1", Bad,
            "<sip:alice@192.0.2.1:5062>");
        row("SUBSCRIBE without Contact",
            edited(request("SUBSCRIBE", "Event: a\r\n"), "Contact: <sip:alice@192.0.2.1:5062>\r\n", ""), "R8.1.1.8-1", Bad, "");
        //= R8.1.1.8-2
        row("sips Request-URI", edited(invite, "INVITE sip:", "INVITE sips:"), "R8.1.1.8-2", Bad, "sip:alice@192.0.2.1:5062");
        row("sips Route", edited(invite, "CSeq:", "Route: <sips:a;lr>\r\nCSeq:"), "R8.1.1.8-2", Bad, "sip:alice@192.0.2.1:5062");
        //= R10.2.1-1
        row("sips address, sip Contact", edited(request("REGISTER"), "To: <sip:", "To: <sips:"), "R10.2.1-1", Odd,
            "sip:alice@192.0.2.1:5062");
        //= R10.2-1
        row("REGISTER to a user", edited(request("REGISTER"), "sip:example.com SIP", "sip:bob@example.com SIP"), "R10.2-1", Bad,
            "bob");
        //= R10.2-2
        row("REGISTER of a tel URI", edited(request("REGISTER"), "To: <sip:bob@example.com>", "To: <tel:+15550100>"), "R10.2-2",
            Odd, "tel:+15550100");
        //= R10.2.2-1
        row("* without Expires 0", edited(request("REGISTER", "Expires: 60\r\n"), "<sip:alice@192.0.2.1:5062>", "*"), "R10.2.2-1",
            Bad, "*");
        row("* beside a contact", request("REGISTER", "Expires: 0\r\nm: *\r\n"), "R10.2.2-1", Bad, "*");
        row("* in an INVITE", edited(invite, "<sip:alice@192.0.2.1:5062>", "*"), "R10.2.2-1", Bad, "*");
        //= R18.3-1
        row("Content-Length too large", edited(invite, "Length: 4", "Length: 5"), "R18.3-1", Bad, "Content-Length");
        row("compact and too large", edited(invite, "Content-Length: 4", "l: 5"), "R18.3-1", Bad, "l");
        row("Content-Length too small", edited(invite, "Length: 4", "Length: 1"), "R18.3-1", Odd, "=0\n");
    }
    void what_must_fit_together() { checkOnlyMark(); }

    void marks_are_sorted_and_hold_those_of_the_parser()
    {
        const Message m = parseMessage("INVITE  <sip:a> SIP/2.0\nCSeq: x INVITE\nno colon\nContent-Length: 7\n\n");
        QVERIFY(m.marks().size() >= 4);
        const QList<LintMark> marks = lint(m);
        for (const LintMark &mark : m.marks())
            QVERIFY(marks.contains(mark));
        QVERIFY(marks.size() > m.marks().size());
        QVERIFY(
            std::is_sorted(marks.begin(), marks.end(), [](const LintMark &a, const LintMark &b) { return a.offset < b.offset; }));
        for (const LintMark &mark : marks)
            QVERIFY(mark.offset >= -1 && mark.length >= 0 && qMax<qsizetype>(0, mark.offset) + mark.length <= m.wire().size());
    }
    //= R25-2
    void r25_2_what_has_no_transaction_is_unusable()
    {
        const auto of = [](const QByteArray &wire) {
            const Message m = parseMessage(wire);
            return verdict(m, lint(m));
        };
        QCOMPARE(of({}), Verdict::Unusable);
        QCOMPARE(of("GET / HTTP/1.1\r\n\r\n"), Verdict::Unusable);
        QCOMPARE(of(edited(invite, "Call-ID", "X-ID")), Verdict::Unusable);
        QCOMPARE(of(edited(invite, "CSeq: 7", "CSeq: 4294967296")), Verdict::Unusable);
        QCOMPARE(of(edited(invite, "7 INVITE", "7")), Verdict::Unusable);
        QCOMPARE(of(edited(invite, "Via", "Vai")), Verdict::Unusable);
        QCOMPARE(of(edited(response("200 OK"), "branch", "brunch")), Verdict::Unusable);
        // Own rule: a broken Contact does not stop a 200 from completing its transaction.
        QCOMPARE(of(edited(response("200 OK"), "<sip:alice@192.0.2.1:5062>", "<<>>")), Verdict::Flawed);
        QCOMPARE(of(edited(invite, ";branch=z9hG4bK1", "")), Verdict::Good);
    }
    void a_row_can_be_added_where_the_mark_points()
    {
        const Message m = parseMessage("OPTIONS sip:a SIP/2.0\r\n\r\n");
        for (const LintMark &mark : lint(m))
            QCOMPARE(m.wire().mid(mark.offset), mark.offset == 21 ? QByteArray("\r\n\r\n") : QByteArray("\r\n"));
    }
    void a_flood_of_broken_values_is_bounded()
    {
        QByteArray wire = "OPTIONS sip:a SIP/2.0\r\nVia: " + QByteArray(300000, ',') + "\r\nTo: <sip:a>";
        for (int i = 0; i < 50000; ++i)
            wire += ";a=b;a" + QByteArray::number(i);
        for (int i = 0; i < 2000; ++i)
            wire += "\r\nContact: ;;,\"";
        const Message m = parseMessage(wire);
        QVERIFY(lint(m).size() < 3 * MaxHeaderRows);
    }
};

QTEST_GUILESS_MAIN(TestLint)
#include "tst_lint.moc"
