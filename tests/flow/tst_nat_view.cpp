// SPDX-License-Identifier: GPL-3.0-or-later
#include "flow/nat_view.h"
#include "support/flow_maker.h"

#include <QtTest>

using namespace diag;
using namespace Qt::StringLiterals;

/// What an answer says about address translation between us and the server.
class tst_NatView : public QObject {
    Q_OBJECT

    static QList<QByteArray> idsOf(const NatView &view)
    {
        QList<QByteArray> ids;
        for (const NatVerdict &one : view.verdicts)
            ids << one.id;
        return ids;
    }
    static NatView registered(const QByteArray &viaParams, const QByteArray &sentContact = "<sip:alice@192.0.2.10:40312>",
                              const QByteArray &keptContact = "<sip:alice@192.0.2.10:40312>")
    {
        FlowMaker made("REGISTER");
        made.send("Contact: " + sentContact + "\r\n");
        made.receive("200 OK", "Contact: " + keptContact + ";expires=60\r\n", viaParams);
        const auto view = natView(made.flow());
        return view ? *view : NatView{};
    }

private Q_SLOTS:
    void nobody_is_between()
    {
        const NatView view = registered(";received=192.0.2.10;rport=40312");
        QCOMPARE(view.sentBy, QByteArray("192.0.2.10:40312"));
        QCOMPARE(view.received, QByteArray("192.0.2.10"));
        QCOMPARE(view.rport, 40312);
        QCOMPARE(view.echoed, QByteArray("sip:alice@192.0.2.10:40312"));
        QVERIFY(view.publicContact.isEmpty());
        QCOMPARE(idsOf(view), QList<QByteArray>({"none", "contact-fits", "contact-kept"}));
    }
    //= R3581.3-3
    void address_and_port_are_translated()
    {
        const NatView view = registered(";received=203.0.113.9;rport=4000");
        QCOMPARE(*view.seen, *sip::Endpoint::parse("203.0.113.9:4000"));
        QCOMPARE(idsOf(view), QList<QByteArray>({"address-translated", "port-translated", "contact-elsewhere", "contact-kept"}));
        QCOMPARE(view.publicContact, QByteArray("<sip:alice@203.0.113.9:4000>"));
        const QString text = natLines(view).join(u'\n');
        QVERIFY2(text.contains(u"we sent from 192.0.2.10:40312, and the server saw 203.0.113.9:4000. (RFC 3581 3)"),
                 qPrintable(text));
        QVERIFY2(text.startsWith(u"NAT: sent from 192.0.2.10:40312, Via 192.0.2.10:40312, received 203.0.113.9, rport 4000"),
                 qPrintable(text));
    }
    void only_the_port_is_translated()
    {
        const NatView view = registered(";received=192.0.2.10;rport=4000");
        QCOMPARE(idsOf(view), QList<QByteArray>({"port-translated", "contact-port", "contact-kept"}));
    }
    void a_private_contact_is_not_reached()
    {
        FlowMaker made("REGISTER");
        made.path.local = *sip::Endpoint::parse("192.168.1.20:5060");
        made.send("Contact: \"A\" <sip:alice@192.168.1.20:5060;transport=udp>;q=0.5\r\n");
        made.receive("200 OK", "Contact: <sip:alice@192.168.1.20:5060;transport=udp>;expires=60\r\n",
                     ";received=203.0.113.9;rport=1024");
        const auto view = natView(made.flow());
        QVERIFY(view);
        QVERIFY(idsOf(*view).contains("contact-private"));
        QCOMPARE(view->publicContact, QByteArray("\"A\" <sip:alice@203.0.113.9:1024;transport=udp>;q=0.5"));
    }
    void in_one_private_network_a_private_contact_is_fine()
    {
        FlowMaker made("REGISTER");
        made.path.local = *sip::Endpoint::parse("192.168.1.20:5060");
        made.path.remote = *sip::Endpoint::parse("192.168.1.1:5060");
        made.send("Contact: <sip:alice@192.168.1.20>\r\n");
        made.receive("200 OK", "Contact: <sip:alice@192.168.1.20>;expires=60\r\n");
        QCOMPARE(idsOf(*natView(made.flow())), QList<QByteArray>({"rport-not-answered", "not-told", "contact-kept"}));
    }
    void a_server_without_rport_is_named()
    {
        const NatView view = registered(";received=203.0.113.9");
        QVERIFY(view.rportAsked);
        const QList<QByteArray> ids = idsOf(view);
        QVERIFY(ids.contains("rport-not-answered") && ids.contains("address-translated") && !ids.contains("port-translated"));
        QCOMPARE(view.publicContact, QByteArray("<sip:alice@203.0.113.9:40312>"));
    }
    void the_registrar_corrects_the_contact()
    {
        const NatView view =
            registered(";received=203.0.113.9;rport=4000", "<sip:alice@192.168.1.20>", "<sip:alice@203.0.113.9:4000>");
        QCOMPARE(view.echoed, QByteArray("sip:alice@203.0.113.9:4000"));
        QVERIFY(idsOf(view).contains("contact-corrected"));
    }
    void the_registrar_does_not_keep_it()
    {
        const NatView view = registered({}, "<sip:alice@192.0.2.10:40312>", "<sip:other@198.51.100.8>");
        QVERIFY(view.echoed.isEmpty());
        QCOMPARE(idsOf(view).first(), QByteArray("contact-not-kept"));
    }
    void a_refusal_tells_as_well_but_keeps_nothing()
    {
        FlowMaker made("REGISTER");
        made.send("Contact: <sip:alice@192.0.2.10:40312>\r\n");
        made.receive("403 Forbidden", {}, ";received=203.0.113.9;rport=4000");
        QCOMPARE(idsOf(*natView(made.flow())), QList<QByteArray>({"address-translated", "port-translated", "contact-elsewhere"}));
    }
    void what_is_removed_is_not_missed()
    {
        FlowMaker made("REGISTER");
        made.send("Contact: <sip:alice@192.0.2.10:40312>\r\nExpires: 0\r\n");
        made.receive("200 OK", {}, ";rport=40312");
        QVERIFY(!idsOf(*natView(made.flow())).contains("contact-not-kept"));
    }
    void a_stream_needs_no_rport()
    {
        FlowMaker made("OPTIONS");
        made.path.protocol = sip::Protocol::Tcp;
        made.send();
        made.receive("200 OK");
        QVERIFY(!idsOf(*natView(made.flow())).contains("rport-not-answered"));
    }
    void a_stray_answer_tells_nothing()
    {
        FlowMaker made("OPTIONS");
        made.send();
        made.receive("200 OK", {}, ";received=203.0.113.9;rport=4000", sip::MessageReceived::Fate::Dropped);
        QVERIFY(!natView(made.flow()));
    }
};

QTEST_GUILESS_MAIN(tst_NatView)
#include "tst_nat_view.moc"
