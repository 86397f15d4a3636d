// SPDX-License-Identifier: GPL-3.0-or-later
#include "flow/registration.h"
#include "support/flow_maker.h"

#include <QtTest>

using namespace diag;
using namespace std::chrono_literals;

/// What a 2xx to REGISTER says about bindings, and when ours is refreshed.
class TestRegistration : public QObject {
    Q_OBJECT

    static constexpr const char *ours = "Contact: <sip:alice@192.0.2.10:40312>\r\nExpires: 300\r\n";

private Q_SLOTS:
    //= R10.2.1.1-1
    void each_contact_of_the_answer_is_a_binding()
    {
        FlowMaker made("REGISTER");
        made.send(ours);
        made.now = 2s;
        const quint64 row = made.receive(
            "200 OK", "Contact: <sip:alice@192.0.2.10:40312>;expires=300;q=0.7;+sip.instance=\"<urn:uuid:1>\";reg-id=1"
                      ";pub-gruu=\"sip:alice@example.com;gr=x\";temp-gruu=\"sip:t@example.com;gr\", "
                      "<sip:alice@192.0.2.99>\r\nExpires: 90\r\nPath: <sip:p1.example.com;lr>, <sip:p2.example.com;lr>\r\n"
                      "Service-Route: <sip:s.example.com;lr>\r\nP-Associated-URI: <sip:+1@example.com>\r\n"
                      "p-associated-uri: <tel:+1>\r\nRequire: outbound\r\n");
        const auto found = registrationOf(made.flow());
        QVERIFY(found);
        QCOMPARE(found->seq, row);
        QCOMPARE(found->addressOfRecord, QByteArray("sip:alice@example.com"));
        QCOMPARE(found->bindings.size(), 2);
        const Binding &first = found->bindings[0], &second = found->bindings[1];
        QCOMPARE(first.uri, QByteArray("sip:alice@192.0.2.10:40312"));
        QCOMPARE(first.expires, 300);
        QCOMPARE(found->goneAt(first), sip::Instant(302s));
        QCOMPARE(first.q, QByteArray("0.7"));
        QCOMPARE(first.instance, QByteArray("<urn:uuid:1>"));
        QCOMPARE(first.regId, QByteArray("1"));
        QCOMPARE(first.pubGruu, QByteArray("sip:alice@example.com;gr=x"));
        QCOMPARE(first.tempGruu, QByteArray("sip:t@example.com;gr"));
        QVERIFY(first.ours && !second.ours);
        QCOMPARE(second.expires, 90); // the header's
        QVERIFY(second.q.isEmpty() && second.instance.isEmpty());
        QCOMPARE(found->path.size(), 2);
        QCOMPARE(found->serviceRoute, QList<QByteArray>{"<sip:s.example.com;lr>"});
        QCOMPARE(found->associatedUris, QList<QByteArray>({"<sip:+1@example.com>", "<tel:+1>"}));
        QVERIFY(found->outbound && !found->refreshAt);
        const QString text = registrationLines(*found).join(u'\n');
        QVERIFY2(text.startsWith(u"Bindings of sip:alice@example.com: 2"), qPrintable(text));
        QVERIFY2(text.contains(u"40312 (ours), expires in 300 s, q 0.7, instance <urn:uuid:1>, reg-id 1"), qPrintable(text));
    }
    void nobody_says_how_long()
    {
        FlowMaker made("REGISTER");
        made.send(ours);
        made.receive("200 OK", "Contact: <sip:alice@192.0.2.99>\r\n");
        QCOMPARE(registrationOf(made.flow())->bindings[0].expires, -1);
    }
    void a_query_knows_us_by_our_address()
    {
        FlowMaker made("REGISTER");
        made.send();
        made.receive("200 OK", "Contact: <sip:x@192.0.2.10:40312>;expires=9, <sip:x@192.0.2.10>;expires=9\r\n");
        const auto found = registrationOf(made.flow());
        QVERIFY(found->bindings[0].ours);
        QVERIFY(!found->bindings[1].ours); // 5060 is meant
    }
    void the_newest_answer_counts_and_says_when_the_next_request_goes()
    {
        using Timer = sip::TimerEvent;
        FlowMaker made("REGISTER");
        made.send(ours);
        made.receive("200 OK", "Contact: <sip:alice@192.0.2.10:40312>;expires=300\r\n");
        made.add(Timer{Timer::What::Started, 'P', 268s, 268s});
        QCOMPARE(registrationOf(made.flow())->refreshAt, sip::Instant(268s));
        made.add(Timer{Timer::What::Fired, 'P', {}, {}});
        QVERIFY(!registrationOf(made.flow())->refreshAt);
        made.send("Contact: <sip:alice@192.0.2.10:40312>\r\nExpires: 0\r\n");
        made.receive("200 OK");
        QVERIFY(registrationOf(made.flow())->bindings.isEmpty());
        QCOMPARE(registrationLines(*registrationOf(made.flow())),
                 QStringList{QStringLiteral("Bindings of sip:alice@example.com: none")});
    }
    void other_flows_have_no_registration()
    {
        FlowMaker options("OPTIONS");
        options.send();
        options.receive("200 OK", "Contact: <sip:alice@192.0.2.10:40312>\r\n");
        QVERIFY(!registrationOf(options.flow()));
        FlowMaker refused("REGISTER");
        refused.send(ours);
        refused.receive("403 Forbidden", "Contact: <sip:alice@192.0.2.10:40312>\r\n");
        QVERIFY(!registrationOf(refused.flow()));
    }
};

QTEST_GUILESS_MAIN(TestRegistration)
#include "tst_registration.moc"
