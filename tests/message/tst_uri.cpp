// SPDX-License-Identifier: GPL-3.0-or-later
#include "message/uri.h"

#include <QtTest>

using namespace sip;

namespace {

Uri uriOf(const QByteArray &text)
{
    const Expected<Uri> uri = Uri::parse(text);
    if (!uri)
        qFatal("not a URI: %s", text.constData());
    return *uri;
}

void same(const char *a, const char *b)
{
    QTest::addRow("%s = %s", a, b) << QByteArray(a) << QByteArray(b) << true;
}
void different(const char *a, const char *b)
{
    QTest::addRow("%s != %s", a, b) << QByteArray(a) << QByteArray(b) << false;
}

} // namespace

class TestUri : public QObject {
    Q_OBJECT
private Q_SLOTS:
    //= R19.1.1-1
    void r19_1_1_1_every_part_is_found()
    {
        const Uri uri =
            uriOf("SIP:al%20ice:pw;x@Example.COM:5070;transport=tcp;lr;x-own=1;user=phone?Subject=a%20b&Route=%3Csip:a%3E");
        QCOMPARE(uri.scheme(), QByteArray("SIP"));
        QVERIFY(uri.isSip() && !uri.isSips() && !uri.isTel());
        QCOMPARE(uri.user(), QByteArray("al%20ice"));
        QCOMPARE(uri.password(), QByteArray("pw;x"));
        QCOMPARE(uri.host(), QByteArray("Example.COM"));
        QCOMPARE(uri.port(), 5070);
        QCOMPARE(uri.params().size(), 4);
        QCOMPARE(uri.param("Transport"), QByteArray("tcp"));
        QCOMPARE(uri.param("user"), QByteArray("phone"));
        QVERIFY(!uri.param("lr").isNull() && uri.param("lr").isEmpty());
        QVERIFY(uri.param("maddr").isNull());
        QCOMPARE(uri.headers().size(), 2);
        QCOMPARE(uri.headers()[1], (Param{"Route", "%3Csip:a%3E"}));
        const Uri bare = uriOf("sips:example.com");
        QVERIFY(bare.user().isNull() && bare.password().isNull() && bare.isSips() && bare.isSip());
        QCOMPARE(bare.port(), 0);
        QVERIFY(!uriOf("sip:a:@b").password().isNull());
    }
    void user_part_may_hold_semicolons_and_question_marks()
    {
        const Uri uri = uriOf("sip:user;par=u%40example.net?x@example.com;p=1");
        QCOMPARE(uri.user(), QByteArray("user;par=u%40example.net?x"));
        QCOMPARE(uri.params().size(), 1);
    }
    //= R4475.3.3.4-1
    void r4475_3_3_4_1_other_schemes_are_kept_whole()
    {
        const Uri tel = uriOf("tel:+1-201-555-0123;phone-context=example.com");
        QVERIFY(tel.isTel() && !tel.isSip());
        QCOMPARE(tel.opaque(), QByteArray("+1-201-555-0123;phone-context=example.com"));
        QCOMPARE(uriOf("nobody-knows.this+scheme:totally:opaque@content%").opaque(), QByteArray("totally:opaque@content%"));
        QCOMPARE(uriOf("urn:service:sos").toBytes(), QByteArray("urn:service:sos"));
    }
    //= R5118.4-1
    //= R5118.4-2
    void r5118_4_2_port_follows_the_bracket_only()
    {
        QCOMPARE(uriOf("sip:a@[2001:db8::10]").host(), QByteArray("[2001:db8::10]"));
        QCOMPARE(uriOf("sip:a@[2001:db8::10]").port(), 0);
        QCOMPARE(uriOf("sip:a@[2001:db8::10]:5070").port(), 5070);
        QCOMPARE(uriOf("sip:[2001:db8::10:5070]").host(), QByteArray("[2001:db8::10:5070]"));
        QCOMPARE(uriOf("sip:[2001:db8::10:5070]").port(), 0);
        QCOMPARE(uriOf("sip:[::ffff:192.0.2.1]:1;lr").host(), QByteArray("[::ffff:192.0.2.1]"));
    }
    void what_is_no_uri_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<qsizetype>("offset");
        QTest::addColumn<QByteArray>("rule");
        const auto bad = [](const char *text, qsizetype offset, const char *rule = "R19.1.1-1") {
            QTest::newRow(*text ? text : "nothing") << QByteArray(text) << offset << QByteArray(rule);
        };
        bad("", 0);
        bad("bob", 0);
        bad("bob@example.com", 3);
        bad(":bob", 0);
        bad("5ip:bob", 0);
        bad("<sip:a>", 0);
        bad("sip:", 4);
        bad("sip:@example.com", 4);
        bad("sip:bob@", 8);
        bad("sip:bob@;lr", 8);
        bad("sip:a@b@c", 7);
        bad("sip:bob@exa\"mple.com", 11);
        bad("sip:bob@a:", 10);
        bad("sip:bob@a:0", 10);
        bad("sip:bob@a:65536", 10);
        bad("sip:bob@a:5060x", 10);
        bad("sip:b%6@a", 5);
        bad("sip:b@a;x=%zz", 10);
        bad("sip:b@a%", 7);
        //= R7.1-3
        bad("sip:b ob@a", 5, "R7.1-3");
        bad("sip:bob@a;\tlr", 10, "R7.1-3");
        bad("sip:bob@a\r\nX: y", 9, "R7.1-3");
        bad("urn:a\x7f", 5, "R7.1-3");
        bad("sip:2001:db8::1", 9, "R5118.4-1");
        bad("sip:a@2001:db8::1", 11, "R5118.4-1");
        bad("sip:[2001:db8::1", 16, "R5118.4-1");
        bad("sip:[example.com]", 6, "R5118.4-1");
        bad("sip:[::1]x", 9);
        bad("tel:1>", 5);
        bad("sip:a;x=\"<", 8);
    }
    void what_is_no_uri()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const qsizetype, offset);
        QFETCH(const QByteArray, rule);
        const Expected<Uri> uri = Uri::parse(text);
        QVERIFY(!uri);
        QCOMPARE(uri.error().offset, offset);
        QCOMPARE(QByteArray(uri.error().rule), rule);
        QVERIFY(!uri.error().detail.isEmpty());
    }
    void what_was_read_is_written_back_byte_for_byte()
    {
        for (const QByteArray text : {"SIP:%61@B;;lr;=x;a=;b?&x=y&&z=", "sips:a:@b:05060", "tel:1;;", "sip:h?", "sip:h;"})
            QCOMPARE(uriOf(text).toBytes(), text);
    }
    void edits_change_only_what_they_name()
    {
        Uri uri = uriOf("sip:alice:pw@192.0.2.1:5070;transport=udp;lr?a=b&c");
        uri.setParam("TRANSPORT", "tcp");
        QCOMPARE(uri.toBytes(), QByteArray("sip:alice:pw@192.0.2.1:5070;transport=tcp;lr?a=b&c"));
        uri.setParam("ob", {});
        uri.removeParam("LR");
        uri.clearHeaders();
        QCOMPARE(uri.toBytes(), QByteArray("sip:alice:pw@192.0.2.1:5070;transport=tcp;ob"));
        uri.setHost("[2001:db8::1]", 0);
        uri.setUser("bob");
        QCOMPARE(uri.toBytes(), QByteArray("sip:bob:pw@[2001:db8::1];transport=tcp;ob"));
        uri.setUser({});
        QCOMPARE(uri.toBytes(), QByteArray("sip:[2001:db8::1];transport=tcp;ob"));
        Uri odd = uriOf("sip:h;;a?");
        odd.removeParam("none");
        odd.clearHeaders();
        QCOMPARE(odd.toBytes(), QByteArray("sip:h;;a?"));
    }
    //= R19.1.4-1
    void r19_1_4_1_equivalence_data()
    {
        QTest::addColumn<QByteArray>("left");
        QTest::addColumn<QByteArray>("right");
        QTest::addColumn<bool>("equal");
        same("sip:%61lice@example.com;transport=TCP", "sip:alice@ExamPle.CoM;Transport=tcp");
        same("sip:carol@example.com", "sip:carol@example.com;newparam=5");
        same("sip:carol@example.com", "sip:carol@example.com;security=on");
        same("sip:carol@example.com;newparam=5", "sip:carol@example.com;security=on");
        same("sip:example.com;transport=tcp;method=REGISTER?to=sip:bob%40example.com",
             "sip:example.com;method=REGISTER;transport=tcp?to=sip:bob%40example.com");
        same("sip:alice@example.com?subject=project%20x&priority=urgent",
             "sip:alice@example.com?priority=urgent&subject=project%20x");
        same("SIP:alice@example.com", "sip:alice@example.com");
        same("sip:a%3Bb@example.com", "sip:a%3bb@example.com");
        same("sip:alice@[2001:DB8::1]", "sip:alice@[2001:db8::1]");
        same("sip:a@b;%6cr", "sip:a@b;lr");
        same("tel:+15550100", "TEL:+15550100");
        different("SIP:ALICE@example.com;Transport=udp", "sip:alice@example.com;Transport=UDP");
        different("sip:bob@example.com", "sip:bob@example.com:5060");
        different("sip:bob@example.com", "sip:bob@example.com;transport=udp");
        different("sip:bob@example.com", "sip:bob@example.com:6000;transport=tcp");
        different("sip:carol@example.com", "sip:carol@example.com?Subject=next%20meeting");
        different("sip:bob@phone21.example.com", "sip:bob@192.0.2.4");
        different("sip:carol@example.com;newparam=5", "sip:carol@example.com;newparam=6");
        different("sip:carol@example.com;newparam", "sip:carol@example.com;newparam=");
        different("sip:bob@example.com", "sips:bob@example.com");
        different("sip:a;b@example.com", "sip:a%3Bb@example.com");
        different("sip:a%2525@example.com", "sip:a%25@example.com");
        different("sip:bob@example.com", "sip:example.com");
        different("sip:bob:pw@example.com", "sip:bob:PW@example.com");
        different("sip:bob:@example.com", "sip:bob@example.com");
        different("sip:a?x=1&y=2", "sip:a?x=1&x=1");
        for (const char *name : {"user", "ttl", "method", "maddr"})
            different("sip:a@b", QByteArray("sip:a@b;").append(name).append("=x").constData());
        different("tel:+15550100", "tel:+1555-0100");
    }
    void r19_1_4_1_equivalence()
    {
        QFETCH(const QByteArray, left);
        QFETCH(const QByteArray, right);
        QFETCH(const bool, equal);
        QCOMPARE(uriOf(left).isEquivalent(uriOf(right)), equal);
        QCOMPARE(uriOf(right).isEquivalent(uriOf(left)), equal);
        QVERIFY(uriOf(left).isEquivalent(uriOf(left)));
    }
    void thousands_of_parameters_compare_in_linear_time()
    {
        QByteArray forward = "sip:a@b";
        QByteArray backward = "sip:a@b";
        for (int i = 0; i < 50000; ++i) { // a comparison of each with each would take minutes
            forward += ";p" + QByteArray::number(i) + "=1";
            backward += ";p" + QByteArray::number(49999 - i) + "=1";
        }
        QVERIFY(uriOf(forward).isEquivalent(uriOf(backward)));
        QVERIFY(!uriOf(forward + ";maddr=x").isEquivalent(uriOf(backward)));
    }
};

QTEST_GUILESS_MAIN(TestUri)
#include "tst_uri.moc"
