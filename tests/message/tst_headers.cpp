// SPDX-License-Identifier: GPL-3.0-or-later
#include "message/headers.h"

#include <QtTest>

using namespace sip;

namespace {

/// Runs one parser: -2 good, otherwise the offset of the error.
using Offset = qsizetype (*)(QByteArrayView value, QByteArray *rule);

template<auto parse> qsizetype offsetOf(QByteArrayView value, QByteArray *rule)
{
    const auto result = parse(value);
    if (result)
        return -2;
    *rule = result.error().rule;
    return result.error().detail.isEmpty() ? -3 : result.error().offset;
}

qsizetype numberOffset(QByteArrayView value, QByteArray *rule)
{
    const auto result = parseNumber(value, 255, "R20.22-1");
    if (!result)
        *rule = result.error().rule;
    return result ? -2 : result.error().offset;
}

} // namespace
Q_DECLARE_METATYPE(Offset)

class TestHeaders : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void errors_name_the_place_and_the_rule_data()
    {
        QTest::addColumn<Offset>("parser");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<qsizetype>("offset");
        QTest::addColumn<QByteArray>("rule");
        const auto with = [](const char *name, Offset parser, const char *rule) {
            return [=](const char *value, qsizetype offset, const char *other = nullptr) {
                QTest::addRow("%s: %s", name, value) << parser << QByteArray(value) << offset << QByteArray(other ? other : rule);
            };
        };
        const auto via = with("Via", offsetOf<parseVia>, "R20.42-1");
        via("", 0);
        via("  ", 0);
        via("SIP/2.0", 7);
        via("SIP/2.0/UDP", 11);
        via("SIP/2.0/UDP ;branch=x", 12);
        via("SIP 2.0/UDP a", 4);
        via("SIP/3.0/UDP a", 0);
        via("HTTP/2.0/UDP a", 0);
        via("SIP/2.0/UDP [::1;branch=x", 12);
        via("SIP/2.0/UDP a:0", 14);
        via("SIP/2.0/UDP a:70000", 14);
        via("SIP/2.0/UDP a:x", 14);
        via("SIP/2.0/UDP a b;branch=x", 14);
        via("SIP/2.0/UDP a;=x", 14);
        via("SIP/2.0/UDP a;branch=", 21);
        via("SIP/2.0/UDP a;x=\"y", 16);
        via("SIP/2.0/UDP a, SIP/2.0/UDP b", 13);
        const auto address = with("address", offsetOf<parseNameAddr>, "R20.10-1");
        address("", 0);
        address("\"Alice <sip:a@b>", 0);
        address("\"Alice\" sip:a@b", 8);
        address("Al\"ice\" <sip:a@b>", 2);
        address("Bell, A <sip:a@b>", 4, "R25-1");
        address("<sip:a@b", 0);
        address("<>", 1, "R19.1.1-1");
        address("<sip:a b@c>", 6, "R7.1-3");
        address("< sip:a@b>", 1, "R7.1-3");
        address("sip:a@b?x=y", 0);
        address("<sip:a@b>;", 10);
        address("<sip:a@b>;tag=", 14);
        address("<sip:a@b> tag=x", 10);
        address("<sip:a@b>, <sip:c@d>", 9);
        //= R25-1
        address("B(o)b <sip:a@b>", 1, "R25-1");
        const auto contact = with("Contact", offsetOf<parseContacts>, "R20.10-1");
        contact("", 0);
        contact("<sip:a@b>, <sip:c", 11);
        contact("<sip:a@b>;q=1, <sip:c:x@d>,,bob", 28, "R19.1.1-1");
        contact("<sip:a@b>, *", 11, "R19.1.1-1");
        const auto cseq = with("CSeq", offsetOf<parseCSeq>, "R20.16-1");
        cseq("", 0);
        cseq("INVITE", 0);
        cseq("1", 1);
        cseq(" 4294967296 INVITE", 1);
        cseq("-1 INVITE", 0);
        cseq("1INVITE", 0);
        cseq("1 INV(TE", 2);
        cseq("1 INVITE x", 8);
        const auto auth = with("challenge", offsetOf<parseAuth>, "R25-1");
        auth("", 0);
        auth("=x", 0);
        auth("Digest, realm=\"a", 14);
        auth("Digest realm", 7);
        auth("Basic a ==", 9);
        auth("A x=1, b , c=1", 7);
        auth("Digest realm=,nonce=\"b\"", 13);
        auth("Digest realm=\"a\", \"b\"", 18);
        const auto info = with("Authentication-Info", offsetOf<parseAuthInfo>, "R25-1");
        info("", 0);
        info("nextnonce", 0);
        info("nextnonce=\"a\" qop", 14);
        info("a=1, b c=2", 5);
        const auto reason = with("Reason", offsetOf<parseReasons>, "R3326.2-1");
        reason("", 0);
        reason(";cause=200", 0);
        reason("SIP;cause=x", 3);
        reason("SIP;cause=3000000000", 3);
        reason("Q.850;cause=16, S IP", 16);
        reason("SIP;text=\"a", 9);
        const auto retry = with("Retry-After", offsetOf<parseRetryAfter>, "R20.33-1");
        retry("", 0);
        retry("soon", 0);
        retry("4294967296", 0);
        retry("5 (a", 2);
        retry("5 x", 2);
        retry("5;=1", 2);
        retry("5;duration=x", 0);
        const auto warning = with("Warning", offsetOf<parseWarnings>, "R20.43-1");
        warning("", 0);
        warning("39 a \"b\"", 0);
        warning("1812 a \"b\"", 0);
        warning("399", 3);
        warning("399 \"b\"", 4);
        warning("399 a b", 6);
        warning("399 a \"b\", 300 c \"d", 17);
        const auto state = with("Subscription-State", offsetOf<parseSubscriptionState>, "R25-1");
        state("", 0);
        state(";expires=3", 0);
        state("act ive", 0);
        state("active;expires=x", 6);
        state("active;retry-after=4294967296", 6);
        state("active;=", 7);
        const auto rack = with("RAck", offsetOf<parseRAck>, "R25-1");
        rack("", 0);
        rack("x 1 INVITE", 0);
        rack("1 x INVITE", 2);
        rack("1 2", 3);
        rack("1 2 INVITE x", 4);
        const auto rseq = with("RSeq", offsetOf<parseRSeq>, "R25-1");
        rseq("", 0);
        rseq("4294967296", 0);
        const auto session = with("Session-Expires", offsetOf<parseSessionExpires>, "R25-1");
        session("", 0);
        session("x", 0);
        session("1800;refresher=\"", 15);
        const auto number = with("number", numberOffset, "R20.22-1");
        number("", 0);
        number(" 256", 1);
        number("1 2", 0);
        number("99999999999999999999999", 0);
        number("+1", 0);
    }
    void errors_name_the_place_and_the_rule()
    {
        QFETCH(const Offset, parser);
        QFETCH(const QByteArray, value);
        QFETCH(const qsizetype, offset);
        QFETCH(const QByteArray, rule);
        QByteArray found;
        QCOMPARE(parser(value, &found), offset);
        QCOMPARE(found, rule);
    }

    //= R20.42-1
    void r20_42_1_white_space_in_sent_protocol_and_around_parameters()
    {
        const auto via = parseVia(
            " SIP / 2.0\r\n / UDP  first.example.com : 4000\t; ttl = 16 ;maddr=224.2.0.1 ; branch\r\n = z9hG4bKa7 ;rport ");
        QVERIFY(via);
        QCOMPARE(via->transport, QByteArray("UDP"));
        QCOMPARE(via->host, QByteArray("first.example.com"));
        QCOMPARE(via->port, 4000);
        QCOMPARE(via->branch(), QByteArray("z9hG4bKa7"));
        QCOMPARE(via->rport(), 0);
        QVERIFY(via->received().isNull());
        QCOMPARE(writeVia(*via), QByteArray("SIP/2.0/UDP first.example.com:4000;ttl=16;maddr=224.2.0.1;branch=z9hG4bKa7;rport"));
        QVERIFY(parseVia("sip/2.0/UNKNOWN a")->branch().isNull());
        QCOMPARE(parseVia("SIP/2.0/UDP a;rport=5062")->rport(), 5062);
        QCOMPARE(parseVia("SIP/2.0/UDP a")->rport(), -1);
    }
    //= R5118.4-3
    void r5118_4_3_received_with_and_without_brackets()
    {
        QCOMPARE(parseVia("SIP/2.0/UDP [2001:db8::9:1];received=[2001:db8::9:255]")->received(), QByteArray("2001:db8::9:255"));
        const auto via = parseVia("SIP/2.0/UDP [2001:db8::9:1]:5070;received=2001:db8::9:255;branch=z9hG4bKas3-111");
        QCOMPARE(via->received(), QByteArray("2001:db8::9:255"));
        QCOMPARE(via->branch(), QByteArray("z9hG4bKas3-111"));
        QCOMPARE(via->host, QByteArray("[2001:db8::9:1]"));
        QCOMPARE(via->port, 5070);
    }
    //= R20.10-1
    void r20_10_1_parameters_without_brackets_belong_to_the_header()
    {
        const auto outside = parseNameAddr("sip:watson@example.org;unknownparam=whack;tag=1");
        QVERIFY(outside->uri.params().isEmpty());
        QCOMPARE(outside->params.size(), 2);
        QCOMPARE(outside->tag(), QByteArray("1"));
        const auto inside = parseNameAddr("<sip:watson@example.org;unknownparam=whack>;tag=1");
        QCOMPARE(inside->uri.param("unknownparam"), QByteArray("whack"));
        QCOMPARE(inside->params.size(), 1);
        QVERIFY(inside->displayName.isNull());
        QVERIFY(parseNameAddr("<sip:a@b?Route=%3Csip:c%3E>")->tag().isNull());
    }
    //= R25-1
    void r25_1_quoted_names_escapes_and_utf8()
    {
        const auto name = parseNameAddr("\"J Rosenberg \\\\\\\"\\\" <sip:no@b>\"  <sip:jdrosen@example.com> ; tag = 98asjd8 ");
        QVERIFY(name);
        QCOMPARE(name->displayName, QByteArray("J Rosenberg \\\"\" <sip:no@b>"));
        QCOMPARE(name->uri.toBytes(), QByteArray("sip:jdrosen@example.com"));
        QCOMPARE(name->tag(), QByteArray("98asjd8"));
        QCOMPARE(parseNameAddr(writeNameAddr(*name))->displayName, name->displayName);
        QCOMPARE(parseNameAddr("caller<sip:caller@example.com>;tag=323")->displayName, QByteArray("caller"));
        QCOMPARE(parseNameAddr("Bob van D <sip:b@example.com>")->displayName, QByteArray("Bob van D"));
        QCOMPARE(parseNameAddr("Бу <sip:b@example.com>")->displayName, QByteArray("Бу"));
        QCOMPARE(parseNameAddr("\"\" <sip:b@example.com>")->displayName, QByteArray(""));
        QVERIFY(!parseNameAddr("\"\" <sip:b@example.com>")->displayName.isNull());
        QCOMPARE(writeNameAddr(*parseNameAddr("sip:a@b;x=\"y;z\";lr")), QByteArray("<sip:a@b>;x=\"y;z\";lr"));
    }
    void lists_are_split_outside_quotes_brackets_and_comments()
    {
        const QList<QByteArray> list = splitList(" a , \"b,\\\",c\" <sip:d,e>;f=\"g,h\",, <\"i,j>, (k,l) m ,");
        QCOMPARE(list, (QList<QByteArray>{"a", "\"b,\\\",c\" <sip:d,e>;f=\"g,h\"", "<\"i,j>", "(k,l) m"}));
        QVERIFY(splitList(" ,, ").isEmpty());
        QCOMPARE(splitList("\"a,b"), QList<QByteArray>{"\"a,b"});
    }
    //= R10.2.1.2-1
    void r10_2_1_2_1_contacts_with_q_and_expires()
    {
        const auto contacts = parseContacts("<sip:a@b>;q=0.7;expires=3600, \"Bob, B\" <sip:c@d>;Q=1.000 ,sip:e@f;q=.5;expires=x");
        QVERIFY(contacts);
        QCOMPARE(contacts->size(), 3);
        QCOMPARE((*contacts)[0].q(), 700);
        QCOMPARE((*contacts)[0].expires(), 3600);
        QCOMPARE((*contacts)[1].q(), 1000);
        QCOMPARE((*contacts)[1].address.displayName, QByteArray("Bob, B"));
        QCOMPARE((*contacts)[1].expires(), -1);
        QCOMPARE((*contacts)[2].expires(), -1);
        const auto q = [](const QByteArray &text) { return parseContacts("<sip:a@b>;q=" + text)->first().q(); };
        QCOMPARE(q("0"), 0);
        QCOMPARE(q("0."), 0);
        QCOMPARE(q("0.001"), 1);
        QCOMPARE(q("1."), 1000);
        for (const char *bad : {"1.001", "2", "0.1234", "00.1", "-1", "0.5.", "x"})
            QCOMPARE(q(bad), -1);
        QCOMPARE(parseContacts("sip:a@b")->first().q(), -1);
        const auto star = parseContacts(" * ");
        QVERIFY(star && star->size() == 1 && star->first().star);
    }
    //= R20.16-1
    void r20_16_1_cseq_takes_32_bits()
    {
        QCOMPARE(parseCSeq("0009\r\n  INVITE ")->number, 9u);
        QCOMPARE(parseCSeq("4294967295\tx!")->number, 4294967295u);
        QCOMPARE(parseCSeq("4294967295\tx!")->method, QByteArray("x!"));
    }
    //= R22-6
    //= R4475.3.3.7-1
    void r22_6_challenges_keep_everything_they_say()
    {
        const auto auth =
            parseAuth("Digest realm=\"A \\\"b\\\" c\", nonce=\"\" ,qop=auth,\r\n x-new = 5, nonce=\"second\",, stale=TRUE");
        QVERIFY(auth && auth->size() == 1);
        const AuthValue &digest = auth->first();
        QCOMPARE(digest.scheme, QByteArray("Digest"));
        QCOMPARE(digest.params.size(), 6);
        QCOMPARE(digest.find("Realm")->value, QByteArray("A \"b\" c"));
        QVERIFY(digest.find("realm")->quoted && !digest.find("qop")->quoted);
        QCOMPARE(digest.find("nonce")->value, QByteArray(""));
        QCOMPARE(digest.params[4].value, QByteArray("second"));
        QCOMPARE(digest.find("x-new")->value, QByteArray("5"));
        QVERIFY(!digest.find("opaque"));
        const auto unknown = parseAuth("NoOneKnowsThisScheme opaque-data=here");
        QCOMPARE(unknown->first().scheme, QByteArray("NoOneKnowsThisScheme"));
        QCOMPARE(unknown->first().find("opaque-data")->value, QByteArray("here"));
        QCOMPARE(parseAuth("Basic dXNlcjpwYXNz==")->first().token, QByteArray("dXNlcjpwYXNz=="));
        QCOMPARE(parseAuth("Negotiate")->first().scheme, QByteArray("Negotiate"));
    }
    //= R7.3.1-5
    void r7_3_1_5_merged_challenges_are_split()
    {
        const auto all = parseAuth("Digest realm=\"a, Basic b\", nonce=\"1\", Basic realm=\"c\", Bearer abc=, Digest nonce=2");
        QVERIFY(all);
        QCOMPARE(all->size(), 4);
        QCOMPARE((*all)[0].find("realm")->value, QByteArray("a, Basic b"));
        QCOMPARE((*all)[1].scheme, QByteArray("Basic"));
        QCOMPARE((*all)[1].find("realm")->value, QByteArray("c"));
        QCOMPARE((*all)[2].token, QByteArray("abc="));
        QCOMPARE((*all)[3].find("nonce")->value, QByteArray("2"));
    }
    void authentication_info_is_a_list()
    {
        const auto info = parseAuthInfo("nextnonce=\"a\\\"b\", rspauth=\"\",qop=auth, nc=00000001");
        QCOMPARE(info->size(), 4);
        QCOMPARE((*info)[0].value, QByteArray("a\"b"));
        QCOMPARE((*info)[3].value, QByteArray("00000001"));
    }
    //= R2617.3.2.2-3
    void r2617_3_2_2_3_quotes_and_backslashes_are_escaped_and_back()
    {
        QCOMPARE(quoted("a\"b\\c"), QByteArray("\"a\\\"b\\\\c\""));
        for (const QByteArray text : {"", "a", "\"", "\\", "\\\"", "a\\", "é \t"})
            QCOMPARE(unquoted(quoted(text)), text);
        QCOMPARE(unquoted("token"), QByteArray("token"));
        QCOMPARE(unquoted("\""), QByteArray("\""));
        QCOMPARE(unquoted("\"a\\b\""), QByteArray("ab"));
    }
    //= R3326.2-1
    void r3326_2_1_reasons()
    {
        const auto reasons =
            parseReasons("SIP ;cause=200 ;text=\"Call completed, elsewhere\", Q.850;cause=16;text=\"x\\\"\", preemption");
        QCOMPARE(reasons->size(), 3);
        QCOMPARE((*reasons)[0].cause, 200);
        QCOMPARE((*reasons)[0].text, QByteArray("Call completed, elsewhere"));
        QCOMPARE((*reasons)[1].protocol, QByteArray("Q.850"));
        QCOMPARE((*reasons)[1].text, QByteArray("x\""));
        QCOMPARE((*reasons)[2].cause, -1);
    }
    //= R20.33-1
    void r20_33_1_retry_after_with_comment_and_duration()
    {
        const auto full = parseRetryAfter("18000 (in a (nested \\) one) meeting);duration=3600");
        QVERIFY(full);
        QCOMPARE(full->seconds, 18000u);
        QCOMPARE(full->comment, QByteArray("in a (nested \\) one) meeting"));
        QCOMPARE(full->duration, 3600);
        const auto last = parseRetryAfter("120;duration=5 (x)");
        QCOMPARE(last->duration, 5);
        QCOMPARE(last->comment, QByteArray("x"));
        QCOMPARE(parseRetryAfter(" 5 ")->duration, -1);
    }
    //= R20.43-1
    void r20_43_1_warnings()
    {
        const auto warnings = parseWarnings("307 isi.example.edu:5060 \"Session parameter, 'foo' \\\"x\\\"\" , 399 host \"\"");
        QVERIFY(warnings);
        QCOMPARE(warnings->size(), 2);
        QCOMPARE((*warnings)[0].code, 307);
        QCOMPARE((*warnings)[0].agent, QByteArray("isi.example.edu:5060"));
        QCOMPARE((*warnings)[0].text, QByteArray("Session parameter, 'foo' \"x\""));
        QCOMPARE((*warnings)[1].text, QByteArray(""));
    }
    void the_small_values_of_the_later_methods()
    {
        const auto state = parseSubscriptionState("Terminated ;reason=deactivated; retry-after=60;expires=5");
        QCOMPARE(state->state, QByteArray("terminated"));
        QCOMPARE(state->reason, QByteArray("deactivated"));
        QCOMPARE(state->retryAfter, 60);
        QCOMPARE(state->expires, 5);
        const auto rack = parseRAck(" 776656 1\t INVITE");
        QCOMPARE(rack->rseq, 776656u);
        QCOMPARE(rack->cseq, 1u);
        QCOMPARE(rack->method, QByteArray("INVITE"));
        QCOMPARE(*parseRSeq("4294967295"), 4294967295u);
        const auto session = parseSessionExpires("4000;x;Refresher=UAC");
        QCOMPARE(session->seconds, 4000u);
        QCOMPARE(session->refresher, QByteArray("uac"));
        QVERIFY(parseSessionExpires("90")->refresher.isNull());
        QCOMPARE(*parseNumber(" 255 ", 255, ""), 255u);
        QCOMPARE(*parseNumber("18446744073709551615", ~0ull, ""), ~0ull);
        QVERIFY(!parseNumber("18446744073709551616", ~0ull, ""));
    }
    void tokens()
    {
        QVERIFY(isToken("a-.!%*_+`'~9"));
        for (const char *bad : {"", "a b", "a;", "\"a\"", "é", "a\t"})
            QVERIFY(!isToken(bad));
    }
};

QTEST_GUILESS_MAIN(TestHeaders)
#include "tst_headers.moc"
