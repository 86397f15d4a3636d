// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialog/detours.h"
#include "support/simulated_run.h"

#include <QtTest>

using namespace sip;

class TestDetours : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void what_leads_elsewhere_is_named_data()
    {
        QTest::addColumn<QByteArray>("first"); // where the dialog began
        QTest::addColumn<QByteArray>("contact");
        QTest::addColumn<QByteArray>("route");
        QTest::addColumn<QStringList>("words"); // one part of each sentence
        const auto row = [](const char *name, const QByteArray &first, const QByteArray &contact, const QByteArray &route,
                            const QStringList &words) { QTest::newRow(name) << first << contact << route << words; };
        row("where it began", "192.0.2.1", "sip:b@192.0.2.1", {}, {});
        row("another public one", "192.0.2.1", "sip:b@198.51.100.1", {}, {});
        row("a name", "192.0.2.1", "sip:b@example.com", {}, {});
        row("a name, with a transport", "192.0.2.1", "sip:b@example.com;transport=tcp", {}, {QStringLiteral("goes over TCP")});
        row("private", "192.0.2.1", "sip:b@192.168.77.5", {}, {QStringLiteral("192.168.77.5:5060, as the peer's Contact of")});
        row("private from private", "10.0.0.1", "sip:b@192.168.77.5", {}, {});
        row("private from loopback", "127.0.0.1", "sip:b@192.168.77.5", {}, {});
        row("link-local", "192.0.2.1", "sip:b@169.254.1.1", {}, {QStringLiteral("private address")});
        row("loopback", "192.0.2.1", "sip:b@127.0.0.1", {}, {QStringLiteral("this machine, not the peer")});
        row("loopback, six", "192.0.2.1", "sip:b@[::1]", {}, {QStringLiteral("this machine")});
        row("loopback from loopback", "127.0.0.1", "sip:b@127.0.0.2:5070", {}, {});
        row("broadcast", "192.0.2.1", "sip:b@255.255.255.255", {}, {QStringLiteral("broadcast")});
        row("multicast", "192.0.2.1", "sip:b@224.0.1.75", {}, {QStringLiteral("multicast")});
        row("multicast, six", "192.0.2.1", "sip:b@[ff02::1]", {}, {QStringLiteral("multicast")});
        row("any", "192.0.2.1", "sip:b@0.0.0.0", {}, {QStringLiteral("no address of a host")});
        row("six from four", "192.0.2.1", "sip:b@[2001:db8::1]", {}, {QStringLiteral("began over IPv4")});
        row("four from six", "[2001:db8::1]", "sip:b@192.0.2.1", {}, {QStringLiteral("began over IPv6")});
        row("another transport", "192.0.2.1", "sip:b@192.0.2.1;transport=tcp", {},
            {QStringLiteral("began over UDP, and what follows goes over TCP, as the peer's Contact of")});
        row("both", "192.0.2.1", "sip:b@10.1.1.1;transport=tcp", {}, {QStringLiteral("private"), QStringLiteral("TCP")});
        row("behind a proxy", "192.0.2.1", "sip:b@10.1.1.1", "<sip:192.0.2.1;lr>", {});
        row("a private proxy", "192.0.2.1", "sip:b@192.0.2.1", "<sip:10.1.1.1;lr>",
            {QStringLiteral("as the peer's Record-Route says")});
        row("a strict private proxy", "192.0.2.1", "sip:b@192.0.2.1", "<sip:10.1.1.1>", {QStringLiteral("Record-Route")});
    }
    //= R12.1.2-1
    //= R12.1.2-2
    void what_leads_elsewhere_is_named()
    {
        QFETCH(QByteArray, first);
        QFETCH(QByteArray, contact);
        QFETCH(QByteArray, route);
        QFETCH(QStringList, words);
        DialogFacts facts;
        facts.remoteTarget = contact;
        facts.targetSource = QStringLiteral("Contact of the 200 to INVITE");
        if (!route.isEmpty())
            facts.routeSet = {route};
        const auto hop = hopOf(facts);
        QVERIFY(hop);
        Endpoint began = *Endpoint::parse(first);
        began.port = 5060;
        const QStringList said = detours(facts, *hop, {Protocol::Udp, began});
        QCOMPARE(said.size(), words.size());
        for (qsizetype i = 0; i < words.size(); ++i)
            QVERIFY2(said[i].contains(words[i]), qPrintable(said[i]));
    }
    void the_ladder_says_it_once_for_each_way()
    {
        SimulatedRun run;
        ComposedRequest composed = SimulatedRun::compose("INVITE");
        composed.hangUpAfter = ComposedRequest::Never;
        run.send(composed);
        const auto from = [](const QByteArray &contact) {
            return [contact](MessageDraft &d) { d.append(HeaderId::Contact, contact); };
        };
        const FakeTransport::Sent invite = run.network.sent.first();
        run.network.answer(invite, 180, "p", from("<sip:bob@10.0.0.1>"));
        run.network.answer(invite, 200, "p", from("<sip:bob@10.0.0.1>"));
        run.network.answer(invite, 200, "p", from("<sip:bob@10.0.0.1>"));
        run.clock.advance(50ms);
        QCOMPARE(run.events<Note>().size(), 1);
        QCOMPARE(QByteArray(run.events<Note>().first().rule), QByteArray("R12.1.2-2"));
        QVERIFY(
            run.events<Note>().first().text.contains(QLatin1String("10.0.0.1:5060, as the peer's Contact of the 180 to INVITE")));
        QVERIFY(run.clients.front()->next({}, {.method = "UPDATE", .rows = {}, .body = {}}));
        run.clock.advance(50ms);
        run.network.answer(run.sent("UPDATE").first(), 200, "p", from("<sip:bob@224.0.1.75>"));
        run.clock.advance(50ms);
        QCOMPARE(run.events<Note>().size(), 2);
        QVERIFY(run.events<Note>().last().text.contains(QLatin1String("multicast")));
    }
};

QTEST_GUILESS_MAIN(TestDetours)
#include "tst_detours.moc"
