// SPDX-License-Identifier: GPL-3.0-or-later
#include "flow/capabilities.h"
#include "support/flow_maker.h"

#include <QtTest>

using namespace diag;

/// What an answer says about who sent it.
class TestCapabilities : public QObject {
    Q_OBJECT

    static const Capability *header(const Capabilities &all, const char *name)
    {
        for (const Capability &one : all.headers)
            if (one.name == name)
                return &one;
        return nullptr;
    }
    static MethodMark::Allowed mark(const Capabilities &all, const char *method)
    {
        for (const MethodMark &one : all.methods)
            if (one.method == method)
                return one.allowed;
        qFatal("%s is not in the row", method);
    }

private Q_SLOTS:
    //= R11.2-1
    //= R20.5-1
    void what_is_stated_and_what_is_not()
    {
        using Allowed = MethodMark::Allowed;
        FlowMaker made("OPTIONS");
        made.send();
        made.receive("200 OK",
                     "Allow: INVITE, BYE\r\nAllow: FOO\r\nAccept:\r\nSupported: 100rel, timer\r\n"
                     "Content-Type: application/sdp\r\n",
                     {}, sip::MessageReceived::Fate::Delivered,
                     "v=0\r\no=- 1 1 IN IP4 192.0.2.1\r\ns=-\r\nt=0 0\r\nm=audio 0 RTP/AVP 0 97\r\na=rtpmap:97 opus/48000/2\r\n");
        const auto found = capabilitiesOf(made.flow());
        QVERIFY(found);
        QCOMPARE(mark(*found, "INVITE"), Allowed::Yes);
        QCOMPARE(mark(*found, "CANCEL"), Allowed::No);
        QCOMPARE(mark(*found, "FOO"), Allowed::Yes);
        QCOMPARE(header(*found, "Supported")->values, QList<QByteArray>({"100rel", "timer"}));
        QVERIFY(header(*found, "Supported")->due);
        const Capability *accept = header(*found, "Accept"), *language = header(*found, "Accept-Language");
        QVERIFY(accept->stated && accept->values.isEmpty() && accept->meaning.contains(u"no body at all"));
        QVERIFY(!language->stated && language->due && language->meaning.contains(u"any language"));
        QVERIFY(!header(*found, "Allow-Events")->stated && !header(*found, "Allow-Events")->due);
        QVERIFY(!header(*found, "Unsupported"));
        QVERIFY(found->hasDescription);
        QCOMPARE(formatsText(found->media.first().formats), QStringLiteral("0 PCMU/8000, 97 opus/48000/2"));
        const QString text = capabilityLines(*found).join(u'\n');
        QVERIFY2(text.contains(u"  Accept-Encoding: not stated, counts as identity"), qPrintable(text));
        QVERIFY2(text.contains(u"  Accept: empty, it takes no body"), qPrintable(text));
    }
    void without_allow_nothing_is_known_about_methods()
    {
        FlowMaker made("OPTIONS");
        made.send();
        made.receive("404 Not Found", "Accept: application/sdp\r\n");
        const auto found = capabilitiesOf(made.flow());
        QVERIFY(found);
        QCOMPARE(mark(*found, "INVITE"), MethodMark::Allowed::NotStated);
        QVERIFY(!header(*found, "Allow")->due); // 11.2 is about the 200
    }
    void a_refusal_says_what_it_is_about_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("405 its methods") << QByteArray("405 Method Not Allowed") << QByteArray("Allow");
        QTest::newRow("415 its bodies") << QByteArray("415 Unsupported Media Type") << QByteArray("Accept");
        QTest::newRow("420 what it does not know") << QByteArray("420 Bad Extension") << QByteArray("Unsupported");
        QTest::newRow("421 what it wants") << QByteArray("421 Extension Required") << QByteArray("Require");
        QTest::newRow("489 its packages") << QByteArray("489 Bad Event") << QByteArray("Allow-Events");
    }
    void a_refusal_says_what_it_is_about()
    {
        QFETCH(QByteArray, status);
        QFETCH(QByteArray, name);
        FlowMaker made("MESSAGE");
        made.send();
        made.receive(status, name + ": x\r\n");
        const auto found = capabilitiesOf(made.flow());
        QVERIFY(found);
        QCOMPARE(header(*found, name)->values, QList<QByteArray>{"x"});
        QVERIFY(!header(*found, "Supported"));
        FlowMaker silent("MESSAGE");
        silent.send();
        silent.receive(status);
        QVERIFY(!header(*capabilitiesOf(silent.flow()), name)->stated);
    }
    void answers_about_something_else_say_nothing()
    {
        FlowMaker refused("OPTIONS");
        refused.send();
        refused.receive("401 Unauthorized", "WWW-Authenticate: Digest realm=\"a\", nonce=\"b\"\r\n");
        QVERIFY(!capabilitiesOf(refused.flow()));
        FlowMaker made("INVITE");
        made.send();
        made.receive("200 OK", "Allow: INVITE, BYE\r\nContact: <sip:b@192.0.2.1>\r\n");
        made.send({}, 1, "BYE");
        made.receive("200 OK");
        const auto found = capabilitiesOf(made.flow());
        QVERIFY(found); // the one to INVITE
        QCOMPARE(found->method, QByteArray("INVITE"));
        FlowMaker silent("MESSAGE");
        silent.send();
        silent.receive("200 OK", "Contact: <sip:b@192.0.2.1>\r\n");
        QVERIFY(!capabilitiesOf(silent.flow()));
    }
};

QTEST_GUILESS_MAIN(TestCapabilities)
#include "tst_capabilities.moc"
