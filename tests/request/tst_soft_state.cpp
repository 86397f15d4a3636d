// SPDX-License-Identifier: GPL-3.0-or-later
#include "message/parser.h"
#include "request/soft_state.h"

#include <QtTest>

using namespace sip;

class TestSoftState : public QObject {
    Q_OBJECT

    static Message request(const QByteArray &rows, const QByteArray &method = "REGISTER")
    {
        return parseMessage(method + " sip:example.com SIP/2.0\r\nCSeq: 3 " + method + "\r\n" + rows +
                            "Content-Type: text/plain\r\nContent-Length: 2\r\n\r\nxy");
    }
    static Message ok(const QByteArray &rows) { return parseMessage("SIP/2.0 200 OK\r\nCSeq: 3 REGISTER\r\n" + rows + "\r\n"); }

private Q_SLOTS:
    //= R10.2.1.1-1
    //= R10.2.4-1
    //= R10.2-8
    void how_long_a_binding_lasts_data()
    {
        QTest::addColumn<QByteArray>("asked");
        QTest::addColumn<QByteArray>("granted");
        QTest::addColumn<int>("seconds"); // 0: nothing of ours
        QTest::addColumn<bool>("problem");
        const auto row = [](const char *name, const char *asked, const char *granted, int seconds, bool problem) {
            QTest::newRow(name) << QByteArray(asked) << QByteArray(granted) << seconds << problem;
        };
        const char *const own = "Contact: <sip:a@192.0.2.1:5060>\r\n";
        row("by its parameter", own, "Contact: <sip:a@192.0.2.1:5060>;expires=60\r\nExpires: 900\r\n", 60, false);
        row("by the header", own, "Contact: <sip:a@192.0.2.1:5060>\r\nExpires: 900\r\n", 900, false);
        row("compared as URIs", own, "Contact: <sip:%61@192.0.2.1:5060;x=1>;expires=60\r\n", 60, false);
        row("another port is another binding", own, "Contact: <sip:a@192.0.2.1:5061>;expires=60\r\n", 0, true);
        row("among others", own, "Contact: <sip:b@192.0.2.9>;expires=5, <sip:a@192.0.2.1:5060>;expires=70\r\n", 70, false);
        row("nobody says", own, "Contact: <sip:a@192.0.2.1:5060>\r\n", 3600, false);
        row("unreadable counts as an hour", own, "Contact: <sip:a@192.0.2.1:5060>\r\nExpires: soon\r\n", 3600, false);
        row("not among them", own, "Contact: <sip:b@192.0.2.9>;expires=5\r\n", 0, true);
        row("no contact at all", own, "", 0, true); //= R10.2.4-3
        const char *const flow = "Contact: <sip:a@192.0.2.1:5060;ob>;+sip.instance=\"<urn:uuid:0>\";reg-id=1\r\n";
        row("over a flow", flow, "Require: outbound\r\nContact: <sip:a@192.0.2.1:5060;ob>;expires=60\r\n", 60, false);
        row("a flow not kept", flow, "Contact: <sip:a@192.0.2.1:5060;ob>;expires=60\r\n", 60, true); //= R5626.4.2-2
        row("a query", "", "Contact: <sip:b@192.0.2.9>;expires=5\r\n", 0, false);
        row("a removal", "Contact: <sip:a@192.0.2.1:5060>\r\nExpires: 0\r\n", "", 0, false);
        row("all removed", "Contact: *\r\nExpires: 0\r\n", "", 0, false);
    }
    void how_long_a_binding_lasts()
    {
        QFETCH(QByteArray, asked);
        QFETCH(QByteArray, granted);
        QFETCH(int, seconds);
        QFETCH(bool, problem);
        const SoftState state = softStateOf(request(asked), ok(granted));
        QCOMPARE(state.lasts.value_or(Instant()), Instant(std::chrono::seconds(seconds)));
        QCOMPARE(!state.problem.isEmpty(), problem);
        QVERIFY(!state.text.isEmpty());
    }
    //= R3903.4.1-1
    //= R3903.4.3-1
    void a_publication_goes_by_its_tag()
    {
        const Message first = request("Event: presence\r\nExpires: 100\r\n", "PUBLISH");
        const SoftState state = softStateOf(first, ok("SIP-ETag: t1\r\nExpires: 90\r\n"));
        QCOMPARE(*state.lasts, Instant(90s));
        const Message refresh = revise(first, refreshOf(first, state), "z9hG4bK2", 4);
        QCOMPARE(refresh.value(HeaderId::SipIfMatch), QByteArray("t1"));
        QVERIFY(refresh.body().isEmpty() && !refresh.has(HeaderId::ContentType));
        const Message removal = revise(first, removalOf(first, state), "z9hG4bK2", 4);
        QCOMPARE(removal.value(HeaderId::Expires), QByteArray("0"));
        QCOMPARE(removal.value(HeaderId::SipIfMatch), QByteArray("t1"));
        QVERIFY(removal.body().isEmpty());
        QCOMPARE(revise(first, startOverOf(), "z9hG4bK2", 4).body(), first.body());
        QVERIFY(!softStateOf(first, ok("Expires: 90\r\n")).problem.isEmpty());
        QVERIFY(!softStateOf(first, ok("SIP-ETag: t1\r\n")).problem.isEmpty());
    }
    //= R10.2.2-1
    void a_removal_names_our_contacts_with_an_interval_of_0()
    {
        const Message first = request("Contact: <sip:a@192.0.2.1>;expires=60;q=0.3\r\nExpires: 60\r\n");
        const Message removal = revise(first, removalOf(first, {}), "z9hG4bK2", 4);
        QCOMPARE(removal.values(HeaderId::Contact), QList<QByteArray>{"<sip:a@192.0.2.1>;q=0.3"});
        QCOMPARE(removal.value(HeaderId::Expires), QByteArray("0"));
    }
};

QTEST_GUILESS_MAIN(TestSoftState)
#include "tst_soft_state.moc"
